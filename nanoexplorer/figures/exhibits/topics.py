"""The topics, as they leave: figures side by side, what the sources say, what we add."""

from __future__ import annotations

from collections.abc import Iterator

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

SHOWN = "topics.shown"
"""The option that names the topic that is shown; without it all of them are."""
FIGURES = (0.3, 0.7)


def exhibit(pack: Pack, screen: Screen, theme: Theme) -> Exhibit:
    """One topic in full, or one after another."""
    assert screen.profile
    wanted = dict(screen.options).get(SHOWN, "")
    chosen = [topic for topic in pack.topics if topic.id == wanted] or list(pack.topics)
    cited = in_order(pack, (r for topic in chosen for r in _cited(pack, topic)))
    names = [source.called for source in pack.sources]
    return Exhibit(
        view="topics",
        title=chosen[0].name if len(chosen) == 1 else ours.topics_title(names),
        subtitle=strings.profile_line(pack.fields, screen.profile.profile),
        body=Listing(_columns(pack, chosen, cited)),
        keys=cited,
    )


def _columns(
    pack: Pack, topics: list[Topic], cited: tuple[str, ...]
) -> tuple[tuple[Block, ...], ...]:
    """What is said on the left, what stands behind it on the right."""
    left = tuple(block for topic in topics for block in _topic(pack, topic))
    right = blocks(references(pack, cited))
    return (left, right) if right else (left,)


def _topic(pack: Pack, topic: Topic) -> Iterator[Block]:
    statements = pack.statements_on.get(topic.id, ())
    said = tuple(statement_rows(pack, statements))
    silent = (Row((words(strings.TOPIC_SILENT, MUTED),)),)
    yield Block(topic.name, ONE, said or silent)
    yield from blocks(
        Block(strings.FIGURES, FIGURES, tuple(_figures(pack, {s.id for s in statements}))),
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
