"""What drops down: every list shows all it holds or a scroll bar, in the theme's colours."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QWidget

import nanoexplorer
from nanoexplorer.app.controller import Controller
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.views import TABS
from tests.controllers import act, find, let_go, screen, session

LEAST_ROW = 26
DIALOGS = ("export", "practice", "questions", "seminar_edit")


def shown_boxes(root: QWidget) -> list[QComboBox]:
    return [box for box in root.findChildren(QComboBox) if box.isVisible() and box.isEnabled()]


def all_boxes(controller: Controller) -> Iterator[QComboBox]:
    """Every combo box of the app while it is shown: in tabs, wide and narrow, and in dialogs."""
    for size in ((1440, 900), (820, 560)):
        controller.window.resize(*size)
        for tab in TABS:
            session(controller).change(tab=tab)
            QCoreApplication.processEvents()
            yield from shown_boxes(controller.window)
    for name in DIALOGS:
        act(controller, name)
        QCoreApplication.processEvents()
        for opened in _others(controller):
            yield from shown_boxes(opened)
            opened.close()
        let_go()


def _others(controller: Controller) -> list[QWidget]:
    found = [
        w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not controller.window
    ]
    return [w for w in found if isinstance(w, QDialog) or w.findChildren(QComboBox)]


def looked_at(box: QComboBox, zoom: int, surface: str) -> str:
    """What is wrong with what a box drops down, or nothing."""
    box.showPopup()
    QCoreApplication.processEvents()
    view = box.view()
    try:
        last = view.visualRect(view.model().index(box.count() - 1, 0))
        bar = view.verticalScrollBar()
        if last.bottom() > view.viewport().height() and not bar.isVisible():
            return "cut, without a scroll bar"
        if bar.isVisible() and bar.maximum() == 0:
            return "a scroll bar without need"
        if view.visualRect(view.model().index(0, 0)).height() < scaled(LEAST_ROW, zoom):
            return "rows that touch each other"
        image = view.grab().toImage()
        grounds = {image.pixelColor(image.width() // 2, y).name() for y in range(image.height())}
        if surface not in grounds:
            return f"another ground than the theme's: {sorted(grounds)[:4]}"
    finally:
        box.hidePopup()
    return ""


# The platform without a display can neither raise a pop-up nor give it the keyboard.
opens_pop_ups = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@opens_pop_ups
@pytest.mark.parametrize(("theme", "zoom"), [("light", 100), ("dark", 100), ("light", 150)])
def test_every_list_shows_all_it_holds_or_a_scroll_bar(
    controller: Controller, theme: str, zoom: int
) -> None:
    controller.dress(theme=theme, zoom=zoom)
    let_go()
    seen, wrong = set(), []
    for box in all_boxes(controller):
        seen.add(box.objectName())
        box.setCurrentIndex(0)  # the chosen row is not what the ground is looked at
        if found := looked_at(box, zoom, controller.theme["surface"]):
            wrong.append((box.objectName(), found))
    assert wrong == []
    assert {"profile.cases", "compare.cases", "references.kind"} <= seen
    assert len(seen) >= 10


@opens_pop_ups
def test_the_cases_are_all_in_sight_on_a_screen_with_room(controller: Controller) -> None:
    box = find(controller, QComboBox, "profile.cases")
    box.showPopup()
    QCoreApplication.processEvents()
    assert box.count() > 10
    assert box.view().verticalScrollBar().maximum() == 0
    box.hidePopup()
    assert screen(controller).tab == "strategies"


def test_every_combo_box_is_one_of_ours() -> None:
    """The toolkit's own would show ten rows and hide its scroll bar."""
    for file in Path(nanoexplorer.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            made = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            assert not (made and node.func.id == "QComboBox"), file  # type: ignore[attr-defined]
