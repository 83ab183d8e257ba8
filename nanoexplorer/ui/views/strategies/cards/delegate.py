"""Paints the rows of a column: headings with a fold, gaps, and cards by `figures.card`."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6 import QtWidgets
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from nanoexplorer.documents.blocks import CardLine
from nanoexplorer.drawing import fonts, typesetting
from nanoexplorer.drawing.card import draw_card, lay_out
from nanoexplorer.drawing.chips import draw_ring
from nanoexplorer.drawing.looks import VERDICT
from nanoexplorer.drawing.marks import draw_glyph
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.rings import has_ring
from nanoexplorer.ui.views.strategies.cards.model import CardModel, CardRow, Heading, Line

GUTTER: Final = 8
KEPT: Final = 400
_ONE_LINE: Final = Qt.AlignmentFlag.AlignVCenter.value | Qt.AlignmentFlag.AlignLeft.value


class _Look(NamedTuple):
    """Everything that a card's picture depends on."""

    words: CardLine
    width: int
    zoom: int
    theme: str
    ratio: float
    selected: bool
    hovered: bool
    focused: bool


class CardDelegate(QStyledItemDelegate):
    """Draws a row in the theme and zoom that it was given last."""

    def __init__(self, model: CardModel, view: QListView, theme: Theme, zoom: int) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self.theme = theme
        self.zoom = zoom
        self._drawn: dict[_Look, QPixmap] = {}

    def px(self, units: float) -> int:
        """Units at 100 % in px at this zoom."""
        return round(units * self.zoom / 100)

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        width = self._view.viewport().width()
        row = self._model.row(index.row())
        if isinstance(row, CardRow):
            layout = lay_out(self._model.words(index.row()), width, self.zoom)
            return QSize(width, layout.height + self.px(GUTTER))
        if isinstance(row, Line):
            return QSize(width, self._line_height(row, width) + self.px(GUTTER))
        return QSize(width, self.px(30))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = self._model.row(index.row())
        rect: QRect = option.rect
        focused = has_ring(self._view) and index == self._view.currentIndex()
        if isinstance(row, CardRow):
            look = self._look(painter, option, index, focused)
            painter.drawPixmap(rect.topLeft(), self._picture(look))
        elif isinstance(row, Heading):
            self._paint_heading(painter, rect, row, focused)
        elif isinstance(row, Line):
            self._paint_line(painter, rect, row)

    def _look(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        focused: bool,
    ) -> _Look:
        return _Look(
            self._model.words(index.row()),
            option.rect.width(),
            self.zoom,
            self.theme.name,
            painter.device().devicePixelRatio(),
            self._view.selectionModel().isSelected(index),
            self._view.underMouse() and _is_hovered(option),
            focused,
        )

    def _picture(self, look: _Look) -> QPixmap:
        if look not in self._drawn:
            if len(self._drawn) >= KEPT:
                self._drawn.clear()
            self._drawn[look] = self._draw(look)
        return self._drawn[look]

    def _draw(self, look: _Look) -> QPixmap:
        """A card as a picture: most cards stay as they are when a profile is edited."""
        layout = lay_out(look.words, look.width, look.zoom)
        size = QSize(look.width, layout.height)
        picture = QPixmap(size * look.ratio)
        picture.setDevicePixelRatio(look.ratio)
        picture.fill(QColor(self.theme["paper"]))
        painter = QPainter(picture)
        draw_card(
            painter,
            QRectF(0, 0, look.width, layout.height),
            layout,
            self.theme,
            look.zoom,
            muted=look.words.muted,
            selected=look.selected,
            hovered=look.hovered,
            focused=look.focused,
        )
        painter.end()
        return picture

    def _paint_heading(
        self, painter: QPainter, rect: QRect, heading: Heading, focused: bool
    ) -> None:
        look = VERDICT[heading.verdict]
        side = self.px(14)
        middle = rect.center().y() + 1
        left = rect.left()
        if heading.folds:
            chevron = "chevron-right" if heading.folded else "chevron-down"
            left += self.px(4)  # clear of the ring
            draw_glyph(painter, chevron, self._square(left, middle, side), self.theme["ink"])
            left += side + self.px(4)
        draw_glyph(painter, look.mark, self._square(left, middle, side), self.theme[look.role])
        painter.setFont(fonts.font(fonts.SMALL, zoom=self.zoom))
        painter.setPen(QColor(self.theme["ink-muted"]))
        text = rect.adjusted(left - rect.left() + side + self.px(5), 0, 0, 0)
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(heading.text, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, _ONE_LINE, shown)
        if focused:
            ring = QRectF(rect).adjusted(0, self.px(2), 0, -self.px(3))
            draw_ring(painter, ring, self.theme["focus"], 2 * max(1.0, self.zoom / 100))

    def _square(self, left: int, middle: int, side: int) -> QRectF:
        return QRectF(left, middle - side / 2, side, side)

    def _line_height(self, line: Line, width: int) -> int:
        font, room = fonts.font(fonts.SMALL, zoom=self.zoom), width - self._indent(line)
        return typesetting.height(line.text, font, room) + self.px(6)

    def _indent(self, line: Line) -> int:
        return self.px(20) if line.caution else 0

    def _paint_line(self, painter: QPainter, rect: QRect, line: Line) -> None:
        side = self.px(13)
        if line.caution:
            box = QRectF(rect.left(), rect.top() + self.px(4), side, side)
            draw_glyph(painter, "question", box, self.theme["caution"])
        painter.setFont(fonts.font(fonts.SMALL, zoom=self.zoom))
        painter.setPen(QColor(self.theme["caution" if line.caution else "ink-muted"]))
        room = rect.adjusted(self._indent(line), self.px(3), 0, 0)
        typesetting.draw(painter, QRectF(room), line.text)


def _is_hovered(option: QStyleOptionViewItem) -> bool:
    """Whether the mouse is over the row; the first use of `QStyle` costs 9 ms."""
    return bool(option.state & QtWidgets.QStyle.StateFlag.State_MouseOver)
