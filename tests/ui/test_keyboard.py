"""Everything by keyboard: Tab reaches every part in a sensible order, and every part has a name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QRadioButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QWidget,
)

from nanoexplorer.app.controller import Controller
from nanoexplorer.core.shown.strategies import columns_of
from nanoexplorer.words import desktop as words
from tests.controllers import find, press, profile, screen, select, session
from tests.shipped import both_packs

MOST_TABS = 300
INNER = "qt_spinbox_lineedit"
"""The line within a number: it hands the keyboard on to the number."""


def name(widget: QWidget | None) -> str:
    """The object name, of the nearest part that has one."""
    while widget is not None and not widget.objectName():
        widget = widget.parentWidget()
    return widget.objectName() if widget else ""


def walk(controller: Controller, key: Qt.Key = Qt.Key.Key_Tab) -> list[str]:
    """The names of all that has the focus in turn, once around."""
    start = find(controller, QComboBox, "profile.cases")
    start.setFocus()
    seen = [name(start)]
    for _ in range(MOST_TABS):
        QTest.keyClick(QApplication.focusWidget() or controller.window, key)
        now = QApplication.focusWidget()
        if now is start:
            return list(dict.fromkeys(seen))
        seen.append(name(now))
    raise AssertionError(seen)


def stops(controller: Controller) -> set[str]:
    """Every visible part that ought to be reached; of radio buttons the chosen one is enough."""
    found = set()
    for widget in controller.window.findChildren(QWidget):
        ours = isinstance(widget, QAbstractButton | QAbstractScrollArea | QComboBox)
        ours = ours or widget.focusPolicy() is Qt.FocusPolicy.StrongFocus
        if not (widget.isVisible() and widget.isEnabled() and ours):
            continue
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or name(widget) == INNER:
            continue
        if isinstance(widget, QRadioButton) and not widget.isChecked():
            continue
        if isinstance(widget, QScrollArea | QStackedWidget | QSplitter):
            continue
        found.add(name(widget))
    return found


@both_packs
@pytest.mark.parametrize("selected", [False, True])
@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_reaches_everything_that_can_be_used(
    controller: Controller, selected: bool, key: Qt.Key
) -> None:
    find(controller, QAbstractButton, "profile.more").setChecked(True)
    pack = session(controller).pack
    session(controller).change(profile=pack.cases[1].profile)
    if selected:
        select(controller, pack.ordered[0].id)
    reached = walk(controller, key)
    assert stops(controller) - set(reached) == set()


@both_packs
def test_tab_goes_through_the_parts_one_after_the_other(controller: Controller) -> None:
    select(controller, session(controller).pack.ordered[0].id)
    parts = [part.partition(".")[0] for part in walk(controller)]
    around = [part for n, part in enumerate(parts) if parts[n - 1] != part]
    around = [part for part in around if not part.startswith(("qt_", "content"))]
    assert around == ["strategies", "inspector", "header", "profile"]


@both_packs
def test_within_the_profile_tab_goes_downwards(controller: Controller) -> None:
    find(controller, QAbstractButton, "profile.more").setChecked(True)
    order = [part for part in walk(controller) if part.startswith("profile.")]
    pack = session(controller).pack
    fields = [f.id for f in sorted(pack.fields, key=lambda f: f.folded)]
    folded = next(f.id for f in pack.fields if f.folded)
    reached = list(dict.fromkeys(part.split(".")[1] for part in order))
    assert [part for part in reached if part in fields] == fields
    assert reached.index("cases") < reached.index(fields[0])
    assert reached.index("more") < reached.index(folded)
    assert reached.index("copy_code") > reached.index(folded)


@both_packs
def test_every_part_with_the_focus_has_a_name_to_be_read_out(controller: Controller) -> None:
    find(controller, QAbstractButton, "profile.more").setChecked(True)
    select(controller, session(controller).pack.ordered[0].id)
    nameless = []
    for widget in controller.window.findChildren(QWidget):
        skipped = isinstance(widget, QTabBar | QScrollArea) or name(widget) == INNER
        if not widget.isVisible() or widget.focusPolicy() is Qt.FocusPolicy.NoFocus or skipped:
            continue
        told = QAccessible.queryAccessibleInterface(widget)
        if not told.text(QAccessible.Text.Name).strip():
            nameless.append(name(widget))
    assert nameless == []


@both_packs
def test_every_control_has_an_object_name_of_its_own(controller: Controller) -> None:
    find(controller, QAbstractButton, "profile.more").setChecked(True)
    select(controller, session(controller).pack.ordered[0].id)
    buttons = [b for b in controller.window.findChildren(QAbstractButton) if b.isVisible()]
    names = [b.objectName() for b in buttons]
    assert "" not in names
    assert len(names) == len(set(names))


def test_a_profile_is_set_and_read_without_a_mouse(controller: Controller) -> None:
    find(controller, QComboBox, "profile.cases").setFocus()
    focus = QApplication.focusWidget

    def tab_to(wanted: str) -> QWidget:
        for _ in range(MOST_TABS):
            now = focus()
            if now is not None and name(now).startswith(wanted):
                return now
            QTest.keyClick(now or controller.window, Qt.Key.Key_Tab)
        raise AssertionError(wanted)

    press(tab_to("profile.egfr."), Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert profile(controller)["egfr"] == "mutated"
    QTest.keyClicks(tab_to("profile.lesions.number"), "2")
    assert profile(controller)["lesions"] == 2
    column = tab_to("strategies.treatment-modality")
    press(column, Qt.Key.Key_Home, Qt.Key.Key_Down)
    first = columns_of(session(controller).pack, screen(controller))[0].groups[0]
    assert screen(controller).selection == first.strategies[0]
    press(tab_to("inspector.copy_ris"), Qt.Key.Key_Space)
    assert controller.content
    assert words.REFERENCES_COPIED.partition("}")[2] in controller.content.status.currentMessage()
    QTest.keyClick(controller.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert profile(controller)["lesions"] == "unknown"


def test_an_undo_takes_the_keyboard_to_the_option_that_is_chosen_again(
    controller: Controller,
) -> None:
    segment = find(controller, QWidget, "profile.egfr.not-tested")
    segment.setFocus()
    press(segment, Qt.Key.Key_Left)
    assert find(controller, QWidget, "profile.egfr.unclear").hasFocus()
    assert controller.session
    controller.session.undo()
    assert segment.hasFocus()
