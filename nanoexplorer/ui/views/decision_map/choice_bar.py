"""Drop-downs for what the decision map is to show."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile_space import ProfileSpace
from nanoexplorer.core.shown.decision_map_choices import (
    BETWEEN,
    COLUMNS,
    MOST,
    ROWS,
    STRATEGY,
    Choices,
    combinations,
)
from nanoexplorer.ui.base.flow import Flow
from nanoexplorer.ui.base.requests import ChooseOption
from nanoexplorer.ui.base.view import Part
from nanoexplorer.ui.base.widgets import give_tip
from nanoexplorer.ui.controls.buttons import MenuButton
from nanoexplorer.ui.controls.choices import ChoiceBox
from nanoexplorer.words import decision_map as words


class ChoiceBar(Part):
    """Three drop-downs; each change requests an option."""

    def __init__(self, pack: Pack, space: ProfileSpace, zoom: int) -> None:
        super().__init__()
        self._pack, self._space = pack, space
        self._shown: Choices | None = None
        self.strategies = self._strategies()
        self.rows, self._row_actions = self._fields(ROWS, words.ROWS_NAME, zoom)
        self.columns, self._column_actions = self._fields(COLUMNS, words.COLUMNS_NAME, zoom)
        Flow(self).add(self.strategies, self.rows, self.columns)

    def _strategies(self) -> ChoiceBox:
        asked = {
            strategy.id: strategy.name
            for strategy, criteria in zip(self._pack.ordered, self._pack.table.rows, strict=True)
            if any(c.field for alternative in criteria.values() for c in alternative)
        }
        texts = {"": words.ALL} | asked
        box = ChoiceBox(texts, STRATEGY, spoken=words.STRATEGY_NAME, letters=14)
        give_tip(box, words.STRATEGY_NAME)
        box.activated.connect(
            lambda n: self.requested.emit(ChooseOption(STRATEGY, box.itemData(n)))
        )
        return box

    def _fields(self, name: str, spoken: str, zoom: int) -> tuple[MenuButton, dict[str, QAction]]:
        """A button with a menu of the pack's fields."""
        button = MenuButton("", name, spoken, zoom)
        menu = QMenu(button)
        actions = {}
        for field in self._pack.fields:
            action = menu.addAction(field.label)
            action.setCheckable(True)
            action.triggered.connect(
                lambda on, name=name, id_=field.id: self._chosen(name, id_, on)
            )
            actions[field.id] = action
        button.setMenu(menu)
        return button, actions

    def _chosen(self, name: str, field: str, on: bool) -> None:
        if name == COLUMNS or self._shown is None:
            self.requested.emit(ChooseOption(COLUMNS, field))
            return
        chosen = {*self._shown.rows, field} if on else {*self._shown.rows} - {field}
        ordered = (f.id for f in self._pack.fields if f.id in chosen)
        self.requested.emit(ChooseOption(ROWS, BETWEEN.join(ordered)))

    def show_choices(self, choices: Choices) -> None:
        """Show what is chosen, and offer what can be."""
        self._shown = choices
        rows = ", ".join(self._pack.field[f].label for f in choices.rows)
        self.rows.setText(words.ROWS.format(fields=rows or words.NO_ROWS))
        columns = ", ".join(self._pack.field[f].label for f in choices.columns)
        self.columns.setText(words.COLUMNS.format(field=columns or words.NO_ROWS))
        for field, action in self._row_actions.items():
            more = combinations(self._space, (*choices.rows, field)) <= MOST
            action.setChecked(field in choices.rows)
            action.setEnabled(field not in choices.columns and (more or field in choices.rows))
        for field, action in self._column_actions.items():
            action.setChecked(field in choices.columns)
        self._show_strategy(choices.strategy)

    def _show_strategy(self, strategy: str) -> None:
        place = self.strategies.findData(strategy)
        if place < 0:
            self.strategies.addItem(self._pack.strategy[strategy].name, strategy)
            place = self.strategies.count() - 1
        self.strategies.setCurrentIndex(place)
