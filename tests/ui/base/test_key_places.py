"""Keys by sign or place, as platforms number them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from nanoexplorer.app.controller import Controller
from nanoexplorer.ui.base.key_places import sign_of
from nanoexplorer.ui.help.texts import keys_text
from nanoexplorer.ui.seminar.keys import LIST_KEYS, SHOW_KEYS, request_of
from nanoexplorer.ui.seminar.requests import Act, ChooseNumber, Request
from nanoexplorer.words import desktop as words
from nanoexplorer.words.teaching import seminar as seminar_words

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def typed(text: str, place: int, held: Qt.KeyboardModifier = NONE, virtual: int = 0) -> QKeyEvent:
    """A key that says `text`, in a place as X counts."""
    key = ord(text.upper()[0]) if text else 0
    return QKeyEvent(QEvent.Type.KeyPress, key, held, place, virtual, 0, text)


@pytest.mark.parametrize(
    ("text", "place", "request_"),
    [
        ("r", 27, Act.REVEAL_ALL),
        ("к", 27, Act.REVEAL_ALL),  # Russian
        ("ρ", 27, Act.REVEAL_ALL),  # Greek
        ("ﻻ", 56, Act.BLANK),  # Arabic: two letters on one key
        ("ץ", 60, Act.BLANK),  # Hebrew, in the place of the stop
        (":", 60, Act.BLANK),  # French, where a clicker means the stop
        (".", 59, Act.BLANK),  # French, with Shift
        ("&", 10, ChooseNumber(1)),
        ("ç", 18, ChooseNumber(9)),
        ("٣", 12, ChooseNumber(3)),
        ("3", 87, ChooseNumber(3)),  # the keys at the right
        ("p", 27, Act.MAP),  # Dvorak: the letter decides, whatever place it has
        ("l", 27, None),
        ("o", 39, None),
        ("", 0, None),
    ],
)
def test_a_key_of_the_seminar_is_known_by_its_sign_else_by_its_place(
    app: QApplication, text: str, place: int, request_: Request | None
) -> None:
    assert request_of(typed(text, place), SHOW_KEYS) == request_


def test_every_letter_of_a_seminar_is_found_without_latin_letters(app: QApplication) -> None:
    places = {"R": 27, "G": 42, "B": 56, "T": 28, "N": 57, ".": 60}
    places |= {"S": 39, "V": 55, "C": 54, "P": 33, "K": 45}
    for keys in (SHOW_KEYS, LIST_KEYS):
        signs = {key for key in keys if isinstance(key, str) and not key.isdigit()}
        assert keys[Qt.Key.Key_F1] == keys["?"]  # which every keyboard has somewhere else
        signs -= {"?"}
        assert signs <= set(places)
        for sign in signs:
            assert request_of(typed("ж", places[sign]), keys) == keys[sign]
    assert request_of(typed("ж", 28, SHIFT), SHOW_KEYS) == Act.TIMER_ZERO
    assert request_of(typed("ж", 45, SHIFT), SHOW_KEYS) == Act.COUNTDOWN_STOP
    assert not request_of(typed("ж", 28, CTRL), SHOW_KEYS)


@pytest.mark.parametrize(
    ("platform", "event"),
    [
        ("xcb", typed("к", 27)),
        ("wayland", typed("к", 27)),
        ("windows", typed("к", 19)),
        ("cocoa", typed("к", 1, virtual=15)),
    ],
)
def test_each_platform_numbers_places_in_its_own_way(
    app: QApplication, monkeypatch: pytest.MonkeyPatch, platform: str, event: QKeyEvent
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: platform)
    assert sign_of(event, "RBTNG") == "R"
    assert not sign_of(typed("к", 500, virtual=500), "RBTNG")


def test_ctrl_with_a_letter_that_is_not_latin_does_what_its_place_does(
    controller: Controller,
) -> None:
    done: list[str] = []
    for name in ("search", "zoom_reset", "undo"):
        controller.actions[name].triggered.disconnect()
        controller.actions[name].triggered.connect(lambda _=False, name=name: done.append(name))
    for event in (typed("л", 45, CTRL), typed("à", 19, CTRL), typed("я", 52, CTRL)):
        QApplication.sendEvent(controller.window, event)
    assert done == ["search", "zoom_reset"]  # there is nothing to undo yet
    QApplication.sendEvent(controller.window, typed("k", 45, CTRL))
    assert done == ["search", "zoom_reset", "search"]  # Qt does this one: not twice


def test_the_list_of_keys_says_that_places_do(app: QApplication) -> None:
    assert dict(words.KEYS_ELSEWHERE)["Letters and digits"] in keys_text()


def test_the_list_of_keys_has_a_section_of_the_seminars(app: QApplication) -> None:
    section = keys_text().split(f"\n\n{seminar_words.KEYS_TITLE}\n")[1]
    assert section.split("\n") == ["\t".join(row) for row in seminar_words.KEYS]
