"""What leaves as a picture, drawing or page: title, body, and the provenance with its QR code.

Everything is in logical px on a sheet that is at least 1280 wide; whoever draws it scales it.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from typing import Final, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPen

from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import READS
from nanoexplorer.render.job import ExportError, Job, Progress, unheard
from nanoexplorer.render.pictures.painting import (
    BODY,
    draw_page,
    draw_tallied,
    draw_value,
    draw_words,
)
from nanoexplorer.render.pictures.qr import draw_qr, modules_across
from nanoexplorer.render.provenance import Provenance, provenance_of
from nanoexplorer.render.rows.flow import Page, flow
from nanoexplorer.render.rows.frame import (
    BESIDE_CODE,
    EDGE,
    Faces,
    Frame,
    around,
    faces,
    framed,
    paged,
)
from nanoexplorer.render.rows.rendering import Columns, Picture, Rendering
from nanoexplorer.words import export as words

WIDTH, HEIGHT = 1280.0, 720.0
"""Of a sheet that is not told its size; it grows with what is on it."""
LISTED: Final = faces(35, 30, 26, 19, body=18, small=13, value=15, exact=True)
DRAWN: Final = faces(26, 22, 19, body=18, small=13, value=15, exact=True)
"""A drawing speaks for itself under a smaller title."""
MODULE: Final = 3.0
"""Px of a module of the QR code: it is still found once a picture of 1920 px has shrunk to 720."""
LEAST_BODY: Final = 260.0
WHOLE: Final = 100
"""Percent at which the words of a figure are as large as the foot's."""
STEP: Final = 1.08
_TALL: Final = 1e6


class Sheet(NamedTuple):
    """One page: `page` is what of the columns stands on it, None for a picture.

    `number`: which of several it is; `warning`: what is to be said of this size.
    """

    frame: Frame
    rendering: Rendering
    provenance: Provenance
    theme: Theme
    page: Page | None
    number: str
    warning: str

    @property
    def size(self) -> QSizeF:
        """Of the sheet, in its own px."""
        return self.frame.size

    def draw(
        self, painter: QPainter, progress: Progress = unheard, seen: QRectF | None = None
    ) -> None:
        """Draw the whole sheet from the painter's origin, its ground included.

        `progress` hears of every row of the columns, and may raise Cancelled. `seen`: the part of
        the sheet that will be looked at, if not all of it.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(QPointF(0, 0), self.size), QColor(self.theme["paper"]))
        self._above(painter)
        self._body(painter, progress, seen)
        self._below(painter)

    def _above(self, painter: QPainter) -> None:
        frame, theme, type_ = self.frame, self.theme, faces_of(self.rendering)
        said = around(self.rendering, self.provenance, self.number)
        draw_words(painter, frame.title, said.title, theme, frame.title_sizes)
        for value in frame.values:
            draw_value(painter, value, theme, type_)
        draw_words(painter, frame.subtitle, said.subtitle, theme, type_.body)

    def _below(self, painter: QPainter) -> None:
        frame, theme, foot = self.frame, self.theme, faces_of(self.rendering).foot
        said = around(self.rendering, self.provenance, self.number, self.warning)
        draw_words(painter, frame.inside, said.inside, theme, foot)
        if frame.tallied:
            self._rule(painter, frame.tally.top())
            draw_tallied(painter, frame, theme, faces_of(self.rendering))
        draw_words(painter, frame.remarks, said.remarks, theme, foot)
        self._rule(painter, frame.foot.top() - 8)
        draw_words(painter, frame.foot, said.foot, theme, foot)
        draw_words(painter, frame.case, said.case, theme, foot)
        draw_qr(painter, frame.code, self.provenance.scanned)

    def _rule(self, painter: QPainter, top: float) -> None:
        painter.setPen(QPen(QColor(self.theme["line-strong"]), 1.0))
        painter.drawLine(QLineF(EDGE, top, self.frame.code.left() - BESIDE_CODE, top))

    def _body(self, painter: QPainter, progress: Progress, seen: QRectF | None) -> None:
        body = self.rendering.body
        painter.save()
        try:
            if isinstance(body, Picture):
                body.draw(painter, self.frame.body)
            else:
                draw_page(painter, self.page or [], self.theme, progress, seen)
        finally:
            painter.restore()


def faces_of(rendering: Rendering) -> Faces:
    """The type of a sheet."""
    return DRAWN if isinstance(rendering.body, Picture) else LISTED


def sheets(job: Job) -> tuple[Sheet, ...]:
    """The sheets that a job takes: one of the view's own size, or as many of the size given.

    Raises ExportError where the view has nothing to show.
    """
    rendering, provenance = rendering_of(job), provenance_of(job)
    body = rendering.body
    if isinstance(body, Picture):
        frame = frame_of(job, rendering, provenance)
        warning = _warning(job, body, frame)
        if warning:
            frame = frame_of(job, rendering, provenance, warning)
        return (Sheet(frame, rendering, provenance, job.theme, None, "", warning),)
    if job.size is None:
        return (_unbroken(job, rendering, body, provenance),)
    frame, pages = paged(body, lambda page: frame_of(job, rendering, provenance, page=page), BODY)
    return tuple(
        Sheet(frame, rendering, provenance, job.theme, page, number, "") for number, page in pages
    )


def rendering_of(job: Job) -> Rendering:
    """The rendering; raises ExportError for a view that has nothing to show."""
    try:
        return job.rendering
    except KeyError:
        raise  # our fault, not the view's
    except LookupError as error:
        raise ExportError(str(error)) from error


def _warning(job: Job, picture: Picture, frame: Frame) -> str:
    """For words that are small, or are so once an enlarged sheet has the size asked for."""
    shrunk = min(1.0, WIDTH / frame.size.width()) if job.size else 1.0
    small = picture.zoom is not None and picture.zoom(frame.body.size()) * shrunk < READS
    return words.PROVENANCE_SMALL if small else ""


def frame_of(
    job: Job, rendering: Rendering, provenance: Provenance, warning: str = "", page: str = ""
) -> Frame:
    """Of the size given, enlarged together with its aspect until the body has room, and the words
    of a figure are no smaller than what stands at the foot.
    """
    said, body = around(rendering, provenance, page, warning), rendering.body
    side = MODULE * modules_across(provenance.scanned)

    def at(size: QSizeF) -> Frame:
        return framed(size, said, faces_of(rendering), side)

    if job.size is None:
        usual = at(QSizeF(WIDTH, HEIGHT))
        return _natural(body, at) if isinstance(body, Picture) else usual
    wide, tall = job.size
    scale = max(WIDTH / wide, 480 / tall)
    frame = at(QSizeF(wide, tall) * scale)
    while not _has_room(body, frame):
        scale *= STEP
        frame = at(QSizeF(wide, tall) * scale)
    return frame


def _has_room(body: Columns | Picture, frame: Frame) -> bool:
    if frame.body.height() < LEAST_BODY:
        return False
    zoom = body.zoom if isinstance(body, Picture) else None
    return zoom is None or zoom(frame.body.size()) >= WHOLE or frame.size.width() > 3 * WIDTH


def _natural(picture: Picture, at: Callable[[QSizeF], Frame]) -> Frame:
    """As wide and tall as the drawing asks for, at least the usual size."""
    width = max(WIDTH, picture.least.width() + 2 * EDGE)
    return _tall_enough(at(QSizeF(width, HEIGHT)), picture.least.height(), at)


def _unbroken(job: Job, rendering: Rendering, columns: Columns, provenance: Provenance) -> Sheet:
    """Columns on one sheet, however tall: they are set once, and then the sheet is made for it."""
    usual = frame_of(job, rendering, provenance)
    endless = QRectF(usual.body)
    endless.setHeight(_TALL)
    [page] = flow(columns, endless, BODY)
    bottom = max((block.rect.bottom() for block in page), default=endless.top())
    said, code = around(rendering, provenance), usual.code.width()
    frame = _tall_enough(
        usual, bottom - endless.top(), lambda size: framed(size, said, faces_of(rendering), code)
    )
    return Sheet(frame, rendering, provenance, job.theme, page, "", "")


def _tall_enough(usual: Frame, asked: float, at: Callable[[QSizeF], Frame]) -> Frame:
    """With room for a body of so many px."""
    more = max(0.0, asked + 1 - usual.body.height())
    return at(QSizeF(usual.size.width(), ceil(usual.size.height() + more)))
