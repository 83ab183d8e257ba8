"""What leaves as a picture, drawing or page: title, body, and the provenance with its QR code.

Everything is in logical px on a sheet that is at least 1280 wide; whoever draws it scales it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil
from typing import Final, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPen

from nanoexplorer.drawing.fitting import READS
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.render.job import ExportError, Job, Progress, unheard
from nanoexplorer.render.pictures.columns import BODY, draw_page
from nanoexplorer.render.pictures.qr import draw_qr, modules_across
from nanoexplorer.render.pictures.words import draw_words
from nanoexplorer.render.provenance import Provenance, provenance_of, provenance_spans
from nanoexplorer.render.rows.rendering import Columns, Picture, Rendering, Span
from nanoexplorer.render.slides.flow import Page, flow
from nanoexplorer.render.slides.text import Sizes, height_of, wrapped
from nanoexplorer.words import export as words

WIDTH, HEIGHT = 1280.0, 720.0
"""Of a sheet that is not told its size; it grows with what is on it."""
EDGE, TOP, END = 56.0, 36.0, 24.0
GAP: Final = 16.0
TITLES: Final = tuple(Sizes(size, size, exact=True) for size in (34, 26, 19))
"""The first that a title fits with in two lines, or else the last."""
SUBTITLE: Final = Sizes(17, 14, exact=True)
FOOT: Final = Sizes(14, 13, exact=True)
INSIDE: Final = Sizes(11, 11, exact=True)
MODULE: Final = 3.0
"""Px of a module of the QR code, whole so that a picture of 1280 px has it sharp."""
LEAST_BODY: Final = 260.0
_TALL: Final = 1e6


class Frame(NamedTuple):
    """Where everything stands on every sheet of one export."""

    size: QSizeF
    title_sizes: Sizes
    title: QRectF
    subtitle: QRectF
    body: QRectF
    inside: QRectF
    remarks: QRectF
    foot: QRectF
    code: QRectF


class Sheet(NamedTuple):
    """One page: `page` is what of the columns stands on it, None for a picture."""

    frame: Frame
    rendering: Rendering
    provenance: Provenance
    theme: Theme
    page: Page | None
    number: str
    warning: str

    @property
    def size(self) -> QSizeF:
        """Its size in px."""
        return self.frame.size

    def draw(
        self, painter: QPainter, progress: Progress = unheard, seen: QRectF | None = None
    ) -> None:
        """Draw the whole sheet from the painter's origin, its ground included.

        `progress` hears of every row, and may raise Cancelled. `seen`: the part of the sheet
        that will be looked at, if not all of it.
        """
        frame, theme = self.frame, self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(QPointF(0, 0), self.size), QColor(theme["paper"]))
        draw_words(painter, frame.title, _title(self.rendering), theme, frame.title_sizes)
        draw_words(painter, frame.subtitle, _subtitle(self.rendering), theme, SUBTITLE)
        self._body(painter, progress, seen)
        draw_words(painter, self._inside(), _inside(self.provenance), theme, INSIDE)
        draw_words(painter, frame.remarks, _remarks(self.provenance, self.warning), theme, FOOT)
        painter.setPen(QPen(QColor(theme["line-strong"]), 1.0))
        line = frame.foot.top() - 9
        painter.drawLine(QLineF(EDGE, line, self.size.width() - EDGE, line))
        draw_words(painter, frame.foot, provenance_spans(self.provenance, self.number), theme, FOOT)
        draw_qr(painter, frame.code, self.provenance.scanned)

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

    def _inside(self) -> QRectF:
        """Right below the body, so that no crop to the figure leaves it out."""
        inside = QRectF(self.frame.inside)
        if self.page:
            inside.moveTop(max(block.rect.bottom() for block in self.page) + 6)
        return inside


def sheets(job: Job) -> tuple[Sheet, ...]:
    """The sheets that a job takes: one of the view's own size, or as many of the size given.

    Raises ExportError where the view has nothing to show.
    """
    rendering, provenance = rendering_of(job), provenance_of(job)
    if job.size is None and isinstance(rendering.body, Columns):
        return (_unbroken(job, rendering, rendering.body, provenance),)
    frame = frame_of(job, rendering, provenance)
    if isinstance(rendering.body, Picture):
        warning = _warning(job, rendering.body, frame)
        if warning:
            frame = frame_of(job, rendering, provenance, warning)
        return (Sheet(frame, rendering, provenance, job.theme, None, "", warning),)
    pages = flow(rendering.body, frame.body, BODY)
    return tuple(
        Sheet(frame, rendering, provenance, job.theme, page, _number(place, len(pages)), "")
        for place, page in enumerate(pages)
    )


def rendering_of(job: Job) -> Rendering:
    """The rendering; raises ExportError for a view that has nothing to show."""
    try:
        return job.rendering
    except KeyError:
        raise  # our fault, not the view's
    except LookupError as error:
        raise ExportError(str(error)) from error


def _number(place: int, of: int) -> str:
    return words.PROVENANCE_PAGE.format(page=place + 1, of=of) if of > 1 else ""


def _warning(job: Job, picture: Picture, frame: Frame) -> str:
    """For words that are small, or are so once an enlarged sheet has the size asked for."""
    shrunk = min(1.0, WIDTH / frame.size.width()) if job.size else 1.0
    small = picture.zoom is not None and picture.zoom(frame.body.size()) * shrunk < READS
    return words.PROVENANCE_SMALL if small else ""


def _title(rendering: Rendering) -> list[Span]:
    return [Span(rendering.title, bold=True)]


def _subtitle(rendering: Rendering) -> list[Span]:
    return [Span(rendering.subtitle, "ink-muted")]


def _inside(provenance: Provenance) -> list[Span]:
    return [Span(provenance.inside, "ink-muted")]


def _remarks(provenance: Provenance, warning: str) -> list[Span]:
    said = [(remark, "caution") for remark in provenance.remarks]
    said += [(warning, "ink-muted")] if warning else []
    ends = ["\n"] * (len(said) - 1) + [""]
    return [
        Span(f"{text}{end}", role, small=True)
        for (text, role), end in zip(said, ends, strict=False)
    ]


def frame_of(job: Job, rendering: Rendering, provenance: Provenance, warning: str = "") -> Frame:
    """Of the size given, enlarged together with its aspect until the body has room."""

    def at(size: QSizeF) -> Frame:
        return _measured(size, rendering, provenance, warning)

    if job.size is None:
        assert isinstance(rendering.body, Picture)
        return _natural(rendering.body, at)
    wide, tall = job.size
    scale = max(WIDTH / wide, 480 / tall)
    frame = at(QSizeF(wide, tall) * scale)
    while frame.body.height() < LEAST_BODY:
        scale *= 1.1
        frame = at(QSizeF(wide, tall) * scale)
    return frame


def _natural(picture: Picture, at: Callable[[QSizeF], Frame]) -> Frame:
    """As wide and tall as the drawing asks for, at least the usual size."""
    width = max(WIDTH, picture.least.width() + 2 * EDGE)
    return _tall_enough(at(QSizeF(width, HEIGHT)), picture.least.height(), at)


def _unbroken(job: Job, rendering: Rendering, columns: Columns, provenance: Provenance) -> Sheet:
    """Columns on one sheet, however tall: they are set once, and then the sheet is made for it."""

    def at(size: QSizeF) -> Frame:
        return _measured(size, rendering, provenance, "")

    usual = at(QSizeF(WIDTH, HEIGHT))
    endless = QRectF(usual.body)
    endless.setHeight(_TALL)
    [page] = flow(columns, endless, BODY)
    bottom = max((block.rect.bottom() for block in page), default=endless.top())
    frame = _tall_enough(usual, bottom - endless.top(), at)
    return Sheet(frame, rendering, provenance, job.theme, page, "", "")


def _tall_enough(usual: Frame, asked: float, at: Callable[[QSizeF], Frame]) -> Frame:
    """With room for a body of so many px."""
    more = max(0.0, asked + 1 - usual.body.height())
    return at(QSizeF(usual.size.width(), ceil(usual.size.height() + more)))


def _measured(size: QSizeF, rendering: Rendering, provenance: Provenance, warning: str) -> Frame:
    """From the top down to the body, and from the bottom up to it."""
    room = size.width() - 2 * EDGE
    side = MODULE * modules_across(provenance.scanned)
    longest = words.PROVENANCE_PAGE.format(page=99, of=99)
    titles = TITLES[1:] if isinstance(rendering.body, Picture) else TITLES
    fits = (s for s in titles if len(wrapped(_title(rendering), room, s)) <= 2)
    title_sizes = next(fits, TITLES[-1])
    title = QRectF(EDGE, TOP, room, _high(_title(rendering), room, title_sizes))
    subtitle = QRectF(EDGE, title.bottom() + 2, room, _high(_subtitle(rendering), room, SUBTITLE))
    beside = room - side - 28
    high = _high(provenance_spans(provenance, longest), beside, FOOT)
    foot = QRectF(EDGE, size.height() - END - max(high, side), beside, high)
    code = QRectF(EDGE + room - side, foot.top(), side, side)
    remarks = _high(_remarks(provenance, warning), room, FOOT)
    above = foot.top() - 18 - remarks - (8 if remarks else 0)
    said = _high(_inside(provenance), room, INSIDE)
    inside = QRectF(EDGE, above - said, room, said)
    top = subtitle.bottom() + GAP
    body = QRectF(EDGE, top, room, inside.top() - 6 - top)
    where = QRectF(EDGE, inside.bottom() + 8, room, remarks)
    return Frame(size, title_sizes, title, subtitle, body, inside, where, foot, code)


def _high(spans: Sequence[Span], room: float, sizes: Sizes) -> float:
    return height_of(wrapped(spans, room, sizes)) if spans else 0.0
