"""The case code: copied, pasted, typed; a wrong one is one clear line and changes nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from nanoexplorer.app.controller import Desk
from nanoexplorer.core import case_code
from nanoexplorer.words import desktop as desktop_words
from nanoexplorer.words import problems as problems_words
from tests.desks import act, click, clipboard_text, find, press, profile, said, session


def line(desk: Desk) -> QLineEdit:
    return find(desk, QLineEdit, "profile.code")


def enter(desk: Desk, text: str) -> None:
    """Type over what stands there, and press Enter."""
    line(desk).setFocus()
    line(desk).selectAll()
    QTest.keyClicks(line(desk), text)
    press(line(desk), Qt.Key.Key_Return)


def code_of(desk: Desk, **changes: str | int) -> str:
    pack = session(desk).pack
    return case_code.encode(pack, pack.blank_profile.replace(changes))


def test_it_shows_the_code_of_the_profile(desk: Desk) -> None:
    session(desk).edit_profile("egfr", "mutated")
    assert line(desk).text() == code_of(desk, egfr="mutated")


@pytest.mark.usefixtures("clipboard")
def test_the_button_and_the_menu_copy_it(desk: Desk) -> None:
    session(desk).edit_profile("lesions", 4)
    click(desk, "profile.copy_code")
    assert clipboard_text() == code_of(desk, lesions=4)
    assert said(desk) == desktop_words.CODE_COPIED
    session(desk).edit_profile("lesions", 5)
    act(desk, "copy_code")
    assert clipboard_text() == code_of(desk, lesions=5)


@pytest.mark.usefixtures("clipboard")
def test_a_pasted_code_opens_its_profile(desk: Desk) -> None:
    QGuiApplication.clipboard().setText(f"  {code_of(desk, alk='rearranged', lesions=12)}\n")
    act(desk, "paste_code")
    assert profile(desk)["alk"] == "rearranged"
    assert profile(desk)["lesions"] == 12
    assert said(desk) == desktop_words.CODE_OPENED


def test_a_typed_code_opens_its_profile_however_it_is_written(desk: Desk) -> None:
    enter(desk, code_of(desk, pdl1="expressed").lower().replace("-", " "))
    assert profile(desk)["pdl1"] == "expressed"
    assert line(desk).text() == code_of(desk, pdl1="expressed")


@pytest.mark.parametrize("wrong", ["", "hello", "NX-", "x" * 200, "<b>NX</b>", "Ä-1"])
def test_what_is_no_code_is_one_line_and_changes_nothing(desk: Desk, wrong: str) -> None:
    session(desk).edit_profile("egfr", "mutated")
    before = session(desk).intent
    enter(desk, wrong or "?")
    assert session(desk).intent == before
    assert (wrong or "?")[:60] in said(desk)
    assert code_of(desk, egfr="mutated") in said(desk)
    assert said(desk).isprintable()
    line(desk).clearFocus()
    assert line(desk).text() == code_of(desk, egfr="mutated")


@pytest.mark.usefixtures("clipboard")
@pytest.mark.parametrize("clip", ["", "a\nb\tc", "\x00", "NX-AAA-1-A1-0\nNX"])
def test_whatever_is_pasted_the_window_stands(desk: Desk, clip: str) -> None:
    QGuiApplication.clipboard().setText(clip)
    before = session(desk).intent
    act(desk, "paste_code")
    assert session(desk).intent == before
    assert said(desk)
    assert "\n" not in said(desk)


def test_a_typing_error_is_said_to_be_one(desk: Desk) -> None:
    code = code_of(desk, egfr="mutated")
    enter(desk, code.replace("EM", "EW"))
    assert said(desk) == problems_words.CASE_CODE_ERROR["check"].format(
        text=code.replace("EM", "EW")
    )


def test_a_code_of_another_pack_is_refused(desk: Desk) -> None:
    body, mark = "EM", "".join(sorted(case_code.pack_mark("another")))
    code = f"NX-{mark}-1-{body}-{case_code.check(mark + '1' + body)}"
    enter(desk, code)
    assert session(desk).pack.title in said(desk)
    assert session(desk).profile == session(desk).pack.blank_profile


def test_a_code_of_another_version_opens_with_a_line(desk: Desk) -> None:
    mark = case_code.pack_mark(session(desk).pack.id)
    body = code_of(desk, egfr="mutated").split("-")[3]
    enter(desk, f"NX-{mark}-2020.9-{body}-{case_code.check(mark + '2020.9' + body)}")
    assert profile(desk)["egfr"] == "mutated"
    ours = session(desk).pack.version
    assert said(desk) == problems_words.CASE_CODE_OLDER.format(found="2020.9", ours=ours)


def test_leaving_the_line_brings_the_code_back(desk: Desk) -> None:
    line(desk).setFocus()
    QTest.keyClicks(line(desk), "half a code")
    click(desk, "profile.egfr.mutated")
    find(desk, QLineEdit, "header.search").setFocus()
    assert line(desk).text() == code_of(desk, egfr="mutated")
