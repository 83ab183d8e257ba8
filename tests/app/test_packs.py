"""`--pack`: the same commands with another pack."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nanoexplorer.app import command_line as cli
from nanoexplorer.app.options import BadInput
from nanoexplorer.app.packs import packs_in
from nanoexplorer.pack.opened import is_a_pack, open_pack
from nanoexplorer.places import bundled_pack
from tests.boundary_packs import boundary_pack
from tests.packs import MINI_PACK, copy_of_mini_pack, edit_cell

Captured = pytest.CaptureFixture[str]
DONE, BAD_INPUT = 0, 2


@pytest.mark.parametrize("where", [0, 1, 2])
@pytest.mark.parametrize("form", [["--pack", "here"], ["--pack=here"]])
def test_the_option_may_stand_anywhere(where: int, form: list[str]) -> None:
    words = ["match", "--json"]
    words[where:where] = form
    assert packs_in(words).asked == Path("here")
    assert words == ["match", "--json"]


@pytest.mark.parametrize("words", [["--pack"], ["--pack="], ["--pack", "a", "--pack", "b"]])
def test_the_option_wants_one_path(words: list[str]) -> None:
    with pytest.raises(BadInput, match="allowed: "):
        packs_in(words)


def test_a_command_takes_the_fields_of_the_pack_that_is_asked_for(capsys: Captured) -> None:
    words = ["match", "--pack", str(MINI_PACK), "--roast", "light", "--cups", "3", "--json"]
    assert cli.main(words) == DONE
    found = json.loads(capsys.readouterr().out)
    assert found["profile"]["cups"] == 3
    assert found["pack"]["curators"] == "Two baristas"
    assert found["pack"]["checked"] is False


def test_a_command_takes_decimals(capsys: Captured, tmp_path: Path) -> None:
    pack = str(boundary_pack(tmp_path / "pack", "decimals"))
    assert cli.main(["match", "--pack", pack, "--cups", "7.25"]) == DONE
    assert "Cups 7.25 dL" in capsys.readouterr().out
    assert cli.main(["match", "--pack", pack, "--cups", "7.3"]) == BAD_INPUT
    assert "in steps of 0.25" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["match"], ["references"], ["export", "{}/card.csv"]])
def test_what_leaves_says_whose_pack_it_is(
    command: list[str], capsys: Captured, tmp_path: Path
) -> None:
    words = [word.format(tmp_path) for word in command]
    assert cli.main([*words, "--pack", str(MINI_PACK)]) == DONE
    written = [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()]
    said = "".join([capsys.readouterr().out, *written])
    assert "not checked by us" in said or command == ["references"]
    assert cli.main(words) == DONE
    assert "not checked by us" not in capsys.readouterr().out


def test_a_broken_pack_is_one_line_that_names_the_first_problem(
    capsys: Captured, tmp_path: Path
) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    edit_cell(pack, "fields.csv", 2, "tag", "")
    assert cli.main(["match", "--pack", str(pack)]) == BAD_INPUT
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "fields.csv, row 2, column tag" in err


def test_the_check_is_given_its_pack_as_it_is(capsys: Captured) -> None:
    assert cli.main(["check", "--pack", str(MINI_PACK)]) == BAD_INPUT
    assert "--pack" in capsys.readouterr().err


def test_a_pack_is_told_by_its_name_or_by_being_a_folder(tmp_path: Path) -> None:
    assert all(map(is_a_pack, (tmp_path, Path("a.xlsx"), Path("a.NXPACK"), Path("a/pack.toml"))))
    assert not any(map(is_a_pack, (Path("a.png"), tmp_path / "nowhere", Path("\0"))))


def test_a_pack_that_comes_with_the_app_is_ours_and_a_copy_of_it_is_not(tmp_path: Path) -> None:
    assert open_pack(bundled_pack()).ours
    assert not open_pack(copy_of_mini_pack(tmp_path / "pack")).ours


@pytest.mark.parametrize("words", [["{}"], ["--pack", "{}"], ["{}/pack.toml"]])
def test_the_window_opens_with_a_pack(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[Path | None, Path | None]] = []

    def open_window(to_open: Path | None = None, pack: Path | None = None) -> int:
        opened.append((to_open, pack))
        return DONE

    monkeypatch.setattr("nanoexplorer.app.start.open_window", open_window)
    monkeypatch.setattr("gc.disable", lambda: None)
    pack = copy_of_mini_pack(tmp_path / "pack")
    assert cli.main([word.format(pack) for word in words]) == DONE
    [(file, path)] = opened
    assert file is None
    assert path is not None
    assert path in (pack, pack / "pack.toml")
