from __future__ import annotations

import pytest

from nanoexplorer.core.evidence import GlossaryEntry
from nanoexplorer.core.terms import Terms, glossary_hits
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from tests.packs import mini_pack


def entry(term: str, expansion: str = "", *also: str) -> GlossaryEntry:
    return GlossaryEntry(term.casefold(), term, expansion, f"What {term} means.", also)


GLOSSARY = (
    entry("CT", "computed tomography"),
    entry("BBB", "blood–brain barrier", "blood-brain barrier"),
    entry("ligand"),
    entry("gold particle", "", "ligand"),
    entry("particle"),
    entry("antibody"),
    entry("TKI", "", "osimertinib"),
    entry("PD-1"),
    entry("PD-L1"),
)


def found(text: str) -> list[tuple[str, str]]:
    """What is found in a text, and of which term."""
    return [(text[f.start : f.end], f.entry.term) for f in Terms(GLOSSARY).find(text)]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("by CT.", [("CT", "CT")]),
        ("It acts; CTs; an act; Ct; CTX", [("CTs", "CT")]),
        ("Computed tomography", [("Computed tomography", "CT")]),
        ("the blood–brain barrier", [("blood–brain barrier", "BBB")]),
        ("the blood-brain barrier", [("blood-brain barrier", "BBB")]),
        (
            "a Gold particle and particles",
            [("Gold particle", "gold particle"), ("particles", "particle")],
        ),
        ("Antibodies", [("Antibodies", "antibody")]),
        ("Osimertinib", [("Osimertinib", "TKI")]),
        ("PD-L1 and PD-1", [("PD-L1", "PD-L1"), ("PD-1", "PD-1")]),
        ("PD-10, subparticle, particle_1", []),
        ("particle, Particles, particle", [("particle", "particle")]),
        ("", []),
    ],
)
def test_terms_are_found_as_whole_words_once_the_longest_first(
    text: str, terms: list[tuple[str, str]]
) -> None:
    assert found(text) == terms


def test_a_form_belongs_to_the_entry_whose_term_it_is() -> None:
    (hit,) = Terms(GLOSSARY).find("a ligand")
    assert (hit.entry.term, hit.named) == ("ligand", True)


def test_what_is_only_related_is_told_apart() -> None:
    (hit,) = Terms(GLOSSARY).find("osimertinib")
    assert not hit.named


def test_the_bundled_glossary_finds_each_of_its_terms() -> None:
    glossary = load_pack(bundled_pack()).glossary
    terms = Terms(glossary)
    lost = [e.term for e in glossary if e.id not in {f.entry.id for f in terms.find(e.term)}]
    assert lost == ["CXCR4 and CXCR7"] or lost == []


def test_a_search_of_the_glossary_has_terms_that_begin_with_it_first() -> None:
    pack = mini_pack()
    assert [e.term for e in glossary_hits(pack.glossary, "")] == ["crema", "DWG"]
    assert [e.term for e in glossary_hits(pack.glossary, "GLASS  within")] == ["DWG"]
    assert glossary_hits(pack.glossary, "no such word") == ()


def test_a_definition_is_searched_after_the_terms() -> None:
    pack = load_pack(bundled_pack())
    hits = [e.term for e in glossary_hits(pack.glossary, "lipo")]
    assert hits[0] == "liposome"
    assert len(hits) > 1
