"""Before a pack of somebody else is shown: what it is about, who made it, and that nobody of us
has checked it.
"""

from __future__ import annotations

from itertools import islice
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from nanoexplorer.core.pack import Pack
from nanoexplorer.documents.difference.page import MOST_ROWS, document
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.pack.opened import OtherVersion
from nanoexplorer.render.plain_lines import lines_of
from nanoexplorer.ui.base.scrolling import scrolled
from nanoexplorer.ui.base.widgets import STRETCH, column, frame, label, put, row
from nanoexplorer.ui.controls.buttons import form_button
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
        self.proceed = form_button(words.GATE_OPEN, "pack_gate.open", does=self.accepted.emit)
        self.proceed.setProperty("kind", "primary")
        self.leave = form_button(words.GATE_BACK, "pack_gate.back", does=self.refused.emit)
        self._wide = scaled(WIDTH, zoom)
        self.card = frame("card", "pack_gate.card")
        lines = column(self.card, margin=scaled(MARGIN, zoom), gap=scaled(16, zoom))
        put(lines, self._words(pack, zoom))
        if other is not None:
            put(lines, _changes(other, zoom))
        put(lines, put(row(), STRETCH, self.leave, self.proceed))
        inside = frame("side")
        around = column(inside, margin=AROUND)
        around.addWidget(self.card, alignment=Qt.AlignmentFlag.AlignCenter)
        put(column(self), scrolled(inside, "pack_gate.scroll", across=True))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The card has its width, or what there is of it."""
        super().resizeEvent(event)
        self.card.setFixedWidth(min(self._wide, self.width() - 3 * AROUND))

    def _words(self, pack: Pack, zoom: int) -> QVBoxLayout:
        return put(
            column(gap=scaled(12, zoom)),
            label(one_line(pack.title), "title", wraps=True, name="pack_gate.title"),
            label(words.about(pack), wraps=True, name="pack_gate.about"),
            label(one_line(pack.gate), wraps=True, name="pack_gate.text"),
            label(words.NOT_CHECKED, "caution", wraps=True, name="pack_gate.not_checked"),
        )


def _changes(other: OtherVersion, zoom: int) -> QVBoxLayout:
    """What is not the same as in the version that was opened before."""
    line = words.THIS_IS_OLDER if other.newer else words.THIS_IS_NEWER
    said = label(line.format(version=other.version), "lead", wraps=True, name="pack_gate.other")
    told = lines_of(document(other.difference, most=MOST_ROWS))
    text = PlainText("\n".join(islice(told, MOST_LINES)))
    text.setObjectName("pack_gate.changes")
    text.setAccessibleName(words.CHANGES_NAME)
    text.setReadOnly(True)
    text.setMinimumHeight(scaled(CHANGES, zoom))
    return put(column(gap=scaled(6, zoom)), said, (text, 1))
