"""One topic in full, as prose: its figures side by side, what the sources say, what we add."""

from __future__ import annotations

from collections.abc import Sequence

from nanoexplorer import strings
from nanoexplorer.core.evidence import Quantity
from nanoexplorer.core.pack import Pack
from nanoexplorer.figures import fonts
from nanoexplorer.figures.prose import Prose, Run
from nanoexplorer.figures.strategy_text import (
    LINE,
    small,
    where_cited,
    write_references,
    write_remarks,
    write_statements,
)

VALUE_WIDTH = 16.0


def write_topic(prose: Prose, pack: Pack, topic: str) -> None:
    """Write everything that the pack has on a topic; a topic of notes alone says so."""
    statements = pack.statements_on.get(topic, ())
    notes = [note for note in pack.notes if topic in note.topics]
    checks = [check for s in statements for check in pack.checks_of.get(s.id, ())]
    if not statements:
        prose.line([Run(strings.TOPIC_SILENT, "ink-muted")])
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
        prose.heading(strings.FIGURES)
    for measure in measures:
        rows = [q for q in pack.quantities if q.measure == measure]
        _measure(prose, pack, measure, rows)


def _measure(prose: Prose, pack: Pack, measure: str, rows: Sequence[Quantity]) -> None:
    said = {row.tension for row in rows} - {"none"}
    lead = [Run(measure, weight=fonts.SEMIBOLD)]
    lead += [small(f"  {strings.TENSION[tension]}", "caution") for tension in sorted(said)]
    prose.line(lead, above=1)
    for row in rows:
        value = f"{row.value} {row.unit}".strip()
        remark = f"{LINE}{row.remark}" if row.remark else ""
        place = f"{remark}{LINE}{where_cited(pack, pack.statement[row.statement])}"
        prose.pair(Run(value), [Run(row.population), small(place)], VALUE_WIDTH)
