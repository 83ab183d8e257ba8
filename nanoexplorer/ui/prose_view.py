"""Prose to read and copy from: bars are drawn beneath it, links are handed on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QPainter, QPaintEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QMenu, QTextBrowser, QTextEdit, QWidget

from nanoexplorer.figures.prose import Prose, draw_bars
from nanoexplorer.palette import Theme
from nanoexplorer.strings import actions as actions_words
from nanoexplorer.strings import window as window_words
from nanoexplorer.ui.text_boxes import zooms

_ENOUGH: Final = 80
"""Signs by which a paragraph is told from others."""
_ABOVE: Final = 40
"""Px at 100 % that stay in sight above a paragraph that was scrolled to."""


class ProseView(QTextBrowser):
    """A text browser that never follows a link by itself and never reads markup."""

    def __init__(self, theme: Theme, zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self.theme, self.zoom = theme, zoom

    def dress(self, theme: Theme, zoom: int) -> None:
        """Take another theme or zoom; whoever wrote the text writes it again."""
        self.theme, self.zoom = theme, zoom

    def write(self, write: Callable[[Prose], object], up_to: int | None = None) -> None:
        """Write the text anew: all of it, or only what stood before the place `up_to`."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        if up_to is None:
            cursor.select(QTextCursor.SelectionType.Document)
        else:
            cursor.setPosition(up_to, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self.setExtraSelections([])
        write(Prose(self.document(), self.theme, self.zoom))
        cursor.endEditBlock()
        if up_to is None:
            self.moveCursor(QTextCursor.MoveOperation.Start)

    def reveal(self, text: str) -> bool:
        """Scroll to a paragraph and mark it until something else is written; False without it."""
        start = self.document().find(text[:_ENOUGH])
        if start.isNull():
            return False
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(self.document())
        mark.cursor.setPosition(start.selectionStart())
        mark.cursor.movePosition(
            QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
        )
        mark.format.setBackground(QColor(self.theme["accent-soft"]))
        self.setExtraSelections([mark])
        start.setPosition(start.selectionStart())
        self.setTextCursor(start)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect().top() - round(_ABOVE * self.zoom / 100))
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bars first, and the text over them."""
        painter = QPainter(self.viewport())
        down = self.verticalScrollBar().value()
        painter.translate(0, -down)
        band = QRectF(event.rect()).translated(0, down)
        draw_bars(painter, self.document(), self.theme, self.zoom, band)
        painter.end()
        super().paintEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls, and never zooms."""
        if not zooms(event):
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Copy and Select all; the toolkit's own menu would offer to copy internal links."""
        menu = QMenu(self)
        copy = menu.addAction(window_words.COPY)
        copy.setEnabled(self.textCursor().hasSelection())
        copy.triggered.connect(self.copy)
        menu.addAction(actions_words.SELECT_ALL).triggered.connect(self.selectAll)
        menu.exec(event.globalPos())
