"""The kinds of files: which writer a suffix chooses, and what is said where none can write."""

from __future__ import annotations

import errno
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from nanoexplorer.core.screen import Intent
from nanoexplorer.render.job import Cancelled, ExportError, Job, Progress
from nanoexplorer.render.kinds import (
    BY_NAME,
    KINDS,
    SUFFIXES,
    import_libraries,
    kind_of,
    said,
    write,
)
from nanoexplorer.words import export as words
from tests.render.jobs import job as drawn_job
from tests.render.views import view_job

pytestmark = pytest.mark.usefixtures("app")
OLD = b"what was there before"


def fails_with(job: Job, path: Path) -> str:
    with pytest.raises(ExportError) as caught:
        write(job, path)
    line = str(caught.value)
    assert line.isprintable()
    return line


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_has_its_writer_its_words_and_its_libraries(kind: object) -> None:
    found = next(one for one in KINDS if one is kind)
    assert callable(getattr(import_module(f"nanoexplorer.render.{found.module}"), found.maker))
    assert found.label
    assert found.filter.endswith(f"(*{found.suffix})")
    import_libraries(found)


def test_the_suffix_chooses_the_kind_whatever_its_case() -> None:
    assert kind_of(Path("a.b.PNG")) is BY_NAME["png"]
    assert kind_of(Path("a.pdf")) is BY_NAME["pdf"]
    assert kind_of(Path("a.pdf"), handout=True) is BY_NAME["handout"]


@pytest.mark.parametrize("name", ["", "a", "a.txt", "a.png.exe", ".png"])
def test_a_name_that_names_no_kind_is_told_what_is_allowed(name: str) -> None:
    with pytest.raises(ExportError) as caught:
        kind_of(Path(name))
    assert all(suffix in str(caught.value) for suffix in SUFFIXES)


def test_a_handout_is_a_pdf() -> None:
    with pytest.raises(ExportError, match=r"\.pdf"):
        kind_of(Path("a.png"), handout=True)


def test_a_view_with_nothing_to_show_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    bare = Intent(view_job().pack.blank_profile)
    assert fails_with(replace(view_job("compare"), intent=bare), path) == words.NO_SECOND
    assert fails_with(replace(view_job("card"), intent=bare), path) == words.NO_STRATEGY
    assert not path.exists()


def test_a_folder_or_a_place_that_is_not_there_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "x.csv"
    folder.mkdir()
    assert str(folder) in fails_with(view_job(), folder)
    assert str(tmp_path / "nowhere") in fails_with(view_job(), tmp_path / "nowhere" / "x.csv")
    assert list(tmp_path.iterdir()) == [folder]


@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_of_several_files_the_one_that_is_in_the_way_is_named(suffix: str, tmp_path: Path) -> None:
    path, second = tmp_path / f"x{suffix}", tmp_path / f"x-2{suffix}"
    second.mkdir()
    assert fails_with(drawn_job("references", (1280, 720)), path) == words.WRITE_ERROR[
        "folder"
    ].format(path=second)
    assert list(tmp_path.iterdir()) == [second]


def test_a_name_that_is_too_long_is_said_to_be(tmp_path: Path) -> None:
    line = fails_with(view_job(), tmp_path / f"{'x' * 300}.csv")
    assert line == words.WRITE_ERROR["name-too-long"].format(path=tmp_path / f"{'x' * 300}.csv")


@pytest.mark.parametrize(
    ("number", "line"),
    [
        (errno.ENOSPC, words.WRITE_ERROR["disk-full"]),
        (errno.EACCES, words.WRITE_ERROR["not-allowed"]),
        (errno.EPERM, words.WRITE_ERROR["not-allowed"]),
        (errno.EROFS, words.WRITE_ERROR["read-only"]),
    ],
)
@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json", ".ris", ".bib"])
def test_where_the_system_refuses_one_line_says_why_and_the_old_file_stays(
    number: int, line: str, suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"x{suffix}"
    path.write_bytes(OLD)

    def refuse(descriptor: int) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr("nanoexplorer.files.os.fsync", refuse)
    assert fails_with(view_job(), path) == line.format(path=path)
    assert path.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [path]


def test_a_fault_without_a_name_is_told_in_the_systems_words() -> None:
    assert "odd" in said(OSError(9999, "odd"), Path("x.csv"))


def test_a_file_too_large_for_the_memory_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def swallow(job: Job, progress: Progress) -> bytes:
        raise MemoryError

    monkeypatch.setattr("nanoexplorer.render.records.records.make_json", swallow)
    path = tmp_path / "x.json"
    assert fails_with(view_job(), path) == words.NO_MEMORY.format(path=path)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_who_stops_an_export_finds_the_old_file(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"x{suffix}"
    path.write_bytes(OLD)

    def stop(done: int, of: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write(replace(view_job(), progress=stop), path)
    assert path.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [path]
