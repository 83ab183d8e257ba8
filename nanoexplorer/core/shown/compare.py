"""Two profiles side by side: on which strategies their verdicts differ, and what flipped them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import compress, groupby
from operator import attrgetter, itemgetter
from typing import NamedTuple, TypeVar

from nanoexplorer.core.decision_table import Change, Outcome, Verdict, weight
from nanoexplorer.core.explaining import Reason, explain
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.remembering import remembered
from nanoexplorer.core.screen import Intent


@dataclass(frozen=True)
class Difference:
    """One strategy under both profiles."""

    strategy: str
    before: Verdict
    after: Verdict
    change: Change
    _between: tuple[Pack, Profile, Profile] | None = field(default=None, compare=False, repr=False)

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """The criteria that flipped its verdict, as the other profile leaves them; none where the
        verdict is the same. Worked out when asked for: few of many are ever looked at.
        """
        return flipped(*self._between, self.strategy) if self._between else ()


class ComparePart(NamedTuple):
    """Two profiles and what becomes of every verdict, change by change; empty without a second."""

    first: Profile
    second: Profile | None
    groups: tuple[tuple[Change, tuple[Difference, ...]], ...]

    @property
    def differs(self) -> bool:
        """Whether any strategy's verdict changes from one profile to the other."""
        return any(change is not Change.SAME for change, _ in self.groups)


def compare_part(pack: Pack, intent: Intent) -> ComparePart:
    """The profiles of an intent beside each other."""
    return _part(pack, intent.profile, intent.second_profile)


@remembered(2)
def _part(pack: Pack, first: Profile, second: Profile | None) -> ComparePart:
    found = compare(pack, first, second) if second is not None else ()
    groups = tuple((change, tuple(group)) for change, group in groupby(found, _change))
    return ComparePart(first, second, groups)


def compare(pack: Pack, one: Profile, other: Profile) -> tuple[Difference, ...]:
    """Every strategy of the pack, change by change, and last what stays the same.

    Within a group the order is that of the screen.
    """
    groups: dict[Change, list[tuple[int, Difference]]] = {change: [] for change in Change}
    for before, first in zip(Verdict, pack.table.answer(one), strict=True):
        for after, second in zip(Verdict, pack.table.answer(other), strict=True):
            change = change_of(before, after)
            if before is after:
                groups[change] += _picked(_unchanged(pack, before), first & second)
            elif both := first & second:
                places = _picked(range(len(pack.table.strategies)), both)
                for place, strategy in zip(places, pack.table.names(both), strict=True):
                    between = (pack, one, other)
                    found = Difference(strategy, before, after, change, between)
                    groups[change].append((place, found))
    return tuple(found for group in groups.values() for _, found in sorted(group, key=_place))


_place = itemgetter(0)
_change = attrgetter("change")
_Any = TypeVar("_Any")


def _picked(of: Sequence[_Any], bits: int) -> Iterator[_Any]:
    """Those of a sequence whose bit is set."""
    return compress(of, map(int, reversed(f"{bits:b}")))


@remembered(8)
def _unchanged(pack: Pack, verdict: Verdict) -> tuple[tuple[int, Difference], ...]:
    """Every strategy as it is found where its verdict stays, with its place; made once a pack."""
    return tuple(
        (place, Difference(strategy, verdict, verdict, Change.SAME))
        for place, strategy in enumerate(pack.table.strategies)
    )


def change_of(before: Verdict, after: Verdict) -> Change:
    """How one verdict differs from another.

    To or from an unknown is told apart from gained and lost: an unknown is never a negative.
    """
    if before is after:
        return Change.SAME
    if after is Verdict.OPEN:
        return Change.OPENED
    if before is Verdict.OPEN:
        return Change.SETTLED
    if Verdict.MATCHES in (before, after):
        return Change.GAINED if after is Verdict.MATCHES else Change.LOST
    return Change.AGAINST if after is Verdict.AGAINST else Change.CLEARED


def flipped(pack: Pack, one: Profile, other: Profile, strategy: str) -> tuple[Reason, ...]:
    """The criteria that come out otherwise, in alternatives that do, as `other` leaves them."""
    before = explain(pack.table, one, strategy)
    after = explain(pack.table, other, strategy)
    turned = _alternatives(before) ^ _alternatives(after)
    changed = {alternative for alternative, _ in turned}
    return tuple(
        new
        for old, new in zip(before, after, strict=True)
        if new.criterion.alternative in changed and _weight(old) is not _weight(new)
    )


def behind(pack: Pack, found: Difference) -> tuple[str, ...]:
    """The statements that the conditions that flipped rest on; of the unchanged, those of all its
    conditions.
    """
    rows = pack.table.rows[pack.table.index[found.strategy]].values()
    criteria = [reason.criterion for reason in found.reasons] or [c for r in rows for c in r]
    return tuple(dict.fromkeys(criterion.statement for criterion in criteria))


def _alternatives(reasons: tuple[Reason, ...]) -> frozenset[tuple[int, Outcome]]:
    """Every alternative with how it comes out: the least of what its criteria come to."""
    least: dict[int, Outcome] = {}
    for reason in reasons:
        if reason.outcome is not Outcome.OUTSIDE:
            alternative = reason.criterion.alternative
            held = least.get(alternative, Outcome.MET)
            least[alternative] = max(held, _weight(reason), key=_SEVERITY.index)
    return frozenset(least.items())


_SEVERITY = (Outcome.MET, Outcome.OPEN, Outcome.UNMET)


def _weight(reason: Reason) -> Outcome:
    return weight(reason.criterion, reason.outcome)
