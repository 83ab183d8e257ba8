"""The tables of a pack, declared as data: columns, what a cell may hold, what it points at.

A column is a `Column` of one kind of cell; the loader loops over them and knows no table by name.
"""

from __future__ import annotations

from typing import NamedTuple

from nanoexplorer.core.case_code import ALPHABET, DOT
from nanoexplorer.core.evidence import ASPECTS, BASES, EFFECTS, KINDS, MODELS, SCOPES

YES_NO = ("yes", "no")
LETTERS = tuple(c for c in ALPHABET if c.isalpha())
GLYPHS = ("disc", "diamond", "triangle", "square", "ring", "dashed-ring")
STATUS_ROLES = (
    "status-in-practice",
    "status-approved",
    "status-clinical-trials",
    "status-investigational",
    "status-preclinical",
    "status-not-stated",
)
VOCABULARY_LISTS = ("group", "carrier", "purpose", "barrier-route")
MARKERS = ("sentence", "passage", "none")
ANY_FIELD = ("is", "is-not", "one-of")
COUNTS = ("at-most", "at-least")
TESTS = (*ANY_FIELD, *COUNTS, "outside")
"""Tests on any field, tests on counts alone, and the one on what no field asks."""
CONDITIONS = ("is", "is-not", *COUNTS)
"""What a note can be shown on: the tests with one value."""
MANY = ";"
APPROVAL_STATES = ("approved", "discontinued", "withdrawn")
TENSIONS = ("none", "between-sources", "within-source")
LABEL_WORDS = 8
NAMED = "other"


class Column(NamedTuple):
    """What the cells of a column may hold.

    `kind`: `id` (a slug, unique in the table), `slug`, `text`, `word` (one of `allowed`),
    `number`, `profile` or `conditions` (of the pack's fields). `points_at`: the table, or
    `vocabulary:<list>`, or `references`, in which the value must exist. `many`: values separated
    by semicolons.
    """

    name: str
    kind: str = "text"
    required: bool = True
    many: bool = False
    allowed: tuple[str, ...] = ()
    points_at: str = ""
    words: int = 0


class Table(NamedTuple):
    """A file of the pack; `unique` names the columns that together must not repeat."""

    file: str
    columns: tuple[Column, ...]
    unique: tuple[str, ...] = ("id",)


def _maybe(name: str, kind: str = "text", **more: object) -> Column:
    return Column(name, kind, required=False, **more)  # type: ignore[arg-type]


_ID = Column("id", "id")
_HELP = _maybe("help")
_STATEMENT = Column("statement", "slug", points_at="statements")
_SOURCE = Column("source", "slug", points_at="sources")
_STRATEGY = Column("strategy", "slug", points_at="strategies")


def _scope(name: str) -> tuple[Column, Column]:
    return Column(name, "word", allowed=SCOPES), _maybe(f"{name}_named")


TABLES: dict[str, Table] = {
    "fields": Table(
        "fields.csv",
        (
            _ID,
            Column("code", "word", allowed=tuple(c for c in LETTERS if c != DOT)),
            Column("label"),
            Column("tag"),
            Column("kind", "word", allowed=("choice", "count")),
            _maybe("minimum", "number"),
            _maybe("maximum", "number"),
            _maybe("singular"),
            _maybe("plural"),
            Column("biomarker", "word", allowed=YES_NO),
            Column("folded", "word", allowed=YES_NO),
            _HELP,
        ),
    ),
    "field_options": Table(
        "field_options.csv",
        (
            Column("field", "slug", points_at="fields"),
            Column("id", "slug"),
            Column("code", "word", allowed=LETTERS),
            Column("label"),
            Column("short_label"),
            Column("known", "word", allowed=YES_NO),
            Column("phrase"),
            _HELP,
        ),
        unique=("field", "id"),
    ),
    "statuses": Table(
        "statuses.csv",
        (
            _ID,
            Column("rank", "number"),
            Column("label"),
            Column("short_label"),
            Column("definition"),
            Column("glyph", "word", allowed=GLYPHS),
            Column("role", "word", allowed=STATUS_ROLES),
        ),
    ),
    "vocabulary": Table(
        "vocabulary.csv",
        (
            Column("list", "word", allowed=VOCABULARY_LISTS),
            Column("id", "slug"),
            Column("label"),
            _HELP,
        ),
        unique=("list", "id"),
    ),
    "strategies": Table(
        "strategies.csv",
        (
            _ID,
            Column("name"),
            Column("kind", "word", allowed=KINDS),
            Column("group", "slug", points_at="vocabulary:group"),
            _maybe("carrier", "slug", points_at="vocabulary:carrier"),
            _maybe("purpose", "slug", points_at="vocabulary:purpose"),
            _maybe("barrier_routes", "slug", many=True, points_at="vocabulary:barrier-route"),
            _maybe("drugs", many=True),
            _maybe("also_called", many=True),
        ),
    ),
    "topics": Table("topics.csv", (_ID, Column("name"), _HELP)),
    "statements": Table(
        "statements.csv",
        (
            _ID,
            _SOURCE,
            Column("section"),
            _maybe("references", "slug", many=True, points_at="references"),
            Column("marker", "word", allowed=MARKERS),
            Column("aspect", "word", allowed=ASPECTS),
            *_scope("disease"),
            Column("model", "word", many=True, allowed=MODELS),
            Column("text"),
        ),
    ),
    "statement_subjects": Table(
        "statement_subjects.csv",
        (
            _STATEMENT,
            _maybe("strategy", "slug", points_at="strategies"),
            _maybe("topic", "slug", points_at="topics"),
        ),
        unique=("statement", "strategy", "topic"),
    ),
    "criteria": Table(
        "criteria.csv",
        (
            _STRATEGY,
            Column("alternative", "number"),
            _maybe("field", "slug", points_at="fields"),
            Column("effect", "word", allowed=EFFECTS),
            Column("test", "word", allowed=TESTS),
            Column("value"),
            Column("basis", "word", allowed=BASES),
            _maybe("hedge"),
            _maybe("when_unknown", "word", allowed=("open", "caveat")),
            _STATEMENT,
        ),
        unique=("strategy", "alternative", "field", "effect", "test", "value"),
    ),
    "evidence": Table(
        "evidence.csv",
        (
            _STRATEGY,
            _SOURCE,
            Column("status", "slug", points_at="statuses"),
            _maybe("label", words=LABEL_WORDS),
            *_scope("scope"),
            _STATEMENT,
        ),
        unique=("strategy", "source", "status", "scope", "scope_named"),
    ),
    "approvals": Table(
        "approvals.csv",
        (
            _ID,
            _STRATEGY,
            Column("agency"),
            Column("product"),
            Column("indication"),
            _maybe("year", "number"),
            Column("state", "word", allowed=APPROVAL_STATES),
            Column("reference", "slug", points_at="references"),
        ),
    ),
    "notes": Table(
        "notes.csv",
        (
            _ID,
            _maybe("strategies", "slug", many=True, points_at="strategies"),
            _maybe("topics", "slug", many=True, points_at="topics"),
            _maybe("when", "conditions", many=True),
            Column("text"),
            Column("references", "slug", many=True, points_at="references"),
        ),
    ),
    "citation_checks": Table(
        "citation_checks.csv",
        (_ID, Column("reference", "slug", points_at="references"), _STATEMENT, Column("text")),
    ),
    "quantities": Table(
        "quantities.csv",
        (
            _ID,
            Column("measure"),
            Column("value"),
            _maybe("unit"),
            Column("population"),
            _STATEMENT,
            Column("tension", "word", allowed=TENSIONS),
            _maybe("remark"),
        ),
    ),
    "cases": Table(
        "cases.csv",
        (
            _ID,
            Column("title"),
            Column("profile", "profile", many=True),
            Column("objective"),
            Column("teaching_point"),
        ),
    ),
    "glossary": Table(
        "glossary.csv",
        (
            _ID,
            Column("term"),
            _maybe("expansion"),
            Column("definition"),
            _maybe("also", many=True),
        ),
    ),
    "retired": Table(
        "retired.csv",
        (Column("table"), Column("id", "slug"), Column("version"), Column("why")),
        unique=("table", "id"),
    ),
}
