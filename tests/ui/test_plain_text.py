"""Text of a pack is text: nowhere is markup in it followed, drawn or fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QTextBrowser,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.documents import links as addresses
from nanoexplorer.documents.strategy import TABS
from nanoexplorer.drawing.tips import plain_tip
from nanoexplorer.ui.base.widgets import give_tip
from nanoexplorer.words import inspector as inspector_words
from tests.controllers import (
    act,
    choose,
    dialog,
    dialog_text,
    find,
    follow,
    inspector_body,
    links,
    open_controller,
    put_away,
    rows,
    select,
    session,
)
from tests.ui.hostile import MARKUP, hostile_pack

TAG = re.compile(r"</?(?!qt>|br>)[a-z]")


@pytest.fixture
def hostile(app: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Controller]:
    """The app with a pack that has markup in every text."""
    opened = open_controller(app, qtbot, tmp_path, hostile_pack(tmp_path / "pack"))
    yield opened
    put_away(opened)


def read(tip: str) -> str:
    """What a person sees of a tooltip."""
    return QTextDocumentFragment.fromHtml(tip).toPlainText()


def widgets() -> list[QWidget]:
    return QApplication.allWidgets()


def everything_shown(controller: Controller) -> None:
    """Select, unfold and open whatever can be."""
    find(controller, QAbstractButton, "profile.more").setChecked(True)
    session(controller).open_case(session(controller).pack.cases[0].id)
    session(controller).change_profile({"roast": "dark", "water": "soft"})
    select(controller, "felt-sleeve")
    assert controller.content
    for place in range(controller.content.tabs.count()):
        controller.content.tabs.setCurrentIndex(place)


@pytest.mark.parametrize(
    "text", [MARKUP, "a < b & c > d", "one\ntwo", "&lt;b&gt;", "<br>", "plain", "“quoted”"]
)
def test_a_tooltip_shows_its_text_and_nothing_else(text: str) -> None:
    assert read(plain_tip(text)) == text
    assert not TAG.search(plain_tip(text))


def test_no_text_is_no_tooltip() -> None:
    assert plain_tip("") == ""


def test_a_screen_reader_gets_the_words_of_a_tooltip_without_escapes(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    give_tip(widget, "a < b\nc")
    assert widget.accessibleDescription() == "a < b\nc"
    assert read(widget.toolTip()) == "a < b\nc"


def test_no_tooltip_has_markup_of_the_pack(hostile: Controller) -> None:
    everything_shown(hostile)
    tips = [widget.toolTip() for widget in widgets() if widget.toolTip()]
    assert any(MARKUP in read(tip) for tip in tips)
    assert [tip for tip in tips if TAG.search(tip)] == []


@pytest.mark.qt_log_ignore("raise\\(\\)")  # what the offscreen platform can't do
def test_a_tooltip_is_shown_literally(hostile: Controller, qtbot: QtBot) -> None:
    option = find(hostile, QWidget, "profile.roast.unclear")
    QToolTip.showText(option.mapToGlobal(QPoint(2, 2)), option.toolTip(), option)
    assert MARKUP in read(QToolTip.text())
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_every_label_shows_plain_text(hostile: Controller) -> None:
    everything_shown(hostile)
    act(hostile, "about")
    labels = [w for w in widgets() if isinstance(w, QLabel) and w.text()]
    rich = [label for label in labels if label.textFormat() is not Qt.TextFormat.PlainText]
    assert [label.text() for label in rich if "qtooltip" not in label.objectName()] == []
    assert any(MARKUP in label.text() for label in labels)
    dialog().close()


def test_cards_say_markup_literally(hostile: Controller) -> None:
    for column in ("treatments", "carriers"):
        cards = [row for row in rows(hostile, column) if ". " in row]
        assert cards
        assert [card for card in cards if not card.startswith(MARKUP)] == []


def test_the_inspector_shows_markup_literally_and_fetches_nothing(hostile: Controller) -> None:
    for strategy in session(hostile).pack.strategies:
        select(hostile, strategy.id)
        shown = inspector_body(hostile).page("evidence")
        for statement in session(hostile).pack.statements_of[strategy.id]:
            assert statement.text in shown.toPlainText()
        for name in TABS:
            assert "<img" not in inspector_body(hostile).page(name).toHtml()
        assert find(hostile, QLabel, "inspector.title").text() == strategy.name


def test_no_view_takes_markup_for_markup(hostile: Controller) -> None:
    everything_shown(hostile)
    browsers = [w for w in widgets() if isinstance(w, QTextBrowser)]
    assert browsers
    assert [w.objectName() for w in browsers if "<img" in w.toHtml()] == []


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_dialogs_show_markup_literally(hostile: Controller) -> None:
    select(hostile, "felt-sleeve")
    follow(hostile, next(link for link in links(hostile) if link.startswith(addresses.STATEMENT)))
    choose(hostile, "statement", inspector_words.REPORT)
    assert MARKUP in dialog_text()
    dialog().close()
    for name in ("about", "cite"):
        act(hostile, name)
        assert MARKUP in dialog_text()
        dialog().close()


def test_a_case_is_named_literally(hostile: Controller) -> None:
    box = find(hostile, QComboBox, "profile.cases")
    assert box.itemText(1).startswith(MARKUP)
