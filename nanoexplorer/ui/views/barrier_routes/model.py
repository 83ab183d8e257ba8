"""The rows of the list beside the picture: routes, strategies, and what the sources say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.shown.barrier_routes import Route, Use
from nanoexplorer.documents.barrier_routes import row_words, use_tip
from nanoexplorer.drawing.tips import plain_tip
from nanoexplorer.overriding import override
from nanoexplorer.ui.controls.cells import NO_INDEX, Index

MANY: Final = 200
"""Rows from which on all are given the same height and none is told apart: it takes too long."""


class Node(NamedTuple):
    """A row: a route, a strategy of it, or a statement of that; -1 for what it is not."""

    parent: int
    row: int
    route: int
    use: int = -1
    statement: int = -1


class RouteModel(QAbstractItemModel):
    """Routes, strategies, statements. The rows are the pack's; only verdicts change."""

    def __init__(self, pack: Pack, parent: QObject) -> None:
        super().__init__(parent)
        self._pack = pack
        self.routes: Sequence[Route] = ()
        self.nodes: list[Node] = []
        self.below: dict[int, list[int]] = {-1: []}

    def show(self, routes: Sequence[Route]) -> None:
        """Take the routes for another profile."""
        if not self.nodes:
            self.beginResetModel()
            self.routes = routes
            self._build()
            self.endResetModel()
            return
        self.routes = routes
        for route in self.below[-1]:
            top = self.of(route)
            count = self.rowCount(top)
            last = self.index(count - 1, 0, top)
            self.dataChanged.emit(top, top)
            if count > 0 and len(self.nodes) <= MANY:
                self.dataChanged.emit(self.index(0, 0, top), last)

    def _build(self) -> None:
        for n, route in enumerate(self.routes):
            top = self._add(-1, Node(-1, n, n))
            for k, use in enumerate(route.uses):
                middle = self._add(top, Node(top, k, n, k))
                for m in range(len(use.statements)):
                    self._add(middle, Node(middle, m, n, k, m))

    def _add(self, parent: int, node: Node) -> int:
        self.nodes.append(node)
        self.below.setdefault(parent, []).append(len(self.nodes) - 1)
        return len(self.nodes) - 1

    def node(self, index: Index) -> Node | None:
        """The node behind an index; None for one that is invalid."""
        return self.nodes[index.internalId()] if index.isValid() else None

    def of(self, place: int) -> QModelIndex:
        """The index of the node at a place in `nodes`."""
        return self.createIndex(self.nodes[place].row, 0, place)

    def use(self, index: Index) -> Use | None:
        """The strategy in a row; None in a heading's and a statement's."""
        node = self.node(index)
        if node is None or node.use < 0 or node.statement >= 0:
            return None
        return self.routes[node.route].uses[node.use]

    def place(self, strategy: str) -> QModelIndex:
        """The first row of a strategy, or no index."""
        for n in range(len(self.nodes)):
            use = self.use(self.of(n))
            if use and use.strategy.id == strategy:
                return self.of(n)
        return QModelIndex()

    def words(self, index: Index) -> tuple[str, str]:
        """What a row says: a line, and smaller words below it."""
        node = self.node(index)
        if node is None:
            return "", ""
        route = self.routes[node.route]
        use = route.uses[node.use] if node.use >= 0 else None
        return row_words(self._pack, route, use, node.statement)

    @override
    def index(self, row: int, column: int, parent: Index = NO_INDEX) -> QModelIndex:
        within = self.below.get(parent.internalId() if parent.isValid() else -1, [])
        if 0 <= row < len(within) and column == 0:
            return self.createIndex(row, 0, within[row])
        return QModelIndex()

    @override
    def parent(self, index: Index = NO_INDEX) -> QModelIndex:  # type: ignore[override]
        node = self.node(index)
        return QModelIndex() if node is None or node.parent < 0 else self.of(node.parent)

    @override
    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return len(self.below.get(parent.internalId() if parent.isValid() else -1, []))

    @override
    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ". ".join(words for words in self.words(index) if words)
        use = self.use(index) if role == Qt.ItemDataRole.ToolTipRole else None
        return plain_tip(use_tip(self._pack, use)) if use else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
