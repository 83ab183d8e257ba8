"""The lesson that is open, its file and its lock, and what is kept aside of it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from nanoexplorer.core.lesson import Lesson, lesson_of
from nanoexplorer.core.pack import Pack
from nanoexplorer.formats.seminar import Read, lesson_text, mark_of
from nanoexplorer.strings import one_line
from nanoexplorer.strings import seminar as words
from nanoexplorer.strings.files import why_unwritten
from nanoexplorer.ui.commands import Commands
from nanoexplorer.ui.seminar.aside import Aside, is_held, lock_of
from nanoexplorer.ui.seminar.seminars import Seminars
from nanoexplorer.ui.seminar.target import lesson_in

KEEP_AFTER: Final = 10_000
"""Milliseconds after a change at which it is kept aside."""


class OpenLesson(QObject):
    """One lesson, the file it is of, and whether it has changed since."""

    changed = Signal()
    told = Signal(str, bool)
    """A line, and whether it is a caution."""

    def __init__(self, commands: Commands, seminars: Seminars, folder: Path) -> None:
        """`folder`: where unsaved changes are kept aside."""
        super().__init__(commands)
        self.commands, self.seminars = commands, seminars
        self.window = commands.window
        self.aside = Aside(folder)
        self.lesson = self._saved = lesson_of(self.pack)
        self.path: Path | None = None
        self._known = ""  # the mark of what we have last seen in the file
        self._lock: QLockFile | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER)
        self._timer.timeout.connect(self.keep_aside)

    @property
    def pack(self) -> Pack:
        return self.commands.session.pack

    @property
    def dirty(self) -> bool:
        """Whether something would be lost."""
        return self.lesson != self._saved

    @property
    def name(self) -> str:
        """What it is called in a sentence."""
        return one_line(self.path.name if self.path else self.lesson.title or words.UNTITLED)

    def say(self, line: str, milliseconds: int = 6000) -> None:
        """Say something in the window's status bar, and wherever else it may be seen."""
        self.commands.say(line, milliseconds)
        self.told.emit(line, False)

    def complain(self, line: str) -> None:
        """Say what could not be done, until something else is said."""
        self.commands.say(line, 0, caution=True)
        self.told.emit(line, True)

    def change(self, lesson: Lesson) -> None:
        """Take another lesson in place of the one that is open, as a change to be saved."""
        self._take(lesson)
        if not self.dirty:
            self._timer.stop()
            self.aside.remove()
        elif not self._timer.isActive():
            self._timer.start()

    def _take(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.seminars.lesson = lesson if self.path or self.dirty else None
        self.changed.emit()

    def _begin(self, lesson: Lesson, path: Path | None, lock: QLockFile | None) -> None:
        """Go on with a lesson that has nothing unsaved."""
        self._let_go(lock)
        self._saved, self.path, self._lock = lesson, path, lock
        self._known = mark_of(lesson, self.pack)
        if lesson is not self.lesson:  # not only saved
            self.seminars.begin_at_the_first_case()
        self._take(lesson)

    def _let_go(self, lock: QLockFile | None = None) -> None:
        self._timer.stop()
        self.aside.remove()
        if self._lock is not None and self._lock is not lock:
            self._lock.unlock()
            self._lock = None

    def keep_aside(self) -> None:
        """Keep what is unsaved where the next start finds it."""
        if not self.dirty:
            return
        try:
            origin, since = str(self.path or ""), self._known if self.path else ""
            self.aside.write(lesson_text(self.lesson, self.pack, origin, since))
        except OSError as error:
            why = why_unwritten(error)
            folder = one_line(str(self.aside.folder))
            self.complain(words.NOT_KEPT.format(path=folder, why=why))

    def _recovered(self, path: Path, read: Read) -> None:
        """Go on with unsaved changes; their file is ours again if it can be read and is free."""
        origin = Path(read.unsaved_of) if read.unsaved_of else None
        lock = lock_of(origin) if origin else None
        saved = lesson_in(origin, self.pack) if origin else None
        if saved is None or lock is None or is_held(lock):
            origin, lock, saved = None, None, lesson_of(self.pack)
        self._begin(saved, origin, lock)
        self._known = read.unsaved_since or self._known
        self.aside.take(path)
        self.change(read.lesson)
