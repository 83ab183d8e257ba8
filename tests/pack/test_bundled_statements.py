"""What the bundled pack's statements are about, and which kind of claim each makes."""

from __future__ import annotations

import re

import pytest

from nanoexplorer.core.evidence import Statement
from nanoexplorer.core.pack import Pack
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack

SEARCH = "search-method"

# Words of a statement, and the subjects of which it then has one at least.
FOLLOWS = {
    r"\bblood–brain barrier|\bthe barrier\b": "the-barrier",
    r"[Ll]iquid biopsy": "liquid-biopsy",
    r"theranostic": "theranostics translation",
    r"multidrug resistance|efflux|heterogene": "resistance-and-heterogeneity",
    r"[Tt]yrosine kinase|[Oo]simertinib": "osimertinib",
    r"[Tt]yrosine kinase|[Aa]lectinib": "alectinib",
    r"WBRT": "whole-brain-radiotherapy",
    r"radiosurgery|SRS": "stereotactic-radiosurgery",
    r"traditional chemotherapy": "chemotherapy",
    r"[Pp]alliative": "palliative-care",
    r"[Dd]oxorubicin|Doxil": "liposomal-doxorubicin",
    r"[Nn]anovaccines?": "nanovaccines",
    r"EPR|[Pp]assive targeting": "passive-targeting-epr",
    r"[Aa]rtificial intelligence": "artificial-intelligence",
}
CARRIES_A_LIGAND = r"\b[Ll]igands?\b|\b[Aa]ntibod(?:y|ies)\b"
BY_A_LIGAND = {"active-targeting", "receptor-mediated-transcytosis"}

# What the source names without the word that would give it away above.
ALSO_ABOUT = {
    "wu-treatment-multimodal": "surgical-resection stereotactic-radiosurgery systemic-therapies"
    " whole-brain-radiotherapy palliative-care corticosteroids anticonvulsants pain-management",
    "wu-treatments-now-in-use": "surgical-resection stereotactic-radiosurgery chemotherapy"
    " whole-brain-radiotherapy osimertinib alectinib ros1-targeted-therapy checkpoint-inhibitors"
    " palliative-care corticosteroids anticonvulsants pain-management",
    "wu-combination-load-immune-compounds": "nanoparticle-immunotherapy",
    "wu-combination-load-radiosensitiser": "nanoparticle-chemotherapy"
    " nanoparticle-radiosensitisers",
    "wu-combination-in-one-particle": "nanoparticle-chemotherapy nanoparticle-immunotherapy",
    "wu-combination-synergy": "nanoparticle-chemotherapy nanoparticle-immunotherapy",
    "wu-chemo-radio-immuno-at-once": "nanoparticle-chemotherapy nanoparticle-immunotherapy"
    " nanoparticle-radiosensitisers",
    "wu-abstract-carriers-in-therapies": "nanoparticle-chemotherapy nanoparticle-immunotherapy"
    " nanoparticle-radiosensitisers",
    "wu-nano-synergy": "nanoparticle-chemotherapy nanoparticle-gene-therapy",
    "wu-mdr-high-potential": "resistance-and-heterogeneity",
    "wu-mdr-hope-resistant-malignancies": "resistance-and-heterogeneity",
    "wu-nanoscale-earlier-detection": "nanoparticle-imaging",
    "wu-nanotech-improves-immunotherapy": "checkpoint-inhibitor-encapsulating-nanoparticles",
}


@pytest.fixture(scope="module")
def bundled() -> Pack:
    return load_pack(bundled_pack())


def subjects(statement: Statement) -> set[str]:
    """Strategies and topics of a statement."""
    return {*statement.strategies, *statement.topics}


@pytest.mark.parametrize("words", FOLLOWS)
def test_a_statement_is_under_what_it_speaks_of(bundled: Pack, words: str) -> None:
    found = [s for s in bundled.statements if re.search(words, s.text) and s.aspect != "source"]
    wanted = set(FOLLOWS[words].split())
    assert found
    assert [s.id for s in found if not wanted & subjects(s)] == []


def test_what_carries_a_ligand_is_under_targeting_or_transcytosis(bundled: Pack) -> None:
    carriers = {s.id for s in bundled.strategies if s.kind == "nanocarrier-strategy"}
    found = [s for s in bundled.statements if re.search(CARRIES_A_LIGAND, s.text)]
    of_carriers = [s for s in found if carriers & subjects(s)]
    assert [s.id for s in of_carriers if not BY_A_LIGAND & subjects(s)] == []


@pytest.mark.parametrize("statement", ALSO_ABOUT)
def test_a_statement_is_under_what_its_source_names_there(bundled: Pack, statement: str) -> None:
    assert set(ALSO_ABOUT[statement].split()) <= subjects(bundled.statement[statement])


def test_what_is_about_a_source_itself_has_a_home_of_its_own(bundled: Pack) -> None:
    found = {s.id for s in bundled.statements if s.aspect == "source"}
    assert found == {s.id for s in bundled.statements if SEARCH in s.topics}
    assert found >= {s.id for s in bundled.statements if s.section == "Material and Methods"}


def test_few_trials_in_all_are_not_trials_of_each_kind_that_is_carried(bundled: Pack) -> None:
    few = bundled.statement["overview-few-trials"]
    assert few.strategies == ("barrier-crossing-nanoparticles",)


def test_what_overcomes_resistance_does_not_speak_against_a_carrier(bundled: Pack) -> None:
    assert bundled.statement["wu-nano-therapy-efflux-pumps"].aspect == "benefit"


# What no plain sentence has: a clause as its subject, and rare names of usual treatments.
NOT_PLAIN = (
    r"^(?:That|What|How|Which|Whether|Who)\b|\b(?:[Ii]rradiat|[Oo]perations?\b|[Oo]perating\b)"
)
# A gerund as the subject; these words in -ing begin something else.
GERUND = r"^(?!According|During|Emerging|Ongoing|Targeting (?:ligands|moieties))[A-Z][a-z]+ing\b"


def test_statements_begin_with_their_subject_and_call_treatments_by_usual_names(
    bundled: Pack,
) -> None:
    assert [s.id for s in bundled.statements if re.search(NOT_PLAIN, s.text)] == []
    assert [s.id for s in bundled.statements if re.search(GERUND, s.text)] == []


def test_what_is_not_a_statement_is_worded_as_plainly(bundled: Pack) -> None:
    texts = [
        *(c.teaching_point for c in bundled.cases),
        *(n.text for n in bundled.notes),
        *(g.definition for g in bundled.glossary),
        *(c.text for c in bundled.citation_checks),
        *(q.remark for q in bundled.quantities),
    ]
    sentences = [s for text in texts for s in re.split(r"(?<=[.;:]) ", text)]
    assert [s for s in sentences if re.search(NOT_PLAIN, s)] == []
