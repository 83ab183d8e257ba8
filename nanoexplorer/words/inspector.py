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
WHY = {
    "matches": "Why it is named for this profile",
    "against": "What speaks against it for this profile",
    "open": "What it depends on",
    "no-match": "Why not for this profile",
    "any-profile": "Independent of the profile",
}
TABS = {
    "why": "Why",
    "status": "Status",
    "evidence": "Evidence",
    "notes": "Notes",
    "references": "References",
}
TAB_TIPS = {
    "why": "Why it stands in its group for this profile, and what would change that",
    "status": "How far the sources say it is, for which disease, and what disputes it",
    "evidence": "Everything that the sources say of it",
    "notes": "What this pack adds, which is not of the sources",
    "references": "Everything that is cited here",
}
TAB_TIP = "{what} ({keys})"
TAB_COUNTED = "{tab} {count}"
SUMMARY = "What the status is for, and what notes do to it"
TABS_NAME = "Parts of what is told of the strategy"
STATUS_FOR = "{status} for {scope}"
NO_APPROVAL = (
    "The sources state no approval of it. That is not to say that there is none: only what they "
    "state is shown."
)
STRIP = Forms("{notes}; it does not contradict the status", "{notes}; none contradicts the status")
MORE_NOTES = Forms("{number} more note", "{number} more notes")
STATEMENT = "Statement"
SECTION = "Section"
REFERENCE = "Reference"
NOT_HEDGED = "{basis}, without a reservation"
HEDGED = "{basis}, with the reservation “{hedge}”"
STATED_BY = "stated by {source}"
READ_BY = "{whose} of what {source} says"
CITED_FOR = {
    "sentence": "{kinds}; cited for the sentence",
    "passage": "{kinds}; cited for the passage",
}
KINDS = {
    "guideline": Forms("a guideline", "{number} guidelines"),
    "review": Forms("a review", "{number} reviews"),
    "primary-clinical": Forms("a primary clinical study", "{number} primary clinical studies"),
    "primary-preclinical": Forms(
        "a primary preclinical study", "{number} primary preclinical studies"
    ),
    "book-chapter": Forms("a book chapter", "{number} book chapters"),
    "thesis": Forms("a thesis", "{number} theses"),
    "label": Forms("a product label", "{number} product labels"),
    "unclear": Forms("a publication of unclear kind", "{number} publications of unclear kind"),
}
APART = "tied to a condition that this profile does not meet"
NOT_ASKED = "Conditions that are not asked here"
NAMED_FOR = "Named for"
AGAINST = "Against"
OTHERS = "Also compared with the profile"
IF_DIFFERENT = "If {field} were different"
WOULD_BE = {
    "matches": "The sources name it",
    "against": "Reasons against are met",
    "open": "Open",
    "no-match": "Named for other profiles",
    "any-profile": "Independent of the profile",
}
NO_OTHER = "No other value of the profile changes this answer."
NO_VALUE = "No one value of the profile changes this answer."
WHY_ANY_PROFILE = "The sources tie it to no field of the profile."
AGAINST_IS = "a reason against is {asked}"
STATED_IN = "stated in “{section}”"
READ_IN = "{whose} of “{section}”"
IF_KNOWN = "If {field} were known"
NEAREST = "Nearest profile that the source names it for"
NEAREST_LINE = "{change}, all else as it is"
NEAREST_OPEN = "Show this profile"
STANDS = "Where it stands"
SAYS = "What the sources say"
APPROVALS = "Approvals (from notes, not from the sources)"
DISPUTES = "Notes of this pack that dispute the status"
NOTES = "Notes of this pack, not of the sources"
NO_NOTES = "This pack adds no note to it."
CHECKS = "Citation checks"
CHECKS_FOLDED = Forms("{number} check", "{number} checks")
CHECK_LINE = "{checks}: {said}…"
REFERENCES = "References"
MORE = "···"
MORE_TIP = "Copy this statement, or report an error in it"
COPY_STATEMENT = "Copy this statement with its place"
COPIED_STATEMENT = "{text}\n{where}"
REPORT = "Report an error…"
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


def cited_for(kinds: Sequence[str], marker: str) -> str:
    """What is cited, and for how much: *2 reviews and a thesis; cited for the sentence*."""
    numbers = {kind: kinds.count(kind) for kind in kinds}
    said = listed([common.counted(number, KINDS[kind]) for kind, number in numbers.items()])
    return CITED_FOR[marker].format(kinds=said)


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


NOTHING_FOUND = "Nothing here is found by this search."
NOTHING_THERE = "This pack has nothing of this kind."
