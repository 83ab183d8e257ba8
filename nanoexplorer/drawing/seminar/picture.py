"""A seminar's page as it was laid out, and how it is drawn: large and calm.

Sizes are those of a screen of 1920 × 1080; all else follows from the screen's size.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextLayout

from nanoexplorer.documents.blocks import Mark
from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.chips import draw_status
from nanoexplorer.drawing.layout import Sign
from nanoexplorer.drawing.marks import draw_glyph
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.typesetting import advance, elided

SCREEN: Final = (1920, 1016)
"""Of the 1080 px the banner takes the rest."""
LEAST_TEXT: Final = 29
"""Px of the smallest text on that screen."""
LEAST_TOLD: Final = 24
"""The same where answers stand in a table."""
FOOT: Final = 64
"""Px of the bar at the foot."""
SIZES: Final = {
    "meta": (24, fonts.REGULAR),
    "reason": (24, fonts.REGULAR),
    "chip": (24, fonts.SEMIBOLD),
    "verdict": (26, fonts.SEMIBOLD),
    "name": (29, fonts.SEMIBOLD),
    "heading": (29, fonts.BOLD),
    "foot": (28, fonts.REGULAR),
    "foot-now": (28, fonts.SEMIBOLD),
    "score": (44, fonts.BOLD),
    "small": (29, fonts.REGULAR),
    "caps": (29, fonts.SEMIBOLD),
    "body": (32, fonts.REGULAR),
    "strong": (34, fonts.SEMIBOLD),
    "large": (40, fonts.REGULAR),
    "lead": (42, fonts.SEMIBOLD),
    "title": (48, fonts.BOLD),
    "note": (36, fonts.REGULAR),
}
EDGE: Final = 72
COUNTDOWN: Final = 76
"""Px of the seconds that are left."""


class Placed(NamedTuple):
    """A text that is set: `at` is its top left in px of the screen, `role` its colour."""

    layout: QTextLayout
    at: QPointF
    role: str


class Ground(NamedTuple):
    """A box behind words: a colour role, a line around it, and whether it is a bar."""

    box: QRectF
    fill: str
    line: str = ""
    radius: float = 0.0


class PageLayout(NamedTuple):
    """Where everything goes, in px, and how far it has been made smaller to fit."""

    words: tuple[Placed, ...]
    signs: tuple[Sign, ...]
    grounds: tuple[Ground, ...]
    chips: tuple[tuple[QRectF, Mark], ...]
    rows: tuple[tuple[QRectF, str], ...]
    smallest: float
    chip_font: QFont
    fits: bool


def whole(size: QSizeF) -> float:
    """The scale at which a page as large as the screen is as large as on ours."""
    return min(size.width() / SCREEN[0], size.height() / SCREEN[1])


@lru_cache(maxsize=128)
def font_of(kind: str, scale: float) -> QFont:
    """The font of a kind of line."""
    size, weight = SIZES[kind]
    made = fonts.font(size, weight, zoom=1)
    made.setPixelSize(max(1, round(size * scale)))
    return made


def draw_sheet(painter: QPainter, sheet: PageLayout, theme: Theme) -> None:
    """Draw a page that was laid out; the ground behind it is the caller's."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for ground in sheet.grounds:
        _draw_ground(painter, ground, theme)
    for words in sheet.words:
        painter.setPen(QColor(theme[words.role]))
        words.layout.draw(painter, words.at)
    for sign in sheet.signs:
        draw_glyph(painter, sign.glyph, sign.box, theme[sign.role])
    for box, chip in sheet.chips:
        draw_status(painter, box, chip, theme, sheet.chip_font)
    painter.restore()


def draw_clock(
    painter: QPainter, size: QSizeF, foot: tuple[str, ...], countdown: str, theme: Theme
) -> None:
    """Draw lines at the right of the foot, such as the time that is left; a countdown on top."""
    scale = whole(size)
    room = size.width() - EDGE * scale
    painter.setFont(font_of("foot-now" if len(foot) < 2 else "chip", scale))
    painter.setPen(QColor(theme["ink-muted"]))
    bar = QRectF(0, size.height() - FOOT * scale, room, FOOT * scale)
    right, middle = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignVCenter
    painter.drawText(bar, right | middle, "\n".join(foot))
    font = font_of("score", scale * COUNTDOWN / SIZES["score"][0])
    painter.setFont(font)
    painter.setPen(QColor(theme["accent-text"]))
    head = QRectF(0, 14 * scale, room, COUNTDOWN * 1.3 * scale)
    painter.drawText(head, Qt.AlignmentFlag.AlignRight, countdown)


def draw_heading(painter: QPainter, area: QRectF, text: str, beside: str, theme: Theme) -> float:
    """Draw a heading at the top of an area, and at its right a few words; how high that is."""
    scale = area.width() / SCREEN[0]
    flags = Qt.AlignmentFlag.AlignVCenter
    line = QRectF(area.left(), area.top(), area.width(), 48 * scale)
    room = area.width() - advance(beside, font_of("foot", scale)) - 40 * scale
    for said, kind, role, side in (
        (elided(text, font_of("lead", scale), room), "lead", "ink", Qt.AlignmentFlag.AlignLeft),
        (beside, "foot", "ink-muted", Qt.AlignmentFlag.AlignRight),
    ):
        painter.setFont(font_of(kind, scale))
        painter.setPen(QColor(theme[role]))
        painter.drawText(line, flags | side, said)
    return line.height() + 12 * scale


def _draw_ground(painter: QPainter, ground: Ground, theme: Theme) -> None:
    if not ground.radius:
        painter.fillRect(ground.box, QColor(theme[ground.fill]))
        return
    wide = ground.radius * (0.3 if ground.line in ("focus", "accent") else 0.16)
    painter.setPen(QPen(QColor(theme[ground.line or ground.fill]), wide))
    painter.setBrush(QColor(theme[ground.fill]))
    inset = wide / 2
    painter.drawRoundedRect(
        ground.box.adjusted(inset, inset, -inset, -inset), ground.radius, ground.radius
    )
