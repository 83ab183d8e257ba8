"""The inspector: one strategy in full, and what leads on from it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from nanoexplorer.app.controller import Desk
from nanoexplorer.core.decision_table import Outcome, Verdict
from nanoexplorer.core.statuses import shown_rungs
from nanoexplorer.documents import links as addresses
from nanoexplorer.documents.citations import vancouver
from nanoexplorer.documents.evidence import where_cited
from nanoexplorer.documents.statuses import label_of
from nanoexplorer.words import common
from nanoexplorer.words import inspector as words
from tests.desks import (
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


def asked(desk: Desk) -> dict[Outcome, list[str]]:
    """What the criteria of the selected strategy ask, in words, by their outcome."""
    inspected = screen(desk).inspector
    assert inspected
    found: dict[Outcome, list[str]] = {}
    for reason in inspected.card.reasons:
        if reason.criterion.field:
            field = session(desk).pack.field[reason.criterion.field]
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
def test_it_says_why_and_why_not(desk: Desk, changes: dict[str, str | int], verdict: str) -> None:
    session(desk).change_profile(dict(changes))
    text = select(desk, "surgical-resection")
    inspected = screen(desk).inspector
    assert inspected
    assert inspected.card.verdict == verdict
    assert words.WHY[verdict].upper() in text
    for outcome, phrases in asked(desk).items():
        assert f"{common.OUTCOME[outcome]}: " in text
        assert [phrase for phrase in phrases if phrase not in text] == []
    for reason in inspected.card.reasons:
        statement = session(desk).pack.statement[reason.criterion.statement]
        assert statement.section in text
        assert reason.criterion.hedge in text


def test_our_interpretation_is_said_to_be_ours(desk: Desk) -> None:
    reading = flowing(words.READ_IN.partition("{")[0])
    assert reading in select(desk, "whole-brain-radiotherapy")
    assert reading not in select(desk, "osimertinib")


def test_a_strategy_without_a_condition_says_so(desk: Desk) -> None:
    text = select(desk, "dendrimers")
    assert words.WHY["any-profile"].upper() in text
    assert words.WHY_ANY_PROFILE in text


def test_an_open_strategy_shows_what_each_answer_would_mean(desk: Desk) -> None:
    text = select(desk, "osimertinib")
    assert words.IF_KNOWN.upper() in text
    inspected = screen(desk).inspector
    assert inspected
    assert {branch.verdict for branch in inspected.branches} == {Verdict.MATCHES, Verdict.NO_MATCH}
    for branch in inspected.branches:
        assert common.branch_phrase(session(desk).pack.field[branch.field], branch) in text


@pytest.mark.parametrize("strategy", ["osimertinib", "surgical-resection", "liposomal-doxorubicin"])
def test_every_statement_stands_there_with_section_and_references(
    desk: Desk, strategy: str
) -> None:
    text = select(desk, strategy)
    pack = session(desk).pack
    assert pack.statements_of[strategy]
    for statement in pack.statements_of[strategy]:
        assert flowing(statement.text) in text
        assert flowing(where_cited(pack, statement)) in text
        assert pack.aspect[statement.aspect].label in text
        assert f"{addresses.REPORT}{statement.id}" in links(desk)


def test_every_strategy_of_the_pack_can_be_shown(desk: Desk) -> None:
    pack = session(desk).pack
    for strategy in pack.strategies:
        text = select(desk, strategy.id)
        assert strategy.name == find(desk, QLabel, "inspector.title").text()
        assert words.STANDS.upper() in text
        assert [s.id for s in pack.statements_of[strategy.id] if flowing(s.text) not in text] == []
        notes = [n for n in pack.notes_of.get(strategy.id, ()) if not n.when]
        assert [n.id for n in notes if flowing(n.text) not in text] == []
        inspected = screen(desk).inspector
        assert inspected
        for id_ in inspected.references:
            assert flowing(vancouver(pack.reference[id_])) in text


def test_approvals_notes_and_checks_are_set_apart(desk: Desk) -> None:
    text = select(desk, "liposomal-doxorubicin")
    pack = session(desk).pack
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
    text = select(desk, checked)
    assert words.CHECKS.upper() in text


def test_a_note_for_some_profiles_is_shown_for_them_alone(mini_desk: Desk) -> None:
    note = session(mini_desk).pack.notes[1].text
    assert note not in select(mini_desk, "office-urn")
    session(mini_desk).edit_profile("cups", 5)
    assert note in inspector_text(mini_desk)
    session(mini_desk).edit_profile("cups", 12)
    assert note not in inspector_text(mini_desk)


def test_what_is_written_after_an_edit_is_what_is_written_at_once(desk: Desk) -> None:
    select(desk, "surgical-resection")
    for changes in ({"lesions": 2}, {"lesions": 8}, {"deep-seated": "yes"}, {"lesions": "unknown"}):
        session(desk).change_profile(dict(changes))
        after = inspector_text(desk)
        session(desk).change(selection="dendrimers")
        assert select(desk, "surgical-resection") == after


def test_the_ladder_says_its_rungs_aloud(desk: Desk) -> None:
    for strategy in session(desk).pack.strategies:
        select(desk, strategy.id)
        inspected = screen(desk).inspector
        assert inspected
        said = find(desk, QWidget, "inspector.ladder").accessibleName()
        for rung in shown_rungs(inspected.card.rungs):
            assert label_of(rung) in said


class Paints(QObject):
    """Counts how often a widget is painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_an_edit_of_the_profile_leaves_the_ladder_as_it_is_drawn(desk: Desk) -> None:
    select(desk, "surgical-resection")
    paints = Paints()
    find(desk, QWidget, "inspector.ladder").installEventFilter(paints)
    session(desk).edit_profile("lesions", 7)
    QApplication.processEvents()
    assert paints.count == 0
    select(desk, "dendrimers")
    QApplication.processEvents()
    assert paints.count > 0


def test_show_this_profile_goes_there(desk: Desk) -> None:
    session(desk).change_profile({"lesions": 9, "egfr": "wild-type"})
    text = select(desk, "surgical-resection")
    assert words.NEAREST.upper() in text
    assert addresses.NEAREST in links(desk)
    follow(desk, addresses.NEAREST)
    assert profile(desk)["lesions"] == 3
    assert profile(desk)["egfr"] == "wild-type"
    inspected = screen(desk).inspector
    assert inspected
    assert inspected.card.verdict is Verdict.MATCHES
    assert addresses.NEAREST not in links(desk)
    view = cards(desk, "treatments")
    assert view.visualRect(view.currentIndex()).intersects(view.viewport().rect())
    desk.actions["undo"].trigger()
    assert profile(desk)["lesions"] == 9


def test_a_doi_is_opened_on_a_click_and_never_otherwise(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    assert desk.commands
    monkeypatch.setattr(desk.commands, "open_link", opened.append)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    for strategy in session(desk).pack.strategies[:10]:
        select(desk, strategy.id)
    assert opened == []
    dois = [link for link in links(desk) if link.startswith(addresses.DOI)]
    assert dois
    follow(desk, dois[0])
    assert opened == [dois[0]]


@pytest.mark.parametrize("link", ["file:///etc/passwd", "javascript:1", "http://x.org", "nearest"])
def test_no_other_link_leads_anywhere(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, link: str
) -> None:
    opened: list[str] = []
    assert desk.commands
    monkeypatch.setattr(desk.commands, "open_link", opened.append)
    select(desk, "osimertinib")
    before = session(desk).intent
    follow(desk, link)
    assert opened == []
    assert session(desk).intent == before


def test_a_statement_can_be_reported_as_text(desk: Desk) -> None:
    select(desk, "osimertinib")
    report = next(link for link in links(desk) if link.startswith(addresses.REPORT))
    statement = session(desk).pack.statement[report.removeprefix(addresses.REPORT)]
    follow(desk, report)
    text = dialog_text()
    for part in (statement.id, statement.text, statement.section, session(desk).pack.version):
        assert part in text
    assert session(desk).pack.blank_profile == session(desk).profile
    dialog().close()
