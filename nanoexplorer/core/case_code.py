"""The case code: a profile as a short text that can be read out, typed and reopened offline.

`NX-<pack>-<version>-<fields>-<check>`, for example `NX-C0P-2026.1-EMANPXM2RXTXHX-5`. A field is its
letter and the letter of its option, or a number, with a dot where it has one; of several options
at once their letters with dots between them. Case, hyphens and spaces carry nothing.
"""

from __future__ import annotations

import re
from zlib import crc32

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import ALPHABET, DOT, JOINT, Field, Profile, Value

MOST_TYPED = 1000
"""Signs of a text that is looked at, spaces and all."""

MOST_SIGNS = 700
"""Of these a code: 24 fields with twelve letters each, and dots between them."""

_VALUE = r"[A-Z](?:\.[A-Z])*|[0-9]+(?:\.[0-9]+)?"
_NAME = rf"(?:{DOT}?+[A-Z]|{DOT}(?=[0-9]))"  # one way to read it, so a long text takes no time
_FIELD = re.compile(rf"({_NAME})({_VALUE})")
_SHAPE = re.compile(rf"NX([0-9A-Z]{{3}})([0-9]+(?:\.[0-9]+)*)((?:{_NAME}(?:{_VALUE}))*?)([0-9A-Z])")
_PREFIX = "NX"
BETWEEN = "."


class CaseCodeError(ValueError):
    """Why a text is no case code for this pack: a reason (`code`) and what it is about; of a code
    of another pack its `mark`.
    """

    def __init__(self, code: str, **about: str) -> None:
        super().__init__(code)
        self.code = code
        self.about = about


def encode(pack: Pack, profile: Profile) -> str:
    """The case code of a profile."""
    body = "".join(_write(f, v) for f, v in zip(pack.fields, profile.values, strict=True))
    mark = pack_mark(pack.id)
    sign = check(mark + pack.version + body)
    return "-".join(part for part in (_PREFIX, mark, pack.version, body, sign) if part)


def decode(pack: Pack, text: str) -> tuple[Profile, str]:
    """The profile that a case code reopens, and the pack version it was made with.

    Raises CaseCodeError with the reason `not-a-code`, `check`, `other-pack`, `field` (it lacks one
    of the pack's fields, or has one that the pack lacks) or `value`.
    """
    if len(text) > MOST_TYPED:
        raise CaseCodeError("not-a-code")
    plain = re.sub(r"[\s\-\u2010-\u2015]+", "", text.strip()).upper()
    shape = _SHAPE.fullmatch(plain) if plain.isascii() and len(plain) <= MOST_SIGNS else None
    if shape is None:
        raise CaseCodeError("not-a-code")
    mark, version, body, given = shape.groups()
    if not set(plain[2:]) <= {*ALPHABET, "."} or check(mark + version + body) != given:
        raise CaseCodeError("check")
    if mark != pack_mark(pack.id):
        raise CaseCodeError("other-pack", pack=pack.title, mark=mark)
    return _read(pack, body, older=version != pack.version), version


def pack_mark(pack_id: str) -> str:
    """Three characters that tell one pack from another."""
    number = crc32(pack_id.encode())
    digits = []
    for _ in range(3):
        number, digit = divmod(number, len(ALPHABET))
        digits.append(ALPHABET[digit])
    return "".join(digits)


def check(text: str) -> str:
    """The check character: a weighted sum modulo 25.

    The weights 1, 2, 1, 2 … and their differences have no common factor with 25, so that every
    single wrong character and every swap of two neighbours is found.
    """
    places = [ALPHABET.index(c) for c in text.replace(".", DOT)]
    return ALPHABET[sum((1 + i % 2) * place for i, place in enumerate(places)) % len(ALPHABET)]


def _write(field: Field, value: Value) -> str:
    found = (field.option(part) for part in field.parts(value))
    codes = [option.code for option in found if option]
    return field.code + (BETWEEN.join(codes) or field.written(value))


def _read(pack: Pack, body: str, *, older: bool) -> Profile:
    """The fields as written; one that the code's pack version did not have yet is unknown."""
    pairs: list[tuple[str, str]] = _FIELD.findall(body)
    written = dict(pairs)
    known = {field.code for field in pack.fields}
    if len(written) != len(pairs) or set(written) - known or (known - set(written) and not older):
        raise CaseCodeError("field")
    if known and not written:
        raise CaseCodeError("field")
    return Profile(
        tuple(field.id for field in pack.fields),
        tuple(_value(f, written[f.code]) if f.code in written else f.default for f in pack.fields),
    )


def _value(field: Field, written: str) -> Value:
    codes = {option.code: option.id for option in field.options}
    ids = [codes.get(code, "") for code in written.split(BETWEEN)]
    value = field.parse(written if written[0].isdigit() else JOINT.join(ids))
    if value is None:
        raise CaseCodeError("value", field=field.label)
    return value
