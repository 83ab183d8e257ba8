"""The style sheet and the fonts: filled whole, scaled, and nothing moves with the focus."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QPalette, QRawFont
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.palette import Theme, load_theme
from nanoexplorer.drawing.scale import hair
from nanoexplorer.ui.base import theme
from nanoexplorer.ui.base.qss import TEMPLATE
from nanoexplorer.ui.controls.choices import CheckBox, ChoiceBox, Segment, place_of

RESOURCES = Path(__file__).parents[3] / "resources"
ZOOMS = (80, 100, 110, 130, 150, 170, 200)


def _theme(name: str) -> Theme:
    return load_theme((RESOURCES / "themes" / f"{name}.toml").read_bytes(), name)


def dress(app: QApplication, page: QWidget, name: str = "light", zoom: int = 100) -> None:
    theme.apply(app, _theme(name), zoom)
    page.setStyleSheet(theme.stylesheet(_theme(name), zoom))


@pytest.fixture
def dressed(app: QApplication, qtbot: QtBot) -> QWidget:
    """A bare window in the light theme."""
    dress(app, page := QWidget())
    qtbot.addWidget(page)
    return page


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("zoom", ZOOMS)
def test_a_style_sheet_is_filled_whole(name: str, zoom: int) -> None:
    sheet = theme.stylesheet(_theme(name), zoom)
    assert "@" not in sheet
    assert "hair" not in sheet
    assert sheet.count("{") == sheet.count("}")


def test_the_template_names_no_colour() -> None:
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|\brgb|: *(white|black|red)\b", TEMPLATE)


def test_sizes_follow_the_zoom() -> None:
    assert "font-size: 22px" in theme.stylesheet(_theme("light"), 100)
    assert "font-size: 44px" in theme.stylesheet(_theme("light"), 200)
    assert [hair(zoom) for zoom in (80, 100, 149, 150, 200)] == [1, 1, 1, 2, 2]


def test_a_theme_reaches_the_palette_the_font_and_back(app: QApplication, dressed: QWidget) -> None:
    dark = _theme("dark")
    dress(app, dressed, "dark", 150)
    assert app.palette().color(QPalette.ColorRole.Window).name() == dark["paper"]
    assert app.font().family() == fonts.FAMILY
    assert app.font().pixelSize() == 22
    dress(app, dressed)
    assert app.font().pixelSize() == fonts.BODY


def _controls() -> list[QWidget]:
    marked = {"primary": QPushButton("x"), "link": QPushButton("x"), "fold": QPushButton("x")}
    for kind, button in marked.items():
        button.setProperty("kind", kind)
    choice = ChoiceBox({}, "choice")
    choice.addItem("x")
    segments = [Segment("x", place_of(index, 3)) for index in range(3)]
    plain = (QPushButton("x"), QLineEdit("x"), QSpinBox(), QToolButton(), QTextBrowser())
    return [*plain, *marked.values(), choice, CheckBox("x"), *segments, Segment("x", "only")]


@pytest.mark.parametrize("zoom", ZOOMS)
def test_a_focus_ring_shows_and_moves_nothing(
    app: QApplication, dressed: QWidget, qtbot: QtBot, zoom: int
) -> None:
    page = dressed
    dress(app, page, zoom=zoom)
    box = QVBoxLayout(page)
    controls = _controls()
    for control in controls:
        control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.addWidget(control)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    for control, other in zip(controls, [*controls[1:], controls[0]], strict=True):
        other.setFocus()
        before, size = control.grab().toImage(), control.sizeHint()
        control.setFocus(Qt.FocusReason.TabFocusReason)
        assert control.hasFocus()
        assert control.sizeHint() == size
        assert control.grab().toImage() != before, control


def test_choosing_a_segment_does_not_widen_it(dressed: QWidget) -> None:
    segment = Segment("not rearranged", "only")
    segment.setParent(dressed)
    width = segment.sizeHint().width()
    segment.setChecked(True)
    assert segment.sizeHint().width() == width


def test_a_chosen_unknown_looks_other_than_a_chosen_value(dressed: QWidget) -> None:
    pictures = []
    for known in (True, False):
        segment = Segment("x", "only", known)
        segment.setParent(dressed)
        segment.setChecked(True)
        segment.resize(80, 28)
        pictures.append(segment.grab().toImage().pixelColor(12, 14).name())
    light = _theme("light")
    assert pictures == [light["accent"], light["unknown"]]


def test_a_place_in_a_row_of_segments() -> None:
    assert [place_of(index, 3) for index in range(3)] == ["first", "middle", "last"]
    assert place_of(0, 1) == "only"


def test_the_shipped_family_is_there_in_its_four_cuts(app: QApplication) -> None:
    assert {"Regular", "Semibold", "Bold", "Italic"} <= set(QFontDatabase.styles(fonts.FAMILY))


@pytest.mark.parametrize("cut", fonts.FILES)
def test_every_cut_has_the_signs_that_the_screen_uses(app: QApplication, cut: str) -> None:
    raw = QRawFont(str(RESOURCES / "fonts" / f"SourceSansPro-{cut}.otf"), 14.0)
    assert [sign for sign in "“”‘’–—…≥≤×·→←✓±µ°" if not raw.supportsCharacter(ord(sign))] == []


def test_a_missing_font_names_its_file(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(fonts.FontError) as caught:
        fonts.register(tmp_path)
    assert caught.value.file == tmp_path / "SourceSansPro-Regular.otf"
