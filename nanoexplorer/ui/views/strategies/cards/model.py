"""The rows of a column: group headings, cards, and gaps; strings are made when a row is asked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import card, changing
from nanoexplorer.core.shown.strategies import Column, Gap
from nanoexplorer.documents.blocks import CardLine
from nanoexplorer.documents.card import card_words
from nanoexplorer.drawing.tips import plain_tip
from nanoexplorer.overriding import override
from nanoexplorer.words import common
from nanoexplorer.words import inspector as inspector_words

Index = QModelIndex | QPersistentModelIndex
_TIP: Final = Qt.ItemDataRole.ToolTipRole.value
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
        """The group's name and how many strategies it has."""
        return common.group_heading(self.verdict, self.number)


class CardRow(NamedTuple):
    """A strategy under its verdict."""

    strategy: str
    verdict: Verdict


class Line(NamedTuple):
    """A line of text between the groups: a gap, or that nothing was found."""

    text: str
    caution: bool


class Cards(NamedTuple):
    """All cards of a group."""

    strategies: tuple[str, ...]
    verdict: Verdict


Row = Heading | CardRow | Line
Stretch = Heading | Cards | Line


class CardModel(QAbstractListModel):
    """One column as a list. Only the group of other profiles folds, and is folded at first."""

    def __init__(self, pack: Pack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pack = pack
        self._column: Column | None = None
        self._searching = False
        # Stretches of rows rather than rows: a pack may have ten thousand.
        self._stretches: list[Stretch] = []
        self._starts: list[int] = []
        self._length = 0
        self._words: dict[str, CardLine] = {}
        self._changing = changing(pack)
        self.open_groups: set[Verdict] = set(Verdict) - {Verdict.NO_MATCH}

    def show(self, column: Column, searching: bool) -> None:
        """Take a column; while searching every group is open."""
        if self._column and self._column.profile != column.profile:
            for strategy in self._changing & self._words.keys():
                del self._words[strategy]
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
        return self.place(strategy)

    def place(self, strategy: str) -> int:
        """The row of a strategy that is shown now, or -1."""
        for first, stretch in zip(self._starts, self._stretches, strict=True):
            if isinstance(stretch, Cards) and strategy in stretch.strategies:
                return first + stretch.strategies.index(strategy)
        return -1

    def row(self, row: int) -> Row | None:
        """The card, heading or gap of a row; None beyond the ends."""
        if not 0 <= row < self._length:
            return None
        found = bisect_right(self._starts, row) - 1
        stretch = self._stretches[found]
        if isinstance(stretch, Cards):
            return CardRow(stretch.strategies[row - self._starts[found]], stretch.verdict)
        return stretch

    def words(self, row: int) -> CardLine:
        """What the card in a row says; raises TypeError for a row that is no card."""
        found = self.row(row)
        if not isinstance(found, CardRow) or self._column is None:
            raise TypeError(row)
        words = self._words.get(found.strategy)
        if words is None:
            shown = card(self._pack, self._column.profile, found.strategy, found.verdict)
            words = self._words[found.strategy] = card_words(self._pack, shown)
        return words

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._stretches = list(self._make_stretches(self._column)) if self._column else []
        sizes = [len(s.strategies) if isinstance(s, Cards) else 1 for s in self._stretches]
        *self._starts, self._length = accumulate(sizes, initial=0)
        self.endResetModel()

    def _make_stretches(self, column: Column) -> Iterator[Stretch]:
        yield from (self._gap(column, gap) for gap in column.gaps)
        for group in column.groups:
            folds = group.verdict is Verdict.NO_MATCH and not self._searching
            folded = folds and group.verdict not in self.open_groups
            yield Heading(group.verdict, len(group.strategies), folds, folded)
            if not folded:
                yield Cards(group.strategies, group.verdict)
        if not column.groups:
            words = (
                inspector_words.NOTHING_FOUND if self._searching else inspector_words.NOTHING_THERE
            )
            yield Line(words, caution=False)

    def _gap(self, column: Column, gap: Gap) -> Line:
        field = self._pack.field[gap.field]
        return Line(common.gap_line(field, gap.value, column.kind), caution=True)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._length

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        found = self.row(index.row())
        if role == _TIP and isinstance(found, CardRow):
            told = self.words(index.row()).disputes
            return plain_tip(told) if told else None
        if role not in _TEXT_ROLES:
            return None
        if isinstance(found, CardRow):
            said = self.words(index.row()).spoken
            heard = role == Qt.ItemDataRole.AccessibleTextRole
            return common.in_group(said, found.verdict) if heard else said
        return found.text if found else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        is_card = isinstance(self.row(index.row()), CardRow)
        return base | Qt.ItemFlag.ItemIsSelectable if is_card else base
