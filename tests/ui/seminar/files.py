"""A teacher's file at a desk, and answers in place of its questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from nanoexplorer.app.controller import Desk
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.seminar_cases import Lesson, lesson_of
from nanoexplorer.formats.seminar import lesson_text
from nanoexplorer.ui.seminar.doors import Doors
from nanoexplorer.ui.seminar.keeping import SeminarFile
from nanoexplorer.words import seminar as words


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

    @property
    def doors(self) -> Doors:
        return Doors(self._path, self._save, self._choice)

    def _path(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        self.asked.append(title)
        return self.path

    def _save(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        self.names.append(name)
        self.parents.append(parent.objectName())
        return self._path(parent, title, name, kinds)

    def _choice(self, parent: QWidget, title: str, text: str, choices: Sequence[str]) -> str:
        self.asked.append(text)
        assert self.choice in choices
        return self.choice


def seminar_file(desk: Desk) -> tuple[SeminarFile, Answers]:
    answers = Answers()
    desk.seminar_file.doors = answers.doors
    return desk.seminar_file, answers


def pack_of(desk: Desk) -> Pack:
    assert desk.session is not None
    return desk.session.pack


def one_case(pack: Pack, title: str = "Mine") -> Lesson:
    return Lesson(title, lesson_of(pack).cases[:1])


def write(path: Path, pack: Pack, lesson: Lesson, unsaved_of: str | None = None) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(lesson_text(lesson, pack, unsaved_of), encoding="utf-8")
    return path


def said(desk: Desk) -> str:
    QCoreApplication.processEvents()
    assert desk.content is not None
    return desk.content.status.currentMessage()
