"""What every entry of the menu does on a desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from nanoexplorer.ui.actions import ENTRIES, build_menu
from nanoexplorer.ui.dress import next_zoom

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from nanoexplorer.desk import Desk
    from nanoexplorer.ui.commands import Commands


def menu_of(desk: Desk) -> tuple[QMenu, dict[str, QAction]]:
    """The menu of a desk that has a pack, and its actions by name."""
    session, commands = desk.session, desk.commands
    assert session is not None
    assert commands is not None
    does: dict[str, Callable[[], object]] = {
        "undo": session.undo,
        "redo": session.redo,
        "reset": session.reset_profile,
        "theme_system": lambda: desk.dress(theme="system"),
        "theme_light": lambda: desk.dress(theme="light"),
        "theme_dark": lambda: desk.dress(theme="dark"),
        "zoom_in": lambda: desk.dress(zoom=next_zoom(desk.zoom, 1)),
        "zoom_out": lambda: desk.dress(zoom=next_zoom(desk.zoom, -1)),
        "zoom_reset": lambda: desk.dress(zoom=100),
        "glossary": lambda: commands.glossary(),
        "teachers": commands.teachers,
        "seminar_start": lambda: desk.seminars.start(),
        "seminar_start_here": lambda: desk.seminars.start_here(),
        "seminar_edit": lambda: desk.seminar_file.edit(desk.zoom),
        "seminar_new": lambda: desk.seminar_file.new(),
        "seminar_open": lambda: desk.seminar_file.choose(),
        "seminar_save": lambda: desk.seminar_file.save(),
        "seminar_save_as": lambda: desk.seminar_file.save_as(),
        "seminar_slides": lambda: desk.exports.choose_deck(desk.seminars.current),
        "practice": lambda: desk.practice.open(desk.theme, desk.zoom),
        "questions": lambda: desk.practice.handout(desk.zoom),
        "export": lambda: desk.exports.choose(),
        "copy_picture": lambda: desk.exports.copy_picture(),
        "copy_card": lambda: desk.exports.copy_card(),
        "open_picture": lambda: desk.choose_file(),
        "quit": lambda: desk.close(),
    }
    does |= {entry.name: getattr(commands, entry.name) for entry in ENTRIES if entry.command}
    return build_menu(desk.window, {name: _anew(commands, do) for name, do in does.items()})


def _anew(commands: Commands, do: Callable[[], object]) -> Callable[[], object]:
    """The same as another action: what was said of the last one goes first."""

    def begun() -> object:
        commands.begin()
        return do()

    return begun
