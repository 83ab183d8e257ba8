"""Questions to the desktop that a test must not be stopped by: each is one function to replace."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from nanoexplorer.words import common
from nanoexplorer.words import export as words

AskSavePath = Callable[[QWidget, str, str, str], Path | None]
AskOpenPath = Callable[[QWidget, str, str, str], Path | None]
AskChoice = Callable[[QWidget, str, str, Sequence[str]], str]
_SUFFIX: Final = re.compile(r"\*(\.\w+)")


def ask_save_path(parent: QWidget, title: str, name: str, filter: str) -> Path | None:
    """Where to save, `name` being proposed; None if the person thinks better of it.

    `filter` is the toolkit's ("RIS (*.ris);;Text (*.txt)"). A name without a suffix gets the one
    of the filter that was chosen, and where that is a file it is asked whether to replace it.
    """
    chosen, kind = QFileDialog.getSaveFileName(parent, title, _begun(name), filter)
    return completed(parent, Path(chosen), with_suffix(Path(chosen), kind)) if chosen else None


def _begun(name: str) -> str:
    """Where a dialog begins: in the person's documents, where nothing else is remembered.

    Else it would be where the program was started, which is nobody's place for files.
    """
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return str(Path(QStandardPaths.writableLocation(place) or Path.home(), name))


def completed(
    parent: QWidget, named: Path, path: Path, ask: AskChoice | None = None
) -> Path | None:
    """The path that a name was completed to; None where it is a file that is to stay.

    The file dialog has asked about the name as it was typed, and about no other.
    """
    asked = path == named or not path.exists() or may_replace(parent, [path], ask)
    return path if asked else None


def may_replace(parent: QWidget, paths: Sequence[Path], ask: AskChoice | None = None) -> bool:
    """Whether files may be replaced, all of them asked about at once, by name."""
    said = words.replace_question([path.name for path in paths], str(paths[0].parent))
    choices = (words.REPLACE, common.CANCEL)
    return (ask or ask_warily)(parent, words.REPLACE_TITLE, said, choices) == words.REPLACE


def may_write(parent: QWidget, paths: Sequence[Path], ask: AskChoice | None = None) -> bool:
    """Whether several files may be written where one was named, and which old ones they replace.

    The file dialog has asked about the first.
    """
    old = [path.name for path in paths[1:] if path.exists()]
    said = words.several_question([path.name for path in paths], old, str(paths[0].parent))
    yes = words.REPLACE if old else words.WRITE
    return (ask or ask_warily)(parent, words.SEVERAL_TITLE, said, (yes, common.CANCEL)) == yes


def ask_open_path(parent: QWidget, title: str, folder: str, filter: str) -> Path | None:
    """Which file to open, beginning in a folder; None if the person thinks better of it."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, _begun(folder), filter)
    return Path(chosen) if chosen else None


def ask_choice(parent: QWidget, title: str, text: str, choices: Sequence[str]) -> str:
    """Which of a few buttons; the first is what Enter does, the last what Escape does."""
    return _answer(question_box(parent, title, text, choices), choices)


def ask_warily(parent: QWidget, title: str, text: str, choices: Sequence[str]) -> str:
    """The same where something could be lost: Enter, too, does the last."""
    return _answer(question_box(parent, title, text, choices, wary=True), choices)


def _answer(box: QMessageBox, choices: Sequence[str]) -> str:
    box.exec()
    chosen = box.clickedButton()
    box.deleteLater()
    return chosen.text() if chosen in box.buttons() else choices[-1]


def question_box(
    parent: QWidget, title: str, text: str, choices: Sequence[str], *, wary: bool = False
) -> QMessageBox:
    """The question with its buttons, not shown yet."""
    box = QMessageBox(parent)
    box.setObjectName("choice")
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    roles = QMessageBox.ButtonRole
    made = [box.addButton(choice, roles.ActionRole) for choice in choices]
    box.setDefaultButton(made[-1 if wary else 0])
    box.setEscapeButton(made[-1])
    return box


def with_suffix(path: Path, kind: str) -> Path:
    """The path, with the suffix of a filter such as "RIS (*.ris)" if it has none."""
    suffix = _SUFFIX.search(kind)
    return path if path.suffix or not suffix else path.with_name(path.name + suffix[1])
