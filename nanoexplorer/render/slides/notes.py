"""What the speaker reads under a slide: the statements behind it, the pack's notes on it, and
the references of both, in full.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nanoexplorer.core.evidence import Note, Statement
from nanoexplorer.core.pack import Pack
from nanoexplorer.documents.citations.cited import by_name, label
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
    noted = tuple(_noted(pack, rows))
    if noted:
        yield ""
        yield inspector_words.NOTES
    for note in noted:
        yield words.NOTES_NOTE.format(text=note.text, cited=by_name(pack, note.references))
    cited = {key for row in rows for key in row.keys}
    cited |= {key for statement in statements for key in pack.cites(statement)}
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


def _noted(pack: Pack, rows: tuple[Row, ...]) -> Iterator[Note]:
    """The pack's notes on the slide."""
    shown = {id_ for row in rows for id_ in row.ids}
    return (note for note in pack.notes if note.id in shown)
