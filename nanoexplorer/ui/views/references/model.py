"""The references that are listed, as rows of strings."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QObject, Qt

from nanoexplorer.core.evidence import Reference
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.shown.reference_list import Listed
from nanoexplorer.documents.citations.cited import label
from nanoexplorer.documents.citations.numbers import list_of
from nanoexplorer.documents.reference_list.columns import COLUMNS
from nanoexplorer.drawing.tips import plain_tip
from nanoexplorer.overriding import override
from nanoexplorer.ui.controls.cells import Index
from nanoexplorer.ui.controls.tables import TableModel
from nanoexplorer.words import references as words

# As numbers: a table asks for much that it is given nothing for, and asks often.
_DISPLAY: Final = Qt.ItemDataRole.DisplayRole.value
_TIP: Final = Qt.ItemDataRole.ToolTipRole.value
_ALIGN: Final = Qt.ItemDataRole.TextAlignmentRole.value
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight.value | Qt.AlignmentFlag.AlignVCenter.value)


class ReferenceModel(TableModel):
    """The references that are listed, as they are sorted; words are made when seen."""

    rows: tuple[Listed, ...] = ()

    def __init__(self, pack: Pack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pack = pack
        self.headings = [words.COLUMNS[column.name] for column in COLUMNS]
        self._lines: dict[str, int] = {}
        self._texts: dict[str, tuple[str, ...]] = {}

    def show(self, rows: tuple[Listed, ...]) -> None:
        """List these."""
        if rows == self.rows:
            return
        self.beginResetModel()
        self.rows = rows
        self._lines = {row.reference.id: line for line, row in enumerate(rows)}
        self.endResetModel()

    def _said(self, line: int) -> tuple[str, ...]:
        row = self.rows[line]
        if row.reference.id not in self._texts:
            said = tuple(column.text(self.pack, row) for column in COLUMNS)
            self._texts[row.reference.id] = said
        return self._texts[row.reference.id]

    def called(self) -> tuple[str, ...]:
        """What stands in place of a number, or before one of a list that is not the main one."""
        sources = (source.reference for source in self.pack.sources if source.reference)
        lasts = {list_of(reference.id): reference.id for reference in self.pack.references}
        return tuple(label(self.pack, id_) for id_ in (*sources, *lasts.values()))

    def references(self) -> tuple[Reference, ...]:
        """The references that are listed, as they are listed."""
        return tuple(row.reference for row in self.rows)

    def row(self, line: int) -> Listed | None:
        """What stands in a line of the table."""
        return self.rows[line] if 0 <= line < len(self.rows) else None

    def line(self, reference: str) -> int:
        """The line of a reference; -1 if it is not listed."""
        return self._lines.get(reference, -1)

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role == _DISPLAY:
            return self._said(index.row())[index.column()]
        if role == _ALIGN and COLUMNS[index.column()].right:
            return _RIGHT
        if role == _TIP:
            return plain_tip(self._said(index.row())[index.column()])
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        if across and role == _ALIGN and COLUMNS[section].right:
            return _RIGHT
        return super().headerData(section, orientation, role)

    @override
    def heading_tip(self, column: int) -> str:
        return words.COLUMN_TIPS.get(COLUMNS[column].name, "")
