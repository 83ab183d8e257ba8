"""Takes views out of the app, as files and as pictures to paste, and opens such files again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import fields, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from nanoexplorer.core.evidence import Topic
from nanoexplorer.core.teaching.seminar_cases import Seminar
from nanoexplorer.formats.view import STEP
from nanoexplorer.render.job import ExportError, Job, Progress, seminar_jobs
from nanoexplorer.render.kinds import (
    BY_NAME,
    DECKS,
    SLIDES,
    SUFFIXES,
    Kind,
    import_libraries,
    kind_of,
    require,
    write,
    write_deck,
)
from nanoexplorer.ui.base.ask import (
    AskChoice,
    AskOpenPath,
    AskSavePath,
    ask_choice,
    ask_open_path,
    ask_save_path,
    ask_warily,
    completed,
    may_write,
)
from nanoexplorer.ui.base.file_reading import FileReading
from nanoexplorer.ui.base.focus import KeyboardPlace
from nanoexplorer.ui.base.requests import Say
from nanoexplorer.ui.base.settings import SettingsFile
from nanoexplorer.ui.export.choices import Choices, as_switched, choices_from, job_of
from nanoexplorer.ui.export.dialog import CARD, TOPICS, ExportDialog
from nanoexplorer.ui.export.run import ExportRun
from nanoexplorer.ui.shell.commands import Commands
from nanoexplorer.ui.shell.status_bar import STAYS
from nanoexplorer.views import NAMES, names_for
from nanoexplorer.words import common
from nanoexplorer.words import export as words
from nanoexplorer.words.packs import problems as problem_words
from nanoexplorer.writing import name_from

if TYPE_CHECKING:
    from nanoexplorer.core.screen import Intent
    from nanoexplorer.formats.questions import QuestionSet
    from nanoexplorer.render.reopening.opening import OpenError


class Exports(QObject):
    """Each method is one thing that a person can ask for; one at a time is under way."""

    questions_found = Signal(object, str)
    """A QuestionSet out of a file, and what is to be said of it while it is asked, if anything."""
    opened = Signal(Path)
    """A file that was opened."""
    step_found = Signal(object, str)
    """The profile of a case and a stage: a slide of a seminar leads back to its step."""

    def __init__(
        self, commands: Commands, settings: SettingsFile, theme: Callable[[], str]
    ) -> None:
        super().__init__(commands)
        self.commands, self.settings = commands, settings
        self.session, self.window = commands.session, commands.window
        self.theme = theme
        self.ask_save: AskSavePath = ask_save_path
        self.ask_open: AskOpenPath = ask_open_path
        self.ask_choice: AskChoice = ask_warily
        self.ask_preset: AskChoice = ask_choice
        self.under_way: ExportRun | None = None
        self.reading: FileReading | None = None

    def choose(self) -> None:
        """Ask what is to leave, as what and where to."""
        from nanoexplorer.ui.export.length import Length

        chosen = as_switched(choices_from(self.settings.current.export), self.session)
        screen, tab = self.session.screen, self.session.intent.tab
        topic = self._topic()
        there = names_for(self.session.pack)
        named = topic.name if topic else ""
        dialog = ExportDialog(screen, tab, chosen, self.window, named, there)
        dialog.requested.connect(lambda view, chosen: self._save(dialog, view, chosen))
        Length(dialog, lambda chosen: job_of(self.session, NAMES[0], chosen, self.theme()))
        place = KeyboardPlace(self.window)
        dialog.finished.connect(lambda _: place.take_back())
        dialog.open()

    def _save(self, dialog: ExportDialog, view: str, chosen: Choices) -> None:
        """Ask where to; the dialog stays open for somebody who thinks better of it."""
        kind = chosen.of_kind
        name = f"{self._name(view)}{kind.suffix}"
        path = self._ask_where(dialog, name, kind.filter, kind.suffix, SUFFIXES)
        if path is None:
            return
        dialog.accept()
        self.settings.change(export=chosen.text)
        if path.suffix.lower() != kind.suffix:  # the suffix that was typed has the last word
            kind = kind_of(path)
        job = job_of(self.session, view, chosen._replace(kind=kind.name), self.theme())
        self.export(job, path, kind)

    def _name(self, view: str) -> str:
        """The view and the title of the case, or else what is known of the profile; a card has the
        name of its strategy, a topic its own, and the strategies are what the title says.
        """
        pack, intent, topic = self.session.pack, self.session.intent, self._topic()
        selected = pack.strategy.get(intent.selection)
        own = {CARD: selected.name if selected else "", TOPICS: topic.name if topic else ""}
        case = self.session.screen.profile.case
        known = common.profile_line(pack.fields, intent.profile, known_only=True)
        title = case.title if case else known.replace(common.AND_ALSO, ", ")
        said = own.get(view, "" if view == NAMES[0] and title else common.TABS.get(view, ""))
        return name_from(said, title)

    def _topic(self) -> Topic | None:
        """The topic that is shown, whether or not somebody chose it."""
        from nanoexplorer.core.shown.topics import topic_of

        return topic_of(self.session.pack, self.session.intent)

    def _ask_where(
        self, parent: QWidget, name: str, filters: str, suffix: str, allowed: Collection[str]
    ) -> Path | None:
        """Where to, with a suffix that is allowed; None for somebody who thinks better of it."""
        proposed = Path(self.settings.current.export_folder, name)
        named = self.ask_save(parent, words.SAVE_TITLE, str(proposed), filters)
        if named is None:
            return None
        fits = named.suffix.lower() in allowed
        path = named if fits else named.with_name(named.name + suffix)
        found = completed(parent, named, path, self.ask_choice)
        if found is not None:
            self.settings.change(export_folder=str(found.parent))
        return found

    def export(self, job: Job, path: Path, kind: Kind) -> None:
        """Write a file, with progress; says what came of it."""

        def work(progress: Progress) -> object:
            return write(replace(job, progress=progress, agree=self._agree), path, kind)

        self._start(words.PROGRESS.format(name=path.name), kind, work, self._saved)

    def choose_deck(self, seminar: Seminar) -> None:
        """Ask where to, and write a seminar's cases into one file, slides or a page."""
        if not seminar.cases:
            self.commands.say(words.DECK_EMPTY, 0, caution=True)
            return
        path = self._where_deck(seminar)
        if path is None:
            return
        kind = kind_of(path)
        jobs, slides = self._deck_jobs(seminar, kind)
        if not jobs:
            return

        def work(progress: Progress) -> object:
            return write_deck(
                [replace(job, progress=progress) for job in jobs], path, seminar.title
            )

        done = partial(self._saved, slides=slides)
        self._start(words.PROGRESS.format(name=path.name), kind, work, done)

    def _deck_jobs(self, seminar: Seminar, kind: Kind) -> tuple[list[Job], int]:
        """All cases on a page, or what is wanted on slides, and how many these are; nothing for
        somebody who cancels.
        """
        job = job_of(self.session, "strategies", self._switched(kind.name), self.theme())
        if kind.name != SLIDES:
            return seminar_jobs(job, seminar), 0
        from nanoexplorer.render.seminar_deck import deck_jobs
        from nanoexplorer.render.slides.slides import slides_in

        whole = [(one, slides_in(one)) for one in deck_jobs(job, seminar, everything=True)]
        given = [(one, slides) for one, slides in whole if one.slide]
        asked = words.deck_asked(sum(n for _, n in given), sum(n for _, n in whole))
        choices = (words.DECK_AS_GIVEN, words.DECK_EVERYTHING, common.CANCEL)
        wanted = self.ask_preset(self.window, words.DECK_TITLE, asked, choices)
        if wanted == common.CANCEL:
            return [], 0
        jobs = whole if wanted == words.DECK_EVERYTHING else given
        return [one for one, _ in jobs], sum(slides for _, slides in jobs)

    def _where_deck(self, seminar: Seminar) -> Path | None:
        """Where to; a name without a suffix has that of the kind that is chosen there."""
        kinds = [BY_NAME[name] for name in DECKS]
        filters = ";;".join(kind.filter for kind in kinds)
        name = name_from(seminar.title or words.DECK_NAME)
        return self._ask_where(
            self.window, name, filters, kinds[0].suffix, [k.suffix for k in kinds]
        )

    def _start(
        self,
        label: str,
        kind: Kind,
        work: Callable[[Progress], object],
        done: Callable[[Any], None],
        cancelled: str = "",
    ) -> None:
        """Do some work, unless other work is under way; says what came of it where it fails."""
        if self.under_way is not None:
            return
        run = self.under_way = ExportRun(label, lambda: import_libraries(kind), work, self.window)
        run.done.connect(done)
        run.cancelled.connect(lambda: self.commands.say(cancelled or words.CANCELLED))
        run.failed.connect(lambda why: self.commands.say(why, 0, caution=True))
        run.destroyed.connect(self._free)
        run.start()

    def _switched(self, kind: str = "png", size: str = "1x") -> Choices:
        """What nobody is asked about, in the window's colours."""
        return as_switched(Choices(kind=kind, size=size), self.session)

    def _agree(self, paths: Sequence[Path]) -> None:
        """Say how many files it takes, which the file dialog knows nothing of, and ask."""
        if self.under_way is not None:
            self.under_way.ask(lambda: may_write(self.window, paths, self.ask_choice))

    def _free(self) -> None:
        self.under_way = None

    def _saved(self, paths: Sequence[Path], slides: int = 0) -> None:
        """Say what was written; of a seminar's slides how many they are."""
        name, folder = paths[0].name, paths[0].parent
        said = words.saved(name, str(folder), len(paths), slides)
        self.commands.handle(Say(said, folder=folder))

    def copy_picture(self) -> None:
        """Copy the view that is shown as a picture, twice as sharp as the screen."""
        self._copy(self.session.intent.tab)

    def copy_card(self) -> None:
        """Copy the selected strategy as a picture."""
        self._copy(CARD)

    def _copy(self, view: str) -> None:
        job = job_of(self.session, view, self._switched(size="2x"), self.theme())

        def work(progress: Progress) -> object:
            return _drawn(replace(job, progress=progress))

        png, cancelled = BY_NAME["png"], words.COPY_CANCELLED
        self._start(words.PROGRESS_COPY, png, work, self._copied, cancelled)

    def _copied(self, picture: QImage) -> None:
        QGuiApplication.clipboard().setImage(picture)
        self.commands.say(words.PICTURE_COPIED)

    def choose_file(self) -> Path | None:
        """Ask for a file that the app once wrote; None for somebody who thinks better of it."""
        recent = self.settings.current.recent
        folder = str(Path(recent[0]).parent) if recent else self.settings.current.export_folder
        return self.ask_open(self.window, words.OPEN_TITLE, folder, words.OPEN_FILTER)

    def open_file(self, path: Path) -> None:
        """Show exactly what a picture, slide or page shows; what is none changes nothing.

        It is read meanwhile; another file takes its place.
        """
        from nanoexplorer.render.reopening.opening import OpenError, opened

        if self.reading is not None and isValid(self.reading):
            self.reading.stop()
        pack = self.session.pack
        reading = FileReading(path.name, lambda on: opened(pack, path, on), OpenError, self.window)
        reading.done.connect(lambda found: self._show(path, found))
        reading.refused.connect(lambda error: self._refuse(path, error))
        self.reading = reading
        reading.start()

    def _refuse(self, path: Path, error: OpenError) -> None:
        self.window.show_content()  # where it is said what came of it
        self.commands.say(common.one_line(str(error)), 0, caution=True)
        if error.mark:
            self.commands.of_another_pack.emit(error.mark, partial(self.open_file, path))

    def _show(self, path: Path, found: tuple[Intent, str, str] | QuestionSet) -> None:
        from nanoexplorer.formats.questions import QuestionSet
        from nanoexplorer.render.reopening.scanning import SCANNED

        self.window.show_content()
        self.opened.emit(path.absolute())
        ours, version = self.session.pack.version, found[2]
        line = words.VIEW_OPENED if version == ours else words.VIEW_OPENED_OLDER
        said = common.one_line(line.format(name=path.name, found=version, ours=ours))
        if version != ours and not self.session.pack.ours and path.suffix.lower() in SCANNED:
            # It may be that its code alone was read.
            said = f"{said} {problem_words.CODES_MAY_DIFFER}"
        if isinstance(found, QuestionSet):
            self.questions_found.emit(found, "" if version == ours else said)
            self.commands.say(said, STAYS, caution=version != ours)
            return
        intent, view, _ = found
        tab = intent.tab if view == CARD else view
        step = dict(intent.options).get(STEP, "")
        intent = replace(intent, options=tuple(o for o in intent.options if o[0] != STEP))
        shown = {field.name: getattr(intent, field.name) for field in fields(intent)}
        self.session.change(**{**shown, "tab": tab})
        if step:
            self.step_found.emit(intent.profile, step)
            said = f"{said} {words.STEP_FOUND}" if version == ours else said
        self.commands.say(said, STAYS, caution=version != ours)


def _drawn(job: Job) -> QImage:
    from nanoexplorer.render.pictures.picture import image_of

    require(job)
    try:
        return image_of(job)
    except ExportError:  # twice as sharp is too large for a long list
        return image_of(replace(job, scale=1.0))
