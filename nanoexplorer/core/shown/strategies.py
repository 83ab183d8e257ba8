"""The strategies in columns: one a kind, each in its groups, limited to what a search finds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final, NamedTuple

from nanoexplorer import views
from nanoexplorer.core.decision_table import Answer, Verdict, wanted
from nanoexplorer.core.evidence import Kind
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile, Value
from nanoexplorer.core.remembering import remembered
from nanoexplorer.core.screen import Intent, Screen

ONLY_DEPENDENT: Final = "strategies.only-dependent"
"""The option that leaves out what is independent of the profile."""
IN_FULL: Final = "strategies.in-full"
"""The option that lists what is independent of the profile where a document only counts it."""
CHOSEN: Final = "yes"
Options = tuple[tuple[str, str], ...]


def only_dependent(options: Options) -> bool:
    """Whether what is independent of the profile is left out."""
    return (ONLY_DEPENDENT, CHOSEN) in options


def in_full(options: Options) -> bool:
    """Whether documents list what is independent of the profile."""
    return (IN_FULL, CHOSEN) in options


def choosing(options: Options, *, only: bool, full: bool) -> Options:
    """The options with these two as they are given here."""
    kept = {name: value for name, value in options if name not in (ONLY_DEPENDENT, IN_FULL)}
    given = {ONLY_DEPENDENT: only, IN_FULL: full}
    return tuple(sorted((kept | {name: CHOSEN for name in given if given[name]}).items()))


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

    `profile` is part of the snapshot because a card's reasons follow from it; `is_blank`: nothing
    of it is known. `left_out`: how many are independent of it, where these are left out.
    """

    kind: Kind
    profile: Profile
    groups: tuple[Group, ...]
    gaps: tuple[Gap, ...]
    of: int
    left_out: int = 0
    is_blank: bool = False

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
    only = only_dependent(intent.options)
    return StrategiesPart(columns(pack, intent.profile, intent.search, only), intent.search.strip())


def columns_of(pack: Pack, screen: Screen) -> tuple[Column, ...]:
    """The columns that belong to a screen, whichever view is shown."""
    if isinstance(screen.part, StrategiesPart):
        return screen.part.columns
    only = only_dependent(screen.options)
    return columns(pack, screen.profile.profile, screen.search, only)


def columns(
    pack: Pack, profile: Profile, search: str = "", only: bool = False
) -> tuple[Column, ...]:
    """A column for every kind, with what the search finds; all of it for an empty one.

    `only`: without what is independent of the profile, but for what a search finds. Who finds knows
    what is printed on a card, which is more than the pack's own words.
    """
    found = views.load(views.FIND)(pack, profile, search) if search.strip() else None
    answer = pack.table.answer(profile)
    is_blank = not any(f.is_known(v) for f, v in zip(pack.fields, profile.values, strict=True))
    made = (_column(pack, profile, answer, kind, found, only) for kind in pack.kinds)
    return tuple(column._replace(is_blank=is_blank) for column in made)


def _column(
    pack: Pack,
    profile: Profile,
    answer: Answer,
    kind: Kind,
    found: frozenset[str] | None,
    only: bool,
) -> Column:
    """One kind of strategy in its groups; `found` limits it to what a search has hit."""
    ours = _kind_bits(pack, kind.id)
    gaps = tuple(gap for gap in _gaps(pack, kind.id) if gap.value == profile[gap.field])
    left_out = answer.any_profile & ours if only and found is None else 0
    groups = tuple(_groups(pack, answer, ours & ~left_out, found))
    return Column(kind, profile, groups, gaps, ours.bit_count(), left_out.bit_count())


def _groups(pack: Pack, answer: Answer, ours: int, found: frozenset[str] | None) -> Iterator[Group]:
    for verdict, bits in zip(Verdict, answer, strict=True):
        names = pack.table.names(bits & ours)
        shown = names if found is None else tuple(n for n in names if n in found)
        if shown:
            yield Group(verdict, shown)


@remembered(64)
def by_group(pack: Pack, strategies: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Strategies in the pack's order, those of one of its groups together: its id, and them."""
    found = groupby(strategies, lambda strategy: pack.strategy[strategy].group)
    return tuple((group, tuple(ours)) for group, ours in found)


@remembered(8)
def _kind_bits(pack: Pack, kind: str) -> int:
    """The strategies of one kind, as bits in the table's order."""
    marks = "".join("1" if s.kind == kind else "0" for s in reversed(pack.ordered))
    return int(marks or "0", 2)


@remembered(8)
def _gaps(pack: Pack, kind: str) -> tuple[Gap, ...]:
    """Biomarker values that a strategy of the other kind is named for, and none of this kind.

    Of several at once none is told: with others it may be what only changes an answer.
    """
    named: dict[bool, set[tuple[str, object]]] = {True: set(), False: set()}
    for c in pack.criteria:
        if c.effect == "for" and c.test in ("is", "one-of") and pack.field[c.field].biomarker:
            ours = pack.strategy[c.strategy].kind == kind
            named[ours] |= {(c.field, value) for value in wanted(c)}
    missing = named[False] - named[True]
    return tuple(
        Gap(field.id, option.id)
        for field in pack.fields
        if field.kind != "several"
        for option in field.options
        if (field.id, option.id) in missing
    )
