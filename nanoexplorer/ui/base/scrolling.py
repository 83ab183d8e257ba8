"""What scrolls, and scroll bars that are unseen where nothing does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QWidget


def hide_idle_handle(area: QAbstractScrollArea) -> None:
    """Show the vertical handle only where there is something to scroll."""
    bar = area.verticalScrollBar()
    bar.setEnabled(bar.maximum() > bar.minimum())
    bar.rangeChanged.connect(lambda least, most: bar.setEnabled(most > least))


def scrolled(
    inside: QWidget, name: str, *, across: bool = False, bar_stays: bool = False
) -> QScrollArea:
    """A widget that scrolls up and down where it has no room; the keyboard goes to its parts.

    `across`: from side to side too; `bar_stays`: the bar has its room always, so nothing jumps.
    """
    area, port = QScrollArea(), QWidget()
    area.setViewport(port)  # one that was not made here costs a start: see `LongList`
    area.setObjectName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if not across:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    if bar_stays:
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        hide_idle_handle(area)
    area.setWidget(inside)
    for ground in (port, inside):
        ground.setAutoFillBackground(False)
    return area
