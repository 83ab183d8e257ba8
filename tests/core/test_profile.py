"""Fields read what a person wrote; profiles keep a value for each."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Field, Profile, Value
from tests.packs import known_values_of, mini_pack, packs, packs_with_profiles, values_of


@settings(max_examples=120)
@given(packs())
def test_a_field_reads_each_of_its_values_and_knows_which_are_known(pack: Pack) -> None:
    for field in pack.fields:
        for value in values_of(field):
            assert field.parse(f" {str(value).upper()} ") == value
            assert field.is_known(value) == (value in known_values_of(field))


@settings(max_examples=120)
@given(packs(most_strategies=0), st.text())
def test_a_field_reads_no_value_but_its_own(pack: Pack, text: str) -> None:
    for field in pack.fields:
        assert field.parse(text) in (None, *values_of(field))


@pytest.mark.parametrize("text", ["0", "41", "-1", "1.0", "1e1", "²", "١", "1 2", "9" * 5000, ""])
def test_a_count_reads_whole_numbers_within_its_limits_only(text: str) -> None:
    assert mini_pack().field["cups"].parse(text) is None


@pytest.mark.parametrize(
    ("text", "value"), [("1", 1), ("40", 40), ("007", 7), ("Unknown", "unknown")]
)
def test_a_count_reads_numbers_and_its_unknown_options(text: str, value: Value) -> None:
    assert mini_pack().field["cups"].parse(text) == value


DEPTH = mini_pack().field["cups"]._replace(kind="decimal", step=0.05, minimum=0.1, maximum=20)


@pytest.mark.parametrize(
    ("text", "value"),
    [("0.8", 0.8), ("0.80", 0.8), ("0,15", 0.15), (" 7 ", 7.0), ("7.", 7.0), ("20.000", 20.0)],
)
def test_a_decimal_reads_its_steps(text: str, value: Value) -> None:
    assert DEPTH.parse(text) == value


@pytest.mark.parametrize(
    "text", ["0.83", "0.05", "20.05", "-1", ".5", "1e1", "1.2.3", "٠.٨", "nan"]
)
def test_a_decimal_reads_nothing_between_its_steps_or_beyond_its_ends(text: str) -> None:
    assert DEPTH.parse(text) is None


PERCENT = DEPTH._replace(step=1, minimum=0, maximum=100, singular="", plural="", unit="%")
GRAMS = PERCENT._replace(unit="10^9/L")


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (mini_pack().field["cups"], "3 cups", 3),
        (mini_pack().field["cups"], "1 Cup", 1),
        (PERCENT, "60%", 60),
        (PERCENT, "60\u00a0% ", 60),
        (GRAMS, "5 10^9/l", 5),
        (GRAMS, "510^9/l", None),
        (PERCENT, "%", None),
        (PERCENT, "60 cups", None),
        (PERCENT, "6%0", None),
        (PERCENT, "60%%", None),
    ],
)
def test_a_number_may_have_its_fields_unit_behind_it(
    field: Field, text: str, value: Value | None
) -> None:
    assert field.parse(text) == value


def test_a_decimal_is_written_with_the_digits_of_its_step() -> None:
    assert [DEPTH.written(v) for v in (0.1, 7, 0.15, "unknown")] == [
        "0.10",
        "7.00",
        "0.15",
        "unknown",
    ]


def test_stepping_through_decimals_meets_every_number_once() -> None:
    met, value = [], DEPTH.neighbour("unknown", 1)
    while value is not None:
        met.append(value)
        value = DEPTH.neighbour(value, 1)
    assert met == [round(0.1 + n * 0.05, 2) for n in range(399)]
    assert DEPTH.neighbour(0.1, -1) == "unknown"


def test_an_omitted_field_is_the_last_unknown_option() -> None:
    pack = mini_pack()
    assert pack.blank_profile.as_dict() == {
        "roast": "not-tested",
        "water": "not-tested",
        "cups": "unknown",
        "hurry": "unknown",
    }


@settings(max_examples=100)
@given(packs_with_profiles(), st.data())
def test_replacing_changes_the_named_fields_alone(
    drawn: tuple[Pack, Profile], data: st.DataObject
) -> None:
    pack, profile = drawn
    field = data.draw(st.sampled_from(pack.fields))
    value = data.draw(st.sampled_from(values_of(field)))
    changed = profile.replace({field.id: value})
    assert changed[field.id] == value
    assert changed.replace({field.id: profile[field.id]}) == profile


def test_a_field_that_the_profile_has_not_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="grind"):
        mini_pack().blank_profile.replace({"roast": "dark", "grind": "fine"})
