"""A pack that tries to be more than text: markup in every cell that may hold words."""

from __future__ import annotations

import json
from pathlib import Path

from nanoexplorer.core.cells import Column
from nanoexplorer.pack.schema import TABLES
from tests.packs import copy_of_mini_pack, read_rows, write_rows

MARKUP = '<b>x</b><img src="x.png">&amp;'
_LISTS = {"value"}  # of a criterion; free text only where the test is `outside`


def hostile_pack(folder: Path) -> Path:
    """The mini pack with markup before every text of it."""
    pack = copy_of_mini_pack(folder)
    for name, table in TABLES.items():
        if name != "retired":
            texts = {c.name for c in table.columns if _is_free(c) and c.name not in _LISTS}
            _mark_table(pack / table.file, texts)
    toml = pack / "pack.toml"
    lines = toml.read_text(encoding="utf-8").splitlines()
    toml.write_text("\n".join(map(_mark_line, lines)) + "\n", encoding="utf-8")
    references = json.loads((pack / "references.json").read_text(encoding="utf-8"))
    for reference in references:
        reference["title"] = MARKUP + reference["title"]
    (pack / "references.json").write_text(json.dumps(references), encoding="utf-8")
    return pack


def _is_free(column: Column) -> bool:
    return column.type == "text" and column.cell.form in ("", "text") and not column.cell.allowed


def _mark_table(file: Path, texts: set[str]) -> None:
    head, *lines = read_rows(file)
    write_rows(
        file,
        [head, *([_marked(name in texts, cell) for name, cell in zip(head, line, strict=True)]
                 for line in lines)],
    )  # fmt: skip


def _marked(is_text: bool, cell: str) -> str:
    return MARKUP + cell if is_text and cell else cell


def _mark_line(line: str) -> str:
    key = line.partition(" = ")[0]
    if key in {"title", "label", "called", "covers", "search_reach"}:
        return f"{key} = {json.dumps(MARKUP + json.loads(line.partition(' = ')[2]))}"
    return line
