"""The evidence map on screen: it is pointed at, walked through, and says what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import resolve
from nanoexplorer.core.screen import EMPTY, Intent
from nanoexplorer.core.shown.evidence_map import KIND
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.base.requests import ChooseOption, SelectStrategy
from nanoexplorer.ui.base.theme import chosen_theme, dress
from nanoexplorer.ui.controls import map_canvas
from nanoexplorer.ui.controls.choices import Segment
from nanoexplorer.ui.views.evidence_map.canvas import EvidenceMapCanvas
from nanoexplorer.ui.views.evidence_map.panel import EvidenceMapPanel
from nanoexplorer.words import common
from nanoexplorer.words import evidence_map as words
from tests.controllers import activate, find, let_go, press
from tests.packs import mini_pack

FELT = ("cork-coaster", "felt-sleeve")
TREATMENTS = ((KIND, "brewing-method"),)


class Tips:
    """Takes tooltips in place of the toolkit's, which would outlive the test."""

    shown: list[str]

    def __init__(self) -> None:
        self.shown = []

    def showText(self, where: QPoint, text: str, *_: object) -> None:
        self.shown.append(text)


@pytest.fixture
def tips(monkeypatch: pytest.MonkeyPatch) -> Tips:
    made = Tips()
    monkeypatch.setattr(map_canvas, "QToolTip", made)
    return made


@pytest.fixture
def panel(app: QApplication, qtbot: QtBot, tips: Tips) -> Iterator[EvidenceMapPanel]:
    """The mini pack's map: felt (cork coaster, felt sleeve) × keep-warm, glass × look-at."""
    yield from opened(qtbot, mini_pack())


def opened(
    qtbot: QtBot, pack: Pack, width: int = 720, zoom: int = 100
) -> Iterator[EvidenceMapPanel]:
    made = EvidenceMapPanel(pack, chosen_theme("light"), zoom)
    made.resize(width, 700)
    show(made)
    made.show()
    qtbot.waitExposed(made)
    activate(qtbot, made)
    yield made
    made.close()
    made.deleteLater()
    let_go()


def show(panel: EvidenceMapPanel, **intent: Any) -> None:
    """What the session would make of an intent."""
    screen = resolve(
        Intent(**{"profile": panel.pack.blank_profile, "tab": "evidence-map", **intent}), panel.pack
    )
    panel.draw(screen, screen.changed_since(EMPTY))


def canvas(panel: EvidenceMapPanel) -> EvidenceMapCanvas:
    return find(panel, EvidenceMapCanvas, "evidence-map.canvas")


def click(panel: EvidenceMapPanel, row: int, column: int, *, twice: bool = False) -> None:
    at = canvas(panel).cell_box((row, column)).center()
    does = QTest.mouseDClick if twice else QTest.mouseClick
    does(canvas(panel).viewport(), Qt.MouseButton.LeftButton, pos=at)


def text(panel: EvidenceMapPanel, name: str) -> str:
    return find(panel, QLabel, f"evidence-map.{name}").text()


def test_the_title_counts_statements_and_gaps(panel: EvidenceMapPanel) -> None:
    assert text(panel, "title") == words.TITLE.format(kinds="Sleeves of cups")
    assert text(panel, "counts") == "5 statements, 2 gaps"


def test_clicks_go_through_the_strategies_of_a_cell(panel: EvidenceMapPanel, qtbot: QtBot) -> None:
    for expected in (*FELT, FELT[0]):
        with qtbot.waitSignal(panel.requested) as chosen:
            click(panel, 0, 0)
        assert chosen.args == [SelectStrategy(expected)]
        show(panel, selection=expected)


def test_a_click_on_a_gap_or_a_label_chooses_nothing(panel: EvidenceMapPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.requested):
        click(panel, 0, 1)
        QTest.mouseClick(canvas(panel).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(4, 4))


def test_a_double_click_filters_by_the_label_of_the_row(
    panel: EvidenceMapPanel, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(panel.requested) as asked:
        click(panel, 1, 1, twice=True)
    assert str(asked.args[0]) == "FilterStrategies(text='Glass')"


def test_keys_walk_choose_and_open(panel: EvidenceMapPanel, qtbot: QtBot, tips: Tips) -> None:
    map_ = canvas(panel)
    map_.setFocus()
    press(map_, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert "Looking at it: 1 statement" in map_.accessibleName()
    assert "Double‑wall glass" in tips.shown[-1]
    with qtbot.waitSignal(panel.requested) as chosen:
        press(map_, Qt.Key.Key_Return)
    assert chosen.args == [SelectStrategy("double-wall-glass")]
    with qtbot.waitSignal(panel.requested) as asked:
        QTest.keyClick(map_, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert str(asked.args[0]) == "FilterStrategies(text='Glass')"


def test_a_selection_is_marked_and_walked_from(panel: EvidenceMapPanel) -> None:
    show(panel, selection="double-wall-glass")
    assert canvas(panel).figure.chosen == {(1, 1)}
    assert "Glass" in canvas(panel).accessibleName()
    show(panel, selection="moka-pot")
    assert canvas(panel).figure.chosen == set()


def test_a_selection_is_in_sight_in_a_low_window(panel: EvidenceMapPanel) -> None:
    map_ = canvas(panel)
    panel.resize(300, 170)
    show(panel, selection="double-wall-glass")
    QApplication.processEvents()
    box = map_.cell_box((1, 1))
    labels = QRect(0, 0, round(map_.grid.left), round(map_.grid.top))
    assert map_.viewport().rect().intersects(box)
    assert box.center().y() > labels.bottom()


def test_the_switch_requests_the_other_map(panel: EvidenceMapPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.requested) as asked:
        find(panel, Segment, "evidence-map.kind.brewing-method").click()
    assert asked.args == [ChooseOption(KIND, "brewing-method")]
    with qtbot.assertNotEmitted(panel.requested):
        show(panel, options=TREATMENTS)
    assert text(panel, "title") == words.TITLE.format(kinds="Ways of brewing")
    show(panel, options=((KIND, "tea-leaves"),))
    assert text(panel, "title") == words.TITLE.format(kinds="Sleeves of cups")


def test_a_strategy_is_marked_in_every_cell_of_the_treatments(panel: EvidenceMapPanel) -> None:
    show(panel, options=TREATMENTS, selection="moka-pot")
    assert len(canvas(panel).figure.chosen) == 2


def test_the_profile_fades_what_is_named_for_others(panel: EvidenceMapPanel) -> None:
    profile = panel.pack.blank_profile.replace({"roast": "light", "cups": 1})
    show(panel, profile=profile)
    sheet = canvas(panel).figure.sheet
    assert sheet
    faded = [bubble.cell.faded for bubble in sheet.bubbles]
    assert faded == [False, True]
    assert common.VERDICT_SHORT["no-match"] in canvas(panel).accessibleDescription()


def test_a_tooltip_tells_strategies_statements_and_statuses(panel: EvidenceMapPanel) -> None:
    said = canvas(panel).tip((0, 0))
    assert "Felt · Keeping warm: 4 statements" in said
    assert f"Felt sleeve — approved, discontinued ≠ {common.DISPUTED} — " in said
    assert f"\n{common.DISPUTED}: The guild withdrew" in said
    assert "Cork coaster — not stated — " in said
    assert canvas(panel).tip((0, 1)) == "Felt · Looking at it: a gap"
    assert canvas(panel).tip((-1, -1)) == ""
    assert canvas(panel).tip((-1, 1)) == (
        "Looking at it\nThe sources say something in 1 place; 1 gap"
    )


def test_a_screen_reader_hears_caption_and_every_cell(panel: EvidenceMapPanel) -> None:
    said = canvas(panel).accessibleDescription()
    assert words.CAPTION in said
    assert "Glass · Looking at it: 1 statement; approved (cold hands), being tasted" in said


def test_words_of_a_pack_stay_words(app: QApplication, qtbot: QtBot, tips: Tips) -> None:
    hostile = tuple(
        term._replace(label="<b>Felt</b>") if term.id == "felt" else term
        for term in mini_pack().vocabulary
    )
    for panel in opened(qtbot, replace(mini_pack(), vocabulary=hostile)):
        map_ = canvas(panel)
        map_.setFocus()
        press(map_, Qt.Key.Key_Right)
        assert "&lt;b&gt;Felt&lt;/b&gt;" in tips.shown[-1]


def test_an_empty_pack_says_so(app: QApplication, qtbot: QtBot, tips: Tips) -> None:
    empty = replace(mini_pack(), vocabulary=(), strategies=(), criteria=(), evidence=())
    for panel in opened(qtbot, empty):
        assert find(panel, QLabel, "evidence-map.empty").isVisible()
        assert text(panel, "counts") == "0 statements, 0 gaps"


def test_a_large_pack_has_bubbles_and_short_tooltips(
    app: QApplication, qtbot: QtBot, tips: Tips
) -> None:
    for panel in opened(qtbot, many(load_pack(bundled_pack()), 160)):
        place = max(canvas(panel).strategies, key=lambda p: len(canvas(panel).strategies[p]))
        assert len(canvas(panel).strategies[place]) > 900
        assert len(canvas(panel).tip(place).splitlines()) < 12


def many(pack: Pack, times: int) -> Pack:
    """Some ten thousand strategies: each of the pack's so many times."""
    strategies = tuple(s._replace(id=f"{s.id}-{n}") for s in pack.strategies for n in range(times))
    statements = tuple(
        s._replace(strategies=tuple(f"{id_}-{n}" for id_ in s.strategies for n in range(times)))
        for s in pack.statements
    )
    evidence = tuple(
        row._replace(strategy=f"{row.strategy}-{n}") for row in pack.evidence for n in range(times)
    )
    return replace(
        pack, strategies=strategies, statements=statements, evidence=evidence, criteria=()
    )


@pytest.mark.parametrize("zoom", [80, 150, 200])
@pytest.mark.parametrize("name", ["light", "dark"])
def test_it_takes_another_theme_and_zoom(
    app: QApplication, qtbot: QtBot, name: str, zoom: int
) -> None:
    for panel in opened(qtbot, mini_pack(), zoom=zoom):
        dress(panel, chosen_theme(name))
        show(panel)
        paper = panel.grab().toImage().pixelColor(canvas(panel).geometry().bottomRight())
        assert paper.name() == chosen_theme(name)["paper"].lower()
        assert canvas(panel).grid.height >= 15 * zoom / 100


def test_most_rows_are_in_sight_in_a_small_window_and_six_at_200_percent(
    app: QApplication, qtbot: QtBot, tips: Tips
) -> None:
    """The room that a window of 1024 × 700 leaves, at 100 % and with the taller banner at 200 %."""
    for zoom, size, wanted in ((100, (944, 556), 15), (200, (864, 350), 6)):
        for panel in opened(qtbot, load_pack(bundled_pack()), zoom=zoom):
            panel.resize(*size)
            QApplication.processEvents()
            map_ = canvas(panel)
            seen = map_.viewport().rect()
            rows = range(len(map_.grid.rows))
            assert sum(map_.cell_box((n, 0)).bottom() <= seen.bottom() + 1 for n in rows) >= wanted
            assert find(panel, Segment, "evidence-map.kind.treatment-modality").isVisible()


def test_a_sign_of_the_legend_says_what_it_means(panel: EvidenceMapPanel) -> None:
    map_ = canvas(panel)
    assert map_.figure.sheet
    legend = map_.figure.sheet.legend
    said = {
        map_.explained(map_.mapFromScene(legend.topLeft() + QPointF(x, 10)))
        for x in range(0, round(legend.width()), 8)
    }
    stated = {f"{status.label}: {status.definition}" for status in panel.pack.statuses}
    assert stated | {common.DISPUTED_LEGEND} <= said
    assert map_.explained(QPoint(4, 4)) == ""
