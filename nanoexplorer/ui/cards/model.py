"""The rows of a column: group headings, cards, and gaps; strings are made when a row is asked."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from nanoexplorer import strings
from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import card
from nanoexplorer.core.screen import Column, Gap
from nanoexplorer.figures.card import CardWords, card_words

Index = QModelIndex | QPersistentModelIndex
_TEXT_ROLES: Final = (
    Qt.ItemDataRole.DisplayRole.value,
    Qt.ItemDataRole.AccessibleTextRole.value,
)


class Heading(NamedTuple):
    """The head of a group; one that folds can be opened and closed."""

    verdict: Verdict
    number: int
    folds: bool
    folded: bool

    @property
    def text(self) -> str:
        return strings.group_heading(self.verdict, self.number)


class CardRow(NamedTuple):
    """A strategy under its verdict."""

    strategy: str
    verdict: Verdict


class Line(NamedTuple):
    """A line of text between the groups: a gap, or that nothing was found."""

    text: str
    caution: bool


Row = Heading | CardRow | Line


class CardModel(QAbstractListModel):
    """One column as a list. Only *named for other profiles* folds, and is folded at first."""

    def __init__(self, pack: Pack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pack = pack
        self._column: Column | None = None
        self._searching = False
        self._rows: list[Row] = []
        self._places: dict[str, int] = {}
        self.open_groups: set[Verdict] = set(Verdict) - {Verdict.NO_MATCH}

    def show(self, column: Column, searching: bool) -> None:
        """Take a column; while searching every group is open."""
        self._column, self._searching = column, searching
        self._rebuild()

    def toggle(self, row: int) -> None:
        """Fold or unfold the group at a heading's row; nothing for any other row."""
        found = self.row(row)
        if isinstance(found, Heading) and found.folds:
            self.open_groups ^= {found.verdict}
            self._rebuild()

    def reveal(self, strategy: str) -> int:
        """The row of a strategy, its group unfolded where needed; -1 if it isn't in the column."""
        groups = self._column.groups if self._column else ()
        home = next((g.verdict for g in groups if strategy in g.strategies), None)
        if home is not None and home not in self.open_groups:
            self.open_groups.add(home)
            self._rebuild()
        return self._places.get(strategy, -1)

    def place(self, strategy: str) -> int:
        """The row of a strategy that is shown now, or -1."""
        return self._places.get(strategy, -1)

    def row(self, row: int) -> Row | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def words(self, row: int) -> CardWords:
        """What the card in a row says; raises TypeError for a row that is no card."""
        found = self.row(row)
        if not isinstance(found, CardRow) or self._column is None:
            raise TypeError(row)
        shown = card(self._pack, self._column.profile, found.strategy, found.verdict)
        return card_words(self._pack, shown)

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._rows = self._make_rows(self._column) if self._column else []
        self._places = {
            row.strategy: place for place, row in enumerate(self._rows) if isinstance(row, CardRow)
        }
        self.endResetModel()

    def _make_rows(self, column: Column) -> list[Row]:
        rows: list[Row] = []
        for group in column.groups:
            folds = group.verdict is Verdict.NO_MATCH and not self._searching
            folded = folds and group.verdict not in self.open_groups
            rows.append(Heading(group.verdict, len(group.strategies), folds, folded))
            if not folded:
                rows += [CardRow(strategy, group.verdict) for strategy in group.strategies]
        if not column.groups:
            words = strings.NOTHING_FOUND if self._searching else strings.NOTHING_THERE
            rows.append(Line(words, caution=False))
        return [self._gap(column, gap) for gap in column.gaps] + rows

    def _gap(self, column: Column, gap: Gap) -> Line:
        field = self._pack.field[gap.field]
        return Line(strings.gap_line(field, gap.value, column.kind), caution=True)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _TEXT_ROLES:
            return None
        found = self.row(index.row())
        if isinstance(found, CardRow):
            return self.words(index.row()).spoken
        return found.text if found else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        is_card = isinstance(self.row(index.row()), CardRow)
        return base | Qt.ItemFlag.ItemIsSelectable if is_card else base
