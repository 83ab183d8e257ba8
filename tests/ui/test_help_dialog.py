from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nanoexplorer import strings
from nanoexplorer.core.pack import Pack
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.dress import chosen_theme
from nanoexplorer.ui.glossary_dialog import GlossaryDialog, marked_text
from nanoexplorer.ui.prose_view import ProseView
from tests.packs import mini_pack


def dialog(qtbot: QtBot, pack: Pack, text: str = "") -> GlossaryDialog:
    made = GlossaryDialog(pack, chosen_theme("light"), 100, text)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def listed(made: GlossaryDialog) -> list[str]:
    return [made.list.item(n).text() for n in range(made.list.count())]


def test_all_terms_are_listed_and_the_first_is_explained(app: QApplication, qtbot: QtBot) -> None:
    made = dialog(qtbot, mini_pack())
    assert listed(made) == ["crema", "DWG"]
    assert "people photograph" in made.text.toPlainText()


def test_typing_searches_and_arrows_walk(app: QApplication, qtbot: QtBot) -> None:
    made = dialog(qtbot, load_pack(bundled_pack()))
    QTest.keyClicks(made.search, "receptor")
    assert 1 < made.list.count() < len(load_pack(bundled_pack()).glossary)
    before = made.text.toPlainText()
    QTest.keyClick(made.search, Qt.Key.Key_Down)
    assert made.list.currentRow() == 1
    assert made.text.toPlainText() != before
    assert made.search.text() == "receptor"


def test_expansion_and_related_terms_are_shown(app: QApplication, qtbot: QtBot) -> None:
    made = dialog(qtbot, load_pack(bundled_pack()), "BBB")
    text = made.text.toPlainText()
    assert text.startswith("BBB\nblood–brain barrier\n")
    assert strings.GLOSSARY_RELATED.format(terms="blood-brain barrier") in text


def test_nothing_found_and_no_glossary_are_said(app: QApplication, qtbot: QtBot) -> None:
    made = dialog(qtbot, mini_pack(), "xyzzy")
    assert made.text.toPlainText() == strings.GLOSSARY_NONE
    empty = dialog(qtbot, replace(mini_pack(), glossary=()))
    assert empty.text.toPlainText() == strings.GLOSSARY_EMPTY


def test_escape_closes(app: QApplication, qtbot: QtBot) -> None:
    made = dialog(qtbot, mini_pack())
    QTest.keyClick(made, Qt.Key.Key_Escape)
    assert not made.isVisible()


def test_it_opens_at_what_is_marked_in_a_text(app: QApplication, qtbot: QtBot) -> None:
    view = ProseView(chosen_theme("light"), 100)
    qtbot.addWidget(view)
    view.setPlainText("liposome")
    assert marked_text(view) == ""
    view.selectAll()
    assert marked_text(view) == "liposome"
    assert marked_text(None) == ""
