"""A pack as a workbook: a sheet a table, with drop-downs and hints made from the declarations."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from typing import Any, Final, NamedTuple

from nanoexplorer.core.cells import Column
from nanoexplorer.core.evidence import Source
from nanoexplorer.core.folding import fold
from nanoexplorer.pack.forms.contents import Contents, Row
from nanoexplorer.pack.forms.reference_rows import COLUMNS, row_of
from nanoexplorer.pack.forms.workbook import KEY, LICENCE, LIST, OWN, PACK, SOURCES, VALUE
from nanoexplorer.pack.manifest import KEYS
from nanoexplorer.pack.naming import is_slug
from nanoexplorer.pack.schema import TABLES, VOCABULARY, Table
from nanoexplorer.pack.sheets import is_remark

MOST_INLINE: Final = 250
"""Signs of a list that stands in a drop-down itself."""
MOST_HINT, MOST_TITLE = 250, 31
SPARE: Final = 500
"""Empty rows below the last that have drop-downs too."""
WIDE, NARROW = 60, 18
LISTS: Final = f"{OWN}lists"

Describe = Callable[[Table[Any], Column], str]


class Hints(NamedTuple):
    """What is said to whoever fills in a workbook: of a table's column, of the keys and columns of
    the other sheets, and on sheets for people alone, by their names.
    """

    of_column: Describe
    of_sheet: Mapping[str, Mapping[str, str]]
    read_me: Mapping[str, Sequence[str]]


def workbook_of(contents: Contents, hints: Hints) -> bytes:
    """The workbook, with hints."""
    import xlsxwriter  # only where a workbook is written

    file = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(file, options) as book:
        writer = _Writer(book, hints)
        for name, lines in hints.read_me.items():
            writer.plain(f"{OWN}{name}", [[line] for line in lines])
        writer.head([[KEY, VALUE], *_pairs(contents.manifest)])
        writer.other(SOURCES, _sources(contents.manifest.get(SOURCES, [])))
        writer.other(LIST, _entries(contents.entries))
        for name, rows in contents.tables.items():
            writer.table(TABLES[name], rows, contents.tables)
        if contents.licence:
            text = contents.licence.decode("utf-8", "replace")
            writer.plain(f"{OWN}{LICENCE.lower()}", [[line] for line in text.splitlines()])
        writer.lists()
    return file.getvalue()


def _pairs(manifest: Mapping[str, object]) -> list[Row]:
    return [[key, str(manifest[key])] for key in KEYS if key in manifest and key != SOURCES]


def _sources(sources: list[Mapping[str, object]]) -> list[Row]:
    return [[*Source._fields], *([str(s.get(k, "")) for k in Source._fields] for s in sources)]


def _entries(entries: list[dict[str, Any]]) -> list[Row]:
    rows = map(row_of, entries)
    return [[*COLUMNS], *([row.get(column, "") for column in COLUMNS] for row in rows)]


class _Writer:
    """Sheets of one workbook, and the lists that its drop-downs share."""

    def __init__(self, book: Any, hints: Hints) -> None:  # noqa: ANN401
        self._book, self._hints = book, hints
        self._head = book.add_format({"bold": True, "bottom": 1})
        self._quiet = book.add_format({"italic": True, "text_wrap": True, "valign": "top"})
        self._text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        self._lists: dict[tuple[str, ...], int] = {}

    def plain(self, name: str, rows: list[Row]) -> Any:  # noqa: ANN401
        """A sheet of texts under a heading that stays in sight."""
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(2 if len(rows) > 1 and is_remark(rows[1]) else 1, 0)
        for number, row in enumerate(rows):
            quiet = self._quiet if is_remark(row) else self._text
            look = self._head if number == 0 else quiet
            for place, cell in enumerate(row):
                if cell:
                    sheet.write_string(number, place, cell, look)
        said = [row for row in rows if not is_remark(row)]  # a hint takes several lines
        for place, cells in enumerate(zip(*said, strict=True)):
            long = max(map(len, cells), default=0) > 2 * NARROW
            sheet.set_column(place, place, WIDE if long else NARROW, self._text)
        return sheet

    def head(self, rows: list[Row]) -> None:
        """The pack's keys, a hint beside each value."""
        sheet = self.plain(PACK, rows)
        for number, (key, _) in enumerate(rows[1:], start=1):
            sheet.data_validation(number, 1, number, 1, _hint(key, self._hints.of_sheet[PACK][key]))

    def other(self, name: str, rows: list[Row]) -> None:
        """A sheet that is no table, with a hint in every cell."""
        sheet = self.plain(name, rows)
        for place, column in enumerate(rows[0]):
            hint = _hint(column, self._hints.of_sheet[name][column])
            sheet.data_validation(1, place, len(rows) + SPARE, place, hint)

    def table(self, table: Table[Any], rows: list[Row], tables: Mapping[str, list[Row]]) -> None:
        """One of the tables, a hint in every cell, a drop-down where the choice is closed."""
        sheet = self.plain(table.name, rows)
        columns = {column.name: column for column in table.columns}
        for place, name in enumerate(rows[0]):
            hint = _hint(name, self._hints.of_column(table, columns[name]))
            options = {**hint, **self._choice(columns[name], tables)}
            sheet.data_validation(1, place, len(rows) + SPARE, place, options)

    def _choice(self, column: Column, tables: Mapping[str, list[Row]]) -> dict[str, object]:
        """The list of a drop-down; several values, and what stands elsewhere, may be typed."""
        cell = column.cell
        source: object = ""
        if cell.allowed:
            source = self._source(cell.allowed)
        elif len(cell.points_at) == 1:
            source = _source_at(cell.points_at[0], tables)
        if not source:
            return {}
        typed = column.many or not cell.allowed
        return {"validate": "list", "source": source, "show_error": not typed}

    def _source(self, allowed: tuple[str, ...]) -> object:
        if sum(map(len, allowed)) + len(allowed) <= MOST_INLINE:
            return list(allowed)
        place = self._lists.setdefault(allowed, len(self._lists))
        return _range(LISTS, place, 1, len(allowed))

    def lists(self) -> None:
        """The sheet of what is too long to stand in a drop-down; out of sight."""
        if self._lists:
            sheet = self._book.add_worksheet(LISTS)
            sheet.hide()
            for allowed, place in self._lists.items():
                for row, word in enumerate(allowed):
                    sheet.write_string(row, place, word)


def _hint(title: str, message: str) -> dict[str, object]:
    texts = {"input_title": title[:MOST_TITLE], "input_message": message[:MOST_HINT]}
    return {"validate": "any", **texts}


def _source_at(target: str, tables: Mapping[str, list[Row]]) -> str:
    """The names, or else the ids, in the table that a column points at, below its hints; nothing
    where it has neither.
    """
    name, _, list_ = target.partition(":")
    if name not in TABLES:
        return _range(name, 0, 2, SPARE)
    header, *rows = tables.get(name, [[]])
    column = _called_by(TABLES[name], header, rows)
    if column not in header:
        return ""
    place = header.index(column)
    if list_:
        return _part(place, header.index(VOCABULARY.unique[0]), list_)
    first = 3 if rows and is_remark(rows[0]) else 2
    return _range(name, place, first, len(rows) + 1 + SPARE)


def _called_by(table: Table[Any], header: Row, rows: list[Row]) -> str:
    """The column by which others call a row: its name, unless that would be read as another id."""
    name = table.named[0] if len(table.named) == 1 else "id"
    if not {name, "id"} <= {*header}:
        return name if name in header else "id"
    named, ids = header.index(name), header.index("id")
    lines = [row for row in rows if not is_remark(row)]
    names = [fold(row[named]) for row in lines]
    mistaken = any(is_slug(row[named]) and row[ids] not in ("", row[named]) for row in lines)
    return "id" if mistaken or len({*names}) < len(names) else name


def _range(sheet: str, place: int, first: int, last: int) -> str:
    letter = _letter(place)
    return f"={sheet}!${letter}${first}:${letter}${last}"


def _letter(place: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(place))


def _part(place: int, listed: int, list_: str) -> str:
    """The words of one list of the vocabulary, which stand together."""
    sheet, letter, lists = VOCABULARY.name, _letter(place), _letter(listed)
    begin = f'MATCH("{list_}",{sheet}!${lists}:${lists},0)-1'
    many = f'COUNTIF({sheet}!${lists}:${lists},"{list_}")'
    return f"=OFFSET({sheet}!${letter}$1,{begin},0,{many},1)"
