"""Questions and their answers as prose, the same for screen and paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from nanoexplorer import strings
from nanoexplorer.core import case_code
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.practice import RUNG_MISSES, Answered, behind, missed, misses
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.questions import Question, Setup
from nanoexplorer.core.resolve import inspect
from nanoexplorer.core.screen import Card, Inspected
from nanoexplorer.core.standing import shown_rungs
from nanoexplorer.figures import fonts
from nanoexplorer.figures.prose import Prose, Run
from nanoexplorer.figures.strategy_text import (
    NO_BREAK,
    small,
    write_approvals,
    write_references,
    write_remarks,
    write_standing,
    write_statements,
    write_why,
)
from nanoexplorer.strings import practice as words

BOX: Final = "☐\u00a0"


def answer_to(pack: Pack, question: Question) -> Inspected:
    """All that the pack says to a question."""
    return inspect(pack, question.profile, question.strategy)


def kind_line(pack: Pack, strategy: str) -> str:
    """Kind and group of a strategy."""
    row = pack.strategy[strategy]
    return f"{strings.KIND[row.kind]} · {pack.label('group', row.group)}"


def stages_line(shown: Card) -> str:
    """Every rung that the sources give, as on its chips."""
    return " · ".join(strings.rung_said(rung) for rung in shown_rungs(shown.rungs))


def profile_words(pack: Pack, profile: Profile) -> str:
    """A profile in words; no line of them begins with a dot."""
    return strings.profile_line(pack.fields, profile).replace(" · ", f"{NO_BREAK}· ")


def case_title(pack: Pack, question: Question) -> str:
    """The title of the case that a question is of; empty for a random profile."""
    return next((case.title for case in pack.cases if case.id == question.case), "")


def case_lead(pack: Pack, question: Question) -> str:
    """The title of the case before its profile; a title may itself end with a question mark."""
    title = case_title(pack, question)
    return words.CASE.format(title=title) if title else ""


def write_question(prose: Prose, pack: Pack, question: Question, number: int) -> None:
    """Write a question with boxes to tick."""
    name = pack.strategy[question.strategy].name
    lead = words.PAPER_ANSWER.format(number=number, strategy=name)
    prose.line([Run(lead, size=fonts.LEAD, weight=fonts.SEMIBOLD)], above=3)
    prose.line([small(kind_line(pack, question.strategy))])
    _write_profile(prose, pack, question)
    prose.line([Run(words.PAPER_VERDICT, weight=fonts.SEMIBOLD)], above=0.75)
    for verdict in strings.VERDICT.values():
        prose.line([Run(BOX + verdict)], indent=1)
    prose.line([Run(words.PAPER_RUNG, weight=fonts.SEMIBOLD)], above=0.75)
    stages = sorted(pack.statuses, key=lambda status: -status.rank)
    labels = (BOX + s.label.replace(" ", "\u00a0") for s in stages)
    prose.line([Run("     ".join(labels))], indent=1)


def _write_profile(prose: Prose, pack: Pack, question: Question) -> None:
    lead, said = case_lead(pack, question), profile_words(pack, question.profile)
    prose.line([Run(lead, weight=fonts.SEMIBOLD), Run(said)], above=0.5)
    code = case_code.encode(pack, question.profile)
    prose.line([small(words.PAPER_CODE.format(code=code))])


def write_key(prose: Prose, pack: Pack, question: Question, number: int) -> None:
    """Write the answer to a question of a handout: verdict, stages, and what they rest on."""
    shown = answer_to(pack, question)
    lead = words.PAPER_ANSWER.format(number=number, strategy=shown.card.strategy.name)
    prose.line([Run(lead, size=fonts.LEAD, weight=fonts.SEMIBOLD)], above=3)
    _write_profile(prose, pack, question)
    _write_right(prose, shown.card, below=1.5)
    write_answer(prose, pack, shown)


def write_answered(prose: Prose, pack: Pack, answered: Answered, number: int) -> None:
    """Write what was answered to a question, what was missed, and why, with the citations."""
    shown = answer_to(pack, answered.question)
    lead = words.PAPER_ANSWER.format(number=number, strategy=shown.card.strategy.name)
    prose.line([Run(lead, size=fonts.LEAD, weight=fonts.SEMIBOLD)], above=3)
    _write_profile(prose, pack, answered.question)
    write_said(prose, pack, answered, shown.card)
    if misses(pack, answered):
        write_answer(prose, pack, shown)


def write_said(prose: Prose, pack: Pack, answered: Answered, shown: Card) -> None:
    """Write what was said, what the sources say, and what of it was missed."""
    rung = pack.status[answered.given.rung].label
    prose.line([Run(words.said_line(answered.given.verdict, rung))], above=0.5)
    _write_right(prose, shown)
    found = misses(pack, answered)
    role = "caution" if found else "ink-muted"
    prose.line([Run(words.missed_line(found), role)], below=1.5)


def _write_right(prose: Prose, shown: Card, below: float = 0.0) -> None:
    said = f"{words.SOURCES_SAY}: "
    right = f"{strings.VERDICT[shown.verdict]} · {stages_line(shown)}"
    prose.line([Run(said), Run(right, weight=fonts.SEMIBOLD)], below=below)


def write_answer(prose: Prose, pack: Pack, shown: Inspected) -> None:
    """Write why, where it stands, and the statements behind both; then what the pack adds."""
    write_why(prose, pack, shown, links=False)
    write_standing(prose, pack, shown, links=False)
    statements = behind(pack, shown.card)
    write_statements(prose, pack, statements, links=False)
    write_approvals(prose, pack, shown.approvals)
    said = {statement.id for statement in statements}
    checks = [check for check in shown.checks if check.statement in said]
    write_remarks(prose, pack, shown.notes, checks, links=False)


def cited_for(pack: Pack, questions: Iterable[Question]) -> tuple[str, ...]:
    """The references behind the answers, each once, in the order of the pack's list."""
    wanted: set[str] = set()
    for question in questions:
        shown = answer_to(pack, question)
        wanted |= {r for s in behind(pack, shown.card) for r in pack.cites(s)}
        wanted |= {r for note in shown.notes for r in note.references}
        wanted |= {approval.reference for approval in shown.approvals}
    return tuple(reference for reference in pack.reference if reference in wanted)


def write_summary(prose: Prose, pack: Pack, setup: Setup, answered: Sequence[Answered]) -> None:
    """Write the summary of a round: counts by kind, the questions in a list, every miss in full."""
    prose.line([Run(words.SUMMARY, size=fonts.TITLE, weight=fonts.BOLD)])
    prose.line([small(set_line(pack, setup, len(answered)))])
    found = [misses(pack, one) for one in answered]
    _write_counts(prose, pack, answered)
    for number, one in enumerate(answered, 1):
        if found[number - 1]:
            write_answered(prose, pack, one, number)
    right = [number for number, kinds in enumerate(found, 1) if not kinds]
    if right:
        prose.heading(words.ALL_RIGHT)
    for number in right:
        strategy = pack.strategy[answered[number - 1].question.strategy]
        prose.line([Run(words.PAPER_ANSWER.format(number=number, strategy=strategy.name))])
    cited = cited_for(pack, [o.question for o, kinds in zip(answered, found, strict=True) if kinds])
    if cited:
        write_references(prose, pack, cited, links=False)


def _write_counts(prose: Prose, pack: Pack, answered: Sequence[Answered]) -> None:
    if not answered:
        prose.line([Run(words.NOTHING_ANSWERED)], above=1)
        return
    found = [set(misses(pack, one)) for one in answered]
    rungs = sum(bool(kinds & RUNG_MISSES) for kinds in found)
    verdicts = sum(bool(kinds - RUNG_MISSES) for kinds in found)
    prose.line([Run(words.summary_lead(len(answered), verdicts, rungs), size=fonts.LEAD)], above=1)
    prose.heading(words.SUMMARY_COUNTS)
    counted = missed(pack, answered)
    if not counted:
        prose.line([Run(words.NOTHING_MISSED)])
        return
    places = {one: number for number, one in enumerate(answered, 1)}
    for one in counted:
        numbers = [places[answer] for answer in one.answers]
        prose.line([Run(words.miss_line(one.miss, len(numbers), numbers))])
    prose.line([small(words.SUMMARY_COUNTS_HELP)])


def set_line(pack: Pack, setup: Setup, number: int) -> str:
    """What makes a set of questions again: seed, how many, and of what."""
    titles = [case.title for case in pack.cases if case.id in setup.cases]
    return words.PAPER_SET.format(
        seed=setup.seed, questions=words.questions_counted(number), what=words.cases_line(titles)
    )
