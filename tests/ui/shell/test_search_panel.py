"""The panel below the search box: in every view, with keyboard and mouse, and where it leads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QListWidget

from nanoexplorer.app.controller import Desk
from nanoexplorer.core.search import GROUPS
from nanoexplorer.documents.found_hits import Hit
from nanoexplorer.ui.help.dialog import HelpDialog
from nanoexplorer.ui.shell.search_panel import SearchPanel
from nanoexplorer.ui.shell.search_rows import All, Heading, Instead, Line
from nanoexplorer.views import TABS
from nanoexplorer.words import search as words
from tests.desks import (
    LEFT,
    NO_KEYS,
    act,
    dialog,
    find,
    inspector_text,
    press,
    screen,
    session,
)  # fmt: skip


def box(desk: Desk) -> QLineEdit:
    return find(desk, QLineEdit, "header.search")


def search(desk: Desk, text: str) -> SearchPanel:
    """Search as a person does: Ctrl+K, then type."""
    act(desk, "search")
    QTest.keyClicks(box(desk), text)
    return panel(desk)


def panel(desk: Desk) -> SearchPanel:
    return find(desk, SearchPanel, "search")


def hit(desk: Desk, group: str, id_: str) -> int:
    """The row of a hit; all of its group are shown for it."""
    panel(desk).found.show_all(group)
    rows = panel(desk).found.rows
    return next(n for n, r in enumerate(rows) if isinstance(r, Hit) and r[:2] == (group, id_))


def go_to(desk: Desk, group: str, id_: str) -> None:
    """Walk to a hit and press Enter on it."""
    row = hit(desk, group, id_)
    press(box(desk), Qt.Key.Key_Down)
    shown = find(desk, QListView, "search.list")
    shown.setCurrentIndex(shown.model().index(row, 0))
    press(shown, Qt.Key.Key_Return)
    QCoreApplication.processEvents()


@pytest.mark.parametrize("view", TABS)
def test_in_every_view_the_search_finds_and_enter_goes_there(desk: Desk, view: str) -> None:
    session(desk).change(tab=view)
    shown = search(desk, "Tagrisso")
    assert shown.isVisible()
    assert isinstance(shown.found.row(shown.found.first), Hit)
    press(box(desk), Qt.Key.Key_Return)
    assert screen(desk).selection == "osimertinib"
    assert screen(desk).tab == "strategies"
    assert not shown.isVisible()


def test_it_stands_below_the_banner_and_inside_the_window(desk: Desk) -> None:
    for size in ((820, 560), (1024, 700), (1440, 900)):
        desk.window.resize(*size)
        QCoreApplication.processEvents()
        box(desk).clear()
        shown = search(desk, "a")
        assert desk.content
        assert desk.content.rect().contains(shown.geometry())
        assert shown.width() > 300


def test_hits_stand_in_groups_with_their_number(desk: Desk) -> None:
    rows = search(desk, "gold").found.rows
    heads = [row.text for row in rows if isinstance(row, Heading)]
    counts = panel(desk).found.counts
    assert heads == [words.heading(group, count) for group, count in counts if count]
    assert [group for group, _ in counts] == list(GROUPS)


def test_arrow_keys_walk_past_headings_and_back_to_the_box(desk: Desk) -> None:
    search(desk, "gold")
    press(box(desk), Qt.Key.Key_Down)
    shown = find(desk, QListView, "search.list")
    assert shown.hasFocus()
    model = panel(desk).found
    seen = []
    for _ in range(7):
        seen.append(model.row(shown.currentIndex().row()))
        press(shown, Qt.Key.Key_Down)
    assert all(isinstance(row, Hit | All) for row in seen)
    assert len(set(map(str, seen))) == 7
    for _ in range(8):
        press(shown if shown.hasFocus() else box(desk), Qt.Key.Key_Up)
    assert box(desk).hasFocus()
    assert panel(desk).isVisible()


def test_escape_goes_to_the_box_and_then_empties_it(desk: Desk) -> None:
    search(desk, "gold")
    press(box(desk), Qt.Key.Key_Down)
    press(find(desk, QListView, "search.list"), Qt.Key.Key_Escape)
    assert box(desk).hasFocus()
    assert box(desk).text() == "gold"
    press(box(desk), Qt.Key.Key_Escape)
    assert box(desk).text() == screen(desk).search == ""
    assert not panel(desk).isVisible()


def test_letters_typed_in_the_list_go_on_in_the_box(desk: Desk) -> None:
    search(desk, "gol")
    press(box(desk), Qt.Key.Key_Down)
    QTest.keyClicks(find(desk, QListView, "search.list"), "d")
    assert box(desk).hasFocus()
    assert box(desk).text() == "gold"


def test_a_click_goes_to_a_hit_and_shows_all_of_a_group(desk: Desk) -> None:
    shown = search(desk, "nano")
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
    assert screen(desk).selection == first.id


def _middle(view: QListView, place: int) -> QPoint:
    return view.visualRect(view.model().index(place, 0)).center()


def test_a_hit_among_the_statements_is_shown_in_the_inspector(desk: Desk) -> None:
    statement = next(s for s in session(desk).pack.statements if s.strategies)
    session(desk).change(tab="references")
    search(desk, " ".join(statement.text.split()[:6]))
    go_to(desk, "statements", statement.id)
    assert screen(desk).selection in statement.strategies
    assert statement.text in inspector_text(desk)
    assert desk.content
    text = desk.content.inspector.body.text
    (marked,) = text.extraSelections()
    assert marked.cursor.selectedText().replace("\u00a0", " ") in statement.text
    assert text.viewport().rect().contains(text.cursorRect(text.textCursor()).center())
    assert text.hasFocus()


def test_a_statement_on_a_topic_alone_is_shown_there(desk: Desk) -> None:
    statement = next(s for s in session(desk).pack.statements if not s.strategies)
    search(desk, " ".join(statement.text.split()[:6]))
    go_to(desk, "statements", statement.id)
    assert screen(desk).tab == "topics"
    assert dict(screen(desk).options)["topics.shown"] == statement.topics[0]


@pytest.mark.parametrize("size", [(1440, 900), (820, 560)])
def test_a_reference_is_shown_in_full_whatever_was_filtered(
    desk: Desk, size: tuple[int, int]
) -> None:
    desk.window.resize(*size)
    session(desk).change(options=(("references.filter", "nothing has this"),))
    reference = session(desk).pack.references[40]
    search(desk, reference.title)
    go_to(desk, "references", reference.id)
    assert screen(desk).tab == "references"
    options = dict(screen(desk).options)
    assert options["references.shown"] == reference.id
    assert not options["references.filter"]


def test_a_topic_is_shown(desk: Desk) -> None:
    topic = session(desk).pack.topics[5]
    search(desk, topic.name)
    go_to(desk, "topics", topic.id)
    assert screen(desk).tab == "topics"
    assert dict(screen(desk).options)["topics.shown"] == topic.id


def test_a_term_opens_the_glossary_at_it(desk: Desk) -> None:
    entry = session(desk).pack.glossary[9]
    search(desk, entry.term)
    go_to(desk, "glossary", entry.id)
    opened = dialog()
    assert isinstance(opened, HelpDialog)
    assert find(opened, QListWidget, "glossary.list").currentItem().text() == entry.term
    assert entry.definition in opened.glossary.text.toPlainText()
    opened.close()


def test_where_nothing_is_found_it_says_where_it_looked_and_offers_the_nearest(desk: Desk) -> None:
    shown = search(desk, "osimertinib zzzqq")
    rows = shown.found.rows
    assert rows[0] == Line(words.LOOKED_IN.format(text="osimertinib zzzqq"))
    offered = next(row for row in rows if isinstance(row, Instead))
    press(box(desk), Qt.Key.Key_Return)
    assert box(desk).text() == offered.search
    assert isinstance(shown.found.row(shown.found.first), Hit)


def test_what_it_shows_is_said_to_a_screen_reader(desk: Desk) -> None:
    shown = search(desk, "gold")
    assert box(desk).accessibleDescription() == words.counted(shown.found.counts)
    assert shown.list.accessibleName() == words.LIST
    for place, row in enumerate(shown.found.rows):
        said = shown.found.index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole.value)
        assert said == (row.spoken if isinstance(row, Hit) else row.text)


def test_it_closes_when_the_keyboard_goes_elsewhere_and_comes_back_with_ctrl_k(desk: Desk) -> None:
    shown = search(desk, "gold")
    assert desk.content
    desk.content.profile.cases.setFocus()
    QCoreApplication.processEvents()
    assert not shown.isVisible()
    act(desk, "search")
    assert shown.isVisible()


def test_it_is_drawn_in_both_themes_and_every_size(desk: Desk) -> None:
    for theme, zoom in (("dark", 100), ("light", 150), ("light", 80), ("dark", 200)):
        desk.dress(theme=theme, zoom=zoom)
        QApplication.processEvents()
        box(desk).clear()
        shown = search(desk, "barrier")
        image = shown.grab().toImage()
        seen = {image.pixelColor(x, y).name() for x in range(4, image.width(), 3)
                for y in range(0, image.height(), 3)}  # fmt: skip
        assert desk.theme["surface"] in seen
        assert desk.theme["accent-soft"] in seen


def test_a_search_that_another_view_requests_opens_no_panel(desk: Desk) -> None:
    session(desk).change(search="gold")
    assert desk.content
    assert desk.content._search is None or not panel(desk).isVisible()
