"""References and their chart of kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nanoexplorer.words import common
from nanoexplorer.words.common import counted
from nanoexplorer.words.language import Forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

CHECK = "Citation check: {text}"
CHECKED = (
    "{number} of {of} statements that cite it have a citation check, judged by title and venue "
    "alone."
)
ATTACHED = {"passage": "for the passage", "sentence": "for the sentence"}
"""How a reference attaches to a statement."""
ALL_IN = "all in “{section}”"
FACTS = {
    "short": "Short form",
    "doi": "DOI",
    "address": "Address",
    "kind": "Kind",
    "checks": "Checks",
}
CHECKS_OF = Forms("{checked} of {number} statement", "{checked} of {number} statements")
JUDGED = " — judged by title and venue alone"
BACK = "← Back to {view}"
BACK_TIP = "Back to where the reference was followed ({keys})"
NUMBER = "Reference {number} of {called}"
A_SOURCE = "{called}, a source of this pack"
OF_A_NOTE = "Reference of a note"
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
FACTS_NAME = "What the reference is"
IN_FULL = "What cites the reference"
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
WITH_CHECK = "With a check only"
WITH_CHECK_TIP = (
    "Only references with a citation check: a remark on how title and venue fit what cites them"
)
MORE_FILTERS = "Filters"
OF_SELECTED = "Selected strategy only"
OF_SELECTED_TIP = "Only the references that the inspector lists for the strategy"
SAVE_TITLE = "Save the references that are listed"
FILE_NAME = "references.ris"
COPY_FORMATS = {"text": "Text", "ris": "RIS", "bibtex": "BibTeX", "csl": "CSL-JSON"}
COPY_TIP = "Copy the references that are listed as {format}"
FILES = (
    "RIS (*.ris);;BibTeX (*.bib);;CSL-JSON (*.json);;Text (*.txt)"  # what the file dialog offers
)
SAVED = "{count} saved to {path}"
REST_NOT_SHOWN = "and {count} more"
OF_PACK = Forms("{number} reference of this pack", "{number} references of this pack")
SHOWN_OF = "{shown} of {whole}"
OF_NOTES = "{number} of notes"
SOURCES = Forms("{number} source", "{number} sources")
COPY_AS = "copy as"
COPY = "Copy"
COPY_MENU_TIP = "Copy or save the references that are listed"
CITED_BY_NONE = "Cited by no statement"
CITED_BY = Forms("Cited by {number} statement", "Cited by {number} statements")
USED_IN = Forms("Used in {number} note of this pack", "Used in {number} notes of this pack")
SOURCE_ITSELF = "the source itself, no reference given"
PUBLICATIONS = Forms("{number} publication", "{number} publications")
CITED_FOR_STRATEGIES = Forms(
    "{number} publication cited for strategies", "{number} publications cited for strategies"
)
OF_THEM_REVIEWS = Forms("{number} of them is a review", "{number} of them are reviews")
NOTHING_CITED = "nothing cited"
NO_REVIEWS = Forms("no review", "none of {number} is a review")
ALL_REVIEWS = Forms("1 review", "all {number} are reviews")
REVIEWS_OF = Forms("{number} of {of} is a review", "{number} of {of} are reviews")


def listed(shown: int, of: int) -> str:
    """How many references are listed: *170 references*, or *12 of 170 references*."""
    whole = counted(of, common.REFERENCES)
    return whole if shown == of else SHOWN_OF.format(shown=shown, whole=whole)


def references_counted(shown: int, of: int, whose: str) -> str:
    """How many references are listed: *172 references of this pack (134 of the review, …)*, or
    *12 of 172 references of this pack*.
    """
    whole = counted(of, OF_PACK)
    return f"{whole} ({whose})" if shown == of else SHOWN_OF.format(shown=shown, whole=whole)


def whose(lists: Mapping[str, int], added: int, sources: int) -> str:
    """Whose references there are: *134 of the review, 36 of notes, 2 sources*."""
    said = [SHOWN_OF.format(shown=number, whole=called) for called, number in lists.items()]
    said += [OF_NOTES.format(number=added)] if added else []
    said += [counted(sources, SOURCES)] if sources else []
    return ", ".join(said)


def checked(checks: Sequence[str], statements: int) -> str:
    """What is remarked on the fit of a reference: one check in full, several counted."""
    if len(checks) > 1:
        return CHECKED.format(number=len(checks), of=statements)
    return CHECK.format(text=checks[0]) if checks else ""


def cited_by(count: int) -> str:
    """The heading over the statements that cite a reference."""
    return counted(count, CITED_BY) if count else CITED_BY_NONE


KIND_LIST = "What kinds of publication stand behind each strategy"
KIND_LIST_HELP = (
    "Each bar counts the publications that the statements on a strategy cite, each once, by kind. "
    "Walk with the arrow keys; the strategy is selected everywhere."
)
KIND_AXIS = "publications cited"


def kind_shown(kind: str) -> str:
    """A kind of publication, that of the source itself among them."""
    return common.REFERENCE_KIND.get(kind, SOURCE_ITSELF)


def kinds_title(publications: int, reviews: int) -> str:
    """The finding over the bars; the sources themselves are not counted."""
    whole = counted(publications, CITED_FOR_STRATEGIES)
    return f"{whole}, {counted(reviews, OF_THEM_REVIEWS)}"


def behind_end(publications: int, reviews: int) -> str:
    """What stands at the end of a bar; the source itself is not counted."""
    if not publications:
        return NOTHING_CITED
    if reviews and reviews != publications:
        return counted(reviews, REVIEWS_OF, of=publications)
    return counted(publications, ALL_REVIEWS if reviews else NO_REVIEWS)


def behind_line(name: str, publications: int, kinds: Iterable[tuple[str, int]]) -> str:
    """A bar in words: *Dendrimers: 3 publications (3 review)*."""
    parts = "; ".join(f"{count} {kind_shown(kind)}" for kind, count in kinds if count)
    whole = counted(publications, PUBLICATIONS)
    return f"{name}: {whole} ({parts})" if parts else f"{name}: {whole}"
