"""What was made with version 2026.1 of the bundled pack still opens, and says so."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from nanoexplorer.app.controller import Controller
from nanoexplorer.core import case_code
from nanoexplorer.core.teaching.seminar_cases import seminar_of
from nanoexplorer.formats.seminar import read_seminar
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.words import export as words
from nanoexplorer.words.packs import problems as problems_words
from tests.controllers import said, session
from tests.dropping import let_it_read

MADE = Path(__file__).parents[1] / "golden" / "pack_2026_1"
OLDER = "2026.1"
CODES: dict[str, dict[str, str | int]] = json.loads((MADE / "codes.json").read_text("utf-8"))


@pytest.mark.parametrize("code", CODES)
def test_a_code_of_the_first_version_opens_its_profile(code: str) -> None:
    pack = load_pack(bundled_pack())
    profile, version = case_code.decode(pack, code)
    assert (profile.as_dict(), version) == (CODES[code], OLDER)
    assert pack.version != OLDER


def test_a_code_of_the_first_version_opens_with_its_line(controller: Controller) -> None:
    code, profile = next(iter(CODES.items()))
    assert controller.commands is not None
    controller.commands.enter_code(code)
    assert session(controller).profile.as_dict() == profile
    ours = session(controller).pack.version
    assert said(controller) == problems_words.CASE_CODE_OLDER.format(found=OLDER, ours=ours)


def test_a_code_of_somebody_s_pack_may_stand_for_another_profile(controller: Controller) -> None:
    open_ = session(controller)
    open_.pack = replace(open_.pack, ours=False)
    assert controller.commands is not None
    controller.commands.enter_code(next(iter(CODES)))
    assert said(controller).endswith(problems_words.CODES_MAY_DIFFER)
    controller.exports.open_file(MADE / "picture.png")
    let_it_read()
    assert said(controller).endswith(problems_words.CODES_MAY_DIFFER)


@pytest.mark.parametrize("name", ["picture.png", "card.pdf"])
def test_a_picture_of_the_first_version_opens_with_its_line(
    controller: Controller, name: str
) -> None:
    controller.exports.open_file(MADE / name)
    let_it_read()
    assert session(controller).profile["lesions"] == 8
    ours = session(controller).pack.version
    assert said(controller) == words.VIEW_OPENED_OLDER.format(name=name, found=OLDER, ours=ours)


def test_a_seminar_of_the_first_version_opens_with_all_its_cases() -> None:
    pack = load_pack(bundled_pack())
    read = read_seminar(MADE / "seminar.nxseminar", pack)
    assert [case.profile for case in read.seminar.cases] == [
        case.profile for case in seminar_of(pack).cases
    ]
