"""Why, why not, which field decides, and for which profile it would be.

All of it is read from the rows of the same `DecisionTable` that gave the verdict, through the same
`outcome`, so that an explanation cannot disagree with a verdict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nanoexplorer.core.decision_table import DecisionTable, Outcome, Verdict, deciding, outcome
from nanoexplorer.core.evidence import Criterion
from nanoexplorer.core.profile import Field, Profile, Value


class Reason(NamedTuple):
    """One criterion and what the profile makes of it; `found` is None for `outside`."""

    criterion: Criterion
    found: Value | None
    outcome: Outcome


class Stretch(NamedTuple):
    """Numbers `first` to `last`, both included; `last` is None where there is no end."""

    first: int
    last: int | None


class Branch(NamedTuple):
    """What the verdict would be if an unknown field had one of these values."""

    field: str
    values: tuple[Value | Stretch, ...]
    verdict: Verdict


def explain(table: DecisionTable, profile: Profile, strategy: str) -> tuple[Reason, ...]:
    """A reason for every criterion of a strategy, in the order of the pack's alternatives."""
    rows = table.rows[table.index[strategy]]
    if not rows:
        return ()
    fields = {field.id: field for field in table.fields}
    found = {**profile.as_dict(), "": None}
    return tuple(
        Reason(c, found[c.field], outcome(c, fields.get(c.field), found[c.field]))
        for criteria in rows.values()
        for c in criteria
    )


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
    found: dict[Verdict, list[Value | Stretch]] = {}
    known = [v for v in table.representatives(field) if field.is_known(v)]
    for place, value in enumerate(known):
        verdict = table.verdict(profile.replace({field.id: value}), strategy)
        _add(found.setdefault(verdict, []), _span(known, place))
    if set(found) == {Verdict.OPEN}:  # another unknown decides first
        return
    for verdict, values in found.items():
        yield Branch(field.id, tuple(values), verdict)


def _add(spans: list[Value | Stretch], new: Value | Stretch) -> None:
    """Stretches that touch are one: it was another strategy that parted them."""
    before = spans[-1] if spans else None
    if isinstance(before, Stretch) and isinstance(new, Stretch) and before.last == new.first - 1:
        spans[-1] = Stretch(before.first, new.last)
    else:
        spans.append(new)


def _span(known: Sequence[Value], place: int) -> Value | Stretch:
    value = known[place]
    if not isinstance(value, int):
        return value
    following = known[place + 1] if place + 1 < len(known) else None
    return Stretch(value, following - 1 if isinstance(following, int) else None)


def nearest_profile(
    table: DecisionTable, profile: Profile, strategy: str
) -> dict[str, Value] | None:
    """The changes that lead to the nearest profile that the source names the strategy for.

    Nearest: fewest fields changed, then fewest apart in counts, then the order of the pack's
    fields, then of their options. Unknown to known is one field, and none apart. None where the
    strategy is named for the profile as it is, or for no profile.
    """
    candidates = [
        change
        for criteria in deciding(table.rows[table.index[strategy]])
        if (change := _change(table.fields, profile, criteria)) is not None
    ]
    if not candidates:
        return None
    best = min(candidates, key=lambda change: _distance(table.fields, profile, change))
    return best or None


def _change(
    fields: Sequence[Field], profile: Profile, criteria: tuple[Criterion, ...]
) -> dict[str, Value] | None:
    """The fewest changes that meet all criteria of one alternative; None if nothing can."""
    change: dict[str, Value] = {}
    for field, value in zip(fields, profile.values, strict=True):
        asked = [c for c in criteria if c.field == field.id]
        outcomes = {outcome(c, field, value) for c in asked}
        if outcomes <= {Outcome.MET, Outcome.CAVEAT}:
            continue
        target = closest(field, value, asked)
        if target is None:
            return None
        change[field.id] = target
    return change


def closest(field: Field, value: Value, asked: Sequence[Criterion]) -> Value | None:
    """The known value nearest to this one that meets all criteria asked of the field, if any."""
    if field.kind == "choice":
        wanted = {c.value for c in asked}
        return next((o for o in field.known_options() if wanted == {o}), None)
    low, high = field.minimum, field.maximum
    for c in asked:
        assert isinstance(c.value, int)
        low = max(low, c.value) if c.test != "at-most" else low
        high = min(high, c.value) if c.test != "at-least" else high
    if low > high:
        return None
    return min(max(value, low), high) if isinstance(value, int) else low


def _distance(
    fields: Sequence[Field], profile: Profile, change: dict[str, Value]
) -> tuple[int, int, tuple[int, ...], tuple[int, ...]]:
    apart = 0
    places, choices = [], []
    for place, field in enumerate(fields):
        if field.id not in change:
            continue
        old, new = profile.values[place], change[field.id]
        places.append(place)
        if isinstance(new, int):
            apart += abs(new - old) if isinstance(old, int) else 0
            choices.append(new)
        else:
            choices.append(field.known_options().index(new))
    return len(change), apart, tuple(places), tuple(choices)
