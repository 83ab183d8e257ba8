"""Drawings of what a view shows: SVG, with real lines and real text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSizeF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator

from nanoexplorer.render.job import PARTS, Job, Progress, share
from nanoexplorer.render.legible import legible
from nanoexplorer.render.pictures.picture import texts
from nanoexplorer.render.pictures.sheet import Sheet, sheets
from nanoexplorer.render.pictures.svg_dress import dressed, outlined
from nanoexplorer.render.rows.rendering import Picture
from nanoexplorer.render.several_files import places
from nanoexplorer.words import common
from nanoexplorer.writing import WholeFiles


def write_svg(job: Job, path: Path) -> tuple[Path, ...]:
    """Write a drawing, or several beside each other where one does not hold all: all or none.

    Its font travels with it, and its DOIs are links. Raises ExportError, Cancelled and OSError;
    old files are untouched then.
    """
    dois = {job.pack.reference[key].doi for key in job.rendering.keys} - {""}
    return _written(job, path, lambda made, font: dressed(made, texts(job), font, dois))


def write_outlines(job: Job, path: Path) -> tuple[Path, ...]:
    """Write the same drawings with their letters as outlines, for programs that set text anew.

    Raises as `write_svg`.
    """
    return _written(job, path, lambda made, _: outlined(made, texts(job)))


def _written(
    job: Job, path: Path, finished: Callable[[bytes, Progress], bytes]
) -> tuple[Path, ...]:
    made = sheets(job)
    paths = places(job, path, len(made))
    with WholeFiles() as files:
        for place, (sheet, to) in enumerate(zip(made, paths, strict=True)):
            drawing = _svg(job, sheet, share(job.progress, 2 * place, 2 * len(made)))
            files.add(to, finished(drawing, share(job.progress, 2 * place + 1, 2 * len(made))))
        job.progress(2 * PARTS * len(made), 2 * PARTS * len(made))
    return paths


def _generator(size: QSizeF) -> tuple[QBuffer, QSvgGenerator]:
    """What makes a drawing of that size in px, and where it comes to stand."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    made.setOutputDevice(buffer)
    made.setResolution(96)
    made.setSize(size.toSize())
    made.setViewBox(QRectF(0, 0, size.width(), size.height()))
    return buffer, made


def _svg(job: Job, sheet: Sheet, progress: Progress) -> bytes:
    size = _size(job, sheet)
    buffer, made = _generator(size)
    made.setTitle(job.rendering.title)
    made.setDescription(_spoken(job))
    _paint(QPainter(made), sheet, size.width() / sheet.size.width(), progress)
    return bytes(buffer.data().data())


def _spoken(job: Job) -> str:
    """What a screen reader is told of a drawing; a list is text in it."""
    body = job.rendering.body
    shown = [body.spoken] if isinstance(body, Picture) else []
    return " ".join([common.disclaimer(), *shown])


def _size(job: Job, sheet: Sheet) -> QSizeF:
    """Of the drawing, in px."""
    return QSizeF(*job.size) if job.size else sheet.size


def _paint(painter: QPainter, sheet: Sheet, scale: float, progress: Progress) -> None:
    painter.scale(scale, scale)
    try:
        sheet.draw(painter, progress)
    finally:
        painter.end()


def drawn(draw: Callable[[QPainter, QRectF], None], size: QSizeF) -> str:
    """A drawing alone, without provenance around it, for a page that has its own."""
    buffer, made = _generator(size)
    painter = QPainter(made)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter, QRectF(0, 0, size.width(), size.height()))
    finally:
        painter.end()
    return legible(bytes(buffer.data().data()).decode("utf-8"))
