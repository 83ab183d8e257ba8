"""The floor: an empty PySide6 window, and when it was first painted."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow


class FirstPaint(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            print(f"window {time.monotonic() - float(sys.argv[1])}", flush=True)
            QApplication.exit(0)
        return False


app = QApplication([])
window = QMainWindow()
first = FirstPaint()
window.installEventFilter(first)
window.resize(1440, 900)
window.show()
app.exec()
