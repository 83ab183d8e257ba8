"""What lists and tables that paint their rows themselves have in common."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from nanoexplorer.drawing.palette import Theme
from nanoexplorer.ui.base.rings import has_ring

Index = QModelIndex | QPersistentModelIndex
NO_INDEX: Final = QModelIndex()
CHOOSE: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
"""The keys that choose a row."""


class Cells(QStyledItemDelegate):
    """Paints cells at a zoom, in the theme that it was given last."""

    def __init__(self, view: QAbstractItemView, theme: Theme, zoom: int) -> None:
        super().__init__(view)
        self.view, self.theme, self.zoom = view, theme, zoom

    def dress(self, theme: Theme) -> None:
        """Take another theme."""
        self.theme = theme

    def px(self, units: float) -> int:
        """Units at 100 % in px at this zoom."""
        return round(units * self.zoom / 100)

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Tell a selected cell by its ground."""
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(self.theme["accent-soft"]))

    def paint_ring(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Show that the keyboard is at a cell."""
        if option.state & QStyle.StateFlag.State_HasFocus and has_ring(self.view):
            painter.setPen(QColor(self.theme["focus"]))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
