"""What the decision map shows: which fields make its rows and columns, and of which strategies."""

from __future__ import annotations

from collections.abc import Iterable
from math import prod
from typing import Final, NamedTuple

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile_space import ProfileSpace

ROWS: Final = "decision-map.rows"
COLUMNS: Final = "decision-map.columns"
STRATEGY: Final = "decision-map.strategy"
CALM: Final = 12
"""Rows at most that nobody has asked for."""
MOST: Final = 300
BETWEEN: Final = ";"


class Choices(NamedTuple):
    """Field ids of rows and columns, none in a pack without fields; a strategy's id, if one."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    strategy: str

    @classmethod
    def from_options(
        cls, options: Iterable[tuple[str, str]], pack: Pack, space: ProfileSpace
    ) -> Choices:
        """What the options say; where they say nothing that can be, what there is by default."""
        said = dict(options)
        column = said.get(COLUMNS, "")
        column = column if column in pack.field else _column(pack)
        wanted = said.get(ROWS)
        rows = () if wanted is None else tuple(f.id for f in pack.fields if f.id in _split(wanted))
        known = wanted is not None and set(_split(wanted)) <= set(pack.field)
        rows = tuple(f for f in rows if f != column)
        if not known or combinations(space, rows) > MOST:
            rows = _rows(pack, space, column)
        strategy = said.get(STRATEGY, "")
        columns = (column,) if column else ()
        return cls(rows, columns, strategy if strategy in pack.strategy else "")


def _split(text: str) -> list[str]:
    return [part for part in text.split(BETWEEN) if part]


def combinations(space: ProfileSpace, rows: tuple[str, ...]) -> int:
    """How many rows some fields make."""
    return prod(len(space.slots[field]) for field in rows)


def _column(pack: Pack) -> str:
    """The first field with numbers that a criterion asks for, else the first field, if any."""
    asked = [f for f in pack.fields if any(c.field == f.id for c in pack.criteria)]
    numbers = (f.id for f in asked if f.has_numbers)
    return next(numbers, pack.fields[0].id if pack.fields else "")


def _rows(pack: Pack, space: ProfileSpace, column: str) -> tuple[str, ...]:
    """The pack's first fields that are shown at once, as many as keep the map calm."""
    rows: tuple[str, ...] = ()
    for field in pack.fields:
        more = (*rows, field.id)
        if field.id != column and not field.folded and combinations(space, more) <= CALM:
            rows = more
    return rows
