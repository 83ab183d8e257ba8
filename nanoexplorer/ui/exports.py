"""Takes views out of the app, as files and as pictures to paste, and opens such files again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QImage

from nanoexplorer import strings
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.screen import Intent
from nanoexplorer.export.job import ExportError, Job, Tell
from nanoexplorer.export.kinds import (
    BY_NAME,
    SUFFIXES,
    Kind,
    kind_of,
    require,
    warm,
    write,
    write_deck,
)
from nanoexplorer.strings import export as words
from nanoexplorer.ui.ask import AskOpenPath, AskSavePath, ask_open_path, ask_save_path
from nanoexplorer.ui.commands import Commands
from nanoexplorer.ui.export_choices import Choices, choices_from, job_of
from nanoexplorer.ui.export_dialog import CARD, ExportDialog
from nanoexplorer.ui.export_run import ExportRun
from nanoexplorer.ui.settings import SettingsFile
from nanoexplorer.ui.show_in_folder import folder_button, say_where

COPIED: Final = Choices(size="2x")
"""A picture to paste is twice as sharp as the screen, in the window's colours."""
STAYS: Final = 15_000
"""Milliseconds for which it is said where a file went."""


class Exports(QObject):
    """Each method is one thing that a person can ask for; one at a time is under way."""

    def __init__(
        self,
        commands: Commands,
        settings: SettingsFile,
        theme: Callable[[], str],
        ask_save: AskSavePath = ask_save_path,
        ask_open: AskOpenPath = ask_open_path,
    ) -> None:
        super().__init__(commands)
        self.commands, self.settings = commands, settings
        self.session, self.window = commands.session, commands.window
        self.theme, self.ask_save, self.ask_open = theme, ask_save, ask_open
        self.under_way: ExportRun | None = None

    def choose(self) -> None:
        """Ask what is to leave, as what and where to."""
        chosen = choices_from(self.settings.current.export)
        dialog = ExportDialog(self.session.screen, self.session.intent.tab, chosen, self.window)
        dialog.wished.connect(lambda view, wish: self._save(dialog, view, wish))
        dialog.open()

    def _save(self, dialog: ExportDialog, view: str, chosen: Choices) -> None:
        """Ask where to; the dialog stays open for somebody who thinks better of it."""
        kind = chosen.of_kind
        proposed = Path(self.settings.current.export_folder, f"{self._name(view)}{kind.suffix}")
        path = self.ask_save(dialog, words.SAVE_TITLE, str(proposed), kind.filter)
        if path is None:
            return
        dialog.accept()
        self.settings.change(export=chosen.text, export_folder=str(path.parent))
        asked = path
        if path.suffix.lower() not in SUFFIXES:
            path = path.with_name(path.name + kind.suffix)
        if path != asked and path.exists():  # nobody was asked whether to replace this one
            self.commands.say(words.FILE_EXISTS.format(name=path.name), 0)
            return
        if path.suffix.lower() != kind.suffix:  # the suffix that was typed has the last word
            kind = kind_of(path)
        job = job_of(self.session, view, chosen._replace(kind=kind.name), self.theme())
        self.export(job, path, kind)

    def _name(self, view: str) -> str:
        shown = self.session.screen.selection if view == CARD else view
        return words.FILE_NAME.format(view=shown)

    def export(self, job: Job, path: Path, kind: Kind) -> None:
        """Write a file, with progress; says what came of it."""
        folder_button(self.commands.content.status)
        label = words.PROGRESS.format(name=path.name)
        run = self._start(label, kind, lambda tell: write(replace(job, tell=tell), path, kind))
        if run:
            run.done.connect(self._saved)
            run.cancelled.connect(lambda: self.commands.say(words.CANCELLED))

    def choose_deck(self, profiles: Sequence[Profile], title: str) -> None:
        """Ask where to, and write slides of so many profiles into one file."""
        kind = BY_NAME["pptx"]
        if not profiles:
            self.commands.say(words.DECK_EMPTY, 0)
            return
        proposed = Path(self.settings.current.export_folder, f"{words.DECK_NAME}{kind.suffix}")
        path = self.ask_save(self.window, words.SAVE_TITLE, str(proposed), kind.filter)
        if path is None:
            return
        if path.suffix.lower() != kind.suffix:
            path = path.with_name(path.name + kind.suffix)
            if path.exists():  # nobody was asked whether to replace this one
                self.commands.say(words.FILE_EXISTS.format(name=path.name), 0)
                return
        self.settings.change(export_folder=str(path.parent))
        job = job_of(self.session, "strategies", Choices(kind="pptx"), self.theme())
        jobs = [replace(job, intent=Intent(profile)) for profile in profiles]
        run = self._start(
            words.PROGRESS.format(name=path.name),
            kind,
            lambda tell: write_deck([replace(job, tell=tell) for job in jobs], path, title),
        )
        if run:
            run.done.connect(self._saved)
            run.cancelled.connect(lambda: self.commands.say(words.CANCELLED))

    def _start(self, label: str, kind: Kind, work: Callable[[Tell], object]) -> ExportRun | None:
        if self.under_way is not None:
            return None
        run = self.under_way = ExportRun(label, lambda: warm(kind), work, self.window)
        run.failed.connect(lambda why: self.commands.say(why, 0))
        run.destroyed.connect(self._free)
        run.start()
        return run

    def _free(self) -> None:
        self.under_way = None

    def _saved(self, paths: Sequence[Path]) -> None:
        name, folder = paths[0].name, paths[0].parent
        several = len(paths) > 1
        line = words.SAVED_SEVERAL if several else words.SAVED
        said = line.format(count=len(paths), name=name, folder=folder)
        bar = self.commands.content.status
        say_where(bar, strings.one_line(said), STAYS, folder, self.commands.open_link)

    def copy_picture(self) -> None:
        """Copy the view that is shown as a picture."""
        self._copy(self.session.intent.tab)

    def copy_card(self) -> None:
        """Copy the selected strategy as a picture."""
        self._copy(CARD)

    def _copy(self, view: str) -> None:
        job = job_of(self.session, view, COPIED, self.theme())
        run = self._start(
            words.PROGRESS_COPY, BY_NAME["png"], lambda tell: _drawn(replace(job, tell=tell))
        )
        if run:
            run.done.connect(self._copied)

    def _copied(self, picture: QImage) -> None:
        QGuiApplication.clipboard().setImage(picture)
        self.commands.say(words.PICTURE_COPIED)

    def choose_file(self) -> None:
        """Ask for a file that the app once wrote, and open it."""
        folder = self.settings.current.export_folder
        path = self.ask_open(self.window, words.OPEN_TITLE, folder, words.OPEN_FILTER)
        if path is not None:
            self.open_file(path)

    def open_dropped(self, paths: Sequence[Path]) -> None:
        """Open the one file that was dropped on the window."""
        if len(paths) == 1:
            self.open_file(paths[0])
        else:
            self.commands.say(words.ONE_FILE_ONLY)

    def open_file(self, path: Path) -> None:
        """Show exactly what a picture, slide or page shows; what is none changes nothing."""
        from nanoexplorer.export.opening import OpenError, opened

        try:
            intent, view, version = opened(self.session.pack, path)
        except OpenError as error:
            self.commands.say(strings.one_line(str(error)), 0)
            return
        tab = intent.tab if view == CARD else view
        shown = {field.name: getattr(intent, field.name) for field in fields(intent)}
        self.session.change(**{**shown, "tab": tab})
        ours = self.session.pack.version
        line = words.VIEW_OPENED if version == ours else words.VIEW_OPENED_OLDER
        self.commands.say(line.format(name=path.name, found=version, ours=ours), STAYS)


def _drawn(job: Job) -> QImage:
    from nanoexplorer.export.picture import image_of

    require(job)
    try:
        return image_of(job)
    except ExportError:  # twice as sharp is too large for a long list
        return image_of(replace(job, scale=1.0))
