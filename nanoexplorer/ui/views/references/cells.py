"""Draws the cells of the table: a title in two lines at most, the rest beside its first."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from nanoexplorer.documents.reference_list.columns import COLUMNS, NAMES
from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import hair, scaled
from nanoexplorer.drawing.typesetting import elided, lines
from nanoexplorer.overriding import override
from nanoexplorer.ui.controls.cells import Cells, Index
from nanoexplorer.words import actions

ABOVE: Final = 5
BESIDE: Final = 6
BAR: Final = 3
"""Px at 100 %: above the words, on both sides of them, and of the bar at a chosen row."""
HEAD: Final = 18
"""Px at 100 % at the right of numbers, as a head leaves for its arrow in the style sheet."""
TITLE: Final = NAMES.index("title")
STRONG: Final = NAMES.index("checks")
LINES: Final = 2


class ReferenceCells(Cells):
    """Rows below lines; the chosen one on a ground of its own, behind a bar."""

    def __init__(self, table: QTableView, theme: Theme, zoom: int) -> None:
        super().__init__(table, theme, zoom)
        self._font = fonts.font(fonts.SMALL, zoom=zoom)
        self._strong = fonts.font(fonts.SMALL, fonts.SEMIBOLD, zoom=zoom)
        self._line = QFontMetrics(self._font).height()

    def height(self, title: str, width: int) -> int:
        """How high a row is with this title in a column of that width."""
        return self._line * len(self._broken(title, width)) + 2 * scaled(ABOVE, self.zoom)

    def _broken(self, title: str, width: int) -> tuple[str, ...]:
        room = width - 2 * scaled(BESIDE, self.zoom)
        return lines(title, self._font, max(1, room), most=LINES)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(1, self._line + 2 * scaled(ABOVE, self.zoom))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box, column, text = QRect(option.rect), index.column(), str(index.data())
        strong = column == STRONG and text != actions.NO_NUMBER
        font = self._strong if strong else self._font
        self.paint_ground(painter, option)
        painter.setFont(font)
        muted = text == actions.NO_NUMBER
        painter.setPen(QColor(self.theme["ink-muted" if muted else "ink"]))
        beside, above = scaled(BESIDE, self.zoom), scaled(ABOVE, self.zoom)
        right = COLUMNS[column].right
        room = box.adjusted(beside, above, -scaled(HEAD, self.zoom) if right else -beside, 0)
        if column == TITLE and box.height() > self.height("", box.width()):
            shown = self._broken(text, box.width())
        else:
            shown = (elided(text, font, room.width()),)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        for line in shown:
            painter.drawText(room, side | Qt.AlignmentFlag.AlignTop, line)
            room.translate(0, self._line)

    @override
    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """With a line below every row, and a bar before the first cell of the chosen one."""
        super().paint_ground(painter, option)
        box, thin = option.rect, hair(self.zoom)
        rule = QRect(box.left(), box.bottom() + 1 - thin, box.width(), thin)
        painter.fillRect(rule, QColor(self.theme["line"]))
        if option.state & QStyle.StateFlag.State_Selected and box.left() <= 0:
            wide = scaled(BAR, self.zoom)
            bar = QRect(box.left(), box.top(), wide, box.height())
            painter.fillRect(bar, QColor(self.theme["accent"]))
