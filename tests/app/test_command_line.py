"""The command line: what it prints, where, and with which exit status."""

from __future__ import annotations

import json
import shutil
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from nanoexplorer import __version__
from nanoexplorer.app import command_line as cli
from nanoexplorer.app import packs
from nanoexplorer.core import case_code
from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.explaining import explain
from nanoexplorer.documents.reasons import phrase
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.words import common
from tests.boundary_packs import boundary_pack
from tests.packs import MINI_PACK, copy_of_mini_pack, edit_cell, mini_pack

Captured = pytest.CaptureFixture[str]
DONE, OUR_FAULT, BAD_INPUT = 0, 1, 2

DOCUMENT = {
    "schema",
    "disclaimer",
    "pack",
    "case_code",
    "profile",
    "strategies",
    "topics",
    "quantities",
}
STRATEGY = {
    "id",
    "name",
    "kind",
    "group",
    "verdict",
    "reasons",
    "evidence",
    "approvals",
    "statements",
    "notes",
    "citation_checks",
    "nearest_profile",
}
REASON = {
    "field",
    "test",
    "value",
    "found",
    "outcome",
    "basis",
    "hedge",
    "source",
    "section",
    "references",
}
EVIDENCE = {"source", "status", "label_in_source", "scope", "section", "references", "disputed_by"}
STATEMENT = {
    "id",
    "source",
    "section",
    "aspect",
    "disease",
    "model",
    "marker",
    "text",
    "references",
}


@pytest.fixture
def brewing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line with the mini pack in place of the bundled one."""
    monkeypatch.setattr(packs, "bundled_pack", lambda: MINI_PACK)


def printed(capsys: Captured, *words: str) -> str:
    """What a command prints that does its work, and nothing on stderr."""
    assert cli.main(words) == DONE
    out, err = capsys.readouterr()
    assert err == ""
    return out


def document(capsys: Captured, *words: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(printed(capsys, "match", "--json", *words))
    return found


def complaint(capsys: Captured, *words: str) -> str:
    """The one line on stderr of a command that can't do its work, and nothing on stdout."""
    assert cli.main(words) == BAD_INPUT
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith("\n")
    assert err.rstrip("\n").isprintable()
    assert "Traceback" not in err
    return err


@pytest.mark.usefixtures("brewing")
def test_match_prints_disclaimer_profile_code_groups_reasons_and_sources(capsys: Captured) -> None:
    text = printed(capsys, "match", "--roast", "dark", "--cups", "2")
    flowing = " ".join(text.split())
    profile = mini_pack().blank_profile.replace({"roast": "dark", "cups": 2})
    assert common.disclaimer() in flowing
    assert case_code.encode(mini_pack(), profile) in text
    assert "Profile: dark roast · water not tested · 2 cups\n" in text
    for strategy in mini_pack().strategies:
        assert text.count(f"    {strategy.name} [") == 1
        for reason in explain(mini_pack().table, profile, strategy.id):
            assert phrase(mini_pack(), reason) in flowing
    for source in mini_pack().sources:
        assert source.label in text


@pytest.mark.usefixtures("brewing")
def test_match_puts_each_strategy_under_its_verdict(capsys: Captured) -> None:
    lines = printed(capsys, "match", "--roast", "dark", "--cups", "2").splitlines()
    heading = ""
    under = {}
    for line in lines:
        if line.startswith("  ") and not line.startswith("   "):
            heading = line.strip()
        elif line.startswith("    ") and not line.startswith("     "):
            under[line.split(" [")[0].strip()] = heading.rpartition(" (")[0]
    profile = mini_pack().blank_profile.replace({"roast": "dark", "cups": 2})
    assert under == {
        strategy.name: common.VERDICT_GROUP[mini_pack().table.verdict(profile, strategy.id)]
        for strategy in mini_pack().strategies
    }


def test_match_says_what_decides_against_first(capsys: Captured) -> None:
    text = printed(capsys, "match", "--lesions", "2", "--deep-seated", "yes")
    head = f"  {common.VERDICT_GROUP['against']} (1)\n    Surgical resection ["
    assert head in text
    assert text.partition(head)[2].splitlines()[1:3] == [
        "      met: a deep-seated lesion, a reason against — refs 60–62",
        "      met: 2 lesions, named for at most 3 (usually) — refs 60–62",
    ]


@pytest.mark.parametrize("words", [[], ["--json"]])
def test_match_prints_the_same_again(words: list[str], capsys: Captured) -> None:
    assert printed(capsys, "match", *words) == printed(capsys, "match", *words)


@pytest.mark.usefixtures("brewing")
@pytest.mark.parametrize(
    ("words", "profile"),
    [
        ([], {}),
        (["--roast", "light"], {"roast": "light"}),
        (["--roast=DARK", "--cups= 7 "], {"roast": "dark", "cups": 7}),
        (["--cups", "unknown", "--hurry", "no"], {"hurry": "no"}),
        (["--roast", "unclear"], {"roast": "unclear"}),
    ],
)
def test_a_field_that_is_left_out_is_unknown(
    words: list[str], profile: dict[str, object], capsys: Captured
) -> None:
    blank = {"roast": "not-tested", "water": "not-tested", "cups": "unknown", "hurry": "unknown"}
    assert document(capsys, *words)["profile"] == {**blank, **profile}


@pytest.mark.usefixtures("brewing")
def test_json_has_every_key_of_its_schema(capsys: Captured) -> None:
    found = document(capsys, "--roast", "dark")
    assert set(found) >= DOCUMENT
    assert found["schema"] == "nanoexplorer/match/2"
    assert found["disclaimer"] == common.disclaimer()
    assert found["pack"] == {
        "id": "coffee-brewing",
        "version": "1.2",
        "title": "Coffee brewing (invented for tests)",
        "curators": "Two baristas",
        "checked": True,
    }
    for part, keys in [("reasons", REASON), ("evidence", EVIDENCE), ("statements", STATEMENT)]:
        rows = [row for strategy in found["strategies"] for row in strategy[part]]
        assert rows
        assert all(keys <= set(row) for row in rows)
    for strategy in found["strategies"]:
        assert set(strategy) >= STRATEGY
        assert all(set(note) == {"id", "text", "references"} for note in strategy["notes"])
        assert all(set(c) == {"reference", "text"} for c in strategy["citation_checks"])


@pytest.mark.usefixtures("brewing")
def test_json_says_of_a_strategy_what_the_pack_says(capsys: Captured) -> None:
    found = document(capsys, "--roast", "dark", "--cups", "9", "--hurry", "yes")
    by_id = {strategy["id"]: strategy for strategy in found["strategies"]}
    assert list(by_id) == [strategy.id for strategy in mini_pack().ordered]
    pot = by_id["moka-pot"]
    assert pot["verdict"] == "no-match"
    assert pot["nearest_profile"] == {"cups": 3, "hurry": "no"}
    assert [(r["field"], r["found"], r["outcome"], r["hedge"]) for r in pot["reasons"]] == [
        ("roast", "dark", "met", None),
        ("cups", 9, "unmet", "usually"),
        ("hurry", "yes", "unmet", None),
    ]
    assert pot["reasons"][0]["references"] == ["handbook-1", "handbook-2"]
    assert by_id["double-wall-glass"]["nearest_profile"] is None
    assert by_id["cold-brew"]["verdict"] == "any-profile"
    assert by_id["cold-brew"]["reasons"][0]["outcome"] == "outside"
    assert by_id["cork-coaster"]["citation_checks"][0]["reference"] == "handbook-5"
    assert [note["references"] for note in pot["notes"]] == [["note-guild"]]
    assert [row["disputed_by"] for row in pot["evidence"]] == [["note-many-cups"], []]
    assert [topic["id"] for topic in found["topics"]] == ["waking-up", "spills"]
    assert [quantity["value"] for quantity in found["quantities"]] == ["10–16", "3–12", "5"]


def test_the_bundled_pack_is_in_the_json_whole(capsys: Captured) -> None:
    pack = load_pack(bundled_pack())
    found = document(capsys, "--egfr", "mutated", "--lesions", "2")
    profile = pack.blank_profile.replace({"egfr": "mutated", "lesions": 2})
    assert [s["id"] for s in found["strategies"]] == [s.id for s in pack.ordered]
    assert found["profile"] == profile.as_dict()
    assert case_code.decode(pack, found["case_code"])[0] == profile
    for strategy in found["strategies"]:
        assert Verdict(strategy["verdict"]) is pack.table.verdict(profile, strategy["id"])
        assert strategy["statements"]
        assert strategy["evidence"]


def test_the_bundled_pack_is_in_the_text_whole(capsys: Captured) -> None:
    pack = load_pack(bundled_pack())
    text = printed(capsys, "match", "--egfr", "mutated", "--lesions", "2")
    for strategy in pack.strategies:
        assert f"    {strategy.name} [" in text


@pytest.mark.usefixtures("brewing")
def test_redirected_output_is_utf_8_whatever_the_system_writes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = BytesIO()
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(file, encoding="cp1252"))
    assert cli.main(["match", "--json"]) == DONE
    assert "Double‑wall glass" in file.getvalue().decode("utf-8")


def test_json_says_the_found_value_of_a_strategy_named_for_another_profile(
    capsys: Captured,
) -> None:
    found = document(capsys, "--lesions", "2")
    brain = next(s for s in found["strategies"] if s["id"] == "whole-brain-radiotherapy")
    assert (brain["verdict"], brain["nearest_profile"]) == ("no-match", {"lesions": 4})


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["match", "--lesions", "0"], ["--lesions", "“0”", "from 1 to 999", "unknown"]),
        (["match", "--lesions", "1000"], ["--lesions", "“1000”", "from 1 to 999"]),
        (["match", "--lesions", "-1"], ["--lesions", "“-1”"]),
        (["match", "--lesions", "x"], ["--lesions", "“x”"]),
        (["match", "--lesions", ""], ["--lesions", "“”"]),
        (["match", "--lesions", "9" * 5000], ["--lesions"]),
        (["match", "--lesions", "1", "--lesions", "2"], ["--lesions", "twice"]),
        (["match", "--lesions"], ["--lesions"]),
        (["match", "--egfr", "foo"], ["--egfr", "“foo”", "mutated, wild-type"]),
        (["match", "--egfr", "a\nb\x1b[31m"], ["--egfr"]),
        (["match", "--egf", "mutated"], ["--egf"]),
        (["match", "--colour", "red"], ["--colour"]),
        (["match", "--json", "mutated"], ["mutated"]),
        (["match", "--json=yes"], ["--json"]),
        (["references", "--format", "xml"], ["xml", "csl", "ris", "bibtex", "text"]),
        (["check"], ["PACK"]),
        (["check", "one", "two"], ["two"]),
        (["brew"], ["brew", "match", "references", "check"]),
        (["--colour"], ["--colour"]),
        (["--versio"], ["--versio"]),
    ],
)
def test_bad_usage_is_one_line_on_stderr(
    words: list[str], told: list[str], capsys: Captured
) -> None:
    line = complaint(capsys, *words)
    assert [word for word in told if word not in line] == []


def test_several_values_of_a_field_stand_with_a_plus_between_them(
    capsys: Captured, tmp_path: Path
) -> None:
    pack = ["--pack", str(boundary_pack(tmp_path / "pack", "co-mutations"))]
    found = document(capsys, "--genes", "tp53+EGFR", *pack)
    assert found["profile"]["genes"] == "egfr+tp53"
    assert "EGFR found and TP53 found" in printed(capsys, "match", "--genes", "tp53+egfr", *pack)
    for text, meant in (
        ("egfr, tp53", "egfr+tp53"),
        ("tp35 and egfr", "egfr+tp53"),
        ("KRS", "kras"),
    ):
        line = complaint(capsys, "match", "--genes", text, *pack)
        assert f"“{text}”" in line
        assert f"did you mean {meant}?" in line
    for text in ("egfr+none", "egfr+egfr", "+", "not-tested+kras"):
        assert "with + between them" in complaint(capsys, "match", "--genes", text, *pack)


def test_check_says_what_a_good_pack_holds(capsys: Captured) -> None:
    text = printed(capsys, "check", str(MINI_PACK))
    assert text.count("\n") == 1
    assert "pack coffee-brewing 1.2" in text
    assert "8 strategies, 12 statements, 13 criteria, " in text
    assert "8 references (5 of the handbook, 1 of notes, 2 sources)" in text


def test_check_names_every_problem_of_a_bad_pack(capsys: Captured, tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    edit_cell(pack, "strategies.csv", 2, "kind", "kettle")
    edit_cell(pack, "fields.csv", 2, "tag", "")
    assert cli.main(["check", str(pack)]) == BAD_INPUT
    out, err = capsys.readouterr()
    first, second = out.splitlines()
    assert first.startswith("fields.csv, row 2, column tag: ")
    assert second.startswith(
        "strategies.csv, row 2, column kind: “kettle” does not exist; allowed: "
    )
    assert err.count("\n") == 1
    assert "2 problems" in err


def test_check_of_a_folder_that_is_not_there_says_so(capsys: Captured, tmp_path: Path) -> None:
    assert cli.main(["check", str(tmp_path / "nowhere")]) == BAD_INPUT
    out, err = capsys.readouterr()
    assert out.endswith("no such folder or file\n")
    assert err.count("\n") == 1


def test_check_looks_at_the_bundled_pack_even_where_it_is_broken(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    edit_cell(pack, "fields.csv", 2, "tag", "")
    monkeypatch.setattr(packs, "bundled_pack", lambda: pack)
    assert cli.main(["check", str(pack)]) == BAD_INPUT
    assert capsys.readouterr().out.startswith("fields.csv, row 2, column tag: ")


def test_the_bundled_pack_is_valid(capsys: Captured) -> None:
    assert "is valid" in printed(capsys, "check", str(bundled_pack()))


@pytest.mark.usefixtures("brewing")
def test_version_names_app_and_pack(capsys: Captured) -> None:
    text = printed(capsys, "--version")
    assert text == f"nanoexplorer {__version__} (pack coffee-brewing 1.2)\n"


@pytest.mark.usefixtures("brewing")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], ["match", "references", "check", "--version", "--smoke", "Exit status"]),
        (["match"], ["--roast", "--water", "--cups", "--hurry", "--json", "from 1 to 40"]),
        (["references"], ["--format", "ris"]),
        (["check"], ["PACK"]),
    ],
)
def test_help_has_every_option_and_an_example(
    words: list[str], told: list[str], capsys: Captured
) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main([*words, "--help"])
    out, err = capsys.readouterr()
    assert caught.value.code in (DONE, None)
    assert err == ""
    assert "xample" in out
    assert [word for word in told if word not in out] == []


@pytest.mark.usefixtures("brewing")
@pytest.mark.parametrize("name", ["csl", "ris", "bibtex", "text"])
def test_references_prints_every_reference_in_each_format(name: str, capsys: Captured) -> None:
    text = printed(capsys, "references", "--format", name)
    for title in ("Felt and glass compared", "Cork in wine bottles", "Minutes of the Guild"):
        assert title in text


@pytest.mark.usefixtures("brewing")
def test_references_prints_text_unless_told_otherwise(capsys: Captured) -> None:
    assert printed(capsys, "references") == printed(capsys, "references", "--format", "text")


def test_a_broken_bundled_pack_is_our_fault(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    shutil.rmtree(pack)
    monkeypatch.setattr(packs, "bundled_pack", lambda: pack)
    assert cli.main(["--version"]) == cli.OUR_FAULT
    written = capsys.readouterr()
    assert written.out == ""
    last = written.err.splitlines()[-1]
    assert "our fault" in last
    assert "no such folder" in last


@pytest.mark.parametrize("option", ["--search", "--case", "--view"])
def test_bytes_that_are_no_text_are_refused_in_an_option(option: str, capsys: Captured) -> None:
    assert complaint(capsys, "export", "x.csv", option, "\udcff").startswith(option)


def test_a_name_that_no_disk_has_is_told_shortened(capsys: Captured) -> None:
    assert cli.main(["check", "a" * 5000]) == 2
    said = capsys.readouterr()
    assert max(map(len, (said.out + said.err).splitlines())) < 400


@pytest.mark.parametrize("name", ["a\x1b[31mb", "a\nb"])
def test_no_control_sign_of_a_path_reaches_the_terminal(
    name: str, capsys: Captured, tmp_path: Path
) -> None:
    for words in (["check", str(tmp_path / name)], ["export", str(tmp_path / name / "x.csv")]):
        assert cli.main(words) == 2
        said = capsys.readouterr()
        assert "\x1b" not in said.out + said.err
        assert said.err.count("\n") == 1
