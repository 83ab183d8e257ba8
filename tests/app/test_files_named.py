"""`nanoexplorer FILE`: what can be opened opens in the window, of the rest it is said what can."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from nanoexplorer.app import command_line as cli
from nanoexplorer.render.reopening.opening import ALLOWED, OPENED
from nanoexplorer.words import commands as words
from nanoexplorer.words.common import one_line


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Path | None]:
    """The files with which a window was opened."""
    files: list[Path | None] = []

    def open_window(to_open: Path | None = None, _: Path | None = None) -> int:
        files.append(to_open)
        return 0

    monkeypatch.setattr("nanoexplorer.app.start.open_window", open_window)
    monkeypatch.setattr("gc.disable", lambda: None)
    monkeypatch.chdir(tmp_path)
    return files


@pytest.mark.parametrize("suffix", [*OPENED, ".PNG"])
def test_a_file_of_each_kind_opens_in_the_window(taken: list[Path | None], suffix: str) -> None:
    path = Path(f"my file{suffix}")
    path.write_bytes(b"x")
    assert cli.main([str(path)]) == 0
    assert taken == [path.absolute()]


@pytest.mark.parametrize("name", ["notes.txt", "table.ods", "gone.doc"])
def test_of_another_file_it_is_said_what_can_be_opened(
    taken: list[Path | None], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("notes.txt").write_text("x", encoding="utf-8")
    assert cli.main([name]) == 2
    assert (
        capsys.readouterr().err
        == words.FILE_OTHER.format(path=name, allowed=f"{ALLOWED}, .nxpack, .xlsx") + "\n"
    )
    assert taken == []


def test_what_is_no_file_is_one_line(
    taken: list[Path | None], capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo("pipe.png")
    Path("loop.svg").symlink_to("loop.svg")
    Path("folder.pdf").mkdir()
    for name in (
        "pipe.png",
        "loop.svg",
        "folder.pdf",
        "gone.pptx",
        "gone.xlsx",
        "n" * 5000 + ".nxseminar",
    ):
        assert cli.main([name]) == 2
        said = capsys.readouterr().err
        assert said.startswith(one_line(f"{name}: can’t be opened: "))
        assert said.count("\n") == 1
    assert taken == []


def test_a_word_that_is_neither_a_file_nor_a_command_is_no_command(
    taken: list[Path | None], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["mtach"]) == 2
    assert "match" in capsys.readouterr().err
