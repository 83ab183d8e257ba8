"""The labels of a map: in full where there is room, wrapped before they are cut."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import QApplication

from nanoexplorer.core.shown.evidence_map import evidence_map, map_kind
from nanoexplorer.documents.evidence_map import MapWords
from nanoexplorer.drawing.evidence_map.grid import Grid, lay_out
from nanoexplorer.drawing.evidence_map.layout import make_sheet
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.render.rows.rendering import Picture
from tests.drawing.drawing import theme
from tests.packs import copy_of_mini_pack, edit_cell
from tests.render.renderings import shown

LONG = "A carrier with a name that goes on for rather longer"
COLUMNS = ("keeping", "looking", "pouring", "mending")


def grid(width: float, height: float, row: str = LONG) -> Grid:
    return lay_out(("felt", row), COLUMNS, width, height, 100)


def test_a_long_label_is_wrapped_where_its_row_is_high_enough(app: QApplication) -> None:
    wrapped = grid(600, 400)
    assert wrapped.rows[1].count("\n") == 1
    assert wrapped.rows[1].replace("\n", " ") == LONG
    assert not wrapped.cut


def test_a_long_label_is_cut_where_there_is_no_room_and_the_grid_says_so(
    app: QApplication,
) -> None:
    low = grid(600, 60)
    assert low.rows[1].endswith("…")
    assert low.cut
    assert not grid(600, 60, "glass").cut


def test_a_label_takes_room_that_no_cell_can_use(app: QApplication) -> None:
    wide = grid(1200, 60)
    assert wide.rows[1] == LONG
    assert wide.width == grid(1200, 60, "glass").width
    assert wide.size[0] <= 1200


def test_short_labels_take_no_more_room_in_a_wide_window(app: QApplication) -> None:
    assert grid(1200, 400, "glass").left == grid(600, 400, "glass").left


def test_an_export_draws_smaller_rather_than_cut_a_label(app: QApplication, tmp_path: Path) -> None:
    folder = copy_of_mini_pack(tmp_path / "pack")
    edit_cell(folder, "vocabulary.csv", 6, "label", LONG)
    pack = load_pack(folder)
    made = shown(pack, "evidence-map")
    assert isinstance(made.body, Picture)
    size = QSizeF(560, 300)
    assert made.body.zoom
    zoom = round(made.body.zoom(size))
    carriers = evidence_map(pack, map_kind(pack, "carriers"), pack.blank_profile)
    words = MapWords(pack, carriers, pack.blank_profile)
    sheet = make_sheet(words, theme(), zoom, size.width(), size.height())
    assert LONG in [row.replace("\n", " ") for row in sheet.grid.rows]
    assert sheet.room.width() <= size.width() + 1
