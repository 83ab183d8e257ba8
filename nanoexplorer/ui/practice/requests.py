"""What the steps of practice ask for; each is met in `Practice.handle`."""

from __future__ import annotations

from typing import NamedTuple

from nanoexplorer.core.teaching.practice import Given
from nanoexplorer.core.teaching.questions import Setup


class Leave(NamedTuple):
    """Back to the window; the round waits."""


class DrawSeed(NamedTuple):
    """Propose another seed."""


class ChooseSeminar(NamedTuple):
    """Choose a seminar file to practise with."""


class Start(NamedTuple):
    """Begin a round."""

    setup: Setup


class Draft(NamedTuple):
    """Remember what is chosen so far: verdict and status, empty where there is none."""

    verdict: str
    status: str


class Answer(NamedTuple):
    """Take what the trainee has settled on."""

    given: Given


class Back(NamedTuple):
    """To the question before."""


class Next(NamedTuple):
    """To the next question, or to the summary."""


class End(NamedTuple):
    """End the round here."""


class ShowInWindow(NamedTuple):
    """Open the answered profile with its strategy in the window."""


class Save(NamedTuple):
    """Save the round as a document."""


class Again(NamedTuple):
    """Ask the same questions again."""


class NewRound(NamedTuple):
    """Back to where a round begins, with another seed."""


class Keep(NamedTuple):
    """Keep results on this computer from now on, or don't."""

    keep: bool


class Delete(NamedTuple):
    """Delete what is kept."""


Request = (
    Leave
    | DrawSeed
    | ChooseSeminar
    | Start
    | Draft
    | Answer
    | Back
    | Next
    | End
    | ShowInWindow
    | Save
    | Again
    | NewRound
    | Keep
    | Delete
)
