"""Paper: every page carries the stamp, and everything that is shown is on it."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPageSize, QPdfWriter
from PySide6.QtWidgets import QApplication

from nanoexplorer import strings
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import resolve
from nanoexplorer.core.screen import Intent, Screen
from nanoexplorer.export import stamped_pages
from nanoexplorer.export.job import Job
from nanoexplorer.export.printout import document_of, print_screen_on
from nanoexplorer.export.stamp import Stamp, stamp_of, stamp_spans
from nanoexplorer.export.stamped_pages import ABOVE, foot_height, print_pages
from nanoexplorer.figures.exhibit import Span
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.strings import desktop as desktop_words
from nanoexplorer.strings import export as words
from nanoexplorer.strings import inspector as inspector_words
from tests.figures.drawing import theme
from tests.packs import mini_pack

PAGE = (794, 1123)
"""A4 in px of 1/96 inch."""
QR = 64
LAST_LINES = 40
"""Px at the end of the stamp in which the number of the page stands."""
STAMP = Stamp("No.", "Source.", "None.", (), "Nobody.", "1", "NX-C0P", ())


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


def stamp_height(pack: Pack, screen: Screen) -> int:
    """Px of the foot of every page."""
    assert screen.profile
    view = "card" if screen.selection else "strategies"
    intent = Intent(screen.profile.profile, selection=screen.selection)
    return round(foot_height(stamp_of(Job(pack, intent, theme(), view)), PAGE[0]))


def foot(page: QImage, height: int) -> QImage:
    """The stamp of a page without its last line, on which the number stands."""
    return page.copy(QRect(0, PAGE[1] - height, PAGE[0] - QR, height - LAST_LINES))


def has_ink(image: QImage) -> bool:
    blank = QImage(image.size(), image.format())
    blank.fill(QColor("white"))
    return image != blank


def test_every_page_carries_the_same_stamp(app: QApplication) -> None:
    screen = shown(bundled(), "liposomal-doxorubicin", egfr="mutated", lesions=2)
    pages, height = printed(bundled(), screen), stamp_height(bundled(), screen)
    assert len(pages) > 2
    assert has_ink(foot(pages[0], height))
    first = foot(pages[0], height)
    assert [n for n, page in enumerate(pages) if foot(page, height) != first] == []


def test_every_page_carries_the_code_to_be_scanned(app: QApplication) -> None:
    screen = shown(bundled(), "osimertinib")
    width, height = PAGE
    top = height - stamp_height(bundled(), screen) + round(ABOVE * 1.5)
    codes = [page.copy(QRect(width - QR, top, QR, QR)) for page in printed(bundled(), screen)]
    assert has_ink(codes[0])
    assert [place for place, code in enumerate(codes) if code != codes[0]] == []


def test_a_stamp_is_of_its_profile(app: QApplication) -> None:
    screens = [shown(mini_pack(), cups=cups) for cups in (2, 3)]
    top = PAGE[1] - stamp_height(mini_pack(), screens[0])
    whole = QRect(0, top, PAGE[0], PAGE[1] - top)
    one, other = (printed(mini_pack(), screen)[0].copy(whole) for screen in screens)
    assert one != other


def test_the_stamp_says_disclaimer_sources_pack_and_code_and_the_page(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def spans(stamp: Stamp, page: str = "") -> list[Span]:
        found = stamp_spans(stamp, page)
        said.append("".join(span.text for span in found))
        return found

    monkeypatch.setattr(stamped_pages, "stamp_spans", spans)
    screen = shown(bundled(), lesions=3)
    pages = printed(bundled(), screen)
    drawn = said[-len(pages) :]
    assert screen.profile
    labels = [source.label for source in bundled().sources]
    for part in (strings.DISCLAIMER_LEAD, *labels, bundled().version, screen.profile.case_code):
        assert all(part in text for text in drawn)
    numbers = [words.SLIDE_OF.format(page=n + 1, of=len(pages)) for n in range(len(pages))]
    assert [text[-len(number) :] for text, number in zip(drawn, numbers, strict=True)] == numbers


def test_pages_are_numbered(app: QApplication) -> None:
    screen = shown(bundled(), "osimertinib")
    feet = [
        page.copy(QRect(0, PAGE[1] - 60, PAGE[0] - QR, 60)) for page in printed(bundled(), screen)
    ]
    assert [n for n, one in enumerate(feet) if one in feet[:n]] == []


def test_no_text_runs_into_the_stamp(app: QApplication) -> None:
    screen = shown(bundled(), "osimertinib")
    top = PAGE[1] - stamp_height(bundled(), screen)
    for page in printed(bundled(), screen)[:-1]:
        assert not has_ink(page.copy(QRect(0, top + 2, PAGE[0], 6)))


def test_no_page_ends_with_a_heading(app: QApplication) -> None:
    paper = document_of(bundled(), shown(bundled(), "osimertinib"), theme())
    print_pages(Pages(), paper, STAMP)  # type: ignore[arg-type]
    height = paper.document.pageSize().height()
    layout = paper.document.documentLayout()
    block = paper.document.begin()
    while block.next().isValid():
        below = block.next()
        if block.blockFormat().headingLevel():
            places = [layout.blockBoundingRect(b).top() // height for b in (block, below)]
            assert places[0] == places[1], block.text()
        block = below


def test_everything_that_is_shown_is_on_paper(app: QApplication) -> None:
    screen = shown(bundled(), "surgical-resection", alk="rearranged", lesions=9)
    document = document_of(bundled(), screen, theme()).document
    text = " ".join(document.toPlainText().split())
    assert strings.disclaimer() in text
    assert "ALK rearranged" in text
    assert [s.name for s in bundled().strategies if " ".join(s.name.split()) not in text] == []
    for statement in bundled().statements_of["surgical-resection"]:
        assert " ".join(statement.text.split()) in text
    assert strings.gap_line(bundled().field["alk"], "rearranged", "nanocarrier-strategy") in text
    assert inspector_words.REPORT not in text
    assert inspector_words.NEAREST_OPEN not in text


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
    with pytest.raises(OSError, match=re.escape(desktop_words.PRINTER_REFUSES)):
        print_screen_on(writer, mini_pack(), shown(mini_pack()), theme())
