"""The stage: the room's page, painted as large as the screen allows; a click chooses a strategy."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QWidget

from nanoexplorer.documents.seminar.page import Page
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.seminar.layout import lay_out
from nanoexplorer.drawing.seminar.picture import PageLayout, draw_clock, draw_sheet
from nanoexplorer.overriding import override
from nanoexplorer.ui.seminar.requests import ChooseStrategy
from nanoexplorer.words.teaching import seminar as words


class _Part(QLabel):
    """Read out and never seen: it has a name, a place and no text."""

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self.setObjectName("seminar.part")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class StageView(QWidget):
    """Shows one page. Only what differs is laid out again: a step is one repaint."""

    requested = Signal(object)

    def __init__(self, theme: Theme, zoom: int) -> None:
        super().__init__()
        self.setObjectName("seminar.stage")
        self.setAccessibleName(words.SEMINAR)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme, self._zoom = theme, zoom
        self._page: Page | None = None
        self._pointed = ""
        self._sheet: PageLayout | None = None
        self._left = self._countdown = self._hint = ""
        self._parts: list[_Part] = []

    @property
    def page(self) -> Page | None:
        """The page that is shown; None before the first."""
        return self._page

    @property
    def sheet(self) -> PageLayout | None:
        """The page as it is laid out; None before there is one, or a size."""
        if self._sheet is None and self._page and not self.size().isEmpty():
            self._sheet = lay_out(self._page, QSizeF(self.size()), self._zoom, self._pointed)
        return self._sheet

    def show_page(self, page: Page, pointed: str = "") -> None:
        """Show a page; `pointed` is the strategy that the keyboard has come to."""
        if (page, pointed) == (self._page, self._pointed):
            return
        said = self._page is None or self._page.spoken != page.spoken
        self._page, self._pointed, self._sheet = page, pointed, None
        if said:
            self.setAccessibleDescription(page.spoken)
            changed = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(changed)
        self._name_parts()
        self.update()

    def _name_parts(self) -> None:
        """A node for each part of the page, while somebody listens; drawn is the page alone."""
        parts = self._page.parts if self._page and QAccessible.isActive() else ()
        while len(self._parts) > len(parts):
            gone = self._parts.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._parts) < len(parts):
            self._parts.append(_Part(self))
        for part, text in zip(self._parts, parts, strict=True):
            part.setAccessibleName(text)
            part.setGeometry(self._place_of(text))
            part.show()

    def _place_of(self, text: str) -> QRect:
        """Where a part is drawn; all of the page where its words are spread over several."""
        if self.sheet is not None and self._page is not None:
            boxes = {strategy: box for box, strategy in self.sheet.rows}
            for row in self._page.rows:
                if text == row.said and row.strategy in boxes:
                    return boxes[row.strategy].toAlignedRect()
            for said in self.sheet.words:
                if said.layout.text() == text:
                    return said.layout.boundingRect().translated(said.at).toAlignedRect()
        return self.rect()

    def show_clock(self, left: str, countdown: str, hint: str) -> None:
        """Show the time that is left at the foot, below it what to do, and a countdown at the top;
        no text: none of them.
        """
        if (left, countdown, hint) != (self._left, self._countdown, self._hint):
            self._left, self._countdown, self._hint = left, countdown, hint
            self.update()

    def dress(self, theme: Theme, zoom: int) -> None:
        """Take a theme and a zoom in percent; the page is laid out anew when it is painted."""
        self._theme, self._zoom, self._sheet = theme, zoom, None
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._sheet = None
        self._name_parts()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme["paper"]))
        if self.sheet:
            draw_sheet(painter, self.sheet, self._theme)
            foot = tuple(text for text in (self._left, self._hint) if text)
            draw_clock(painter, QSizeF(self.size()), foot, self._countdown, self._theme)
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        rows = self.sheet.rows if self.sheet else ()
        for box, strategy in rows:
            if box.contains(event.position()) and event.button() is Qt.MouseButton.LeftButton:
                self.requested.emit(ChooseStrategy(strategy))
                return
        super().mousePressEvent(event)
