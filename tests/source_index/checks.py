"""What can be checked of a pack against the index of its sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.source_index.facts import Index, Row, hedges, numbers, references, rows

Found = Iterator[str]

# What a label says of a stage, by CONTRIBUTING's rule, for the statuses of both packs; a label may
# name several.
_STAGES = {
    "in-practice": r"now in use|currently used|standard treatments?|is used|commonly used"
    r"|used in the treatment|prescribed|reserved for patients|of care|managing symptoms",
    "approved": r"approved",
    "clinical-trials": r"[Tt]rials",
    "investigational": r"[Ii]nvestigat|studied|evaluated|explored|research",
    "preclinical": r"[Pp]re-?clinical|murine|in vitro",
    "in-use": r"is used|used (?:short-term|as|to)\b|[Uu]tilized|available over|be initiated",
    "licensed": r"\bapproved",
    "studied": r"[Rr]esearch indicates|research has shown|[Ss]tudies have found|A study"
    r"|been shown to reduce the risk",
}
_NO_STAGE = ("not-stated", "unplaced")


def check_statements(pack: Path, index: Index) -> Found:
    """Section, references, marker and numbers of every statement."""
    for number, row in enumerate(rows(pack, "statements"), start=2):
        place = f"statements.csv, row {number} ({row['id']})"
        section = index.sections.get((row["source"], row["section"]))
        cites = row["references"].replace(";", " ").split()
        if (row["marker"] == "none") == bool(cites):
            yield f"{place}: marker “{row['marker']}” with references “{row['references']}”"
        if section is None:
            yield f"{place}: {row['source']} has no section “{row['section']}”"
            continue
        there = {f"{row['source']}-{reference}" for reference in section.references}
        for reference in cites:
            if reference not in there:
                yield f"{place}: {reference} is not cited in “{row['section']}”"
        for figure in sorted(numbers(row["text"]) - section.numbers):
            yield f"{place}: the number {figure} is not in “{row['section']}”"


def check_hedges(pack: Path, index: Index) -> Found:
    """A statement is not weaker than its section: no hedge that the section has no word for."""
    for number, row in enumerate(rows(pack, "statements"), start=2):
        section = index.sections.get((row["source"], row["section"]))
        for hedge in sorted(hedges(row["text"]) - (section.hedges if section else set())):
            place = f"statements.csv, row {number} ({row['id']})"
            yield f"{place}: the hedge “{hedge}” is not in “{row['section']}”"


def check_stages(pack: Path, index: Index) -> Found:
    """Like words, like status; what has a stage from a source is not also without one."""
    del index
    ours = {row["id"] for row in rows(pack, "statuses")}
    stages = {stage: words for stage, words in _STAGES.items() if stage in ours}
    evidence = rows(pack, "evidence")
    placed = {_placed(row) for row in evidence if row["status"] not in _NO_STAGE}
    for number, row in enumerate(evidence, start=2):
        said = {stage for stage, words in stages.items() if re.search(words, row["label"])}
        place = f"evidence.csv, row {number}, column status"
        if row["status"] not in (said or _NO_STAGE):
            yield f"{place}: “{row['label']}” is not {row['status']}"
        elif row["status"] in _NO_STAGE and _placed(row) in placed:
            yield f"{place}: {row['source']} gives {row['strategy']} a stage in another row"


def _placed(row: Row) -> tuple[str, str]:
    return row["strategy"], row["source"]


def check_labels(pack: Path, index: Index) -> Found:
    """Status labels and hedges stand in the section of their statement, the numbers too."""
    statements = {row["id"]: row for row in rows(pack, "statements")}
    for table, column in (("evidence", "label"), ("criteria", "hedge")):
        for number, row in enumerate(rows(pack, table), start=2):
            statement = statements[row["statement"]]
            section = index.sections.get((statement["source"], statement["section"]))
            if row[column] and section and row[column] not in section.labels:
                place = f"{table}.csv, row {number}, column {column}"
                yield f"{place}: “{row[column]}” is not in “{statement['section']}”"
    for number, row in enumerate(rows(pack, "quantities"), start=2):
        statement = statements[row["statement"]]
        section = index.sections.get((statement["source"], statement["section"]))
        if section and not numbers(row["value"]) <= section.numbers:
            place = f"quantities.csv, row {number}, column value"
            yield f"{place}: “{row['value']}” is not in “{statement['section']}”"


def check_coverage(pack: Path, index: Index) -> Found:
    """Every section of what is distilled whole has a statement; every row of the table its status
    as it stands.
    """
    statements = {row["id"]: row for row in rows(pack, "statements")}
    distilled = {_section(row) for row in statements.values()}
    labelled = {
        (*_section(statements[row["statement"]]), row["label"]) for row in rows(pack, "evidence")
    }
    for (source, heading), section in index.sections.items():
        if source not in index.in_part and (source, heading) not in distilled:
            yield f"statements.csv: nothing from “{heading}” of {source}"
        if section.status and (source, heading, section.status) not in labelled:
            yield f"evidence.csv: no row with “{section.status}” from “{heading}” of {source}"


def _section(statement: Row) -> tuple[str, str]:
    return statement["source"], statement["section"]


def check_references(pack: Path, index: Index) -> Found:
    """The whole list of every source is there, with its DOIs and years, and nothing beside it; of a
    source that is distilled in part, what is cited.
    """
    ours = references(pack)
    for id_, listed in index.entries.items():
        if id_ not in ours:
            if id_.rpartition("-")[0] not in index.in_part:
                yield f"references.json: {id_} is missing"
            continue
        doi, year = ours[id_].get("DOI", ""), _year(ours[id_])
        if doi.lower() != listed.doi.lower():
            yield f"references.json, {id_}: DOI “{doi}”; the source's list has “{listed.doi}”"
        if year != listed.year:
            yield f"references.json, {id_}: year {year}; the source's list has {listed.year}"
    for id_ in ours:
        if id_.rpartition("-")[0] in index.sources and id_ not in index.entries:
            yield f"references.json: {id_} is not in the source's list"
    for source in sorted(index.sources - set(ours)):
        yield f"references.json: the source {source} itself is missing"


def _year(reference: dict[str, dict[str, list[list[int]]]]) -> int | None:
    dates = reference.get("issued", {}).get("date-parts")
    return dates[0][0] if dates else None


CHECKS = (
    check_statements,
    check_hedges,
    check_stages,
    check_labels,
    check_coverage,
    check_references,
)
