"""One reference in full: what leads to it, statements and notes."""

from __future__ import annotations

from nanoexplorer.core.shown.reference_list import listed
from nanoexplorer.documents.blocks import Entry
from nanoexplorer.documents.reference_list import in_full
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack

PACK = load_pack(bundled_pack())


def test_a_reference_of_notes_leads_to_what_the_notes_are_on() -> None:
    of_notes = [row for row in listed(PACK) if row.notes and not row.statements]
    assert of_notes
    for row in of_notes:
        (section,) = in_full.cited_by(PACK, row)
        assert section.name == "notes"
        entries = [block for block in section.blocks if isinstance(block, Entry)]
        assert [entry.ids for entry in entries] == [(note.id,) for note in row.notes]
        for note, entry in zip(row.notes, entries, strict=True):
            leads = [words.to for phrase in entry.under for words in phrase if words.to]
            assert leads == [f"strategy:{strategy}" for strategy in note.strategies]


def test_what_statements_and_notes_cite_says_both() -> None:
    for row in (row for row in listed(PACK) if row.notes and row.statements):
        assert [s.name for s in in_full.cited_by(PACK, row)] == ["cited-by", "notes"]
