"""Sizes at a zoom in percent, and the zoom at which a figure fits into a rectangle."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

LEAST, READS, MOST = 20, 70, 200
"""In percent; at `READS` small words are 9 px high, the least that reads well on a page."""
_STEP: Final = 5


def scaled(px: int, zoom: int) -> int:
    """`px` at a zoom, in whole px, at least 1."""
    return max(1, round(px * zoom / 100))


def hair(zoom: int) -> int:
    """The thickness in px of a line: one, and two from 150 % on."""
    return max(1, (zoom + 50) // 100)


def fitting_zoom(fits: Callable[[int], bool], most: int = MOST) -> int:
    """The largest zoom in percent at which it fits; the least where it fits at none.

    What fits at one zoom is taken to fit at every smaller one.
    """
    low, high = LEAST // _STEP, most // _STEP
    while low < high:
        middle = (low + high + 1) // 2
        if fits(middle * _STEP):
            low = middle
        else:
            high = middle - 1
    return low * _STEP
