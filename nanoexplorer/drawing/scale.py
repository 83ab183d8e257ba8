"""Sizes at a zoom, in whole pixels."""

from __future__ import annotations


def scaled(px: int, zoom: int) -> int:
    """`px` at a zoom in percent, at least 1."""
    return max(1, round(px * zoom / 100))


def hair(zoom: int) -> int:
    """The thickness in px of a line: one, and two from 150 % on."""
    return max(1, (zoom + 50) // 100)
