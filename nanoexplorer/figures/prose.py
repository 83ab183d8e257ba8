"""Writes a text document piece by piece: headings, lines, barred paragraphs, small tables.

Text goes in as text, never as markup, so that nothing in a pack can be taken for a link or a tag.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from nanoexplorer.figures import fonts
from nanoexplorer.palette import Theme

UNIT: Final = 8
"""Px of the grid at a zoom of 100 %."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style: a size, a colour role, and a link to follow, if any."""

    text: str
    role: str = "ink"
    size: int = fonts.BODY
    weight: QFont.Weight = fonts.REGULAR
    italic: bool = False
    link: str = ""


class Prose:
    """A cursor at the end of a document, with the styles of a theme at a zoom (percent)."""

    def __init__(self, document: QTextDocument, theme: Theme, zoom: int = 100) -> None:
        self.theme = theme
        self.zoom = zoom
        self._cursor = QTextCursor(document)
        self._formats: dict[tuple[str, int, QFont.Weight, bool, bool], QTextCharFormat] = {}
        self._fresh = True

    def px(self, units: float) -> float:
        """Grid units in px at this zoom."""
        return units * UNIT * self.zoom / 100

    def heading(self, text: str, above: float = 2.0) -> None:
        """A section's label in small capitals, with room above it."""
        run = Run(text.upper(), "ink-muted", fonts.SMALL, fonts.SEMIBOLD)
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
        if self._fresh:
            self._cursor.setBlockFormat(block)
        else:
            self._cursor.insertBlock(block)
        self._fresh = False
        self._write(runs)

    def barred(self, bar: str, lines: Sequence[Sequence[Run]], ground: str = "") -> None:
        """Paragraphs behind a bar in a colour role, on a ground of another role if given."""
        table = self._table(1, 2, [self.px(0.4), 0])
        for row, runs in enumerate(lines):
            if row:
                table.appendRows(1)
            self._fill(table, row, 0, [], bar)
            self._fill(table, row, 1, runs, ground)
        self._leave(table)

    def pairs(self, rows: Sequence[tuple[Sequence[Run], Sequence[Run]]], share: float) -> None:
        """Rows of a name and what is said of it; the names take `share` (percent) of the width."""
        table = self._table(len(rows), 2, [], share)
        for row, (name, said) in enumerate(rows):
            self._fill(table, row, 0, name)
            self._fill(table, row, 1, said)
        self._leave(table)

    def _block(self, above: float, below: float, indent: float = 0.0) -> QTextBlockFormat:
        block = QTextBlockFormat()
        block.setTopMargin(self.px(above))
        block.setBottomMargin(self.px(below))
        block.setLeftMargin(self.px(indent))
        block.setLineHeight(116, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return block

    def _table(
        self, rows: int, columns: int, widths: list[float], share: float = 0.0
    ) -> QTextTable:
        style = QTextTableFormat()
        style.setBorder(0)
        style.setCellSpacing(0)
        style.setCellPadding(0)
        style.setTopMargin(self.px(0.75))
        style.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        style.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        style.setColumnWidthConstraints(_constraints(widths, share))
        self._fresh = False
        return self._cursor.insertTable(rows, columns, style)

    def _fill(
        self, table: QTextTable, row: int, column: int, runs: Sequence[Run], ground: str = ""
    ) -> None:
        cell = table.cellAt(row, column)
        style = cell.format().toTableCellFormat()
        if ground:
            style.setBackground(QBrush(QColor(self.theme[ground])))
        style.setLeftPadding(self.px(1.25) if column and runs else 0)
        style.setTopPadding(self.px(0.25))
        style.setBottomPadding(self.px(0.25))
        cell.setFormat(style)
        self._cursor = cell.firstCursorPosition()
        self._cursor.setBlockFormat(self._block(0, 0))
        self._write(runs)

    def _leave(self, table: QTextTable) -> None:
        self._cursor = table.lastCursorPosition()
        self._cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        tiny = self._block(0, 0)
        tiny.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self._cursor.setBlockFormat(tiny)

    def _write(self, runs: Sequence[Run]) -> None:
        for run in runs:
            style = self._format(run)
            if run.link:
                style = QTextCharFormat(style)
                style.setAnchor(True)
                style.setAnchorHref(run.link)
            self._cursor.insertText(run.text, style)

    def _format(self, run: Run) -> QTextCharFormat:
        key = (run.role, run.size, run.weight, run.italic, bool(run.link))
        if key not in self._formats:
            made = QTextCharFormat()
            made.setFont(fonts.font(run.size, run.weight, italic=run.italic, zoom=self.zoom))
            made.setForeground(QBrush(QColor(self.theme[run.role])))
            self._formats[key] = made
        return self._formats[key]


def _constraints(widths: list[float], share: float) -> list[QTextLength]:
    if share:
        kind = QTextLength.Type.PercentageLength
        return [QTextLength(kind, share), QTextLength(kind, 100 - share)]
    fixed, free = QTextLength.Type.FixedLength, QTextLength.Type.VariableLength
    return [QTextLength(fixed, width) if width else QTextLength(free, 0) for width in widths]
