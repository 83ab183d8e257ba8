"""What commands take: an option for every field of the pack; how it is read and refused."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Final

from nanoexplorer.words import commands as command_words

if TYPE_CHECKING:  # a window that opens imports the pack's modules after it is painted
    from nanoexplorer.core.pack import Pack
    from nanoexplorer.core.profile import Field, Value

PACK: Final = "--pack"
_HALF_A_SIGN = re.compile("[\ud800-\udfff]")


class BadInput(Exception):
    """What a person gave is wrong; the message is the one line that says so."""


def unread(path: Path, error: OSError) -> BadInput:
    """What to say of a file that cannot be read."""
    from nanoexplorer.words.files import why_unread

    return BadInput(command_words.FILE_UNREAD.format(path=path, why=why_unread(error)))


def add_fields(parser: argparse.ArgumentParser, pack: Pack) -> tuple[str, ...]:
    """Add an option for every field of the pack; returns their names."""
    for field in pack.fields:
        allowed = command_words.allowed_values(field)
        parser.add_argument(
            f"--{field.id}", action="append", metavar=command_words.VALUE, help=allowed
        )
    return tuple(f"--{field.id}" for field in pack.fields)


def add_pack(parser: argparse.ArgumentParser) -> str:
    """Add `--pack`, for the help alone: who the options are of is known before they are read."""
    parser.add_argument(PACK, metavar=command_words.FOLDER_NAME, help=command_words.PACK)
    return PACK


def changed_fields(pack: Pack, options: argparse.Namespace) -> dict[str, Value]:
    """The values that the options give to fields; raises BadInput for one that is none."""
    given = {field: only(options, field.id.replace("-", "_")) for field in pack.fields}
    return {field.id: _value(field, text) for field, text in given.items() if text is not None}


def only(options: argparse.Namespace, name: str) -> str | None:
    """The text of an option, or None; raises BadInput where it is given twice."""
    texts: list[str] = getattr(options, name) or []
    if len(texts) > 1:
        raise BadInput(command_words.TWICE.format(field=name.replace("_", "-")))
    if any(_HALF_A_SIGN.search(text) for text in texts):
        raise BadInput(command_words.NOT_UTF_8.format(field=name.replace("_", "-")))
    return texts[0] if texts else None


def with_examples(text: str, pack: Pack) -> str:
    """A text of help with examples about the pack; one about what it has not is left out."""
    given = _examples(pack)
    lines = (
        (line, {name for _, name, _, _ in Formatter().parse(line) if name})
        for line in text.splitlines(keepends=True)
    )
    return "".join(line.format(**given) for line, names in lines if names <= given.keys())


def _examples(pack: Pack) -> dict[str, str]:
    """What stands in the braces of an example: options with the first case's values, and ids."""
    known = [
        f"--{field.id} {field.written(value)}"
        for case in pack.cases[:1]
        for field, value in zip(pack.fields, case.profile.values, strict=True)
        if field.is_known(value)
    ]
    cases = [case.id for case in pack.cases]
    strategies = [strategy.id for strategy in pack.ordered]
    found = zip(("one", "two"), known[:2], strict=False)
    found_cases = zip(("case", "other_case"), cases, strict=False)
    return dict([*found, *found_cases, *zip(("strategy",), strategies, strict=False)])


def _value(field: Field, text: str) -> Value:
    value = field.parse(text)
    if value is None:
        from nanoexplorer.pack.profiles import meant

        raise BadInput(command_words.not_a_value(field, text, meant(field, text)))
    return value
