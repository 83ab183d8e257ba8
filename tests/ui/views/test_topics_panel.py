"""The topics: what is about no strategy, in full, and what leads on from it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QTextBrowser

from nanoexplorer.app.controller import Controller
from nanoexplorer.core.shown.topics import SHOWN
from nanoexplorer.documents import links
from nanoexplorer.documents.citations.vancouver import vancouver
from nanoexplorer.ui.controls.columns_view import MEASURE, ColumnsView
from nanoexplorer.words import inspector as inspector_words
from nanoexplorer.words import sources as sources_words
from tests.controllers import choose, dialog, dialog_text, find, flowing, press, session


@pytest.fixture
def topics(controller: Controller) -> Controller:
    """The app with the topics in front."""
    session(controller).change(tab="topics")
    return controller


def text(controller: Controller) -> str:
    return flowing(find(controller, QTextBrowser, "topics.text").toPlainText())


def test_every_topic_is_listed_and_told_in_full(topics: Controller) -> None:
    pack = session(topics).pack
    listed = find(topics, QListWidget, "topics.list")
    assert [listed.item(n).text() for n in range(listed.count())] == [t.name for t in pack.topics]
    for place, topic in enumerate(pack.topics):
        listed.setCurrentRow(place)
        assert find(topics, QLabel, "topics.title").text() == topic.name
        statements = pack.statements_on.get(topic.id, ())
        notes = [note for note in pack.notes if topic.id in note.topics]
        wanted = [*(s.text for s in statements), *(note.text for note in notes)]
        assert [words for words in wanted if flowing(words) not in text(topics)] == []
        cited = {r for s in statements for r in pack.cites(s)}
        for id_ in cited:
            assert flowing(vancouver(pack.reference[id_])) in text(topics)


def test_a_topic_of_notes_alone_says_so_in_the_packs_words_too(topics: Controller) -> None:
    pack = session(topics).pack
    silent = next(t for t in pack.topics if not pack.statements_on.get(t.id))
    find(topics, QListWidget, "topics.list").setCurrentRow(pack.topics.index(silent))
    assert sources_words.TOPIC_NOTES in text(topics)


def test_arrow_keys_walk_through_the_topics(topics: Controller) -> None:
    listed = find(topics, QListWidget, "topics.list")
    listed.setFocus()
    press(listed, Qt.Key.Key_Home, Qt.Key.Key_Down)
    assert find(topics, QLabel, "topics.title").text() == session(topics).pack.topics[1].name


def test_the_chosen_topic_is_part_of_what_was_asked_for(topics: Controller) -> None:
    find(topics, QListWidget, "topics.list").setCurrentRow(3)
    chosen = session(topics).pack.topics[3]
    assert dict(session(topics).intent.options)[SHOWN] == chosen.id
    assert find(topics, QLabel, "topics.title").text() == chosen.name


def test_a_topic_that_is_asked_for_is_shown_and_an_unknown_one_is_the_first(
    topics: Controller,
) -> None:
    listed = find(topics, QListWidget, "topics.list")
    for place, topic in ((2, session(topics).pack.topics[2].id), (0, "no-such-topic")):
        session(topics).choose_option(SHOWN, topic)
        assert listed.currentRow() == place
        assert (
            find(topics, QLabel, "topics.title").text() == session(topics).pack.topics[place].name
        )


def test_the_chosen_topic_stays_in_another_theme(topics: Controller) -> None:
    find(topics, QListWidget, "topics.list").setCurrentRow(4)
    topics.dress(theme="dark")
    assert find(topics, QLabel, "topics.title").text() == session(topics).pack.topics[4].name


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_doi_and_a_report_lead_on(topics: Controller, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    assert topics.commands
    monkeypatch.setattr(topics.commands, "open_link", opened.append)
    shown = find(topics, QTextBrowser, "topics.text")
    shown.anchorClicked.emit(QUrl(f"{links.DOI}10.1/x"))
    assert opened == [f"{links.DOI}10.1/x"]
    statement = next(s for s in session(topics).pack.statements if s.topics)
    shown.anchorClicked.emit(QUrl(links.STATEMENT + statement.id))
    choose(topics, "statement", inspector_words.REPORT)
    assert statement.text in dialog_text()
    dialog().close()


@pytest.mark.parametrize("width", [1920, 1440])
def test_what_is_added_stands_beside_what_the_sources_say_in_lines_that_can_be_read(
    topics: Controller, width: int
) -> None:
    topics.window.resize(width, 800)
    told = next(t for t in session(topics).pack.topics if session(topics).pack.statements_on[t.id])
    session(topics).choose_option(SHOWN, told.id)
    QApplication.processEvents()
    shown = find(topics, ColumnsView, "topics.text")
    layout = shown.document().documentLayout()
    (table,) = shown.document().rootFrame().childFrames()
    assert layout.frameBoundingRect(table).width() <= min(2 * MEASURE + 40, shown.width())
    tops = []
    for heading in (inspector_words.SAYS, inspector_words.REFERENCES):
        cursor = shown.document().find(heading.upper())
        tops.append(shown.cursorRect(cursor).x())
    assert tops[1] - tops[0] > 300


def test_a_reading_place_is_kept_when_there_is_room_for_another_column(topics: Controller) -> None:
    topics.window.resize(1440, 500)
    QApplication.processEvents()
    shown = find(topics, ColumnsView, "topics.text")
    bar = shown.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    for width in (700, 1440):
        topics.window.resize(width, 500)
        QApplication.processEvents()
        assert 0.4 < bar.value() / bar.maximum() < 0.6


def test_the_bar_of_a_note_stands_in_the_column_of_the_note(topics: Controller) -> None:
    pack = session(topics).pack
    noted = {id_ for note in pack.notes for id_ in note.topics}
    topic = next(t for t in pack.topics if pack.statements_on.get(t.id) and t.id in noted)
    session(topics).choose_option(SHOWN, topic.id)
    QApplication.processEvents()
    shown = find(topics, ColumnsView, "topics.text")
    note = next(note for note in pack.notes if topic.id in note.topics)
    assert shown.reveal(note.text)
    shown.setExtraSelections([])
    QApplication.processEvents()
    at = shown.cursorRect()
    picture = shown.viewport().grab().toImage()
    bar = shown.theme["bar-note"]
    colours = [picture.pixelColor(x, at.center().y()).name() for x in range(picture.width())]
    assert at.x() - 16 <= colours.index(bar) < at.x()
    assert colours[: at.x() - 16].count(bar) == 0
