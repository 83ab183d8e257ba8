"""`resolve(intent, pack) -> Screen`: the one way from what is asked for to what is shown. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from nanoexplorer import views
from nanoexplorer.core import case_code
from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.evidence import CitationCheck, Note, Statement
from nanoexplorer.core.explaining import changes, explain, nearest_profile
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.remembering import remembered
from nanoexplorer.core.screen import (
    Card,
    Inspected,
    Intent,
    ProfilePart,
    Screen,
    Totals,
)
from nanoexplorer.core.statuses import (
    GivenStatus,
    note_applies,
    shown_statuses,
    statuses_for,
    statuses_of,
)


def resolve(intent: Intent, pack: Pack) -> Screen:
    """All that is shown for an intent.

    A selection that the pack has not is no selection, a view that it has nothing for the first one.
    """
    tab = views.shown_for(pack, intent.tab)
    selection = intent.selection if intent.selection in pack.strategy else ""
    return Screen(
        profile=_profile_part(pack, intent.profile),
        inspector=inspect(pack, intent.profile, selection) if selection else None,
        part=_part(pack, intent, tab),
        selection=selection,
        search=intent.search,
        tab=tab,
        second_profile=intent.second_profile,
        options=intent.options,
        back=intent.back,
    )


def _part(pack: Pack, intent: Intent, tab: str) -> object:
    """What the active view shows."""
    view = views.BY_NAME.get(tab)
    return views.load(view.part)(pack, intent) if view and view.part else None


def _profile_part(pack: Pack, profile: Profile) -> ProfilePart:
    about = (n for n in pack.notes if not n.strategies and not n.topics)
    return ProfilePart(
        profile=profile,
        case_code=case_code.encode(pack, profile),
        case=next((case for case in pack.cases if case.profile == profile), None),
        totals=Totals(*(bits.bit_count() for bits in pack.table.answer(profile))),
        notes=tuple(note for note in about if note_applies(pack, profile, note)),
    )


def card(pack: Pack, profile: Profile, strategy: str, verdict: Verdict | None = None) -> Card:
    """What a strategy's card says; raises KeyError for a strategy that the pack has not.

    A caller that knows the verdict hands it in and saves asking the table again.
    """
    statements, references = _unchanging(pack, strategy)
    return Card(
        profile=profile,
        strategy=pack.strategy[strategy],
        verdict=verdict or pack.table.verdict(profile, strategy),
        reasons=explain(pack.table, profile, strategy),
        statuses=statuses_for(pack, profile, strategy, _statuses(pack, strategy)),
        statements=statements,
        references=references,
        notes=len(_notes(pack, profile, strategy)),
    )


def rests_on(pack: Pack, strategy: str) -> tuple[str, ...]:
    """The statements behind a strategy's conditions and statuses, each once."""
    return _unchanging(pack, strategy).statements


class _Unchanging(NamedTuple):
    """What a card rests on, which no profile changes."""

    statements: tuple[str, ...]
    references: tuple[str, ...]


@remembered(16384)
def _unchanging(pack: Pack, strategy: str) -> _Unchanging:
    criteria = pack.table.rows[pack.table.index[strategy]].values()
    rests = dict.fromkeys(c.statement for alternative in criteria for c in alternative)
    rests |= dict.fromkeys(row.statement for row in pack.evidence_of.get(strategy, ()))
    cited = dict.fromkeys(r for s in rests for r in pack.cites(pack.statement[s]))
    return _Unchanging(tuple(rests), tuple(cited))


@remembered(16384)
def _statuses(pack: Pack, strategy: str) -> tuple[GivenStatus, ...]:
    return statuses_of(pack, strategy)


def statuses_shown(pack: Pack, profile: Profile, strategy: str) -> tuple[GivenStatus, ...]:
    """The statuses of a strategy's card without the rest of it."""
    return shown_statuses(statuses_for(pack, profile, strategy, _statuses(pack, strategy)))


def changing(pack: Pack) -> frozenset[str]:
    """The strategies whose card a profile can change: with criteria, or notes on a condition."""
    asked = {criterion.strategy for criterion in pack.criteria}
    return frozenset(asked | {s for note in pack.notes if note.when for s in note.strategies})


def inspect(pack: Pack, profile: Profile, strategy: str) -> Inspected:
    """A strategy in full; raises KeyError for one that the pack has not."""
    shown = card(pack, profile, strategy)
    statements = pack.statements_of.get(strategy, ())
    nearest = None
    if shown.verdict in (Verdict.AGAINST, Verdict.OPEN, Verdict.NO_MATCH):
        nearest = nearest_profile(pack.table, profile, strategy)
    return Inspected(
        card=shown,
        changes=changes(pack.table, profile, strategy),
        nearest=tuple(nearest.items()) if nearest else None,
        statements=statements,
        approvals=pack.approvals_of.get(strategy, ()),
        notes=_notes(pack, profile, strategy),
        checks=_checks(pack, [s.id for s in statements]),
        references=_references(pack, profile, strategy, statements),
    )


def _notes(pack: Pack, profile: Profile, strategy: str) -> tuple[Note, ...]:
    notes = pack.notes_of.get(strategy, ())
    return tuple(note for note in notes if note_applies(pack, profile, note))


def _checks(pack: Pack, statements: Iterable[str]) -> tuple[CitationCheck, ...]:
    return tuple(check for s in statements for check in pack.checks_of.get(s, ()))


def _references(
    pack: Pack, profile: Profile, strategy: str, statements: tuple[Statement, ...]
) -> tuple[str, ...]:
    """Everything cited on the inspector: the sources' references first, in the list's order."""
    wanted = {r for statement in statements for r in pack.cites(statement)}
    wanted |= {r for note in _notes(pack, profile, strategy) for r in note.references}
    wanted |= {approval.reference for approval in pack.approvals_of.get(strategy, ())}
    return tuple(reference for reference in pack.reference if reference in wanted)
