"""The teacher's file: opened, changed, kept aside, saved, and not lost."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QLockFile, QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from nanoexplorer.core.case_code import pack_mark
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.seminar_cases import Seminar, seminar_of
from nanoexplorer.formats.seminar import (
    SUFFIX,
    Read,
    SeminarError,
    mark_of,
    read_seminar,
    seminar_text,
)
from nanoexplorer.overriding import override
from nanoexplorer.places import sample_seminar
from nanoexplorer.ui.base.ask import AskChoice, AskSavePath, ask_choice, ask_save_path
from nanoexplorer.ui.base.file_reading import FileReading
from nanoexplorer.ui.seminar.saving import (
    free_name,
    refusal,
    refused_name,
    seminar_in,
    write_seminar,
)
from nanoexplorer.ui.seminar.seminars import Seminars
from nanoexplorer.ui.seminar.unsaved import (
    Unsaved,
    is_held,
    leftover_name,
    lock_of,
    wanted_leftover,
)
from nanoexplorer.ui.shell.commands import Commands
from nanoexplorer.words import common
from nanoexplorer.words import files as file_words
from nanoexplorer.words.common import one_line
from nanoexplorer.words.teaching import seminar as words
from nanoexplorer.writing import name_from

KEEP_AFTER: Final = 10_000
"""Milliseconds after a change at which it is kept aside."""


class SeminarFile(QObject):
    """One seminar, the file it is of, and what is asked before it is opened, saved, or let go of.

    A file that can't be read is never written over; what somebody else has changed in it since is
    not without asking.
    """

    changed = Signal()
    told = Signal(str, bool)
    """A line, and whether it is a caution."""

    def __init__(self, commands: Commands, seminars: Seminars, folder: Path) -> None:
        """`folder`: where unsaved changes are kept aside."""
        super().__init__(commands)
        self.commands, self.seminars = commands, seminars
        self.window = commands.window
        self.ask_save: AskSavePath = ask_save_path
        self.ask_choice: AskChoice = ask_choice
        self.editor: QDialog | None = None
        """The window beside this one in which the seminar is edited."""
        self.unsaved = Unsaved(folder)
        self.seminar = self._saved = seminar_of(self.pack)
        self.path: Path | None = None
        self._known = ""  # the mark of what we have last seen in the file
        self._lock: QLockFile | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER)
        self._timer.timeout.connect(self.keep_unsaved)
        self.reading: FileReading | None = None
        self.window.installEventFilter(self)

    @property
    def pack(self) -> Pack:
        """The pack that the seminar's cases are of."""
        return self.commands.session.pack

    @property
    def dirty(self) -> bool:
        """Whether something would be lost."""
        return self.seminar != self._saved

    @property
    def name(self) -> str:
        """What it is called in a sentence."""
        return one_line(self.path.name if self.path else self.seminar.title or words.UNTITLED)

    def say(self, line: str, milliseconds: int = 6000) -> None:
        """Say something in the window's status bar, and wherever else it may be seen."""
        self.commands.say(line, milliseconds)
        self.told.emit(line, False)

    def complain(self, line: str) -> None:
        """Say what could not be done, until something else is said."""
        self.commands.say(line, 0, caution=True)
        self.told.emit(line, True)

    def change(self, seminar: Seminar) -> None:
        """Take another seminar in place of the one that is open, as a change to be saved."""
        self._take(seminar)
        if not self.dirty:
            self._timer.stop()
            self.unsaved.remove()
        elif not self._timer.isActive():
            self._timer.start()

    def _take(self, seminar: Seminar) -> None:
        self.seminar = seminar
        own = self.path or self.dirty or seminar != seminar_of(self.pack)
        self.seminars.seminar = seminar if own else None
        self.changed.emit()

    def _begin(self, seminar: Seminar, path: Path | None, lock: QLockFile | None) -> None:
        """Go on with a seminar that has nothing unsaved."""
        self._let_go(lock)
        self._saved, self.path, self._lock = seminar, path, lock
        self._known = mark_of(seminar, self.pack)
        if seminar is not self.seminar:  # not only saved
            self.seminars.begin_at_the_first_case()
        self._take(seminar)

    def _let_go(self, lock: QLockFile | None = None) -> None:
        self._timer.stop()
        self.unsaved.remove()
        if self._lock is not None and self._lock is not lock:
            self._lock.unlock()
            self._lock = None

    def keep_unsaved(self) -> None:
        """Keep what is unsaved where the next start finds it."""
        if not self.dirty:
            return
        try:
            origin, since = str(self.path or ""), self._known if self.path else ""
            self.unsaved.write(seminar_text(self.seminar, self.pack, origin, since))
        except OSError as error:
            why = file_words.why_unwritten(error)
            folder = one_line(str(self.unsaved.folder))
            self.complain(words.NOT_KEPT.format(path=folder, why=why))

    def _recovered(self, path: Path, read: Read) -> None:
        """Go on with unsaved changes; their file is ours again if it can be read and is free."""
        origin = Path(read.unsaved_of) if read.unsaved_of else None
        lock = lock_of(origin) if origin else None
        saved = seminar_in(origin, self.pack) if origin else None
        if saved is None or lock is None or is_held(lock):
            origin, lock, saved = None, None, seminar_of(self.pack)
        self._begin(saved, origin, lock)
        self._known = read.unsaved_since or self._known
        self.unsaved.take(path)
        self.change(read.seminar)

    @property
    def _asker(self) -> QWidget:
        """The window in use, which gets the keyboard back after a question."""
        editor = self.editor
        active = editor is not None and isValid(editor) and editor.isActiveWindow()
        return editor if editor is not None and active else self.window

    def new(self) -> None:
        """Begin again with the pack's cases."""
        if self.may_go():
            self._begin(seminar_of(self.pack), None, None)
            self.say(words.BEGUN)

    def begin_with_sample(self) -> None:
        """Begin with the sample that comes with the app: a copy, of no file yet."""
        path = sample_seminar(self.pack.id)
        if path is None:
            self.complain(words.NO_SAMPLE.format(pack=self.pack.title))
            return
        read = self._read(path)
        if read is not None and self.may_go():
            self._begin(read.seminar, None, None)
            self.say(words.SAMPLE_BEGUN.format(title=read.seminar.title), 0)

    def open(self, path: Path) -> None:
        """Open a seminar file; one that can't be read is said to be, and changes nothing.

        It is read meanwhile; another file takes its place.
        """
        if self.reading is not None and isValid(self.reading):
            self.reading.stop()
        pack = self.pack
        reading = FileReading(
            path.name,
            lambda on: (read_seminar(path, pack, on), path.resolve()),
            SeminarError,
            self._asker,
        )
        reading.done.connect(lambda found: self._open(*found))
        reading.refused.connect(self._refuse)
        reading.refused.connect(lambda error: self._offer(error, path))
        self.reading = reading
        reading.start()

    def _open(self, read: Read, path: Path) -> None:
        if not self.may_go():
            return
        if path == self.path:  # it may have been saved to this very file
            again = self._read(path)
            if again is None:
                return
            read = again
        lock = lock_of(path)
        mine = path == self.path and self._lock is not None
        held = not mine and is_held(lock)
        self._begin(read.seminar, None if held else path, self._lock if mine else lock)
        line = self._opened_line(path, read, held)
        if held or read.version != self.pack.version:
            self.complain(line)
        else:
            self.say(line, 0)

    def _read(self, path: Path) -> Read | None:
        try:
            return read_seminar(path, self.pack)
        except SeminarError as error:
            self._refuse(error)
            return None

    def _offer(self, error: SeminarError, path: Path) -> None:
        """Say which pack a file is of that is not of ours."""
        ids = [problem.found for problem in error.problems if problem.code == "other-pack"]
        if ids:
            self.commands.of_another_pack.emit(pack_mark(ids[0]), lambda: self.open(path))

    def _refuse(self, error: SeminarError) -> None:
        self.complain(words.seminar_problems(error.file, error.problems))

    def _opened_line(self, path: Path, read: Read, held: bool) -> str:
        name, ours = one_line(path.name), self.pack.version
        if held:
            return words.IN_USE.format(name=name)
        if read.version != ours:
            return words.OTHER_VERSION.format(name=name, found=read.version, ours=ours)
        return words.OPENED.format(name=name, cases=words.cases_counted(len(read.seminar.cases)))

    def save(self) -> bool:
        """Save to the file, after asking for one where there is none; whether one may go on."""
        if self.path is None or refusal(self.path, self.pack):
            return self.save_as()
        return self._save_to(self.path, self._lock)

    def save_as(self, proposed: Path | None = None) -> bool:
        """Ask where to, and save there; whether one may go on."""
        refused = refusal(self.path, self.pack) if self.path else ""
        if refused:
            self.complain(refused)
        titled = name_from(self.seminar.title)
        untitled = f"{titled}{SUFFIX}" if titled else words.UNTITLED
        name = str(proposed or self.path or untitled)
        asked = self.ask_save(self._asker, words.SAVE_TITLE, name, words.FILES)
        if asked is None:
            return False
        path = asked = asked.resolve()
        if path.suffix.lower() != SUFFIX:
            path = path.with_name(path.name + SUFFIX)
        lock = self._lock if path == self.path else lock_of(path)
        refused = refused_name(asked, path) or refusal(path, self.pack)
        if not refused and lock is not None and lock is not self._lock and is_held(lock):
            refused = words.TARGET_IN_USE.format(path=one_line(str(path)))
        if refused:
            self.complain(refused)
            return False
        return self._save_to(path, lock)

    def _save_to(self, path: Path, lock: QLockFile | None) -> bool:
        """Save, after asking where somebody else has changed the file; whether one may go on."""
        theirs = self._theirs() if path == self.path else None
        if theirs is None:
            return self._write(path, lock)
        said = words.CLASH.format(name=self.name)
        choices = (words.CLASH_AS, words.CLASH_REPLACE, words.CLASH_THEIRS, common.CANCEL)
        answer = self.ask_choice(self._asker, words.CLASH_TITLE, said, choices)
        if answer == words.CLASH_AS:
            return self.save_as(free_name(path))
        if answer == words.CLASH_REPLACE:
            return self._write(path, lock)
        if answer == words.CLASH_THEIRS:
            self._begin(theirs, path, lock)
            self.say(words.THEIRS_TAKEN.format(name=self.name), 0)
            return True
        return False

    def _theirs(self) -> Seminar | None:
        """What somebody else has put into our file since; None where nothing would be lost."""
        theirs = seminar_in(self.path, self.pack) if self.path else None
        known = (self._known, mark_of(self.seminar, self.pack))
        return None if theirs is None or mark_of(theirs, self.pack) in known else theirs

    def _write(self, path: Path, lock: QLockFile | None) -> bool:
        why = write_seminar(path, self.seminar, self.pack)
        if why:
            self.complain(why)
            if lock is not None and lock is not self._lock:
                lock.unlock()
            return False
        self._begin(self.seminar, path, lock)
        self.say(words.SAVED.format(path=one_line(str(path))))
        return True

    def recover(self) -> None:
        """Offer what a crash has left, one after the other until one is opened."""
        found = wanted_leftover(
            self.unsaved, self.pack, self.window, self.ask_choice, self.complain
        )
        if found:
            self._recovered(*found)
            self.say(words.RECOVERED.format(name=leftover_name(found[1])), 0)

    def may_go(self) -> bool:
        """Ask what becomes of unsaved changes, if any; whether one may go on without them."""
        if not self.dirty:
            return True
        choices = (words.SAVE, words.DISCARD, common.CANCEL)
        said = words.UNSAVED.format(name=self.name)
        answer = self.ask_choice(self._asker, words.UNSAVED_TITLE, said, choices)
        return answer == words.DISCARD or (answer == words.SAVE and self.save())

    def begin_anew(self) -> None:
        """Begin with the cases of another pack, which has taken the place of the last one."""
        self._begin(seminar_of(self.pack), None, None)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window stays open where its unsaved changes are not to go."""
        if event.type() != QEvent.Type.Close:
            return False
        if not self.may_go():
            event.ignore()
            return True
        self._let_go()
        self._saved = self.seminar  # discarded: nobody is asked twice
        return False
