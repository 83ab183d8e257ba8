"""What the speaker reads under a slide: the statements behind it and their references, in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nanoexplorer.core.evidence import Statement
from nanoexplorer.core.pack import Pack
from nanoexplorer.documents.citations.cited import label
from nanoexplorer.documents.citations.vancouver import vancouver
from nanoexplorer.documents.evidence import in_order, where_cited
from nanoexplorer.render.job import Job
from nanoexplorer.render.provenance import provenance_of
from nanoexplorer.render.rows.rendering import Picture, Rendering, Row
from nanoexplorer.render.seminar_case import notes_of
from nanoexplorer.words import commands as command_words
from nanoexplorer.words import common
from nanoexplorer.words import export as words
from nanoexplorer.words import inspector as inspector_words


def notes_under(job: Job, rows: Iterable[Row] = ()) -> str:
    """The notes of one slide; `rows` are those that stand on it, none for a picture."""
    return "\n".join(_lines(job, job.rendering, tuple(rows)))


def _lines(job: Job, rendering: Rendering, rows: tuple[Row, ...]) -> Iterator[str]:
    pack, screen = job.pack, job.screen
    profile = common.profile_line(pack.fields, screen.profile.profile)
    yield common.disclaimer()
    yield command_words.LINE_PROFILE.format(profile=profile)
    yield command_words.LINE_CODE.format(code=screen.profile.case_code)
    yield from provenance_of(job).reach
    yield from rendering.remarks
    if job.placed_case:
        yield ""
        yield from notes_of(pack, job.placed_case)
    picture = rendering.body if isinstance(rendering.body, Picture) else None
    if picture:
        yield ""
        yield picture.spoken
    statements = tuple(_statements(pack, rows))
    if statements:
        yield ""
        yield words.NOTES_STATEMENTS
    for statement in statements:
        yield words.NOTES_STATEMENT.format(text=statement.text, where=where_cited(pack, statement))
    yield from _disputes(rows)
    cited = {r for statement in statements for r in pack.cites(statement)}
    shown = in_order(pack, rendering.keys if picture else cited)
    if shown:
        yield ""
        yield inspector_words.REFERENCES
    for id_ in shown:
        yield words.NOTES_REFERENCE.format(
            label=label(pack, id_), reference=vancouver(pack.reference[id_])
        )


def _disputes(rows: tuple[Row, ...]) -> Iterator[str]:
    """The notes that dispute a status on the slide."""
    chips = (chip for row in rows for cell in row.cells for chip in cell.chips)
    for disputed in dict.fromkeys(chip.disputed for chip in chips if chip.disputed):
        yield ""
        yield disputed


def _statements(pack: Pack, rows: tuple[Row, ...]) -> Iterator[Statement]:
    """The statements on the slide, and those that the strategies on it rest on; each once."""
    found = dict.fromkeys(id_ for row in rows for id_ in row.ids)
    yield from (pack.statement[id_] for id_ in found if id_ in pack.statement)
