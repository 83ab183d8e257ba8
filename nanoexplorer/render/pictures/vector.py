"""Drawings of what a view shows: SVG, with real lines and real text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator

from nanoexplorer.core.signs import legible
from nanoexplorer.render.job import Job, Progress, share
from nanoexplorer.render.pictures.picture import texts
from nanoexplorer.render.pictures.sheet import Sheet
from nanoexplorer.render.pictures.svg_dress import dressed, outlined
from nanoexplorer.render.rows.rendering import Picture
from nanoexplorer.words import common


def make_svg(job: Job, sheet: Sheet, progress: Progress) -> bytes:
    """A drawing with which its font travels, and in which DOIs are links. Raises Cancelled."""
    dois = {job.pack.reference[key].doi for key in job.rendering.keys} - {""}
    made = _svg(job, sheet, share(progress, 0, 2))
    return dressed(made, texts(job), share(progress, 1, 2), dois)


def make_outlines(job: Job, sheet: Sheet, progress: Progress) -> bytes:
    """The same drawing with its letters as outlines, for programs that set text anew."""
    return outlined(_svg(job, sheet, progress), texts(job))


def _svg(job: Job, sheet: Sheet, progress: Progress) -> bytes:
    size = QSizeF(*job.size) if job.size else sheet.size

    def draw(painter: QPainter) -> None:
        scale = size.width() / sheet.size.width()
        painter.scale(scale, scale)
        sheet.draw(painter, progress)

    return _drawing(size, draw, job.rendering.title, _spoken(job))


def _spoken(job: Job) -> str:
    """What a screen reader is told of a drawing; a list is text in it."""
    body = job.rendering.body
    shown = [body.spoken] if isinstance(body, Picture) else []
    return " ".join([common.disclaimer(), *shown])


def drawn(draw: Callable[[QPainter, QRectF], None], size: QSizeF) -> str:
    """A drawing alone, without provenance around it, for a page that has its own."""

    def inside(painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter, QRectF(QPointF(0, 0), size))

    return legible(_drawing(size, inside).decode("utf-8"))


def _drawing(
    size: QSizeF, draw: Callable[[QPainter], None], title: str = "", spoken: str = ""
) -> bytes:
    """What is drawn in that size in px, with what it says of itself if it is a file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    made.setOutputDevice(buffer)
    made.setResolution(96)
    made.setSize(size.toSize())
    made.setViewBox(QRectF(QPointF(0, 0), size))
    if title:
        made.setTitle(title)
        made.setDescription(spoken)
    painter = QPainter(made)
    try:
        draw(painter)
    finally:
        painter.end()
    return bytes(buffer.data().data())
