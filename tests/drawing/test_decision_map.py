"""The decision map as it is drawn: its words, its places, its scale, its legend."""

from __future__ import annotations

from itertools import pairwise, permutations
from pathlib import Path

import pytest
from pyqtgraph import GraphicsScene
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile_space import ProfileSpace
from nanoexplorer.core.shown.decision_map import DecisionMap, lay_map
from nanoexplorer.documents.decision_map import MapWords, cell_text, map_words
from nanoexplorer.drawing.decision_map.layout import MapLayout, advance, lay_out
from nanoexplorer.drawing.decision_map.legend import entries
from nanoexplorer.drawing.decision_map.picture import MapItem
from nanoexplorer.drawing.decision_map.shades import LEGIBLE, ramp, step_for
from nanoexplorer.drawing.palette import Theme, contrast_ratio, relative_luminance, shipped_theme
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.words import decision_map as decision_map_words
from tests.packs import example, mini_pack

THEMES = Path(__file__).parents[2] / "resources" / "themes"


def theme_of(name: str) -> Theme:
    return shipped_theme(name)


def chart_of(pack: Pack, rows: list[str], column: str, **known: str | int) -> DecisionMap:
    profile = pack.blank_profile.replace(known)
    return lay_map(ProfileSpace(pack.table), profile, rows, [column])


def words_of(pack: Pack, rows: list[str], column: str, **known: str | int) -> MapWords:
    return map_words(pack, chart_of(pack, rows, column, **known), 7)


def painted(words: MapWords, layout: MapLayout, theme: Theme) -> QImage:
    """The map as a scene renders it."""
    scene = GraphicsScene()
    scene.addItem(MapItem(words, layout, theme))
    image = QImage(int(layout.width), int(layout.height), QImage.Format.Format_RGB32)
    image.fill(QColor(theme["paper"]))
    painter = QPainter(image)
    scene.render(painter, QRectF(image.rect()), QRectF(0, 0, layout.width, layout.height))
    painter.end()
    scene.clear()
    return image


@pytest.fixture(scope="module")
def bundled() -> Pack:
    return load_pack(bundled_pack())


def test_the_boundary_at_three_lesions_is_told_in_words(bundled: Pack) -> None:
    words = words_of(bundled, ["egfr", "alk"], "lesions")
    assert words.crossings[0].text == (
        "From 4 lesions: Surgical resection and SRS leave; WBRT enters (our interpretation)"
    )
    assert words.crossings[0].label == "from 4 lesions"
    assert words.crossings[0].places == (2,)


def test_a_remark_that_holds_for_one_of_two_stands_with_its_name() -> None:
    said = decision_map_words.boundary_line("a | b", [("one", " (x)"), ("two", "")], [])
    assert said == "a | b: one (x) and two leave"
    many = decision_map_words.boundary_line("a | b", [], [(str(n), "") for n in range(9)])
    assert many == "a | b: 0, 1, 2, 3 and 5 more enter"


@pytest.mark.parametrize("width", [300, 500, 800, 1400])
@pytest.mark.parametrize("zoom", [80, 100, 150])
def test_no_line_crosses_what_is_written_at_another(
    app: QApplication, bundled: Pack, width: int, zoom: int
) -> None:
    for pack in (bundled, mini_pack(), example()):
        space = ProfileSpace(pack.table)
        for row, column in permutations([field.id for field in pack.fields], 2):
            words = map_words(pack, lay_map(space, pack.blank_profile, [row], [column]), 7)
            layout = lay_out(words, width, zoom)
            axis = QRectF(layout.xs[0], 0, advance(words.axis, zoom), 10)
            written = (axis, *(note.box for note in layout.labels))
            boxes = [box.adjusted(1, 1, -1, -1) for box in written]
            for _, lines in layout.lines(words):
                for line in lines:
                    assert not any(_touches(line, box) for box in boxes)


def _touches(line: QLineF, box: QRectF) -> bool:
    drawn = QRectF(line.p1(), line.p2()).normalized()
    return drawn.adjusted(-0.5, -0.5, 0.5, 0.5).intersects(box)


def test_rows_and_columns_are_named_by_the_pack(bundled: Pack) -> None:
    words = words_of(bundled, ["egfr", "alk"], "lesions")
    assert words.heads == ("EGFR", "ALK")
    assert words.rows[0] == ("mutated", "rearranged")
    assert words.rows[-1] == ("unknown", "unknown")
    assert words.columns == (*map(str, range(1, 11)), "> 10", "?")


def test_a_cell_tells_its_profile_and_names(bundled: Pack) -> None:
    chart = chart_of(bundled, ["egfr"], "lesions", alk="rearranged")
    assert cell_text(bundled, chart, 0, 10).startswith("EGFR mutated · > 10 lesions: 4 named — ")
    unknown = cell_text(bundled, chart, 2, 11)
    assert unknown.startswith("EGFR unknown · number of brain lesions unknown: 1 named — ")
    assert "open: an unknown value decides" in unknown
    verdict = cell_text(bundled, chart, 0, 0, "alectinib")
    assert verdict == "EGFR mutated · 1 lesion: named"


def test_the_selected_strategy_is_marked_where_a_profile_can_change_it(bundled: Pack) -> None:
    chart = chart_of(bundled, ["egfr"], "lesions")
    marked = map_words(bundled, chart, 7, selection="osimertinib")
    column = [line[0].selected for line in marked.cells]
    assert column == [Verdict.MATCHES, Verdict.NO_MATCH, Verdict.OPEN]
    assert not map_words(bundled, chart, 7, selection="dendrimers").marked
    assert not map_words(bundled, chart, 7, selection="nobody").marked


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_step_of_the_scale_is_legible_and_further_from_the_paper(name: str) -> None:
    theme = theme_of(name)
    steps = ramp(theme)
    assert all(contrast_ratio(step.ink, step.fill) >= LEGIBLE for step in steps)
    light = [relative_luminance(step.fill) for step in steps]
    assert all((b > a) == theme.dark for a, b in pairwise(light))
    assert len({step_for(theme, count, 7).fill for count in range(1, 8)}) == 7
    assert step_for(theme, 1, 1) == steps[-1]
    assert step_for(theme, 99, 7) == steps[-1]


def test_the_legend_is_complete_whatever_the_map_shows(bundled: Pack) -> None:
    chart = chart_of(bundled, ["egfr"], "lesions")
    texts = [e.text for e in entries(map_words(bundled, chart, 7)) if e.text]
    other = chart_of(bundled, ["ros1", "pdl1"], "lesions", lesions=5)
    assert [e.text for e in entries(map_words(bundled, other, 7)) if e.text] == texts
    one = [e.verdict for e in entries(map_words(bundled, chart, 7, "osimertinib")) if e.verdict]
    assert one == list(Verdict)


@pytest.mark.parametrize("zoom", [80, 100, 200])
@pytest.mark.parametrize("width", [300, 700, 1500])
def test_a_point_in_a_cell_finds_it(
    app: QApplication, bundled: Pack, zoom: int, width: int
) -> None:
    words = words_of(bundled, ["egfr", "alk"], "lesions")
    layout = lay_out(words, width, zoom)
    for row in range(len(words.rows)):
        for column in range(len(words.columns)):
            box = layout.box(row, column)
            assert layout.cell_at(box.center()) == (row, column)
            assert box.right() <= layout.width
            assert box.bottom() <= layout.height
    assert layout.cell_at(layout.cells.topLeft() / 2) is None
    assert all(note.box.right() <= layout.width + 1 for note in layout.notes)
    assert all(box.bottom() <= layout.height for _, box in layout.legend)


@pytest.mark.parametrize("zoom", [80, 100, 200])
@pytest.mark.parametrize("width", [700, 1500])
def test_a_line_is_labelled_where_it_is_and_told_in_a_section(
    app: QApplication, bundled: Pack, zoom: int, width: int
) -> None:
    words = words_of(bundled, ["egfr", "alk"], "lesions")
    layout = lay_out(words, width, zoom)
    assert [note.text for note in layout.labels] == ["from 4 lesions", "EGFR mutated | wild-type"]
    heading, *said = layout.notes
    assert (heading.text, heading.heading) == (decision_map_words.CHANGES, True)
    assert [note.text for note in said] == [crossing.text for crossing in words.crossings]
    beside = heading.box.left() > layout.cells.right()
    assert beside == (width / zoom > 10)
    cells = [layout.box(row, n) for row in range(len(words.rows)) for n in range(2)]
    for note in (*layout.labels, *layout.notes):
        assert not any(note.box.intersects(box) for box in cells)
    down, across, _ = (lines for _, lines in layout.lines(words))
    flag, inside = (note.box for note in layout.labels)
    assert 0 < flag.left() - down[0].x1() < 8 * zoom / 100
    assert across[0].x2() < inside.left() < inside.right() < across[1].x1()
    assert inside.top() < across[0].y1() < inside.bottom()


def test_lines_headings_and_signs_say_what_they_mean(app: QApplication, bundled: Pack) -> None:
    words = words_of(bundled, ["egfr", "alk"], "lesions")
    layout = lay_out(words, 900, 100)
    line = next(lines for _, lines in layout.lines(words))[0]
    assert layout.explained(words, line.center()) == words.crossings[0].text
    for entry, box in layout.legend:
        assert entry.tip
        assert layout.explained(words, box.center()) == entry.tip
    egfr = layout.explained(words, QPointF(layout.heads[0] + 2, layout.ys[0] - 4))
    assert egfr == f"EGFR\n{bundled.field['egfr'].help}".strip()
    lesions = layout.explained(words, QPointF(layout.xs[0] + 2, 4))
    assert lesions.startswith(bundled.field["lesions"].label)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_cell_has_the_fill_of_its_count(app: QApplication, bundled: Pack, name: str) -> None:
    theme = theme_of(name)
    words = words_of(bundled, ["egfr"], "lesions", lesions=9)
    layout = lay_out(words, 700, 100)
    image = painted(words, layout, theme)
    for row, column in ((0, 0), (1, 4), (2, 6)):
        at = layout.box(row, column).center().toPoint()
        count = words.cells[row][column].number
        found = image.pixelColor(at.x() - 12, at.y() - 8).name()
        assert found == step_for(theme, count, words.most).fill


def test_verdicts_differ_without_colour(app: QApplication, bundled: Pack) -> None:
    chart = chart_of(bundled, ["egfr"], "lesions", lesions=9)
    words = map_words(bundled, chart, 7, "osimertinib")
    layout = lay_out(words, 700, 100)
    image = painted(words, layout, theme_of("light")).convertToFormat(
        QImage.Format.Format_Grayscale8
    )
    cells = {bytes(image.copy(layout.box(row, 0).toRect()).bits()) for row in range(3)}
    assert len(cells) == 3


def test_maps_without_rows_without_strategies_and_of_many_counts_are_drawn(
    app: QApplication,
) -> None:
    pack = mini_pack()
    alone = words_of(pack, [], "cups")
    assert alone.rows == ((),)
    painted(alone, lay_out(alone, 400, 100), theme_of("light"))
    many = words_of(pack, ["roast"], "cups")._replace(most=10_000)
    assert lay_out(many, 400, 100).least > lay_out(alone, 400, 100).least


def test_a_cell_of_one_strategy_tells_that_reasons_against_are_met(bundled: Pack) -> None:
    chart = chart_of(bundled, ["deep-seated"], "lesions")
    said = [cell_text(bundled, chart, row, 1, "surgical-resection") for row in range(3)]
    assert [text.rpartition(": ")[2] for text in said] == [
        "reasons against are met",
        "named",
        "named",
    ]
    marked = map_words(bundled, chart, 7, selection="surgical-resection")
    assert marked.cells[0][1].selected is Verdict.AGAINST


def test_one_strategy_that_is_open_is_no_several(bundled: Pack) -> None:
    chart = chart_of(
        bundled, ["pdl1"], "lesions", egfr="wild-type", alk="not-rearranged", ros1="not-rearranged"
    )
    place = [slot[0].value for slot in chart.row_slots].index("not-tested")
    assert ". 1 more is open" in cell_text(bundled, chart, place, 1)
