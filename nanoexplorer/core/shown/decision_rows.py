"""The decision table as rows to read: conditions, overlaps, and profiles that nothing covers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import prod
from typing import NamedTuple

from nanoexplorer.core.evidence import Criterion, Effect, Strategy
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile_space import ProfileSpace, Slot

MOST_GAPS = 6
"""Rows at most that describe what nothing covers."""


class Condition(NamedTuple):
    """One alternative of a strategy; `criteria` are its rows, `outside` conditions too.

    `again`: it is not the strategy's first.
    """

    strategy: str
    alternative: int
    again: bool
    criteria: tuple[Criterion, ...]

    @property
    def effect(self) -> Effect:
        """Whether the source names the strategy for it, or as a reason against it."""
        return self.criteria[0].effect


class Share(NamedTuple):
    """For how many profiles a strategy is named, and beside which others of its kind in some.

    `beside` is a bit set in the decision table's order.
    """

    profiles: int
    beside: int


class Gap(NamedTuple):
    """Profiles for which nothing is named: any of the slots of each field; other fields: any."""

    slots: Mapping[str, tuple[Slot, ...]]
    profiles: int


class Coverage(NamedTuple):
    """How the strategies cover the space; `several` counts profiles where a kind overlaps.

    `gaps` describe the first of the uncovered profiles, `uncovered` counts all of them.
    """

    shares: Mapping[str, Share]
    several: Mapping[str, int]
    uncovered: int
    gaps: tuple[Gap, ...]


def conditions(pack: Pack) -> tuple[Condition, ...]:
    """Every alternative of every strategy that has criteria, in the order of the screen."""
    return tuple(
        Condition(strategy, number, place > 0, criteria)
        for strategy, row in zip(pack.table.strategies, pack.table.rows, strict=True)
        for place, (number, criteria) in enumerate(row.items())
    )


def coverage(pack: Pack, space: ProfileSpace) -> Coverage | None:
    """The overlaps and what nothing covers; None where the space is too large to count."""
    if not space.answers:
        return None
    weights = [prod(w) for w in product(*(space.weights(f.id) for f in pack.fields))]
    patterns: Counter[int] = Counter()
    for answer, weight in zip(space.answers, weights, strict=True):
        patterns[answer.matches] += weight
    kinds = {
        kind.id: sum(1 << i for i, s in enumerate(pack.ordered) if s.kind == kind.id)
        for kind in pack.kinds
    }
    return Coverage(
        shares=dict(_shares(pack, patterns, kinds)),
        several={
            kind: sum(n for bits, n in patterns.items() if (bits & ours).bit_count() > 1)
            for kind, ours in kinds.items()
        },
        uncovered=patterns[0],
        gaps=tuple(_gaps(space, weights)),
    )


def _shares(
    pack: Pack, patterns: Mapping[int, int], kinds: Mapping[str, int]
) -> Iterator[tuple[str, Share]]:
    """Strategies on the same condition are named together always, so each pattern is read once."""
    for place, strategy in enumerate(pack.ordered):
        if not pack.table.rows[place]:
            continue
        profiles = beside = 0
        for bits, number in patterns.items():
            if bits >> place & 1:
                profiles += number
                beside |= bits
        others = beside & kinds[strategy.kind] & ~(1 << place)
        yield strategy.id, Share(profiles, others)


def first_names(pack: Pack, bits: int, most: int) -> tuple[Strategy, ...]:
    """The first strategies of a bit set; with thousands in it, all would take long to name."""
    found: list[Strategy] = []
    while bits and len(found) < most:
        lowest = bits & -bits
        found.append(pack.ordered[lowest.bit_length() - 1])
        bits ^= lowest
    return tuple(found)


def _gaps(space: ProfileSpace, weights: Sequence[int]) -> Iterator[Gap]:
    """Blocks of uncovered profiles, each as large as it can be, the first ones only."""
    fields = [field.id for field in space.table.fields]
    counts = [space.kinds(field) for field in fields]
    places = dict(zip(product(*map(range, counts)), range(len(weights)), strict=True))
    empty = {at for at, n in places.items() if not space.answers[n].matches and weights[n]}
    left = sorted(empty)
    for _ in range(MOST_GAPS):
        if not left:
            return
        block = _grown(left[0], counts, empty)
        inside = set(product(*block))
        yield Gap(
            {
                field: _slots_of(space, field, kinds)
                for field, kinds, count in zip(fields, block, counts, strict=True)
                if len(kinds) < count
            },
            sum(weights[places[at]] for at in inside),
        )
        left = [at for at in left if at not in inside]


def _grown(
    seed: tuple[int, ...], counts: Sequence[int], empty: set[tuple[int, ...]]
) -> list[tuple[int, ...]]:
    """The kinds of each field, as many as keep every profile of the block uncovered."""
    block: list[tuple[int, ...]] = [(kind,) for kind in seed]
    for place, count in enumerate(counts):
        fits = [
            kind
            for kind in range(count)
            if all(at in empty for at in product(*block[:place], (kind,), *block[place + 1 :]))
        ]
        block[place] = tuple(fits)
    return block


def _slots_of(space: ProfileSpace, field: str, kinds: Sequence[int]) -> tuple[Slot, ...]:
    return tuple(s for s in space.slots[field] if space.kind(field, s.value) in kinds)
