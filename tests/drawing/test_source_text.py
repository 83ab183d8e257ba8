from __future__ import annotations

from random import Random

import pytest
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtWidgets import QApplication

from nanoexplorer.core.screen import Intent
from nanoexplorer.core.shown.reference_list import listed
from nanoexplorer.core.shown.sources import sources_part
from nanoexplorer.documents import links
from nanoexplorer.documents.reference_list import in_full as reference_document
from nanoexplorer.documents.reference_list.in_full import SHOWN
from nanoexplorer.documents.sources import sections
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.render.screen.prose import Prose
from nanoexplorer.render.screen.text import write_sections
from nanoexplorer.words import references as words
from tests.drawing.test_terms import formats, theme
from tests.packs import random_pack


def sources(selected: str = "") -> QTextDocument:
    document = QTextDocument()
    pack = load_pack(bundled_pack())
    part = sources_part(pack, Intent(pack.blank_profile, selection=selected))
    write_sections(Prose(document, theme()), sections(pack, part))
    return document


def reference(id_: str, selected: str = "") -> QTextDocument:
    document = QTextDocument()
    pack = load_pack(bundled_pack())
    (row,) = [row for row in listed(pack) if row.reference.id == id_]
    write_sections(Prose(document, theme()), reference_document.sections(pack, row, selected))
    return document


def test_differing_figures_stand_with_population_section_and_references(
    app: QApplication,
) -> None:
    text = sources().toPlainText()
    for said in ("3–12 months", "10–16 months", "any primary tumour", "[44, 45]"):
        assert said in text
    assert text.index("the sources differ") < text.index("a source contradicts itself")
    for source in load_pack(bundled_pack()).sources:
        assert source.covers in text
        assert source.search_reach in text


def test_the_strategies_that_a_source_covers_lead_to_them(app: QApplication) -> None:
    found = formats(sources("liposomes"))
    assert found["Liposomes"].anchorHref() == f"{links.STRATEGY}liposomes"
    assert found["Liposomes"].fontWeight() == QFont.Weight.Bold
    assert found["Dendrimers"].fontWeight() == QFont.Weight.Normal


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("wu-80", "Reference 80"),
        ("wu-96", "Cited by 2 statements"),
        ("wu", "the review"),
    ],
)
def test_a_reference_says_what_cites_it(app: QApplication, id_: str, said: str) -> None:
    assert said.casefold() in reference(id_).toPlainText().casefold()


def test_a_reference_leads_to_its_doi_and_its_strategies(app: QApplication) -> None:
    found = {style.anchorHref() for style in formats(reference("wu-96")).values()}
    assert "https://doi.org/10.1080/17425247.2019.1604679" in found
    assert any(link.startswith(links.STRATEGY) for link in found)


def test_a_reference_of_a_note_shows_the_note(app: QApplication) -> None:
    pack = load_pack(bundled_pack())
    note = next(n for n in pack.notes if n.references[0].startswith("note-"))
    text = reference(note.references[0]).toPlainText()
    assert note.text in text
    assert "used in" in text.casefold()


def test_a_source_that_is_cited_by_everything_is_cut_short(app: QApplication) -> None:
    pack = random_pack(Random(1), 1, 600)
    (row,) = [row for row in listed(pack) if row.reference.id == "source"]
    document = QTextDocument()
    write_sections(Prose(document, theme()), reference_document.sections(pack, row))
    rest = len(row.statements) - SHOWN
    assert rest > 0
    assert words.REST_NOT_SHOWN.format(count=rest) in document.toPlainText()
