"""A seminar under way: what is on show, and how one step leads to the next.

Pure: nothing here is kept. What the room said is gone with the case.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from nanoexplorer.core.teaching.seminar_steps import Plan, Stage, Step


class Guess(StrEnum):
    """What the room says of a strategy before it is revealed."""

    NAMED = "named"
    OPEN = "open"
    NOT_NAMED = "not-named"


@dataclass(frozen=True)
class Showing:
    """Where a seminar is: case and step count from 0; what is revealed, what the room said.

    `last` is the strategy revealed last: it is told in full. `early`: reveals (steps, from 0) that
    were taken right after their page of predictions, before the pages that are still to be asked.
    `ended`: the last step of the last case has been gone past.
    """

    place: int = 0
    step: int = 0
    revealed: frozenset[str] = frozenset()
    guesses: tuple[tuple[str, Guess], ...] = ()
    last: str = ""
    early: frozenset[int] = frozenset()
    ended: bool = False

    def guess_on(self, strategy: str) -> Guess | None:
        """What the room has guessed on a strategy; None where it has not."""
        return dict(self.guesses).get(strategy)


def current(plan: Plan, showing: Showing) -> Step:
    """The step that is on show."""
    if showing.ended:
        return Step(Stage.END)
    return plan[showing.place][showing.step]


def _order(plan: Plan, showing: Showing) -> list[int]:
    """The steps of the case in the order in which they are taken."""
    steps = plan[showing.place]
    taken = {step: _same_page(steps, step, Stage.PREDICT) for step in showing.early}
    return sorted(range(len(steps)), key=lambda step: (taken.get(step, step), step in taken))


def _same_page(steps: tuple[Step, ...], step: int, stage: Stage) -> int:
    """Where the other stage of a page is: what it asks for, or what answers it."""
    wanted = (stage, steps[step].page)
    return next(place for place, other in enumerate(steps) if (other.stage, other.page) == wanted)


def _beside(plan: Plan, showing: Showing, by: int) -> int | None:
    """The step before (-1) or after (1) the one that is on show; None where the case ends."""
    order = _order(plan, showing)
    place = order.index(showing.step) + by
    return order[place] if 0 <= place < len(order) else None


def waiting(plan: Plan, showing: Showing) -> tuple[str, ...]:
    """What is still to be revealed on this step."""
    step = current(plan, showing)
    if step.stage is not Stage.REVEAL:
        return ()
    return tuple(s for s in step.strategies if s not in showing.revealed)


def forward(plan: Plan, showing: Showing) -> Showing:
    """Reveal the next strategy of a reveal, or take the next step; the end stays the end."""
    if showing.ended:
        return showing
    hidden = waiting(plan, showing)
    if hidden:
        return reveal(plan, showing, hidden[0])
    after = _beside(plan, showing, 1)
    if after is not None:
        return replace(showing, step=after, last="")
    if showing.place + 1 < len(plan):
        return go(plan, showing.place + 1)
    return replace(showing, last="", ended=True)


def back(plan: Plan, showing: Showing) -> Showing:
    """One step back, to the end of the case before if need be; what is revealed stays so."""
    if showing.ended:
        return replace(showing, ended=False)
    before = _beside(plan, showing, -1)
    if before is not None:
        return replace(showing, step=before, last="")
    if not showing.place:
        return showing
    return Showing(showing.place - 1, len(plan[showing.place - 1]) - 1)


def go(plan: Plan, place: int) -> Showing:
    """The beginning of a case; raises IndexError for one that is not there."""
    if not 0 <= place < len(plan):
        raise IndexError(place)
    return Showing(place)


def resumed(showing: Showing) -> Showing:
    """Where a seminar that was left goes on: what the room said is forgotten."""
    return replace(showing, guesses=())


def reveal(plan: Plan, showing: Showing, strategy: str) -> Showing:
    """Reveal one strategy of a reveal, or tell it in full again; another changes nothing."""
    step = current(plan, showing)
    if step.stage is not Stage.REVEAL or strategy not in step.strategies:
        return showing
    return replace(showing, revealed=showing.revealed | {strategy}, last=strategy)


def reveal_all(plan: Plan, showing: Showing) -> Showing:
    """Reveal all that is left on this step.

    While the room predicts: go to what answers this page. The pages not asked yet come after it,
    so that no step is passed over.
    """
    if current(plan, showing).stage is Stage.PREDICT:
        same = _same_page(plan[showing.place], showing.step, Stage.REVEAL)
        early = showing.early | {same}
        return reveal_all(plan, replace(showing, step=same, last="", early=early))
    left = waiting(plan, showing)
    if not left:
        return showing
    return replace(showing, revealed=showing.revealed | set(left), last=showing.last or left[0])


_TURN: Final[dict[Guess | None, Guess | None]] = {
    None: Guess.NAMED,
    Guess.NAMED: Guess.OPEN,
    Guess.OPEN: Guess.NOT_NAMED,
    Guess.NOT_NAMED: None,
}


def turn_guess(plan: Plan, showing: Showing, strategy: str) -> Showing:
    """The room's guess by turns: named, open, not named, none."""
    return guess(plan, showing, strategy, _TURN[showing.guess_on(strategy)])


def guess(plan: Plan, showing: Showing, strategy: str, said: Guess | None) -> Showing:
    """Mark what the room says while it predicts; None takes the mark away."""
    step = current(plan, showing)
    if step.stage is not Stage.PREDICT or strategy not in step.strategies:
        return showing
    kept = tuple(pair for pair in showing.guesses if pair[0] != strategy)
    return replace(showing, guesses=(*kept, (strategy, said)) if said else kept)
