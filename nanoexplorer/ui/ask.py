"""Questions to the desktop that a test must not be stopped by: each is one function to replace."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

AskSavePath = Callable[[QWidget, str, str, str], Path | None]
AskOpenPath = Callable[[QWidget, str, str, str], Path | None]
AskChoice = Callable[[QWidget, str, str, Sequence[str]], str]
_SUFFIX: Final = re.compile(r"\*(\.\w+)")


def ask_save_path(parent: QWidget, title: str, name: str, filter: str) -> Path | None:
    """Where to save, `name` being proposed; None if the person thinks better of it.

    `filter` is the toolkit's ("RIS (*.ris);;Text (*.txt)"). A name without a suffix gets the one
    of the filter that was chosen.
    """
    chosen, kind = QFileDialog.getSaveFileName(parent, title, name, filter)
    return with_suffix(Path(chosen), kind) if chosen else None


def ask_open_path(parent: QWidget, title: str, folder: str, filter: str) -> Path | None:
    """Which file to open, beginning in a folder; None if the person thinks better of it."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, folder, filter)
    return Path(chosen) if chosen else None


def ask_choice(parent: QWidget, title: str, text: str, choices: Sequence[str]) -> str:
    """Which of a few buttons; the first is what Enter does, the last what Escape does."""
    box = QMessageBox(parent)
    box.setObjectName("choice")
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    roles = QMessageBox.ButtonRole
    made = [box.addButton(choice, roles.ActionRole) for choice in choices]
    box.setDefaultButton(made[0])
    box.setEscapeButton(made[-1])
    box.exec()
    chosen = box.clickedButton()
    box.deleteLater()
    return chosen.text() if chosen in made else choices[-1]


def with_suffix(path: Path, kind: str) -> Path:
    """The path, with the suffix of a filter such as "RIS (*.ris)" if it has none."""
    suffix = _SUFFIX.search(kind)
    return path if path.suffix or not suffix else path.with_name(path.name + suffix[1])
