"""What limits and sorts the list of references: words, a kind, the selected strategy, a column."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from nanoexplorer.core.evidence import REFERENCE_KINDS
from nanoexplorer.documents.reference_list.columns import CHECKED, NAMES, SELECTED, sorting
from nanoexplorer.documents.reference_list.columns import Filters as Chosen
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.ui.base.requests import ChooseOption
from nanoexplorer.ui.base.widgets import give_tip
from nanoexplorer.ui.controls.choices import CheckBox, ChoiceBox
from nanoexplorer.words import common
from nanoexplorer.words import references as words

BOX_WIDTH, BOX_MOST = 116, 290
DOWN_FIRST: Final = ("year", "cited", "checks")
"""Columns of numbers of which one looks for the greatest."""


class Filters(QObject):
    """Shows the filters and requests what is chosen as an option."""

    requested = Signal(object)

    def __init__(self, kinds: Iterable[str], zoom: int, home: QWidget) -> None:
        super().__init__(home)
        self.box = self._line(zoom)
        present = frozenset(kinds)
        named = {kind: common.REFERENCE_KIND[kind] for kind in REFERENCE_KINDS if kind in present}
        some = {"": words.ANY_KIND} | named
        self.kinds = ChoiceBox(some, "references.kind", spoken=words.KIND_NAME, letters=8)
        columns = {name: words.SORT[name] for name in NAMES}
        self.sorting = ChoiceBox(columns, "references.sort", spoken=words.SORT_NAME, letters=9)
        self.checked = CheckBox(words.WITH_CHECK, "references.checked")
        give_tip(self.checked, words.WITH_CHECK_TIP)
        self.of_selected = CheckBox(words.OF_SELECTED, "references.of_selected")
        give_tip(self.of_selected, words.OF_SELECTED_TIP)
        self._connect()

    def _line(self, zoom: int) -> QLineEdit:
        box = QLineEdit()
        box.setObjectName("references.filter")
        box.setPlaceholderText(words.FILTER)
        box.setAccessibleName(words.FILTER_NAME)
        box.setClearButtonEnabled(True)
        box.setMinimumWidth(scaled(BOX_WIDTH, zoom))
        box.setMaximumWidth(scaled(BOX_MOST, zoom))
        give_tip(box, words.FILTER_NAME)
        return box

    def _connect(self) -> None:
        """User's doings only: what is shown because of a screen sends nothing back."""
        self.box.textEdited.connect(lambda text: self._choose("references.filter", text))
        self.box.textChanged.connect(self._cleared)
        self.kinds.activated.connect(
            lambda _: self._choose("references.kind", self.kinds.currentData())
        )
        self.sorting.activated.connect(lambda _: self._sort())
        self.checked.clicked.connect(
            lambda on: self._choose("references.checked", CHECKED if on else "")
        )
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

    def show_filters(self, filters: Chosen) -> None:
        """Show what the list is limited to."""
        if self.box.text() != filters.text:
            self.box.setText(filters.text)
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(filters.kind)))
        self.sorting.setCurrentIndex(self.sorting.findData(filters.by))
        self.of_selected.setChecked(filters.of_selected)
        self.checked.setChecked(filters.checked)
