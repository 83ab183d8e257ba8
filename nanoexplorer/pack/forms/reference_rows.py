"""An entry of `references.json` as a row of a sheet, and back: nothing is lost.

What no column can say stands in `more`, as JSON; what stands in a cell goes before it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from nanoexplorer.pack.citing.exported import TEXTS

Entry = dict[str, Any]
MORE, AUTHORS = "more", "authors"
_CUSTOM = ("kind", "et_al", "remark", "pmid")
_KEY_OF: Final = {name: key for key, name in TEXTS.items()}
COLUMNS: Final = (
    *("id", "type", "kind", "title", AUTHORS, "et_al", "container", "year", "volume", "issue"),
    *("page", "publisher", "doi", "pmid", "url", "accessed", "remark", MORE),
)
_COLUMN_OF: Final = {
    **TEXTS,
    "author": AUTHORS,
    "issued": "year",
    **{f"custom.{name}": name for name in _CUSTOM},
}
_NOTHING: Final = object()
_YES: Final = {"yes": True, "true": True, "no": False, "false": False}
_INTEGER = re.compile(r"[0-9]{1,9}")


def column_of(key: str) -> str:
    """The column of a sheet that says what a key of an entry does."""
    return _COLUMN_OF.get(key) or _COLUMN_OF.get(key.partition(" ")[0], key)


def entry_of(row: Mapping[str, str]) -> Entry:
    """The entry that a row of filled cells makes."""
    entry: Entry = {key: row[key] for key in ("id", "type") if key in row}
    entry |= {_KEY_OF[name]: row[name].strip() for name in _KEY_OF if name in row}
    if AUTHORS in row:
        entry["author"] = [_author(part) for part in _parts(row[AUTHORS])]
    for column, key in (("year", "issued"), ("accessed", "accessed")):
        if column in row:
            entry[key] = _date(row[column])
    custom = {name: _flag(name, row[name]) for name in _CUSTOM if name in row}
    if custom:
        entry["custom"] = custom
    return _beside(_more(row.get(MORE, "")), entry)


def _beside(more: Entry, cells: Entry) -> Entry:
    """What cells say, and beside it what else there is."""
    custom, said = more.get("custom"), cells.get("custom")
    if isinstance(custom, dict) and isinstance(said, dict):
        cells = {**cells, "custom": {**custom, **said}}
    return {**more, **cells}


def row_of(entry: Entry) -> dict[str, str]:
    """The row that makes an entry; a cell that can't say it stays empty."""
    row = dict(_cells(entry))
    made = entry_of(row)
    more = _unsaid(entry, made)
    for key in (*more, *(f"custom.{name}" for name in _CUSTOM if name in _part(more))):
        row.pop(column_of(key), None)
    if more:
        row[MORE] = json.dumps(more, ensure_ascii=False)
    return row


def _unsaid(entry: Entry, made: Entry) -> Entry:
    """What of an entry its cells don't say."""
    more = {key: value for key, value in entry.items() if made.get(key, _NOTHING) != value}
    custom, said = entry.get("custom"), made.get("custom")
    if "custom" in more and isinstance(custom, dict) and isinstance(said, dict):
        more["custom"] = {k: v for k, v in custom.items() if said.get(k, _NOTHING) != v}
    return more


def _part(entry: Entry) -> Entry:
    custom = entry.get("custom")
    return custom if isinstance(custom, dict) else {}


def _cells(entry: Entry) -> Iterator[tuple[str, str]]:
    custom = entry.get("custom")
    said: Entry = {**entry, **(custom if isinstance(custom, dict) else {})}
    for column in COLUMNS:
        value = said.get(_KEY_OF.get(column, column))
        if isinstance(value, bool):
            yield column, "yes" if value else "no"
        elif isinstance(value, str) and value.strip():
            yield column, value
    if written := _people(entry.get("author")):
        yield AUTHORS, written
    for column, key in (("year", "issued"), ("accessed", "accessed")):
        if written := _written_date(entry.get(key)):
            yield column, written


def _flag(name: str, text: str) -> object:
    return _YES.get(text.casefold(), text) if name == "et_al" else text


def _more(text: str) -> Entry:
    try:
        found = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return {MORE: text}
    return found if isinstance(found, dict) else {MORE: text}


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";")]


def _author(text: str) -> Entry:
    """`Family, Given` is a person, anything else a body, also one with several commas."""
    family, _, given = text.partition(", ")
    person = text.count(", ") == 1
    return {"family": family, "given": given} if person else {"literal": text}


def _people(authors: object) -> str:
    if not isinstance(authors, list):
        return ""
    written = [_name(author) for author in authors if isinstance(author, dict)]
    return "; ".join(written)


def _name(author: Entry) -> str:
    names = [author.get(key) for key in ("family", "given", "literal")]
    return ", ".join(name for name in names if isinstance(name, str))


def _date(text: str) -> Entry:
    """CSL's date of `2024`, `2024-05` or `2024-05-31`; what is none of these stays to be named."""
    parts = text.removesuffix(".0").split("-")
    whole = all(map(_INTEGER.fullmatch, parts))
    return {"date-parts": [[int(part) if whole else part for part in parts]]}


def _written_date(value: object) -> str:
    match value:
        case {"date-parts": [[*parts]]}:
            return "-".join(f"{part:02}" if isinstance(part, int) else "" for part in parts)
    return ""
