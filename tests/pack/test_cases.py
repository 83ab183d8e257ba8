"""What the cases of the bundled pack teach, against the verdicts of its decision table."""

from __future__ import annotations

from functools import lru_cache

import pytest

from nanoexplorer.core.decision_table import Outcome, Verdict
from nanoexplorer.core.explaining import branches, explain, telling
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack

NAMED, AGAINST, OPEN = Verdict.MATCHES, Verdict.AGAINST, Verdict.OPEN
OTHER, ANY = Verdict.NO_MATCH, Verdict.ANY_PROFILE

# Case -> what its objective or teaching point says of a strategy.
VERDICTS = {
    "egfr-two-lesions": {
        "osimertinib": NAMED,
        "egfr-inhibitor-loaded-nanoparticles": NAMED,
        "stereotactic-radiosurgery": NAMED,
        "surgical-resection": NAMED,
        "checkpoint-inhibitor-conjugated-nanotherapies": OPEN,
        "ros1-targeted-therapy": OPEN,
    },
    "nothing-tested": {},
    "unclear-egfr": {"osimertinib": OPEN, "egfr-inhibitor-loaded-nanoparticles": OPEN},
    "three-lesions": {
        "surgical-resection": NAMED,
        "stereotactic-radiosurgery": NAMED,
        "whole-brain-radiotherapy": OTHER,
    },
    "four-lesions": {
        "surgical-resection": OTHER,
        "stereotactic-radiosurgery": OTHER,
        "whole-brain-radiotherapy": NAMED,
    },
    "many-lesions-wbrt": {"whole-brain-radiotherapy": NAMED},
    "alk-rearranged": {"alectinib": NAMED},
    "egfr-wild-type": {
        "egfr-ligand-nanoparticles": ANY,
        "egfr-inhibitor-loaded-nanoparticles": OTHER,
        "osimertinib": OTHER,
    },
    "pdl1-expressed": {
        "checkpoint-inhibitor-conjugated-nanotherapies": NAMED,
        "pdl1-antibody-nanoparticles": ANY,
        "checkpoint-inhibitor-encapsulating-nanoparticles": ANY,
    },
    "egfr-mutated-pdl1-expressed": {
        "osimertinib": NAMED,
        "egfr-inhibitor-loaded-nanoparticles": NAMED,
        "checkpoint-inhibitor-conjugated-nanotherapies": NAMED,
    },
    "deep-seated-lesion": {"surgical-resection": AGAINST, "stereotactic-radiosurgery": NAMED},
    "poor-health": {"surgical-resection": AGAINST, "stereotactic-radiosurgery": NAMED},
    "egfr-and-alk": {"osimertinib": NAMED, "alectinib": NAMED},
    "ros1-rearranged": {"ros1-targeted-therapy": NAMED},
    "approved-for-what": {},
    "survival-two-figures": {},
}


@lru_cache(maxsize=1)
def bundled() -> Pack:
    return load_pack(bundled_pack())


def test_every_case_is_compared_with_the_table() -> None:
    assert set(VERDICTS) == {case.id for case in bundled().cases}


@pytest.mark.parametrize("case", VERDICTS)
def test_what_a_case_teaches_is_what_the_table_says(case: str) -> None:
    pack = bundled()
    [profile] = [one.profile for one in pack.cases if one.id == case]
    found = {strategy: pack.table.verdict(profile, strategy) for strategy in VERDICTS[case]}
    assert found == VERDICTS[case]


def test_where_nothing_is_tested_what_has_a_condition_is_open_and_nothing_is_against() -> None:
    pack = bundled()
    answer = pack.table.answer(pack.blank_profile)
    conditioned = {c.strategy for c in pack.criteria if c.field and c.effect == "for"}
    assert set(pack.table.names(answer.open)) == conditioned
    assert not (answer.matches | answer.against | answer.no_match)


def test_only_one_strategy_is_open_for_each_of_two_fields_not_tested() -> None:
    pack = bundled()
    [profile] = [case.profile for case in pack.cases if case.id == "egfr-two-lesions"]
    found = {s: branches(pack.table, profile, s)[0].field for s in open_under(pack, profile)}
    assert sorted(found.values()) == ["pdl1", "ros1"]


def open_under(pack: Pack, profile: Profile) -> tuple[str, ...]:
    return pack.table.names(pack.table.answer(profile).open)


def test_depth_and_health_are_caveats_of_surgery_until_they_are_known() -> None:
    pack = bundled()
    profile = pack.blank_profile.replace({"lesions": 2})
    told = telling(NAMED, explain(pack.table, profile, "surgical-resection"))
    caveats = [r.criterion for r in told if r.outcome is Outcome.CAVEAT]
    assert [(c.field, c.effect, c.basis) for c in caveats] == [
        ("deep-seated", "against", "stated"),
        ("general-health", "against", "stated"),
    ]


def test_reasons_against_that_a_field_decides_are_stated_of_surgery_alone() -> None:
    against = [c for c in bundled().criteria if c.effect == "against" and c.field]
    assert {c.strategy for c in against} == {"surgical-resection"}
    assert {c.statement for c in against} == {"wu-surgery-not-suitable"}


def test_conditions_that_no_field_asks_are_shown_and_decide_nothing() -> None:
    outside = {(c.strategy, c.effect) for c in bundled().criteria if c.test == "outside"}
    assert outside >= {
        ("surgical-resection", "against"),
        ("stereotactic-radiosurgery", "for"),
        ("whole-brain-radiotherapy", "against"),
        ("mdr-gene-silencing-nanoparticles", "for"),
        ("efflux-blocker-nanoparticles", "for"),
    }
    blank = bundled().table.answer(bundled().blank_profile)
    assert not blank.against


def test_what_the_review_calls_a_mutation_and_this_app_a_rearrangement_is_interpreted() -> None:
    pack = bundled()
    options = {(f.id, o.id): o.phrase for f in pack.fields for o in f.options}
    for c in pack.criteria:
        renamed = "rearranged" in options.get((c.field, str(c.value)), "")
        assert not renamed or c.basis == "interpretation", c.strategy
