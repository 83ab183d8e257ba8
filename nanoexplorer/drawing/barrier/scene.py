"""The blood–brain barrier, drawn by us: a vessel cut lengthwise, its wall, and the brain behind.

Everything is paths in a rectangle that is given, in paper and ink; the one colour is kept for the
routes that cross. Nothing is random, so that two drawings are the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, pi, sin
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from nanoexplorer.drawing.palette import Theme

LUMEN: Final = 0.36
"""Where the vessel's inside ends, in parts of the width; and so on to the right."""
ENDOTHELIUM: Final = 0.50
MEMBRANE: Final = 0.54
FEET: Final = 0.64
TUMOUR: Final = 0.84
CELL: Final = 58.0
"""About how high a cell of the wall is, in units."""
LEAK: Final = 24.0
_FOOT: Final = 36.0


class Track(NamedTuple):
    """A route's part of the picture: from `top` to `bottom`; `leaky` opens the wall there."""

    top: float
    bottom: float
    leaky: bool = False

    @property
    def axis(self) -> float:
        """The height in the middle, in px."""
        return (self.top + self.bottom) / 2


class Scene(NamedTuple):
    """The picture's rectangle, the tracks across it, and how many px a unit is."""

    rect: QRectF
    tracks: tuple[Track, ...]
    unit: float

    def x(self, share: float) -> float:
        """Px from the left of a share of the width, 0 to 1."""
        return self.rect.left() + share * self.rect.width()

    def is_open(self, y: float, margin: float) -> bool:
        """Whether the wall is leaky within `margin` units of this height."""
        near = margin * self.unit
        return any(t.leaky and abs(t.axis - y) < near for t in self.tracks)


def draw_scene(painter: QPainter, scene: Scene, theme: Theme) -> None:
    """Draw the anatomy into `scene.rect`, clipped to it; routes and words go on top."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    frame = QPainterPath()
    frame.addRoundedRect(scene.rect, 8 * scene.unit, 8 * scene.unit)
    painter.setClipPath(frame, Qt.ClipOperation.IntersectClip)
    painter.fillRect(scene.rect, QColor(theme["surface"]))
    lumen = QRectF(scene.rect.topLeft(), QPointF(scene.x(ENDOTHELIUM), scene.rect.bottom()))
    painter.fillRect(lumen, QColor(theme["sunken"]))
    _blood_cells(painter, scene, theme)
    _tumour(painter, scene, theme)
    _astrocytes(painter, scene, theme)
    _basement_membrane(painter, scene, theme)
    _endothelium(painter, scene, theme)
    painter.restore()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _ink(painter, theme, "line-strong", scene.unit)
    painter.drawPath(frame)
    painter.restore()


def _ink(painter: QPainter, theme: Theme, line: str, width: float, fill: str = "") -> None:
    pen = QPen(QColor(theme[line]), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QColor(theme[fill]) if fill else Qt.BrushStyle.NoBrush)


def _blood_cells(painter: QPainter, scene: Scene, theme: Theme) -> None:
    """Red cells, seen flat and from the side, where no route runs."""
    u = scene.unit
    for n, y in enumerate(_steps(scene.rect.top() + 30 * u, scene.rect.bottom() - 12 * u, 29 * u)):
        if any(abs(t.axis - y) < 17 * u for t in scene.tracks):
            continue
        x = scene.x(LUMEN * (0.20 + 0.52 * ((n * 0.618) % 1)))
        wide, high = (11 * u, 9.5 * u) if n % 3 else (11 * u, 5 * u)
        painter.save()
        painter.translate(x, y)
        painter.rotate((n * 47) % 70 - 35)
        _ink(painter, theme, "line-strong", 1.1 * u, "unknown")
        painter.drawEllipse(QPointF(0, 0), wide, high)
        _ink(painter, theme, "line-strong", 0.9 * u, "pressed")
        painter.drawEllipse(QPointF(0, 0), wide * 0.42, high * 0.42)
        painter.restore()


def _steps(first: float, last: float, step: float) -> Iterator[float]:
    y = first
    while y <= last:
        yield y
        y += step


def _tumour(painter: QPainter, scene: Scene, theme: Theme) -> None:
    """A mass at the right edge that comes nearest to the wall where its vessels leak."""
    u = scene.unit
    edge = list(_steps(scene.rect.top() - 20 * u, scene.rect.bottom() + 20 * u, 6 * u))
    mass = QPainterPath(QPointF(scene.rect.right() + 9 * u, edge[0]))
    for y in edge:
        mass.lineTo(_margin(scene, y), y)
    mass.lineTo(scene.rect.right() + 9 * u, edge[-1])
    mass.closeSubpath()
    _ink(painter, theme, "line-strong", 1.0 * u, "sunken")
    painter.drawPath(mass)
    for n, y in enumerate(_steps(scene.rect.top() + 8 * u, scene.rect.bottom(), 19 * u)):
        left = _margin(scene, y) + 14 * u
        x = left + (n % 2) * 14 * u
        while x < scene.rect.right() + 10 * u:
            _tumour_cell(painter, scene, theme, QPointF(x, y), n)
            x += 28 * u


def _margin(scene: Scene, y: float) -> float:
    """The left end of the mass at a height."""
    u = scene.unit
    near = min((abs(t.axis - y) for t in scene.tracks if t.leaky), default=1000 * u)
    bulge = 0.10 * scene.rect.width() * float(max(0.0, 1 - near / (46 * u)) ** 0.6)
    return scene.x(TUMOUR) - bulge + 2.6 * u * sin(y / (11 * u))


def _tumour_cell(painter: QPainter, scene: Scene, theme: Theme, centre: QPointF, turn: int) -> None:
    u = scene.unit
    cell = QPainterPath()
    for n in range(13):
        angle = 2 * pi * n / 12
        reach = (9.6 + 1.3 * sin(3 * angle + turn) + 0.8 * cos(5 * angle + 2 * turn)) * u
        at = centre + QPointF(reach * cos(angle), 0.86 * reach * sin(angle))
        cell.lineTo(at) if n else cell.moveTo(at)
    _ink(painter, theme, "line-strong", 1.0 * u, "hover")
    painter.drawPath(cell)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme["line-strong"]))
    painter.drawEllipse(centre + QPointF(1.2 * u, 0), 3.4 * u, 3.0 * u)


def _astrocytes(painter: QPainter, scene: Scene, theme: Theme) -> None:
    """Star cells between the tracks, each holding the end-feet around it."""
    u = scene.unit
    bounds = [track.bottom for track in scene.tracks] or [scene.rect.center().y()]
    stars = [QPointF(scene.x(0.725), y - 2 * u) for y in bounds[:-1] or bounds]
    for y in _steps(scene.rect.top() + _FOOT * u * 0.4, scene.rect.bottom(), _FOOT * u):
        if not scene.is_open(y, LEAK + 8):
            _foot(painter, scene, theme, y, min(stars, key=lambda star: abs(star.y() - y)))
    for star in stars:
        _star(painter, theme, star, u)


def _foot(painter: QPainter, scene: Scene, theme: Theme, y: float, star: QPointF) -> None:
    """A foot flat on the membrane, on a process that comes from its cell."""
    u = scene.unit
    left, right, half = scene.x(MEMBRANE) + u, scene.x(FEET), 0.46 * _FOOT * u
    process = QPainterPath(QPointF(right - 3 * u, y))
    process.cubicTo(QPointF(right + 9 * u, y), QPointF(star.x(), (y + star.y()) / 2), star)
    _ink(painter, theme, "line-strong", 2.4 * u)
    painter.drawPath(process)
    foot = QPainterPath(QPointF(left, y - half))
    foot.cubicTo(
        QPointF(right - 7 * u, y - half), QPointF(right - 9 * u, y - 3 * u), QPointF(right, y)
    )
    foot.cubicTo(
        QPointF(right - 9 * u, y + 3 * u), QPointF(right - 7 * u, y + half), QPointF(left, y + half)
    )
    foot.closeSubpath()
    _ink(painter, theme, "line-strong", 1.1 * u, "note-surface")
    painter.drawPath(foot)


def _star(painter: QPainter, theme: Theme, centre: QPointF, u: float) -> None:
    _ink(painter, theme, "line-strong", 1.1 * u, "note-surface")
    body = QPainterPath()
    for n in range(14):
        reach = (11.0 if n % 2 == 0 else 6.0) * u
        at = centre + QPointF(reach * cos(pi * n / 7), reach * sin(pi * n / 7))
        body.lineTo(at) if n else body.moveTo(at)
    body.closeSubpath()
    painter.drawPath(body)
    _ink(painter, theme, "line-strong", 1.0 * u, "pressed")
    painter.drawEllipse(centre, 3.6 * u, 3.6 * u)


def _basement_membrane(painter: QPainter, scene: Scene, theme: Theme) -> None:
    """A thin felt of fibres behind the wall; it is gone where the wall leaks."""
    u = scene.unit
    middle = (scene.x(ENDOTHELIUM) + scene.x(MEMBRANE)) / 2
    swing = (scene.x(MEMBRANE) - scene.x(ENDOTHELIUM)) * 0.22
    for fibre in range(3):
        path, drawing = QPainterPath(), False
        for y in _steps(scene.rect.top(), scene.rect.bottom() + 3 * u, 3 * u):
            at = QPointF(middle + swing * sin(y / (7 * u) + fibre * 2.1), y)
            gap = scene.is_open(y, LEAK / 2 + 3)
            path.lineTo(at) if drawing and not gap else path.moveTo(at)
            drawing = not gap
        _ink(painter, theme, "ink-muted" if fibre == 1 else "line-strong", 1.1 * u)
        painter.drawPath(path)


def cells_of(scene: Scene) -> Iterator[tuple[float, float, bool]]:
    """The wall's cells from top to bottom: top, bottom, and whether a junction ends them."""
    u = scene.unit
    tops = [scene.rect.top(), *(track.bottom for track in scene.tracks[:-1])]
    ends = [*tops[1:], scene.rect.bottom()]
    for n, (top, end) in enumerate(zip(tops, ends, strict=True)):
        track = scene.tracks[n] if scene.tracks else None
        if track and track.leaky:
            yield top, track.axis - LEAK / 2 * u, False
            yield track.axis + LEAK / 2 * u, end, True
            continue
        count = 2 * round(((end - top) / (CELL * u) - 1) / 2) + 1  # odd: a route meets a middle
        for k in range(count):
            yield top + (end - top) * k / count, top + (end - top) * (k + 1) / count, True


def _endothelium(painter: QPainter, scene: Scene, theme: Theme) -> None:
    u = scene.unit
    left, right = scene.x(LUMEN), scene.x(ENDOTHELIUM)
    for top, bottom, joined in cells_of(scene):
        cell = QPainterPath()
        cell.addRoundedRect(
            QRectF(left, top + 0.8 * u, right - left, bottom - top - 1.6 * u), 7 * u, 7 * u
        )
        _ink(painter, theme, "ink-muted", 1.1 * u, "hover")
        painter.drawPath(cell)
        place = top + min(0.22 * (bottom - top), 15 * u) + 2 * u
        _ink(painter, theme, "line-strong", 1.0 * u, "pressed")
        painter.drawEllipse(QPointF((left + right) / 2, place), (right - left) * 0.24, 4.6 * u)
        if joined and bottom < scene.rect.bottom() - 2 * u:
            _junction(painter, scene, theme, bottom)


def _junction(painter: QPainter, scene: Scene, theme: Theme, y: float) -> None:
    """Where two cells are sewn together: three stitches."""
    u = scene.unit
    left, right = scene.x(LUMEN), scene.x(ENDOTHELIUM)
    _ink(painter, theme, "ink", 1.7 * u)
    for share in (0.26, 0.42, 0.58):
        x = left + share * (right - left)
        painter.drawLine(QPointF(x, y - 3.4 * u), QPointF(x, y + 3.4 * u))
