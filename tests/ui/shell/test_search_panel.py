"""The panel below the search box: in every view, with keyboard and mouse, and where it leads."""

from __future__ import annotations

from threading import Event, current_thread

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QListWidget
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.search import GROUPS, Index
from nanoexplorer.documents import finding
from nanoexplorer.documents.found_hits import Hit
from nanoexplorer.ui.base.preloading import THREAD
from nanoexplorer.ui.help.dialog import HelpDialog
from nanoexplorer.ui.shell.search_panel import SearchPanel
from nanoexplorer.ui.shell.search_rows import All, Heading, Instead, Line
from nanoexplorer.views import TABS
from nanoexplorer.words import search as words
from tests.controllers import (
    LEFT,
    NO_KEYS,
    act,
    dialog,
    find,
    inspector_text,
    press,
    said,
    screen,
    session,
)  # fmt: skip


def box(controller: Controller) -> QLineEdit:
    return find(controller, QLineEdit, "header.search")


def search(controller: Controller, text: str) -> SearchPanel:
    """Search as a person does: Ctrl+K, then type."""
    act(controller, "search")
    QTest.keyClicks(box(controller), text)
    return panel(controller)


def panel(controller: Controller) -> SearchPanel:
    return find(controller, SearchPanel, "search")


def hit(controller: Controller, group: str, id_: str) -> int:
    """The row of a hit; all of its group are shown for it."""
    panel(controller).found.show_all(group)
    rows = panel(controller).found.rows
    return next(n for n, r in enumerate(rows) if isinstance(r, Hit) and r[:2] == (group, id_))


def go_to(controller: Controller, group: str, id_: str) -> None:
    """Walk to a hit and press Enter on it."""
    row = hit(controller, group, id_)
    press(box(controller), Qt.Key.Key_Down)
    shown = find(controller, QListView, "search.list")
    shown.setCurrentIndex(shown.model().index(row, 0))
    press(shown, Qt.Key.Key_Return)
    QCoreApplication.processEvents()


@pytest.mark.parametrize("view", TABS)
def test_in_every_view_the_search_finds_and_enter_goes_there(
    controller: Controller, view: str
) -> None:
    session(controller).change(tab=view)
    shown = search(controller, "Tagrisso")
    assert shown.isVisible()
    assert isinstance(shown.found.row(shown.found.first), Hit)
    press(box(controller), Qt.Key.Key_Return)
    assert screen(controller).selection == "osimertinib"
    assert screen(controller).tab == "strategies"
    assert not shown.isVisible()


def test_it_stands_below_the_banner_and_inside_the_window(controller: Controller) -> None:
    for size in ((820, 560), (1024, 700), (1440, 900)):
        controller.window.resize(*size)
        QCoreApplication.processEvents()
        box(controller).clear()
        shown = search(controller, "a")
        assert controller.content
        assert controller.content.rect().contains(shown.geometry())
        assert shown.width() > 300


def test_hits_stand_in_groups_with_their_number(controller: Controller) -> None:
    rows = search(controller, "gold").found.rows
    heads = [row.text for row in rows if isinstance(row, Heading)]
    counts = panel(controller).found.counts
    assert heads == [words.heading(group, count) for group, count in counts if count]
    assert [group for group, _ in counts] == list(GROUPS)


def test_arrow_keys_walk_past_headings_and_back_to_the_box(controller: Controller) -> None:
    search(controller, "gold")
    press(box(controller), Qt.Key.Key_Down)
    shown = find(controller, QListView, "search.list")
    assert shown.hasFocus()
    model = panel(controller).found
    seen = []
    for _ in range(7):
        seen.append(model.row(shown.currentIndex().row()))
        press(shown, Qt.Key.Key_Down)
    assert all(isinstance(row, Hit | All) for row in seen)
    assert len(set(map(str, seen))) == 7
    for _ in range(8):
        press(shown if shown.hasFocus() else box(controller), Qt.Key.Key_Up)
    assert box(controller).hasFocus()
    assert panel(controller).isVisible()


def test_escape_goes_to_the_box_and_then_empties_it(controller: Controller) -> None:
    search(controller, "gold")
    press(box(controller), Qt.Key.Key_Down)
    press(find(controller, QListView, "search.list"), Qt.Key.Key_Escape)
    assert box(controller).hasFocus()
    assert box(controller).text() == "gold"
    press(box(controller), Qt.Key.Key_Escape)
    assert box(controller).text() == screen(controller).search == ""
    assert not panel(controller).isVisible()


def test_letters_typed_in_the_list_go_on_in_the_box(controller: Controller) -> None:
    search(controller, "gol")
    press(box(controller), Qt.Key.Key_Down)
    QTest.keyClicks(find(controller, QListView, "search.list"), "d")
    assert box(controller).hasFocus()
    assert box(controller).text() == "gold"


def test_a_click_goes_to_a_hit_and_shows_all_of_a_group(controller: Controller) -> None:
    shown = search(controller, "nano")
    view = shown.list
    place = next(n for n, row in enumerate(shown.found.rows) if isinstance(row, All))
    view.scrollTo(shown.found.index(place, 0))
    before = len(shown.found.rows)
    QTest.mouseClick(view.viewport(), LEFT, NO_KEYS, _middle(view, place))
    assert len(shown.found.rows) > before
    assert shown.isVisible()
    first = shown.found.row(place)
    assert isinstance(first, Hit)
    QTest.mouseClick(view.viewport(), LEFT, NO_KEYS, _middle(view, place))
    assert screen(controller).selection == first.id


def _middle(view: QListView, place: int) -> QPoint:
    return view.visualRect(view.model().index(place, 0)).center()


def test_a_hit_among_the_statements_is_shown_in_the_inspector(controller: Controller) -> None:
    statement = next(s for s in session(controller).pack.statements if s.strategies)
    session(controller).change(tab="references")
    search(controller, " ".join(statement.text.split()[:6]))
    go_to(controller, "statements", statement.id)
    assert screen(controller).selection in statement.strategies
    assert statement.text in inspector_text(controller)
    assert controller.content
    text = controller.content.inspector.body.text
    (marked,) = text.extraSelections()
    assert marked.cursor.selectedText().replace("\u00a0", " ") in statement.text
    assert text.viewport().rect().contains(text.cursorRect(text.textCursor()).center())
    assert text.hasFocus()


def test_a_statement_on_a_topic_alone_is_shown_there(controller: Controller) -> None:
    statement = next(s for s in session(controller).pack.statements if not s.strategies)
    search(controller, " ".join(statement.text.split()[:6]))
    go_to(controller, "statements", statement.id)
    assert screen(controller).tab == "topics"
    assert dict(screen(controller).options)["topics.shown"] == statement.topics[0]


@pytest.mark.parametrize("size", [(1440, 900), (820, 560)])
def test_a_reference_is_shown_in_full_whatever_was_filtered(
    controller: Controller, size: tuple[int, int]
) -> None:
    controller.window.resize(*size)
    session(controller).change(options=(("references.filter", "nothing has this"),))
    reference = session(controller).pack.references[40]
    search(controller, reference.title)
    go_to(controller, "references", reference.id)
    assert screen(controller).tab == "references"
    options = dict(screen(controller).options)
    assert options["references.shown"] == reference.id
    assert not options["references.filter"]


def test_a_topic_is_shown(controller: Controller) -> None:
    topic = session(controller).pack.topics[5]
    search(controller, topic.name)
    go_to(controller, "topics", topic.id)
    assert screen(controller).tab == "topics"
    assert dict(screen(controller).options)["topics.shown"] == topic.id


def test_a_term_opens_the_glossary_at_it(controller: Controller) -> None:
    entry = session(controller).pack.glossary[9]
    search(controller, entry.term)
    go_to(controller, "glossary", entry.id)
    opened = dialog()
    assert isinstance(opened, HelpDialog)
    assert find(opened, QListWidget, "glossary.list").currentItem().text() == entry.term
    assert entry.definition in opened.glossary.text.toPlainText()
    opened.close()


def test_where_nothing_is_found_it_says_where_it_looked_and_offers_the_nearest(
    controller: Controller,
) -> None:
    shown = search(controller, "osimertinib zzzqq")
    rows = shown.found.rows
    assert rows[0] == Line(words.LOOKED_IN.format(text="osimertinib zzzqq"))
    offered = next(row for row in rows if isinstance(row, Instead))
    press(box(controller), Qt.Key.Key_Return)
    assert box(controller).text() == offered.search
    assert isinstance(shown.found.row(shown.found.first), Hit)


def test_what_it_shows_is_said_to_a_screen_reader(controller: Controller) -> None:
    shown = search(controller, "gold")
    assert box(controller).accessibleDescription() == words.counted(shown.found.counts)
    assert shown.list.accessibleName() == words.LIST
    for place, row in enumerate(shown.found.rows):
        said = shown.found.index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole.value)
        assert said == (row.spoken if isinstance(row, Hit) else row.text)


def test_it_closes_when_the_keyboard_goes_elsewhere_and_comes_back_with_ctrl_k(
    controller: Controller,
) -> None:
    shown = search(controller, "gold")
    assert controller.content
    controller.content.profile.cases.setFocus()
    QCoreApplication.processEvents()
    assert not shown.isVisible()
    act(controller, "search")
    assert shown.isVisible()


def test_it_is_drawn_in_both_themes_and_every_size(controller: Controller) -> None:
    for theme, zoom in (("dark", 100), ("light", 150), ("light", 80), ("dark", 200)):
        controller.dress(theme=theme, zoom=zoom)
        QApplication.processEvents()
        box(controller).clear()
        shown = search(controller, "barrier")
        image = shown.grab().toImage()
        seen = {image.pixelColor(x, y).name() for x in range(4, image.width(), 3)
                for y in range(0, image.height(), 3)}  # fmt: skip
        assert controller.theme["surface"] in seen
        assert controller.theme["accent-soft"] in seen


def test_a_search_that_another_view_requests_opens_no_panel(controller: Controller) -> None:
    session(controller).change(search="gold")
    assert controller.content
    assert controller.content._search is None or not panel(controller).isVisible()


def test_a_search_waits_until_very_many_statements_are_made_ready_and_the_window_does_not(
    controller: Controller, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready, at_once = Event(), finding.index_of

    def slow(pack: Pack) -> Index:
        if current_thread().name == THREAD:
            ready.wait(20)
        return at_once(pack)

    monkeypatch.setattr("nanoexplorer.ui.shell.content.MANY_STATEMENTS", 0)
    monkeypatch.setattr(finding, "index_of", slow)
    QApplication.sendEvent(box(controller), QEvent(QEvent.Type.Enter))
    QTest.keyClicks(box(controller), "osim")
    assert screen(controller).search == ""
    assert said(controller) == words.MAKING_READY
    ready.set()
    qtbot.waitUntil(lambda: screen(controller).search == "osim")
    assert said(controller) == ""
    QTest.keyClicks(box(controller), "e")
    assert screen(controller).search == "osime"
