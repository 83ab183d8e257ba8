"""The status bar: what the pack rests on, or, for a while, what came of an action.

It is as high with a message as without, and a failure has a sign as well as a colour.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStatusBar, QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.documents.citations.cited import lists
from nanoexplorer.drawing.marks import draw_glyph
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.requests import Act
from nanoexplorer.ui.base.theme import restyle
from nanoexplorer.ui.base.widgets import button, give_tip, label, put, row
from nanoexplorer.ui.controls.elided import elided
from nanoexplorer.words import actions as actions_words
from nanoexplorer.words import common
from nanoexplorer.words import export as export_words
from nanoexplorer.words import window as words

HEIGHT: Final = 24
READING_KEYS: Final = "F1"
STAYS: Final = 15_000
"""Milliseconds for which it is said where a file went."""
_EDGE: Final = 8
_SIGN: Final = 13


class StatusBar(QStatusBar):
    """Says one thing at a time; leads to how to read what is shown."""

    requested = Signal(object)

    def __init__(self, pack: Pack, zoom: int) -> None:
        super().__init__()
        self._zoom = zoom
        self.setObjectName("content.status")
        self.setSizeGripEnabled(False)
        self.setContentsMargins(12, 0, 12, 0)
        self.setFixedHeight(scaled(HEIGHT, zoom))
        for line in self._counts(pack):
            self.addWidget(line)
            # The bar hides them under a message, and shows them again when it is laid out anew.
            self.messageChanged.connect(lambda text, line=line: line.setVisible(not text))
        self._folder = _FolderButton(self)
        self._permanent: list[QWidget] = [self._folder]
        self._reading = QWidget()
        self._permanent.append(self._reading)
        self.addPermanentWidget(self._reading)
        zoomed = words.ZOOM_SHOWN.format(zoom=zoom)
        for always, tip in ((words.OFFLINE, words.OFFLINE_TIP), (zoomed, words.ZOOM_TIP)):
            made = label(always, "small")
            give_tip(made, tip)
            self._permanent.append(made)
            self.addPermanentWidget(made)
        self.messageChanged.connect(self._name)

    def lead_on(self) -> None:
        """Put a button into its place, which a start need not wait for; the bar would show all of
        its parts anew if it were given another.
        """
        made = button(
            actions_words.ACTIONS["reading"],
            "status.reading",
            kind="link",
            tip=actions_words.tip("reading", READING_KEYS),
            does=lambda: self.requested.emit(Act.READ_HOW),
        )
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has a key for it
        put(row(self._reading, gap=0), made)

    def _counts(self, pack: Pack) -> Iterator[QWidget]:
        """What the pack rests on; narrower where there is no room."""
        sources = common.AND_ALSO.join(source.label for source in pack.sources)
        said = common.counted(len(pack.sources), words.STATUS_LINE, sources=sources)
        line = elided(said, "small", name="status.sources")
        give_tip(line, f"{line.text()}\n{words.STATUS_LINE_TIP}")
        yield line
        for called, count in lists(pack).items():
            said = common.counted(count, words.STATUS_REFERENCES, called=called)
            line = elided(said, "small", name="status.references")
            tip = words.STATUS_REFERENCES_TIP.format(called=called)
            give_tip(line, f"{said}\n{tip}")
            yield line

    def say(self, text: str, milliseconds: int, *, caution: bool = False) -> None:
        """Say something for a while; 0: until the next action."""
        tone = "caution" if caution else ""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)
        self.showMessage(text, milliseconds)
        self._name(text)  # the same words may be a failure this time

    def say_where(self, text: str, folder: Path, open_link: Callable[[str], None]) -> None:
        """Say something of a file, with a button that shows its folder for as long."""
        link = QtCore.QUrl.fromLocalFile(str(folder)).toString()
        self._folder.offer(text, lambda: open_link(link))
        self.say(text, STAYS)

    def _name(self, said: str) -> None:
        """All of what is said, also where it has no room."""
        self.setAccessibleName(words.CAUTION_NAME.format(said=said) if self._warns else said)
        self.setToolTip(said)

    @property
    def _warns(self) -> bool:
        return bool(self.property("tone") == "caution")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """What is said, as far as it has room; a failure with its sign before it."""
        said = self.currentMessage()
        if not said:
            super().paintEvent(event)
            return
        painter, option = QPainter(self), QtWidgets.QStyleOption()
        option.initFrom(self)
        panel = QtWidgets.QStyle.PrimitiveElement.PE_PanelStatusBar  # 4 ms at its first use
        self.style().drawPrimitive(panel, option, painter, self)
        ink = self.palette().color(self.foregroundRole())
        painter.setPen(ink)
        left = scaled(_EDGE, self._zoom)
        if self._warns:
            side = scaled(_SIGN, self._zoom)
            place = QRectF(left, (self.height() - side) / 2, side, side)
            draw_glyph(painter, "caution", place, ink.name())
            left += side + scaled(_EDGE, self._zoom) // 2
        room = QRect(left, 0, self._end() - left, self.height())
        shown = self.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, room.width())
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, middle, shown)
        painter.end()

    def _end(self) -> int:
        """Where what always stands at the right begins."""
        shown = [part.x() for part in self._permanent if part.isVisible()]
        return min(shown, default=self.width()) - scaled(_EDGE, self._zoom)


class _FolderButton(QtWidgets.QPushButton):
    """Shown with what is said of a file, and hidden with it.

    To be made with the bar: one that gets a new part shows all of its parts again a moment later,
    over what it says by then.
    """

    def __init__(self, bar: QStatusBar) -> None:
        super().__init__(export_words.SHOW_IN_FOLDER)
        self.setObjectName("export.show_in_folder")
        self.setProperty("kind", "link")
        self._said = ""
        self._open: Callable[[], None] | None = None
        self.clicked.connect(self._go)
        self.hide()
        bar.addPermanentWidget(self)
        self.hide()
        bar.messageChanged.connect(self._look)

    def offer(self, said: str, open_folder: Callable[[], None]) -> None:
        """Be there for as long as the bar says this."""
        self._said, self._open = said, open_folder

    def _look(self, said: str) -> None:
        self.setVisible(bool(said) and said == self._said)

    def _go(self) -> None:
        if self._open is not None:
            self._open()
