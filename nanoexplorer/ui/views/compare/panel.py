"""Compare: a second profile beside the first, and what becomes of every verdict."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame

from nanoexplorer.core import case_code
from nanoexplorer.core.case_code import CaseCodeError
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.screen import Screen
from nanoexplorer.core.shown.compare import ComparePart
from nanoexplorer.documents.compare import field_rows, summary
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.flow import Flow
from nanoexplorer.ui.base.requests import Act, CompareWith
from nanoexplorer.ui.base.scrolling import scrolled
from nanoexplorer.ui.base.view import View
from nanoexplorer.ui.base.widgets import STRETCH, button, column, frame, give_tip, label, put, row
from nanoexplorer.ui.controls.choices import ChoiceBox
from nanoexplorer.ui.controls.elided import elided
from nanoexplorer.ui.views.compare.columns import ProfileColumns
from nanoexplorer.ui.views.compare.stepper import OPTION, FieldStepper
from nanoexplorer.ui.views.compare.table import CompareTable
from nanoexplorer.words import compare as words
from nanoexplorer.words.packs import problems as problems_words

LOW: Final = 350
"""Px at 100 %; below this height the title makes room for the table."""


class ComparePanel(View):
    """Two profiles and what they differ in; sends requests for either."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int) -> None:
        super().__init__(pack, theme, zoom)
        self._first = pack.blank_profile
        self._second: Profile | None = None
        self._part: ComparePart | None = None
        self.summary = elided("", "muted", name="compare.summary")
        give_tip(self.summary, words.SUMMARY_TIP)
        self.columns = ProfileColumns(pack, zoom)
        self.problem = label("", "caution", wraps=True, name="compare.problem")
        self.table = CompareTable(pack, theme, zoom)
        self.stepper = FieldStepper(pack.fields, theme, zoom)
        self.cases = self._cases()
        self.swap = button(words.SWAP, "compare.swap", tip=words.SWAP_TIP, does=self._swap)
        self.same = button(words.SAME, "compare.same", tip=words.SAME_TIP, does=self._take_same)
        self.clear = button(words.CLEAR, "compare.clear", tip=words.CLEAR_TIP, does=self._clear)
        self.empty = self._empty_state()
        self._lay_out()
        self._listen()
        self.problem.hide()

    def _cases(self) -> ChoiceBox:
        cases = {"": words.CASE_CHOOSE} | {case.id: case.title for case in self.pack.cases}
        box = ChoiceBox(cases, "compare.cases", spoken=words.CASE, letters=17)
        box.setVisible(bool(self.pack.cases))
        return box

    def _empty_state(self) -> QFrame:
        made = frame("paper", "compare.empty")
        self.why = label(words.EMPTY, wraps=True, name="compare.why")
        self.how = label(words.EMPTY_HOW, "muted", wraps=True, name="compare.how")
        put(column(made, gap=10, margin=(0, 8, 14, 8)), self.why, self.how, STRETCH)
        return made

    def _lay_out(self) -> None:
        """All in one area that scrolls in a low window: squeezed, its lines would overlap."""
        self.title = elided(words.TITLE, "lead", name="compare.title")
        head = put(row(gap=10), self.title, (self.summary, 1), self.cases)
        tools = Flow(gap=8)
        tools.add(self.swap, self.same, self.clear, self.stepper)
        self._both = put(row(gap=16), (self.columns, 3), (tools, 2))
        top = put(column(gap=6, margin=(0, 0, 14, 0)), head, self._both, self.problem)
        page = frame("paper", "compare.page")
        put(column(page, margin=(18, 12, 0, 0)), top, self.empty, (self.table, 1))
        put(row(self, gap=0), scrolled(page, "compare.area", across=True))

    def _listen(self) -> None:
        self.cases.activated.connect(self._take_case)
        for part in (self.columns, self.stepper, self.table):
            part.requested.connect(self.requested)
        self.columns.entered.connect(self._take_code)

    def _swap(self) -> None:
        self.requested.emit(Act.SWAP_PROFILES)

    def _take_same(self) -> None:
        self.requested.emit(CompareWith(self._first))

    def _clear(self) -> None:
        self.requested.emit(CompareWith(None))

    def _take_case(self, place: int) -> None:
        wanted = self.cases.itemData(place)
        for case in self.pack.cases:
            if case.id == wanted:
                self.requested.emit(CompareWith(case.profile))

    def _take_code(self, text: str) -> None:
        try:
            profile, version = case_code.decode(self.pack, text)
        except CaseCodeError as error:
            example = case_code.encode(self.pack, self.pack.blank_profile)
            said = problems_words.CASE_CODE_ERROR[error.code]
            self._complain(said.format(text=text.strip(), example=example, **error.about))
            return
        self.requested.emit(CompareWith(profile))
        kept, ours = self.pack.ours, self.pack.version
        older = problems_words.of_another_version(version, ours, codes_kept=kept)
        self._complain("" if version == ours else older)

    def _complain(self, said: str) -> None:
        self.problem.setText(said)
        self.problem.setVisible(bool(said))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """The tools stand beside the columns where there is room."""
        way = QBoxLayout.Direction
        beside = self.columns.sizeHint().width() + self.stepper.sizeHint().width()
        wide = self.width() >= beside + scaled(60, self.zoom)
        self._both.setDirection(way.LeftToRight if wide else way.TopToBottom)
        low = self.height() < LOW * self.zoom // 100
        self.title.setHidden(low and self._second is not None)

    @override
    def draw(self, screen: Screen, changed: frozenset[str]) -> None:
        """Draw both profiles and their differences; a selection alone is only marked."""
        part = screen.part
        if not isinstance(part, ComparePart):
            return
        if part != self._part:
            self._part = part
            if (self._first, self._second) != part[:2]:
                self._complain("")
            self._first, self._second = part.first, part.second
            self._show(part, screen.selection)
        else:
            self.table.show_selection(screen.selection)
        chosen = dict(screen.options).get(OPTION, "")
        self.stepper.show_profile(self._second or self._first, chosen)

    def _show(self, part: ComparePart, selection: str) -> None:
        second = self._second
        codes = [case_code.encode(self.pack, p) if p else "" for p in (self._first, second)]
        self.columns.show_profiles(field_rows(self.pack, part), codes[0], codes[1], second)
        case = next((c.id for c in self.pack.cases if c.profile == second), None)
        self.cases.setCurrentIndex(max(0, self.cases.findData(case) if case else 0))
        for made in (self.swap, self.clear):
            made.setEnabled(second is not None)
        self.same.setEnabled(second != self._first)
        self._say(part)
        self.table.setVisible(second is not None)
        self._share()
        self.table.show_differences(part, selection)

    def _say(self, part: ComparePart) -> None:
        """What changed in one line; and where nothing did, why the table is bare."""
        self.summary.setText(summary(part))
        alike = part.second is not None and not part.differs
        equal = self._second == self._first
        self.empty.setVisible(self._second is None or alike)
        self.how.setVisible(self._second is None)
        if alike:
            self.why.setText(words.EQUAL if equal else words.ALIKE)
        else:
            self.why.setText(words.EMPTY)
