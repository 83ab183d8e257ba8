"""A language other than English: set in the settings, spoken everywhere, with room for it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from nanoexplorer.app import start as bootstrap
from nanoexplorer.ui.controls.elided import elided
from nanoexplorer.words import common
from nanoexplorer.words.language import Language, speak
from tests.controllers import settings_in
from tests.ui.speaking import Known
from tests.words.generated import CODE, write_language

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak(Language())


def test_nothing_stays_english_and_nothing_is_cut_in_another_language() -> None:
    """Every view, dialog and page in the generated language, and every view as a drawing."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.speaking"],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines() == [], done.stderr
    assert done.returncode == 0, done.stderr


def test_what_the_app_says_in_english_is_told_from_what_the_pack_says() -> None:
    known = Known(["EGFR mutated", "osimertinib"])
    assert known.english_in("⟦ñáḿéď φóŕ EGFR mutated~~⟧ · osimertinib, 3") == []
    assert known.english_in("Select all") == ["Select all"]
    assert known.english_in("EGFR mutated and osimertinib") == ["EGFR mutated and osimertinib"]
    assert known.english_in("⟦ñáḿéď~⟧: Close") == [" Close"]


def test_the_language_of_the_settings_is_spoken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "languages").mkdir()
    write_language(tmp_path / "languages")
    monkeypatch.setattr(bootstrap, "resources", lambda: tmp_path)
    settings = settings_in(tmp_path, language=CODE)
    bootstrap.take_language(settings)
    assert common.CLOSE.startswith("⟦")
    assert settings.complaint == ""


def test_an_unknown_language_is_english_with_one_line(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, language="../x\ny")
    bootstrap.take_language(settings)
    assert common.CLOSE == "Close"
    assert settings.complaint == "There is no language “../x y” here; English is used."


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_label_that_is_cut_is_told_in_full_where_the_mouse_rests(
    app: QApplication, qtbot: QtBot
) -> None:
    made = elided("A label that has no room for all its words")
    qtbot.addWidget(made)
    made.resize(60, 20)
    made.show()
    app.sendEvent(made, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5)))
    assert made.text() in QToolTip.text()
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
