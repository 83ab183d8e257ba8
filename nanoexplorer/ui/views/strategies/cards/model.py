"""The rows of a column: headings, cards, lines, and a table by groups that open.

Strings are made when a row is asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Any, Final, Literal, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import changing, statuses_shown
from nanoexplorer.core.shown.strategies import Column, Group, by_group
from nanoexplorer.documents import statuses
from nanoexplorer.documents.blocks import CardLine, Phrase, Tally, Words
from nanoexplorer.documents.citations.cited import hover
from nanoexplorer.documents.groups import (
    called,
    gap_line,
    is_card,
    left_out,
    tally,
    words_of,
)
from nanoexplorer.documents.links import REFERENCE
from nanoexplorer.drawing.layout import Spot
from nanoexplorer.overriding import override
from nanoexplorer.words import common
from nanoexplorer.words import inspector as inspector_words
from nanoexplorer.words import window as words

Index = QModelIndex | QPersistentModelIndex
_HEARD: Final = Qt.ItemDataRole.AccessibleTextRole.value
_TEXT_ROLES: Final = (Qt.ItemDataRole.DisplayRole.value, _HEARD)
Form = Literal["card", "line", "row"]


class Heading(NamedTuple):
    """The head of a group."""

    verdict: Verdict
    number: int

    @property
    def said(self) -> Phrase:
        """Its words, with the number beside them."""
        number = f"  {common.grouped_number(self.number)}"
        return (Words(common.VERDICT_GROUP[self.verdict], strong=True), Words(number, "muted"))

    @property
    def text(self) -> str:
        """Its words as they are heard."""
        return common.group_heading(self.verdict, self.number)


class CardRow(NamedTuple):
    """A strategy under its verdict: a card, a line, or a row of the table."""

    strategy: str
    verdict: Verdict
    form: Form


class GroupRow(NamedTuple):
    """One of the pack's groups in the table: its strategies follow it where it is open."""

    group: str
    strategies: tuple[str, ...]
    opened: bool


class More(NamedTuple):
    """What opens all groups of the table, or closes them."""

    number: int
    opened: bool

    @property
    def text(self) -> str:
        """What it does."""
        if self.opened:
            return words.SHOW_FEWER
        return common.counted(self.number, words.SHOW_ALL)


class Line(NamedTuple):
    """A remark between the groups: a gap, or that nothing was found."""

    text: str


class Cards(NamedTuple):
    """Rows of strategies that look alike."""

    strategies: tuple[str, ...]
    verdict: Verdict
    form: Form


Row = Heading | CardRow | GroupRow | More | Line
Stretch = Heading | Cards | GroupRow | More | Line


class CardModel(QAbstractListModel):
    """One column as a list. What is independent of the profile is a table of groups that open."""

    def __init__(self, pack: Pack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pack = pack
        self._column: Column | None = None
        self._searching = False
        # Stretches of rows rather than rows: a pack may have ten thousand.
        self._stretches: list[Stretch] = []
        self.sizes: list[int] = []
        """How many rows each stretch has."""
        self._starts: list[int] = []
        self._length = 0
        self._words: dict[str, CardLine] = {}
        self._tallies: dict[tuple[str, ...], Tally] = {}
        self._changing = changing(pack)
        # Made once: they are asked for with every row that is laid out or painted.
        self._enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        self._chosen = self._enabled | Qt.ItemFlag.ItemIsSelectable
        self.open_groups: set[str] = set()

    def show(self, column: Column, searching: bool) -> None:
        """Take a column; while searching every group is open."""
        if self._column and self._column.profile != column.profile:
            for strategy in self._changing & self._words.keys():
                del self._words[strategy]
            for group in [g for g in self._tallies if not self._changing.isdisjoint(g)]:
                del self._tallies[group]
        self._column, self._searching = column, searching
        self._rebuild()

    def toggle(self, row: int) -> bool:
        """Open or close what a row opens; False, and nothing, for a row that opens nothing."""
        found = self.row(row)
        if isinstance(found, GroupRow) and not self._searching:
            self.open_groups ^= {found.group}
        elif isinstance(found, More):
            groups = {group for group, _ in self._independent}
            self.open_groups = self.open_groups - groups if found.opened else groups
        else:
            return False
        self._rebuild()
        return True

    @property
    def _independent(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The table's groups, with their strategies."""
        groups = self._column.groups if self._column else ()
        found = next((g.strategies for g in groups if g.verdict is Verdict.ANY_PROFILE), ())
        return by_group(self._pack, found)

    def reveal(self, strategy: str) -> int:
        """The row of a strategy, its group opened where needed; -1 if it isn't in the column."""
        home = next((group for group, ours in self._independent if strategy in ours), None)
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

    def parent_row(self, row: int) -> int:
        """The row of the group that a row of the table stands in; -1 for any other row."""
        found = bisect_right(self._starts, row) - 1
        if found > 0 and isinstance(self._stretches[found - 1], GroupRow):
            return self._starts[found - 1] if isinstance(self._stretches[found], Cards) else -1
        return -1

    def row(self, row: int) -> Row | None:
        """What stands in a row; None for one that there is not."""
        if not 0 <= row < self._length:
            return None
        found = bisect_right(self._starts, row) - 1
        stretch = self._stretches[found]
        if isinstance(stretch, Cards):
            place = row - self._starts[found]
            return CardRow(stretch.strategies[place], stretch.verdict, stretch.form)
        return stretch

    def words(self, row: CardRow) -> CardLine:
        """What the row of a strategy says."""
        assert self._column
        said = self._words.get(row.strategy)
        if said is None:
            said = words_of(self._pack, self._column, row.strategy, row.verdict, cited=False)
            self._words[row.strategy] = said
        return said

    def tally(self, row: GroupRow) -> Tally:
        """How many of a group have each status."""
        assert self._column
        found = self._tallies.get(row.strategies)
        if found is None:
            said = called(self._pack, row.group, len(row.strategies))
            found = tally(self._pack, self._column, row.strategies, said)
            self._tallies[row.strategies] = found
        return found

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._stretches = list(self._make_stretches(self._column)) if self._column else []
        self.sizes = [len(s.strategies) if isinstance(s, Cards) else 1 for s in self._stretches]
        *self._starts, self._length = accumulate(self.sizes, initial=0)
        self.endResetModel()

    def _make_stretches(self, column: Column) -> Iterator[Stretch]:
        named = sum(group.verdict is Verdict.MATCHES for group in column.groups)
        for group in column.groups[:named]:
            yield from self._stretch(column, group)
        yield from (Line(gap_line(self._pack, column, gap)) for gap in column.gaps)
        for group in column.groups[named:]:
            yield from self._stretch(column, group)
        if column.left_out:
            yield Line(left_out(column))
        elif not column.groups:
            searched, empty = inspector_words.NOTHING_FOUND, inspector_words.NOTHING_THERE
            yield Line(searched if self._searching else empty)

    def _stretch(self, column: Column, group: Group) -> Iterator[Stretch]:
        yield Heading(group.verdict, len(group.strategies))
        if group.verdict is Verdict.ANY_PROFILE:
            yield from self._table(group)
        else:
            form: Form = "card" if is_card(column, group.verdict) else "line"
            yield Cards(group.strategies, group.verdict, form)

    def _table(self, group: Group) -> Iterator[Stretch]:
        groups = by_group(self._pack, group.strategies)
        for name, strategies in groups:
            opened = self._searching or name in self.open_groups
            yield GroupRow(name, strategies, opened)
            if opened:
                yield Cards(strategies, group.verdict, "row")
        if not self._searching:
            whole = all(name in self.open_groups for name, _ in groups)
            yield More(len(group.strategies), whole)

    def tip(self, row: int, spot: Spot) -> str:
        """What a spot of a row says where the mouse rests."""
        found = self.row(row)
        match found, spot.kind:
            case Heading(), _:
                return words.GROUP_TIPS[found.verdict]
            case CardRow(), "status":
                assert self._column
                shown = statuses_shown(self._pack, self._column.profile, found.strategy)
                return statuses.tip(shown[int(spot.which)])
            case CardRow(), "link":
                return hover(self._pack, spot.which.removeprefix(REFERENCE))
            case CardRow(), "notes":
                return common.labelled(self.words(found).notes, words.NOTES_TIP)
            case CardRow(), "mark":
                return words.MARK_TIPS[spot.which]
            case GroupRow(), "count":
                label = self.tally(found).counts[int(spot.which)].mark.label
                status = next(s for s in self._pack.statuses if s.label == label)
                return f"{statuses.meaning(status)}\n{words.COUNT_TIP}"
            case GroupRow(), "disputed":
                return common.DISPUTED_LEGEND
        return ""

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._length

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        found = self.row(index.row())
        if role not in _TEXT_ROLES or found is None:
            return None
        said, verdict = self._said(found)
        return common.in_group(said, verdict) if verdict and role == _HEARD else said

    def _said(self, row: Row) -> tuple[str, Verdict | None]:
        """What a row says, and the group that it stands in, if it stands in one."""
        if isinstance(row, CardRow):
            return self.words(row).spoken, row.verdict
        if isinstance(row, GroupRow):
            return self._group_said(row), Verdict.ANY_PROFILE
        return row.text, Verdict.ANY_PROFILE if isinstance(row, More) else None

    def _group_said(self, row: GroupRow) -> str:
        number = common.counted(len(row.strategies), common.STRATEGIES)
        said = common.labelled(self._pack.label("group", row.group), number)
        if row.opened:
            return words.GROUP_OPENED.format(said=said)
        return words.GROUP_FOLDED.format(said=said, counted=self.tally(row).counted)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return self._chosen if isinstance(self.row(index.row()), CardRow) else self._enabled
