"""Step a single field of a profile through its values: Left, Right, or the buttons beside it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from nanoexplorer.core.profile import Field, Profile, Value
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.requests import ChooseOption, EditSecond
from nanoexplorer.ui.base.view import Part
from nanoexplorer.ui.base.widgets import button, give_tip, label, put, row
from nanoexplorer.ui.controls.buttons import put_icon
from nanoexplorer.ui.controls.choices import ChoiceBox
from nanoexplorer.words import common
from nanoexplorer.words import compare as words

_AROUND: Final = 40
"""Px that the button has beside its words."""
OPTION: Final = "compare.step"
"""The option of the field that is stepped through."""


class FieldStepper(Part):
    """A field to choose, and the value that it has; requests the value one step on or back."""

    def __init__(self, fields: tuple[Field, ...], theme: Theme, zoom: int) -> None:
        super().__init__()
        self._fields = {field.id: field for field in fields}
        self._profile: Profile | None = None
        self._zoom = zoom
        texts = {field.id: field.label for field in fields}
        self.box = ChoiceBox(texts, "compare.step_field", spoken=words.STEP_FIELD, letters=6)
        self.value = _Value()
        self.back = self._button("back", words.STEP_BACK, -1)
        self.on = self._button("on", words.STEP_ON, 1)
        lead = label(words.STEP, "muted")
        put(row(self, gap=4), lead, self.box, self.back, self.value, self.on)
        self.box.activated.connect(self._choose)
        self.value.clicked.connect(lambda: self._step(1))
        self.value.stepped.connect(self._step)
        self.dress(theme)

    def _button(self, name: str, spoken: str, step: int) -> QPushButton:
        made = button(
            "",
            f"compare.step_{name}",
            spoken=spoken,
            kind="step",
            tip=spoken,
            does=lambda: self._step(step),
        )
        made.setAutoRepeat(True)
        return made

    def dress(self, theme: Theme) -> None:
        """Take another theme."""
        put_icon(self.back, "minus", theme, self._zoom)
        put_icon(self.on, "plus", theme, self._zoom)

    def show_profile(self, profile: Profile, chosen: str) -> None:
        """Show the value of the field of that id; of the first one, for an id that isn't there."""
        self._profile = profile
        self.box.setCurrentIndex(max(0, self.box.findData(chosen)))
        field = self._field()
        self.setEnabled(field is not None)
        if field is None:
            return
        said = common.value_phrase(field, profile[field.id])
        widest = _AROUND + self._widest(field)
        self.value.setText(said)
        if len(field.parts(profile[field.id])) > 1:
            end = Qt.TextElideMode.ElideRight
            self.value.setText(self.value.fontMetrics().elidedText(said, end, widest))
        self.value.setAccessibleName(words.STEP_SAID.format(field=field.label, value=said))
        self.value.setMinimumWidth(widest)
        self.back.setEnabled(self._neighbour(-1) is not None)
        self.on.setEnabled(self._neighbour(1) is not None)

    def _field(self) -> Field | None:
        return self._fields.get(self.box.currentData() or "")

    def _widest(self, field: Field) -> int:
        """Room for every value, so that stepping moves nothing; of several at once for two."""
        last = [field.maximum] if field.has_numbers else []
        values: list[Value] = [*(option.id for option in field.options), *last]
        values += [field.joined(field.together[:2])] if field.together else []
        metrics = self.value.fontMetrics()
        return max(metrics.horizontalAdvance(common.value_phrase(field, value)) for value in values)

    def _neighbour(self, step: int) -> Value | None:
        field = self._field()
        if field is None or self._profile is None:
            return None
        return field.neighbour(self._profile[field.id], step)

    def _choose(self, _: int) -> None:
        self.requested.emit(ChooseOption(OPTION, self.box.currentData()))

    def _step(self, step: int) -> None:
        value = self._neighbour(step)
        if value is not None:
            self.requested.emit(EditSecond(self.box.currentData(), value))


class _Value(QPushButton):
    """Shows the value; the arrow keys step, though on a button they would move the focus."""

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("compare.step_value")
        give_tip(self, words.STEP_TIP)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)
