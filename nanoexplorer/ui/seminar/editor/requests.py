"""What the parts of the editor ask for; each is met in `SeminarEditor.handle`."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple


class Act(Enum):
    """What is asked for without saying more."""

    MARK = auto()
    """Show the case that is marked now."""
    DUPLICATE = auto()
    """Take the marked cases once more."""
    REMOVE = auto()
    """Remove the marked cases."""


class Retitle(NamedTuple):
    """Call the seminar something else."""

    title: str


class Board(NamedTuple):
    """Take each case as a tumour board, or not."""

    on: bool


class Move(NamedTuple):
    """Move the marked cases so many places on."""

    step: int


class Reorder(NamedTuple):
    """Take the cases in another order, told by the places that they have now."""

    order: tuple[int, ...]


class Write(NamedTuple):
    """Take one of the teacher's own texts of the marked case, by its key in a file."""

    key: str
    text: str


class Plan(NamedTuple):
    """Plan so many minutes for the marked case; 0: as many as it takes as a rule."""

    minutes: int


class Narrow(NamedTuple):
    """Show in the marked case only what depends on the profile, or all that is ticked."""

    only_dependent: bool


class Tick(NamedTuple):
    """Show a strategy in the marked case, or leave it out."""

    strategy: str
    shown: bool


Request = Act | Retitle | Board | Move | Reorder | Write | Plan | Narrow | Tick
