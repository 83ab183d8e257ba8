"""What panels ask for: each sends one signal, `requested`, with one of these.

A panel hands on what its parts request by connecting their signal to its own; they are met in one
place, `Commands.handle`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from nanoexplorer.core.profile import Profile, Value
    from nanoexplorer.documents.citations import Format


class Act(Enum):
    """What is asked for without saying more."""

    RESET = auto()
    """Back to the profile of which nothing is known."""
    SWAP_PROFILES = auto()
    """Make the second profile the first, in one step."""
    SHOW_NEAREST = auto()
    """Take the nearest profile that the source names the selected strategy for."""
    PICK_CASE = auto()
    """Open the list of ready-made cases."""
    SET_PROFILE = auto()
    """Give the keyboard to the first field of the profile."""
    GO_BACK = auto()
    """Back to where one was before one went to a reference."""
    PRESENT = auto()
    """Start the seminar, or go on with it."""
    EXPORT = auto()
    """Ask what is to leave, as what and where to."""
    READ_HOW = auto()
    """Open the help at how to read what is shown."""
    CLOSE_START_PAGE = auto()
    """Do without the start page from now on."""


class SelectStrategy(NamedTuple):
    """Select a strategy, or none where it is empty."""

    strategy: str


class EditField(NamedTuple):
    """Set one field of the profile."""

    field: str
    value: Value


class ChangeProfile(NamedTuple):
    """Set several fields of the profile in one step."""

    changes: Mapping[str, Value]


class OpenCase(NamedTuple):
    """Open a case of the pack by its id."""

    case: str


class EnterCode(NamedTuple):
    """Open what was typed as a case code."""

    text: str


class CopyCode(NamedTuple):
    """Copy a case code."""

    code: str


class CompareWith(NamedTuple):
    """Take another second profile, or none."""

    profile: Profile | None


class EditSecond(NamedTuple):
    """Set one field of the second profile; without one, of a copy of the first."""

    field: str
    value: Value


class ChooseOption(NamedTuple):
    """Remember an option of a view."""

    name: str
    value: str


class Search(NamedTuple):
    """Search, whatever view is shown."""

    text: str


class FilterStrategies(NamedTuple):
    """Search, and show the strategies that are found."""

    text: str


class ShowView(NamedTuple):
    """Show a view by its name."""

    name: str


class GoTo(NamedTuple):
    """Go to what a search has found, or a text points at, wherever that is shown."""

    group: str
    id: str


class FollowLink(NamedTuple):
    """Open a web address."""

    link: str


class ReportStatement(NamedTuple):
    """Show a report of an error in a statement."""

    statement: str


class CopyStatement(NamedTuple):
    """Copy a statement with the place where it stands."""

    statement: str


class Say(NamedTuple):
    """Say what came of something, with a button that shows the folder of what was saved."""

    text: str
    caution: bool = False
    folder: Path | None = None


class CopyReferences(NamedTuple):
    """Copy the references of the selected strategy."""

    form: Format


Request = (
    Act
    | SelectStrategy
    | EditField
    | ChangeProfile
    | OpenCase
    | EnterCode
    | CopyCode
    | CompareWith
    | EditSecond
    | ChooseOption
    | Search
    | FilterStrategies
    | ShowView
    | GoTo
    | FollowLink
    | ReportStatement
    | CopyStatement
    | Say
    | CopyReferences
)
