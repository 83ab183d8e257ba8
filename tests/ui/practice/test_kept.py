"""What is kept is one file, on request; a damaged one is refused and never written over."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.teaching.practice import Answered, Given
from nanoexplorer.core.teaching.questions import Setup, draw_questions
from nanoexplorer.formats.practice import MOST_BYTES, KeptRound
from nanoexplorer.ui.practice.kept import (
    KeptError,
    KeptResults,
    kept_round,
    missed_in,
)
from tests.packs import mini_pack

WHEN = date(2026, 11, 21).isoformat()


def a_round(number: int = 3) -> KeptRound:
    pack = mini_pack()
    questions = draw_questions(pack, Setup((), number, 7))
    answers = tuple(Answered(q, Given(Verdict.NO_MATCH, "blessed")) for q in questions)
    return kept_round(pack, WHEN, 7, answers)


def results(folder: Path) -> KeptResults:
    return KeptResults(folder / "data" / "practice.json")


def test_there_is_no_file_until_a_round_is_kept(tmp_path: Path) -> None:
    kept = results(tmp_path)
    assert kept.read() == ()
    assert not kept.there()
    assert list(tmp_path.iterdir()) == []


def test_rounds_come_back_as_they_were_kept(tmp_path: Path) -> None:
    kept = results(tmp_path)
    kept.add(a_round())
    kept.add(a_round(2))
    assert kept.read() == (a_round(), a_round(2))
    assert [file.name for file in kept.path.parent.iterdir()] == ["practice.json"]


def test_what_was_missed_is_counted_by_kind_over_all_rounds() -> None:
    one = a_round()._replace(missed=(("hedge", 2), ("interpretation", 1)))
    assert missed_in([one, one]) == [("hedge", 4), ("interpretation", 2)]


def test_deleting_says_what_was_deleted(tmp_path: Path) -> None:
    kept = results(tmp_path)
    kept.add(a_round())
    kept.add(a_round())
    said = kept.delete()
    assert not kept.there()
    assert "2 rounds with 6 answers" in said
    assert str(kept.path) in said


def changed(**changes: Any) -> str:
    one = {**a_round()._asdict(), "missed": {"hedge": 1}, **changes}
    return json.dumps({"schema": "nanoexplorer/practice/1", "rounds": [one]})


DAMAGED = [
    ("{", "no JSON"),
    ("[]", "no practice file"),
    ('{"schema": "other/1", "rounds": []}', "no practice file"),
    ('{"schema": "nanoexplorer/practice/1"}', "no practice file"),
    ('{"schema": "nanoexplorer/practice/1", "rounds": [3]}', "round 1"),
    ('{"schema": "nanoexplorer/practice/2", "rounds": []}', "newer version"),
    (changed(when="yesterday"), "round 1, when: found “yesterday”"),
    (changed(seed=-1), "round 1, seed"),
    (changed(seed=True), "round 1, seed"),
    (changed(missed={"luck": 1}), "round 1, missed"),
    (changed(missed=[]), "round 1, missed"),
    (changed(answers=[["only", "three", "words"]]), "round 1, answers"),
    (changed(answers=[[1, 2, 3, 4]]), "round 1, answers"),
    (changed(pack="two\nlines"), "round 1, pack"),
    (changed(more=1), "round 1, round"),
    ("[" * 100_000, "no JSON"),
]


@pytest.mark.parametrize(("text", "says"), DAMAGED)
def test_a_damaged_file_is_refused_in_one_line_and_left_alone(
    tmp_path: Path, text: str, says: str
) -> None:
    kept = results(tmp_path)
    kept.path.parent.mkdir()
    kept.path.write_text(text)
    for act in (kept.read, lambda: kept.add(a_round())):
        with pytest.raises(KeptError) as caught:
            act()
        assert says in str(caught.value)
        assert str(kept.path) in str(caught.value)
        assert "\n" not in str(caught.value)
    assert kept.path.read_text() == text
    said = kept.delete()
    assert "could not be read" in said
    assert not kept.there()


def test_bytes_that_are_no_text_and_a_huge_file_are_refused(tmp_path: Path) -> None:
    kept = results(tmp_path)
    kept.path.parent.mkdir()
    kept.path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KeptError, match="no JSON"):
        kept.read()
    kept.path.write_bytes(b" " * (MOST_BYTES + 1))
    with pytest.raises(KeptError, match="larger than 4,000,000"):
        kept.read()


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    kept = results(tmp_path)
    kept.path.mkdir(parents=True)
    for act in (kept.read, lambda: kept.add(a_round()), kept.delete):
        with pytest.raises(KeptError, match=r"practice\.json"):
            act()
    assert kept.path.is_dir()


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    with pytest.raises(KeptError, match=r"practice\.json"):
        results(tmp_path).add(a_round())


@given(st.text(max_size=60))
def test_no_text_is_taken_for_results_by_accident(tmp_path_factory: Any, text: str) -> None:
    kept = KeptResults(tmp_path_factory.mktemp("kept") / "practice.json")
    kept.path.write_text(text, encoding="utf-8", errors="surrogatepass")
    with pytest.raises(KeptError):
        kept.read()


def test_what_an_older_version_kept_of_our_reading_counts_as_our_interpretation(
    tmp_path: Path,
) -> None:
    kept = results(tmp_path)
    kept.add(a_round()._replace(missed=(("interpretation", 2),)))
    old = kept.path.read_text().replace('"interpretation"', '"reading"')
    kept.path.write_text(old)
    [one] = kept.read()
    assert one.missed == (("interpretation", 2),)


@pytest.mark.parametrize("target", ["pipe", "/dev/zero", "practice.json"])
def test_what_is_no_ordinary_file_in_its_place_is_refused_at_once(
    tmp_path: Path, target: str
) -> None:
    os.mkfifo(tmp_path / "pipe")
    kept = KeptResults(tmp_path / "practice.json")
    kept.path.symlink_to(target)
    for act in (kept.read, lambda: kept.add(a_round())):
        with pytest.raises(KeptError, match=r"practice\.json can’t be read: "):
            act()


def test_results_that_could_not_be_read_again_are_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = results(tmp_path)
    kept.add(a_round())
    monkeypatch.setattr("nanoexplorer.ui.practice.kept.MOST_BYTES", kept.path.stat().st_size + 9)
    with pytest.raises(KeptError, match="can’t be kept"):
        kept.add(a_round())
    assert kept.read() == (a_round(),)
