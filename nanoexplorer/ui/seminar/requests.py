"""What keys, buttons and clicks ask of a seminar; each is met in `RunningSeminar.handle`."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Act(StrEnum):
    """What is asked for without saying more."""

    FORWARD = "forward"
    BACK = "back"
    FIRST = "first"
    LAST = "last"
    AGAIN = "again"
    """The case from its beginning."""
    TAKE = "take"
    """Go to the case that is marked in the list."""
    REVEAL_ALL = "reveal_all"
    POINT_UP = "point_up"
    POINT_DOWN = "point_down"
    CHOOSE = "choose"
    """Mark or reveal what is pointed at."""
    LIST_UP = "list_up"
    LIST_DOWN = "list_down"
    LIST_FIRST = "list_first"
    LIST_LAST = "list_last"
    STATUS = "status"
    """Turn the status that the room says of what is pointed at."""
    VOTES = "votes"
    """Count hands for what is pointed at."""
    CARD = "card"
    MAP = "map"
    """A map in place of the step, the next one, the step again."""
    COUNTDOWN = "countdown"
    COUNTDOWN_STOP = "countdown_stop"
    BLANK = "blank"
    TIMER = "timer"
    TIMER_ZERO = "timer_zero"
    NOTES = "notes"
    KEYS = "keys"
    """The list of keys, and away again."""
    ESCAPE = "escape"
    """Away from the blank, to the list of cases, or out of it."""
    LEAVE = "leave"


class ChooseNumber(NamedTuple):
    """Mark or reveal the strategy that has this number on the page, if one has."""

    number: int


class ChooseStrategy(NamedTuple):
    """Mark what the room says of a strategy, or reveal it."""

    strategy: str


class CountVotes(NamedTuple):
    """Take hands for what is pointed at, as they were typed."""

    text: str


Request = Act | ChooseNumber | ChooseStrategy | CountVotes
