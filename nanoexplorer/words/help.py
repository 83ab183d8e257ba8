"""Words around the help: the glossary with the terms that are ours, and the page for teachers."""

from __future__ import annotations

HELP = "Help"
TEACHERS = "For teachers"
TEACHERS_TEXT = "Help for teachers"
CURATORS = "Your own review"
CURATORS_TEXT = "How to make a pack"
CURATORS_PAGE = "curators.md"
TEACHERS_PAGE = "teachers.md"
"""The file of the page, in resources/help; a language may have one of its own."""
PAGE_MISSING = (
    "A page of the help is missing: {file} can’t be read. Please install nanoexplorer again."
)

READING = "How to read this"
READING_TIP = "What groups, statuses and marks mean"
GROUPS_READ = "Five groups"
STATUSES_READ = "Evidence statuses, as each source states them"
MARKS_READ = "Marks beside them"
GROUP_SAID = {
    "matches": "",
    "against": "whatever else is met",
    "open": "",
    "no-match": "each with its because",
    "any-profile": "no condition for it is stated",
}
"""What is said of a group beside its heading, in a few words."""
MARK_SAID = {
    "note": "other publications add something",
    "disputed": "a note contradicts the status",
    "interpretation": "not stated as such by a source",
    "hollow": "for another disease, or discontinued",
}
INTERPRETATION_SIGN = "i"
GLOSSARY = "Glossary"
SEARCH = "Search terms and explanations…"
SEARCH_NAME = "Search in the glossary"
LIST = "Terms"
NONE = "No term is found by this search."
RELATED = "Related: {terms}"
TEXT = "What the term means"
SEE_TERM = "See: {explanation}"

TERM = {
    "matches": "named",
    "against": "against",
    "open": "open",
    "no-match": "other profile",
    "any-profile": "independent",
    "evidence-status": "evidence status",
    "scope": "scope",
    "hollow": "hollow mark",
    "disputed": "disputed",
    "note": "note",
    "interpretation": "our interpretation",
    "statement": "statement",
    "hedge": "hedge",
    "caveat": "caveat",
    "check": "citation check",
    "case": "case",
    "code": "case code",
    "nearest": "nearest profile",
    "pack": "pack",
    "source": "source",
}
MEANS = {
    "matches": (
        "A source names the strategy for a value that this profile has. That is what the source "
        "says, and not advice."
    ),
    "against": (
        "A source names a reason against the strategy, and this profile meets it, whatever else "
        "it meets."
    ),
    "open": (
        "A value that is not known decides: with one value the sources name the strategy, with "
        "another they don’t. Unknown is never taken for negative."
    ),
    "no-match": (
        "The sources name the strategy for other values than this profile has; beside it stands "
        "which. It is not said to have no effect here."
    ),
    "any-profile": (
        "The sources state no condition for the strategy, so no profile makes them name it. A "
        "reason against, where they state one, stands with it. It does not mean that it suits "
        "everybody."
    ),
    "evidence-status": (
        "How far a strategy has come, as its source says: never a judgement of ours, and never "
        "corrected from elsewhere. A source that says nothing of it is given as that."
    ),
    "scope": (
        "The disease that a status is for, as the source gives it. Being approved for one disease "
        "says nothing of another."
    ),
    "hollow": (
        "A status whose sign is an outline is for another disease than this pack is about, or "
        "ended with a product that was discontinued. Beside it stands for which disease."
    ),
    "disputed": (
        "Of a status: a note contradicts it or limits it, as where a label does not name the "
        "disease or a product was discontinued. Marked ≠ beside the status; the note says why."
    ),
    "note": (
        "A remark of the pack’s curators with a reference of its own. It adds something that the "
        "sources do not say, and is never mixed with what they do."
    ),
    "interpretation": (
        "A source’s word, such as “several”, had to be read as a number or as an exclusion. The "
        "source does not state it so; whoever reads it may read it otherwise."
    ),
    "statement": (
        "One claim of one source in the pack’s own words, with the heading of its section and the "
        "references that the source attaches to it."
    ),
    "hedge": "A source’s own reservation, such as “usually” or “typically”, kept where it has one.",
    "caveat": (
        "An unknown value that leaves the verdict as it is, and that a source names as an "
        "exception or as a reason against: worth asking for."
    ),
    "check": (
        "A remark on whether a reference fits the statement that cites it, judged by its title "
        "and venue alone."
    ),
    "case": "A ready-made profile with a learning objective and a teaching point.",
    "code": (
        "A short text that opens this very profile again, on any computer that has the app, "
        "without a network. It holds the values and nothing of a person."
    ),
    "nearest": (
        "For a strategy that is named for other profiles: the profile that differs in the fewest "
        "values and that the sources name it for. A question for a seminar, not a plan."
    ),
    "pack": (
        "The tables that the app shows, distilled from published sources by its curators. It has "
        "a version of its own."
    ),
    "source": "A publication that the pack distils, statement by statement.",
}
"""The app's own words, explained; verdicts by their ids in the code, statuses are the pack's."""


def explanation(term: str, expansion: str, definition: str) -> str:
    """A term of the glossary in a tooltip."""
    head = f"{term} — {expansion}" if expansion else term
    return f"{head}\n{definition}"
