"""One topic in full, as prose: its figures side by side, what the sources say, what we add."""

from __future__ import annotations

from nanoexplorer.core.pack import Pack
from nanoexplorer.figures.prose import Prose, Run
from nanoexplorer.figures.quantity_text import write_measure
from nanoexplorer.figures.strategy_text import (
    write_references,
    write_remarks,
    write_statements,
)
from nanoexplorer.strings import sources as words


def write_topic(prose: Prose, pack: Pack, topic: str) -> None:
    """Write everything that the pack has on a topic; a topic of notes alone says so."""
    statements = pack.statements_on.get(topic, ())
    notes = [note for note in pack.notes if topic in note.topics]
    checks = [check for s in statements for check in pack.checks_of.get(s.id, ())]
    if not statements:
        prose.line([Run(words.TOPIC_SILENT, "ink-muted")])
    _quantities(prose, pack, {s.id for s in statements})
    if statements:
        write_statements(prose, pack, statements)
    write_remarks(prose, pack, notes, checks)
    wanted = {r for s in statements for r in pack.cites(s)}
    wanted |= {r for note in notes for r in note.references}
    write_references(prose, pack, [r for r in pack.reference if r in wanted])


def _quantities(prose: Prose, pack: Pack, statements: set[str]) -> None:
    """The figures of a topic, every measure with all that any source gives for it."""
    measures = dict.fromkeys(q.measure for q in pack.quantities if q.statement in statements)
    if measures:
        prose.heading(words.FIGURES)
    for measure in measures:
        rows = [q for q in pack.quantities if q.measure == measure]
        write_measure(prose, pack, measure, rows)
