"""Scroll bars that keep their place, and are unseen where nothing scrolls: so nothing jumps."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea


def hide_idle_handle(area: QAbstractScrollArea) -> None:
    """Show the vertical handle only where there is something to scroll."""
    bar = area.verticalScrollBar()
    bar.setEnabled(bar.maximum() > bar.minimum())
    bar.rangeChanged.connect(lambda least, most: bar.setEnabled(most > least))
