"""The inspector: one strategy in full, with everything that leads on from it."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from nanoexplorer import strings
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Inspected
from nanoexplorer.figures.prose import Prose
from nanoexplorer.figures.scale import hair, scaled
from nanoexplorer.figures.strategy_text import (
    LINK_DOI,
    LINK_NEAREST,
    LINK_REPORT,
    write_evidence,
    write_why,
)
from nanoexplorer.palette import Theme
from nanoexplorer.ui.elided import elided
from nanoexplorer.ui.inspector_head import LEFT, RIGHT, Head
from nanoexplorer.ui.prose_view import ProseView
from nanoexplorer.ui.widgets import column, frame, give_tip, label, row

FOOT, LADDER = 172, 130
"""Px at 100 %; below these heights the buttons, or the ladder too, would leave no text."""


class Inspector(QFrame):
    """Sends wishes: show the nearest profile, open a DOI, report a statement, copy references."""

    nearest_wished = Signal()
    link_wished = Signal(str)
    report_wished = Signal(str)
    references_wished = Signal(str)

    def __init__(self, pack: Pack, theme: Theme, zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "inspector")
        self.setObjectName("inspector")
        self._pack = pack
        self._theme, self._zoom = theme, zoom
        self._shown: Inspected | None = None
        self._body: _Body | None = None  # built for the first strategy, which a start lacks
        self.empty = label(strings.INSPECTOR_EMPTY, "muted", wraps=True, name="inspector.empty")
        self._nothing = padded(self.empty, zoom)
        self._lines = column(self, gap=0)
        self._lines.addWidget(self._nothing)
        self._lines.addStretch(0)

    @property
    def body(self) -> _Body:
        """Everything that is shown of a strategy."""
        if self._body is None:
            self._body = _Body(self._pack, self._theme, self._zoom)
            self._body.text.anchorClicked.connect(self._follow)
            self._body.references_wished.connect(self.references_wished)
            self._lines.insertWidget(1, self._body, 1)
        return self._body

    def show_part(self, shown: Inspected | None) -> None:
        """Draw a strategy, or say that none is selected."""
        self._shown = shown
        self._nothing.setVisible(shown is None)
        if shown is not None:
            self.body.show_strategy(self._pack, shown)
        if self._body is not None:
            self._body.setVisible(shown is not None)

    def dress(self, theme: Theme, zoom: int) -> None:
        """Take another theme or zoom."""
        self._theme, self._zoom = theme, zoom
        if self._body is not None:
            self._body.dress(theme, zoom)
            self.show_part(self._shown)

    def _follow(self, link: QUrl) -> None:
        target = link.toString()
        if target == LINK_NEAREST:
            self.nearest_wished.emit()
        elif target.startswith(LINK_REPORT):
            self.report_wished.emit(target.removeprefix(LINK_REPORT))
        elif target.startswith(LINK_DOI):
            self.link_wished.emit(target)


class _Body(QFrame):
    """Title and ladder, the text, and the buttons that copy its references."""

    references_wished = Signal(str)

    def __init__(self, pack: Pack, theme: Theme, zoom: int) -> None:
        super().__init__()
        self.setProperty("role", "inspector")
        self.setObjectName("inspector.body")
        self._zoom = zoom
        self.head = Head(pack, theme, zoom)
        self.text = _Text(theme, zoom, self)
        self.text.setObjectName("inspector.text")
        self.text.setMinimumHeight(scaled(48, zoom))
        lines = column(self, gap=0)
        lines.addWidget(self.head)
        lines.addWidget(self.text, 1)
        self.foot = frame("foot", "inspector.foot")
        lines.addWidget(self.foot)
        self._buttons = row(self.foot, gap=8)
        self._add_buttons(self._buttons)

    def _add_buttons(self, line: QHBoxLayout) -> None:
        line.addWidget(elided(strings.COPY_REFERENCES, "small"))
        for name, text in strings.COPY_FORMATS.items():
            button = QPushButton(text)
            button.setObjectName(f"inspector.copy_{name}")
            give_tip(button, strings.COPY_REFERENCES_AS.format(format=text))
            button.clicked.connect(lambda _=False, name=name: self.references_wished.emit(name))
            line.addWidget(button)
        line.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Below the columns there is width and no height."""
        super().resizeEvent(event)
        flat = self.width() > self.height()
        self.head.arrange(flat, self.width())
        self.head.ladder.setVisible(self.height() >= scaled(LADDER, self._zoom))
        self.foot.setVisible(self.height() >= scaled(FOOT, self._zoom))
        above, below = (4, 4) if flat else (8, 12)
        z = self._zoom
        sides = scaled(LEFT, z), scaled(above, z), scaled(RIGHT, z), scaled(below, z)
        self._buttons.setContentsMargins(*sides)

    def show_strategy(self, pack: Pack, shown: Inspected) -> None:
        self.head.show_strategy(pack, shown)
        self.text.rewrite(pack, shown)

    def dress(self, theme: Theme, zoom: int) -> None:
        self.head.ladder.dress(theme, zoom)
        self.text.dress(theme, zoom)


def padded(widget: QWidget, zoom: int) -> QWidget:
    """A widget with the inspector's margins."""
    box = frame("inspector")
    lines = column(box, gap=0)
    sides = scaled(LEFT, zoom), scaled(16, zoom), scaled(RIGHT, zoom), scaled(4, zoom)
    lines.setContentsMargins(*sides)
    lines.addWidget(widget)
    return box


class _Text(ProseView):
    """The strategy's text; where only the profile changes, only what follows from it is new."""

    def __init__(self, theme: Theme, zoom: int, parent: QWidget) -> None:
        super().__init__(theme, zoom, parent)
        ring = 2 * hair(zoom)  # unseen without the focus, and there
        self.setViewportMargins(scaled(LEFT, zoom) - ring, 0, scaled(RIGHT, zoom) - ring, 0)
        self.setAccessibleName(strings.INSPECTOR_TEXT)
        self._why_ends = 0
        self._written: tuple[object, ...] = ()

    def rewrite(self, pack: Pack, shown: Inspected) -> None:
        """Write a strategy."""
        unchanging = (shown.card.strategy, shown.notes, self.theme, self.zoom)
        same = unchanging == self._written

        def write(prose: Prose) -> None:
            write_why(prose, pack, shown)
            self._why_ends = prose.position
            if not same:
                write_evidence(prose, pack, shown)

        self.write(write, self._why_ends if same else None)
        self._written = unchanging
