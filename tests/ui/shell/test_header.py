"""The search box: what it finds strategies by, and how it is left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from nanoexplorer.app.controller import Desk
from nanoexplorer.core.shown.strategies import columns_of
from nanoexplorer.ui.shell.brand import Brand
from nanoexplorer.words import inspector as inspector_words
from nanoexplorer.words import window as window_words
from tests.desks import act, cards, find, press, rows, screen, session


def box(desk: Desk) -> QLineEdit:
    return find(desk, QLineEdit, "header.search")


def type_in(desk: Desk, text: str) -> None:
    box(desk).setFocus()
    QTest.keyClicks(box(desk), text)


def found(desk: Desk) -> set[str]:
    columns = columns_of(session(desk).pack, screen(desk))
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
def test_a_strategy_is_found_by_its_words(desk: Desk, text: str, strategy: str) -> None:
    type_in(desk, text)
    assert strategy in found(desk)
    assert len(found(desk)) < len(session(desk).pack.strategies)


def test_a_strategy_is_found_by_a_statement_and_by_an_author(desk: Desk) -> None:
    pack = session(desk).pack
    statement = next(s for s in pack.statements if s.strategies and s.references)
    author = pack.reference[statement.references[0]].authors[0].family
    for text in (max(statement.text.split(), key=len).strip(".,;"), author):
        box(desk).clear()
        type_in(desk, text)
        assert set(statement.strategies) <= found(desk)


def test_while_searching_every_group_is_open_and_the_head_says_how_many_are_found(
    desk: Desk,
) -> None:
    session(desk).edit_profile("egfr", "wild-type")
    type_in(desk, "osimertinib")
    shown = " ".join(rows(desk, "treatments"))
    assert "EGFR inhibitor (osimertinib)" in shown
    column = columns_of(session(desk).pack, screen(desk))[0]
    count = find(desk, QLabel, "strategies.treatment-modality_count").text()
    assert count == window_words.column_count(0, column.of, column.shown)


def test_what_is_not_there_is_said_not_to_be(desk: Desk) -> None:
    type_in(desk, "qwxz")
    assert rows(desk, "treatments") == rows(desk, "carriers") == [inspector_words.NOTHING_FOUND]


def test_escape_empties_the_search_and_everything_is_back(desk: Desk) -> None:
    everything = rows(desk, "treatments"), rows(desk, "carriers")
    type_in(desk, "gold")
    assert rows(desk, "carriers") != everything[1]
    press(box(desk), Qt.Key.Key_Escape)
    assert box(desk).text() == ""
    assert (rows(desk, "treatments"), rows(desk, "carriers")) == everything


def test_the_menu_and_its_keys_lead_to_the_search(desk: Desk) -> None:
    type_in(desk, "gold")
    cards(desk, "carriers").setFocus()
    act(desk, "search")
    assert box(desk).hasFocus()
    assert box(desk).selectedText() == "gold"
    cards(desk, "carriers").setFocus()
    QTest.keyClick(cards(desk, "carriers"), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert box(desk).hasFocus()


def test_the_header_names_the_pack_and_its_version(desk: Desk) -> None:
    pack = session(desk).pack
    shown = find(desk, QLabel, "header.pack").text()
    assert shown == window_words.PACK_LINE.format(title=pack.title, version=pack.version)


@pytest.mark.parametrize("zoom", [80, 100])
def test_the_name_is_one_word_in_two_colours(desk: Desk, zoom: int) -> None:
    desk.dress(zoom=zoom)
    QApplication.processEvents()
    brand = next(w for w in desk.window.findChildren(Brand) if w.isVisible())
    assert brand.text() == "nanoexplorer"
    image = brand.grab().toImage()
    ink, accent = (
        [
            x
            for x in range(image.width())
            if any(
                image.pixelColor(x, y) == QColor(desk.theme[role]) for y in range(image.height())
            )
        ]
        for role in ("ink", "accent-text")
    )
    assert ink
    assert accent
    assert 0 < min(accent) - max(ink) <= 3
