"""Paper: every page carries the stamp, and everything that is shown is on it."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QApplication

from nanoexplorer import strings
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import resolve
from nanoexplorer.core.screen import Intent, Screen
from nanoexplorer.export import printout
from nanoexplorer.export.printout import STAMP, print_screen_on
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from tests.figures.drawing import theme
from tests.packs import mini_pack

PAGE = (794, 1123)
"""A4 in px of 1/96 inch."""
NUMBER = 70
"""Px at the right that the number of the page takes."""


class Pages(QImage):
    """Paper that keeps a picture of every page."""

    def __init__(self) -> None:
        super().__init__(*PAGE, QImage.Format.Format_RGB32)
        self.setDotsPerMeterX(3780)
        self.setDotsPerMeterY(3780)
        self.fill(QColor("white"))
        self.turned: list[QImage] = []

    def newPage(self) -> bool:
        self.turned.append(self.copy())
        self.fill(QColor("white"))
        return True

    def all(self) -> list[QImage]:
        return [*self.turned, self.copy()]


@lru_cache(maxsize=1)
def bundled() -> Pack:
    return load_pack(bundled_pack())


def shown(pack: Pack, selection: str = "", **changes: str | int) -> Screen:
    return resolve(Intent(pack.blank_profile.replace(changes), selection=selection), pack)


def printed(pack: Pack, screen: Screen) -> list[QImage]:
    pages = Pages()
    print_screen_on(pages, pack, screen, theme())  # type: ignore[arg-type]
    return pages.all()


def foot(page: QImage) -> QImage:
    """The stamp of a page without the number."""
    width, height = PAGE
    return page.copy(QRect(0, height - STAMP, width - NUMBER, STAMP))


def has_ink(image: QImage) -> bool:
    blank = QImage(image.size(), image.format())
    blank.fill(QColor("white"))
    return image != blank


def test_every_page_carries_the_same_stamp(app: QApplication) -> None:
    pages = printed(bundled(), shown(bundled(), "liposomal-doxorubicin", egfr="mutated", lesions=2))
    assert len(pages) > 2
    assert has_ink(foot(pages[0]))
    assert [n for n, page in enumerate(pages) if foot(page) != foot(pages[0])] == []


def test_a_stamp_is_of_its_profile(app: QApplication) -> None:
    one, other = (printed(mini_pack(), shown(mini_pack(), cups=cups))[0] for cups in (2, 3))
    assert foot(one) != foot(other)


def test_the_stamp_says_disclaimer_sources_pack_and_code(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    class Template(str):
        def format(self, *args: object, **known: object) -> str:
            said.append(str.format(self, *args, **known))
            return said[-1]

    monkeypatch.setattr(strings, "STAMP", Template(strings.STAMP))
    screen = shown(bundled(), lesions=3)
    pages = printed(bundled(), screen)
    assert len(said) == len(pages)
    assert screen.profile
    labels = [source.label for source in bundled().sources]
    for part in (strings.DISCLAIMER_LEAD, *labels, bundled().version, screen.profile.case_code):
        assert all(part in text for text in said)


def test_pages_are_numbered(app: QApplication) -> None:
    width, height = PAGE
    corner = QRect(width - NUMBER, height - STAMP + 8, NUMBER, STAMP - 8)
    pages = printed(bundled(), shown(bundled(), "osimertinib"))
    corners = [bytes(page.copy(corner).constBits()) for page in pages]
    assert len(set(corners)) == len(pages)


def test_no_text_runs_into_the_stamp(app: QApplication) -> None:
    for page in printed(bundled(), shown(bundled(), "osimertinib"))[:-1]:
        width, height = PAGE
        assert not has_ink(page.copy(QRect(0, height - STAMP + 1, width, 4)))


def test_everything_that_is_shown_is_on_paper(app: QApplication) -> None:
    screen = shown(bundled(), "surgical-resection", alk="rearranged", lesions=9)
    document: QTextDocument = printout._document(bundled(), screen, theme())
    text = " ".join(document.toPlainText().split())
    assert strings.DISCLAIMER in text
    assert "ALK rearranged" in text
    assert [s.name for s in bundled().strategies if " ".join(s.name.split()) not in text] == []
    for statement in bundled().statements_of["surgical-resection"]:
        assert " ".join(statement.text.split()) in text
    assert strings.gap_line(bundled().field["alk"], "rearranged", "nanocarrier-strategy") in text
    assert strings.REPORT not in text
    assert strings.NEAREST_OPEN not in text


def test_a_pdf_has_all_pages(app: QApplication, tmp_path: Path) -> None:
    screen = shown(bundled(), "osimertinib", egfr="mutated")
    file = tmp_path / "printout.pdf"
    writer = QPdfWriter(str(file))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    print_screen_on(writer, bundled(), screen, theme())
    pages = re.findall(rb"/Type /Page\b(?!s)", file.read_bytes())
    assert len(pages) > 2


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_an_error(app: QApplication, tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "nowhere" / "printout.pdf"))
    with pytest.raises(OSError, match=re.escape(strings.PRINTER_REFUSES)):
        print_screen_on(writer, mini_pack(), shown(mini_pack()), theme())
