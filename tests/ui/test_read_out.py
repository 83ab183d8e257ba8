"""What a screen reader finds: the tree that Qt hands to AT-SPI, read within the process."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QPushButton,
    QRadioButton,
    QTableView,
    QTextEdit,
    QWidget,
)

from nanoexplorer import views
from nanoexplorer.app.controller import Controller
from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.documents.blocks import Figure, Words
from nanoexplorer.ui.seminar.requests import Act
from nanoexplorer.words import common
from tests.controllers import act, cards, let_go, session
from tests.shipped import both_packs

DIALOGS = (
    "about",
    "cite",
    "keys",
    "export",
    "glossary",
    "teachers",
    "questions",
    "seminar_edit",
    "pack_compare",
)
NAME = QAccessible.Text.Name


@pytest.fixture
def listening() -> Iterator[None]:
    """As if a screen reader ran."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def told(widget: QWidget) -> QAccessibleInterface:
    found: QAccessibleInterface = QAccessible.queryAccessibleInterface(widget)
    return found


def nameless() -> list[str]:
    """All that is seen, takes the keyboard and has no name; tabs are named one by one."""
    let_go()
    QApplication.processEvents()
    shown = [w for top in QApplication.topLevelWidgets() for w in (top, *top.findChildren(QWidget))]
    return [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in shown
        if widget.isVisible()
        and (told(widget).state().focusable or widget.focusPolicy() is not Qt.FocusPolicy.NoFocus)
        and not told(widget).text(NAME).strip()
    ]


def close_others(controller: Controller) -> None:
    for window in QApplication.topLevelWidgets():
        if window.isVisible() and window is not controller.window:
            window.close()
    let_go()


@both_packs
@pytest.mark.parametrize("tab", views.TABS)
def test_all_that_takes_the_keyboard_in_a_view_has_a_name(controller: Controller, tab: str) -> None:
    ours = session(controller)
    ours.change(selection=ours.pack.ordered[0].id, tab=tab)
    ours.change(second_profile=ours.pack.cases[0].profile)
    assert nameless() == []


def worded(part: object) -> Iterator[str]:
    """All words in a part of a document; of a drawing, what is said of it."""
    if isinstance(part, Words):
        yield part.text
    elif isinstance(part, Figure):
        yield part.spoken
    elif isinstance(part, tuple):
        for inner in part:
            yield from worded(inner)


def heard_in(widget: QWidget) -> str:
    """All that is said by what is seen: names, descriptions, texts, cells."""
    said = []
    for one in (widget, *widget.findChildren(QWidget)):
        if one.isVisible():
            said += [one.accessibleName(), one.accessibleDescription()]
            said += [one.text()] if isinstance(one, QLabel) else []
            said += [one.toPlainText()] if isinstance(one, QTextEdit) else []
            said += cells_of(one) if isinstance(one, QAbstractItemView) else []
    return " ".join(said)


def cells_of(view: QAbstractItemView) -> list[str]:
    model = view.model()
    top = model.index(0, 0).parent()
    rows, columns = (
        range(model.rowCount(top)),
        (range(model.columnCount(top)) if isinstance(view, QTableView) else range(1)),
    )
    roles = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(r, c, top).data(role)) for r in rows for c in columns for role in roles]


@pytest.mark.parametrize("tab", views.TABS)
def test_no_tab_is_blank_whatever_its_document_says(controller: Controller, tab: str) -> None:
    ours = session(controller)
    ours.change(profile=ours.pack.cases[0].profile, second_profile=ours.pack.cases[5].profile)
    ours.change(tab=tab)
    let_go()
    assert controller.content
    row = next(view for view in views.VIEWS if view.name == tab)
    document = views.load(row.document)(ours.pack, ours.screen)
    wanted = {*re.findall(r"[^\W\d_]{6,}", " ".join(worded(document.sections)))}
    heard = {*re.findall(r"[^\W\d_]{6,}", heard_in(controller.content.tabs.currentWidget()))}
    assert wanted
    assert len(wanted & heard) >= len(wanted) / 3


@both_packs
def test_all_that_takes_the_keyboard_in_a_dialog_has_a_name(controller: Controller) -> None:
    for name in DIALOGS:
        act(controller, name)
        assert nameless() == [], name
        close_others(controller)


@both_packs
def test_all_that_takes_the_keyboard_in_practice_has_a_name(controller: Controller) -> None:
    act(controller, "practice")
    for name in ("practice.start", "practice.check", "practice.next"):
        assert nameless() == [], name
        for option in controller.window.findChildren(QRadioButton):
            if option.isVisible() and option.objectName().startswith("practice."):
                option.setChecked(True)
        for button in controller.window.findChildren(QPushButton, name):
            button.click()
    assert nameless() == []


@both_packs
def test_every_card_in_the_list_says_its_group(controller: Controller) -> None:
    ours = session(controller)
    ours.change(profile=ours.pack.cases[1].profile)
    for column in ("treatments", "carriers"):
        model = cards(controller, column).model()
        groups = [common.VERDICT_GROUP[verdict] for verdict in Verdict]
        here = ""
        for row in range(model.rowCount()):
            shown = str(model.index(row, 0).data())
            heard = str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
            here = next((group for group in groups if shown.startswith(f"{group} ")), here)
            assert here in heard


@both_packs
@pytest.mark.usefixtures("listening")
def test_a_page_of_the_seminar_is_read_part_by_part(controller: Controller) -> None:
    act(controller, "seminar_start")
    running = controller.seminars.running
    assert running is not None
    for _ in range(6):
        QApplication.processEvents()
        let_go()
        stage = running.room.stage
        assert stage.page is not None
        told_stage = told(stage)
        parts = [told_stage.child(n) for n in range(told_stage.childCount())]
        assert tuple(part.text(NAME) for part in parts) == stage.page.parts
        assert len(parts) > 2
        assert all(stage.rect().intersects(w.geometry()) for w in stage.findChildren(QWidget))
        running.handle(Act.FORWARD)
    controller.seminars.leave()


def test_a_page_that_nobody_listens_to_has_no_parts(controller: Controller) -> None:
    act(controller, "seminar_start")
    running = controller.seminars.running
    assert running is not None
    QApplication.processEvents()
    assert running.room.stage.findChildren(QWidget) == []
    controller.seminars.leave()
