"""What is shown as pages of paper, each stamped with disclaimer, sources, profile and case code."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QPagedPaintDevice

from nanoexplorer import strings
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import card
from nanoexplorer.core.screen import Intent, Screen
from nanoexplorer.core.strategies import Column, columns_of
from nanoexplorer.documents.card import card_words
from nanoexplorer.documents.strategies import gap_line
from nanoexplorer.documents.strategy import sections
from nanoexplorer.export.job import Job
from nanoexplorer.export.paper import Paper
from nanoexplorer.export.stamp import stamp_of
from nanoexplorer.export.stamped_pages import print_pages
from nanoexplorer.figures import fonts
from nanoexplorer.figures.prose import Prose, Run
from nanoexplorer.palette import Theme
from nanoexplorer.render.screen_text import write_sections
from nanoexplorer.strings import desktop as desktop_words


def print_screen_on(device: QPagedPaintDevice, pack: Pack, screen: Screen, theme: Theme) -> None:
    """Print on a device that is ready to be painted on; begins and ends the painting itself."""
    assert screen.profile
    intent = Intent(screen.profile.profile, selection=screen.selection, search=screen.search)
    stamp = stamp_of(Job(pack, intent, theme, "card" if screen.selection else "strategies"))
    print_pages(device, document_of(pack, screen, theme), stamp)


def document_of(pack: Pack, screen: Screen, theme: Theme) -> Paper:
    """Everything that is printed, to be cut into pages."""
    paper = Paper(theme)
    prose = paper.prose
    prose.line([Run(desktop_words.PRINT_TITLE, size=fonts.TITLE, weight=fonts.BOLD)])
    prose.line([Run(strings.disclaimer(), "caution")], above=0.5)
    if screen.profile:
        prose.line([Run(strings.profile_line(pack.fields, screen.profile.profile))], above=0.5)
        for note in screen.profile.notes:
            prose.line([Run(note.text, "caution")])
    for column in columns_of(pack, screen):
        _column(prose, pack, column)
    if screen.inspector:
        name = screen.inspector.card.strategy.name
        prose.line([Run(name, size=fonts.LEAD, weight=fonts.BOLD)], above=3, below=1, level=2)
        write_sections(prose, sections(pack, screen.inspector), links=False)
    return paper


def _column(prose: Prose, pack: Pack, column: Column) -> None:
    prose.heading(strings.KIND_PLURAL[column.kind])
    for gap in column.gaps:
        prose.line([Run(gap_line(pack, column, gap), "caution")])
    for group in column.groups:
        words = strings.group_heading(group.verdict, len(group.strategies))
        prose.line([Run(words, weight=fonts.SEMIBOLD)], above=1, level=3)
        for strategy in group.strategies:
            said = card_words(pack, card(pack, column.profile, strategy, group.verdict))
            prose.line([Run(said.title), *_small(said.chips, said.pieces)], indent=1)


def _small(chips: tuple[object, ...], pieces: tuple[object, ...]) -> Iterator[Run]:
    words = [getattr(chip, "label", "") for chip in chips]
    words += [getattr(piece, "text", "") for piece in pieces]
    yield Run(" — " + " · ".join(words), "ink-muted", fonts.SMALL)
