"""A text is as large as the zoom says, and a number has the digits of every other number."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QSpinBox, QTextBrowser

from nanoexplorer import views
from nanoexplorer.app.controller import Controller
from tests.controllers import act, dialog, find, profile, session


def turn_wheel(text: QAbstractScrollArea) -> None:
    """As far towards oneself as it goes, with Ctrl held."""
    middle = QPointF(text.viewport().rect().center())
    turn = QWheelEvent(
        middle,
        QPointF(text.viewport().mapToGlobal(middle.toPoint())),
        QPoint(0, 0),
        QPoint(0, -1200),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(text.viewport(), turn)


@pytest.mark.parametrize("name", ["about", "cite", "keys", "glossary", "teachers", "curators"])
def test_the_wheel_with_ctrl_leaves_the_text_of_a_dialog_as_large_as_it_is(
    controller: Controller, name: str
) -> None:
    act(controller, name)
    texts = dialog().findChildren(QAbstractScrollArea)
    assert texts
    for text in texts:
        before = (text.font(), text.fontMetrics().height())
        turn_wheel(text)
        assert (text.font(), text.fontMetrics().height()) == before
    dialog().reject()


def test_the_wheel_with_ctrl_leaves_the_texts_of_the_window_as_large_as_they_are(
    controller: Controller,
) -> None:
    session(controller).change(selection=session(controller).pack.ordered[0].id)
    for view in views.TABS:
        session(controller).change(tab=view)
        for text in controller.window.findChildren(QTextBrowser):
            before = text.fontMetrics().height()
            turn_wheel(text)
            assert text.fontMetrics().height() == before, text.objectName()


DIGITS = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QSpinBox
from nanoexplorer.app.start import make_app
from nanoexplorer.app.controller import Controller
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.base.settings import SettingsFile, gate_mark
app = make_app()
settings = SettingsFile(Path(sys.argv[1]) / "settings.json")
settings.change(gate=gate_mark())
controller = Controller(app, settings, bundled_pack())
controller.load()
controller.session.edit_profile("lesions", 12)
controller.practice.open(controller.theme, 100)
controller.practice.ask_for_questions(100)
boxes = [box for top in app.topLevelWidgets() for box in top.findChildren(QSpinBox)]
print(*sorted(box.text() for box in boxes))
"""


@pytest.mark.parametrize("language", ["ar_EG", "fa_IR", "my_MM"])
def test_every_number_has_latin_digits_whatever_the_desktop_speaks(
    tmp_path: Path, language: str
) -> None:
    spoken = {**os.environ, "LC_ALL": f"{language}.UTF-8", "LANG": f"{language}.UTF-8"}
    command = [sys.executable, "-c", DIGITS, str(tmp_path)]
    said = subprocess.run(command, env=spoken, check=True, capture_output=True, text=True).stdout
    numbers = said.split()
    assert "12" in numbers
    assert len(numbers) >= 3
    assert all(number.isascii() for number in numbers)


@pytest.mark.parametrize("typed", ["٣", "۳", "३"])
def test_a_number_may_be_typed_in_the_digits_of_any_keyboard(
    mini_controller: Controller, typed: str
) -> None:
    box = find(mini_controller, QSpinBox, "profile.cups.number")
    box.setFocus()
    box.selectAll()
    pressed = QKeyEvent(QEvent.Type.KeyPress, ord(typed), Qt.KeyboardModifier.NoModifier, typed)
    QApplication.sendEvent(box, pressed)
    assert box.text() == "3"
    assert profile(mini_controller)["cups"] == 3
