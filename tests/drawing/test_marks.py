"""Glyphs, marks, icons and chips are drawn: inside their box, and each unlike the others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from nanoexplorer.drawing import chips, fonts, marks
from nanoexplorer.drawing.looks import status_look
from nanoexplorer.drawing.palette import STATUS_ROLES, Theme, shipped_theme
from nanoexplorer.drawing.shapes import GLYPHS, ICONS, MARKS, SHAPES
from nanoexplorer.ui.controls.buttons import put_icon

RESOURCES = Path(__file__).parents[2] / "resources"
INK = "#102030"


@pytest.fixture
def light(app: QApplication) -> Theme:
    return shipped_theme("light")


def _picture(draw: Callable[[QPainter], None], width: int = 24, height: int = 24) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    try:
        draw(painter)
    finally:
        painter.end()
    return image


def _shape(name: str, side: int) -> QImage:
    rect = QRectF(0, 0, side, side)
    return _picture(lambda painter: marks.draw_glyph(painter, name, rect, INK), side, side)


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_stays_inside_its_box(qapp: QApplication, name: str) -> None:
    box = marks.outline(SHAPES[name].outline).boundingRect()
    half = SHAPES[name].width / 2
    assert QRectF(0, 0, marks.BOX, marks.BOX).contains(box.adjusted(-half, -half, half, half))


@pytest.mark.parametrize("family", [GLYPHS, MARKS, ICONS])
@pytest.mark.parametrize("side", [10, 24])
def test_the_shapes_of_a_family_all_differ(
    qapp: QApplication, family: dict[str, object], side: int
) -> None:
    pictures = [bytes(_shape(name, side).constBits()) for name in family]
    assert len(set(pictures)) == len(family)


def test_a_pack_finds_its_glyphs_here() -> None:
    assert list(GLYPHS) == ["disc", "diamond", "triangle", "square", "ring", "dashed-ring"]


def test_an_unknown_shape_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        _shape("star", 16)


def test_an_icon_has_a_face_for_a_disabled_button(light: Theme, qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    put_icon(button, "copy", light, 200)
    assert button.iconSize().width() == 28
    assert not button.icon().isNull()


@pytest.mark.parametrize("role", STATUS_ROLES)
def test_a_chip_shows_its_status(light: Theme, role: str) -> None:
    font = fonts.font(fonts.SMALL, fonts.SEMIBOLD)
    size = chips.chip_size("approved", font, "diamond")
    rect = QRectF(0, 0, size.width(), size.height())
    colours = light.status(role)
    image = _picture(
        lambda painter: chips.draw_chip(painter, rect, "approved", "diamond", colours, font),
        int(size.width()),
        int(size.height()),
    )
    assert image.pixelColor(4, 4).name() == colours.fill


def test_a_hollow_chip_has_no_fill(light: Theme) -> None:
    font = fonts.font(fonts.SMALL, fonts.SEMIBOLD)
    rect = QRectF(0, 0, 120, 22)
    colours = light.status("status-approved", hollow=True)
    look = status_look("diamond", filled=False, hollow=True)
    image = _picture(
        lambda painter: chips.draw_chip(painter, rect, "approved", "diamond", colours, font, look),
        120,
        22,
    )
    assert image.pixelColor(5, 5).name() == light["surface"]
    assert image.pixelColor(60, 0).name() != light["surface"]


def test_a_chip_grows_with_its_font_and_its_glyph(light: Theme) -> None:
    small, large = (fonts.font(fonts.SMALL, zoom=zoom) for zoom in (100, 200))
    assert chips.chip_size("trials", large).width() > 1.9 * chips.chip_size("trials", small).width()
    assert (
        chips.chip_size("trials", small, "ring").width() > chips.chip_size("trials", small).width()
    )
