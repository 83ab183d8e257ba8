"""The inspector: one strategy in full, and what leads on from it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from nanoexplorer.app.controller import Controller
from nanoexplorer.core.decision_table import Outcome, Verdict
from nanoexplorer.core.statuses import shown_statuses
from nanoexplorer.documents import links as addresses
from nanoexplorer.documents.citations.vancouver import vancouver
from nanoexplorer.documents.evidence import where_cited
from nanoexplorer.documents.statuses import label_of
from nanoexplorer.documents.strategy import TABS
from nanoexplorer.words import common
from nanoexplorer.words import inspector as words
from tests.controllers import (
    cards,
    choose,
    clipboard_text,
    dialog,
    dialog_text,
    find,
    flowing,
    follow,
    inspector_body,
    inspector_text,
    let_go,
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
    assert common.VERDICT[verdict] in text
    for outcome, phrases in asked(controller).items():
        assert outcome is Outcome.MET or f"{common.OUTCOME[outcome]}: " in text
        assert [phrase for phrase in phrases if phrase not in text] == []
    for reason in inspected.card.reasons:
        statement = session(controller).pack.statement[reason.criterion.statement]
        assert statement.section in text
        assert reason.criterion.hedge in text


def test_our_interpretation_is_said_to_be_ours(controller: Controller) -> None:
    reading = flowing(common.interpretation(ours=True))
    assert reading in select(controller, "whole-brain-radiotherapy")
    assert reading not in select(controller, "osimertinib")


def test_a_strategy_without_a_condition_says_so(controller: Controller) -> None:
    text = select(controller, "dendrimers")
    assert common.VERDICT["any-profile"] in text
    assert words.WHY_ANY_PROFILE in text


def table(controller: Controller) -> list[str]:
    """What another value would make of the verdict, line by line."""
    text = inspector_body(controller).page("why").toPlainText()
    return [line for line in text.splitlines() if line.endswith(tuple(words.WOULD_BE.values()))]


def test_an_open_strategy_shows_what_each_answer_would_mean(controller: Controller) -> None:
    text = select(controller, "osimertinib")
    assert words.IF_KNOWN.format(field="EGFR").upper() in text
    assert table(controller) == [
        f"mutated\t{words.WOULD_BE['matches']}",
        f"wild-type\t{words.WOULD_BE['no-match']}",
    ]
    assert words.NO_OTHER in text


def test_a_named_strategy_shows_what_another_value_would_mean(controller: Controller) -> None:
    session(controller).change_profile({"egfr": "mutated"})
    text = select(controller, "osimertinib")
    assert words.IF_DIFFERENT.format(field="EGFR").upper() in text
    assert table(controller) == [
        f"wild-type\t{words.WOULD_BE['no-match']}",
        f"unclear or not tested\t{words.WOULD_BE['open']}",
    ]
    assert words.NO_OTHER in text


def test_where_no_one_value_changes_the_verdict_that_is_said(mini_controller: Controller) -> None:
    session(mini_controller).change_profile({"roast": "dark", "cups": 9, "hurry": "yes"})
    text = select(mini_controller, "moka-pot")
    inspected = screen(mini_controller).inspector
    assert inspected
    assert inspected.changes == ()
    assert words.NO_VALUE in text
    assert words.NEAREST.upper() in text


def test_what_no_profile_changes_says_nothing_of_other_values(controller: Controller) -> None:
    text = select(controller, "dendrimers")
    assert words.NO_OTHER not in text
    assert words.NO_VALUE not in text


def test_the_reason_stands_over_the_statement_behind_it(controller: Controller) -> None:
    session(controller).change_profile({"egfr": "mutated"})
    select(controller, "osimertinib")
    lines = inspector_body(controller).page("why").toPlainText().splitlines()
    assert lines[:6] == [
        common.VERDICT["matches"],
        "EGFR\tmutated — named for EGFR mutated",
        "stated by the review, without a reservation",
        f"{words.STATEMENT}\t{session(controller).pack.statement['wu-osimertinib-egfr'].text}",
        f"{words.SECTION}\tTargeted Therapies and Immunotherapy",
        f"{words.REFERENCE}\tAngeli 2021 [67]",
    ]
    assert lines[6] == "a review; cited for the sentence"


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
        assert f"{addresses.STATEMENT}{statement.id}" in links(controller)


def test_every_strategy_of_the_pack_can_be_shown(controller: Controller) -> None:
    pack = session(controller).pack
    for strategy in pack.strategies:
        text = select(controller, strategy.id)
        assert strategy.name == find(controller, QLabel, "inspector.title").text()
        assert [s.id for s in pack.statements_of[strategy.id] if flowing(s.text) not in text] == []
        notes = [n for n in pack.notes_of.get(strategy.id, ()) if not n.when]
        assert [n.id for n in notes if flowing(n.text) not in text] == []
        inspected = screen(controller).inspector
        assert inspected
        for id_ in inspected.references:
            assert flowing(vancouver(pack.reference[id_])) in text


def test_what_disputes_a_status_stands_over_the_tabs_and_under_two(controller: Controller) -> None:
    select(controller, "liposomal-doxorubicin")
    body, pack = inspector_body(controller), session(controller).pack
    [note] = [note for note in pack.notes_of["liposomal-doxorubicin"] if note.disputes]
    over = body.head.text.toPlainText()
    assert note.text in over
    assert f"{common.DISPUTED_SIGN}" in over
    assert "1 more note; it does not contradict the status" in over
    for name in ("status", "notes"):
        assert note.text in body.page(name).toPlainText()
        assert words.DISPUTES.upper() in body.page(name).toPlainText()
    for approval in pack.approvals_of["liposomal-doxorubicin"]:
        assert approval.indication in body.page("status").toPlainText()


def test_notes_that_dispute_nothing_are_counted(controller: Controller) -> None:
    select(controller, "osimertinib")
    body = inspector_body(controller)
    assert "2 notes; none contradicts the status" in body.head.text.toPlainText()
    assert words.DISPUTES.upper() not in body.page("status").toPlainText()
    select(controller, "dendrimers")
    assert "note" not in body.head.text.toPlainText()
    assert words.NO_NOTES in body.page("notes").toPlainText()


def test_checks_of_a_reference_that_begin_alike_are_one_line_with_their_number(
    controller: Controller,
) -> None:
    text = select(controller, "osimertinib")
    inspected = screen(controller).inspector
    assert inspected
    alike = [check for check in inspected.checks if check.reference == "wu-72"]
    assert len(alike) == 3
    said = alike[0].text.partition(", ")[0]
    assert f"3 checks: {said}…" in text
    assert text.count(said) == 1
    others = [check for check in inspected.checks if check.reference != "wu-72"]
    assert [check.id for check in others if check.text not in text] == []


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


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_statement_can_be_reported_or_copied_by_its_menu(controller: Controller) -> None:
    select(controller, "osimertinib")
    link = next(link for link in links(controller) if link.startswith(addresses.STATEMENT))
    statement = session(controller).pack.statement[link.removeprefix(addresses.STATEMENT)]
    follow(controller, link)
    choose(controller, "statement", words.REPORT)
    text = dialog_text()
    for part in (statement.id, statement.text, statement.section, session(controller).pack.version):
        assert part in text
    assert session(controller).pack.blank_profile == session(controller).profile
    dialog().close()
    follow(controller, link)
    choose(controller, "statement", words.COPY_STATEMENT)
    where = where_cited(session(controller).pack, statement)
    assert clipboard_text() == f"{statement.text}\n{where}"


def test_the_tabs_have_true_counts(controller: Controller) -> None:
    tabs = inspector_body(controller).tabs
    for strategy in session(controller).pack.strategies:
        select(controller, strategy.id)
        inspected = screen(controller).inspector
        assert inspected
        counts = len(inspected.statements), len(inspected.notes), len(inspected.references)
        said = [tabs.accessibleTabName(place) for place in range(tabs.count())]
        assert said == [
            words.TABS["why"],
            words.TABS["status"],
            *(
                words.TAB_COUNTED.format(tab=words.TABS[name], count=count)
                for name, count in zip(TABS[2:], counts, strict=True)
            ),
        ]


def test_numbers_stand_on_the_tabs_where_there_is_room(controller: Controller) -> None:
    select(controller, "osimertinib")
    tabs = inspector_body(controller).tabs
    tabs.resize(600, tabs.height())
    assert any(tabs.tabText(place)[-1].isdigit() for place in range(tabs.count()))
    tabs.resize(200, tabs.height())
    assert [tabs.tabText(place) for place in range(tabs.count())] == list(words.TABS.values())
    assert tabs.accessibleTabName(2)[-1].isdigit()


def test_ctrl_and_a_digit_choose_a_tab_wherever_the_keyboard_is(controller: Controller) -> None:
    select(controller, "osimertinib")
    body = inspector_body(controller)
    for place, name in enumerate(TABS):
        key = Qt.Key(Qt.Key.Key_1 + place)
        QTest.keyClick(controller.window, key, Qt.KeyboardModifier.ControlModifier)
        assert body.tabs.name == name
        assert body.pages.currentWidget() is body.page(name)


def test_the_tab_stays_at_another_zoom_and_another_strategy_begins_with_why(
    controller: Controller,
) -> None:
    select(controller, "osimertinib")
    inspector_body(controller).choose("references")
    controller.dress(zoom=125)
    let_go()
    assert inspector_body(controller).tabs.name == "references"
    session(controller).select("osimertinib")
    assert inspector_body(controller).tabs.name == "references"
    session(controller).select("dendrimers")
    assert inspector_body(controller).tabs.name == "why"


@pytest.mark.parametrize("size", [(1024, 700), (1440, 900)])
def test_every_strategy_is_read_from_its_beginning(
    controller: Controller, size: tuple[int, int]
) -> None:
    controller.window.setMinimumSize(0, 0)
    controller.window.resize(*size)
    for strategy in ("surgical-resection", "osimertinib", "surgical-resection"):
        session(controller).select(strategy)
        let_go()
        assert inspector_body(controller).text.verticalScrollBar().value() == 0


def test_only_what_is_looked_at_is_written(controller: Controller) -> None:
    session(controller).change(selection="osimertinib")
    body = inspector_body(controller)
    assert body.pages.count() == 1
    assert body.pages.currentWidget() is body.page("why")
    body.choose("notes")
    assert body.pages.count() == 2


@pytest.mark.parametrize("zoom", [80, 100, 150, 200])
def test_what_stands_over_the_tabs_is_in_the_text_where_it_has_no_room(
    controller: Controller, zoom: int
) -> None:
    controller.dress(zoom=zoom)
    for size in ((1920, 1080), (1440, 900), (1024, 700)):
        controller.window.resize(*size)
        session(controller).change(selection="liposomal-doxorubicin")
        let_go()
        body = inspector_body(controller)
        said = "1 more note; it does not contradict the status"
        assert body.head.text.isVisibleTo(body) is not (said in body.text.toPlainText())
        if body.head.text.isVisibleTo(body):
            high = body.head.text.document().size().height()
            assert high - 1 <= body.head.text.height() <= high + 1


def test_a_reference_leads_to_it_and_tells_of_it(controller: Controller) -> None:
    select(controller, "osimertinib")
    cursor = inspector_body(controller).page("evidence").document().find("Angeli 2021")
    style = cursor.charFormat()
    assert style.anchorHref() == f"{addresses.REFERENCE}wu-67"
    reference = session(controller).pack.reference["wu-67"]
    assert reference.title in style.toolTip().replace("&nbsp;", " ")


@pytest.mark.parametrize("zoom", [100, 150, 200])
@pytest.mark.parametrize("size", [(820, 560), (1024, 700), (1440, 900)])
def test_what_has_no_room_is_left_out_and_never_cut(
    controller: Controller, size: tuple[int, int], zoom: int
) -> None:
    controller.dress(zoom=zoom)
    controller.window.resize(*size)
    select(controller, "liposomal-doxorubicin")
    QApplication.processEvents()
    body = inspector_body(controller)
    tabs = body.tabs.mapTo(body, body.tabs.rect().topLeft()).y()
    for part in (body.head.scale, body.head.text):
        if part.isVisible():
            assert part.mapTo(body, part.rect().bottomRight()).y() <= tabs, part.objectName()
            whole = part.mapTo(body.head, part.rect().bottomRight())
            assert body.head.rect().contains(whole), part.objectName()
