"""The keyboard's place has a ring while keys are used, and none after a click."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QPlainTextEdit,
    QPushButton,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nanoexplorer import views
from nanoexplorer.app.controller import Controller
from nanoexplorer.ui.base.qss import TEMPLATE
from nanoexplorer.ui.base.rings import has_ring, rings
from tests.controllers import act, activate, dialog, inspector_body, let_go, session


@pytest.fixture(autouse=True)
def _keys_again() -> Iterator[None]:
    yield
    rings().show_rings(True)


def click_into(widget: QWidget) -> None:
    """Click as a mouse does: the window hears of it first."""
    middle = widget.mapTo(widget.window(), widget.rect().center())
    handle = widget.window().windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)


def type_key(window: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(window.windowHandle(), key)


def clickable(window: QWidget) -> list[QWidget]:
    """All that a click gives the keyboard to, without what opens a menu or does something."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy().value & Qt.FocusPolicy.ClickFocus.value
        and not isinstance(widget, QAbstractButton | QComboBox)
        and widget.visibleRegion().contains(widget.rect().center())
    ]


def ringed(widget: QWidget | None) -> bool:
    return widget is not None and widget.property("ring") == "keys"


@pytest.mark.parametrize("view", views.TABS)
def test_a_click_into_a_view_draws_no_ring(controller: Controller, view: str) -> None:
    session(controller).change(selection=session(controller).pack.ordered[0].id, tab=view)
    part = controller.content.tabs.currentWidget() if controller.content else None
    assert part is not None
    for widget in [w for w in clickable(controller.window) if part.isAncestorOf(w)]:
        rings().show_rings(True)
        click_into(widget)
        here = QApplication.focusWidget()
        if here is not None:
            assert not ringed(here), here.objectName()
            assert not has_ring(here), here.objectName()
        if not part.isVisible():  # the click led elsewhere
            break


def edge(widget: QWidget) -> str:
    """The colour that its frame is drawn in."""
    return widget.grab().toImage().pixelColor(0, widget.height() // 2).name()


def test_keys_bring_the_ring_back(controller: Controller) -> None:
    session(controller).change(selection=session(controller).pack.ordered[0].id)
    text = inspector_body(controller).text
    click_into(text)
    assert not ringed(text)
    type_key(controller.window, Qt.Key.Key_Tab)
    assert ringed(QApplication.focusWidget())
    click_into(text)
    act(controller, "copy_code")
    assert not ringed(text)
    type_key(controller.window, Qt.Key.Key_F6)
    assert ringed(QApplication.focusWidget())


def test_a_command_does_not_draw_a_ring_around_what_was_clicked(controller: Controller) -> None:
    session(controller).change(selection=session(controller).pack.ordered[0].id)
    text = inspector_body(controller).text
    click_into(text)
    QTest.keyClick(
        controller.window.windowHandle(), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier
    )
    assert not ringed(text)


def test_the_arrows_draw_it_where_the_keyboard_already_is(controller: Controller) -> None:
    session(controller).change(selection=session(controller).pack.ordered[0].id)
    text = inspector_body(controller).text
    click_into(text)
    assert edge(text) != controller.theme["focus"]
    type_key(controller.window, Qt.Key.Key_Down)
    assert ringed(text)
    assert edge(text) == controller.theme["focus"]


def test_practice_that_is_clicked_through_draws_no_ring(controller: Controller) -> None:
    act(controller, "practice")
    button = QPushButton
    for name in ("practice.start", "practice.check", "practice.next"):
        found = [b for b in controller.window.findChildren(button, name) if b.isVisible()]
        if found and found[0].isEnabled():
            click_into(found[0])
            let_go()
            assert not ringed(QApplication.focusWidget()), name


@pytest.mark.parametrize(
    "name", ["about", "cite", "glossary", "keys", "teachers", "curators", "pack_compare"]
)
def test_a_click_into_the_text_of_a_dialog_draws_no_ring(
    controller: Controller, qtbot: QtBot, name: str
) -> None:
    act(controller, name)
    activate(qtbot, dialog())
    for text in dialog().findChildren(QPlainTextEdit) + dialog().findChildren(QTextBrowser):
        if text.isVisible():
            click_into(text)
            assert not ringed(text)
    dialog().reject()


def test_no_style_draws_the_focus_of_a_click() -> None:
    """But where something is written, which shows where it goes."""
    written = ("QLineEdit", "QSpinBox", 'QPlainTextEdit[readOnly="false"]')
    for selector in re.findall(r"[^,{}]*:focus[^,{]*", TEMPLATE):
        assert '[ring="keys"]' in selector or selector.strip().startswith(written), selector
