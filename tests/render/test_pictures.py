from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import resolve
from nanoexplorer.core.screen import Intent
from nanoexplorer.render.rows.render_view import render_view
from nanoexplorer.render.rows.rendering import Picture, Rendering
from nanoexplorer.words import decision_map as decision_map_words
from nanoexplorer.words import evidence_map as evidence_map_words
from tests.drawing.drawing import picture, theme
from tests.render.renderings import bundled, shown

VIEWS = ("evidence-map", "decision-map", "barrier-routes")


def first(view: str, pack: Pack | None = None) -> Rendering:
    pack = pack or bundled()
    return shown(pack, view, pack.cases[0].profile)


def with_option(view: str, name: str, value: str) -> Rendering:
    intent = Intent(bundled().blank_profile, tab=view, options=((name, value),))
    return render_view(bundled(), resolve(intent, bundled()), theme(), view)


def body(made: Rendering) -> Picture:
    assert isinstance(made.body, Picture)
    return made.body


def drawn(made: Rendering, rect: QRectF, wide: int, tall: int) -> QImage:
    return picture(lambda painter: body(made).draw(painter, rect), wide, tall, "#ff00ff")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("size", [(1168, 420), (600, 300), (500, 900), (1100, 1100)])
def test_a_figure_stays_in_the_rectangle_it_is_given(
    app: QApplication, view: str, size: tuple[int, int]
) -> None:
    wide, tall = size
    image = drawn(first(view), QRectF(40, 40, wide, tall), wide + 80, tall + 80)
    blank = QImage(image.size(), image.format())
    blank.fill("#ff00ff")
    for strip in (
        (0, 0, wide + 80, 36),
        (0, tall + 44, wide + 80, 36),
        (0, 0, 36, tall + 80),
        (wide + 44, 0, 36, tall + 80),
    ):
        assert image.copy(*strip) == blank.copy(*strip)
    assert image.copy(40, 40, wide, tall) != blank.copy(40, 40, wide, tall)


@pytest.mark.parametrize("view", VIEWS)
def test_in_the_size_it_asks_for_a_figure_is_drawn_as_on_the_screen(
    app: QApplication, view: str
) -> None:
    made = body(first(view))
    assert made.zoom is not None
    assert made.zoom(made.least) >= 100
    assert made.zoom(made.least * 0.5) < 70
    assert made.zoom(QSizeF(made.least.width() * 2, made.least.height() * 2)) > 100


@pytest.mark.parametrize("view", VIEWS)
def test_a_figure_is_also_said_in_words_and_cites(app: QApplication, view: str) -> None:
    made = first(view)
    assert made.title.split(":")[0] in body(made).spoken
    assert set(made.keys) <= set(bundled().reference)
    assert made.keys == tuple(id_ for id_ in bundled().reference if id_ in made.keys)
    assert made.keys


def test_the_map_that_is_chosen_is_the_one_that_leaves(app: QApplication) -> None:
    title = evidence_map_words.TITLE
    assert first("evidence-map").title == title.format(kinds="Nanocarrier strategies")
    chosen = with_option("evidence-map", "evidence-map.kind", "treatments")
    assert chosen.title == title.format(kinds="Treatment modalities")


def test_the_decision_map_says_what_is_held_and_where_one_is(app: QApplication) -> None:
    made = first("decision-map")
    assert decision_map_words.HERE in made.subtitle
    assert "profiles." in made.subtitle


def test_a_strategy_that_is_chosen_for_the_map_is_in_its_title(app: QApplication) -> None:
    strategy = bundled().ordered[0]
    made = with_option("decision-map", "decision-map.strategy", strategy.id)
    assert strategy.name in made.title


def test_the_selected_strategy_is_marked(app: QApplication) -> None:
    rect = QRectF(0, 0, 1168, 700)
    profile = bundled().cases[0].profile
    route = next(s for s in bundled().ordered if s.barrier_routes and s.carrier)
    for view in ("evidence-map", "barrier-routes"):
        plain = shown(bundled(), view, profile)
        marked = shown(bundled(), view, profile, selection=route.id)
        assert drawn(plain, rect, 1168, 700) != drawn(marked, rect, 1168, 700)


def test_names_of_one_long_word_stay_in_the_picture_of_the_barrier(app: QApplication) -> None:
    pack = bundled()
    long = replace(pack, strategies=tuple(s._replace(name="N" * 120) for s in pack.strategies))
    image = drawn(first("barrier-routes", long), QRectF(0, 0, 800, 900), 900, 900)
    blank = QImage(image.size(), image.format())
    blank.fill("#ff00ff")
    assert image.copy(804, 0, 96, 900) == blank.copy(804, 0, 96, 900)
