"""The decision table, compiled to bit sets: one form that answers one profile or all of them.

Three values after S. C. Kleene (1952, *Introduction to Metamathematics*, §64): met, open, unmet.
An alternative is the minimum of its criteria, a strategy the maximum of its alternatives. Reasons
against are alternatives of their own: one that is met overrules all others, one that is open
changes nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import combinations, compress
from operator import ge, gt, le, lt
from typing import Final, NamedTuple

from nanoexplorer.core.evidence import Condition, Criterion, Effect
from nanoexplorer.core.profile import SEVERAL, Field, Number, Profile, Value


class Verdict(StrEnum):
    """What a profile means for a strategy, in the order of the groups on screen."""

    MATCHES = "matches"
    AGAINST = "against"
    OPEN = "open"
    NO_MATCH = "no-match"
    ANY_PROFILE = "any-profile"


class Outcome(StrEnum):
    """What became of one criterion."""

    MET = "met"
    OPEN = "open"
    UNMET = "unmet"
    CAVEAT = "caveat"
    OUTSIDE = "outside"


class Change(StrEnum):
    """What became of a verdict, in the order of the groups on screen."""

    GAINED = "gained"
    LOST = "lost"
    OPENED = "opened"
    SETTLED = "settled"
    AGAINST = "against"
    CLEARED = "cleared"
    SAME = "same"


class Answer(NamedTuple):
    """A bit set for each verdict; bit i stands for the i-th strategy. They share no bit."""

    matches: int
    against: int
    open: int
    no_match: int
    any_profile: int


class Bits(NamedTuple):
    """The rows that a value leaves possible, and those that it makes certain."""

    possible: int
    certain: int


class _Plane(NamedTuple):
    """One alternative of every strategy that has so many: rows, and bits per field and value."""

    rows: int
    by_value: tuple[dict[Value, Bits], ...]


COMPARED: Final[Mapping[str, Callable[[Number, Number], bool]]] = {
    "at-most": le,
    "at-least": ge,
    "below": lt,
    "above": gt,
}
"""The tests on numbers alone."""


def holds(field: Field, test: Condition | Criterion, value: Value) -> bool:
    """Whether a known value passes the test; of several at once it is enough that one is named."""
    if field.kind == SEVERAL:
        named = not set(wanted(test)).isdisjoint(field.parts(value))
        return named is not (test.test == "is-not")
    match test.test:
        case "is":
            return value == test.value
        case "is-not":
            return value != test.value
        case "one-of":
            return value in wanted(test)
    if isinstance(value, str) or not isinstance(test.value, int | float):
        return False
    return COMPARED[test.test](value, test.value)


def wanted(test: Condition | Criterion) -> tuple[Value, ...]:
    """The values that a test speaks of, of `one-of` all."""
    return test.value if isinstance(test.value, tuple) else (test.value,)


def outcome(criterion: Criterion, field: Field | None, value: Value | None) -> Outcome:
    """What a value makes of a criterion; an `outside` condition has no field and no value.

    What is unknown is no reason against, only a caveat.
    """
    if field is None or value is None:
        return Outcome.OUTSIDE
    if field.is_known(value):
        return Outcome.MET if holds(field, criterion, value) else Outcome.UNMET
    caveat = criterion.when_unknown == "caveat" or criterion.effect == "against"
    return Outcome.CAVEAT if caveat else Outcome.OPEN


def weight(criterion: Criterion, found: Outcome) -> Outcome:
    """What an outcome counts for: a caveat leaves a reason for as met, a reason against as unmet.

    An `outside` condition never decides, so it hinders nothing.
    """
    if found is Outcome.CAVEAT:
        return Outcome.UNMET if criterion.effect == "against" else Outcome.MET
    return Outcome.MET if found is Outcome.OUTSIDE else found


class DecisionTable:
    """Strategies × fields. `rows[i]` maps an alternative to its criteria, `outside` ones too."""

    def __init__(
        self, fields: Sequence[Field], strategies: Sequence[str], criteria: Sequence[Criterion]
    ) -> None:
        self.fields = tuple(fields)
        self.strategies = tuple(strategies)
        self.index = {strategy: place for place, strategy in enumerate(self.strategies)}
        self.rows = self._rows(criteria)
        self._cuts = {field.id: _cuts(field, criteria) for field in fields if field.has_numbers}
        self.named = {f.id: _named(f, criteria) for f in fields if f.kind == SEVERAL}
        """Of fields of several at once: those that can be held together and that a test names."""
        self._known: dict[str, dict[str, str]] = {field: {} for field in self.named}
        self._planes = tuple(self._compile("for"))
        self._against = tuple(self._compile("against"))
        self._conditional = sum(1 << i for i, row in enumerate(self.rows) if deciding(row))
        self._all = (1 << len(self.strategies)) - 1

    def _rows(self, criteria: Sequence[Criterion]) -> tuple[dict[int, tuple[Criterion, ...]], ...]:
        rows: list[defaultdict[int, list[Criterion]]] = [defaultdict(list) for _ in self.strategies]
        for criterion in criteria:
            rows[self.index[criterion.strategy]][criterion.alternative].append(criterion)
        return tuple({n: tuple(found) for n, found in sorted(row.items())} for row in rows)

    def _compile(self, effect: Effect) -> Iterator[_Plane]:
        deciders = [deciding(row, effect) for row in self.rows]
        for depth in range(max(map(len, deciders), default=0)):
            layer = [(1 << i, row[depth]) for i, row in enumerate(deciders) if depth < len(row)]
            present = sum(bit for bit, _ in layer)
            yield _Plane(present, tuple(self._bits(f, layer, present) for f in self.fields))

    def _bits(
        self, field: Field, layer: list[tuple[int, tuple[Criterion, ...]]], present: int
    ) -> dict[Value, Bits]:
        asked = [(bit, c) for bit, criteria in layer for c in criteria if c.field == field.id]
        table = {}
        for value in self.representatives(field):
            unmet = unsure = 0
            for bit, criterion in asked:
                found = weight(criterion, outcome(criterion, field, value))
                unmet |= bit if found is Outcome.UNMET else 0
                unsure |= bit if found is Outcome.OPEN else 0
            table[value] = Bits(present & ~unmet, present & ~(unmet | unsure))
        return table

    def representatives(self, field: Field) -> tuple[Value, ...]:
        """Values that stand for all: every option, and one number for each stretch of numbers; of
        several at once what is named, however it is combined, and one for what no test names.
        """
        if field.id in self.named:
            return combined(field, self.named[field.id])
        options = tuple(option.id for option in field.options)
        return (*self._cuts.get(field.id, ()), *options)

    def representative(self, field: Field, value: Value) -> Value:
        """The value that stands for this one: the first number of its stretch, or itself; of
        several at once what is named of it.
        """
        if not isinstance(value, str):
            cuts = self._cuts[field.id]
            return cuts[bisect_right(cuts, value) - 1]
        known = self._known.get(field.id)
        if known is None:
            return value
        found = known.get(value)
        if found is None:
            found = known[value] = reduced(field, self.named[field.id], value)
        return found

    def answer(self, profile: Profile) -> Answer:
        """The verdict on every strategy, as bit sets."""
        certain = possible = against = 0
        values = [
            self.representative(field, value)
            for field, value in zip(self.fields, profile.values, strict=True)
        ]
        for plane in self._planes:
            may = must = plane.rows
            for bits, value in zip(plane.by_value, values, strict=True):
                may &= bits[value].possible
                must &= bits[value].certain
            possible |= may
            certain |= must
        for plane in self._against:
            must = plane.rows
            for bits, value in zip(plane.by_value, values, strict=True):
                must &= bits[value].certain
            against |= must
        return Answer(
            matches=certain & ~against,
            against=against,
            open=possible & ~(certain | against),
            no_match=self._conditional & ~(possible | against),
            any_profile=self._all & ~(self._conditional | against),
        )

    def verdict(self, profile: Profile, strategy: str) -> Verdict:
        """The verdict on one strategy; raises KeyError for one that is not in the table."""
        bit = 1 << self.index[strategy]
        answer = self.answer(profile)
        return next(v for v, bits in zip(Verdict, answer, strict=True) if bits & bit)

    def names(self, bits: int) -> tuple[str, ...]:
        """The ids of the strategies in a bit set, in the table's order."""
        return tuple(compress(self.strategies, map(int, reversed(f"{bits:b}"))))


def deciding(
    row: dict[int, tuple[Criterion, ...]], effect: Effect = "for"
) -> list[tuple[Criterion, ...]]:
    """The alternatives of an effect that can decide, without their `outside` conditions, which
    never do.
    """
    fields_only = (
        tuple(c for c in criteria if c.test != "outside" and c.effect == effect)
        for criteria in row.values()
    )
    return [criteria for criteria in fields_only if criteria]


def alternatives_met(table: DecisionTable, profile: Profile, strategy: str) -> frozenset[int]:
    """The alternatives for a strategy that a profile meets, a caveat counting as met."""
    fields = {field.id: field for field in table.fields}
    found = {**profile.as_dict(), "": None}
    return frozenset(
        number
        for number, criteria in table.rows[table.index[strategy]].items()
        if criteria[0].effect == "for"
        and all(
            weight(c, outcome(c, fields.get(c.field), found[c.field])) is Outcome.MET
            for c in criteria
        )
    )


@lru_cache(maxsize=64)
def combined(field: Field, named: tuple[str, ...]) -> tuple[str, ...]:
    """Of a field of several at once, values that stand for all where only some options are named:
    these as they can be combined, the first of the others, and what stands alone.
    """
    others = [option for option in field.together if option not in named]
    single = {*named, *others[:1]}
    options = [o.id for o in field.options if o.id in single or o.id not in field.together]
    sizes = range(2, len(named) + 1)
    return (*options, *(field.joined(c) for size in sizes for c in combinations(named, size)))


def reduced(field: Field, named: tuple[str, ...], value: str) -> str:
    """The one of these values that stands for a value."""
    held = field.parts(value)
    if held[0] not in field.together:
        return value
    others = (option for option in field.together if option not in named)
    return field.joined(set(held).intersection(named)) or next(others)


def multiplicity(field: Field, named: tuple[str, ...], value: str) -> int:
    """How many values one of these stands for."""
    if field.parts(value)[0] not in field.together:
        return 1
    others = 1 << (len(field.together) - len(named))
    return others - 1 if set(named).isdisjoint(field.parts(value)) else others


def _named(field: Field, criteria: Sequence[Criterion]) -> tuple[str, ...]:
    """The options of a field that can be held together and that a test names."""
    named = {value for c in criteria if c.field == field.id for value in wanted(c)}
    return tuple(option for option in field.together if option in named)


def _cuts(field: Field, criteria: Sequence[Criterion]) -> list[Number]:
    """The numbers at which a stretch begins in which all numbers are answered alike."""
    cuts: set[Number] = {field.minimum}
    for c in criteria:
        for value in wanted(c) if c.field == field.id else ():
            if not isinstance(value, str):
                cuts |= {value} if c.test not in ("at-most", "above") else set()
                cuts |= {field.on(value, 1)} if c.test not in ("at-least", "below") else set()
    return sorted(cut for cut in cuts if field.minimum <= cut <= field.maximum)
