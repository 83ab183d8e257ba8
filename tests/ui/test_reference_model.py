from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nanoexplorer import strings
from nanoexplorer.core.pack import Pack
from nanoexplorer.figures.reference_columns import COLUMNS, NAMES
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.strings import references as words
from nanoexplorer.ui.reference_model import ReferenceModel
from tests.packs import mini_pack

TIP = Qt.ItemDataRole.ToolTipRole


def texts(model: ReferenceModel, name: str) -> list[str]:
    column = NAMES.index(name)
    return [str(model.index(line, column).data()) for line in range(model.rowCount())]


@pytest.fixture
def model(app: QApplication) -> ReferenceModel:
    return ReferenceModel(load_pack(bundled_pack()))


def test_every_column_has_a_name(model: ReferenceModel) -> None:
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert heads == list(words.COLUMNS.values())
    assert len(COLUMNS) == len(words.SORT)


def test_numbers_are_sorted_as_the_pack_has_them(model: ReferenceModel) -> None:
    numbers = [text for text in texts(model, "number") if text.isdigit()]
    assert numbers == [str(n) for n in range(1, 135)]


@pytest.mark.parametrize("name", ["year", "cited", "checks"])
@pytest.mark.parametrize("down", [False, True])
def test_numbers_are_sorted_as_numbers(model: ReferenceModel, name: str, down: bool) -> None:
    model.show("", "", None, name, down)
    found = [int(text or 0) for text in texts(model, name)]
    assert found == sorted(found, reverse=down)


def test_words_are_sorted_whatever_their_accents_the_empty_ones_last(
    model: ReferenceModel,
) -> None:
    model.show("", "", None, "author", False)
    found = texts(model, "author")
    filled = [text for text in found if text]
    assert found[: len(filled)] == filled
    ascii_only = [text.casefold() for text in filled if text.isascii()]
    assert all(a <= b for a, b in pairwise(ascii_only))


def test_a_filter_leaves_what_it_names(model: ReferenceModel) -> None:
    model.show("", "thesis", None, "number", False)
    assert set(texts(model, "kind")) == {strings.REFERENCE_KIND["thesis"]}
    assert [r.kind for r in model.references()] == ["thesis"] * model.rowCount()
    model.show("", "", frozenset({"wu-7"}), "number", False)
    assert [r.id for r in model.references()] == ["wu-7"]
    assert model.line("wu-7") == 0
    assert model.line("wu-8") == -1
    model.show("nothing is called this", "", None, "number", False)
    assert model.rowCount() == 0
    assert model.row(0) is None


def test_a_tooltip_is_text(app: QApplication, tmp_path: Path) -> None:
    from tests.ui.hostile import hostile_pack

    model = ReferenceModel(load_pack(hostile_pack(tmp_path / "pack")))
    title = model.index(0, NAMES.index("title"))
    assert "<b>" in title.data()
    assert "<b>" not in title.data(TIP)


def many(count: int) -> Pack:
    """The mini pack with many references that nothing cites."""
    from dataclasses import replace

    pack = mini_pack()
    one = pack.references[2]
    more = tuple(
        one._replace(id=f"many-{n}", title=f"Title {n} of {n % 97}", year=1900 + n % 120)
        for n in range(count)
    )
    return replace(pack, references=(*pack.references, *more))


def test_ten_thousand_references_are_filtered_and_sorted_at_once(app: QApplication) -> None:
    model = ReferenceModel(many(10_000))
    model.show("title 42", "", None, "year", True)  # builds the ranks
    began = process_time()
    model.show("title 7 of", "", None, "year", False)
    assert process_time() - began < 0.2
    assert 0 < model.rowCount() < 10_000
