"""The menu and its keys, declared as data; what an action does is the window's to say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from nanoexplorer.drawing.tips import plain_tip
from nanoexplorer.ui.base.key_places import native
from nanoexplorer.ui.controls.buttons import Menu
from nanoexplorer.words import actions as words


class Entry(NamedTuple):
    """One action: its name and its keys.

    `choice`: one of several that exclude each other; `command`: a method of `Commands`; `lists`: a
    menu that is filled each time it opens.
    """

    name: str
    keys: tuple[str, ...] = ()
    choice: bool = False
    command: bool = False
    lists: bool = False


class Group(NamedTuple):
    """A menu within the menu, of at most seven entries."""

    name: str
    parts: tuple[Entry | Group, ...]


RULE: Final = Entry("")
MENU: Final = (
    Group(
        "file",
        (
            Entry("open", ("Ctrl+O",)),
            Entry("recent", ("Ctrl+Shift+O",), lists=True),
            Group(
                "pack",
                (
                    Entry("pack_folder"),
                    Entry("pack_example"),
                    Entry("pack_bundled"),
                    RULE,
                    Entry("pack_compare"),
                ),
            ),
            RULE,
            Group("begin", (Entry("seminar_new"), Entry("seminar_sample"))),
            Entry("seminar_save", ("Ctrl+S",)),
            Entry("seminar_save_as", ("Ctrl+Shift+S",)),
            RULE,
            Entry("quit", ("Ctrl+Q",)),
        ),
    ),
    Group(
        "edit",
        (
            Entry("undo", ("Ctrl+Z",)),
            Entry("redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
            Entry("reset", ("Ctrl+R",)),
            RULE,
            Entry("search", ("Ctrl+K", "Ctrl+F"), command=True),
            RULE,
            Entry("copy_code", ("Ctrl+Shift+C",), command=True),
            Entry("paste_code", ("Ctrl+Shift+V",), command=True),
            Entry("copy_summary", ("Ctrl+Shift+T",), command=True),
        ),
    ),
    Group(
        "seminar",
        (
            Entry("seminar_start", ("F5",)),
            Entry("seminar_start_here", ("Shift+F5",)),
            RULE,
            Entry("seminar_edit"),
            Entry("seminar_slides"),
        ),
    ),
    Group("practice", (Entry("practice", ("F7",)), Entry("questions"))),
    Group(
        "export",
        (
            Entry("export", ("Ctrl+E",)),
            Entry("copy_picture", ("Ctrl+Shift+P",)),
            Entry("copy_card"),
            Entry("print", ("Ctrl+P",), command=True),
        ),
    ),
    Group(
        "view",
        (
            Group(
                "theme",
                (
                    Entry("theme_system", choice=True),
                    Entry("theme_light", choice=True),
                    Entry("theme_dark", choice=True),
                ),
            ),
            Group(
                "zoom",
                (
                    Entry("zoom_in", ("Ctrl++", "Ctrl+=")),
                    Entry("zoom_out", ("Ctrl+-",)),
                    Entry("zoom_reset", ("Ctrl+0",)),
                ),
            ),
            RULE,
            Entry("project", ("F11",), command=True),
            Entry("profile_panel", ("F8",), command=True),
            Entry("inspector_panel", ("F9",), command=True),
            RULE,
            Group(
                "go",
                (
                    Entry("next_view", ("Ctrl+PgDown",), command=True),
                    Entry("last_view", ("Ctrl+PgUp",), command=True),
                    Entry("next_part", ("F6",), command=True),
                    Entry("last_part", ("Shift+F6",), command=True),
                ),
            ),
        ),
    ),
    Group(
        "help",
        (
            Entry("start_page", command=True),
            Entry("reading", ("F1",), command=True),
            Entry("glossary", ("Shift+F1",), command=True),
            Group("guides", (Entry("teachers", command=True), Entry("curators", command=True))),
            Entry("keys", ("Ctrl+/",), command=True),
            RULE,
            Entry("cite", command=True),
            Entry("about", command=True),
        ),
    ),
)


def _entries(parts: tuple[Entry | Group, ...]) -> Iterator[Entry]:
    for part in parts:
        if isinstance(part, Group):
            yield from _entries(part.parts)
        elif part is not RULE:
            yield part


ENTRIES: Final = tuple(_entries(MENU))
"""Every entry, in the order of the menu."""

Does = Mapping[str, Callable[[], object]]
Fills = Mapping[str, Callable[[QMenu], object]]


def build_menu(owner: QWidget, does: Does, fills: Fills) -> tuple[QMenu, dict[str, QAction]]:
    """A menu of the owner and its actions by name; every entry has something to do.

    `fills`: what puts entries into the menus that are lists.
    """
    menu = Menu(owner)
    menu.setObjectName("menu")
    made: dict[str, QAction] = {}
    _fill(menu, MENU, owner, made)
    for entry in ENTRIES:
        made[entry.name].triggered.connect(lambda _=False, do=does[entry.name]: do())
        filled = menu.findChild(QMenu, f"menu.{entry.name}") if entry.lists else None
        if filled is not None:
            fill = fills[entry.name]
            filled.aboutToShow.connect(lambda fill=fill, filled=filled: fill(filled))
    _group_choices(owner, made)
    return menu, made


def _fill(
    menu: QMenu, parts: tuple[Entry | Group, ...], owner: QWidget, made: dict[str, QAction]
) -> None:
    for part in parts:
        if isinstance(part, Group):
            _fill(_within(menu, part.name, words.SUBMENUS[part.name]), part.parts, owner, made)
        elif part is RULE:
            menu.addSeparator()
        else:
            made[part.name] = _action(menu, owner, part)


def _within(menu: QMenu, name: str, title: str) -> QMenu:
    """A menu in the menu."""
    made = Menu(menu)
    made.setObjectName(f"menu.{name}")
    made.setTitle(title)
    made.setToolTipsVisible(True)
    menu.addMenu(made)
    return made


def _action(menu: QMenu, owner: QWidget, entry: Entry) -> QAction:
    name = words.ACTIONS[entry.name]
    if entry.lists:
        action = _within(menu, entry.name, name).menuAction()
    else:
        action = QAction(name, owner)
        menu.addAction(action)
    action.setObjectName(f"action.{entry.name}")
    action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setCheckable(entry.choice)
    action.setToolTip(plain_tip(words.tip(entry.name, keys_of(entry.name))))
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
    return ", ".join(map(native, entry.keys))
