"""Which verdicts are not the same any more: two decision tables over every profile that both have.

A verdict depends only on the fields that a strategy's criteria ask, so only their values are gone
through; every other field multiplies the number of profiles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import NamedTuple

from nanoexplorer.core.decision_table import DecisionTable, Outcome, Verdict, multiplicity, outcome
from nanoexplorer.core.evidence import Criterion
from nanoexplorer.core.explaining import Span, Stretch
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import SEVERAL, Field, Number, Profile, Value
from nanoexplorer.core.profile_space import slots

MOST_COMBINATIONS = 200_000
"""Of the fields that one strategy asks; with more nothing is counted for it."""

Go = Callable[[], object]
"""Called before each strategy; may raise to stop."""
Sides = tuple[tuple[Value, ...], ...]
Box = tuple[tuple[str, tuple[Span, ...]], ...]
"""Profiles: fields with the values that each may have; any value of the others."""


class Place(NamedTuple):
    """What one value of an axis stands for: numbers up to the last, and how many values; of several
    at once `alike` are all that one strategy's criteria don't tell apart.
    """

    last: Number | None = None
    number: int = 1
    alike: tuple[Value, ...] = ()


class Axis(NamedTuple):
    """A field as both packs have it; of several at once the options that a test names."""

    field: Field
    named: tuple[str, ...]
    places: Mapping[Value, Place]

    @property
    def size(self) -> int:
        """How many values it has."""
        return sum(place.number for place in self.places.values())


class VerdictChange(NamedTuple):
    """One strategy's verdicts that have become others, in how many profiles, and which."""

    strategy: str
    before: Verdict
    after: Verdict
    profiles: int
    boxes: tuple[Box, ...]


class Why(NamedTuple):
    """The rows of the decision table that went, and those that came."""

    gone: tuple[Criterion, ...]
    new: tuple[Criterion, ...]


@dataclass(frozen=True)
class VerdictChanges:
    """What became of verdicts in `profiles` profiles; `uncounted`: strategies that ask too much."""

    profiles: int
    changes: tuple[VerdictChange, ...]
    why: Mapping[str, Why]
    uncounted: tuple[str, ...]


def nobody() -> None:
    """Nobody stops it."""


def verdict_changes(old: Pack, new: Pack, go: Go = nobody) -> VerdictChanges:
    """The verdicts that changed from one pack to another, for the strategies that both have."""
    axes = {field: _axis(old, new, field) for field in dict.fromkeys((*new.field, *old.field))}
    space = prod(axis.size for axis in axes.values())
    rows = [_by_strategy(pack) for pack in (old, new)]
    found: list[VerdictChange] = []
    why, uncounted = {}, []
    for strategy in new.ordered:
        go()
        if strategy.id not in old.strategy:
            continue
        asked = _Asked(old, new, strategy.id, [of.get(strategy.id, ()) for of in rows], axes)
        if asked.is_alike:
            continue
        if asked.size > MOST_COMBINATIONS:
            uncounted.append(strategy.id)
            continue
        changed = list(asked.changes(space))
        found += changed
        if changed:
            why[strategy.id] = asked.why
    return VerdictChanges(space, tuple(found), why, tuple(uncounted))


def _axis(old: Pack, new: Pack, field: str) -> Axis:
    """The values of a field, those that both packs have where both have the field."""
    criteria = (*old.criteria, *new.criteria)
    having = [pack.field[field] for pack in (old, new) if field in pack.field]
    if any(one.kind == SEVERAL for one in having):
        return _combinations(_shared(having[0], having[-1]), criteria)
    values = [_values(one, criteria) for one in having]
    both = {v: p for v, p in values[-1].items() if all(v in others for others in values)}
    return Axis(having[-1], (), both)


def _shared(old: Field, new: Field) -> Field:
    """The options that both packs have; what can't be held together in both stands alone."""
    both = set(old.together).intersection(new.together)
    options = (o._replace(alone=o.id not in both) for o in new.options if old.option(o.id))
    return new._replace(kind=SEVERAL, options=tuple(options))


def _combinations(field: Field, criteria: Sequence[Criterion]) -> Axis:
    table = _table(field, criteria)
    named, values = table.named[field.id], table.representatives(field)
    places = {v: Place(number=multiplicity(field, named, str(v))) for v in values}
    return Axis(field, named, places)


def _values(field: Field, criteria: Sequence[Criterion]) -> Mapping[Value, Place]:
    found = slots(_table(field, criteria), field)
    places = {slot.value: Place(slot.last) for slot in found if slot.known}
    return {**places, **{option.id: Place() for option in field.options if not option.known}}


def _table(field: Field, criteria: Sequence[Criterion]) -> DecisionTable:
    asked = [_alone(c) for c in criteria if c.field == field.id]
    return DecisionTable((field,), ("",), [c for c in asked if _is_of(field, c)])


def _alone(criterion: Criterion) -> Criterion:
    return criterion._replace(strategy="")


def _is_of(field: Field, criterion: Criterion) -> bool:
    """Whether a test of another pack can be made on a field."""
    return isinstance(criterion.value, str | tuple) or field.has_numbers


class _Asked:
    """The fields that one strategy's criteria ask in either pack, and its verdicts there."""

    def __init__(
        self,
        old: Pack,
        new: Pack,
        strategy: str,
        rows: Sequence[Sequence[Criterion]],
        axes: Mapping[str, Axis],
    ) -> None:
        self.strategy, self._rows = strategy, rows
        fields = {c.field for rows in self._rows for c in rows if c.field}
        self.axes = {field: self._axis(old, new, axes[field]) for field in axes if field in fields}
        self._fields = [
            tuple(pack.field[f] for f in self.axes if f in pack.field) for pack in (old, new)
        ]

    def _axis(self, old: Pack, new: Pack, axis: Axis) -> Axis:
        """Of several at once with one value for all that this strategy's criteria find alike."""
        if axis.field.kind != SEVERAL:
            return axis
        asked = [
            (pack.field[axis.field.id], criterion)
            for pack, rows in zip((old, new), self._rows, strict=True)
            for criterion in rows
            if criterion.field == axis.field.id
        ]
        alike: dict[tuple[Outcome, ...], list[Value]] = {}
        for value in axis.places:
            alike.setdefault(tuple(outcome(c, f, value) for f, c in asked), []).append(value)
        places = {
            values[0]: Place(None, sum(axis.places[v].number for v in values), tuple(values))
            for values in alike.values()
        }
        return axis._replace(places=places)

    @property
    def is_alike(self) -> bool:
        """Whether nothing can have changed."""
        before, after = (set(map(_deciding_part, rows)) for rows in self._rows)
        known = [{o.id: o.known for f in fields for o in f.options} for fields in self._fields]
        return before == after and known[0] == known[1]

    @property
    def size(self) -> int:
        return prod(len(axis.places) for axis in self.axes.values())

    @property
    def why(self) -> Why:
        before, after = self._rows
        kept = set(map(_deciding_part, before)) & set(map(_deciding_part, after))
        gone = (c for c in before if _deciding_part(c) not in kept)
        new = (c for c in after if _deciding_part(c) not in kept)
        return Why(tuple(gone), tuple(new))

    def changes(self, space: int) -> Iterator[VerdictChange]:
        """What became of each verdict, in the order of the verdicts."""
        found: dict[tuple[Verdict, Verdict], list[tuple[Value, ...]]] = {}
        asks = [self._ask(n) for n in (0, 1)]
        for values in product(*(axis.places for axis in self.axes.values())):
            before, after = (ask(values) for ask in asks)
            if before != after:
                found.setdefault((before, after), []).append(values)
        share = space // max(1, prod(axis.size for axis in self.axes.values()))
        for before in Verdict:
            for after in Verdict:
                if values_of := found.get((before, after)):
                    boxes = tuple(self._boxes(values_of))
                    number = sum(map(self._number, values_of)) * share
                    yield VerdictChange(self.strategy, before, after, number, boxes)

    def _number(self, values: tuple[Value, ...]) -> int:
        """How many profiles some values stand for."""
        axes = zip(self.axes.values(), values, strict=True)
        return prod(axis.places[value].number for axis, value in axes)

    def _ask(self, pack: int) -> _Ask:
        return _Ask(self._fields[pack], tuple(self.axes), self.strategy, self._rows[pack])

    def _boxes(self, found: list[tuple[Value, ...]]) -> Iterator[Box]:
        boxes: list[Sides] = [tuple((value,) for value in values) for values in found]
        for axis in reversed(range(len(self.axes))):
            boxes = _merged(boxes, axis)
        for box in boxes:
            sides = zip(self.axes, box, strict=True)
            yield tuple(
                (f, self._said(f, v)) for f, v in sides if len(v) < len(self.axes[f].places)
            )

    def _said(self, field: str, values: tuple[Value, ...]) -> tuple[Span, ...]:
        """Values with numbers that follow each other as one stretch."""
        axis = self.axes[field]
        if axis.field.kind == SEVERAL:
            from nanoexplorer.core.several import holdings

            every = [one for value in values for one in axis.places[value].alike]
            return tuple(holdings(axis.field, axis.named, every))
        ends = list(axis.places)
        said: list[Span] = []
        for place, value in ((ends.index(value), value) for value in values):
            if isinstance(value, str):
                said.append(value)
                continue
            before, last = said[-1] if said else "", axis.places[value].last
            if isinstance(before, Stretch) and ends[place - 1] in values:
                said[-1] = Stretch(before.first, last)
            else:
                said.append(Stretch(value, last))
        return tuple(said)


class _Ask:
    """The verdict of one pack on one strategy, for values of the fields that are asked."""

    def __init__(
        self,
        fields: tuple[Field, ...],
        names: tuple[str, ...],
        strategy: str,
        criteria: Sequence[Criterion],
    ) -> None:
        self._table = DecisionTable(fields, (strategy,), criteria)
        self._ids = tuple(field.id for field in fields)
        self._places = tuple(names.index(name) for name in self._ids)
        self._strategy = strategy

    def __call__(self, values: tuple[Value, ...]) -> Verdict:
        own = tuple(values[place] for place in self._places)
        return self._table.verdict(Profile(self._ids, own), self._strategy)


def _merged(boxes: Iterable[Sides], axis: int) -> list[Sides]:
    """Boxes that differ on one side alone, as one."""
    sides: dict[Sides, tuple[Value, ...]] = {}
    for box in boxes:
        others = (*box[:axis], *box[axis + 1 :])
        sides[others] = (*sides.get(others, ()), *box[axis])
    return [(*others[:axis], side, *others[axis:]) for others, side in sides.items()]


def _by_strategy(pack: Pack) -> Mapping[str, Sequence[Criterion]]:
    found: dict[str, list[Criterion]] = {}
    for criterion in pack.criteria:
        found.setdefault(criterion.strategy, []).append(criterion)
    return found


def _deciding_part(criterion: Criterion) -> Criterion:
    """A criterion without what decides nothing."""
    return criterion._replace(basis="", hedge="", statement="")
