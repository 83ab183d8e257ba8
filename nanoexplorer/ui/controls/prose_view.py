"""Prose to read and copy from: bars are drawn beneath it, links are handed on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextBrowser, QTextEdit, QWidget

from nanoexplorer.documents import links
from nanoexplorer.documents.blocks import Section
from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import hair, scaled
from nanoexplorer.overriding import override
from nanoexplorer.render.screen.prose import Prose, draw_beside
from nanoexplorer.render.screen.text import write_sections
from nanoexplorer.ui.base.requests import (
    Act,
    CopyStatement,
    FollowLink,
    GoTo,
    ReportStatement,
    Request,
    SelectStrategy,
)
from nanoexplorer.ui.controls.text_boxes import zooms
from nanoexplorer.words import actions as actions_words
from nanoexplorer.words import inspector as words
from nanoexplorer.words import window as window_words

_ENOUGH: Final = 80
"""Signs by which a paragraph is told from others."""
_ABOVE: Final = 40
"""Px at 100 % that stay in sight above a paragraph that was scrolled to."""
AROUND = 8
"""Px at 100 % between a text and its focus ring, by which it is wider than what stands above it."""
LEAST_TEXT = 80
LARGER = 114
"""Percent of its words, where it is no text of its own but says what a page is about."""


class ProseView(QTextBrowser):
    """A text browser that never follows a link by itself, but requests what it leads to; it never
    reads markup.
    """

    text_size = fonts.BODY
    """Px of running text at 100 %."""
    requested = Signal(object)
    """One of `nanoexplorer.ui.base.requests`."""

    def __init__(
        self, name: str, spoken: str, theme: Theme, zoom: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.anchorClicked.connect(self._follow)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self.theme, self.zoom = theme, zoom
        self._sections: tuple[Section, ...] = ()
        self._ends: list[int] = []

    def dress(self, theme: Theme) -> None:
        """Take another theme; whoever wrote the text writes it again."""
        self.theme = theme
        self._sections, self._ends = (), []

    def show_sections(self, sections: tuple[Section, ...], *, links: bool = True) -> None:
        """Show a document's sections; those at the end that are the same stay as they are."""
        old, ends = self._sections, self._ends
        same = _same_at_the_end(old, sections)
        if same and same == len(old) == len(sections):
            return
        keep = same if same < min(len(old), len(sections)) else 0
        up_to = ends[-keep - 1] if keep else None
        made: list[int] = []
        changed = sections[: len(sections) - keep]
        self.write(lambda prose: made.extend(write_sections(prose, changed, links=links)), up_to)
        moved = [end - (up_to or 0) + made[-1] for end in ends[len(ends) - keep :]] if keep else []
        self._sections, self._ends = sections, [*made, *moved]

    def write(self, write: Callable[[Prose], object], up_to: int | None = None) -> None:
        """Write the text anew: all of it, or only what stood before the place `up_to`."""
        cursor = QTextCursor(self.document())
        at, down = self.textCursor().position(), self.verticalScrollBar().value()
        cursor.beginEditBlock()
        if up_to is None:
            cursor.select(QTextCursor.SelectionType.Document)
        else:
            cursor.setPosition(up_to, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self.setExtraSelections([])
        write(Prose(self.document(), self.theme, self.zoom, self.text_size))
        cursor.endEditBlock()
        if up_to is None or at <= up_to:  # what is put in takes the view's own cursor along
            self.moveCursor(QTextCursor.MoveOperation.Start)
        if up_to is not None:
            self.verticalScrollBar().setValue(down)

    def _follow(self, link: QUrl) -> None:
        address = link.toString()
        request = request_of(address)
        if request is not None:
            self.requested.emit(request)
        elif address.startswith(links.STATEMENT):
            self._offer(address.removeprefix(links.STATEMENT))

    def _offer(self, statement: str) -> None:
        """Open a menu of what can be done with a statement, below where it was asked for."""
        menu = QMenu(self)
        menu.setObjectName("statement")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, request in (
            (words.COPY_STATEMENT, CopyStatement(statement)),
            (words.REPORT, ReportStatement(statement)),
        ):
            action = menu.addAction(text)
            action.triggered.connect(lambda _=False, ask=request: self.requested.emit(ask))
        menu.popup(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))

    def reveal(self, text: str) -> bool:
        """Scroll to a paragraph and mark it until something else is written; False without it."""
        start = self.document().find(text[:_ENOUGH])
        if start.isNull():
            return False
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(self.document())
        mark.cursor.setPosition(start.selectionStart())
        mark.cursor.movePosition(
            QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
        )
        mark.format.setBackground(QColor(self.theme["accent-soft"]))
        self.setExtraSelections([mark])
        start.setPosition(start.selectionStart())
        self.setTextCursor(start)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect().top() - round(_ABOVE * self.zoom / 100))
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The bars first, and the text over them."""
        painter = QPainter(self.viewport())
        down = self.verticalScrollBar().value()
        painter.translate(0, -down)
        band = QRectF(event.rect()).translated(0, down)
        draw_beside(painter, self.document(), self.theme, self.zoom, band)
        painter.end()
        super().paintEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls, and never zooms."""
        if not zooms(event):
            super().wheelEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Copy and Select all; the toolkit's own menu would offer to copy internal links."""
        menu = QMenu(self)
        copy = menu.addAction(window_words.COPY)
        copy.setEnabled(self.textCursor().hasSelection())
        copy.triggered.connect(self.copy)
        menu.addAction(actions_words.SELECT_ALL).triggered.connect(self.selectAll)
        menu.exec(event.globalPos())


class Reading(ProseView):
    """A text to read to its end, with room around it for its focus ring."""

    def __init__(self, name: str, spoken: str, theme: Theme, zoom: int) -> None:
        super().__init__(name, spoken, theme, zoom)
        around = scaled(AROUND, zoom)
        self.setViewportMargins(around - 2 * hair(zoom), 0, around, 0)
        root = self.document().rootFrame()
        style = root.frameFormat()
        style.setTopMargin(around)
        style.setBottomMargin(around)
        root.setFrameFormat(style)
        self.setMinimumHeight(scaled(LEAST_TEXT, zoom))

    @override
    def sizeHint(self) -> QSize:
        """As little as it can do with: a step that grants no more is scrolled."""
        return self.minimumSize()


class Whole(Reading):
    """A text that is as high as its words, so that whatever it stands in is scrolled."""

    def __init__(self, name: str, spoken: str, theme: Theme, zoom: int) -> None:
        super().__init__(name, spoken, theme, zoom)
        self.zoom = zoom * LARGER // 100
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        edges = self.height() - self.viewport().height()
        high = round(self.document().size().height()) + edges
        if high != self.minimumHeight():
            self.setFixedHeight(high)


def request_of(address: str) -> Request | None:
    """What somebody asks for who clicks on a link of a document."""
    if address == links.NEAREST:
        return Act.SHOW_NEAREST
    if address.startswith(links.STRATEGY):
        return SelectStrategy(address.removeprefix(links.STRATEGY))
    if address.startswith(links.REFERENCE):
        return GoTo("references", address.removeprefix(links.REFERENCE))
    if address.startswith(links.PLACE):
        return GoTo(*address.removeprefix(links.PLACE).split(":", 1))
    return FollowLink(address) if address.startswith(links.DOI) else None


def _same_at_the_end(old: Sequence[Section], new: Sequence[Section]) -> int:
    """How many sections at the end of both are the same."""
    count = 0
    for one, other in zip(reversed(old), reversed(new), strict=False):
        if one != other:
            break
        count += 1
    return count
