"""Pictures of what a view shows: PNG, and a picture to paste."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from nanoexplorer import __version__
from nanoexplorer.formats.view import state_json
from nanoexplorer.render.job import ExportError, Job, Progress, share
from nanoexplorer.render.pictures.png import Png
from nanoexplorer.render.pictures.sheet import Sheet, sheets
from nanoexplorer.render.reopening.reopen import PNG_KEY
from nanoexplorer.words import common
from nanoexplorer.words import export as words
from nanoexplorer.words.packs.whose import pack_said

BAND: Final = 3840 * 2160
"""Px that are painted at a time; what is larger is painted and written in bands."""
MOST_SIDE: Final = 32_000
"""Px beyond which the toolkit does not draw."""
INCH: Final = 0.0254
_ASTRAY: Final = 4.0
"""Px that a line or a sign may reach beyond the row that it belongs to."""


def image_of(job: Job) -> QImage:
    """A picture to paste: the first sheet, which is the only one where a job has no size.

    Raises ExportError and Cancelled.
    """
    sheet = sheets(job)[0]
    return _painted(job, sheet, QRect(QPoint(0, 0), _size(job, sheet)), job.progress)


def make_png(job: Job, sheet: Sheet, progress: Progress) -> bytes:
    """The file's content, with what it shows in its text chunks; a band is painted, then written.

    Raises ExportError and Cancelled.
    """
    size = _size(job, sheet)
    bands = _bands(size)
    made = Png(size.width(), size.height(), _per_metre(job), texts(job))
    for place, band in enumerate(bands):
        image = _painted(job, sheet, band, share(progress, 2 * place, 2 * len(bands)))
        made.add(image, share(progress, 2 * place + 1, 2 * len(bands)))
    return made.content()


def _bands(size: QSize) -> list[QRect]:
    """A picture from the top down, in parts across its width."""
    tall = max(1, BAND // size.width())
    return [
        QRect(0, top, size.width(), min(tall, size.height() - top))
        for top in range(0, size.height(), tall)
    ]


def _size(job: Job, sheet: Sheet) -> QSize:
    """Of the picture in px. Raises ExportError where it is too large."""
    scale = _scale(job, sheet)
    size = QSize(*job.size) if job.size else (sheet.size * scale).toSize()
    if max(size.width(), size.height()) > MOST_SIDE:
        raise _too_large(size)
    return size


def _too_large(size: QSize) -> ExportError:
    return ExportError(words.TOO_LARGE.format(width=size.width(), height=size.height()))


def _painted(job: Job, sheet: Sheet, part: QRect, progress: Progress) -> QImage:
    """A part of the sheet in the size asked for, in px of the picture; opaque."""
    scale = _scale(job, sheet)
    image = QImage(part.size(), QImage.Format.Format_RGB32)
    if image.isNull():
        raise _too_large(part.size())
    image.fill(QColor(job.theme["paper"]))
    image.setDotsPerMeterX(_per_metre(job))
    image.setDotsPerMeterY(_per_metre(job))
    top, tall = part.top() / scale, part.height() / scale
    seen = QRectF(0, top - _ASTRAY, sheet.size.width(), tall + 2 * _ASTRAY)
    painter = QPainter(image)
    try:
        painter.translate(0, -part.top())
        painter.scale(scale, scale)
        sheet.draw(painter, progress, seen)
    finally:
        painter.end()
    return image


def _per_metre(job: Job) -> int:
    return round(job.dpi / INCH)


def _scale(job: Job, sheet: Sheet) -> float:
    """As asked for; of a view's own size, no larger than can be drawn."""
    if job.size:
        return job.size[0] / sheet.size.width()
    return min(job.scale, MOST_SIDE / max(sheet.size.width(), sheet.size.height()))


def texts(job: Job) -> dict[str, str]:
    """What a picture says of itself, by the names that PNG has for it."""
    return {
        PNG_KEY: state_json(job.pack, job.intent, job.view),
        "Title": job.rendering.title,
        "Description": common.disclaimer(),
        "Software": f"{common.APP} {__version__}",
        "CaseCode": job.screen.profile.case_code,
        "Source": "; ".join(source.label for source in job.pack.sources),
        "Comment": pack_said(job.pack),
    }
