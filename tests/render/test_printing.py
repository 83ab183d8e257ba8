"""Paper: the pages of a document as pictures, all that is shown on them, each with its foot."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QPageSize, QPdfWriter
from PySide6.QtWidgets import QApplication

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import resolve
from nanoexplorer.core.screen import Intent, Screen
from nanoexplorer.documents.handout import printed
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.render.pages.pdf import print_screen_on
from nanoexplorer.words import common
from nanoexplorer.words import desktop as desktop_words
from tests.drawing.drawing import theme
from tests.packs import mini_pack
from tests.render.renderings import text_of


@lru_cache(maxsize=1)
def bundled() -> Pack:
    return load_pack(bundled_pack())


def shown(pack: Pack, selection: str = "", **changes: str | int) -> Screen:
    return resolve(Intent(pack.blank_profile.replace(changes), selection=selection), pack)


def test_everything_that_is_shown_is_on_paper(app: QApplication) -> None:
    screen = shown(bundled(), "surgical-resection", alk="rearranged", lesions=9)
    made = printed(bundled(), screen)
    said = [made.title, made.subtitle, *made.remarks]
    for section in made.sections:
        said += [section.heading, *map(text_of, section.blocks)]
    text = " ".join(" ".join(said).split())
    assert common.disclaimer() in text
    assert "ALK rearranged" in text
    assert [s.name for s in bundled().strategies if " ".join(s.name.split()) not in text] == []
    for statement in bundled().statements_of["surgical-resection"]:
        assert " ".join(statement.text.split()) in text
    assert common.gap_line(bundled().field["alk"], "rearranged", bundled().kinds[1]) in text


@pytest.mark.parametrize("paper", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter])
def test_each_page_is_a_picture_that_covers_the_paper(
    app: QApplication, tmp_path: Path, paper: QPageSize.PageSizeId
) -> None:
    file = tmp_path / "printed.pdf"
    writer = QPdfWriter(str(file))
    writer.setResolution(150)
    writer.setPageSize(QPageSize(paper))
    print_screen_on(writer, bundled(), shown(bundled(), "osimertinib", egfr="mutated"), theme())
    size = QPageSize(paper).sizePoints()
    pages = PdfReader(file).pages
    assert len(pages) > 2
    for page in pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == size.toTuple()
        [picture] = page.images
        assert picture.image
        wide, high = picture.image.size
        assert wide / high == pytest.approx(size.width() / size.height(), rel=0.01)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_an_error(app: QApplication, tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "nowhere" / "printout.pdf"))
    with pytest.raises(OSError, match=re.escape(desktop_words.PRINTER_REFUSES)):
        print_screen_on(writer, mini_pack(), shown(mini_pack()), theme())
