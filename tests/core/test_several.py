"""Several values of a field at once: written, stepped through, counted, and told in few words."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nanoexplorer.core.case_code import decode, encode
from nanoexplorer.core.decision_table import DecisionTable, Verdict, combined, multiplicity, reduced
from nanoexplorer.core.evidence import Criterion, Test
from nanoexplorer.core.explaining import changes, nearest_profile
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import MOST_TOGETHER, Field, Profile, values_in_words
from nanoexplorer.core.profile_space import ProfileSpace
from nanoexplorer.core.several import Holding, holdings
from tests.core.test_explaining import held_by
from tests.packs import mini_pack, option, values_of

LETTERS = "ACEFHKMNPRTW"


def genes(number: int = 3) -> Field:
    """A field of several, with one option that stands alone and one that is unknown."""
    field = mini_pack().field["water"]._replace(id="genes", code="E", kind="several")
    held = [option(f"g{n}", LETTERS[n], known=True) for n in range(number)]
    none = option("none", "Y", known=True)._replace(alone=True)
    return field._replace(options=(*held, none, option("unknown", "X", known=False)))


def asking(test: Test, value: str | tuple[str, ...], alternative: int = 1) -> Criterion:
    asked = mini_pack().criteria[0]
    return asked._replace(
        strategy="one", field="genes", test=test, value=value, alternative=alternative
    )


def table_of(field: Field, *criteria: Criterion) -> DecisionTable:
    return DecisionTable((field,), ("one",), criteria)


def profile_of(value: str) -> Profile:
    return Profile(("genes",), (value,))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("g1", "g1"),
        ("g2+g0", "g0+g2"),
        (" G1 + g0 ", "g0+g1"),
        ("none", "none"),
        ("unknown", "unknown"),
        ("g0+g0", None),
        ("g0+none", None),
        ("g0+unknown", None),
        ("g0,g1", None),
        ("g0+", None),
        ("+", None),
        ("g9", None),
    ],
)
def test_what_is_written_with_a_plus_is_one_value_in_the_order_of_the_pack(
    text: str, value: str | None
) -> None:
    assert genes().parse(text) == value


@pytest.mark.parametrize(
    ("value", "option", "after"),
    [
        ("unknown", "g1", "g1"),
        ("none", "g1", "g1"),
        ("g1", "g0", "g0+g1"),
        ("g0+g1", "g1", "g0"),
        ("g0", "g0", "unknown"),
        ("g0+g1", "none", "none"),
        ("g0+g1", "unknown", "unknown"),
        ("none", "none", "unknown"),
        ("unknown", "unknown", "unknown"),
    ],
)
def test_an_option_is_taken_in_or_out_and_what_stands_alone_beside_none(
    value: str, option: str, after: str
) -> None:
    assert genes().toggled(value, option) == after


@given(st.integers(0, 2**32))
def test_every_value_is_reached_by_toggling_and_by_steps_and_read_as_it_is_written(
    seed: int,
) -> None:
    field = genes(Random(seed).randint(2, 5))
    for value in values_of(field):
        assert field.parse(str(value)) == value
        made = field.default
        for part in field.parts(value):
            made = field.toggled(made, str(part)) if made != value else made
        assert made == value
    assert list(values_in_words(field)) == values_of(field)


def test_what_no_test_names_is_answered_once_and_counted_whole() -> None:
    field = genes(MOST_TOGETHER)
    table = table_of(field, asking("is", "g3"), asking("is-not", "g5", 2))
    values = table.representatives(field)
    assert values == ("g0", "g3", "g5", "none", "unknown", "g3+g5")
    assert sum(multiplicity(field, ("g3", "g5"), str(v)) for v in values) == 2**12 - 1 + 2
    assert ProfileSpace(table).size == 2**12 - 1 + 2
    told = [[*slot.least(field)] for slot in ProfileSpace(table).slots["genes"]]
    others = [option for option in field.together if option not in ("g3", "g5")]
    assert told == [others, ["g3"], ["g5"], ["none"], ["g3+g5"], ["unknown"]]


@settings(max_examples=60)
@given(st.integers(0, 2**32))
def test_a_value_is_answered_like_the_one_that_stands_for_it(seed: int) -> None:
    random = Random(seed)
    field = genes(4)
    named = tuple(sorted(random.sample(field.together, random.randint(0, 4))))
    stands: dict[str, int] = {}
    for value in values_of(field):
        first = reduced(field, named, str(value))
        assert first in combined(field, named)
        assert set(field.parts(first)) & set(named) == set(field.parts(value)) & set(named)
        stands[first] = stands.get(first, 0) + 1
    assert stands == {v: multiplicity(field, named, v) for v in combined(field, named)}


@settings(max_examples=200)
@given(st.integers(0, 2**32))
def test_what_is_told_of_values_holds_for_these_and_no_others(seed: int) -> None:
    random = Random(seed)
    field = genes(4)
    named = tuple(o for o in field.together if random.random() < 0.7)
    first = combined(field, named)
    chosen = [v for v in first if random.random() < 0.5]
    told = holdings(field, named, chosen)
    for value in values_of(field):
        found = reduced(field, named, str(value)) in chosen
        assert found == any(
            held_by(one, value)
            if isinstance(one, Holding) and field.is_known(value)
            else one == value
            for one in told
        )
    known = [v for v in chosen if field.is_known(v)]
    assert len(told) <= len(chosen)
    assert (Holding((), ()) in told) == (
        bool(known) and set(known) == {v for v in first if field.is_known(v)}
    )


def _is_told(field: Field, one: Holding | str, value: str) -> bool:
    if isinstance(one, Holding):
        return field.is_known(value) and held_by(one, value)
    return one == value


def test_one_value_that_decides_is_told_and_not_every_combination_with_it() -> None:
    field = genes(6)
    table = table_of(field, *(asking("is", f"g{n}") for n in (1, 4)))
    assert [(c.values, c.verdict) for c in changes(table, profile_of("g0+g2"), "one")] == [
        ((Holding(("g1", "g4"), ()),), Verdict.MATCHES),
        (("unknown",), Verdict.OPEN),
    ]
    found = changes(table, profile_of("g1+g4"), "one")
    assert (found[0].values, found[0].verdict) == (
        (Holding((), ("g1",)), Holding((), ("g4",))),
        Verdict.NO_MATCH,
    )


@pytest.mark.parametrize(
    ("value", "test", "asked", "nearest"),
    [
        ("g0", "is", "g2", "g0+g2"),
        ("unknown", "is", "g2", "g2"),
        ("none", "is", "g2", "g2"),
        ("g0+g1", "is-not", "g1", "g0"),
        ("g1", "is-not", "g1", "none"),
        ("g0+g1", "is", "none", "none"),
        ("g1", "one-of", ("g0", "g2"), "g0+g1"),
    ],
)
def test_the_nearest_profile_takes_in_or_out_as_little_as_possible(
    value: str, test: Test, asked: str | tuple[str, ...], nearest: str
) -> None:
    table = table_of(genes(), asking(test, asked))
    assert nearest_profile(table, profile_of(value), "one") == {"genes": nearest}


def test_a_case_code_has_the_letters_of_all_with_dots_between_them() -> None:
    pack = _pack(genes(MOST_TOGETHER))
    whole = "+".join(genes(MOST_TOGETHER).together)
    for value in ("g0+g2", "g1", "none", whole):
        assert decode(pack, encode(pack, profile_of(value)))[0] == profile_of(value)
    assert "-EA.E-" in encode(pack, profile_of("g0+g2"))


def _pack(field: Field) -> Pack:
    return replace(mini_pack(), fields=(field,), criteria=(), cases=(), notes=())


def test_the_longest_case_code_can_be_read() -> None:
    field = genes(MOST_TOGETHER)
    fields = tuple(field._replace(id=f"f{n}", code=code) for n, code in enumerate("ACEFHKMNPRTW"))
    pack = replace(_pack(field), fields=fields)
    whole = field.joined(field.together)
    profile = Profile(tuple(f.id for f in fields), tuple(whole for _ in fields))
    assert decode(pack, encode(pack, profile))[0] == profile


def test_the_answers_of_six_named_options_are_few() -> None:
    field = genes(MOST_TOGETHER)
    criteria = [asking("is", f"g{n}", n + 1) for n in range(6)]
    table = table_of(field, *criteria)
    assert len(table.representatives(field)) == 2**6 + 2
    for values in product((0, 1), repeat=12):
        held = field.joined([f"g{n}" for n, there in enumerate(values) if there]) or "none"
        answer = table.answer(profile_of(held))
        assert answer.matches == int(any(values[:6]))
