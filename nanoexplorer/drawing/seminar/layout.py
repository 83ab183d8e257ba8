"""Where everything on a seminar's page goes: as large as it fits on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSizeF

from nanoexplorer.core.teaching.seminar_steps import Stage
from nanoexplorer.documents.blocks import Mark
from nanoexplorer.documents.seminar import Line, Page, Row
from nanoexplorer.drawing.chips import status_size
from nanoexplorer.drawing.looks import VERDICT
from nanoexplorer.drawing.seminar.picture import (
    EDGE,
    LEAST_TEXT,
    Ground,
    Sheet,
    Sign,
    font_of,
    whole,
)
from nanoexplorer.drawing.seminar.type import Typesetter

_SHRINK: Final = (1.0, 0.98, 0.96, 0.92, 0.88, 0.84, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5)
_MOST: Final = 1.25
"""Larger by at most that much, where the window's zoom asks for it."""


def lay_out(page: Page, size: QSizeF, zoom: int = 100, pointed: str = "") -> Sheet:
    """Lay a page out on a screen (px); a `zoom` above 100 makes it larger where it has room.

    `pointed` is the strategy that the keyboard has come to.
    """
    full = whole(size)
    larger = min(max(zoom, 100) / 100, _MOST)
    shrinks = (larger, *_SHRINK) if larger > 1 else _SHRINK
    bare = page._replace(right=(), chips=()) if page.stage is Stage.REVEAL else page
    scale = next(
        (full * s for s in shrinks if _Setter(bare, size, full * s, "").set().fits),
        full * shrinks[-1],
    )
    if bare is page:
        return _Setter(page, size, scale, pointed).set()
    sheets = (_Setter(page, size, scale, pointed, told).set() for told in _SHRINK)
    last = None
    for last in sheets:
        if last.fits:
            break
    assert last
    return last


class _Setter(Typesetter):
    """Sets one page at one scale."""

    def __init__(
        self, page: Page, size: QSizeF, scale: float, pointed: str, told: float = 1.0
    ) -> None:
        """`told`: how much smaller what is told of one strategy is, so that the rows stay."""
        super().__init__(scale)
        self.page, self.size, self.pointed = page, size, pointed
        self.told = told
        self.left = self.px(EDGE)
        self.width = size.width() - 2 * self.left
        self.chips: list[tuple[QRectF, Mark]] = []
        self.rows: list[tuple[QRectF, str]] = []

    def set(self) -> Sheet:
        top = self._head()
        foot = self._foot()
        bottom = self._body(top)
        return Sheet(
            tuple(self.words),
            tuple(self.signs),
            tuple(self.grounds),
            tuple(self.chips),
            tuple(self.rows),
            LEAST_TEXT * self.scale * self.told,
            bottom <= foot,
        )

    def _head(self) -> float:
        page = self.page
        top = self.text(Line(page.kicker, "caps", "ink-muted"), self.left, self.px(16), self.width)
        top = self.text(Line(page.title, "title", own=page.own_title), self.left, top, self.width)
        if page.profile:
            top = self.text(Line(page.profile, "body", "ink-muted"), self.left, top, self.width)
        top += self.px(18)
        self.grounds.append(Ground(QRectF(self.left, top, self.width, self.px(2)), "line"))
        if page.question:
            strong = Line(page.question, "strong", "accent-text")
            top = self.text(strong, self.left, top + self.px(14), self.width)
        return top + self.px(10)

    def _foot(self) -> float:
        """The line at the bottom; returns where the body must end."""
        if not self.page.foot:
            return self.size.height() - self.px(24)
        line = Line(self.page.foot, "small", "ink-muted")
        height = self.height_of(line, self.width)
        top = self.size.height() - self.px(24) - height
        self.text(line, self.left, top, self.width)
        return top - self.px(16)

    def _body(self, top: float) -> float:
        page = self.page
        gap = self.px(64)
        if page.stage in (Stage.POINT, Stage.END):
            return self.lines(page.left, self.left, top, min(self.width, self.px(1500)))
        if page.stage is Stage.PROFILE:
            half = (self.width - gap) / 2
            one = self.lines(page.left, self.left, top, half)
            return max(one, self.lines(page.right, self.left + half + gap, top, half))
        if page.stage is not Stage.REVEAL:
            return self._rows(page.rows, self.left, top, self.width)
        wide = (self.width - gap) * 0.46
        one = self._rows(page.rows, self.left, top, wide)
        right = self.left + wide + gap
        self.scale *= self.told
        two = self._told(right, top + self.px(10), self.size.width() - self.left - right)
        self.scale /= self.told
        return max(one, two)

    def _told(self, left: float, top: float, width: float) -> float:
        """What is told of one strategy, behind a bar; its chips below the verdict."""
        inside = left + self.px(28)
        room = width - self.px(28)
        bottom = self.lines(self.page.right[:2], inside, top, room)
        if self.page.chips:
            bottom = self._chips(inside, bottom + self.px(14), room)
        bottom = self.lines(self.page.right[2:], inside, bottom, room)
        if self.page.chips:
            bar = QRectF(left, top, self.px(6), bottom - top)
            self.grounds.append(Ground(bar, "bar-says"))
        return bottom

    def _chips(self, left: float, top: float, width: float) -> float:
        font = font_of("caps", self.scale)
        x, bottom = left, top
        for chip in self.page.chips:
            size = status_size(chip, font)
            wide = min(size.width(), width)
            if x > left and x + wide > left + width:
                x, top = left, bottom + self.px(10)
            self.chips.append((QRectF(x, top, wide, size.height()), chip))
            x, bottom = x + wide + self.px(14), top + size.height()
        return bottom

    def _rows(self, rows: Sequence[Row], left: float, top: float, width: float) -> float:
        for row in rows:
            top = self._row(row, left, top, width) + self.px(7)
        return top

    def _row(self, row: Row, left: float, top: float, width: float) -> float:
        """A number in a box, the name, what stands below it, and the mark at the end."""
        pad, badge, sign = self.px(10), self.px(48), self.px(40)
        inside = left + badge + 2 * pad
        room = width - badge - 4 * pad
        if self.page.stage is Stage.REVEAL:
            room -= sign + pad
            below = Line(row.below or NO_BREAK, "small", _below_role(row))
            low = 0.0 if row.below else self.height_of(below, room) / 2
            y = self.text(Line(row.name, "strong"), inside, top + pad + low, room)
            y = self.text(below, inside, y - low, room)
        else:
            y = self._beside(row, inside, top + 2 * pad, room) + pad
        box = QRectF(left, top, width, y + pad - top)
        chosen = row.chosen or row.strategy == self.pointed
        edge = "focus" if row.strategy == self.pointed else "accent" if row.chosen else "line"
        ground = "surface" if chosen or row.verdict is None else "surface-quiet"
        self.grounds.append(Ground(box, ground, edge, self.px(10)))
        number = QRectF(left + pad, box.center().y() - badge / 2, badge, badge)
        self.grounds.append(Ground(number, "sunken", "", self.px(8)))
        self.centred(str(row.number), number)
        if row.verdict:
            mark = QRectF(box.right() - pad - sign, box.center().y() - sign / 2, sign, sign)
            look = VERDICT[row.verdict]
            self.signs.append(Sign(look.mark, mark, look.role))
        self.rows.append((box, row.strategy))
        return box.bottom()

    def _beside(self, row: Row, left: float, top: float, room: float) -> float:
        """The name, and on a page with room for it what is said of it beside the name."""
        share = 0.52 if self.page.stage is Stage.NEAREST else 0.74
        said = Line(row.below, "body", "accent-text")
        one = self.text(Line(row.name, "strong"), left, top, room * share - self.px(24))
        return max(one, self.text(said, left + room * share, top, room * (1 - share)))


NO_BREAK: Final = "\u00a0"


def _below_role(row: Row) -> str:
    return VERDICT[row.verdict].role if row.verdict else "ink-muted"
