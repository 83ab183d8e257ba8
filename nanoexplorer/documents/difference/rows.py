"""A row that came, went or changed: what it is called, and what of it is not the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from nanoexplorer.core.evidence import Criterion, Evidence
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.remembering import remembered
from nanoexplorer.documents.blocks import Fact, Phrase, Words, minor
from nanoexplorer.documents.citations.plain import one_line
from nanoexplorer.documents.citations.vancouver import short_name
from nanoexplorer.documents.difference.changed_words import marked, stretches, told
from nanoexplorer.documents.links import place_of
from nanoexplorer.pack.difference import PACK, REFERENCES, Difference, RowChange
from nanoexplorer.words import common
from nanoexplorer.words.packs import difference as words

PLACES: Final = ("strategies", "statements", REFERENCES, "topics", "notes", "glossary")
"""The tables whose rows have a place in the window; a row's key is its id there."""
OF_STRATEGY: Final = ("criteria", "evidence", "approvals")
"""The tables whose rows stand in the inspector of their strategy."""
TEXTS: Final = ("text", "definition", "objective", "title", "help")
"""The column that tells the most of a row that is new or gone, the first that it has."""
NAMES: Final = ("name", "label", "title", "term", "word")


def fact(found: Difference, row: RowChange, here: Pack | None) -> Fact:
    """A row with what is not the same; `here`: the pack in which its name leads to its place."""
    pack = found.old if row.new is None else found.new
    called = called_of(pack, row)
    title = Words(called, strong=True, to=_place(row, here))
    key = minor(f"  {row.key}") if called != row.key and row.table in PLACES else ()
    under = _changed(row) if row.change == "changed" else _text(row)
    return Fact(minor(words.CHANGE[row.change]), (title, *key), tuple(under), (row.key,))


def called_of(pack: Pack, row: RowChange) -> str:
    """What a row is called where it is listed."""
    one = row.row
    if row.table == PACK:
        return row.key
    if isinstance(one, Criterion):
        strategy = pack.strategy[one.strategy].name
        return words.PART_OF.format(whole=strategy, part=criterion_said(pack, one))
    if isinstance(one, Evidence):
        return words.STATUS_OF.format(
            strategy=pack.strategy[one.strategy].name,
            status=next(s.label for s in pack.statuses if s.id == one.status),
            source=pack.source[one.source].called,
        )
    if row.table == REFERENCES:
        return one_line(short_name(one))
    if row.table == "field_options":
        return words.PART_OF.format(whole=pack.field[one.field].label, part=one.label)
    return next((str(getattr(one, name)) for name in NAMES if hasattr(one, name)), row.key)


def criterion_said(pack: Pack, criterion: Criterion) -> str:
    """A condition, or a reason against, with the alternative that it belongs to."""
    template = common.NAMED_AGAINST if criterion.effect == "against" else common.NAMED_FOR
    asked = _asked(pack, criterion)
    return words.ALTERNATIVE.format(
        said=template.format(asked=common.hedged(asked, criterion.hedge)),
        alternative=criterion.alternative,
    )


def _asked(pack: Pack, criterion: Criterion) -> str:
    if not criterion.field:
        return str(criterion.value)
    return common.condition_phrase(pack.field[criterion.field], criterion)


def _place(row: RowChange, here: Pack | None) -> str:
    """Where the name of a row leads; nowhere where the pack that is open has no such place."""
    if here is None:
        return ""
    if row.table in PLACES:
        return place_of(row.table, row.key) if row.key in _ids(here, row.table) else ""
    strategy = getattr(row.row, "strategy", "") if row.table in OF_STRATEGY else ""
    return place_of("strategies", strategy) if strategy in here.strategy else ""


@remembered(len(PLACES))
def _ids(pack: Pack, table: str) -> frozenset[str]:
    return frozenset(one.id for one in getattr(pack, table))


def _text(row: RowChange) -> Iterator[Phrase]:
    """The text of a row that is new or gone, where its name does not say it."""
    text = next((str(getattr(row.row, name)) for name in TEXTS if hasattr(row.row, name)), "")
    if text:
        yield minor(text, "")


def _changed(row: RowChange) -> Iterator[Phrase]:
    """Each column before and now, what differs strong, and in words where it is a part of it."""
    for column, before, now in row.cells:
        if not (before and now):
            label = (words.EMPTIED if before else words.SET).format(column=column)
            yield (*minor(label), *minor(before or now, ""))
            continue
        parts = stretches(before, now)
        old, new = marked(parts)
        yield (*minor(words.BEFORE.format(column=column)), *old)
        yield (*minor(words.NOW.format(column=column)), *new)
        if said := told(parts):
            yield minor(said)
