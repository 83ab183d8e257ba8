"""The evidence map as it is drawn: nothing overlaps, and statuses stay apart to all eyes."""

from __future__ import annotations

import itertools
from math import cos, radians, tan

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QGraphicsScene

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.shown.evidence_map import evidence_map, map_kind
from nanoexplorer.documents.evidence_map import MapWords
from nanoexplorer.drawing import typesetting
from nanoexplorer.drawing.evidence_map.grid import SLANT, lay_out
from nanoexplorer.drawing.evidence_map.layout import MapLayout, glyphs
from nanoexplorer.drawing.evidence_map.picture import EvidenceMapFigure
from nanoexplorer.drawing.fonts import small
from nanoexplorer.drawing.palette import contrast_ratio, relative_luminance
from nanoexplorer.drawing.status_marks import bubble_look, draw_legend, glyph_path, legend_height
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from tests.drawing.test_palette import (
    MACHADO,
    NAMES,
    SMALLEST_STEP,
    lightness,
    seen_luminance,
    theme,
)

KINDS = [kind.id for kind in load_pack(bundled_pack()).kinds]


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(bundled_pack())


def drawn(pack: Pack, kind: str, width: float, height: float, zoom: int) -> MapLayout:
    return figure_of(pack, kind, width, height, zoom)[1]


def figure_of(
    pack: Pack, kind: str, width: float, height: float, zoom: int
) -> tuple[EvidenceMapFigure, MapLayout]:
    figure = EvidenceMapFigure()
    shown = evidence_map(pack, map_kind(pack, kind), pack.blank_profile)
    words = MapWords(pack, shown, pack.blank_profile)
    figure.show_map(words, theme("light"), zoom, width, height)
    assert figure.sheet
    return figure, figure.sheet


def render(figure: EvidenceMapFigure) -> QImage:
    """A picture of a scene at which no view looks, as an export makes it."""
    scene = QGraphicsScene()
    scene.addItem(figure)
    box = figure.boundingRect()
    image = QImage(box.size().toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor(theme("light")["paper"]))
    painter = QPainter(image)
    scene.render(painter, QRectF(image.rect()), box)
    painter.end()
    scene.removeItem(figure)
    return image


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("width", "height", "zoom"), [(720, 640, 100), (700, 500, 100)])
def test_the_whole_map_is_readable_without_scrolling(
    app: QApplication, pack: Pack, kind: str, width: int, height: int, zoom: int
) -> None:
    sheet = drawn(pack, kind, width, height, zoom)
    across, down = sheet.grid.size
    assert across <= width
    assert down <= height
    labels = [*sheet.grid.rows, *itertools.chain(*sheet.grid.columns)]
    assert not any("…" in label for label in labels)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("width", "height"), [(720, 640), (300, 100)])
@pytest.mark.parametrize("zoom", [80, 200])
def test_a_bubble_stays_in_its_cell_and_is_as_large_as_any_other(
    app: QApplication, pack: Pack, kind: str, width: int, height: int, zoom: int
) -> None:
    sheet = drawn(pack, kind, width, height, zoom)
    assert len({bubble.diameter for bubble in sheet.bubbles}) == 1
    for bubble in sheet.bubbles:
        half = QPointF(bubble.diameter / 2, bubble.diameter / 2)
        cell = sheet.grid.cell(bubble.cell.row, bubble.cell.column)
        assert cell.contains(QRectF(bubble.centre - half, bubble.centre + half))
    for glyph in glyphs(sheet):
        corner = QPointF(glyph.size / 2, glyph.size / 2)
        row, column = sheet.grid.at(glyph.centre)
        cell = sheet.grid.cell(row, column)
        assert cell.contains(QRectF(glyph.centre - corner, glyph.centre + corner))
        assert glyph.size >= 5 * zoom / 100


def test_it_is_drawn_where_no_view_looks(app: QApplication, pack: Pack) -> None:
    figure, sheet = figure_of(pack, "carriers", 720, 640, 100)
    image = render(figure)
    for bubble in sheet.bubbles:
        ring = bubble.centre + QPointF(0, bubble.diameter / 2 - 3)
        found = image.pixelColor(ring.toPoint()).name()
        assert contrast_ratio(found, bubble.look.fill) < 1.6


def test_a_place_is_found_again(app: QApplication) -> None:
    grid = lay_out(("a", "b"), ("c", "d", "e"), 400, 300, 100)
    for row, column in itertools.product(range(2), range(3)):
        assert grid.at(grid.cell(row, column).center()) == (row, column)
    assert grid.at(QPointF(1, 1)) == (-1, -1)
    assert grid.at(QPointF(5000, 5000)) == (-1, -1)


def test_labels_of_columns_are_wrapped_and_slanted_where_a_word_has_no_room(
    app: QApplication,
) -> None:
    labels = ("Overcoming resistance", "Heat and light")
    roomy, narrow = (lay_out(("a",), labels, width, 300, 100) for width in (360, 120))
    assert (roomy.slanted, narrow.slanted) == (False, True)
    assert roomy.columns[0] == ("Overcoming", "resistance")
    assert narrow.columns == (("Overcoming resistance",), ("Heat and light",))
    up = QPointF(40, -40 * tan(radians(SLANT)))
    for column in range(2):  # a slanted label is that of the column at its foot
        foot = QPointF(narrow.left + (column + 0.5) * narrow.width, narrow.top)
        assert narrow.at(foot + up) == (-1, column)


def test_a_slanted_label_ends_within_the_map(app: QApplication, pack: Pack) -> None:
    for width in (720, 900):
        sheet = drawn(pack, "carriers", width, 500, 100)
        grid = sheet.grid
        assert grid.slanted
        assert sheet.room.width() >= grid.size[0] + grid.overhang
        last = typesetting.advance(grid.columns[-1][0], small(100)) * cos(radians(SLANT))
        assert grid.overhang >= last - grid.width / 2 - 1


def test_the_legend_has_every_status_in_a_fixed_order(app: QApplication, pack: Pack) -> None:
    shuffled = tuple(reversed(pack.statuses))
    assert legend(pack, "light") == legend(pack, "light", shuffled)
    assert legend_height(pack.statuses, 200, 100) > legend_height(pack.statuses, 900, 100)


def legend(pack: Pack, name: str, statuses: tuple[object, ...] = ()) -> QImage:
    image = QImage(40, 150, QImage.Format.Format_RGB32)
    image.fill(QColor(theme(name)["paper"]))
    painter = QPainter(image)
    # so narrow that each status has a line of its own
    draw_legend(painter, QRectF(0, 0, 40, 150), statuses or pack.statuses, theme(name), 100)  # type: ignore[arg-type]
    painter.end()
    return image


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("vision", ["grey", *MACHADO])
def test_the_drawn_statuses_stay_apart_in_grey_and_to_colour_blind_eyes(
    app: QApplication, pack: Pack, name: str, vision: str
) -> None:
    image = legend(pack, name)
    fills = [image.pixelColor(8, 11 + 22 * n).name() for n in range(len(pack.statuses))]
    matrix = MACHADO.get(vision)
    seen = [seen_luminance(f, matrix) if matrix else relative_luminance(f) for f in fills]
    steps = [lightness(luminance) for luminance in seen]
    assert steps == sorted(steps, reverse=theme(name).dark)
    assert all(abs(a - b) >= SMALLEST_STEP for a, b in itertools.pairwise(steps))


def test_the_glyphs_beside_the_bubbles_all_differ(app: QApplication, pack: Pack) -> None:
    images = set()
    for status in pack.statuses:
        image = QImage(12, 12, QImage.Format.Format_RGB32)
        image.fill(QColor(theme("light")["paper"]))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(6, 6)
        painter.scale(9, 9)
        painter.fillPath(glyph_path(status.glyph), QColor(theme("light")["ink"]))
        painter.end()
        images.add(bytes(image.constBits()))
    assert len(images) == len(pack.statuses)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("hollow", [False, True])
def test_a_number_can_be_read_in_a_faded_bubble_too(pack: Pack, name: str, hollow: bool) -> None:
    for status in pack.statuses:
        for faded in (False, True):
            look = bubble_look(status, theme(name), hollow=hollow, faded=faded)
            assert contrast_ratio(look.ink, look.fill) >= 4.5


def test_only_what_is_not_stated_is_dashed(pack: Pack) -> None:
    dashed = [status.id for status in pack.statuses if bubble_look(status, theme("light")).dashed]
    assert dashed == ["not-stated"]


def test_an_outline_is_no_fill(pack: Pack) -> None:
    approved = pack.status["approved"]
    full, hollow = (bubble_look(approved, theme("light"), hollow=h) for h in (False, True))
    assert hollow.fill == theme("light")["surface"]
    assert hollow.width > full.width
