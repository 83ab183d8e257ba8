"""What the steps of practice ask for; each is met in `Practice.handle`."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final, NamedTuple

from nanoexplorer.core.teaching.practice import Given
from nanoexplorer.core.teaching.questions import Setup


class Act(Enum):
    """What is asked for without saying more."""

    LEAVE = auto()
    """Back to the window; the round waits."""
    CHOOSE_SEMINAR = auto()
    """Choose a seminar file to practise with."""
    BACK = auto()
    """To the question before."""
    NEXT = auto()
    """To the next question, or to the summary."""
    END = auto()
    """End the round here."""
    SHOW_IN_WINDOW = auto()
    """Open the answered profile with its strategy in the window."""
    SAVE = auto()
    """Save the round as a document."""
    AGAIN = auto()
    """Ask the same questions again."""
    NEW_ROUND = auto()
    """Back to where a round begins, with another seed."""
    DELETE = auto()
    """Delete what is kept."""


class Start(NamedTuple):
    """Begin a round."""

    setup: Setup


class Draft(NamedTuple):
    """Remember what is chosen so far: verdict and status, empty where there is none."""

    verdict: str
    status: str


NOTHING_CHOSEN: Final = Draft("", "")


class Answer(NamedTuple):
    """Take what the trainee has settled on."""

    given: Given


class Keep(NamedTuple):
    """Keep results on this computer from now on, or don't."""

    keep: bool


Request = Act | Start | Draft | Answer | Keep
