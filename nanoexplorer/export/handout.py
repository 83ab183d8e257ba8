"""A handout: what is named for a profile with reasons, statements and references, on A4."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

from nanoexplorer import strings
from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import card, inspect
from nanoexplorer.core.screen import Inspected, Screen
from nanoexplorer.core.strategies import Column, Group, columns_of
from nanoexplorer.documents import evidence
from nanoexplorer.documents.blocks import Weight, filled
from nanoexplorer.documents.card import card_words
from nanoexplorer.documents.evidence import in_order
from nanoexplorer.documents.strategies import gap_line, headline
from nanoexplorer.documents.strategy import reasons
from nanoexplorer.export.job import Job
from nanoexplorer.export.paper import MARGIN, Paper
from nanoexplorer.export.sheet import exhibit_of
from nanoexplorer.export.stamp import Stamp, keys_line, stamp_of
from nanoexplorer.export.stamped_pages import print_pages
from nanoexplorer.figures import fonts
from nanoexplorer.figures.prose import Prose, Run
from nanoexplorer.palette import Theme, load_theme
from nanoexplorer.places import resources
from nanoexplorer.render.screen_text import write_sections
from nanoexplorer.strings import export as words
from nanoexplorer.strings import window as window_words
from nanoexplorer.writing import WholeFiles

DPI: Final = 600
LIGHT: Final = "light.toml"
_FULL = (Verdict.MATCHES, Verdict.AGAINST, Verdict.OPEN)


def write_handout(job: Job, path: Path) -> tuple[Path, ...]:
    """Write A4 pages on white, whatever the theme; returns what was written.

    Raises ExportError, Cancelled and OSError; an old file is untouched then.
    """
    from nanoexplorer.export.picture import texts
    from nanoexplorer.export.vector import described

    exhibit_of(job)  # refuses a view that has nothing to show
    paper = handout(job.pack, job.screen, _for_paper(job.theme))
    stamp = stamp_of(job)._replace(keys=keys_line(job.pack, _shown(job.pack, job.screen)))
    pages = _pdf(paper, stamp, job)
    with WholeFiles() as files:
        files.add(path, described(pages, texts(job)))
    return (path,)


def _for_paper(theme: Theme) -> Theme:
    """A light theme: nobody prints a dark page."""
    if not theme.dark:
        return theme
    file = resources() / "themes" / LIGHT
    return load_theme(file.read_bytes(), file.name)


def _pdf(paper: Paper, stamp: Stamp, job: Job) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(
        QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
    )
    print_pages(writer, paper, stamp, job.tell)
    return bytes(buffer.data().data())


def handout(pack: Pack, screen: Screen, theme: Theme) -> Paper:
    """Everything that a handout says, to be cut into pages."""
    assert screen.profile
    paper = Paper(theme)
    prose = paper.prose
    _head(prose, pack, screen)
    for column in columns_of(pack, screen):
        _column(prose, pack, column)
    if screen.inspector and screen.selection not in _in_full(pack, screen):
        prose.heading(words.HANDOUT_SELECTED, above=3)
        _strategy(prose, pack, screen.inspector)
    write_sections(prose, (evidence.references(pack, _shown(pack, screen)),), links=False)
    return paper


def _in_full(pack: Pack, screen: Screen) -> list[str]:
    """The strategies that stand there in full, but for a selected one that is in no such group."""
    return [
        strategy
        for column in columns_of(pack, screen)
        for group in column.groups
        if group.verdict in _FULL
        for strategy in group.strategies
    ]


def _head(prose: Prose, pack: Pack, screen: Screen) -> None:
    assert screen.profile
    title = headline(pack, screen.profile)
    prose.line([Run(title, size=fonts.TITLE, weight=fonts.BOLD)])
    prose.line([Run(strings.disclaimer(), "caution")], above=0.5)
    prose.line([Run(strings.profile_line(pack.fields, screen.profile.profile))], above=0.5)
    for case in pack.cases:
        if case.id == screen.profile.case:
            prose.line(
                [
                    Run(
                        strings.labelled(window_words.OBJECTIVE, case.objective),
                        "ink-muted",
                        fonts.SMALL,
                    )
                ],
                above=0.5,
            )
    for note in screen.profile.notes:
        prose.line([Run(note.text, "caution")], above=0.5)


def _column(prose: Prose, pack: Pack, column: Column) -> None:
    prose.heading(strings.KIND_PLURAL[column.kind], above=3)
    for gap in column.gaps:
        prose.line([Run(gap_line(pack, column, gap), "caution")])
    for group in column.groups:
        _group(prose, pack, column, group)


def _group(prose: Prose, pack: Pack, column: Column, group: Group) -> None:
    heading = strings.group_heading(group.verdict, len(group.strategies))
    if group.verdict is Verdict.NO_MATCH:
        prose.line(
            [Run(words.LISTED_NOT.format(heading=heading), "ink-muted", fonts.SMALL)], above=1.5
        )
        return
    role = "caution" if group.verdict is Verdict.OPEN else "ink"
    prose.line([Run(heading, role, weight=fonts.SEMIBOLD)], above=1.5, below=0.5, level=3)
    for strategy in group.strategies:
        if group.verdict in _FULL:
            _strategy(prose, pack, inspect(pack, column.profile, strategy))
        else:
            _in_a_line(prose, pack, inspect(pack, column.profile, strategy))


def _in_a_line(prose: Prose, pack: Pack, shown: Inspected) -> None:
    said = card_words(pack, shown.card)
    about = [chip.said for chip in said.chips]
    about += [piece.text for piece in said.pieces if piece.weight is not Weight.BODY]
    prose.line(
        [Run(said.title), Run(f"  {strings.AND_ALSO.join(about)}", "ink-muted", fonts.SMALL)],
        indent=1,
    )


def _strategy(prose: Prose, pack: Pack, shown: Inspected) -> None:
    """Write a strategy with its reasons, its statements and what we add to them."""
    chips = strings.AND_ALSO.join(chip.said for chip in card_words(pack, shown.card).chips)
    name = Run(shown.card.strategy.name, size=fonts.LEAD, weight=fonts.BOLD)
    prose.line([name, Run(f"  {chips}", "ink-muted", fonts.SMALL)], above=2, below=1, level=3)
    said = (
        *reasons(pack, shown),
        evidence.statements(pack, shown.statements),
        evidence.approvals(pack, shown.approvals),
        evidence.notes(pack, shown.notes),
        evidence.checks(pack, shown.checks),
    )
    write_sections(prose, filled(*said), links=False)


def _shown(pack: Pack, screen: Screen) -> tuple[str, ...]:
    """Every reference that the pages point at, in the pack's order."""
    return in_order(pack, _cited(pack, screen))


def _cited(pack: Pack, screen: Screen) -> Iterator[str]:
    assert screen.profile
    for strategy in _in_full(pack, screen):
        yield from inspect(pack, screen.profile.profile, strategy).references
    yield from screen.inspector.references if screen.inspector else ()
    for column in columns_of(pack, screen):
        for group in column.groups:
            if group.verdict is Verdict.ANY_PROFILE:
                for strategy in group.strategies:
                    yield from card(pack, column.profile, strategy, group.verdict).references
    for note in screen.profile.notes:
        yield from note.references
