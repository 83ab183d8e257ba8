"""Unsaved changes that a crash has left: offered one after the other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.formats.seminar import Read, SeminarError, read_seminar
from nanoexplorer.ui.base.ask import AskChoice
from nanoexplorer.ui.seminar.unsaved import Unsaved, put_by
from nanoexplorer.words.common import one_line
from nanoexplorer.words.teaching import seminar as words


def wanted_leftover(
    unsaved: Unsaved, pack: Pack, window: QWidget, ask: AskChoice, complain: Callable[[str], None]
) -> tuple[Path, Read] | None:
    """The unsaved changes that are to be opened, if any; those not wanted are deleted."""
    choices = (words.RECOVER_YES, words.RECOVER_NO, words.RECOVER_LATER)
    for path in unsaved.left():
        try:
            read = read_seminar(path, pack)
        except SeminarError as error:
            if any(problem.code == "other-pack" for problem in error.problems):
                continue  # it waits until its pack is open
            complain(words.NOT_RECOVERED.format(path=one_line(str(put_by(path)))))
            continue
        said = words.RECOVER.format(name=leftover_name(read))
        answer = ask(window, words.RECOVER_TITLE, said, choices)
        if answer == words.RECOVER_YES:
            return path, read
        if answer == words.RECOVER_NO:
            unsaved.take(path)
            unsaved.remove()
    return None


def leftover_name(read: Read) -> str:
    """What unsaved changes are called in a sentence."""
    return one_line(Path(read.unsaved_of).name or read.seminar.title or words.UNTITLED)
