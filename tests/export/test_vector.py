from __future__ import annotations

import re
from base64 import b64decode
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from nanoexplorer import strings
from nanoexplorer.export.job import Cancelled
from nanoexplorer.export.reopen import read_state
from nanoexplorer.export.stamp import stamp_of
from nanoexplorer.export.state import intent_of
from nanoexplorer.export.vector import write_pdf, write_svg
from tests.export.jobs import DRAWN, SHORT, job
from tests.figures.exhibits.exhibiting import bundled

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
    text, stamp = words_of(path), stamp_of(made)
    for part in (made.exhibit.title, stamp.disclaimer, stamp.sources, stamp.keys, stamp.inside):
        assert packed(part) in text
    assert stamp.case_code in text


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


@pytest.mark.parametrize("view", SHORT)
def test_a_drawing_and_its_pages_reopen_the_view_they_show(
    app: QApplication, tmp_path: Path, view: str
) -> None:
    made = job(view)
    for write, name in ((write_svg, "a.svg"), (write_pdf, "a.pdf")):
        [path] = write(made, tmp_path / name)
        assert intent_of(bundled(), read_state(path)) == (made.intent, view, bundled().version)


def test_the_svg_is_as_large_as_was_asked_for(app: QApplication, tmp_path: Path) -> None:
    [path] = write_svg(job("evidence-map", (960, 540)), tmp_path / "a.svg")
    root = ElementTree.fromstring(path.read_bytes())
    assert root.get("viewBox") == "0 0 960 540"


def test_several_sheets_are_several_drawings(app: QApplication, tmp_path: Path) -> None:
    paths = write_svg(job("compare", (1280, 720)), tmp_path / "a.svg")
    assert [path.name for path in paths] == ["a.svg", "a-2.svg"]
    assert "1of2" in words_of(paths[0])
    assert "2of2" in words_of(paths[1])


@pytest.mark.parametrize("view", ["strategies", "card", *DRAWN])
def test_pages_have_real_text_in_fonts_of_their_own(
    app: QApplication, tmp_path: Path, view: str
) -> None:
    made = job(view, (1280, 720))
    [path] = write_pdf(made, tmp_path / "a.pdf")
    reader = PdfReader(path)
    for page in reader.pages:
        assert (page.mediabox.width, page.mediabox.height) == (960, 540)
        text = packed(page.extract_text())
        assert packed(strings.DISCLAIMER_LEAD) in text
        assert stamp_of(made).case_code in text
        fonts = page["/Resources"]["/Font"]  # type: ignore[index]
        assert all("SourceSansPro" in font.get_object()["/BaseFont"] for font in fonts.values())
        assert not page.images


def test_a_long_listing_flows_over_pages(app: QApplication, tmp_path: Path) -> None:
    [path] = write_pdf(job("strategies", (1280, 720)), tmp_path / "a.pdf")
    pages = PdfReader(path).pages
    assert len(pages) > 1
    last = f"{len(pages)} of {len(pages)}"
    assert packed(last) in packed(pages[-1].extract_text())


def test_pages_say_in_their_properties_what_they_are(app: QApplication, tmp_path: Path) -> None:
    made = job("decision-map")
    [path] = write_pdf(made, tmp_path / "a.pdf")
    about = PdfReader(path).metadata
    assert about is not None
    assert about.title == made.exhibit.title
    assert about.subject == strings.DISCLAIMER
    assert stamp_of(made).case_code in str(about["/Keywords"])


def test_a_cancelled_drawing_leaves_the_old_file(app: QApplication, tmp_path: Path) -> None:
    def stop(done: int, of: int) -> None:
        raise Cancelled

    for write, name in ((write_svg, "a.svg"), (write_pdf, "a.pdf")):
        path = tmp_path / name
        path.write_bytes(b"old")
        with pytest.raises(Cancelled):
            write(job("strategies", (1280, 720), tell=stop), path)
        assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 2
