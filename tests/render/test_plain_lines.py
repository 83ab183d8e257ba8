"""A document as lines: each in one line, however odd its words."""

from __future__ import annotations

from nanoexplorer.documents.blocks import Document, Fact, Lead, Paragraph, Section, minor, said
from nanoexplorer.render.plain_lines import lines_of


def test_what_stands_under_something_is_set_in() -> None:
    blocks = (
        Paragraph(said("First."), (minor("under it"),)),
        Lead(said("A name")),
        Fact(minor("label"), said("what is said"), (minor("why"),)),
    )
    made = Document("any", "A title", "", (Section("one", "A heading", blocks),))
    assert list(lines_of(made)) == [
        "A title",
        "",
        "A heading",
        "  First.",
        "      under it",
        "  A name",
        "    label: what is said",
        "        why",
    ]


def test_no_text_breaks_out_of_its_line() -> None:
    odd = Paragraph(said("one\ntwo\x1b[31m\u2028three"))
    [_, line] = lines_of(Document("any", "A title", "", (Section("one", "", (odd,)),)))
    assert line.isprintable()
