"""The packs that ship fit the facts about their sources, and the checks that say so can fail."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.source_index import check_source_index, make_index
from tests.source_index.book import parse_book
from tests.source_index.copies import copied, own_texts
from tests.source_index.facts import INDEX, PACK, PACKS, RUNS, facts_about, read_index
from tests.source_index.parsing import parse
from tests.source_index.runs import RUN, dump, load, runs

# An invented review; its words are ours.
REVIEW = """Of Hats and Weather

Somebody¹

Abstract: Hats are worn in most kinds of weather.

Keywords: hats, weather

Wool and Felt

Felt keeps the rain out of the town hall clock on market days,¹² which is what it is for, and wool

Figure 1 A hat, drawn from life.³

keeps its colour in two washings of three.^{2,14–16} Nothing else does.

Table 1 Hats in Use

Application	Kind	Status	Purpose	Example	References
Rain	Felt	Approved/ Tried	Keeping dry.	A bowler	[3]

Straw Hats (Light)

Straw is for summer.^{127-129}

Funding

Nobody paid.

References

1. Hatter M. Hats. *J Hats.* 2019;1(1):1–2. doi:10.1000/hats.1
2. Hare M. March. **2020**.

Journal of Hats
"""
SENTENCE = "Felt keeps the rain out of the town hall clock on market days"


# Two sections of an invented chapter, and the list at the end of the second.
CHAPTER = (
    """<document xmlns="http://cnx.rice.edu/cnxml"><title>Caps</title><content>
<section class="learning-objectives"><title>Outcomes</title><para>Know caps.</para></section>
<para>Felt keeps the rain out of the town hall clock on market days (Hatter et al., 2019).</para>
<section><title>Care</title><para>Wash caps by hand, says the Cap Office (CO, 2020a).</para>
<note class="alert"><para>Never boil a cap in 2 litres.</para></note></section>
</content></document>""",
    """<document xmlns="http://cnx.rice.edu/cnxml"><title>Bonnets</title><content>
<section><title>Straw</title><section><title>Care</title>
<para>Keep straw dry (CO, 2020b; Hare, Straw, 2021).</para>
<table><tgroup cols="1"><tbody><row><entry>Dry<newline/>3 days</entry></row></tbody></tgroup>
<caption>Table of Straw (source: a hat)</caption></table></section></section>
<section class="references">
<para>Cap Office. (2020a). <emphasis>On caps.</emphasis></para>
<para>Cap Office. (2020b). On straw.</para>
<para>Hare, M. (2021). Marches.</para><para>Hare, M. (2021). Straw.</para>
<para>Hatter, M., &amp; Dor, M. (2019). Felt. https://doi.org/10.1000/hats.5.</para>
</section></content></document>""",
)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the bundled pack to do harm to."""
    return Path(shutil.copytree(PACK, tmp_path / "pack"))


@pytest.fixture
def second_pack(tmp_path: Path) -> Path:
    """A copy of the other pack that ships."""
    return Path(shutil.copytree(PACKS / "weight-management", tmp_path / "second"))


@pytest.mark.parametrize("name", sorted(folder.name for folder in PACKS.iterdir()))
def test_a_pack_that_ships_fits_its_sources(name: str) -> None:
    assert check_source_index.problems(PACKS / name) == []


def test_no_text_of_the_app_and_the_documents_is_copied() -> None:
    assert list(copied(own_texts(), check_source_index.hashes())) == []


# File, what stands there, what is put in its place, what the check then says.
HARM = [
    ("statements.csv", ",wu,Surgical Resection,", ",wu,Surgery,", "no section “Surgery”"),
    ("statements.csv", ",wu,Surgical Resection,wu-60", ",wu,Surgical Resection,wu-9", "not cited"),
    ("statements.csv", "wu-1,sentence,challenge", "wu-1,none,challenge", "marker “none”"),
    ("statements.csv", "Roughly 85 %", "Roughly 86 %", "the number 86 is not in"),
    ("statements.csv", "respond less well to", "hardly respond to", "the hedge “hardly” is not"),
    ("statements.csv", "Recent research indicates", "Recent research suggests", "“suggest” is not"),
    ("statements.csv", "give new hope to patients", "may give hope to patients", "“may” is not in"),
    ("statements.csv", "holds significant promise", "is thought to be good", "“hearsay” is not"),
    (
        "evidence.csv",
        "gold-imaging,wu,investigational",
        "gold-imaging,wu,not-stated",
        "“have been widely studied” is not not-stated",
    ),
    (
        "evidence.csv",
        "quantum-dots,wu,not-stated",
        "quantum-dots,wu,in-practice",
        "diagnosis and treatment” is not in-practice",
    ),
    (
        "evidence.csv",
        "silver-nanoparticles,wu,",
        "dendrimers,wu,",
        "wu gives dendrimers a stage in another row",
    ),
    (
        "statements.csv",
        ",Table 1: Gene Delivery,",
        ",Table 1: Theranostics,",
        "nothing from “Table",
    ),
    ("statements.csv", ",wu,Conclusion,", ",wu,Abstract,", "nothing from “Conclusion”"),
    ("evidence.csv", ",standard treatments,", ",Standard treatments,", "“Standard treatments” is"),
    ("evidence.csv", "Investigational/ Pre-clinical", "Investigational", "no row with “Investig"),
    ("criteria.csv", ",usually,", ",always,", "“always” is not in"),
    ("quantities.csv", ",85,%,", ",58,%,", "“58” is not in"),
    ("references.json", '"wu-134"', '"wu-135"', "wu-134 is missing"),
    ("references.json", '"wu-134"', '"wu-135"', "wu-135 is not in the source's list"),
    ("references.json", "10.3390/ijms22020593", "10.3390/ijms22020594", "wu-1: DOI"),
    ("references.json", '"id": "overview"', '"id": "other"', "source overview itself is missing"),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), HARM)
def test_harm_to_the_pack_is_found(pack: Path, file: str, old: str, new: str, said: str) -> None:
    text = (pack / file).read_text("utf-8")
    assert old in text
    (pack / file).write_text(text.replace(old, new), "utf-8")
    assert any(said in line for line in check_source_index.problems(pack))


HARM_TO_A_PART = [
    ("statements.csv", "8–12 weeks", "8–13 weeks", "the number 13 is not in"),
    ("statements.csv", ",pharm,Lipase Inhibitors,", ",pharm,Lipases,", "no section “Lipases”"),
    ("statements.csv", "pharm-55", "pharm-52", "not cited in “Lipase Inhibitors”"),
    ("evidence.csv", "orlistat,pharm,licensed", "orlistat,pharm,studied", "is not studied"),
    ("evidence.csv", "guarana,pharm,unplaced", "orlistat,pharm,unplaced", "a stage in another row"),
    ("criteria.csv", ",often,", ",always,", "“always” is not in"),
    ("references.json", "10.1016/j.jash.2017.12.002", "10.1016/j.jash.2017.12.003", "DOI"),
    ("references.json", '"pharm-4"', '"pharm-56"', "pharm-56 is not in the source's list"),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), HARM_TO_A_PART)
def test_harm_to_what_is_distilled_in_part_is_found(
    second_pack: Path, file: str, old: str, new: str, said: str
) -> None:
    text = (second_pack / file).read_text("utf-8")
    assert old in text
    (second_pack / file).write_text(text.replace(old, new), "utf-8")
    assert any(said in line for line in check_source_index.problems(second_pack))


def test_a_wrong_year_is_found(pack: Path) -> None:
    listed = json.loads((pack / "references.json").read_text("utf-8"))
    next(r for r in listed if r["id"] == "wu-2")["issued"]["date-parts"] = [[1999]]
    (pack / "references.json").write_text(json.dumps(listed), "utf-8")
    assert any("wu-2: year 1999" in line for line in check_source_index.problems(pack))


def test_ten_words_of_a_source_are_found_whatever_their_spelling() -> None:
    hashes = frozenset(
        hash_ for hash_, _ in runs("A tumor of this color was found to utilize ten.")
    )
    ours = "We say: “a tumour, of THIS colour, was found – to utilise ten!”"
    assert list(copied(iter([("here", ours)]), hashes))
    assert not list(copied(iter([("here", ours.replace("found", "seen"))]), hashes))


def test_nine_words_of_a_source_are_let_be() -> None:
    nine = " ".join(SENTENCE.split()[: RUN - 1])
    assert not list(copied(iter([("here", nine)]), frozenset(h for h, _ in runs(SENTENCE))))


def test_hashes_survive_writing_and_reading() -> None:
    hashes = {hash_ for hash_, _ in runs(SENTENCE)}
    assert load(dump(hashes)) == hashes
    assert len(check_source_index.hashes()) > 6000


def test_a_review_is_taken_apart() -> None:
    source = parse(REVIEW)
    assert {s.heading: s.references for s in source.sections} == {
        "Abstract": (),
        "Wool and Felt": (2, 12, 14, 15, 16),
        "Table 1: Rain": (3,),
        "Straw Hats (Light)": (127, 128, 129),
    }
    assert "wool keeps its colour" in source.sections[1].text
    assert source.sections[2].status == "Approved/ Tried"
    assert [(e.number, e.doi, e.year) for e in source.entries] == [
        (1, "10.1000/hats.1", 2019),
        (2, "", 2020),
    ]


def test_an_abstract_alone_is_its_first_paragraph() -> None:
    source = parse("Hats are worn.\nComments (0)\n")
    assert [(s.heading, s.text) for s in source.sections] == [("Abstract", "Hats are worn.")]


def test_a_chapter_of_a_book_is_taken_apart() -> None:
    source = parse_book(CHAPTER)
    assert {s.heading: s.references for s in source.sections} == {
        "Caps": (5,),
        "Caps: Care": (1,),
        "Straw: Care": (2, 4),
        "Table of Straw": (),
    }
    assert source.sections[1].text.endswith("Never boil a cap in 2 litres.")
    assert source.sections[3].text.startswith("Dry 3 days")
    assert [(e.number, e.doi, e.year) for e in source.entries[3:]] == [
        (4, "", 2021),
        (5, "10.1000/hats.5", 2019),
    ]


def test_of_a_book_the_index_says_that_it_is_there_in_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(make_index, "facts_about", lambda _: tmp_path)
    files = [tmp_path / f"{number}.cnxml" for number in range(len(CHAPTER))]
    for file, text in zip(files, CHAPTER, strict=True):
        file.write_text(text, "utf-8")
    assert make_index.main([str(PACK), f"caps={'+'.join(map(str, files))}"]) == 1
    assert read_index(tmp_path / INDEX).in_part == {"caps"}
    assert list(copied(iter([("here", SENTENCE)]), load((tmp_path / RUNS).read_text("ascii"))))


def test_the_index_is_made_from_texts_named_on_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    index, hashed = tmp_path / INDEX, tmp_path / RUNS
    monkeypatch.setattr(make_index, "facts_about", lambda _: tmp_path)
    review = tmp_path / "review.txt"
    review.write_text(REVIEW, "utf-8")
    assert make_index.main([]) == 2
    assert make_index.main([str(PACK), "hats=nowhere.txt"]) == 2
    assert make_index.main([str(PACK), f"hats={review}"]) == 1
    assert "not in the sources as it stands: usually" in capsys.readouterr().out
    facts = read_index(index)
    assert facts.sections["hats", "Wool and Felt"].numbers == {"2", "3"}
    assert facts.entries["hats-1"].doi == "10.1000/hats.1"
    assert "market" not in index.read_text("utf-8")
    assert list(copied(iter([("here", SENTENCE)]), load(hashed.read_text("ascii"))))


def test_the_index_knows_every_reference_of_the_review_as_cited() -> None:
    index = read_index(facts_about(PACK) / INDEX)
    cited = {n for (source, _), s in index.sections.items() if source == "wu" for n in s.references}
    assert cited == set(range(1, 135))
    assert len(index.entries) == 134
