"""A view as a short text for a code that is scanned: the case code, and what else is shown.

`<case code>*<view>*<selection>*<second case code>*<option>:<value>…*…`, what is last and empty left
out. View and selection are marks of the alphabet of case codes; an option is spelled out. Only
signs that a QR code packs two to eleven bits, so that it stays readable when a picture is small.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import unquote
from zlib import crc32

from nanoexplorer.core.case_code import CaseCodeError, decode, encode
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import ALPHABET
from nanoexplorer.core.screen import Intent
from nanoexplorer.formats.view import CARD, StateError
from nanoexplorer.views import NAMES

BETWEEN: Final = "*"
AND: Final = "$"
IS: Final = ":"
VIEW_SIGNS: Final = 2
LEAST_SIGNS: Final = 3
MOST_SIGNS: Final = 300
"""Of a code; a larger one could not be read from a picture."""
_PLAIN: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-.")
_OURS: Final = re.compile(r"NX[0-9A-Z.-]+(?:\*[0-9A-Z$%*+./:-]*)?")


def view_code(pack: Pack, intent: Intent, view: str) -> str:
    """The text that reopens a view; the case code alone where the rest would be too long."""
    second = intent.second_profile
    parts = [
        encode(pack, intent.profile).replace("-", ""),
        mark(view, VIEW_SIGNS),
        _marked(intent.selection, pack.strategy),
        encode(pack, second).replace("-", "") if second and view == "compare" else "",
        AND.join(f"{_spelled(name)}{IS}{_spelled(value)}" for name, value in _shown(intent, view)),
    ]
    made = BETWEEN.join(parts).rstrip(BETWEEN)
    return made if len(made) <= MOST_SIGNS else parts[0]


def _shown(intent: Intent, view: str) -> Iterable[tuple[str, str]]:
    """What shapes this view, of all that was chosen in any."""
    yield from (pair for pair in intent.options if pair[0].startswith(f"{view}.") and pair[1])
    if intent.search.strip():
        yield "search", intent.search.strip()


def mark(text: str, signs: int) -> str:
    """So many signs that stand for a text."""
    number, found = crc32(text.encode()), ""
    for _ in range(signs):
        number, digit = divmod(number, len(ALPHABET))
        found += ALPHABET[digit]
    return found


def _marked(text: str, among: Iterable[str]) -> str:
    """The shortest mark that no other text of many has."""
    if not text:
        return ""
    others = [one for one in among if one != text]
    for signs in range(LEAST_SIGNS, LEAST_SIGNS + 4):
        found = mark(text, signs)
        if all(mark(other, signs) != found for other in others):
            return found
    return ""


def _one(wanted: str, among: Iterable[str], what: str) -> str:
    """The only one of many with that mark. Raises StateError where there is none, or several."""
    found = [one for one in among if mark(one, len(wanted)) == wanted]
    if len(found) != 1:
        raise StateError(what)
    return found[0]


def _spelled(text: str) -> str:
    """A text in capitals that mean small letters; all that is neither is escaped byte by byte."""
    return "".join(
        sign.upper() if sign in _PLAIN else "".join(f"%{byte:02X}" for byte in sign.encode())
        for sign in text
    )


def _read(text: str) -> str:
    return unquote(text.lower(), errors="strict")


def is_ours(text: str) -> bool:
    """Whether a code that was scanned can be one of these at all."""
    return len(text) <= MOST_SIGNS and _OURS.fullmatch(text) is not None


def intent_of_code(pack: Pack, text: str) -> tuple[Intent, str, str]:
    """The intent and view that a code reopens, and the pack version it was made with.

    A case code alone is the first view of its profile. Raises StateError.
    """
    if not is_ours(text):
        raise StateError("other-code")
    code, view, selection, second, options = (*text.split(BETWEEN, 4), "", "", "", "")[:5]
    try:
        profile, version = decode(pack, code)
        other = decode(pack, second)[0] if second else None
        said = dict(_options(options))
    except CaseCodeError as error:
        raise StateError(_why(error), **error.about) from error
    except UnicodeError as error:
        raise StateError("damaged") from error
    shown = _one(view, NAMES, "damaged") if view else NAMES[0]
    chosen = _one(selection, pack.strategy, "selection-gone") if selection else ""
    search = said.pop("search", "")
    tab = NAMES[0] if shown == CARD else shown
    intent = Intent(profile, other, chosen, search, tab, tuple(sorted(said.items())))
    return intent, shown, version


def _options(text: str) -> Iterable[tuple[str, str]]:
    for pair in filter(None, text.split(AND)):
        name, between, value = pair.partition(IS)
        if not between:
            raise StateError("damaged")
        yield _read(name), _read(value)


def _why(error: CaseCodeError) -> str:
    """A code has no more than a mark of the pack that it is of: the open one's name is told."""
    return "not-of-this-pack" if error.code == "other-pack" else "damaged"
