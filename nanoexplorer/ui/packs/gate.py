"""Before a pack of somebody else is shown: what it is about, who made it, and that nobody of us
has checked it.
"""

from __future__ import annotations

from itertools import islice
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.documents.difference.page import MOST_ROWS, document
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.pack.opened import OtherVersion
from nanoexplorer.render.plain_lines import lines_of
from nanoexplorer.ui.base.widgets import column, frame, label, row
from nanoexplorer.ui.controls.text_boxes import PlainText
from nanoexplorer.words.common import one_line
from nanoexplorer.words.packs import opening as words

WIDTH: Final = 640
MARGIN: Final = 40
AROUND: Final = 16
CHANGES: Final = 150
MOST_LINES: Final = 200
"""Of what is not the same in another version."""


class PackGate(QFrame):
    """A card in the middle of the window, once for each pack; what it says is plain text."""

    accepted = Signal()
    refused = Signal()

    def __init__(self, pack: Pack, zoom: int, other: OtherVersion | None = None) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self.setObjectName("pack_gate")
        self.proceed = QPushButton(words.GATE_OPEN)
        self.proceed.setObjectName("pack_gate.open")
        self.proceed.setProperty("kind", "primary")
        self.leave = QPushButton(words.GATE_BACK)
        self.leave.setObjectName("pack_gate.back")
        for button, signal in ((self.leave, self.refused), (self.proceed, self.accepted)):
            button.setAutoDefault(True)
            button.clicked.connect(signal)
        self._wide = scaled(WIDTH, zoom)
        self.card = card = frame("card", "pack_gate.card")
        inside = column(card, margin=scaled(MARGIN, zoom), gap=scaled(16, zoom))
        inside.addLayout(self._words(pack, zoom))
        if other is not None:
            inside.addLayout(_changes(other, zoom))
        buttons = row()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.proceed)
        inside.addLayout(buttons)
        column(self).addWidget(_scrolled(card))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The card has its width, or what there is of it."""
        super().resizeEvent(event)
        self.card.setFixedWidth(min(self._wide, self.width() - 3 * AROUND))

    def _words(self, pack: Pack, zoom: int) -> QVBoxLayout:
        lines = column(gap=scaled(12, zoom))
        lines.addWidget(label(one_line(pack.title), "title", wraps=True, name="pack_gate.title"))
        lines.addWidget(label(words.about(pack), wraps=True, name="pack_gate.about"))
        lines.addWidget(label(one_line(pack.gate), wraps=True, name="pack_gate.text"))
        lines.addWidget(
            label(words.NOT_CHECKED, "caution", wraps=True, name="pack_gate.not_checked")
        )
        return lines


def _changes(other: OtherVersion, zoom: int) -> QVBoxLayout:
    """What is not the same as in the version that was opened before."""
    lines = column(gap=scaled(6, zoom))
    said = words.THIS_IS_OLDER if other.newer else words.THIS_IS_NEWER
    lines.addWidget(
        label(said.format(version=other.version), "lead", wraps=True, name="pack_gate.other")
    )
    told = lines_of(document(other.difference, most=MOST_ROWS))
    text = PlainText("\n".join(islice(told, MOST_LINES)))
    text.setObjectName("pack_gate.changes")
    text.setAccessibleName(words.CHANGES_NAME)
    text.setReadOnly(True)
    text.setMinimumHeight(scaled(CHANGES, zoom))
    lines.addWidget(text, 1)
    return lines


def _scrolled(card: QWidget) -> QScrollArea:
    inside = frame("side")
    column(inside, margin=AROUND).addWidget(card, alignment=Qt.AlignmentFlag.AlignCenter)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
