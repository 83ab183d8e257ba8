from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.core.pack import Pack
from nanoexplorer.documents.finding import find
from nanoexplorer.documents.terms import glossary
from nanoexplorer.formats.seminar import read_seminar
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.pack.schema import TABLES
from nanoexplorer.places import bundled_pack, resources, sample_seminar
from nanoexplorer.ui.base.theme import chosen_theme
from nanoexplorer.ui.controls.prose_view import AROUND, ProseView
from nanoexplorer.ui.help.dialog import GuidePage, HelpDialog, Page
from nanoexplorer.ui.help.glossary_page import marked_text
from nanoexplorer.words import help as words
from tests.controllers import act, dialog
from tests.packs import mini_pack
from tests.shipped import SHIPPED, shipped

GUIDE = resources() / "help"


def opened(qtbot: QtBot, pack: Pack, text: str = "", page: Page = "glossary") -> HelpDialog:
    made = HelpDialog(pack, chosen_theme("light"), 100, text, page=page)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def listed(made: HelpDialog) -> list[str]:
    return [made.glossary.list.item(n).text() for n in range(made.glossary.list.count())]


def test_all_terms_are_listed_and_the_first_is_explained(app: QApplication, qtbot: QtBot) -> None:
    """The pack's, its statuses, and the app's own."""
    pack = mini_pack()
    made = opened(qtbot, pack)
    terms = [entry.term for entry in pack.glossary] + [status.label for status in pack.statuses]
    terms += list(words.TERM.values())
    assert listed(made) == sorted(set(terms), key=str.casefold)
    assert words.MEANS["against"] in made.glossary.text.toPlainText()


def test_a_pack_explains_its_own_words_itself(app: QApplication, qtbot: QtBot) -> None:
    pack = mini_pack()
    own = pack.glossary[0]._replace(term="Hedge", definition="A row of shrubs.")
    made = opened(qtbot, replace(pack, glossary=(own,)), "hedge")
    assert [term for term in listed(made) if term.casefold() == "hedge"] == ["Hedge"]
    assert "shrubs" in made.glossary.text.toPlainText()


@pytest.mark.parametrize(
    "term",
    [
        *("named", "against", "open", "other profile", "independent", "disputed", "note"),
        *("our interpretation", "evidence status", "scope", "case code", "statement", "pack"),
        "in practice",
    ],
)
def test_the_words_that_are_ours_are_found_by_search_and_in_the_help(
    app: QApplication, qtbot: QtBot, term: str
) -> None:
    pack = load_pack(bundled_pack())
    made = opened(qtbot, pack, term)
    assert listed(made)[0] == term
    assert made.glossary.text.toPlainText().startswith(f"{term}\n")
    ids = {entry.id for entry in glossary(pack) if entry.term == term}
    assert ids & set(find(pack, pack.blank_profile, term).ids("glossary", 4))


def test_typing_searches_and_arrows_walk(app: QApplication, qtbot: QtBot) -> None:
    made = opened(qtbot, load_pack(bundled_pack()))
    QTest.keyClicks(made.glossary.search, "receptor")
    assert 1 < made.glossary.list.count() < len(load_pack(bundled_pack()).glossary)
    before = made.glossary.text.toPlainText()
    QTest.keyClick(made.glossary.search, Qt.Key.Key_Down)
    assert made.glossary.list.currentRow() == 1
    assert made.glossary.text.toPlainText() != before
    assert made.glossary.search.text() == "receptor"


def test_expansion_and_related_terms_are_shown(app: QApplication, qtbot: QtBot) -> None:
    made = opened(qtbot, load_pack(bundled_pack()), "BBB")
    text = made.glossary.text.toPlainText()
    assert text.startswith("BBB\nblood–brain barrier\n")
    assert words.RELATED.format(terms="blood-brain barrier") in text


def test_nothing_found_is_said(app: QApplication, qtbot: QtBot) -> None:
    made = opened(qtbot, mini_pack(), "xyzzy")
    assert made.glossary.text.toPlainText() == words.NONE


def test_escape_closes(app: QApplication, qtbot: QtBot) -> None:
    made = opened(qtbot, mini_pack())
    QTest.keyClick(made, Qt.Key.Key_Escape)
    assert not made.isVisible()


def test_it_opens_at_what_is_marked_in_a_text(app: QApplication, qtbot: QtBot) -> None:
    view = ProseView("text", "a text", chosen_theme("light"), 100)
    qtbot.addWidget(view)
    view.setPlainText("liposome")
    assert marked_text(view) == ""
    view.selectAll()
    assert marked_text(view) == "liposome"
    assert marked_text(None) == ""


def test_the_page_for_teachers_has_its_text_and_all_its_pictures(
    app: QApplication, qtbot: QtBot
) -> None:
    made = opened(qtbot, mini_pack(), page="teachers")
    assert made.tabs.currentIndex() == 2
    page = made.teachers
    assert page.toPlainText().count("For teachers\n") == 1
    assert "F5" in page.toPlainText()
    names = re.findall(r"!\[[^]]+\]\(([^)]+)\)", (GUIDE / "teachers.md").read_text("utf-8"))
    assert names
    for name in names:
        picture = page.loadResource(2, QUrl(name))
        assert isinstance(picture, QImage)
        assert 200 <= picture.width() <= page.viewport().width()


def subjects_of(pack: Pack) -> set[str]:
    """What a pack is about, by the names of its things."""
    strategies = " ".join(strategy.name for strategy in pack.strategies)
    names = [name for name in strategies.split() if len(name) > len("with")]
    drugs = [drug for strategy in pack.strategies for drug in strategy.drugs]
    titles = [*(case.title for case in pack.cases), *(topic.name for topic in pack.topics)]
    return {pack.title, pack.profile_name, *(f.label for f in pack.fields), *drugs, *titles, *names}


def test_the_page_for_teachers_speaks_of_no_packs_subject_but_where_it_says_so() -> None:
    text = (GUIDE / "teachers.md").read_text("utf-8")
    general, heading, rest = text.partition("## The sample seminar of the bundled pack")
    assert heading
    for path in SHIPPED:
        said = subjects_of(shipped(path))
        found = [one for one in said if re.search(rf"(?<![\w-]){re.escape(one)}(?![\w-])", general)]
        assert found == [], path.name
    sample = sample_seminar(bundled_pack().name)
    assert sample is not None
    for case in read_seminar(sample, shipped(bundled_pack())).seminar.cases:
        assert f"*{case.own_title or case.title}*" in rest


def test_the_page_for_teachers_shows_no_file_of_another_folder(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = GuidePage(tmp_path / "none.md", chosen_theme("light"), "a guide")
    qtbot.addWidget(page)
    assert "none.md" in page.toPlainText()
    picture = page.loadResource(2, QUrl(f"../{GUIDE.name}/seminar-reveal.png"))
    assert isinstance(picture, QImage)
    assert picture.isNull()
    assert page.loadResource(1, QUrl("teachers.md")) is None


def test_the_page_for_curators_ends_with_the_tables_as_they_are_declared(
    app: QApplication, qtbot: QtBot
) -> None:
    made = opened(qtbot, mini_pack(), page="curators")
    assert made.tabs.currentIndex() == 3
    text = made.curators.toPlainText()
    assert "Your review in an afternoon" in text
    for table in TABLES.values():
        assert table.name in text
        assert all(column.name in text for column in table.columns)
    picture = made.curators.loadResource(2, QUrl("curators-example.png"))
    assert isinstance(picture, QImage)
    assert not picture.isNull()


@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_it_is_no_larger_than_the_window_below_it(controller: Controller, zoom: int) -> None:
    controller.window.resize(1024, 700)
    controller.dress(zoom=zoom)
    act(controller, "glossary")
    made = dialog()
    assert made.width() <= 1024 - 48
    assert made.height() <= 700 - 48
    made.close()


def shown(controller: Controller, action: str) -> HelpDialog:
    """The help as the window shows it, in its style."""
    act(controller, action)
    made = dialog()
    assert isinstance(made, HelpDialog)
    return made


def test_pages_and_close_end_at_one_edge(controller: Controller, qtbot: QtBot) -> None:
    for action in ("glossary", "teachers"):
        made = shown(controller, action)
        part = made.teachers if action == "teachers" else made.glossary.search
        ends = [w.mapTo(made, w.rect().topRight()).x() for w in (part, made.close_)]
        assert len(set(ends)) == 1
        made.close()


def test_a_term_keeps_away_from_the_focus_ring_around_it(
    controller: Controller, qtbot: QtBot
) -> None:
    made = shown(controller, "glossary")
    text = made.glossary.text
    assert text.viewport().x() >= AROUND
    assert text.cursorRect().top() >= AROUND
    made.close()


@pytest.mark.parametrize("zoom", [100, 150])
def test_the_page_of_signs_ends_where_its_last_line_does(qtbot: QtBot, zoom: int) -> None:
    made = HelpDialog(load_pack(bundled_pack()), chosen_theme("light"), zoom, page="reading")
    qtbot.addWidget(made)
    made.show()
    inside = made.reading.widget()
    assert inside
    lines = [line for line in inside.findChildren(QLabel) if line.isVisible()]
    qtbot.waitUntil(lambda: inside.height() > 0 and lines[0].width() > 0)
    end = max(line.mapTo(inside, line.rect().bottomLeft()).y() for line in lines)
    assert inside.height() <= max(end + 40, made.reading.viewport().height())
