"""Links in a document are handed on as requests, and nothing else is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument, QTextLine
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nanoexplorer.documents import links
from nanoexplorer.render.screen.prose import Prose, Run
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


@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_a_name_and_what_is_said_of_it_never_touch(app: QApplication, zoom: int) -> None:
    """However long the name is: where there is no gap between them it stands above."""
    document = QTextDocument()
    prose = Prose(document, chosen_theme("light"), zoom)
    for letters in range(1, 30):
        prose.pair(Run("n" * letters), [Run("said")], 11)
    least = 6 * zoom / 100
    block = document.begin()
    beside = 0
    while block.isValid():
        layout, start = block.layout(), block.text().index("said")
        document.documentLayout().blockBoundingRect(block)
        name, said = layout.lineForTextPosition(0), layout.lineForTextPosition(start)
        if name.lineNumber() == said.lineNumber():
            gap = _x(said, start) - _x(name, start - 1)
            assert gap >= least, block.text()
            beside += 1
        block = block.next()
    assert 1 < beside < 29


def _x(line: QTextLine, place: int) -> float:
    found: tuple[float, int] = line.cursorToX(place)  # type: ignore[assignment]
    return found[0]
