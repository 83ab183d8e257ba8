"""The frame around everything: what stands where, also after everything was made anew."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from nanoexplorer.desk import Desk
from nanoexplorer.ui.window import Window
from tests.desks import find, let_go, select

PARTS = ("header", "banner", "content", "content.status")


def places(desk: Desk) -> list[int]:
    return [find(desk, QWidget, part).y() for part in PARTS]


@pytest.mark.parametrize("zoom", [100, 80, 200])
def test_header_banner_content_and_status_stand_in_this_order(desk: Desk, zoom: int) -> None:
    desk.dress(zoom=zoom)
    let_go()
    assert places(desk) == sorted(set(places(desk)))
    assert all(find(desk, QWidget, part).width() == desk.window.width() for part in PARTS)


def test_what_was_made_anew_leaves_nothing_of_the_old(desk: Desk) -> None:
    for zoom in (150, 80, 100):
        desk.dress(zoom=zoom)
        let_go()
        for part in PARTS:
            assert len(desk.window.findChildren(QWidget, part)) == 1


@pytest.mark.parametrize("size", [(820, 560), (1024, 700), (1440, 900), (1920, 1080)])
@pytest.mark.parametrize("zoom", [80, 100, 150])
def test_every_panel_has_room_in_every_window(desk: Desk, size: tuple[int, int], zoom: int) -> None:
    desk.dress(zoom=zoom)
    desk.window.resize(*size)
    select(desk, "osimertinib")
    let_go()
    for name in ("profile", "strategies", "inspector", "inspector.text"):
        panel = find(desk, QWidget, name)
        corner = panel.mapTo(desk.window, panel.rect().bottomRight())
        assert panel.isVisible()
        assert panel.width() > 100
        assert panel.height() > 30
        assert desk.window.rect().contains(corner)


def test_the_first_paint_is_said_once(app: QApplication, qtbot: QtBot) -> None:
    window = Window()
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.stands_there):
        window.show()
    with qtbot.assertNotEmitted(window.stands_there, wait=20):
        window.repaint()


@pytest.mark.parametrize("text", ["", "x", "AAAA", "é", "====", "A" * 4000])
def test_a_remembered_size_that_is_none_is_let_go(
    app: QApplication, qtbot: QtBot, text: str
) -> None:
    window = Window()
    qtbot.addWidget(window)
    before = window.size()
    window.restore_geometry(text)
    assert window.size() == before


def test_a_message_and_what_stands_in_the_status_bar_are_never_both_shown(desk: Desk) -> None:
    """The bar shows all of it again when it is laid out anew, as it is right after the start."""
    assert desk.content
    bar = desk.content.status
    sources = next(
        label for label in bar.findChildren(QLabel) if label.text().startswith("Sources")
    )
    desk.content.say("Something is said", 0)
    sources.setMinimumHeight(bar.height() + 8)
    QCoreApplication.processEvents()
    QCoreApplication.processEvents()
    assert not sources.isVisible()
    bar.clearMessage()
    assert sources.isVisible()
