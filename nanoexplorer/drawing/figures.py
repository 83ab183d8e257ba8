"""How a document's figures are drawn: one row a name, each as large as fits into a rectangle."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from nanoexplorer.documents.barrier_routes import Drawn
from nanoexplorer.documents.decision_map import MapWords as DecisionWords
from nanoexplorer.documents.evidence_map import MapWords as EvidenceWords
from nanoexplorer.drawing.barrier import layout as barrier_layout
from nanoexplorer.drawing.barrier.layout import Layout
from nanoexplorer.drawing.barrier.picture import draw_layout
from nanoexplorer.drawing.barrier.wide import lay_wide
from nanoexplorer.drawing.decision_map import layout as decision_map_layout
from nanoexplorer.drawing.decision_map.layout import MapLayout
from nanoexplorer.drawing.evidence_map.layout import make_sheet
from nanoexplorer.drawing.evidence_map.paint import draw_whole
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import READS, fitting_zoom

WIDTH: Final = 1100.0
EVIDENCE_HEIGHT: Final = 420.0
"""Px in which a figure stands well at 100 %; more where it has more rows or columns."""
EVIDENCE_LARGEST: Final = 150
"""Percent: cells grow with the room, words need not."""
EVIDENCE_ROW: Final = 20
"""Px at 100 %: in lower rows a number of two digits shrinks."""


class Fitted(NamedTuple):
    """How a figure finds room: at how many percent, how far shrunk beyond that, and its drawing."""

    zoom: int
    shrink: float
    paint: Callable[[QPainter], None]


class Drawing(NamedTuple):
    """`fit` a figure's data into a size; in `least` px it is drawn at 100 %."""

    fit: Callable[[Any, Theme, QSizeF], Fitted]
    least: Callable[[Any, Theme], QSizeF]


def draw(name: str, data: object, theme: Theme, painter: QPainter, rect: QRectF) -> None:
    """Draw a figure into a rectangle."""
    found = DRAWINGS[name].fit(data, theme, rect.size())
    painter.save()
    painter.translate(rect.topLeft())
    painter.scale(found.shrink, found.shrink)
    found.paint(painter)
    painter.restore()


def _evidence_least(words: EvidenceWords, theme: Theme) -> QSizeF:
    """With rows that are high enough for their numbers at full size."""
    sheet = make_sheet(words, theme, 100, WIDTH, EVIDENCE_HEIGHT)
    more = max(0.0, EVIDENCE_ROW * sheet.em - sheet.grid.height) * len(words.rows)
    room = sheet.room
    return QSizeF(max(WIDTH, room.width()), max(EVIDENCE_HEIGHT, room.height()) + more)


def _evidence_fit(words: EvidenceWords, theme: Theme, size: QSizeF) -> Fitted:
    zoom = _evidence_zoom(words, theme, size)
    sheet = make_sheet(words, theme, zoom, size.width(), size.height())
    shrink = min(1.0, size.width() / sheet.room.width(), size.height() / sheet.room.height())
    chosen = frozenset(at for at, cell in words.cells.items() if words.selection in cell.strategies)

    def paint(painter: QPainter) -> None:
        if words.rows and words.columns:
            draw_whole(painter, sheet, chosen)

    return Fitted(zoom, shrink, paint)


def _evidence_zoom(words: EvidenceWords, theme: Theme, size: QSizeF) -> int:
    """The largest zoom that fits; a smaller one that still reads well if it shows all in full."""

    def fits(zoom: int, whole: bool = False) -> bool:
        sheet = make_sheet(words, theme, zoom, size.width(), size.height())
        room = sheet.room
        fitting = room.width() <= size.width() + 1 and room.height() <= size.height() + 1
        low = sheet.grid.height < EVIDENCE_ROW * sheet.em
        return fitting and not (whole and (sheet.grid.cut or low))

    largest = fitting_zoom(fits, EVIDENCE_LARGEST)
    whole = fitting_zoom(lambda zoom: fits(zoom, True), largest)
    return whole if whole >= READS and fits(whole, True) else largest


def _barrier_least(drawn: Drawn, _: Theme) -> QSizeF:
    return QSizeF(WIDTH, barrier_layout.lay_out(drawn.routes, WIDTH, 100, drawn.selection).height)


def _barrier_fit(drawn: Drawn, theme: Theme, size: QSizeF) -> Fitted:
    """As on the screen where that has room at full size; else whatever has the larger words."""
    tall, wide = (_at_most(lay, drawn, theme, size) for lay in (barrier_layout.lay_out, lay_wide))
    return tall if tall.zoom >= 100 or tall[:2] >= wide[:2] else wide


def _at_most(arrange: Callable[..., Layout], drawn: Drawn, theme: Theme, size: QSizeF) -> Fitted:
    def laid(zoom: int, height: float = 0.0) -> Layout:
        return arrange(drawn.routes, size.width(), zoom, drawn.selection, height)

    def paint(painter: QPainter) -> None:
        draw_layout(painter, laid(zoom, size.height()), theme, selection=drawn.selection)

    zoom = fitting_zoom(lambda percent: laid(percent).height <= size.height())
    return Fitted(zoom, min(1.0, size.height() / laid(zoom).height), paint)


def _decision_least(words: DecisionWords, _: Theme) -> QSizeF:
    least = decision_map_layout.lay_out(words, WIDTH, 100)
    return QSizeF(max(WIDTH, least.least), least.height)


def _decision_fit(words: DecisionWords, theme: Theme, size: QSizeF) -> Fitted:
    """The largest zoom at which all rows and columns find room."""

    def laid(zoom: int) -> MapLayout:
        return decision_map_layout.lay_out(words, size.width(), zoom)

    def fits(zoom: int) -> bool:
        layout = laid(zoom)
        return layout.height <= size.height() and layout.width <= size.width() + 1

    def paint(painter: QPainter) -> None:
        from nanoexplorer.drawing.decision_map.picture import MapDrawing

        drawing = MapDrawing(painter, words, layout, theme)
        drawing.draw(QRectF(0, 0, layout.width, layout.height))

    zoom = fitting_zoom(fits)
    layout = laid(zoom)
    shrink = min(1.0, size.height() / layout.height, size.width() / layout.width)
    return Fitted(zoom, shrink, paint)


DRAWINGS: Final = {
    "decision-map": Drawing(_decision_fit, _decision_least),
    "barrier-routes": Drawing(_barrier_fit, _barrier_least),
    "evidence-map": Drawing(_evidence_fit, _evidence_least),
}
