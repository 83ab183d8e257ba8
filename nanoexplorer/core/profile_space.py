"""Every profile there is, answered in one call.

Values that no criterion tells apart are answered once: of every field only the *kinds* of values
count, and a profile is looked up by the kinds of its values.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property
from itertools import product
from math import prod
from typing import Final, NamedTuple

from nanoexplorer.core.decision_table import (
    Answer,
    DecisionTable,
    multiplicity,
    outcome,
    reduced,
    weight,
)
from nanoexplorer.core.evidence import Criterion
from nanoexplorer.core.profile import Field, FieldKind, Number, Profile, Value
from nanoexplorer.core.remembering import remembered

SINGLE = 10
"""Counts that have a place of their own; beyond them, and of decimals, it is a stretch that is
answered alike."""
MOST_ANSWERS = 10_000
"""Where a pack has more than so many answers, they are given when they are asked for."""


class Slot(NamedTuple):
    """One place on an axis: a known option, a number or a stretch of them, or *unknown*.

    `value` stands for all values of the place; of numbers it is the first and `last` the last,
    None where there is no end. Of several at once all are `alike` that no test tells apart, by
    what is `named` of them.
    """

    field: str
    value: Value
    last: Number | None
    known: bool
    alike: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    def includes(self, field: Field, value: Value) -> bool:
        """Whether a value of the field has its place here."""
        if not self.known or not field.is_known(value):
            return self.known == field.is_known(value)
        if self.alike and isinstance(value, str):
            return reduced(field, self.named, value) in self.alike
        if not isinstance(value, str) and not isinstance(self.value, str):
            return self.value <= value and (self.last is None or value <= self.last)
        return value == self.value

    def least(self, field: Field) -> tuple[Value, ...]:
        """What makes a value belong here: the values that hold no other one of them, and each
        option that is not named where that is what one of them stands for.
        """
        held = {value: set(field.parts(value)) for value in self.alike}
        found: list[Value] = []
        for value in self.alike:
            if any(held[other] < held[value] for other in self.alike):
                continue
            if held[value] <= {*field.together} - {*self.named}:
                found += [option for option in field.together if option not in self.named]
            else:
                found.append(value)
        return tuple(found) or (self.value,)


def slots(table: DecisionTable, field: Field) -> tuple[Slot, ...]:
    """The places of a field in order: what is known, then unknown, however it is worded."""
    return (*_KNOWN[field.kind](table, field), Slot(field.id, field.default, None, False))


def _options(_: DecisionTable, field: Field) -> Iterator[Slot]:
    return (Slot(field.id, option, None, True) for option in field.known_options())


def _counts(table: DecisionTable, field: Field) -> Iterator[Slot]:
    """One number after the other, and the stretches that are answered alike beyond them."""
    least = field.place(field.minimum)
    single = min(max(SINGLE, least + SINGLE - 1), field.place(field.maximum))
    for number in range(least, single + 1):
        yield Slot(field.id, number, number, True)
    if single != field.maximum:
        yield from _stretches(table, field, single + 1)


def _stretches(table: DecisionTable, field: Field, start: Number | None = None) -> Iterator[Slot]:
    """The stretches that are answered alike, from a number on."""
    first = field.minimum if start is None else start
    cuts = [v for v in table.representatives(field) if not isinstance(v, str) and v > first]
    ends = [field.on(cut, -1) for cut in cuts]
    for begin, last in zip([first, *cuts], [*ends, None], strict=True):
        yield Slot(field.id, begin, last, True)


def _classes(table: DecisionTable, field: Field) -> Iterator[Slot]:
    """What no test tells apart, and each option that stands alone."""
    tests = _tests(table).get(field.id, ())
    classes: dict[object, list[str]] = {}
    for value in table.representatives(field):
        if isinstance(value, str) and field.is_known(value):
            alone = field.parts(value)[0] not in field.together
            found = value if alone else tuple(outcome(c, field, value) for c in tests)
            classes.setdefault(found, []).append(value)
    for alike in classes.values():
        yield Slot(field.id, alike[0], None, True, tuple(alike), table.named[field.id])


_KNOWN: Final[Mapping[FieldKind, Callable[[DecisionTable, Field], Iterator[Slot]]]] = {
    "choice": _options,
    "count": _counts,
    "decimal": _stretches,
    "several": _classes,
}


class ProfileSpace:
    """All answers of a decision table. `answers` is empty where they would be too many."""

    def __init__(self, table: DecisionTable) -> None:
        self.table = table
        self.slots = {field.id: slots(table, field) for field in table.fields}
        self.field = {field.id: field for field in table.fields}
        tests = _tests(table)
        self._kind = {f.id: _kinds(table, f, tests.get(f.id, ())) for f in table.fields}
        self._stride: dict[str, int] = {}
        size = 1
        for field in reversed(table.fields):
            self._stride[field.id] = size
            size *= self.kinds(field.id)
        self.answers = tuple(self._all()) if size <= MOST_ANSWERS else ()

    def kinds(self, field: str) -> int:
        """How many kinds of values a field has."""
        return max(self._kind[field].values()) + 1

    def kind(self, field: str, value: Value) -> int:
        """The kind of a value, counted from 0."""
        return self._kind[field][self.table.representative(self.field[field], value)]

    def _all(self) -> Iterator[Answer]:
        names = tuple(field.id for field in self.table.fields)
        firsts = (
            {kind: value for value, kind in reversed(self._kind[name].items())} for name in names
        )
        for values in product(*([first[k] for k in sorted(first)] for first in firsts)):
            yield self.table.answer(Profile(names, values))

    @property
    def size(self) -> int:
        """How many profiles there are; a stretch of numbers counts once, each option by itself,
        and of several at once whatever can be combined.
        """
        return prod(sum(self.weights(field.id)) for field in self.table.fields)

    def weights(self, field: str) -> list[int]:
        """How many values each kind stands for: the slots of what is known, each unknown option."""
        found = [0] * self.kinds(field)
        named = self.table.named.get(field)
        if named is not None:
            for value in self._kind[field]:
                number = multiplicity(self.field[field], named, str(value))
                found[self.kind(field, value)] += number
            return found
        unknown = (o.id for o in self.field[field].options if not o.known)
        for value in (*(s.value for s in self.slots[field] if s.known), *unknown):
            found[self.kind(field, value)] += 1
        return found

    def place(self, values: Mapping[str, Value]) -> int:
        """Where the answer to some fields' values stands, the first kind taken for the others."""
        return sum(self._stride[field] * self.kind(field, v) for field, v in values.items())

    def answer(self, profile: Profile) -> Answer:
        """The same answer that the decision table gives."""
        if self.answers:
            return self.answers[self.place(profile.as_dict())]
        return self.table.answer(profile)

    @cached_property
    def most(self) -> int:
        """The most strategies that are named for one profile."""
        return max((answer.matches.bit_count() for answer in self.answers), default=0)


@remembered()
def space_of(table: DecisionTable) -> ProfileSpace:
    """The space of a table, computed when it is first asked for."""
    return ProfileSpace(table)


def _tests(table: DecisionTable) -> dict[str, set[Criterion]]:
    """Field -> the different tests that are made on it."""
    found: dict[str, set[Criterion]] = {}
    for row in table.rows:
        for criteria in row.values():
            for c in criteria:
                alike = c._replace(strategy="", alternative=0, basis="", hedge="", statement="")
                found.setdefault(c.field, set()).add(alike)
    return found


def _kinds(table: DecisionTable, field: Field, tests: Collection[Criterion]) -> dict[Value, int]:
    """Representative -> number of its kind: alike is what no test tells apart."""
    kinds: dict[tuple[str, ...], int] = {}
    return {
        value: kinds.setdefault(
            tuple(weight(c, outcome(c, field, value)) for c in tests), len(kinds)
        )
        for value in table.representatives(field)
    }
