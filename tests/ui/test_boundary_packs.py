"""The window opens on packs at the edge of what is valid, and shows every view of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nanoexplorer.views import TABS
from tests.boundary_packs import boundary_pack
from tests.controllers import open_controller, put_away

OPENED = ("no fields", "no topics", "the least there can be", "one strategy", "carriers alone",
          "longest names", "right to left", "most fields", "huge counts",
          "decimals", "co-mutations", "odd")  # fmt: skip


@pytest.mark.parametrize("name", OPENED)
def test_the_window_shows_every_view(
    name: str, app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    controller = open_controller(app, qtbot, tmp_path, boundary_pack(tmp_path / "pack", name))
    try:
        assert controller.session is not None
        pack = controller.session.pack
        for tab in TABS:
            controller.session.change(tab=tab, selection=pack.ordered[0].id)
            QCoreApplication.processEvents()
            assert not controller.window.grab().isNull()
    finally:
        put_away(controller)
