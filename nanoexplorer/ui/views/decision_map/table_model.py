"""The decision table as a read-only model: ready-made words, sortable, copied as TSV."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from typing import Any, Final

from PySide6.QtCore import Qt

from nanoexplorer.core.decision_table import deciding
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Field
from nanoexplorer.core.shown.decision_rows import (
    Condition,
    Coverage,
    Gap,
    Share,
    conditions,
    first_names,
)
from nanoexplorer.drawing.tips import plain_tip
from nanoexplorer.overriding import override
from nanoexplorer.render.tables.files import harmless
from nanoexplorer.ui.controls.cells import Index
from nanoexplorer.ui.controls.tables import TableModel
from nanoexplorer.words import common
from nanoexplorer.words import decision_map as decision_map_words
from nanoexplorer.words.packs.whose import remark

_MOST_NAMES: Final = 8


class Row:
    """One row: its strategy, empty where nothing is named, and how often it is named. Its words are
    made when they are first asked for: of thousands of rows some are seen.
    """

    def __init__(self, strategy: str, profiles: int, say: Callable[[], Iterable[str]]) -> None:
        self.strategy, self.profiles, self._say = strategy, profiles, say

    @cached_property
    def words(self) -> tuple[str, ...]:
        """What stands in its cells."""
        return tuple(self._say())


class DecisionTableModel(TableModel):
    """Strategies × the fields that are asked for; last the profiles that nothing covers."""

    def __init__(self, pack: Pack, covered: Coverage | None) -> None:
        super().__init__()
        self._fields = [f for f in pack.fields if any(c.field == f.id for c in pack.criteria)]
        self._counted, self._remark = covered is not None, remark(pack)
        found = [_strategy_row(pack, self._fields, covered, c) for c in conditions(pack)]
        gaps = covered.gaps if covered else ()
        self._last = [_gap_row(self._fields, gap) for gap in gaps]
        self._ordered = found
        self.rows: list[Row] = [*found, *self._last]
        self.headings = (
            decision_map_words.TABLE_STRATEGY,
            *(field.label for field in self._fields),
            common.OUTSIDE_LABEL,
            *(
                (decision_map_words.TABLE_PROFILES, decision_map_words.TABLE_BESIDE)
                if covered
                else ()
            ),
        )

        self.lines_of: dict[int, tuple[str, ...]] = {}
        """Headings in lines, where somebody has laid them out."""

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        said = self.rows[index.row()].words[index.column()]
        field = 0 < index.column() <= len(self._fields)
        if role == Qt.ItemDataRole.DisplayRole:
            return said or (decision_map_words.TABLE_NONE if field else "")
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            said = said or (decision_map_words.TABLE_NONE_TIP if field else "")
            return plain_tip(said) if role == Qt.ItemDataRole.ToolTipRole else said
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == self.profiles_column:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(self.lines_of.get(section, (self.headings[section],)))
        if across and role == Qt.ItemDataRole.AccessibleTextRole:
            return self.headings[section]
        return super().headerData(section, orientation, role)

    @override
    def heading_tip(self, column: int) -> str:
        tips, fields = decision_map_words.TABLE_TIPS, len(self._fields)
        if 0 < column <= fields:
            field = self._fields[column - 1]
            return "\n".join(filter(None, (field.help, tips["field"])))
        if column == self.profiles_column:
            return decision_map_words.TABLE_PROFILES_TIP
        return tips["strategy" if not column else "outside" if column == fields + 1 else "beside"]

    @property
    def profiles_column(self) -> int:
        """The column that counts profiles; -1 where they aren't counted."""
        return len(self.headings) - 2 if self._counted else -1

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By the words of a column, empty ones last; -1 is the order of the screen."""
        falling = order is Qt.SortOrder.DescendingOrder
        found = list(self._ordered)
        if column == self.profiles_column and column >= 0:
            found.sort(key=lambda row: row.profiles, reverse=falling)
        elif column >= 0:
            found.sort(key=lambda row: row.words[column].casefold(), reverse=falling)
            found.sort(key=lambda row: not row.words[column])
        self.layoutAboutToBeChanged.emit()
        before = [(index, self.rows[index.row()]) for index in self.persistentIndexList()]
        self.rows = [*found, *self._last]
        places = {id(row): place for place, row in enumerate(self.rows)}
        for index, row in before:
            moved = self.index(places[id(row)], index.column())
            self.changePersistentIndex(index, moved)
        self.layoutChanged.emit()

    def places(self, strategy: str) -> list[int]:
        """The rows of a strategy: one for each of its alternatives."""
        return [n for n, row in enumerate(self.rows) if strategy and row.strategy == strategy]

    def tsv(self, places: Iterable[int] | None = None) -> str:
        """Some rows, or all, with the headings, as tab-separated lines; no cell is a formula. Last
        stands whose the pack is, where it is not ours.
        """
        chosen = self.rows if places is None else [self.rows[n] for n in places]
        lines = [self.headings, *(row.words for row in chosen)]
        lines += [(self._remark,)] if self._remark else []
        return "\n".join("\t".join(str(harmless(cell)) for cell in line) for line in lines)


def _strategy_row(
    pack: Pack, fields: list[Field], covered: Coverage | None, condition: Condition
) -> Row:
    share = covered.shares[condition.strategy] if covered else None
    said = partial(_strategy_words, pack, fields, share, condition)
    return Row(condition.strategy, share.profiles if share else 0, said)


def _strategy_words(
    pack: Pack, fields: list[Field], share: Share | None, condition: Condition
) -> list[str]:
    strategy = pack.strategy[condition.strategy]
    outside = (common.hedged(str(c.value), c.hedge) for c in condition.criteria if not c.field)
    name = strategy.name
    if condition.effect == "against":
        name = decision_map_words.TABLE_AGAINST.format(name=name)
    elif condition.again:
        name = decision_map_words.TABLE_ALTERNATIVE.format(name=name, number=condition.alternative)
    words = [name, *(_asked(pack, f, condition) for f in fields), "; ".join(outside)]
    if share and (condition.effect == "against" or condition.again):
        words += ["", ""]  # the numbers are the strategy's, and stand once
    elif share:
        names = _beside(pack, share)
        every = not any(deciding(pack.table.rows[pack.table.index[strategy.id]]))
        words += [
            decision_map_words.TABLE_ANY if every else common.grouped_number(share.profiles),
            names,
        ]
    return words


def _beside(pack: Pack, share: Share) -> str:
    """Who else of its kind is named for some of its profiles."""
    found = first_names(pack, share.beside, _MOST_NAMES)
    names = "; ".join(decision_map_words.short_name(s.name, s.also_called) for s in found)
    rest = share.beside.bit_count() - len(found)
    return common.AND_MORE.format(names=names, count=rest) if rest else names


def _asked(pack: Pack, field: Field, condition: Condition) -> str:
    whose = common.interpretation(pack.ours)
    asked = (
        decision_map_words.table_condition(field, c, whose)
        for c in condition.criteria
        if c.field == field.id
    )
    return "; ".join(asked)


def _gap_row(fields: list[Field], gap: Gap) -> Row:
    words = (decision_map_words.NOTHING, *(_values(f, gap) for f in fields), "")
    return Row("", gap.profiles, lambda: (*words, common.grouped_number(gap.profiles), ""))


def _values(field: Field, gap: Gap) -> str:
    """The values of a field for which nothing is named: *wild-type, unknown*, *1–3*."""
    return ", ".join(_merged(field, gap))


def _merged(field: Field, gap: Gap) -> Iterator[str]:
    """Numbers that follow each other are one stretch."""
    found = list(gap.slots.get(field.id, ()))
    while found:
        slot = found.pop(0)
        while found and slot.last is not None and found[0].value == field.on(slot.last, 1):
            slot = slot._replace(last=found.pop(0).last)
        yield decision_map_words.slot_label(field, slot)
