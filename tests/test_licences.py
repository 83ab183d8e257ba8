"""Whose work is inside, and under which licences."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from nanoexplorer.ui.help import licences
from nanoexplorer.ui.help.licences import Part

PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


def asked_for() -> list[str]:
    found: list[str] = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]
    return found


def test_every_package_that_the_app_asks_for_is_listed_with_what_it_asks_for() -> None:
    names = {part.name.lower().replace("_", "-") for part in licences.parts()}
    assert {"python", "pyside6-essentials", "shiboken6", "pandas", "lxml", "pillow"} <= names
    for requirement in asked_for():
        name = licences._REQUIRED.match(requirement)
        assert name
        assert name[0].lower() in names
    assert not {"pytest", "mypy", "ruff", "nanoexplorer"} & names


def test_every_part_has_a_version_a_licence_and_its_text() -> None:
    without_text = {part.name for part in licences.parts() if not part.texts}
    assert without_text == {"PySide6_Essentials", "shiboken6"}  # ours to give: see below
    for part in licences.parts():
        assert part.version
        assert part.licence
        assert all(text.strip() for text in part.texts)


def test_the_notices_hold_qts_notice_how_to_replace_it_and_both_of_its_licences() -> None:
    text = licences.notices(())
    assert text.startswith("Qt and PySide6")
    assert "Replace the files of the same names" in text
    for title in ("GNU LESSER GENERAL PUBLIC LICENSE", "GNU GENERAL PUBLIC LICENSE"):
        assert title in text
    for name in ("FreeType", "HarfBuzz", "libpng", "PCRE2", "SIL OPEN FONT LICENSE"):
        assert name in text


def test_the_notices_of_all_parts_follow() -> None:
    parts = (Part("one", "1", "MIT", ("first", "second")), Part("two", "2", "", ()))
    text = licences.notices(parts)
    assert "one 1 — MIT\n\nfirst\n\nsecond\n" in text
    assert "two 2\n" in text


def test_a_bundle_lists_what_is_inside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "licences"
    folder.mkdir()
    listed = (Part("lib", "3", "MIT", ("text",)),)
    (folder / licences.LISTED).write_text(json.dumps(listed), encoding="utf-8")
    monkeypatch.setattr(licences, "resources", lambda: tmp_path)
    assert licences.parts() == listed
