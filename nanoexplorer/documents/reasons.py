"""A reason in words: what a source names a strategy for, or against, and what was found.

`phrase` is how it stands on a card and in a table, `fact` how it stands where all is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from nanoexplorer.core.decision_table import Outcome, Verdict, wanted
from nanoexplorer.core.evidence import Criterion
from nanoexplorer.core.explaining import Reason, telling
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Field, Value
from nanoexplorer.core.screen import Card
from nanoexplorer.documents.blocks import (
    Fact,
    Phrase,
    Tone,
    Words,
    beside,
    joined,
    minor,
    plain,
    said,
)
from nanoexplorer.documents.citations.cited import cited, named
from nanoexplorer.words import common
from nanoexplorer.words import inspector as words


def mark_of(reason: Reason) -> str:
    """Of what a mark stands before a reason; a reason against that is met has its own."""
    if reason.is_against and reason.outcome is Outcome.MET:
        return Verdict.AGAINST
    return "" if reason.outcome is Outcome.OUTSIDE else reason.outcome


def found_of(field: Field, reason: Reason) -> Value:
    """What was found, of several at once what meets the condition; not of what no field asks."""
    assert reason.found is not None
    if field.together and reason.outcome is Outcome.MET and reason.criterion.test != "is-not":
        return field.joined(set(field.parts(reason.found)).intersection(wanted(reason.criterion)))
    return reason.found


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
    for_it = common.NAMED_AGAINST if reason.is_against else common.NAMED_FOR
    asked = common.hedged(common.condition_phrase(field, criterion), criterion.hedge)
    asked = with_beside(asked, reason)
    found = common.value_phrase(field, found_of(field, reason))
    if reason.outcome is Outcome.UNMET:
        profile = common.PROFILE_SAYS.format(found=found)
        return f"{for_it.format(asked=asked)}; {profile}"
    if reason.outcome is Outcome.MET and criterion.test == "is":
        against = common.AGAINST_MET_WITH if reason.beside else common.AGAINST_MET
        return against.format(asked=asked) if reason.is_against else asked
    if reason.outcome is Outcome.MET:
        short = common.hedged(common.short_condition(field, criterion), criterion.hedge)
        return f"{found}, {for_it.format(asked=with_beside(short, reason))}"
    return f"{found}; {for_it.format(asked=asked)}"


def with_beside(asked: str, reason: Reason) -> str:
    """A condition, and what has to hold together with it though no field asks it."""
    if not reason.beside or reason.outcome is Outcome.UNMET:
        return asked
    return common.ASKED_WITH.format(asked=asked, beside=beside_it(reason))


def beside_it(reason: Reason) -> str:
    """What has to hold together with a condition and is not asked."""
    return "; ".join(common.hedged(str(c.value), c.hedge) for c in reason.beside)


def outside(reasons: Sequence[Reason]) -> str:
    """Conditions of one effect that the profile does not ask, in one phrase."""
    label = common.OUTSIDE_SPEAKS_AGAINST if reasons[0].is_against else common.OUTSIDE
    asked = (common.hedged(str(r.criterion.value), r.criterion.hedge) for r in reasons)
    return label.format(asked="; ".join(asked))


def has_unasked(pack: Pack, reason: Reason) -> bool:
    """Whether it names a strategy only together with what no field asks."""
    return bool(_unasked(pack, reason))


def _unasked(pack: Pack, reason: Reason) -> tuple[Criterion, ...]:
    if reason.is_against:
        return ()
    row = pack.table.rows[pack.table.index[reason.criterion.strategy]]
    return tuple(c for c in row[reason.criterion.alternative] if c.test == "outside")


def statements_of(pack: Pack, reason: Reason) -> tuple[str, ...]:
    """The statements that a reason on a card rests on, those of what goes with it among them."""
    unasked = _unasked(pack, reason)
    return tuple(dict.fromkeys((*_statements(reason), *(c.statement for c in unasked))))


def not_asked(card: Card) -> tuple[Reason, ...]:
    """The conditions of a strategy that no field decides: it is not independent of everything."""
    if card.verdict is not Verdict.ANY_PROFILE:
        return ()
    return tuple(r for r in card.reasons if r.outcome is Outcome.OUTSIDE and not r.is_against)


def verdict_said(card: Card) -> str:
    """The verdict on a strategy; one with a condition that is not asked has none."""
    return common.CONDITION_NOT_ASKED if not_asked(card) else common.VERDICT[card.verdict]


def interpreted(pack: Pack, reason: Reason) -> str:
    """A reason in short, marked where it had to be read into the source's words."""
    whose = common.interpretation(pack.ours) if is_interpreted(reason) else ""
    return common.hedged(phrase(pack, reason), whose)


def line(pack: Pack, reason: Reason) -> str:
    """A reason in short, after whether it is met; what is not asked says so itself."""
    short = interpreted(pack, reason)
    if reason.outcome is Outcome.OUTSIDE:
        return short
    return common.labelled(common.OUTCOME[reason.outcome], short)


def line_cited(pack: Pack, reason: Reason) -> str:
    """The same, with what it rests on by number."""
    return common.CITED.format(said=line(pack, reason), cited=cited_for(pack, reason))


def cited_for(pack: Pack, reason: Reason) -> str:
    """What a reason rests on by number: *refs 60–62*."""
    return cited(pack, pack.cited(_statements(reason)))


def line_placed(pack: Pack, reason: Reason) -> str:
    """The same, with the sections too."""
    return common.CITED.format(said=line(pack, reason), cited=placed(pack, _statements(reason)))


def placed(pack: Pack, statements: Iterable[str]) -> str:
    """Sections of statements, each with what is cited there, by number."""
    places = ((pack.statement[id_].section, cited(pack, pack.cited((id_,)))) for id_ in statements)
    return common.BETWEEN_PLACES.join(dict.fromkeys(common.AND_ALSO.join(one) for one in places))


def is_interpreted(reason: Reason) -> bool:
    """Whether who made the pack had to read it into the source's words."""
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
    return _fact(pack, reason, _place(pack, reason))


def fact_by_basis(pack: Pack, reason: Reason) -> Fact:
    """A reason above the statement behind it: whose it is, and whether the source hedges it."""
    return _fact(pack, reason, minor(basis(pack, reason)))


def _fact(pack: Pack, reason: Reason, under: Phrase) -> Fact:
    called, mark = minor(name(pack, reason)), mark_of(reason)
    ids = _statements(reason)
    return Fact(called, in_full(pack, reason), (under,), ids, pack.cited(ids), mark)


def _statements(reason: Reason) -> tuple[str, ...]:
    """The statements of a condition, and of what has to hold together with it."""
    return tuple(dict.fromkeys(c.statement for c in (reason.criterion, *reason.beside)))


def basis(pack: Pack, reason: Reason) -> str:
    """Whether the source states a condition or we read it, and with what hedge."""
    source = pack.source[pack.statement[reason.criterion.statement].source].called
    template = words.READ_BY if is_interpreted(reason) else words.STATED_BY
    stated = template.format(source=source, whose=common.interpretation(pack.ours))
    hedge = reason.criterion.hedge
    template = words.HEDGED if hedge else words.NOT_HEDGED
    return template.format(basis=stated, hedge=hedge)


def name(pack: Pack, reason: Reason) -> str:
    """The field that a reason is about, or that it is not asked here."""
    field = pack.field.get(reason.criterion.field)
    not_asked = common.OUTSIDE_AGAINST if reason.is_against else common.OUTSIDE_LABEL
    return field.label if field else not_asked


def rests_on(pack: Pack, reason: Reason) -> str:
    """Where the condition behind a reason is stated or read, and what is cited for it."""
    return plain(_place(pack, reason))


def _place(pack: Pack, reason: Reason) -> Phrase:
    """The same, its references named and leading on; a place for each statement."""
    criteria = {c.statement: c for c in (*reversed(reason.beside), reason.criterion)}
    places = (_stated_in(pack, criteria[id_]) for id_ in _statements(reason))
    return beside(joined(places, Words(common.BETWEEN_PLACES)))


def _stated_in(pack: Pack, criterion: Criterion) -> Phrase:
    statement = pack.statement[criterion.statement]
    template = words.READ_IN if criterion.basis == "interpretation" else words.STATED_IN
    whose = common.interpretation(pack.ours)
    place = Words(template.format(section=statement.section, whose=whose))
    return place, Words(common.AND_ALSO), *named(pack, pack.cites(statement))


def in_full(pack: Pack, reason: Reason) -> Phrase:
    """What was found, and what the source names it for, or against; whether that is met is said
    where it is not what decides for it.
    """
    criterion = reason.criterion
    field, tone = pack.field.get(criterion.field), tone_of(reason)
    if field is None or reason.found is None:
        return said(common.hedged(str(criterion.value), criterion.hedge), tone)
    condition = common.hedged(common.condition_phrase(field, criterion), criterion.hedge)
    condition = with_beside(condition, reason)
    asked = (words.AGAINST_IS if reason.is_against else common.NAMED_FOR).format(asked=condition)
    if reason.is_against or reason.outcome is not Outcome.MET:
        asked = common.labelled(common.OUTCOME[reason.outcome], asked)
    found = common.value_beside(field, found_of(field, reason))
    return Words(found, tone, strong=True), Words(f" — {asked}", tone)
