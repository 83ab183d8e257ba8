"""The decision map: every profile there is, and below it the decision table itself."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile_space import space_of
from nanoexplorer.core.screen import EMPTY, Screen
from nanoexplorer.core.shown.decision_map import DecisionMapPart, changes_to
from nanoexplorer.core.shown.decision_map_choices import STRATEGY
from nanoexplorer.core.shown.decision_rows import Coverage, coverage
from nanoexplorer.documents.decision_map import (
    cell_text,
    held_line,
    here_line,
    in_words,
    title,
    words_of,
)
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.requests import ChangeProfile, ChooseOption, SelectStrategy
from nanoexplorer.ui.base.scrolling import scrolled
from nanoexplorer.ui.base.view import View
from nanoexplorer.ui.base.widgets import STRETCH, column, frame, give_tip, label, put, row
from nanoexplorer.ui.views.decision_map.canvas import DecisionMapCanvas
from nanoexplorer.ui.views.decision_map.choice_bar import ChoiceBar
from nanoexplorer.ui.views.decision_map.table_model import DecisionTableModel
from nanoexplorer.ui.views.decision_map.table_view import DecisionTableView
from nanoexplorer.words import common
from nanoexplorer.words import decision_map as words

DRAWN_FROM = frozenset({"profile", "selection", "part"})
_LOW = 300
"""Px at 100 %, below which the title makes room for the map."""
_TWO_LINES = 36
"""Px that what a cell says has at least, so that nothing jumps."""


class DecisionMapPanel(View):
    """Drop-downs, the map, what the cell in question says, and the decision table."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int) -> None:
        super().__init__(pack, theme, zoom)
        self._space = space_of(pack.table)
        self._screen = EMPTY
        self._part: DecisionMapPart | None = None
        self.title = label("", "lead", wraps=True, name="decision-map.title")
        self.held = label("", "muted", wraps=True, name="decision-map.held")
        self.choices = ChoiceBar(pack, self._space, zoom)
        self.choices.requested.connect(self._choose)
        self.canvas = DecisionMapCanvas(zoom, self._cell_text)
        self.canvas.cell_chosen.connect(self._go)
        self.canvas.cell_looked_at.connect(self._read)
        self.canvas.cell_walked_to.connect(self._keep_in_sight)
        self.said = label("", "small", wraps=True, name="decision-map.said")
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.said.setMinimumHeight(scaled(_TWO_LINES, zoom))
        give_tip(self.title, words.TITLE_TIP)
        give_tip(self.held, words.SIZE_TIP)
        covered = coverage(pack, self._space)
        self.table = DecisionTableView(DecisionTableModel(pack, covered), theme, zoom)
        self.table.requested.connect(self.requested)
        self._lay_out(covered)

    def _lay_out(self, covered: Coverage | None) -> None:
        """All below each other in one area that scrolls."""
        page = frame("paper", "decision-map.page")
        lines = self._lines = column(page, gap=scaled(8, self.zoom), margin=(18, 12, 18, 12))
        holder = QFrame()
        put(row(holder, gap=0), self.canvas)
        put(lines, self.title, self.held, self.choices, holder, self.said)
        lines.addSpacing(scaled(8, self.zoom))
        put(lines, label(words.TABLE_TITLE, "lead", name="decision-map.table-title"), self.table)
        for n, text in enumerate(_remarks(self.pack, covered, self._space.size)):
            put(lines, label(text, "small", wraps=True, name=f"decision-map.remark-{n}"))
        put(lines, STRETCH)
        self.area = scrolled(page, "decision-map.area", across=True)
        self.area.setCornerWidget(frame("paper", "decision-map.corner"))
        put(row(self, gap=0), self.area)
        self._words = (self.title, self.held, self.choices, self.said)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands around the map keeps to the room there is; the map itself may be wider. In a
        low window the map comes first, and what it is of below it.
        """
        super().resizeEvent(event)
        lines, low = self._lines, self.height() < scaled(_LOW, self.zoom)
        self.title.setHidden(low)
        wanted = lines.indexOf(self.said) - 1 if low else 1
        if lines.indexOf(self.held) != wanted:
            lines.removeWidget(self.held)
            lines.insertWidget(wanted, self.held)
        bar = self.area.verticalScrollBar().sizeHint().width()
        for part in self._words:
            part.setMaximumWidth(max(part.minimumSizeHint().width(), self.width() - 36 - bar))

    @override
    def draw(self, screen: Screen, changed: frozenset[str]) -> None:
        """Draw the map of the screen's profile, with what is chosen in the options."""
        self._screen, part = screen, screen.part
        if not isinstance(part, DecisionMapPart) or not changed & DRAWN_FROM:
            return
        self._part = part
        self.choices.show_choices(part.chosen)
        said = words_of(self.pack, part, screen.selection)
        self.canvas.show_map(said, self.theme)
        self.table.show_selection(screen.selection)
        self._head(part, in_words(self.pack, part, said, words.HELP))
        self._read(None)

    def _head(self, part: DecisionMapPart, spoken: str) -> None:
        profile = self._screen.profile.profile
        self.title.setText(title(self.pack, part))
        self.held.setText(held_line(self.pack, part, profile, words.SIZE))
        self.canvas.setAccessibleName(words.NAME)
        self.canvas.viewport().setAccessibleName(words.NAME)
        self.canvas.setAccessibleDescription(spoken)

    def _cell_text(self, cell: tuple[int, int]) -> str:
        assert self._part
        return cell_text(self.pack, self._part.chart, *cell, self._part.chosen.strategy)

    def _read(self, cell: tuple[int, int] | None) -> None:
        """Say what a cell says; without one, what the profile's own cell does."""
        if self._part is not None:
            elsewhere = cell is not None and cell != self._part.chart.here
            said = self._cell_text(cell) if cell and elsewhere else here_line(self.pack, self._part)
            self.said.setText(said)

    def _keep_in_sight(self, box: QRect) -> None:
        """Scroll to where the keyboard has walked."""
        page = self.area.widget()
        assert page is not None
        at = self.canvas.mapTo(page, box.center())
        self.area.ensureVisible(at.x(), at.y(), box.width(), 2 * box.height())

    def _choose(self, option: ChooseOption) -> None:
        """A strategy that is chosen for the map is selected everywhere."""
        self.requested.emit(option)
        if option.name == STRATEGY and option.value:
            self.requested.emit(SelectStrategy(option.value))

    def _go(self, row: int, column: int) -> None:
        if self._part is not None:
            profile = self._screen.profile.profile
            self.requested.emit(ChangeProfile(changes_to(self._part.chart, profile, row, column)))


def _remarks(pack: Pack, covered: Coverage | None, size: int) -> list[str]:
    """Below the table: what has no row in it, what overlaps, what nothing covers."""
    rest = sum(not row for row in pack.table.rows)
    said = [common.counted(rest, words.TABLE_REST, none=words.TABLE_NONE)]
    if covered is None:
        return said
    number = common.grouped_number
    overlaps = [
        common.counted(covered.several[kind.id], words.TABLE_OVERLAP, kinds=kind.plural)
        for kind in pack.kinds
        if covered.several[kind.id]
    ]
    if overlaps:
        said.append(words.TABLE_OVERLAPS.format(kinds="; ".join(overlaps)))
    uncovered = words.TABLE_UNCOVERED
    said.append(uncovered.format(count=number(covered.uncovered), of=number(size)))
    return said
