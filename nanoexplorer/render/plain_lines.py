"""A document as lines of plain text: for a terminal, a clipboard, a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from nanoexplorer.documents.blocks import Block, Document, Fact, Lead, Paragraph, plain
from nanoexplorer.words import common

INSET: Final = "  "


def lines_of(document: Document) -> Iterator[str]:
    """Title, headings and blocks; what stands under something is set in. For documents that say
    all in words: of blocks that are drawn nothing is said.
    """
    yield common.one_line(document.title)
    for section in document.sections:
        if section.heading:
            yield ""
            yield common.one_line(section.heading)
        before = INSET if section.heading else ""
        for block in section.blocks:
            yield from map(_line, _lines(block, before))
            if isinstance(block, Lead):
                before = 2 * INSET


def _line(text: str) -> str:
    return common.one_line(text).rstrip()


def _lines(block: Block, before: str) -> Iterator[str]:
    if isinstance(block, Fact):
        yield before + common.labelled(plain(block.name), plain(block.said))
    elif isinstance(block, Lead):
        yield INSET + plain(block.said)
    elif isinstance(block, Paragraph):
        yield before + plain(block.said)
    if isinstance(block, Fact | Paragraph):
        yield from (before + 2 * INSET + plain(phrase) for phrase in block.under)
