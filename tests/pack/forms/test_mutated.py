"""Many wrong packs in the forms that are files: each is refused, its fault named by its cell, and
nothing buries it. `MUTATED_PACKS` says how many of each form; `make mutations` tries a thousand.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from openpyxl.utils.exceptions import IllegalCharacterError

from nanoexplorer.core.pack import Pack
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.pack.problems import PackError
from nanoexplorer.words.packs.problems import problem_line
from tests.pack.forms.forms import as_pack_file, as_workbook
from tests.pack.mutations import Mutation, mutations, written
from tests.pack.test_mutations import fault_of, is_same
from tests.packs import MINI_PACK, copy_of_mini_pack

NUMBER = int(os.environ.get("MUTATED_PACKS", "40"))
# What a sheet can't have: its cells are neither separated nor encoded nor quoted by anybody.
OF_TEXT = ("separated", "mark", "CR", "sep line", "UTF-16", "utf-16", "a workbook", "noise",
           "Latin-1", "a quote is never closed", "a header apart", "blank", "deep", "comma", "cut",
           "rows", "no list", "dotted", "a quote", "twice", "a cell less")  # fmt: skip
Make = Callable[[Path, Path], Path]


def drawn(form: str) -> Iterator[Mutation]:
    """So many mutations, of as many seeds as it takes, each seed's in an order of its own."""
    left = NUMBER
    for seed in range(1000):
        found = list(mutations(seed, MINI_PACK))
        Random(seed).shuffle(found)
        for mutation in found:
            if form == "workbook" and not is_of_a_sheet(mutation):
                continue
            if not left:
                return
            left -= 1
            yield mutation


def is_of_a_sheet(mutation: Mutation) -> bool:
    return mutation.file.endswith(".csv") and not any(
        mutation.what.startswith(what) or mutation.what.endswith(what) for what in OF_TEXT
    )


def tried(mutation: Mutation, make: Make, tmp_path: Path) -> Pack | PackError | None:
    """The mutated pack in another form; None where no file of that form can hold it."""
    folder = tmp_path / "pack"
    assert mutation.data is not None
    (folder / mutation.file).write_bytes(mutation.data)
    path = tmp_path / "pack.file"
    try:
        make(folder, path)
    except (IllegalCharacterError, ValueError):  # no XML has such a sign
        return None
    finally:
        (folder / mutation.file).write_bytes((MINI_PACK / mutation.file).read_bytes())
    return opened(path)


def opened(path: Path) -> Pack | PackError:
    try:
        return load_pack(path)
    except PackError as error:
        return error


def as_in_a_folder(error: PackError) -> PackError:
    """The same problems where the folder would have them."""
    return PackError([p._replace(file=f"{p.sheet}.csv", sheet="") for p in error.problems])


def test_every_wrong_pack_file_is_refused_with_its_fault_named(tmp_path: Path) -> None:
    copy_of_mini_pack(tmp_path / "pack")
    missed = []
    for mutation in drawn("pack file"):
        found = tried(mutation, as_pack_file, tmp_path)
        assert found is not None
        if fault := fault_of(mutation, found):
            missed.append(f"{mutation}: {fault}")
    assert missed == []


def test_every_wrong_workbook_is_refused_with_its_fault_named(tmp_path: Path) -> None:
    copy_of_mini_pack(tmp_path / "pack")
    missed, held = [], 0
    for mutation in drawn("workbook"):
        found = tried(mutation, as_workbook, tmp_path)
        if found is None:
            continue
        held += 1
        if isinstance(found, PackError):
            assert all(map(str.isprintable, map(problem_line, found.problems)))
            found = as_in_a_folder(found)
        if fault := fault_of(mutation, found):
            missed.append(f"{mutation}: {fault}")
    assert missed == []
    assert held > NUMBER * 0.8


@pytest.mark.parametrize("make", [as_pack_file, as_workbook])
def test_a_file_that_was_damaged_is_never_a_traceback(tmp_path: Path, make: Make) -> None:
    path = make(MINI_PACK, tmp_path / "pack.file")
    whole = path.read_bytes()
    random = Random(NUMBER)
    for _ in range(NUMBER):
        path.write_bytes(damaged(random, whole))
        found = opened(path)
        if isinstance(found, PackError):
            assert all(map(str.isprintable, map(problem_line, found.problems)))
        elif make is as_pack_file:  # its own sums tell; a workbook's looks may change unnoticed
            assert is_same(found)


def damaged(random: Random, data: bytes) -> bytes:
    """A file cut off, with bytes that flipped, or with some that went or came."""
    place = random.randrange(len(data))
    way = random.randrange(4)
    if way == 0:
        return data[:place]
    if way == 1:
        return data[:place] + random.randbytes(random.randint(1, 40)) + data[place:]
    if way == 2:
        return data[:place] + data[place + random.randint(1, 40) :]
    changed = bytearray(data)
    for _ in range(random.randint(1, 8)):
        changed[random.randrange(len(data))] ^= 1 << random.randrange(8)
    return bytes(changed)


def test_the_mutations_of_a_sheet_are_tables() -> None:
    for mutation in drawn("workbook"):
        assert mutation.data is not None
        rows = list(csv.reader(io.StringIO(mutation.data.decode())))
        assert list(csv.reader(io.StringIO(written(rows)))) == rows
