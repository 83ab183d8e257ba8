"""The evidence map in words: its titles and labels, what a cell says, and all of it spoken."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from nanoexplorer.core.evidence import Status
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.screen import Screen
from nanoexplorer.core.shown.evidence_map import Cell, EvidenceMap, map_label
from nanoexplorer.core.statuses import shown_statuses, statuses_for
from nanoexplorer.documents.blocks import Document, Figure, Section
from nanoexplorer.documents.evidence import in_order
from nanoexplorer.documents.statuses import disputes, said
from nanoexplorer.words import common
from nanoexplorer.words import evidence_map as words

MOST_NAMED: Final = 8
"""Strategies that a tooltip names; a large pack may have hundreds in one cell."""


@dataclass(frozen=True)
class MapWords:
    """What is drawn and said of a map; what a cell says in full is worded when it is asked for."""

    pack: Pack
    shown: EvidenceMap
    profile: Profile
    selection: str = ""

    @property
    def caption(self) -> str:
        """What size, number, fill and signs of a bubble stand for."""
        return words.CAPTION

    @property
    def title(self) -> str:
        """The title, which names the kind of strategy that is shown."""
        return words.TITLE.format(kinds=self.shown.kind.plural)

    @property
    def counts(self) -> str:
        """How many statements the map counts, and how many gaps it shows."""
        return words.counts(self.shown.statements, self.shown.gaps)

    @cached_property
    def rows(self) -> tuple[str, ...]:
        """The labels of the rows."""
        name = self.shown.kind.map_rows
        return tuple(map_label(self.pack, name, id_) for id_ in self.shown.rows)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The labels of the columns."""
        name = self.shown.kind.map_columns
        return tuple(map_label(self.pack, name, id_) for id_ in self.shown.columns)

    @property
    def statuses(self) -> tuple[Status, ...]:
        """What the legend explains."""
        return self.pack.statuses

    @cached_property
    def cells(self) -> dict[tuple[int, int], Cell]:
        """What is filled, by row and column; the others are gaps."""
        return {(cell.row, cell.column): cell for cell in self.shown.cells}

    def cell(self, row: int, column: int) -> str:
        """A cell in full: its place, statements, and each strategy with verdict and statuses."""
        cell = self.cells.get((row, column))
        head = self._head(row, column)
        if cell is None:
            return head
        lines = [self._strategy(id_) for id_ in cell.strategies[:MOST_NAMED]]
        more = len(cell.strategies) - len(lines)
        lines += [words.AND_MORE.format(count=more)] if more else []
        hint = words.hint(len(cell.strategies), self.rows[row])
        return "\n".join((head, *lines, hint))

    def _head(self, row: int, column: int) -> str:
        cell = self.cells.get((row, column))
        count = cell.statements if cell else 0
        return words.cell(self.rows[row], self.columns[column], count)

    def _strategy(self, strategy: str) -> str:
        statuses = shown_statuses(statuses_for(self.pack, self.profile, strategy))
        line = words.strategy(
            self.pack.strategy[strategy].name,
            self.pack.table.verdict(self.profile, strategy),
            map(said, statuses),
        )
        return "\n".join(filter(None, (line, disputes(statuses))))

    def label(self, row: int, column: int) -> str:
        """What the pack says of the word at a row (`column` is -1) or a column (`row` is -1), and
        how much of it is filled.
        """
        on_row = column < 0
        ids, labels = (self.shown.rows, self.rows) if on_row else (self.shown.columns, self.columns)
        place = row if on_row else column
        kind = self.shown.kind
        terms = self.pack.terms(kind.map_rows if on_row else kind.map_columns)
        help_ = next((term.help for term in terms if term.id == ids[place]), "")
        return "\n".join(filter(None, (labels[place], help_, self._filled(on_row, place))))

    def _filled(self, on_row: bool, place: int) -> str:
        found = [c for c in self.shown.cells if (c.row if on_row else c.column) == place]
        gaps = len(self.columns if on_row else self.rows) - len(found)
        places = common.counted(len(found), words.PLACES)
        return words.FILLED.format(places=places, gaps=common.counted(gaps, words.GAPS))

    def status(self, status: Status) -> str:
        """What a status of the legend means, as the pack defines it."""
        return words.STATUS_TIP.format(label=status.label, definition=status.definition)

    @property
    def whole(self) -> str:
        """Caption and all filled cells, a line each; what has no line is a gap."""
        lines = (
            words.cell_line(
                self._head(cell.row, cell.column),
                map(said, cell.statuses),
                words.FADED if cell.faded else "",
            )
            for cell in self.shown.cells
        )
        return "\n".join((self.caption, *lines))

    @property
    def spoken(self) -> str:
        """The map in a few words a cell, as it leaves."""
        cells = (f"{self._head(cell.row, cell.column)}." for cell in self.shown.cells)
        return " ".join([f"{self.title}: {self.counts}.", *cells])


def map_words(pack: Pack, screen: Screen) -> MapWords:
    """The words of the map that a screen shows."""
    assert isinstance(screen.part, EvidenceMap)
    return MapWords(pack, screen.part, screen.profile.profile, screen.selection)


def document(pack: Pack, screen: Screen) -> Document:
    """The map that was chosen, nothing of it out of sight."""
    said = map_words(pack, screen)
    behind = tuple(dict.fromkeys(s for cell in said.shown.cells for s in cell.strategies))
    statements = (s for strategy in behind for s in pack.statements_of.get(strategy, ()))
    keys = in_order(pack, (r for s in statements for r in pack.cites(s)))
    figure = Figure("evidence-map", said, said.spoken, behind, keys)
    profile = common.profile_line(pack.fields, said.profile)
    return Document(
        view="evidence-map",
        title=said.title,
        subtitle=f"{profile} · {said.counts}",
        sections=(Section("map", "", (figure,)),),
        keys=keys,
        remarks=screen.profile.remarks,
    )
