"""The picture of the barrier on screen: mouse, keyboard, tooltips; it asks for its own height."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.shown.barrier_routes import Route
from nanoexplorer.documents.barrier_routes import picture_in_words, route_tip, use_line, use_tip
from nanoexplorer.drawing.barrier.layout import MOST, Layout, lay_out
from nanoexplorer.drawing.barrier.picture import draw_layout
from nanoexplorer.drawing.barrier.scene import draw_scene
from nanoexplorer.drawing.barrier.wide import lay_wide
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.tips import plain_tip
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.requests import SelectStrategy
from nanoexplorer.ui.base.rings import has_ring
from nanoexplorer.words import barrier as words
from nanoexplorer.words import common

WIDE = 820
"""Px at 100 %, from which on strategies stand in two columns where the height is small."""
MUCH = 1.15
"""So many times what is in sight may be scrolled through before routes are laid out anew."""
EDGE = 3
"""Px around the picture, for its frames."""


class BarrierCanvas(QWidget):
    """Draws routes; Up and Down walk through the strategies, Enter or a click selects one."""

    requested = Signal(object)
    looked_at = Signal(QRect)
    """A part of the picture that the keyboard has come to."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int) -> None:
        super().__init__()
        self.setObjectName("barrier-routes.picture")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._pack, self._theme, self._zoom = pack, theme, zoom
        self._routes: Sequence[Route] = ()
        self._selection = ""
        self._focus = -1
        self._sought = False
        """The selection is still to be brought into sight; only a paint knows where that is."""
        self._anatomy: QPixmap | None = None
        self._drawn: object = None
        self.layout_ = lay_out((), 400, zoom)

    def show_routes(self, routes: Sequence[Route], selection: str) -> None:
        """Show routes for a profile, the selected strategy's marked."""
        moved = selection != self._selection
        if moved:
            self._focus = -1
        self._routes, self._selection = routes, selection
        self.setAccessibleDescription(f"{picture_in_words(routes, MOST)} {words.KEYS}")
        self._lay_out()
        self._say()
        self._sought = self._sought or moved

    def dress(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme

    def _lay_out(self) -> None:
        """Routes one below the other where all are in sight; else in two columns, if that is lower
        and there is the width for it.
        """
        width = self.width() - 2 * EDGE
        seen = self.visible_height() - 2 * EDGE
        arrange, natural = lay_out, self._laid(lay_out, width)
        if natural.height > MUCH * seen and width >= WIDE * self._zoom / 100:
            wide = self._laid(lay_wide, width)
            if wide.height < natural.height:
                arrange, natural = lay_wide, wide
        self.setMinimumHeight(round(natural.height) + 2 * EDGE)
        self.layout_ = self._laid(arrange, width, seen) if seen > natural.height else natural
        self.update()

    def visible_height(self) -> int:
        """Of what it scrolls in; its own without that."""
        around = self.parentWidget()
        return around.height() if around else self.height()

    def _laid(self, arrange: Callable[..., Layout], width: float, height: float = 0.0) -> Layout:
        return arrange(self._routes, width, self._zoom, self._selection, height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(round(280 * self._zoom / 100), 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The anatomy as it was drawn before, and over it what follows from the profile."""
        painter = QPainter(self)
        painter.translate(EDGE, EDGE)
        painter.drawPixmap(0, 0, self._anatomy_drawn())
        draw_layout(
            painter,
            self.layout_,
            self._theme,
            selection=self._selection,
            focus=self._place() if has_ring(self) else -1,
            scene=False,
        )
        painter.end()
        if self._sought:
            self._sought = False
            self._look(self._selection)

    def _anatomy_drawn(self) -> QPixmap:
        """The anatomy as a picture; drawing its thousand cells anew would take 25 ms."""
        scene, ratio = self.layout_.scene, self.devicePixelRatioF()
        wanted = (scene, self._theme.name, ratio)
        if self._anatomy is None or self._drawn != wanted:
            size = scene.rect.bottomRight().toPoint() + QPoint(2, 2)
            self._anatomy = QPixmap(QSize(size.x(), size.y()) * ratio)
            self._anatomy.setDevicePixelRatio(ratio)
            self._anatomy.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._anatomy)
            draw_scene(painter, scene, self._theme)
            painter.end()
            self._drawn = wanted
        return self._anatomy

    def _place(self) -> int:
        """The row that the keyboard is at: where it went, or the selected one, or the first."""
        if 0 <= self._focus < len(self.layout_.rows):
            return self._focus
        ids = [row.use.strategy.id for row in self.layout_.rows]
        return ids.index(self._selection) if self._selection in ids else 0 if ids else -1

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self.layout_.rows) - 1
        place = self._place()
        steps = {
            Qt.Key.Key_Down: place + 1,
            Qt.Key.Key_Right: place + 1,
            Qt.Key.Key_Up: place - 1,
            Qt.Key.Key_Left: place - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if last >= 0 and key in steps:
            self._walk(max(0, min(last, steps[key])))
        elif last >= 0 and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.layout_.rows[place].use.strategy.id)
        else:
            super().keyPressEvent(event)

    def _choose(self, strategy: str) -> None:
        """Request a strategy; the keyboard stays where it is."""
        focus = self._place()
        self.requested.emit(SelectStrategy(strategy))
        self._focus = focus

    def _walk(self, place: int) -> None:
        self._focus = place
        self._say()
        box = self.layout_.rows[place].box.toAlignedRect()
        self.looked_at.emit(box.translated(EDGE, EDGE))
        self.update()

    def _look(self, strategy: str) -> None:
        """Ask for a strategy to be in sight, unless one of its routes is."""
        lanes = [
            lane.box.toAlignedRect().translated(EDGE, EDGE)
            for lane in self.layout_.lanes
            if any(row.use.strategy.id == strategy for row in lane.rows)
        ]
        sight = self.visibleRegion()
        if lanes and not any(sight.contains(box.center()) for box in lanes):
            self.looked_at.emit(lanes[0])

    def _say(self) -> None:
        """The name is what a screen reader says: the picture, and where the keyboard is."""
        place = self._place()
        at = use_line(self.layout_.rows[place].use) if place >= 0 else ""
        self.setAccessibleName(common.labelled(words.TITLE, at) if at else words.TITLE)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = self._inside(event.position())
        row, lane = self.layout_.row_at(at), self.layout_.lane_at(at)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if row is None and lane and lane.rows:  # the route itself: the first that is named
            row = next((row for row in lane.rows if row.use.named), lane.rows[0])
        if row:
            self._focus = self.layout_.rows.index(row)
            self._choose(row.use.strategy.id)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        lane = self.layout_.lane_at(self._inside(event.position()))
        hand = Qt.CursorShape.PointingHandCursor
        self.setCursor(hand if lane and lane.rows else Qt.CursorShape.ArrowCursor)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), plain_tip(self.tip_at(event.pos())), self)
            return True
        return super().event(event)

    def tip_at(self, at: QPoint) -> str:
        """What the sources say of the strategy or the route at a point; what a mark of the legend
        means, and above the picture what it shows.
        """
        inside = self._inside(QPointF(at))
        row, lane = self.layout_.row_at(inside), self.layout_.lane_at(inside)
        if row:
            return use_tip(self._pack, row.use)
        if lane:
            return route_tip(self._pack, lane.route)
        mark = self.layout_.mark_at(inside)
        if mark:
            return words.mark_tip(mark)
        return words.SCENE if inside.y() < self.layout_.scene.rect.top() else ""

    def _inside(self, at: QPointF) -> QPointF:
        return at - QPointF(EDGE, EDGE)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._say()
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
