"""Compare: a second profile, what changes, and stepping through a field."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.core import case_code
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.screen import Intent
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.base.requests import CopyCode
from nanoexplorer.ui.base.session import Session
from nanoexplorer.ui.base.theme import chosen_theme
from nanoexplorer.ui.views.compare.columns import ValueButton
from nanoexplorer.ui.views.compare.model import Heading
from nanoexplorer.ui.views.compare.panel import ComparePanel
from nanoexplorer.ui.views.compare.stepper import OPTION
from nanoexplorer.words import common
from nanoexplorer.words import compare as compare_words
from nanoexplorer.words import desktop as words
from tests.boundary_packs import boundary_pack
from tests.controllers import act, click, clipboard_text, let_go, press, said, session, wire

KNOWN: dict[str, str | int] = {"egfr": "mutated", "lesions": 2}


class Bench:
    """A panel over a session, wired as the window wires them."""

    def __init__(self, panel: ComparePanel) -> None:
        self.panel = panel
        self.session = Session(panel.pack)
        wire(panel, self.session)
        self.set(
            profile=panel.pack.blank_profile.replace(
                {name: value for name, value in KNOWN.items() if name in panel.pack.field}
            ),
            tab="compare",
        )

    @property
    def intent(self) -> Intent:
        return self.session.intent

    def set(self, **changes: object) -> None:
        self.session.change(**changes)

    def second(self, **changes: str | int) -> None:
        self.set(second_profile=self.intent.profile.replace(changes))

    def other(self) -> Profile | None:
        return self.intent.second_profile

    def rows(self) -> list[str]:
        model = self.panel.table.compared
        return [str(model.index(n, 0).data()) for n in range(model.rowCount())]


@pytest.fixture
def bench(app: QApplication, qtbot: QtBot) -> Iterator[Bench]:
    yield from _bench(load_pack(bundled_pack()), qtbot)


@pytest.fixture
def co_mutated(app: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    """The same, with a field that can have several values at once."""
    yield from _bench(load_pack(boundary_pack(tmp_path / "pack", "co-mutations")), qtbot)


def _bench(pack: Pack, qtbot: QtBot) -> Iterator[Bench]:
    panel = ComparePanel(pack, chosen_theme("light"), 100)
    qtbot.addWidget(panel)
    panel.resize(1200, 800)
    made = Bench(panel)
    panel.show()
    qtbot.waitExposed(panel)
    panel.activateWindow()
    yield made
    panel.close()
    panel.deleteLater()
    let_go()


def test_without_a_second_profile_it_explains_itself(bench: Bench) -> None:
    panel = bench.panel
    assert panel.empty.isVisible()
    assert not panel.table.isVisible()
    assert not panel.swap.isEnabled()
    assert not panel.clear.isEnabled()
    panel.same.click()
    assert bench.intent.second_profile == bench.intent.profile
    assert panel.table.isVisible()
    assert not panel.same.isEnabled()


def test_differences_come_first_under_their_headings(bench: Bench) -> None:
    bench.second(egfr="wild-type", lesions=5, alk="rearranged")
    rows = bench.rows()
    heads = [row.split(":")[0].split(" —")[0] for row in rows if " — " in row]
    assert heads == ["Gained", "Lost", "Settled", "Unchanged"]
    assert rows[1].startswith("Whole-brain")
    assert rows[-1].startswith("Unchanged")  # folded
    model = bench.panel.table.compared
    cells = [str(model.index(1, column).data()) for column in range(6)]
    assert cells[2] == "other profile"
    assert cells[3] == "named"
    assert cells[4] == "5 lesions, named for at least 4 (typically) (our interpretation)"
    assert cells[5] == "van Grinsven 2021 [64]"


def test_the_unchanged_unfold_by_key_and_by_click(bench: Bench) -> None:
    bench.second(egfr="wild-type")
    table = bench.panel.table
    table.setFocus()
    last = table.compared.rowCount() - 1
    table.setCurrentIndex(table.compared.index(last, 0))
    press(table, Qt.Key.Key_Right)
    assert table.compared.rowCount() > last + 1
    found = table.compared.row(last)
    assert isinstance(found, Heading)
    assert not found.folded
    press(table, Qt.Key.Key_Left)
    assert table.compared.rowCount() == last + 1


def test_walking_the_table_selects_and_a_selection_is_marked(bench: Bench, qtbot: QtBot) -> None:
    bench.second(egfr="wild-type")
    table = bench.panel.table
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    table.setCurrentIndex(table.compared.index(0, 0))
    press(table, Qt.Key.Key_Down)
    assert bench.intent.selection == "osimertinib"
    bench.set(selection="egfr-inhibitor-loaded-nanoparticles")
    assert table.currentIndex().row() == table.compared.place(bench.intent.selection)


def test_swap_exchanges_the_profiles_and_mirrors_the_groups(bench: Bench) -> None:
    bench.second(egfr="wild-type", lesions=5)
    first, second = bench.intent.profile, bench.intent.second_profile
    bench.panel.swap.click()
    assert (bench.intent.profile, bench.intent.second_profile) == (second, first)
    assert bench.rows()[0].startswith("Gained")
    assert bench.rows()[0].endswith("4")


def test_clear_takes_the_second_profile_away(bench: Bench) -> None:
    bench.second(egfr="wild-type")
    bench.panel.clear.click()
    assert bench.intent.second_profile is None
    assert bench.panel.empty.isVisible()


def test_stepping_with_the_arrow_keys_walks_a_field_of_the_second_profile(bench: Bench) -> None:
    bench.set(options=(("compare.step", "lesions"),))
    value = bench.panel.stepper.value
    seen = []
    for _ in range(3):
        press(value, Qt.Key.Key_Right)
        assert bench.intent.second_profile is not None
        seen.append(bench.intent.second_profile["lesions"])
    assert seen == [3, 4, 5]
    assert bench.intent.profile["lesions"] == 2
    assert bench.rows()[1].startswith("Whole-brain")
    press(value, *[Qt.Key.Key_Left] * 9)
    assert bench.intent.second_profile is not None
    assert bench.intent.second_profile["lesions"] == "unknown"
    assert not bench.panel.stepper.back.isEnabled()


def test_a_field_that_the_pack_has_not_falls_back_to_the_first(bench: Bench) -> None:
    bench.set(options=(("compare.step", "no-such-field"),))
    assert bench.panel.stepper.box.currentData() == bench.panel.pack.fields[0].id


def test_a_value_of_either_column_is_chosen_from_its_menu(bench: Bench) -> None:
    first, second = bench.panel.columns.values["egfr"]
    choose(second, "wild-type")
    assert bench.intent.profile["egfr"] == "mutated"
    assert bench.intent.second_profile == bench.intent.profile.replace({"egfr": "wild-type"})
    choose(first, "unclear")
    assert bench.intent.profile["egfr"] == "unclear"
    choose(bench.panel.columns.values["lesions"][1], "4")
    assert bench.intent.second_profile["lesions"] == 4


def test_several_values_are_ticked_one_by_one_in_the_menu_of_a_profile(co_mutated: Bench) -> None:
    first, second = co_mutated.panel.columns.values["genes"]
    for ticked, held in (("KRAS", "kras"), ("ABL", "abl+kras"), ("KRAS", "abl"), ("NONE", "none")):
        choose(first, ticked)
        assert co_mutated.intent.profile["genes"] == held
        checked = {action.text() for action in first.menu().actions() if action.isChecked()}
        assert checked == {part.upper() for part in held.split("+")}
    choose(first, "EGFR")
    choose(second, "TP53")
    other = co_mutated.other()
    assert other is not None
    assert (co_mutated.intent.profile["genes"], other["genes"]) == ("egfr", "egfr+tp53")
    assert second.text() == "EGFR + TP53"


def test_the_steps_of_several_go_through_all_that_can_be_there_at_once(co_mutated: Bench) -> None:
    stepper = co_mutated.panel.stepper
    co_mutated.second(genes="abl")
    co_mutated.set(options=((OPTION, "genes"),))
    walked = []
    while stepper.on.isEnabled():
        stepper.on.click()
        other = co_mutated.other()
        assert other is not None
        walked.append(other["genes"])
    assert walked[-1] == "abl+kras+egfr+tp53"
    assert len(walked) == len(set(walked)) == 2**4 - 1 + 2 - 1
    said_whole = "ABL found, KRAS found, EGFR found and TP53 found"
    assert stepper.value.accessibleName().endswith(said_whole)
    assert stepper.value.text().endswith("…")


def choose(button: ValueButton, words: str) -> None:
    [action] = [action for action in button.menu().actions() if action.text() == words]
    action.trigger()


def test_what_differs_is_marked_with_a_word_and_said(bench: Bench) -> None:
    bench.second(egfr="wild-type", alk="rearranged")
    columns = bench.panel.columns
    differs = {field for field, mark in columns.marks.items() if mark.isVisible()}
    assert differs == {"egfr", "alk"}
    assert columns.marks["egfr"].text() == compare_words.DIFFERS
    first, second = columns.values["egfr"]
    assert (first.text(), second.text()) == ("mutated", "wild-type")
    assert second.accessibleName() == "Second profile: EGFR wild-type; differs"
    assert columns.values["lesions"][1].accessibleName() == "Second profile: 2 lesions"
    assert second.font().bold()
    assert not columns.values["lesions"][1].font().bold()


def test_what_neither_profile_knows_is_folded_away(bench: Bench) -> None:
    bench.second(egfr="wild-type")
    columns = bench.panel.columns
    shown = {field for field, label in columns.labels.items() if label.isVisible()}
    assert shown == {"egfr", "lesions"}
    assert columns.rest.text().startswith(f"{len(columns.labels) - 2} more")
    columns.rest.click()
    assert all(label.isVisible() for label in columns.labels.values())


def test_both_case_codes_are_copied_by_a_button_and_take_no_room(
    bench: Bench, qtbot: QtBot
) -> None:
    bench.second(alk="rearranged")
    pack = bench.panel.pack
    bench.panel.requested.disconnect()
    assert not bench.panel.columns.code.isVisible()
    for which, profile in (
        ("first", bench.intent.profile),
        ("second", bench.intent.second_profile),
    ):
        assert profile is not None
        with qtbot.waitSignal(bench.panel.requested) as asked:
            bench.panel.columns.copy[which].click()
        assert asked.args == [CopyCode(case_code.encode(pack, profile))]


def test_a_code_can_be_pasted_and_a_wrong_one_changes_nothing(bench: Bench) -> None:
    panel = bench.panel
    wanted = panel.pack.cases[0].profile
    panel.columns.paste.click()
    line = panel.columns.code
    assert line.isVisible()
    line.setText("nonsense")
    press(line, Qt.Key.Key_Return)
    assert bench.other() is None
    assert "nonsense" in panel.problem.text()
    line.setText(case_code.encode(panel.pack, wanted))
    press(line, Qt.Key.Key_Return)
    assert bench.other() == wanted
    assert not panel.problem.isVisible()
    assert not line.isVisible()
    assert panel.cases.currentData() == panel.pack.cases[0].id


def test_the_tools_stand_below_the_columns_where_it_is_narrow(bench: Bench, qtbot: QtBot) -> None:
    panel = bench.panel
    columns, swap = panel.columns, panel.swap
    assert swap.geometry().left() > columns.geometry().right()
    panel.resize(560, 700)
    qtbot.waitUntil(lambda: swap.geometry().top() >= columns.geometry().bottom())


def test_a_swap_is_one_step_back(controller: Controller) -> None:
    ours = session(controller)
    ours.change_profile({"egfr": "mutated"})
    first = ours.profile
    second = first.replace({"alk": "rearranged", "lesions": 6})
    ours.change(tab="compare", second_profile=second)
    click(controller, "compare.swap")
    assert (ours.profile, ours.intent.second_profile) == (second, first)
    act(controller, "undo")
    assert (ours.profile, ours.intent.second_profile) == (first, second)


@pytest.mark.usefixtures("clipboard")
def test_a_copied_code_is_said_in_the_status_bar(controller: Controller) -> None:
    session(controller).change(tab="compare")
    click(controller, "compare.first_copy")
    assert clipboard_text()
    assert said(controller) == words.CODE_COPIED


def test_headings_and_verdicts_say_what_they_mean(bench: Bench) -> None:
    bench.second(egfr="wild-type")
    model = bench.panel.table.compared
    tip = Qt.ItemDataRole.ToolTipRole
    across = Qt.Orientation.Horizontal
    assert all(model.headerData(n, across, tip) for n in range(model.columnCount()))
    assert common.VERDICT["matches"] in model.index(1, 2).data(tip)
    assert bench.panel.summary.toolTip()
