from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from nanoexplorer.ui.base import ask
from nanoexplorer.ui.base.ask import (
    ask_save_path,
    completed,
    may_replace,
    question_box,
    with_suffix,
)
from nanoexplorer.words import common
from nanoexplorer.words import export as words


@pytest.mark.parametrize(
    ("name", "kind", "path"),
    [
        ("list", "RIS (*.ris)", "list.ris"),
        ("list.bib", "RIS (*.ris)", "list.bib"),
        ("my.list v1.0", "", "my.list v1.0"),
        ("list", "", "list"),
    ],
)
def test_a_name_without_a_suffix_gets_that_of_the_filter(name: str, kind: str, path: str) -> None:
    assert with_suffix(Path("folder") / name, kind) == Path("folder") / path


def answering(answer: str, asked: list[str]) -> Callable[..., str]:
    def answered(parent: QWidget, title: str, text: str, choices: Sequence[str]) -> str:
        asked.append(text)
        return answer

    return answered


def test_only_a_file_that_nobody_named_is_asked_about(
    app: object, qtbot: QtBot, tmp_path: Path
) -> None:
    window, asked = QWidget(), list[str]()
    qtbot.addWidget(window)
    (tmp_path / "a.ris").write_bytes(b"old")
    for named, answer, found in (
        ("a.ris", common.CANCEL, "a.ris"),  # the file dialog has asked
        ("b", common.CANCEL, "b.ris"),
    ):
        path = tmp_path / found
        assert completed(window, tmp_path / named, path, answering(answer, asked)) == path
    assert asked == []
    path = tmp_path / "a.ris"
    assert completed(window, tmp_path / "a", path, answering(common.CANCEL, asked)) is None
    assert completed(window, tmp_path / "a", path, answering(words.REPLACE, asked)) == path
    assert asked == [words.REPLACE_ONE.format(name="a.ris", folder=tmp_path)] * 2


def test_a_suffix_that_is_added_to_a_name_does_not_replace_a_file_unasked(
    app: object, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, asked = QWidget(), list[str]()
    qtbot.addWidget(window)
    (tmp_path / "a.ris").write_bytes(b"old")
    typed = (str(tmp_path / "a"), "RIS (*.ris)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: typed)
    monkeypatch.setattr(ask, "ask_warily", answering(common.CANCEL, asked))
    assert ask_save_path(window, "Save", "a", "RIS (*.ris)") is None
    assert len(asked) == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_and_escape_keep_a_file_that_would_be_replaced(
    app: object, qtbot: QtBot, tmp_path: Path, key: Qt.Key
) -> None:
    window, asked = QWidget(), list[str]()
    qtbot.addWidget(window)
    window.show()

    def press_key() -> None:
        box = window.findChild(QMessageBox, "choice")
        assert box is not None
        asked.append(box.text())
        QTest.keyClick(box, key)

    QTimer.singleShot(0, window, press_key)
    assert not may_replace(window, [tmp_path / "a.ris"])
    assert asked == [words.REPLACE_ONE.format(name="a.ris", folder=tmp_path)]


def test_enter_does_the_first_of_other_choices(app: object, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = question_box(window, "", "", ("Save", "Discard", "Cancel"))
    assert box.defaultButton().text() == "Save"
