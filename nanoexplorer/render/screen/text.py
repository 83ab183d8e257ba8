"""A document as text on screen: headings, facts, entries behind their bars."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, assert_never

from nanoexplorer.documents.blocks import (
    NOTED,
    Block,
    CardLine,
    Choices,
    Entry,
    EntryKind,
    Fact,
    Figure,
    Lead,
    Mark,
    Paragraph,
    Phrase,
    Section,
    Status,
    Table,
    Tally,
    Words,
)
from nanoexplorer.documents.links import on_paper
from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.looks import TONE
from nanoexplorer.drawing.typesetting import NEXT_LINE
from nanoexplorer.render.screen.prose import DISPUTED, Prose, Run
from nanoexplorer.words import common

BARS: Final[dict[EntryKind, tuple[str, str]]] = {
    "statement": ("bar-says", ""),
    "against": ("bar-caution", ""),
    "approval": ("bar-note", "note-surface"),
    "note": ("bar-note", "note-surface"),
    "check": ("bar-note", ""),
    "dispute": ("disputed", "note-surface"),
    "strip": ("bar-note", "note-surface"),
}
"""The bar before an entry, and the ground under it."""
MARKS: Final[dict[EntryKind, str]] = {"dispute": DISPUTED, "strip": NOTED}
"""The mark before an entry, where it has one."""
NAME_WIDTH: Final = 14.5
NAME_WIDTHS: Final = {
    "why": 11.0,
    "others": 11.0,
    "not-asked": 11.0,
    "different": 18.0,
    "references": 9.5,
    "reference": 11.0,
    "figures": 16.0,
    "who": 13.0,
    "coverage": 22.5,
    "verdicts": 18.0,
    "difference": 9.0,
}
"""Grid units of the names of facts, by section."""
LARGE: Final = 150
"""Percent from which on a wide name stands above what is said of it."""
WIDE: Final = 20.0
RULED: Final = ("different", "cited-by")
"""The sections whose facts or entries stand between lines, as in a table."""
LEAD_ABOVE: Final = {"reference": 0.25}
"""Grid units above a title where that is not what its level has."""
BOX: Final = "☐\u00a0"
_SIZES: Final = {0: fonts.TITLE, 1: fonts.LEAD}
_ABOVE: Final = {0: 0.0, 1: 3.0}
_NO_BREAK: Final = "\u00a0"
_LABELLED: Final = " — "
_REFERENCE: Final = re.compile(r"(?<=\bref) (?=\d)|(?<=\brefs) (?=\d)| (?=\[\d)")


Bands = tuple[tuple[tuple[Section, ...], ...], ...]
"""What stands below each other: of columns, of sections."""


def side_by_side(sections: Sequence[Section], columns: int) -> tuple[tuple[Section, ...], ...]:
    """Sections in the columns that they name, as many as there is room for."""
    last = columns - 1
    places = sorted({min(section.column, last) for section in sections})
    return tuple(tuple(s for s in sections if min(s.column, last) == place) for place in places)


def write_bands(prose: Prose, bands: Bands) -> None:
    """Write bands below each other, the columns of each side by side."""
    for columns in bands:
        if len(columns) == 1:
            write_sections(prose, columns[0])
            continue
        for place in prose.columns(len(columns)):
            write_sections(prose, columns[place])


def write_sections(prose: Prose, sections: Iterable[Section], *, links: bool = True) -> list[int]:
    """Write sections; returns the place in the text at which each ends.

    Without `links` what only a screen can do is left out: ways to act, and terms to hover over.
    """
    ends = []
    if not links:
        sections = on_paper(sections)
    for section in sections:
        _write_section(prose, section)
        ends.append(prose.position)
    return ends


def _write_section(prose: Prose, section: Section) -> None:
    above = 0 if prose.at_top else 2
    if section.verdict:
        prose.finding(section.heading, section.verdict, section.tip, above)
    elif section.heading:
        prose.heading(section.heading, above)
    width = NAME_WIDTHS.get(section.name, NAME_WIDTH)
    width = 2.0 if width > WIDE and prose.zoom >= LARGE else width
    title = LEAD_ABOVE.get(section.name)
    for block in section.blocks:
        if isinstance(block, Lead):
            _lead(prose, block, title)
        else:
            _write(prose, block, width, ruled=section.name in RULED)


def _write(prose: Prose, block: Block, width: float, *, ruled: bool) -> None:
    match block:
        case Paragraph():
            prose.line(_runs(block.said, block.under))
        case Lead():
            _lead(prose, block, None)
        case CardLine():
            prose.line(_card(block), indent=1)
        case Tally():
            prose.line(_runs(block.phrase))
        case Choices():
            _choices(prose, block)
        case Fact():
            said = _runs(block.said, block.under)
            prose.pair(_run(block.name[0]), said, width, block.mark, ruled=ruled)
        case Entry():
            bar, ground = BARS[block.kind]
            lines = [_runs(block.said), *map(_runs, block.under)]
            if ruled:
                prose.ruled(lines)
            else:
                prose.barred(bar, lines, ground, MARKS.get(block.kind, ""))
        case Status():
            prose.line(_status(block), below=0.5)
        case Table() | Figure():  # widgets of their own show these
            pass
        case _:
            assert_never(block)


def _card(block: CardLine) -> list[Run]:
    """A card in one line: name, statuses, reasons."""
    about = [chip.said for chip in block.chips] + [piece.text for piece in block.brief]
    return [Run(block.title), Run(f"  {' · '.join(about)}", "ink-muted", fonts.SMALL)]


def _lead(prose: Prose, block: Lead, above: float | None) -> None:
    """A title and the head of a question are larger than what stands below them."""
    size = _SIZES.get(block.level)
    first, *others = _runs(block.said)
    runs = [first._replace(weight=fonts.SEMIBOLD), *others]
    if size:
        weight = fonts.BOLD if block.level == 0 else fonts.SEMIBOLD
        runs = [run._replace(size=size, weight=weight) for run in runs]
    above = _ABOVE.get(block.level, 1) if above is None else above
    prose.line(runs, above=above, level=block.level + 1)


def _choices(prose: Prose, block: Choices) -> None:
    options = [BOX + option.replace(" ", _NO_BREAK) for option in block.options]
    for line in ["     ".join(options)] if block.across else options:
        prose.line([Run(line)], indent=1)


def _status(block: Status) -> list[Run]:
    """The status first, then whether a note disputes it, then the source's own label."""
    runs = [Run(block.mark.label, weight=fonts.SEMIBOLD), *disputed(block.mark)]
    if block.said:
        runs.append(Run(_LABELLED))
    return [*runs, *_runs(block.said, block.under)]


def disputed(mark: Mark) -> list[Run]:
    """The sign of a status that notes dispute, and what it stands for; nothing for no note."""
    if not mark.disputed:
        return []
    sign = Words(common.DISPUTED_SIGN, sign=True)
    return [Run("  "), _run(sign), Run(_NO_BREAK), Run(common.DISPUTED, tip=mark.disputed)]


def _runs(said: Phrase, under: Sequence[Phrase] = ()) -> list[Run]:
    runs = [_run(words) for words in said]
    for phrase in under:
        first, *rest = phrase
        runs += [_run(first._replace(text=NEXT_LINE + first.text)), *map(_run, rest)]
    return runs


def _run(words: Words) -> Run:
    if words.sign:
        sign = f"{_NO_BREAK}{words.text}{_NO_BREAK}"
        return Run(sign, "on-disputed", weight=fonts.SEMIBOLD, ground="disputed")
    role = "accent-text" if words.to else TONE[words.tone]
    run = Run(words.text, role, italic=words.slanted, link=words.to, tip=words.tip)
    if not words.minor:
        weight = fonts.SEMIBOLD if words.strong else fonts.REGULAR
        return run._replace(weight=weight, plain=words.strong)
    # no line begins with a dot, or with the number of a reference
    text = _REFERENCE.sub(_NO_BREAK, words.text).replace(" · ", f"{_NO_BREAK}· ")
    weight = fonts.BOLD if words.strong else fonts.REGULAR
    return run._replace(text=text, size=fonts.SMALL, weight=weight)
