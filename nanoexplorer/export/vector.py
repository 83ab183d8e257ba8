"""Drawings of what a view shows: SVG and PDF, with real lines and real text."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QTransform
from PySide6.QtSvg import QSvgGenerator

from nanoexplorer import strings
from nanoexplorer.export.job import PARTS, ExportError, Job, Tell, share
from nanoexplorer.export.picture import texts
from nanoexplorer.export.reopen import PDF_KEY, PNG_KEY
from nanoexplorer.export.sheet import Sheet, sheets
from nanoexplorer.export.svg_dress import dressed
from nanoexplorer.export.whole_files import places
from nanoexplorer.strings import desktop as desktop_words
from nanoexplorer.strings import export as words
from nanoexplorer.writing import WholeFiles

POINTS: Final = 0.75
"""Of a px."""
PDF_DPI: Final = 96 * 12
"""Fine enough that nothing seems to stand on a grid."""
MOST_POINTS: Final = 14_400.0
"""The longest side that readers of PDF take."""


def write_svg(job: Job, path: Path) -> tuple[Path, ...]:
    """Write a drawing, or several beside each other where one does not hold all: all or none.

    Its font travels with it. Raises ExportError, Cancelled and OSError; old files are untouched
    then.
    """
    made = sheets(job)
    paths = places(job, path, len(made))
    with WholeFiles() as files:
        for place, (sheet, to) in enumerate(zip(made, paths, strict=True)):
            drawing = _svg(job, sheet, share(job.tell, 2 * place, 2 * len(made)))
            font = share(job.tell, 2 * place + 1, 2 * len(made))
            files.add(to, dressed(drawing, texts(job), font))
        job.tell(2 * PARTS * len(made), 2 * PARTS * len(made))
    return paths


def _svg(job: Job, sheet: Sheet, tell: Tell) -> bytes:
    size = _size(job, sheet)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    made.setOutputDevice(buffer)
    made.setResolution(96)
    made.setSize(size.toSize())
    made.setViewBox(QRectF(0, 0, size.width(), size.height()))
    made.setTitle(job.exhibit.title)
    made.setDescription(strings.disclaimer())
    _paint(QPainter(made), sheet, size.width() / sheet.size.width(), tell)
    return bytes(buffer.data().data())


def write_pdf(job: Job, path: Path) -> tuple[Path, ...]:
    """Write pages as large as the sheets, with the fonts in them.

    Raises ExportError, Cancelled and OSError; an old file is untouched then.
    """
    made = sheets(job)
    size = _size(job, made[0]) * POINTS
    shrink = min(1.0, MOST_POINTS / max(size.width(), size.height()))
    drawn = _pages(job, made, size * shrink)
    with WholeFiles() as files:
        files.add(path, described(drawn, texts(job)))
        job.tell(PARTS * len(made), PARTS * len(made))
    return (path,)


def _size(job: Job, sheet: Sheet) -> QSizeF:
    """Of the drawing, in px."""
    return QSizeF(*job.size) if job.size else sheet.size


def _pages(job: Job, made: tuple[Sheet, ...], size: QSizeF) -> bytes:
    """Pages of a size in points."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(PDF_DPI)
    page = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter()
    if not painter.begin(writer):
        raise ExportError(desktop_words.PRINTER_REFUSES)
    try:
        for place, sheet in enumerate(made):
            if place:
                writer.newPage()
            scale = writer.width() / sheet.size.width()
            painter.setTransform(QTransform.fromScale(scale, scale))
            sheet.draw(painter, share(job.tell, place, len(made)))
    finally:
        painter.end()
    return bytes(buffer.data().data())


def _paint(painter: QPainter, sheet: Sheet, scale: float, tell: Tell) -> None:
    painter.scale(scale, scale)
    try:
        sheet.draw(painter, tell)
    finally:
        painter.end()


def described(pdf: bytes, said: dict[str, str]) -> bytes:
    """The same pages, with what they show and how it is reopened in the file's properties."""
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=BytesIO(pdf))
    writer.add_metadata(
        {
            "/Title": said["Title"],
            "/Subject": said["Description"],
            "/Keywords": words.KEYWORDS.format(code=said["CaseCode"], sources=said["Source"]),
            "/Creator": said["Software"],
            PDF_KEY: said[PNG_KEY],
        }
    )
    written = BytesIO()
    writer.write(written)
    return written.getvalue()
