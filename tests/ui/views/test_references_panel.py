from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import EMPTY
from nanoexplorer.core.shown.reference_kinds import SOURCE_ITSELF, kinds_behind_all
from nanoexplorer.documents import links
from nanoexplorer.documents.citations.cited import whose
from nanoexplorer.documents.reference_list.columns import NAMES
from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.typesetting import advance
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.base.requests import FollowLink
from nanoexplorer.ui.base.session import Session
from nanoexplorer.ui.base.theme import chosen_theme, dress, stylesheet
from nanoexplorer.ui.views.references.panel import ReferencesPanel
from nanoexplorer.ui.views.references.table import (
    BESIDE,
    HEAD,
    LEAST_TITLE,
    WIDTHS,
    in_whole_words,
)
from nanoexplorer.words import references as words
from tests.controllers import find, let_go, wire
from tests.controllers import session as asked
from tests.packs import mini_pack, random_pack
from tests.ui.hostile import MARKUP, hostile_pack

Open = Callable[[Pack], tuple[ReferencesPanel, Session]]
LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def open_panel(app: QApplication, qtbot: QtBot) -> Open:
    """The panel over a session, as the window wires it."""

    def made(pack: Pack) -> tuple[ReferencesPanel, Session]:
        session = Session(pack)
        panel = ReferencesPanel(pack, chosen_theme("light"), 100)
        qtbot.addWidget(panel)
        panel.setStyleSheet(stylesheet(chosen_theme("light")))
        panel.resize(740, 700)
        wire(panel, session)
        session.change(tab="references")
        panel.show()
        return panel, session

    return made


@pytest.fixture
def shown(open_panel: Open) -> tuple[ReferencesPanel, Session]:
    return open_panel(load_pack(bundled_pack()))


def text(panel: ReferencesPanel) -> str:
    """All that is said of the reference in full."""
    detail = panel.detail
    shown = (part for part in (detail.facts, detail.text) if part.isVisibleTo(detail))
    return "\n".join(part.toPlainText() for part in shown)


def listed(panel: ReferencesPanel) -> list[str]:
    return [reference.id for reference in panel.references.references()]


def test_all_references_are_listed_and_the_first_is_shown_in_full(
    shown: tuple[ReferencesPanel, Session],
) -> None:
    panel, session = shown
    assert listed(panel) == [r.id for r in session.pack.references]
    number = len(session.pack.references)
    assert panel.bar.copies.count.text() == words.listed(number, number)
    assert whose(session.pack) in panel.bar.copies.count.toolTip()
    assert "134 of the review" in panel.bar.copies.count.toolTip()
    assert panel.table.currentIndex().row() == 0
    assert "Theranostic Role" in text(panel)
    assert panel.bar.switch.chosen == 0


def test_typing_filters_and_what_is_listed_is_what_is_copied(
    shown: tuple[ReferencesPanel, Session], qtbot: QtBot
) -> None:
    panel, session = shown
    QTest.keyClicks(panel.bar.filters.box, "liposom")
    assert 0 < len(listed(panel)) < 20
    assert dict(session.intent.options)["references.filter"] == "liposom"
    count = words.listed(len(listed(panel)), len(session.pack.references))
    assert panel.bar.copies.count.text() == count
    QTest.keyClick(panel.bar.filters.box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(panel.bar.filters.box, Qt.Key.Key_Delete)
    assert len(listed(panel)) == len(session.pack.references)


def test_the_kind_is_chosen_from_those_that_there_are(
    shown: tuple[ReferencesPanel, Session],
) -> None:
    panel, _ = shown
    box = panel.bar.filters.kinds
    box.setCurrentIndex(box.findData("thesis"))
    box.activated.emit(box.currentIndex())
    assert {r.kind for r in panel.references.references()} == {"thesis"}


def test_a_click_on_a_column_sorts_and_again_the_other_way(
    shown: tuple[ReferencesPanel, Session], qtbot: QtBot
) -> None:
    panel, session = shown
    head = panel.table.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(NAMES.index("year")) + 8, head.height() // 2)
    years = []
    for _ in range(2):
        QTest.mouseClick(head.viewport(), LEFT, NO_KEYS, place)
        years.append([r.year or 0 for r in panel.references.references()])
    assert sorted(years) == sorted([sorted(years[0]), sorted(years[0], reverse=True)])
    assert dict(session.intent.options)["references.sort"] in ("year", "-year")


def test_the_keyboard_sorts_through_a_list(shown: tuple[ReferencesPanel, Session]) -> None:
    panel, session = shown
    box = panel.bar.filters.sorting
    box.setCurrentIndex(box.findData("cited"))
    box.activated.emit(box.currentIndex())
    assert dict(session.intent.options)["references.sort"] == "-cited"
    counts = [len(session.pack.cited_by.get(id_, ())) for id_ in listed(panel)]
    assert counts == sorted(counts, reverse=True)


def test_walking_shows_each_reference_in_full(
    shown: tuple[ReferencesPanel, Session], qtbot: QtBot
) -> None:
    panel, session = shown
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    assert dict(session.intent.options)["references.shown"] == "wu-1"
    assert "Rybarczyk-Kasiuchnicz" in text(panel)


def test_a_reference_stays_shown_while_it_is_listed(
    shown: tuple[ReferencesPanel, Session],
) -> None:
    panel, session = shown
    session.choose_option("references.shown", "wu-96")
    session.choose_option("references.sort", "-year")
    assert panel.references.row(panel.table.currentIndex().row()) is not None
    assert "Reference 96" in text(panel)
    session.choose_option("references.kind", "thesis")
    assert "Reference 96" not in text(panel)
    session.choose_option("references.kind", "")
    assert "Reference 96" in text(panel)


def test_only_the_selected_strategys_references(
    shown: tuple[ReferencesPanel, Session], qtbot: QtBot
) -> None:
    panel, session = shown
    assert not panel.bar.filters.of_selected.isVisible()
    session.change(selection="liposomes")
    panel.bar.filters.of_selected.click()
    assert session.screen.inspector is not None
    assert listed(panel) == list(session.screen.inspector.references)
    session.change(selection="dendrimers")
    assert listed(panel) == list(session.screen.inspector.references)
    session.change(selection="")
    assert len(listed(panel)) == len(session.pack.references)


def test_those_with_a_citation_check_alone(shown: tuple[ReferencesPanel, Session]) -> None:
    panel, session = shown
    panel.bar.filters.checked.click()
    with_check = {check.reference for check in session.pack.citation_checks}
    assert listed(panel) == [r.id for r in session.pack.references if r.id in with_check]
    panel.bar.filters.checked.click()
    assert len(listed(panel)) == len(session.pack.references)


def test_links_select_a_strategy_or_open_a_doi(
    shown: tuple[ReferencesPanel, Session], qtbot: QtBot
) -> None:
    panel, session = shown
    panel.detail.text.anchorClicked.emit(QUrl(f"{links.STRATEGY}liposomes"))
    assert session.screen.selection == "liposomes"
    with qtbot.waitSignal(panel.requested) as opened:
        panel.detail.text.anchorClicked.emit(QUrl("https://doi.org/10.1000/1"))
    assert opened.args == [FollowLink("https://doi.org/10.1000/1")]


@pytest.mark.parametrize(
    "options",
    [
        {"references.sort": "nonsense", "references.kind": "nonsense"},
        {"references.sort": "-", "references.of": "x", "references.page": "x"},
        {"references.shown": "no-such-reference"},
    ],
)
def test_options_that_mean_nothing_are_passed_over(
    shown: tuple[ReferencesPanel, Session], options: dict[str, str]
) -> None:
    panel, session = shown
    for name, value in options.items():
        session.choose_option(name, value)
    assert listed(panel) == [r.id for r in session.pack.references]
    assert panel.pages.currentIndex() == 0


def test_the_bars_select_and_mark_a_strategy(
    shown: tuple[ReferencesPanel, Session], qtbot: QtBot
) -> None:
    panel, session = shown
    panel.bar.switch.segments[1].click()
    assert panel.pages.currentIndex() == 1
    cited = kinds_behind_all(session.pack)
    publications = cited.publications - cited.of(SOURCE_ITSELF)
    assert panel.bar.title.text() == words.kinds_title(publications, cited.of("review"))
    session.change(selection="dendrimers")
    assert panel.chart.selected == "dendrimers"
    below = session.pack.ordered[panel.chart.bars.places["dendrimers"] + 1]
    QTest.keyClick(panel.chart, Qt.Key.Key_Down)
    assert session.screen.selection == below.id
    first = panel.chart.bars.index(0)
    panel.chart.scrollTo(first)
    place = panel.chart.visualRect(first).center()
    QTest.mouseClick(panel.chart.viewport(), LEFT, NO_KEYS, place)
    assert session.screen.selection == session.pack.ordered[0].id


def test_a_bar_says_in_words_what_it_shows(shown: tuple[ReferencesPanel, Session]) -> None:
    panel, _ = shown
    place = panel.chart.bars.places["dendrimers"]
    assert panel.chart.bars.index(place).data() == "Dendrimers: 3 publications (3 review)"


def test_a_profile_that_changes_draws_nothing_anew(
    shown: tuple[ReferencesPanel, Session],
) -> None:
    panel, session = shown
    panel.detail.text.setPlainText("untouched")
    session.edit_profile("egfr", "mutated")
    assert "untouched" in text(panel)


def test_another_theme_writes_the_text_again(shown: tuple[ReferencesPanel, Session]) -> None:
    panel, session = shown
    panel.detail.text.setPlainText("old")
    dress(panel, chosen_theme("dark"))
    panel.draw(session.screen, session.screen.changed_since(EMPTY))
    assert "Theranostic Role" in text(panel)


@pytest.mark.parametrize("strategies", [0, 1, 300])
def test_any_pack_is_drawn(open_panel: Open, strategies: int) -> None:
    from random import Random

    panel, session = open_panel(random_pack(Random(3), 2, strategies))
    for page in words.PAGES:
        session.choose_option("references.page", page)
        panel.grab()
    assert panel.chart.bars.rowCount() == strategies


def test_markup_in_a_pack_stays_text(open_panel: Open, tmp_path: Path) -> None:
    panel, _ = open_panel(load_pack(hostile_pack(tmp_path / "pack")))
    assert MARKUP in text(panel)


@pytest.mark.parametrize("size", [(740, 700), (690, 280), (440, 360)])
@pytest.mark.parametrize("zoom", [100, 200])
def test_nothing_lies_over_anything(
    app: QApplication, qtbot: QtBot, size: tuple[int, int], zoom: int
) -> None:
    pack = mini_pack()
    panel = ReferencesPanel(pack, chosen_theme("light"), zoom)
    qtbot.addWidget(panel)
    session = Session(pack)
    session.screen_changed.connect(panel.draw)
    session.refresh()
    panel.resize(*size)
    panel.show()
    let_go()
    flow = panel.bar.layout()
    assert flow is not None
    assert panel.bar.height() >= flow.heightForWidth(panel.bar.width())
    assert panel.bar.geometry().bottom() < panel.pages.geometry().top()
    assert panel.table.geometry().bottom() < panel.detail.geometry().top()
    shown = [part for part in panel.bar.findChildren(QWidget) if part.parent() is panel.bar]
    boxes = [part.geometry() for part in shown if part.isVisible()]
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))


def wide(panel: ReferencesPanel, width: int, height: int = 800) -> None:
    panel.resize(width, height)
    QApplication.processEvents()


def test_a_long_title_takes_two_lines_and_its_row_as_much_and_no_more(
    shown: tuple[ReferencesPanel, Session],
) -> None:
    panel, _ = shown
    side = panel.table.verticalHeader()
    heights: dict[int, set[int]] = {}
    for width in (700, 1300, 700):
        wide(panel, width)
        rows = range(panel.references.rowCount())
        heights[width] = {side.sectionSize(row) for row in rows}
        assert len(heights[width]) == 2
        low = [row for row in rows if side.sectionSize(row) == min(heights[width])]
        room = panel.table.columnWidth(NAMES.index("title"))
        for row in low:
            title = panel.references.index(row, NAMES.index("title")).data()
            assert advance(title, fonts.font(fonts.SMALL)) <= room
    wide(panel, 4000)
    assert {side.sectionSize(row) for row in rows} == {min(heights[700])}


@pytest.mark.parametrize(
    ("called", "shown_as"),
    [
        ("the review", "the review"),
        ("a thorough review of nearly everything", "a thorough review of…"),
    ],
)
def test_what_a_source_is_called_has_room_or_is_cut_between_words(
    open_panel: Open, called: str, shown_as: str
) -> None:
    pack = mini_pack()
    sources = tuple(source._replace(called=called) for source in pack.sources)
    panel, _ = open_panel(replace(pack, sources=sources))
    wide(panel, 1300)
    column, font = NAMES.index("number"), fonts.font(fonts.SMALL)
    room = panel.table.columnWidth(column) - BESIDE - HEAD
    numbers = {
        panel.references.index(row, column).data(): panel.references.index(row, column)
        for row in range(panel.references.rowCount())
    }
    assert called in numbers
    assert called in numbers[called].data(Qt.ItemDataRole.ToolTipRole)
    assert in_whole_words(called, font, room) == shown_as
    others = [number for number in numbers if number != called]
    assert [n for n in others if in_whole_words(n, font, room) != n] == []


def test_a_selection_leaves_no_button_in_a_line_of_its_own(controller: Controller) -> None:
    asked(controller).change(tab="references", selection="surgical-resection")
    for width in range(1200, 1700, 50):
        controller.window.resize(width, 700)
        QApplication.processEvents()
        buttons = find(controller, ReferencesPanel, "references").bar.copies.buttons
        if buttons[0].isVisible():
            first = find(controller, QWidget, "references.pages")
            assert all(abs(button.y() - first.y()) < first.height() for button in buttons)


def test_the_chosen_row_stays_in_sight_when_rows_become_higher(
    shown: tuple[ReferencesPanel, Session],
) -> None:
    panel, session = shown
    wide(panel, 1300)
    session.choose_option("references.shown", "wu-68")
    for width in (640, 1300):
        wide(panel, width)
        box = panel.table.visualRect(panel.table.currentIndex())
        assert panel.table.viewport().rect().contains(box.center())


def test_columns_go_before_titles_have_no_room(shown: tuple[ReferencesPanel, Session]) -> None:
    panel, _ = shown
    seen = []
    for width in (1300, 640, 440):
        wide(panel, width)
        table = panel.table
        shown_now = [name for n, name in enumerate(NAMES) if not table.isColumnHidden(n)]
        assert sum(table.columnWidth(NAMES.index(name)) for name in shown_now) <= width
        assert table.columnWidth(NAMES.index("title")) >= LEAST_TITLE
        seen.append(shown_now)
    assert seen[0] == list(WIDTHS)
    assert len(seen[0]) > len(seen[1]) > len(seen[2])
    assert {"number", "title"} < set(seen[2])


def test_the_toolbar_is_one_line_in_every_window_and_folds_for_it(controller: Controller) -> None:
    asked(controller).change(tab="references")
    cases = ((1440, 100, True, True), (1024, 100, False, True), (1024, 150, False, False))
    for width, zoom, buttons, filters in cases:
        controller.dress(zoom=zoom)
        controller.window.resize(width, 700)
        QApplication.processEvents()
        bar = find(controller, ReferencesPanel, "references").bar
        assert bar.height() < 2 * bar.copies.menu.sizeHint().height()
        assert all(button.isVisible() is buttons for button in bar.copies.buttons)
        assert bar.copies.menu.isVisible() is not buttons
        assert bar.filters.kinds.isVisible() is filters
        assert bar.more.isVisible() is not filters
    bar.more.click()
    assert bar.filters.kinds.isVisible()


def test_what_cites_a_reference_stands_beside_it_in_columns_where_there_is_width(
    shown: tuple[ReferencesPanel, Session],
) -> None:
    panel, session = shown
    session.choose_option("references.shown", "wu-68")
    said = {}
    for width, beside, tables in ((1320, True, 1), (800, True, 0), (600, False, 0)):
        wide(panel, width)
        detail = panel.detail
        assert detail.facts.isVisible() is beside
        assert len(detail.text.document().rootFrame().childFrames()) == tables
        said[width] = sorted(line for line in text(panel).split("\n") if line)
    assert said[1320] == said[800] == said[600]


def test_a_reference_says_its_short_form_its_doi_its_kind_and_its_checks(
    shown: tuple[ReferencesPanel, Session],
) -> None:
    panel, session = shown
    wide(panel, 1300)
    session.choose_option("references.shown", "wu-68")
    reference = session.pack.reference["wu-68"]
    said = panel.detail.facts.toPlainText()
    for wanted in (reference.title, "Liu 2022 [68]", reference.doi, "review"):
        assert wanted in said
    assert "2 of 4 statements — judged by title and venue alone" in said
    checks = [check.text for check in session.pack.citation_checks if check.reference == "wu-68"]
    assert all(check in panel.detail.text.toPlainText() for check in checks)
    statements = session.pack.cited_by["wu-68"]
    assert words.ALL_IN.format(section=f"the review, {statements[0].section}") in text(panel)
