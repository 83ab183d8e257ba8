"""Sizes of pictures in px: what may be asked for, and how it is written."""

from __future__ import annotations

import re
from typing import Final

from nanoexplorer.words import common
from nanoexplorer.words import export as words

LEAST, MOST = 240, 16_384
"""Of a side, in px."""
MOST_AREA: Final = 100_000_000
LEAST_SCALE, MOST_SCALE = 0.5, 8.0
LEAST_DPI, MOST_DPI = 36, 1200
_WRITTEN: Final = re.compile(r"\s*([0-9]{1,6})\s*[xX×]\s*([0-9]{1,6})\s*")


def size_of(text: str) -> tuple[int, int] | None:
    """Width and height in px of a text such as "3840x2160"; None where it is none, or too large."""
    written = _WRITTEN.fullmatch(text)
    if not written:
        return None
    width, height = int(written[1]), int(written[2])
    fits = min(width, height) >= LEAST and max(width, height) <= MOST
    return (width, height) if fits and width * height <= MOST_AREA else None


def complaint(found: str) -> str:
    """What is wrong with a text that is no size, and what is allowed."""
    area = words.AREA.format(number=MOST_AREA // 1_000_000)
    shown = common.one_line(found)[:40]
    return words.BAD_SIZE.format(found=shown, least=LEAST, most=MOST, area=area)
