"""Written with bibtexparser, read back with pybtex: two that share no code."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import BibliographyData, Entry, Person
from pybtex.database.input.bibtex import Parser

from nanoexplorer.core.evidence import Author, Reference
from nanoexplorer.documents.citations import dump
from nanoexplorer.documents.citations.bibtex import TYPES
from nanoexplorer.documents.citations.plain import initials_apart, one_line
from nanoexplorer.pack.references import REFERENCE_TYPES
from tests.documents.citations.examples import (
    ARTICLE,
    LABEL,
    THESIS,
    UNTITLED,
    any_reference,
    bundled,
)

SIGNS = {
    "\\textbackslash{}": "\\",
    "\\textbraceleft{}": "{",
    "\\textbraceright{}": "}",
    "\\textasciitilde{}": "~",
    "\\textasciicircum{}": "^",
    **{f"\\{sign}": sign for sign in "&%$#_"},
}
COMMAND = re.compile("|".join(map(re.escape, SIGNS)))


def read(text: str) -> BibliographyData:
    data: BibliographyData = Parser().parse_string(text)
    return data


def plain(text: str) -> str:
    return COMMAND.sub(lambda found: SIGNS[found[0]], text)


def title(entry: Entry) -> str:
    written = str(entry.fields.get("title", "{}"))
    assert written[0] + written[-1] == "{}"
    return plain(written[1:-1])


def name(person: Person) -> str:
    family = " ".join(person.prelast_names + person.last_names)
    given_names = " ".join(person.first_names + person.middle_names)
    return ", ".join(part for part in (family, given_names) if part)


def test_an_article_is_written_field_by_field() -> None:
    assert dump([ARTICLE], "bibtex").splitlines() == [
        "@article{rev-60,",
        " author = {Diehl, C. D. and Grosu, A.-L. and others},",
        " title = {{Opportunities of carriers: where do they stand?}},",
        " journal = {J Made Up Sci},",
        " year = {2023},",
        " volume = {15},",
        " number = {14},",
        " pages = {3670--3682},",
        " doi = {10.9999/made.up_15-14}",
        "}",
    ]


def test_a_thesis_is_not_claimed_to_be_a_doctorate() -> None:
    (entry,) = read(dump([THESIS], "bibtex")).entries.values()
    assert entry.type == "phdthesis"
    assert entry.fields["type"] == "Thesis"
    assert entry.fields["school"] == "University of Somewhere"


def test_a_body_stays_one_author_and_an_address_is_not_escaped() -> None:
    (entry,) = read(dump([LABEL], "bibtex")).entries.values()
    assert [name(person) for person in entry.persons["author"]] == [
        "{Food and Drug Administration}"
    ]
    assert entry.fields["url"] == LABEL.url


def test_signs_that_mean_something_to_latex_are_escaped() -> None:
    signs = r"50 % of A_B & #1 cost $2 {~} x^2 \LaTeX"
    text = dump([UNTITLED._replace(title=signs)], "bibtex")
    assert r"50 \% of A\_B \& \#1 cost \$2 \textbraceleft{}" in text
    assert title(read(text).entries["x"]) == signs


def test_a_name_with_a_comma_or_an_and_is_not_split() -> None:
    people = (Author("Smith, Jones", "A", ""), Author("Salt and Pepper", "B", ""))
    text = dump([ARTICLE._replace(authors=people, et_al=False)], "bibtex")
    (entry,) = read(text).entries.values()
    written = [name(person) for person in entry.persons["author"]]
    assert written == ["{Smith, Jones}, A.", "{Salt and Pepper}, B."]


def test_two_with_one_key_are_refused() -> None:
    with pytest.raises(ValueError, match=r"rev-60"):
        dump([ARTICLE, ARTICLE], "bibtex")


def test_every_type_that_a_pack_may_use_has_one_in_bibtex() -> None:
    assert set(TYPES) == set(REFERENCE_TYPES)


def test_the_bundled_list_is_read_back_by_another_library() -> None:
    references = bundled()
    entries = read(dump(references, "bibtex")).entries
    assert list(entries) == [reference.id for reference in references]
    for reference, entry in zip(references, entries.values(), strict=True):
        people = [name(person) for person in entry.persons.get("author", [])]
        expected = [
            a.literal or f"{a.family}, {initials_apart(a.given)}" for a in reference.authors
        ]
        assert [plain(p).strip("{}") for p in people] == expected + ["others"] * reference.et_al
        assert title(entry) == reference.title
        assert entry.fields.get("doi", "") == reference.doi
        assert entry.fields.get("year", "None") == str(reference.year)


@given(st.lists(any_reference, min_size=1, max_size=3, unique_by=lambda r: r.id))
def test_whatever_the_text_no_field_ends_its_entry(references: list[Reference]) -> None:
    text = dump(references, "bibtex")
    text.encode()
    entries = read(text).entries
    assert list(entries) == [reference.id for reference in references]
    for reference, entry in zip(references, entries.values(), strict=True):
        assert title(entry) == one_line(reference.title)
        named = [a for a in reference.authors if one_line(a.literal or a.family + a.given)]
        assert len(entry.persons.get("author", ())) == len(named) + bool(named and reference.et_al)
