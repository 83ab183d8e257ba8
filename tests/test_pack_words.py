"""What a pack is about stands in the pack: the code names nothing of the bundled one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QTextBrowser, QWidget

from nanoexplorer.app.controller import Controller
from nanoexplorer.core.pack import Pack
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.render.terminal import match_text
from tests.controllers import rows, session
from tests.packs import mini_pack
from tests.test_house_rules import APP, python_files, texts, tree_of

# Ids of the bundled pack that are words of the code's own, and as what.
ALSO_OURS = {
    "approved": "the state of an agency's approval",
    "indication": "a column of approvals",
    "not-stated": "what a scope can mean, a model, and a question of practice",
    "source": "a column of tables",
    "status": "a column of tables",
}
# Files that name something of it all the same, and why.
NAMING = {
    "places.py": "where the bundled pack lies",
    "words/barrier.py": "this barrier is what the app draws",
    "drawing/barrier/motifs.py": "drawings by a route's id, as which two strategies are called",
}


@cache
def bundled() -> Pack:
    return load_pack(bundled_pack())


@cache
def ids() -> frozenset[str]:
    pack = bundled()
    tables = (
        *(pack.strategies, pack.topics, pack.fields, pack.statuses, pack.kinds, pack.scopes),
        *(pack.aspects, pack.sources, pack.terms("carrier")),
    )
    return frozenset(row.id for table in tables for row in table) - ALSO_OURS.keys()


@cache
def names() -> re.Pattern[str]:
    """The names of what the bundled pack is about, anywhere in a text."""
    pack = bundled()
    said = [row.name for table in (pack.strategies, pack.topics) for row in table]
    said += [label for kind in pack.kinds for label in (kind.label, kind.plural)]
    said += [scope.label for scope in pack.scopes if scope.means != "named"]
    said += [source.label for source in pack.sources]
    said += [term.label for term in pack.terms("carrier")]
    said += [field.label for field in pack.fields]
    said += [pack.profile_name, *(drug for strategy in pack.strategies for drug in strategy.drugs)]
    said += ["nanocarriers", "tumour profile"]
    any_of = "|".join(sorted(map(re.escape, said), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{any_of})(?![\w-])", re.IGNORECASE)


def named_in(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for text in texts(tree):
        found = names().search(str(text.value))
        if found or text.value in ids():
            yield text.lineno, found.group() if found else str(text.value)


def test_no_word_of_the_code_names_something_of_the_bundled_pack() -> None:
    found = {
        file.relative_to(APP).as_posix(): list(named_in(tree_of(file)))
        for file in python_files(APP)
    }
    assert {file: said for file, said in found.items() if said and file not in NAMING} == {}
    assert sorted(file for file in NAMING if not found[file]) == []


@pytest.mark.parametrize(
    ("code", "named"),
    [
        ("x = 'nanocarrier-strategy'", True),
        ("x = f'{n} Liposomes'", True),
        ("x = 'Named with EGFR alone'", True),
        ("x = 'status'", False),
        ("'Liposomes, in a docstring'", False),
    ],
)
def test_a_name_of_the_bundled_pack_is_known(code: str, named: bool) -> None:
    assert bool(list(named_in(ast.parse(code)))) == named


def shown(controller: Controller) -> Iterator[str]:
    """What stands in the window, view by view, and in its lists."""
    assert controller.content
    for place in range(controller.content.tabs.count()):
        controller.content.tabs.setCurrentIndex(place)
        for part in controller.window.findChildren(QWidget):
            yield part.accessibleName()
            yield part.accessibleDescription()
            if isinstance(part, QLabel | QAbstractButton):
                yield part.text()
            if isinstance(part, QTextBrowser):
                yield part.toPlainText()
    for column in ("treatments", "carriers"):
        yield from rows(controller, column)


def test_a_window_on_another_pack_says_nothing_of_the_bundled_one(
    mini_controller: Controller,
) -> None:
    pack = session(mini_controller).pack
    session(mini_controller).change(selection="felt-sleeve")
    said = set(shown(mini_controller))
    allowed = {text for text in said if "barrier" in text}
    assert [text for text in said - allowed if names().search(text)] == []
    assert {pack.profile_name, *(kind.plural for kind in pack.kinds)} <= said


def test_the_terminal_says_nothing_of_the_bundled_pack_on_another() -> None:
    pack = mini_pack()
    assert not names().search(match_text(pack, pack.blank_profile))


def test_the_mini_pack_shares_no_id_of_a_kind_a_scope_an_aspect_or_a_status() -> None:
    ours, theirs = (
        {row.id for table in (p.kinds, p.scopes, p.aspects, p.statuses) for row in table}
        for p in (mini_pack(), bundled())
    )
    assert not ours & theirs
