"""The scale of statuses: every step of the pack, those solid that a source states."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from nanoexplorer.core.evidence import Status
from nanoexplorer.core.statuses import GivenStatus, shown_statuses
from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.looks import status_look
from nanoexplorer.drawing.marks import draw_disputed, draw_glyph
from nanoexplorer.drawing.palette import StatusColours, Theme

HEIGHT: Final = 42
_GAP: Final = 2.0
_PAD: Final = 4.0
_LEAST: Final = 18.0
_GLYPH: Final = 11.0
_MARK: Final = 13.0
"""All in px at 100 %."""


class Step(NamedTuple):
    """A step in its box; `given` where a source states it, `label` where it has room for one."""

    box: QRectF
    status: Status
    given: GivenStatus | None
    label: str


def steps(
    rect: QRectF, statuses: tuple[Status, ...], given_statuses: tuple[GivenStatus, ...], zoom: int
) -> tuple[Step, ...]:
    """The steps side by side, the least advanced left.

    Words are never cut: where not all have room, those of the steps that are stated stay; where
    these have none either, the glyphs alone.
    """
    own = {given.status.id: given for given in shown_statuses(given_statuses)}
    ordered = sorted(statuses, key=lambda status: status.rank)
    gap = _GAP * zoom / 100
    room = rect.width() - gap * (len(ordered) - 1)
    all_, stated = [s.short_label for s in ordered], [own.get(s.id) for s in ordered]
    few = [label if given else "" for label, given in zip(all_, stated, strict=True)]
    for labels in (all_, few, [""] * len(ordered)):
        asked = [_asked(label, bool(r), zoom) for label, r in zip(labels, stated, strict=True)]
        if sum(asked) <= room:
            break
    spare = (room - sum(asked)) / max(1, len(asked))
    made, left = [], rect.left()
    for status, given, label, wide in zip(ordered, stated, labels, asked, strict=True):
        box = QRectF(left, rect.top(), wide + spare, rect.height())
        made.append(Step(box, status, given, label))
        left += box.width() + gap
    return tuple(made)


def _asked(label: str, stated: bool, zoom: int) -> float:
    """The px that a step needs, its words on one line."""
    wide = QFontMetricsF(_font(zoom, stated)).horizontalAdvance(label) if label else 0.0
    return max(_LEAST * zoom / 100, wide + 2 * _PAD * zoom / 100)


def _font(zoom: int, stated: bool) -> QFont:
    weight = fonts.SEMIBOLD if stated else fonts.REGULAR
    return fonts.font(fonts.SMALL - 1, weight, zoom=zoom)


def draw_scale(
    painter: QPainter,
    rect: QRectF,
    statuses: tuple[Status, ...],
    given_statuses: tuple[GivenStatus, ...],
    theme: Theme,
    zoom: int,
) -> None:
    """Draw the scale: glyph above label, what is not stated as a grey outline."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for step in steps(rect, statuses, given_statuses, zoom):
        _draw_step(painter, step, _colours(step, theme), zoom)
        if step.given and step.given.disputes:
            side = _MARK * zoom / 100
            inset = 2 * zoom / 100
            corner = step.box.topRight() + QPointF(-side - inset, inset)
            draw_disputed(painter, QRectF(corner.x(), corner.y(), side, side), theme)
    painter.restore()


def _colours(step: Step, theme: Theme) -> StatusColours:
    if step.given is None:
        return StatusColours(theme["surface"], theme["status-unreached"], theme["line"])
    return theme.status(step.status.role, hollow=step.given.hollow)


def _draw_step(painter: QPainter, step: Step, colours: StatusColours, zoom: int) -> None:
    em = zoom / 100
    hollow = step.given is not None and step.given.hollow
    look = status_look(step.status.glyph, filled=not hollow, hollow=hollow)
    pen = QPen(QColor(colours.line), em * (1.5 if step.given and look.hollow else 1.0))
    if step.given and look.dashed:
        pen.setDashPattern([3.0, 2.0])
    painter.setPen(pen)
    painter.setBrush(QColor(colours.fill))
    inset = pen.widthF() / 2
    painter.drawRoundedRect(step.box.adjusted(inset, inset, -inset, -inset), 3 * em, 3 * em)
    side, low = _GLYPH * em, 16 * em if step.label else 0.0
    top = step.box.center().y() - side / 2 - low / 2
    glyph = QRectF(step.box.center().x() - side / 2, top, side, side)
    sign = colours.ink if step.given else colours.line
    draw_glyph(painter, step.status.glyph, glyph, sign, outlined=look.outlined)
    painter.setFont(_font(zoom, step.given is not None))
    painter.setPen(QColor(colours.ink))
    words = QRectF(step.box.left(), glyph.bottom(), step.box.width(), low + 3 * em)
    painter.drawText(words, Qt.AlignmentFlag.AlignCenter, step.label)
