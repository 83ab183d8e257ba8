"""What changed from one version of a pack to another, in lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from nanoexplorer.words import common
from nanoexplorer.words.common import counted
from nanoexplorer.words.language import Forms

if TYPE_CHECKING:
    from nanoexplorer.core.evidence import Criterion
    from nanoexplorer.core.explaining import Stretch
    from nanoexplorer.core.pack import Pack
    from nanoexplorer.core.profile import Value
    from nanoexplorer.core.verdict_changes import Box, VerdictChange
    from nanoexplorer.pack.difference import Difference, RowChange

SAME = "Nothing has changed."
VERSIONS = "{old_id} {old} → {new_id} {new}"
CHANGE = {"added": "added", "changed": "changed", "removed": "gone", "retired": "retired"}
COUNT = "{table}: {counts}"
NUMBER_OF = "{number} {change}"
ROW = "  {sign} {key}"
ROW_COLUMNS = "  {sign} {key}: {columns}"
SIGN = {"added": "+", "changed": "~", "removed": "-", "retired": "-"}
NO_VERDICT = "No verdict has changed in any of {number} profiles."
VERDICTS = "Verdicts that have changed, of {number} profiles:"
VERDICT = "  {strategy}: {before} → {after}, {profiles}: {where}"
PROFILES = Forms("{number} profile", "{number} profiles")
ALL = "whatever the profile"
OR_ELSE = " · or "
SIDE = "{field} {values}"
AND = ", "
MORE = "and {number} more"
BECAUSE_NEW = "      because it is new: {criterion}"
BECAUSE_GONE = "      because it is gone: {criterion}"
CRITERION = "{effect} {field} {test} {value}"
UNCOUNTED = "  {strategy}: asks too many fields to be counted"
MOST_BOXES = 3
MOST_ROWS = 40


def lines(difference: Difference) -> Iterator[str]:
    """What changed, the most telling first: counts, verdicts, rows."""
    old, new = difference.old, difference.new
    yield VERSIONS.format(old_id=old.id, old=old.version, new_id=new.id, new=new.version)
    if difference.is_empty:
        yield SAME
        return
    grouped = [(t, list(rows)) for t, rows in groupby(difference.rows, lambda row: row.table)]
    yield from (COUNT.format(table=table, counts=_counts(rows)) for table, rows in grouped)
    yield from _verdicts(difference)
    for table, rows in grouped:
        yield table
        yield from map(_row, rows[:MOST_ROWS])
        if len(rows) > MOST_ROWS:
            yield ROW.format(sign="…", key=MORE.format(number=len(rows) - MOST_ROWS))


def _counts(rows: Sequence[RowChange]) -> str:
    numbers = {change: sum(row.change == change for row in rows) for change in CHANGE}
    found = ((CHANGE[change], number) for change, number in numbers.items() if number)
    return AND.join(NUMBER_OF.format(number=number, change=change) for change, number in found)


def _row(row: RowChange) -> str:
    sign = SIGN[row.change]
    if row.columns:
        return ROW_COLUMNS.format(sign=sign, key=row.key, columns=AND.join(row.columns))
    return ROW.format(sign=sign, key=row.key)


def _verdicts(difference: Difference) -> Iterator[str]:
    found = difference.verdicts
    number = common.grouped_number(found.profiles)
    if not found.changes:
        yield NO_VERDICT.format(number=number)
    else:
        yield VERDICTS.format(number=number)
    for strategy, changes in groupby(found.changes, lambda change: change.strategy):
        yield from (verdict_line(difference.new, change) for change in changes)
        why = found.why[strategy]
        yield from (BECAUSE_NEW.format(criterion=_criterion(c)) for c in why.new)
        yield from (BECAUSE_GONE.format(criterion=_criterion(c)) for c in why.gone)
    yield from (UNCOUNTED.format(strategy=strategy) for strategy in found.uncounted)


def verdict_line(pack: Pack, change: VerdictChange) -> str:
    """One strategy's change: what it was, what it is, in how many profiles, and in which."""
    return VERDICT.format(
        strategy=pack.strategy[change.strategy].name,
        before=common.VERDICT_SHORT[change.before],
        after=common.VERDICT_SHORT[change.after],
        profiles=counted(change.profiles, PROFILES),
        where=_where(pack, change.boxes),
    )


def _where(pack: Pack, boxes: Sequence[Box]) -> str:
    said = [AND.join(_side(pack, *side) for side in box) or ALL for box in boxes[:MOST_BOXES]]
    if len(boxes) > MOST_BOXES:
        said.append(MORE.format(number=len(boxes) - MOST_BOXES))
    return OR_ELSE.join(said)


def _side(pack: Pack, field: str, values: Sequence[Value | Stretch]) -> str:
    """A field with the values that it may have; one that went is named by its id."""
    if field not in pack.field:
        return SIDE.format(field=field, values=f" {common.OR} ".join(map(str, values)))
    declared = pack.field[field]
    said = common.values_beside(declared, values)
    return SIDE.format(field=declared.label, values=said)


def _criterion(criterion: Criterion) -> str:
    value = criterion.value
    said = f" {common.OR} ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return CRITERION.format(
        effect=criterion.effect, field=criterion.field, test=criterion.test, value=said
    )
