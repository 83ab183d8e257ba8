"""Starts the app. Nothing on the way to the first paint is slow."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication

from nanoexplorer import __version__
from nanoexplorer.app.controller import SETTLE_AFTER, Controller
from nanoexplorer.drawing import fonts
from nanoexplorer.places import bundled_pack, resources
from nanoexplorer.ui.base import crash, display
from nanoexplorer.ui.base import theme as themes
from nanoexplorer.ui.base.application import Application
from nanoexplorer.ui.base.settings import SettingsFile, gate_mark
from nanoexplorer.words import common
from nanoexplorer.words import desktop as desktop_words
from nanoexplorer.words.language import ENGLISH

if TYPE_CHECKING:
    from nanoexplorer.core.pack import Pack


def settings_path() -> Path:
    """Where the settings are kept on this system."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
    return Path(folder) / "settings.json"


def make_app() -> Application:
    """The application object with the shipped fonts; raises FontError where one is missing."""
    display.take_utf8()
    with display.one_line_if_refused():
        app = Application([common.APP, *themes.ARGUMENTS, *display.arguments()])
    app.setApplicationName(common.APP)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(common.APP)
    fonts.register(resources() / "fonts")
    return app


def offscreen_app() -> QCoreApplication:
    """The application with its fonts, on no display: whoever draws holds on to it."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.pop("QT_QPA_PLATFORMTHEME", None)  # a desktop's look wants a display
    return QApplication.instance() or make_app()


def open_window(to_open: Path | None = None, pack: Path | None = None) -> int:
    """Open the window and run until it is closed; returns the exit status.

    `to_open`: a file to open in it; `pack`: another pack than the bundled one.
    """
    if not display.there_is_one():
        print(_no_display(to_open or pack), file=sys.stderr)
        return 2
    app = make_app()
    settings = SettingsFile(settings_path())
    take_language(settings)
    controller = Controller(app, settings, bundled_pack())
    controller.to_open, controller.pack_to_open = to_open, pack
    app.file_opened.connect(controller.open_file)
    crash.watch(controller.remember)
    controller.open()
    QTimer.singleShot(SETTLE_AFTER, _give_icon)
    return app.exec()


def take_language(settings: SettingsFile) -> None:
    """Speak the language that is set, before anything is shown."""
    if settings.current.language == ENGLISH:
        return
    from nanoexplorer.words.language_file import speak_language

    problem = speak_language(settings.current.language, resources() / "languages")
    settings.complaint = settings.complaint or problem


def _no_display(to_open: Path | None) -> str:
    if to_open is None:
        return desktop_words.NO_DISPLAY
    from nanoexplorer.words import commands as words

    return common.one_line(words.FILE_NO_DISPLAY.format(path=to_open))


def _give_icon() -> None:
    """After the first paint: drawing it takes time, and nobody looks at it first."""
    from nanoexplorer.ui.base.application import app_icon

    QApplication.setWindowIcon(app_icon())


def smoke(pack: Pack | None = None) -> int:
    """Open, resolve and draw every view of a pack once, offscreen, of the bundled one unless
    another is given; 0 if all is well.

    The installers' self-test: it has settings of its own and leaves nothing behind.
    """
    from tempfile import TemporaryDirectory

    app = offscreen_app()
    assert isinstance(app, QApplication)
    with TemporaryDirectory() as folder:
        settings = SettingsFile(Path(folder) / "settings.json")
        settings.change(gate=gate_mark())
        controller = Controller(app, settings, bundled_pack())
        if pack is None:
            controller.load()
        else:
            controller.fill(pack)
        if controller.session is None or controller.content is None:
            raise RuntimeError(desktop_words.SMOKE_NO_PACK)
        pack = controller.session.pack
        controller.session.change(selection=pack.ordered[0].id)
        for place in range(controller.content.tabs.count()):
            controller.content.tabs.setCurrentIndex(place)
            controller.window.grab()
        views = controller.content.tabs.count()
        app.processEvents()  # what comes after a first paint
        controller.window.close()
    print(desktop_words.SMOKE_DONE.format(app=__version__, pack=pack.version, views=views))
    return 0
