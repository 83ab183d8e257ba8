"""Takes the listed references out of the app: copied, or saved as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from nanoexplorer.core.evidence import Reference
from nanoexplorer.documents.citations import LINE_ENDS, Format, dump
from nanoexplorer.ui.base.ask import AskSavePath, ask_save_path
from nanoexplorer.ui.base.clipboard import copy_text
from nanoexplorer.ui.base.flow import Flow
from nanoexplorer.ui.base.widgets import give_tip, label
from nanoexplorer.ui.controls.elided import elided
from nanoexplorer.words import desktop as desktop_words
from nanoexplorer.words import references as references_words
from nanoexplorer.words.files import why_unwritten
from nanoexplorer.writing import write_atomically

SUFFIXES: Final[dict[str, Format]] = {
    ".ris": "ris",
    ".bib": "bibtex",
    ".json": "csl",
    ".txt": "text",
}
COPIED: Final[tuple[Format, ...]] = ("text", "ris", "bibtex", "csl")


def as_file(references: tuple[Reference, ...], form: Format) -> bytes:
    """The references as a file of one of the formats has them."""
    text = dump(references, form).replace("\n", LINE_ENDS[form])
    return text.encode("utf-8", "backslashreplace")


class CopyBar(QFrame):
    """Buttons that copy or save, and a line that says what came of it."""

    def __init__(self, ask: AskSavePath = ask_save_path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "paper")
        self.ask = ask
        self._references: tuple[Reference, ...] = ()
        self.count = label("", "small", name="references.copy_count")
        self.said = elided("", "small", name="references.said")
        self.buttons = [self._copy_button(form) for form in COPIED]
        self.save = QPushButton(references_words.SAVE)
        self.save.setObjectName("references.save")
        give_tip(self.save, references_words.SAVE_TITLE)
        self.save.clicked.connect(self._ask_and_save)
        Flow(self).add(self.count, *self.buttons, self.save, self.said)

    def _copy_button(self, form: Format) -> QPushButton:
        words = references_words.COPY_FORMATS[form]
        button = QPushButton(words)
        button.setObjectName(f"references.copy_{form}")
        give_tip(button, references_words.COPY_TIP.format(format=words))
        button.clicked.connect(lambda: self._copy(form))
        return button

    def show_references(self, references: tuple[Reference, ...]) -> None:
        """Take the references that are listed."""
        if references != self._references:
            self._say("")
        self._references = references
        self.count.setText(references_words.copy_counted(len(references)))
        for button in (*self.buttons, self.save):
            button.setEnabled(bool(references))

    def _copy(self, form: Format) -> None:
        copy_text(dump(self._references, form))
        self._say(desktop_words.REFERENCES_COPIED.format(count=len(self._references)))

    def _ask_and_save(self) -> None:
        path = self.ask(
            self,
            references_words.SAVE_TITLE,
            references_words.FILE_NAME,
            references_words.FILES,
        )
        if path is not None:
            self._say(self._save(path))

    def _save(self, path: Path) -> str:
        """Save in the format that the suffix names; returns what came of it."""
        form = SUFFIXES.get(path.suffix.lower())
        if form is None:
            allowed = ", ".join(SUFFIXES)
            return references_words.NO_FORMAT.format(name=path.name, allowed=allowed)
        try:
            write_atomically(path, as_file(self._references, form))
        except OSError as error:
            return references_words.NOT_SAVED.format(path=path, why=why_unwritten(error))
        count = references_words.saved_counted(len(self._references))
        return references_words.SAVED.format(count=count, path=path)

    def _say(self, text: str) -> None:
        self.said.setText(text)
        give_tip(self.said, text)
