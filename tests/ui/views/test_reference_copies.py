from __future__ import annotations

import json
from pathlib import Path

import pytest
import rispy
from bibtexparser.entrypoint import parse_string as parse_bibtex
from pybtex.database import parse_string
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nanoexplorer.documents.citations import Format
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.views.references.copies import SUFFIXES, CopyBar
from nanoexplorer.words import references as words
from tests.controllers import clipboard_text, find

IDS = [r.id for r in load_pack(bundled_pack()).references]


class Asked:
    """Answers the question where to save, and remembers it."""

    def __init__(self, answer: Path | None) -> None:
        self.answer = answer
        self.filters: list[str] = []

    def __call__(self, parent: QWidget, title: str, name: str, filter: str) -> Path | None:
        self.filters.append(filter)
        return self.answer


def bar(qtbot: QtBot, answer: Path | None = None) -> CopyBar:
    made = CopyBar(Asked(answer))
    qtbot.addWidget(made)
    made.show_references(load_pack(bundled_pack()).references)
    return made


def ids_in(text: str, form: str) -> list[str]:
    """The ids that a parser which is not ours finds."""
    if form == "ris":
        return [str(record["id"]) for record in rispy.loads(text)]
    if form == "csl":
        return [entry["id"] for entry in json.loads(text)]
    if form == "text":
        return [line.partition(". ")[0] for line in text.splitlines()]
    parsed = parse_bibtex(text)
    assert not parsed.failed_blocks
    assert len(parse_string(text, "bibtex").entries) == len(parsed.entries)
    return [entry.key for entry in parsed.entries]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_saved_file_is_read_back_by_others(
    app: QApplication, qtbot: QtBot, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"list{suffix}"
    made = bar(qtbot, path)
    made.save.click()
    text = path.read_bytes().decode("utf-8")
    assert ids_in(text.replace("\r\n", "\n"), SUFFIXES[suffix]) == IDS
    assert ("\r\n" in text) == (suffix == ".ris")
    assert str(path) in made.said.text()
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("form", SUFFIXES.values())
def test_the_listed_references_are_copied(
    app: QApplication, qtbot: QtBot, clipboard: None, form: Format
) -> None:
    made = bar(qtbot)
    made.show_references(load_pack(bundled_pack()).references[5:8])
    find(made, QPushButton, f"references.copy_{form}").click()
    assert ids_in(clipboard_text(), form) == IDS[5:8]
    assert "3" in made.said.text()


def test_a_file_that_cannot_be_written_is_said_in_one_line(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    made = bar(qtbot, tmp_path / "no-such-folder" / "list.ris")
    made.save.click()
    assert "can’t be written" in made.said.text()
    assert "\n" not in made.said.text()


def test_a_name_of_no_format_is_refused_with_what_is_allowed(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    made = bar(qtbot, tmp_path / "list.docx")
    made.save.click()
    assert all(suffix in made.said.text() for suffix in SUFFIXES)
    assert list(tmp_path.iterdir()) == []


def test_thinking_better_of_it_changes_nothing(app: QApplication, qtbot: QtBot) -> None:
    made = bar(qtbot)
    made.save.click()
    assert made.said.text() == ""
    assert isinstance(made.ask, Asked)
    assert made.ask.filters == [words.FILES]
    assert all(suffix in words.FILES for suffix in SUFFIXES)


def test_an_empty_list_can_be_neither_copied_nor_saved(app: QApplication, qtbot: QtBot) -> None:
    made = bar(qtbot)
    made.show_references(())
    assert not any(button.isEnabled() for button in [*made.buttons, made.save])
