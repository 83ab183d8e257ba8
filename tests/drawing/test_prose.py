"""Prose: text goes in as text, links as links, and bars stand beside their paragraphs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from nanoexplorer.drawing import fonts
from nanoexplorer.render.screen.prose import UNIT, Prose, Run, draw_beside
from tests.drawing.drawing import picture, theme

MARKUP = "<b>x</b> &amp; <a href='http://x'>y</a>"


@pytest.fixture
def document(app: QApplication) -> QTextDocument:
    made = QTextDocument()
    made.setDefaultFont(fonts.font())
    made.setDocumentMargin(0)
    made.setTextWidth(300)
    return made


def bars(document: QTextDocument, band: QRectF | None = None) -> QImage:
    height = round(document.size().height())
    whole = QRectF(0, 0, 300, height)
    return picture(
        lambda painter: draw_beside(painter, document, theme(), 100, band or whole), 300, height
    )


def rows_in(image: QImage, colour: str, x: int = 1) -> list[int]:
    """The lines of a picture that have that colour at `x`."""
    return [y for y in range(image.height()) if image.pixelColor(x, y).name() == colour]


def test_markup_is_text(document: QTextDocument) -> None:
    prose = Prose(document, theme())
    prose.line([Run(MARKUP)])
    prose.heading(MARKUP)
    prose.pair(Run(MARKUP), [Run(MARKUP)], 5)
    prose.barred("bar-says", [[Run(MARKUP)]])
    assert document.toPlainText().count(MARKUP) == 4
    assert document.toPlainText().count(MARKUP.upper()) == 1
    assert "href=" not in document.toHtml().replace("href='", "")


def test_a_link_is_on_its_own_words_only(document: QTextDocument) -> None:
    Prose(document, theme()).line([Run("before "), Run("here", link="report:1"), Run(" after")])
    cursor = QTextCursor(document)
    found = []
    for position in range(1, document.characterCount()):
        cursor.setPosition(position)
        if cursor.charFormat().anchorHref():
            found.append(document.characterAt(position - 1))
            assert cursor.charFormat().anchorHref() == "report:1"
    assert "".join(found) == "here"


def test_the_position_is_where_writing_ended(document: QTextDocument) -> None:
    prose = Prose(document, theme())
    prose.line([Run("one")])
    first = prose.position
    prose.line([Run("two")])
    assert (first, prose.position) == (3, 7)


@pytest.mark.parametrize("zoom", [80, 100, 200])
def test_sizes_follow_the_zoom(document: QTextDocument, zoom: int) -> None:
    prose = Prose(document, theme(), zoom)
    prose.line([Run("x", size=fonts.TITLE)])
    cursor = QTextCursor(document)
    cursor.setPosition(1)
    assert cursor.charFormat().font().pixelSize() == round(fonts.TITLE * zoom / 100)
    assert prose.px(1) == UNIT * zoom / 100


def test_a_bar_stands_beside_all_lines_of_its_paragraphs(document: QTextDocument) -> None:
    prose = Prose(document, theme())
    prose.line([Run("before")])
    prose.barred("bar-caution", [[Run("long words " * 20)], [Run("and where")]])
    prose.line([Run("after")], above=1)
    found = rows_in(bars(document), theme()["bar-caution"])
    assert found == list(range(found[0], found[-1] + 1))
    layout = document.documentLayout()
    blocks = [document.findBlockByNumber(n) for n in range(4)]
    boxes = [layout.blockBoundingRect(block) for block in blocks]
    assert boxes[0].bottom() - UNIT <= found[0] <= boxes[1].top() + 1
    assert boxes[2].bottom() - 1 <= found[-1] + 1 <= boxes[3].bottom()


def test_a_ground_reaches_over_the_whole_width(document: QTextDocument) -> None:
    Prose(document, theme()).barred("bar-note", [[Run("a note")]], "note-surface")
    image = bars(document)
    assert rows_in(image, theme()["bar-note"])
    assert rows_in(image, theme()["note-surface"], x=150)


def test_a_band_without_bars_stays_empty(document: QTextDocument) -> None:
    prose = Prose(document, theme())
    prose.line([Run("a line\n" * 30)])
    prose.barred("bar-says", [[Run("far below")]])
    image = bars(document, QRectF(0, 0, 300, 40))
    assert rows_in(image, theme()["bar-says"]) == []


def test_bars_are_drawn_alike_whole_and_piece_by_piece(document: QTextDocument) -> None:
    prose = Prose(document, theme())
    for number in range(12):
        prose.barred("bar-says", [[Run(f"statement {number}")], [Run("its place")]])
    height = round(document.size().height())

    def in_pieces(painter: QPainter) -> None:
        for top in range(0, height, 37):
            band = QRectF(0, top, 300, 37)
            painter.setClipRect(band)
            draw_beside(painter, document, theme(), 100, band)

    assert picture(in_pieces, 300, height) == bars(document)
