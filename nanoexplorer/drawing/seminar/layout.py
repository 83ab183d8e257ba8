"""Where everything on a seminar's page goes: as large as it fits on the screen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSizeF

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.teaching.seminar_steps import Stage
from nanoexplorer.documents.blocks import Mark
from nanoexplorer.documents.seminar.page import Line, Page
from nanoexplorer.drawing.chips import status_size
from nanoexplorer.drawing.looks import VERDICT
from nanoexplorer.drawing.seminar.picture import (
    EDGE,
    FOOT,
    LEAST_TEXT,
    LEAST_TOLD,
    Ground,
    PageLayout,
    font_of,
    whole,
)
from nanoexplorer.drawing.seminar.table import TableSetter
from nanoexplorer.drawing.seminar.typesetter import Typesetter
from nanoexplorer.words import common
from nanoexplorer.words.teaching import seminar as words

_SHRINK: Final = (1.0, 0.98, 0.96, 0.92, 0.88, 0.84, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5)
_MOST: Final = 1.25
"""Larger by at most that much, where the window's zoom asks for it."""
_ASIDE: Final = 250
"""Px beside a title, for the score or a countdown."""


def lay_out(page: Page, size: QSizeF, zoom: int = 100, pointed: str = "") -> PageLayout:
    """Lay a page out on a screen (px); a `zoom` above 100 makes it larger where it has room.

    `pointed` is the strategy that the keyboard has come to.
    """
    full = whole(size)
    larger = min(max(zoom, 100) / 100, _MOST)
    shrinks = (larger, *_SHRINK) if larger > 1 else _SHRINK
    made = None
    for shrink in shrinks:
        made = _Setter(page, size, full, full * shrink, pointed).set()
        if made.fits:
            break
    assert made
    return made


class _Setter:
    """Sets one page: its frame at the screen's own scale, its body at another one."""

    def __init__(self, page: Page, size: QSizeF, full: float, scale: float, pointed: str) -> None:
        self.page, self.size, self.pointed = page, size, pointed
        self.frame, self.type = Typesetter(full), Typesetter(scale)
        self.left = self.frame.px(EDGE)
        self.width = size.width() - 2 * self.left
        self.chips: list[tuple[QRectF, Mark]] = []
        self.rows: list[tuple[QRectF, str]] = []

    def set(self) -> PageLayout:
        foot = self._foot()
        bottom = self._body(self._head())
        both = (self.frame, self.type)
        told = self.page.stage is Stage.REVEAL and not self.page.told
        return PageLayout(
            tuple(one for setter in both for one in setter.words),
            tuple(one for setter in both for one in setter.signs),
            tuple(one for setter in both for one in setter.grounds),
            tuple(self.chips),
            tuple(self.rows),
            (LEAST_TOLD if told else LEAST_TEXT) * self.type.scale,
            font_of("chip", self.type.scale),
            bottom <= foot,
        )

    def _head(self) -> float:
        """The title, the profile below it, the score beside it, and what is asked."""
        page, type_ = self.page, self.type
        aside = type_.px(_ASIDE)
        self._score(self.size.width() - self.left - aside, aside)
        room = self.width - aside
        top = type_.text(
            Line(page.title, "title", own=page.own_title), self.left, type_.px(20), room
        )
        if page.profile:
            top = type_.values(page.profile, self.left, top, room)
        for line in (page.opening, page.question):
            if line:
                top = type_.text(line, self.left, top + type_.px(12), self.width)
        if page.answers:
            top = self._answers(page.answers, top + type_.px(8))
        return top + type_.px(12)

    def _answers(self, verdicts: tuple[Verdict, ...], top: float) -> float:
        """All that the room can say, and at the right by which keys it says more."""
        type_, left, bottom = self.type, self.left, top
        for verdict in verdicts:
            look = VERDICT[verdict]
            said = Line(common.VERDICT_SHORT[verdict], "small", look.role)
            bottom = type_.signed(said, look.mark, left, top, self.width)
            left += type_.wide(said) + type_.px(84)
        type_.at_right(Line(words.PREDICT_KEYS, "small", "ink-muted"), self.left, top, self.width)
        return bottom

    def _score(self, left: float, width: float) -> None:
        right, said = self.page.score
        if right:
            top = self.type.at_right(Line(right, "score"), left, self.type.px(20), width)
            kind = "meta" if self.page.stage is Stage.REVEAL else "small"
            self.type.at_right(Line(said, kind, "ink-muted"), left, top, width)

    def _foot(self) -> float:
        """The bar at the bottom, and a line above it; returns where the body must end."""
        page, type_ = self.page, self.frame
        high = type_.px(FOOT)
        bar = QRectF(0, self.size.height() - high, self.size.width(), high)
        type_.grounds.append(Ground(bar, "sunken"))
        wide = type_.beside(Line(page.place or page.now, "foot", "ink-muted"), self.left, bar)
        side = max(wide + type_.px(40), type_.px(330))
        type_.chain(page.steps, bar.adjusted(self.left + side, 0, -self.left - side, 0))
        if not page.foot:
            return bar.top() - self.type.px(8)
        line = Line(page.foot, "small", "ink-muted")
        top = bar.top() - self.type.px(10) - self.type.height_of(line, self.width)
        self.type.text(line, self.left, top, self.width)
        return top - self.type.px(8)

    def _body(self, top: float) -> float:
        page, type_ = self.page, self.type
        if page.rows:
            table = TableSetter(type_, page, self.pointed, self.left, self.width)
            bottom = table.set(top)
            self.chips, self.rows = table.chips, table.rows
            return bottom
        if page.told:
            return self._told(top)
        if page.left and page.right:
            gap = type_.px(64)
            half = (self.width - gap) / 2
            one = type_.lines(page.left, self.left, top, half)
            return max(one, type_.lines(page.right, self.left + half + gap, top, half))
        lines = page.left or page.right
        return type_.lines(lines, self.left, top, min(self.width, type_.px(1720)))

    def _told(self, top: float) -> float:
        """What is told of one strategy, behind a bar; its chips below the verdict."""
        type_ = self.type
        inside, room = self.left + type_.px(28), self.width - type_.px(28)
        bottom = type_.lines(self.page.left[:2], inside, top, room)
        if self.page.chips:
            bottom = self._chips(inside, bottom + type_.px(14), room)
        bottom = type_.lines(self.page.left[2:], inside, bottom, room)
        type_.grounds.append(Ground(QRectF(self.left, top, type_.px(6), bottom - top), "bar-says"))
        return bottom

    def _chips(self, left: float, top: float, width: float) -> float:
        font = font_of("chip", self.type.scale)
        x, bottom = left, top
        for chip in self.page.chips:
            size = status_size(chip, font)
            wide = min(size.width(), width)
            if x > left and x + wide > left + width:
                x, top = left, bottom + self.type.px(10)
            self.chips.append((QRectF(x, top, wide, size.height()), chip))
            x, bottom = x + wide + self.type.px(14), top + size.height()
        return bottom
