"""How to read what is shown, as rows: a sign, what it stands for, and in full where one hovers."""

from __future__ import annotations

from math import ceil
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout

from nanoexplorer.core.pack import Pack
from nanoexplorer.documents.blocks import Mark
from nanoexplorer.documents.terms import DISPUTED, INTERPRETATION, Key, Keys, reading
from nanoexplorer.drawing import fonts, typesetting
from nanoexplorer.drawing.looks import NOT_STATED, SIGN, mark_look
from nanoexplorer.drawing.marks import draw_disputed, draw_glyph
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.widgets import column, frame, give_tip, label
from nanoexplorer.words import help as words

_SIDE: Final = 15
"""Px at 100 % of a sign."""
_NAME_AT: Final = 26
_GAP: Final = 10
_NARROW: Final = 1.8
"""Where what is said has less than this many times the width of its name, it stands below it."""
_SPECK: Final = 0.8
"""A status's sign beside that of a group."""


class ReadingKeys(QFrame):
    """All keys of a pack under their headings, in a few words or in full."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int, *, full: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "paper" if full else "inspector")
        self._full = full
        self.setObjectName("reading")
        self._rows: list[_Row] = []
        lines = column(self, gap=0)
        for place, keys in enumerate(reading(pack)):
            if place:
                lines.addSpacing(scaled(12, zoom))
            self._add(lines, keys, theme, zoom)

    def _add(self, lines: QVBoxLayout, keys: Keys, theme: Theme, zoom: int) -> None:
        lines.addWidget(label(keys.heading, "small", wraps=True))
        lines.addSpacing(scaled(3, zoom))
        lines.addWidget(frame("rule"))
        lines.addSpacing(scaled(3, zoom))
        bold = fonts.font(fonts.SMALL, fonts.SEMIBOLD, zoom=zoom)
        widest = max((typesetting.advance(key.name, bold) for key in keys.keys), default=0)
        for key in keys.keys:
            if self._full:
                key = key._replace(said=key.tip)
            row = _Row(key, theme, zoom, ceil(widest) if keys.aligned else 0)
            row.below = self._full and not keys.aligned
            if self._full:  # a page asks for the height of its own width alone
                row.stretch_freely()
            self._rows.append(row)
            lines.addWidget(row)

    def dress(self, theme: Theme) -> None:
        """Take another theme."""
        for row in self._rows:
            row.theme = theme
            row.update()


class _Row(QLabel):
    """One key. It paints itself; its text is what a screen reader says."""

    def __init__(self, key: Key, theme: Theme, zoom: int, widest: int) -> None:
        super().__init__(key.spoken)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        give_tip(self, key.tip)
        self.theme, self.below = theme, False
        self._key, self._zoom, self._widest = key, zoom, widest
        self._bold = fonts.font(fonts.SMALL, fonts.SEMIBOLD, zoom=zoom)
        self._plain = fonts.font(fonts.SMALL, zoom=zoom)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def stretch_freely(self) -> None:
        """Be no higher at least than any width needs."""
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(200, self._zoom), self.heightForWidth(scaled(320, self._zoom)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(120, self._zoom), self._around)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return ceil(max(name.bottom() for name in self._boxes(width))) + self._around // 2

    @property
    def _around(self) -> int:
        return scaled(6, self._zoom)

    def _boxes(self, width: int) -> tuple[QRectF, QRectF]:
        """Where the name stands, and where what is said of it: beside it or, narrow, below."""
        z, top = self._zoom, self._around // 2
        left = scaled(_NAME_AT, z)
        name_wide = min(self._advance(self._key.name, self._bold), width - left)
        name = QRectF(left, top, name_wide, self._height(self._key.name, self._bold, name_wide))
        at = left + (self._widest or name_wide) + scaled(_GAP, z)
        said, room = self._key.said, width - at
        beside = room >= self._advance(said, self._plain) or (
            self._widest and room >= _NARROW * self._widest
        )
        if not said or (beside and not self.below):
            return name, QRectF(at, top, room, self._height(said, self._plain, room))
        room = width - left
        return name, QRectF(left, name.bottom(), room, self._height(said, self._plain, room))

    def _advance(self, text: str, font: QFont) -> float:
        return ceil(typesetting.advance(text, font))

    def _height(self, text: str, font: QFont, width: float) -> int:
        return typesetting.height(text, font, max(1, width))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        name, said = self._boxes(self.width())
        slanted = self._key.sign == INTERPRETATION
        line = typesetting.height(self._key.name[:1], self._bold, 1000)
        self._draw_sign(painter, QRectF(0, name.top(), scaled(_SIDE, self._zoom), line))
        self._write(painter, name, self._key.name, self._bold, "ink", slanted=slanted)
        self._write(painter, said, self._key.said, self._plain, "ink-muted")
        painter.end()

    def _write(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        font: QFont,
        role: str,
        *,
        slanted: bool = False,
    ) -> None:
        if slanted:
            font = fonts.font(fonts.SMALL, italic=True, zoom=self._zoom)
        painter.setFont(font)
        painter.setPen(QColor(self.theme[role]))
        typesetting.draw(painter, box, text)

    def _draw_sign(self, painter: QPainter, box: QRectF) -> None:
        sign = self._key.sign
        if isinstance(sign, Mark):
            self._draw_status(painter, box, sign)
        elif sign == DISPUTED:
            draw_disputed(painter, box, self.theme)
        elif sign == INTERPRETATION:
            middle = box.adjusted(box.width() / 2 - scaled(2, self._zoom), 0, 0, 0)
            letter = words.INTERPRETATION_SIGN
            self._write(painter, middle, letter, self._plain, "ink-muted", slanted=True)
        else:
            look = SIGN[sign]
            draw_glyph(painter, look.mark, box, self.theme[look.role])

    def _draw_status(self, painter: QPainter, box: QRectF, status: Mark) -> None:
        look = mark_look(status)
        trim = box.width() * (1 - _SPECK) / 2
        speck = box.adjusted(trim, trim, -trim, -trim)
        role = "ink-muted" if status.glyph == NOT_STATED else "accent-text"
        draw_glyph(painter, status.glyph, speck, self.theme[role], outlined=look.outlined)


class ReadingPage(QScrollArea):
    """The keys as a page of the help; the arrow keys scroll."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int) -> None:
        super().__init__()
        self.setObjectName("help.reading")
        self.setAccessibleName(words.READING)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = frame("paper")
        lines = column(inside, margin=scaled(8, zoom), gap=0)
        lines.addWidget(ReadingKeys(pack, theme, zoom, full=True))
        lines.addStretch(1)
        self.setWidget(inside)
