"""How far a round is: a mark for each answer, right or missed."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from nanoexplorer.drawing.marks import draw_glyph
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.words import common
from nanoexplorer.words.teaching import practice as words

SIDE, GAP = 22, 4
"""Px of a mark at 100 %, and between two."""


class RoundProgress(NamedTuple):
    """Where a round is, which of its answers are right, and how many."""

    said: str
    rights: tuple[bool, ...] = ()
    score: str = ""


class AnswerMarks(QWidget):
    """The answers in their order; of many the last, as there is room."""

    LOOKS: Final = {
        True: ("right", "right-soft", "right-line", "tick"),
        False: ("caution", "caution-soft", "caution-line", "cross"),
    }

    def __init__(self, rights: tuple[bool, ...], theme: Theme, zoom: int) -> None:
        super().__init__()
        self.setObjectName("practice.marks")
        self._rights, self._theme = rights, theme
        self._side, self._gap = scaled(SIDE, zoom), scaled(GAP, zoom)
        said = {True: words.ANSWERED_RIGHT, False: words.ANSWERED_WRONG}
        marks = (said[right].format(number=n) for n, right in enumerate(rights, 1))
        self.setAccessibleName(common.listed([*marks]))

    @override
    def sizeHint(self) -> QSize:
        return QSize(len(self._rights) * (self._side + self._gap), self._side)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = self._side + self._gap
        fitting = max(0, self.width() // step)
        shown = self._rights[-fitting:] if fitting else ()
        for place, right in enumerate(shown):
            ink, ground, line, mark = self.LOOKS[right]
            top = (self.height() - self._side) / 2
            box = QRectF(place * step, top, self._side, self._side).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(QPen(QColor(self._theme[line]), 1.0))
            painter.setBrush(QColor(self._theme[ground]))
            painter.drawRoundedRect(box, 3, 3)
            trim = self._side * 0.24
            draw_glyph(painter, mark, box.adjusted(trim, trim, -trim, -trim), self._theme[ink])
        painter.end()
