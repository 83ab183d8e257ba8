"""Small pieces that several panels are built from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from nanoexplorer.drawing.tips import plain_tip

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QSplitter

PLAIN_TEXT: Final = 0
"""`Qt.TextFormat.PlainText` as a number: the first use of `Qt` costs 25 ms."""

STRETCH: Final = None
"""Among the parts of a layout: the room that is left."""
Item = QWidget | QLayout | tuple[QWidget | QLayout, int] | None
Margin = int | tuple[int, ...]
"""Px around what a layout holds: on all sides, or left, top, right and bottom."""
_Lines = TypeVar("_Lines", bound=QBoxLayout)

SIDE: Final = 16
"""Px at 100 % on both sides of everything in the inspector."""


def label(text: str, role: str = "", *, wraps: bool = False, name: str = "") -> QLabel:
    """A label that shows its text as text, in one of the style sheet's roles."""
    made = QLabel(text)
    made.setProperty("textFormat", PLAIN_TEXT)
    made.setWordWrap(wraps)
    if role:
        made.setProperty("role", role)
    if name:
        made.setObjectName(name)
    if wraps:  # a wrapping label asks for its height by its width
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


def button(
    text: str,
    name: str,
    *,
    spoken: str = "",
    kind: str = "",
    tip: str = "",
    does: Callable[[], object] | None = None,
) -> QPushButton:
    """A button in one of the style sheet's kinds, with a spoken name where it has no words."""
    made = QPushButton(text)
    made.setObjectName(name)
    if spoken:
        made.setAccessibleName(spoken)
    if kind:
        made.setProperty("kind", kind)
    if tip:
        give_tip(made, tip)
    if does:
        made.clicked.connect(lambda: does())
    return made


def give_tip(widget: QWidget, text: str) -> None:
    """Give a widget a tooltip, and a screen reader the same words without the escapes."""
    widget.setToolTip(plain_tip(text))
    widget.setAccessibleDescription(text)


def frame(role: str, name: str = "") -> QFrame:
    """A frame that the style sheet draws by its role."""
    made = QFrame()
    made.setProperty("role", role)
    made.setObjectName(name)
    return made


def column(parent: QWidget | None = None, *, margin: Margin = 0, gap: int = 8) -> QVBoxLayout:
    """A layout from top to bottom; `margin` and `gap` in px."""
    return _spaced(QVBoxLayout(parent) if parent else QVBoxLayout(), margin, gap)


def row(parent: QWidget | None = None, *, margin: Margin = 0, gap: int = 8) -> QHBoxLayout:
    """A layout from left to right; `margin` and `gap` in px."""
    return _spaced(QHBoxLayout(parent) if parent else QHBoxLayout(), margin, gap)


def _spaced(lines: _Lines, margin: Margin, gap: int) -> _Lines:
    left, top, right, bottom = margin if isinstance(margin, tuple) else (margin,) * 4
    lines.setContentsMargins(left, top, right, bottom)
    lines.setSpacing(gap)
    return lines


def splitter(way: Qt.Orientation, name: str, *parts: tuple[QWidget, int]) -> QSplitter:
    """Parts whose room the reader shares out, each with its stretch; none can be closed."""
    from PySide6.QtWidgets import QSplitter  # not before the first paint

    made = QSplitter(way)
    made.setObjectName(name)
    made.setChildrenCollapsible(False)
    for place, (part, stretch) in enumerate(parts):
        made.addWidget(part)
        made.setStretchFactor(place, stretch)
    return made


def put(lines: _Lines, *parts: Item) -> _Lines:
    """Put parts into a layout one after the other, a pair with its stretch; returns the layout."""
    for part in parts:
        inside, stretch = part if isinstance(part, tuple) else (part, 0)
        if inside is STRETCH:
            lines.addStretch(1)
        elif isinstance(inside, QLayout):
            lines.addLayout(inside, stretch)
        else:
            lines.addWidget(inside, stretch)
    return lines
