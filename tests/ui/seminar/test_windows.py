"""The windows of a seminar say whose pack is shown, at every size."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from nanoexplorer.ui.base.theme import chosen_theme
from nanoexplorer.ui.seminar.windows import RoomWindow, TeacherWindow
from nanoexplorer.words.packs import whose
from tests.packs import mini_pack


@pytest.mark.parametrize("window", [RoomWindow, TeacherWindow])
@pytest.mark.parametrize("ours", [True, False])
@pytest.mark.usefixtures("app")
def test_of_a_pack_that_is_not_ours_the_banner_says_so(
    qtbot: QtBot, window: type[RoomWindow | TeacherWindow], ours: bool
) -> None:
    pack, parent = replace(mini_pack(), ours=ours), QWidget()
    qtbot.addWidget(parent)
    made = window(pack, chosen_theme("light"), 100, parent)
    for width in (1000, 1920):
        made.resize(width, width * 9 // 16)
        made.show()
        QApplication.processEvents()
        said = [label.text() for label in made.findChildren(QLabel, "banner.whose")]
        assert set(said) == ({whose.banner(pack)} - {""})
    made.close()
