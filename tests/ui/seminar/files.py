"""A teacher's file at a controller, and answers in place of its questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from nanoexplorer.app.controller import Controller
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.seminar_cases import Seminar, seminar_of
from nanoexplorer.formats.seminar import seminar_text
from nanoexplorer.ui.seminar.seminar_file import SeminarFile
from nanoexplorer.words.teaching import seminar as words


@dataclass
class Answers:
    """What the person would say, and what they were asked."""

    path: Path | None = None
    choice: str = words.DISCARD
    asked: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    """What was proposed to save under."""
    parents: list[str] = field(default_factory=list)
    """The windows that asked for it."""

    def stand_in(self, file: SeminarFile) -> None:
        """Answer in place of the desktop's dialogs."""
        file.ask_save, file.ask_choice = self._save, self._choice

    def _save(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        self.names.append(name)
        self.parents.append(parent.objectName())
        self.asked.append(title)
        return self.path

    def _choice(self, parent: QWidget, title: str, text: str, choices: Sequence[str]) -> str:
        self.asked.append(text)
        assert self.choice in choices
        return self.choice


def seminar_file(controller: Controller) -> tuple[SeminarFile, Answers]:
    answers = Answers()
    answers.stand_in(controller.seminar_file)
    return controller.seminar_file, answers


def pack_of(controller: Controller) -> Pack:
    assert controller.session is not None
    return controller.session.pack


def one_case(pack: Pack, title: str = "Mine") -> Seminar:
    return Seminar(title, seminar_of(pack).cases[:1])


def write(path: Path, pack: Pack, seminar: Seminar, unsaved_of: str | None = None) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(seminar_text(seminar, pack, unsaved_of), encoding="utf-8")
    return path


def said(controller: Controller) -> str:
    QCoreApplication.processEvents()
    assert controller.content is not None
    return controller.content.status.currentMessage()
