from __future__ import annotations

import json
from pathlib import Path

import pytest
import rispy
from bibtexparser.entrypoint import parse_string as parse_bibtex
from pybtex.database import parse_string
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nanoexplorer.core.evidence import Reference
from nanoexplorer.documents.citations import Format
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.base.flow import Flow
from nanoexplorer.ui.base.requests import Say
from nanoexplorer.ui.views.references.copies import COPIED, SUFFIXES, Copies
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


class Bar(QWidget):
    """The buttons as they stand in a line, and what they have said."""

    def __init__(self, answer: Path | None) -> None:
        super().__init__()
        self.copies = Copies(100, self, Asked(answer))
        self.said = Say("")
        self.copies.requested.connect(self._hear)
        Flow(self).add(*self.copies.buttons, self.copies.menu, self.copies.count)
        self.show_references(load_pack(bundled_pack()).references)

    def show_references(self, references: tuple[Reference, ...]) -> None:
        self.copies.show_references(references, len(IDS), "")

    def _hear(self, said: Say) -> None:
        self.said = said


def bar(qtbot: QtBot, answer: Path | None = None) -> Bar:
    made = Bar(answer)
    qtbot.addWidget(made)
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
    made.copies.buttons[-1].click()
    text = path.read_bytes().decode("utf-8")
    assert ids_in(text.replace("\r\n", "\n"), SUFFIXES[suffix]) == IDS
    assert ("\r\n" in text) == (suffix == ".ris")
    assert str(path) in made.said.text
    assert made.said.folder == path.parent
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("form", COPIED)
def test_the_listed_references_are_copied(
    app: QApplication, qtbot: QtBot, clipboard: None, form: Format
) -> None:
    made = bar(qtbot)
    made.show_references(load_pack(bundled_pack()).references[5:8])
    find(made, QPushButton, f"references.copy_{form}").click()
    assert ids_in(clipboard_text(), form) == IDS[5:8]
    assert "3" in made.said.text


def test_a_file_that_cannot_be_written_is_said_in_one_line(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    made = bar(qtbot, tmp_path / "no-such-folder" / "list.ris")
    made.copies.buttons[-1].click()
    assert "can’t be written" in made.said.text
    assert made.said.caution
    assert "\n" not in made.said.text


def test_a_name_of_no_format_is_refused_with_what_is_allowed(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    made = bar(qtbot, tmp_path / "list.docx")
    made.copies.buttons[-1].click()
    assert all(suffix in made.said.text for suffix in SUFFIXES)
    assert list(tmp_path.iterdir()) == []


def test_thinking_better_of_it_changes_nothing(app: QApplication, qtbot: QtBot) -> None:
    made = bar(qtbot)
    made.copies.buttons[-1].click()
    assert made.said.text == ""
    assert isinstance(made.copies.ask, Asked)
    assert made.copies.ask.filters == [words.FILES]
    assert all(suffix in words.FILES for suffix in SUFFIXES)


def test_an_empty_list_can_be_neither_copied_nor_saved(app: QApplication, qtbot: QtBot) -> None:
    made = bar(qtbot)
    made.show_references(())
    assert not any(b.isEnabled() for b in [*made.copies.buttons, made.copies.menu])


def test_the_menu_does_what_the_buttons_do(
    app: QApplication, qtbot: QtBot, clipboard: None
) -> None:
    made = bar(qtbot)
    menu = made.copies.menu.menu()
    assert isinstance(menu, QMenu)
    assert [a.text() for a in menu.actions()] == [b.text() for b in made.copies.buttons]
    for action, form in zip(menu.actions(), COPIED, strict=False):
        action.trigger()
        assert ids_in(clipboard_text(), form) == IDS
