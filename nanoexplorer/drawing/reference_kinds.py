"""Draws what kinds of publication stand behind each strategy: bars of one cell a publication.

Kinds are told apart by their order, their fill and their pattern. The patterns are drawn as lines
rather than taken from the toolkit, whose hatching neither grows with the zoom nor survives as
lines in a PDF or an SVG.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from nanoexplorer.core.shown.reference_kinds import KINDS_SHOWN, SOURCE_ITSELF, Behind
from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.words import references as references_words

ROW: Final = 26
"""Px at a zoom of 100 %, as all sizes here."""
NAME_SHARE: Final = 0.42
NAME_MOST: Final = 330
END: Final = 124
GAP: Final = 12
BAR: Final = 14
LEGEND_ROW: Final = 22
_ONE_LINE: Final = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextSingleLine.value


class Fill(NamedTuple):
    r"""How a kind is drawn: its ground, its frame, and lines `/`, `\`, `-`, `|` across it."""

    ground: str
    frame: str
    pattern: str = ""
    lines: str = ""
    dashed: bool = False


FILLS: Final = {
    "primary-clinical": Fill("accent", "accent"),
    "primary-preclinical": Fill("accent-soft", "accent", "/", "accent"),
    "guideline": Fill("bar-note", "bar-note", "|", "surface"),
    "review": Fill("unknown", "ink-muted"),
    "book-chapter": Fill("surface", "ink-muted", "-", "ink-muted"),
    "thesis": Fill("surface", "ink-muted", "/\\", "ink-muted"),
    "label": Fill("surface", "ink-muted", "|", "ink-muted"),
    "unclear": Fill("caution-soft", "bar-caution", "\\", "bar-caution"),
    SOURCE_ITSELF: Fill("surface", "ink-muted", dashed=True),
}


class Scale(NamedTuple):
    """Where things stand in a row `width` px wide when the longest bar has `most` cells."""

    name: float
    bar: float
    cell: float


def scale(width: float, most: int, zoom: int) -> Scale:
    """The scale of all rows; a cell is at most as wide as a bar is thick."""
    unit = zoom / 100
    name = min(width * NAME_SHARE, NAME_MOST * unit)
    room = max(unit, width - name - (GAP + END) * unit)
    return Scale(name, name + GAP * unit, min(room / max(1, most), (BAR + 4) * unit))


def draw_bar_row(
    painter: QPainter,
    box: QRectF,
    name: str,
    row: Behind,
    at: Scale,
    theme: Theme,
    zoom: int,
    *,
    selected: bool = False,
) -> None:
    """One strategy: its name, a bar of one cell a publication, and its number in words."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    weight = fonts.SEMIBOLD if selected else fonts.REGULAR
    room = QRectF(box.left(), box.top(), at.name, box.height())
    _words(painter, room, name, fonts.font(fonts.BODY, weight, zoom=zoom), theme["ink"])
    end = _bar(painter, box, row, at, theme, zoom)
    rest = QRectF(end, box.top(), box.right() - end, box.height())
    cited = row.publications - row.of(SOURCE_ITSELF)
    words = references_words.behind_end(cited, row.of("review"))
    _words(painter, rest, words, fonts.font(fonts.SMALL, zoom=zoom), theme["ink-muted"])
    painter.restore()


def _bar(painter: QPainter, box: QRectF, row: Behind, at: Scale, theme: Theme, zoom: int) -> float:
    """Draw the cells; returns where the words after them begin."""
    unit = zoom / 100
    left = box.left() + at.bar
    top = box.center().y() - BAR * unit / 2
    for kind, count in zip(KINDS_SHOWN, row.counts, strict=True):
        if not count:
            continue
        cells, wide = (count, at.cell) if at.cell >= 5 * unit else (1, count * at.cell)
        for _ in range(cells):
            cell = QRectF(left, top, max(unit, wide - 2 * unit), BAR * unit)
            draw_kind(painter, cell, kind, theme, zoom)
            left += wide
    return left + 6 * unit


def draw_kind(painter: QPainter, box: QRectF, kind: str, theme: Theme, zoom: int) -> None:
    """Draw a cell of a kind."""
    fill, unit = FILLS[kind], zoom / 100
    frame = QPen(QColor(theme[fill.frame]), unit)
    if fill.dashed:
        frame.setDashPattern([2.0, 2.0])
    inner = box.adjusted(unit / 2, unit / 2, -unit / 2, -unit / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme[fill.ground]))
    painter.drawRect(inner)
    if fill.pattern:
        painter.setPen(QPen(QColor(theme[fill.lines]), unit))
        painter.drawLines(_pattern(inner, fill.pattern, unit))
    painter.setPen(frame)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(inner)


def _pattern(box: QRectF, pattern: str, unit: float) -> list[QLineF]:
    """The lines of a pattern that lie within a box."""
    lines: list[QLineF] = []
    for sign in pattern:
        step = 3.5 * unit
        reach = {"-": box.height(), "|": box.width()}.get(sign, box.width() + box.height())
        for number in range(1, int(reach / step) + 1):
            line = _line(box, sign, number * step)
            if line.length() > unit:
                lines.append(line)
    return lines


def _line(box: QRectF, sign: str, at: float) -> QLineF:
    """The line of a pattern that begins `at` px along the left edge, or round its corner."""
    if sign == "-":
        y = box.top() + at
        return QLineF(box.left(), y, box.right(), y)
    if sign == "|":
        x = box.left() + at
        return QLineF(x, box.top(), x, box.bottom())
    down, across = min(at, box.height()), min(at, box.width())
    start = QPointF(at - down, down)
    stop = QPointF(across, at - across)
    if sign == "\\":
        start, stop = (QPointF(p.x(), box.height() - p.y()) for p in (start, stop))
    return QLineF(box.topLeft() + start, box.topLeft() + stop)


def _words(painter: QPainter, box: QRectF, text: str, font: QFont, colour: str) -> None:
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, _ONE_LINE, shown)


def legend(width: float, zoom: int) -> list[tuple[str, QRectF]]:
    """Where each kind stands in a legend of that width: all kinds, whatever the data, in order."""
    unit = zoom / 100
    metrics = QFontMetricsF(fonts.font(fonts.SMALL, zoom=zoom))
    placed: list[tuple[str, QRectF]] = []
    left = top = 0.0
    for kind in KINDS_SHOWN:
        wide = metrics.horizontalAdvance(references_words.kind_shown(kind)) + (BAR + 24) * unit
        if left and left + wide > width:
            left, top = 0.0, top + LEGEND_ROW * unit
        placed.append((kind, QRectF(left, top, wide, LEGEND_ROW * unit)))
        left += wide
    return placed


def draw_legend(painter: QPainter, box: QRectF, theme: Theme, zoom: int) -> None:
    """Draw the legend at the top left of a box."""
    unit = zoom / 100
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = fonts.font(fonts.SMALL, zoom=zoom)
    for kind, place in legend(box.width(), zoom):
        here = place.translated(box.topLeft())
        side = BAR * unit
        draw_kind(
            painter,
            QRectF(here.left(), here.center().y() - side / 2, side, side),
            kind,
            theme,
            zoom,
        )
        words = here.adjusted(side + 6 * unit, 0, 0, 0)
        _words(painter, words, references_words.kind_shown(kind), font, theme["ink-muted"])
    painter.restore()
