from __future__ import annotations

from PySide6.QtGui import QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QApplication

from nanoexplorer.documents.blocks import Words
from nanoexplorer.documents.terms import explained
from nanoexplorer.drawing.palette import Theme, shipped_theme
from nanoexplorer.drawing.typesetting import NEXT_LINE
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.render.screen.prose import Prose, Run


def theme() -> Theme:
    return shipped_theme("light")


def formats(document: QTextDocument) -> dict[str, QTextCharFormat]:
    """The text of every fragment and its style."""
    found = {}
    block = document.begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            found[at.fragment().text()] = at.fragment().charFormat()
            at += 1
        block = block.next()
    return found


def test_the_text_is_unchanged_and_the_first_of_each_term_explained() -> None:
    pack = load_pack(bundled_pack())
    text = "MRI shows NSCLC; MRI again, and osimertinib"
    runs = explained(pack, text)
    assert "".join(run.text for run in runs) == text
    tips = {run.text: run.tip for run in runs if run.tip}
    assert list(tips) == ["MRI", "NSCLC", "osimertinib"]
    assert "non-small cell lung cancer" in tips["NSCLC"]
    assert tips["osimertinib"].startswith("See: TKI")
    assert explained(pack, "") == (Words(""),)


def test_an_explained_term_is_underlined_and_its_tip_is_text(app: QApplication) -> None:
    document = QTextDocument()
    prose = Prose(document, theme())
    prose.line([Run("plain "), Run("term", tip="<img src='x'> & more\nsecond")])
    found = formats(document)
    dots = QTextCharFormat.UnderlineStyle.DotLine
    assert found["term"].underlineStyle() == dots
    assert found["term"].toolTip() == "<qt>&lt;img src='x'&gt; &amp; more<br>second</qt>"
    assert found["plain "].underlineStyle() != dots
    assert not found["plain "].toolTip()


def test_a_name_that_is_too_long_stands_over_what_is_said_of_it(app: QApplication) -> None:
    document = QTextDocument()
    prose = Prose(document, theme())
    prose.pair(Run("short"), [Run("said")], 16)
    prose.pair(Run("a name that does not fit beside it"), [Run("said")], 16)
    first, second = document.begin().text(), document.begin().next().text()
    assert first == "short\tsaid"
    assert second == f"a name that does not fit beside it{NEXT_LINE}said"
