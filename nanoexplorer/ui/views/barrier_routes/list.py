"""The routes as a list: a heading for each, its strategies, and what the sources say of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QStyleOptionViewItem, QTreeView

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.shown.barrier_routes import Route
from nanoexplorer.drawing import fonts, typesetting
from nanoexplorer.drawing.looks import VERDICT
from nanoexplorer.drawing.marks import draw_glyph
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.requests import SelectStrategy
from nanoexplorer.ui.controls.cells import Cells, Index
from nanoexplorer.ui.views.barrier_routes.model import MANY, RouteModel
from nanoexplorer.words import barrier as words


class RouteDelegate(Cells):
    """Draws a row: bold headings, marks before strategies, wrapped words throughout."""

    def __init__(self, model: RouteModel, view: QTreeView, theme: Theme, zoom: int) -> None:
        super().__init__(view, theme, zoom)
        self._model, self._tree = model, view
        self.same_height = False

    def _fonts(self, index: Index) -> tuple[QFont, QFont]:
        node = self._model.node(index)
        heading = node is not None and node.use < 0
        size = fonts.BODY if heading else fonts.SMALL
        weight = fonts.SEMIBOLD if node is not None and node.statement < 0 else fonts.REGULAR
        return fonts.font(size, weight, zoom=self.zoom), fonts.font(fonts.SMALL, zoom=self.zoom)

    def _indent(self, index: Index) -> int:
        return self.px(18 if self._model.use(index) else 2)

    def _heights(self, index: Index, width: int) -> tuple[int, int]:
        first, second = (
            typesetting.height(said, font, width)
            for font, said in zip(self._fonts(index), self._model.words(index), strict=True)
        )
        return first, second

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        wide = self._tree.viewport().width()
        if self.same_height:
            return QSize(wide, self.px(42))
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        width = wide - depth * self._tree.indentation()
        first, second = self._heights(index, width - self._indent(index) - self.px(8))
        return QSize(width, first + second + self.px(10 if depth == 1 else 6))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect
        self.paint_ground(painter, option)
        use = self._model.use(index)
        if use:
            look = VERDICT[use.verdict]
            mark = QRectF(box.left() + self.px(1), box.top() + self.px(5), *[self.px(13)] * 2)
            draw_glyph(painter, look.mark, mark, self.theme[look.role])
        indent = self._indent(index)
        inner = box.adjusted(indent, self.px(3), -self.px(8), 0)
        node = self._model.node(index)
        lit = use.named if use else node is None or self._model.routes[node.route].lit
        for font, said, role, height in zip(
            self._fonts(index),
            self._model.words(index),
            ("ink" if lit else "ink-muted", "ink-muted"),
            self._heights(index, inner.width()),
            strict=True,
        ):
            painter.setFont(font)
            painter.setPen(QColor(self.theme[role]))
            typesetting.draw(painter, QRectF(inner), said)
            inner.setTop(inner.top() + height)
        self.paint_ring(painter, option)


class RouteList(QTreeView):
    """Up and Down walk and select strategies; Left and Right fold what the sources say."""

    requested = Signal(object)

    def __init__(self, pack: Pack, theme: Theme, zoom: int) -> None:
        super().__init__()
        self.setObjectName("barrier-routes.list")
        self.setAccessibleName(words.LIST_NAME)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.routes = RouteModel(pack, self)
        self.setModel(self.routes)
        self._delegate = RouteDelegate(self.routes, self, theme, zoom)
        self.setItemDelegate(self._delegate)
        self._marking = False
        self.selectionModel().currentChanged.connect(self._walked)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)
        self.setIndentation(scaled(18, zoom))
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        """Take another theme where the style draws."""
        colours = self.palette()
        for role, name in (
            (QPalette.ColorRole.Base, "paper"),
            (QPalette.ColorRole.Highlight, "accent-soft"),
            (QPalette.ColorRole.HighlightedText, "ink"),
        ):
            colours.setColor(role, QColor(theme[name]))
        self.setPalette(colours)

    def show_routes(self, routes: Sequence[Route], selection: str) -> None:
        """Show routes for a profile, the selected strategy marked; what is open stays open."""
        first = not self.routes.nodes
        self.routes.show(routes)
        self.viewport().update()
        if first:
            many = self._delegate.same_height = len(self.routes.nodes) > MANY
            self.setUniformRowHeights(many)
            modes = QTreeView.ScrollMode
            self.setVerticalScrollMode(modes.ScrollPerItem if many else modes.ScrollPerPixel)
            self.expandToDepth(0)
        self._mark(selection)

    def _mark(self, selection: str) -> None:
        use = self.routes.use(self.currentIndex())
        if use and use.strategy.id == selection:
            return
        self._marking = True
        self.setCurrentIndex(self.routes.place(selection))
        self._marking = False

    def _walked(self, index: QModelIndex) -> None:
        if not self._marking and self.hasFocus():
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        use = self.routes.use(index)
        if use:
            self.requested.emit(SelectStrategy(use.strategy.id))

    @override
    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """A chevron of ours where a row folds; no lines."""
        if not self.routes.rowCount(index):
            return
        side = self._delegate.px(11)
        box = QRectF(rect.right() - side - 2, rect.top() + self._delegate.px(6), side, side)
        opened = self.isExpanded(self.routes.of(index.internalId()))
        name = "chevron-down" if opened else "chevron-right"
        draw_glyph(painter, name, box, self._delegate.theme["ink-muted"])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
