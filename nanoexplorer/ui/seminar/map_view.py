"""A map in place of a step: drawn for the profile of the case, as large as the screen allows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.resolve import resolve
from nanoexplorer.core.screen import Intent
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.seminar.picture import EDGE, draw_heading, whole
from nanoexplorer.overriding import override
from nanoexplorer.render.rows.rendering import Picture
from nanoexplorer.ui.seminar.requests import Act
from nanoexplorer.words import common
from nanoexplorer.words.teaching import seminar as words


def maps(pack: Pack) -> tuple[str, ...]:
    """The views of a pack that are drawn, in the order of the tabs."""
    from nanoexplorer.drawing.figures import DRAWINGS
    from nanoexplorer.views import names_for

    return tuple(name for name in names_for(pack) if name in DRAWINGS)


class MapView(QWidget):
    """Shows one map; a click goes back to the step."""

    requested = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("seminar.map")
        self.theme = theme
        self._picture: Picture | None = None
        self._title = ""

    def show_map(self, pack: Pack, profile: Profile, view: str) -> None:
        """Show a map for a profile; of one that can't be drawn, a line that says so."""
        from nanoexplorer.render.rows.render_view import render_view

        try:
            screen = resolve(Intent(profile, tab=view), pack)
            body = render_view(pack, screen, self.theme, view).body
            self._picture = body if isinstance(body, Picture) else None
        except (LookupError, ValueError, ArithmeticError):
            self._picture = None
        self._title = common.labelled(
            common.TABS[view], common.profile_line(pack.fields, profile, known_only=True)
        )
        said = self._picture.spoken if self._picture else words.MAP_FAILED
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(f"{said} {words.MAP_BACK}")
        self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.requested.emit(Act.FORWARD)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.theme["paper"]))
        edge = EDGE * whole(self.rect().size().toSizeF())
        area = QRectF(self.rect()).adjusted(edge, edge / 3, -edge, -edge / 3)
        top = draw_heading(painter, area, self._title, words.MAP_BACK, self.theme)
        if self._picture:
            self._picture.draw(painter, area.adjusted(0, top, 0, 0))
        else:
            draw_heading(painter, area.adjusted(0, top, 0, 0), words.MAP_FAILED, "", self.theme)
        painter.end()
