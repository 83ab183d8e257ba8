"""The decision map on the screen: walking, choosing, its options, and the table below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Value
from nanoexplorer.core.screen import EMPTY, Intent
from nanoexplorer.core.shown.decision_map_choices import COLUMNS, ROWS, STRATEGY
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.base.requests import ChooseOption, Request
from nanoexplorer.ui.base.session import Session
from nanoexplorer.ui.base.theme import chosen_theme, dress
from nanoexplorer.ui.views.decision_map.panel import DecisionMapPanel
from nanoexplorer.ui.views.decision_map.table_model import DecisionTableModel
from nanoexplorer.words import decision_map as words
from tests.controllers import LEFT, NO_KEYS, clipboard_text, let_go, press, wire
from tests.packs import mini_pack


class Bench:
    """A panel over a session, wired as the window wires them."""

    def __init__(self, panel: DecisionMapPanel, profile: dict[str, Value]) -> None:
        self.panel = panel
        self.session = Session(panel.pack)
        wire(panel, self.session)
        blank = panel.pack.blank_profile
        self.session.change(profile=blank.replace(profile), tab="decision-map")
        self.session.refresh()

    @property
    def intent(self) -> Intent:
        return self.session.intent

    def choose(self, name: str, value: str) -> None:
        self.session.choose_option(name, value)

    def set(self, **changes: object) -> None:
        self.session.change(**changes)

    def click(self, row: int, column: int) -> None:
        at = self.panel.canvas.cell_box((row, column)).center()
        QTest.mouseClick(self.panel.canvas.viewport(), LEFT, NO_KEYS, at)

    def cells(self, column: int) -> list[str]:
        model = self.panel.table.table
        return [str(model.index(n, column).data()) for n in range(model.rowCount())]


def opened(qtbot: QtBot, pack: Pack, zoom: int = 100, **profile: Value) -> Bench:
    panel = DecisionMapPanel(pack, chosen_theme("light"), zoom)
    panel.resize(760, 800)
    made = Bench(panel, profile)
    panel.show()
    qtbot.waitExposed(panel)
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return made


def closed(bench: Bench) -> None:
    bench.panel.close()
    bench.panel.deleteLater()
    let_go()


@pytest.fixture
def bench(app: QApplication, qtbot: QtBot) -> Iterator[Bench]:
    made = opened(qtbot, load_pack(bundled_pack()), egfr="mutated", lesions=2)
    yield made
    closed(made)


def test_a_click_goes_to_the_profile_of_the_cell(bench: Bench) -> None:
    bench.click(3, 4)  # EGFR wild-type, ALK rearranged; five lesions
    values = bench.intent.profile.as_dict()
    assert (values["egfr"], values["alk"], values["lesions"]) == ("wild-type", "rearranged", 5)
    assert values["pdl1"] == "not-tested"


def test_a_click_keeps_how_something_is_unknown(bench: Bench) -> None:
    bench.set(profile=bench.intent.profile.replace({"alk": "unclear", "lesions": 40}))
    bench.click(5, 10)
    values = bench.intent.profile.as_dict()
    assert (values["egfr"], values["alk"], values["lesions"]) == ("wild-type", "unclear", 40)


def test_the_arrow_keys_walk_and_enter_goes_there(bench: Bench) -> None:
    canvas = bench.panel.canvas
    canvas.setFocus()
    press(canvas, Qt.Key.Key_Right, Qt.Key.Key_Up)
    assert bench.panel.said.text().startswith("EGFR mutated · ALK not rearranged · 3 lesions: 4")
    assert bench.intent.profile["lesions"] == 2
    press(canvas, Qt.Key.Key_Return)
    assert bench.intent.profile["lesions"] == 3
    assert bench.panel.said.text().startswith(words.HERE)


def test_walking_ends_at_the_edge(bench: Bench) -> None:
    canvas = bench.panel.canvas
    canvas.setFocus()
    press(canvas, *[Qt.Key.Key_Left] * 3, *[Qt.Key.Key_Up] * 4, Qt.Key.Key_Return)
    assert bench.intent.profile["lesions"] == 1
    assert bench.intent.profile["alk"] == "rearranged"


def test_walking_keeps_the_cell_in_sight(bench: Bench) -> None:
    bench.panel.resize(500, 300)
    canvas = bench.panel.canvas
    canvas.setFocus()
    press(canvas, *[Qt.Key.Key_Down] * 8, *[Qt.Key.Key_Right] * 11)
    box = canvas.cell_box((8, 11))
    shown, page = bench.panel.area.viewport(), bench.panel.area.widget()
    assert page
    assert shown.rect().contains(canvas.mapTo(page, box.center()) - offset(bench))


def offset(bench: Bench) -> QPoint:
    area = bench.panel.area
    return QPoint(area.horizontalScrollBar().value(), area.verticalScrollBar().value())


def test_hovering_tells_the_profile_and_the_names(bench: Bench) -> None:
    canvas = bench.panel.canvas
    at = canvas.cell_box((0, 0)).center()
    assert "EGFR mutated · ALK rearranged · 1 lesion: 5 named" in canvas.tip_at(at)
    assert "EGFR" in canvas.tip_at(QPoint(1, 1))
    assert canvas.tip_at(QPoint(1, canvas.height() - 1)) == ""
    QTest.mouseMove(canvas.viewport(), at)
    assert "1 lesion: 5 named" in bench.panel.said.text()


def test_the_options_choose_rows_columns_and_strategy(bench: Bench) -> None:
    bench.choose(ROWS, "pdl1")
    bench.choose(COLUMNS, "egfr")
    assert bench.panel.choices.rows.text() == "rows: PD-L1"
    assert bench.panel.choices.columns.text() == "columns: EGFR"
    bench.click(0, 0)
    assert bench.intent.profile["pdl1"] == "expressed"
    bench.choose(STRATEGY, "osimertinib")
    assert "osimertinib" in bench.panel.title.text()


@pytest.mark.parametrize(
    "value", ["nonsense", "egfr;nonsense", "egfr;alk;pdl1;ros1;deep-seated;general-health"]
)
def test_rows_that_cannot_be_fall_back(bench: Bench, value: str) -> None:
    bench.choose(ROWS, value)
    bench.choose(COLUMNS, "nonsense")
    bench.choose(STRATEGY, "nonsense")
    assert bench.panel.choices.rows.text() == "rows: EGFR, ALK"
    assert bench.panel.choices.columns.text() == "columns: Brain lesions"
    assert bench.panel.choices.strategies.currentText() == words.ALL


def test_a_menu_of_fields_requests_rows_in_the_packs_order(bench: Bench) -> None:
    asked: list[Request] = []
    bench.panel.requested.connect(asked.append)
    actions = {a.text(): a for a in bench.panel.choices.rows.menu().actions()}
    actions["PD-L1"].trigger()
    actions["EGFR"].trigger()
    assert asked == [ChooseOption(ROWS, "egfr;alk;pdl1"), ChooseOption(ROWS, "alk;pdl1")]
    assert not actions["Brain lesions"].isEnabled()


def test_the_last_row_field_can_be_taken_away(bench: Bench) -> None:
    bench.choose(ROWS, "")
    assert bench.panel.choices.rows.text() == "rows: none"
    bench.click(0, 6)
    assert bench.intent.profile["lesions"] == 7


def test_a_strategy_chosen_for_the_map_is_selected_everywhere(bench: Bench) -> None:
    box = bench.panel.choices.strategies
    box.activated.emit(box.findData("alectinib"))
    assert bench.intent.selection == "alectinib"
    assert dict(bench.intent.options)[STRATEGY] == "alectinib"
    bench.choose(STRATEGY, "dendrimers")  # in the pack, though no profile changes it
    assert box.currentText() == "Dendrimers"


def test_the_map_is_told_in_words(bench: Bench) -> None:
    said = bench.panel.canvas.accessibleDescription()
    assert "9 rows by 12 columns" in said
    assert "you are here: EGFR mutated · ALK unknown · 2 lesions: 4 named" in said
    assert "WBRT enters (our interpretation)" in said


def test_the_table_has_the_conditions_in_words(bench: Bench) -> None:
    names, lesions = bench.cells(0), bench.cells(4)
    assert lesions[names.index("Whole-brain radiation therapy (WBRT)")] == (
        "at least 4 (typically; our interpretation)"
    )
    assert lesions[names.index("Surgical resection")] == "at most 3 (usually)"
    against = [place for place, name in enumerate(names) if name.endswith("reason against")]
    asked = [(bench.cells(6)[place], bench.cells(7)[place]) for place in against]
    assert asked[:2] == [("yes", "–"), ("–", "poor")]
    assert set(asked[2:]) == {("–", "–")}  # what no field asks
    assert "SRS" in bench.cells(-1 + bench.panel.table.table.columnCount())[0]
    assert names[-1] == words.NOTHING


def test_no_row_of_the_table_looks_empty_in_a_small_window(bench: Bench) -> None:
    """The room that a window of 1024 × 700 leaves beside the rail."""
    bench.panel.resize(944, 556)
    QApplication.processEvents()
    table = bench.panel.table
    for row in range(table.table.rowCount()):
        seen = [
            str(table.table.index(row, column).data())
            for column in range(1, table.table.columnCount())
            if table.columnViewportPosition(column) + table.columnWidth(column)
            <= table.viewport().width()
        ]
        assert set(seen) - {"", words.TABLE_NONE}


def test_the_table_sorts_with_what_nothing_covers_last(bench: Bench) -> None:
    model = bench.panel.table.table
    first = bench.cells(0)
    for order in Qt.SortOrder:
        model.sort(0, order)
        assert bench.cells(0)[-1] == words.NOTHING
        sortable = bench.cells(0)[:-1]
        falling = order is Qt.SortOrder.DescendingOrder
        assert sortable == sorted(sortable, key=str.casefold, reverse=falling)
    model.sort(model.profiles_column, Qt.SortOrder.DescendingOrder)
    assert bench.cells(0)[0].startswith("Whole-brain")
    model.sort(-1)
    assert bench.cells(0) == first


def test_a_row_of_the_table_selects_its_strategy_and_is_marked(bench: Bench) -> None:
    table = bench.panel.table
    table.selectRow(4)
    press(table, Qt.Key.Key_Return)
    assert bench.intent.selection == "stereotactic-radiosurgery"
    bench.set(selection="osimertinib")
    [chosen] = table.selectionModel().selectedRows()
    assert table.table.rows[chosen.row()].strategy == "osimertinib"
    bench.set(selection="dendrimers")
    assert table.selectionModel().selectedRows() == []


def test_rows_are_copied_as_tab_separated_lines(bench: Bench, clipboard: None) -> None:
    bench.panel.table.selectRow(0)
    QTest.keyClick(bench.panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    heading, line = clipboard_text().split("\n")
    assert heading.split("\t")[:2] == ["Strategy", "EGFR"]
    assert line.split("\t")[0] == "Surgical resection"
    assert len(heading.split("\t")) == len(line.split("\t"))


def test_a_narrower_window_gets_a_narrower_map(bench: Bench, qtbot: QtBot) -> None:
    bench.panel.resize(1200, 800)
    wide = bench.panel.canvas.width()
    bench.panel.resize(700, 800)
    qtbot.waitUntil(lambda: bench.panel.canvas.width() < wide)
    qtbot.waitUntil(lambda: not bench.panel.area.horizontalScrollBar().isVisible())


def test_in_a_low_window_the_map_comes_before_what_it_is_of(bench: Bench) -> None:
    panel = bench.panel
    order: list[QWidget] = [panel.held, panel.canvas, panel.said]
    low: list[QWidget] = [panel.canvas, panel.held, panel.said]
    for height, expected in ((800, order), (280, low), (800, order)):
        panel.resize(900, height)
        QApplication.processEvents()
        page = panel.area.widget()
        assert page
        tops = [part.mapTo(page, QPoint(0, 0)).y() for part in expected]
        assert tops == sorted(tops)
        assert panel.title.isHidden() == (height == 280)


def test_another_theme_and_zoom_are_taken(bench: Bench, qtbot: QtBot) -> None:
    enlarged = opened(qtbot, bench.panel.pack, 150, egfr="mutated", lesions=2)
    assert enlarged.panel.canvas.height() > bench.panel.canvas.height()
    before = enlarged.panel.canvas.grab().toImage()
    dress(enlarged.panel, chosen_theme("dark"))
    enlarged.panel.dress(chosen_theme("dark"))
    enlarged.panel.draw(enlarged.session.screen, enlarged.session.screen.changed_since(EMPTY))
    assert enlarged.panel.canvas.grab().toImage() != before
    closed(enlarged)


def test_packs_without_strategies_or_criteria_are_drawn(app: QApplication, qtbot: QtBot) -> None:
    pack = mini_pack()
    for strategies in ((), pack.strategies[:1]):
        few = replace(
            pack, strategies=strategies, criteria=(), statements=(), evidence=(), notes=()
        )
        few = replace(few, approvals=(), citation_checks=())
        made = opened(qtbot, few)
        assert "0 named" in made.panel.said.text()
        made.click(0, 0)
        made.panel.grab()
        closed(made)


def test_no_cell_that_is_copied_from_the_table_is_a_formula() -> None:
    pack = mini_pack()
    sly = tuple(s._replace(name=f"={s.name}") for s in pack.strategies)
    copied = DecisionTableModel(replace(pack, strategies=sly), None).tsv()
    assert "'=" in copied
    assert not any(cell.startswith("=") for line in copied.split("\n") for cell in line.split("\t"))
