"""What is shown as pages of paper, each stamped with disclaimer, sources, profile and case code."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPagedPaintDevice, QPainter, QTextDocument

from nanoexplorer import strings
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import card
from nanoexplorer.core.screen import Column, Screen
from nanoexplorer.figures import fonts
from nanoexplorer.figures.card import card_words
from nanoexplorer.figures.prose import Prose, Run, draw_bars
from nanoexplorer.figures.strategy_text import write_strategy
from nanoexplorer.palette import Theme

POINTS_TO_PX = 96 / 72
ZOOM = 80
"""Percent at which paper is set."""
STAMP = 40
"""Height of the stamp at the foot of a page, px of 1/96 inch."""


def print_screen_on(device: QPagedPaintDevice, pack: Pack, screen: Screen, theme: Theme) -> None:
    """Print on a device that is ready to be painted on; begins and ends the painting itself."""
    document = _document(pack, screen, theme)
    painter = QPainter()
    if not painter.begin(device):
        raise OSError(strings.PRINTER_REFUSES)
    scale = device.logicalDpiX() / 96
    painter.scale(scale, scale)
    room = QRectF(0, 0, device.width() / scale, device.height() / scale)
    body = QSizeF(room.width(), room.height() - STAMP)
    document.setPageSize(body)
    for page in range(document.pageCount()):
        if page:
            device.newPage()
        painter.save()
        painter.translate(0, -page * body.height())
        band = QRectF(0, page * body.height(), body.width(), body.height())
        painter.setClipRect(band)  # a bar goes on where its paragraph does
        draw_bars(painter, document, theme, ZOOM, band)
        document.drawContents(painter, band)
        painter.restore()
        _stamp(painter, room, pack, screen, theme, f"{page + 1} / {document.pageCount()}")
    painter.end()


def _document(pack: Pack, screen: Screen, theme: Theme) -> QTextDocument:
    document = QTextDocument()
    document.setDefaultFont(fonts.font())
    prose = Prose(document, theme, ZOOM)
    prose.line([Run(strings.PRINT_TITLE, size=fonts.TITLE, weight=fonts.BOLD)])
    prose.line([Run(strings.DISCLAIMER, "caution")], above=0.5)
    if screen.profile:
        prose.line([Run(strings.profile_line(pack.fields, screen.profile.profile))], above=0.5)
        for note in screen.profile.notes:
            prose.line([Run(note.text, "caution")])
    for column in (screen.treatments, screen.carriers):
        if column:
            _column(prose, pack, column)
    if screen.inspector:
        name = screen.inspector.card.strategy.name
        prose.line([Run(name, size=fonts.LEAD, weight=fonts.BOLD)], above=3, below=1)
        write_strategy(prose, pack, screen.inspector, links=False)
    return document


def _column(prose: Prose, pack: Pack, column: Column) -> None:
    prose.heading(strings.KIND_PLURAL[column.kind])
    for gap in column.gaps:
        field = pack.field[gap.field]
        prose.line([Run(strings.gap_line(field, gap.value, column.kind), "caution")])
    for group in column.groups:
        words = strings.group_heading(group.verdict, len(group.strategies))
        prose.line([Run(words, weight=fonts.SEMIBOLD)], above=1)
        for strategy in group.strategies:
            said = card_words(pack, card(pack, column.profile, strategy, group.verdict))
            prose.line([Run(said.title), *_small(said.chips, said.pieces)], indent=1)


def _small(chips: tuple[object, ...], pieces: tuple[object, ...]) -> Iterator[Run]:
    words = [getattr(chip, "label", "") for chip in chips]
    words += [getattr(piece, "text", "") for piece in pieces]
    yield Run(" — " + " · ".join(words), "ink-muted", fonts.SMALL)


def _stamp(
    painter: QPainter, room: QRectF, pack: Pack, screen: Screen, theme: Theme, page: str
) -> None:
    foot = QRectF(0, room.height() - STAMP + 6, room.width(), STAMP - 6)
    painter.setPen(QColor(theme["line-strong"]))
    painter.drawLine(foot.topLeft(), foot.topRight())
    painter.setPen(QColor(theme["ink-muted"]))
    painter.setFont(fonts.font(10))
    code = screen.profile.case_code if screen.profile else ""
    sources = "; ".join(source.label for source in pack.sources)
    text = strings.STAMP.format(
        disclaimer=strings.DISCLAIMER_LEAD,
        sources=sources,
        pack=f"{pack.id} {pack.version}",
        code=code,
    )
    painter.drawText(foot.adjusted(0, 4, -60, 0), Qt.TextFlag.TextWordWrap.value, text)
    painter.drawText(foot.adjusted(0, 4, 0, 0), Qt.AlignmentFlag.AlignRight.value, page)
