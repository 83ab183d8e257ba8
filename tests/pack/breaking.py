"""Ways to break the mini pack, for the tests of the loader."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from nanoexplorer.pack.loader import load_pack
from nanoexplorer.pack.problems import PackError, Problem
from tests.packs import add_row, edit_cell, read_rows, write_rows

Edit = Callable[[Path], object]


class Broken(NamedTuple):
    """An edit of the mini pack, and where and as what its problem is named."""

    code: str
    edit: Edit
    file: str
    row: str
    column: str
    found: str = ""


def cell(file: str, line: int, column: str, text: str) -> Edit:
    return lambda pack: edit_cell(pack, file, line, column, text)


def cells(file: str, line: int, **texts: str) -> Edit:
    def edit(pack: Path) -> None:
        for column, text in texts.items():
            edit_cell(pack, file, line, column, text)

    return edit


def row(file: str, *cells: str) -> Edit:
    return lambda pack: add_row(pack, file, *cells)


def content(file: str, data: bytes) -> Edit:
    return lambda pack: (pack / file).write_bytes(data)


def missing(file: str) -> Edit:
    return lambda pack: (pack / file).unlink()


def renamed(file: str, name: str) -> Edit:
    return lambda pack: (pack / file).rename(pack / name)


def a_folder(file: str) -> Edit:
    def edit(pack: Path) -> None:
        (pack / file).unlink()
        (pack / file).mkdir()

    return edit


def linked_to(file: str, target: str) -> Edit:
    """A link in the place of a file."""

    def edit(pack: Path) -> None:
        (pack / file).unlink()
        (pack / file).symlink_to(target)

    return edit


def a_pipe(file: str) -> Edit:
    def edit(pack: Path) -> None:
        (pack / file).unlink()
        os.mkfifo(pack / file)

    return edit


def text(file: str, old: str, new: str) -> Edit:
    def edit(pack: Path) -> None:
        written = (pack / file).read_text(encoding="utf-8")
        assert old in written
        (pack / file).write_text(written.replace(old, new, 1), encoding="utf-8")

    return edit


def text_in(encoding: str, file: str, old: str, new: str) -> Edit:
    """The file as another program would save it."""

    def edit(pack: Path) -> None:
        written = (pack / file).read_text(encoding="utf-8")
        assert old in written
        (pack / file).write_bytes(written.replace(old, new, 1).encode(encoding))

    return edit


def garbled(file: str) -> Edit:
    """Every row with letters that were read in another encoding than they were saved in."""

    def edit(pack: Path) -> None:
        head, *rows = read_rows(pack / file)
        wrong = "Köln’s".encode().decode("cp1252")
        write_rows(pack / file, [head, *([*cells[:-1], wrong] for cells in rows)])

    return edit


def header_alone(file: str) -> Edit:
    """A header separated by commas over rows that are not."""

    def edit(pack: Path) -> None:
        head, *rows = (pack / file).read_text(encoding="utf-8").splitlines()
        (pack / file).write_text("\n".join([head, *(row.replace(",", "|") for row in rows)]))

    return edit


def header(file: str, change: Callable[[list[str]], list[str]]) -> Edit:
    """The same change to every line of a table."""
    return lambda pack: write_rows(pack / file, [change(cells) for cells in read_rows(pack / file)])


def without_rows(file: str, start: str) -> Edit:
    def edit(pack: Path) -> None:
        rows = read_rows(pack / file)
        write_rows(pack / file, [cells for cells in rows if cells[0] != start])

    return edit


def entry(place: int, **change: object) -> Edit:
    """Change a reference; a key that becomes None goes."""

    def edit(pack: Path) -> None:
        file = pack / "references.json"
        entries = json.loads(file.read_text(encoding="utf-8"))
        changed = {**entries[place], **change}
        entries[place] = {key: value for key, value in changed.items() if value is not None}
        file.write_text(json.dumps(entries), encoding="utf-8")

    return edit


def all_options(field: str, known: str) -> Edit:
    """Make every option of a field known or unknown."""

    def edit(pack: Path) -> None:
        rows = read_rows(pack / "field_options.csv")
        place = rows[0].index("known")
        for cells in rows[1:]:
            cells[place] = known if cells[0] == field else cells[place]
        write_rows(pack / "field_options.csv", rows)

    return edit


def problems_in(folder: Path) -> tuple[Problem, ...]:
    with pytest.raises(PackError) as caught:
        load_pack(folder)
    return caught.value.problems
