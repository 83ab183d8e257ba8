"""Load a pack from its folder, or say everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from nanoexplorer.core import evidence as ev
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Field
from nanoexplorer.pack.crosschecks import Rows, crosschecks, ranks
from nanoexplorer.pack.fields import (
    build_conditions,
    build_criteria,
    build_fields,
    build_profile,
)
from nanoexplorer.pack.manifest import Manifest, read_manifest
from nanoexplorer.pack.problems import PackError, Problem
from nanoexplorer.pack.references import read_references
from nanoexplorer.pack.schema import TABLES
from nanoexplorer.pack.tables import Row, read_table

WHOLE_FILE: Final = frozenset(
    (
        "no-file",
        "unreadable",
        "folder",
        "not-a-file",
        "too-large",
        "not-utf8",
        "not-csv",
        "not-toml",
        "not-json",
        "not-a-list",
    )
)
ACROSS: Final = frozenset(
    (
        "points-nowhere",
        "no-subject",
        "no-statement",
        "no-status",
        "no-known-option",
        "no-unknown-option",
        "not-a-value",
        "not-a-condition",
        "statement-about-another",
        "statement-of-another-source",
        "not-cited-there",
    )
)
"""Codes of what is seen only between files."""


def load_pack(folder: Path) -> Pack:
    """The pack in a folder. Raises PackError, which names every problem, file by file."""
    if not folder.is_dir():
        raise PackError([Problem(str(folder), "", "", "no-folder")])
    problems: list[Problem] = []
    manifest = read_manifest(folder, problems)
    references = read_references(folder / "references.json", problems)
    rows = {name: read_table(folder, table, problems) for name, table in TABLES.items()}
    known = {reference.id for reference in references}
    problems += crosschecks(rows, {source.id for source in manifest.sources}, known)
    problems += ranks(rows)
    problems += _source_references(manifest, known)
    fields = build_fields(rows, problems)
    usable = all(any(not o.known for o in field.options) for field in fields)
    pack = _build(manifest, rows, fields, references, problems) if usable else None
    if problems or pack is None:
        raise PackError(sorted(set(without_echoes(problems)), key=_place))
    return pack


def without_echoes(problems: Iterable[Problem]) -> list[Problem]:
    """Where a whole file can't be read, no line for every cell that points at what was in it:
    hundreds of them would bury the one that says so."""
    found = list(problems)
    if not any(problem.code in WHOLE_FILE for problem in found):
        return found
    return [problem for problem in found if problem.code not in ACROSS]


def _place(problem: Problem) -> tuple[str, int, str, str]:
    line = int(problem.row) if problem.row.isdigit() else 0
    return problem.file, line, problem.row, problem.column


def _source_references(manifest: Manifest, known: set[str]) -> list[Problem]:
    return [
        Problem("pack.toml", f"sources {n}", "reference", "points-nowhere", s.reference)
        for n, s in enumerate(manifest.sources, start=1)
        if s.reference and s.reference not in known
    ]


def _build(
    manifest: Manifest,
    rows: Rows,
    fields: tuple[Field, ...],
    references: tuple[ev.Reference, ...],
    problems: list[Problem],
) -> Pack:
    by_id = {field.id: field for field in fields}
    return Pack(
        **manifest._asdict(),
        fields=fields,
        statuses=tuple(_status(row) for row in rows["statuses"]),
        vocabulary=tuple(ev.Term(**_texts(row)) for row in rows["vocabulary"]),
        strategies=tuple(_strategy(row) for row in rows["strategies"]),
        topics=tuple(ev.Topic(**_texts(row)) for row in rows["topics"]),
        statements=_statements(rows),
        criteria=build_criteria(rows, by_id, problems),
        evidence=tuple(ev.Evidence(**_texts(row)) for row in rows["evidence"]),
        approvals=tuple(_approval(row) for row in rows["approvals"]),
        notes=tuple(
            ev.Note(
                row.text("id"),
                row.many("strategies"),
                row.many("topics"),
                build_conditions(row, by_id, problems),
                row.text("text"),
                row.many("references"),
            )
            for row in rows["notes"]
        ),
        citation_checks=tuple(ev.CitationCheck(**_texts(row)) for row in rows["citation_checks"]),
        quantities=tuple(ev.Quantity(**_texts(row)) for row in rows["quantities"]),
        cases=tuple(
            ev.Case(
                row.text("id"),
                row.text("title"),
                build_profile(row, fields, problems),
                row.text("objective"),
                row.text("teaching_point"),
            )
            for row in rows["cases"]
        ),
        glossary=tuple(_glossary_entry(row) for row in rows["glossary"]),
        references=references,
    )


def _texts(row: Row) -> dict[str, str]:
    return {name: cell if isinstance(cell, str) else "" for name, cell in row.cells.items()}


def _status(row: Row) -> ev.Status:
    return ev.Status(**{**_texts(row), "rank": row.number("rank") or 0})  # type: ignore[arg-type]


def _strategy(row: Row) -> ev.Strategy:
    many = {name: row.many(name) for name in ("barrier_routes", "drugs", "also_called")}
    return ev.Strategy(**{**_texts(row), **many})  # type: ignore[arg-type]


def _approval(row: Row) -> ev.Approval:
    return ev.Approval(**{**_texts(row), "year": row.number("year")})  # type: ignore[arg-type]


def _glossary_entry(row: Row) -> ev.GlossaryEntry:
    return ev.GlossaryEntry(**{**_texts(row), "also": row.many("also")})  # type: ignore[arg-type]


def _statements(rows: Rows) -> tuple[ev.Statement, ...]:
    strategies: dict[str, list[str]] = {}
    topics: dict[str, list[str]] = {}
    for subject in rows["statement_subjects"]:
        for name, found in (("strategy", strategies), ("topic", topics)):
            if subject.text(name):
                found.setdefault(subject.text("statement"), []).append(subject.text(name))
    return tuple(
        ev.Statement(
            **{
                **_texts(row),
                "references": row.many("references"),
                "model": row.many("model"),
                "strategies": tuple(strategies.get(row.text("id"), ())),
                "topics": tuple(topics.get(row.text("id"), ())),
            }  # type: ignore[arg-type]
        )
        for row in rows["statements"]
    )
