"""What a trainee asked to be kept on this computer: one small file, and nothing beside it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple

from nanoexplorer.core import case_code
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.practice import Answered, Miss, missed
from nanoexplorer.files import write_atomically
from nanoexplorer.strings import practice as words

SCHEMA: Final = "nanoexplorer/practice/"
VERSION: Final = 1
MOST_BYTES: Final = 4_000_000
MOST_ANSWERS: Final = 1000
_TEXT: Final = 200
_NUMBER: Final = 10**9


class KeptRound(NamedTuple):
    """A finished round: when, with which pack, and what was answered and missed.

    `missed` are pairs of a kind of miss and its count; `answers` case code, strategy, verdict and
    status, as they were given.
    """

    when: str
    pack: str
    version: str
    seed: int
    missed: tuple[tuple[str, int], ...]
    answers: tuple[tuple[str, str, str, str], ...]


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
            content = self.path.read_bytes()
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise self._error("unreadable", found=_why(error)) from error
        if len(content) > MOST_BYTES:
            raise self._error("too-large", allowed=f"{MOST_BYTES:,}")
        return self._rounds(content)

    def _rounds(self, content: bytes) -> tuple[KeptRound, ...]:
        try:
            data = json.loads(content)
        except (ValueError, RecursionError):
            raise self._error("damaged", found=words.DAMAGE_JSON) from None
        schema = data.get("schema") if isinstance(data, dict) else None
        if not isinstance(schema, str) or not schema.startswith(SCHEMA):
            raise self._error("damaged", found=words.DAMAGE_FOREIGN)
        if schema != f"{SCHEMA}{VERSION}":
            raise self._error("newer", found=schema[:60], allowed=f"{SCHEMA}{VERSION}")
        rounds = data.get("rounds")
        if set(data) != {"schema", "rounds"} or not isinstance(rounds, list):
            raise self._error("damaged", found=words.DAMAGE_FOREIGN)
        return tuple(self._round(number, one) for number, one in enumerate(rounds, 1))

    def _round(self, number: int, one: object) -> KeptRound:
        if not isinstance(one, dict) or set(one) != set(KeptRound._fields):
            raise self._wrong(number, "round", one)
        for key, fits in _FITS.items():
            if not fits(one[key]):
                raise self._wrong(number, key, one[key])
        return KeptRound(
            **{
                **one,
                "missed": tuple(one["missed"].items()),
                "answers": tuple(tuple(answer) for answer in one["answers"]),
            }
        )

    def _wrong(self, number: int, key: str, found: object) -> KeptError:
        keys = ", ".join(KeptRound._fields)
        allowed = words.DAMAGE_ALLOWED.get(key, words.DAMAGE_ALLOWED["pack"])
        shown = repr(found)[:60]
        line = words.DAMAGE_ROUND.format(
            number=number,
            key=key,
            found=shown,
            allowed=allowed.format(most=MOST_ANSWERS, keys=keys),
        )
        return self._error("damaged", found=line)

    def _error(self, code: str, **about: str) -> KeptError:
        return KeptError(words.KEPT_ERROR[code].format(path=self.path, **about))

    def add(self, one: KeptRound) -> None:
        """Keep one more round. Raises KeptError, also where the file that is there is damaged."""
        rounds = (*self.read(), one)
        known = [{**r._asdict(), "missed": dict(r.missed)} for r in rounds]
        data = {"schema": f"{SCHEMA}{VERSION}", "rounds": known}
        text = json.dumps(data, indent=1, ensure_ascii=False) + "\n"
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self.path, text.encode())
        except OSError as error:
            line = words.NOT_KEPT.format(path=self.path, why=_why(error))
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
            line = words.NOT_DELETED.format(path=self.path, why=_why(error))
            raise KeptError(line) from error
        return said


def kept_round(pack: Pack, when: str, seed: int, answered: tuple[Answered, ...]) -> KeptRound:
    """A finished round as it is kept."""
    counts = tuple((one.miss.value, len(one.answers)) for one in missed(pack, answered))
    answers = tuple(
        (case_code.encode(pack, q.profile), q.strategy, given.verdict.value, given.rung)
        for q, given in answered
    )
    return KeptRound(when, pack.id, pack.version, seed, counts, answers)


def missed_in(rounds: Iterable[KeptRound]) -> list[tuple[str, int]]:
    """How often each kind was missed in all rounds, the most frequent first."""
    counts: Counter[str] = Counter()
    for one in rounds:
        counts.update(dict(one.missed))
    return counts.most_common()


def _why(error: OSError) -> str:
    return error.strerror or type(error).__name__


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= _TEXT and value.isprintable()


def _is_date(value: Any) -> bool:
    from datetime import date

    if not isinstance(value, str) or len(value) != 10:
        return False
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False


def _is_number(value: Any) -> bool:
    return type(value) is int and 0 <= value < _NUMBER


def _are_counts(value: Any) -> bool:
    kinds = {miss.value for miss in Miss}
    return isinstance(value, dict) and set(value) <= kinds and all(map(_is_number, value.values()))


def _are_answers(value: Any) -> bool:
    if not isinstance(value, list) or len(value) > MOST_ANSWERS:
        return False
    return all(isinstance(a, list) and len(a) == 4 and all(map(_is_text, a)) for a in value)


_FITS: Final = {
    "when": _is_date,
    "pack": _is_text,
    "version": _is_text,
    "seed": _is_number,
    "missed": _are_counts,
    "answers": _are_answers,
}
