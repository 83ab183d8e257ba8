"""What crosses the barrier, route by route: a path with its particles, lit or faded.

A line is solid where a source says how it passes, and dashed where none does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import cos, pi, sin
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from nanoexplorer.drawing.barrier.scene import ENDOTHELIUM, FEET, LUMEN, TUMOUR, Scene, Track
from nanoexplorer.drawing.marks import draw_glyph
from nanoexplorer.drawing.palette import Theme

LEAKY: Final = "leaky-vessels"
_START: Final = 0.06


class Brush(NamedTuple):
    """A painter over a scene at one track, in the colours of a lit or a faded route."""

    painter: QPainter
    scene: Scene
    track: Track
    line: str
    fill: str
    ground: str

    @property
    def u(self) -> float:
        """Px that a unit of the scene takes."""
        return self.scene.unit

    def at(self, share: float, down: float = 0.0) -> QPointF:
        """A point on the track: a part of the scene's width, and units below the axis."""
        return QPointF(self.scene.x(share), self.track.axis + down * self.u)

    def ink(self, width: float, *, filled: bool = False, dashed: bool = False) -> None:
        """Take a pen of a width in units, and the fill or none."""
        pen = QPen(QColor(self.line), width * self.u)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap if dashed else Qt.PenCapStyle.RoundCap)
        if dashed:
            pen.setDashPattern([2.4, 2.0])
        self.painter.setPen(pen)
        self.painter.setBrush(QColor(self.fill) if filled else Qt.BrushStyle.NoBrush)


def draw_route(
    painter: QPainter, scene: Scene, track: Track, route: str, lit: bool, theme: Theme
) -> None:
    """Draw a route by its id; one that we have no drawing for crosses as *how is not said*."""
    line, fill = ("accent-text", "accent-soft") if lit else ("disabled-ink", "surface")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    brush = Brush(painter, scene, track, theme[line], theme[fill], theme["surface"])
    _MOTIFS.get(route, _unsaid)(brush)
    painter.restore()


def _line(b: Brush, start: QPointF, end: QPointF, *, dashed: bool = False, sag: float = 0) -> None:
    path = QPainterPath(start)
    third = (end - start) / 3
    drop = QPointF(0, sag * b.u)
    path.cubicTo(start + third + drop, end - third - drop, end)
    b.ink(2.2, dashed=dashed)
    b.painter.drawPath(path)


def _arrow(b: Brush, start: QPointF, end: QPointF, *, dashed: bool = False, sag: float = 0) -> None:
    _line(b, start, end, dashed=dashed, sag=sag)
    b.ink(2.2)
    back = end - QPointF(5.5 * b.u, 0)
    for up in (-4.5, 4.5):
        b.painter.drawLine(end, back + QPointF(0, up * b.u))


def _particle(b: Brush, centre: QPointF, size: float = 6.5, *, ligands: bool = False) -> None:
    """A carrier with its load; `ligands` stand out from it on all sides."""
    if ligands:
        b.ink(1.5)
        for n in range(8):
            way = QPointF(cos(pi * n / 4 + pi / 8), sin(pi * n / 4 + pi / 8))
            foot, tip = centre + way * (size * b.u), centre + way * ((size + 4) * b.u)
            b.painter.drawLine(foot, tip)
            b.painter.drawEllipse(tip, 0.9 * b.u, 0.9 * b.u)
    b.ink(1.7, filled=True)
    b.painter.drawEllipse(centre, size * b.u, size * b.u)
    b.painter.setPen(Qt.PenStyle.NoPen)
    b.painter.setBrush(QColor(b.line))
    for turn in (0.2, 2.3, 4.4):
        load = centre + QPointF(cos(turn), sin(turn)) * (size * 0.42 * b.u)
        b.painter.drawEllipse(load, 1.3 * b.u, 1.3 * b.u)


def _receptor(b: Brush, at: QPointF) -> None:
    """A cup on a short stem that opens to the left."""
    cup = QPainterPath(at)
    mouth = at - QPointF(3.2 * b.u, 0)
    cup.lineTo(mouth)
    for up in (-1, 1):
        cup.moveTo(mouth)
        rim = mouth + QPointF(-3.6 * b.u, up * 3.6 * b.u)
        cup.quadTo(mouth + QPointF(0, up * 3.2 * b.u), rim)
    b.ink(1.8)
    b.painter.drawPath(cup)


def _leaky(b: Brush) -> None:
    """Through the gap between two cells of the wall, and on into the tumour."""
    _arrow(b, b.at(_START), b.at(TUMOUR - 0.07), sag=-7)
    for share, down in ((0.14, -4.5), (0.28, -5.0), (0.43, -1.5), (0.60, 3.2)):
        _particle(b, b.at(share, down), 5.6)


def _transcytosis(b: Brush) -> None:
    """Bound by a receptor, taken through the cell in a vesicle, let go on the other side."""
    middle = (LUMEN + ENDOTHELIUM) / 2
    _line(b, b.at(_START), b.at(LUMEN - 0.10))
    _arrow(b, b.at(ENDOTHELIUM + 0.01), b.at(TUMOUR - 0.05))
    for down in (-13.0, 0.0, 13.0):
        _receptor(b, b.at(LUMEN, down))
    _particle(b, b.at(LUMEN - 0.02, 0) - QPointF(14 * b.u, 0), 5.6, ligands=True)
    b.ink(1.4, filled=True)
    b.painter.drawEllipse(b.at(middle), 12.5 * b.u, 12.5 * b.u)
    _particle(b, b.at(middle), 4.8, ligands=True)
    _particle(b, b.at(FEET + 0.03), 5.6, ligands=True)


def _active(b: Brush) -> None:
    """Bound by receptors of the tumour cell; how it came through the barrier is another matter."""
    end = b.at(TUMOUR - 0.03)
    _line(b, b.at(_START), end - QPointF(22 * b.u, 0), dashed=True)
    for down in (-9.0, 0.0, 9.0):
        _receptor(b, b.at(TUMOUR + 0.015, down))
    _particle(b, b.at(_START + 0.10), 5.6, ligands=True)
    _particle(b, end - QPointF(13 * b.u, 0), 5.8, ligands=True)


def _coated(b: Brush) -> None:
    """A particle in a cell's membrane: a second rim."""
    _arrow(b, b.at(_START), b.at(TUMOUR - 0.05))
    for share in (0.20, (LUMEN + ENDOTHELIUM) / 2, FEET + 0.05):
        b.ink(1.3, filled=True)
        b.painter.drawPath(_coat(b.at(share), b.u))
        _particle(b, b.at(share), 4.8)


def _coat(centre: QPointF, u: float) -> QPainterPath:
    path = QPainterPath()
    for n in range(49):
        angle = 2 * pi * n / 48
        reach = (9.6 + 0.9 * sin(12 * angle)) * u
        at = centre + QPointF(reach * cos(angle), reach * sin(angle))
        path.lineTo(at) if n else path.moveTo(at)
    path.closeSubpath()
    return path


def _molecule(b: Brush) -> None:
    """No carrier: small molecules that pass by themselves."""
    _arrow(b, b.at(_START), b.at(TUMOUR - 0.05))
    for share in (0.12, 0.21, 0.30, (LUMEN + ENDOTHELIUM) / 2, FEET - 0.02, FEET + 0.07):
        ring = QPainterPath()
        for n in range(6):
            angle = pi * n / 3 + pi / 6
            at = b.at(share) + QPointF(cos(angle), sin(angle)) * (5.2 * b.u)
            ring.lineTo(at) if n else ring.moveTo(at)
        ring.closeSubpath()
        b.ink(1.7, filled=True)
        b.painter.drawPath(ring)


def _unsaid(b: Brush) -> None:
    """It crosses; the sources leave out how."""
    _arrow(b, b.at(_START), b.at(TUMOUR - 0.05), dashed=True)
    _particle(b, b.at(0.19))
    _particle(b, b.at(FEET + 0.05))
    middle = b.at((LUMEN + ENDOTHELIUM) / 2)
    b.ink(1.4)
    b.painter.setBrush(QColor(b.ground))
    b.painter.drawEllipse(middle, 9.5 * b.u, 9.5 * b.u)
    box = QRectF(0, 0, 12 * b.u, 12 * b.u)
    box.moveCenter(middle)
    draw_glyph(b.painter, "question", box, b.line)


_MOTIFS: Final[Mapping[str, Callable[[Brush], None]]] = {
    LEAKY: _leaky,
    "receptor-mediated-transcytosis": _transcytosis,
    "active-targeting": _active,
    "membrane-coating": _coated,
    "small-molecule": _molecule,
}
"""Drawings by a route's id. A pack may have others, which cross as *how is not said*."""
