"""Load a pack, or say everything that is wrong with it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from nanoexplorer.core import evidence as ev
from nanoexplorer.core.folding import fold
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Field
from nanoexplorer.logs import log
from nanoexplorer.pack import schema
from nanoexplorer.pack.crosschecks import crosschecks, problem_at
from nanoexplorer.pack.fields import build_fields, check_named
from nanoexplorer.pack.folder import Files, Folder
from nanoexplorer.pack.manifest import FILE, Manifest, read_manifest
from nanoexplorer.pack.naming import Names, Sheets, complete, pointed, unmistaken
from nanoexplorer.pack.problems import (
    WHOLE_FILE,
    Enough,
    PackError,
    Problem,
    Problems,
    gathered,
    near,
)
from nanoexplorer.pack.profiles import NO_FIELDS, Fields, checked_criterion
from nanoexplorer.pack.references import read_references
from nanoexplorer.pack.tables import Rows, read_sheets, read_table, unknown_tables, without_columns

Progress = Callable[[int, int], None]
"""Is told how many tables are read, of how many; may raise to stop."""


def nobody(_done: int, _of: int) -> None:
    """For whoever waits without a look at it."""


def load_pack(path: Path, progress: Progress = nobody) -> Pack:
    """The pack at a path: a folder, a workbook or a pack file. Raises PackError, which names every
    problem, causes first.
    """
    return read_pack(files_at(path), progress).pack


def files_at(path: Path) -> Files:
    """The files of the pack at a path, in whichever form. Raises PackError."""
    with suppress(OSError, ValueError):
        if path.is_dir():
            return Folder(path)
    from nanoexplorer.pack.forms.opening import files_in  # a start opens a folder

    return files_in(path)


class ReadPack(NamedTuple):
    """A pack, and the sheets of which it was made, with what was left to us filled in."""

    pack: Pack
    sheets: Sheets
    codes_made: bool = False
    """Whether the letters of case codes were left to us: in the next version they may be others."""


def read_pack(files: Files, progress: Progress = nobody) -> ReadPack:
    """The pack that files make. Raises PackError, with each problem where its form has it."""
    problems = Problems()
    try:
        with uncollected():
            return _loaded(files, problems, progress)
    except Enough:
        wrong = gathered(problems)
    except PackError as error:
        wrong = list(error.problems)
    raise PackError([files.placed(problem) for problem in wrong])


@contextmanager
def uncollected() -> Iterator[None]:
    """For what makes much and drops little, such as the rows of a pack: while they are made those
    before them would be looked through for garbage again and again.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.freeze()
            gc.unfreeze()  # all is old by that, and nothing was looked through
            gc.enable()


def _loaded(files: Files, problems: Problems, progress: Progress) -> ReadPack:
    rows = Rows()
    manifest = read_manifest(files, problems)
    keys: dict[str, str] = {}
    references = read_references(files, problems, keys)
    rows.torn.update(_torn(problems))
    sheets = read_sheets(files, rows, problems)
    problems += unknown_tables(files)
    names = _names(manifest, references, keys)
    codes_made = complete(sheets, names)
    manifest = _with_references(manifest, names["references"])
    fields = _read_tables(sheets, rows, problems, progress)
    known = {reference.id for reference in references}
    problems += crosschecks(rows, {source.id for source in manifest.sources}, known)
    if "references" not in rows.torn:
        problems += _source_references(manifest, known)
    if problems:
        log("pack", "refused", problems=len(problems))
        raise PackError(gathered(without_columns(problems, sheets)))
    log("pack", "loaded", id=manifest.id, version=manifest.version)
    return ReadPack(_build(manifest, rows, fields, references), sheets, codes_made)


def _names(
    manifest: Manifest, references: tuple[ev.Reference, ...], keys: dict[str, str]
) -> dict[str, Names]:
    """What stands for a source or a reference beside its id: its label; its DOI, its key."""
    called = [(fold(key), id_) for key, id_ in keys.items()]
    return {
        "sources": unmistaken((fold(source.label), source.id) for source in manifest.sources),
        "references": unmistaken([*called, *((fold(r.doi), r.id) for r in references)]),
    }


def _with_references(manifest: Manifest, names: Names) -> Manifest:
    """The manifest with ids where a source's reference is called otherwise."""
    sources = (s._replace(reference=pointed(s.reference, names)) for s in manifest.sources)
    return manifest._replace(sources=tuple(sources))


def _torn(problems: list[Problem]) -> Iterator[str]:
    """What else than tables can be pointed at, and is not there whole."""
    for problem in problems:
        if problem.code in WHOLE_FILE or problem.column in ("id", "sources"):
            yield "sources" if problem.file == FILE else "references"


def _read_tables(
    sheets: Sheets, rows: Rows, problems: list[Problem], progress: Progress
) -> tuple[Field, ...]:
    """Read every table, fields first; the others' cells may speak of them."""
    first: tuple[schema.Table[Any], ...] = (schema.FIELDS, schema.OPTIONS)
    for table in first:
        read_table(table, sheets, rows, problems)
    fields = build_fields(rows, problems)
    by_id = _judged(rows, fields, problems) if rows.whole(*first) else None
    for done, table in enumerate(schema.TABLES.values(), start=1):
        if table not in first:
            read_table(table, sheets, rows, problems, by_id)
        progress(done, len(schema.TABLES))
    _say_once_that_fields_are_missing(rows, problems)
    criteria = []
    for line in rows[schema.CRITERIA]:
        row, column, wrong = checked_criterion(line.row, by_id)
        if wrong:
            problems.append(problem_at(schema.CRITERIA, line, column, *wrong))
        criteria.append(line._replace(row=row or line.row))
    rows.replace(schema.CRITERIA, criteria)
    check_named(rows, by_id or {}, problems)
    return fields


def _judged(rows: Rows, fields: tuple[Field, ...], problems: list[Problem]) -> Fields:
    """The fields by id; those at fault themselves are not there, though their names are."""
    named = {(schema.FIELDS.file, str(line.number)): line.row.id for line in rows[schema.FIELDS]}
    for line in rows[schema.OPTIONS]:
        named[schema.OPTIONS.file, str(line.number)] = line.row.field
    wrong = {named.get((problem.file, problem.row), "") for problem in problems} | rows.renamed
    return {f.id: f for f in fields if f.id not in wrong} | dict.fromkeys(wrong - {""})


def _say_once_that_fields_are_missing(rows: Rows, problems: list[Problem]) -> None:
    kept = [problem for problem in problems if problem.code != NO_FIELDS]
    if len(kept) < len(problems):
        code = "no-file" if schema.FIELDS.name in rows.absent else "no-rows"
        problems[:] = [*kept, Problem(schema.FIELDS.file, "", "", code)]
        rows.torn.add(schema.FIELDS.name)


def _source_references(manifest: Manifest, known: set[str]) -> list[Problem]:
    return [
        Problem(
            FILE,
            f"sources {n}",
            "reference",
            "not-in-file",
            source.reference,
            "references.json",
            near(source.reference, known),
        )
        for n, source in enumerate(manifest.sources, start=1)
        if source.reference and source.reference not in known
    ]


def _build(
    manifest: Manifest,
    rows: Rows,
    fields: tuple[Field, ...],
    references: tuple[ev.Reference, ...],
) -> Pack:
    tables: dict[str, Any] = {
        name: rows.all(table)
        for name, table in schema.TABLES.items()
        if table not in (schema.FIELDS, schema.OPTIONS, schema.RETIRED)
    }
    tables["statements"] = _statements(rows)
    return Pack(**manifest._asdict(), **tables, fields=fields, references=references)


def _statements(rows: Rows) -> tuple[ev.Statement, ...]:
    """The statements; of each what it is on, apart from what it is about by and large."""
    topics = {topic.id for topic in rows.all(schema.TOPICS)}
    made = []
    for statement in rows.all(schema.STATEMENTS):
        on = statement.subjects
        about = () if topics.isdisjoint(on) else tuple(id_ for id_ in on if id_ in topics)
        ours = tuple(id_ for id_ in on if id_ not in topics) if about else on
        made.append(ev.Statement(*statement[:-2], strategies=ours, topics=about))
    return tuple(made)
