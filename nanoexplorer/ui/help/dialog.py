"""The help: how to read what is shown, the glossary, pages for teachers and for curators."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QDialog, QFrame, QTabWidget, QTextBrowser, QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.overriding import override
from nanoexplorer.places import resources
from nanoexplorer.ui.base.widgets import STRETCH, column, put, row
from nanoexplorer.ui.controls.buttons import form_button
from nanoexplorer.ui.controls.dialogs import fit
from nanoexplorer.ui.controls.text_boxes import zooms
from nanoexplorer.ui.help.glossary_page import GlossaryPage
from nanoexplorer.ui.help.reading import ReadingPage
from nanoexplorer.words import common
from nanoexplorer.words import help as words

SIZE = (820, 600)
BESIDE = 8
"""Px on both sides of a page."""


Page = Literal["reading", "glossary", "teachers", "curators"]


class HelpDialog(QDialog):
    """How to read, the glossary and the guides as tabs; Escape closes. `text` is looked up in the
    glossary, or an `entry` of it is shown.
    """

    def __init__(
        self,
        pack: Pack,
        theme: Theme,
        zoom: int,
        text: str = "",
        parent: QWidget | None = None,
        *,
        page: Page = "glossary",
        entry: str = "",
    ) -> None:
        super().__init__(parent)
        self.setObjectName("help")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.HELP)
        fit(self, SIZE, zoom)
        self.reading = ReadingPage(pack, theme, zoom)
        self.glossary = GlossaryPage(pack, theme, zoom, text)
        guides = resources() / "help"
        self.teachers = GuidePage(guides / words.TEACHERS_PAGE, theme, words.TEACHERS_TEXT)
        self.curators = CuratorsPage(guides / words.CURATORS_PAGE, theme, words.CURATORS_TEXT)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("help.tabs")
        self.tabs.setAccessibleName(words.HELP)
        pages = {
            "reading": (self.reading, words.READING),
            "glossary": (self.glossary, words.GLOSSARY),
            "teachers": (self.teachers, words.TEACHERS),
            "curators": (self.curators, words.CURATORS),
        }
        for made, title in pages.values():
            self.tabs.addTab(_padded(made), title)
        self.tabs.setCurrentIndex(list(pages).index(page))
        self.close_ = form_button(common.CLOSE, "help.close", primary=True, does=self.accept)
        foot = put(row(), STRETCH, self.close_)
        foot.setContentsMargins(0, 0, BESIDE, 0)
        put(column(self, margin=12, gap=8), (self.tabs, 1), foot)
        self.glossary.show_entry(entry)
        (self.glossary.search if page == "glossary" else pages[page][0]).setFocus()


def _padded(page: QWidget) -> QWidget:
    frame = QFrame()
    lines = column(frame, gap=0)
    lines.setContentsMargins(BESIDE, 16, BESIDE, 0)
    lines.addWidget(page)
    return frame


class GuidePage(QTextBrowser):
    """A page of ours, written in Markdown, its pictures no wider than there is room.

    Only files of the app are shown here: text of a pack never is.
    """

    def __init__(self, file: Path, theme: Theme, name: str) -> None:
        super().__init__()
        self.setObjectName(f"help.guide.{file.stem}")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        # A bar that came and went while the text is laid out would change the width again.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._folder = file.parent
        self._text = ""
        self._colour_links(theme)
        try:
            self._text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            self.setPlainText(words.PAGE_MISSING.format(file=file))

    def _more(self) -> str:
        """What follows the text, made when it is first shown."""
        return ""

    def _colour_links(self, theme: Theme) -> None:
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Link, QColor(theme["accent-text"]))
        self.setPalette(colours)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls, and never zooms."""
        if not zooms(event):
            super().wheelEvent(event)

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture beside the text, and nothing from anywhere else."""
        file = self._folder / Path(name.path() if isinstance(name, QUrl) else name).name
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        picture = QImage(str(file))
        room = max(200, self.viewport().width() - 3 * self.fontMetrics().height())
        if picture.isNull() or picture.width() <= room * self.devicePixelRatio():
            return picture
        smooth = Qt.TransformationMode.SmoothTransformation
        smaller = picture.scaledToWidth(round(room * self.devicePixelRatio()), smooth)
        smaller.setDevicePixelRatio(self.devicePixelRatio())
        return smaller

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures follow the width; a document keeps those that it has once asked for."""
        super().resizeEvent(event)
        if self._text and event.size().width() != event.oldSize().width():
            place = self.verticalScrollBar().value()
            self.setMarkdown(self._text + self._more())
            _space_out(self.document(), self.fontMetrics().height())
            self.verticalScrollBar().setValue(place)


class CuratorsPage(GuidePage):
    """The guide for whoever makes a pack, with the tables as they are declared."""

    @override
    def _more(self) -> str:
        from nanoexplorer.words.packs.reference import reference_lines

        return "\n" + "\n".join(reference_lines())


def _space_out(document: QTextDocument, line: int) -> None:
    """Give paragraphs the room that Markdown's have not: `line` is the px of one."""
    document.setDocumentMargin(line * 0.6)
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        style = block.blockFormat()
        heading = style.headingLevel() > 0
        style.setTopMargin(line * (0.9 if heading else 0.15))
        style.setBottomMargin(line * (0.35 if block.textList() is None else 0.1))
        cursor.setPosition(block.position())
        cursor.setBlockFormat(style)
        block = block.next()
