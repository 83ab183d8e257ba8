"""A tumour board's own pages: a card a role, both sides, and what the sources leave open.

Statements of the pack alone; the last page recommends nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.evidence import Statement
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import card
from nanoexplorer.core.teaching.board import Sides, deciding, in_pages, roles_of, sides_of
from nanoexplorer.core.teaching.seminar_cases import shown_strategies
from nanoexplorer.core.teaching.seminar_steps import Stage, Step
from nanoexplorer.documents.blocks import plain
from nanoexplorer.documents.evidence import where_cited
from nanoexplorer.documents.seminar.page import Line, Page, Shown
from nanoexplorer.documents.seminar.told import because
from nanoexplorer.words import common
from nanoexplorer.words.teaching import seminar as words


def role_page(shown: Shown, page: Page) -> Page:
    """What the sources say for and against from one side, and whose side it is."""
    pack, step = shown.pack, shown.step
    names = [pack.strategy[id_].name for id_ in step.strategies]
    role = next(role for role in roles_of(pack, shown.case) if role.strategies == step.strategies)
    asked = words.ROLE.format(role=role.name, strategies=", ".join(names))
    return _both(pack, sides_of(pack, step.strategies), step, page, asked)


def discussion_page(shown: Shown, page: Page) -> Page:
    """What is decided by, and what speaks against, from all sides."""
    both = deciding(shown.pack, shown_strategies(shown.pack, shown.case))
    return _both(shown.pack, both, shown.step, page, words.QUESTION[Stage.DISCUSS])


def _both(pack: Pack, sides: Sides, step: Step, page: Page, asked: str) -> Page:
    here = in_pages(sides)[step.page - 1]
    return page._replace(
        question=Line(asked, "strong", "accent-text"),
        left=tuple(_side(pack, words.SPEAKS_FOR, here.speaks_for, sides.speaks_for)),
        right=tuple(_side(pack, words.SPEAKS_AGAINST, here.against, sides.against)),
    )


def _side(
    pack: Pack, heading: str, statements: Sequence[Statement], whole: Sequence[Statement]
) -> Iterator[Line]:
    """The statements of a side that are on this page, of the `whole` that it has."""
    yield Line(heading, "caps", "ink-muted")
    if not whole:
        yield Line(words.SIDE_SILENT, "body", "ink-muted")
    for statement in statements:
        yield Line(statement.text)
        yield Line(where_cited(pack, statement), "small", "ink-muted")


def summary_page(shown: Shown, page: Page) -> Page:
    """What the sources name, leave open, and do not say; no recommendation."""
    pack, case = shown.pack, shown.case
    cards = [card(pack, case.profile, id_) for id_ in shown_strategies(pack, case)]
    by = {verdict: [one for one in cards if one.verdict is verdict] for verdict in Verdict}
    left = [Line(words.SOURCES_NAME, "caps", "ink-muted")]
    left += [Line(one.strategy.name) for one in by[Verdict.MATCHES]] or [_none()]
    if by[Verdict.AGAINST]:
        left += [Line(words.SOURCES_AGAINST, "caps", "ink-muted")]
        left += [Line(one.strategy.name) for one in by[Verdict.AGAINST]]
    left += [Line(words.SOURCES_OPEN, "caps", "ink-muted")]
    for one in by[Verdict.OPEN]:
        left += [Line(one.strategy.name), Line(plain(because(pack, one)), "small", "ink-muted")]
    left += [] if by[Verdict.OPEN] else [_none()]
    right = [Line(words.SOURCES_SILENT, "caps", "ink-muted"), Line(words.NO_ORDER)]
    unconditioned = [one.strategy.name for one in by[Verdict.ANY_PROFILE]]
    unstaged = [
        one.strategy.name for one in cards if not any(given.status.stated for given in one.statuses)
    ]
    for said, names in ((words.NO_CONDITION, unconditioned), (words.NO_STAGE, unstaged)):
        if names:
            right += [Line(said.format(strategies=common.listed(names)))]
    return page._replace(left=tuple(left), right=tuple(right), foot=words.SUMMARY_FOOT)


def _none() -> Line:
    return Line(words.NOTHING_OF_IT, "body", "ink-muted")
