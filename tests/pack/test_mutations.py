"""Many wrong packs, drawn by a seed: each is refused, its fault named, and nothing buries it."""

from __future__ import annotations

from pathlib import Path

import pytest

from nanoexplorer.core.pack import Pack
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.pack.problems import PackError
from nanoexplorer.words.packs.problems import problem_line
from tests.pack.mutations import Mutation, mutations
from tests.packs import MINI_PACK, copy_of_mini_pack, mini_pack

FEW = 3
# A pointer of many rows, a rule of several tables: what one wrong cell may entail.
SOME = 12


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "seed" in metafunc.fixturenames:
        metafunc.parametrize("seed", range(metafunc.config.getoption("--mutations")))


def tried(pack: Path, mutation: Mutation) -> Pack | PackError:
    """The pack with the mutation, which is undone."""
    file = pack / mutation.file
    if mutation.data is None:
        file.unlink()
    else:
        file.write_bytes(mutation.data)
    try:
        return load_pack(pack)
    except PackError as error:
        return error
    finally:
        file.write_bytes((MINI_PACK / mutation.file).read_bytes())


def fault_of(mutation: Mutation, found: Pack | PackError) -> str:
    """What is wrong with how a mutation was met; nothing if all is well."""
    if isinstance(found, Pack):
        return "" if mutation.harmless and is_same(found) else "accepted"
    lines = [problem_line(problem) for problem in found.problems]
    if not all(map(str.isprintable, lines)):
        return "not a line"
    if mutation.harmless:
        return f"refused: {lines[0]}"
    if mutation.row:
        return cell_fault(mutation, found, lines)
    first = found.problems[0]
    if first.file != mutation.file:
        return f"another file is named: {lines[0]}"
    if not mutation.column and len(lines) > FEW:
        return f"{len(lines)} lines: {lines[:5]}"
    return ""


def cell_fault(mutation: Mutation, found: PackError, lines: list[str]) -> str:
    named = [
        problem
        for problem in found.problems
        if (problem.file, problem.row) == (mutation.file, str(mutation.row))
        and mutation.column in problem.column
    ]
    if not named:
        return f"the cell is not named: {lines[:3]}"
    return f"{len(lines)} lines: {lines[:5]}" if len(lines) > SOME else ""


def is_same(pack: Pack) -> bool:
    names = mini_pack().__dataclass_fields__
    return all(getattr(pack, name) == getattr(mini_pack(), name) for name in names)


def test_every_wrong_pack_is_refused_with_its_fault_named(seed: int, tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    missed = []
    drawn = list(mutations(seed, MINI_PACK))
    for mutation in drawn:
        fault = fault_of(mutation, tried(pack, mutation))
        if fault:
            where = f"{mutation.file} {mutation.row or ''} {mutation.column}"
            missed.append(f"{where}: {mutation.what}: {fault}")
    assert missed == []
    assert len(drawn) > 1_300
