"""A file that the app once wrote, back to what it shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Intent
from nanoexplorer.files import carry_on
from nanoexplorer.formats.questions import FAMILY, QuestionSet, questions_of
from nanoexplorer.formats.seminar import SUFFIX
from nanoexplorer.formats.view import StateError, intent_of, said_to_be
from nanoexplorer.formats.view_code import intent_of_code
from nanoexplorer.render.reopening.reopen import HOLD_A_STATE, read_state
from nanoexplorer.render.reopening.scanning import SCANNED, scanned
from nanoexplorer.words import export as words
from nanoexplorer.words.files import why_unread

OPENED: Final = (SUFFIX, *dict.fromkeys((*HOLD_A_STATE, *SCANNED)))
"""The kinds of files that can be opened."""
ALLOWED: Final = ", ".join(OPENED)


class OpenError(Exception):
    """It can't be opened; the message is the one line that says why. `mark`: of the pack that it is
    of, where that is another one.
    """

    def __init__(self, line: str, mark: str = "") -> None:
        super().__init__(line)
        self.mark = mark


def opened(
    pack: Pack, path: Path, on: Callable[[], None] = carry_on
) -> tuple[Intent, str, str] | QuestionSet:
    """What the file shows: the intent, the view, and the pack version it was made with; or the
    questions that it asks. `on` as in `files`.

    Raises OpenError for a file that is none of ours, damaged, or of another pack.
    """
    suffix = path.suffix.lower()
    if suffix not in OPENED[1:]:
        raise OpenError(words.NO_SUCH_KIND.format(name=path.name, allowed=ALLOWED))
    try:
        return _read_or_scanned(pack, path, on)
    except OSError as error:
        why = why_unread(error)
        raise OpenError(words.NOT_READ.format(path=path, why=why)) from error
    except StateError as error:
        said = words.STATE_ERROR[error.code]
        line, mark = said.format(name=path.name, **error.about), error.about.get("mark", "")
        raise OpenError(line, mark) from error


def _read_or_scanned(
    pack: Pack, path: Path, on: Callable[[], None]
) -> tuple[Intent, str, str] | QuestionSet:
    """What the file carries, or else what a code in it says: a picture may have lost the rest."""
    suffix = path.suffix.lower()
    try:
        return _read(pack, read_state(path, on))
    except StateError as error:
        if suffix not in SCANNED or error.code not in ("none", "damaged"):
            raise
        try:
            return intent_of_code(pack, scanned(path, on))
        except StateError as unread:
            raise (error if unread.code == "none" else unread) from None


def _read(pack: Pack, state: str) -> tuple[Intent, str, str] | QuestionSet:
    asks = said_to_be(state).startswith(FAMILY)
    return questions_of(pack, state) if asks else intent_of(pack, state)
