"""The way back from a reference to where it was followed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton

from nanoexplorer.core.screen import Place
from nanoexplorer.ui.base.requests import GoBack
from nanoexplorer.ui.base.widgets import give_tip
from nanoexplorer.words import common
from nanoexplorer.words import references as words


class BackButton(QPushButton):
    """Stands there while there is a way back, and says where it leads."""

    requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("references.back")
        self.setProperty("kind", "link")
        self.clicked.connect(lambda: self.requested.emit(GoBack()))
        self.hide()

    def show_place(self, place: Place | None) -> None:
        """Lead to a place, or go away where there is none."""
        self.setVisible(place is not None)
        if place is not None:
            keys = QKeySequence(QKeySequence.StandardKey.Back)
            self.setText(words.BACK.format(view=common.TABS[place.tab]))
            self.setShortcut(keys)  # a button's text takes it away
            shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
            give_tip(self, words.BACK_TIP.format(keys=shown))
