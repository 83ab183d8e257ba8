"""Two versions of a pack side by side, in a window beside the app's own, which stays in use."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QMenu, QWidget
from shiboken6 import isValid

from nanoexplorer.core.pack import Pack
from nanoexplorer.documents.blocks import Document, Paragraph, Section, minor, said
from nanoexplorer.documents.difference.page import KINDS, document
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.drawing.tips import plain_tip
from nanoexplorer.pack.difference import Difference
from nanoexplorer.pack.opened import Unreadable, compared, is_a_pack
from nanoexplorer.pack.problems import Problem
from nanoexplorer.render.plain_lines import lines_of
from nanoexplorer.ui.base.ask import ask_open_path, ask_save_path, completed
from nanoexplorer.ui.base.clipboard import copy_text
from nanoexplorer.ui.base.file_reading import FileReading
from nanoexplorer.ui.base.flow import Flow
from nanoexplorer.ui.base.focus import give_back
from nanoexplorer.ui.base.theme import give_role
from nanoexplorer.ui.base.widgets import STRETCH, button, column, label, put, row
from nanoexplorer.ui.controls.buttons import Menu, MenuButton
from nanoexplorer.ui.controls.choices import ChoiceBox
from nanoexplorer.ui.controls.dialogs import fit
from nanoexplorer.ui.controls.prose_view import Reading
from nanoexplorer.ui.packs.known import KnownPacks
from nanoexplorer.ui.shell.drops import Drops
from nanoexplorer.words import common
from nanoexplorer.words import export as export_words
from nanoexplorer.words.packs import difference as words
from nanoexplorer.words.packs import problems as problems_words

if TYPE_CHECKING:
    from nanoexplorer.render.difference_files import Kind
    from nanoexplorer.ui.export.run import ExportRun

SIZE = (900, 680)
MOST_ROWS = 100
"""Of each table; more are in an export alone."""


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """Which folder; None if the person thinks better of it."""
    chosen = QFileDialog.getExistingDirectory(parent, title)
    return Path(chosen) if chosen else None


class PackComparison(QDialog):
    """The open pack beside another version of it, read again whenever either side changes."""

    requested = Signal(object)
    """One of `nanoexplorer.ui.base.requests`: what was clicked, in the window."""
    broken = Signal(object, object)
    """The problems of a pack that can't be read, and its path."""
    ask_open = staticmethod(ask_open_path)
    ask_save = staticmethod(ask_save_path)
    ask_folder = staticmethod(ask_folder)

    def __init__(
        self, pack: Pack, path: Path, known: KnownPacks, zoom: int, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pack_comparison")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.WINDOW)
        self.pack, self.path, self.known = pack, path, known
        self.zoom, self.theme = zoom, theme
        self.other: Path | None = None
        self.found: Difference | None = None
        self.reading: FileReading | None = None
        self.under_way: ExportRun | None = None
        self._swapped = False
        self._lines = column(self)
        self._page: QWidget | None = None
        self._build()
        fit(self, SIZE, zoom)
        self.choose.setFocus()
        Drops(self).dropped.connect(self._dropped)

    def _build(self) -> None:
        """Make all parts, at a zoom: a styled widget keeps the font that it was made with."""
        old, self._page = self._page, QWidget()
        lines = column(self._page, margin=scaled(16, self.zoom), gap=scaled(10, self.zoom))
        self.lead = label("", "lead", wraps=True, name="pack_comparison.lead")
        self.text = Reading("pack_comparison.text", words.TEXT, self.theme, self.zoom)
        self.text.requested.connect(self.requested)
        self.said = label("", "muted", wraps=True, name="pack_comparison.said")
        self.said.hide()
        put(lines, self.lead, self._controls(), (self.text, 1), self.said, self._foot())
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.addWidget(self._page)
        self._page.show()  # at once, so that it can have the keyboard
        if old is not None:
            old.hide()
            old.deleteLater()
        self._draw()

    def _controls(self) -> Flow:
        self.choose = MenuButton(words.OTHER, "pack_comparison.other", words.OTHER_TIP, self.zoom)
        menu = Menu(self.choose)
        menu.setObjectName("pack_comparison.others")
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        self.choose.setMenu(menu)
        self.swap = button(words.SWAP, "pack_comparison.swap", tip=words.SWAP_TIP, does=self._swap)
        kinds = {kind: words.SHOWN[kind] for kind in KINDS}
        self.only = ChoiceBox(kinds, "pack_comparison.only", spoken=words.SHOW)
        self.only.currentIndexChanged.connect(self._draw)
        flow = Flow(gap=scaled(8, self.zoom))
        flow.add(self.choose, self.swap, self.only)
        return flow

    def _foot(self) -> QHBoxLayout:
        self.copy = button(words.COPY, "pack_comparison.copy", does=self._copy)
        self.export = button(
            words.EXPORT, "pack_comparison.export", tip=words.EXPORT_TIP, does=self._export
        )
        close = button(common.CLOSE, "pack_comparison.close", kind="primary", does=self.close)
        for made in (self.swap, self.copy, self.export, close):
            made.setAutoDefault(False)
        return put(row(), self.copy, self.export, STRETCH, close)

    def _fill(self, menu: QMenu) -> None:
        """What the open pack may be compared with: what is known here, and what is chosen."""
        menu.clear()
        versions, others = self.known.others(self.pack.id, self.path)
        self._offer(menu, versions)
        menu.addSeparator()
        menu.addAction(words.FILE).triggered.connect(self._choose_file)
        menu.addAction(words.FOLDER).triggered.connect(self._choose_folder)
        if others:
            menu.addSeparator()
            menu.addAction(words.OTHER_PACKS).setEnabled(False)
        self._offer(menu, others)

    def _offer(self, menu: QMenu, packs: Sequence[tuple[Path, str]]) -> None:
        for path, title in packs:
            text = words.KNOWN.format(title=title, name=path.name)
            action = menu.addAction(common.one_line(text).replace("&", "&&"))
            action.setToolTip(plain_tip(common.one_line(str(path))))
            action.triggered.connect(lambda _=False, path=path: self.compare(path))

    def _choose_file(self) -> None:
        path = self.ask_open(self, words.FILE_TITLE, str(self.path.parent), words.FILE_FILTER)
        if path is not None:
            self.compare(path)

    def _choose_folder(self) -> None:
        path = self.ask_folder(self, words.FOLDER_TITLE)
        if path is not None:
            self.compare(path)

    def _dropped(self, paths: Sequence[Path]) -> None:
        if len(paths) > 1:
            self.say(words.ONE_ONLY, caution=True)
        elif not is_a_pack(paths[0]):
            self.say(words.NOT_A_PACK.format(name=paths[0].name), caution=True)
        else:
            self.compare(paths[0])

    def compare(self, path: Path) -> FileReading:
        """Compare with the pack at a path; one that can't be read leaves what is shown."""
        return self._read(path.absolute(), swapped=False)

    def renew(self, pack: Pack) -> None:
        """The open pack was saved: compare it anew."""
        self.pack = pack
        if self.other is not None:
            self._read(self.other, swapped=self._swapped)

    def _swap(self) -> None:
        if self.other is not None:
            self._read(self.other, swapped=not self._swapped)

    def _read(self, other: Path, *, swapped: bool) -> FileReading:
        if self.reading is not None and isValid(self.reading):
            self.reading.stop()
        here = self.path
        reading = FileReading(
            other.name, lambda go: compared(here, other, go, swapped=swapped), Unreadable, self
        )
        reading.done.connect(lambda found: self.show_difference(found, other, swapped=swapped))
        reading.refused.connect(self._refuse)
        self.reading = reading
        reading.start()
        return reading

    def show_difference(self, found: Difference, other: Path, *, swapped: bool = False) -> None:
        """Show what differs; another pack gives the keyboard to the text."""
        turned = self.other == other and self._swapped != swapped
        self.found, self.other, self._swapped = found, other, swapped
        self.say(words.SWAPPED if turned else "")
        self._draw()
        if not turned:
            self.text.setFocus()

    def _refuse(self, error: Unreadable) -> None:
        count = problems_words.problem_count(len(error.problems))
        self.say(words.UNREAD.format(path=error.path.name, count=count), caution=True)
        problems: Sequence[Problem] = error.problems
        self.broken.emit(problems, error.path)

    def say(self, text: str, *, caution: bool = False) -> None:
        """Say what came of something, below the text."""
        self.said.setText(common.one_line(text))
        self.said.setVisible(bool(text))
        give_role(self.said, "caution" if caution else "muted")

    @property
    def document(self) -> Document:
        """What is shown."""
        if self.found is None:
            blocks = (Paragraph(said(words.CHOOSE)), Paragraph(minor(words.CHOOSE_HELP)))
            return Document("", words.WINDOW, "", (Section("difference", "", blocks),))
        return document(self.found, self.only.currentData(), MOST_ROWS, self.pack)

    def _draw(self) -> None:
        other = words.NOTHING_CHOSEN if self.other is None else self.other.name
        said_ = words.LEAD.format(title=self.pack.title, version=self.pack.version, other=other)
        self.lead.setText(common.one_line(said_))
        self.text.show_sections(self.document.sections)
        for part in (self.swap, self.only, self.copy, self.export):
            part.setEnabled(self.found is not None)

    def _copy(self) -> None:
        copy_text("\n".join((common.disclaimer(), "", *lines_of(self.document))))
        self.say(words.COPIED)

    def _export(self) -> None:
        """Ask where to, and write what is shown with all its rows."""
        from nanoexplorer.render import difference_files as files

        assert self.found is not None
        settings, first = self.known.settings, files.KINDS[0]
        proposed = Path(settings.current.export_folder, files.file_name(self.found) + first.suffix)
        filters = ";;".join(map(_filter, files.KINDS))
        named = self.ask_save(self, export_words.SAVE_TITLE, str(proposed), filters)
        if named is None or self.under_way is not None:
            return
        fits = named.suffix.lower() in [kind.suffix for kind in files.KINDS]
        path = completed(self, named, named if fits else Path(f"{named}{first.suffix}"))
        if path is not None:
            settings.change(export_folder=str(path.parent))
            self._write(path)

    def _write(self, path: Path) -> None:
        from nanoexplorer.render import difference_files as files
        from nanoexplorer.ui.export.run import ExportRun

        found, only, theme = self.found, self.only.currentData(), self.theme
        assert found is not None
        made: list[bytes] = []

        def make() -> None:
            """In a thread: pages of many rows take long."""
            files.import_libraries(path)
            with suppress(Exception):  # it fails again, and is told, where it is written
                made.append(files.content(found, only, path, theme))

        run = self.under_way = ExportRun(
            export_words.PROGRESS.format(name=path.name),
            make,
            lambda _: files.write(found, only, path, theme, made[0] if made else None),
            self,
        )
        run.done.connect(lambda _: self.say(export_words.saved(path.name, str(path.parent), 1, 0)))
        run.failed.connect(lambda why: self.say(why, caution=True))
        run.cancelled.connect(lambda: self.say(export_words.CANCELLED))
        run.destroyed.connect(self._free)
        run.start()

    def _free(self) -> None:
        self.under_way = None

    def dress(self, theme: Theme, zoom: int) -> None:
        """Take another theme or zoom; what is shown, and where, stays."""
        if (theme, zoom) == (self.theme, self.zoom):
            return
        here: QWidget | None = self.focusWidget()
        focused, before = here.objectName() if here is not None else "", self.zoom
        shown = self.only.currentIndex()
        told, tone = self.said.text(), self.said.property("role")
        self.theme, self.zoom = theme, zoom
        self._build()
        self.only.setCurrentIndex(shown)
        self.say(told, caution=tone == "caution")
        if zoom != before:
            fit(self, SIZE, zoom)
        give_back(self, focused)


def _filter(kind: Kind) -> str:
    """A kind as a file dialog names it."""
    return export_words.KIND_FILTER.format(label=words.KINDS[kind.name], suffix=kind.suffix)
