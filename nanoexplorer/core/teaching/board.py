"""A tumour board: who speaks for which strategies, and what the sources say on each side.

Only statements of the pack: for, where its aspect is one that speaks for a strategy; against, where
its aspect does. Nothing is weighed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, zip_longest
from typing import Final, NamedTuple

from nanoexplorer.core.evidence import Statement
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.seminar_cases import SeminarCase, shown_strategies

SIDE: Final = 4
"""Statements of one side on a page: as many as can be read from the last row."""


class Role(NamedTuple):
    """Who speaks for some strategies: a group of the first kind, or another kind as a whole."""

    name: str
    strategies: tuple[str, ...]


class Sides(NamedTuple):
    """What the sources say for some strategies, and against them."""

    speaks_for: tuple[Statement, ...]
    against: tuple[Statement, ...]


def roles_of(pack: Pack, case: SeminarCase) -> tuple[Role, ...]:
    """The roles that a case has strategies for, in the order of the pack."""
    groups = {term.id: term.label for term in pack.terms("group")}
    kinds = list(pack.kind)

    def place(id_: str) -> tuple[int, str]:
        strategy = pack.strategy[id_]
        kind = kinds.index(strategy.kind)
        return kind, "" if kind else groups[strategy.group]

    shown = shown_strategies(pack, case)
    ordered = sorted(shown, key=lambda id_: place(id_)[0])  # groups stand together already
    return tuple(
        Role(name or pack.kinds[kind].plural, tuple(ids))
        for (kind, name), ids in groupby(ordered, key=place)
    )


def sides_of(pack: Pack, strategies: Iterable[str]) -> Sides:
    """What the sources say for and against some strategies, each statement once."""
    found = dict.fromkeys(s.id for id_ in strategies for s in pack.statements_of.get(id_, ()))
    said = [pack.statement[id_] for id_ in found]
    aspects = pack.aspect
    return Sides(
        tuple(s for s in said if aspects[s.aspect].mapped and not aspects[s.aspect].against),
        tuple(s for s in said if aspects[s.aspect].against),
    )


def deciding(pack: Pack, strategies: Sequence[str]) -> Sides:
    """The statements behind the conditions of some strategies: those that name, and those against.

    What speaks against without a condition stands among these.
    """
    rows = [row for row in pack.criteria if row.strategy in strategies and row.field]
    named = dict.fromkeys(row.statement for row in rows if row.effect == "for")
    barred = dict.fromkeys(row.statement for row in rows if row.effect != "for")
    limits = dict.fromkeys(s.id for s in sides_of(pack, strategies).against)
    against = {**barred, **{id_: None for id_ in limits if id_ not in named}}
    return Sides(
        tuple(pack.statement[id_] for id_ in named), tuple(pack.statement[id_] for id_ in against)
    )


def in_pages(sides: Sides) -> tuple[Sides, ...]:
    """Both sides in pages that can be read, one or more."""
    parted = [[side[at : at + SIDE] for at in range(0, len(side), SIDE)] for side in sides]
    pages = tuple(Sides(one, other) for one, other in zip_longest(*parted, fillvalue=()))
    return pages or (Sides((), ()),)
