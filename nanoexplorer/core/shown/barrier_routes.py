"""The ways past the blood–brain barrier, and what the sources name each of them for."""

from __future__ import annotations

from itertools import compress
from operator import itemgetter
from typing import NamedTuple

from nanoexplorer.core.decision_table import Answer, Verdict
from nanoexplorer.core.evidence import Statement, Strategy, Term
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.remembering import remembered
from nanoexplorer.core.screen import Intent
from nanoexplorer.core.statuses import GivenStatus, statuses_for, statuses_of
from nanoexplorer.overriding import override

ROUTES = "barrier-route"
"""The vocabulary list in which a pack gives its routes, in its order."""


class Use(NamedTuple):
    """A strategy that takes a route, and what the sources say of how it works."""

    strategy: Strategy
    verdict: Verdict
    statuses: tuple[GivenStatus, ...]
    statements: tuple[Statement, ...]

    @property
    def named(self) -> bool:
        """Whether it is named for the profile, or independent of it."""
        return self.verdict in (Verdict.MATCHES, Verdict.ANY_PROFILE)


class Route(NamedTuple):
    """One way past the barrier with the strategies that take it, in the order on screen."""

    term: Term
    uses: tuple[Use, ...]

    @property
    def lit(self) -> bool:
        """Whether any of its strategies is named for the profile or independent of it."""
        return any(use.named for use in self.uses)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What the sources say of how its strategies work, each statement once."""
        return tuple(dict.fromkeys(s for use in self.uses for s in use.statements))

    @override
    def count(self, verdict: Verdict) -> int:
        return sum(1 for use in self.uses if use.verdict is verdict)


class BarrierPart(NamedTuple):
    """All routes as they stand for a profile."""

    routes: tuple[Route, ...]

    @property
    def lit(self) -> int:
        """How many routes are lit."""
        return sum(route.lit for route in self.routes)


def barrier_part(pack: Pack, intent: Intent) -> BarrierPart:
    """The routes for the intent's profile."""
    return BarrierPart(barrier_routes(pack, intent.profile))


def barrier_routes(pack: Pack, profile: Profile) -> tuple[Route, ...]:
    """Every route of the pack, those that no strategy takes included. Pure.

    What no profile changes is worked out once a pack; a verdict only picks what was made for it.
    """
    answer = pack.table.answer(profile)
    routes = []
    for place, term in enumerate(pack.terms(ROUTES)):
        taken, _ = _uses(pack, place)
        ours = Answer(*(bits & taken for bits in answer))
        routes.append(Route(term, _disputed(pack, profile, _picked(pack, place, ours))))
    return tuple(routes)


def _disputed(pack: Pack, profile: Profile, uses: tuple[Use, ...]) -> tuple[Use, ...]:
    """The same with what only some profiles dispute; hardly ever is there anything to do."""
    asked = {s for s, notes in pack.disputes_of.items() if any(note.when for note in notes)}
    if not asked:
        return uses
    return tuple(
        use._replace(statuses=statuses_for(pack, profile, use.strategy.id, use.statuses))
        if use.strategy.id in asked
        else use
        for use in uses
    )


@remembered(256)
def _picked(pack: Pack, route: int, answer: Answer) -> tuple[Use, ...]:
    """The strategies that take a route, each with the verdict that the answer has for it; most
    edits leave most routes as they were.
    """
    found: list[tuple[int, Use]] = []
    _, uses = _uses(pack, route)
    for verdict, bits in zip(Verdict, answer, strict=True):
        picked = compress(uses[verdict], map(int, reversed(f"{bits:b}")))
        found += (entry for entry in picked if entry)
    found.sort(key=itemgetter(0))
    return tuple(use for _, use in found)


@remembered(64)
def _uses(pack: Pack, place: int) -> tuple[int, dict[Verdict, tuple[tuple[int, Use] | None, ...]]]:
    """The strategies that take a route as a bit set of the table, and for each verdict one entry
    for every strategy there: its place, and how it uses the route (None where it does not).
    """
    route = pack.terms(ROUTES)[place].id
    own: dict[int, Use] = {
        pack.table.index[s.id]: Use(
            s, Verdict.OPEN, statuses_of(pack, s.id), _mechanisms(pack, s.id)
        )
        for s in pack.ordered
        if route in s.barrier_routes
    }
    taken = sum(1 << n for n in own)
    places = range(max(own, default=-1) + 1)
    return taken, {
        verdict: tuple((n, own[n]._replace(verdict=verdict)) if n in own else None for n in places)
        for verdict in Verdict
    }


def _mechanisms(pack: Pack, strategy: str) -> tuple[Statement, ...]:
    found = pack.statements_of.get(strategy, ())
    return tuple(statement for statement in found if pack.aspect[statement.aspect].how)
