"""The inspector's body, which a start has no use for: it comes with the first strategy."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Inspected
from nanoexplorer.documents.strategy import sections
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import hair, scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.requests import CopyReferences
from nanoexplorer.ui.base.widgets import LEFT, RIGHT, column, frame, give_tip, row
from nanoexplorer.ui.controls.elided import elided
from nanoexplorer.ui.controls.prose_view import ProseView
from nanoexplorer.ui.inspector.head import Head
from nanoexplorer.words import actions as actions_words

FOOT, SCALE = 172, 130
"""Px at 100 %; below these heights the buttons, or the scale too, would leave no text."""


class InspectorBody(QFrame):
    """Title and scale, the text, and the buttons that copy its references.

    Requests the nearest profile, a link, a report of a statement, or a copy of the references.
    """

    requested = Signal(object)

    def __init__(self, pack: Pack, theme: Theme, zoom: int) -> None:
        super().__init__()
        self.setProperty("role", "inspector")
        self.setObjectName("inspector.body")
        self._zoom = zoom
        self.head = Head(pack, theme, zoom)
        self.text = _Text(theme, zoom, self)
        self.text.setObjectName("inspector.text")
        self.text.requested.connect(self.requested)
        self.text.setMinimumHeight(scaled(48, zoom))
        lines = column(self, gap=0)
        lines.addWidget(self.head)
        lines.addWidget(self.text, 1)
        self.foot = frame("foot", "inspector.foot")
        lines.addWidget(self.foot)
        self._buttons = row(self.foot, gap=8)
        self._add_buttons(self._buttons)

    def _add_buttons(self, line: QHBoxLayout) -> None:
        line.addWidget(elided(actions_words.COPY_REFERENCES, "small"))
        for name, text in actions_words.COPY_FORMATS.items():
            button = QPushButton(text)
            button.setObjectName(f"inspector.copy_{name}")
            give_tip(button, actions_words.COPY_REFERENCES_AS.format(format=text))
            button.clicked.connect(
                lambda _=False, name=name: self.requested.emit(CopyReferences(name))
            )
            line.addWidget(button)
        line.addStretch(1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Below the columns there is width and no height."""
        super().resizeEvent(event)
        flat = self.width() > self.height()
        self.head.arrange(flat, self.width())
        self.head.scale.setVisible(self.height() >= scaled(SCALE, self._zoom))
        self.foot.setVisible(self.height() >= scaled(FOOT, self._zoom))
        above, below = (4, 4) if flat else (8, 12)
        z = self._zoom
        sides = scaled(LEFT, z), scaled(above, z), scaled(RIGHT, z), scaled(below, z)
        self._buttons.setContentsMargins(*sides)

    def show_strategy(self, pack: Pack, shown: Inspected) -> None:
        """Show a strategy's head and sections."""
        self.head.show_strategy(pack, shown)
        self.text.show_sections(sections(pack, shown))

    def dress(self, theme: Theme, zoom: int) -> None:
        """Take a theme and a zoom in percent."""
        self.head.scale.dress(theme, zoom)
        self.text.dress(theme, zoom)


class _Text(ProseView):
    """The strategy's text."""

    def __init__(self, theme: Theme, zoom: int, parent: QWidget) -> None:
        super().__init__(theme, zoom, parent)
        ring = 2 * hair(zoom)  # unseen without the focus, and there
        self.setViewportMargins(scaled(LEFT, zoom) - ring, 0, scaled(RIGHT, zoom) - ring, 0)
        self.setAccessibleName(actions_words.INSPECTOR_TEXT)
