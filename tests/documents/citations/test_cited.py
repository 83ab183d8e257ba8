"""A claim's references in words: by author and year with the number, or by number alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nanoexplorer.core.evidence import Author, Reference
from nanoexplorer.core.pack import Pack
from nanoexplorer.documents import links
from nanoexplorer.documents.blocks import plain
from nanoexplorer.documents.citations.cited import MOST_NAMED, by_name, cited, hover, label, named
from nanoexplorer.words import common
from nanoexplorer.words import references as words
from tests.documents.citations.examples import UNTITLED
from tests.packs import mini_pack


def _reference(id_: str, family: str, year: int) -> Reference:
    return UNTITLED._replace(id=id_, authors=(Author(family, "A", ""),), year=year)


def _pack(*references: Reference) -> Pack:
    pack = mini_pack()
    itself = {source.reference for source in pack.sources}
    kept = [reference for reference in pack.references if reference.id in itself]
    return replace(pack, references=(*kept, *references))


LIST = _pack(
    *(_reference(f"rev-{n}", f"Author{n}", 2000 + n) for n in range(1, 10)),
    _reference("note-label", "Agency", 2020),
    UNTITLED._replace(id="rev-12", title="A guide to many things of the world", year=None),
)
TWO_LISTS = _pack(*LIST.references[2:], _reference("lee-2", "Other", 2019))


@pytest.mark.parametrize(
    ("references", "said"),
    [
        ((), ""),
        (("rev-7",), "Author7 2007 [7]"),
        (("rev-3", "rev-1", "rev-2"), "Author1 2001, Author2 2002, Author3 2003 [1–3]"),
        (("rev-7", "rev-7"), "Author7 2007 [7]"),
        (("note-label",), "Agency 2020"),
        (("note-label", "rev-7"), "Author7 2007 [7]; Agency 2020"),
        (("rev-12",), "A guide to… [12]"),
    ],
)
def test_references_are_named_in_the_order_of_their_numbers(
    references: tuple[str, ...], said: str
) -> None:
    assert by_name(LIST, references) == said


def test_a_source_itself_goes_by_what_it_is_called() -> None:
    source = LIST.sources[0]
    assert by_name(LIST, [source.reference]) == source.called
    assert by_name(LIST, [source.reference, "rev-4"]) == f"Author4 2004 [4]; {source.called}"


def test_beyond_the_limit_the_others_are_counted_and_every_number_stays() -> None:
    said = by_name(LIST, [f"rev-{n}" for n in range(1, MOST_NAMED + 3)])
    assert said == "Author1 2001, Author2 2002, Author3 2003 and 2 more [1–5]"


def test_a_name_is_said_once_where_an_author_published_twice_in_a_year() -> None:
    twice = _pack(_reference("rev-1", "Wu", 2024), _reference("rev-2", "Wu", 2024))
    assert by_name(twice, ["rev-1", "rev-2"]) == "Wu 2024 [1, 2]"


def test_of_two_lists_each_number_says_of_which_it_is() -> None:
    ids = ["rev-2", "lee-2", "rev-4", "rev-3"]
    said = "Other 2019, Author2 2002, Author3 2003 and 1 more [Lee 2, Rev 2–4]"
    assert by_name(TWO_LISTS, ids) == said
    assert cited(TWO_LISTS, ids) == "refs Lee 2, Rev 2–4"
    assert label(TWO_LISTS, "rev-2") == "Rev 2"
    assert label(LIST, "rev-2") == "2"


def test_each_name_leads_to_its_reference_and_tells_of_it() -> None:
    found = named(LIST, ["rev-3", "rev-1", "note-label"])
    assert plain(found) == by_name(LIST, ["rev-3", "rev-1", "note-label"])
    leading = {part.text: part for part in found if part.to}
    assert {text: part.to for text, part in leading.items()} == {
        "Author1 2001": f"{links.REFERENCE}rev-1",
        "Author3 2003": f"{links.REFERENCE}rev-3",
        "Agency 2020": f"{links.REFERENCE}note-label",
    }
    for part in leading.values():
        assert part.tip == hover(LIST, part.to.removeprefix(links.REFERENCE))
    assert named(LIST, ["rev-7"])[0].text == "Author7 2007 [7]"


def test_what_is_told_of_a_reference_is_all_that_one_asks_first() -> None:
    pack = mini_pack()
    checked = pack.citation_checks[0]
    told = hover(pack, checked.reference)
    reference = pack.reference[checked.reference]
    for part in (reference.title, reference.container, checked.text):
        assert part in told
    assert common.REFERENCE_KIND[reference.kind] in told


def test_authors_and_year_come_first_and_many_authors_are_cut() -> None:
    many = _reference("rev-1", "Wu", 2024)._replace(
        authors=tuple(Author(f"Author{n}", "A", "") for n in range(9))
    )
    [first, *_] = hover(_pack(many), "rev-1").splitlines()
    assert first == "Author0 A, Author1 A, Author2 A, et al 2024"


def test_several_checks_are_counted() -> None:
    check = LIST.citation_checks[0]._replace(reference="rev-5")
    twice = replace(LIST, citation_checks=(check, check._replace(id="another")))
    assert words.checked([check.text] * 2, 0) in hover(twice, "rev-5")
    assert check.text not in hover(twice, "rev-5")
