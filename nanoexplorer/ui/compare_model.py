"""Two profiles as a table: group headings, and a line for every strategy, differences first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from nanoexplorer import strings
from nanoexplorer.citations.cited import cited
from nanoexplorer.core.compare import Change, Difference
from nanoexplorer.core.pack import Pack
from nanoexplorer.strings import compare as compare_words

Index = QModelIndex | QPersistentModelIndex
NO_INDEX: Final = QModelIndex()
STRATEGY, KIND, FIRST, SECOND, REASON, CITED = range(6)
NEW_LINE: Final = "\n"


class Heading(NamedTuple):
    """The head of a group; the unchanged ones fold."""

    change: Change
    number: int
    folds: bool
    folded: bool

    @property
    def text(self) -> str:
        return compare_words.compare_heading(self.change, self.number)


Row = Heading | Difference


def differs(found: Difference) -> bool:
    """Those that do come first in what `compare` finds."""
    return found.change is not Change.SAME


class CompareModel(QAbstractTableModel):
    """Rows for `compare`'s result; what is unchanged is folded at first."""

    def __init__(self, pack: Pack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pack = pack
        self._found: Sequence[Difference] = ()
        self._rows: list[Row] = []
        self._said: dict[tuple[str, int], str] = {}
        self.unfolded = False

    def show(self, found: Sequence[Difference]) -> None:
        """Take what two profiles differ in."""
        self._found = found
        self._said.clear()
        self._rebuild()

    def toggle(self) -> None:
        """Fold or unfold what is unchanged."""
        self.unfolded = not self.unfolded
        self._rebuild()

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._rows = list(self._make_rows())
        self.endResetModel()

    def _make_rows(self) -> Iterator[Row]:
        differing = len(list(takewhile(differs, self._found)))
        for change in Change:
            if change is Change.SAME:
                group = list(self._found[differing:])
            else:
                group = [found for found in self._found[:differing] if found.change is change]
            folds = change is Change.SAME
            if group:
                yield Heading(change, len(group), folds, folds and not self.unfolded)
            if not folds or self.unfolded:
                yield from group

    def row(self, place: int) -> Row | None:
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place(self, strategy: str) -> int:
        """The row of a strategy that is shown, or -1."""
        for place, found in enumerate(self._rows):
            if isinstance(found, Difference) and found.strategy == strategy:
                return place
        return -1

    def headings(self) -> list[int]:
        return [n for n, found in enumerate(self._rows) if isinstance(found, Heading)]

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(compare_words.COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole:
            return compare_words.COLUMNS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return self.words(index.row(), index.column())

    def words(self, row: int, column: int) -> str:
        """What a cell says; a heading stands in the first one."""
        found = self.row(row)
        if isinstance(found, Heading):
            return found.text if column == 0 else ""
        if found is None:
            return ""
        said = self._said.get((found.strategy, column))
        if said is None:
            said = self._said[found.strategy, column] = self._cell(found, column)
        return said

    def _cell(self, found: Difference, column: int) -> str:
        strategy = self._pack.strategy[found.strategy]
        if column == STRATEGY:
            return strategy.name
        if column == KIND:
            return strings.KIND[strategy.kind]
        if column in (FIRST, SECOND):
            verdict = found.before if column == FIRST else found.after
            return strings.VERDICT_SHORT[verdict]
        return self._reasons(found) if column == REASON else self._cited(found)

    def _reasons(self, found: Difference) -> str:
        lines = []
        for reason in found.reasons:
            words = strings.reason_phrase(self._pack.field, reason)
            lines.append(strings.interpreted(words, reason.criterion))
        return NEW_LINE.join(dict.fromkeys(lines))

    def _cited(self, found: Difference) -> str:
        """What the conditions that flipped rest on; for the unchanged, what all of them do."""
        table = self._pack.table
        rows = table.rows[table.index[found.strategy]].values()
        criteria = [reason.criterion for reason in found.reasons] or [c for r in rows for c in r]
        said = [c.statement for c in criteria] or [
            row.statement for row in self._pack.evidence_of.get(found.strategy, ())
        ]
        pack = self._pack
        return cited(pack, dict.fromkeys(r for s in said for r in pack.cites(pack.statement[s])))

    def flags(self, index: Index) -> Qt.ItemFlag:
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return base | Qt.ItemFlag.ItemIsSelectable
