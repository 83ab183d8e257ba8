"""Verdicts that are not the same any more: for which profiles, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from nanoexplorer.core.explaining import Span
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.verdict_changes import Box, VerdictChange
from nanoexplorer.documents.blocks import Block, Fact, Lead, Paragraph, Words, minor, said
from nanoexplorer.documents.difference.rows import criterion_said
from nanoexplorer.documents.links import place_of
from nanoexplorer.pack.difference import Difference
from nanoexplorer.words import common
from nanoexplorer.words.packs import difference as words

MOST_BOXES: Final = 3
"""Groups of profiles that are named for one change; of more their number."""


def blocks(found: Difference, here: Pack | None, most: int = 0) -> Iterator[Block]:
    """Each strategy with what became of its verdict; `most`: strategies at most."""
    verdicts = found.verdicts
    grouped = [(s, list(rows)) for s, rows in groupby(verdicts.changes, lambda row: row.strategy)]
    for strategy, changes in grouped[: most or None]:
        yield Lead((_name(found.new, strategy, here),), ids=(strategy,))
        reasons = tuple(map(minor, why(found, strategy)))
        for place, change in enumerate(changes):
            under = reasons if place == len(changes) - 1 else ()
            yield _fact(found, change)._replace(under=under)
    if most and len(grouped) > most:
        yield rest(len(grouped) - most, here)
    for strategy in verdicts.uncounted:
        yield Lead((_name(found.new, strategy, here),), ids=(strategy,))
        yield Paragraph(minor(words.UNCOUNTED))


def rest(number: int, here: Pack | None) -> Paragraph:
    """How many more there are; in the window, where all of them are."""
    said_ = words.MORE if here is None else words.MORE_ROWS
    return Paragraph(minor(said_.format(number=number)))


def _name(pack: Pack, strategy: str, here: Pack | None) -> Words:
    leads = here is not None and strategy in here.strategy
    to = place_of("strategies", strategy) if leads else ""
    return Words(pack.strategy[strategy].name, strong=True, to=to)


def _fact(found: Difference, change: VerdictChange) -> Fact:
    """What a verdict was and is, in how many profiles, and in which."""
    verdict = words.VERDICT.format(
        before=common.VERDICT_SHORT[change.before], after=common.VERDICT_SHORT[change.after]
    )
    told = words.VERDICT_WHERE.format(
        profiles=common.counted(change.profiles, words.PROFILES), where=where(found, change.boxes)
    )
    return Fact(minor(verdict), said(told), ids=(change.strategy,))


def why(found: Difference, strategy: str) -> Iterator[str]:
    """The conditions that came and went, or what else makes the verdict another one."""
    rows = found.verdicts.why[strategy]
    for criterion in rows.new:
        yield words.BECAUSE_NEW.format(criterion=criterion_said(found.new, criterion))
    for criterion in rows.gone:
        yield words.BECAUSE_GONE.format(criterion=criterion_said(found.old, criterion))
    if not (rows.new or rows.gone):
        yield words.BECAUSE_ANSWERS


def where(found: Difference, boxes: Sequence[Box]) -> str:
    """In which profiles a verdict is another one, a few groups of them."""
    told = [words.AND.join(_side(found, *side) for side in box) for box in boxes[:MOST_BOXES]]
    if len(boxes) > MOST_BOXES:
        told.append(words.MORE.format(number=len(boxes) - MOST_BOXES))
    return words.OR_ELSE.join(one or words.ALL for one in told)


def _side(found: Difference, name: str, values: Sequence[Span]) -> str:
    """A field with the values that it may have, as the version says that still has it."""
    pack = found.new if name in found.new.field else found.old
    field = pack.field[name]
    beside = common.values_beside(field, values)
    return words.SIDE_OF_BOX.format(field=field.label, values=beside)
