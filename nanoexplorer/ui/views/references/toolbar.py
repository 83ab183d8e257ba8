"""The line over the references: which page, what limits and sorts them, how many, where to."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Place
from nanoexplorer.core.shown.reference_list import kinds_of, listed
from nanoexplorer.documents.citations.cited import whose
from nanoexplorer.documents.reference_list.columns import ReferencesPart
from nanoexplorer.documents.reference_list.page import finding
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.flow import Flow
from nanoexplorer.ui.base.key_places import native
from nanoexplorer.ui.base.requests import Act, ChooseOption
from nanoexplorer.ui.base.view import Part
from nanoexplorer.ui.base.widgets import give_tip
from nanoexplorer.ui.controls.buttons import UnfoldButton
from nanoexplorer.ui.controls.choices import Segments
from nanoexplorer.ui.controls.elided import elided
from nanoexplorer.ui.views.references.copies import Copies
from nanoexplorer.ui.views.references.filters import Filters
from nanoexplorer.words import common
from nanoexplorer.words import references as words

PAGES: Final = ("list", "behind")
GAP: Final = 8
"""Px between two things."""
BUTTONS: Final = 1160
"""Px at 100 % beside the way back and the tick for a selection; below this width the buttons that
copy are a menu.
"""
FILTERS: Final = 640
"""Below this one all filters but the words are folded away."""


class Toolbar(Part):
    """One line where there is room for it."""

    def __init__(self, pack: Pack, zoom: int) -> None:
        super().__init__("paper")
        self._pack, self._zoom = pack, zoom
        self._behind = self._selected = False
        self.back = _BackButton()
        self.filters = Filters(kinds_of(listed(pack)), zoom, self)
        self.copies = Copies(zoom, self)
        for part in (self.back, self.filters, self.copies):
            part.requested.connect(self.requested)
        self.title = elided("", "lead", name="references.title")
        self.more = UnfoldButton(words.MORE_FILTERS, "references.more_filters", zoom)
        self.more.toggled.connect(lambda _: self._arrange())
        chosen, copies = self.filters, self.copies
        self._foldable = (chosen.kinds, chosen.sorting, chosen.checked)
        self.switch = self._pages()
        flow = Flow(self)
        flow.add(self.back, self.switch, self.title, chosen.box, self.more, *self._foldable)
        flow.add(chosen.of_selected)
        flow.add(copies.count, copies.lead, *copies.buttons, copies.menu)

    def _pages(self) -> Segments:
        made = Segments([(f"references.page_{page}", words.PAGES[page], "") for page in PAGES])
        made.setObjectName("references.pages")
        made.setAccessibleName(words.PAGES_NAME)
        made.turned.connect(
            lambda place: self.requested.emit(ChooseOption("references.page", PAGES[place]))
        )
        return made

    def show_part(self, part: ReferencesPart) -> None:
        """Show the page, what limits the list, and how many are left."""
        self._behind = part.behind
        self._selected = bool(part.selected) or part.filters.of_selected
        self.switch.choose(int(part.behind))
        self.title.setText(finding(self._pack) if part.behind else "")
        self.filters.show_filters(part.filters)
        rows = tuple(row.reference for row in part.rows)
        self.copies.show_references(rows, part.of, whose(self._pack))
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Show what belongs to the page and has room; a filter that is on is never hidden."""
        listed, copies = not self._behind, self.copies
        folded = self.width() < scaled(FILTERS, self._zoom)
        open_ = listed and (not folded or self.more.isChecked())
        beside = [self.back] * (not self.back.isHidden()) + [
            self.filters.of_selected
        ] * self._selected
        room = self.width() - sum(part.sizeHint().width() + GAP for part in beside)
        buttons = room >= scaled(BUTTONS, self._zoom)
        self.title.setVisible(self._behind)
        self.more.setVisible(listed and folded)
        shown: tuple[tuple[QWidget, bool], ...] = (
            (self.filters.box, listed),
            *((part, open_) for part in self._foldable),
            (self.filters.of_selected, open_ and self._selected),
            (copies.count, listed),
            (copies.menu, listed and not buttons),
            *((part, listed and buttons) for part in (copies.lead, *copies.buttons)),
        )
        for part, is_shown in shown:
            part.setVisible(is_shown)


class _BackButton(QPushButton):
    """Stands there while there is a way back, and says where it leads."""

    requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("references.back")
        self.setProperty("kind", "link")
        self.clicked.connect(lambda: self.requested.emit(Act.GO_BACK))
        self.hide()

    def show_place(self, place: Place | None) -> None:
        """Lead to a place, or go away where there is none."""
        self.setVisible(place is not None)
        if place is not None:
            keys = QKeySequence(QKeySequence.StandardKey.Back)
            self.setText(words.BACK.format(view=common.TABS[place.tab]))
            self.setShortcut(keys)  # a button's text takes it away
            give_tip(self, words.BACK_TIP.format(keys=native(keys)))
