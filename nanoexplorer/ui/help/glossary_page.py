"""The glossary: a list of terms to search, and what the chosen one means."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QTextBrowser, QWidget

from nanoexplorer.core.evidence import GlossaryEntry
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.terms import glossary_hits
from nanoexplorer.documents.terms import glossary
from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.render.screen.prose import Prose, Run
from nanoexplorer.ui.base.widgets import column, put, row
from nanoexplorer.ui.controls.prose_view import Reading
from nanoexplorer.words import common
from nanoexplorer.words import help as help_words

LIST_WIDTH = 250
WALK = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class GlossaryPage(QWidget):
    """Type to search, walk with the arrow keys."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int, text: str) -> None:
        super().__init__()
        self._glossary = glossary(pack)
        self._found: tuple[GlossaryEntry, ...] = ()
        self.setObjectName("glossary")
        self.list = QListWidget()
        self.list.setObjectName("glossary.list")
        self.list.setAccessibleName(help_words.LIST)
        self.list.setFixedWidth(scaled(LIST_WIDTH, zoom))
        self.text = Reading("glossary.text", help_words.TEXT, theme, zoom)
        self.search = _Search(self.list)
        both = put(row(gap=16), self.list, (self.text, 1))
        put(column(self, gap=12), self.search, (both, 1))
        self.list.currentRowChanged.connect(self._show)
        self.search.textChanged.connect(self._find)
        self.search.setText(text)
        self._find(text)

    def _find(self, text: str) -> None:
        """List the terms that are found, the first of them shown."""
        self._found = glossary_hits(self._glossary, text)
        with QSignalBlocker(self.list):
            self.list.clear()
            self.list.addItems([entry.term for entry in self._found])
            self.list.setCurrentRow(0 if self._found else -1)
        self._show(self.list.currentRow())

    def show_entry(self, id_: str) -> None:
        """Go to an entry, all of them listed; nothing for one that there is not."""
        if any(entry.id == id_ for entry in self._glossary):
            self.search.clear()
            self.list.setCurrentRow([entry.id for entry in self._found].index(id_))

    def _show(self, place: int) -> None:
        entry = self._found[place] if 0 <= place < len(self._found) else None
        self.text.write(lambda prose: self._write(prose, entry))

    def _write(self, prose: Prose, entry: GlossaryEntry | None) -> None:
        if entry is None:
            prose.line([Run(help_words.NONE, "ink-muted")])
            return
        prose.line([Run(entry.term, size=fonts.TITLE, weight=fonts.BOLD)])
        if entry.expansion:
            prose.line([Run(entry.expansion, "ink-muted")])
        prose.line([Run(entry.definition)], above=1)
        if entry.also:
            related = common.AND_ALSO.join(entry.also)
            words = help_words.RELATED.format(terms=related)
            prose.line([Run(words, "ink-muted", fonts.SMALL)], above=1)


class _Search(QLineEdit):
    """The search box; the arrow keys in it walk through the list."""

    def __init__(self, walks: QListWidget) -> None:
        super().__init__()
        self._walks = walks
        self.setObjectName("glossary.search")
        self.setPlaceholderText(help_words.SEARCH)
        self.setAccessibleName(help_words.SEARCH_NAME)
        self.setClearButtonEnabled(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in WALK:
            self._walks.keyPressEvent(event)
        else:
            super().keyPressEvent(event)


def marked_text(widget: QWidget | None) -> str:
    """What is marked in a text that has the keyboard: the glossary opens at it."""
    if not isinstance(widget, QTextBrowser):
        return ""
    return widget.textCursor().selectedText().strip()[:60]
