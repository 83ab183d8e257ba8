"""`nanoexplorer export`: what it writes, and the one line it says where it can't."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from nanoexplorer.app import command_line as cli
from nanoexplorer.app import export_command as cli_export
from nanoexplorer.app import packs
from nanoexplorer.app.options import with_examples
from nanoexplorer.core import case_code
from nanoexplorer.core.teaching.seminar_cases import Seminar, seminar_of
from nanoexplorer.documents.finding import strategies_found
from nanoexplorer.formats.seminar import seminar_text
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.render.kinds import SUFFIXES
from nanoexplorer.views import NAMES
from nanoexplorer.words import common
from nanoexplorer.words import export_tables as words
from nanoexplorer.words import window as words_of_window
from nanoexplorer.words.export_command import EXPORT_EPILOG
from nanoexplorer.words.packs import problems as problems_words
from nanoexplorer.words.teaching import seminar as seminar_words
from tests.packs import MINI_PACK, copy_of_mini_pack, mini_pack

Captured = pytest.CaptureFixture[str]
DONE, BAD_INPUT = 0, 2
ROOT = Path(__file__).resolve().parents[2]
WANTED = {"card": ["--select", "moka-pot"], "compare": ["--with-case", "meeting"]}


@pytest.fixture(autouse=True)
def _brewing(app: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line with the mini pack in place of the bundled one."""
    monkeypatch.setattr(packs, "bundled_pack", lambda: MINI_PACK)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


def exported(capsys: Captured, path: Path, *options: str) -> str:
    """Export, which prints the path and nothing else; returns what was written, as text."""
    assert cli.main(["export", str(path), *options]) == DONE
    out, err = capsys.readouterr()
    assert (out, err) == (f"{path}\n", "")
    return path.read_text(encoding="utf-8-sig")


def complaint(capsys: Captured, *options: str) -> str:
    """The one line on stderr of an export that can't be, and nothing on stdout."""
    assert cli.main(["export", *options]) == BAD_INPUT
    out, err = capsys.readouterr()
    assert out == ""
    assert err.rstrip("\n").isprintable()
    return err


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text.splitlines()))


EXAMPLES = [
    line.split()[1:]
    for line in with_examples(EXPORT_EPILOG, load_pack(bundled_pack())).splitlines()
    if line.strip().startswith("nanoexplorer ")
]


@pytest.mark.parametrize("example", EXAMPLES, ids=" ".join)
def test_every_example_of_the_help_is_one_that_can_be_followed(
    example: list[str], capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = load_pack(bundled_pack())
    monkeypatch.setattr(packs, "bundled_pack", bundled_pack)
    monkeypatch.chdir(tmp_path)
    Path("lecture.nxseminar").write_text(seminar_text(seminar_of(pack), pack), encoding="utf-8")
    for writer in ("write", "write_deck"):
        monkeypatch.setattr(cli_export, writer, lambda *_: ())
    assert cli.main(example) == DONE, capsys.readouterr().err


@pytest.mark.parametrize("view", NAMES)
def test_every_view_can_be_exported(view: str, capsys: Captured, tmp_path: Path) -> None:
    more = WANTED.get(view, [])
    assert rows(exported(capsys, tmp_path / "x.csv", "--view", view, *more))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_kind_can_be_written(suffix: str, capsys: Captured, tmp_path: Path) -> None:
    path = tmp_path / f"x{suffix}"
    assert cli.main(["export", str(path), "--roast", "dark", "--cups", "2"]) == DONE
    out, err = capsys.readouterr()
    assert err == ""
    assert [Path(line) for line in out.splitlines()] == sorted(tmp_path.iterdir())
    assert path.stat().st_size


def test_a_handout_is_in_brief_unless_all_of_it_is_asked_for(
    capsys: Captured, tmp_path: Path
) -> None:
    for name, more in (("brief.html", []), ("whole.html", ["--whole"])):
        assert cli.main(["export", str(tmp_path / name), "--handout", *more]) == DONE
    brief, whole = (len((tmp_path / n).read_bytes()) for n in ("brief.html", "whole.html"))
    assert brief < whole / 1.5


def test_a_handout_can_be_written(capsys: Captured, tmp_path: Path) -> None:
    assert cli.main(["export", str(tmp_path / "x.pdf"), "--handout"]) == DONE
    assert capsys.readouterr().err == ""
    assert (tmp_path / "x.pdf").read_bytes().startswith(b"%PDF")


def test_the_profile_is_made_of_fields(capsys: Captured, tmp_path: Path) -> None:
    text = exported(capsys, tmp_path / "x.json", "--roast", "dark", "--cups", "2")
    found = json.loads(text)
    wanted = mini_pack().blank_profile.replace({"roast": "dark", "cups": 2})
    assert found["profile"] == wanted.as_dict()


def test_a_case_or_a_case_code_gives_the_profile_and_fields_change_it(
    capsys: Captured, tmp_path: Path
) -> None:
    case = mini_pack().cases[0]
    code = case_code.encode(mini_pack(), case.profile)
    for given in (("--case", case.id), ("--code", code), ("--code", code.lower())):
        found = json.loads(exported(capsys, tmp_path / "x.json", *given))
        assert found["profile"] == case.profile.as_dict()
    found = json.loads(exported(capsys, tmp_path / "x.json", "--case", case.id, "--cups", "7"))
    assert found["profile"] == {**case.profile.as_dict(), "cups": 7}


def test_a_code_of_another_pack_version_says_that_verdicts_may_differ(
    capsys: Captured, tmp_path: Path
) -> None:
    pack, folder = mini_pack(), copy_of_mini_pack(tmp_path / "pack")
    settings = (folder / "pack.toml").read_text(encoding="utf-8")
    (folder / "pack.toml").write_text(settings.replace('"1.2"', '"1.1"'), encoding="utf-8")
    from nanoexplorer.pack.loader import load_pack

    code = case_code.encode(load_pack(folder), pack.blank_profile)
    assert cli.main(["export", str(tmp_path / "x.json"), "--code", code]) == DONE
    out, err = capsys.readouterr()
    assert err == problems_words.CASE_CODE_OLDER.format(found="1.1", ours="1.2") + "\n"
    assert out == f"{tmp_path / 'x.json'}\n"


def test_compare_takes_its_second_profile_from_a_case_or_a_code(
    capsys: Captured, tmp_path: Path
) -> None:
    case = mini_pack().cases[0]
    code = case_code.encode(mini_pack(), case.profile)
    for given in (("--with-case", case.id), ("--with-code", code)):
        text = exported(capsys, tmp_path / "x.json", "--view", "compare", *given)
        assert json.loads(text)["second_profile"] == case.profile.as_dict()


@pytest.mark.parametrize("text", ["EGFR mutated", "Tagrisso", "osimertnib", "brain barrier"])
def test_a_search_finds_what_the_window_finds(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr(packs, "bundled_pack", bundled_pack)
    pack = load_pack(bundled_pack())
    found = strategies_found(pack, pack.blank_profile, text)
    assert found
    lines = rows(exported(capsys, tmp_path / "x.csv", "--search", text))
    assert {line[words.COLUMNS["strategy"]] for line in lines} == {
        pack.strategy[id_].name for id_ in found
    }


def test_a_search_limits_the_strategies(capsys: Captured, tmp_path: Path) -> None:
    found = rows(exported(capsys, tmp_path / "x.csv", "--search", "cold brew"))
    assert [row[words.COLUMNS["strategy"]] for row in found] == [
        mini_pack().strategy["cold-brew"].name
    ]


def test_what_is_independent_of_the_profile_is_left_out(capsys: Captured, tmp_path: Path) -> None:
    everything = rows(exported(capsys, tmp_path / "a.csv"))
    less = rows(exported(capsys, tmp_path / "b.csv", "--only-dependent"))
    verdict = words.COLUMNS["verdict"]
    independent = common.VERDICT["any-profile"]
    assert less == [row for row in everything if row[verdict] != independent] != everything


def test_what_is_independent_is_counted_or_listed_or_left_out(
    capsys: Captured, tmp_path: Path
) -> None:
    name = mini_pack().strategy["cold-brew"].name
    counted, listed, less = (
        exported(capsys, tmp_path / f"{n}.html", *options)
        for n, options in enumerate(([], ["--in-full"], ["--only-dependent"]))
    )
    assert name in listed
    assert name not in counted.partition("<template>")[0].partition("answers")[0]
    assert common.VERDICT_GROUP["any-profile"] in counted
    assert words_of_window.LEFT_OUT.format(number=1) in less


def test_another_topic_than_the_first_is_taken_by_its_id(capsys: Captured, tmp_path: Path) -> None:
    for topic in mini_pack().topics:
        found = rows(exported(capsys, tmp_path / "x.csv", "--view", "topics", "--topic", topic.id))
        assert {row[words.COLUMNS["topic"]] for row in found} == {topic.name}


def test_a_strategy_is_selected_by_its_id(capsys: Captured, tmp_path: Path) -> None:
    found = rows(exported(capsys, tmp_path / "x.csv", "--view", "card", "--select", "moka-pot"))
    assert {row[words.COLUMNS["strategy"]] for row in found} == {
        mini_pack().strategy["moka-pot"].name
    }


CASE = mini_pack().cases[0].id


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ([], ["FILE"]),
        (["x"], ["“x”", *SUFFIXES]),
        (["x.txt"], ["“x.txt”", ".png"]),
        ([""], ["“”", ".png"]),
        (["x.csv", "y.csv"], ["y.csv"]),
        (["x.csv", "--roast", "green"], ["--roast", "“green”", "dark"]),
        (["x.csv", "--case", "none"], ["--case", "“none”", CASE]),
        (["x.csv", "--case", ""], ["--case", "“”", CASE]),
        (["x.csv", "--case", CASE, "--case", CASE], ["--case", "2 times", ".pptx"]),
        (["x.csv", "--case", CASE, "--code", "NX"], ["--case", "--code", "one of them"]),
        (["x.csv", "--code", "NX-nonsense"], ["nonsense", "NX-"]),
        (["x.csv", "--view", "map"], ["--view", "“map”", *NAMES]),
        (["x.csv", "--select", "moka"], ["--select", "“moka”", "moka-pot"]),
        (["x.csv", "--view", "card"], ["card", "--select"]),
        (["x.csv", "--view", "compare"], ["compare", "--with-case", "--with-code"]),
        (["x.csv", "--with-case", CASE], ["--with-case", "--view compare"]),
        (["x.csv", "--search", "x", "--view", "card", "--select", "moka-pot"], ["--search"]),
        (["x.csv", "--topic", "none", "--view", "topics"], ["--topic", "“none”"]),
        (["x.csv", "--topic", mini_pack().topics[-1].id], ["--topic", "--view topics"]),
        (["x.csv", "--size", "100x100"], ["--size", ".png", ".svg", ".pdf"]),
        (["x.png", "--size", "big"], ["--size", "“big”", "width"]),
        (["x.png", "--size", "99999x9"], ["--size", "16384"]),
        (["x.png", "--scale", "0"], ["--scale", "“0”", "0.5 to 8"]),
        (["x.png", "--scale", "nan"], ["--scale", "“nan”"]),
        (["x.png", "--scale", "2", "--size", "800x600"], ["--size", "--scale"]),
        (["x.svg", "--scale", "2"], ["--scale", ".png"]),
        (["x.png", "--dpi", "1.5"], ["--dpi", "“1.5”", "36 to 1200"]),
        (["x.png", "--theme", "blue"], ["--theme", "“blue”", "light, dark"]),
        (["x.csv", "--theme", "dark"], ["--theme", ".png"]),
        (["x.png", "--handout"], ["x.png", ".pdf"]),
        (["x.pdf", "--whole"], ["--whole", ".pdf", ".html"]),
        (["x.pdf", "--handout", "--view", "card"], ["--handout", "--view", "one of them"]),
        (["x.csv", "--view", "topics", "--only-dependent"], ["--only-dependent", "strategies"]),
        (["x.json", "--only-dependent"], ["--only-dependent", ".csv"]),
        (["x.csv", "--in-full"], ["--in-full", ".png"]),
        (["x.png", "--in-full", "--only-dependent"], ["one of them"]),
        (["x.png", "--colour", "red"], ["--colour", "--theme"]),
    ],
)
def test_bad_usage_is_one_line_and_writes_nothing(
    options: list[str],
    told: list[str],
    capsys: Captured,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    line = complaint(capsys, *options)
    assert [word for word in told if word not in line] == []
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_strategy_of_a_large_pack_is_told_a_few_and_where_the_rest_is(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    line = complaint(capsys, "x.csv", "--select", "osimertinip")
    assert "osimertinib" in line
    assert "match --json" in line
    assert len(line) < 400


def test_a_place_that_is_not_there_is_one_line(capsys: Captured, tmp_path: Path) -> None:
    line = complaint(capsys, str(tmp_path / "nowhere" / "x.csv"))
    assert str(tmp_path / "nowhere") in line


@pytest.fixture
def no_display() -> dict[str, str]:
    """The environment of a machine without a screen."""
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    return {name: value for name, value in os.environ.items() if name not in hidden}


def test_it_works_where_there_is_no_display(no_display: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "x.png"
    options = ["--view", "evidence-map", "--size", "1280x720", "--theme", "dark"]
    done = subprocess.run(
        [sys.executable, "-m", "nanoexplorer", "export", str(path), *options],
        cwd=ROOT, env=no_display, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (DONE, f"{path}\n", "")
    assert path.read_bytes().startswith(b"\x89PNG")


def deck_of(path: Path) -> Any:
    from pptx import Presentation

    return Presentation(str(path))


def a_seminar(folder: Path) -> Path:
    """The mini pack's cases from the last to the first; the first that is taken has a title."""
    pack = mini_pack()
    last, *rest = reversed(seminar_of(pack).cases)
    seminar = Seminar("Evening class", (last._replace(own_title="My cup"), *rest))
    (folder / "x.nxseminar").write_text(seminar_text(seminar, pack), encoding="utf-8")
    return folder / "x.nxseminar"


def test_several_cases_are_one_deck(capsys: Captured, tmp_path: Path) -> None:
    one, other, *_ = mini_pack().cases
    path = tmp_path / "x.pptx"
    assert cli.main(["export", str(path), "--case", other.id, "--case", one.id]) == DONE
    assert capsys.readouterr() == (f"{path}\n", "")
    codes = [case_code.encode(mini_pack(), case.profile) for case in (other, one)]
    assert deck_of(path).core_properties.keywords == ", ".join(codes)


def test_several_cases_are_for_slides_alone(capsys: Captured, tmp_path: Path) -> None:
    one, other, *_ = mini_pack().cases
    for file, *more in (("x.png",), ("x.pdf", "--handout")):
        path = tmp_path / file
        said = complaint(capsys, str(path), "--case", one.id, "--case", other.id, *more)
        assert "--case" in said
        assert ".pptx" in said
        assert list(tmp_path.iterdir()) == []


def test_a_seminar_file_becomes_the_slides_that_its_teacher_wants(
    capsys: Captured, tmp_path: Path
) -> None:
    path = tmp_path / "x.pptx"
    assert cli.main(["export", str(path), "--seminar", str(a_seminar(tmp_path))]) == DONE
    assert capsys.readouterr() == (f"{path}\n", "")
    deck = deck_of(path)
    assert deck.core_properties.title == "Evening class"
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert titles[:2] == ["Evening class", "My cup"]
    last = case_code.encode(mini_pack(), mini_pack().cases[-1].profile)
    assert deck.core_properties.keywords.startswith(last)


def test_a_seminar_file_becomes_a_web_page(capsys: Captured, tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    assert cli.main(["export", str(path), "--seminar", str(a_seminar(tmp_path))]) == DONE
    assert capsys.readouterr() == (f"{path}\n", "")
    text = path.read_text("utf-8")
    assert "<h1>Evening class</h1>" in text
    assert "My cup" in text


def test_a_seminar_file_is_for_slides_and_says_itself_what_is_shown(
    capsys: Captured, tmp_path: Path
) -> None:
    file = str(a_seminar(tmp_path))
    assert ".pptx" in complaint(capsys, str(tmp_path / "x.png"), "--seminar", file)
    for option, value in (("--case", "meeting"), ("--view", "compare"), ("--cups", "2")):
        said = complaint(capsys, str(tmp_path / "x.pptx"), "--seminar", file, option, value)
        assert "--seminar" in said
        assert option in said
    assert not (tmp_path / "x.pptx").exists()


def test_a_preset_says_how_much_of_a_seminar_the_slides_have(
    capsys: Captured, tmp_path: Path
) -> None:
    file, counts = str(a_seminar(tmp_path)), []
    for preset in ("taught", "everything"):
        path = tmp_path / f"{preset}.pptx"
        given = ["export", str(path), "--seminar", file, "--preset", preset]
        assert cli.main(given) == DONE
        counts.append(len(deck_of(path).slides))
    assert counts[0] < counts[1]
    capsys.readouterr()
    said = complaint(capsys, str(tmp_path / "x.pptx"), "--seminar", file, "--preset", "some")
    assert "taught, everything" in said
    assert "--seminar" in complaint(capsys, str(tmp_path / "x.pptx"), "--preset", "taught")


def test_a_damaged_seminar_file_is_refused_in_one_line(capsys: Captured, tmp_path: Path) -> None:
    (tmp_path / "x.nxseminar").write_text("{", encoding="utf-8")
    said = complaint(capsys, str(tmp_path / "x.pptx"), "--seminar", str(tmp_path / "x.nxseminar"))
    assert "x.nxseminar" in said
    assert not (tmp_path / "x.pptx").exists()


def test_a_seminar_of_another_pack_version_says_that_verdicts_may_differ(
    capsys: Captured, tmp_path: Path
) -> None:
    file = a_seminar(tmp_path)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"version": "1.2"', '"version": "1.1"'), encoding="utf-8")
    assert cli.main(["export", str(tmp_path / "x.pptx"), "--seminar", str(file)]) == DONE
    about = {"name": "x.nxseminar", "found": "1.1", "ours": "1.2"}
    assert capsys.readouterr().err == seminar_words.OTHER_VERSION.format(**about) + "\n"


@pytest.mark.skipif(sys.platform != "linux", reason="a matter of X11 and its locales")
def test_a_desktops_look_and_a_plain_locale_are_no_hindrance(tmp_path: Path) -> None:
    env = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
    env |= {"QT_QPA_PLATFORMTHEME": "gtk3", "LC_ALL": "C"}
    made = subprocess.run(
        [sys.executable, "-m", "nanoexplorer", "export", str(tmp_path / "x.csv")],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (made.returncode, made.stderr) == (0, "")


def test_several_files_are_told_on_stderr_and_stdout_has_their_paths(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packs, "bundled_pack", bundled_pack)
    asked = ["--size", "1280x720", "--in-full"]
    assert cli.main(["export", str(tmp_path / "x.png"), *asked]) == DONE
    said = capsys.readouterr()
    written = said.out.splitlines()
    assert len(written) > 1
    assert f"{len(written)} files" in said.err
