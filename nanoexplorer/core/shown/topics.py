"""One topic with all that the pack has on it."""

from __future__ import annotations

from typing import Final, NamedTuple

from nanoexplorer.core.evidence import CitationCheck, Note, Quantity, Statement, Topic
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.remembering import remembered
from nanoexplorer.core.screen import Intent

SHOWN: Final = "topics.shown"
"""The option that names the topic that is shown; without it the first one is."""


class TopicPart(NamedTuple):
    """What is shown of a topic. `measures`: every measure it has figures of, with all figures
    that any source gives for it; `references`: ids, in the pack's order.
    """

    topic: Topic
    statements: tuple[Statement, ...]
    notes: tuple[Note, ...]
    checks: tuple[CitationCheck, ...]
    measures: tuple[tuple[str, tuple[Quantity, ...]], ...]
    references: tuple[str, ...]


def topic_of(pack: Pack, intent: Intent) -> Topic | None:
    """The topic that was chosen, or the first; None in a pack that has none."""
    wanted = dict(intent.options).get(SHOWN, "")
    chosen = next((topic for topic in pack.topics if topic.id == wanted), None)
    return chosen or next(iter(pack.topics), None)


def topic_part(pack: Pack, intent: Intent) -> TopicPart | None:
    """The topic that is shown; None in a pack that has none."""
    topic = topic_of(pack, intent)
    return _part(pack, topic) if topic else None


@remembered(64)
def _part(pack: Pack, topic: Topic) -> TopicPart:
    statements = pack.statements_on.get(topic.id, ())
    notes = tuple(note for note in pack.notes if topic.id in note.topics)
    ours = {statement.id for statement in statements}
    measures = dict.fromkeys(q.measure for q in pack.quantities if q.statement in ours)
    wanted_keys = {r for s in statements for r in pack.cites(s)}
    wanted_keys |= {r for note in notes for r in note.references}
    return TopicPart(
        topic,
        statements,
        notes,
        tuple(check for s in statements for check in pack.checks_of.get(s.id, ())),
        tuple((m, tuple(q for q in pack.quantities if q.measure == m)) for m in measures),
        tuple(reference for reference in pack.reference if reference in wanted_keys),
    )
