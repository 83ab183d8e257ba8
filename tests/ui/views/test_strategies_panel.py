"""Both columns: cards, lines, the table that opens, the count bar, selection by mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.explaining import explain
from nanoexplorer.core.shown.strategies import Column, columns_of
from nanoexplorer.ui.views.strategies.cards.delegate import CardDelegate
from nanoexplorer.ui.views.strategies.cards.model import CardRow, GroupRow, Heading, Line
from nanoexplorer.ui.views.strategies.count_bar import CountBar
from nanoexplorer.ui.views.strategies.switch import Switch
from nanoexplorer.words import common
from nanoexplorer.words import window as words
from tests.controllers import (
    cards,
    click_row,
    find,
    inspector_text,
    press,
    row_of,
    rows,
    screen,
    session,
    show_all,
)
from tests.shipped import both_packs

COLUMNS = ("treatments", "carriers")


def named(controller: Controller, column: str) -> dict[Verdict, list[str]]:
    """The strategies that a column shows under each verdict."""
    found: dict[Verdict, list[str]] = {}
    model = cards(controller, column).cards
    for place in range(model.rowCount()):
        row = model.row(place)
        if isinstance(row, CardRow):
            found.setdefault(row.verdict, []).append(row.strategy)
    return found


def column_of(controller: Controller, column: str) -> Column:
    return columns_of(session(controller).pack, screen(controller))[COLUMNS.index(column)]


def forms(controller: Controller, column: str) -> dict[Verdict, set[str]]:
    """What the strategies of each verdict look like."""
    found: dict[Verdict, set[str]] = {}
    model = cards(controller, column).cards
    for place in range(model.rowCount()):
        row = model.row(place)
        if isinstance(row, CardRow):
            found.setdefault(row.verdict, set()).add(row.form)
    return found


def groups_in(controller: Controller, column: str) -> list[GroupRow]:
    model = cards(controller, column).cards
    stretches = (model.row(place) for place in range(model.rowCount()))
    return [row for row in stretches if isinstance(row, GroupRow)]


def place_of(controller: Controller, column: str, group: str) -> int:
    model = cards(controller, column).cards
    return next(
        place
        for place in range(model.rowCount())
        if isinstance(row := model.row(place), GroupRow) and row.group == group
    )


def independent(controller: Controller, column: str) -> tuple[str, ...]:
    groups = column_of(controller, column).groups
    return next(g.strategies for g in groups if g.verdict is Verdict.ANY_PROFILE)


def headings(controller: Controller, column: str) -> list[Heading]:
    model = cards(controller, column).cards
    stretches = (model.row(place) for place in range(model.rowCount()))
    return [row for row in stretches if isinstance(row, Heading)]


def gaps(controller: Controller, column: str) -> list[str]:
    model = cards(controller, column).cards
    stretches = (model.row(place) for place in range(model.rowCount()))
    return [row.text for row in stretches if isinstance(row, Line)]


@pytest.mark.parametrize("column", COLUMNS)
def test_a_column_shows_its_groups_in_order_and_folds_what_is_independent(
    controller: Controller, column: str
) -> None:
    session(controller).change_profile({"egfr": "mutated", "alk": "not-rearranged", "lesions": 5})
    session(controller).change_profile({"pdl1": "not-expressed"})
    shown = headings(controller, column)
    groups = column_of(controller, column).groups
    assert [h.verdict for h in shown] == [g.verdict for g in groups]
    assert [h.verdict for h in shown] == [v for v in Verdict if v in {g.verdict for g in groups}]
    assert [h.number for h in shown] == [len(g.strategies) for g in groups]
    open_groups = {g.verdict: list(g.strategies) for g in groups if g.verdict != "any-profile"}
    assert named(controller, column) == open_groups
    assert not any(group.opened for group in groups_in(controller, column))


def test_what_the_profile_decides_is_a_card_and_another_profiles_a_line(
    controller: Controller,
) -> None:
    session(controller).change_profile(
        {"egfr": "mutated", "alk": "not-rearranged", "lesions": 2, "deep-seated": "yes"}
    )
    assert forms(controller, "treatments") == {
        Verdict.MATCHES: {"card"},
        Verdict.AGAINST: {"card"},
        Verdict.OPEN: {"card"},
        Verdict.NO_MATCH: {"line"},
    }


def test_while_nothing_is_known_what_is_open_is_lines_without_marks(
    controller: Controller,
) -> None:
    for column in COLUMNS:
        assert forms(controller, column) == {Verdict.OPEN: {"line"}}
        model = cards(controller, column).cards
        for place in range(model.rowCount()):
            if isinstance(row := model.row(place), CardRow):
                assert not any(piece.mark for piece in model.words(row).pieces)
    session(controller).edit_profile("egfr", "mutated")
    assert forms(controller, "carriers")[Verdict.OPEN] == {"card"}
    session(controller).edit_profile("egfr", "unclear")
    assert forms(controller, "carriers") == {Verdict.OPEN: {"line"}}


@both_packs
def test_the_table_has_the_packs_groups_each_with_its_number_and_its_statuses(
    controller: Controller,
) -> None:
    pack = session(controller).pack
    for column in COLUMNS:
        shown = groups_in(controller, column)
        strategies = independent(controller, column)
        assert tuple(s for group in shown for s in group.strategies) == strategies
        order = [term.id for term in pack.terms("group")]
        places = [order.index(group.group) for group in shown]
        assert places == sorted(set(places))
        model = cards(controller, column).cards
        for group in shown:
            counted = model.tally(group)
            text = rows(controller, column)[place_of(controller, column, group.group)]
            assert pack.label("group", group.group) in text
            assert str(len(group.strategies)) in text
            assert all(count.said in text for count in counted.counts)


def test_a_heading_says_its_verdict_and_how_many_there_are(controller: Controller) -> None:
    session(controller).edit_profile("egfr", "mutated")
    place = row_of(controller, "treatments", common.VERDICT_GROUP["matches"])
    assert rows(controller, "treatments")[place] == common.group_heading(Verdict.MATCHES, 1)


def test_a_card_says_its_name_its_statuses_and_its_reasons(controller: Controller) -> None:
    session(controller).change_profile({"egfr": "mutated", "lesions": 5})
    pack = session(controller).pack
    for column in COLUMNS:
        for strategy in named(controller, column).get(Verdict.MATCHES, []):
            name = pack.strategy[strategy].name
            text = rows(controller, column)[row_of(controller, column, name)]
            for reason in explain(pack.table, session(controller).profile, strategy):
                if reason.outcome == "met":
                    assert reason.found is not None
                    found = common.value_phrase(pack.field[reason.criterion.field], reason.found)
                    assert f"{found}: named for" in text


def test_the_total_of_its_kind_stands_at_the_head_of_a_column(controller: Controller) -> None:
    pack = session(controller).pack
    session(controller).edit_profile("egfr", "mutated")
    for column, kind in zip(COLUMNS, pack.kinds, strict=True):
        head = find(controller, QLabel, f"strategies.{kind.id}_count")
        assert head.text() == str(sum(s.kind == kind.id for s in pack.strategies))
        session(controller).change(search="gold")
        shown = column_of(controller, column).shown
        assert head.text() == words.column_count(int(head.text().split()[2]), shown)
        session(controller).change(search="")


def opened(controller: Controller, column: str) -> list[str]:
    return [group.group for group in groups_in(controller, column) if group.opened]


@both_packs
def test_a_click_opens_a_group_and_another_closes_it(controller: Controller) -> None:
    [first, *_] = groups_in(controller, "carriers")
    place = place_of(controller, "carriers", first.group)
    click_row(controller, "carriers", place)
    assert opened(controller, "carriers") == [first.group]
    assert named(controller, "carriers")[Verdict.ANY_PROFILE] == list(first.strategies)
    assert forms(controller, "carriers")[Verdict.ANY_PROFILE] == {"row"}
    click_row(controller, "carriers", place)
    assert opened(controller, "carriers") == []
    assert Verdict.ANY_PROFILE not in named(controller, "carriers")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Space])
def test_a_key_opens_a_group_and_left_closes_it(controller: Controller, key: Qt.Key) -> None:
    group = groups_in(controller, "carriers")[1].group
    place = place_of(controller, "carriers", group)
    view = cards(controller, "carriers")
    view.setFocus()
    view.setCurrentIndex(view.model().index(place, 0))
    press(view, key)
    assert opened(controller, "carriers") == [group]
    assert view.currentIndex().row() == place
    press(view, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left)
    assert view.currentIndex().row() == place, "from a row back to its group"
    press(view, Qt.Key.Key_Left)
    assert opened(controller, "carriers") == []
    press(view, Qt.Key.Key_Left)
    assert opened(controller, "carriers") == []
    assert view.currentIndex().row() == place


@both_packs
def test_the_last_line_shows_all_groups_and_fewer_again(controller: Controller) -> None:
    all_ = common.counted(len(independent(controller, "treatments")), words.SHOW_ALL)
    click_row(controller, "treatments", row_of(controller, "treatments", all_))
    shown = named(controller, "treatments")[Verdict.ANY_PROFILE]
    assert tuple(shown) == independent(controller, "treatments")
    last = len(rows(controller, "treatments")) - 1
    assert rows(controller, "treatments")[last] == words.SHOW_FEWER
    click_row(controller, "treatments", last)
    assert opened(controller, "treatments") == []


def test_an_opened_group_stays_open_when_the_profile_changes(controller: Controller) -> None:
    group = groups_in(controller, "carriers")[2].group
    click_row(controller, "carriers", place_of(controller, "carriers", group))
    session(controller).edit_profile("alk", "not-rearranged")
    assert opened(controller, "carriers") == [group]


def test_a_search_opens_the_groups_in_which_it_finds(controller: Controller) -> None:
    session(controller).change(search="gold")
    assert all(group.opened for group in groups_in(controller, "carriers"))
    assert words.SHOW_FEWER not in rows(controller, "carriers")
    shown = [s for group in named(controller, "carriers").values() for s in group]
    assert len(shown) == column_of(controller, "carriers").shown > 0
    session(controller).change(search="")
    assert opened(controller, "carriers") == []


def test_what_is_looked_for_is_shown_in_its_group(controller: Controller) -> None:
    assert controller.content
    controller.content.strategies.reveal("dendrimers")
    view = cards(controller, "carriers")
    row = view.cards.row(view.currentIndex().row())
    assert isinstance(row, CardRow)
    assert row.strategy == "dendrimers"
    assert opened(controller, "carriers") == [session(controller).pack.strategy["dendrimers"].group]


def switch(controller: Controller) -> Switch:
    return find(controller, Switch, "strategies.only_dependent")


@both_packs
def test_the_switch_leaves_out_what_is_independent_and_its_number_stays(
    controller: Controller,
) -> None:
    numbers = [len(independent(controller, column)) for column in COLUMNS]
    QTest.mouseClick(switch(controller), Qt.MouseButton.LeftButton)
    for column, number in zip(COLUMNS, numbers, strict=True):
        assert groups_in(controller, column) == []
        assert Verdict.ANY_PROFILE not in {h.verdict for h in headings(controller, column)}
        assert rows(controller, column)[-1] == words.LEFT_OUT.format(number=number)
    bar = find(controller, CountBar, "strategies.totals")
    assert f"{sum(numbers)} {words.TOTALS['any-profile']}" in bar.accessibleName()
    QTest.keyClick(switch(controller), Qt.Key.Key_Space)
    assert [len(independent(controller, column)) for column in COLUMNS] == numbers


def test_with_the_switch_on_a_search_finds_everything(controller: Controller) -> None:
    QTest.mouseClick(switch(controller), Qt.MouseButton.LeftButton)
    session(controller).change(search="dendrimers")
    assert "dendrimers" in named(controller, "carriers")[Verdict.ANY_PROFILE]


def test_the_count_bar_says_the_totals_and_against_only_where_there_is_any(
    controller: Controller,
) -> None:
    bar = find(controller, CountBar, "strategies.totals")
    session(controller).open_case("egfr-two-lesions")
    assert [count.said for count in bar.counts()] == [
        "4 named",
        "2 open",
        "2 for other profiles",
        "56 independent",
    ]
    session(controller).edit_profile("deep-seated", "yes")
    assert [count.said for count in bar.counts()][:2] == ["3 named", "1 against"]
    assert sum(int(count.number) for count in bar.counts()) == len(session(controller).pack.ordered)


@both_packs
@pytest.mark.parametrize("zoom", [100, 150])
def test_the_switch_never_lies_over_a_total(controller: Controller, zoom: int) -> None:
    controller.dress(zoom=zoom)
    controller.window.resize(1024, 700)
    pack = session(controller).pack
    for case in pack.cases[:6]:
        session(controller).change(profile=case.profile, selection=pack.ordered[0].id)
        QCoreApplication.processEvents()
        bar = find(controller, CountBar, "strategies.totals")
        switch = QRectF(bar.switch.geometry())
        words_of = [count.box.adjusted(0, 4, 0, -4) for count in bar.counts()]
        assert not any(switch.intersects(box) for box in words_of)
        assert switch.bottom() <= bar.height()


@both_packs
def test_every_total_says_what_it_counts(controller: Controller) -> None:
    bar = find(controller, CountBar, "strategies.totals")
    for count in bar.counts():
        QTest.mouseMove(bar, count.box.center().toPoint())
        assert words.GROUP_TIPS[count.verdict][:20] in bar.toolTip()


def spots(controller: Controller, column: str) -> set[tuple[str, bool]]:
    """The kinds of spots in a column, and whether all of that kind say something."""
    view = cards(controller, column)
    delegate = view.itemDelegate()
    assert isinstance(delegate, CardDelegate)
    said: dict[str, bool] = {}
    for place in range(view.cards.rowCount()):
        for spot in delegate.laid_out(place).spots:
            said[spot.kind] = said.get(spot.kind, True) and bool(view.cards.tip(place, spot))
    return set(said.items())


def test_marks_chips_notes_headings_and_counts_say_what_they_mean(controller: Controller) -> None:
    session(controller).change_profile({"egfr": "mutated", "lesions": 2, "deep-seated": "yes"})
    expected = {"status", "mark", "link", "notes", "heading", "count", "disputed"}
    found = spots(controller, "treatments") | spots(controller, "carriers")
    assert found == {(kind, True) for kind in expected}


@pytest.mark.parametrize(
    ("field", "value", "column"),
    [("alk", "rearranged", "carriers"), ("pdl1", "expressed", "treatments")],
)
def test_a_known_biomarker_without_a_strategy_is_said_to_be_a_gap(
    controller: Controller, field: str, value: str, column: str
) -> None:
    assert gaps(controller, column) == []
    session(controller).edit_profile(field, value)
    kind = column_of(controller, column).kind
    line = common.gap_line(session(controller).pack.field[field], value, kind)
    assert line in gaps(controller, column)
    assert line in rows(controller, column)
    session(controller).edit_profile(field, "unclear")
    assert gaps(controller, column) == []


def test_a_click_on_a_card_shows_it_in_the_inspector(controller: Controller) -> None:
    assert find(controller, QWidget, "inspector.nothing").isVisible()
    click_row(controller, "treatments", row_of(controller, "treatments", "Surgical resection"))
    assert screen(controller).selection == "surgical-resection"
    assert find(controller, QLabel, "inspector.title").text() == "Surgical resection"
    assert not find(controller, QWidget, "inspector.nothing").isVisible()
    show_all(controller)
    click_row(controller, "carriers", row_of(controller, "carriers", "Dendrimers"))
    assert find(controller, QLabel, "inspector.title").text() == "Dendrimers"


def test_only_one_card_is_marked(controller: Controller) -> None:
    show_all(controller)
    for column, name in (("treatments", "Surgical resection"), ("carriers", "Dendrimers")):
        click_row(controller, column, row_of(controller, column, name))
        marked = [
            cards(controller, c).cards.row(index.row())
            for c in COLUMNS
            for index in cards(controller, c).selectedIndexes()
        ]
        assert [row.strategy for row in marked if isinstance(row, CardRow)] == [
            screen(controller).selection
        ]


def test_walking_with_the_arrow_keys_reads_card_by_card(controller: Controller) -> None:
    show_all(controller)
    view = cards(controller, "treatments")
    view.setFocus()
    press(view, Qt.Key.Key_Home)
    seen = []
    for _ in range(view.model().rowCount() - 1):
        press(view, Qt.Key.Key_Down)
        if isinstance(view.cards.row(view.currentIndex().row()), CardRow):
            seen.append(screen(controller).selection)
    shown = [strategy for group in named(controller, "treatments").values() for strategy in group]
    assert seen == shown


def test_enter_shows_the_card_that_is_marked(controller: Controller) -> None:
    show_all(controller)
    click_row(controller, "treatments", row_of(controller, "treatments", "Palliative care"))
    session(controller).change(selection="")
    press(cards(controller, "treatments"), Qt.Key.Key_Return)
    assert screen(controller).selection == "palliative-care"
    assert inspector_text(controller)


def test_a_selected_strategy_stays_selected_when_it_changes_its_group(
    controller: Controller,
) -> None:
    session(controller).change(selection="osimertinib")
    for value in ("mutated", "wild-type", "unclear"):
        session(controller).edit_profile("egfr", value)
        assert screen(controller).selection == "osimertinib"
        assert find(controller, QLabel, "inspector.title").text() == "EGFR inhibitor (osimertinib)"


def test_a_profile_edit_keeps_the_place_in_the_column(controller: Controller) -> None:
    show_all(controller)
    view = cards(controller, "carriers")
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    assert place > 0
    session(controller).edit_profile("lesions", 9)
    assert abs(bar.value() - place) < 4


def test_a_strategy_that_is_selected_in_another_view_is_marked_on_the_way_back(
    controller: Controller,
) -> None:
    session(controller).change(selection="osimertinib")
    session(controller).change(tab="compare")
    session(controller).change(selection="whole-brain-radiotherapy")
    session(controller).change(tab="strategies")
    view = cards(controller, "treatments")
    [chosen] = view.selectionModel().selectedIndexes()
    row = view.cards.row(chosen.row())
    assert isinstance(row, CardRow)
    assert row.strategy == "whole-brain-radiotherapy"


@pytest.mark.qt_log_ignore("raise\\(\\)")  # what the offscreen platform can't do
def test_what_the_mouse_rests_on_is_told_in_a_tip(controller: Controller, qtbot: QtBot) -> None:
    view = cards(controller, "treatments")
    heading = view.visualRect(view.model().index(0, 0)).center()
    event = QHelpEvent(QEvent.Type.ToolTip, heading, view.viewport().mapToGlobal(heading))
    QApplication.sendEvent(view.viewport(), event)
    shown = words.GROUP_TIPS["open"].split()[0]
    qtbot.waitUntil(lambda: shown in QToolTip.text())
    QToolTip.hideText()
