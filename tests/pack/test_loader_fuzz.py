"""Whatever is in a folder: a pack, or a PackError that can be put into words."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nanoexplorer.pack.loader import load_pack
from nanoexplorer.pack.problems import MOST_PROBLEMS, PackError, Problem
from nanoexplorer.pack.schema import TABLES
from nanoexplorer.words.packs.problems import problem_line
from tests.packs import copy_of_mini_pack, edit_cell, read_rows, table_files, write_rows

FILES = [*table_files(), "pack.toml", "references.json"]
SIGNS = 'ab-1;=,"\n\r\t\x00\ufeff\u2028é{}[]'
WORDS = sorted(
    {
        value
        for table in TABLES.values()
        for column in table.columns
        for value in column.cell.allowed
    }
    | {"handbook", "handbook-1", "s-cork", "felt", "felt-sleeve", "roast", "light", "cups", "0"}
    | {"roast=light; roast=dark", "cups at-most 3", "cups=", "=", ";", "999999999", "9" * 5000}
)
CELLS = st.one_of(st.sampled_from(WORDS), st.text(), st.text(SIGNS))


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with TemporaryDirectory() as home:
        yield Path(home) / "pack"


def problems_of(folder: Path) -> tuple[Problem, ...] | None:
    try:
        load_pack(folder)
    except PackError as error:
        return error.problems
    return None


def loads_or_tells(folder: Path) -> None:
    problems = problems_of(folder)
    assert problems is None or problems
    for problem in problems or ():
        assert problem_line(problem).isprintable()


def fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    return copy_of_mini_pack(folder)


@settings(max_examples=150)
@given(file=st.sampled_from(FILES), data=st.binary(max_size=200))
def test_random_bytes_in_a_file_raise_nothing_but_pack_errors(
    folder: Path, file: str, data: bytes
) -> None:
    (fresh(folder) / file).write_bytes(data)
    loads_or_tells(folder)


@settings(max_examples=150)
@given(
    file=st.sampled_from(FILES),
    place=st.integers(0, 2000),
    gone=st.integers(0, 5),
    signs=st.text(SIGNS, max_size=5),
)
def test_a_slip_in_a_file_raises_nothing_but_pack_errors(
    folder: Path, file: str, place: int, gone: int, signs: str
) -> None:
    path = fresh(folder) / file
    data = path.read_bytes()
    path.write_bytes(data[:place] + signs.encode() + data[place + gone :])
    loads_or_tells(folder)


@settings(max_examples=150)
@given(data=st.data())
def test_random_cells_raise_nothing_but_pack_errors(folder: Path, data: st.DataObject) -> None:
    pack = fresh(folder)
    for _ in range(data.draw(st.integers(1, 4))):
        file = data.draw(st.sampled_from(table_files()))
        rows = read_rows(pack / file)
        line = data.draw(st.integers(2, len(rows)))
        edit_cell(pack, file, line, data.draw(st.sampled_from(rows[0])), data.draw(CELLS))
    loads_or_tells(pack)


@settings(max_examples=100)
@given(file=st.sampled_from(table_files()), data=st.data())
def test_rows_in_any_number_raise_nothing_but_pack_errors(
    folder: Path, file: str, data: st.DataObject
) -> None:
    pack = fresh(folder)
    rows = read_rows(pack / file)
    kept = data.draw(st.lists(st.sampled_from(rows), max_size=2 * len(rows)))
    write_rows(pack / file, [rows[0], *kept])
    loads_or_tells(pack)


@pytest.mark.parametrize("depth", [10, 300, 900, 5_000, 100_000])
def test_deep_nesting_raises_nothing_but_pack_errors(depth: int, tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    (pack / "references.json").write_text("[" * depth + "]" * depth)
    (pack / "pack.toml").write_text("id = " + "[" * depth + "]" * depth)
    loads_or_tells(pack)


@pytest.mark.parametrize("number", ["9" * 5000, "0x" + "f" * 5000, "1e999", "nan", "-0.0"])
def test_monstrous_numbers_raise_nothing_but_pack_errors(number: str, tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    (pack / "pack.toml").write_text(f"id = {number}\ndate = {number}\nsources = [{number}]")
    (pack / "references.json").write_text(f'[{{"id": {number}}}, {number}]')
    loads_or_tells(pack)


def test_faults_without_number_are_named_up_to_what_somebody_could_read(folder: Path) -> None:
    for entry in ('{"a":0,"a":1}', "{" + ",".join(f'"{n}":0' for n in range(20)) + "}"):
        pack = fresh(folder)
        (pack / "references.json").write_text(f"[{','.join([entry] * 20_000)}]", encoding="utf-8")
        with pytest.raises(PackError) as refused:
            load_pack(pack)
        assert 1 <= len(refused.value.problems) <= MOST_PROBLEMS
