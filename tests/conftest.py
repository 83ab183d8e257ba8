"""Every test runs without a display, and leaves nothing behind."""

from __future__ import annotations

import gc
import os
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6.Shiboken import getAllValidWrappers

from nanoexplorer.app.controller import Controller
from nanoexplorer.app.pack_switch import PackSwitch
from nanoexplorer.drawing import fonts
from nanoexplorer.places import bundled_pack, resources
from nanoexplorer.ui.base import theme
from nanoexplorer.ui.base.application import Application
from nanoexplorer.ui.base.preloading import THREAD
from nanoexplorer.words import common
from tests.controllers import let_go, open_controller, put_away
from tests.packs import MINI_PACK

os.environ["QT_QPA_PLATFORM"] = "offscreen"
# hypothesis would otherwise leave its examples in the working folder.
os.environ.setdefault(
    "HYPOTHESIS_STORAGE_DIRECTORY", str(Path(tempfile.gettempdir()) / "nanoexplorer-hypothesis")
)
# How long an example takes says how busy the machine is.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

USES_QT = {"qapp", "qtbot", "app"}


def pytest_unconfigure() -> None:
    """Python ends by looking through all that is left, several times: seconds, and nothing said."""
    gc.freeze()


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The application as `bootstrap.make_app` makes it."""
    return [common.APP, *theme.ARGUMENTS]


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """Of the class that `bootstrap.make_app` makes it of."""
    return Application


@pytest.fixture(scope="session")
def app(qapp: QApplication) -> QApplication:
    """The application with the shipped fonts."""
    fonts.register(resources() / "fonts")
    return qapp


@pytest.fixture(autouse=True)
def _nobody_is_asked_for_a_pack(monkeypatch: pytest.MonkeyPatch) -> None:
    """A question that no test expects would stop it for good: everybody stays where he is."""
    monkeypatch.setattr(PackSwitch, "ask_choice", staticmethod(lambda *asked: asked[3][-1]))
    monkeypatch.setattr(PackSwitch, "ask_folder", staticmethod(lambda *_: None))


@pytest.fixture(autouse=True)
def _nothing_is_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """No window, no running timer, no thread and no garbage collector stopped after a test."""
    threads = set(threading.enumerate())
    before = QApplication.topLevelWidgets()  # so that a test answers for its own alone
    yield
    for thread in threading.enumerate():
        if thread.name == THREAD:  # an import under way ends by itself
            thread.join()
    assert set(threading.enumerate()) <= threads
    if not USES_QT & set(request.fixturenames):
        return
    let_go()
    assert gc.isenabled()
    assert [window for window in QApplication.topLevelWidgets() if window not in before] == []
    left = [(t.interval(), t.parent(), t.isSingleShot()) for t in timers() if t.isActive()]
    assert left == []
    assert QThreadPool.globalInstance().activeThreadCount() == 0


def timers() -> list[QTimer]:
    """Every timer that Python knows of and that still lives."""
    return [thing for thing in getAllValidWrappers() if type(thing) is QTimer]


@pytest.fixture
def controller(
    request: pytest.FixtureRequest, app: QApplication, qtbot: QtBot, tmp_path: Path
) -> Iterator[Controller]:
    """The app with the bundled pack, or another that is given, the gate accepted, in a large
    window.
    """
    pack = getattr(request, "param", bundled_pack())
    opened = open_controller(app, qtbot, tmp_path, pack)
    yield opened
    put_away(opened)


@pytest.fixture
def mini_controller(app: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Controller]:
    """The same with the mini pack."""
    opened = open_controller(app, qtbot, tmp_path, MINI_PACK)
    yield opened
    put_away(opened)


@pytest.fixture
def clipboard(app: QApplication) -> Iterator[None]:
    """An empty clipboard, before and after."""
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


MANY_TIMES = (
    "pack/test_mutations.py",
    "test_both_packs.py",
    "test_citations_beside.py",
    "test_disputed.py",
    "test_not_checked.py",
    "test_reservations.py",
)
"""Tests that walk every view and kind of file, or a thousand packs."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is run a hundred times is not counted: other tests run it once."""
    for item in items:
        if item.get_closest_marker("hypothesis") or str(item.path).endswith(MANY_TIMES):
            item.add_marker("no_cover")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--mutations", type=int, default=1, help="rounds of wrong packs, each some 1,300 of them"
    )
    parser.addoption(
        "--renew-golden", action="store_true", help="write the files of tests/golden anew"
    )


@pytest.fixture
def renew_golden(request: pytest.FixtureRequest) -> bool:
    """Whether what is made today is what later runs compare with."""
    return bool(request.config.getoption("--renew-golden"))
