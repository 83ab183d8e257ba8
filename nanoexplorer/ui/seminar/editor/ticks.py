"""Ticks of ours in a list whose boxes the style sheet draws."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nanoexplorer.drawing.marks import draw_glyph
from nanoexplorer.overriding import override


class Ticks(QStyledItemDelegate):
    """As the list draws itself, with a tick in each box that has one."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        if Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is not Qt.CheckState.Checked:
            return
        full = QStyleOptionViewItem(option)
        self.initStyleOption(full, index)
        widget = self.parent()
        assert isinstance(widget, QListWidget)
        part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        box = QRectF(widget.style().subElementRect(part, full, widget))
        trim = box.width() * 0.15
        colour = QGuiApplication.palette().color(QPalette.ColorRole.BrightText).name()
        draw_glyph(painter, "tick", box.adjusted(trim, trim, -trim, -trim), colour)
