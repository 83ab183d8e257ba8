"""Several values of a field at once: how many of them are told in few words."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import combinations
from typing import NamedTuple

from nanoexplorer.core.decision_table import combined
from nanoexplorer.core.profile import Field, Value


class Holding(NamedTuple):
    """Of several at once: all values with these options and without those."""

    having: tuple[str, ...]
    lacking: tuple[str, ...]


def holdings(
    field: Field, named: tuple[str, ...], values: Collection[object]
) -> list[Holding | str]:
    """Of several at once, values that stand for others, as the fewest options tell them from the
    rest: *with this one*, *without that one*. What is unknown stands behind them as it is.
    """
    told: set[Value] = {*named, *(o.id for o in field.options if o.known and o.alone)}
    known = {v: told.intersection(field.parts(v)) for v in combined(field, named)}
    unknown = [v for v in known if not field.is_known(v)]
    others = [known[v] for v in known if v not in values and v not in unknown]
    left = [known[v] for v in known if v in values and v not in unknown]
    found: list[Holding | str] = []
    while left:
        one = _least(field, told, left[0], others)
        found.append(one)
        left = [held for held in left if not _holds(one.having, one.lacking, held)]
    return [*found, *(value for value in unknown if value in values)]


def _least(field: Field, told: set[Value], held: set[Value], others: list[set[Value]]) -> Holding:
    """What one of them has and lacks, as little of it as leaves the others out."""
    ids = [option.id for option in field.options if option.id in told]
    having, lacking = [i for i in ids if i in held], [i for i in ids if i not in held]
    for kept in (lacking, having):
        for option in reversed(ids):
            if option in kept:
                kept.remove(option)
                if any(_holds(having, lacking, other) for other in others):
                    kept[:] = [i for i in ids if i in kept or i == option]
    return Holding(tuple(having), tuple(lacking))


def _holds(having: Collection[str], lacking: Collection[str], held: set[Value]) -> bool:
    return held.issuperset(having) and held.isdisjoint(lacking)


def recombined(field: Field, value: Value, spoken: set[Value]) -> Iterator[Value]:
    """A value with these options taken in and out in every way."""
    kept = set(field.parts(value)).intersection(field.together) - spoken
    among = spoken.intersection(field.together)
    for size in range(len(among) + 1):
        for some in combinations(sorted(among, key=str), size):
            if kept or some:
                yield field.joined({*kept, *some})
