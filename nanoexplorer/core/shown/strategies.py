"""The strategies in columns: one a kind, each in its groups, limited to what a search finds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from nanoexplorer import views
from nanoexplorer.core.decision_table import Answer, Verdict, wanted
from nanoexplorer.core.evidence import Kind
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile, Value
from nanoexplorer.core.screen import Intent, Screen


class Group(NamedTuple):
    """Strategies with one verdict, in the order in which they are shown."""

    verdict: Verdict
    strategies: tuple[str, ...]


class Gap(NamedTuple):
    """A known biomarker for which no strategy of a column is named, though others are."""

    field: str
    value: Value


class Column(NamedTuple):
    """One kind of strategy: its groups in fixed order, empty ones left out.

    `profile` is part of the snapshot because a card's reasons follow from it.
    """

    kind: Kind
    profile: Profile
    groups: tuple[Group, ...]
    gaps: tuple[Gap, ...]
    of: int

    @property
    def shown(self) -> int:
        """How many strategies the column has, folded groups among them."""
        return sum(len(group.strategies) for group in self.groups)


class StrategiesPart(NamedTuple):
    """A column for every kind; `search`: what limits them, empty where nothing does."""

    columns: tuple[Column, ...]
    search: str


def strategies_part(pack: Pack, intent: Intent) -> StrategiesPart:
    """Every strategy in its column and its group."""
    return StrategiesPart(columns(pack, intent.profile, intent.search), intent.search.strip())


def columns_of(pack: Pack, screen: Screen) -> tuple[Column, ...]:
    """The columns that belong to a screen, whichever view is shown."""
    if isinstance(screen.part, StrategiesPart):
        return screen.part.columns
    return columns(pack, screen.profile.profile, screen.search) if screen.profile else ()


def columns(pack: Pack, profile: Profile, search: str = "") -> tuple[Column, ...]:
    """A column for every kind, with what the search finds; all of it for an empty one.

    Who finds knows what is printed on a card, which is more than the pack's own words.
    """
    found = views.load(views.FIND)(pack, profile, search) if search.strip() else None
    answer = pack.table.answer(profile)
    return tuple(_column(pack, profile, answer, kind, found) for kind in pack.kinds)


def _column(
    pack: Pack, profile: Profile, answer: Answer, kind: Kind, found: frozenset[str] | None
) -> Column:
    """One kind of strategy in its groups; `found` limits it to what a search has hit."""
    ours = _kind_bits(pack, kind.id)
    gaps = tuple(gap for gap in _gaps(pack, kind.id) if profile[gap.field] == gap.value)
    return Column(kind, profile, tuple(_groups(pack, answer, ours, found)), gaps, ours.bit_count())


def _groups(pack: Pack, answer: Answer, ours: int, found: frozenset[str] | None) -> Iterator[Group]:
    for verdict, bits in zip(Verdict, answer, strict=True):
        names = pack.table.names(bits & ours)
        shown = names if found is None else tuple(n for n in names if n in found)
        if shown:
            yield Group(verdict, shown)


@lru_cache(maxsize=8)
def _kind_bits(pack: Pack, kind: str) -> int:
    """The strategies of one kind, as bits in the table's order."""
    marks = "".join("1" if s.kind == kind else "0" for s in reversed(pack.ordered))
    return int(marks or "0", 2)


@lru_cache(maxsize=8)
def _gaps(pack: Pack, kind: str) -> tuple[Gap, ...]:
    """Biomarker values that a strategy of the other kind is named for, and none of this kind."""
    named: dict[bool, set[tuple[str, object]]] = {True: set(), False: set()}
    for c in pack.criteria:
        if c.effect == "for" and c.test in ("is", "one-of") and pack.field[c.field].biomarker:
            ours = pack.strategy[c.strategy].kind == kind
            named[ours] |= {(c.field, value) for value in wanted(c)}
    missing = named[False] - named[True]
    return tuple(
        Gap(field.id, option.id)
        for field in pack.fields
        for option in field.options
        if (field.id, option.id) in missing
    )
