"""A seminar file: there and back, and every kind of damage refused in words."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nanoexplorer.core.teaching.seminar_cases import Seminar, seminar_of
from nanoexplorer.formats.seminar import (
    FILE_SIZE,
    LENGTHS,
    SeminarError,
    cleaned,
    parse_seminar,
    read_seminar,
    seminar_text,
)
from nanoexplorer.formats.shapes import has_unseen
from tests.formats.seminars import NAME, complaints, content, sample, seminars
from tests.packs import mini_pack

PACK = mini_pack()
FIRST, SECOND = list(PACK.strategy)[:2]
Damage = Callable[[dict[str, Any]], object]


@given(seminars(PACK))
@settings(max_examples=60)
def test_a_seminar_comes_back_as_it_was_written(seminar: Seminar) -> None:
    read = parse_seminar(seminar_text(seminar, PACK).encode(), NAME, PACK)
    assert (read.seminar, read.version, read.unsaved_of) == (seminar, PACK.version, "")


def test_whose_unsaved_changes_they_are_comes_back() -> None:
    text = seminar_text(seminar_of(PACK), PACK, "lectures of a teacher/ü.nxseminar")
    assert (
        parse_seminar(text.encode(), NAME, PACK).unsaved_of == "lectures of a teacher/ü.nxseminar"
    )


def test_the_words_of_the_pack_are_not_in_the_file() -> None:
    assert PACK.cases[0].title not in seminar_text(seminar_of(PACK), PACK)


def test_the_sample_is_sound() -> None:
    assert complaints(content(sample(PACK)), PACK) == []


def test_a_file_of_the_first_build_opens() -> None:
    data = sample(PACK)
    assert data["schema"] == "nanoexplorer/seminar/2"
    data["schema"] = "nanoexplorer/seminar/1"
    assert complaints(content(data), PACK) == []


def in_case(**changes: object) -> Damage:
    return lambda data: data["cases"][0].update(changes)


DAMAGES: dict[str, tuple[Damage, str]] = {
    "foreign": (lambda d: d.update(schema="other/1"), "schema: found “other/1”; allowed: a sem"),
    "no schema": (lambda d: d.pop("schema"), "schema: found nothing; allowed: a seminar file"),
    "unknown key": (lambda d: d.update(colour="red"), "colour: "),
    "no title": (lambda d: d.pop("title"), "title: "),
    "no cases": (lambda d: d.pop("cases"), "cases: "),
    "no pack": (lambda d: d.pop("pack"), "pack: "),
    "pack no object": (lambda d: d.update(pack="mini"), "pack: "),
    "pack id": (lambda d: d["pack"].update(id="other"), "pack.id: made for the pack “other”"),
    "pack version": (lambda d: d["pack"].update(version=7), "pack.version: "),
    "pack key": (lambda d: d["pack"].update(more="x"), "pack.more: "),
    "title a number": (lambda d: d.update(title=3), "title: found 3; allowed: text"),
    "title long": (
        lambda d: d.update(title="x" * 201),
        "title: found 201 characters; allowed: 200",
    ),
    "title lines": (lambda d: d.update(title="a\nb"), "title: found a control or invisible"),
    "cases no list": (lambda d: d.update(cases=3), "cases: found 3; allowed: a list"),
    "too many cases": (lambda d: d.update(cases=[{}] * 201), "cases: found 201; allowed: at most"),
    "case no object": (lambda d: d["cases"].__setitem__(0, 5), "case 1: "),
    "case key": (in_case(verdict="yes"), "case 1, verdict: "),
    "no code": (lambda d: d["cases"][0].pop("code"), "case 1, code: "),
    "bad code": (in_case(code="hello"), "case 1, code: found “hello”; allowed: a case code"),
    "empty code": (in_case(code=""), "case 1, code: "),
    "note long": (in_case(note="x" * 2001), "case 1, note: found 2001 characters; allowed: 2000"),
    "aside long": (in_case(aside="x" * 4001), "case 1, aside: found 4001 characters"),
    "invisible": (in_case(note="a\u202eb"), "case 1, note: found a control or invisible"),
    "surrogate": (in_case(title="\ud800"), "case 1, title: found a control or invisible"),
    "minutes many": (in_case(minutes=601), "case 1, minutes: found “601”; allowed: a whole"),
    "minutes no number": (in_case(minutes="ten"), "case 1, minutes: found “ten”; allowed: a"),
    "question lines": (in_case(question="a\nb"), "case 1, question: found a control"),
    "only no yes": (in_case(**{"only-dependent": 1}), "case 1, only-dependent: "),
    "type": (lambda d: d.update(type="lecture"), "type: found “lecture”; allowed: cases or tumour"),
    "hidden no list": (in_case(hidden=FIRST), "case 1, hidden: "),
    "no strategy": (
        in_case(hidden=["nothing"]),
        "case 1, hidden: found “nothing”; allowed: the id",
    ),
    "strategy a number": (in_case(also=[4]), "case 1, also: "),
    "twice hidden": (in_case(hidden=[FIRST, FIRST]), f"case 1, hidden: “{FIRST}”"),
    "hidden and also": (in_case(hidden=[FIRST], also=[FIRST]), "case 1, also: "),
}


@pytest.mark.parametrize(("damage", "said"), DAMAGES.values(), ids=DAMAGES)
def test_each_damage_is_said_in_one_line(damage: Damage, said: str) -> None:
    data = sample(PACK)
    damage(data)
    lines = complaints(content(data), PACK)
    assert len(lines) == 1, lines
    assert said in lines[0]
    assert "\n" not in lines[0]
    assert "{" not in lines[0]
    assert lines[0].startswith(NAME)


def test_all_damages_are_said_at_once() -> None:
    data = sample(PACK)
    data["title"] = 3
    data["cases"][0]["note"] = None
    data["cases"][1]["code"] = "hello"
    assert len(complaints(content(data), PACK)) == 3


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (b"", ""),
        (b"\x89PNG\r\n", ""),
        (b"[1]", "allowed: a seminar file of nanoexplorer"),
        (b'{"schema": 1, "schema": 2}', "“schema” stands twice"),
        (b"[" * 100_000, ""),
        (b'{"schema": "nanoexplorer/seminar/1", "ti', ""),
    ],
)
def test_what_is_no_seminar_file_is_refused_in_one_line(found: bytes, said: str) -> None:
    lines = complaints(found, PACK)
    assert len(lines) == 1
    assert said in lines[0]
    assert len(lines[0]) < 400


@given(st.binary(max_size=80))
@settings(max_examples=80)
def test_any_bytes_are_refused_and_nothing_falls_over(found: bytes) -> None:
    assert complaints(found, PACK)


@given(st.data())
@settings(max_examples=80)
def test_a_file_with_a_byte_changed_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(content(sample(PACK)))
    whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    for line in complaints(bytes(whole), PACK):
        assert "\n" not in line


def test_a_newer_file_is_refused_for_that_alone() -> None:
    data = {"schema": "nanoexplorer/seminar/3", "anything": 1}
    (line,) = complaints(content(data), PACK)
    assert "made by a newer nanoexplorer, schema nanoexplorer/seminar/3" in line


def test_another_pack_version_opens_where_every_code_resolves() -> None:
    data = sample(PACK)
    data["pack"]["version"] = "0.9"
    data["cases"][0]["hidden"] = ["retired-since"]
    read = parse_seminar(content(data), NAME, PACK)
    assert read.version == "0.9"
    assert read.seminar.cases[0].hidden == ()
    assert [case.profile for case in read.seminar.cases] == [case.profile for case in PACK.cases]


def test_another_pack_version_is_refused_where_a_code_does_not_resolve() -> None:
    data = sample(PACK)
    data["pack"]["version"] = "0.9"
    data["cases"][1]["code"] = data["cases"][1]["code"][:-1]
    (line,) = complaints(content(data), PACK)
    assert "case 2, code" in line


def test_a_case_that_has_changed_since_is_shown_as_a_profile_alone() -> None:
    data = sample(PACK)
    data["cases"][0]["case"] = PACK.cases[1].id
    read = parse_seminar(content(data), NAME, PACK)
    assert (read.seminar.cases[0].case, read.seminar.cases[0].title) == ("", "")


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_bytes(b" " * (FILE_SIZE + 1))
    with pytest.raises(SeminarError) as caught:
        read_seminar(path, PACK)
    assert [problem.code for problem in caught.value.problems] == ["too-large"]


def test_a_file_that_is_not_there_or_is_a_folder_is_refused(tmp_path: Path) -> None:
    for path, code in ((tmp_path / NAME, "no-file"), (tmp_path, "folder")):
        with pytest.raises(SeminarError) as caught:
            read_seminar(path, PACK)
        assert [problem.code for problem in caught.value.problems] == [code]


def test_a_byte_order_mark_is_passed_over_and_another_encoding_said() -> None:
    whole = content(sample(PACK))
    assert parse_seminar(b"\xef\xbb\xbf" + whole, NAME, PACK) == parse_seminar(whole, NAME, PACK)
    (line,) = complaints(whole.decode().encode("utf-16"), PACK)
    assert "line 1 is not UTF-8 text" in line


def test_unsaved_changes_of_a_file_with_any_name_come_back() -> None:
    for origin in ("a\u202eb\n.nxseminar", "bytes \udcff.nxseminar"):
        text = seminar_text(seminar_of(PACK), PACK, origin)
        assert parse_seminar(text.encode(), NAME, PACK).unsaved_of == origin


def test_texts_are_data() -> None:
    data = sample(PACK)
    evil = '<b>bold</b> =1+1 {0} %s ../../x "'
    data["title"] = data["cases"][0]["title"] = evil
    seminar = parse_seminar(content(data), NAME, PACK).seminar
    assert seminar.title == seminar.cases[0].own_title == evil
    assert json.loads(seminar_text(seminar, PACK))["title"] == evil


@given(st.text(max_size=80))
def test_a_cleaned_text_can_be_written(text: str) -> None:
    one, many = cleaned(text, "title"), cleaned(text, "note")
    assert not has_unseen(one, lines=False)
    assert not has_unseen(many, lines=True)
    assert cleaned(one, "title") == one


def test_cleaning_keeps_what_is_seen_and_cuts_what_is_too_long() -> None:
    assert cleaned("a\tb\nc\u200d", "title") == "a b c"
    assert cleaned("a\tb\r\nc\u2028d", "note") == "a\tb\nc\nd"
    assert len(cleaned("x" * 300, "title")) == LENGTHS["title"]
