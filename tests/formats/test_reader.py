"""The one reader of our own JSON: whatever it is handed, it reads it or says what is wrong."""

from __future__ import annotations

import json
import sys
import tracemalloc
from collections.abc import Callable
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nanoexplorer.formats import practice, questions, seminar, view
from nanoexplorer.formats import settings as settings_format
from nanoexplorer.formats.reader import MOST_DEPTH, FormatError, parsed, shaped
from nanoexplorer.formats.shapes import (
    Items,
    Keys,
    Named,
    OneOf,
    OrNone,
    Problem,
    Shape,
    Text,
    Whole,
    shown,
)
from nanoexplorer.words.teaching.seminar import seminar_problem
from tests.packs import mini_pack

PACK = mini_pack()
MOST = 1_000_000
JSON: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)


def code_of(content: bytes | str) -> str:
    """What is wrong with it; empty where it is read."""
    try:
        parsed(content, MOST)
    except FormatError as error:
        return error.problems[0].code
    return ""


def nest(depth: int) -> str:
    return "[" * depth + "]" * depth


def names(number: int, last: str) -> str:
    return "{" + ",".join(f'"{n:x}":0' for n in range(number)) + f',"{last}":1}}'


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not-json"),
        (b"\xff{}", "not-utf8"),
        ("{}".encode("utf-16"), "not-utf8"),
        (b'{"a": NaN}', "not-json"),
        (b"[-Infinity]", "not-json"),
        (b"9" * 5000, "not-json"),
        (b'{"a": 1, "a": 1}', "duplicate"),
        (b'[{"a": {"b": 1, "b": 2}}]', "duplicate"),
        (b" " * (MOST + 1), "too-large"),
        (nest(MOST_DEPTH + 2).encode(), "too-deep"),
        (nest(990).encode(), "too-deep"),
        (nest(1000).encode(), "too-deep"),
        (nest(100_000).encode(), "too-deep"),
        (b'{"a":' * 1000 + b"1" + b"}" * 1000, "too-deep"),
        (b"\xef\xbb\xbf{}", ""),
        (b"\xef\xbb\xbf\xef\xbb\xbf{}", "not-json"),
        (nest(MOST_DEPTH).encode(), ""),
        (b'"\\ud800"', ""),
    ],
)
def test_what_is_read_and_what_is_wrong_else(content: bytes, code: str) -> None:
    assert code_of(content) == code


def test_a_nest_is_refused_however_little_of_the_stack_is_left() -> None:
    """Each depth at which the message itself might be one call too many."""

    def deeper(calls: int) -> None:
        if calls:
            deeper(calls - 1)
        else:
            assert code_of(nest(900)) == "too-deep"

    for calls in range(0, sys.getrecursionlimit() - 200, 97):
        deeper(calls)


def test_a_value_is_shown_however_deep_or_long_it_is() -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    assert shown(deep) == "[" * 80
    assert shown(["a" * 10**6]).startswith('["aaaa')
    assert shown(10**5000) == "int"
    assert shown({1, 2}) == "set"
    while deep:  # or letting go of it would need a stack as deep
        deep = deep[0]


@pytest.mark.parametrize("last", ["0", "1869f"])
def test_a_name_that_stands_twice_among_many_is_found_in_no_time(last: str) -> None:
    content = names(100_000, last)[: 2 * MOST]
    begun = process_time()
    with pytest.raises(FormatError) as refused:
        parsed(content, 2 * MOST)
    assert process_time() - begun < 5  # it was 114 s
    assert refused.value.problems == (Problem((), "duplicate", last),)


def test_much_that_is_small_takes_no_more_memory_than_it_must() -> None:
    content = b"[" + b"[]," * (MOST // 3 - 1) + b"0]"
    tracemalloc.start()
    try:
        parsed(content, MOST)
        assert tracemalloc.get_traced_memory()[1] < 60_000_000
    finally:
        tracemalloc.stop()


SHAPES: list[tuple[Shape, object, list[Problem]]] = [
    (Text(3), "abc", []),
    (Text(3), "abcd", [Problem((), "text-too-long", "4", "3")]),
    (Text(3), 5, [Problem((), "not-text", "5")]),
    (Text(3), "a\nb", [Problem((), "unseen-sign", "a\ufffdb")]),
    (Text(3, lines=True), "a\nb", []),
    (Text(9, plain=False), "a\u202eb\0", []),
    (Text(3, like=str.isdigit), "a", [Problem((), "not-allowed", "a")]),
    (Whole(1, 5), 5, []),
    (Whole(1, 5), 6, [Problem((), "not-a-number", "6", "1–5")]),
    (Whole(0, 5), True, [Problem((), "not-a-number", "true", "0–5")]),
    (Whole(0, 5), 1.0, [Problem((), "not-a-number", "1.0", "0–5")]),
    (OneOf((80, 100)), 100, []),
    (OneOf((0, 1)), True, [Problem((), "not-allowed", "true", "0, 1")]),
    (OneOf(("a", "b")), ["a"], [Problem((), "not-allowed", '["a"]', "a, b")]),
    (OrNone(Text(3)), None, []),
    (OrNone(Text(3)), 1, [Problem((), "not-text", "1")]),
    (Items(Whole(0, 9), 3), [1, 2, 3], []),
    (Items(Whole(0, 9), 3), (1,), [Problem((), "not-a-list", "[1]")]),
    (Items(Whole(0, 9), 3), [1, "a", 10], [
        Problem((1,), "not-a-number", "a", "0–9"), Problem((2,), "not-a-number", "10", "0–9"),
    ]),
    (Items(Whole(0, 9), 2), [1, 2, 3], [Problem((), "too-many", "3", "2")]),
    (Items(Whole(0, 9), 2, least=2), [1], [Problem((), "too-few", "1", "2")]),
    (Keys({"a": Text(1)}), [], [Problem((), "not-an-object", "[]")]),
    (Keys({"a": Text(1)}, {"b": Text(1)}), {"b": 1, "c": 2}, [
        Problem(("c",), "unknown-key", "c", "a, b"),
        Problem(("a",), "missing"),
        Problem(("b",), "not-text", "1"),
    ]),
    (Keys({}, open=True), {}, []),
    (Named(Whole(0, 1), 2), {"x": 1, "y": 2}, [Problem(("y",), "not-a-number", "2", "0–1")]),
    (Named(Whole(0, 1), 2, ("x",)), {"y": 1}, [Problem(("y",), "unknown-key", "y", "x")]),
    (Named(Whole(0, 1), 1), {"x": 1, "y": 1}, [Problem((), "too-many", "2", "1")]),
    (Named(Whole(0, 1), 1), 3, [Problem((), "not-an-object", "3")]),
]  # fmt: skip


@pytest.mark.parametrize(("shape", "value", "problems"), SHAPES)
def test_each_shape_names_the_place_what_was_found_and_what_is_allowed(
    shape: Shape, value: object, problems: list[Problem]
) -> None:
    if not problems:
        assert shaped(value, shape) == value
        return
    with pytest.raises(FormatError) as refused:
        shaped(value, shape)
    assert list(refused.value.problems) == problems


def test_what_is_not_asked_for_is_left_out_where_it_may_be_there() -> None:
    assert shaped({"a": 1, "b": 2}, Keys({"a": Whole(1, 1)}, open=True)) == {"a": 1}


def test_every_problem_of_a_seminar_file_has_words() -> None:
    codes = {problem.code for _, _, problems in SHAPES for problem in problems}
    reader = {"not-json", "not-utf8", "too-deep", "too-large", "duplicate", "foreign", "newer"}
    files = {"no-file", "unreadable", "folder", "not-a-file"}
    for code in codes - {"too-few"} | reader | files:
        line = seminar_problem("a.nxseminar", Problem(("cases", 0, "a", 3), code, "x", "y"))
        assert line.startswith("a.nxseminar, case 1, a: ")
        assert "{" not in line


READERS: dict[str, tuple[Callable[[bytes], object], type[Exception], dict[str, Any]]] = {
    "seminar": (
        lambda found: seminar.parse_seminar(found, "a", PACK),
        seminar.SeminarError,
        {
            "schema": "nanoexplorer/seminar/1",
            "title": "",
            "pack": {"id": PACK.id, "version": PACK.version},
            "cases": [{"code": "x", "hidden": [], "also": [], "note": ""}],
        },
    ),
    "practice": (
        practice.rounds_of,
        FormatError,
        {
            "schema": "nanoexplorer/practice/1",
            "rounds": [
                {
                    "when": "2026-11-21",
                    "pack": "a",
                    "version": "1",
                    "seed": 1,
                    "missed": {"hedge": 1},
                    "answers": [["a", "b", "c", "d"]],
                }
            ],
        },
    ),
    "settings": (
        settings_format.settings_of,
        FormatError,
        {"format": 1, **settings_format.Settings()._asdict()},
    ),
    "view": (
        lambda found: view.intent_of(PACK, found.decode("utf-8", "replace")),
        view.StateError,
        {
            "schema": "nanoexplorer/view/1",
            "pack": {"id": PACK.id, "version": PACK.version},
            "view": "card",
            "profile": PACK.blank_profile.as_dict(),
            "second_profile": None,
            "selection": "",
            "search": "",
            "tab": "strategies",
            "options": [["a", "b"]],
        },
    ),
    "questions": (
        lambda found: questions.questions_of(PACK, found.decode("utf-8", "replace")),
        view.StateError,
        {
            "schema": "nanoexplorer/questions/1",
            "pack": {"id": PACK.id, "version": PACK.version},
            "cases": [],
            "number": 1,
            "seed": 1,
            "questions": [
                {
                    "profile": PACK.blank_profile.as_dict(),
                    "strategy": PACK.ordered[0].id,
                    "case": "",
                }
            ],
        },
    ),
}


def places(data: Any) -> list[tuple[Any, Any]]:
    """Each container in data with each of its keys."""
    keys = data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ()
    return [(data, key) for key in keys] + [one for key in keys for one in places(data[key])]


@pytest.mark.parametrize("name", READERS)
@given(data=st.data())
@settings(max_examples=80)
def test_anything_in_any_place_of_any_file_is_read_or_refused(name: str, data: Any) -> None:
    read, error, sound = READERS[name]
    changed = json.loads(json.dumps(sound))
    for _ in range(data.draw(st.integers(1, 2))):
        where, key = data.draw(st.sampled_from(places(changed)))
        kind = data.draw(st.sampled_from(("other", "gone", "twice", "deep")))
        if kind == "other":
            where[key] = data.draw(JSON)
        elif kind == "gone":
            del where[key]
        elif kind == "twice" and isinstance(where, list):
            where.append(where[key])
        else:
            where[key] = json.loads(nest(40))
        if not places(changed):
            break
    read_or_refused(read, json.dumps(changed).encode(), error)


@pytest.mark.parametrize("name", READERS)
@given(data=st.data())
@settings(max_examples=80)
def test_any_bytes_changed_in_any_file_are_read_or_refused(name: str, data: Any) -> None:
    read, error, sound = READERS[name]
    content = bytearray(json.dumps(sound).encode())
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=5)):
        content[place] = data.draw(st.integers(0, 255))
    read_or_refused(read, bytes(content[: data.draw(st.integers(0, len(content)))]), error)


@pytest.mark.parametrize("name", READERS)
def test_the_files_that_are_changed_here_are_sound(name: str) -> None:
    read, error, sound = READERS[name]
    if name == "seminar":  # but for its case code
        with pytest.raises(error):
            read(json.dumps(sound).encode())
        return
    assert read(json.dumps(sound).encode())


def read_or_refused(
    read: Callable[[bytes], object], content: bytes, error: type[Exception]
) -> None:
    try:
        read(content)
    except error:
        return
