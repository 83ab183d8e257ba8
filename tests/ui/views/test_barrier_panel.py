"""Barrier routes: the picture and the list, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nanoexplorer.core.resolve import resolve
from nanoexplorer.core.screen import EMPTY, Intent
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.base.requests import SelectStrategy
from nanoexplorer.ui.base.theme import chosen_theme, dress
from nanoexplorer.ui.views.barrier_routes.canvas import EDGE
from nanoexplorer.ui.views.barrier_routes.panel import BarrierPanel
from nanoexplorer.words import barrier as words
from nanoexplorer.words import common
from tests.controllers import LEFT, NO_KEYS, let_go, press

WIDE, NARROW = 1300, 740


@pytest.fixture
def panel(app: QApplication, qtbot: QtBot) -> Iterator[BarrierPanel]:
    made = BarrierPanel(load_pack(bundled_pack()), chosen_theme("light"), 100)
    qtbot.addWidget(made)
    made.resize(WIDE, 900)
    show(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.close()
    made.deleteLater()
    let_go()


def show(panel: BarrierPanel, selection: str = "", **changes: str) -> None:
    """Draw a whole screen, and send nothing round."""
    profile = panel.pack.blank_profile.replace(changes)
    screen = resolve(Intent(profile, selection=selection, tab="barrier-routes"), panel.pack)
    panel.draw(screen, screen.changed_since(EMPTY))


def point(panel: BarrierPanel, strategy: str) -> QPoint:
    rows = panel.canvas.layout_.rows
    box = next(row.box for row in rows if row.use.strategy.id == strategy)
    return box.center().toPoint() + QPoint(EDGE, EDGE)


def test_a_click_on_a_strategy_selects_it(panel: BarrierPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.requested) as caught:
        QTest.mouseClick(panel.canvas, LEFT, NO_KEYS, point(panel, "liposomes"))
    assert caught.args == [SelectStrategy("liposomes")]


def test_a_click_on_a_route_selects_what_is_named_on_it(panel: BarrierPanel, qtbot: QtBot) -> None:
    show(panel, egfr="mutated", alk="not-rearranged")
    lane = next(
        lane for lane in panel.canvas.layout_.lanes if lane.route.term.id == "small-molecule"
    )
    with qtbot.waitSignal(panel.requested) as caught:
        at = QPoint(30, round(lane.box.center().y()))
        QTest.mouseClick(panel.canvas, LEFT, NO_KEYS, at)
    assert caught.args == [SelectStrategy("osimertinib")]


def test_the_keyboard_walks_the_picture_and_selects(panel: BarrierPanel, qtbot: QtBot) -> None:
    panel.canvas.setFocus()
    rows = [row.use.strategy.id for row in panel.canvas.layout_.rows]
    press(panel.canvas, Qt.Key.Key_Down, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.requested) as caught:
        press(panel.canvas, Qt.Key.Key_Return)
    assert caught.args == [SelectStrategy(rows[2])]
    assert panel.pack.strategy[rows[2]].name in panel.canvas.accessibleName()
    press(panel.canvas, Qt.Key.Key_End)
    assert panel.pack.strategy[rows[-1]].name in panel.canvas.accessibleName()


def test_hovering_tells_what_the_sources_say_with_section_and_references(
    panel: BarrierPanel,
) -> None:
    tip = panel.canvas.tip_at(point(panel, "osimertinib"))
    assert panel.pack.statement["wu-targeted-cross-barrier"].text in tip
    assert "Targeted Therapies and Immunotherapy" in tip
    assert "[67]" in tip
    below = QPoint(2, panel.canvas.height() - 1)
    assert panel.canvas.tip_at(below) == ""


def test_the_picture_is_told_in_words(panel: BarrierPanel) -> None:
    show(panel, egfr="wild-type", alk="not-rearranged")
    told = panel.canvas.accessibleDescription()
    assert "endothelium" in told
    for term in panel.pack.terms("barrier-route"):
        assert term.label in told
    assert "Drug that passes the barrier, faded" in told


def test_the_list_says_all_that_the_picture_does_and_where_it_is_said(
    panel: BarrierPanel,
) -> None:
    model = panel.list.routes
    tops = [model.index(n, 0) for n in range(model.rowCount())]
    assert [model.words(top)[0] for top in tops] == [
        term.label for term in panel.pack.terms("barrier-route")
    ]
    listed = [model.use(model.index(n, 0, top)) for top in tops for n in range(model.rowCount(top))]
    drawn = [row.use for row in panel.canvas.layout_.rows]
    assert listed == drawn
    said = model.index(0, 0, model.index(0, 0, tops[1]))
    assert "receptor-mediated transcytosis" in str(said.data())
    assert "[104]" in str(said.data())
    assert model.parent(said) == model.index(0, 0, tops[1])


def test_the_list_selects_as_it_is_walked_and_marks_what_is_selected(
    panel: BarrierPanel, qtbot: QtBot
) -> None:
    show(panel, selection="osimertinib")
    use = panel.list.routes.use(panel.list.currentIndex())
    assert use is not None
    assert use.strategy.id == "osimertinib"
    panel.list.setFocus()
    qtbot.waitUntil(panel.list.hasFocus)
    with qtbot.waitSignal(panel.requested) as caught:
        press(panel.list, Qt.Key.Key_Up)
    assert caught.args == [SelectStrategy("alectinib")]


def test_marking_alone_requests_nothing(panel: BarrierPanel, qtbot: QtBot) -> None:
    panel.list.setFocus()
    with qtbot.assertNotEmitted(panel.requested):
        show(panel, selection="dendrimers")
        show(panel, selection="liposomes")


def test_a_verdict_changes_in_the_list_and_what_was_opened_stays_open(
    panel: BarrierPanel,
) -> None:
    index = panel.list.routes.place("osimertinib")
    panel.list.expand(index)
    show(panel, egfr="mutated")
    assert panel.list.isExpanded(panel.list.routes.place("osimertinib"))
    assert "named for this profile" not in str(index.data())
    assert "named" in str(index.data())


def test_narrow_windows_show_one_of_both(panel: BarrierPanel, qtbot: QtBot) -> None:
    assert panel.area.isVisible()
    assert panel.list.isVisible()
    panel.resize(NARROW, 600)
    qtbot.waitUntil(lambda: not panel.list.isVisible())
    panel.switch.segments[1].click()
    assert panel.list.isVisible()
    assert not panel.area.isVisible()


def test_another_theme_and_zoom_are_taken(panel: BarrierPanel, qtbot: QtBot) -> None:
    enlarged = BarrierPanel(panel.pack, chosen_theme("light"), 200)
    qtbot.addWidget(enlarged)
    enlarged.resize(panel.size())
    show(enlarged)
    before = panel.canvas.layout_.rows[0].box.height()
    assert enlarged.canvas.layout_.rows[0].box.height() > before
    assert enlarged.canvas.minimumHeight() >= enlarged.canvas.layout_.height
    pictures = [enlarged.canvas.grab().toImage()]
    dress(enlarged, chosen_theme("dark"))
    assert enlarged.canvas.grab().toImage() not in pictures


def test_a_low_window_has_all_routes_in_sight_in_two_columns(
    app: QApplication, qtbot: QtBot
) -> None:
    """The room that a window of 1024 × 700 leaves beside the rail."""
    made = BarrierPanel(load_pack(bundled_pack()), chosen_theme("light"), 100)
    qtbot.addWidget(made)
    made.resize(944, 556)
    show(made)
    made.show()
    qtbot.waitExposed(made)
    layout, seen = made.canvas.layout_, made.area.viewport().height()
    assert layout.text_left < 0.25 * layout.width
    assert all(lane.box.top() < seen for lane in layout.lanes)
    made.resize(944, 1000)
    qtbot.waitUntil(lambda: made.canvas.layout_.text_left > 0.3 * layout.width)


def test_marks_and_parts_say_what_they_mean(panel: BarrierPanel) -> None:
    canvas = panel.canvas
    said = {
        canvas.tip_at((at + QPointF(4, 8)).toPoint())
        for at, mark, _ in canvas.layout_.legend
        if mark
    }
    assert said == {*common.VERDICT.values(), common.DISPUTED_LEGEND}
    assert canvas.tip_at(QPoint(5, 5)) == words.SCENE
