"""Two profiles as a table: group headings, and a line for every strategy, differences first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt

from nanoexplorer.core.decision_table import Change
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.shown.compare import ComparePart, Difference
from nanoexplorer.documents import compare as compared
from nanoexplorer.documents.blocks import plain
from nanoexplorer.drawing.tips import plain_tip
from nanoexplorer.overriding import override
from nanoexplorer.ui.controls.cells import Index
from nanoexplorer.ui.controls.tables import TableModel
from nanoexplorer.words import common
from nanoexplorer.words import compare as words

STRATEGY, KIND, FIRST, SECOND, REASON, CITED = range(6)


class Heading(NamedTuple):
    """The head of a group; the unchanged ones fold."""

    change: Change
    number: int
    folds: bool
    folded: bool

    @property
    def text(self) -> str:
        """The change and how many strategies have it."""
        return words.heading(self.change, self.number)


Row = Heading | Difference


class CompareModel(TableModel):
    """Rows for what `compare` finds; what is unchanged is folded at first."""

    rows: Sequence[Row] = ()

    def __init__(self, pack: Pack) -> None:
        super().__init__()
        self._pack = pack
        self._groups: tuple[tuple[Change, tuple[Difference, ...]], ...] = ()
        self.headings = words.COLUMNS
        self._said: dict[str, tuple[str, ...]] = {}
        self.unfolded = False

    def show(self, part: ComparePart) -> None:
        """Take what two profiles differ in."""
        self._groups = part.groups
        self._said.clear()
        self._rebuild()

    def toggle(self) -> None:
        """Fold or unfold what is unchanged."""
        self.unfolded = not self.unfolded
        self._rebuild()

    def _rebuild(self) -> None:
        self.beginResetModel()
        self.rows = list(self._make_rows())
        self.endResetModel()

    def _make_rows(self) -> Iterator[Row]:
        for change, group in self._groups:
            folds = change is Change.SAME
            yield Heading(change, len(group), folds, folds and not self.unfolded)
            if not folds or self.unfolded:
                yield from group

    def row(self, place: int) -> Row | None:
        """The row at a place; None beyond the ends."""
        return self.rows[place] if 0 <= place < len(self.rows) else None

    def place(self, strategy: str) -> int:
        """The row of a strategy that is shown, or -1."""
        for place, found in enumerate(self.rows):
            if isinstance(found, Difference) and found.strategy == strategy:
                return place
        return -1

    def heading_places(self) -> list[int]:
        """The places of the rows that are headings."""
        return [n for n, found in enumerate(self.rows) if isinstance(found, Heading)]

    @override
    def heading_tip(self, column: int) -> str:
        return words.COLUMN_TIPS[column]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._tip(index.row(), index.column()))
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return self.words(index.row(), index.column())

    def _tip(self, row: int, column: int) -> str:
        """What a verdict means in full; of the others their own words."""
        found = self.row(row)
        if isinstance(found, Difference) and column in (FIRST, SECOND):
            return common.VERDICT[found.before if column == FIRST else found.after]
        return self.words(row, 0 if isinstance(found, Heading) else column)

    def words(self, row: int, column: int) -> str:
        """What a cell says; a heading stands in the first one."""
        found = self.row(row)
        if isinstance(found, Heading):
            return found.text if column == 0 else ""
        if found is None:
            return ""
        said = self._said.get(found.strategy)
        if said is None:
            cells = compared.row(self._pack, found).cells
            said = self._said[found.strategy] = tuple(plain(cell.said) for cell in cells)
        return said[column]

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return base | Qt.ItemFlag.ItemIsSelectable
