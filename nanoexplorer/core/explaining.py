"""Why, why not, which field decides, and for which profile it would be.

All of it is read from the rows of the same `DecisionTable` that gave the verdict, through the same
`outcome`, so that an explanation cannot disagree with a verdict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Final, NamedTuple, Union

from nanoexplorer.core.decision_table import (
    DecisionTable,
    Outcome,
    Verdict,
    combined,
    deciding,
    outcome,
    wanted,
    weight,
)
from nanoexplorer.core.evidence import Criterion
from nanoexplorer.core.profile import SEVERAL, Field, Number, Profile, Value, values_in_words

if TYPE_CHECKING:  # where no field has several at once it isn't wanted
    from nanoexplorer.core.several import Holding


class Reason(NamedTuple):
    """One criterion and what the profile makes of it; `found` is None for `outside`.

    `beside`: what no field asks, and together with which alone it is a reason against.
    """

    criterion: Criterion
    found: Value | None
    outcome: Outcome
    beside: tuple[Criterion, ...] = ()

    @property
    def is_against(self) -> bool:
        """Whether the source names it as a reason against."""
        return self.criterion.effect == "against"


class Stretch(NamedTuple):
    """Numbers `first` to `last`, both included; `last` is None where there is no end."""

    first: Number
    last: Number | None


Span = Union[Value, Stretch, "Holding"]
"""A value, or several that lead to the same."""


class Branch(NamedTuple):
    """What the verdict would be if an unknown field had one of these values."""

    field: str
    values: tuple[Span, ...]
    verdict: Verdict


def explain(table: DecisionTable, profile: Profile, strategy: str) -> tuple[Reason, ...]:
    """A reason for every criterion of a strategy, in the order of the pack's alternatives; what is
    against only together with a field's condition is beside that one's.
    """
    rows = table.rows[table.index[strategy]]
    if not rows:
        return ()
    fields = {field.id: field for field in table.fields}
    found = {**profile.as_dict(), "": None}
    return tuple(
        reason
        for criteria in rows.values()
        for reason in _together(
            [
                Reason(c, found[c.field], outcome(c, fields.get(c.field), found[c.field]))
                for c in criteria
            ]
        )
    )


def _together(reasons: list[Reason]) -> list[Reason]:
    """The reasons of an alternative; what no field asks goes beside the field's condition, the one
    that fails if any does.
    """
    asked = [r for r in reasons if r.outcome is not Outcome.OUTSIDE]
    beside = tuple(r.criterion for r in reasons if r.outcome is Outcome.OUTSIDE)
    if not (asked and beside and asked[0].is_against):
        return reasons
    place = next((n for n, r in enumerate(asked) if r.outcome is Outcome.UNMET), len(asked) - 1)
    asked[place] = asked[place]._replace(beside=beside)
    return asked


_TOLD: Final = {
    Verdict.MATCHES: (Outcome.MET, Outcome.CAVEAT, Outcome.OUTSIDE),
    Verdict.AGAINST: (Outcome.MET,),
    Verdict.OPEN: (Outcome.OPEN, Outcome.CAVEAT, Outcome.MET, Outcome.OUTSIDE),
    Verdict.NO_MATCH: (Outcome.UNMET,),
    Verdict.ANY_PROFILE: (Outcome.OUTSIDE,),
}
"""The outcomes of reasons for that tell of a verdict."""


def telling(verdict: Verdict, reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    """The reasons that tell of a verdict where there is no room for all, what decides first."""
    idle = _idle(verdict, reasons)
    told = (
        r
        for r in reasons
        if r.outcome in _TOLD[verdict] and not r.is_against and r.criterion.alternative not in idle
    )
    places = {outcome: place for place, outcome in enumerate(Outcome)}
    found = [*_against(verdict, reasons), *told]
    return tuple(sorted(found, key=lambda reason: places[reason.outcome]))


def _idle(verdict: Verdict, reasons: Sequence[Reason]) -> frozenset[int]:
    """The alternatives that have no part in a verdict: one of whose conditions fails, and where the
    strategy is named all that are still open.
    """
    hinders = {
        Verdict.MATCHES: (Outcome.UNMET, Outcome.OPEN),
        Verdict.OPEN: (Outcome.UNMET,),
    }.get(verdict, ())
    return frozenset(r.criterion.alternative for r in reasons if r.outcome in hinders)


def _against(verdict: Verdict, reasons: Sequence[Reason]) -> Iterator[Reason]:
    """Those of reasons against that are met, and the caveats of those that an unknown leaves open;
    what is named for other profiles anyway has no use for caveats.
    """
    decided = Outcome.MET if verdict is Verdict.AGAINST else Outcome.CAVEAT
    for reason in reasons if verdict is not Verdict.NO_MATCH else ():
        beside = {
            r.outcome for r in reasons if r.criterion.alternative == reason.criterion.alternative
        } - {Outcome.OUTSIDE}
        if not reason.is_against or Outcome.UNMET in beside:
            continue
        if decided is Outcome.MET and Outcome.CAVEAT in beside:
            continue
        if reason.outcome in (decided, Outcome.OUTSIDE):
            yield reason


def decisive_first(verdict: Verdict, reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    """All reasons in their order, but those against that make the verdict what it is first."""
    if verdict is not Verdict.AGAINST:
        return tuple(reasons)
    first = (r for r in _against(verdict, reasons) if r.outcome is Outcome.MET)
    return tuple(dict.fromkeys((*first, *reasons)))


def branches(table: DecisionTable, profile: Profile, strategy: str) -> tuple[Branch, ...]:
    """For a strategy whose verdict is open: every unknown field that decides, value by value."""
    asked = {
        reason.criterion.field
        for reason in explain(table, profile, strategy)
        if reason.outcome is Outcome.OPEN
    }
    return tuple(
        branch
        for field in table.fields
        if field.id in asked
        for branch in _branches_of(table, profile, strategy, field)
    )


def _branches_of(
    table: DecisionTable, profile: Profile, strategy: str, field: Field
) -> Iterator[Branch]:
    known = [v for v in _values(table, strategy, field) if field.is_known(v)]
    found = _by_verdict(table, profile, strategy, field, known)
    if set(found) == {Verdict.OPEN}:  # another unknown decides first
        return
    for verdict, values in found.items():
        yield Branch(field.id, tuple(values), verdict)


def changes(table: DecisionTable, profile: Profile, strategy: str) -> tuple[Branch, ...]:
    """Every value that would change the verdict, all else as it is, field by field.

    Where none does, no one value changes it.
    """
    rows = table.rows[table.index[strategy]].values()
    asked = {criterion.field for criteria in rows for criterion in criteria}
    now = table.verdict(profile, strategy)
    return tuple(
        Branch(field.id, tuple(values), verdict)
        for field in table.fields
        if field.id in asked
        for verdict, values in _by_verdict(
            table, profile, strategy, field, _values(table, strategy, field)
        ).items()
        if verdict is not now
    )


def _values(table: DecisionTable, strategy: str, field: Field) -> list[Value]:
    """All that stand for others, what is known first."""
    named = _named(table, strategy, field)
    values = combined(field, named) if field.kind == SEVERAL else table.representatives(field)
    return sorted(values, key=lambda value: not field.is_known(value))


def _named(table: DecisionTable, strategy: str, field: Field) -> tuple[str, ...]:
    """Of several at once the options that a strategy's own criteria name."""
    rows = table.rows[table.index[strategy]].values()
    named = {v for criteria in rows for c in criteria if c.field == field.id for v in wanted(c)}
    return tuple(option for option in field.together if option in named)


def _by_verdict(
    table: DecisionTable, profile: Profile, strategy: str, field: Field, values: Sequence[Value]
) -> dict[Verdict, list[Span]]:
    found: dict[Verdict, list[Span]] = {}
    numbers = [value for value in values if not isinstance(value, str)]
    for value in values:
        verdict = table.verdict(profile.replace({field.id: value}), strategy)
        _add(field, found.setdefault(verdict, []), _span(field, numbers, value))
    if field.kind == SEVERAL:
        from nanoexplorer.core.several import holdings

        named = _named(table, strategy, field)
        return {verdict: [*holdings(field, named, spans)] for verdict, spans in found.items()}
    return found


def _add(field: Field, spans: list[Span], new: Value | Stretch) -> None:
    """Stretches that touch are one: it was another strategy that parted them."""
    before = spans[-1] if spans else None
    if (
        isinstance(before, Stretch)
        and isinstance(new, Stretch)
        and before.last == field.on(new.first, -1)
    ):
        spans[-1] = Stretch(before.first, new.last)
    else:
        spans.append(new)


def _span(field: Field, numbers: Sequence[Number], value: Value) -> Value | Stretch:
    if isinstance(value, str):
        return value
    following = next((number for number in numbers if number > value), None)
    return Stretch(value, field.on(following, -1) if following is not None else None)


def nearest_profile(
    table: DecisionTable, profile: Profile, strategy: str
) -> dict[str, Value] | None:
    """The changes that lead to the nearest profile that the source names the strategy for.

    Nearest: fewest fields changed, then fewest steps apart in numbers and fewest options taken in
    or out, then the order of the pack's fields, then of their options. Unknown to known is one
    field, and none apart. None where the strategy is named for the profile as it is, or for no
    profile.
    """
    row = table.rows[table.index[strategy]]
    against = deciding(row, "against")
    wanting: list[_Try] = []
    for criteria in deciding(row):
        _try(table.fields, profile, frozenset((c, True) for c in criteria), wanting)
    seen: set[frozenset[Demand]] = set()
    while wanting:
        _, _, demands, change = heappop(wanting)
        there = profile.replace(change)
        met = next((a for a in against if _all_met(table.fields, there, a)), None)
        if met is None:
            return change or None
        for more in {demands | {(criterion, False)} for criterion in met} - seen:
            seen.add(more)
            _try(table.fields, profile, more, wanting)
    return None


Demand = tuple[Criterion, bool]
"""A criterion that is to be met, or is not to be."""
Distance = tuple[int, int, tuple[int, ...], tuple[int, ...]]
_Try = tuple[Distance, int, frozenset[Demand], dict[str, Value]]
"""A change with the demands that it makes true: a heap gives the nearest first. What leaves one
more criterion unmet is never nearer, so the first that meets no reason against is the nearest."""


def _try(
    fields: Sequence[Field], profile: Profile, demands: frozenset[Demand], wanting: list[_Try]
) -> None:
    change = _change(fields, profile, demands)
    if change is not None:
        far = _distance(fields, profile, change)
        heappush(wanting, (far, len(wanting), demands, change))


def _all_met(fields: Sequence[Field], profile: Profile, criteria: Sequence[Criterion]) -> bool:
    by_id = {field.id: field for field in fields}
    found = (outcome(c, by_id[c.field], profile[c.field]) for c in criteria)
    return all(one is Outcome.MET for one in found)


def _change(
    fields: Sequence[Field], profile: Profile, demands: frozenset[Demand]
) -> dict[str, Value] | None:
    """The fewest changes with which every demand comes true; None if nothing can."""
    change: dict[str, Value] = {}
    for field, value in zip(fields, profile.values, strict=True):
        asked = [demand for demand in demands if demand[0].field == field.id]
        if all(_comes_true(demand, field, value) for demand in asked):
            continue
        target = closest(field, value, asked)
        if target is None:
            return None
        change[field.id] = target
    return change


def _comes_true(demand: Demand, field: Field, value: Value) -> bool:
    criterion, met = demand
    found = weight(criterion, outcome(criterion, field, value))
    return (found is Outcome.MET) is met


def closest(field: Field, value: Value, asked: Sequence[Demand]) -> Value | None:
    """The known value nearest to this one with which every demand comes true, if any.

    The answer to a test changes only beside the numbers it speaks of, so those are tried alone; and
    of several at once only with the options that it speaks of.
    """
    near: set[Value] = set(field.known_options())
    if field.kind == SEVERAL:
        from nanoexplorer.core.several import recombined

        near.update(recombined(field, value, {n for c, _ in asked for n in wanted(c)}))
    if field.has_numbers:
        spoken = [n for c, _ in asked for n in wanted(c) if not isinstance(n, str)]
        start = [value] if not isinstance(value, str) else []
        beside = {field.on(n, steps) for n in spoken for steps in (-1, 0, 1)}
        among = {field.minimum, field.maximum, *start, *beside}
        near |= {n for n in among if field.minimum <= n <= field.maximum}
    fitting = [v for v in near if all(_comes_true(demand, field, v) for demand in asked)]
    return min(fitting, key=lambda v: _apart(field, value, v), default=None)


def _apart(field: Field, old: Value, new: Value) -> tuple[int, int]:
    """How many steps a new number is off, or how many options were taken in or out, then its place
    among the values of the field.
    """
    if field.kind == SEVERAL:
        changed = set(field.parts(old)) ^ set(field.parts(new))
        far = len(changed.intersection(field.together)) or 1
        return far if field.is_known(old) else 0, values_in_words(field)[str(new)]
    if not isinstance(new, str):
        place = field.place(new)
        return 0 if isinstance(old, str) else abs(place - field.place(old)), place
    return 0, field.known_options().index(new)


def _distance(fields: Sequence[Field], profile: Profile, change: dict[str, Value]) -> Distance:
    apart = 0
    places, choices = [], []
    for place, field in enumerate(fields):
        if field.id not in change:
            continue
        far, choice = _apart(field, profile.values[place], change[field.id])
        apart += far
        places.append(place)
        choices.append(choice)
    return len(change), apart, tuple(places), tuple(choices)
