"""What can be seen in the app, as scenes: each sets the app up, and says what to look at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final, NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QMenu, QWidget

from nanoexplorer.app.controller import Controller
from nanoexplorer.app.pack_command import EXAMPLE
from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Value
from nanoexplorer.core.teaching.practice import Given
from nanoexplorer.core.teaching.questions import Setup
from nanoexplorer.core.teaching.seminar_steps import Stage
from nanoexplorer.pack.difference import difference
from nanoexplorer.pack.loader import ReadPack
from nanoexplorer.pack.opened import open_pack
from nanoexplorer.pack.problems import Problem
from nanoexplorer.places import bundled_pack, resources
from nanoexplorer.render.job import Job
from nanoexplorer.render.pictures.picture import image_of
from nanoexplorer.ui.base.ask import question_box
from nanoexplorer.ui.base.requests import SelectStrategy
from nanoexplorer.ui.packs.problems import PackProblems
from nanoexplorer.ui.practice import requests as practice_requests
from nanoexplorer.ui.practice.answer import AnswerStep
from nanoexplorer.ui.seminar.requests import Act, ChooseNumber
from nanoexplorer.ui.seminar.requests import Request as Asked
from nanoexplorer.ui.shell.actions import MENU
from nanoexplorer.ui.views.strategies.cards.model import GroupRow
from nanoexplorer.views import NAMES
from nanoexplorer.words import common
from nanoexplorer.words.teaching import seminar as seminar_words

Scene = Callable[[Controller], QWidget]

EGFR: Final[dict[str, Value]] = {"egfr": "mutated", "alk": "not-rearranged", "lesions": 2}
ALK: Final[dict[str, Value]] = {"alk": "rearranged", "pdl1": "expressed", "lesions": 5}
DEEP: Final[dict[str, Value]] = {**EGFR, "deep-seated": "yes"}
BOTH: Final[dict[str, Value]] = {"egfr": "mutated", "alk": "rearranged", "lesions": 1}


def as_it_opens(controller: Controller) -> QWidget:
    return controller.window


def profile(values: dict[str, Value], selection: str = "", search: str = "") -> Scene:
    """A profile, with a strategy selected and something searched for."""

    def show(controller: Controller) -> QWidget:
        session = controller.session
        assert session is not None
        session.change_profile(values)
        session.change(selection=selection, search=search)
        return controller.window

    return show


def found(text: str, tab: str = "strategies") -> Scene:
    """What a search found, in a panel over a view."""

    def show(controller: Controller) -> QWidget:
        profile(EGFR, search=text)(controller)
        assert controller.session is not None
        assert controller.commands is not None
        controller.session.change(tab=tab)
        controller.commands.search()
        return controller.window

    return show


def view(name: str, selection: str = "", second: dict[str, Value] | None = None) -> Scene:
    """One of the views, for a profile and, where two are compared, for a second."""

    def show(controller: Controller) -> QWidget:
        profile(EGFR, selection)(controller)
        session = controller.session
        assert session is not None
        if second:
            session.change(second_profile=session.profile.replace(second))
        session.change(tab=name)
        return controller.window

    return show


def inspector_alone(values: dict[str, Value], selection: str) -> Scene:
    """The inspector without what stands around it."""

    def show(controller: Controller) -> QWidget:
        profile(values, selection)(controller)
        assert controller.content is not None
        return controller.content.inspector

    return show


def tab_of(name: str, selection: str, values: dict[str, Value] = EGFR) -> Scene:
    """One of the inspector's tabs, at the end of its text."""

    def show(controller: Controller) -> QWidget:
        profile(values, selection)(controller)
        assert controller.content is not None
        controller.content.inspector.body.choose(name)
        bar = controller.content.inspector.body.text.verticalScrollBar()
        bar.rangeChanged.connect(lambda _, last: bar.setValue(last))
        bar.setValue(bar.maximum())
        return controller.window

    return show


def unfolded(controller: Controller) -> QWidget:
    """A group of what is independent of the profile, opened."""
    assert controller.content is not None
    profile(EGFR)(controller)
    cards = controller.content.strategies.lists["treatment-modality"]
    model = cards.cards
    row = next(n for n in range(model.rowCount()) if isinstance(model.row(n), GroupRow))
    model.toggle(row)
    cards.setFocus()
    cards.setCurrentIndex(model.index(row))
    cards.scrollToBottom()
    return controller.window


def more_fields(controller: Controller) -> QWidget:
    """The fields that are folded away at first."""
    assert controller.content is not None
    profile(BOTH)(controller)
    controller.content.profile.fold.setChecked(True)
    controller.content.profile.fold.setFocus()
    return controller.window


def dialog(command: str, selection: str = "") -> Scene:
    """One of the dialogs with text."""

    def show(controller: Controller) -> QWidget:
        assert controller.commands is not None
        assert controller.session is not None
        if command == "report":
            pack = controller.session.pack
            controller.commands.report(
                next(s.id for s in pack.statements if selection in s.strategies)
            )
        else:
            getattr(controller.commands, command)()
        return next(d for d in controller.window.findChildren(QDialog) if d.isVisible())

    return show


def menu(group: str = "") -> Scene:
    """The menu, or one of its groups, open below its button."""

    def show(controller: Controller) -> QWidget:
        assert controller.content is not None
        menu = controller.menu
        shown = menu.findChild(QMenu, f"menu.{group}") if group else menu
        assert isinstance(shown, QMenu)
        controller.content.header.drop(shown)
        return shown

    return show


def seminar(steps: int, *asked: Asked) -> Scene:
    """The stage so many steps into the first case that has the profile of EGFR."""

    def show(controller: Controller) -> QWidget:
        profile(EGFR)(controller)
        controller.seminars.start()
        stage = controller.seminars.running
        assert stage is not None
        stage.room.showNormal()  # full screen is as large as whichever screen this is
        stage.room.resize(1280, 720)
        for request in (*[Act.FORWARD] * steps, *asked):
            stage.handle(request)
        return stage.room

    return show


def sample(stage: Stage, *asked: Asked) -> Scene:
    """A stage of the second case of the seminar that comes with the app, as the help shows it."""

    def show(controller: Controller) -> QWidget:
        controller.seminar_file.begin_with_sample()
        controller.seminars.start(1)
        running = controller.seminars.running
        assert running is not None
        running.room.showNormal()
        running.room.resize(1280, 720)
        running.go_to(stage)
        for request in asked:
            running.handle(request)
        return running.room

    return show


class Second(NamedTuple):
    """A screen beside the one that there is, for the room."""

    box: QRect

    def geometry(self) -> QRect:
        return self.box

    def availableGeometry(self) -> QRect:
        return self.box


def teacher(controller: Controller) -> QWidget:
    """The teacher's notes on a screen of their own, with an own note, at a prediction."""
    screen = controller.window.screen()
    beside = Second(screen.geometry().translated(screen.geometry().width(), 0))
    controller.seminars.screens = lambda: (screen, beside)
    current = controller.seminars.current
    first = current.cases[0]._replace(note="Ask who would test PD-L1.", aside="Five minutes.")
    controller.seminars.seminar = current._replace(cases=(first, *current.cases[1:]))
    seminar(1, ChooseNumber(1))(controller)
    stage = controller.seminars.running
    assert stage is not None
    assert stage.teacher is not None
    stage.teacher.showNormal()
    stage.teacher.resize(*controller.window.size().toTuple())
    return stage.teacher


def own_words(controller: Controller) -> QWidget:
    """A case of the teacher's own, as the room predicts."""
    current = controller.seminars.current
    case = current.cases[0]
    own = case._replace(own_title=case.title, question=case.objective)
    controller.seminars.seminar = current._replace(cases=(own, *current.cases[1:]))
    return seminar(1, ChooseNumber(1), ChooseNumber(3))(controller)


def seminar_end(controller: Controller) -> QWidget:
    """The first page of the end, where the room has missed more than one page holds."""
    guesses = (ChooseNumber(1), ChooseNumber(2), ChooseNumber(4), ChooseNumber(5))
    running = seminar(1, *guesses)(controller)
    stage = controller.seminars.running
    assert stage is not None
    for _ in range(5):
        last = stage.showing.place
        while stage.showing.place == last:
            stage.handle(Act.FORWARD)
        stage.handle(Act.FORWARD)
        for guess in guesses:
            stage.handle(guess)
    stage.handle(Act.LAST)
    while not stage.showing.ended:
        stage.handle(Act.FORWARD)
    return running


def clash(controller: Controller) -> QWidget:
    """What is asked where something else has changed the seminar's file."""
    said = seminar_words.CLASH.format(name="Brain metastases, spring.nxseminar")
    choices = (
        seminar_words.CLASH_AS,
        seminar_words.CLASH_REPLACE,
        seminar_words.CLASH_THEIRS,
        common.CANCEL,
    )
    box = question_box(controller.window, seminar_words.CLASH_TITLE, said, choices)
    box.open()
    return box


def practising(answers: int, *, waits: bool = False) -> Scene:
    """Practice after so many answers of three, all alike; `waits`: at the last one's answer."""

    def show(controller: Controller) -> QWidget:
        controller.actions["practice"].trigger()
        pack = controller.practice.pack
        controller.practice.start(Setup((pack.cases[0].id,), 3, 7))
        for number in range(1, answers + 1):
            controller.practice.handle(
                practice_requests.Answer(Given(Verdict.MATCHES, pack.statuses[0].id))
            )
            page = controller.practice.page
            assert page is not None
            if number < answers or not waits:
                assert isinstance(page.step, AnswerStep)
                page.requested.emit(practice_requests.Act.NEXT)
        return controller.window

    return show


def page(action: str) -> Scene:
    """A page that stands over the content, or a dialog, opened from the menu."""

    def show(controller: Controller) -> QWidget:
        controller.actions[action].trigger()
        dialogs = [d for d in controller.window.findChildren(QDialog) if d.isVisible()]
        return dialogs[0] if dialogs else controller.window

    return show


def slide(name: str) -> Scene:
    """A view as it leaves in a picture of the size of a slide."""

    def show(controller: Controller) -> QWidget:
        assert controller.session is not None
        view(name, "osimertinib", {"egfr": "wild-type", "lesions": 5})(controller)
        size = (1280, 720)
        job = Job(controller.session.pack, controller.session.intent, controller.theme, name, size)
        picture = QLabel(controller.window, Qt.WindowType.Window)
        picture.setPixmap(QPixmap.fromImage(image_of(job)))
        picture.resize(*size)
        picture.show()
        return picture

    return show


def chosen(reference: str) -> Scene:
    """A reference in full, below the list."""

    def show(controller: Controller) -> QWidget:
        view("references")(controller)
        assert controller.session is not None
        controller.session.choose_option("references.shown", reference)
        return controller.window

    return show


def beside(name: str, strategy: str) -> Scene:
    """The inspector, which has come with what was chosen in a view."""

    def show(controller: Controller) -> QWidget:
        view(name)(controller)
        assert controller.content is not None
        controller.content.views[name].requested.emit(SelectStrategy(strategy))
        return controller.window

    return show


def somebody_elses() -> Pack:
    """The bundled pack as if it were not ours."""
    return replace(open_pack(bundled_pack()), ours=False)


def pack_gate(controller: Controller) -> QWidget:
    """What is asked before a pack of somebody else is shown."""
    controller.packs.opening.offer(somebody_elses(), bundled_pack() / "elsewhere")
    return controller.window


def pack_of_others(controller: Controller) -> QWidget:
    """Another one's pack, named in the banner."""
    controller.take(somebody_elses(), bundled_pack())
    return controller.window


def worked_example(controller: Controller) -> QWidget:
    """What a curator begins with, its case chosen."""
    pack = replace(open_pack(resources() / EXAMPLE), ours=False)
    controller.take(pack, bundled_pack())
    assert controller.session is not None
    controller.session.change(profile=pack.cases[0].profile)
    return controller.window


def pack_problems(controller: Controller) -> QWidget:
    """What is wrong with a pack that was saved."""
    problems = [
        Problem("criteria.csv", "12", "value", "not-allowed", "soft", "mutated, wild-type"),
        Problem("strategies.csv", "3", "kind", "points-nowhere", "kettle", "treatment"),
    ]
    shown = PackProblems(controller.zoom, controller.window)
    shown.show_problems(problems, bundled_pack(), live=True)
    shown.list.setCurrentRow(0)
    return shown


def pack_comparison(controller: Controller) -> QWidget:
    """The bundled pack beside what it might say next: another number, statement and text."""
    old = open_pack(bundled_pack())
    place = next(n for n, one in enumerate(old.criteria) if one.test == "at-most")
    criteria = list(old.criteria)
    criteria[place] = criteria[place]._replace(value=5)
    first, _, *others = old.statements
    text = " ".join(first.text.split(" ")[:-1])
    statements = (first._replace(text=text), *others)
    new = replace(old, version="2027.1", criteria=tuple(criteria), statements=statements)
    found = difference(old, ReadPack(new, {}))
    controller.actions["pack_compare"].trigger()
    shown = controller.packs.comparison
    assert shown is not None
    shown.show_difference(found, bundled_pack())
    return shown


def projected(controller: Controller) -> QWidget:
    """A view alone below its banner."""
    view("evidence-map")(controller)
    size = controller.window.size()
    controller.actions["project"].trigger()
    controller.window.resize(size)
    return controller.window


GATE: Final = "gate"
PROBLEMS: Final = "problems"
SLIDE: Final = "slide"
SCENES: Final[dict[str, Scene]] = {
    GATE: as_it_opens,
    "strategies-egfr": profile(EGFR),
    "strategies-alk": profile(ALK),
    "strategies-nothing-tested": as_it_opens,
    "inspector-surgery": profile(EGFR, "surgical-resection"),
    "inspector-surgery-against": profile(DEEP, "surgical-resection"),
    "inspector-wbrt-nearest": profile(EGFR, "whole-brain-radiotherapy"),
    "inspector-doxil": profile(EGFR, "liposomal-doxorubicin"),
    "inspector-doxil-status": tab_of("status", "liposomal-doxorubicin"),
    "inspector-doxil-notes": tab_of("notes", "liposomal-doxorubicin"),
    "inspector-srs-six-lesions": profile({"lesions": 6}, "stereotactic-radiosurgery"),
    "inspector-osimertinib": profile(EGFR, "osimertinib"),
    "inspector-iron-oxide": profile(EGFR, "iron-oxide-mri"),
    "inspector-iron-oxide-status": tab_of("status", "iron-oxide-mri"),
    "inspector-osimertinib-evidence": tab_of("evidence", "osimertinib"),
    "inspector-osimertinib-references": tab_of("references", "osimertinib"),
    "search": profile(EGFR, search="gold"),
    "search-nothing": found("xyzzy", "references"),
    "search-found": found("brain barrier", "evidence-map"),
    "unfolded": unfolded,
    "more-fields": more_fields,
    "menu": menu(),
    **{f"menu-{group.name}": menu(group.name) for group in MENU},
    PROBLEMS: as_it_opens,
    "view-evidence-map": view("evidence-map", "gold-photothermal"),
    "view-decision-map": view("decision-map", "osimertinib"),
    "view-barrier-routes": view("barrier-routes", "receptor-mediated-transcytosis"),
    "view-compare": view("compare", "osimertinib", {"egfr": "wild-type", "lesions": 5}),
    "view-references": view("references", "gold-photothermal"),
    "view-sources": view("sources"),
    "view-topics": view("topics"),
    "reference-chosen": chosen("wu-68"),
    "inspector-brought": beside("evidence-map", "liposomes"),
    "projected": projected,
    "seminar-profile": seminar(0),
    "seminar-predict": seminar(1),
    "seminar-reveal": seminar(3),
    "seminar-revealed": seminar(3, Act.REVEAL_ALL),
    "seminar-keys": seminar(1, Act.KEYS),
    "seminar-own": own_words,
    "seminar-end": seminar_end,
    "seminar-timed": seminar(1, Act.TIMER),
    "seminar-blank": seminar(3, Act.BLANK),
    "seminar-cases": seminar(1, Act.ESCAPE),
    "seminar-notes": seminar(1, Act.NOTES),
    "seminar-teacher": teacher,
    "seminar-clash": clash,
    "seminar-editor": page("seminar_edit"),
    "practice": page("practice"),
    "practice-question": practising(0),
    "practice-answer": practising(2, waits=True),
    "practice-summary": practising(3),
    "questions": page("questions"),
    "export": page("export"),
    "help-reading": page("reading"),
    "help-teachers": page("teachers"),
    **{f"{SLIDE}-{name}": slide(name) for name in NAMES},
    "help-glossary": page("glossary"),
    "pack-gate": pack_gate,
    "pack-of-others": pack_of_others,
    "pack-problems": pack_problems,
    "pack-comparison": pack_comparison,
    "dialog-about": dialog("about"),
    "dialog-keys": dialog("keys"),
    "dialog-cite": dialog("cite"),
    "dialog-report": dialog("report", "osimertinib"),
}
