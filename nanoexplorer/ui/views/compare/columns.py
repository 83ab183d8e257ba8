"""Two profiles as two columns of fields: what differs is marked, each value opens its choice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QMenu, QPushButton, QWidget

from nanoexplorer.core.case_code import MOST_TYPED
from nanoexplorer.core.decision_table import DecisionTable
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Field, Profile, Value
from nanoexplorer.documents.compare import FieldRow
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.ui.base.requests import CopyCode, EditField, EditSecond
from nanoexplorer.ui.base.view import Part
from nanoexplorer.ui.base.widgets import STRETCH, button, give_tip, label, put, row
from nanoexplorer.words import common
from nanoexplorer.words import compare as words
from nanoexplorer.words import window as window_words

NUMBERS: Final = 10
"""Numbers that a menu offers; stepping goes on beyond them."""
SIGNS: Final = 32
"""Of several values at once that a profile shows, about so many; the others stand on hover."""
_FIRST, _SECOND, _MARK = 1, 2, 3


class ValueButton(QPushButton):
    """A value of a field in one of the profiles, with a menu of the values that it can have."""

    chosen = Signal(object)

    def __init__(self, field: Field, values: Sequence[Value], name: str, title: str) -> None:
        super().__init__()
        self._field, self._title = field, title
        self.setObjectName(name)
        self.setProperty("kind", "link")
        give_tip(self, words.VALUE_TIP.format(field=field.label))
        menu = QMenu(self)
        group = QActionGroup(menu)
        self._actions = {
            value: menu.addAction(common.value_beside(field, value)) for value in values
        }
        self._value: Value = field.default
        for value, action in self._actions.items():
            action.setCheckable(True)
            if not field.together:
                group.addAction(action)
            action.triggered.connect(lambda _, value=value: self._choose(value))
        self.setMenu(menu)

    def _choose(self, value: Value) -> None:
        several = self._field.together
        self.chosen.emit(self._field.toggled(self._value, str(value)) if several else value)

    def show_value(self, value: Value | None, first: Value, *, differs: bool) -> None:
        """Show a value, heavier where the other profile has another one; None: not set yet, and
        the first profile's to begin with.
        """
        self._value = first if value is None else value
        said = common.value_beside(self._field, value) if value is not None else words.NO_SECOND
        phrase = common.value_phrase(self._field, value) if value is not None else said
        spoken = words.VALUE.format(profile=self._title, value=phrase)
        self.setAccessibleName(words.VALUE_DIFFERS.format(value=spoken) if differs else spoken)
        if differs != self.font().bold():
            font = self.font()
            font.setBold(differs)
            self.setFont(font)
        held = self._field.parts(value) if value is not None else ()
        self._write(said, phrase, shortens=len(held) > 1)
        for found, action in self._actions.items():
            action.setChecked(found in held)

    def _write(self, said: str, phrase: str, *, shortens: bool) -> None:
        """Words, of several at once no more than the other profile leaves room for."""
        metrics, tip = self.fontMetrics(), words.VALUE_TIP.format(field=self._field.label)
        room = metrics.averageCharWidth() * SIGNS
        cut = metrics.elidedText(said, Qt.TextElideMode.ElideRight, room)
        self.setText(cut if shortens else said)
        give_tip(self, tip if self.text() == said else f"{phrase}\n{tip}")


def _of(table: DecisionTable, field: Field) -> list[Value]:
    """Its options, after its first counts or the first number of each stretch of decimals."""
    places = range(field.place(field.minimum), field.place(field.maximum) + 1)
    counted = [field.at(place) for place in places[:NUMBERS]]
    if field.kind == "decimal":
        counted = [one for one in table.representatives(field) if not isinstance(one, str)]
    return [*(counted if field.has_numbers else ()), *(option.id for option in field.options)]


class ProfileColumns(Part):
    """Both profiles field by field. Fields of which neither knows anything are folded away."""

    entered = Signal(str)
    """A case code for the second profile."""

    def __init__(self, pack: Pack, zoom: int) -> None:
        super().__init__(name="compare.columns")
        self.setAccessibleName(words.COLUMNS_NAME)
        self._pack, self._codes = pack, {"first": "", "second": ""}
        self._rows: tuple[FieldRow, ...] = ()
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(scaled(14, zoom))
        self.grid.setVerticalSpacing(0)
        self.grid.setColumnStretch(_MARK, 1)
        self.copy = {which: self._copy(which) for which in self._codes}
        self.paste = button(words.PASTE, "compare.paste", kind="link", tip=words.CODE_TIP)
        self.paste.setCheckable(True)
        self.code = self._code(zoom)
        self._head()
        self.labels: dict[str, QLabel] = {}
        self.values: dict[str, tuple[ValueButton, ValueButton]] = {}
        self.marks: dict[str, QLabel] = {}
        for place, field in enumerate(pack.fields, 2):
            self._field(place, field)
        self.rest = button("", "compare.rest", kind="link", tip=words.REST_TIP)
        self.rest.setCheckable(True)
        self.rest.toggled.connect(self._fold)
        beside = Qt.AlignmentFlag.AlignLeft
        self.grid.addWidget(self.rest, len(pack.fields) + 2, 0, 1, 4, beside)

    def _copy(self, which: str) -> QPushButton:
        made = button(
            words.COPY_CODE,
            f"compare.{which}_copy",
            kind="link",
            does=lambda: self.requested.emit(CopyCode(self._codes[which])),
        )
        made.setToolTip(words.COPY[which])
        made.setAccessibleName(words.COPY[which])
        return made

    def _code(self, zoom: int) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName("compare.second_code")
        made.setProperty("role", "code")
        made.setAccessibleName(common.labelled(words.SECOND, window_words.CASE_CODE))
        made.setPlaceholderText(words.PASTE_HERE)
        made.setMaxLength(MOST_TYPED)
        made.setMinimumWidth(scaled(150, zoom))
        made.hide()
        made.returnPressed.connect(lambda: self.entered.emit(made.text()))
        self.paste.toggled.connect(made.setVisible)
        self.paste.toggled.connect(lambda on: made.setFocus() if on else None)
        return made

    def _head(self) -> None:
        for column, which, title in (
            (_FIRST, "first", words.FIRST),
            (_SECOND, "second", words.SECOND),
        ):
            heading = label(title, "strong", name=f"compare.{which}")
            give_tip(heading, words.HEADING_TIPS[which])
            self.grid.addWidget(heading, 0, column)
        self.grid.addWidget(self.copy["first"], 1, _FIRST, Qt.AlignmentFlag.AlignLeft)
        second = put(row(gap=10), self.copy["second"], self.paste, (self.code, 1), STRETCH)
        self.grid.addLayout(second, 1, _SECOND, 1, 2)

    def _field(self, place: int, field: Field) -> None:
        name = self.labels[field.id] = label(field.label, "muted")
        give_tip(name, field.help or field.label)
        values = _of(self._pack.table, field)
        first = ValueButton(field, values, f"compare.first.{field.id}", words.FIRST)
        second = ValueButton(field, values, f"compare.second.{field.id}", words.SECOND)
        first.chosen.connect(lambda value: self.requested.emit(EditField(field.id, value)))
        second.chosen.connect(lambda value: self.requested.emit(EditSecond(field.id, value)))
        self.values[field.id] = first, second
        mark = self.marks[field.id] = label(
            words.DIFFERS, "strong", name=f"compare.differs.{field.id}"
        )
        give_tip(mark, words.DIFFERS_TIP)
        parts: tuple[QWidget, ...] = (name, first, second, mark)
        for column, part in enumerate(parts):
            self.grid.addWidget(part, place, column, Qt.AlignmentFlag.AlignLeft)

    def show_profiles(
        self, rows: tuple[FieldRow, ...], first: str, second: str, profile: Profile | None
    ) -> None:
        """Show what a document says of both, and keep their case codes to copy."""
        self._rows, self._codes = rows, {"first": first, "second": second}
        self.copy["second"].setEnabled(bool(second))
        self.code.clear()
        self.paste.setChecked(False)
        for found in rows:
            one, other = self.values[found.field.id]
            one.show_value(found.first, found.first, differs=found.differs)
            its = found.second if profile else None
            other.show_value(its, found.first, differs=found.differs)
        unknown = sum(not found.known for found in rows)
        self.rest.setText(common.counted(unknown, words.REST))
        self.rest.setVisible(bool(unknown))
        self._fold()

    def _fold(self) -> None:
        for found in self._rows:
            shown = found.known or self.rest.isChecked()
            self.labels[found.field.id].setVisible(shown)
            for value in self.values[found.field.id]:
                value.setVisible(shown)
            self.marks[found.field.id].setVisible(shown and found.differs)
