"""One search: what is found, by which words, and what is marked."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nanoexplorer.core.folding import fold, words
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.search import GROUPS, Found, Index, authors_of
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from tests.packs import mini_pack, packs

PACK = load_pack(bundled_pack())
INDEX = Index(PACK)


def found(text: str) -> set[str]:
    return set(Index(mini_pack()).find(text).ids("strategies"))


def counts(hit: Found) -> dict[str, int]:
    return {group: hit.count(group) for group in GROUPS}


@settings(max_examples=100)
@given(packs(), st.text())
def test_search_never_raises_and_marks_stretches_of_the_text(pack: Pack, text: str) -> None:
    index = Index(pack)
    hit = index.find(text)
    for group in GROUPS:
        ids = hit.ids(group)
        assert len(ids) == len(set(ids)) == hit.count(group)
        assert hit.ids(group, 1) == ids[:1]
    assert hit.strategies == frozenset(hit.ids("strategies"))
    last = 0
    for start, end in hit.marks(text):
        assert last <= start < end <= len(text)
        last = end
    for other in index.nearest(text):
        assert index.find(other).everything


@settings(max_examples=100)
@given(packs(), st.text(max_size=3), st.text(max_size=3))
def test_another_word_never_adds_a_hit(pack: Pack, one: str, other: str) -> None:
    index = Index(pack)
    if words(one):
        both = index.find(f"{one} {other}").everything
        assert both & ~index.find(one).everything == 0


@pytest.mark.parametrize("text", ["", " ", "\t\n", "\u00a0", "–", "()"])
def test_a_search_without_a_word_finds_nothing(text: str) -> None:
    assert Index(mini_pack()).find(text).everything == 0


@pytest.mark.parametrize(
    ("text", "strategies"),
    [
        ("CAFE", {"cafe-press"}),
        ("café", {"cafe-press"}),
        ("double-wall", {"double-wall-glass"}),
        ("double\u2013wall", {"double-wall-glass"}),
        ("doublewall", {"double-wall-glass"}),
        ("oat", {"felt-sleeve"}),
        ("caffettiera", {"moka-pot"}),
        ("celik glass", {"double-wall-glass"}),
        ("hosts", {"office-urn", "moka-pot"}),
        ("cat felt", {"felt-sleeve"}),
        ("bialetti", {"moka-pot"}),  # a search word
        ("bialeti", {"moka-pot"}),
        ("caffetiera", {"moka-pot"}),
        ("nothing-like-it", set()),
    ],
)
def test_a_strategy_is_found_by_name_drug_carrier_route_statement_author_and_search_word(
    text: str, strategies: set[str]
) -> None:
    assert found(text) == strategies


@pytest.mark.parametrize(
    ("one", "other"),
    [("Łódź", "lodz"), ("Søren", "soren"), ("Yıldız", "yildiz"), ("Cæsar", "caesar"),
     ("Groß", "gross"), ("Éclair", "eclair"), ("Đuro", "duro"), ("Œuvre", "oeuvre")],
)  # fmt: skip
def test_letters_fold_whichever_way_they_are_typed(one: str, other: str) -> None:
    assert fold(one) == fold(other) == other


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tagrisso", "osimertinib"),
        ("tagriso", "osimertinib"),
        ("Keytruda", "pembrolizumab"),
        ("Alecensa", "alectinib"),
        ("osimertnib", "osimertinib"),
        ("gama knife", "Gamma Knife"),
        ("pdl1", "PD-L1"),
        ("carbon nanotube", "CNT"),
    ],
)
def test_what_was_meant_is_found_first(text: str, name: str) -> None:
    best = PACK.strategy[INDEX.find(text).ids("strategies", 1)[0]]
    written = fold(" ".join((best.name, *best.drugs, *best.also_called)))
    assert fold(name) in written


def test_a_word_of_another_language_finds_its_like() -> None:
    assert {"whole-brain-radiotherapy", "stereotactic-radiosurgery"} <= INDEX.find(
        "radiotherapie"
    ).strategies


def test_an_abbreviation_finds_what_its_expansion_finds_and_back() -> None:
    short, long = INDEX.find("BBB"), INDEX.find("blood-brain barrier")
    assert counts(short) == counts(long)
    assert short.count("statements") > 10
    end = INDEX.find("brain barrier")
    for group in GROUPS:
        assert set(short.ids(group)) <= set(end.ids(group))


def test_what_a_search_word_stands_for_is_marked_and_said() -> None:
    hit = INDEX.find("Tagrisso")
    name = PACK.strategy[hit.ids("strategies", 1)[0]].name
    assert [name[start:end].casefold() for start, end in hit.marks(name)] == ["osimertinib"]
    assert hit.meant == ("osimertinib",)


def test_one_drug_does_not_find_another_of_its_class() -> None:
    for strategy in INDEX.find("Keytruda").ids("strategies"):
        assert "pembrolizumab" in PACK.strategy[strategy].drugs


def test_a_drug_of_a_class_finds_what_the_sources_say_of_the_class() -> None:
    hit = INDEX.find("dexamethasone")
    assert hit.ids("strategies") == ("corticosteroids",)
    assert hit.meant == ("corticosteroids",)


def test_what_the_pack_adds_is_found_by_its_words() -> None:
    for note in PACK.notes:
        assert note.id in INDEX.find(note.text).ids("notes")


def test_nothing_that_only_has_some_letters_alike_is_called_near() -> None:
    assert INDEX.nearest("qwertzuiop") == ()
    assert "Radiotherapy" in INDEX.nearest("radiotherapist")


def test_any_family_name_finds_the_reference() -> None:
    missing = [
        (reference.id, author.family)
        for reference in PACK.references
        for author in reference.authors
        if author.family and reference.id not in INDEX.find(author.family).ids("references")
    ]
    assert missing == []


def test_any_title_finds_the_reference_first_of_all_or_among_its_namesakes() -> None:
    for reference in PACK.references:
        assert reference.id in INDEX.find(reference.title).ids("references", 3)


def test_every_name_of_everything_finds_it() -> None:
    for topic in PACK.topics:
        assert topic.id in INDEX.find(topic.name).ids("topics")
    for entry in PACK.glossary:
        for form in (entry.term, entry.expansion, *entry.also):
            assert not form or entry.id in INDEX.find(form).ids("glossary"), form
    for strategy in PACK.strategies:
        for name in (strategy.name, *strategy.drugs, *strategy.also_called):
            assert strategy.id in INDEX.find(name).ids("strategies"), name


def _typed_wrong(word: str, place: int, how: str, letter: str) -> str:
    if how == "left out":
        return word[:place] + word[place + 1 :]
    if how == "added":
        return word[:place] + letter + word[place:]
    if how == "swapped":
        return word[:place] + word[place : place + 2][::-1] + word[place + 2 :]
    return word[:place] + letter + word[place + 1 :]


NAMED = sorted(
    {
        (word.text, strategy.id)
        for strategy in PACK.strategies
        for name in (strategy.name, *strategy.drugs)
        for word in words(name)
        if len(word.text) >= 6
    }
)


@settings(max_examples=400)
@given(
    st.sampled_from(NAMED),
    st.integers(0, 30),
    st.sampled_from(["left out", "added", "swapped", "wrong"]),
    st.sampled_from("aeinrtsx"),
)
def test_a_word_of_six_letters_is_found_with_one_wrong(
    named: tuple[str, str], place: int, how: str, letter: str
) -> None:
    word, strategy = named
    typed = _typed_wrong(word, place % len(word), how, letter)
    if typed not in INDEX.written:  # a word of its own is none typed wrong
        assert strategy in INDEX.find(typed).ids("strategies"), typed


@pytest.mark.parametrize("text", ["qwxz", "osimertinib qwxz", "paxlitasel and nothing like that"])
def test_where_nothing_is_found_something_near_is_offered(text: str) -> None:
    assert INDEX.find("zzzzqqqq").everything == 0
    for other in INDEX.nearest(text):
        assert INDEX.find(other).everything
    assert text == "qwxz" or INDEX.nearest(text)


def test_joined_words_are_marked_whole_and_phrases_where_they_stand() -> None:
    text = "PD-L1 and the blood–brain barrier of the brain"
    assert [text[a:b] for a, b in INDEX.find("pdl1").marks(text)] == ["PD-L1"]
    assert [text[a:b] for a, b in INDEX.find("BBB").marks(text)] == ["blood–brain barrier"]


def test_authors_are_named_as_they_stand() -> None:
    for reference in PACK.references:
        assert all(authors_of(reference))


def test_nearest_keeps_what_is_known_before_it_guesses() -> None:
    assert INDEX.nearest("hippocampus qqzz")[0] == "hippocampus"
    assert INDEX.nearest("zzz") == () or all(INDEX.find(t).everything for t in INDEX.nearest("zzz"))
