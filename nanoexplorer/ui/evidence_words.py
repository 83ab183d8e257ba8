"""The evidence map in words: what a tooltip and a screen reader say of a cell, and of all."""

from __future__ import annotations

from typing import Final

from nanoexplorer.core.evidence_map import Cell, EvidenceMap
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.standing import shown_rungs, standing
from nanoexplorer.figures.evidence_sheet import map_labels
from nanoexplorer.strings import evidence_map as words

MOST_NAMED: Final = 8
"""Strategies that a tooltip names; a large pack may have hundreds in one cell."""


class EvidenceWords:
    """Words for one map and profile; worked out when they are asked for."""

    def __init__(self, pack: Pack, shown: EvidenceMap, profile: Profile) -> None:
        self._pack, self._shown, self._profile = pack, shown, profile
        self.rows, self.columns = map_labels(pack, shown)
        self._cells = {(cell.row, cell.column): cell for cell in shown.cells}

    def cell(self, row: int, column: int) -> str:
        """A cell in full: its place, statements, and each strategy with verdict and rungs."""
        cell = self._cells.get((row, column))
        head = self._head(row, column, cell)
        if cell is None:
            return head
        lines = [self._strategy(id_) for id_ in cell.strategies[:MOST_NAMED]]
        more = len(cell.strategies) - len(lines)
        lines += [words.AND_MORE.format(count=more)] if more else []
        hint = words.evidence_map_hint(len(cell.strategies), self.rows[row])
        return "\n".join((head, *lines, hint))

    def _head(self, row: int, column: int, cell: Cell | None) -> str:
        count = cell.statements if cell else 0
        return words.evidence_map_cell(self.rows[row], self.columns[column], count)

    def _strategy(self, strategy: str) -> str:
        rungs = shown_rungs(standing(self._pack, self._profile, strategy))
        return words.evidence_map_strategy(
            self._pack.strategy[strategy].name,
            self._pack.table.verdict(self._profile, strategy),
            rungs,
        )

    def label(self, row: int, column: int) -> str:
        """What the pack says of the word at a row (`column` is -1) or a column (`row` is -1)."""
        ids = (self._shown.rows, self._shown.columns)
        place = row if column < 0 else column
        id_ = ids[0 if column < 0 else 1][place]
        label = (self.rows if column < 0 else self.columns)[place]
        lists = ("carrier", "purpose") if self._shown.kind == "carriers" else ("group", "")
        terms = self._pack.terms(lists[0 if column < 0 else 1])
        help_ = next((term.help for term in terms if term.id == id_), "")
        return "\n".join(filter(None, (label, help_)))

    @property
    def whole(self) -> str:
        """All filled cells, a line each; what has no line is a gap."""
        return "\n".join(
            words.evidence_map_line(
                self._head(cell.row, cell.column, cell),
                cell.rungs,
                words.FADED if cell.faded else "",
            )
            for cell in self._shown.cells
        )
