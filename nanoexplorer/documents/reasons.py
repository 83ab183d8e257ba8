"""A reason in words: what a source names a strategy for, or against, and what was found.

`phrase` is how it stands on a card and in a table, `fact` how it stands where all is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from nanoexplorer.core.decision_table import Outcome, Verdict
from nanoexplorer.core.explaining import Reason, telling
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Card
from nanoexplorer.documents.blocks import Fact, Tone, Words, minor
from nanoexplorer.documents.citations.cited import cited
from nanoexplorer.words import common
from nanoexplorer.words import inspector as words


def mark_of(reason: Reason) -> str:
    """Of what a mark stands before a reason; a reason against that is met has its own."""
    if reason.is_against and reason.outcome is Outcome.MET:
        return Verdict.AGAINST
    return "" if reason.outcome is Outcome.OUTSIDE else reason.outcome


def tone_of(reason: Reason) -> Tone:
    """What an unknown decides, and a caveat, are in doubt; what is not asked is said in passing."""
    if reason.outcome in (Outcome.OPEN, Outcome.CAVEAT):
        return "caution"
    return "muted" if reason.outcome is Outcome.OUTSIDE else ""


def phrase(pack: Pack, reason: Reason) -> str:
    """A reason in short, without its basis."""
    criterion = reason.criterion
    if reason.outcome is Outcome.OUTSIDE or reason.found is None:
        return outside((reason,))
    field = pack.field[criterion.field]
    named = common.NAMED_AGAINST if reason.is_against else common.NAMED_FOR
    asked = common.hedged(common.condition_phrase(field, criterion), criterion.hedge)
    found = common.value_phrase(field, reason.found)
    if reason.outcome is Outcome.UNMET:
        profile = common.PROFILE_SAYS.format(found=found)
        return f"{named.format(asked=asked)}; {profile}"
    if reason.outcome is Outcome.MET and criterion.test == "is":
        return common.AGAINST_MET.format(asked=asked) if reason.is_against else asked
    if reason.outcome is Outcome.MET:
        short = common.hedged(common.short_condition(field, criterion), criterion.hedge)
        return f"{found}, {named.format(asked=short)}"
    return f"{found}; {named.format(asked=asked)}"


def outside(reasons: Sequence[Reason]) -> str:
    """Conditions of one effect that the profile does not ask, in one phrase."""
    label = common.OUTSIDE_SPEAKS_AGAINST if reasons[0].is_against else common.OUTSIDE
    said = (common.hedged(str(r.criterion.value), r.criterion.hedge) for r in reasons)
    return label.format(asked="; ".join(said))


def interpreted(pack: Pack, reason: Reason) -> str:
    """A reason in short, marked where we had to read it into the source's words."""
    said = phrase(pack, reason)
    return common.hedged(said, common.OUR_INTERPRETATION) if is_ours(reason) else said


def line(pack: Pack, reason: Reason) -> str:
    """A reason in short, after whether it is met; what is not asked says so itself."""
    said = interpreted(pack, reason)
    if reason.outcome is Outcome.OUTSIDE:
        return said
    return common.labelled(common.OUTCOME[reason.outcome], said)


def is_ours(reason: Reason) -> bool:
    """Whether it is our interpretation."""
    return reason.criterion.basis == "interpretation"


def told(pack: Pack, card: Card) -> Iterator[tuple[str, tuple[Reason, ...]]]:
    """The reasons that tell of a verdict in words, with what each phrase says; what the profile
    does not ask is one phrase for, and one against.
    """
    for (not_asked, _), found in groupby(telling(card.verdict, card.reasons), _together):
        reasons = tuple(found)
        if not_asked:
            yield outside(reasons), reasons
        else:
            yield from ((phrase(pack, reason), (reason,)) for reason in reasons)


def _together(reason: Reason) -> tuple[bool, bool]:
    return reason.outcome is Outcome.OUTSIDE, reason.is_against


def fact(pack: Pack, reason: Reason) -> Fact:
    """A reason in full: what is asked, what was found, and where the source says so."""
    statement = pack.statement[reason.criterion.statement]
    tone = tone_of(reason)
    lead = Words(common.labelled(common.OUTCOME[reason.outcome], ""), tone, strong=True)
    return Fact(
        minor(name(pack, reason)),
        (lead, Words(in_full(pack, reason), tone)),
        (minor(rests_on(pack, reason)),),
        (statement.id,),
        pack.cites(statement),
    )


def name(pack: Pack, reason: Reason) -> str:
    """The field that a reason is about, or that it is not asked here."""
    field = pack.field.get(reason.criterion.field)
    not_asked = common.OUTSIDE_AGAINST if reason.is_against else common.OUTSIDE_LABEL
    return field.label if field else not_asked


def rests_on(pack: Pack, reason: Reason) -> str:
    """Where the condition behind a reason is stated or read, and what is cited for it."""
    statement = pack.statement[reason.criterion.statement]
    where = (words.READ_IN if is_ours(reason) else words.STATED_IN).format(
        section=statement.section
    )
    return f"{where} · {cited(pack, pack.cites(statement))}"


def in_full(pack: Pack, reason: Reason) -> str:
    """What the source names it for, or against, and what was found."""
    criterion = reason.criterion
    field = pack.field.get(criterion.field)
    if field is None or reason.found is None:
        return common.hedged(str(criterion.value), criterion.hedge)
    condition = common.hedged(common.condition_phrase(field, criterion), criterion.hedge)
    found = common.PROFILE_SAYS.format(found=common.value_phrase(field, reason.found))
    named = words.AGAINST_IS if reason.is_against else common.NAMED_FOR
    return f"{named.format(asked=condition)}; {found}"
