"""Words of tables and records that leave the app."""

from __future__ import annotations

COLUMNS = {
    "kind": "Kind",
    "group": "Group",
    "strategy": "Strategy",
    "verdict": "Verdict",
    "reasons": "Why",
    "status": "Status",
    "status_stands": "Where the status stands",
    "disputed": "Disputed by a note",
    "label_in_source": "Label in the source",
    "scope": "Scope of the status",
    "carrier": "Carrier",
    "purpose": "Purpose",
    "barrier_routes": "Barrier routes",
    "drugs": "Drugs carried or given",
    "references": "References",
    "part": "Part",
    "aspect": "Aspect",
    "text": "What it says",
    "section": "Section",
    "source": "Source",
    "disease": "Disease",
    "seen_in": "Seen in",
    "row": "Row",
    "column": "Column",
    "statements": "Statements",
    "strategies": "Strategies",
    "other_profiles_only": "For other profiles or against only",
    "here": "This profile",
    "profile_of_cell": "Profile of the cell",
    "named": "Named",
    "named_strategies": "Strategies named",
    "open": "Open",
    "open_strategies": "Strategies that an unknown value decides",
    "route": "Barrier route",
    "change": "Change",
    "first_verdict": "Verdict, first profile",
    "second_verdict": "Verdict, second profile",
    "difference": "What made the difference",
    "number": "No.",
    "authors": "Authors",
    "year": "Year",
    "title": "Title",
    "venue": "Venue",
    "volume": "Volume",
    "issue": "Issue",
    "pages": "Pages",
    "doi": "DOI",
    "cited_by": "Statements that cite it",
    "checks": "Citation checks",
    "measure": "Measure",
    "value": "Value",
    "unit": "Unit",
    "population": "Population",
    "tension": "Tension",
    "remark": "Remark",
    "topic": "Topic",
}
"""Heads of the columns of tables; the keys are those of the records in JSON."""


def disputed(status: str, note: str) -> str:
    """A status that a note disputes, and the note."""
    return f"{status}: {note}"


PROVENANCE_COLUMNS = {
    "profile": "Profile",
    "second_profile": "Second profile",
    "case_code": "Case code",
    "second_case_code": "Second case code",
    "pack": "Pack",
    "sources": "Sources",
    "disclaimer": "Disclaimer",
}
YES = "yes"
NO = "no"
PART = {
    "why": "Why",
    "stands": "Where it stands",
    "says": "What the sources say",
    "approval": "Approval (a note, not from the sources)",
    "note": "Note of this pack, not of the sources",
    "check": "Citation check",
}
TENSION_NONE = "none"
ET_AL = "et al"
SHEET_CARD = "Strategy"
"""The sheet of what is no tab; the others are called as their tabs are."""
SHEET_ABOUT = "About"
BIBTEX_HEAD = "{disclaimer} {title}; {profile}; case code {code}; nanoexplorer, pack {pack}."
