"""References and their chart of kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nanoexplorer.strings import REFERENCE_KIND, counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NUMBER = "Reference {number}"
PAGES = {"list": "List", "behind": "What stands behind"}
PAGES_NAME = "How the references are shown"
COLUMNS = {
    "number": "No.",
    "author": "First author",
    "year": "Year",
    "title": "Title",
    "venue": "Venue",
    "kind": "Kind",
    "doi": "DOI",
    "cited": "Cited by",
    "checks": "Checks",
}
COLUMN_TIPS = {
    "cited": "How many statements cite it",
    "checks": "Citation checks: remarks on how its title and venue fit what cites it",
}
TABLE = "References"
TABLE_HELP = (
    "A table to sort by its columns; the reference that is chosen is shown in full beside it."
)
IN_FULL = "The reference in full"
NONE = "No reference is left by this filter."
FILTER = "Filter by author, title…"
FILTER_NAME = "Filter the references by author, title, venue, year or DOI"
SORT_NAME = "Sorted by"
SORT = {
    "number": "By number",
    "author": "By first author",
    "year": "By year",
    "title": "By title",
    "venue": "By venue",
    "kind": "By kind",
    "doi": "By DOI",
    "cited": "By citations",
    "checks": "By checks",
}
ANY_KIND = "Any kind"
KIND_NAME = "Kind of publication"
OF_SELECTED = "Selected strategy only"
OF_SELECTED_TIP = "Only the references that the inspector lists for the strategy"
SAVE = "Save as…"
SAVE_TITLE = "Save the references that are listed"
FILE_NAME = "references.ris"
COPY_FORMATS = {"text": "Text", "ris": "RIS", "bibtex": "BibTeX", "csl": "CSL-JSON"}
COPY_TIP = "Copy the references that are listed as {format}"
FILES = (
    "RIS (*.ris);;BibTeX (*.bib);;CSL-JSON (*.json);;Text (*.txt)"  # what the file dialog offers
)
SAVED = "{count} saved to {path}"
NOT_SAVED = "{path} can’t be written: {why}."
NO_FORMAT = "“{name}” names no format; allowed: {allowed}."
REST_NOT_SHOWN = "and {count} more"
ABOUT = "On "


def references_counted(shown: int, of: int, whose: str) -> str:
    """How many references are listed: *172 references of this pack (134 of the review, …)*, or
    *12 of 172 references of this pack*."""
    whole = f"{counted(of, 'reference', 'references')} of this pack"
    return f"{whole} ({whose})" if shown == of else f"{shown} of {whole}"


def whose(lists: Mapping[str, int], added: int, sources: int) -> str:
    """Whose references there are: *134 of the review, 36 of notes, 2 sources*."""
    said = [f"{number} of {called}" for called, number in lists.items()]
    said += [f"{added} of notes"] if added else []
    said += [counted(sources, "source", "sources")] if sources else []
    return ", ".join(said)


def saved_counted(count: int) -> str:
    return counted(count, "reference", "references")


def copy_counted(count: int) -> str:
    return f"Copy {counted(count, 'reference', 'references')} as"


def cited_by(count: int) -> str:
    """The heading over the statements that cite a reference."""
    if not count:
        return "Cited by no statement"
    return f"Cited by {counted(count, 'statement', 'statements')}"


KIND_SHOWN = {**REFERENCE_KIND, "source-itself": "the source itself, no reference given"}
KIND_LIST = "What kinds of publication stand behind each strategy"
KIND_LIST_HELP = (
    "Each bar counts the publications that the statements on a strategy cite, each once, by kind. "
    "Walk with the arrow keys; the strategy is selected everywhere."
)
KIND_AXIS = "publications cited"


def kinds_title(publications: int, reviews: int) -> str:
    """The finding over the bars; the sources themselves are not counted."""
    whole = counted(publications, "publication", "publications")
    verb = "is a review" if reviews == 1 else "are reviews"
    return f"{whole} cited for strategies, {reviews} of them {verb}"


def behind_end(publications: int, reviews: int) -> str:
    """What stands at the end of a bar; the source itself is not counted."""
    if not publications:
        return "nothing cited"
    if not reviews:
        return f"none of {publications} is a review" if publications > 1 else "no review"
    if reviews == publications:
        return f"all {reviews} are reviews" if reviews > 1 else "1 review"
    return f"{reviews} of {publications} {'is a review' if reviews == 1 else 'are reviews'}"


def behind_line(name: str, publications: int, kinds: Iterable[tuple[str, int]]) -> str:
    """A bar in words: *Dendrimers: 3 publications (3 review)*."""
    parts = "; ".join(f"{count} {KIND_SHOWN[kind]}" for kind, count in kinds if count)
    whole = counted(publications, "publication", "publications")
    return f"{name}: {whole} ({parts})" if parts else f"{name}: {whole}"
