"""When the keyboard's place is shown by a ring: while keys are used, and not after a click.

A style sheet knows no `:focus-visible`: its rules ask for `ring="keys"`, what paints itself asks
`has_ring`.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from nanoexplorer.overriding import override
from nanoexplorer.ui.base.theme import restyle

_PRESSES: Final = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)
_KEYS: Final = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)


class Rings(QObject):
    """Watches what windows are given, before any widget is: a press takes rings away, a key
    brings them back. A command such as Ctrl+C is no walking about and leaves them.
    """

    changed = Signal()
    """For whoever paints a ring elsewhere than in its paintEvent."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.shown = True
        app.focusWindowChanged.connect(self._watch)
        app.focusChanged.connect(lambda _, now: self._mark(now))

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # once, however often it is asked

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look, and take nothing."""
        if event.type() in _PRESSES:
            self.show_rings(False)
        elif event.type() in _KEYS and isinstance(event, QKeyEvent) and _walks(event):
            self.show_rings(True)
        return False

    def show_rings(self, shown: bool) -> None:
        """From now on show where the keyboard is, or do not."""
        if shown is self.shown:
            return
        self.shown = shown
        here = QApplication.focusWidget()
        if here is not None:
            self._mark(here)
            (here.viewport() if isinstance(here, QAbstractScrollArea) else here).update()
        self.changed.emit()

    def _mark(self, widget: QWidget | None) -> None:
        if widget is not None and (widget.property("ring") or "") != self._mark_now():
            self.foresee(widget)
            restyle(widget)

    def foresee(self, widget: QWidget) -> None:
        """Mark a widget that will have the keyboard before it is dressed: anew takes 4 ms."""
        widget.setProperty("ring", self._mark_now())

    def _mark_now(self) -> str:
        return "keys" if self.shown else ""


def _walks(event: QKeyEvent) -> bool:
    from PySide6.QtCore import Qt  # 10 ms, which the first paint does not wait for

    commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
    modifiers = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
    return event.key() not in modifiers and not event.modifiers() & commands


def rings() -> Rings:
    """Those of the application."""
    found: Rings = QApplication.instance().rings  # type: ignore[union-attr]
    return found


def has_ring(widget: QWidget) -> bool:
    """Whether a widget that paints itself shows that it has the keyboard."""
    return widget.hasFocus() and rings().shown
