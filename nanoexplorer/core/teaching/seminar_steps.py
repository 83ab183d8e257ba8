"""The steps of a case in a seminar, and the pages that each of them takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import groupby
from textwrap import wrap
from typing import Final, NamedTuple

from nanoexplorer.core.explaining import nearest_profile
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Value
from nanoexplorer.core.teaching.board import deciding, in_pages, roles_of, sides_of
from nanoexplorer.core.teaching.seminar_cases import PAGE, Seminar, SeminarCase, shown_strategies

NOTE_LINES: Final = 7
NOTE_WIDTH: Final = 85
"""Lines of a note on one page, and characters in each."""


class Stage(StrEnum):
    """What the room is asked, or told."""

    PROFILE = "profile"
    ROLE = "role"
    """Of a tumour board, as are both sides' statements and what the sources leave open."""
    DISCUSS = "discuss"
    PREDICT = "predict"
    REVEAL = "reveal"
    NEAREST = "nearest"
    SUMMARY = "summary"
    POINT = "point"
    END = "end"
    """After the last case; no case has it among its steps."""


class Step(NamedTuple):
    """One thing on show; `page` counts from 1 among the `pages` of its stage."""

    stage: Stage
    page: int = 1
    pages: int = 1
    strategies: tuple[str, ...] = ()


def steps_of(pack: Pack, case: SeminarCase, board: bool = False) -> tuple[Step, ...]:
    """The steps of a case, from its profile to its teaching point; those of a tumour board end
    with what the sources name, leave open and do not say.
    """
    if board:
        return tuple(_board(pack, case))
    pages = _pages(pack, shown_strategies(pack, case))
    far = [s for page in pages for s in page if nearest_profile(pack.table, case.profile, s)]
    return (
        Step(Stage.PROFILE),
        *_steps(Stage.PREDICT, pages),
        *_steps(Stage.REVEAL, pages),
        *_steps(Stage.NEAREST, list(_sliced(far))),
        *_steps(Stage.POINT, [()] * len(note_parts(case.note))),
    )


def _board(pack: Pack, case: SeminarCase) -> Iterator[Step]:
    """A card a role, both sides, the room's answers, the sources', and what these leave open."""
    shown = shown_strategies(pack, case)
    pages = _pages(pack, shown)
    yield Step(Stage.PROFILE)
    for role in roles_of(pack, case):
        cards = in_pages(sides_of(pack, role.strategies))
        yield from _steps(Stage.ROLE, [role.strategies] * len(cards))
    if shown:
        yield from _steps(Stage.DISCUSS, [()] * len(in_pages(deciding(pack, shown))))
    yield from _steps(Stage.PREDICT, pages)
    yield from _steps(Stage.REVEAL, pages)
    yield Step(Stage.SUMMARY)
    if case.note:
        yield from _steps(Stage.POINT, [()] * len(note_parts(case.note)))


def note_parts(note: str) -> tuple[str, ...]:
    """A teacher's note in parts that can be read from the last row, one or more; words stay whole.

    Each is on a page of its own, the first one below the teaching point.
    """
    lines = [
        (number, line)
        for number, paragraph in enumerate(note.split("\n"))
        for line in wrap(paragraph, NOTE_WIDTH) or [""]
    ]
    if len(lines) <= NOTE_LINES:
        return (note,)
    parts = (lines[at : at + NOTE_LINES] for at in range(0, len(lines), NOTE_LINES))
    return tuple(text for part in parts if (text := _joined(part)))


def _joined(lines: list[tuple[int, str]]) -> str:
    """The lines of each paragraph on one line again."""
    paragraphs = groupby(lines, key=lambda line: line[0])
    return "\n".join(" ".join(text for _, text in group) for _, group in paragraphs).strip()


def _steps(stage: Stage, pages: list[tuple[str, ...]]) -> Iterator[Step]:
    for number, page in enumerate(pages, start=1):
        yield Step(stage, number, len(pages), page)


def _pages(pack: Pack, strategies: Iterable[str]) -> list[tuple[str, ...]]:
    """Pages in the order of the kinds of strategy; a kind begins a page where it has no room."""
    ids = list(strategies)
    kinds = ([s for s in ids if pack.strategy[s].kind == kind.id] for kind in pack.kinds)
    pages: list[tuple[str, ...]] = []
    for page in (page for kind in kinds for page in _sliced(kind)):
        if pages and len(pages[-1]) + len(page) <= PAGE:
            page = (*pages.pop(), *page)
        pages.append(page)
    return pages


def _sliced(ids: list[str]) -> Iterator[tuple[str, ...]]:
    """Pages as even as can be: eight are four and four, not seven and one."""
    count = -(-len(ids) // PAGE)
    start = 0
    for number in range(count):
        end = start + -(-(len(ids) - start) // (count - number))
        yield tuple(ids[start:end])
        start = end


def nearest_of(pack: Pack, case: SeminarCase, strategy: str) -> tuple[tuple[str, Value], ...]:
    """The fields to change for the nearest profile that the source names a strategy for."""
    return tuple((nearest_profile(pack.table, case.profile, strategy) or {}).items())


Plan = tuple[tuple[Step, ...], ...]
"""The steps of every case of a seminar."""


def plan_of(pack: Pack, seminar: Seminar) -> Plan:
    """All steps of a seminar."""
    return tuple(steps_of(pack, case, seminar.board) for case in seminar.cases)
