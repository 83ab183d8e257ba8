"""References of a reference manager's export among those that a pack has: matched by DOI, then by
key; an id that statements cite stays, and so does what somebody may have typed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any, Final, NamedTuple

from nanoexplorer.pack.citing.exported import MORE, UNCLEAR, is_ours, ours
from nanoexplorer.pack.naming import ID_LENGTH, slug_of

Entry = dict[str, Any]
KINDS: Final = (".json", ".ris", ".bib")
"""The endings of the files that are read."""
_OURS: Final = ("id", "custom")
_NAMELESS: Final = "reference"


class Merged(NamedTuple):
    """All entries, and the ids of those that were added, and of those that are written otherwise
    now; `kept`:
    the id of one of which the export says something else, and the keys that stayed as they were.
    """

    entries: list[Entry]
    added: tuple[str, ...]
    changed: tuple[str, ...]
    kept: tuple[tuple[str, tuple[str, ...]], ...] = ()


def entries_in(text: str, name: str) -> list[Any]:
    """The entries of an exported file, told by its ending; raises ValueError."""
    suffix = PurePath(name).suffix.lower()
    if suffix == ".ris":
        from nanoexplorer.pack.citing import ris

        return ris.entries_in(text)
    if suffix == ".bib":
        from nanoexplorer.pack.citing import bibtex

        return bibtex.entries_in(text)
    found = json.loads(text)
    if not isinstance(found, list):
        raise ValueError(type(found).__name__)
    return found


def merged(there: Sequence[Entry], exported: Sequence[Entry]) -> Merged:
    """What a pack has, and what was exported where the pack says nothing."""
    written: dict[str, Entry] = {}
    for entry in there:
        id_ = str(entry.get("id") or "")
        written[id_ if id_ and id_ not in written else _new_id(ours(entry), written)] = entry
    entries = {id_: dict(e) if is_ours(e) else ours(e) for id_, e in written.items()}
    added: list[str] = []
    kept: list[tuple[str, tuple[str, ...]]] = []
    for entry in map(ours, exported):
        known = _match(entry, entries)
        if known is None:
            id_ = _new_id(entry, entries)
            entries[id_] = {**entry, "id": id_}
            added.append(id_)
            continue
        old = entries[known]
        if otherwise := tuple(_otherwise(old, entry)):
            kept.append((known, otherwise))
        entries[known] = {**_with(old, entry), "id": old.get("id", known)}
    changed = tuple(id_ for id_, entry in written.items() if entries[id_] != entry)
    return Merged(list(entries.values()), tuple(added), changed, tuple(kept))


def _match(entry: Entry, entries: dict[str, Entry]) -> str | None:
    """The id of the entry that is meant: by DOI, then by key."""
    doi = str(entry.get("DOI", "")).casefold()
    if doi:
        for id_, other in entries.items():
            if str(other.get("DOI", "")).casefold() == doi:
                return id_
    keys = set(_keys(entry))
    for id_, other in entries.items():
        theirs = str(other.get("DOI", "")).casefold()
        if keys & set(_keys(other)) and not (doi and theirs and doi != theirs):
            return id_
    return None


def _keys(entry: Entry) -> Iterator[str]:
    """All that an entry is called by: its id, and what a manager calls it."""
    custom = entry.get("custom")
    more = custom.get(MORE, {}) if isinstance(custom, dict) else {}
    for key in (entry.get("id"), more.get("id"), more.get("citation-key")):
        if key:
            yield str(key).casefold()


def _new_id(entry: Entry, entries: dict[str, Entry]) -> str:
    made = slug_of(str(entry.get("id") or "")) or _NAMELESS
    tries = (made, *(f"{made[: ID_LENGTH - 5]}-{n}" for n in range(2, len(entries) + 3)))
    return next(one for one in tries if one not in entries)


def _with(old: Entry, new: Entry) -> Entry:
    """An entry that says what both do; where both do, what the pack has."""
    custom = {**new["custom"], **old["custom"]}
    if custom["kind"] == UNCLEAR:
        custom["kind"] = new["custom"]["kind"]
    if "author" in old and "et_al" not in old["custom"]:
        custom.pop("et_al", None)
    if MORE in new["custom"]:
        custom[MORE] = {**old["custom"].get(MORE, {}), **new["custom"][MORE]}
    return {**new, **old, "custom": custom}


def _otherwise(old: Entry, new: Entry) -> Iterator[str]:
    """The keys of which both say something, and not the same."""
    for key, value in old.items():
        if key not in _OURS and _folded(new.get(key, value)) != _folded(value):
            yield key
    theirs = {**new["custom"], "kind": _kind(new) or _kind(old)}
    for key, value in old["custom"].items():
        if key != MORE and (key != "kind" or _kind(old)) and theirs.get(key, value) != value:
            yield f"custom.{key}"


def _folded(value: object) -> object:
    return value.casefold() if isinstance(value, str) else value


def _kind(entry: Entry) -> str:
    return "" if entry["custom"]["kind"] == UNCLEAR else str(entry["custom"]["kind"])
