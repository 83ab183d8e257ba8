"""Questions for other programs: what is asked, what can be answered, and why; worded here alone.

Whatever carries a question (a learning platform, flash cards, a page) shows these blocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from nanoexplorer import __version__
from nanoexplorer.core import case_code
from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Inspected
from nanoexplorer.core.teaching.options import options, right_answer
from nanoexplorer.core.teaching.practice import Answered, Given, behind, misses
from nanoexplorer.core.teaching.questions import Question, question_id
from nanoexplorer.documents import evidence
from nanoexplorer.documents.blocks import Block, Fact, Lead, Paragraph, Words, beside, minor, said
from nanoexplorer.documents.feedback import for_whom, which_status
from nanoexplorer.documents.links import on_paper
from nanoexplorer.documents.practice import answer_to, kind_line, right_line
from nanoexplorer.documents.terms import Key, reading
from nanoexplorer.words import common
from nanoexplorer.words import export as export_words
from nanoexplorer.words.packs.whose import pack_said
from nanoexplorer.words.teaching import practice as practice_words
from nanoexplorer.words.teaching import questions as words


class Option(NamedTuple):
    """One answer that can be chosen; `why` says what is right or missed about it.

    `missed`: the mistakes alone, of a wrong one.
    """

    given: Given
    said: str
    right: bool
    why: str
    missed: str


class Asked(NamedTuple):
    """A question. `id` stays the same with newer packs; `why` is for whoever has answered.

    `disclaimer` stands over a question that is shown by itself. `sources`: what they say, why and
    where; `about`: the versions that say it. `brief`: a name with the values that are known alone;
    `topics`: what it is an example of.
    """

    id: str
    name: str
    disclaimer: Paragraph
    asks: tuple[Paragraph, ...]
    options: tuple[Option, ...]
    sources: tuple[Block, ...]
    about: Paragraph
    brief: str
    topics: tuple[str, ...]

    @property
    def why(self) -> tuple[Block, ...]:
        """What the sources say, with the disclaimer."""
        return (*self.sources, Paragraph(said(common.disclaimer(), "caution")), self.about)

    @property
    def alone(self) -> tuple[Paragraph, ...]:
        """What is asked, where the question is shown by itself."""
        return (self.disclaimer, *self.asks)

    @property
    def right(self) -> Option:
        """The one answer that is right."""
        return next(option for option in self.options if option.right)


def asked(pack: Pack, question: Question) -> Asked:
    """A question in words, with its answers and what stands behind the right one."""
    profile = common.profile_line(pack.fields, question.profile)
    name = pack.strategy[question.strategy].name
    return Asked(
        question_id(pack, question),
        words.NAME.format(strategy=name, profile=profile),
        Paragraph(minor(common.DISCLAIMER_LEAD, "caution")),
        tuple(_asks(pack, question, profile)),
        tuple(_option(pack, question, given) for given in options(pack, question)),
        tuple(_sources(pack, question)),
        _about(pack, question),
        _brief(pack, question),
        _topics(pack, question),
    )


def _brief(pack: Pack, question: Question) -> str:
    name = pack.strategy[question.strategy].name
    known = common.profile_line(pack.fields, question.profile, known_only=True)
    return words.NAME.format(strategy=name, profile=known) if known else name


def _topics(pack: Pack, question: Question) -> tuple[str, ...]:
    """What the sources say of it in a word, and the kind of the strategy."""
    verdict = pack.table.verdict(question.profile, question.strategy)
    return common.VERDICT_SHORT[verdict], pack.kind[pack.strategy[question.strategy].kind].label


def meanings(pack: Pack) -> tuple[Block, ...]:
    """What the words of the answers mean: the verdicts, then the statuses of a pack."""
    groups, statuses, _ = reading(pack)
    return (
        Lead(said(words.RELATIONS)),
        *(_meaning(common.VERDICT[v], key) for v, key in zip(Verdict, groups.keys, strict=True)),
        Lead(said(words.STATUSES)),
        *(_meaning(key.name, key) for key in statuses.keys),
    )


def _meaning(name: str, key: Key) -> Fact:
    return Fact(said(common.labelled(name, "").rstrip()), said(key.tip or key.said))


def _asks(pack: Pack, question: Question, profile: str) -> Iterator[Paragraph]:
    yield Paragraph((*_label(words.PROFILE), Words(f"{_own_title(question)}{profile}")))
    name = Words(pack.strategy[question.strategy].name, strong=True)
    kind = minor(f" ({kind_line(pack, question.strategy)})")
    yield Paragraph((*_label(words.STRATEGY), name, *kind), ids=(question.strategy,))
    yield Paragraph(said(words.ASK))


def _own_title(question: Question) -> str:
    """What a teacher calls the case; the pack's own titles say too much of the answer."""
    return practice_words.CASE.format(title=question.title) if question.title else ""


def _label(text: str) -> tuple[Words, ...]:
    return (Words(common.labelled(text, ""), "muted"),)


def _option(pack: Pack, question: Question, given: Given) -> Option:
    status = pack.status[given.status].label
    text = words.OPTION.format(verdict=common.VERDICT[given.verdict], status=status)
    found = misses(pack, Answered(question, given))
    missed = "; ".join(practice_words.MISS[miss] for miss in found)
    why = words.WRONG.format(misses=missed) if found else words.RIGHT
    return Option(given, text, given == right_answer(pack, question), why, missed)


def _sources(pack: Pack, question: Question) -> Iterator[Block]:
    """The answer, the reasons with their places, the statuses, the references."""
    shown = answer_to(pack, question)
    yield right_line(shown.card)
    yield Lead(said(words.FOR_WHOM))
    yield from for_whom(pack, shown)
    yield Lead(said(words.STATUS))
    yield from which_status(pack, shown)
    yield Lead(said(words.REFERENCES))
    yield from _references(pack, shown)


def _about(pack: Pack, question: Question) -> Paragraph:
    version = export_words.PROVENANCE_VERSION.format(
        app=common.APP, version=__version__, pack=pack_said(pack)
    )
    code = case_code.encode(pack, question.profile)
    return Paragraph(minor(words.ABOUT.format(version=version, code=code)))


def _references(pack: Pack, shown: Inspected) -> tuple[Block, ...]:
    """In full, with their DOI: what the answer rests on, and what notes say against a status."""
    wanted = {r for s in behind(pack, shown.card) for r in pack.cites(s)}
    disputes = (note for given in shown.card.statuses for note in given.disputes)
    wanted |= {reference for note in disputes for reference in note.references}
    found = evidence.references(pack, evidence.in_order(pack, wanted))
    [section] = on_paper([found], web=True)
    return tuple(b._replace(said=beside(b.said)) for b in section.blocks if isinstance(b, Fact))
