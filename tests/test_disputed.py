"""A status that a note disputes carries its mark in every view, kind of file and panel."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import card
from nanoexplorer.core.screen import Intent
from nanoexplorer.core.shown.strategies import CHOSEN, IN_FULL
from nanoexplorer.core.statuses import shown_statuses, statuses_of
from nanoexplorer.core.teaching.practice import Answered, Given
from nanoexplorer.core.teaching.questions import Question
from nanoexplorer.documents.blocks import Section
from nanoexplorer.documents.card import card_words
from nanoexplorer.documents.feedback import feedback
from nanoexplorer.documents.practice import answer_to
from nanoexplorer.drawing import chips
from nanoexplorer.drawing import status_scale as scale
from nanoexplorer.drawing.evidence_map import layout as evidence_sheet
from nanoexplorer.drawing.layout import Spot
from nanoexplorer.render.job import Job
from nanoexplorer.render.kinds import BY_NAME, HANDOUTS, KINDS, write
from nanoexplorer.render.screen.prose import Prose
from nanoexplorer.render.screen.text import write_sections
from nanoexplorer.render.tables.table import table_of
from nanoexplorer.render.terminal import match_text
from nanoexplorer.views import NAMES
from nanoexplorer.words import common
from tests.controllers import open_controller, put_away
from tests.drawing.drawing import theme
from tests.packs import MINI_PACK, mini_pack
from tests.render.renderings import bundled

PACKS = {"mini": mini_pack, "bundled": bundled}
STATED = ("strategies", "card", "evidence-map", "barrier-routes")
CASES = [*(("mini", view) for view in NAMES), *(("bundled", view) for view in STATED)]
"""The large pack is asked only where statuses are shown; the small one says where that is."""
DRAWN = ("png", "svg", "svg-outlines", "pdf")
MAPS = ("evidence-map", "decision-map", "barrier-routes")
SAID = "".join((common.DISPUTED_SIGN, *common.DISPUTED.split()))
WORDED = ("pptx", "handout", "handout-html", "html", "csv", "xlsx", "json")


def disputed(pack: Pack) -> list[str]:
    """The strategies with a status that is disputed whatever the profile."""
    statuses = {
        strategy.id: shown_statuses(statuses_of(pack, strategy.id)) for strategy in pack.strategies
    }
    return [id_ for id_, found in statuses.items() if any(given.disputes for given in found)]


def job_of(pack: Pack, view: str) -> Job:
    intent = Intent(
        pack.blank_profile,
        second_profile=pack.cases[0].profile,
        selection=disputed(pack)[0],
        tab="strategies" if view == "card" else view,
        options=((IN_FULL, CHOSEN),),
    )
    return Job(pack, intent, theme(), view)


def undisputed(pack: Pack) -> Pack:
    return replace(pack, notes=tuple(note._replace(disputes=()) for note in pack.notes))


def shows_statuses(job: Job) -> bool:
    return job.view == "card" or "status" in table_of(job).columns


class Seen:
    """How often a status was drawn, and how often the mark."""

    def __init__(self) -> None:
        self.statuses = 0
        self.marks = 0


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Seen:
    found = Seen()

    def counting(name: str, made: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*args: Any, **known: Any) -> Any:
            setattr(found, name, getattr(found, name) + 1)
            return made(*args, **known)

        return counted

    for module, drawn, name in (
        (chips, "draw_chip", "statuses"),
        (chips, "draw_disputed", "marks"),
        (scale, "draw_disputed", "marks"),
        (scale, "_draw_step", "statuses"),
        (evidence_sheet, "status_glyph", "statuses"),
        (evidence_sheet, "disputed_path", "marks"),
    ):
        monkeypatch.setattr(module, drawn, counting(name, getattr(module, drawn)))
    return found


def texts_of(path: Path) -> str:
    """All that a file says in words."""
    if path.suffix in (".pptx", ".xlsx"):
        with ZipFile(path) as parts:
            names = [name for name in parts.namelist() if name.endswith(".xml")]
            return "\n".join(parts.read(name).decode("utf-8", "replace") for name in names)
    if path.suffix == ".pdf":
        from pypdf import PdfReader

        return "\n".join(page.extract_text() for page in PdfReader(path).pages)
    text = path.read_text(encoding="utf-8-sig")
    return re.sub(r"<[^>]*>", " ", text) if path.suffix == ".html" else text


def packed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("which", PACKS)
def test_each_pack_has_a_status_to_look_for(which: str) -> None:
    assert disputed(PACKS[which]())


@pytest.mark.parametrize(("which", "view"), CASES)
@pytest.mark.parametrize("kind", DRAWN)
def test_wherever_a_picture_draws_a_status_it_draws_the_mark(
    app: QApplication, seen: Seen, tmp_path: Path, which: str, view: str, kind: str
) -> None:
    pack = PACKS[which]()
    job = job_of(pack, view)
    write(job, tmp_path / f"a.{kind}", BY_NAME[kind])
    if kind == "pdf" and view not in MAPS:  # a list is words there
        assert (SAID in packed(texts_of(tmp_path / "a.pdf"))) == shows_statuses(job)
    else:
        assert bool(seen.statuses) == bool(seen.marks) == shows_statuses(job)
    seen.marks = 0
    write(Job(undisputed(pack), job.intent, theme(), view), tmp_path / f"b.{kind}", BY_NAME[kind])
    assert seen.marks == 0
    assert kind != "pdf" or SAID not in packed(texts_of(tmp_path / "b.pdf"))


@pytest.mark.parametrize(("which", "view"), CASES)
@pytest.mark.parametrize("kind", WORDED)
def test_wherever_a_file_words_a_status_it_words_the_dispute(
    app: QApplication, tmp_path: Path, seen: Seen, which: str, view: str, kind: str
) -> None:
    job = job_of(PACKS[which](), view)
    path = tmp_path / f"a{BY_NAME[kind].suffix}"
    write(job, path, BY_NAME[kind])
    said = packed(texts_of(path))
    if kind == "json" and view == "strategies":
        rows = [r for s in json.loads(path.read_text())["strategies"] for r in s["evidence"]]
        assert any(row["disputed_by"] for row in rows)
        assert all("disputed_by" in row for row in rows)
    elif kind in HANDOUTS or shows_statuses(job):
        assert packed(common.DISPUTED) in said or seen.marks
    else:
        assert packed(f"{common.DISPUTED_SIGN} {common.DISPUTED}") not in said


def test_no_view_and_no_kind_of_file_is_left_out() -> None:
    assert {v for v in NAMES if shows_statuses(job_of(mini_pack(), v))} == set(STATED)
    without_statuses = {"ris", "bib"}
    assert {kind.name for kind in KINDS} == {*DRAWN, *WORDED, *without_statuses}


@pytest.mark.parametrize("which", PACKS)
def test_the_terminal_the_card_and_the_answer_say_it(app: QApplication, which: str) -> None:
    pack = PACKS[which]()
    lines = match_text(pack, pack.blank_profile).splitlines()
    for id_ in disputed(pack):
        name = pack.strategy[id_].name
        assert any(line.lstrip().startswith(name) and common.DISPUTED in line for line in lines)
        assert common.DISPUTED in card_words(pack, card(pack, pack.blank_profile, id_)).spoken
        question = Question(strategy=id_, profile=pack.blank_profile, case="")
        document = QTextDocument()
        shown = answer_to(pack, question)
        answered = Answered(question, Given(shown.card.verdict, pack.statuses[0].id))
        _, status = feedback(pack, answered, shown)
        write_sections(Prose(document, theme()), (Section("feedback", "", status.blocks),))
        assert common.DISPUTED in document.toPlainText()
        assert common.DISPUTED_SIGN in document.toPlainText()


@pytest.mark.parametrize("which", PACKS)
def test_every_panel_that_draws_a_status_draws_the_mark_and_says_it(
    app: QApplication, qtbot: QtBot, seen: Seen, tmp_path: Path, which: str
) -> None:
    from nanoexplorer.places import bundled_pack

    controller: Controller = open_controller(
        app, qtbot, tmp_path, MINI_PACK if which == "mini" else bundled_pack()
    )
    try:
        assert controller.session
        assert controller.content
        pack = controller.session.pack
        controller.session.change(selection=disputed(pack)[0])
        controller.window.grab()
        assert seen.marks, "inspector"
        body = controller.content.inspector.body
        assert common.DISPUTED in body.head.scale.accessibleName()
        assert common.DISPUTED in body.head.scale.toolTip()
        for text in (body.head.text, body.page("status")):
            assert common.DISPUTED in text.toPlainText()
        for tab in (name for name in NAMES if name != "card"):
            controller.session.change(tab=tab)
            QApplication.processEvents()
            panel = controller.content.tabs.currentWidget()
            seen.statuses = seen.marks = 0
            panel.grab()
            assert bool(seen.statuses) <= bool(seen.marks), tab
    finally:
        put_away(controller)


def test_a_card_tells_the_note_where_one_hovers(controller: Controller) -> None:
    from nanoexplorer.ui.views.strategies.cards.model import CardRow
    from nanoexplorer.ui.views.strategies.cards.view import CardList

    assert controller.session
    told = []
    for model in (found.cards for found in controller.window.findChildren(CardList)):
        model.toggle(model.rowCount() - 1)  # all groups
        for place in range(model.rowCount()):
            row = model.row(place)
            if isinstance(row, CardRow):
                spots = [
                    Spot(QRectF(), "status", str(n)) for n in range(len(model.words(row).chips))
                ]
                told.append("".join(model.tip(place, spot) for spot in spots))
    found = [text for text in told if common.DISPUTED in text]
    assert len(found) == len(disputed(controller.session.pack))
