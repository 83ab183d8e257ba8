"""The search box: what it finds strategies by, and how it is left."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from nanoexplorer.app.controller import Controller
from nanoexplorer.core.shown.strategies import columns_of
from nanoexplorer.ui.shell.brand import Brand
from nanoexplorer.ui.shell.header import SearchBox
from nanoexplorer.words import common
from nanoexplorer.words import inspector as inspector_words
from nanoexplorer.words import window as window_words
from tests.controllers import act, cards, click, find, let_go, press, rows, screen, session
from tests.shipped import both_packs
from tests.ui.seminar.files import one_case, seminar_file


def box(controller: Controller) -> QLineEdit:
    return find(controller, QLineEdit, "header.search")


def type_in(controller: Controller, text: str) -> None:
    box(controller).setFocus()
    QTest.keyClicks(box(controller), text)


def found(controller: Controller) -> set[str]:
    columns = columns_of(session(controller).pack, screen(controller))
    return {s for column in columns for group in column.groups for s in group.strategies}


@pytest.mark.parametrize(
    ("text", "strategy"),
    [
        ("dendrimers", "dendrimers"),  # a name
        ("pembrolizumab", "checkpoint-inhibitors"),  # a drug
        ("silver", "silver-nanoparticles"),  # a carrier
        ("DOXIL", "liposomal-doxorubicin"),  # another name, in capitals
    ],
)
def test_a_strategy_is_found_by_its_words(controller: Controller, text: str, strategy: str) -> None:
    type_in(controller, text)
    assert strategy in found(controller)
    assert len(found(controller)) < len(session(controller).pack.strategies)


def test_a_strategy_is_found_by_a_statement_and_by_an_author(controller: Controller) -> None:
    pack = session(controller).pack
    statement = next(s for s in pack.statements if s.strategies and s.references)
    author = pack.reference[statement.references[0]].authors[0].family
    for text in (max(statement.text.split(), key=len).strip(".,;"), author):
        box(controller).clear()
        type_in(controller, text)
        assert set(statement.strategies) <= found(controller)


def test_while_searching_every_group_is_open_and_the_head_says_how_many_are_found(
    controller: Controller,
) -> None:
    session(controller).edit_profile("egfr", "wild-type")
    type_in(controller, "osimertinib")
    shown = " ".join(rows(controller, "treatments"))
    assert "EGFR inhibitor (osimertinib)" in shown
    column = columns_of(session(controller).pack, screen(controller))[0]
    count = find(controller, QLabel, "strategies.treatment-modality_count").text()
    assert count == window_words.column_count(column.of, column.shown)


@both_packs
def test_what_is_not_there_is_said_not_to_be(controller: Controller) -> None:
    type_in(controller, "qwxz")
    assert (
        rows(controller, "treatments")
        == rows(controller, "carriers")
        == [inspector_words.NOTHING_FOUND]
    )


@both_packs
def test_escape_empties_the_search_and_everything_is_back(controller: Controller) -> None:
    everything = rows(controller, "treatments"), rows(controller, "carriers")
    type_in(controller, "gold")
    assert rows(controller, "carriers") != everything[1]
    press(box(controller), Qt.Key.Key_Escape)
    assert box(controller).text() == ""
    assert (rows(controller, "treatments"), rows(controller, "carriers")) == everything


def test_the_menu_and_its_keys_lead_to_the_search(controller: Controller) -> None:
    type_in(controller, "gold")
    cards(controller, "carriers").setFocus()
    act(controller, "search")
    assert box(controller).hasFocus()
    assert box(controller).selectedText() == "gold"
    cards(controller, "carriers").setFocus()
    QTest.keyClick(cards(controller, "carriers"), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert box(controller).hasFocus()


@both_packs
def test_the_header_names_the_pack_and_its_version(controller: Controller) -> None:
    pack = session(controller).pack
    shown = find(controller, QLabel, "header.pack").text()
    assert shown == window_words.PACK_LINE.format(title=pack.title, version=pack.version)


@pytest.mark.parametrize("zoom", [80, 100])
def test_the_name_is_one_word_in_two_colours(controller: Controller, zoom: int) -> None:
    controller.dress(zoom=zoom)
    QApplication.processEvents()
    brand = next(w for w in controller.window.findChildren(Brand) if w.isVisible())
    assert brand.text() == "nanoexplorer"
    image = brand.grab().toImage()
    ink, accent = (
        [
            x
            for x in range(brand.width_of(True), image.width())  # behind the mark
            if any(
                image.pixelColor(x, y) == QColor(controller.theme[role])
                for y in range(image.height())
            )
        ]
        for role in ("ink", "accent-text")
    )
    assert ink
    assert accent
    assert 0 < min(accent) - max(ink) <= 3


@pytest.mark.parametrize(
    ("size", "zoom", "shown"),
    [
        ((1440, 900), 100, {"pack", "name", "words"}),
        ((1024, 700), 100, {"pack", "name", "words"}),
        ((1440, 900), 200, {"name", "words"}),
        ((1024, 700), 200, {"words"}),
        ((640, 480), 200, set()),
    ],
)
def test_the_header_folds_what_has_no_room_and_cuts_nothing(
    controller: Controller, size: tuple[int, int], zoom: int, shown: set[str]
) -> None:
    controller.dress(zoom=zoom)
    assert controller.content
    header = controller.content.header
    controller.window.setMinimumSize(0, 0)
    controller.window.resize(*size)
    let_go()
    header.resize(size[0], header.height())  # whatever else in the window wants to be wider
    QApplication.processEvents()
    found = {"pack": header.pack.isVisible(), "name": not header.brand.folded}
    found["words"] = not header.present.folded
    assert {name for name, is_there in found.items() if is_there} == shown
    parts = [header.brand, header.search, header.present, header.export, header.menu]
    boxes = [part.geometry() for part in parts]
    assert all(header.rect().contains(box) for box in boxes)
    assert all(one.right() < other.left() for one, other in pairwise(boxes))
    for part in parts:
        assert part.width() >= part.minimumSizeHint().width() or part is header.search
    for button in parts[2:]:
        assert button.accessibleName()


def test_the_buttons_of_the_header_do_what_the_menu_does(controller: Controller) -> None:
    done: list[str] = []
    for name in ("seminar_start", "export"):
        controller.actions[name].triggered.disconnect()
        controller.actions[name].triggered.connect(lambda _=False, name=name: done.append(name))
    click(controller, "header.present")
    press(find(controller, QPushButton, "header.export"), Qt.Key.Key_Space)
    assert done == ["seminar_start", "export"]


def test_a_title_names_the_pack_or_the_seminar_and_marks_what_is_unsaved(
    mini_controller: Controller, tmp_path: Path
) -> None:
    window, pack = mini_controller.window, session(mini_controller).pack
    assert window.windowTitle() == f"{pack.title}[*] — {common.APP}"
    file, answers = seminar_file(mini_controller)
    file.change(one_case(pack, "Beans [*] & more"))
    assert window.windowTitle() == f"Beans [*][*] & more[*] — {common.APP}"
    assert window.isWindowModified()
    answers.path = tmp_path / "beans.nxseminar"
    act(mini_controller, "seminar_save")
    assert not window.isWindowModified()
    file.change(one_case(pack, ""))
    assert window.windowTitle() == f"beans.nxseminar[*] — {common.APP}"
    act(mini_controller, "seminar_new")
    assert window.windowTitle() == f"{pack.title}[*] — {common.APP}"
    assert not window.isWindowModified()


def test_a_click_chooses_what_was_typed_and_a_sign_clears_it(controller: Controller) -> None:
    type_in(controller, "gold")
    find(controller, QWidget, "profile.cases").setFocus()
    made = find(controller, SearchBox, "header.search")
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)
    assert made.selectedText() == "gold"
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=made.clearing.center())
    assert box(controller).text() == ""
    assert found(controller) == {s.id for s in session(controller).pack.strategies}


def test_another_view_and_a_press_beside_it_put_away_what_was_found(
    controller: Controller,
) -> None:
    content = controller.content
    assert content
    type_in(controller, "liposom")
    assert content.search.isVisible()
    content.tabs.setCurrentIndex(2)
    assert not content.search.isVisible()
    type_in(controller, "e")
    assert content.search.isVisible()
    QTest.mouseClick(content, Qt.MouseButton.LeftButton, pos=content.rect().bottomLeft())
    assert not content.search.isVisible()


def test_keys_turn_to_every_view_and_round_again(controller: Controller) -> None:
    content = controller.content
    assert content
    seen = []
    for _ in range(content.tabs.count()):
        act(controller, "next_view")
        seen.append(screen(controller).tab)
    assert len(set(seen)) == content.tabs.count()
    assert screen(controller).tab == "strategies"
    act(controller, "last_view")
    assert screen(controller).tab == seen[-2]
