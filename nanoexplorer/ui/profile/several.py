"""A control for a field that can have several values at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QPushButton, QWidget

from nanoexplorer.core.profile import Field, Option, Value
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.widgets import column, give_tip, row
from nanoexplorer.ui.controls.choices import CheckBox
from nanoexplorer.ui.profile.fields import (
    AROUND_STEP,
    ROOM,
    FieldControl,
    fitting,
    rows_of,
    tip_of,
    wide,
)

_AROUND: Final = 44.0
"""Px at 100 % that a check box has beside its words, the gap to the next one too."""
_GAP: Final = 3


class SeveralControl(FieldControl):
    """A check box for what can be held together; below them, a button for each other option."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"profile.{field.id}")
        self.setAccessibleName(field.label)
        self._field, self._value = field, ""
        self.options: dict[str, QAbstractButton] = {}
        lines = column(self, gap=3)
        together = [option for option in field.options if option.id in field.together]
        lines.addLayout(self._boxes(together))
        others = [option for option in field.options if option not in together]
        for options in rows_of(others, AROUND_STEP):
            line = row(gap=4)
            lines.addLayout(line)
            for option in options:
                line.addWidget(self._added(option, self._button(option)), 1)

    def _boxes(self, options: Sequence[Option]) -> QGridLayout:
        """As many columns as have room for the longest words."""
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(_GAP)
        words = {option: fitting(option.short_label, _AROUND) for option in options}
        columns = max(1, int(ROOM // (max(map(wide, words.values())) + _AROUND)))
        for place, option in enumerate(options):
            box = self._added(option, CheckBox(words[option]))
            grid.addWidget(box, *divmod(place, columns), Qt.AlignmentFlag.AlignLeft)
        for place in range(columns):
            grid.setColumnStretch(place, 1)
        return grid

    def _button(self, option: Option) -> QPushButton:
        button = QPushButton(fitting(option.short_label))
        button.setProperty("known", "yes" if option.known else "no")
        button.setProperty("kind", "step")
        button.setCheckable(True)
        return button

    def _added(self, option: Option, button: QAbstractButton) -> QAbstractButton:
        button.setProperty("segment", "only")  # as small as the options of the other fields
        button.setObjectName(f"{self.objectName()}.{option.id}")
        button.setAccessibleName(option.phrase)
        give_tip(button, tip_of(option))
        button.clicked.connect(lambda: self._toggle(option.id))
        self.options[option.id] = button
        return button

    def _toggle(self, option: str) -> None:
        value = self._field.toggled(self._value, option)
        self.show_value(value)  # what was chosen already stays so, whatever a click makes of it
        self.edited.emit(value)

    @override
    def show_value(self, value: Value) -> None:
        self._value = str(value)
        held = self._field.parts(value)
        for option, button in self.options.items():
            with QSignalBlocker(button):
                button.setChecked(option in held)
            button.update()
