"""The one object with state: what the user asked for, and the screen that follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from nanoexplorer.core import case_code
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile, Value
from nanoexplorer.core.resolve import resolve
from nanoexplorer.core.screen import EMPTY, Intent, Screen
from nanoexplorer.logs import log

UNDO_STEPS: Final = 200
INSPECTOR_TAB, FIRST_TAB = "inspector.tab", "why"
"""The option that says what is told of a strategy, and what is told first."""


class Session(QObject):
    """Replaces the intent, resolves it, compares, and emits one signal.

    A change of a profile is a step that can be undone; looking around (selection, search, tab)
    is not.
    """

    screen_changed = Signal(object, object)
    """The new Screen, and the names of the parts that differ from the one before."""

    def __init__(self, pack: Pack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pack = pack
        self.intent = Intent(pack.blank_profile)
        self.screen: Screen = EMPTY
        self._undo: list[Intent] = []
        self._redo: list[Intent] = []

    def take(self, pack: Pack, intent: Intent | None = None) -> None:
        """Go on with another pack, from its blank profile or from an intent of it; nothing is drawn
        yet, and there is nothing to undo.
        """
        self.pack = pack
        self.intent = intent or Intent(pack.blank_profile)
        self._undo.clear()
        self._redo.clear()

    def refresh(self) -> None:
        """Resolve the intent as it is: the first paint is a difference from the empty screen."""
        screen = resolve(self.intent, self.pack)
        changed = screen.changed_since(self.screen)
        self.screen = screen
        if changed:
            log("ui", "screen-changed", parts=",".join(sorted(changed)))
            self.screen_changed.emit(screen, changed)

    def change(self, **changes: Any) -> None:  # noqa: ANN401  # as the fields are
        """Replace parts of the intent, by the names of its fields.

        Who turns to another view has no way back to the one before.
        """
        if changes.get("tab", self.intent.tab) != self.intent.tab:
            changes.setdefault("back", None)
        intent = replace(self.intent, **changes)
        if intent == self.intent:
            return
        if _is_step(intent, self.intent):
            self._undo = [*self._undo[1 - UNDO_STEPS :], self.intent]
            self._redo.clear()
        self.intent = intent
        self.refresh()

    def edit_profile(self, field: str, value: Value) -> None:
        """Set one field of the profile."""
        self.change(profile=self.intent.profile.replace({field: value}))

    def change_profile(self, changes: Mapping[str, Value]) -> None:
        """Set several fields of the profile in one step."""
        self.change(profile=self.intent.profile.replace(changes))

    def edit_second(self, field: str, value: Value) -> None:
        """Set one field of the second profile; without one, of a copy of the first."""
        base = self.intent.second_profile or self.intent.profile
        self.change(second_profile=base.replace({field: value}))

    def swap_profiles(self) -> None:
        """Take each profile for the other in one step, where there are two."""
        second = self.intent.second_profile
        if second is not None:
            self.change(profile=second, second_profile=self.intent.profile)

    def select(self, strategy: str, **more: Any) -> None:  # noqa: ANN401  # see `change`
        """Select a strategy; of another one it is told first why."""
        options = self.intent.options
        if strategy != self.intent.selection:
            options = tuple(pair for pair in options if pair[0] != INSPECTOR_TAB)
        self.change(selection=strategy, options=options, **more)

    def choose_option(self, name: str, value: str) -> None:
        """Remember an option of a view, such as which fields make the rows of a map."""
        options = {**dict(self.intent.options), name: value}
        self.change(options=tuple(sorted(options.items())))

    def reset_profile(self) -> None:
        """Back to the profile of which nothing is known."""
        self.change(profile=self.pack.blank_profile)

    def open_case(self, case: str) -> None:
        """Take the profile of one of the pack's cases; raises KeyError for another."""
        self.change(profile=self.pack.case[case].profile)

    def open_case_code(self, text: str) -> str:
        """Take the profile of a case code; returns the pack version that it was made with.

        Raises CaseCodeError, the profile unchanged.
        """
        profile, version = case_code.decode(self.pack, text)
        self.change(profile=profile)
        return version

    def recall_option(self, name: str, value: str) -> None:
        """Begin with an option of a view as it was; nothing is drawn yet."""
        self.intent = replace(self.intent, options=((name, value),))

    def recall(self, text: str, selection: str) -> None:
        """Begin where the last time ended; nothing to undo. Raises CaseCodeError.

        Of another version of somebody's pack the profile is let go: it might be another one.
        """
        profile, version = case_code.decode(self.pack, text)
        if version != self.pack.version and not self.pack.ours:
            profile = self.pack.blank_profile
        self.intent = replace(self.intent, profile=profile, selection=selection)

    @property
    def profile(self) -> Profile:
        """The profile that is asked for."""
        return self.intent.profile

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to go back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether a step back can be taken again."""
        return bool(self._redo)

    def undo(self) -> None:
        """Back to the profile before the last change; tab, search and selection stay."""
        self._step(self._undo, self._redo)

    def redo(self) -> None:
        """Take back the last step back; nothing where there was none."""
        self._step(self._redo, self._undo)

    def _step(self, taken: list[Intent], given: list[Intent]) -> None:
        if not taken:
            return
        old = taken.pop()
        given.append(self.intent)
        self.intent = replace(self.intent, profile=old.profile, second_profile=old.second_profile)
        self.refresh()


def _is_step(one: Intent, other: Intent) -> bool:
    return (one.profile, one.second_profile) != (other.profile, other.second_profile)
