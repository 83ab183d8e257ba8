"""The menu and its keys, declared as data; what an action does is the window's to say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from nanoexplorer.ui.controls.chevrons import Menu
from nanoexplorer.words import actions as words


class Entry(NamedTuple):
    """One action: its name, its keys, and the submenu it stands in, if any.

    `choice`: one of several that exclude each other; `command`: a method of `Commands`.
    """

    name: str
    keys: tuple[str, ...] = ()
    submenu: str = ""
    choice: bool = False
    command: bool = False


RULE: Final = Entry("")
ENTRIES: Final = (
    Entry("undo", ("Ctrl+Z",)),
    Entry("redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Entry("reset", ("Ctrl+R",)),
    RULE,
    Entry("search", ("Ctrl+K", "Ctrl+F"), command=True),
    Entry("copy_code", ("Ctrl+Shift+C",), command=True),
    Entry("paste_code", ("Ctrl+Shift+V",), command=True),
    Entry("copy_summary", ("Ctrl+Shift+T",), command=True),
    Entry("print", ("Ctrl+P",), command=True),
    RULE,
    Entry("seminar_start", ("F5",), submenu="seminar"),
    Entry("seminar_start_here", ("Shift+F5",), submenu="seminar"),
    Entry("seminar_edit", submenu="seminar"),
    Entry("seminar_new", submenu="seminar"),
    Entry("seminar_open", submenu="seminar"),
    Entry("seminar_save", ("Ctrl+S",), submenu="seminar"),
    Entry("seminar_save_as", ("Ctrl+Shift+S",), submenu="seminar"),
    Entry("seminar_slides", submenu="seminar"),
    Entry("practice", ("F7",)),
    Entry("questions"),
    Entry("export", ("Ctrl+E",), submenu="export"),
    Entry("copy_picture", ("Ctrl+Shift+P",), submenu="export"),
    Entry("copy_card", submenu="export"),
    Entry("open_picture", ("Ctrl+O",), submenu="export"),
    RULE,
    Entry("theme_system", submenu="theme", choice=True),
    Entry("theme_light", submenu="theme", choice=True),
    Entry("theme_dark", submenu="theme", choice=True),
    Entry("zoom_in", ("Ctrl++", "Ctrl+="), submenu="zoom"),
    Entry("zoom_out", ("Ctrl+-",), submenu="zoom"),
    Entry("zoom_reset", ("Ctrl+0",), submenu="zoom"),
    RULE,
    Entry("glossary", ("F1",), command=True),
    Entry("teachers", command=True),
    Entry("project", ("F11",), command=True),
    Entry("profile_panel", ("F8",), command=True),
    Entry("inspector_panel", ("F9",), command=True),
    Entry("next_part", ("F6",), command=True),
    Entry("last_part", ("Shift+F6",), command=True),
    Entry("keys", ("Ctrl+/",), command=True),
    Entry("cite", command=True),
    Entry("about", command=True),
    RULE,
    Entry("quit", ("Ctrl+Q",)),
)


def build_menu(
    owner: QWidget, does: Mapping[str, Callable[[], object]]
) -> tuple[QMenu, dict[str, QAction]]:
    """A menu of the owner and its actions by name; every entry has something to do."""
    menu = Menu(owner)
    menu.setObjectName("menu")
    submenus: dict[str, QMenu] = {}
    made: dict[str, QAction] = {}
    for entry in ENTRIES:
        if entry is RULE:
            menu.addSeparator()
            continue
        home: QMenu = menu
        if entry.submenu:
            if entry.submenu not in submenus:
                submenus[entry.submenu] = menu.addMenu(words.SUBMENUS[entry.submenu])
            home = submenus[entry.submenu]
        made[entry.name] = _action(owner, entry, does[entry.name])
        home.addAction(made[entry.name])
    _group_choices(owner, made)
    return menu, made


def _action(owner: QWidget, entry: Entry, does: Callable[[], object]) -> QAction:
    action = QAction(words.ACTIONS[entry.name], owner)
    action.setObjectName(f"action.{entry.name}")
    action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setCheckable(entry.choice)
    action.triggered.connect(lambda _=False: does())
    owner.addAction(action)
    return action


def _group_choices(owner: QWidget, made: dict[str, QAction]) -> None:
    group = QActionGroup(owner)
    for entry in ENTRIES:
        if entry.choice:
            group.addAction(made[entry.name])


def keys_of(name: str) -> str:
    """The keys of an action as they are written on this system."""
    entry = next(entry for entry in ENTRIES if entry.name == name)
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(keys).toString(native) for keys in entry.keys)
