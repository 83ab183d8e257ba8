"""Questions, their answers and the summary of a round: the same for screen and paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from nanoexplorer.core import case_code
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.resolve import inspect
from nanoexplorer.core.screen import Card, Inspected
from nanoexplorer.core.statuses import shown_statuses
from nanoexplorer.core.teaching.practice import (
    STATUS_MISSES,
    Answered,
    Tried,
    behind,
    is_right,
    missed,
    misses,
    tried,
)
from nanoexplorer.core.teaching.questions import Question, Setup
from nanoexplorer.documents import evidence, strategy
from nanoexplorer.documents.blocks import (
    Block,
    Choices,
    Document,
    Figure,
    Lead,
    Mark,
    Paragraph,
    Section,
    Words,
    filled,
    minor,
    said,
)
from nanoexplorer.documents.feedback import for_whom, which_status
from nanoexplorer.documents.statuses import marks_of
from nanoexplorer.words import common
from nanoexplorer.words.teaching import practice as words


def answer_to(pack: Pack, question: Question) -> Inspected:
    """All that the pack says to a question."""
    return inspect(pack, question.profile, question.strategy)


def kind_line(pack: Pack, strategy_id: str) -> str:
    """Kind and group of a strategy."""
    row = pack.strategy[strategy_id]
    return f"{pack.kind[row.kind].label} · {pack.label('group', row.group)}"


def profile_line(pack: Pack, profile: Profile) -> str:
    """A profile in words; no line of them begins with a dot."""
    line = common.profile_line(pack.fields, profile)
    return line.replace(" · ", f"{evidence.NO_BREAK}· ")


def case_title(pack: Pack, question: Question) -> str:
    """The title of the case that a question is of, a teacher's own first; none for a random one."""
    return question.title or (pack.case[question.case].title if question.case else "")


def case_lead(pack: Pack, question: Question) -> str:
    """The title of the case before its profile; a title may itself end with a question mark."""
    title = case_title(pack, question)
    return words.CASE.format(title=title) if title else ""


CODE: Final = "case-code"
"""A figure to be scanned: it opens the profile that it stands beside."""


def _code(pack: Pack, question: Question) -> Figure:
    code = case_code.encode(pack, question.profile)
    return Figure(CODE, code, words.PAPER_CODE.format(code=code))


def question_section(pack: Pack, question: Question, number: int) -> Section:
    """A question with boxes to tick."""
    statuses = sorted(pack.statuses, key=lambda status: -status.rank)
    return Section(
        "question",
        "",
        (
            _head(pack, question, number),
            Paragraph(minor(kind_line(pack, question.strategy))),
            _profile(pack, question),
            Paragraph(said(words.ASK_VERDICT, strong=True)),
            Choices(tuple(common.VERDICT.values())),
            Paragraph(said(words.ASK_STATUS, strong=True)),
            Choices(tuple(status.label for status in statuses), across=True),
            _code(pack, question),
        ),
    )


def _head(pack: Pack, question: Question, number: int) -> Lead:
    name = pack.strategy[question.strategy].name
    line = words.PAPER_ANSWER.format(number=number, strategy=name)
    return Lead(said(line), level=1, ids=(question.strategy,))


def _profile(pack: Pack, question: Question) -> Paragraph:
    lead = Words(case_lead(pack, question), strong=True)
    code = words.PAPER_CODE.format(code=case_code.encode(pack, question.profile))
    line = (lead, Words(profile_line(pack, question.profile)))
    return Paragraph(tuple(w for w in line if w.text), (minor(code),))


def key_sections(pack: Pack, question: Question, number: int) -> tuple[Section, ...]:
    """The answer to a question of a handout: verdict, statuses, and what they rest on."""
    shown = answer_to(pack, question)
    head = (
        _head(pack, question, number),
        _profile(pack, question),
        right_line(shown.card),
        _code(pack, question),
    )
    return (Section("answer", "", head), *_under(answer_sections(pack, shown)))


def _under(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Sections that stand under the heading of a question."""
    return tuple(section._replace(level=3) for section in sections)


def _missed_section(pack: Pack, one: Tried) -> Section:
    """What was answered, what was missed, in plain words why, and whether it was right later."""
    question = one.first.question
    shown = answer_to(pack, question)
    later = (Paragraph(said(words.RIGHT_LATER, "muted")),) if one.right_in_the_end else ()
    head = (_head(pack, question, one.number), _profile(pack, question))
    whys = (*for_whom(pack, shown), *which_status(pack, shown))
    told = said_blocks(pack, one.first, shown.card)
    return Section("answer", "", (*head, *told, *later, *whys))


def said_blocks(pack: Pack, answered: Answered, shown: Card) -> tuple[Block, ...]:
    """What was said, what the sources say, and what of it was missed."""
    status = pack.status[answered.given.status].label
    found = misses(pack, answered)
    return (
        Paragraph(said(words.said_line(answered.given.verdict, status))),
        right_line(shown),
        Paragraph(said(words.missed_line(found), "caution" if found else "muted")),
    )


def right_line(shown: Card) -> Paragraph:
    """What the sources say: verdict and statuses, and that any of several counts."""
    statuses = words.statuses_listed([_status(mark) for mark in marks_of(shown.statuses)])
    right = words.SOURCES_VERDICT.format(verdict=common.VERDICT[shown.verdict], statuses=statuses)
    several = len(shown_statuses(shown.statuses)) > 1
    counts = (Words(" "), *minor(words.SEVERAL_GIVEN)) if several else ()
    label = Words(common.labelled(words.SOURCES_SAY, ""))
    return Paragraph((label, Words(right, strong=True), *counts))


def _status(mark: Mark) -> str:
    return words.NOTE_DISPUTES.format(status=mark.label) if mark.disputed else mark.label


def answer_sections(pack: Pack, shown: Inspected) -> tuple[Section, ...]:
    """Why, where it stands, and the statements behind both; then what the pack adds."""
    statements = behind(pack, shown.card)
    ours = {statement.id for statement in statements}
    checks = [check for check in shown.checks if check.statement in ours]
    return strategy.answer(pack, shown, statements, checks)


def questions_document(
    pack: Pack, setup: Setup, asked: Sequence[Question], *, with_key: bool
) -> Document:
    """A set of questions to be ticked; the answers begin a page of their own behind them."""
    about = set_line(pack, setup, len(asked))
    head = (
        _disclaimer(),
        Paragraph(said(f"{words.PAPER_NAME} {'.' * 60}", "muted")),
        Paragraph(said(words.PAPER_ASK)),
    )
    made = [Section("head", "", head)]
    made += (question_section(pack, question, number) for number, question in enumerate(asked, 1))
    if with_key:
        title = Lead(said(words.PAPER_ANSWERS), level=0)
        made.append(Section("answers", "", (title, Paragraph(minor(about)), _disclaimer())))
        made += _key(pack, asked)
    keys = cited_for(pack, asked) if with_key else ()
    return Document("questions", words.PAPER_TITLE, about, tuple(made), keys)


def key_document(pack: Pack, setup: Setup, asked: Sequence[Question]) -> Document:
    """The answers to a set of questions by themselves."""
    head = Section("head", "", (_disclaimer(),))
    about, keys = set_line(pack, setup, len(asked)), cited_for(pack, asked)
    made = (head, *_key(pack, asked))
    return Document("answers", words.PAPER_ANSWERS, about, made, keys)


def _disclaimer() -> Paragraph:
    return Paragraph(said(common.disclaimer(), "caution"))


def _key(pack: Pack, asked: Sequence[Question]) -> Iterator[Section]:
    for number, question in enumerate(asked, 1):
        yield from key_sections(pack, question, number)
    yield from filled(evidence.references(pack, cited_for(pack, asked)))


def summary_document(pack: Pack, setup: Setup, answered: Sequence[Answered]) -> Document:
    """The summary of a round, to be kept."""
    keys = cited_for(pack, [one.question for one in answered])
    head = Section("head", "", (_disclaimer(),))
    about = set_line(pack, setup, len(asked_of(answered)))
    return Document("summary", words.SUMMARY, about, (head, *_summary(pack, answered)), keys)


def cited_for(pack: Pack, questions: Iterable[Question]) -> tuple[str, ...]:
    """The references behind the answers, each once, in the order of the pack's list."""
    wanted: set[str] = set()
    for question in questions:
        shown = answer_to(pack, question)
        wanted |= {r for s in behind(pack, shown.card) for r in pack.cites(s)}
        wanted |= {r for note in shown.notes for r in note.references}
        wanted |= {approval.reference for approval in shown.approvals}
    return evidence.in_order(pack, wanted)


def asked_of(answered: Sequence[Answered]) -> tuple[Question, ...]:
    """The questions of a round, each once: one that was missed was asked again."""
    return tuple(dict.fromkeys(one.question for one in answered))


def summary_sections(pack: Pack, setup: Setup, answered: Sequence[Answered]) -> tuple[Section, ...]:
    """The summary of a round under its title: what it was of, then what was missed."""
    title = Lead(said(words.SUMMARY), level=0)
    about = Paragraph(minor(set_line(pack, setup, len(asked_of(answered)))))
    return (Section("title", "", (title, about)), *_summary(pack, answered))


def _summary(pack: Pack, answered: Sequence[Answered]) -> tuple[Section, ...]:
    """Counts by kind, each question that was missed, what was right, and what to read."""
    asked = tried(pack, answered)
    wrong = [one for one in asked if not is_right(pack, one.first)]
    right = [one for one in asked if is_right(pack, one.first)]
    return (
        Section("summary", "", tuple(_lead(pack, answered))),
        *filled(
            Section("counts", words.SUMMARY_COUNTS, tuple(_counts(pack, answered))),
            *(_missed_section(pack, one) for one in wrong),
            Section("right", words.ALL_RIGHT, tuple(_names(pack, right))),
            *_to_read(pack, [one.first.question for one in wrong]),
        ),
    )


def _to_read(pack: Pack, missed: Sequence[Question]) -> Iterator[Section]:
    """The statements behind what was missed, each once by aspect, what we add, the references."""
    shown = [answer_to(pack, question) for question in missed]
    found = dict.fromkeys(s for one in shown for s in behind(pack, one.card))
    yield evidence.statements(pack, tuple(found))._replace(heading=words.TO_READ)
    yield evidence.notes(pack, dict.fromkeys(note for one in shown for note in one.notes))
    checks = dict.fromkeys(check for one in shown for check in one.checks)
    yield evidence.checks(
        pack, (check for check in checks if pack.statement[check.statement] in found)
    )
    yield evidence.references(pack, cited_for(pack, missed))


def score(pack: Pack, answered: Sequence[Answered]) -> str:
    """How many answers are right, in verdict and status: *5 of 8 right*."""
    right = sum(is_right(pack, one) for one in answered)
    return words.SCORE.format(right=right, of=len(answered))


def _lead(pack: Pack, answered: Sequence[Answered]) -> Iterator[Block]:
    if not answered:
        yield Paragraph(said(words.NOTHING_ANSWERED))
        return
    found = [set(misses(pack, one)) for one in answered]
    statuses = sum(bool(kinds & STATUS_MISSES) for kinds in found)
    verdicts = sum(bool(kinds - STATUS_MISSES) for kinds in found)
    yield Lead(said(score(pack, answered)), level=1)
    yield Paragraph(said(words.summary_lead(len(answered), verdicts, statuses)))


def _counts(pack: Pack, answered: Sequence[Answered]) -> Iterator[Block]:
    counted = missed(pack, answered)
    if answered and not counted:
        yield Paragraph(said(words.NOTHING_MISSED))
    for one in counted:
        yield Paragraph(said(words.miss_line(one.miss, len(one.answers), one.answers)))
    if counted:
        yield Paragraph(minor(words.SUMMARY_COUNTS_HELP))


def _names(pack: Pack, asked: Iterable[Tried]) -> Iterator[Block]:
    for one in asked:
        name = pack.strategy[one.first.question.strategy].name
        yield Paragraph(said(words.PAPER_ANSWER.format(number=one.number, strategy=name)))


def set_line(pack: Pack, setup: Setup, number: int) -> str:
    """What makes a set of questions again: seed, how many, and of what."""
    titles = [case.title for case in pack.cases if case.id in setup.cases]
    what = words.seminar_line(setup.seminar.title) if setup.seminar else words.cases_line(titles)
    if setup.only_dependent:
        what = words.PAPER_DEPENDENT.format(what=what)
    return words.PAPER_SET.format(
        seed=setup.seed, questions=words.questions_counted(number), what=what
    )
