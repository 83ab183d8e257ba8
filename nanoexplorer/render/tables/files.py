"""CSV and XLSX of what is shown; pandas lives here, and is imported when a table is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from io import BytesIO
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Final

from nanoexplorer.formats.view import state_json
from nanoexplorer.render.job import SEPARATORS, Job, Progress
from nanoexplorer.render.provenance import provenance_of
from nanoexplorer.render.tables.table import Cell, provenance_cells, table_of
from nanoexplorer.words import common
from nanoexplorer.words import export_tables as words
from nanoexplorer.words.packs.whose import pack_said

if TYPE_CHECKING:
    import pandas as pd

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How a cell begins that a spreadsheet would take for a formula."""
MOST_SIGNS: Final = 32_767
"""In a cell of a workbook; a longer one would be dropped without a word."""
LEAST_WIDTH, MOST_WIDTH = 8, 48
"""Of a column, in letters."""
LINE_HEIGHT: Final = 15
"""Of a row, in points."""
MOST_LINES: Final = 27
"""A row can't be higher."""
MOST_TOGETHER: Final = 165
"""Letters of all columns of a printed page: one A4 across, at about three quarters of its size."""
PAPER_A4: Final = 9
MOST_FOOTER: Final = 250
"""Signs; a longer line at the foot of a printed page is refused."""
NUMBERS: Final = frozenset({"number", "volume", "issue", "pages", "value"})
"""Columns whose text may be a number, which a workbook holds as one."""
_WHOLE: Final = re.compile(r"0|[1-9][0-9]{0,14}")
_DOI: Final = re.compile(r"10\.[0-9]{4,9}/[!-~]+")
RESOLVER: Final = "https://doi.org/"


def make_csv(job: Job, progress: Progress) -> bytes:
    """A row for each thing shown; UTF-8 with a byte order mark, RFC 4180 but for a separator that
    was asked for. Raises ExportError.
    """
    progress(0, 1)
    frame = _frame(job, harmless)
    text = frame.to_csv(index=False, lineterminator="\r\n", sep=SEPARATORS[job.separator])
    return text.encode("utf-8-sig", "backslashreplace")


def harmless(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula: with an apostrophe before it if need be."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def make_xlsx(job: Job, progress: Progress) -> bytes:
    """A workbook: the table on one sheet, provenance on another, the view's state a property.

    Text is written as text, never as a formula or a link; a DOI leads to its resolver, and what
    is a number stands as one. A page is one sheet of A4 across, with the heads and the disclaimer
    on each. Raises ExportError.
    """
    import pandas as pd

    progress(0, 2)
    frame = _frame(job, fitting)
    about = _about(job)
    progress(1, 2)
    file = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with pd.ExcelWriter(file, engine="xlsxwriter", engine_kwargs={"options": options}) as writer:
        sheets = (
            (_sheet(job.view), frame, len(table_of(job).columns)),
            (words.SHEET_ABOUT, about, 1),
        )
        for name, one, shown in sheets:
            one.to_excel(writer, sheet_name=name, index=False, freeze_panes=(1, 0))
            _lay_out(writer, name, one, shown)
        _refine(writer, job, frame)
        writer.book.set_properties(_properties(job))
    return file.getvalue()


def _frame(job: Job, clean: Callable[[Cell], Cell]) -> pd.DataFrame:
    """The table under heads that a person reads; numbers stay whole where some are missing.

    Provenance stands in columns of its own in every row: the table stays one table to any reader,
    and a row that is copied elsewhere still says what it is.
    """
    import pandas as pd

    table, provenance = table_of(job), provenance_cells(job)
    heads = [*table.heads, *(words.PROVENANCE_COLUMNS[column] for column in provenance)]
    rows = [[clean(cell) for cell in (*row, *provenance.values())] for row in table.rows]
    return pd.DataFrame(rows, columns=heads, dtype=object)


def _about(job: Job) -> pd.DataFrame:
    """The provenance, a line each below the disclaimer."""
    import pandas as pd

    return pd.DataFrame({common.disclaimer(): list(_provenance_lines(job))}, dtype=object)


def _provenance_lines(job: Job) -> Iterable[str]:
    """Without the disclaimer, which stands above in full."""
    said = provenance_of(job)
    yield from (said.sources, said.keys, *said.reach, said.profile, said.version, said.case_code)
    yield from (*said.remarks, *said.legend)


def _properties(job: Job) -> dict[str, Any]:
    pack = pack_said(job.pack)
    return {
        "title": job.rendering.title,
        "subject": common.disclaimer(),
        "author": common.APP,
        "keywords": f"{provenance_cells(job)['case_code']} {pack}",
        "comments": state_json(job.pack, job.intent, job.view),
    }


def fitting(cell: Cell) -> Cell:
    """A cell that a workbook can hold, cut where it is too long."""
    too_long = isinstance(cell, str) and len(cell) > MOST_SIGNS
    return f"{str(cell)[: MOST_SIGNS - 1]}…" if too_long else cell


def _sheet(view: str) -> str:
    """What the sheet of a view is called."""
    return common.TABS.get(view, words.SHEET_CARD)


def _lay_out(writer: pd.ExcelWriter[Any], name: str, frame: pd.DataFrame, shown: int) -> None:
    """Wrapped cells, columns as wide as their words, within reason, and rows as high.

    The first so many columns are those that are `shown` side by side on a printed page.
    """
    wrapped = writer.book.add_format({"text_wrap": True, "valign": "top"})
    bold = writer.book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    sheet = writer.sheets[name]
    sheet.set_landscape()
    sheet.set_paper(PAPER_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    widths = _together([_width(frame, place) for place in range(frame.shape[1])], shown)
    for place, (head, width) in enumerate(zip(frame.columns, widths, strict=True)):
        sheet.set_column(place, place, width, wrapped)
        sheet.write_string(0, place, str(head), bold)
    for place, row in enumerate(frame.itertuples(index=False), start=1):
        lines = max(_lines(cell, width) for cell, width in zip(row, widths, strict=True))
        if lines > 1:  # not every reader of workbooks works the height out
            sheet.set_row(place, min(lines, MOST_LINES) * LINE_HEIGHT)


def _refine(writer: pd.ExcelWriter[Any], job: Job, frame: pd.DataFrame) -> None:
    """What the table's own columns are beside text, and how they are printed; provenance stands
    at the foot of a printed page, not in columns of it.
    """
    columns, sheet = table_of(job).columns, writer.sheets[_sheet(job.view)]
    top = writer.book.add_format({"text_wrap": True, "valign": "top"})
    for place, column in enumerate(columns):
        for row, cell in enumerate(frame.iloc[:, place], start=1):
            if column in NUMBERS and isinstance(cell, str) and _WHOLE.fullmatch(cell):
                sheet.write_number(row, place, int(cell), top)
            elif column == "doi" and isinstance(cell, str) and _DOI.fullmatch(cell):
                sheet.write_url(row, place, f"{RESOLVER}{cell}", None, cell)
    sheet.print_area(0, 0, max(1, len(frame)), len(columns) - 1)
    sheet.set_header(_print_words(f"&L&B{_plain(job.rendering.title)}"))
    sheet.set_footer(f"&L&8{_print_words(_plain(_foot(job)))}&R&8&P / &N")


def _foot(job: Job) -> str:
    code = provenance_cells(job)["case_code"]
    return " · ".join((common.disclaimer(), code))


def _plain(text: str) -> str:
    """Text in which a workbook's page header finds no command."""
    return text.replace("&", "&&")


def _print_words(text: str) -> str:
    return text if len(text) <= MOST_FOOTER else f"{text[: MOST_FOOTER - 1].rstrip('&')}…"


def _width(frame: pd.DataFrame, place: int) -> int:
    longest = max((len(str(cell)) for cell in frame.iloc[:, place] if cell is not None), default=0)
    return min(max(LEAST_WIDTH, longest, len(str(frame.columns[place])) + 2), MOST_WIDTH)


def _together(widths: list[int], shown: int) -> list[int]:
    """Widths of which the first so many fit on a page: the widest ones give way."""
    fitting = list(widths)
    while sum(fitting[:shown]) > MOST_TOGETHER and max(fitting[:shown]) > LEAST_WIDTH:
        widest = max(range(shown), key=lambda place: fitting[place])
        fitting[widest] -= 1
    return fitting


def _lines(cell: object, width: int) -> int:
    """How many lines a cell takes, words that don't fit being taken to the next one."""
    text = "" if cell is None else str(cell)
    return sum(max(1, len(wrap(line, width))) for line in text.split("\n"))
