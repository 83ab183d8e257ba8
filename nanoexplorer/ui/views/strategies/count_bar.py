"""How many strategies have each verdict, and the switch that leaves out what no profile moves."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.screen import Totals
from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.fonts import shared
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.tips import plain_tip
from nanoexplorer.drawing.typesetting import advance
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.widgets import give_tip
from nanoexplorer.ui.views.strategies.switch import Switch
from nanoexplorer.words import common
from nanoexplorer.words import window as words

HEIGHT: Final = 32
LINE: Final = 22
SIDE: Final = 16
APART: Final = 18
_BASE: Final = 15


class Count(NamedTuple):
    """A total in its place."""

    box: QRectF
    number: str
    word: str
    verdict: Verdict

    @property
    def said(self) -> str:
        """The total in words."""
        return common.NUMBER_OF.format(number=self.number, what=self.word)


class CountBar(QWidget):
    """The totals in one line, each saying what it counts, and the switch at the right; below each
    other where it is narrow.

    The totals are painted: a label for each would cost the first paint more than all of them.
    """

    def __init__(self, theme: Theme, zoom: int) -> None:
        super().__init__()
        self.theme, self.zoom = theme, zoom
        self.setObjectName("strategies.totals")
        self.switch = Switch(words.ONLY_DEPENDENT, theme, zoom, self)
        self.switch.setObjectName("strategies.only_dependent")
        give_tip(self.switch, words.ONLY_DEPENDENT_TIP)
        self._totals: Totals | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)

    def dress(self, theme: Theme) -> None:
        """Take another theme."""
        self.theme = theme

    def show_totals(self, totals: Totals) -> None:
        """Show how many there are; against only where there is any."""
        if totals == self._totals:
            return
        self._totals = totals
        self.setAccessibleName(common.AND_ALSO.join(count.said for count in self.counts()))
        self.updateGeometry()
        self._place_switch()
        self.update()

    def _px(self, units: float) -> float:
        return units * self.zoom / 100

    def _font(self, heavy: bool) -> QFont:
        return shared(self.zoom, fonts.SMALL, heavy)

    def counts(self, width: int = 0) -> list[Count]:
        """Each total in its place, in a width or in its own."""
        if self._totals is None:
            return []
        left, right = self._px(SIDE), (width or self.width()) - self._px(SIDE)
        x, y, made = left, self._px((HEIGHT - LINE) / 2), []
        for verdict, total in zip(Verdict, self._totals, strict=True):
            if verdict is Verdict.AGAINST and not total:
                continue
            number, word = common.grouped_number(total), words.TOTALS[verdict]
            wide = self._wide(number, word)
            if x > left and x + wide > right:
                x, y = left, y + self._px(LINE)
            made.append(Count(QRectF(x, y, wide, self._px(LINE)), number, word, verdict))
            x += wide + self._px(APART)
        return made

    def _wide(self, number: str, word: str) -> float:
        gap = self._px(4)
        return advance(number, self._font(True)) + gap + advance(word, self._font(False))

    def _arranged(self, width: int) -> tuple[QRect, int]:
        """Where the switch stands in a width, and how high all of it is."""
        asked = self.switch.sizeHint()
        side, one = self._px(SIDE), self._px(HEIGHT)
        boxes = [count.box for count in self.counts(width)]
        above = self._px((HEIGHT - LINE) / 2)
        last = boxes[-1] if boxes else QRectF(side, above, 0, one)
        left = width - side - asked.width()
        beside = last.right() + self._px(APART) <= left
        top = last.top() - above if beside else last.bottom() + self._px(2)
        place = QRect(
            round(left if beside else side),
            round(top + (one - asked.height()) / 2),
            min(asked.width(), round(width - 2 * side)),
            asked.height(),
        )
        return place, round(top + one)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._arranged(width)[1]

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_switch()

    def _place_switch(self) -> None:
        """Where it stands follows from the width and from the totals."""
        self.switch.setGeometry(self._arranged(self.width())[0])

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(self.theme["line"]))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        for count in self.counts():
            at = count.box.topLeft() + QPointF(0, self._px(_BASE))
            painter.setFont(self._font(True))
            painter.setPen(QColor(self.theme["ink"]))
            painter.drawText(at, count.number)
            after = advance(count.number, self._font(True)) + self._px(4)
            painter.setFont(self._font(False))
            painter.setPen(QColor(self.theme["ink-muted"]))
            painter.drawText(at + QPointF(after, 0), count.word)
        painter.end()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What a total counts is said where the mouse rests on it."""
        at = event.position()
        found = next((c.verdict for c in self.counts() if c.box.contains(at)), None)
        self.setToolTip(plain_tip(words.GROUP_TIPS[found]) if found else "")
