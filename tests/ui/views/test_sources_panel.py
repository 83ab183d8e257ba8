from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nanoexplorer.core.pack import Pack
from nanoexplorer.documents import links
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.base.requests import FollowLink
from nanoexplorer.ui.base.session import Session
from nanoexplorer.ui.base.theme import chosen_theme
from nanoexplorer.ui.views.sources.panel import SourcesPanel
from nanoexplorer.words import sources as sources_words
from tests.controllers import wire
from tests.drawing.test_terms import formats
from tests.packs import mini_pack, random_pack


def opened(qtbot: QtBot, pack: Pack) -> tuple[SourcesPanel, Session]:
    session = Session(pack)
    panel = SourcesPanel(pack, chosen_theme("light"), 100)
    qtbot.addWidget(panel)
    panel.resize(700, 600)
    wire(panel, session)
    session.change(tab="sources")
    panel.show()
    return panel, session


def test_differences_coverage_and_reach_are_there(app: QApplication, qtbot: QtBot) -> None:
    panel, session = opened(qtbot, mini_pack())
    text = panel.text.toPlainText()
    labels = [source.label for source in session.pack.sources]
    heads = [
        words.upper() for words in (*labels, sources_words.DIFFER[-1], sources_words.COVER[-1])
    ]
    assert [text.find(head) for head in heads] == sorted(text.find(head) for head in heads)
    assert all(head in text for head in heads)
    assert "owners of a cat" in text
    assert "Only the leaflet: 0 strategies, 1 topic" in text
    assert all(source.search_reach in text for source in session.pack.sources)


def test_a_strategy_is_selected_and_marked_and_the_text_stays_in_place(
    app: QApplication, qtbot: QtBot
) -> None:
    panel, session = opened(qtbot, load_pack(bundled_pack()))
    bar = panel.text.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 500)
    bar.setValue(400)
    panel.text.anchorClicked.emit(QUrl(f"{links.STRATEGY}dendrimers"))
    assert session.screen.selection == "dendrimers"
    assert formats(panel.text.document())["Dendrimers"].fontWeight() == QFont.Weight.Bold
    assert bar.value() == 400


def test_a_doi_is_handed_on(app: QApplication, qtbot: QtBot) -> None:
    panel, _ = opened(qtbot, mini_pack())
    with qtbot.waitSignal(panel.requested) as asked:
        panel.text.anchorClicked.emit(QUrl("https://doi.org/10.1000/1"))
    assert asked.args == [FollowLink("https://doi.org/10.1000/1")]


@pytest.mark.parametrize("strategies", [0, 1])
def test_a_pack_without_differences_says_so(
    app: QApplication, qtbot: QtBot, strategies: int
) -> None:
    from random import Random

    pack = random_pack(Random(1), 2, strategies)
    two = replace(pack, sources=(*pack.sources, pack.sources[0]._replace(id="other")))
    panel, _ = opened(qtbot, two)
    assert sources_words.AGREE in panel.text.toPlainText()


def test_the_sources_begin_with_who_they_are_side_by_side_where_there_is_room(
    app: QApplication, qtbot: QtBot
) -> None:
    panel, session = opened(qtbot, load_pack(bundled_pack()))
    said = {}
    for width, side_by_side in ((1300, True), (500, False)):
        panel.resize(width, 800)
        QApplication.processEvents()
        root = panel.text.document().rootFrame()
        assert bool(root.childFrames()) is side_by_side
        said[width] = [line for line in panel.text.toPlainText().split("\n") if line]
        first = [source.label.upper() for source in session.pack.sources]
        assert [line for line in said[width] if line in first] == first
        assert said[width][0] == first[0]
    assert sorted(said[1300]) == sorted(said[500])
