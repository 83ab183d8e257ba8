from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nanoexplorer.core.pack import Pack
from nanoexplorer.documents.reference_list.columns import COLUMNS, NAMES, Filters, filtered
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.ui.views.references.model import ReferenceModel
from nanoexplorer.words import common
from nanoexplorer.words import references as words
from nanoexplorer.words.actions import NO_NUMBER
from tests.packs import mini_pack

TIP = Qt.ItemDataRole.ToolTipRole


def texts(model: ReferenceModel, name: str) -> list[str]:
    column = NAMES.index(name)
    return [str(model.index(line, column).data()) for line in range(model.rowCount())]


def opened(pack: Pack) -> ReferenceModel:
    made = ReferenceModel(pack)
    show(made, Filters())
    return made


def show(model: ReferenceModel, filters: Filters, of: Collection[str] | None = None) -> None:
    model.show(filtered(model.pack, filters, of))


@pytest.fixture
def model(app: QApplication) -> ReferenceModel:
    return opened(load_pack(bundled_pack()))


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
    show(model, Filters("", "", by=name, down=down))
    found = [int(text.replace(NO_NUMBER, "0") or 0) for text in texts(model, name)]
    assert found == sorted(found, reverse=down)


def test_words_are_sorted_whatever_their_accents_the_empty_ones_last(
    model: ReferenceModel,
) -> None:
    show(model, Filters("", "", by="author", down=False))
    found = texts(model, "author")
    filled = [text for text in found if text]
    assert found[: len(filled)] == filled
    ascii_only = [text.casefold() for text in filled if text.isascii()]
    assert all(a <= b for a, b in pairwise(ascii_only))


def test_a_filter_leaves_what_it_names(model: ReferenceModel) -> None:
    show(model, Filters("", "thesis", by="number", down=False))
    assert set(texts(model, "kind")) == {common.REFERENCE_KIND["thesis"]}
    assert [r.kind for r in model.references()] == ["thesis"] * model.rowCount()
    show(model, Filters(of_selected=True), {"wu-7"})
    assert [r.id for r in model.references()] == ["wu-7"]
    assert model.line("wu-7") == 0
    assert model.line("wu-8") == -1
    show(model, Filters("nothing is called this", "", by="number", down=False))
    assert model.rowCount() == 0
    assert model.row(0) is None


def test_a_tooltip_is_text(app: QApplication, tmp_path: Path) -> None:
    from tests.ui.hostile import hostile_pack

    model = opened(load_pack(hostile_pack(tmp_path / "pack")))
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
    model = opened(many(10_000))
    show(model, Filters("title 42", "", by="year", down=True))  # builds the ranks
    began = process_time()
    show(model, Filters("title 7 of", "", by="year", down=False))
    assert process_time() - began < 0.2
    assert 0 < model.rowCount() < 10_000
