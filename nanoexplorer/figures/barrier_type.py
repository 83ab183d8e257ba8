"""The type that the picture of the barrier is set in, and how it wraps."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF

from nanoexplorer.figures import fonts

_BREAKS: Final = re.compile(r"[^\s-]*-+|[^\s-]+\s*|\s+")


@lru_cache(maxsize=64)
def small(zoom: int, heavy: bool = False) -> QFont:
    return fonts.font(fonts.SMALL, fonts.SEMIBOLD if heavy else fonts.REGULAR, zoom=zoom)


@lru_cache(maxsize=16)
def lead(zoom: int) -> QFont:
    return fonts.font(fonts.BODY, fonts.SEMIBOLD, zoom=zoom)


def wrap(text: str, font: QFont, room: float) -> Iterator[str]:
    """Text in lines no wider than `room`, broken after spaces and hyphens, or else anywhere."""
    metrics, line = QFontMetricsF(font), ""
    parts = (cut for part in _BREAKS.findall(text) for cut in _cut(part, metrics, room))
    for part in parts:
        longer = line + part
        if line and metrics.horizontalAdvance(longer.rstrip()) > room:
            yield line.rstrip()
            longer = part
        line = longer
    yield line.rstrip()


def _cut(part: str, metrics: QFontMetricsF, room: float) -> Iterator[str]:
    """A word in parts that are no wider than a line."""
    while len(part) > 1 and metrics.horizontalAdvance(part.rstrip()) > room:
        ends = range(1, len(part))
        count = max(1, bisect_right(ends, room, key=lambda n: metrics.horizontalAdvance(part[:n])))
        yield part[:count]
        part = part[count:]
    yield part
