"""A text document as pages of a PDF: numbered, each with its foot, what belongs together on one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from nanoexplorer import strings
from nanoexplorer.export.job import Tell
from nanoexplorer.export.qr import draw_qr
from nanoexplorer.figures import fonts
from nanoexplorer.figures.prose import Prose, draw_bars
from nanoexplorer.palette import Theme
from nanoexplorer.strings import desktop as words

ZOOM: Final = 80
"""Percent at which paper is set."""
MARGIN: Final = 15.0
"""Of a page, mm."""
PX: Final = 96
"""Of an inch, in which everything here is measured."""
_FOOT: Final = 10
TOUCHES: Final = 0.5
"""Px by which a page's end is kept off: a line that begins there would be in the file twice."""
_GAP: Final = 10.0
_NUMBER: Final = 60
QR: Final = 62.0
"""Side of a QR code with its quiet zone, px: about 0.5 mm for a module."""


class Piece(NamedTuple):
    """A stretch of the document, from one place to another.

    Of its paragraphs the first `keep`, or all, stay on one page if they can. Beside its first ones
    stands a QR code of `code`, if there is any. `begins_page`: it does.
    """

    start: int
    end: int
    code: str = ""
    keep: int = 0
    begins_page: bool = False


class Paper:
    """A document to be written with `prose`, and what of it belongs together."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.document = QTextDocument()
        self.document.setDefaultFont(fonts.font(zoom=ZOOM))
        self.document.setDocumentMargin(0)
        self.prose = Prose(self.document, theme, ZOOM)
        self.pieces: list[Piece] = []


def pdf_of(paper: Paper, title: str, foot: Sequence[str], tell: Tell) -> bytes:
    """The pages as a PDF. `foot` are the lines below each: the first one stands out.

    `tell` is called before each page, and may raise Cancelled.
    """
    file = QBuffer()
    file.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(file)
    writer.setResolution(600)
    writer.setTitle(title)
    writer.setCreator(strings.APP)
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(
        QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
    )
    painter = QPainter()
    if not painter.begin(writer):
        raise OSError(words.PRINTER_REFUSES)
    try:
        _draw_pages(painter, writer, paper, foot, tell)
    finally:
        painter.end()
    return bytes(file.data().data())


def _draw_pages(
    painter: QPainter, writer: QPdfWriter, paper: Paper, foot: Sequence[str], tell: Tell
) -> None:
    scale = writer.logicalDpiX() / PX
    painter.scale(scale, scale)
    room = QRectF(0, 0, writer.width() / scale, writer.height() / scale)
    lines = _foot_lines(foot, room.width())
    body = QSizeF(room.width(), room.height() - _foot_height(lines))
    _break_pages(paper, body)
    pages = paper.document.pageCount()
    for page in range(pages):
        tell(page, pages)
        if page:
            writer.newPage()
        painter.save()
        painter.translate(0, -page * body.height())
        band = QRectF(0, page * body.height(), body.width(), body.height())
        painter.setClipRect(band)
        draw_bars(painter, paper.document, paper.theme, ZOOM, band)
        paper.document.drawContents(painter, band.adjusted(0, 0, 0, -TOUCHES))
        _draw_codes(painter, paper, band)
        painter.restore()
        below = QRectF(0, body.height(), room.width(), room.height() - body.height())
        _draw_foot(painter, paper.theme, lines, below, f"{page + 1} / {pages}")


def _break_pages(paper: Paper, body: QSizeF) -> None:
    """Set the document on pages of that size; a piece that would be torn begins a new one."""
    for piece in paper.pieces:
        if piece.code:
            _make_room(paper, piece)
    paper.document.setPageSize(body)
    for piece in paper.pieces:
        first, last = _box(paper, piece.start), _box(paper, _kept_to(paper, piece))
        torn = int(first.top() // body.height()) != int((last.bottom() - 1) // body.height())
        fits = last.bottom() - first.top() <= body.height()
        if piece.begins_page or (torn and fits):
            begin_page(paper, _block(paper, piece.start))
    _keep_headings(paper, body.height())


def begin_page(paper: Paper, block: QTextBlock) -> None:
    """Let a paragraph be the first of its page."""
    cursor = QTextCursor(block)
    style = cursor.blockFormat()
    style.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    style.setTopMargin(0)
    cursor.setBlockFormat(style)
    start = block.position()
    rest = paper.document.characterCount() - start
    paper.document.markContentsDirty(start, rest)  # or text that follows is lost


def _keep_headings(paper: Paper, height: float) -> None:
    """No page ends with a heading: it goes where what stands below it is."""
    layout = paper.document.documentLayout()
    block = paper.document.begin()
    while block.next().isValid():
        below = block.next()
        if block.blockFormat().headingLevel():
            line = below.layout().lineAt(0).rect().height() if below.layout().lineCount() else 0
            ends = layout.blockBoundingRect(below).top() + below.blockFormat().topMargin() + line
            here = layout.blockBoundingRect(block).top() // height
            if int(here) != int((ends - 1) // height):
                begin_page(paper, block)
        block = below


def _kept_to(paper: Paper, piece: Piece) -> int:
    """The end of what stays together."""
    block = _block(paper, piece.start)
    for _ in range(piece.keep - 1):
        block = block.next()
    return min(piece.end, block.position()) if piece.keep else piece.end


def _block(paper: Paper, place: int) -> QTextBlock:
    return paper.document.findBlock(place)


def _box(paper: Paper, place: int) -> QRectF:
    return paper.document.documentLayout().blockBoundingRect(_block(paper, place))


def _head_of(paper: Paper, piece: Piece) -> Iterator[QTextBlock]:
    """The paragraphs beside the QR code: the first four."""
    block = _block(paper, piece.start)
    for _ in range(4):
        yield block
        block = block.next()


def _make_room(paper: Paper, piece: Piece) -> None:
    for block in _head_of(paper, piece):
        cursor = QTextCursor(block)
        style = cursor.blockFormat()
        style.setRightMargin(QR + _GAP)
        cursor.setBlockFormat(style)


def _draw_codes(painter: QPainter, paper: Paper, band: QRectF) -> None:
    for piece in paper.pieces:
        box = _box(paper, piece.start)
        if piece.code and band.top() <= box.top() < band.bottom():
            top = box.top() + _block(paper, piece.start).blockFormat().topMargin()
            draw_qr(painter, QRectF(band.right() - QR, top, QR, QR), piece.code)


def _font(first: bool) -> QFont:
    return fonts.font(_FOOT, fonts.SEMIBOLD if first else fonts.REGULAR)


def _foot_lines(foot: Sequence[str], width: float) -> list[tuple[str, float]]:
    """Each text of the foot with the height that it takes; the last leaves room for a number."""
    found = []
    for place, text in enumerate(foot):
        room = QRectF(0, 0, width - (_NUMBER if place == len(foot) - 1 else 0), 1000)
        flags = Qt.TextFlag.TextWordWrap.value
        height = QFontMetricsF(_font(place == 0)).boundingRect(room, flags, text).height()
        found.append((text, height))
    return found


def _foot_height(lines: Sequence[tuple[str, float]]) -> float:
    return _GAP + 4 + sum(height for _, height in lines)


def _draw_foot(
    painter: QPainter, theme: Theme, lines: Sequence[tuple[str, float]], room: QRectF, page: str
) -> None:
    top = room.top() + _GAP
    painter.setPen(QColor(theme["line-strong"]))
    painter.drawLine(QPointF(room.left(), top), QPointF(room.right(), top))
    top += 4
    for place, (text, height) in enumerate(lines):
        last = place == len(lines) - 1
        painter.setPen(QColor(theme["ink-muted" if place else "caution"]))
        painter.setFont(_font(place == 0))
        box = QRectF(room.left(), top, room.width() - (_NUMBER if last else 0), height + 1)
        painter.drawText(box, Qt.TextFlag.TextWordWrap.value, text)
        if last:
            number = QRectF(room.right() - _NUMBER, top, _NUMBER, height + 1)
            painter.drawText(number, Qt.AlignmentFlag.AlignRight.value, page)
        top += height
