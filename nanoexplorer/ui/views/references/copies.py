"""Takes the listed references out of the app: copied, or saved as a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from nanoexplorer.core.evidence import Reference
from nanoexplorer.documents.citations import LINE_ENDS, Format, dump
from nanoexplorer.ui.base.ask import AskSavePath, ask_save_path
from nanoexplorer.ui.base.clipboard import copy_text
from nanoexplorer.ui.base.requests import Say
from nanoexplorer.ui.base.widgets import button, give_tip, label
from nanoexplorer.ui.controls.buttons import MenuButton
from nanoexplorer.words import common
from nanoexplorer.words import desktop as desktop_words
from nanoexplorer.words import files as file_words
from nanoexplorer.words import references as words
from nanoexplorer.words.files import why_unwritten
from nanoexplorer.writing import write_atomically

SUFFIXES: Final[dict[str, Format]] = {
    ".ris": "ris",
    ".bib": "bibtex",
    ".json": "csl",
    ".txt": "text",
}
COPIED: Final[tuple[Format, ...]] = ("text", "ris", "bibtex")


def as_file(references: tuple[Reference, ...], form: Format) -> bytes:
    """The references as a file of one of the formats has them."""
    text = dump(references, form).replace("\n", LINE_ENDS[form])
    return text.encode("utf-8", "backslashreplace")


class Copies(QObject):
    """Buttons that copy or save, or a menu with the same in it; requests that it is said."""

    requested = Signal(object)

    def __init__(self, zoom: int, home: QWidget, ask: AskSavePath = ask_save_path) -> None:
        super().__init__(home)
        self.ask = ask
        self._references: tuple[Reference, ...] = ()
        self.count = label("", "strong", name="references.count")
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        policy = QSizePolicy.Policy
        self.count.setSizePolicy(policy.Expanding, policy.Preferred)
        self.lead = label(words.COPY_AS, "muted")
        self.buttons: list[QPushButton] = []
        tip = words.COPY_MENU_TIP
        self.menu = MenuButton(words.COPY, "references.copy", tip, zoom)
        self.menu.setMenu(QMenu(self.menu))
        for form in COPIED:
            text = words.COPY_FORMATS[form]
            tip = words.COPY_TIP.format(format=text)
            self._add(f"copy_{form}", text, tip, partial(self._copy, form))
        self._add("save", common.SAVE_AS, words.SAVE_TITLE, self._ask_and_save)

    def _add(self, name: str, text: str, tip: str, do: Callable[[], object]) -> None:
        self.buttons.append(button(text, f"references.{name}", tip=tip, does=do))
        self.menu.menu().addAction(text).triggered.connect(lambda: do())

    def show_references(self, references: tuple[Reference, ...], of: int, whose: str) -> None:
        """Take the references that are listed, of how many, and whose they are."""
        self._references = references
        self.count.setText(words.listed(len(references), of))
        give_tip(self.count, whose)
        for made in (*self.buttons, self.menu):
            made.setEnabled(bool(references))

    def _copy(self, form: Format) -> None:
        copy_text(dump(self._references, form))
        said = desktop_words.REFERENCES_COPIED.format(count=len(self._references))
        self.requested.emit(Say(said))

    def _ask_and_save(self) -> None:
        path = self.ask(self.buttons[-1], words.SAVE_TITLE, words.FILE_NAME, words.FILES)
        if path is not None:
            self.requested.emit(self._save(path))

    def _save(self, path: Path) -> Say:
        """Save in the format that the suffix names; returns what came of it."""
        form = SUFFIXES.get(path.suffix.lower())
        if form is None:
            allowed = ", ".join(SUFFIXES)
            said = file_words.NO_FORMAT.format(name=path.name, allowed=allowed)
            return Say(said, caution=True)
        try:
            write_atomically(path, as_file(self._references, form))
        except OSError as error:
            said = file_words.NOT_WRITTEN.format(path=path, why=why_unwritten(error))
            return Say(said, caution=True)
        count = common.counted(len(self._references), common.REFERENCES)
        return Say(words.SAVED.format(count=count, path=path), folder=path.parent)
