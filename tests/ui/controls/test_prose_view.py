"""Links in a document are handed on as requests, and nothing else is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nanoexplorer.documents import links
from nanoexplorer.ui.base.theme import chosen_theme
from nanoexplorer.ui.controls.prose_view import ProseView


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        (links.NEAREST, "Act.SHOW_NEAREST"),
        (f"{links.STRATEGY}x", "SelectStrategy(strategy='x')"),
        (f"{links.REFERENCE}x", "GoTo(group='references', id='x')"),
        (f"{links.DOI}10.1/x", f"FollowLink(link='{links.DOI}10.1/x')"),
    ],
)
def test_a_link_is_a_request(app: QApplication, qtbot: QtBot, address: str, asked: str) -> None:
    view = ProseView("text", "a text", chosen_theme("light"), 100)
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.requested) as sent:
        view.anchorClicked.emit(QUrl(address))
    assert str(sent.args[0]) == asked


@pytest.mark.parametrize("address", ["file:///etc/passwd", "https://example.org", "x"])
def test_another_address_leads_nowhere(app: QApplication, qtbot: QtBot, address: str) -> None:
    view = ProseView("text", "a text", chosen_theme("light"), 100)
    qtbot.addWidget(view)
    with qtbot.assertNotEmitted(view.requested):
        view.anchorClicked.emit(QUrl(address))
