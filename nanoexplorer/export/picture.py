"""Pictures of what a view shows: PNG, and a picture to paste."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from nanoexplorer import __version__, strings
from nanoexplorer.export.job import ExportError, Job
from nanoexplorer.export.reopen import PNG_KEY
from nanoexplorer.export.sheet import Sheet, sheets
from nanoexplorer.export.state import state_json
from nanoexplorer.export.whole_files import WholeFiles, numbered
from nanoexplorer.strings import export as words

COMPRESSION: Final = 20
"""Of 100: what is large is flat colour, which packs well at the least effort."""
MOST_SIDE: Final = 32_000
"""Px beyond which the toolkit does not draw."""
INCH: Final = 0.0254


def write_png(job: Job, path: Path) -> tuple[Path, ...]:
    """Write a picture, or several beside each other where one does not hold all: all or none.

    Raises ExportError, Cancelled and OSError; old files are untouched then.
    """
    made = sheets(job)
    paths = numbered(path, len(made))
    with WholeFiles() as files:
        for place, (sheet, to) in enumerate(zip(made, paths, strict=True)):
            job.tell(place, len(made))
            files.add(to, _png(job, _painted(job, sheet), to))
        job.tell(len(made), len(made))
    return paths


def image_of(job: Job) -> QImage:
    """A picture to paste: the first sheet, which is the only one where a job has no size.

    Raises ExportError.
    """
    return _painted(job, sheets(job)[0])


def _painted(job: Job, sheet: Sheet) -> QImage:
    """The sheet in the size asked for, opaque. Raises ExportError where that is too large."""
    scale = _scale(job, sheet)
    wide, tall = job.size or (
        round(sheet.size.width() * scale),
        round(sheet.size.height() * scale),
    )
    image = QImage()
    if max(wide, tall) <= MOST_SIDE:
        image = QImage(wide, tall, QImage.Format.Format_RGB32)
    if image.isNull():
        raise ExportError(words.TOO_LARGE.format(width=wide, height=tall))
    image.fill(QColor(job.theme["paper"]))
    image.setDotsPerMeterX(round(job.dpi / INCH))
    image.setDotsPerMeterY(round(job.dpi / INCH))
    painter = QPainter(image)
    painter.scale(scale, scale)
    sheet.draw(painter)
    painter.end()
    return image


def _scale(job: Job, sheet: Sheet) -> float:
    """As asked for; of a view's own size, no larger than can be drawn."""
    if job.size:
        return job.size[0] / sheet.size.width()
    return min(job.scale, MOST_SIDE / max(sheet.size.width(), sheet.size.height()))


def _png(job: Job, image: QImage, path: Path) -> bytes:
    """The file's content, with what it shows in its text chunks."""
    for key, said in texts(job).items():
        image.setText(key, said)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"png")
    writer.setCompression(COMPRESSION)
    if not writer.write(image):
        raise ExportError(words.PICTURE_REFUSED.format(path=path))
    return bytes(buffer.data().data())


def texts(job: Job) -> dict[str, str]:
    """What a picture says of itself, by the names that PNG has for it."""
    assert job.screen.profile
    return {
        PNG_KEY: state_json(job.pack, job.intent, job.view),
        "Title": job.exhibit.title,
        "Description": strings.DISCLAIMER,
        "Software": f"{strings.APP} {__version__}",
        "CaseCode": job.screen.profile.case_code,
        "Source": "; ".join(source.label for source in job.pack.sources),
    }
