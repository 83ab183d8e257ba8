"""The references as rows of ready-made strings: sorted and filtered by moving numbers about."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from nanoexplorer.core.evidence import Reference
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.reference_list import Listed, chosen, listed
from nanoexplorer.figures.reference_columns import COLUMNS, NAMES, ranks
from nanoexplorer.figures.tips import plain_tip
from nanoexplorer.strings import references as words

Index = QModelIndex | QPersistentModelIndex
# As numbers: a table asks for much that it is given nothing for, and asks often.
_DISPLAY: Final = Qt.ItemDataRole.DisplayRole.value
_TIP: Final = Qt.ItemDataRole.ToolTipRole.value
_ALIGN: Final = Qt.ItemDataRole.TextAlignmentRole.value
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight.value | Qt.AlignmentFlag.AlignVCenter.value)
NO_INDEX: Final = QModelIndex()


class ReferenceModel(QAbstractTableModel):
    """All references; `order` is the places of those that are listed, as they are sorted."""

    def __init__(self, pack: Pack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = listed(pack)
        self._texts = tuple(
            tuple(column.text(pack, row) for column in COLUMNS) for row in self.rows
        )
        self.places = {row.reference.id: place for place, row in enumerate(self.rows)}
        self.order: tuple[int, ...] = tuple(range(len(self.rows)))
        self._asked: tuple[object, ...] = ()
        self._ranks: dict[int, list[int]] = {}

    def show(self, text: str, kind: str, of: Collection[str] | None, by: str, down: bool) -> None:
        """List what a filter leaves, sorted by the column `by`."""
        asked = (text, kind, of, by, down)
        if asked == self._asked:
            return
        self._asked = asked
        column = NAMES.index(by) if by in NAMES else 0
        places = chosen(self.rows, text, kind, of)
        rank = self._rank(column)
        order = tuple(sorted(places, key=rank.__getitem__, reverse=down))
        if order != self.order:
            self.beginResetModel()
            self.order = order
            self.endResetModel()

    def _rank(self, column: int) -> list[int]:
        """Where each row stands when all are sorted by a column; equal ones keep their order."""
        if column not in self._ranks:
            texts = [text[column] for text in self._texts]
            self._ranks[column] = ranks(self.rows, texts, column)
        return self._ranks[column]

    def references(self) -> tuple[Reference, ...]:
        """The references that are listed, as they are listed."""
        return tuple(self.rows[place].reference for place in self.order)

    def listed(self, reference: str) -> Listed:
        """What there is of a reference, whether or not a filter leaves it."""
        return self.rows[self.places[reference]]

    def row(self, line: int) -> Listed | None:
        """What stands in a line of the table."""
        return self.rows[self.order[line]] if 0 <= line < len(self.order) else None

    def line(self, reference: str) -> int:
        """The line of a reference; -1 if it is not listed."""
        place = self.places.get(reference, -1)
        return self.order.index(place) if place in self.order else -1

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.order)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role == _DISPLAY:
            return self._texts[self.order[index.row()]][index.column()]
        if role == _ALIGN and COLUMNS[index.column()].right:
            return _RIGHT
        if role == _TIP:
            return plain_tip(self._texts[self.order[index.row()]][index.column()])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = COLUMNS[section]
        if role == _DISPLAY:
            return words.COLUMNS[column.name]
        if role == _TIP:
            return plain_tip(words.COLUMN_TIPS.get(column.name, ""))
        return None
