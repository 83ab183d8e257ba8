from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from nanoexplorer.render.job import Cancelled, Job
from nanoexplorer.render.kinds import numbered
from nanoexplorer.writing import WholeFiles
from tests.render.jobs import job, write_png, write_svg


def test_the_first_of_several_files_keeps_its_name() -> None:
    names = [path.name for path in numbered(Path("a.b.png"), 3)]
    assert names == ["a.b.png", "a.b-2.png", "a.b-3.png"]


def test_several_files_are_written(tmp_path: Path) -> None:
    paths = numbered(tmp_path / "a.png", 2)
    with WholeFiles() as files:
        for n, path in enumerate(paths):
            files.add(path, str(n).encode())
        assert not any(path.exists() for path in paths)
    assert [path.read_bytes() for path in paths] == [b"0", b"1"]
    assert sorted(tmp_path.iterdir()) == sorted(paths)


def write(paths: list[Path], *, stop: bool = False) -> None:
    with WholeFiles() as files:
        for path in paths:
            files.add(path, b"new")
        if stop:
            raise Cancelled


def test_where_one_fails_all_stay_as_they_were(tmp_path: Path) -> None:
    first, second = numbered(tmp_path / "a.png", 2)
    first.write_bytes(b"old")
    with pytest.raises(Cancelled):
        write([first], stop=True)
    second.mkdir()
    with pytest.raises(IsADirectoryError):
        write([first, second])
    assert first.read_bytes() == b"old"
    assert sorted(tmp_path.iterdir()) == [second, first]


@pytest.mark.parametrize("broken", [0, 1, 2])
@pytest.mark.parametrize("linked", [True, False])
def test_where_one_of_several_cannot_be_put_in_place_all_are_the_old_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: int, linked: bool
) -> None:
    paths = numbered(tmp_path / "a.png", 3)
    for path in paths[:2]:  # the third is new
        path.write_bytes(path.name.encode())
    put = os.replace

    def refusing(made: str | Path, path: Path) -> None:
        if path == paths[broken] and not str(made).endswith(".old"):
            raise PermissionError(13, "open elsewhere", str(path))
        put(made, path)

    def no_links(made: Path, path: Path) -> None:
        raise OSError(1, "no links here")

    monkeypatch.setattr(os, "replace", refusing)
    if not linked:
        monkeypatch.setattr(os, "link", no_links)
    with pytest.raises(PermissionError):
        write(list(paths))
    assert [path.read_bytes() for path in paths[:2]] == [b"a.png", b"a-2.png"]
    assert sorted(tmp_path.iterdir()) == sorted(paths[:2])
    monkeypatch.setattr(os, "replace", put)
    write(list(paths))
    assert [path.read_bytes() for path in paths] == [b"new"] * 3
    assert sorted(tmp_path.iterdir()) == sorted(paths)


def test_a_link_to_nowhere_is_there_again_where_another_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = numbered(tmp_path / "a.png", 2)
    first.symlink_to("a share that is not mounted")
    put = os.replace

    def refusing(made: str | Path, path: Path) -> None:
        if path == second:
            raise PermissionError(13, "open elsewhere", str(path))
        put(made, path)

    monkeypatch.setattr(os, "replace", refusing)
    with pytest.raises(PermissionError):
        write([first, second])
    assert first.is_symlink()
    assert list(tmp_path.iterdir()) == [first]


@pytest.mark.parametrize("writer", [write_png, write_svg])
def test_several_files_are_told_before_the_first_is_written(
    app: object, tmp_path: Path, writer: Callable[[Job, Path], tuple[Path, ...]]
) -> None:
    told: list[tuple[Path, ...]] = []

    def agree(paths: Sequence[Path]) -> None:
        assert list(tmp_path.iterdir()) == []
        told.append(tuple(paths))

    several = replace(job("references", (1280, 720)), agree=agree)
    written = writer(several, tmp_path / "a.x")
    assert told == [written]
    assert len(written) > 1
    writer(replace(several, view="sources", size=None), tmp_path / "b.x")
    assert told == [written]


@pytest.mark.parametrize("writer", [write_png, write_svg])
def test_nothing_is_written_where_they_are_to_stay(
    app: object, tmp_path: Path, writer: Callable[[Job, Path], tuple[Path, ...]]
) -> None:
    def no(paths: object) -> None:
        raise Cancelled

    second = tmp_path / "a-2.x"
    second.write_bytes(b"old")
    with pytest.raises(Cancelled):
        writer(replace(job("references", (1280, 720)), agree=no), tmp_path / "a.x")
    assert list(tmp_path.iterdir()) == [second]
    assert second.read_bytes() == b"old"
