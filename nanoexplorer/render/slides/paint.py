"""One view on slides: title, body and provenance on each, nothing beyond its edge.

To be imported when slides are made.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Final

import segno
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.fitting import READS
from nanoexplorer.render.job import Job, Progress
from nanoexplorer.render.provenance import provenance_of, provenance_spans
from nanoexplorer.render.rows.rendering import Picture, Row, Span
from nanoexplorer.render.slides.canvas import Canvas
from nanoexplorer.render.slides.cells import SIZES
from nanoexplorer.render.slides.deck import HEIGHT, WIDTH, Deck
from nanoexplorer.render.slides.flow import (
    HEADING,
    Page,
    PlacedBlock,
    PlacedRow,
    flow,
    heading_spans,
)
from nanoexplorer.render.slides.notes import notes_under
from nanoexplorer.render.slides.text import Sizes, height_of, wrapped
from nanoexplorer.words import commands as command_words
from nanoexplorer.words import export as words

EDGE: Final = 56
TOP: Final = 34
ROOM: Final = WIDTH - 2 * EDGE
TITLE: Final = (Sizes(32, 32), Sizes(24, 24), Sizes(18, 18))
"""The sizes of a title: the first that it fits with in two lines, or else the last."""
SUBTITLE: Final = Sizes(17, 14)
HEADING_SIZES: Final = Sizes(HEADING, HEADING)
FOOT: Final = Sizes(12, 12)
QR_SIDE: Final = 84
FOOT_END: Final = HEIGHT - 22
INSIDE: Final = 16
"""Px of the line within a figure that stays when the rest is cropped off."""
_QR_SCALE: Final = 6
_COMPRESSION: Final = 40
"""Of 100: more makes it hardly smaller, and slower."""
_PICTURE_SCALE: Final = 2.5


class SlidePainter:
    """Puts one job's rendering on as many slides as it takes."""

    def __init__(self, deck: Deck, job: Job) -> None:
        self.deck, self.job, self.theme = deck, job, job.theme
        self.rendering = job.rendering
        self.provenance = provenance_of(job)
        self.code = _qr(self.provenance.scanned)
        fits = (s for s in TITLE if len(wrapped(self._title(), ROOM, s)) <= 2)
        self.title_sizes = next(fits, TITLE[-1])
        self.warning = ""
        self.warning = self._warning()

    def paint(self, progress: Progress) -> None:
        """Add the slides; `progress` is called before each and may raise Cancelled."""
        progress(0, 1)
        body, area = self.rendering.body, self._area()
        if isinstance(body, Picture):
            canvas = self._begin(())
            canvas.picture(area, self._drawn(body, area), body.spoken)
            self._foot(canvas, "")
            return
        pages = flow(body, area)
        for place, page in enumerate(pages):
            progress(place, len(pages))
            numbers = words.SLIDE_OF.format(page=place + 1, of=len(pages))
            rows = [row.row for block in page for row in block.rows]
            canvas = self._begin(rows)
            self._page(canvas, page)
            self._foot(canvas, numbers if len(pages) > 1 else "")

    def _title(self) -> list[Span]:
        return [Span(self.rendering.title, bold=True)]

    def _subtitle(self) -> list[Span]:
        remarks = (Span(f"\n{remark}", "caution", small=True) for remark in self.rendering.remarks)
        warning = [Span(f"\n{self.warning}", "ink-muted", small=True)] if self.warning else []
        return [Span(self.rendering.subtitle, "ink-muted"), *remarks, *warning]

    def _warning(self) -> str:
        """That a figure's words are small in the room that it has here."""
        body = self.rendering.body
        if not isinstance(body, Picture) or body.zoom is None:
            return ""
        room = self._area().adjusted(0, 0, 0, -INSIDE - 4).size()
        return words.PROVENANCE_SMALL if body.zoom(room) < READS else ""

    def _provenance(self, numbers: str) -> list[Span]:
        return provenance_spans(self.provenance, numbers)

    def _heights(self) -> tuple[float, float, float]:
        """Px of title, subtitle and foot."""
        title = height_of(wrapped(self._title(), ROOM, self.title_sizes))
        subtitle = height_of(wrapped(self._subtitle(), ROOM, SUBTITLE))
        longest = words.SLIDE_OF.format(page=999, of=999)
        foot = height_of(wrapped(self._provenance(longest), ROOM - QR_SIDE - 16, FOOT))
        return title, subtitle, max(foot, QR_SIDE)

    def _area(self) -> QRectF:
        """What is left for the body."""
        title, subtitle, foot = self._heights()
        top = TOP + title + subtitle + 16
        return QRectF(EDGE, top, ROOM, FOOT_END - foot - 16 - top)

    def _begin(self, rows: Iterable[Row]) -> Canvas:
        """A slide with all that stands above its body, and its notes.

        Things are added in the order in which a screen reader tells them: the foot comes last.
        """
        slide = self.deck.add()
        canvas = Canvas(slide, self.theme)
        title, subtitle, _ = self._heights()
        canvas.title(QRectF(EDGE, TOP, ROOM, title), self._title(), self.title_sizes)
        below = QRectF(EDGE, TOP + title + 2, ROOM, subtitle)
        canvas.words(below, self._subtitle(), SUBTITLE, words.SHAPE_PROFILE)
        canvas.notes(notes_under(self.job, rows))
        return canvas

    def _foot(self, canvas: Canvas, numbers: str) -> None:
        *_, height = self._heights()
        top = FOOT_END - height
        canvas.rule(QRectF(EDGE, top - 8, ROOM, 1), "line-strong")
        text = QRectF(EDGE, top, ROOM - QR_SIDE - 16, height)
        canvas.words(text, self._provenance(numbers), FOOT, words.SHAPE_PROVENANCE)
        spoken = command_words.LINE_CODE.format(code=self.provenance.case_code)
        canvas.picture(QRectF(EDGE + ROOM - QR_SIDE, top, QR_SIDE, QR_SIDE), self.code, spoken)

    def _page(self, canvas: Canvas, page: Page) -> None:
        for block in page:
            if block.heading:
                canvas.words(block.heading_rect, heading_spans(block.heading), HEADING_SIZES)
            if block.block.head:
                self._table(canvas, block)
            else:
                for row in block.rows:
                    self._row(canvas, row)

    def _row(self, canvas: Canvas, row: PlacedRow) -> None:
        """Words in boxes, chips as shapes, and a line above them."""
        above = QRectF(row.rect.left(), row.rect.top(), row.rect.width(), 1)
        canvas.rule(above, "line-strong" if row.row.lead else "line")
        for cell in row.cells:
            if any(span.text for span in cell.cell.spans):
                canvas.words(cell.rect, cell.cell.spans, SIZES)
            for rect, chip in cell.chips:
                canvas.chip(rect, chip)

    def _table(self, canvas: Canvas, block: PlacedBlock) -> None:
        whole = block.rows[0].rect.united(block.rows[-1].rect)
        widths = [whole.width() * share for share in block.block.widths]
        rows = [(row.rect.height(), row.row.cells) for row in block.rows]
        name = block.heading or self.rendering.title
        canvas.table(whole, widths, rows, SIZES, name, headed=block.rows[0].head)

    def _drawn(self, picture: Picture, area: QRectF) -> bytes:
        """A picture of the figure, as fine as a large screen shows it."""
        scale = _PICTURE_SCALE
        image = QImage(
            round(area.width() * scale), round(area.height() * scale), QImage.Format.Format_RGB32
        )
        image.fill(QColor(self.theme["paper"]))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        picture.draw(painter, QRectF(0, 0, area.width(), area.height() - INSIDE - 4))
        painter.setFont(fonts.font(11))
        painter.setPen(QColor(self.theme["ink-muted"]))
        line = QRectF(0, area.height() - INSIDE, area.width(), INSIDE)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter.value, self.provenance.inside)
        painter.end()
        return _png(image)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setCompression(_COMPRESSION)
    writer.write(image)
    return bytes(buffer.data().data())


def _qr(code: str) -> bytes:
    written = BytesIO()
    made = segno.make(code, error="m", micro=False)
    made.save(written, kind="png", scale=_QR_SCALE, border=4)
    return written.getvalue()
