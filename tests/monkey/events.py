"""Random events from within: given to windows, as the desktop gives them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Final

import shiboken6
from PySide6.QtCore import QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from nanoexplorer.app.controller import Controller

KEY, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT: Final = Qt.MouseButton.LeftButton
WALKING: Final = (
    KEY.Key_Tab, KEY.Key_Backtab, KEY.Key_Up, KEY.Key_Down, KEY.Key_Left, KEY.Key_Right,
    KEY.Key_Home, KEY.Key_End, KEY.Key_PageUp, KEY.Key_PageDown, KEY.Key_Space, KEY.Key_Return,
    KEY.Key_Escape, KEY.Key_F6, KEY.Key_F6, KEY.Key_F1, KEY.Key_F5, KEY.Key_F7,
)  # fmt: skip
LETTERS: Final = tuple("ABEGNRT.1234567890")
COMMANDS: Final = tuple("ZYRKEOSPT+-0/")
"""With Ctrl; Q is left out, and P with a press of Shift copies a picture."""
BETWEEN: Final = 1
SIZES: Final = ((1440, 900), (1024, 700), (820, 560), (1280, 1000))


class Hands:
    """Does one thing after the other, also while a dialog waits; the same for the same seed."""

    def __init__(self, controller: Controller, random: Random, most: int) -> None:
        self.controller, self.random, self.most = controller, random, most
        self.done = 0
        self._over: list[QWidget | None] = []
        """What was in front as each event began that is not done: a dialog may wait in it."""
        self._ways: tuple[tuple[Callable[[QWindow], None], int], ...] = (
            (self._click, 40),
            (self._walk, 34),
            (self._type, 8),
            (self._command, 8),
            (self._wheel, 6),
            (self._drag, 3),
            (self._resize, 1),
        )

    def begin(self) -> None:
        QTimer.singleShot(0, self._next)

    def _next(self) -> None:
        if self.most and self.done >= self.most:
            QGuiApplication.exit()
            return
        front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        QTimer.singleShot(BETWEEN, self._next)  # first: what is done may open a dialog and wait
        if self._over and front is self._over[-1]:
            return  # the event before is only being waited for
        self.done += 1
        window = self._window()
        if window is not None:
            self._over.append(front)
            ways, weights = zip(*self._ways, strict=True)
            self.random.choices(ways, weights)[0](window)
            self._over.pop()

    def _window(self) -> QWindow | None:
        """What a person would have before them: a menu, a dialog, else any window."""
        found = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if found is None:
            shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
            if not shown:
                self.controller.window.show()
                return None
            active = QApplication.activeWindow()
            found = active if active in shown else shown[self.random.randrange(len(shown))]
            found.activateWindow()
        handle: QWindow | None = found.windowHandle()
        return handle

    def _place(self, window: QWindow) -> QPoint:
        """Mostly somewhere on a part that can be used."""
        top = next((w for w in QApplication.topLevelWidgets() if w.windowHandle() is window), None)
        parts = [] if top is None else top.findChildren(QWidget)
        parts = [p for p in parts if p.isVisible() and p.focusPolicy() != Qt.FocusPolicy.NoFocus]
        if top is None or not parts or self.random.random() < 0.3:
            return QPoint(
                self.random.randrange(max(1, window.width())),
                self.random.randrange(max(1, window.height())),
            )
        part = self.random.choice(parts)
        inside = QPoint(
            self.random.randrange(max(1, part.width())),
            self.random.randrange(max(1, part.height())),
        )
        # A window that fills a screen too small for it ends where the screen does.
        seen = top.rect() & QRect(QPoint(), window.size())
        place = part.mapTo(top, inside)
        return place if seen.contains(place) else seen.center()  # scrolled out of sight

    def _click(self, window: QWindow) -> None:
        """Press and release, each by itself: the press may be what closes the window."""
        place = self._place(window)
        QTest.mousePress(window, LEFT, NONE, place)
        if shiboken6.isValid(window):
            QTest.mouseRelease(window, LEFT, NONE, place)

    def _key(self, window: QWindow, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        QTest.keyPress(window, key, held)
        if shiboken6.isValid(window):
            QTest.keyRelease(window, key, held)

    def _walk(self, window: QWindow) -> None:
        held = SHIFT if self.random.random() < 0.1 else NONE
        self._key(window, self.random.choice(WALKING), held)

    def _type(self, window: QWindow) -> None:
        self._key(window, KEY(ord(self.random.choice(LETTERS))), NONE)

    def _command(self, window: QWindow) -> None:
        held = CTRL | SHIFT if self.random.random() < 0.3 else CTRL
        self._key(window, KEY(ord(self.random.choice(COMMANDS))), held)

    def _wheel(self, window: QWindow) -> None:
        place = QPointF(self._place(window))
        turn = QPoint(0, self.random.choice((-120, 120)))
        held = CTRL if self.random.random() < 0.2 else NONE
        event = QWheelEvent(
            place, QPointF(window.mapToGlobal(place.toPoint())), QPoint(), turn,
            Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QGuiApplication.sendEvent(window, event)

    def _drag(self, window: QWindow) -> None:
        QTest.mousePress(window, LEFT, NONE, self._place(window))
        if shiboken6.isValid(window):
            QTest.mouseMove(window, self._place(window))
        if shiboken6.isValid(window):
            QTest.mouseRelease(window, LEFT, NONE, self._place(window))

    def _resize(self, window: QWindow) -> None:
        if self.controller.window.windowHandle() is window:
            self.controller.window.resize(*self.random.choice(SIZES))
