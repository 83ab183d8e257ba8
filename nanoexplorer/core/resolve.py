"""`resolve(intent, pack) -> Screen`: the one way from what is asked for to what is shown. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from nanoexplorer import views
from nanoexplorer.core import case_code
from nanoexplorer.core.decision_table import Answer, Verdict, wanted
from nanoexplorer.core.evidence import KINDS, CitationCheck, Kind, Note, Statement
from nanoexplorer.core.explaining import branches, explain, nearest_profile
from nanoexplorer.core.folding import words
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.screen import (
    Card,
    Column,
    Gap,
    Group,
    Inspected,
    Intent,
    ProfilePart,
    Screen,
    Totals,
)
from nanoexplorer.core.search import Index
from nanoexplorer.core.standing import Rung, ladder, note_applies, standing

Find = Callable[[Pack, Profile, str], frozenset[str] | None]


def found_in_pack(pack: Pack, _: Profile, text: str) -> frozenset[str] | None:
    """The strategies that a search finds by the pack's own words; None for an empty search."""
    return _index(pack).find(text).strategies if words(text) else None


def resolve(intent: Intent, pack: Pack, find: Find = found_in_pack) -> Screen:
    """All that is shown for an intent. A selection that the pack has not is no selection.

    `find` searches: who knows what is printed on a card finds more than the pack's own words.
    """
    answer = pack.table.answer(intent.profile)
    found = find(pack, intent.profile, intent.search) if intent.search.strip() else None
    treatments, carriers = (column(pack, intent.profile, answer, k, found) for k in KINDS)
    selection = intent.selection if intent.selection in pack.strategy else ""
    return Screen(
        profile=_profile_part(pack, intent.profile, answer),
        treatments=treatments,
        carriers=carriers,
        inspector=inspect(pack, intent.profile, selection) if selection else None,
        part=_part(pack, intent),
        selection=selection,
        search=intent.search,
        tab=intent.tab,
        second_profile=intent.second_profile,
        options=intent.options,
    )


def _part(pack: Pack, intent: Intent) -> object:
    """What the active view shows."""
    view = views.BY_NAME.get(intent.tab)
    return views.load(view.part)(pack, intent) if view and view.part else None


@lru_cache(maxsize=2)
def _index(pack: Pack) -> Index:
    return Index(pack)


@lru_cache(maxsize=8)
def _kind_bits(pack: Pack, kind: Kind) -> int:
    """The strategies of one kind, as bits in the table's order."""
    marks = "".join("1" if s.kind == kind else "0" for s in reversed(pack.ordered))
    return int(marks or "0", 2)


def _profile_part(pack: Pack, profile: Profile, answer: Answer) -> ProfilePart:
    case = next((case.id for case in pack.cases if case.profile == profile), "")
    about = (n for n in pack.notes if not n.strategies and not n.topics)
    return ProfilePart(
        profile=profile,
        case_code=case_code.encode(pack, profile),
        case=case,
        totals=Totals(*(bits.bit_count() for bits in answer)),
        notes=tuple(note for note in about if note_applies(pack, profile, note)),
    )


def column(
    pack: Pack, profile: Profile, answer: Answer, kind: Kind, found: frozenset[str] | None = None
) -> Column:
    """One kind of strategy in its groups; `found` limits it to what a search has hit."""
    ours = _kind_bits(pack, kind)
    groups = []
    for verdict, bits in zip(Verdict, answer, strict=True):
        names = pack.table.names(bits & ours)
        shown = names if found is None else tuple(n for n in names if n in found)
        if shown:
            groups.append(Group(verdict, shown))
    gaps = tuple(gap for gap in _gaps(pack, kind) if profile[gap.field] == gap.value)
    return Column(kind, profile, tuple(groups), gaps, ours.bit_count())


@lru_cache(maxsize=8)
def _gaps(pack: Pack, kind: Kind) -> tuple[Gap, ...]:
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


def card(pack: Pack, profile: Profile, strategy: str, verdict: Verdict | None = None) -> Card:
    """What a strategy's card says; raises KeyError for a strategy that the pack has not.

    A caller that knows the verdict hands it in and saves asking the table again.
    """
    rungs, references, checked = _unchanging(pack, strategy)
    return Card(
        strategy=pack.strategy[strategy],
        verdict=verdict or pack.table.verdict(profile, strategy),
        reasons=explain(pack.table, profile, strategy),
        rungs=standing(pack, profile, strategy, rungs),
        references=references,
        remarked=checked or bool(_notes(pack, profile, strategy)),
    )


@lru_cache(maxsize=16384)
def _unchanging(pack: Pack, strategy: str) -> tuple[tuple[Rung, ...], tuple[str, ...], bool]:
    """What no profile changes on a card: rungs, references behind it, whether one is checked."""
    criteria = pack.table.rows[pack.table.index[strategy]].values()
    rests_on = dict.fromkeys(c.statement for alternative in criteria for c in alternative)
    rests_on |= dict.fromkeys(row.statement for row in pack.evidence_of.get(strategy, ()))
    cited = (r for s in rests_on for r in pack.cites(pack.statement[s]))
    checked = bool(_checks(pack, rests_on))
    return ladder(pack, strategy), tuple(dict.fromkeys(cited)), checked


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
    is_open = shown.verdict is Verdict.OPEN
    return Inspected(
        card=shown,
        branches=branches(pack.table, profile, strategy) if is_open else (),
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
