"""The head of the inspector: what a strategy is called, of what kind it is, how far it is and for
what, and what notes do to that.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QToolTip, QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Inspected
from nanoexplorer.core.statuses import GivenStatus, shown_statuses
from nanoexplorer.documents.statuses import disputes, said
from nanoexplorer.documents.strategy import head
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import hair, scaled
from nanoexplorer.drawing.status_scale import HEIGHT, draw_scale, steps
from nanoexplorer.drawing.tips import plain_tip
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.view import Part
from nanoexplorer.ui.base.widgets import SIDE, give_tip, label
from nanoexplorer.ui.controls.elided import elided
from nanoexplorer.ui.controls.prose_view import ProseView
from nanoexplorer.words import actions as actions_words
from nanoexplorer.words import common
from nanoexplorer.words import inspector as inspector_words

TEXT_SIZE = 14
"""Px at 100 % of running text in the inspector."""
FLAT = 640
"""Px at 100 %; from this width on a flat inspector has its scale beside the title."""


class Head(Part):
    """Kind, title and scale below each other or, where the inspector is flat, side by side; below
    them what the statuses are for, and what notes do to them.
    """

    def __init__(self, pack: Pack, theme: Theme, zoom: int) -> None:
        super().__init__("inspector", "inspector.head")
        self._zoom = zoom
        self._arranged = (False, False)
        self.kind = elided("", "small", name="inspector.kind")
        self.title = label("", "title", wraps=True, name="inspector.title")
        self.scale = StatusScale(pack, theme, zoom)
        self.text = _Summary(theme, zoom, self)
        self.text.requested.connect(self.requested)
        self._grid = QGridLayout(self)
        self._grid.setVerticalSpacing(scaled(2, zoom))
        self._grid.setHorizontalSpacing(scaled(12, zoom))
        self._place(False, False)

    def show_strategy(self, pack: Pack, shown: Inspected) -> None:
        """Show kind, group, name, statuses, and what they are for."""
        strategy = shown.card.strategy
        group = pack.label("group", strategy.group)
        self.kind.setText(f"{pack.kind[strategy.kind].label} · {group}")
        self.title.setText(strategy.name)
        self.scale.show_statuses(shown.card.statuses)
        self.text.show_sections(head(pack, shown))

    def height_in(self, width: int) -> int:
        """How high it is without scale and text, or with a scale beside them."""
        flat, beside = self._arranged
        margins, gap = self._grid.contentsMargins(), self._grid.verticalSpacing()
        room = self._room(width)
        if beside:  # half of it each
            room = (room - self._grid.horizontalSpacing()) // 2
        high = self.title.heightForWidth(max(1, room)) + margins.top() + margins.bottom()
        return high if flat and not beside else high + gap + self.kind.sizeHint().height()

    @property
    def height_of_scale(self) -> int:
        """What the scale adds to it."""
        _, beside = self._arranged
        return 0 if beside else self.scale.height() + self._grid.verticalSpacing()

    def height_of_text(self, width: int) -> int:
        """What the text adds to it in a width."""
        return self.text.height_in(self._room(width)) + self._grid.verticalSpacing()

    def _room(self, width: int) -> int:
        margins = self._grid.contentsMargins()
        return width - margins.left() - margins.right()

    def arrange(self, flat: bool, width: int) -> None:
        """Take a shape: tall, flat, or flat with room for the scale beside the title."""
        wanted = (flat, flat and width >= scaled(FLAT, self._zoom))
        if wanted != self._arranged:
            self._arranged = wanted
            self._place(*wanted)

    def _place(self, flat: bool, beside: bool) -> None:
        above, below = (8, 2) if flat else (16, 4)
        margins = (scaled(px, self._zoom) for px in (SIDE, above, SIDE, below))
        self._grid.setContentsMargins(*margins)
        for widget in (self.kind, self.title, self.scale, self.text):
            self._grid.removeWidget(widget)
        self._grid.addWidget(self.kind, 0, 0, 1, 1)
        self.kind.setVisible(beside or not flat)
        self._grid.addWidget(self.title, 1, 0, 1, 1)
        if beside:
            self._grid.addWidget(self.scale, 0, 1, 2, 1)
        else:
            self._grid.addWidget(self.scale, 2, 0, 1, 2)
        self._grid.addWidget(self.text, 3, 0, 1, 2)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if beside else 0)


class _Summary(ProseView):
    """Text that is as high as its words, and not scrolled."""

    text_size = TEXT_SIZE

    def __init__(self, theme: Theme, zoom: int, parent: QWidget) -> None:
        super().__init__("inspector.summary", inspector_words.SUMMARY, theme, zoom, parent)
        self._reckoning = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ring = 2 * hair(zoom)
        self.setViewportMargins(-ring, -ring, -ring, -ring)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def _fit(self) -> None:
        if not self._reckoning:
            self.setFixedHeight(ceil(self.document().size().height()))

    def height_in(self, width: int) -> int:
        """How high the words are in a width; reckoned only, nothing is laid out for it."""
        there, self._reckoning = self.document().textWidth(), True
        self.document().setTextWidth(width)
        high = ceil(self.document().size().height())
        self.document().setTextWidth(there)
        self._reckoning = False
        return high


class StatusScale(QWidget):
    """All statuses, the strategy's own marked; a screen reader hears which."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int) -> None:
        super().__init__()
        self.setObjectName("inspector.scale")
        self._pack = pack
        self._theme, self._zoom = theme, zoom
        self._statuses: tuple[GivenStatus, ...] = ()
        self.setFixedHeight((HEIGHT + 10) * zoom // 100)

    def show_statuses(self, statuses: tuple[GivenStatus, ...]) -> None:
        """Mark the statuses of a strategy, and say them to a screen reader."""
        if statuses == self._statuses:  # most edits of a profile: nothing to draw again
            return
        self._statuses = statuses
        drawn = shown_statuses(statuses)
        stands = ", ".join(map(said, drawn))
        told = [tip] if (tip := disputes(drawn)) else []
        self.setAccessibleName(actions_words.STATUS_IS.format(status=stands))
        self.setAccessibleDescription("\n".join(told))
        lines = (f"{said(given)}: {given.status.definition}" for given in drawn)
        give_tip(self, "\n".join([*lines, *told]))
        self.update()

    def dress(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme

    def tip_at(self, at: QPoint) -> str:
        """What hovering tells: of a step that no source states its name, of the others all."""
        found = (s for s in steps(self._box, self._pack.statuses, self._statuses, self._zoom))
        step = next((s for s in found if s.box.contains(QPointF(at))), None)
        if step is None or step.given:
            return self.toolTip()
        meant = common.labelled(step.status.label, step.status.definition)
        return plain_tip(f"{meant}\n{actions_words.NOT_REACHED}")

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self)
            return True
        return super().event(event)

    @property
    def _box(self) -> QRectF:
        return QRectF(0, 6 * self._zoom / 100, self.width(), HEIGHT * self._zoom / 100)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._statuses:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_scale(painter, self._box, self._pack.statuses, self._statuses, self._theme, self._zoom)
