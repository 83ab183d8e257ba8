"""The reference of a pack's tables in Markdown, made from their declarations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nanoexplorer.core.evidence import Source
from nanoexplorer.pack.forms import workbook
from nanoexplorer.pack.forms.reference_rows import COLUMNS
from nanoexplorer.pack.manifest import KEYS
from nanoexplorer.pack.schema import TABLES
from nanoexplorer.words.packs import columns

TITLE = "## The tables of a pack"
LEAD = (
    "In a folder a table is a CSV file, in a workbook a sheet of the same name. A column in bold "
    "is needed; others may be empty, or missing."
)
HEADING = "### {name}"
NEEDED = "{said}. Every pack has this table."
PACK = "`pack.toml`; in a workbook the sheet `pack`, a key and a value a row"
SOURCES = "`[[sources]]` in `pack.toml`; in a workbook the sheet `sources`"
REFERENCES = "`references.json` (CSL-JSON); in a workbook the sheet `references`"
HEAD = "| column | what goes there |"
RULE = "|---|---|"
ROW = "| {name} | {said} |"
ROW_NEEDED = "| **{name}** | {said} |"
END = "{said}."


def reference_lines() -> Iterator[str]:
    """The reference, line by line."""
    yield from (TITLE, "", LEAD)
    keys = {key: columns.PACK_KEY[key] for key in KEYS if key != workbook.SOURCES}
    yield from _plain(workbook.PACK, PACK, keys)
    sources = {key: columns.SOURCE_COLUMN[key] for key in Source._fields}
    yield from _plain(workbook.SOURCES, SOURCES, sources)
    references = {key: columns.REFERENCE_COLUMN[key] for key in COLUMNS}
    yield from _plain(workbook.LIST, REFERENCES, references)
    for table in TABLES.values():
        said = (NEEDED if table.needed else END).format(said=columns.TABLE[table.name])
        yield from ("", HEADING.format(name=table.name), "", said, "", HEAD, RULE)
        for column in table.columns:
            row = ROW_NEEDED if column.name in table.needed_columns else ROW
            yield row.format(name=column.name, said=columns.column_line(table, column))


def _plain(name: str, said: str, rows: Mapping[str, str]) -> Iterator[str]:
    yield from ("", HEADING.format(name=name), "", END.format(said=said), "", HEAD, RULE)
    yield from (ROW.format(name=key, said=text) for key, text in rows.items())
