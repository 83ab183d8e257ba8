"""The ways past the blood–brain barrier, and what the sources name each of them for."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.evidence import Statement, Strategy, Term
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.standing import Rung, ladder

ROUTES = "barrier-route"
"""The vocabulary list in which a pack gives its routes, in its order."""
MECHANISM = "mechanism"


class Use(NamedTuple):
    """A strategy that takes a route, and what the sources say of how it works."""

    strategy: Strategy
    verdict: Verdict
    rungs: tuple[Rung, ...]
    statements: tuple[Statement, ...]

    @property
    def named(self) -> bool:
        """Whether it is named for the profile, or without a condition on it."""
        return self.verdict in (Verdict.MATCHES, Verdict.ANY_PROFILE)


class Route(NamedTuple):
    """One way past the barrier with the strategies that take it, in the order on screen."""

    term: Term
    uses: tuple[Use, ...]

    @property
    def lit(self) -> bool:
        """Whether any of its strategies is named for the profile or without a condition."""
        return any(use.named for use in self.uses)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What the sources say of how its strategies work, each statement once."""
        return tuple(dict.fromkeys(s for use in self.uses for s in use.statements))

    def count(self, verdict: Verdict) -> int:
        return sum(1 for use in self.uses if use.verdict is verdict)


def barrier_routes(pack: Pack, profile: Profile) -> tuple[Route, ...]:
    """Every route of the pack, those that no strategy takes included. Pure."""
    answer = pack.table.answer(profile)
    verdicts = {
        strategy: verdict
        for verdict, bits in zip(Verdict, answer, strict=True)
        for strategy in pack.table.names(bits)
    }
    return tuple(
        Route(
            term, tuple(use._replace(verdict=verdicts[use.strategy.id]) for use in _uses(pack, n))
        )
        for n, term in enumerate(pack.terms(ROUTES))
    )


@lru_cache(maxsize=64)
def _uses(pack: Pack, place: int) -> tuple[Use, ...]:
    """What no profile changes; the verdict is filled in for each profile."""
    route = pack.terms(ROUTES)[place].id
    return tuple(
        Use(s, Verdict.OPEN, ladder(pack, s.id), _mechanisms(pack, s.id))
        for s in pack.ordered
        if route in s.barrier_routes
    )


def _mechanisms(pack: Pack, strategy: str) -> tuple[Statement, ...]:
    found = pack.statements_of.get(strategy, ())
    return tuple(statement for statement in found if statement.aspect == MECHANISM)
