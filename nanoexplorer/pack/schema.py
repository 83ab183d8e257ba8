"""The tables of a pack: a file, and the row type whose annotations declare its columns."""

from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, Generic, NamedTuple, TypeVar

from nanoexplorer.core import evidence as ev
from nanoexplorer.core.cells import Cell, Column, columns_of
from nanoexplorer.core.profile import Field, Option

R = TypeVar("R")


class Retired(NamedTuple):
    """An id that must not be used again."""

    table: str
    id: Annotated[str, Cell("slug")]
    version: str
    why: str


class Table(NamedTuple, Generic[R]):
    """A table of the pack; `unique` names the columns that together must not repeat.

    One that is not `needed` may be missing, and is empty then. `named`: the columns that make an id
    where none is given; the first is a row's name, which may stand for the id.
    """

    name: str
    row: Callable[..., R]
    unique: tuple[str, ...] = ("id",)
    needed: bool = False
    named: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """The name of its file in the pack's folder."""
        return f"{self.name}.csv"

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in the order of the row type."""
        return tuple(column for column in parts_of(self.row) if column)

    @property
    def needed_columns(self) -> tuple[str, ...]:
        """The columns that a header must have: not what may be empty, or is left to us."""
        made = {"id", "code"} if self.named else set()
        return tuple(
            column.name
            for column in self.columns
            if column.cell.required and not column.cell.like and column.name not in made
        )


@cache
def parts_of(row: type) -> tuple[Column | None, ...]:
    """The parts of a row type: its columns, and None for what stands in no table."""
    return tuple(columns_of(row))


def file_of(target: str) -> str:
    """The file that holds what a column points at."""
    others = {"sources": "pack.toml", "references": "references.json"}
    return others.get(target) or f"{target.partition(':')[0]}.csv"


def files_of(cell: Cell) -> str:
    """The files that hold what a cell points at, as a message lists them."""
    return ", ".join(map(file_of, cell.points_at))


FIELDS = Table("fields", Field, named=("label",))
OPTIONS = Table("field_options", Option, unique=("field", "id"), named=("label",))
KINDS = Table("kinds", ev.Kind, needed=True, named=("label",))
SCOPES = Table("scopes", ev.Scope, needed=True, named=("label",))
ASPECTS = Table("aspects", ev.Aspect, needed=True, named=("label",))
STATUSES = Table("statuses", ev.Status, needed=True, named=("label",))
VOCABULARY = Table("vocabulary", ev.Term, unique=("list", "id"), needed=True, named=("label",))
STRATEGIES = Table("strategies", ev.Strategy, needed=True, named=("name",))
TOPICS = Table("topics", ev.Topic, named=("name",))
STATEMENTS = Table("statements", ev.Statement, needed=True, named=("source", "text"))
CRITERIA = Table(
    "criteria", ev.Criterion, ("strategy", "alternative", "field", "effect", "test", "value")
)
EVIDENCE = Table(
    "evidence",
    ev.Evidence,
    ("strategy", "source", "status", "scope", "scope_named", "alternative"),
    needed=True,
)
APPROVALS = Table("approvals", ev.Approval, named=("agency", "product"))
NOTES = Table("notes", ev.Note, named=("text",))
CITATION_CHECKS = Table("citation_checks", ev.CitationCheck, named=("reference", "statement"))
QUANTITIES = Table("quantities", ev.Quantity, named=("measure",))
CASES = Table("cases", ev.Case, named=("title",))
GLOSSARY = Table("glossary", ev.GlossaryEntry, named=("term",))
SEARCH_WORDS = Table("search_words", ev.SearchWord, unique=("word", "finds"))
RETIRED = Table("retired", Retired, unique=("table", "id"))

TABLES: dict[str, Table[Any]] = {
    table.name: table
    for table in (
        *(FIELDS, OPTIONS, KINDS, SCOPES, ASPECTS),
        *(STATUSES, VOCABULARY, STRATEGIES, TOPICS, STATEMENTS, CRITERIA),
        *(EVIDENCE, APPROVALS, NOTES, CITATION_CHECKS, QUANTITIES, CASES, GLOSSARY),
        *(SEARCH_WORDS, RETIRED),
    )
}
"""All of them, fields first: other tables are read with the pack's fields at hand."""
