"""A map of the profile space: some fields make rows, some columns, the rest is held.

With it come its boundaries: where something enters or leaves, and what.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from math import prod
from typing import NamedTuple

from nanoexplorer.core.decision_table import Answer, DecisionTable, outcome
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Field, Profile, Value
from nanoexplorer.core.profile_space import ProfileSpace, Slot, space_of
from nanoexplorer.core.screen import Intent
from nanoexplorer.core.shown.decision_map_choices import Choices

Slots = tuple[Slot, ...]


class Change(NamedTuple):
    """A strategy that is named on one side of a boundary only.

    `interpreted`: a criterion that decides here is our interpretation. `everywhere`: it enters or
    leaves whatever the map's other fields say.
    """

    strategy: str
    enters: bool
    interpreted: bool
    everywhere: bool


class Boundary(NamedTuple):
    """Two neighbouring known values of a field between which something enters or leaves."""

    before: Slot
    after: Slot
    changes: tuple[Change, ...]


class DecisionMap(NamedTuple):
    """Row fields × column fields, the rest held at a profile.

    A row (a column) is a slot of each of its fields; `answers[row][column]` is what the table
    answers there, `here` the row and column of the profile.
    """

    rows: tuple[Field, ...]
    columns: tuple[Field, ...]
    row_slots: tuple[Slots, ...]
    column_slots: tuple[Slots, ...]
    answers: tuple[tuple[Answer, ...], ...]
    here: tuple[int, int]
    boundaries: tuple[Boundary, ...]

    def slots(self, row: int, column: int) -> Slots:
        """The slots that make a cell: those of its row, then those of its column."""
        return self.row_slots[row] + self.column_slots[column]


class DecisionMapPart(NamedTuple):
    """The map that was chosen, of how many profiles, and the most that is named for one of them."""

    chosen: Choices
    chart: DecisionMap
    size: int
    most: int


def decision_map_part(pack: Pack, intent: Intent) -> DecisionMapPart:
    """The map that was chosen, around the intent's profile."""
    space = space_of(pack.table)
    chosen = Choices.from_options(intent.options, pack, space)
    chart = lay_map(space, intent.profile, chosen.rows, chosen.columns, chosen.strategy)
    return DecisionMapPart(chosen, chart, space.size, space.most)


def lay_map(
    space: ProfileSpace,
    profile: Profile,
    rows: Sequence[str],
    columns: Sequence[str],
    strategy: str = "",
) -> DecisionMap:
    """The map over some fields, its boundaries for all strategies or for one.

    Raises KeyError for a field or a strategy that the table has not.
    """
    down = tuple(product(*(space.slots[field] for field in rows)))
    across = tuple(product(*(space.slots[field] for field in columns)))
    answers = tuple(_answers(space, profile, down, across))
    only = 1 << space.table.index[strategy] if strategy else -1
    boundaries = (
        *_boundaries(space, columns, across, tuple(zip(*answers, strict=True)), only),
        *_boundaries(space, rows, down, answers, only),
    )
    return DecisionMap(
        tuple(space.field[field] for field in rows),
        tuple(space.field[field] for field in columns),
        down,
        across,
        answers,
        (_where(space, profile, down), _where(space, profile, across)),
        boundaries,
    )


def _answers(
    space: ProfileSpace, profile: Profile, down: Sequence[Slots], across: Sequence[Slots]
) -> Iterator[tuple[Answer, ...]]:
    if not space.answers:
        for row in down:
            changes = ({s.field: s.value for s in row + column} for column in across)
            yield tuple(space.table.answer(profile.replace(change)) for change in changes)
        return
    varied = {slot.field for slot in down[0] + across[0]}
    held = space.place({f: v for f, v in profile.as_dict().items() if f not in varied})
    steps = [space.place({slot.field: slot.value for slot in column}) for column in across]
    for row in down:
        start = held + space.place({slot.field: slot.value for slot in row})
        yield tuple(space.answers[start + step] for step in steps)


def _where(space: ProfileSpace, profile: Profile, line: Sequence[Slots]) -> int:
    """Which of a map's rows, or columns, the profile belongs to."""
    return next(
        place
        for place, here in enumerate(line)
        if all(s.includes(space.field[s.field], profile[s.field]) for s in here)
    )


def changes_to(chart: DecisionMap, profile: Profile, row: int, column: int) -> dict[str, Value]:
    """The values that lead to a cell; a value that already belongs there stays as it is."""
    fields = {field.id: field for field in (*chart.rows, *chart.columns)}
    return {
        s.field: profile[s.field] if s.includes(fields[s.field], profile[s.field]) else s.value
        for s in chart.slots(row, column)
    }


def _boundaries(
    space: ProfileSpace,
    fields: Sequence[str],
    line: Sequence[Slots],
    answers: Sequence[Sequence[Answer]],
    only: int,
) -> Iterator[Boundary]:
    """Field by field, between neighbours in its order; unknown is nobody's neighbour."""
    for place, field in enumerate(fields):
        apart = prod(len(space.slots[name]) for name in fields[place + 1 :])
        for before, after in zip(space.slots[field], space.slots[field][1:], strict=False):
            pairs = [
                pair
                for n, here in enumerate(line)
                if here[place] == before and after.known
                for pair in zip(answers[n], answers[n + apart], strict=True)
            ]
            if changes := tuple(_changes(space.table, before, after, pairs, only)):
                yield Boundary(before, after, changes)


def _changes(
    table: DecisionTable,
    before: Slot,
    after: Slot,
    pairs: Sequence[tuple[Answer, Answer]],
    only: int,
) -> Iterator[Change]:
    for enters in (False, True):
        some, always = 0, only
        for old, new in pairs:
            one, other = (new, old) if enters else (old, new)
            found = one.matches & ~other.matches & only
            some, always = some | found, always & found
        for strategy, throughout in zip(
            table.names(some), _flags(table, some, always), strict=True
        ):
            interpreted = _is_interpreted(table, strategy, before, after)
            yield Change(strategy, enters, interpreted, throughout)


def _flags(table: DecisionTable, some: int, always: int) -> list[bool]:
    kept = set(table.names(always & some))
    return [name in kept for name in table.names(some)]


def _is_interpreted(table: DecisionTable, strategy: str, before: Slot, after: Slot) -> bool:
    """Whether one of the criteria that tell the two sides apart is our interpretation."""
    field = next(field for field in table.fields if field.id == before.field)
    return any(
        c.basis == "interpretation"
        and outcome(c, field, before.value) != outcome(c, field, after.value)
        for criteria in table.rows[table.index[strategy]].values()
        for c in criteria
        if c.field == field.id
    )
