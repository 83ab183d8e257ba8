from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfWriter
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from nanoexplorer.formats.view import StateError
from nanoexplorer.render.reopening import reopen
from nanoexplorer.render.reopening.reopen import PPTX_PART, read_state
from tests.render.jobs import job, write_png

NAMES = ("a.png", "a.svg", "a.pdf", "a.pptx")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "content", [b"", b"no such file", b"\x89PNG\r\n\x1a\n", b"%PDF-1.7", b"PK"]
)
def test_a_damaged_file_is_refused(
    app: QApplication, tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(StateError) as refused:
        read_state(path)
    assert refused.value.code in ("none", "damaged")


def test_a_file_of_somebody_else_holds_no_view(app: QApplication, tmp_path: Path) -> None:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(0)
    image.save(str(tmp_path / "a.png"))
    (tmp_path / "a.svg").write_text("<svg/>")
    page = PdfWriter()
    page.add_blank_page(10, 10)
    page.write(tmp_path / "a.pdf")
    with ZipFile(tmp_path / "a.pptx", "w") as package:
        package.writestr("ppt/presentation.xml", "<p/>")
    for name in NAMES:
        with pytest.raises(StateError, match="none"):
            read_state(tmp_path / name)


def test_the_property_of_slides_is_found_whatever_its_prefixes(tmp_path: Path) -> None:
    for body in (
        '<Properties><property fmtid="{a}" pid="2" name="nanoexplorer"><vt:lpwstr>{state}'
        "</vt:lpwstr></property></Properties>",
        '<ns0:Properties xmlns:ns0="x"><ns0:property name="other"><v:lpwstr>no</v:lpwstr>'
        '</ns0:property><ns0:property pid="3" name="nanoexplorer">\n<v:lpwstr>{state}</v:lpwstr>'
        "</ns0:property></ns0:Properties>",
    ):
        made = BytesIO()
        with ZipFile(made, "w") as package:
            package.writestr(PPTX_PART, body.replace("{state}", "{&quot;a&quot;:&lt;1}"))
        path = tmp_path / "a.pptx"
        path.write_bytes(made.getvalue())
        assert read_state(path) == '{"a":<1}'


def test_a_file_that_is_far_too_large_is_not_looked_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.svg"
    path.write_text("<svg><nanoexplorer-state>{}</nanoexplorer-state></svg>")
    assert read_state(path) == "{}"
    monkeypatch.setattr(reopen, "MOST_BYTES", 10)
    with pytest.raises(StateError, match="none"):
        read_state(path)


def test_another_kind_of_file_holds_no_view(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("{}")
    with pytest.raises(StateError, match="none"):
        read_state(path)


def test_a_picture_that_was_cut_off_still_says_what_it_showed_or_is_refused(
    app: QApplication, tmp_path: Path
) -> None:
    [path] = write_png(job("evidence-map", (640, 360)), tmp_path / "a.png")
    whole, state = path.read_bytes(), read_state(path)
    for length in range(0, len(whole), max(1, len(whole) // 40)):
        path.write_bytes(whole[:length])
        assert found_in(path) in (state, "none", "damaged")


def found_in(path: Path) -> str:
    """The state, or why there is none."""
    try:
        return read_state(path)
    except StateError as error:
        return error.code
