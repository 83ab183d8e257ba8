"""The case code: there and back, and every slip of a finger refused."""

from __future__ import annotations

import string
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nanoexplorer.core.case_code import MOST_TYPED, CaseCodeError, decode, encode, pack_mark
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import ALPHABET, DOT, FIELD_CODES, Field, Profile
from tests.packs import mini_pack, option, packs_with_profiles, profiles

SIGNS = string.digits + string.ascii_uppercase + "."
SEPARATORS = st.sampled_from(["", "", "-", " ", "--", "\t", "\u2010", "\u2013", "\u00a0", "\n"])


def refusal(pack: Pack, text: str) -> str:
    """The reason for which a text is refused."""
    with pytest.raises(CaseCodeError) as caught:
        decode(pack, text)
    return caught.value.code


def with_a_field_more(pack: Pack) -> Pack:
    """A later version of the pack: one more field, in the middle."""
    letter = next(c for c in FIELD_CODES if c not in {field.code for field in pack.fields})
    options = (option("yes", "Y", known=True), option("unknown", "X", known=False))
    new = Field("new", letter, "New", "", "choice", 0, 0, "", "", False, False, options, "")
    fields = (*pack.fields[:1], new, *pack.fields[1:])
    return replace(pack, version=f"{pack.version}.9", fields=fields)


@settings(max_examples=120)
@given(packs_with_profiles())
def test_a_code_reopens_its_profile(drawn: tuple[Pack, Profile]) -> None:
    pack, profile = drawn
    assert decode(pack, encode(pack, profile)) == (profile, pack.version)


@settings(max_examples=120)
@given(packs_with_profiles(), st.data())
def test_case_hyphens_and_spaces_carry_nothing(
    drawn: tuple[Pack, Profile], data: st.DataObject
) -> None:
    pack, profile = drawn
    plain = encode(pack, profile).replace("-", "")
    typed = "".join(
        data.draw(st.sampled_from([sign, sign.lower()])) + data.draw(SEPARATORS) for sign in plain
    )
    assert decode(pack, typed)[0] == profile


@settings(max_examples=120)
@given(packs_with_profiles())
def test_a_code_has_only_signs_that_are_not_mistaken_for_each_other(
    drawn: tuple[Pack, Profile],
) -> None:
    code = encode(*drawn)
    assert set(code.removeprefix("NX")) <= {*ALPHABET, ".", "-"}
    assert not set(ALPHABET) & set("BDGILOQSUVZ")


@settings(max_examples=120)
@given(packs_with_profiles(), st.data())
def test_different_profiles_have_different_codes(
    drawn: tuple[Pack, Profile], data: st.DataObject
) -> None:
    pack, profile = drawn
    other = data.draw(profiles(pack))
    assert (encode(pack, other) == encode(pack, profile)) == (other == profile)


@settings(max_examples=60)
@given(packs_with_profiles())
def test_every_single_wrong_character_is_refused(drawn: tuple[Pack, Profile]) -> None:
    pack, profile = drawn
    plain = encode(pack, profile).replace("-", "")
    for reader in (pack, with_a_field_more(pack)):
        for place, right in enumerate(plain):
            for wrong in SIGNS:
                if wrong != right:
                    refusal(reader, plain[:place] + wrong + plain[place + 1 :])


@settings(max_examples=120)
@given(packs_with_profiles())
def test_every_swap_of_unequal_neighbours_is_refused(drawn: tuple[Pack, Profile]) -> None:
    pack, profile = drawn
    plain = encode(pack, profile).replace("-", "")
    for reader in (pack, with_a_field_more(pack)):
        for place, (one, other) in enumerate(pairwise(plain)):
            if one != other:
                refusal(reader, plain[:place] + other + one + plain[place + 2 :])


def test_a_dot_and_the_letter_it_counts_as_are_told_apart() -> None:
    field = mini_pack().field["cups"]._replace(code="C")
    pack = replace(mini_pack(), version="7.1", fields=(field,))
    plain = encode(pack, Profile(("cups",), (2,))).replace("-", "")
    assert DOT not in FIELD_CODES
    assert refusal(pack, plain.replace(".", DOT)) == "field"


@settings(max_examples=120)
@given(packs_with_profiles())
def test_the_code_of_an_older_pack_leaves_new_fields_unknown(
    drawn: tuple[Pack, Profile],
) -> None:
    pack, profile = drawn
    later = with_a_field_more(pack)
    reopened, version = decode(later, encode(pack, profile))
    assert version == pack.version
    assert reopened.as_dict() == {**profile.as_dict(), "new": "unknown"}
    assert list(reopened.fields) == [field.id for field in later.fields]


@settings(max_examples=120)
@given(packs_with_profiles())
def test_a_code_with_a_field_that_the_pack_lacks_is_refused(
    drawn: tuple[Pack, Profile],
) -> None:
    pack, profile = drawn
    later = with_a_field_more(pack)
    assert refusal(pack, encode(later, later.blank_profile.replace(profile.as_dict()))) == "field"


def test_a_code_of_this_version_lacks_no_field() -> None:
    pack = mini_pack()
    fewer = replace(pack, fields=pack.fields[:2])
    assert refusal(pack, encode(fewer, fewer.blank_profile)) == "field"


def test_a_code_with_a_field_twice_is_refused() -> None:
    pack = mini_pack()
    twice = replace(pack, fields=(*pack.fields, pack.fields[0]))
    assert refusal(pack, encode(twice, twice.blank_profile)) == "field"


def test_a_value_that_the_pack_no_longer_has_is_refused_with_its_field() -> None:
    pack = mini_pack()
    code = encode(pack, pack.blank_profile.replace({"cups": 40}))
    smaller = replace(pack, fields=tuple(f._replace(maximum=39) for f in pack.fields))
    with pytest.raises(CaseCodeError) as caught:
        decode(smaller, code)
    assert (caught.value.code, caught.value.about) == ("value", {"field": "Cups"})


def test_an_option_that_the_pack_no_longer_has_is_refused() -> None:
    pack = mini_pack()
    code = encode(pack, pack.blank_profile.replace({"roast": "dark"}))
    roast = pack.fields[0]._replace(options=pack.fields[0].options[2:])
    assert refusal(replace(pack, fields=(roast, *pack.fields[1:])), code) == "value"


def test_the_code_of_another_pack_is_refused_with_the_title_of_ours() -> None:
    pack = mini_pack()
    code = encode(replace(pack, id="tea-brewing"), pack.blank_profile)
    assert pack_mark("tea-brewing") != pack_mark(pack.id)
    with pytest.raises(CaseCodeError) as caught:
        decode(pack, code)
    about = {"pack": pack.title, "mark": pack_mark("tea-brewing")}
    assert (caught.value.code, caught.value.about) == ("other-pack", about)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "NX",
        "hello",
        "NX-A2M-1.2-",
        "NX-A2M-.-RAWXCXHX-2",
        "NX-A2M-1..2-RAWXCXHX-2",
        "ＮＸ-A2M-1.2-RAWXCXHX-2",
        "NX-A2M-1.2-RAWXC٣HX-2",
        "\x00",
        "\ud800",
        "NX" + "A" * 100_000,
        "NX-A2M-" + "1." * 50_000 + "1-RA-2",
        "-" * 100_000,
    ],
)
def test_what_is_no_code_is_called_that(text: str) -> None:
    assert refusal(mini_pack(), text) == "not-a-code"


@settings(max_examples=120)
@given(st.one_of(st.text(), st.text(SIGNS + "- nx", max_size=60).map(lambda t: "NXA2M1.2" + t)))
def test_garbage_is_refused_and_nothing_else_is_raised(text: str) -> None:
    pack = mini_pack()
    try:
        _, version = decode(pack, text)
    except CaseCodeError as error:
        reason = error.code
    else:  # one in 25 has the right check: a code of a version that had fewer fields
        reason = "read" if version == pack.version else "older"
    assert reason in {"not-a-code", "check", "other-pack", "field", "value", "older"}


def test_a_code_that_says_nothing_of_any_field_is_none_of_a_pack_with_fields() -> None:
    assert refusal(mini_pack(), "NX-A2M-1.20-2") == "field"


def test_the_code_of_a_profile_does_not_change_from_release_to_release() -> None:
    pack = mini_pack()
    profile = pack.blank_profile.replace({"roast": "light", "cups": 12, "hurry": "no"})
    assert encode(pack, profile) == "NX-A2M-1.2-RAWXC12HN-T"
    assert decode(pack, "NX-A2M-1.2-RAWXC12HN-T")[0] == profile


def test_a_decimal_is_written_with_its_dot() -> None:
    depth = mini_pack().field["cups"]._replace(kind="decimal", step=0.05, minimum=0, maximum=20)
    pack = replace(mini_pack(), fields=(*mini_pack().fields[:2], depth))
    profile = pack.blank_profile.replace({"cups": 0.8})
    assert "C0.80" in encode(pack, profile)
    assert decode(pack, encode(pack, profile)) == (profile, "1.2")


def test_as_many_fields_as_there_are_codes_stand_in_one() -> None:
    option_ = option("unknown", "J", known=False)
    fields = tuple(
        Field(code, code, code, "", "count", 0, 9, "a", "as", False, False, (option_,), "")
        for code in FIELD_CODES
    )
    pack = replace(mini_pack(), fields=fields)
    assert len(fields) > 24
    for value in (0, 9, "unknown"):
        profile = Profile(tuple(FIELD_CODES), (value,) * len(fields))
        assert decode(pack, encode(pack, profile))[0] == profile


@pytest.mark.parametrize(
    "text", ["NXA2M1" + sign * 190 + "." for sign in ("J", "JA", "A1", "A1.1")]
)
def test_a_text_that_could_be_read_in_many_ways_is_refused_at_once(text: str) -> None:
    assert refusal(mini_pack(), text) == "not-a-code"


def test_a_text_far_too_long_to_be_typed_is_not_looked_at() -> None:
    code = "NX-A2M-1.2-RAWXC12HN-T"
    assert refusal(mini_pack(), code + " " * MOST_TYPED) == "not-a-code"
