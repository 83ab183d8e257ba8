"""Draws the decision map: a heat map of all profiles, its boundaries, and where one is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.documents.decision_map import MapWords
from nanoexplorer.drawing import typesetting
from nanoexplorer.drawing.decision_map.layout import MapLayout, advance
from nanoexplorer.drawing.decision_map.legend import Entry
from nanoexplorer.drawing.decision_map.shades import Step, step_for
from nanoexplorer.drawing.fonts import small
from nanoexplorer.drawing.looks import CELL, VERDICT
from nanoexplorer.drawing.marks import draw_glyph
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.overriding import override
from nanoexplorer.words import common
from nanoexplorer.words import decision_map as decision_map_words

_LEFT: Final = Qt.AlignmentFlag.AlignVCenter.value | Qt.AlignmentFlag.AlignLeft.value
_CENTRE: Final = Qt.AlignmentFlag.AlignCenter.value
_SELECTED: Final = (Verdict.MATCHES, Verdict.AGAINST, Verdict.OPEN)


class MapItem(pg.GraphicsObject):  # type: ignore[misc]
    """The map as an item of a scene, on the screen or in an export; 1 unit is 1 px."""

    def __init__(self, words: MapWords, layout: MapLayout, theme: Theme) -> None:
        super().__init__()
        self.setFlag(self.GraphicsItemFlag.ItemUsesExtendedStyleOption)  # paint what is in sight
        self.words, self.layout, self.theme = words, layout, theme
        self.walked: tuple[int, int] | None = None

    def show_map(self, words: MapWords, layout: MapLayout, theme: Theme) -> None:
        """Draw another map."""
        self.prepareGeometryChange()
        self.words, self.layout, self.theme = words, layout, theme
        self.update()

    def walk(self, cell: tuple[int, int] | None) -> None:
        """Put the ring of the keyboard around a cell, or take it away."""
        self.walked = cell
        self.update()

    @override
    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self.layout.width, self.layout.height)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        drawing = MapDrawing(painter, self.words, self.layout, self.theme)
        drawing.draw(option.exposedRect)
        if self.walked is not None:
            drawing.ring(self.walked, "focus", 4.5, dashed=True)


class MapDrawing:
    """One drawing of a map with a painter."""

    def __init__(self, painter: QPainter, words: MapWords, layout: MapLayout, theme: Theme) -> None:
        self.painter, self.words, self.layout, self.theme = painter, words, layout, theme

    def draw(self, exposed: QRectF) -> None:
        """Draw everything; of the cells those that touch `exposed`."""
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._row_labels()
        self._column_labels()
        self._cells(exposed)
        self._lines()
        self.ring(self.words.here, "ink", 2.0)
        for note in self.layout.labels:
            self._write(note.box, note.text, "ink")
        for note in self.layout.notes:
            self.painter.setFont(small(self.layout.zoom, note.heading))
            self.painter.setPen(QColor(self.theme["ink"]))
            typesetting.draw(self.painter, note.box, note.text)
        for entry, box in self.layout.legend:
            self._entry(entry, box)

    def _write(
        self, box: QRectF, text: str, role: str, *, bold: bool = False, flags: int = _LEFT
    ) -> None:
        self.painter.setFont(small(self.layout.zoom, bold))
        self.painter.setPen(QColor(self.theme[role]))
        self.painter.drawText(box, flags, text)

    def _row_labels(self) -> None:
        """A column for each field, a label where it begins: the eye finds the groups."""
        layout = self.layout
        line = layout.ys[0] / 2
        for level, head in enumerate(self.words.heads):
            left, right = layout.heads[level], layout.heads[level + 1]
            self._write(QRectF(left, line, right - left, line), head, "ink-muted", bold=True)
            for row, labels in enumerate(layout.rows):
                if row and labels[: level + 1] == layout.rows[row - 1][: level + 1]:
                    continue
                box = QRectF(left, layout.ys[row], right - left, layout.cell[1])
                self._write(box, labels[level], "ink")
        if not self.words.heads:
            box = QRectF(0, layout.ys[0], layout.heads[-1], layout.cell[1])
            self._write(box, decision_map_words.NO_ROW, "ink")

    def _column_labels(self) -> None:
        layout = self.layout
        line = layout.ys[0] / 2
        across = layout.width - layout.xs[0]
        self._write(QRectF(layout.xs[0] + 2, 0, across, line), self.words.axis, "ink-muted")
        for column, label in enumerate(self.words.columns):
            box = QRectF(layout.xs[column], line, layout.cell[0], line)
            self._write(box, label, "ink", flags=_CENTRE)

    def _cells(self, exposed: QRectF) -> None:
        """The cells in sight, those that look alike in one stroke."""
        alike: dict[tuple[Verdict | None, int], list[QRectF]] = {}
        marks: list[tuple[QRectF, str, int]] = []
        for row, line in enumerate(self.words.cells):
            if self.layout.ys[row] + self.layout.cell[1] < exposed.top():
                continue
            if self.layout.ys[row] > exposed.bottom():
                break
            for column, cell in enumerate(line):
                box = self.layout.box(row, column)
                look = (cell.verdict, 0 if cell.verdict else cell.number)
                alike.setdefault(look, []).append(box)
                if cell.selected in _SELECTED:
                    marks.append((box, VERDICT[cell.selected].bare, cell.number))
        for (verdict, count), boxes in alike.items():
            if verdict:
                self.verdict(boxes, verdict)
            else:
                self.count(boxes, count)
        for box, mark, count in marks:
            self.corner(box, mark, self._ink(count))

    def _ink(self, count: int) -> str:
        return self._step(count).ink if count else self.theme["ink-muted"]

    def _step(self, count: int) -> Step:
        return step_for(self.theme, count, self.words.most)

    def count(self, boxes: Sequence[QRectF], count: int) -> None:
        """Cells with a number; a dashed frame where nothing is named."""
        if count:
            self._fill(boxes, self._step(count).fill, QPen(Qt.PenStyle.NoPen))
        else:
            pen = QPen(QColor(self.theme["status-not-stated-line"]), self.layout.px(1.2))
            pen.setDashPattern([3.0, 2.0])
            self._fill(boxes, self.theme["paper"], pen)
        font = small(self.layout.zoom)
        text = common.grouped_number(count)
        metrics = QFontMetricsF(font)
        left = -advance(text, self.layout.zoom) / 2
        down = (metrics.ascent() - metrics.descent()) / 2
        self.painter.setFont(font)
        self.painter.setPen(QColor(self._ink(count)))
        for box in boxes:
            self.painter.drawText(box.center() + QPointF(left, down), text)

    def verdict(self, boxes: Sequence[QRectF], verdict: Verdict) -> None:
        """Cells with the mark of a verdict."""
        mark, (fill, ink, frame) = VERDICT[verdict].bare, CELL[verdict]
        self._fill(boxes, self.theme[fill], QPen(QColor(self.theme[frame]), self.layout.px(1)))
        for box in boxes:
            side = min(self.layout.px(13), box.height() * 0.7, box.width() * 0.7)
            at = QRectF(0, 0, side, side)
            at.moveCenter(box.center())
            draw_glyph(self.painter, mark, at, self.theme[ink])

    def corner(self, box: QRectF, mark: str, ink: str) -> None:
        """The mark of the selected strategy, in the corner of a cell."""
        side, inset = self.layout.px(8), self.layout.px(3)
        at = QRectF(box.right() - side - inset, box.top() + inset, side, side)
        draw_glyph(self.painter, mark, at, ink)

    def _fill(self, boxes: Sequence[QRectF], fill: str, pen: QPen) -> None:
        inset = 0.0 if pen.style() is Qt.PenStyle.NoPen else pen.widthF() / 2
        radius = self.layout.px(3)
        path = QPainterPath()
        for box in boxes:
            path.addRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)
        self.painter.setPen(pen)
        self.painter.setBrush(QColor(fill))
        self.painter.drawPath(path)

    def ring(self, cell: tuple[int, int], role: str, out: float, *, dashed: bool = False) -> None:
        """A frame around a cell, `out` px outside it; dashed where the keyboard is."""
        self.frame(self.layout.box(*cell), role, out, dashed=dashed)

    def frame(self, box: QRectF, role: str, out: float, *, dashed: bool = False) -> None:
        """Draw a frame `out` units outside a box, on paper so that it shows on any fill."""
        away, radius = self.layout.px(out), self.layout.px(4)
        for colour, width in (("paper", 4.0), (role, 2.0)):
            pen = QPen(QColor(self.theme[colour]), self.layout.px(width))
            if dashed and colour == role:
                pen.setDashPattern([3.0, 1.5])
            self.painter.setPen(pen)
            self.painter.setBrush(Qt.BrushStyle.NoBrush)
            self.painter.drawRoundedRect(box.adjusted(-away, -away, away, away), radius, radius)

    def _lines(self) -> None:
        self.painter.setPen(QPen(QColor(self.theme["ink"]), self.layout.px(1.5)))
        for _, lines in self.layout.lines(self.words):
            self.painter.drawLines(lines)

    def _entry(self, entry: Entry, box: QRectF) -> None:
        """A sign of the legend and what it means."""
        sign = QRectF(box.left(), box.top(), self.layout.px(entry.wide), box.height())
        if entry.verdict is not None:
            self.verdict([sign], entry.verdict)
        elif entry.number is not None:
            self.count([sign], entry.number)
        elif entry.mark:
            inset = self.layout.px(4)
            place = sign.adjusted(inset, inset, -inset, -inset)
            draw_glyph(self.painter, VERDICT[entry.mark].bare, place, self.theme["ink"])
        elif entry.here:
            inset = self.layout.px(4)
            self.frame(sign.adjusted(inset, inset, -inset, -inset), "ink", 2.0)
        else:
            self.painter.setPen(QPen(QColor(self.theme["ink"]), self.layout.px(1.5)))
            middle = sign.center().x()
            self.painter.drawLine(QLineF(middle, sign.top(), middle, sign.bottom()))
        words = box.adjusted(self.layout.px(entry.wide + 6), 0, 0, 0)
        self._write(words, entry.text, "ink-muted")
