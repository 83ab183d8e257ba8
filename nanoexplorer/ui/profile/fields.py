"""Controls for a profile's fields, made from the pack: a row of options, or a number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QValidator
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QSpinBox

from nanoexplorer.core.profile import Field, Number, Option, Value
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.widgets import button, column, give_tip, put, row
from nanoexplorer.ui.controls.choices import Position, Segment, place_of
from nanoexplorer.ui.controls.number import NumberBox, plain_digits
from nanoexplorer.words import actions as actions_words
from nanoexplorer.words import window as window_words

_STEP, _NUMBER = 34, 48
_CUT: Final = "…"
_STRETCH: Final = 3
"""What a segment's padding counts beside its letters where there is room to share."""
_BY_TAB, _BY_CLICK = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
ROOM, BESIDE = 229, 103
"""Px at 100 % that the panel has for a row of options, and for those beside a number."""
_UNFINISHED = re.compile(r"[0-9]{0,9}[.,]?[0-9]{0,9}")
_AROUND, AROUND_STEP = 10.5, 24.0
"""What a segment, and a button beside a number, have around their words."""
_NARROW: Final = " -.,:;'|()/ijltfrI1"
_WIDE: Final = "mwMWOQGCDNU@%&—…"
_LATIN: Final = 0x250
"""Where the letters of other scripts begin."""


class FieldControl(QFrame):
    """A field's control: shows a value, and sends one that was chosen."""

    edited = Signal(object)

    def show_value(self, value: Value) -> None:
        """Show a value without saying that it was edited."""
        raise NotImplementedError


class ChoiceControl(FieldControl):
    """All options of a field in one row, or in several where that has no room; the unknown ones
    look calm when chosen.
    """

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.setObjectName(f"profile.{field.id}")
        self.setAccessibleName(field.label)
        self._group = QButtonGroup(self)
        self._segments: dict[Value, Segment] = {}
        lines = column(self, gap=3)
        for options in rows_of(field.options):
            segments = [
                self._segment(option, place_of(place, len(options)))
                for place, option in enumerate(options)
            ]
            shares = ((segment, len(segment.text()) + _STRETCH) for segment in segments)
            put(lines, put(row(gap=0), *shares))

    def _segment(self, option: Option, place: Position) -> Segment:
        segment = Segment(fitting(option.short_label), place, option.known)
        segment.setObjectName(f"{self.objectName()}.{option.id}")
        segment.setAccessibleName(option.phrase)
        give_tip(segment, tip_of(option))
        self._group.addButton(segment)
        self._segments[option.id] = segment
        segment.clicked.connect(lambda: self.edited.emit(option.id))
        segment.toggled.connect(lambda on: self._walked(on, option.id))
        return segment

    def _walked(self, chosen: bool, option: str) -> None:
        """Arrow keys choose as they walk, without a click."""
        if chosen and self._segments[option].hasFocus():
            self.edited.emit(option)

    @override
    def show_value(self, value: Value) -> None:
        segment = self._segments[value]
        if not segment.isChecked():
            focused = any(other.hasFocus() for other in self._segments.values())
            segment.setChecked(True)
            if focused:  # an undo must not leave the keyboard on an option that isn't chosen
                segment.setFocus()
            for other in self._segments.values():  # Tab goes to the chosen one, not the first
                other.setFocusPolicy(_BY_TAB if other is segment else _BY_CLICK)


def wide(text: str) -> float:
    """About how wide words are, in px at 100 %: measuring them would take 20 ms of a start."""
    return sum(
        13.5
        if ord(c) >= _LATIN and c != _CUT
        else 3.7
        if c in _NARROW
        else 10.4
        if c in _WIDE
        else 6.7
        for c in text
    )


def fitting(text: str, around: float = AROUND_STEP) -> str:
    """An option's words, shortened where not even a row of their own has room for them."""
    room = ROOM - around
    if wide(text) <= room:
        return text
    end = next(n for n in range(len(text), 0, -1) if wide(f"{text[:n]}{_CUT}") <= room)
    return f"{text[:end].rstrip()}{_CUT}"


def tip_of(option: Option) -> str:
    """What an option’s tip says: its words where they are shortened, and its help."""
    cut = option.short_label != fitting(option.short_label)
    return "\n".join(filter(None, (option.short_label if cut else "", option.help)))


def rows_of(options: Sequence[Option], around: float = _AROUND) -> list[list[Option]]:
    """Options as they fit into rows, the last ones no longer than need be."""
    rows: list[list[Option]] = []
    left = 0.0
    for option in options:
        width = wide(fitting(option.short_label)) + around
        if width > left:
            rows.append([])
            left = ROOM
        rows[-1].append(option)
        left -= width
    return rows


class NumberControl(FieldControl):
    """A number with a step down and up, and the unknown options beside it."""

    def __init__(self, field: Field, zoom: int) -> None:
        super().__init__()
        self.setObjectName(f"profile.{field.id}")
        self._field = field
        self.number = _Number(field)
        self.number.setMinimumWidth(_NUMBER * zoom // 100)
        self.fewer = self._step("fewer", actions_words.MINUS, window_words.COUNT_FEWER, zoom)
        self.more = self._step("more", actions_words.PLUS, window_words.COUNT_MORE, zoom)
        line = put(row(gap=4), self.fewer, (self.number, 1), self.more)
        lines = put(column(self, gap=3), line)
        self._unknown: dict[Value, QPushButton] = {}
        beside = sum(wide(option.short_label) + AROUND_STEP for option in field.options)
        if beside <= BESIDE:
            put(line, *map(self._option, field.options))
        else:
            for options in rows_of(field.options, AROUND_STEP):
                put(lines, put(row(gap=4), *((self._option(option), 1) for option in options)))
        self.fewer.clicked.connect(lambda: self._move(-1))
        self.more.clicked.connect(lambda: self._move(1))
        self.number.valueChanged.connect(self._typed)

    def _step(self, name: str, sign: str, spoken: str, zoom: int) -> QPushButton:
        made = button(sign, f"profile.{self._field.id}.{name}", kind="step", tip=spoken)
        made.setAccessibleName(f"{self._field.label}: {spoken}")
        made.setFixedWidth(_STEP * zoom // 100)
        made.setAutoRepeat(True)
        return made

    def _option(self, option: Option) -> QPushButton:
        made = self._unknown[option.id] = button(
            fitting(option.short_label),
            f"profile.{self._field.id}.{option.id}",
            spoken=option.phrase,
            kind="step",
            tip=tip_of(option),
            does=lambda: self._choose(option.id),
        )
        made.setProperty("known", "no")
        made.setProperty("segment", "only")  # as small as the options of the other fields
        made.setCheckable(True)
        return made

    def _choose(self, option: str) -> None:
        self._unknown[option].setChecked(True)
        self.edited.emit(option)

    def _move(self, step: int) -> None:
        place = self.number.least if self.number.is_empty else self.number.value() + step
        self.number.setValue(place)

    def _typed(self, place: int) -> None:
        if not self.number.is_empty:
            self.edited.emit(self._field.at(place))

    @override
    def show_value(self, value: Value) -> None:
        known = not isinstance(value, str)
        self.number.show_number(None if isinstance(value, str) else value)
        for id_, unknown in self._unknown.items():
            unknown.setChecked(id_ == value)
        self.fewer.setEnabled(known and self.number.value() > self.number.least)
        self.more.setEnabled(not known or self.number.value() < self.number.maximum())


class _Number(NumberBox):
    """A number in the middle; one below the minimum stands for *unknown* and shows nothing.

    Nobody can step or type down to that: it is for `show_number` alone. Qt's value is the number's
    place, so that decimals have no other way than counts.
    """

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.setObjectName(f"profile.{field.id}.number")
        self.setProperty("role", "count")
        self.setAccessibleName(field.label)
        give_tip(self, field.help)
        self._field = field
        self.least = field.place(field.minimum)
        self._empty = self.least - 1
        self.setRange(self._empty, field.place(field.maximum))
        self.setSpecialValueText(actions_words.NO_NUMBER)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setKeyboardTracking(True)

    @property
    def is_empty(self) -> bool:
        return self.value() == self._empty

    def show_number(self, number: Number | None) -> None:
        """Show a number, or none; what is being typed stays as it is where it means the same."""
        place = self._empty if number is None else self._field.place(number)
        if place != self.value():
            self.blockSignals(True)
            self.setValue(place)
            self.blockSignals(False)

    @override
    def textFromValue(self, place: int) -> str:
        return self._field.written(self._field.at(place))

    @override
    def valueFromText(self, text: str) -> int:
        number = self._field.parse(plain_digits(text))
        return (
            self._empty if number is None or isinstance(number, str) else self._field.place(number)
        )

    @override
    def stepEnabled(self) -> QSpinBox.StepEnabledFlag:
        enabled = super().stepEnabled()
        down = QSpinBox.StepEnabledFlag.StepDownEnabled
        return enabled if self.value() > self.least else enabled & ~down

    @override
    def stepBy(self, steps: int) -> None:
        self.interpretText()
        wanted = self.least if self.is_empty else max(self.least, self.value() + steps)
        super().stepBy(wanted - self.value())

    @override
    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """What would stand for *unknown* is unfinished, and gives way to the number before."""
        if self._means_empty(text) and not self.is_empty:
            return QValidator.State.Intermediate, text, position
        if self._field.kind == "decimal":
            return self._judged(plain_digits(text)), text, position
        return super().validate(text, position)

    def _judged(self, text: str) -> QValidator.State:
        """Of a decimal; what isn't a whole step yet is unfinished."""
        if not _UNFINISHED.fullmatch(text.strip()):
            return QValidator.State.Invalid
        number = self._field.parse(text)
        fits = number is not None and not isinstance(number, str)
        return QValidator.State.Acceptable if fits else QValidator.State.Intermediate

    def _means_empty(self, text: str) -> bool:
        typed = text.strip()
        return typed == self.specialValueText() or typed.lstrip("0") == str(self._empty).lstrip("0")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_empty and event.text().isdigit():
            self.selectAll()
        super().keyPressEvent(event)
