"""Sets of places, whichever way a word is kept."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nanoexplorer.core.word_places import WordPlaces, bits_of, places_in

PLACES = st.lists(st.integers(0, 5000), unique=True).map(sorted)


@given(PLACES)
def test_the_places_of_a_set_are_those_of_which_it_was_made(places: list[int]) -> None:
    assert list(places_in(bits_of(places))) == places
    assert bits_of(places) == sum(1 << place for place in places)


@given(st.dictionaries(st.sampled_from("abcdef"), PLACES.filter(bool)))
def test_words_of_many_places_and_of_few_are_found_alike(places: dict[str, list[int]]) -> None:
    found = WordPlaces(places, 5001)
    assert set(found) == set(places)
    for asked in ("", "a", "abc", "xyz", "fxa"):
        every = {place for word in asked for place in places.get(word, ())}
        assert found.any_of(asked) == bits_of(sorted(every))
        assert all((word in found) == (word in places) for word in asked)


def test_a_rare_word_takes_no_room_for_all_the_places_where_it_is_not() -> None:
    rare, size = {str(n): [n] for n in range(1000)}, 100_000
    kept = vars(WordPlaces(rare, size))
    assert sum(int.bit_length(bits) for bits in kept["_many"].values()) == 0
