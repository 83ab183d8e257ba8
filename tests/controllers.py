"""The app as a test opens it, looks at it, and puts it away."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.core.profile import Value
from nanoexplorer.core.screen import Screen
from nanoexplorer.documents.strategy import TABS
from nanoexplorer.ui.base import theme
from nanoexplorer.ui.base.session import Session
from nanoexplorer.ui.base.settings import SettingsFile, gate_mark
from nanoexplorer.ui.base.theme import chosen_theme
from nanoexplorer.ui.base.view import View
from nanoexplorer.ui.inspector.body import InspectorBody
from nanoexplorer.ui.shell.commands import Commands
from nanoexplorer.ui.shell.window import Window
from nanoexplorer.ui.views.strategies.cards.model import More
from nanoexplorer.ui.views.strategies.cards.view import CardList

SIZE = (1440, 900)
LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier
_Widget = TypeVar("_Widget", bound=QWidget)


def settings_in(folder: Path, **known: Any) -> SettingsFile:
    """Settings in a file of that folder, some of them given."""
    settings = SettingsFile(folder / "settings.json")
    if known:
        settings.change(**known)
    return settings


def bare_controller(app: QApplication, folder: Path, pack: Path, **known: Any) -> Controller:
    """A controller that is not open yet; the settings are what the folder has and what is given."""
    controller = Controller(app, settings_in(folder, **known), pack)
    controller.window.resize(*SIZE)
    return controller


def wire(panel: View, session: Session) -> None:
    """Let a panel that stands alone draw and request as it does in the window."""
    window = Window()
    window.setParent(panel, Qt.WindowType.Window)  # and goes with it
    panel.requested.connect(Commands(session, window, lambda _: None).handle)
    session.screen_changed.connect(panel.draw)


def open_controller(
    app: QApplication, qtbot: QtBot, folder: Path, pack: Path, **known: Any
) -> Controller:
    """A controller that shows its content."""
    known = {"gate": gate_mark(), "theme": "light"} | known
    controller = bare_controller(app, folder, pack, **known)
    try:
        controller.open()
        controller.window.resize(*SIZE)
        qtbot.waitUntil(lambda: controller.content is not None and controller.content.isVisible())
        activate(qtbot, controller.window)
    except BaseException:
        put_away(controller)
        raise
    return controller


def activate(qtbot: QtBot, window: QWidget) -> None:
    """Give a window the keyboard."""

    def active() -> bool:
        window.activateWindow()
        QCoreApplication.processEvents()
        return window.isActiveWindow()

    qtbot.waitUntil(active)


def put_away(controller: Controller) -> None:
    """Close the window as a person would, and let go of everything."""
    for window in QApplication.topLevelWidgets():
        if shiboken6.isValid(window) and isinstance(window, QDialog | QMenu):
            window.close()  # a dialog that a failed test left would block all that come after
    if shiboken6.isValid(controller.window):
        controller.window.close()
        shiboken6.delete(controller.window)
    controller.session = controller.content = controller.commands = None
    theme.apply(controller.app, chosen_theme("light"))  # the next test begins at 100 %
    gc.unfreeze()
    gc.enable()
    let_go()


def let_go() -> None:
    """Delete what waits to be deleted."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()


def session(controller: Controller) -> Session:
    assert controller.session is not None
    return controller.session


def screen(controller: Controller) -> Screen:
    return session(controller).screen


def profile(controller: Controller) -> dict[str, Value]:
    return session(controller).profile.as_dict()


def find(where: Controller | QWidget, kind: type[_Widget], name: str) -> _Widget:
    """The one living widget of that name."""
    let_go()
    root = where.window if isinstance(where, Controller) else where
    found: list[_Widget] = root.findChildren(kind, name)
    assert len(found) == 1, f"{name}: {len(found)} found"
    return found[0]


def click(where: Controller | QWidget, name: str) -> None:
    """Click a button with the mouse."""
    button = find(where, QAbstractButton, name)
    assert button.isVisible(), name
    assert button.isEnabled(), name
    QTest.mouseClick(button, LEFT)


def press(widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(widget, key)


def act(controller: Controller, name: str) -> None:
    """Choose an entry of the menu."""
    assert controller.actions[name].isEnabled(), name
    controller.actions[name].trigger()


def cards(controller: Controller, column: str) -> CardList:
    """A column: `treatments`, of the pack's first kind, or `carriers`, of its second."""
    kind = session(controller).pack.kinds[("treatments", "carriers").index(column)]
    return find(controller, CardList, f"strategies.{kind.id}")


def rows(controller: Controller, column: str) -> list[str]:
    """What stands in a column, row by row, as a screen reader hears it."""
    model = cards(controller, column).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def row_of(controller: Controller, column: str, words: str) -> int:
    """The first row of a column that begins with these words."""
    return next(n for n, row in enumerate(rows(controller, column)) if row.startswith(words))


def show_all(controller: Controller) -> None:
    """Open every group of both tables of what is independent of the profile."""
    for column in ("treatments", "carriers"):
        model = cards(controller, column).cards
        last = model.row(model.rowCount() - 1)
        if isinstance(last, More) and not last.opened:
            model.toggle(model.rowCount() - 1)


def click_row(controller: Controller, column: str, row: int) -> None:
    """Click into a row of a column."""
    view = cards(controller, column)
    index = view.model().index(row, 0)
    QCoreApplication.processEvents()  # rows may still wait to be laid out
    view.scrollTo(index)
    QCoreApplication.processEvents()
    place = view.visualRect(index).topLeft() + QPoint(30, 10)
    QTest.mouseClick(view.viewport(), LEFT, NO_KEYS, place)


def flowing(text: str) -> str:
    """Text with single spaces, however it breaks into lines."""
    return " ".join(text.split())


def inspector_text(controller: Controller) -> str:
    """What the inspector says below its title, all its tabs one after another, flowing."""
    let_go()
    body = inspector_body(controller)
    over = body.head.text.toPlainText()
    pages = (body.page(name).toPlainText().replace(over, "") for name in TABS)
    return flowing("\n".join([over, *pages]))


def inspector_body(controller: Controller) -> InspectorBody:
    """All that the inspector shows of a strategy."""
    assert controller.content is not None
    return controller.content.inspector.body


def select(controller: Controller, strategy: str) -> str:
    """Select a strategy; returns what the inspector says."""
    session(controller).change(selection=strategy)
    return inspector_text(controller)


def follow(controller: Controller, link: str) -> None:
    """Click a link in the inspector."""
    inspector_body(controller).text.anchorClicked.emit(QUrl(link))


def choose(controller: Controller, menu: str, words: str) -> None:
    """Choose what a menu that is open offers in these words."""
    [opened] = [m for m in QApplication.topLevelWidgets() if m.objectName() == menu]
    assert isinstance(opened, QMenu)
    next(action for action in opened.actions() if action.text() == words).trigger()
    opened.close()
    let_go()


def links(controller: Controller) -> list[str]:
    """Every link in the inspector, in its order."""
    let_go()
    found: dict[str, None] = {}
    for name in TABS:
        document = inspector_body(controller).page(name).document()
        for position in range(document.characterCount()):
            cursor = QTextCursor(document)
            cursor.setPosition(position)
            found[cursor.charFormat().anchorHref()] = None
    return [link for link in found if link]


def said(controller: Controller) -> str:
    """What the status bar says."""
    assert controller.content is not None
    return controller.content.status.currentMessage()


def clipboard_text() -> str:
    return QGuiApplication.clipboard().text()


def dialog() -> QDialog:
    """The one dialog that is open."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    assert len(found) == 1, found
    return found[0]


def dialog_text() -> str:
    return find(dialog(), QPlainTextEdit, "dialog.text").toPlainText()
