"""Codes in pictures: of the app's own that have lost what they carried, and of photos of slides.

Qt decodes the picture, within bounds of size and memory, and zxing-cpp finds the codes; both are
imported when a picture without a state is opened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from nanoexplorer.files import Bounded, carry_on
from nanoexplorer.formats.view import StateError
from nanoexplorer.formats.view_code import is_ours

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QImageReader

PICTURES: Final = (".png", ".jpg", ".jpeg", ".webp", ".bmp")
DECK: Final = ".pptx"
SCANNED: Final = (*PICTURES, DECK)
"""The kinds of files in which a code is looked for."""
MOST_BYTES: Final = 60_000_000
"""Of a picture, as its file has it."""
MOST_PX: Final = 40_000_000
"""A larger picture is decoded smaller where its kind can be, else refused."""
MOST_SHRUNK: Final = 120_000_000
"""Px of a picture that can be decoded smaller; even that takes its time."""
MEGABYTES: Final = 256
"""That a decoded picture may take."""
MOST_PICTURES: Final = 150
"""Of a deck, the smallest files first: the code on a slide of ours is a picture of its own."""
MOST_CLOSELY: Final = 8
"""Of them, in the deck's order, that are looked at as a photo is; more would take seconds."""
SMALL: Final = 640_000
"""Px of a picture that is looked at in passing."""
MOST_SIDE: Final = 2400
"""Px: a photo shrinks to it before it is looked at; a code in it is found sooner."""
ENLARGED: Final = 3000
"""Px to which a smaller picture grows: a module of a px and a half is too small to be found."""


def scanned(path: Path, on: Callable[[], None] = carry_on) -> str:
    """The text of the first code of ours; `on` may raise ReadStopped on the way.

    Raises StateError: `none` where there is no code, `other-code` where there are others alone,
    `too-large` for a picture and `too-many` for those of a deck that are not looked at, `damaged`
    for what is no deck; and ReadError.
    """
    others = False
    found = _of_deck(path, on) if path.suffix.lower() == DECK else _of_picture(path, on)
    for text in found:
        if is_ours(text):
            return text
        others = True
    raise StateError("other-code" if others else "none")


def _of_picture(path: Path, on: Callable[[], None]) -> Iterator[str]:
    with Bounded(path, MOST_BYTES, on) as file:
        content = file.read(MOST_BYTES)
    on()
    if _px(content) > _most(content):
        raise StateError("too-large", most=str(_most(content) // 1_000_000))
    yield from _codes(content)


def _of_deck(path: Path, on: Callable[[], None]) -> Iterator[str]:
    """The codes on the pictures of a deck: small ones in passing, then a few closely."""
    with Bounded(path, 3 * MOST_BYTES, on) as file:
        try:
            with ZipFile(cast(IO[bytes], file)) as package:
                parts = [part for part in package.infolist() if _is_picture(part)]
                for part in sorted(parts, key=lambda one: one.file_size)[:MOST_PICTURES]:
                    on()
                    content = package.read(part)
                    if _px(content) <= SMALL:
                        yield from _codes(content, closely=False)
                for part in parts[:MOST_CLOSELY]:
                    on()
                    yield from _codes(package.read(part))
        except (BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
            raise StateError("damaged") from error
    if len(parts) > MOST_CLOSELY:
        raise StateError("too-many")


def _is_picture(part: ZipInfo) -> bool:
    fits = part.compress_type in (ZIP_STORED, ZIP_DEFLATED) and part.file_size <= MOST_BYTES
    return fits and part.filename.lower().endswith(PICTURES)


def _codes(content: bytes, *, closely: bool = True) -> Iterator[str]:
    """The texts of all codes in a picture, found as it is or, `closely`, enlarged: the quickest way
    first.
    """
    from zxingcpp import BarcodeFormat, BarcodeFormats, read_barcodes

    image = _decoded(content)
    if image is None:
        return
    seen: set[str] = set()
    kinds = BarcodeFormats([BarcodeFormat.QRCode])
    longest = max(image.width(), image.height())
    more = (side for side in (2 * longest, ENLARGED) if closely and longest < side <= ENLARGED)
    for side in (longest, *more):
        for found in read_barcodes(_of_side(image, side), formats=kinds):
            if found.text not in seen:
                seen.add(found.text)
                yield found.text


@contextmanager
def _reading(content: bytes) -> Iterator[QImageReader]:
    """Whatever is asked of a picture without decoding it, or while that is done."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImageReader

    held: QByteArray = QByteArray(content)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(MEGABYTES)
    yield QImageReader(buffer)
    buffer.close()


def _px(content: bytes) -> int:
    """How large a picture says that it is; 0 for what is none."""
    with _reading(content) as reader:
        size = reader.size()
    return size.width() * size.height() if size.isValid() else 0


def _most(content: bytes) -> int:
    """The px that a picture of its kind may have: a JPEG is decoded at an eighth of its size."""
    with _reading(content) as reader:
        shrinks = bytes(reader.format().data()) in (b"jpeg", b"jpg")
    return MOST_SHRUNK if shrinks else MOST_PX


def _decoded(content: bytes) -> QImage | None:
    """The picture in greys, upright, no larger than is looked at; None where it can't be had."""
    from PySide6.QtGui import QImage

    if not 0 < _px(content) <= _most(content):
        return None
    with _reading(content) as reader:
        reader.setAutoTransform(True)
        size = reader.size()
        longest = max(size.width(), size.height())
        if longest > MOST_SIDE:
            reader.setScaledSize(size * (MOST_SIDE / longest))
        image = reader.read()
    return None if image.isNull() else image.convertToFormat(QImage.Format.Format_Grayscale8)


def _of_side(image: QImage, side: int) -> QImage:
    from PySide6.QtCore import Qt

    if side == max(image.width(), image.height()):
        return image
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(side, side, keep, smooth)
