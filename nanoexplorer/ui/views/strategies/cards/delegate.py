"""Paints the rows of a column, each as it was laid out by `drawing`."""

from __future__ import annotations

from typing import Final

from PySide6 import QtWidgets
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from nanoexplorer.core.evidence import Status
from nanoexplorer.drawing import card, card_line
from nanoexplorer.drawing.chips import draw_ring
from nanoexplorer.drawing.layout import Layout, Spot, draw_layout
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.tips import plain_tip
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.rings import has_ring
from nanoexplorer.ui.views.strategies.cards.model import (
    CardModel,
    CardRow,
    GroupRow,
    Heading,
    More,
    Row,
)

GUTTER: Final = 5
KEPT: Final = 400
Index = QModelIndex | QPersistentModelIndex
_State = tuple[int, float, bool, bool, bool]
"""Which layout, on a screen of which ratio, and whether it is selected, hovered, focused."""


class CardDelegate(QStyledItemDelegate):
    """Draws a row in the theme and zoom that it was given last."""

    def __init__(
        self,
        model: CardModel,
        statuses: tuple[Status, ...],
        view: QListView,
        theme: Theme,
        zoom: int,
    ) -> None:
        super().__init__(view)
        self._model, self._view = model, view
        self._laid: dict[int, Layout] = {}
        self._width = 0
        self._drawn: dict[_State, tuple[Layout, QPixmap | None]] = {}
        model.modelReset.connect(self._laid.clear)
        self.theme, self.zoom = theme, zoom
        self._labels = card_line.label_room(statuses, zoom)

    def dress(self, theme: Theme) -> None:
        """Take another theme."""
        self.theme = theme
        self._drawn.clear()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._width, self.height(index.row()))

    def height(self, row: int) -> int:
        """How high a row is, with what is free below it, in px."""
        gutter = GUTTER * self.zoom / 100 if _is_card(self._model.row(row)) else 0
        return self.laid_out(row).height + round(gutter)

    def _layout(self, row: Row | None, width: int) -> Layout:
        match row:
            case CardRow(form="card"):
                return card.lay_out(self._model.words(row), width, self.zoom)
            case CardRow():
                words, in_row = self._model.words(row), row.form == "row"
                return card_line.lay_out_line(words, width, self.zoom, self._labels, row=in_row)
            case Heading():
                return card_line.lay_out_heading(row.verdict, row.said, width, self.zoom)
            case GroupRow():
                said = self._model.tally(row)
                return card_line.lay_out_tally(said, width, self.zoom, opened=row.opened)
            case More():
                return card_line.lay_out_more(row.text, width, self.zoom, opened=row.opened)
        return card_line.lay_out_text(row.text if row else "", width, self.zoom)

    def laid_out(self, row: int) -> Layout:
        """A row as it stands there; kept until a row or the width changes."""
        width = self._view.viewport().width()
        if width != self._width:
            self._width = width
            self._laid.clear()
        layout = self._laid.get(row)
        if layout is None:
            layout = self._laid[row] = self._layout(self._model.row(row), width)
        return layout

    def spot(self, row: int, at: QPointF) -> Spot | None:
        """What stands at a place of a row, in px from its upper left corner."""
        return next((spot for spot in self.laid_out(row).spots if spot.box.contains(at)), None)

    def _tip(self, row: int, at: QPointF) -> str:
        spot = self.spot(row, at)
        return self._model.tip(row, spot) if spot else ""

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Say what a mark, a chip or a count means where the mouse rests on it."""
        said = self._tip(index.row(), QPointF(event.pos() - option.rect.topLeft()))
        QtWidgets.QToolTip.showText(event.globalPos(), plain_tip(said), view)
        return True

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        layout = self.laid_out(index.row())
        focused = has_ring(self._view) and index == self._view.currentIndex()
        selected = self._view.selectionModel().isSelected(index)
        hovered = self._view.underMouse() and _is_hovered(option)
        ratio = painter.device().devicePixelRatio()
        state = id(layout), ratio, selected, hovered, focused
        known, picture = self._drawn.get(state, (None, None))
        if known is not layout:  # drawn at once: most is drawn again only after an edit
            self._keep(state, layout, None)
            at = QPointF(option.rect.topLeft())
            self._draw(painter, at, index.row(), layout, state)
            return
        if picture is None:
            picture = self._picture(index.row(), layout, state)
            self._keep(state, layout, picture)
        painter.drawPixmap(option.rect.topLeft(), picture)

    def _keep(self, state: _State, layout: Layout, picture: QPixmap | None) -> None:
        if len(self._drawn) >= KEPT:
            self._drawn.clear()
        self._drawn[state] = layout, picture

    def _picture(self, row: int, layout: Layout, state: _State) -> QPixmap:
        """A row as a picture: most rows stay as they are when a profile is edited."""
        made = QPixmap(QSize(self._width, layout.height) * state[1])
        made.setDevicePixelRatio(state[1])
        made.fill(QColor(self.theme["paper"]))
        painter = QPainter(made)
        self._draw(painter, QPointF(0, 0), row, layout, state)
        painter.end()
        return made

    def _draw(
        self, painter: QPainter, at: QPointF, place: int, layout: Layout, state: _State
    ) -> None:
        _, _, selected, hovered, focused = state
        row, box = self._model.row(place), QRectF(at.x(), at.y(), self._width, layout.height)
        if _is_card(row):
            card.draw_card(
                painter, box, layout, self.theme, self.zoom,
                selected=selected, hovered=hovered, focused=focused,
            )  # fmt: skip
            return
        if selected or (hovered and isinstance(row, (CardRow, GroupRow, More))):
            painter.fillRect(box.adjusted(0, 1, 0, 0), QColor(self.theme["hover"]))
        draw_layout(painter, box.topLeft(), layout, self.theme, self.zoom)
        if focused or selected:
            role = "focus" if focused else "accent"
            draw_ring(painter, box, self.theme[role], 2 * max(1.0, self.zoom / 100))


def _is_card(row: Row | None) -> bool:
    return isinstance(row, CardRow) and row.form == "card"


def _is_hovered(option: QStyleOptionViewItem) -> bool:
    """Whether the mouse is over the row; the first use of `QStyle` costs 9 ms."""
    return bool(option.state & QtWidgets.QStyle.StateFlag.State_MouseOver)
