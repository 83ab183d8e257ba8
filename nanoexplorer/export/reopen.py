"""Finds the state of a view in a file that the app once wrote: PNG, SVG, PDF or PPTX.

Only what is asked for is read: no picture is decoded, no page drawn, nothing followed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape
from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImageReader

from nanoexplorer.export.state import MOST_SIGNS, StateError

PNG_KEY: Final = "nanoexplorer"
PDF_KEY: Final = "/NanoexplorerState"
SVG_TAG: Final = "nanoexplorer-state"
PPTX_PART: Final = "docProps/custom.xml"
PPTX_PROPERTY: Final = "nanoexplorer"
MOST_BYTES: Final = 200_000_000
"""Of a file that is looked into."""
_IN_SVG: Final = re.compile(rf"<{SVG_TAG}>([^<]*)</{SVG_TAG}>")
_IN_PPTX: Final = re.compile(
    rf'<[^<>]*\bproperty\b[^<>]*\bname="{PPTX_PROPERTY}"[^<>]*>\s*<[^<>]*lpwstr[^<>]*>([^<]*)<'
)


def read_state(path: Path) -> str:
    """The state as it was written, not looked at yet.

    Raises StateError where there is none (`none`) or the file is damaged, and OSError.
    """
    if path.stat().st_size > MOST_BYTES:
        raise StateError("none")
    read = _READERS.get(path.suffix.lower())
    state = read(path) if read else ""
    if not state:
        raise StateError("none")
    return state


def _png(path: Path) -> str:
    buffer = QBuffer()
    buffer.setData(QByteArray(path.read_bytes()))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, b"png")
    if not reader.canRead():
        raise StateError("damaged")
    return reader.text(PNG_KEY)


def _svg(path: Path) -> str:
    found = _IN_SVG.search(path.read_bytes().decode("utf-8", "replace"))
    return unescape(found[1]) if found else ""


def _pdf(path: Path) -> str:
    from pypdf import PdfReader

    with path.open("rb") as file:
        try:
            about: Mapping[str, object] = PdfReader(file).metadata or {}
            return str(about.get(PDF_KEY) or "")
        except OSError:
            raise
        except Exception as error:  # of all kinds, for whatever is wrong in a damaged file
            raise StateError("damaged") from error


def _pptx(path: Path) -> str:
    try:
        with ZipFile(path) as package:
            if PPTX_PART not in package.namelist():
                return ""
            with package.open(PPTX_PART) as part:
                text = part.read(4 * MOST_SIGNS).decode("utf-8", "replace")
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise StateError("damaged") from error
    found = _IN_PPTX.search(text)
    return unescape(found[1]) if found else ""


_READERS: Final[Mapping[str, Callable[[Path], str]]] = {
    ".png": _png,
    ".svg": _svg,
    ".pdf": _pdf,
    ".pptx": _pptx,
}
