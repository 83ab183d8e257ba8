from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import EMPTY
from nanoexplorer.core.shown.reference_kinds import SOURCE_ITSELF, kinds_behind_all
from nanoexplorer.documents import links
from nanoexplorer.documents.citations.cited import whose
from nanoexplorer.documents.reference_columns import NAMES
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.base.dress import chosen_theme
from nanoexplorer.ui.base.requests import FollowLink
from nanoexplorer.ui.base.session import Session
from nanoexplorer.ui.views.references.panel import ReferencesPanel
from nanoexplorer.words import references as words
from tests.controllers import let_go, wire
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
        panel.resize(740, 700)
        wire(panel, session)
        session.change(tab="references")
        panel.show()
        return panel, session

    return made


@pytest.fixture
def shown(open_panel: Open) -> tuple[ReferencesPanel, Session]:
    return open_panel(load_pack(bundled_pack()))


def listed(panel: ReferencesPanel) -> list[str]:
    return [reference.id for reference in panel.references.references()]


def test_all_references_are_listed_and_the_first_is_shown_in_full(
    shown: tuple[ReferencesPanel, Session],
) -> None:
    panel, session = shown
    assert listed(panel) == [r.id for r in session.pack.references]
    number = len(session.pack.references)
    assert panel.title.text() == words.references_counted(number, number, whose(session.pack))
    assert "134 of the review" in panel.title.text()
    assert panel.table.currentIndex().row() == 0
    assert "Theranostic Role" in panel.text.toPlainText()
    assert panel.switch.button(0).isChecked()


def test_typing_filters_and_what_is_listed_is_what_is_copied(
    shown: tuple[ReferencesPanel, Session], qtbot: QtBot
) -> None:
    panel, session = shown
    QTest.keyClicks(panel.filters.box, "liposom")
    assert 0 < len(listed(panel)) < 20
    assert dict(session.intent.options)["references.filter"] == "liposom"
    assert panel.copies.count.text() == words.copy_counted(len(listed(panel)))
    assert panel.title.text() == words.references_counted(
        len(listed(panel)), len(session.pack.references), whose(session.pack)
    )
    QTest.keyClick(panel.filters.box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(panel.filters.box, Qt.Key.Key_Delete)
    assert len(listed(panel)) == len(session.pack.references)


def test_the_kind_is_chosen_from_those_that_there_are(
    shown: tuple[ReferencesPanel, Session],
) -> None:
    panel, _ = shown
    box = panel.filters.kinds
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
    box = panel.filters.sorting
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
    assert "Rybarczyk-Kasiuchnicz" in panel.text.toPlainText()


def test_a_reference_stays_shown_while_it_is_listed(
    shown: tuple[ReferencesPanel, Session],
) -> None:
    panel, session = shown
    session.choose_option("references.shown", "wu-96")
    session.choose_option("references.sort", "-year")
    assert panel.references.row(panel.table.currentIndex().row()) is not None
    assert "Reference 96" in panel.text.toPlainText()
    session.choose_option("references.kind", "thesis")
    assert "Reference 96" not in panel.text.toPlainText()
    session.choose_option("references.kind", "")
    assert "Reference 96" in panel.text.toPlainText()


def test_only_the_selected_strategys_references(
    shown: tuple[ReferencesPanel, Session], qtbot: QtBot
) -> None:
    panel, session = shown
    assert not panel.filters.of_selected.isEnabled()
    session.change(selection="liposomes")
    panel.filters.of_selected.click()
    assert session.screen.inspector is not None
    assert listed(panel) == list(session.screen.inspector.references)
    session.change(selection="dendrimers")
    assert listed(panel) == list(session.screen.inspector.references)
    session.change(selection="")
    assert len(listed(panel)) == len(session.pack.references)


def test_links_select_a_strategy_or_open_a_doi(
    shown: tuple[ReferencesPanel, Session], qtbot: QtBot
) -> None:
    panel, session = shown
    panel.text.anchorClicked.emit(QUrl(f"{links.STRATEGY}liposomes"))
    assert session.screen.selection == "liposomes"
    with qtbot.waitSignal(panel.requested) as opened:
        panel.text.anchorClicked.emit(QUrl("https://doi.org/10.1000/1"))
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
    panel.switch.button(1).click()
    assert panel.pages.currentIndex() == 1
    cited = kinds_behind_all(session.pack)
    publications = cited.publications - cited.of(SOURCE_ITSELF)
    assert panel.title.text() == words.kinds_title(publications, cited.of("review"))
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
    panel.text.setPlainText("untouched")
    session.edit_profile("egfr", "mutated")
    assert panel.text.toPlainText() == "untouched"


def test_another_theme_writes_the_text_again(shown: tuple[ReferencesPanel, Session]) -> None:
    panel, session = shown
    panel.text.setPlainText("old")
    panel.dress(chosen_theme("dark"), 100)
    panel.draw(session.screen, session.screen.changed_since(EMPTY))
    assert "Theranostic Role" in panel.text.toPlainText()


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
    assert MARKUP in panel.text.toPlainText()


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
    parts = [panel.filters, panel.split, panel.copies]
    for above, below in pairwise(parts):
        assert above.geometry().bottom() < below.geometry().top()
    flow = panel.filters.layout()
    assert flow is not None
    assert panel.filters.height() >= flow.heightForWidth(panel.filters.width())
