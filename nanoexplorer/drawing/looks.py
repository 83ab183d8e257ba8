"""The one table of looks: which mark and which colour role stand for what. Data, no Qt.

Whoever draws or lists a mark reads it here; marks are drawn from `shapes`, roles from a theme.
A status's own glyph and role are its pack's: here stands how they are drawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from nanoexplorer.core.decision_table import Change, Outcome, Verdict
from nanoexplorer.documents.blocks import NOTED, Mark, Tone


class Look(NamedTuple):
    """A mark and its role; `bare`: the mark without its ring, where something frames it."""

    mark: str
    role: str
    bare: str


VERDICT: Final[Mapping[str, Look]] = {
    Verdict.MATCHES: Look("named", "verdict-matches", "tick"),
    Verdict.AGAINST: Look("barred", "verdict-against", "barred"),
    Verdict.OPEN: Look("open", "verdict-open", "question"),
    Verdict.NO_MATCH: Look("elsewhere", "verdict-no-match", "arrow"),
    Verdict.ANY_PROFILE: Look("independent", "verdict-any-profile", "equals"),
}
OUTCOME: Final[Mapping[str, Look]] = {
    Outcome.MET: VERDICT[Verdict.MATCHES],
    Outcome.OPEN: VERDICT[Verdict.OPEN],
    Outcome.CAVEAT: VERDICT[Verdict.OPEN],
    Outcome.UNMET: Look("cross", "verdict-no-match", "cross"),
}
SIGN: Final[Mapping[str, Look]] = {
    **OUTCOME,
    **VERDICT,
    NOTED: Look("page", "ink-muted", "page"),
}
"""By what a document says of a line: a verdict, an outcome, that there are notes."""

TONE: Final[Mapping[Tone, str]] = {"": "ink", "muted": "ink-muted", "caution": "caution"}
"""The colour role of words, by their tone."""

CHANGE: Final[Mapping[Change, Look]] = {
    Change.GAINED: Look("plus", "verdict-matches", "plus"),
    Change.LOST: Look("minus", "verdict-no-match", "minus"),
    Change.OPENED: VERDICT[Verdict.OPEN],
    Change.SETTLED: Look("tick", "verdict-matches", "tick"),
    Change.AGAINST: VERDICT[Verdict.AGAINST],
    Change.CLEARED: Look("dot", "verdict-against", "dot"),
    Change.SAME: Look("dot", "verdict-no-match", "dot"),
}
"""What became of a verdict from one profile to another."""


class Cell(NamedTuple):
    """The roles of a cell that is a verdict: behind the bare mark, of it, and around it."""

    fill: str
    ink: str
    frame: str


CELL: Final[Mapping[Verdict, Cell]] = {
    Verdict.MATCHES: Cell("accent", "on-accent", "accent"),
    Verdict.AGAINST: Cell("surface", "ink", "line-strong"),
    Verdict.OPEN: Cell("caution-soft", "caution", "caution-line"),
    Verdict.NO_MATCH: Cell("surface-quiet", "ink-muted", "line"),
    Verdict.ANY_PROFILE: Cell("accent-soft", "accent-text", "accent-soft"),
}

NOT_STATED: Final = "dashed-ring"
_LINES: Final = ("ring", NOT_STATED)


class StatusLook(NamedTuple):
    """How a status is drawn: its frame dashed or hollow, its glyph filled or as an outline."""

    dashed: bool
    hollow: bool
    outlined: bool


FILLED: Final = StatusLook(dashed=False, hollow=False, outlined=False)


def status_look(glyph: str, *, filled: bool, hollow: bool) -> StatusLook:
    """The look of a status by its pack's glyph.

    Its glyph is an outline where it is `hollow`: for another disease than the pack's own, or
    discontinued. Its frame is one too where it is not `filled`, as where another status of the
    same strategy is less advanced.
    """
    dashed = glyph == NOT_STATED
    return StatusLook(dashed, not filled and not dashed, hollow and glyph not in _LINES)


def mark_look(mark: Mark) -> StatusLook:
    """The look of a status that is said."""
    return status_look(mark.glyph, filled=mark.filled, hollow=mark.hollow)


def glyph_role(glyph: str) -> str:
    """The colour of a status's glyph where it stands in a line of a list."""
    return "ink-muted" if glyph == NOT_STATED else "accent-text"


def is_line(glyph: str) -> bool:
    """Whether a status's glyph is a line even where it is filled."""
    return glyph in _LINES
