"""Every glyph, mark and icon as data: outlines in a box of 16 × 16, no Qt.

`M x y` moves, `L x y` draws a line, `C` a cubic curve, `O x y r` adds a circle, `Z` closes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple


class Shape(NamedTuple):
    """An outline and how it is drawn: filled, or as a line `width` units wide, maybe dashed.

    `hollow`: the outline of its hollow form, where its own would pass for another shape.
    """

    outline: str
    width: float = 0.0  # 0: filled
    dashes: tuple[float, ...] = ()  # in units of the width
    hollow: str = ""


_DASHES: Final = (1.5, 1.18)  # eight of them around

GLYPHS: Final[Mapping[str, Shape]] = {
    "disc": Shape("O 8 8 6", hollow="O 8 8 6 O 8 8 1.3"),
    "diamond": Shape("M 8 0.8 L 15.2 8 L 8 15.2 L 0.8 8 Z"),
    "triangle": Shape("M 8 1.6 L 15.2 14 L 0.8 14 Z"),
    "square": Shape("M 2.4 2.4 L 13.6 2.4 L 13.6 13.6 L 2.4 13.6 Z"),
    "ring": Shape("O 8 8 5.6", 2.2),
    "dashed-ring": Shape("O 8 8 5.8", 1.7, _DASHES),
}
"""The six glyphs of a status, by the names that packs use."""

MARKS: Final[Mapping[str, Shape]] = {
    "named": Shape(
        "O 8 8 7.2 M 4.03 8.97 L 5.37 7.63 L 7.04 9.3 L 10.77 4.89 L 12.23 6.11 L 7.16 12.1 Z"
    ),
    "open": Shape(
        "O 8 8 7 M 5.9 6.4 C 5.9 5.1 6.7 4.4 8 4.4 C 9.3 4.4 10.2 5.2 10.2 6.3"
        " C 10.2 7.9 8 7.9 8 9.4 M 8 11.5 L 8 11.6",
        1.5,
    ),
    "elsewhere": Shape("O 8 8 7 M 4.6 8 L 11.2 8 M 8.4 5.2 L 11.2 8 L 8.4 10.8", 1.5),
    "independent": Shape("O 8 8 7 M 5.2 6.5 L 10.8 6.5 M 5.2 9.5 L 10.8 9.5", 1.5),
    "arrow": Shape("M 2.4 8 L 13.2 8 M 8.8 3.6 L 13.2 8 L 8.8 12.4", 2.0),
    "equals": Shape("M 3.2 5.6 L 12.8 5.6 M 3.2 10.4 L 12.8 10.4", 2.0),
    "tick": Shape("M 2.6 8.6 L 6.4 12.4 L 13.4 3.8", 2.2),
    "question": Shape(
        "M 4.6 5.2 C 4.6 3 6 1.9 8 1.9 C 10.1 1.9 11.5 3.1 11.5 5 C 11.5 7.6 8 7.6 8 10.2"
        " M 8 13.6 L 8 13.7",
        2.1,
    ),
    "cross": Shape("M 3.6 3.6 L 12.4 12.4 M 12.4 3.6 L 3.6 12.4", 2.0),
    "barred": Shape("O 8 8 6 M 4.2 4.2 L 11.8 11.8", 2.0),
    "dot": Shape("O 8 8 4.6"),
    "caution": Shape("M 8 2 L 14.8 14 L 1.2 14 Z M 8 6.6 L 8 9.4 M 8 11.7 L 8 11.8", 1.6),
    "not-equal": Shape("M 3.4 6 L 12.6 6 M 3.4 10 L 12.6 10 M 10.2 2.6 L 5.8 13.4", 1.9),
    "page": Shape(
        "M 9.6 1.6 L 3 1.6 L 3 14.4 L 13 14.4 L 13 5 Z M 9.6 1.6 L 9.6 5 L 13 5"
        " M 5.8 8 L 10.2 8 M 5.8 11 L 10.2 11",
        1.3,
    ),
}
"""What stands before a reason or a group: how a criterion or a verdict came out."""

ICONS: Final[Mapping[str, Shape]] = {
    "copy": Shape(
        "M 5.5 5.5 L 14 5.5 L 14 14 L 5.5 14 Z M 10.5 2.6 L 10.5 2 L 2 2 L 2 10.5 L 2.6 10.5",
        1.4,
    ),
    "chevron-down": Shape("M 3.6 6 L 8 10.4 L 12.4 6", 1.8),
    "chevron-up": Shape("M 3.6 10 L 8 5.6 L 12.4 10", 1.8),
    "chevron-right": Shape("M 6 3.6 L 10.4 8 L 6 12.4", 1.8),
    "chevron-left": Shape("M 10 3.6 L 5.6 8 L 10 12.4", 1.8),
    "panel-right": Shape("M 1.6 2.8 L 14.4 2.8 L 14.4 13.2 L 1.6 13.2 Z M 9.8 2.8 L 9.8 13.2", 1.4),
    "plus": Shape("M 8 3 L 8 13 M 3 8 L 13 8", 1.8),
    "minus": Shape("M 3 8 L 13 8", 1.8),
    "search": Shape("O 6.9 6.9 4.6 M 10.4 10.4 L 14 14", 1.7),
    "undo": Shape(
        "M 5.6 2.6 L 2.4 5.8 L 5.6 9 M 2.6 5.8 L 9.6 5.8"
        " C 12.2 5.8 13.6 7.4 13.6 9.6 C 13.6 11.8 12.2 13.4 9.6 13.4 L 6 13.4",
        1.6,
    ),
    "redo": Shape(
        "M 10.4 2.6 L 13.6 5.8 L 10.4 9 M 13.4 5.8 L 6.4 5.8"
        " C 3.8 5.8 2.4 7.4 2.4 9.6 C 2.4 11.8 3.8 13.4 6.4 13.4 L 10 13.4",
        1.6,
    ),
    "menu": Shape("M 2.4 4 L 13.6 4 M 2.4 8 L 13.6 8 M 2.4 12 L 13.6 12", 1.6),
    "screen": Shape(
        "M 1.6 2.6 L 14.4 2.6 L 14.4 10.8 L 1.6 10.8 Z M 8 10.8 L 8 14 M 5 14 L 11 14", 1.5
    ),
    "export": Shape(
        "M 8 10 L 8 2 M 4.8 5 L 8 1.8 L 11.2 5 M 2.4 9.6 L 2.4 13.8 L 13.6 13.8 L 13.6 9.6", 1.6
    ),
    "cards": Shape(
        "M 1.6 2.8 L 14.4 2.8 L 14.4 13.2 L 1.6 13.2 Z M 1.6 6.2 L 14.4 6.2 M 4.2 9.6 L 9 9.6", 1.5
    ),
    "sliders": Shape(
        "M 1.6 3.6 L 14.4 3.6 M 1.6 8 L 14.4 8 M 1.6 12.4 L 14.4 12.4"
        " M 5 2 L 5 5.2 M 10.6 6.4 L 10.6 9.6 M 6.6 10.8 L 6.6 14",
        1.6,
    ),
    "logo": Shape(
        "O 8 8 2.6 O 8 2.67 1.4 O 12.62 5.34 1.4 O 12.62 10.66 1.4"
        " O 8 13.33 1.4 O 3.38 10.66 1.4 O 3.38 5.34 1.4"
    ),
    "close": Shape("M 3.6 3.6 L 12.4 12.4 M 12.4 3.6 L 3.6 12.4", 1.6),
}
"""What stands on a button, beside its words or instead of them (then with an accessible name)."""

SHAPES: Final[Mapping[str, Shape]] = {**ICONS, **MARKS, **GLYPHS}
_THIN: Final = 1.6


def shape_of(glyph: str, *, hollow: bool = False) -> Shape:
    """A shape by its name; its hollow form is a thin line only, and one that is a line already has
    none. An unknown name is a KeyError.
    """
    shape = SHAPES[glyph]
    thinned = hollow and not shape.width
    return Shape(shape.hollow or shape.outline, _THIN) if thinned else shape
