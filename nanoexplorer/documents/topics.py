"""One topic in full: its figures side by side, what the sources say, what we add."""

from __future__ import annotations

from collections.abc import Iterator

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.core.shown.topics import TopicPart
from nanoexplorer.documents import evidence
from nanoexplorer.documents.blocks import Block, Document, Paragraph, Section, filled, said
from nanoexplorer.words import common
from nanoexplorer.words import export as export_words
from nanoexplorer.words import sources as words


def document(pack: Pack, screen: Screen) -> Document:
    """Everything that the pack has on a topic; one without a statement says so.

    Raises LookupError where the pack has no topic.
    """
    part = screen.part
    if not isinstance(part, TopicPart):
        raise LookupError(export_words.NO_TOPIC)
    return Document(
        view="topics",
        title=part.topic.name,
        subtitle=common.profile_line(pack.fields, screen.profile.profile),
        sections=sections(pack, part),
        keys=part.references,
    )


def sections(pack: Pack, part: TopicPart) -> tuple[Section, ...]:
    """What stands below a topic's name."""
    beside = 1 if part.statements else 0
    return (
        *filled(
            Section("bare", "", () if part.statements else tuple(_bare(part))),
            Section("figures", words.FIGURES, tuple(_figures(pack, part))),
            evidence.statements(pack, part.statements),
            evidence.notes(pack, part.notes)._replace(column=beside),
            evidence.checks(pack, part.checks)._replace(column=beside),
            evidence.references(pack, part.references, column=1),
        ),
    )


def _bare(part: TopicPart) -> Iterator[Block]:
    """Where no statement stands: what the pack itself says of the topic, and what does stand."""
    here = words.TOPIC_NOTES if part.notes else words.TOPIC_EMPTY
    for line in filter(None, (part.topic.help, here)):
        yield Paragraph(said(line, "muted"))


def _figures(pack: Pack, part: TopicPart) -> Iterator[Block]:
    for name, rows in part.measures:
        yield from evidence.measure(pack, name, rows, in_full=False)
