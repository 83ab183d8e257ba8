"""Writes a text document piece by piece: headings, lines, barred paragraphs, small tables.

Text goes in as text, never as markup, so that nothing in a pack can be taken for a link or a tag.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.tips import plain_tip
from nanoexplorer.drawing.typesetting import NEXT_LINE
from nanoexplorer.words import common

UNIT: Final = 8
"""Px of the grid at a zoom of 100 %."""
BAR: Final = 0x100001  # QTextFormat.Property.UserProperty + 1
GROUND: Final = BAR + 1
JOINED: Final = BAR + 2


class Run(NamedTuple):
    """A stretch of text in one style: a size, a colour role, and a link to follow, if any.

    `tip` explains it where one hovers: plain text, and the stretch is underlined with dots.
    `ground` is the colour role behind it, if any.
    """

    text: str
    role: str = "ink"
    size: int = fonts.BODY
    weight: QFont.Weight = fonts.REGULAR
    italic: bool = False
    link: str = ""
    tip: str = ""
    ground: str = ""


class Prose:
    """A cursor at the end of a document, with the styles of a theme at a zoom (percent)."""

    def __init__(self, document: QTextDocument, theme: Theme, zoom: int = 100) -> None:
        self.theme = theme
        self.zoom = zoom
        self._cursor = QTextCursor(document)  # at the start; what stands there is pushed down
        self._formats: dict[tuple[str | int | QFont.Weight, ...], QTextCharFormat] = {}
        self._tips: dict[tuple[str | int | QFont.Weight, ...], QTextCharFormat] = {}
        self._fresh = True

    @property
    def position(self) -> int:
        """The place in the document, in characters, up to which has been written."""
        return self._cursor.position()

    def px(self, units: float) -> float:
        """Grid units in px at this zoom."""
        return units * UNIT * self.zoom / 100

    def heading(self, text: str, above: float = 2.0) -> None:
        """A section's label in small capitals, with room above it."""
        run = Run(common.in_capitals(text), "ink-muted", fonts.SMALL, fonts.SEMIBOLD)
        self.line([run], above=above, below=0.5, level=2)

    def line(
        self,
        runs: Sequence[Run],
        above: float = 0.0,
        below: float = 0.0,
        indent: float = 0.0,
        level: int = 0,
    ) -> None:
        """One paragraph; `level` makes it a heading of that level for a screen reader."""
        block = self._block(above, below, indent)
        block.setHeadingLevel(level)
        self._begin(block)
        self._write(runs)

    def barred(self, bar: str, lines: Sequence[Sequence[Run]], ground: str = "") -> None:
        """Paragraphs behind a bar in a colour role, on a ground of another role if given.

        The bar is drawn by `draw_bars`: a table would do it too, and takes ten times as long.
        """
        last = len(lines) - 1
        for place, runs in enumerate(lines):
            block = self._block(1.0 if place == 0 else 0.0, 0.25 if place == last else 0.0, 1.6)
            block.setProperty(BAR, bar)
            block.setProperty(GROUND, ground)
            block.setProperty(JOINED, place > 0)
            self._begin(block)
            self._write(runs)

    def pair(self, name: Run, said: Sequence[Run], width: float) -> None:
        """A name and, from `width` grid units on, what is said of it; under a longer name."""
        block = self._block(0.5, 0.25, width)
        block.setTextIndent(-self.px(width))
        block.setTabPositions([QTextOption.Tab(self.px(width), QTextOption.TabType.LeftTab)])
        self._begin(block)
        fits = QFontMetricsF(self._format(name).font()).horizontalAdvance(name.text)
        between = "\t" if fits < self.px(width) else NEXT_LINE
        self._write([name, Run(between), *said])

    def _begin(self, block: QTextBlockFormat) -> None:
        if self._fresh:
            self._cursor.setBlockFormat(block)
        else:
            self._cursor.insertBlock(block)
        self._fresh = False

    def _block(self, above: float, below: float, indent: float = 0.0) -> QTextBlockFormat:
        block = QTextBlockFormat()
        block.setTopMargin(self.px(above))
        block.setBottomMargin(self.px(below))
        block.setLeftMargin(self.px(indent))
        block.setLineHeight(116, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return block

    def _write(self, runs: Sequence[Run]) -> None:
        for run in runs:
            style = self._explained(run) if run.tip else self._format(run)
            if run.link:
                style = QTextCharFormat(style)
                style.setAnchor(True)
                style.setAnchorHref(run.link)
            self._cursor.insertText(run.text, style)

    @staticmethod
    def _key(run: Run) -> tuple[str | int | QFont.Weight, ...]:
        return run.role, run.size, run.weight, run.italic, bool(run.link), run.ground

    def _explained(self, run: Run) -> QTextCharFormat:
        key = (*self._key(run), run.tip)
        if key not in self._tips:
            made = QTextCharFormat(self._format(run))
            if not run.link:  # which looks like one
                made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
                made.setUnderlineColor(QColor(self.theme["ink-muted"]))
            made.setToolTip(plain_tip(run.tip))
            self._tips[key] = made
        return self._tips[key]

    def _format(self, run: Run) -> QTextCharFormat:
        key = self._key(run)
        if key not in self._formats:
            made = QTextCharFormat()
            made.setFont(fonts.font(run.size, run.weight, italic=run.italic, zoom=self.zoom))
            made.setForeground(QBrush(QColor(self.theme[run.role])))
            if run.ground:
                made.setBackground(QBrush(QColor(self.theme[run.ground])))
            self._formats[key] = made
        return self._formats[key]


def draw_bars(
    painter: QPainter, document: QTextDocument, theme: Theme, zoom: int, band: QRectF
) -> None:
    """Draw the bars and grounds of the paragraphs in `band`, in the document's coordinates.

    To be called before the document itself is drawn.
    """
    layout = document.documentLayout()
    edge = document.textWidth() - document.documentMargin()
    block = document.findBlock(layout.hitTest(band.topLeft(), Qt.HitTestAccuracy.FuzzyHit))
    if block.previous().isValid():
        block = block.previous()  # its bar may reach a little below it
    while block.isValid():
        box = layout.blockBoundingRect(block)
        if box.top() - UNIT * zoom / 100 > band.bottom():  # and a little above it
            return
        style = block.blockFormat()
        role = style.property(BAR)
        if role:
            # A paragraph's box is too narrow where one before it has come to begin a page.
            box.setRight(max(box.right(), edge - style.rightMargin()))
            _draw_bar(painter, box, style, theme, zoom)
        block = block.next()


def _draw_bar(
    painter: QPainter, box: QRectF, style: QTextBlockFormat, theme: Theme, zoom: int
) -> None:
    unit = UNIT * zoom / 100
    # Over the end of what it joins: the height of a line leaves a gap between blocks.
    top = box.top() - (style.topMargin() + unit * 0.5 if style.property(JOINED) else unit * 0.35)
    whole = QRectF(0, top, box.right(), box.bottom() - top + unit * 0.25)
    if style.property(GROUND):
        painter.fillRect(whole, QColor(theme[style.property(GROUND)]))
    whole.setWidth(unit * 0.4)
    painter.fillRect(whole, QColor(theme[style.property(BAR)]))
