"""The inspector: one strategy in full, and what leads on from it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from nanoexplorer.app.controller import Controller
from nanoexplorer.core.decision_table import Outcome, Verdict
from nanoexplorer.core.statuses import shown_statuses
from nanoexplorer.documents import links as addresses
from nanoexplorer.documents.citations import vancouver
from nanoexplorer.documents.evidence import where_cited
from nanoexplorer.documents.statuses import label_of
from nanoexplorer.words import common
from nanoexplorer.words import inspector as words
from tests.controllers import (
    cards,
    dialog,
    dialog_text,
    find,
    flowing,
    follow,
    inspector_text,
    links,
    profile,
    screen,
    select,
    session,
)


def asked(controller: Controller) -> dict[Outcome, list[str]]:
    """What the criteria of the selected strategy ask, in words, by their outcome."""
    inspected = screen(controller).inspector
    assert inspected
    found: dict[Outcome, list[str]] = {}
    for reason in inspected.card.reasons:
        if reason.criterion.field:
            field = session(controller).pack.field[reason.criterion.field]
            phrase = common.condition_phrase(field, reason.criterion)
            found.setdefault(reason.outcome, []).append(phrase)
    return found


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({"lesions": 2, "deep-seated": "no", "general-health": "good"}, "matches"),
        ({}, "open"),
        ({"lesions": 7}, "no-match"),
    ],
)
def test_it_says_why_and_why_not(
    controller: Controller, changes: dict[str, str | int], verdict: str
) -> None:
    session(controller).change_profile(dict(changes))
    text = select(controller, "surgical-resection")
    inspected = screen(controller).inspector
    assert inspected
    assert inspected.card.verdict == verdict
    assert words.WHY[verdict].upper() in text
    for outcome, phrases in asked(controller).items():
        assert f"{common.OUTCOME[outcome]}: " in text
        assert [phrase for phrase in phrases if phrase not in text] == []
    for reason in inspected.card.reasons:
        statement = session(controller).pack.statement[reason.criterion.statement]
        assert statement.section in text
        assert reason.criterion.hedge in text


def test_our_interpretation_is_said_to_be_ours(controller: Controller) -> None:
    reading = flowing(words.READ_IN.partition("{")[0])
    assert reading in select(controller, "whole-brain-radiotherapy")
    assert reading not in select(controller, "osimertinib")


def test_a_strategy_without_a_condition_says_so(controller: Controller) -> None:
    text = select(controller, "dendrimers")
    assert words.WHY["any-profile"].upper() in text
    assert words.WHY_ANY_PROFILE in text


def test_an_open_strategy_shows_what_each_answer_would_mean(controller: Controller) -> None:
    text = select(controller, "osimertinib")
    assert words.IF_KNOWN.upper() in text
    inspected = screen(controller).inspector
    assert inspected
    assert {branch.verdict for branch in inspected.branches} == {Verdict.MATCHES, Verdict.NO_MATCH}
    for branch in inspected.branches:
        assert common.branch_phrase(session(controller).pack.field[branch.field], branch) in text


@pytest.mark.parametrize("strategy", ["osimertinib", "surgical-resection", "liposomal-doxorubicin"])
def test_every_statement_stands_there_with_section_and_references(
    controller: Controller, strategy: str
) -> None:
    text = select(controller, strategy)
    pack = session(controller).pack
    assert pack.statements_of[strategy]
    for statement in pack.statements_of[strategy]:
        assert flowing(statement.text) in text
        assert flowing(where_cited(pack, statement)) in text
        assert pack.aspect[statement.aspect].label in text
        assert f"{addresses.REPORT}{statement.id}" in links(controller)


def test_every_strategy_of_the_pack_can_be_shown(controller: Controller) -> None:
    pack = session(controller).pack
    for strategy in pack.strategies:
        text = select(controller, strategy.id)
        assert strategy.name == find(controller, QLabel, "inspector.title").text()
        assert words.STANDS.upper() in text
        assert [s.id for s in pack.statements_of[strategy.id] if flowing(s.text) not in text] == []
        notes = [n for n in pack.notes_of.get(strategy.id, ()) if not n.when]
        assert [n.id for n in notes if flowing(n.text) not in text] == []
        inspected = screen(controller).inspector
        assert inspected
        for id_ in inspected.references:
            assert flowing(vancouver(pack.reference[id_])) in text


def test_approvals_notes_and_checks_are_set_apart(controller: Controller) -> None:
    text = select(controller, "liposomal-doxorubicin")
    pack = session(controller).pack
    says = text.index(words.SAYS.upper())
    assert says < text.index(words.APPROVALS.upper()) < text.index(words.NOTES.upper())
    for approval in pack.approvals_of["liposomal-doxorubicin"]:
        assert flowing(approval.indication) in text
    checked = next(
        s
        for check in pack.citation_checks
        for s in pack.statement[check.statement].strategies
        if pack.statement[check.statement].strategies
    )
    text = select(controller, checked)
    assert words.CHECKS.upper() in text


def test_a_note_for_some_profiles_is_shown_for_them_alone(mini_controller: Controller) -> None:
    note = session(mini_controller).pack.notes[1].text
    assert note not in select(mini_controller, "office-urn")
    session(mini_controller).edit_profile("cups", 5)
    assert note in inspector_text(mini_controller)
    session(mini_controller).edit_profile("cups", 12)
    assert note not in inspector_text(mini_controller)


def test_what_is_written_after_an_edit_is_what_is_written_at_once(controller: Controller) -> None:
    select(controller, "surgical-resection")
    for changes in ({"lesions": 2}, {"lesions": 8}, {"deep-seated": "yes"}, {"lesions": "unknown"}):
        session(controller).change_profile(dict(changes))
        after = inspector_text(controller)
        session(controller).change(selection="dendrimers")
        assert select(controller, "surgical-resection") == after


def test_the_scale_says_its_statuses_aloud(controller: Controller) -> None:
    for strategy in session(controller).pack.strategies:
        select(controller, strategy.id)
        inspected = screen(controller).inspector
        assert inspected
        said = find(controller, QWidget, "inspector.scale").accessibleName()
        for given in shown_statuses(inspected.card.statuses):
            assert label_of(given) in said


class Paints(QObject):
    """Counts how often a widget is painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_an_edit_of_the_profile_leaves_the_scale_as_it_is_drawn(controller: Controller) -> None:
    select(controller, "surgical-resection")
    paints = Paints()
    find(controller, QWidget, "inspector.scale").installEventFilter(paints)
    session(controller).edit_profile("lesions", 7)
    QApplication.processEvents()
    assert paints.count == 0
    select(controller, "dendrimers")
    QApplication.processEvents()
    assert paints.count > 0


def test_show_this_profile_goes_there(controller: Controller) -> None:
    session(controller).change_profile({"lesions": 9, "egfr": "wild-type"})
    text = select(controller, "surgical-resection")
    assert words.NEAREST.upper() in text
    assert addresses.NEAREST in links(controller)
    follow(controller, addresses.NEAREST)
    assert profile(controller)["lesions"] == 3
    assert profile(controller)["egfr"] == "wild-type"
    inspected = screen(controller).inspector
    assert inspected
    assert inspected.card.verdict is Verdict.MATCHES
    assert addresses.NEAREST not in links(controller)
    view = cards(controller, "treatments")
    assert view.visualRect(view.currentIndex()).intersects(view.viewport().rect())
    controller.actions["undo"].trigger()
    assert profile(controller)["lesions"] == 9


def test_a_doi_is_opened_on_a_click_and_never_otherwise(
    controller: Controller, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    assert controller.commands
    monkeypatch.setattr(controller.commands, "open_link", opened.append)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    for strategy in session(controller).pack.strategies[:10]:
        select(controller, strategy.id)
    assert opened == []
    dois = [link for link in links(controller) if link.startswith(addresses.DOI)]
    assert dois
    follow(controller, dois[0])
    assert opened == [dois[0]]


@pytest.mark.parametrize("link", ["file:///etc/passwd", "javascript:1", "http://x.org", "nearest"])
def test_no_other_link_leads_anywhere(
    controller: Controller, monkeypatch: pytest.MonkeyPatch, link: str
) -> None:
    opened: list[str] = []
    assert controller.commands
    monkeypatch.setattr(controller.commands, "open_link", opened.append)
    select(controller, "osimertinib")
    before = session(controller).intent
    follow(controller, link)
    assert opened == []
    assert session(controller).intent == before


def test_a_statement_can_be_reported_as_text(controller: Controller) -> None:
    select(controller, "osimertinib")
    report = next(link for link in links(controller) if link.startswith(addresses.REPORT))
    statement = session(controller).pack.statement[report.removeprefix(addresses.REPORT)]
    follow(controller, report)
    text = dialog_text()
    for part in (statement.id, statement.text, statement.section, session(controller).pack.version):
        assert part in text
    assert session(controller).pack.blank_profile == session(controller).profile
    dialog().close()
