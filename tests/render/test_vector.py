from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from nanoexplorer.core.screen import Intent
from nanoexplorer.drawing import fonts
from nanoexplorer.formats.view import intent_of
from nanoexplorer.render.job import Cancelled, Job
from nanoexplorer.render.pictures.sheet import sheets
from nanoexplorer.render.provenance import provenance_of
from nanoexplorer.render.reopening.reopen import read_state
from tests.render.jobs import SHORT, job, write_outlines, write_png, write_svg
from tests.render.renderings import bundled
from tests.render.svg_words import SVG, overlapping, words_in

TEXT = "{http://www.w3.org/2000/svg}text"


def words_of(path: Path) -> str:
    """What a reader sees, spaces and line breaks left out: words are wrapped."""
    root = ElementTree.fromstring(path.read_bytes())
    return packed("".join("".join(text.itertext()) for text in root.iter(TEXT)))


def packed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("view", SHORT)
def test_a_drawing_has_real_text_and_no_bitmap(
    app: QApplication, tmp_path: Path, view: str
) -> None:
    made = job(view)
    [path] = write_svg(made, tmp_path / "a.svg")
    assert "<image" not in path.read_text("utf-8")
    text, provenance = words_of(path), provenance_of(made)
    for part in (
        made.rendering.title,
        provenance.disclaimer,
        provenance.sources,
        provenance.numbers,
        provenance.inside,
    ):
        assert packed(part) in text
    assert provenance.case_code in text


def test_a_drawing_brings_every_sign_of_its_font_along(app: QApplication, tmp_path: Path) -> None:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    [path] = write_svg(job("strategies"), tmp_path / "a.svg")
    faces = re.findall(
        r"font-weight:(\d+);font-style:(\w+);src:url\(data:font/otf;base64,([^)]+)\)",
        path.read_text("utf-8"),
    )
    assert {(weight, style) for weight, style, _ in faces} >= {("400", "normal"), ("700", "normal")}
    covered = {
        (weight, style): set(TTFont(BytesIO(b64decode(data)))["cmap"].getBestCmap())
        for weight, style, data in faces
    }
    root = ElementTree.fromstring(path.read_bytes())
    drawn = list(root.iter(TEXT))
    assert drawn
    for text in drawn:
        face = covered[text.get("font-weight", ""), text.get("font-style", "")]
        assert {ord(sign) for sign in "".join(text.itertext())} <= face
    assert len(path.read_bytes()) < 1_000_000


@pytest.mark.parametrize("size", [None, (1920, 1080)])
@pytest.mark.parametrize("view", SHORT)
def test_each_text_says_how_long_it_is_so_that_other_letters_keep_to_its_room(
    app: QApplication, tmp_path: Path, view: str, size: tuple[int, int] | None
) -> None:
    paths = write_svg(job(view, size), tmp_path / "a.svg")
    for path in paths:
        found = words_in(path)
        assert len(found) > 10
        for words in found:  # kerning, and a margin for short ones
            assert words.declared == pytest.approx(words.advance, rel=0.06, abs=2), words.text
        assert not overlapping(found)
        root = ElementTree.fromstring(path.read_bytes())
        left, top, wide, high = map(float, root.get("viewBox", "").split())
        assert all(QRectF(left, top, wide, high).contains(words.box) for words in found)


def test_overlapping_texts_would_be_found(app: QApplication, tmp_path: Path) -> None:
    [path] = write_svg(job("evidence-map"), tmp_path / "a.svg")
    [title, *_] = words_in(path)
    assert overlapping([title, title._replace(text="b", room=title.room.translated(9, 3))])


def test_our_font_comes_first_and_then_those_of_its_width(
    app: QApplication, tmp_path: Path
) -> None:
    """In a reader that takes the first of a list and nothing of a sheet, the nearest is named."""
    written = write_svg(job("evidence-map"), tmp_path / "a.svg")[0].read_text("utf-8")
    [listed] = re.findall(r"svg>g\{font-family:([^}]*)\}", written)
    assert listed.split(",")[:3] == [f"'{fonts.FAMILY}'", "Calibri", "Carlito"]
    assert listed.endswith(",sans-serif")
    root = ElementTree.fromstring(written.encode("utf-8"))
    assert root.get("font-family", "").startswith("Calibri,Carlito")
    drawn = list(root.iter(TEXT))
    assert drawn
    assert not any(text.get("font-family") for text in drawn)


@pytest.mark.parametrize("view", SHORT)
def test_a_drawing_reopens_the_view_it_shows(app: QApplication, tmp_path: Path, view: str) -> None:
    made = job(view)
    [path] = write_svg(made, tmp_path / "a.svg")
    intent, found, version = intent_of(bundled(), read_state(path))
    assert (found, version) == (view, bundled().version)
    assert replace(intent, options=()) == made.intent
    assert Job(made.pack, intent, made.theme, view).rendering.title == made.rendering.title


def test_signs_that_no_drawing_can_hold_are_left_out_of_its_words(
    app: QApplication, tmp_path: Path
) -> None:
    made = job("strategies")
    typed = replace(made, intent=replace(made.intent, search="dend\x01ri\ufffem <g>&"))
    [path] = write_svg(typed, tmp_path / "a.svg")
    assert "“dendrim<g>&”" in words_of(path)
    assert intent_of(bundled(), read_state(path))[0].search == typed.intent.search


def test_the_svg_is_as_large_as_was_asked_for(app: QApplication, tmp_path: Path) -> None:
    [path] = write_svg(job("evidence-map", (960, 540)), tmp_path / "a.svg")
    root = ElementTree.fromstring(path.read_bytes())
    assert root.get("viewBox") == "0 0 960 540"


def test_several_sheets_are_several_drawings(app: QApplication, tmp_path: Path) -> None:
    paths = write_svg(job("sources", (1280, 720)), tmp_path / "a.svg")
    assert [path.name for path in paths[:2]] == ["a.svg", "a-2.svg"]
    assert f"(1of{len(paths)})" in words_of(paths[0])
    assert f"(2of{len(paths)})" in words_of(paths[1])


def test_a_long_drawing_tells_of_every_row_and_can_be_stopped_within(
    app: QApplication, tmp_path: Path
) -> None:
    told: list[tuple[int, int]] = []
    path = tmp_path / "a"
    write_svg(job("references", progress=lambda done, of: told.append((done, of))), path)
    old = path.read_bytes()
    [sheet] = sheets(job("references"))
    assert sheet.page
    assert len(told) > sum(len(block.rows) for block in sheet.page)
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]

    def stop(done: int, of: int) -> None:
        if 2 * done >= of:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_svg(job("references", progress=stop), path)
    assert path.read_bytes() == old


def test_a_cancelled_drawing_leaves_the_old_file(app: QApplication, tmp_path: Path) -> None:
    def stop(done: int, of: int) -> None:
        raise Cancelled

    path = tmp_path / "a.svg"
    path.write_bytes(b"old")
    with pytest.raises(Cancelled):
        write_svg(job("references", (1280, 720), progress=stop), path)
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_every_doi_of_a_drawing_leads_to_its_resolver(app: QApplication, tmp_path: Path) -> None:
    made = replace(job("references"), pack=bundled(), intent=Intent(bundled().blank_profile))
    [path] = write_svg(made, tmp_path / "a.svg")
    root = ElementTree.fromstring(path.read_bytes())
    leads = {a.attrib["{http://www.w3.org/1999/xlink}href"] for a in root.iter(f"{SVG}a")}
    dois = {made.pack.reference[key].doi for key in made.rendering.keys} - {""}
    assert leads == {f"https://doi.org/{doi}" for doi in dois}
    assert all(list(a.iter(TEXT)) for a in root.iter(f"{SVG}a"))


@pytest.mark.parametrize("view", SHORT)
def test_outlines_need_no_font_and_still_say_what_they_show(
    app: QApplication, tmp_path: Path, view: str
) -> None:
    made = job(view)
    [path] = write_outlines(made, tmp_path / "a.svg")
    root = ElementTree.fromstring(path.read_bytes())
    assert not list(root.iter(TEXT))
    assert "@font-face" not in path.read_text("utf-8")
    said = packed("".join("".join(title.itertext()) for title in root.iter(f"{SVG}title")))
    provenance = provenance_of(made)
    for part in (provenance.disclaimer, provenance.sources, provenance.case_code):
        assert packed(part) in said
    assert intent_of(made.pack, read_state(path))[1] == view


def test_outlines_look_as_the_text_does(app: QApplication, tmp_path: Path) -> None:
    made = job("strategies")
    [path] = write_outlines(made, tmp_path / "a.svg")
    drawing = QSvgRenderer(str(path))
    picture = QImage(drawing.defaultSize(), QImage.Format.Format_RGB32)
    picture.fill(made.theme["paper"])
    painter = QPainter(picture)
    drawing.render(painter)
    painter.end()
    assert write_png(replace(made, scale=1.0), tmp_path / "a.png")
    shown = QImage(str(tmp_path / "a.png")).scaled(picture.size())
    places = [(x, y) for y in range(0, picture.height(), 7) for x in range(0, picture.width(), 5)]
    grey = [
        (picture.pixelColor(x, y).lightness(), shown.pixelColor(x, y).lightness())
        for x, y in places
    ]
    far = sum(abs(one - other) > 96 for one, other in grey)
    assert far < 0.01 * len(grey)
