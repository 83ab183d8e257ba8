"""Rounds of practice that a trainee asked to be kept: their shape, read strictly, and as text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from nanoexplorer.core.teaching.practice import Miss
from nanoexplorer.formats.reader import FormatError, parsed, schema_problem, shaped
from nanoexplorer.formats.shapes import Anything, Items, Keys, Named, Text, Whole

FAMILY: Final = "nanoexplorer/practice/"
VERSION: Final = 1
MOST_BYTES: Final = 4_000_000
MOST_ROUNDS: Final = 20_000
MOST_ANSWERS: Final = 1000
MOST_NUMBER: Final = 10**9 - 1
_OLDER: Final = {"reading": "interpretation"}
"""Kinds of misses under the names that older versions kept them by."""
_MISSES: Final = (*(miss.value for miss in Miss), *_OLDER)


def _is_date(text: str) -> bool:
    try:
        return len(text) == 10 and bool(date.fromisoformat(text))
    except ValueError:
        return False


_LINE: Final = Text(200)
ROUND: Final = Keys(
    {
        "when": Text(10, like=_is_date),
        "pack": _LINE,
        "version": _LINE,
        "seed": Whole(0, MOST_NUMBER),
        "missed": Named(Whole(0, MOST_NUMBER), len(_MISSES), _MISSES),
        "answers": Items(Items(_LINE, 4, least=4), MOST_ANSWERS),
    }
)
SHAPE: Final = Keys({"schema": Anything(), "rounds": Items(ROUND, MOST_ROUNDS)})


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


def rounds_of(content: bytes) -> tuple[KeptRound, ...]:
    """The rounds that a file holds. Raises FormatError, with every problem that was found."""
    data = parsed(content, MOST_BYTES)
    foreign = schema_problem(data, FAMILY, VERSION)
    if foreign:
        raise FormatError(foreign)
    return tuple(
        KeptRound(
            **{
                **one,
                "missed": tuple((_OLDER.get(k, k), n) for k, n in one["missed"].items()),
                "answers": tuple(tuple(answer) for answer in one["answers"]),
            }
        )
        for one in shaped(data, SHAPE)["rounds"]
    )


def rounds_text(rounds: Iterable[KeptRound]) -> str:
    """The text of a file with these rounds."""
    known = [{**one._asdict(), "missed": dict(one.missed)} for one in rounds]
    data = {"schema": f"{FAMILY}{VERSION}", "rounds": known}
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"
