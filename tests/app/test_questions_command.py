"""`nanoexplorer questions`: what is asked for is checked first; each failure is one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from nanoexplorer.app.command_line import BAD_INPUT, DONE, main
from nanoexplorer.app.questions_command import EACH
from nanoexplorer.core.teaching.questions import MOST_QUESTIONS
from nanoexplorer.core.teaching.seminar_cases import Seminar, SeminarCase
from nanoexplorer.formats.seminar import seminar_text
from nanoexplorer.render.questions.writing import KINDS
from nanoexplorer.words.teaching import questions as words
from tests.render.renderings import bundled
from tests.render.test_question_files import from_gift

pytestmark = pytest.mark.usefixtures("app")


def ids(file: Path) -> list[str]:
    return [id_ for id_, _ in from_gift(file.read_bytes())]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.suffix)
def test_every_kind_is_written_and_named(
    kind: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / f"set{kind.suffix}"  # type: ignore[attr-defined]
    assert main(["questions", str(file), "--random", "3"]) == DONE
    said = capsys.readouterr()
    assert said.out == f"{file}\n"
    assert said.err.startswith("3 questions written.\n")
    assert (words.WITH_ANSWERS in said.err) == (file.suffix != ".pdf")
    assert file.stat().st_size > 500


def test_a_number_makes_the_same_set_again(tmp_path: Path) -> None:
    one, other, third = (tmp_path / f"{n}.gift" for n in range(3))
    for file, seed in ((one, "7"), (other, "7"), (third, "8")):
        assert main(["questions", str(file), "--random", "12", "--seed", seed]) == DONE
    assert ids(one) == ids(other) != ids(third)


def test_of_all_cases_so_many_each_are_asked_where_nothing_is_said(tmp_path: Path) -> None:
    file = tmp_path / "set.gift"
    assert main(["questions", str(file)]) == DONE
    assert len(ids(file)) == EACH * len(bundled().cases)


def test_a_seminar_is_asked_about(tmp_path: Path) -> None:
    case = bundled().cases[0]
    seminar = tmp_path / "mine.nxseminar"
    made = Seminar("Mine", (SeminarCase(case.profile, own_title="Of my own"),))
    seminar.write_text(seminar_text(made, bundled()))
    file = tmp_path / "set.gift"
    assert main(["questions", str(file), "--seminar", str(seminar), "--number", "5"]) == DONE
    assert len(ids(file)) == 5
    assert file.read_text().count("Of my own") >= 5


def test_a_pdf_has_answers_on_request_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    without, behind = tmp_path / "a.pdf", tmp_path / "b.pdf"
    assert main(["questions", str(without), "--random", "2"]) == DONE
    assert words.WITH_ANSWERS not in capsys.readouterr().err
    assert main(["questions", str(behind), "--random", "2", "--answers"]) == DONE
    assert words.WITH_ANSWERS in capsys.readouterr().err
    assert behind.stat().st_size > without.stat().st_size


def test_fewer_than_asked_for_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, case = tmp_path / "set.gift", bundled().cases[0].id
    assert main(["questions", str(file), "--case", case, "--number", "900"]) == DONE
    said = capsys.readouterr()
    assert said.out == f"{file}\n"
    assert "900 asked for" in said.err
    assert len(ids(file)) == len(bundled().strategies)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["set.docx"], ".gift"),
        (["set"], ".gift"),
        (["set.gift", "--random", "0"], f"1 to {MOST_QUESTIONS}"),
        (["set.gift", "--random", "many"], "--random"),
        (["set.gift", "--random", "1", "--random", "2"], "twice"),
        (["set.gift", "--seed", "9999999"], "--seed"),
        (["set.gift", "--number", "-1"], "--number"),
        (["set.gift", "--case", "nowhere"], "nowhere"),
        (["set.gift", "--case", "nowhere", "--random", "3"], "one of them"),
        (["set.gift", "--random", "3", "--number", "3"], "one of them"),
        (["set.gift", "--seminar", "absent.nxseminar"], "absent.nxseminar"),
        (["set.gift", "--answers"], ".pdf"),
        (["set.gift", "--what"], "--what"),
    ],
)
def test_what_is_wrong_is_one_line_and_nothing_is_written(
    arguments: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["questions", *arguments]) == BAD_INPUT
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err
    assert told.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
