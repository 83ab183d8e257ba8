"""What a curator may leave to us: ids and codes are made where they are empty, a name stands for
its id, and a cell that is declared `like` another is filled from it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final
from zlib import crc32

from nanoexplorer.core.cells import Column
from nanoexplorer.core.folding import fold
from nanoexplorer.core.profile import JOINT
from nanoexplorer.pack.profiles import ANY_FIELD, MANY, NUMBERS
from nanoexplorer.pack.schema import CRITERIA, FIELDS, OPTIONS, TABLES, VOCABULARY, Table
from nanoexplorer.pack.sheets import Sheet

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ID_LENGTH = 64
_SLUG_SIGNS = re.compile(r"[a-z0-9\n-]*")
_DOI_ADDRESS = re.compile(
    r"(?:https?://)?(?:(?:dx\.|www\.)?doi\.org/|doi:\s*)(?=10\.)", re.IGNORECASE
)
_NO_SLUG = re.compile(r"[^a-z0-9]+")
BEHIND: Final = "{owner}: {own}"
"""A name that says nothing without its owner's: *Seizure disorder: yes*."""
_WORDS: Final = 5
"""Of a text that has to make an id."""

Sheets = dict[str, Sheet]
Names = Mapping[str, str]
"""Folded names, and the ids that they stand for; one that would stand for several stands for
none."""


def is_slug(text: str) -> bool:
    """Whether a text is a short lower-case name, as ids are."""
    return SLUG.fullmatch(text) is not None and len(text) <= ID_LENGTH


def slug_of(text: str) -> str:
    """The id that a name makes; the empty string where it has no letter that an id may have."""
    slug = _NO_SLUG.sub("-", fold(text).replace("ß", "ss")).strip("-")
    return slug[:ID_LENGTH].rstrip("-")


def without_address(text: str) -> str:
    """A DOI as it is, also where it was written as an address; another text stays."""
    return _DOI_ADDRESS.sub("", text, count=1)


def pointed(text: str, names: Names) -> str:
    """The id that a text stands for; itself where it stands for none."""
    return names.get(fold(without_address(text)), text)


def complete(sheets: Sheets, others: Mapping[str, Names]) -> bool:
    """Fill in what was left to us, and say whether codes were among it; `others`: names of what is
    in no table.
    """
    codes_made = False
    for name, sheet in sheets.items():
        table = TABLES[name]
        _give_ids(table, sheet)
        codes_made = _give_codes(table, sheet) or codes_made
        for column in table.columns:
            if column.cell.like:
                _fill(table, sheet, column, sheets)
    for name, sheet in sheets.items():
        for column in TABLES[name].columns:
            if column.cell.points_at and column.name in sheet.header:
                _point(sheet, column, sheets, others)
    _name_values(sheets)
    return codes_made


def _cells(sheet: Sheet, column: str) -> list[str]:
    if column not in sheet.header:
        return [""] * len(sheet.rows)
    place = sheet.header.index(column)
    return [cells[place].strip() for _, cells in sheet.rows]


def _put(sheet: Sheet, column: str, row: int, text: str) -> None:
    if column not in sheet.header:
        sheet.header.append(column)
        for _, cells in sheet.rows:
            cells.append("")
    sheet.rows[row][1][sheet.header.index(column)] = text


def _give_ids(table: Table[Any], sheet: Sheet) -> None:
    if not table.named:
        return
    ids = _cells(sheet, "id")
    empty = [row for row, id_ in enumerate(ids) if not id_]
    if not empty:
        return
    within = [_cells(sheet, column) for column in table.unique if column != "id"]
    keys = [tuple(column[row] for column in within) for row in range(len(ids))]
    taken = {(keys[row], id_) for row, id_ in enumerate(ids) if id_}
    parts = [_cells(sheet, column) for column in table.named]
    for row in empty:
        made = slug_of(" ".join(" ".join(part[row].split()[:_WORDS]) for part in parts))
        id_ = next((one for one in _tries(made) if (keys[row], one) not in taken), "")
        if id_:
            taken.add((keys[row], id_))
            _put(sheet, "id", row, id_)


def _tries(made: str) -> Iterator[str]:
    if made:
        yield made
        cut = made[: ID_LENGTH - 7].rstrip("-")
        yield from (f"{cut}-{number}" for number in range(2, 100_000))


def _give_codes(table: Table[Any], sheet: Sheet) -> bool:
    """Of each id its own, wherever its row stands, unless another id has that already; whether any
    was given.
    """
    column = next((column for column in table.columns if column.name == "code"), None)
    if column is None:
        return False
    given = False
    codes, ids = _cells(sheet, "code"), _cells(sheet, "id")
    within = _cells(sheet, "field") if table.unique != ("id",) else [""] * len(codes)
    taken = set(zip(within, codes, strict=True))
    for row in sorted(range(len(codes)), key=ids.__getitem__):
        own = _own_first(ids[row], column.cell.allowed)
        free = (code for code in own if (within[row], code) not in taken)
        if not codes[row] and (made := next(free, "")):
            given = True
            taken.add((within[row], made))
            _put(sheet, "code", row, made)
    return given


def _own_first(id_: str, allowed: tuple[str, ...]) -> list[str]:
    """All codes, short ones first, and of these the one that an id comes to."""
    start = crc32(id_.encode()) % sum(len(code) == 1 for code in allowed)
    return sorted(allowed[start:] + allowed[:start], key=len)


def _fill(table: Table[Any], sheet: Sheet, column: Column, sheets: Sheets) -> None:
    texts = _cells(sheet, column.name)
    if all(texts):
        return
    owners = _owners(table, sheet, column.cell.of, sheets)
    for row, like in enumerate(_cells(sheet, column.cell.like)):
        if like and not texts[row]:
            owner = owners[row]
            _put(sheet, column.name, row, BEHIND.format(owner=owner, own=like) if owner else like)


def _owners(table: Table[Any], sheet: Sheet, of: str, sheets: Sheets) -> list[str]:
    """The name of what each row points at in a column; empty where there is none."""
    cells = _cells(sheet, of)
    targets = [t for column in table.columns if column.name == of for t in column.cell.points_at]
    called: dict[str, str] = {}
    for target in targets:
        of_table, there = TABLES.get(target), sheets.get(target)
        if of_table and there:
            [name, *_] = of_table.named
            called |= dict(zip(_cells(there, "id"), _cells(there, name), strict=True))
    names = set(called.values())
    return [called.get(cell, cell if cell in names else "") for cell in cells]


def _point(sheet: Sheet, column: Column, sheets: Sheets, others: Mapping[str, Names]) -> None:
    place = sheet.header.index(column.name)
    once = {cells[place] for _, cells in sheet.rows}
    if _plainly_slugs(once, column):
        return
    named = {text for text in map(str.strip, once) if text and not _all_slugs(text, column)}
    if not named:
        return
    texts = _cells(sheet, column.name)
    names: dict[str, str] = {}
    for target in column.cell.points_at:
        names |= others.get(target) or _names(target, sheets)
    ids = {text: _ids(text, column, names) for text in named}
    for row, text in enumerate(texts):
        if text in ids:
            _put(sheet, column.name, row, ids[text])


def _plainly_slugs(texts: Iterable[str], column: Column) -> bool:
    """Whether all are ids and nothing else, as is usual: seen at once, however many they are."""
    joined = "\n".join(texts)
    listed = "\n".join(("", joined.replace(f"{MANY} ", "\n") if column.many else joined, ""))
    loose = any(signs in listed for signs in ("--", "\n-", "-\n"))
    return not loose and _SLUG_SIGNS.fullmatch(listed) is not None


def _all_slugs(text: str, column: Column) -> bool:
    return all(SLUG.fullmatch(part.strip()) for part in _parts(text, column))


def _parts(text: str, column: Column) -> list[str]:
    return text.split(MANY) if column.many else [text]


def _ids(text: str, column: Column, names: Names) -> str:
    parts = [part.strip() for part in _parts(text, column)]
    return f"{MANY} ".join(pointed(part, names) for part in parts)


def _names(target: str, sheets: Sheets) -> Names:
    name, _, list_ = target.partition(":")
    sheet, table = sheets.get(name), TABLES.get(name)
    if sheet is None or table is None or not table.named:
        return {}
    lists = _cells(sheet, VOCABULARY.unique[0]) if list_ else [""] * len(sheet.rows)
    pairs = zip(_cells(sheet, table.named[0]), _cells(sheet, "id"), lists, strict=True)
    there = [(name, id_) for name, id_, in_ in pairs if in_ == list_]
    named = unmistaken((fold(name), id_) for name, id_ in there)
    return {**named, **{fold(id_): id_ for _, id_ in there}}


def unmistaken(pairs: Iterable[tuple[str, str]]) -> Names:
    """The names that stand for one id alone."""
    once = set(pairs)
    times = Counter(name for name, _ in once)
    return {name: id_ for name, id_ in once if name and times[name] == 1}


def _name_values(sheets: Sheets) -> None:
    """Names of fields and of their options, where cells say something of fields."""
    fields, options = _names(FIELDS.name, sheets), _options(sheets)
    for name, sheet in sheets.items():
        for column in TABLES[name].columns:
            parts = _PARTS.get(column.cell.form)
            if parts is None or column.name not in sheet.header:
                continue
            for row, text in enumerate(_cells(sheet, column.name)):
                said = [part.strip() for part in text.split(MANY)]
                made = [_by_id(parts, part, fields, options) for part in said]
                if made != said:
                    _put(sheet, column.name, row, f"{MANY} ".join(made))
    if CRITERIA.name in sheets:
        _name_criteria(sheets[CRITERIA.name], options)


def _name_criteria(sheet: Sheet, options: Mapping[str, Names]) -> None:
    asked = zip(_cells(sheet, "field"), _cells(sheet, "value"), strict=True)
    for row, (field, text) in enumerate(asked):
        made = _values(text, options.get(field, {}))
        if made != text:
            _put(sheet, "value", row, made)


_TESTS = "|".join((*ANY_FIELD, *NUMBERS))
_PARTS: Final = {
    "conditions": re.compile(rf"(.+?)(\s+(?:{_TESTS})\s+)(.+)"),
    "profile": re.compile(r"([^=]+?)(\s*=\s*)(.+)"),
}
"""A field, what stands between, and its value."""


def _by_id(parts: re.Pattern[str], text: str, fields: Names, options: Mapping[str, Names]) -> str:
    """A part that speaks of a field, with ids for its names."""
    found = parts.fullmatch(text)
    if found is None:
        return text
    field = fields.get(fold(found[1]), found[1])
    return f"{field}{found[2]}{_values(found[3], options.get(field, {}))}"


def _values(text: str, labels: Names) -> str:
    """Options by their ids, several of them too; what is none stays."""
    ids = set(labels.values())
    for sign, between in ((MANY, f"{MANY} "), (JOINT, JOINT)):
        parts = [part.strip() for part in text.split(sign)]
        made = [part if part in ids else labels.get(fold(part), part) for part in parts]
        if made != parts:
            return between.join(made)
    return text


def _options(sheets: Sheets) -> dict[str, dict[str, str]]:
    """For each field the ids of its options by their folded names."""
    found: dict[str, dict[str, str]] = {}
    if sheet := sheets.get(OPTIONS.name):
        rows = zip(*(_cells(sheet, name) for name in ("field", "id", "label")), strict=True)
        for field, id_, label in rows:
            found.setdefault(field, {})[fold(label)] = id_
    return found
