"""A seminar under way: what is on show, and how one step leads to the next.

Pure: nothing here is kept. What the room said goes along from case to case.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from nanoexplorer.core.teaching.said import NOTHING, VERDICTS, Answers, Said, SaidOf, most_said
from nanoexplorer.core.teaching.seminar_cases import Seminar
from nanoexplorer.core.teaching.seminar_steps import Plan, Stage, Step


@dataclass(frozen=True)
class Showing:
    """Where a seminar is: case and step count from 0; what is revealed, what the room said.

    `revealed` and `answered` (pages of nearest profiles, by step) are those of the case on show,
    `said` are all cases'. `card` (a strategy) or `view` (the name of one) is shown in place of the
    step, which it leads back to. `early`: reveals (steps, from 0) that were taken right after their
    page of predictions, before the pages that are still to be asked. `ended`: the last step of the
    last case has been gone past, and the page of the end is on show that `end_page` counts from 1.
    """

    place: int = 0
    step: int = 0
    revealed: frozenset[str] = frozenset()
    answered: frozenset[int] = frozenset()
    said: Answers = ()
    card: str = ""
    view: str = ""
    early: frozenset[int] = frozenset()
    ended: bool = False
    end_page: int = 1

    def said_on(self, strategy: str) -> Said:
        """What the room says of a strategy in the case on show."""
        found = (one.said for one in self.said if one[:2] == (self.place, strategy))
        return next(found, NOTHING)

    @property
    def beside(self) -> bool:
        """Whether something else stands in place of the step."""
        return bool(self.card or self.view)


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
    """What is still to be revealed on this step, or answered."""
    step = current(plan, showing)
    if step.stage is Stage.NEAREST and showing.step not in showing.answered:
        return step.strategies
    if step.stage is not Stage.REVEAL:
        return ()
    return tuple(s for s in step.strategies if s not in showing.revealed)


def forward(plan: Plan, showing: Showing, ends: int = 1) -> Showing:
    """Back to the step from what stands in its place; else reveal what waits on it; else the next.

    The end, which has so many pages, stays the end.
    """
    if showing.beside:
        return to_step(showing)
    if showing.ended:
        return replace(showing, end_page=min(showing.end_page + 1, ends))
    if waiting(plan, showing):
        return reveal_all(plan, showing)
    after = _beside(plan, showing, 1)
    if after is not None:
        return replace(showing, step=after)
    if showing.place + 1 < len(plan):
        return go(plan, showing.place + 1, showing.said)
    return replace(showing, ended=True)


def back(plan: Plan, showing: Showing) -> Showing:
    """One step back, to the end of the case before if need be; what is revealed stays so."""
    if showing.beside:
        return to_step(showing)
    if showing.ended and showing.end_page > 1:
        return replace(showing, end_page=showing.end_page - 1)
    if showing.ended:
        return replace(showing, ended=False)
    before = _beside(plan, showing, -1)
    if before is not None:
        return replace(showing, step=before)
    if not showing.place:
        return showing
    place = showing.place - 1
    return Showing(place, len(plan[place]) - 1, said=showing.said)


def to_step(showing: Showing) -> Showing:
    """The step again, in place of a card or a view."""
    return replace(showing, card="", view="")


def go(plan: Plan, place: int, said: Answers = ()) -> Showing:
    """The beginning of a case; raises IndexError for one that is not there."""
    if not 0 <= place < len(plan):
        raise IndexError(place)
    return Showing(place, said=said)


def again(plan: Plan, showing: Showing) -> Showing:
    """The case on show from its beginning: what the room said of it is forgotten."""
    said = tuple(one for one in showing.said if one.place != showing.place)
    return go(plan, showing.place, said)


def said_in(then: Seminar, said: Answers, now: Seminar) -> Answers:
    """What was said of some cases, in a seminar that may have been changed since: what was said of
    a case that is in it no more is left out.
    """
    places: dict[int, int] = {}
    for place, case in enumerate(then.cases):
        same = [at for at, other in enumerate(now.cases) if other.profile == case.profile]
        free = [at for at in same if at not in places.values()]
        if free:
            places[place] = place if place in free else free[0]
    return tuple(one._replace(place=places[one.place]) for one in said if one.place in places)


def reveal(plan: Plan, showing: Showing, strategy: str) -> Showing:
    """Reveal one strategy of a reveal; show the card of one that is revealed, or was answered."""
    step = current(plan, showing)
    if strategy not in step.strategies:
        return showing
    if step.stage is Stage.REVEAL and strategy not in showing.revealed:
        return replace(to_step(showing), revealed=showing.revealed | {strategy})
    return show_card(plan, showing, strategy)


def show_card(plan: Plan, showing: Showing, strategy: str) -> Showing:
    """Show the card of a strategy on the step, or the step again; none before its answer."""
    step = current(plan, showing)
    told = step.stage in (Stage.REVEAL, Stage.NEAREST)
    if not told or strategy not in step.strategies or strategy in waiting(plan, showing):
        return showing
    return replace(showing, card="" if showing.card == strategy else strategy, view="")


def show_view(showing: Showing, views: tuple[str, ...]) -> Showing:
    """Show the first of some views, then the next, after the last the step again."""
    at = views.index(showing.view) + 1 if showing.view in views else 0
    return replace(showing, card="", view=views[at] if at < len(views) else "")


def reveal_all(plan: Plan, showing: Showing) -> Showing:
    """Reveal all that is left on this step.

    While the room predicts: go to what answers this page. The pages not asked yet come after it,
    so that no step is passed over.
    """
    step, showing = current(plan, showing), to_step(showing)
    if step.stage is Stage.PREDICT:
        same = _same_page(plan[showing.place], showing.step, Stage.REVEAL)
        early = showing.early | {same}
        return reveal_all(plan, replace(showing, step=same, early=early))
    left = waiting(plan, showing)
    if step.stage is Stage.NEAREST and left:
        return replace(showing, answered=showing.answered | {showing.step})
    return replace(showing, revealed=showing.revealed | set(left))


_TURN: Final = dict(zip((None, *VERDICTS), (*VERDICTS, None), strict=True))


def turn_verdict(plan: Plan, showing: Showing, strategy: str) -> Showing:
    """The verdict that the room says by turns: each in the order of the groups, then none."""
    said = showing.said_on(strategy)
    return say(plan, showing, strategy, said._replace(verdict=_TURN[said.verdict], votes=()))


def turn_status(plan: Plan, showing: Showing, strategy: str, statuses: tuple[str, ...]) -> Showing:
    """The status that the room says by turns: each of these, then none."""
    said = showing.said_on(strategy)
    turns = ("", *statuses)
    after = turns[(turns.index(said.status) + 1) % len(turns)]
    return say(plan, showing, strategy, said._replace(status=after))


def count_votes(plan: Plan, showing: Showing, strategy: str, votes: tuple[int, ...]) -> Showing:
    """Take hands that were counted; what most say is the room's verdict. None: nothing was said."""
    said = showing.said_on(strategy)._replace(votes=votes, verdict=most_said(votes))
    return say(plan, showing, strategy, said)


def say(plan: Plan, showing: Showing, strategy: str, said: Said) -> Showing:
    """Mark what the room says while it predicts; nothing takes the mark away."""
    step = current(plan, showing)
    if showing.beside or step.stage is not Stage.PREDICT or strategy not in step.strategies:
        return showing
    kept = tuple(one for one in showing.said if one[:2] != (showing.place, strategy))
    new = () if said == NOTHING else (SaidOf(showing.place, strategy, said),)
    return replace(showing, said=(*kept, *new))
