from __future__ import annotations

from pathlib import Path

import pytest

from nanoexplorer.export.job import Cancelled
from nanoexplorer.export.whole_files import WholeFiles, numbered


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
