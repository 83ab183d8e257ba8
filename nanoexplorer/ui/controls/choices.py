"""What one chooses with: segments, check boxes, drop-downs. A style sheet can draw all of them but
one thing: each adds just that.

Their colours come from the application's palette, so they follow the theme without knowing it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QRect, QRectF, QSignalBlocker, QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFrame,
    QRadioButton,
    QWidget,
)

from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.marks import draw_glyph
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.key_places import CHORDS
from nanoexplorer.ui.base.widgets import give_tip, row

if TYPE_CHECKING:  # 6 ms
    from PySide6.QtGui import QKeyEvent, QPaintEvent

Position = Literal["first", "middle", "last", "only"]
_CHEVRON: Final = 0.8  # of the font's size
_AROUND: Final = 44
"""Px at 100 % of a drop-down that its words can't have: the style sheet's padding and button."""


def place_of(index: int, count: int) -> Position:
    """Where the option `index` of `count` stands in its row of segments."""
    if count == 1:
        return "only"
    return "first" if index == 0 else "last" if index == count - 1 else "middle"


class Segment(QRadioButton):
    """One option of a row: its words in the middle, bold once chosen, at an unchanged width."""

    def __init__(self, text: str, place: Position, known: bool = True) -> None:
        super().__init__(text)
        self.setProperty("segment", place)
        self.setProperty("known", "yes" if known else "no")

    def _font(self, chosen: bool) -> QFont:
        made = QFont(self.font())
        made.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        return made

    @override
    def sizeHint(self) -> QSize:
        """Wide enough for the words in bold, so that choosing moves nothing."""
        self.ensurePolished()
        plain, bold = (
            QFontMetrics(self._font(chosen)).horizontalAdvance(self.text())
            for chosen in (False, True)
        )
        return super().sizeHint() + QSize(max(0, bold - plain), 0)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The style sheet draws the frame, and its text without a colour; ours goes on top."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(self._font(self.isChecked()))
        painter.setPen(_colour(self._ink(), self.isEnabled()))
        painter.drawText(self.rect(), QtCore.Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _ink(self) -> QPalette.ColorRole:
        filled = self.isChecked() and self.property("known") == "yes"
        return QPalette.ColorRole.BrightText if filled else QPalette.ColorRole.WindowText

    @override
    def hitButton(self, pos: object) -> bool:
        """The whole segment answers a click, not only where the indicator would be."""
        return True


class Segments(QFrame):
    """Options in a row, of which one is chosen."""

    turned = Signal(int)
    """Somebody has turned to the option at a place."""

    def __init__(self, options: Sequence[tuple[str, str, str]]) -> None:
        """Of each option its name, its words, and a tip, or nothing."""
        super().__init__()
        self._group = QButtonGroup(self)
        line = row(self, gap=0)
        for place, (name, words, tip) in enumerate(options):
            segment = Segment(words, place_of(place, len(options)))
            segment.setObjectName(name)
            if tip:
                give_tip(segment, tip)
            self._group.addButton(segment, place)
            line.addWidget(segment)
        self._group.idToggled.connect(lambda place, on: self.turned.emit(place) if on else None)

    @property
    def segments(self) -> list[QAbstractButton]:
        """A button for each option."""
        return self._group.buttons()

    @property
    def chosen(self) -> int:
        """The place of the option that is chosen."""
        return self._group.checkedId()

    def choose(self, place: int) -> None:
        """Show that an option is chosen, without saying that somebody did it."""
        with QSignalBlocker(self):
            self.segments[place].setChecked(True)


class CheckBox(QCheckBox):
    """A check box with a tick of ours in it."""

    def __init__(self, text: str, name: str = "") -> None:
        super().__init__(text)
        self.setObjectName(name)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QtWidgets.QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(
            QtWidgets.QStyle.SubElement.SE_CheckBoxIndicator, option, self
        )
        _draw(self, "tick", box, QPalette.ColorRole.BrightText, 0.7)


class ChoiceBox(QComboBox):
    """A drop-down with a chevron of ours at its end; what it opens is as wide as its words, and
    shows all of them or a scroll bar.
    """

    _dressed = False

    def __init__(
        self, texts: Mapping[Any, str], name: str, *, spoken: str = "", letters: int = 0
    ) -> None:
        """Texts to choose from, by what each stands for; `letters`: it may be squeezed to so many,
        however long they are.
        """
        super().__init__()
        self.setObjectName(name)
        for choice, text in texts.items():
            self.addItem(text, choice)
        if spoken:
            self.setAccessibleName(spoken)
        if letters:
            self.setMinimumContentsLength(letters)
            self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    @override
    def setAccessibleName(self, name: str) -> None:
        """The list that opens has the same name."""
        super().setAccessibleName(name)
        self.view().setAccessibleName(name)

    @override
    def showPopup(self) -> None:
        self._dress_list()
        self.make_room()
        super().showPopup()

    def _dress_list(self) -> None:
        """The toolkit's own rows heed no style sheet; its list shows ten and hides its bar."""
        self.setMaxVisibleItems(max(1, self.count()))  # or as many as the screen has room for
        if not self._dressed:
            self._dressed = True
            self.setItemDelegate(QtWidgets.QStyledItemDelegate(self))
            as_needed = QtCore.Qt.ScrollBarPolicy.ScrollBarAsNeeded
            self.view().setVerticalScrollBarPolicy(as_needed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The toolkit would look for a letter that is held with Ctrl."""
        if event.modifiers() & CHORDS and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def make_room(self) -> None:
        """Let the list be wider than the box, which is as wide as there is room."""
        shown = self.view()
        bar = shown.verticalScrollBar().sizeHint().width()
        words = shown.sizeHintForColumn(0) + bar + 2 * shown.frameWidth()
        shown.setMinimumWidth(max(self.width(), words))

    @override
    def initStyleOption(self, option: QtWidgets.QStyleOptionComboBox) -> None:
        """Words that have no room end in an ellipsis; the style would cut a letter in two."""
        super().initStyleOption(option)
        room = self.width() - round(_AROUND * self.font().pixelSize() / fonts.BODY)
        end = QtCore.Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(option.currentText, end, room)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = round(self.font().pixelSize() * _CHEVRON)
        end = QRect(self.width() - 2 * side, (self.height() - side) // 2, side, side)
        _draw(self, "chevron-down", end, QPalette.ColorRole.Shadow, 1.0)


def _draw(widget: QWidget, name: str, box: QRect, role: QPalette.ColorRole, share: float) -> None:
    """Draw a shape in the middle of `box`, `share` of its size."""
    trim = box.width() * (1 - share) / 2
    painter = QPainter(widget)
    colour = _colour(role, widget.isEnabled())
    draw_glyph(painter, name, QRectF(box).adjusted(trim, trim, -trim, -trim), colour)
    painter.end()


def _colour(role: QPalette.ColorRole, enabled: bool) -> str:
    group = QPalette.ColorGroup.Active if enabled else QPalette.ColorGroup.Disabled
    shown = role if enabled else QPalette.ColorRole.WindowText
    return QGuiApplication.palette().color(group, shown).name()
