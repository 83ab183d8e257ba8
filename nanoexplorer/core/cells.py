"""What a cell of a pack's table may hold. The row types of `core` are annotated with it, and that
is the one declaration of a table: reader, checks and messages follow from the annotations.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, NamedTuple, get_args, get_origin

Form = Literal["", "text", "id", "slug", "conditions", "profile", "evidence"]


class Cell(NamedTuple):
    """What an annotation adds to the type of a column.

    `form`: a slug is a short lower-case name, an id one that is unique in its table; `conditions`
    and `profile` are of the pack's fields; `evidence` is the key of one of its rows. `points_at`:
    the tables, or `vocabulary:<list>`, or `references` or `sources`, in one of which each value
    must exist.
    `words` and `length`: at most so many words, so many characters. `like`: an empty cell says what
    the cell of that column does, behind the name of what the column `of` points at.
    """

    form: Form = ""
    required: bool = True
    allowed: tuple[str, ...] = ()
    points_at: tuple[str, ...] = ()
    words: int = 0
    length: int = 2000
    least: int = 0
    most: int = 999_999_999
    like: str = ""
    of: str = ""


class Column(NamedTuple):
    """A column of a table: its name, the type of its cells, and what they may hold.

    `type`: `text`, `number` (a whole one), `decimal`, `flag` (yes or no). `many`: values separated
    by semicolons. `empty`: what an empty cell is read as.
    """

    name: str
    type: Literal["text", "number", "decimal", "flag"]
    many: bool
    empty: object
    cell: Cell


PLAIN = Cell()
MAYBE = Cell(required=False)
NO_COLUMN = "no column"
"""Of a part of a row that does not stand in its table."""

NAME_LENGTH = 200

Name = Annotated[str, Cell(length=NAME_LENGTH)]
Id = Annotated[str, Cell("id")]
MaybeText = Annotated[str, MAYBE]
MaybeTexts = Annotated[tuple[str, ...], MAYBE]


def one_of(*allowed: str) -> Cell:
    """A word of a closed list."""
    return Cell(allowed=allowed)


def at(*tables: str) -> Cell:
    """The id of something that must exist."""
    return Cell("slug", points_at=tables)


def maybe_at(*tables: str) -> Cell:
    """The same, or nothing."""
    return Cell("slug", required=False, points_at=tables)


def name_like(column: str, of: str = "") -> Cell:
    """A name that is the other column's where it is left empty, behind that of its owner."""
    return Cell(length=NAME_LENGTH, like=column, of=of)


def columns_of(row: type) -> Iterator[Column | None]:
    """The columns that a row type declares, in its order; None for what is no column."""
    for name, annotation in row.__annotations__.items():
        type_, *marks = get_args(annotation) if _is_marked(annotation) else (annotation,)
        yield None if NO_COLUMN in marks else _column(name, type_, *marks)


def _is_marked(annotation: object) -> bool:
    return get_origin(annotation) is Annotated


def _column(name: str, type_: object, cell: Cell = PLAIN) -> Column:
    if get_origin(type_) is Literal:
        return Column(name, "text", False, "", cell._replace(allowed=get_args(type_)))
    if get_origin(type_) is tuple or cell.form == "profile":
        return Column(name, "text", True, (), cell)
    if type_ is bool:
        return Column(name, "flag", False, False, cell._replace(allowed=("yes", "no")))
    if type_ is int:
        return Column(name, "number", False, 0, cell)
    if type_ == int | float:
        return Column(name, "decimal", False, 0, cell)
    if type_ == int | None:
        return Column(name, "number", False, None, cell._replace(required=False))
    return Column(name, "text", False, "", cell)
