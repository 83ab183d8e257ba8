"""References to test with: one of each form, the bundled pack's, and any that text can make."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from nanoexplorer.core.evidence import REFERENCE_KINDS, Author, Reference
from nanoexplorer.pack.folder import Folder
from nanoexplorer.pack.problems import Problem
from nanoexplorer.pack.references import REFERENCE_TYPES, read_references

BUNDLED = Path(__file__).parents[3] / "resources/packs/lung-brain-metastases/references.json"

UNTITLED = Reference(
    id="x",
    type="article",
    kind="unclear",
    title="",
    authors=(),
    et_al=False,
    container="",
    volume="",
    issue="",
    page="",
    year=None,
    publisher="",
    doi="",
    url="",
    accessed="",
    remark="",
)
ARTICLE = UNTITLED._replace(
    id="rev-60",
    type="article-journal",
    kind="review",
    title="Opportunities of carriers: where do they stand?",
    authors=(Author("Diehl", "CD", ""), Author("Grosu", "A-L", "")),
    et_al=True,
    container="J Made Up Sci",
    volume="15",
    issue="14",
    page="3670–3682",
    year=2023,
    doi="10.9999/made.up_15-14",
)
CHAPTER = UNTITLED._replace(
    id="rev-37",
    type="chapter",
    kind="book-chapter",
    title="History of a disorder",
    authors=(Author("Yılmaz", "Ü", ""),),
    container="Handbook of Disorders",
    page="1–32",
    year=2021,
    publisher="Springer & Sons",
)
THESIS = UNTITLED._replace(
    id="rev-41",
    type="thesis",
    kind="thesis",
    title="Imaging of tumours",
    authors=(Author("Kudari", "CS", ""),),
    year=2020,
    publisher="University of Somewhere",
)
TITLE_ALONE = UNTITLED._replace(id="overview", title="Overview of trials of particles")
LABEL = UNTITLED._replace(
    id="note-label-2019",
    type="webpage",
    kind="label",
    title="Prescribing information of a liposome",
    authors=(Author("", "", "Food and Drug Administration"),),
    year=2019,
    url="https://example.org/label?id=1&part=2",
    accessed="2024-05-31",
    remark="Section 1.",
)
EXAMPLES = (ARTICLE, CHAPTER, THESIS, TITLE_ALONE, LABEL)


def bundled() -> tuple[Reference, ...]:
    """The bundled pack's references; its problems are the pack's own test."""
    problems: list[Problem] = []
    return read_references(Folder(BUNDLED.parent), problems)


_NASTY = (
    "\nTY  - JOUR",
    "\r\nER  - ",
    "\u2028AU  - X",
    "\x85ER  -",
    "}\n}\n@book{b,",
    "{",
    "\\",
    "\\}",
    "100% & $_#~^",
    " and others and ",
    ", ",
    '"',
    "@",
    "–",
    "\x00",
    "\ud800",
    "Łódź β 鼠",
)
nasty = st.lists(st.text(max_size=8) | st.sampled_from(_NASTY), max_size=4).map("".join)
_authors = st.builds(Author, nasty, nasty, st.just("")) | st.builds(
    Author, st.just(""), st.just(""), nasty
)
any_reference = st.builds(
    Reference,
    id=st.from_regex(r"[a-z]{1,3}-[0-9]{1,3}", fullmatch=True),
    type=st.sampled_from((*REFERENCE_TYPES, "song")),
    kind=st.sampled_from(REFERENCE_KINDS),
    title=nasty,
    authors=st.lists(_authors, max_size=3).map(tuple),
    et_al=st.booleans(),
    container=nasty,
    volume=nasty,
    issue=nasty,
    page=nasty,
    year=st.none() | st.integers(1500, 2100),
    publisher=nasty,
    doi=nasty,
    url=nasty,
    accessed=nasty,
    remark=nasty,
    pmid=st.just("") | st.integers(1, 10**8).map(str),
    more=st.just(""),
)
