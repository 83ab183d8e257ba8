"""The second profile's fields in a compact column, and a profile as a line with its code."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.requests import CopyCode, EditSecond
from nanoexplorer.ui.base.widgets import column, frame, give_tip, label
from nanoexplorer.ui.controls.fields import FieldControl, field_control
from nanoexplorer.words import common
from nanoexplorer.words import compare as compare_words
from nanoexplorer.words import window as window_words

CODE_WIDTH = 236
LEAST_CODE = 150
NARROW = 560
"""Px at 100 %; with less room a profile's words stand below its code."""
WIDEST = 300
OURS = "compare"
THEIRS = "profile"
"""Controls of a field are named after the panel that they were first made for."""


class SecondFields(QScrollArea):
    """A control for every field of the pack, folded ones included; requests single edits."""

    requested = Signal(object)

    def __init__(self, pack: Pack, zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare.fields")
        self.setAccessibleName(compare_words.FIELDS_NAME)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._widest = scaled(WIDEST, zoom)
        self.controls: dict[str, FieldControl] = {}
        inside = self._inside = frame("paper", "compare.fields_inside")
        lines = column(inside, gap=10)
        lines.setContentsMargins(0, 0, 14, 8)
        lines.addWidget(label(compare_words.SECOND, "caps"))
        for field in pack.fields:
            control = field_control(field, zoom)
            rename(control)
            control.edited.connect(
                lambda value, id_=field.id: self.requested.emit(EditSecond(id_, value))
            )
            self.controls[field.id] = control
            lines.addLayout(_titled(field.label, field.help, control))
        lines.addStretch(1)
        self.setWidget(inside)  # which listens to its events, so that `eventFilter` is called

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Never narrower than the widest control: its words would be cut off."""
        if event.type() is QEvent.Type.LayoutRequest:
            bar = self.verticalScrollBar().sizeHint().width()
            least = self._inside.minimumSizeHint().width() + bar
            self.setMinimumWidth(least)
            self.setMaximumWidth(max(least, self._widest))
        return super().eventFilter(watched, event)

    def show_profile(self, profile: Profile) -> None:
        """Show a profile's value in every control."""
        for field, control in self.controls.items():
            control.show_value(profile[field])


def _titled(name: str, help_: str, control: QWidget) -> QVBoxLayout:
    lines = column(gap=3)
    title = label(name, "strong")
    give_tip(title, help_)
    lines.addWidget(title)
    lines.addWidget(control)
    return lines


def rename(control: FieldControl) -> None:
    """Give a control and its parts names of this panel: a name stands for one widget only."""
    for part in (control, *control.findChildren(QWidget)):
        if part.objectName().startswith(f"{THEIRS}."):
            part.setObjectName(OURS + part.objectName().removeprefix(THEIRS))


class ProfileLine(QFrame):
    """A profile in one line: which one it is, what it says, and its case code to copy."""

    entered = Signal(str)
    """Another code that was typed instead, where one may be."""
    requested = Signal(object)

    def __init__(self, which: str, title: str, zoom: int, *, editable: bool) -> None:
        super().__init__()
        self._code = ""
        self.words = label("", wraps=True, name=f"compare.{which}")
        self.line = QLineEdit()
        self.line.setObjectName(f"compare.{which}_code")
        self.line.setProperty("role", "code")
        self.line.setReadOnly(not editable)
        self.line.setMinimumWidth(scaled(LEAST_CODE, zoom))
        self.line.setMaximumWidth(scaled(CODE_WIDTH, zoom))
        self.line.setAccessibleName(common.labelled(title, window_words.CASE_CODE))
        self.line.setMaxLength(200)
        give_tip(self.line, compare_words.CODE_TIP[which])
        self.copy = QPushButton(window_words.COPY)
        self.copy.setObjectName(f"compare.{which}_copy")
        self.copy.setProperty("kind", "link")
        self.copy.setAccessibleName(compare_words.COPY[which])
        self.copy.setToolTip(compare_words.COPY[which])
        self._narrow = scaled(NARROW, zoom)
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        grid.addWidget(label(title, "strong"), 0, 0)
        grid.addWidget(self.words, 0, 1)
        grid.addWidget(self.line, 0, 2)
        grid.addWidget(self.copy, 0, 3)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 100)  # a code is seen whole before the words have one line
        self.line.returnPressed.connect(self._enter)
        self.copy.clicked.connect(lambda: self.requested.emit(CopyCode(self._code)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the words a line of their own where little room is left beside the code."""
        super().resizeEvent(event)
        place = (1, 0, 1, 4) if self.width() < self._narrow else (0, 1, 1, 1)
        if self._grid.getItemPosition(self._grid.indexOf(self.words)) != place:
            self._grid.removeWidget(self.words)
            self._grid.addWidget(self.words, *place)

    def show_profile(self, words: str, code: str) -> None:
        """Show a profile's words and its code, whatever was typed."""
        self._code = code
        self.words.setText(words)
        give_tip(self.words, words)
        self.line.setText(code)
        self.line.setCursorPosition(0)
        self.copy.setEnabled(bool(code))

    def _enter(self) -> None:
        if not self.line.isReadOnly() and self.line.text().strip() != self._code:
            self.entered.emit(self.line.text())
