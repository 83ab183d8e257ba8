"""The inspector and everything that tells of one strategy in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nanoexplorer.words import common
from nanoexplorer.words.common import listed
from nanoexplorer.words.language import Forms

if TYPE_CHECKING:
    from collections.abc import Sequence

INSPECTOR_EMPTY = (
    "Select a strategy to see why it is here, what the sources say, and where it stands."
)
BEGIN = "Where to begin"
BEGIN_CLOSE = "Close this page"
BEGIN_CLOSE_TIP = "Close this page for good; Menu → Help → Where to begin brings it back"
BEGIN_CASE = "Pick a case"
BEGIN_CASES = Forms("{number} case, with an objective", "{number} cases, each with an objective")
BEGIN_PROFILE = "Set a profile"
BEGIN_FIELDS = "{fields}: at the left"
BEGIN_SEMINAR = "Give a seminar"
BEGIN_SEMINAR_HOW = "The room predicts, then you reveal"
INSPECTOR_FOLD = "Fold the details away: {name}"
INSPECTOR_UNFOLD = "Details: {name}"
WHY = {
    "matches": "Why it is named for this profile",
    "against": "What speaks against it for this profile",
    "open": "What it depends on",
    "no-match": "Why not for this profile",
    "any-profile": "Independent of the profile",
}
WHY_ANY_PROFILE = "The sources tie it to no field of the profile."
AGAINST_IS = "a reason against is {asked}"
STATED_IN = "stated in “{section}”"
READ_IN = "our interpretation of “{section}”"
IF_KNOWN = "If it were known"
NEAREST = "Nearest profile that the source names it for"
NEAREST_LINE = "{change}, all else as it is"
NEAREST_OPEN = "Show this profile"
STANDS = "Where it stands"
SAYS = "What the sources say"
APPROVALS = "Approvals (from notes, not from the sources)"
NOTES = "Notes of this pack, not of the sources"
CHECKS = "Citation checks"
REFERENCES = "References"
REPORT = "report an error"
SEEN_IN = "in {models}"
ERROR_REPORT = """\
Error in a statement of {name}
App {app}, pack {pack}
Statement: {statement}
It says: {text}
It gives as its source: {where}
What is wrong, and where the source says otherwise: """


def models(ids: Sequence[str]) -> str:
    """In what something was seen, if the source says: *in animals and cells*."""
    words = [common.MODEL[id_] for id_ in ids if common.MODEL[id_]]
    return SEEN_IN.format(models=listed(words)) if words else ""


def approval_line(agency: str, product: str, indication: str, year: int | None, state: str) -> str:
    """An approval in one line; `state` is told where it no longer stands, `year` where known."""
    when = f", {year}" if year else ""
    ended = f" ({common.STATE[state]})" if state != "approved" else ""
    return f"{agency}: {product}{when}{ended} — {indication}"


def error_report(app: str, pack: str, statement: str, text: str, where: str) -> str:
    """What a reader sends who has found a mistake; there is nothing in it but the statement."""
    return ERROR_REPORT.format(
        name=common.APP, app=app, pack=pack, statement=statement, text=text, where=where
    )


REMARKED = "remarks"
NOTHING_FOUND = "Nothing here is found by this search."
NOTHING_THERE = "This pack has nothing of this kind."
