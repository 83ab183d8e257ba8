"""The teacher's file: opened, changed, saved, and not lost."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QLockFile, QObject, QTimer, Signal
from shiboken6 import isValid

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.seminar import Lesson, lesson_of
from nanoexplorer.files import write_atomically
from nanoexplorer.lessons.reading import LessonError, Read, parse_lesson, read_lesson
from nanoexplorer.lessons.schema import SUFFIX
from nanoexplorer.lessons.writing import lesson_text
from nanoexplorer.strings import export as export_words
from nanoexplorer.strings import one_line
from nanoexplorer.strings import seminar as words
from nanoexplorer.ui.ask import (
    AskChoice,
    AskOpenPath,
    AskSavePath,
    ask_choice,
    ask_open_path,
    ask_save_path,
)
from nanoexplorer.ui.commands import Commands
from nanoexplorer.ui.seminar.aside import Aside, is_held, lock_of, put_by
from nanoexplorer.ui.seminar.seminars import Seminars

if TYPE_CHECKING:
    from nanoexplorer.ui.seminar.editor import SeminarEditor

KEEP_AFTER: Final = 10_000
"""Milliseconds after a change at which it is kept aside."""


@dataclass
class Doors:
    """What goes out to the person; a test replaces it."""

    ask_open: AskOpenPath = ask_open_path
    ask_save: AskSavePath = ask_save_path
    ask_choice: AskChoice = ask_choice


class SeminarFile(QObject):
    """The lesson that is open, the file it is of, and whether it has changed since.

    A file that can't be read is never written over.
    """

    changed = Signal()

    def __init__(
        self, commands: Commands, seminars: Seminars, folder: Path, doors: Doors | None = None
    ) -> None:
        super().__init__(commands)
        self.commands, self.seminars = commands, seminars
        self.window = commands.window
        self.doors = doors or Doors()
        self.aside = Aside(folder)
        self.lesson = self._saved = lesson_of(self.pack)
        self.path: Path | None = None
        self._lock: QLockFile | None = None
        self._editor: SeminarEditor | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER)
        self._timer.timeout.connect(self.keep_aside)
        self.window.installEventFilter(self)

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
        self._take(lesson)

    def _let_go(self, lock: QLockFile | None = None) -> None:
        self._timer.stop()
        self.aside.remove()
        if self._lock is not None and self._lock is not lock:
            self._lock.unlock()
            self._lock = None

    def edit(self, zoom: int) -> None:
        """Show the editor, which stays beside the window."""
        from nanoexplorer.ui.seminar.editor import SeminarEditor

        if self._editor is None or not isValid(self._editor):
            self._editor = SeminarEditor(self, zoom)
        self._editor.show()
        self._editor.activateWindow()

    def new(self) -> None:
        """Begin again with the pack's cases."""
        if self.may_go():
            self._begin(lesson_of(self.pack), None, None)
            self.commands.say(words.BEGUN)

    def choose(self) -> None:
        """Ask for a seminar file, and open it."""
        folder = str(self.path.parent) if self.path else ""
        path = self.doors.ask_open(self.window, words.OPEN_TITLE, folder, words.FILES)
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Open a seminar file; one that can't be read is said to be, and changes nothing."""
        path = path.resolve()
        if self._read(path) is None or not self.may_go():
            return
        read = self._read(path)  # what was just saved may be this very file
        if read is None:
            return
        lock = lock_of(path)
        mine = path == self.path and self._lock is not None
        held = not mine and is_held(lock)
        self._begin(read.lesson, None if held else path, self._lock if mine else lock)
        self.commands.say(self._opened_line(path, read, held), 0)

    def _read(self, path: Path) -> Read | None:
        try:
            return read_lesson(path, self.pack)
        except LessonError as error:
            self.commands.say(words.lesson_problems(error.problems), 0)
            return None

    def _opened_line(self, path: Path, read: Read, held: bool) -> str:
        name, ours = one_line(path.name), self.pack.version
        if held:
            return words.IN_USE.format(name=name)
        if read.version != ours:
            return words.OTHER_VERSION.format(name=name, found=read.version, ours=ours)
        return words.OPENED.format(name=name, cases=words.cases_counted(len(read.lesson.cases)))

    def save(self) -> bool:
        """Save to the file, after asking for one where there is none; whether it is saved."""
        if self.path is None or self._refusal(self.path):
            return self.save_as()
        return self._write(self.path, self._lock)

    def save_as(self) -> bool:
        """Ask where to, and save there; whether it is saved."""
        refused = self._refusal(self.path) if self.path else ""
        if refused:
            self.commands.say(refused, 0)
        proposed = str(self.path or words.UNTITLED)
        asked = self.doors.ask_save(self.window, words.SAVE_TITLE, proposed, words.FILES)
        if asked is None:
            return False
        path = asked.resolve()
        if path.suffix.lower() != SUFFIX:
            path = path.with_name(path.name + SUFFIX)
            if path.exists():  # nobody was asked whether to replace this one
                self.commands.say(export_words.FILE_EXISTS.format(name=path.name), 0)
                return False
        refused = self._refusal(path)
        lock = self._lock if path == self.path else lock_of(path)
        if not refused and lock is not None and lock is not self._lock and is_held(lock):
            refused = words.TARGET_IN_USE.format(path=one_line(str(path)))
        if refused:
            self.commands.say(refused, 0)
            return False
        return self._write(path, lock)

    def _refusal(self, path: Path) -> str:
        """Why a file must not be written over; empty where it may."""
        try:
            read_lesson(path, self.pack)
        except LessonError as error:
            if error.problems[0].code != "no-seminar":
                return words.REFUSED_TARGET.format(path=one_line(str(path)))
        return ""

    def _write(self, path: Path, lock: QLockFile | None) -> bool:
        content = lesson_text(self.lesson, self.pack).encode()
        try:
            parse_lesson(content, path.name, self.pack)  # what can't be opened again isn't saved
            write_atomically(path, content)
        except (LessonError, OSError) as error:
            why = (
                words.lesson_problems(error.problems)
                if isinstance(error, LessonError)
                else error.strerror or type(error).__name__
            )
            line = words.NOT_SAVED.format(path=one_line(str(path)), why=why)
            self.commands.say(line, 0)
            if lock is not None and lock is not self._lock:
                lock.unlock()
            return False
        self._begin(self.lesson, path, lock)
        self.commands.say(words.SAVED.format(path=one_line(str(path))))
        return True

    def keep_aside(self) -> None:
        """Keep what is unsaved where the next start finds it."""
        if not self.dirty:
            return
        try:
            self.aside.write(lesson_text(self.lesson, self.pack, str(self.path or "")))
        except OSError as error:
            why = error.strerror or type(error).__name__
            folder = one_line(str(self.aside.folder))
            self.commands.say(words.NOT_KEPT.format(path=folder, why=why), 0)

    def recover(self) -> None:
        """Offer what a crash has left, one after the other until one is opened."""
        for path in self.aside.left():
            try:
                read = read_lesson(path, self.pack)
            except LessonError:
                place = one_line(str(put_by(path)))
                self.commands.say(words.NOT_RECOVERED.format(path=place), 0)
                continue
            name = one_line(Path(read.unsaved_of).name or read.lesson.title or words.UNTITLED)
            choices = (words.RECOVER_YES, words.RECOVER_NO, words.RECOVER_LATER)
            said = words.RECOVER.format(name=name)
            answer = self.doors.ask_choice(self.window, words.RECOVER_TITLE, said, choices)
            if answer == words.RECOVER_NO:
                self.aside.take(path)
                self.aside.remove()
            elif answer == words.RECOVER_YES:
                self._recovered(path, read)
                self.commands.say(words.RECOVERED.format(name=name), 0)
                return

    def _recovered(self, path: Path, read: Read) -> None:
        """Go on with unsaved changes; their file is ours again if it can be read and is free."""
        origin = Path(read.unsaved_of) if read.unsaved_of else None
        lock = lock_of(origin) if origin else None
        saved = lesson_of(self.pack)
        if origin is not None and lock is not None:
            if self._refusal(origin) or not origin.is_file() or is_held(lock):
                origin = lock = None
            else:
                saved = read_lesson(origin, self.pack).lesson
        self._begin(saved, origin, lock)
        self.aside.take(path)
        self.change(read.lesson)

    def may_go(self) -> bool:
        """Ask what becomes of unsaved changes, if any; whether one may go on without them."""
        if not self.dirty:
            return True
        choices = (words.SAVE, words.DISCARD, words.CANCEL)
        said = words.UNSAVED.format(name=self.name)
        answer = self.doors.ask_choice(self.window, words.UNSAVED_TITLE, said, choices)
        return answer == words.DISCARD or (answer == words.SAVE and self.save())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window stays open where its unsaved changes are not to go."""
        if event.type() != QEvent.Type.Close:
            return False
        if not self.may_go():
            event.ignore()
            return True
        self._let_go()
        self._saved = self.lesson  # discarded: nobody is asked twice
        return False
