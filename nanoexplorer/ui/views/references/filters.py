"""What limits and sorts the list of references: words, a kind, the selected strategy, a column."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from nanoexplorer.core.evidence import REFERENCE_KINDS
from nanoexplorer.documents.reference_columns import NAMES, SELECTED, Filters, sorting
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.ui.base.flow import Flow
from nanoexplorer.ui.base.requests import ChooseOption
from nanoexplorer.ui.base.widgets import give_tip
from nanoexplorer.ui.controls.controls import CheckBox, ChoiceBox
from nanoexplorer.words import common
from nanoexplorer.words import references as words

BOX_WIDTH: Final = 184
DOWN_FIRST: Final = ("year", "cited", "checks")
"""Columns of numbers of which one looks for the greatest."""


class FilterBar(QFrame):
    """Shows the filters and requests what is chosen as an option."""

    requested = Signal(object)

    def __init__(self, kinds: Iterable[str], zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "paper")
        self.box = QLineEdit()
        self.box.setObjectName("references.filter")
        self.box.setPlaceholderText(words.FILTER)
        self.box.setAccessibleName(words.FILTER_NAME)
        self.box.setClearButtonEnabled(True)
        self.box.setFixedWidth(scaled(BOX_WIDTH, zoom))
        give_tip(self.box, words.FILTER_NAME)
        self.kinds = ChoiceBox()
        self.kinds.setObjectName("references.kind")
        self.kinds.setAccessibleName(words.KIND_NAME)
        self.kinds.addItem(words.ANY_KIND, "")
        present = frozenset(kinds)
        for kind in REFERENCE_KINDS:
            if kind in present:
                self.kinds.addItem(common.REFERENCE_KIND[kind], kind)
        self.sorting = ChoiceBox()
        self.sorting.setObjectName("references.sort")
        self.sorting.setAccessibleName(words.SORT_NAME)
        for name in NAMES:
            self.sorting.addItem(words.SORT[name], name)
        self.of_selected = CheckBox(words.OF_SELECTED)
        self.of_selected.setObjectName("references.of_selected")
        give_tip(self.of_selected, words.OF_SELECTED_TIP)
        Flow(self).add(self.box, self.kinds, self.sorting, self.of_selected)
        self._connect()

    def _connect(self) -> None:
        """User's doings only: what is shown because of a screen sends nothing back."""
        self.box.textEdited.connect(lambda text: self._choose("references.filter", text))
        self.box.textChanged.connect(self._cleared)
        self.kinds.activated.connect(
            lambda _: self._choose("references.kind", self.kinds.currentData())
        )
        self.sorting.activated.connect(lambda _: self._sort())
        self.of_selected.clicked.connect(
            lambda on: self._choose("references.of", SELECTED if on else "")
        )

    def _choose(self, name: str, value: str) -> None:
        self.requested.emit(ChooseOption(name, value))

    def _cleared(self, text: str) -> None:
        """The button in the box empties it without an edit."""
        if not text:
            self._choose("references.filter", "")

    def _sort(self) -> None:
        by = str(self.sorting.currentData())
        self._choose("references.sort", sorting(by, by in DOWN_FIRST))

    def show_filters(self, filters: Filters, selected: bool) -> None:
        """Show what the list is limited to; `selected`: whether a strategy is."""
        if self.box.text() != filters.text:
            self.box.setText(filters.text)
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(filters.kind)))
        self.sorting.setCurrentIndex(self.sorting.findData(filters.by))
        self.of_selected.setChecked(filters.of_selected)
        self.of_selected.setEnabled(selected or filters.of_selected)
