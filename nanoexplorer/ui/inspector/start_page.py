"""The start page: where to begin, and how to read what is shown."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyleOptionButton,
    QVBoxLayout,
)

from nanoexplorer.core.pack import Pack
from nanoexplorer.drawing import fonts, typesetting
from nanoexplorer.drawing.marks import draw_glyph
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import hair, scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.requests import Act
from nanoexplorer.ui.base.widgets import (
    SIDE,
    STRETCH,
    button,
    column,
    frame,
    give_tip,
    label,
    put,
    row,
)
from nanoexplorer.ui.controls.buttons import put_icon
from nanoexplorer.ui.help.reading import ReadingKeys
from nanoexplorer.words import common
from nanoexplorer.words import help as help_words
from nanoexplorer.words import inspector as words

HIGH, FLAT = 60, 40
"""Px at 100 % of a way to begin: with what it is, and below a view."""
PRESENT_KEYS, READ_KEYS = "F5", "F1"
_LEFT, _ICON, _TEXT, _END = 12, 20, 44, 12
_FIELDS: Final = 4
"""Fields of the profile that are named."""


class Way(NamedTuple):
    """A way to begin: its name, its icon, its words, its keys if it has any, what it requests.

    `shorter`: what it is in fewer words, for where there is no room for all.
    """

    name: str
    icon: str
    title: str
    said: str
    keys: str
    request: Act
    shorter: tuple[str, ...] = ()


def ways(pack: Pack) -> tuple[Way, ...]:
    """The ways to begin with a pack, the last only where they stand in a row."""
    labels = [field.label for field in pack.fields if not field.folded]
    asked = (common.listed(labels, most=most) for most in range(_FIELDS, 0, -1))
    fields, *fewer = (words.BEGIN_FIELDS.format(fields=some) for some in asked)
    seminar = words.BEGIN_SEMINAR_HOW
    cases = common.counted(len(pack.cases), words.BEGIN_CASES)
    reading = help_words.READING
    return (
        Way("case", "cards", words.BEGIN_CASE, cases, "", Act.PICK_CASE),
        Way("profile", "sliders", words.BEGIN_PROFILE, fields, "", Act.SET_PROFILE, (*fewer,)),
        Way("seminar", "screen", words.BEGIN_SEMINAR, seminar, PRESENT_KEYS, Act.PRESENT),
        Way("reading", "question", reading, help_words.READING_TIP, READ_KEYS, Act.READ_HOW),
    )


class StartPage(QScrollArea):
    """Three ways to begin, and how to read what is shown; below a view the ways in one row."""

    requested = Signal(object)

    def __init__(self, pack: Pack, theme: Theme, zoom: int) -> None:
        super().__init__()
        self.setObjectName("start")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._zoom, self._flat = zoom, False
        self._title = label(words.BEGIN, "title", name="start.title")
        self._close = self._close_button(theme)
        self._below = frame("inspector")
        self._keys = ReadingKeys(pack, theme, zoom)
        self._cards = [self._card(way, theme) for way in ways(pack)]
        self._cards[0].setEnabled(bool(pack.cases))
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._head = row(gap=scaled(8, zoom))
        self._lines = self._laid_out()
        self._arrange()

    def _card(self, way: Way, theme: Theme) -> _Card:
        made = _Card(way, theme, self._zoom)
        made.clicked.connect(lambda: self.requested.emit(way.request))
        return made

    def _close_button(self, theme: Theme) -> QPushButton:
        made = button(
            "",
            "start.close",
            spoken=words.BEGIN_CLOSE,
            kind="link",
            tip=words.BEGIN_CLOSE_TIP,
            does=lambda: self.requested.emit(Act.CLOSE_START_PAGE),
        )
        put_icon(made, "close", theme, self._zoom, "ink-muted")
        return made

    def _laid_out(self) -> QVBoxLayout:
        z = self._zoom
        inside = frame("inspector", "start.inside")
        put(self._head, (self._title, 1))
        self._line.setSpacing(scaled(8, z))
        put(self._line, *((card, 1) for card in self._cards))
        below = column(self._below, gap=scaled(6, z), margin=(0, scaled(16, z), 0, 0))
        put(below, label(help_words.READING, "caps", wraps=True), self._keys)
        self.setWidget(inside)
        lines = column(inside, gap=scaled(8, z))
        return put(lines, self._head, self._line, self._below, STRETCH)

    def _arrange(self) -> None:
        """Below each other with all that there is to read, or in one row."""
        z, ways_on = self._zoom, QBoxLayout.Direction
        self._title.setVisible(not self._flat)
        self._below.setVisible(not self._flat)
        self._line.setDirection(ways_on.LeftToRight if self._flat else ways_on.TopToBottom)
        for line in (self._head, self._line):
            line.removeWidget(self._close)
        (self._line if self._flat else self._head).addWidget(self._close)
        for card in self._cards:
            card.flatten(self._flat)
        self._cards[-1].setVisible(self._flat)
        self._lines.setSpacing(0 if self._flat else scaled(8, z))
        side, around = scaled(SIDE, z), scaled(12, z)
        self._lines.setContentsMargins(side, around, side, around)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Below the columns there is width and no height."""
        super().resizeEvent(event)
        flat = self.width() > 2 * self.height()
        if flat != self._flat:
            self._flat = flat
            self._arrange()

    def dress(self, theme: Theme) -> None:
        """Take another theme."""
        put_icon(self._close, "close", theme, self._zoom, "ink-muted")


class _Card(QPushButton):
    """A way to begin as a button: icon, title, what it is, and its keys or a chevron."""

    def __init__(self, way: Way, theme: Theme, zoom: int) -> None:
        super().__init__(way.title)
        self.setObjectName(f"start.{way.name}")
        give_tip(self, way.said.format(keys=way.keys))
        self.theme = theme
        self._way, self._zoom, self._flat = way, zoom, False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def dress(self, theme: Theme) -> None:
        """Take another theme."""
        self.theme = theme

    def flatten(self, flat: bool) -> None:
        """Show the title alone, or also what it is."""
        self._flat = flat
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(90, self._zoom), scaled(FLAT if self._flat else HIGH, self._zoom))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """The style draws the frame alone."""
        super().initStyleOption(option)
        option.text = ""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, z = QPainter(self), self._zoom
        icon = scaled(_ICON, z)
        box = QRectF(scaled(_LEFT, z), (self.height() - icon) / 2, icon, icon)
        draw_glyph(painter, self._way.icon, box, self._colour("accent-text"))
        left, end = scaled(_TEXT, z), self.width()
        if not self._flat:
            end = self._draw_end(painter)
        self._write(painter, left, end - left - scaled(8, z))
        painter.end()

    def _colour(self, role: str) -> str:
        return self.theme[role if self.isEnabled() else "disabled-ink"]

    def _draw_end(self, painter: QPainter) -> int:
        """Draw the keys or a chevron at the end; returns where that begins."""
        z = self._zoom
        right = self.width() - scaled(_END, z)
        if not self._way.keys:
            side = scaled(12, z)
            box = QRectF(right - side, (self.height() - side) / 2, side, side)
            draw_glyph(painter, "chevron-right", box, self._colour("ink-muted"))
            return right - side
        font = fonts.font(fonts.SMALL, zoom=z)
        wide = round(typesetting.advance(self._way.keys, font)) + scaled(12, z)
        high = scaled(20, z)
        chip = QRect(right - wide, (self.height() - high) // 2, wide, high)
        painter.setPen(QColor(self._colour("line-strong")))
        painter.setBrush(QColor(self.theme["sunken"]))
        painter.drawRoundedRect(chip.adjusted(0, 0, -hair(z), -hair(z)), 3, 3)
        painter.setFont(font)
        painter.setPen(QColor(self._colour("ink-muted")))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, self._way.keys)
        return chip.left()

    def _write(self, painter: QPainter, left: int, room: int) -> None:
        z = self._zoom
        lines = [(self._way.title, fonts.font(fonts.BODY, fonts.SEMIBOLD, zoom=z), "ink")]
        if not self._flat:
            small = fonts.font(fonts.SMALL, zoom=z)
            lines.append((self._fitting(small, room), small, "ink-muted"))
        heights = [typesetting.height(text, font, 10_000) for text, font, _ in lines]
        top = (self.height() - sum(heights)) / 2
        for (text, font, role), high in zip(lines, heights, strict=True):
            painter.setFont(font)
            painter.setPen(QColor(self._colour(role)))
            box = QRectF(left, top, room, high)
            typesetting.draw(painter, box, typesetting.elided(text, font, room))
            top += high

    def _fitting(self, font: QFont, room: int) -> str:
        """What it is, in as many words as there is room for."""
        said = (self._way.said, *self._way.shorter)
        return next((text for text in said if typesetting.advance(text, font) <= room), said[-1])
