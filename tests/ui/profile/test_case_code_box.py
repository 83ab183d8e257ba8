"""The case code: copied, pasted, typed; a wrong one is one clear line and changes nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from nanoexplorer.app.controller import Controller
from nanoexplorer.core import case_code
from nanoexplorer.words import desktop as desktop_words
from nanoexplorer.words.packs import problems as problems_words
from tests.controllers import act, click, clipboard_text, find, press, profile, said, session


def line(controller: Controller) -> QLineEdit:
    return find(controller, QLineEdit, "profile.code")


def enter(controller: Controller, text: str) -> None:
    """Type over what stands there, and press Enter."""
    line(controller).setFocus()
    line(controller).selectAll()
    QTest.keyClicks(line(controller), text)
    press(line(controller), Qt.Key.Key_Return)


def code_of(controller: Controller, **changes: str | int) -> str:
    pack = session(controller).pack
    return case_code.encode(pack, pack.blank_profile.replace(changes))


def test_it_shows_the_code_of_the_profile(controller: Controller) -> None:
    session(controller).edit_profile("egfr", "mutated")
    assert line(controller).text() == code_of(controller, egfr="mutated")


@pytest.mark.usefixtures("clipboard")
def test_the_button_and_the_menu_copy_it(controller: Controller) -> None:
    session(controller).edit_profile("lesions", 4)
    click(controller, "profile.copy_code")
    assert clipboard_text() == code_of(controller, lesions=4)
    assert said(controller) == desktop_words.CODE_COPIED
    session(controller).edit_profile("lesions", 5)
    act(controller, "copy_code")
    assert clipboard_text() == code_of(controller, lesions=5)


@pytest.mark.usefixtures("clipboard")
def test_a_pasted_code_opens_its_profile(controller: Controller) -> None:
    QGuiApplication.clipboard().setText(f"  {code_of(controller, alk='rearranged', lesions=12)}\n")
    act(controller, "paste_code")
    assert profile(controller)["alk"] == "rearranged"
    assert profile(controller)["lesions"] == 12
    assert said(controller) == desktop_words.CODE_OPENED


def test_a_typed_code_opens_its_profile_however_it_is_written(controller: Controller) -> None:
    enter(controller, code_of(controller, pdl1="expressed").lower().replace("-", " "))
    assert profile(controller)["pdl1"] == "expressed"
    assert line(controller).text() == code_of(controller, pdl1="expressed")


@pytest.mark.parametrize("wrong", ["", "hello", "NX-", "x" * 200, "<b>NX</b>", "Ä-1"])
def test_what_is_no_code_is_one_line_and_changes_nothing(
    controller: Controller, wrong: str
) -> None:
    session(controller).edit_profile("egfr", "mutated")
    before = session(controller).intent
    enter(controller, wrong or "?")
    assert session(controller).intent == before
    assert (wrong or "?")[:60] in said(controller)
    assert code_of(controller, egfr="mutated") in said(controller)
    assert said(controller).isprintable()
    line(controller).clearFocus()
    assert line(controller).text() == code_of(controller, egfr="mutated")


@pytest.mark.usefixtures("clipboard")
@pytest.mark.parametrize("clip", ["", "a\nb\tc", "\x00", "NX-AAA-1-A1-0\nNX"])
def test_whatever_is_pasted_the_window_stands(controller: Controller, clip: str) -> None:
    QGuiApplication.clipboard().setText(clip)
    before = session(controller).intent
    act(controller, "paste_code")
    assert session(controller).intent == before
    assert said(controller)
    assert "\n" not in said(controller)


def test_a_typing_error_is_said_to_be_one(controller: Controller) -> None:
    code = code_of(controller, egfr="mutated")
    enter(controller, code.replace("EM", "EW"))
    assert said(controller) == problems_words.CASE_CODE_ERROR["check"].format(
        text=code.replace("EM", "EW")
    )


def test_a_code_of_another_pack_is_refused(controller: Controller) -> None:
    body, mark = "EM", "".join(sorted(case_code.pack_mark("another")))
    code = f"NX-{mark}-1-{body}-{case_code.check(mark + '1' + body)}"
    enter(controller, code)
    assert session(controller).pack.title in said(controller)
    assert session(controller).profile == session(controller).pack.blank_profile


def test_a_code_of_another_version_opens_with_a_line(controller: Controller) -> None:
    mark = case_code.pack_mark(session(controller).pack.id)
    body = code_of(controller, egfr="mutated").split("-")[3]
    enter(controller, f"NX-{mark}-2020.9-{body}-{case_code.check(mark + '2020.9' + body)}")
    assert profile(controller)["egfr"] == "mutated"
    ours = session(controller).pack.version
    assert said(controller) == problems_words.CASE_CODE_OLDER.format(found="2020.9", ours=ours)


def test_leaving_the_line_brings_the_code_back(controller: Controller) -> None:
    line(controller).setFocus()
    QTest.keyClicks(line(controller), "half a code")
    click(controller, "profile.egfr.mutated")
    find(controller, QLineEdit, "header.search").setFocus()
    assert line(controller).text() == code_of(controller, egfr="mutated")
