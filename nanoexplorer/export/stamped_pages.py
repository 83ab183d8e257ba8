"""A text document cut into pages, the stamp with its QR code at the foot of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QLineF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPagedPaintDevice, QPainter

from nanoexplorer.export.paper import TOUCHES, ZOOM, Paper, begin_page
from nanoexplorer.export.qr import draw_qr
from nanoexplorer.export.slide_text import Sizes, height_of, wrapped
from nanoexplorer.export.stamp import Stamp, stamp_spans
from nanoexplorer.export.words_paint import draw_words
from nanoexplorer.figures.prose import JOINED, draw_bars
from nanoexplorer.palette import Theme
from nanoexplorer.strings import desktop as desktop_words
from nanoexplorer.strings import export as words

PX: Final = 96
"""Of an inch, in which everything here is measured."""
FOOT: Final = Sizes(10, 10, exact=True)
QR: Final = 64.0
"""Side of the QR code with its quiet zone, px: about 0.45 mm for a module."""
ABOVE: Final = 12.0
"""Between the text and the line over the foot, and below that line half as much."""
_BESIDE: Final = 14.0
_BAR_ENDS: Final = 5.0
_MOST_KEPT: Final = 0.4
"""Of a page: what is longer is torn."""


def print_pages(
    device: QPagedPaintDevice,
    paper: Paper,
    stamp: Stamp,
    tell: Callable[[int, int], None] = lambda done, of: None,
) -> None:
    """Print on a device that is ready to be painted on; begins and ends the painting itself.

    `tell` is called before each page and may raise Cancelled. Raises OSError where the device
    can't be used.
    """
    painter = QPainter()
    if not painter.begin(device):
        raise OSError(desktop_words.PRINTER_REFUSES)
    try:
        _pages(painter, device, paper, stamp, tell)
    finally:
        painter.end()


def _pages(
    painter: QPainter,
    device: QPagedPaintDevice,
    paper: Paper,
    stamp: Stamp,
    tell: Callable[[int, int], None],
) -> None:
    scale = device.logicalDpiX() / PX
    painter.scale(scale, scale)
    room = QRectF(0, 0, device.width() / scale, device.height() / scale)
    foot = foot_height(stamp, room.width())
    body = QSizeF(room.width(), room.height() - foot)
    paper.document.setPageSize(body)
    _keep_together(paper, body.height())
    pages = paper.document.pageCount()
    for page in range(pages):
        tell(page, pages)
        if page:
            device.newPage()
        _text(painter, paper, QRectF(0, page * body.height(), body.width(), body.height()))
        number = words.SLIDE_OF.format(page=page + 1, of=pages)
        below = QRectF(0, body.height(), room.width(), foot)
        draw_foot(painter, below, stamp, paper.theme, number)


def _keep_together(paper: Paper, height: float) -> None:
    """No page ends with a heading, or with a paragraph that what stands under it has left."""
    layout = paper.document.documentLayout()
    block = paper.document.begin()
    while block.isValid():
        first = block
        while block.blockFormat().headingLevel() and block.next().isValid():
            block = block.next()
        while block.next().blockFormat().property(JOINED):
            block = block.next()
        top = layout.blockBoundingRect(first).top()
        bottom = layout.blockBoundingRect(block).bottom()
        torn = int(top // height) != int((bottom - 1) // height)
        if torn and bottom - top <= height * _MOST_KEPT:
            begin_page(paper, first)
        block = block.next()


def _text(painter: QPainter, paper: Paper, band: QRectF) -> None:
    painter.save()
    painter.translate(0, -band.top())
    painter.setClipRect(band.adjusted(0, 0, 0, -_BAR_ENDS))  # the next page's bars begin there
    draw_bars(painter, paper.document, paper.theme, ZOOM, band)
    painter.setClipRect(band)
    paper.document.drawContents(painter, band.adjusted(0, 0, 0, -TOUCHES))
    painter.restore()


def foot_height(stamp: Stamp, width: float) -> float:
    """Px that the foot takes in a width, with the longest number of a page."""
    said = stamp_spans(stamp, words.SLIDE_OF.format(page=999, of=999))
    return ABOVE * 1.5 + max(QR, height_of(wrapped(said, width - QR - _BESIDE, FOOT)))


def draw_foot(
    painter: QPainter, rect: QRectF, stamp: Stamp, theme: Theme, number: str = ""
) -> None:
    """Draw the stamp into a rectangle as high as `foot_height` says."""
    line = rect.top() + ABOVE
    painter.setPen(QColor(theme["line-strong"]))
    painter.drawLine(QLineF(rect.left(), line, rect.right(), line))
    text = rect.adjusted(0, ABOVE * 1.5, -QR - _BESIDE, 0)
    draw_words(painter, text, stamp_spans(stamp, number), theme, FOOT)
    draw_qr(painter, QRectF(rect.right() - QR, text.top(), QR, QR), stamp.case_code)
