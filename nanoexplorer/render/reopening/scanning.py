"""Codes in pictures: of the app's own that have lost what they carried, and of photos of slides.

Qt decodes the picture, within bounds of size and memory, and zxing-cpp finds the codes; both are
imported when a picture without a state is opened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from nanoexplorer.files import Bounded, carry_on
from nanoexplorer.formats.view import StateError
from nanoexplorer.formats.view_code import is_ours

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QImage

PICTURES: Final = (".png", ".jpg", ".jpeg", ".webp", ".bmp")
DECK: Final = ".pptx"
SCANNED: Final = (*PICTURES, DECK)
"""The kinds of files in which a code is looked for."""
MOST_BYTES: Final = 60_000_000
"""Of a picture, as its file has it."""
MOST_PX: Final = 40_000_000
"""A larger picture is decoded smaller where its kind can be, else refused."""
MEGABYTES: Final = 256
"""That a decoded picture may take."""
MOST_PICTURES: Final = 500
"""Of a deck."""
MOST_SIDE: Final = 2400
"""Px: a photo shrinks to it before it is looked at; a code in it is found sooner."""
ENLARGED: Final = 3000
"""Px to which a smaller picture grows: a module of a px and a half is too small to be found."""


def scanned(path: Path, on: Callable[[], None] = carry_on) -> str:
    """The text of the first code of ours; `on` may raise ReadStopped on the way.

    Raises StateError: `none` where there is no code, `other-code` where there are others alone,
    `damaged` for what is no picture; and ReadError.
    """
    others = False
    for content in _pictures(path, on):
        on()
        for text in _codes(content):
            if is_ours(text):
                return text
            others = True
    raise StateError("other-code" if others else "none")


def _pictures(path: Path, on: Callable[[], None]) -> Iterator[bytes]:
    if path.suffix.lower() != DECK:
        with Bounded(path, MOST_BYTES, on) as file:
            yield file.read(MOST_BYTES)
        return
    with Bounded(path, 3 * MOST_BYTES, on) as file:
        try:
            with ZipFile(cast(IO[bytes], file)) as package:
                parts = [part for part in package.infolist() if _is_picture(part)]
                for part in parts[:MOST_PICTURES]:
                    yield package.read(part)
        except (BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
            raise StateError("damaged") from error


def _is_picture(part: ZipInfo) -> bool:
    fits = part.compress_type in (ZIP_STORED, ZIP_DEFLATED) and part.file_size <= MOST_BYTES
    return fits and part.filename.lower().endswith(PICTURES)


def _codes(content: bytes) -> Iterator[str]:
    """The texts of all codes in a picture, found as it is or enlarged: the quickest way first."""
    from zxingcpp import BarcodeFormat, BarcodeFormats, read_barcodes

    image = _decoded(content)
    if image is None:
        return
    seen: set[str] = set()
    kinds = BarcodeFormats([BarcodeFormat.QRCode])
    longest = max(image.width(), image.height())
    for side in (
        longest,
        *(side for side in (2 * longest, ENLARGED) if longest < side <= ENLARGED),
    ):
        for found in read_barcodes(_of_side(image, side), formats=kinds):
            if found.text not in seen:
                seen.add(found.text)
                yield found.text


def _decoded(content: bytes) -> QImage | None:
    """The picture in greys, upright, no larger than is looked at; None where it can't be had."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImage, QImageReader

    held: QByteArray = QByteArray(content)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    QImageReader.setAllocationLimit(MEGABYTES)
    size = reader.size()
    if not size.isValid():
        return None
    if size.width() * size.height() > MOST_PX and not _can_shrink(reader):
        return None
    longest = max(size.width(), size.height())
    if longest > MOST_SIDE:
        reader.setScaledSize(size * (MOST_SIDE / longest))
    image = reader.read()
    return None if image.isNull() else image.convertToFormat(QImage.Format.Format_Grayscale8)


def _can_shrink(reader: object) -> bool:
    """A JPEG is decoded at an eighth of its size where that is wanted; others whole."""
    return bytes(reader.format().data()) in (b"jpeg", b"jpg")  # type: ignore[attr-defined]


def _of_side(image: QImage, side: int) -> QImage:
    from PySide6.QtCore import Qt

    if side == max(image.width(), image.height()):
        return image
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(side, side, keep, smooth)
