"""What the menu, the keys and the panels' requests do."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from nanoexplorer import __version__
from nanoexplorer.core.case_code import CaseCodeError
from nanoexplorer.core.screen import Place
from nanoexplorer.ui.base import requests
from nanoexplorer.ui.base.clipboard import copy_text, pasted_text
from nanoexplorer.ui.base.focus import enter, give_back, go_on
from nanoexplorer.ui.base.requests import Act, Request
from nanoexplorer.ui.base.session import Session
from nanoexplorer.ui.shell.content import Content
from nanoexplorer.ui.shell.window import Window
from nanoexplorer.words import actions as actions_words
from nanoexplorer.words import common
from nanoexplorer.words import desktop as desktop_words
from nanoexplorer.words import inspector as inspector_words
from nanoexplorer.words import window as window_words
from nanoexplorer.words.packs import problems as problems_words

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QShortcut
    from PySide6.QtWidgets import QWidget

    from nanoexplorer.core.evidence import Note, Statement
    from nanoexplorer.documents.citations import Format
    from nanoexplorer.ui.base.view import View
    from nanoexplorer.ui.help.dialog import Page
    from nanoexplorer.ui.profile.panel import ProfilePanel

OpenLink = Callable[[str], None]


def open_in_browser(link: str) -> None:
    """Hand a web address to the desktop; the app itself never goes online."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl(link))


class Commands(QObject):
    """Each method is one thing that a person can ask for.

    What another part of the app does is handed on by the name that it has in the menu.
    """

    asked = Signal(str)
    of_another_pack = Signal(str, object)
    """What was to be opened is of another pack: its mark in case codes, and what opens it."""
    start_page_turned = Signal(bool)
    """Whether the start page is wanted from now on."""

    def __init__(
        self,
        session: Session,
        window: Window,
        open_link: OpenLink = open_in_browser,
    ) -> None:
        super().__init__(window)
        self.session = session
        self.content: Content
        self.window = window
        self.open_link = open_link
        self._had_keyboard = ""
        self._before_projection: QWidget | None = None

    def handle(self, request: Request) -> None:
        """Do what a panel requests. mypy names a request that nothing is done about."""
        session = self.session
        match request:
            case Act():
                self._do(request)
            case requests.SelectStrategy(strategy):
                session.select(strategy)
            case requests.EditField(field, value):
                session.edit_profile(field, value)
            case requests.ChangeProfile(changes):
                session.change_profile(changes)
            case requests.OpenCase(case):
                session.open_case(case)
            case requests.EnterCode(text):
                self.enter_code(text)
            case requests.CopyCode(code):
                self._copy_code(code)
            case requests.CompareWith(profile):
                session.change(second_profile=profile)
            case requests.EditSecond(field, value):
                session.edit_second(field, value)
            case requests.ChooseOption(name, value):
                session.choose_option(name, value)
            case requests.Search(text):
                session.change(search=text)
            case requests.FilterStrategies(text):
                session.change(search=text, tab="strategies")
            case requests.ShowView(name):
                session.change(tab=name)
            case requests.GoTo(group, id_):
                self.go_to(group, id_)
            case requests.FollowLink(link):
                self.open_link(link)
            case requests.ReportStatement(statement):
                self.report(statement)
            case requests.CopyStatement(statement):
                self.copy_statement(statement)
            case requests.Say(text, caution, folder):
                self._say_of(text, caution=caution, folder=folder)
            case requests.CopyReferences(form):
                self.copy_references(form)
            case _ as never:
                assert_never(never)

    def _do(self, act: Act) -> None:
        """Do what is requested without saying more."""
        match act:
            case Act.RESET:
                self.session.reset_profile()
            case Act.SWAP_PROFILES:
                self.session.swap_profiles()
            case Act.SHOW_NEAREST:
                self.show_nearest()
            case Act.PICK_CASE:
                self.pick_case()
            case Act.SET_PROFILE:
                self.set_profile()
            case Act.GO_BACK:
                self.go_back()
            case Act.PRESENT:
                self.asked.emit("seminar_start")
            case Act.EXPORT:
                self.asked.emit("export")
            case Act.READ_HOW:
                self.reading()
            case Act.CLOSE_START_PAGE:
                self.turn_start_page(False)
            case _ as never:
                assert_never(never)

    def say(self, text: str, milliseconds: int = 6000, *, caution: bool = False) -> None:
        """Say something in the status bar for a while; 0: until the next action."""
        self.content.status.say(text, milliseconds, caution=caution)

    def _say_of(self, text: str, *, caution: bool, folder: Path | None) -> None:
        """Say what came of something; a failure until the next action."""
        said = common.one_line(text)
        if folder is None:
            self.say(said, 0 if caution else 6000, caution=caution)
        else:
            self.content.status.say_where(said, folder, self.open_link)

    def begin(self) -> None:
        """Another action begins: what came of the one before is no longer said."""
        self.content.status.clearMessage()

    def search(self) -> None:
        """Go to the search box, which ends a projection, and show what its text finds."""
        if self.window.projecting:
            self.project()
        self.content.header.search.setFocus()
        self.content.header.search.selectAll()
        self.content.show_search()

    def go_to(self, group: str, id_: str) -> None:
        """Go to what a search has found, wherever that is shown."""
        from nanoexplorer.documents.reference_list.columns import UNFILTERED

        if group == "strategies":
            self._go_to_strategy(id_)
        elif group == "statements":
            self._go_to_what_is_said(self.session.pack.statement[id_], "evidence")
        elif group == "notes":
            note = next(note for note in self.session.pack.notes if note.id == id_)
            self._go_to_what_is_said(note, "notes")
        elif group == "topics":
            self._go_to_topic(id_)
        elif group == "references":
            self._go_to_reference({**UNFILTERED, "references.shown": id_})
        elif group == "glossary":
            self.glossary(id_)

    def _go_to_strategy(self, id_: str) -> None:
        self.session.select(id_, tab="strategies")
        self.content.strategies.reveal(id_)

    def _go_to_what_is_said(self, said: Statement | Note, tab: str) -> None:
        """Show a text beside a strategy, the selected one if it is said of that; or in a topic."""
        selected, strategies = self.session.screen.selection, said.strategies
        if strategies:
            self._go_to_strategy(selected if selected in strategies else strategies[0])
            self.content.panels.bring_inspector()
            self.content.inspector.reveal(said.text, tab)
        elif said.topics:
            self._go_to_topic(said.topics[0]).reveal(said.text)

    def _go_to_topic(self, id_: str) -> View:
        from nanoexplorer.core.shown.topics import SHOWN

        return self._go_to_view("topics", {SHOWN: id_})

    def _go_to_reference(self, options: dict[str, str]) -> None:
        """Show a reference; the way back leads to where one followed the first."""
        intent = self.session.intent
        back = intent.back
        if back is None:
            shown = dict(intent.options).get("references.shown", "")
            back = Place(intent.tab, intent.selection, shown)
            here: QWidget | None = self.window.focusWidget()
            self._had_keyboard = here.objectName() if here is not None else ""
        self._go_to_view("references", options, back)

    def go_back(self) -> None:
        """Go back to where one was before one went to a reference, the keyboard too."""
        back = self.session.intent.back
        if back is not None:
            view = self._go_to_view(back.tab, {"references.shown": back.reference})
            self.session.change(selection=back.selection)
            if not give_back(self.window, self._had_keyboard):
                view.take_keys()

    def _go_to_view(self, name: str, options: dict[str, str], back: Place | None = None) -> View:
        """Show a view with some of its options set, and give it the keyboard."""
        chosen = {**dict(self.session.intent.options), **options}
        self.session.change(tab=name, options=tuple(sorted(chosen.items())), back=back)
        view = self.content.views[name]
        view.take_keys()
        return view

    def next_view(self) -> None:
        """Turn to the view after this one; after the last comes the first."""
        self._turn_view(1)

    def last_view(self) -> None:
        """Turn to the view before this one."""
        self._turn_view(-1)

    def _turn_view(self, step: int) -> None:
        tabs = self.content.tabs
        tabs.setCurrentIndex((tabs.currentIndex() + step) % tabs.count())

    def next_part(self) -> None:
        """Take the keyboard to the next of profile, view and inspector."""
        go_on(self.content.panels.parts, 1)

    def last_part(self) -> None:
        """Give the keyboard to the part before this one."""
        go_on(self.content.panels.parts, -1)

    def profile_panel(self) -> None:
        """Fold the profile into a rail in this view, or back."""
        self.content.panels.turn("profile")

    def inspector_panel(self) -> None:
        """Fold the inspector away in this view, or bring it back."""
        self.content.panels.turn("inspector")

    def project(self) -> None:
        """Fill the screen with banner and view alone; again, or Esc: as it was before."""
        alone = not self.window.projecting
        if alone:
            self._before_projection = self.window.focusWidget()
        self.window.project(alone)
        self.content.panels.project(alone)
        self._esc.setEnabled(alone)
        if not alone and self._before_projection is not None and isValid(self._before_projection):
            self._before_projection.setFocus()

    @cached_property
    def _esc(self) -> QShortcut:
        """Ends a projection."""
        from PySide6.QtGui import QShortcut

        return QShortcut("Esc", self.window, self.project)

    def show_nearest(self) -> None:
        """Go to the nearest profile that the source names the selected strategy for."""
        inspected = self.session.screen.inspector
        if inspected and inspected.nearest:
            self.session.change_profile(dict(inspected.nearest))
            if self.session.screen.tab == "strategies":
                self.content.strategies.reveal(inspected.card.strategy.id)

    def copy_code(self) -> None:
        """Copy the profile's case code."""
        self._copy_code(self.session.screen.profile.case_code)

    def _copy_code(self, code: str) -> None:
        copy_text(code)
        self.say(desktop_words.CODE_COPIED)

    def paste_code(self) -> None:
        """Open the profile of a case code on the clipboard."""
        self.enter_code(pasted_text())

    def enter_code(self, text: str) -> None:
        """Open a case code; one that is none changes nothing and is said to be."""
        try:
            version = self.session.open_case_code(text)
        except CaseCodeError as error:
            example = self.session.screen.profile.case_code
            shown = common.one_line(text.strip())[:60]
            words = problems_words.CASE_CODE_ERROR[error.code]
            said = words.format(text=shown, example=example, **error.about)
            self.say(said, 0, caution=True)
            if mark := error.about.get("mark", ""):
                self.of_another_pack.emit(mark, partial(self.enter_code, text))
            return
        pack = self.session.pack
        if version != pack.version:
            kept, ours = pack.ours, pack.version
            said = problems_words.of_another_version(version, ours, codes_kept=kept)
            self.say(said, 0, caution=True)
        else:
            self.say(desktop_words.CODE_OPENED)

    def copy_summary(self) -> None:
        """Copy what `match` prints for the profile."""
        from nanoexplorer.render.terminal import match_text

        copy_text(match_text(self.session.pack, self.session.profile))
        self.say(window_words.COPIED)

    def copy_references(self, form: Format) -> None:
        """Copy all references of the selected strategy in one of the citation formats."""
        inspected = self.session.screen.inspector
        if inspected:
            from nanoexplorer.documents.citations import dump

            known = self.session.pack.reference
            references = tuple(known[id_] for id_ in inspected.references)
            copy_text(dump(references, form))
            self.say(desktop_words.REFERENCES_COPIED.format(count=len(references)))

    def copy_statement(self, statement_id: str) -> None:
        """Copy a statement with the place where it stands."""
        from nanoexplorer.documents.evidence import where_cited
        from nanoexplorer.words.packs.whose import remark

        statement = self.session.pack.statement[statement_id]
        where = where_cited(self.session.pack, statement)
        said = inspector_words.COPIED_STATEMENT.format(text=statement.text, where=where)
        copy_text("\n".join(filter(None, (said, remark(self.session.pack)))))
        self.say(window_words.COPIED)

    def report(self, statement_id: str) -> None:
        """Show a report of an error in a statement, as text to copy."""
        from nanoexplorer.documents.evidence import where_cited
        from nanoexplorer.words.packs.whose import pack_said

        pack = self.session.pack
        statement = pack.statement[statement_id]
        text = inspector_words.error_report(
            __version__,
            pack_said(pack),
            statement.id,
            statement.text,
            where_cited(pack, statement),
        )
        self._show("report", desktop_words.REPORT_HELP, text)

    def cite(self) -> None:
        """Show how to cite the sources, the app and the pack."""
        from nanoexplorer.ui.help.texts import citation_text

        self._show("cite", desktop_words.CITE_HELP, citation_text(self.session.pack))

    def keys(self) -> None:
        """Show every key."""
        from nanoexplorer.ui.help.texts import keys_text

        self._show("keys", desktop_words.KEYS_HELP, keys_text())

    def about(self) -> None:
        """Show versions, licences and the disclaimer."""
        from nanoexplorer.ui.help.texts import about_text

        self._show("about", common.disclaimer(), about_text(self.session.pack))

    def pick_case(self) -> None:
        """Open the list of ready-made cases, unfolding the profile where it is folded."""
        cases = self._profile_panel().cases
        cases.setFocus()
        cases.showPopup()

    def set_profile(self) -> None:
        """Give the keyboard to the first field of the profile."""
        profile = self._profile_panel()
        profile.enter_field(next(iter(profile.fields)))

    def _profile_panel(self) -> ProfilePanel:
        panels = self.content.panels
        if not panels.is_open("profile"):
            panels.turn("profile")
        return self.content.profile

    def start_page(self) -> None:
        """Show where to begin, in place of what is selected."""
        self.session.change(selection="")
        self.turn_start_page(True)
        self.content.panels.bring_inspector()
        enter(self.content.inspector)

    def turn_start_page(self, opened: bool) -> None:
        """Show the start page wherever nothing is selected, or do without it."""
        self.content.inspector.nothing.turn(opened)
        self.content.panels.arrange()
        self.start_page_turned.emit(opened)

    def reading(self) -> None:
        """Open the help: how to read what is shown, or the glossary at the text that is marked."""
        from nanoexplorer.ui.help.glossary_page import marked_text

        marked = marked_text(self.window.focusWidget())
        self._help(marked, "glossary" if marked else "reading")

    def glossary(self, entry: str = "") -> None:
        """Open the help at the glossary, at an entry if one is given."""
        self._help("", "glossary", entry)

    def teachers(self) -> None:
        """Open the help at the page for teachers."""
        self._help("", "teachers")

    def curators(self) -> None:
        """Open the help at the page for whoever makes a pack."""
        self._help("", "curators")

    def _help(self, marked: str, page: Page, entry: str = "") -> None:
        from nanoexplorer.ui.help.dialog import HelpDialog

        pack, theme, zoom = self.session.pack, self.content.theme, self.content.zoom
        HelpDialog(pack, theme, zoom, marked, self.window, page=page, entry=entry).open()

    def _show(self, name: str, lead: str, text: str) -> None:
        from nanoexplorer.ui.controls.dialogs import TextDialog

        TextDialog(actions_words.ACTIONS[name], lead, text, self.window).open()

    def print(self) -> None:
        """Print what is shown, after asking how and where."""
        from nanoexplorer.ui.export.printing import print_screen

        print_screen(self.session, self.window)
