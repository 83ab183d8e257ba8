"""What the menu does: it copies, and opens dialogs with text; each entry has keys and words."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import iter_modules

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from nanoexplorer import __version__, words
from nanoexplorer.app.controller import Controller
from nanoexplorer.documents.citations import dump
from nanoexplorer.documents.citations.vancouver import vancouver
from nanoexplorer.drawing.tips import plain_tip
from nanoexplorer.render.terminal import match_text
from nanoexplorer.ui.shell.actions import ENTRIES, MENU, RULE, Entry, Group, keys_of
from nanoexplorer.ui.shell.header import EXPORT_KEYS, PRESENT_KEYS, SEARCH_KEYS
from nanoexplorer.words import actions as actions_words
from nanoexplorer.words import common
from nanoexplorer.words import desktop as desktop_words
from nanoexplorer.words import window as window_words
from tests.controllers import (
    act,
    click,
    clipboard_text,
    dialog,
    dialog_text,
    find,
    press,
    said,
    screen,
    select,
    session,
)

ENTRY_NAMES = [entry.name for entry in ENTRIES]
MOST = 7
"""Entries of a menu that one looks through."""


@pytest.mark.usefixtures("clipboard")
@pytest.mark.parametrize("form", ["text", "ris", "bibtex"])
def test_the_references_of_a_strategy_are_copied(controller: Controller, form: str) -> None:
    select(controller, "osimertinib")
    click(controller, f"inspector.copy_{form}")
    inspected = screen(controller).inspector
    assert inspected
    references = [session(controller).pack.reference[id_] for id_ in inspected.references]
    assert clipboard_text() == dump(references, form)  # type: ignore[arg-type]
    assert said(controller) == desktop_words.REFERENCES_COPIED.format(count=len(references))


@pytest.mark.usefixtures("clipboard")
def test_what_is_shown_is_copied_as_text(controller: Controller) -> None:
    session(controller).edit_profile("egfr", "mutated")
    act(controller, "copy_summary")
    assert clipboard_text() == match_text(session(controller).pack, session(controller).profile)
    assert common.disclaimer() in " ".join(clipboard_text().split())


def test_how_to_cite_names_both_sources_the_app_and_the_pack(controller: Controller) -> None:
    act(controller, "cite")
    pack = session(controller).pack
    for source in pack.sources:
        assert vancouver(pack.reference[source.reference]) in dialog_text()
    assert __version__ in dialog_text()
    assert pack.version in dialog_text()
    dialog().close()


def test_about_says_versions_licences_and_how_complete_the_sources_are(
    controller: Controller,
) -> None:
    act(controller, "about")
    pack = session(controller).pack
    for part in (__version__, pack.id, pack.version, pack.licence, "MIT", "LGPL", "Open Font"):
        assert part in dialog_text()
    for source in pack.sources:
        assert source.covers in dialog_text()
        assert source.search_reach in dialog_text()
    assert find(dialog(), QLabel, "dialog.lead").text() == common.disclaimer()
    dialog().close()


def test_the_keys_are_listed(controller: Controller) -> None:
    QTest.keyClick(controller.window, Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
    for entry in ENTRIES:
        if entry.keys:
            assert keys_of(entry.name) in dialog_text()
            assert actions_words.ACTIONS[entry.name] in dialog_text()
    dialog().close()


@pytest.mark.usefixtures("clipboard")
def test_a_dialog_can_be_read_copied_and_closed_by_keyboard(
    controller: Controller, qtbot: QtBot
) -> None:
    act(controller, "about")
    shown = dialog()
    text = find(shown, QPlainTextEdit, "dialog.text")
    assert text.isReadOnly()
    assert text.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    click(shown, "dialog.copy")
    assert clipboard_text() == text.toPlainText()
    press(shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not controller.window.findChildren(QDialog))


def test_close_closes(controller: Controller, qtbot: QtBot) -> None:
    act(controller, "keys")
    click(dialog(), "dialog.close")
    qtbot.waitUntil(lambda: not controller.window.findChildren(QDialog))


def test_every_entry_of_the_menu_has_words_and_a_name(controller: Controller) -> None:
    assert list(controller.actions) == ENTRY_NAMES
    for name, action in controller.actions.items():
        assert action.text() == actions_words.ACTIONS[name]
        assert action.objectName() == f"action.{name}"


def test_every_entry_says_what_it_does_with_its_keys(controller: Controller) -> None:
    for entry in ENTRIES:
        said = actions_words.tip(entry.name, keys_of(entry.name))
        assert controller.actions[entry.name].toolTip() == plain_tip(said)
        assert said.startswith(actions_words.TIPS[entry.name])
        assert keys_of(entry.name) in said
    for menu in controller.window.findChildren(QMenu):
        if menu.objectName().startswith("menu."):
            assert menu.toolTipsVisible(), menu.objectName()


def test_what_stands_in_header_and_status_bar_says_what_it_means(controller: Controller) -> None:
    header, bar = find(controller, QWidget, "header"), find(controller, QWidget, "content.status")
    buttons: list[QWidget] = list(header.findChildren(QAbstractButton))
    parts = (*buttons, *bar.findChildren(QLabel), *bar.findChildren(QAbstractButton))
    shown = [w for w in parts if w.isVisible()]
    assert len(shown) >= 7
    assert [w.objectName() for w in shown if not (w.toolTip() and w.accessibleDescription())] == []
    for name, keys in (("present", "F5"), ("export", "Ctrl+E"), ("menu", "F10"), ("search", "K")):
        assert keys in find(controller, QWidget, f"header.{name}").toolTip()


def test_a_menu_has_seven_entries_at_most() -> None:
    def sizes(name: str, parts: tuple[Entry | Group, ...]) -> dict[str, int]:
        found = {name: sum(part is not RULE for part in parts)}
        for part in parts:
            found |= sizes(part.name, part.parts) if isinstance(part, Group) else {}
        return found

    assert {name: n for name, n in sizes("menu", MENU).items() if n > MOST} == {}


def test_no_keys_stand_for_two_things() -> None:
    keys = [keys for entry in ENTRIES for keys in entry.keys]
    assert len(keys) == len(set(keys))


def test_the_keys_that_the_header_shows_are_those_of_the_menu() -> None:
    shown = {"search": SEARCH_KEYS, "seminar_start": PRESENT_KEYS, "export": EXPORT_KEYS}
    assert {entry.name: entry.keys[0] for entry in ENTRIES if entry.name in shown} == shown


def test_the_menu_is_on_its_button(controller: Controller) -> None:
    button = find(controller, QAbstractButton, "header.menu")
    assert button.text() == window_words.MENU
    shown = [action.text() for action in find(controller, QMenu, "menu").actions()]
    assert shown == [actions_words.SUBMENUS[part.name] for part in MENU]


def test_quit_closes_the_window(controller: Controller) -> None:
    act(controller, "quit")
    assert not controller.window.isVisible()


def test_no_words_of_advice_are_on_the_screen() -> None:
    """It is always *the review names it for …*."""
    advice = re.compile(r"\b(eligible|indicated|recommend(ed|s)?|should be (given|treated))\b")
    rooms = [
        import_module(f"{words.__name__}.{found.name}") for found in iter_modules(words.__path__)
    ]
    known = [value for room in rooms for value in vars(room).values()]
    known += [text for value in known if isinstance(value, dict) for text in value.values()]
    assert [text for text in known if isinstance(text, str) and advice.search(text)] == []
