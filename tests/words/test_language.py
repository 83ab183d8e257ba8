"""A language swaps all texts and the plural, is read strictly, and goes again without a trace."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from nanoexplorer.formats.reader import FormatError
from nanoexplorer.words import common, starting
from nanoexplorer.words.language import Forms, Language, form_for, speak, texts
from nanoexplorer.words.language_file import SCHEMA, language_of, speak_language
from tests.words.generated import CODE, marked, write_language


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak(Language())


def written(said: dict[str, Any], plural: str = "n != 1") -> bytes:
    return json.dumps({"schema": SCHEMA, "plural": plural, "texts": said}).encode()


def codes(content: bytes) -> list[str]:
    with pytest.raises(FormatError) as caught:
        language_of(content)
    return [problem.code for problem in caught.value.problems]


def test_every_text_is_swapped_and_comes_back(tmp_path: Path) -> None:
    before = texts()
    write_language(tmp_path)
    assert speak_language(CODE, tmp_path) == ""
    after = texts()
    same = {name for name in before if after[name] == before[name]}
    assert not {name for name in same if marked(before[name]) != before[name]} - {
        "common.APP",
        "window.BRAND",
    }
    speak(Language())
    assert texts() == before


def test_phrases_are_made_of_the_language_that_is_spoken() -> None:
    speak(
        language_of(
            written(
                {"common.AND": "et", "common.STATEMENTS": ["{number} énoncé", "{number} énoncés"]}
            )
        )
    )
    assert common.listed(["a", "b", "c"]) == "a, b et c"
    assert common.counted(1, common.STATEMENTS) == "1 énoncé"
    assert common.counted(2, common.STATEMENTS) == "2 énoncés"


def test_a_number_takes_one_of_as_many_forms_as_the_language_has() -> None:
    rule = "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"
    three = ["{number} случай", "{number} случая", "{number} случаев"]
    speak(language_of(written({"common.CASES": three}, rule)))
    said = [common.counted(number, common.CASES) for number in (1, 3, 11, 25)]
    assert said == ["1 случай", "3 случая", "11 случаев", "25 случаев"]
    # What is not translated stays English, and has only the two forms of English.
    assert form_for(25, Forms("one", "many")) == "many"


def test_what_a_language_leaves_out_stays_english() -> None:
    speak(language_of(written({"starting.QUIT": "Quitter", "common.MODEL": {}})))
    assert (starting.QUIT, starting.CONTINUE) == ("Quitter", "Continue")
    assert common.MODEL["animal"] == "animals"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"starting.NOTHING": "x"}, "unknown-key"),
        ({"starting.QUIT": 3}, "not-text"),
        ({"starting.POINTS": ["only one"]}, "too-few"),
        ({"common.OUTCOME": {"foreign": "x"}}, "unknown-key"),
        ({"common.GAP": "{kinds} {value} {more}"}, "not-allowed"),
        ({"common.GAP": "{kinds.__class__} {value}"}, "not-allowed"),
        ({"common.GAP": "{kinds:>99999999} {value}"}, "not-allowed"),
        ({"common.GAP": "{kinds"}, "not-allowed"),
        ({"common.CASES": []}, "too-few"),
        ({"common.CASES": ["{count}"]}, "not-allowed"),
    ],
)
def test_a_text_of_another_shape_is_refused(said: dict[str, Any], code: str) -> None:
    assert codes(written(said)) == [code]


@pytest.mark.parametrize("rule", ["", "n !=", "__import__('os')", "n" * 2000, "(" * 500 + "n"])
def test_a_plural_that_is_none_is_refused(rule: str) -> None:
    assert codes(written({}, rule)) == ["not-allowed"]


def test_a_damaged_language_is_english_with_one_line(tmp_path: Path) -> None:
    (tmp_path / "fr.json").write_text("{")
    line = speak_language("fr", tmp_path)
    assert line.startswith("The language “fr” can’t be used: fr.json: ")
    assert line.endswith("English is used.")
    assert "\n" not in line
    assert starting.QUIT == "Quit"
