"""Writes a text document piece by piece: headings, lines, barred paragraphs, small tables.

Text goes in as text, never as markup, so that nothing in a pack can be taken for a link or a tag.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextOption,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.looks import SIGN
from nanoexplorer.drawing.marks import draw_disputed, draw_glyph
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import hair
from nanoexplorer.drawing.tips import plain_tip
from nanoexplorer.drawing.typesetting import NEXT_LINE
from nanoexplorer.words import common

UNIT: Final = 8
"""Px of the grid at a zoom of 100 %."""
BAR: Final = 0x100001  # QTextFormat.Property.UserProperty + 1
GROUND: Final = BAR + 1
JOINED: Final = BAR + 2
MARK: Final = BAR + 3
AT: Final = BAR + 4
BEFORE: Final = BAR + 5
RULE: Final = BAR + 6
GAP: Final = 4.0
"""Grid units between columns."""
AFTER_NAME: Final = 1.0
"""Grid units at least between a name and what is said of it."""
DISPUTED: Final = "disputed"
VERDICT: Final = 16
"""Px at 100 % of a verdict over what it follows from."""
MARK_SIDE: Final = 2.0
MARK_ROOM: Final = 3.0
"""Grid units of a mark before a paragraph, and of it with the gap behind it."""


class Run(NamedTuple):
    """A stretch of text in one style: a size, a colour role, and a link to follow, if any.

    `tip` explains it where one hovers: plain text, and the stretch is underlined with dots.
    `plain`: without the dots. `ground` is the colour role behind it, if any.
    """

    text: str
    role: str = "ink"
    size: int = fonts.BODY
    weight: QFont.Weight = fonts.REGULAR
    italic: bool = False
    link: str = ""
    tip: str = ""
    ground: str = ""
    plain: bool = False


class Prose:
    """A cursor at the end of a document, with the styles of a theme at a zoom (percent).

    `body`: the size of running text in px at 100 %.
    """

    def __init__(
        self, document: QTextDocument, theme: Theme, zoom: int = 100, body: int = fonts.BODY
    ) -> None:
        self.theme = theme
        self.zoom = zoom
        self._body = body
        self._cursor = QTextCursor(document)  # at the start; what stands there is pushed down
        self._formats: dict[tuple[str | int | QFont.Weight, ...], QTextCharFormat] = {}
        self._tips: dict[tuple[str | int | QFont.Weight, ...], QTextCharFormat] = {}
        self._fresh = True
        self.at_top = True
        """Whether nothing stands above what is written next."""

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

    def finding(self, text: str, mark: str, tip: str, above: float = 0.0) -> None:
        """A section's heading that is the answer itself, with its mark."""
        block = self._block(above, 0.5, MARK_ROOM)
        block.setHeadingLevel(2)
        _put_mark(block, mark, 0)
        self._begin(block)
        self._write([Run(text, size=VERDICT, weight=fonts.SEMIBOLD, tip=tip, plain=True)])

    def columns(self, count: int) -> Iterator[int]:
        """Go through columns side by side: what is written meanwhile stands in each in turn."""
        percent, style = QTextLength.Type.PercentageLength, QTextTableFormat()
        style.setBorder(0)
        style.setCellSpacing(0)
        style.setWidth(QTextLength(percent, 100))
        style.setColumnWidthConstraints([QTextLength(percent, 100 / count)] * count)
        table = self._cursor.insertTable(1, count, style)
        for place in range(count):
            cell, padding = table.cellAt(0, place), QTextTableCellFormat()
            padding.setLeftPadding(self.px(GAP) * place / count)
            padding.setRightPadding(self.px(GAP) * (count - 1 - place) / count)
            cell.setFormat(padding)
            self._cursor = cell.firstCursorPosition()
            self._fresh = self.at_top = True
            yield place
        self._cursor = table.lastCursorPosition()
        self._cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        self._fresh = True
        least = QTextBlockFormat()  # a text ends with a paragraph, though nothing more is written
        least.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self._cursor.setBlockFormat(least)

    def ruled(self, lines: Sequence[Sequence[Run]]) -> None:
        """Paragraphs below a line across the column."""
        for place, runs in enumerate(lines):
            last = place == len(lines) - 1
            block = self._block(0.0 if place else 0.75, 0.75 if last else 0.0)
            block.setProperty(RULE, place == 0)
            self._begin(block)
            self._write(runs)

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

    def barred(
        self, bar: str, lines: Sequence[Sequence[Run]], ground: str = "", mark: str = ""
    ) -> None:
        """Paragraphs behind a bar in a colour role, on a ground of another role if given.

        The bar, and a mark beside it, is drawn by `draw_beside`: a table would do it too, and takes
        ten times as long.
        """
        last = len(lines) - 1
        indent = 1.6 + MARK_ROOM if mark else 1.6
        for place, runs in enumerate(lines):
            block = self._block(1.0 if place == 0 else 0.0, 0.25 if place == last else 0.0, indent)
            if mark and place == 0:
                _put_mark(block, mark, self.px(1.6))
            block.setProperty(BAR, bar)
            block.setProperty(GROUND, ground)
            block.setProperty(JOINED, place > 0)
            self._begin(block)
            self._write(runs)

    def pair(
        self,
        name: Run,
        said: Sequence[Run],
        width: float,
        mark: str = "",
        *,
        ruled: bool = False,
    ) -> None:
        """A name and, from `width` grid units on, what is said of it; under a longer name.

        `mark`: before what is said; `ruled`: under a line, as in a table.
        """
        around = 0.75 if ruled else 0.25
        block = self._block(around + (0 if ruled else 0.25), around, width)
        indent = width + (MARK_ROOM if mark else 0)
        block.setLeftMargin(self.px(indent))
        block.setTextIndent(-self.px(indent))
        block.setTabPositions([QTextOption.Tab(self.px(indent), QTextOption.TabType.LeftTab)])
        block.setProperty(RULE, ruled)
        fits = QFontMetricsF(self._format(name).font()).horizontalAdvance(name.text)
        beside = fits + self.px(AFTER_NAME) <= self.px(width)
        if mark:
            _put_mark(block, mark, self.px(width), 0 if beside else len(name.text) + 1)
        self._begin(block)
        between = "\t" if beside else NEXT_LINE
        self._write([name, Run(between), *said])

    def _begin(self, block: QTextBlockFormat) -> None:
        if self._fresh:
            self._cursor.setBlockFormat(block)
        else:
            self._cursor.insertBlock(block)
        self._fresh = self.at_top = False

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
            if not (run.link or run.plain):
                made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
                made.setUnderlineColor(QColor(self.theme["ink-muted"]))
            made.setToolTip(plain_tip(run.tip))
            self._tips[key] = made
        return self._tips[key]

    def _format(self, run: Run) -> QTextCharFormat:
        key = self._key(run)
        if key not in self._formats:
            made = QTextCharFormat()
            size = self._body if run.size == fonts.BODY else run.size
            made.setFont(fonts.font(size, run.weight, italic=run.italic, zoom=self.zoom))
            made.setForeground(QBrush(QColor(self.theme[run.role])))
            if run.ground:
                made.setBackground(QBrush(QColor(self.theme[run.ground])))
            self._formats[key] = made
        return self._formats[key]


def _put_mark(block: QTextBlockFormat, mark: str, at: float, before: int = 0) -> None:
    """Have a mark drawn `at` px from the left, in the line of the sign with the place `before`."""
    block.setProperty(MARK, mark)
    block.setProperty(AT, at)
    block.setProperty(BEFORE, before)


def draw_beside(
    painter: QPainter, document: QTextDocument, theme: Theme, zoom: int, band: QRectF
) -> None:
    """Draw what stands beside the paragraphs in `band`, in the document's coordinates: bars and
    grounds, rules and marks.

    To be called before the document itself is drawn.
    """
    layout, root = document.documentLayout(), document.rootFrame()
    in_columns = bool(root.childFrames())  # then paragraphs do not follow each other downwards
    edge = document.textWidth() - document.documentMargin() - root.frameFormat().rightMargin()
    block = document.firstBlock()
    if not in_columns:
        block = document.findBlock(layout.hitTest(band.topLeft(), Qt.HitTestAccuracy.FuzzyHit))
        if block.previous().isValid():
            block = block.previous()  # its bar may reach a little below it
    around = UNIT * zoom / 100  # and as little above it
    while block.isValid():
        box = layout.blockBoundingRect(block)
        if box.top() - around > band.bottom() and not in_columns:
            return
        style = block.blockFormat()
        if _is_marked(style) and box.bottom() + around > band.top():
            # A paragraph's box is too narrow where one before it has come to begin a page.
            left, right = _column(block) or (0.0, max(box.right(), edge - style.rightMargin()))
            box.setLeft(left)
            box.setRight(right)
            _draw_all(painter, block, box, theme, zoom)
        block = block.next()


def _is_marked(style: QTextBlockFormat) -> bool:
    return any(style.property(what) for what in (BAR, RULE, MARK))


def _draw_all(painter: QPainter, block: QTextBlock, box: QRectF, theme: Theme, zoom: int) -> None:
    style = block.blockFormat()
    if style.property(BAR):
        _draw_bar(painter, box, style, theme, zoom)
    if style.property(RULE):
        top = round(box.top() - style.topMargin())
        line = QRectF(box.left(), top, box.width(), hair(zoom))
        painter.fillRect(line, QColor(theme["line"]))
    if style.property(MARK) and block.layout().lineCount():
        _draw_mark(painter, block, box, theme, zoom)


def _column(block: QTextBlock) -> tuple[float, float] | None:
    """Where the column of a paragraph begins and ends; None for one that stands in none."""
    table: QTextTable | None = QTextCursor(block).currentTable()
    if table is None:
        return None
    cell = table.cellAt(block.position())
    whole = block.document().documentLayout().frameBoundingRect(table)
    padding, wide = cell.format().toTableCellFormat(), whole.width() / table.columns()
    left = whole.left() + wide * cell.column()
    return left + padding.leftPadding(), left + wide - padding.rightPadding()


def _draw_mark(painter: QPainter, block: QTextBlock, box: QRectF, theme: Theme, zoom: int) -> None:
    """Draw a mark in the middle of the line that it stands before."""
    style, side = block.blockFormat(), MARK_SIDE * UNIT * zoom / 100
    line = block.layout().lineForTextPosition(style.property(BEFORE))
    metrics = QFontMetricsF(block.begin().fragment().charFormat().font())
    middle = box.top() + line.y() + line.ascent() - metrics.capHeight() / 2
    rect = QRectF(box.left() + style.property(AT), middle - side / 2, side, side)
    if style.property(MARK) == DISPUTED:
        draw_disputed(painter, rect, theme)
    else:
        look = SIGN[style.property(MARK)]
        draw_glyph(painter, look.mark, rect, theme[look.role])


def _draw_bar(
    painter: QPainter, box: QRectF, style: QTextBlockFormat, theme: Theme, zoom: int
) -> None:
    unit = UNIT * zoom / 100
    # Over the end of what it joins: the height of a line leaves a gap between blocks.
    top = box.top() - (style.topMargin() + unit * 0.5 if style.property(JOINED) else unit * 0.35)
    whole = QRectF(box.left(), top, box.width(), box.bottom() - top + unit * 0.25)
    if style.property(GROUND):
        painter.fillRect(whole, QColor(theme[style.property(GROUND)]))
    whole.setWidth(unit * 0.4)
    painter.fillRect(whole, QColor(theme[style.property(BAR)]))
