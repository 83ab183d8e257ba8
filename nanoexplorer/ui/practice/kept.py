"""What a trainee asked to be kept on this computer: one small file, and nothing beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from nanoexplorer.core import case_code
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.practice import Answered, missed
from nanoexplorer.files import ReadError, read_whole
from nanoexplorer.formats.practice import (
    MOST_ANSWERS,
    MOST_BYTES,
    MOST_ROUNDS,
    KeptRound,
    rounds_of,
    rounds_text,
)
from nanoexplorer.formats.reader import FormatError
from nanoexplorer.formats.shapes import Problem
from nanoexplorer.words.files import why_unread, why_unwritten
from nanoexplorer.words.teaching import practice as words
from nanoexplorer.writing import write_atomically


class KeptError(Exception):
    """The file is none that we can use; the message is one line. The file is left as it is."""


class KeptResults:
    """The file of kept rounds. There is none unless a trainee asks for one."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def there(self) -> bool:
        """Whether there is such a file, readable or not."""
        return self.path.exists() or self.path.is_symlink()

    def read(self) -> tuple[KeptRound, ...]:
        """All rounds, none where there is no file. Raises KeptError."""
        try:
            return rounds_of(read_whole(self.path, MOST_BYTES))
        except ReadError as error:
            if error.code == "no-file":
                return ()
            raise self._error("unreadable", found=why_unread(error)) from error
        except FormatError as error:
            raise self._refused(error.problems[0]) from None

    def _refused(self, problem: Problem) -> KeptError:
        if problem.code == "newer":
            return self._error("newer", found=problem.found, allowed=problem.allowed)
        if not problem.path or problem.path[0] == "schema":
            foreign = problem.code in ("foreign", "not-an-object")
            return self._error(
                "damaged", found=words.DAMAGE_FOREIGN if foreign else words.DAMAGE_JSON
            )
        return self._error("damaged", found=_wrong_in(problem))

    def _error(self, code: str, **about: str) -> KeptError:
        return KeptError(words.KEPT_ERROR[code].format(path=self.path, **about))

    def add(self, one: KeptRound) -> None:
        """Keep one more round. Raises KeptError, also where the file that is there is damaged."""
        rounds = (*self.read(), one)
        content = rounds_text(rounds).encode()
        try:
            if len(content) > MOST_BYTES or len(rounds) > MOST_ROUNDS:  # nobody could read it again
                raise ReadError("too-large", self.path, most=MOST_BYTES)
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self.path, content)
        except OSError as error:
            line = words.NOT_KEPT.format(path=self.path, why=why_unwritten(error))
            raise KeptError(line) from error

    def delete(self) -> str:
        """Delete the file, damaged or not; returns what was deleted. Raises KeptError."""
        said = words.DELETED_DAMAGED.format(path=self.path)
        with suppress(KeptError):
            rounds = self.read()
            answers = sum(len(one.answers) for one in rounds)
            what = words.rounds_counted(len(rounds), answers)
            said = words.DELETED.format(what=what, path=self.path)
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            line = words.NOT_DELETED.format(path=self.path, why=why_unwritten(error))
            raise KeptError(line) from error
        return said


def kept_round(pack: Pack, when: str, seed: int, answered: tuple[Answered, ...]) -> KeptRound:
    """A finished round as it is kept."""
    counts = tuple((one.miss.value, len(one.answers)) for one in missed(pack, answered))
    answers = tuple(
        (case_code.encode(pack, q.profile), q.strategy, given.verdict.value, given.status)
        for q, given in answered
    )
    return KeptRound(when, pack.id, pack.version, seed, counts, answers)


def missed_in(rounds: Iterable[KeptRound]) -> list[tuple[str, int]]:
    """How often each kind was missed in all rounds, the most frequent first."""
    counts: Counter[str] = Counter()
    for one in rounds:
        counts.update(dict(one.missed))
    return counts.most_common()


def _wrong_in(problem: Problem) -> str:
    """What is wrong in one round, or that there are none."""
    if len(problem.path) < 2:
        return words.DAMAGE_FOREIGN
    key = str(problem.path[2]) if len(problem.path) > 2 else "round"
    if key not in KeptRound._fields or problem.code == "missing":
        key = "round"
    keys = ", ".join(KeptRound._fields)
    return words.DAMAGE_ROUND.format(
        number=int(problem.path[1]) + 1,
        key=key,
        found=problem.found,
        allowed=words.DAMAGE_ALLOWED[key].format(most=MOST_ANSWERS, keys=keys),
    )
