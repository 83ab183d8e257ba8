"""A topic, as it leaves: figures side by side, what the sources say, what we add."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nanoexplorer import strings
from nanoexplorer.core.evidence import Topic
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.figures.exhibit import Block, Exhibit, Listing, Row
from nanoexplorer.figures.listing_cells import (
    MUTED,
    ONE,
    blocks,
    checks,
    in_order,
    measure_rows,
    notes,
    references,
    statement_rows,
    words,
)
from nanoexplorer.palette import Theme
from nanoexplorer.strings import export as ours
from nanoexplorer.strings import sources as sources_words

SHOWN = "topics.shown"
"""The option that names the topic that is shown; without it the first one is."""
FIGURES = (0.3, 0.7)


def topic_of(pack: Pack, options: Iterable[tuple[str, str]]) -> Topic | None:
    """The one topic that is shown; None in a pack that has none."""
    wanted = dict(options).get(SHOWN, "")
    first = pack.topics[0] if pack.topics else None
    return next((topic for topic in pack.topics if topic.id == wanted), first)


def exhibit(pack: Pack, screen: Screen, theme: Theme) -> Exhibit:
    """The topic in full; raises LookupError where the pack has none."""
    assert screen.profile
    topic = topic_of(pack, screen.options)
    if topic is None:
        raise LookupError(ours.NO_TOPIC)
    cited = in_order(pack, _cited(pack, topic))
    return Exhibit(
        view="topics",
        title=topic.name,
        subtitle=strings.profile_line(pack.fields, screen.profile.profile),
        body=Listing(_columns(pack, topic, cited)),
        keys=cited,
    )


def _columns(pack: Pack, topic: Topic, cited: tuple[str, ...]) -> tuple[tuple[Block, ...], ...]:
    """What is said on the left, what stands behind it on the right."""
    left = tuple(_topic(pack, topic))
    right = blocks(references(pack, cited))
    return (left, right) if right else (left,)


def _topic(pack: Pack, topic: Topic) -> Iterator[Block]:
    statements = pack.statements_on.get(topic.id, ())
    said = tuple(statement_rows(pack, statements))
    silent = (Row((words(sources_words.TOPIC_SILENT, MUTED),)),)
    yield Block(topic.name, ONE, said or silent)
    yield from blocks(
        Block(sources_words.FIGURES, FIGURES, tuple(_figures(pack, {s.id for s in statements}))),
        notes(pack, (note for note in pack.notes if topic.id in note.topics)),
        checks(pack, (check for s in statements for check in pack.checks_of.get(s.id, ()))),
    )


def _figures(pack: Pack, statements: set[str]) -> Iterator[Row]:
    measures = dict.fromkeys(q.measure for q in pack.quantities if q.statement in statements)
    for measure in measures:
        yield from measure_rows(pack, measure, (q for q in pack.quantities if q.measure == measure))


def _cited(pack: Pack, topic: Topic) -> Iterator[str]:
    for statement in pack.statements_on.get(topic.id, ()):
        yield from pack.cites(statement)
    for note in pack.notes:
        if topic.id in note.topics:
            yield from note.references
