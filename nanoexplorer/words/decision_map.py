"""Decision map and its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nanoexplorer.words import common
from nanoexplorer.words.common import listed, short_condition, value_phrase
from nanoexplorer.words.language import Forms, form_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nanoexplorer.core.evidence import Criterion
    from nanoexplorer.core.profile import Field, Value

TITLE = "How many strategies are named, for every profile there is"
TITLE_ONE = "For which profiles the sources name: {name}"
SIZE = "{count} profiles; pick one to go there."
HELD = "All else is held at this profile: {profile}."
ALL = "all strategies"
STRATEGY_NAME = "Count all strategies, or show the verdict on one of them"
ROWS = "rows: {fields}"
ROWS_NAME = "Choose the fields that make the rows"
NO_ROWS = "none"
COLUMNS = "columns: {field}"
COLUMNS_NAME = "Choose the field that makes the columns"
AXIS = "{field} →"
NO_ROW = "this profile"
MAP_UNKNOWN = "?"
BEYOND = "> {number}"
NAME = "Decision map"
HELP = (
    "{title}. {rows} rows by {columns} columns. Arrow keys walk through the cells, Enter makes a "
    "cell the profile. {here} {boundaries}"
)
CELL = "{profile}: {count} named"
CELL_OPEN = "{count} more are open: an unknown value decides"
CELL_VERDICT = "{profile}: {verdict}"
HERE = "you are here"
LINE = "something enters or leaves"
NOTHING = "nothing is named"
NAMED = "strategies named"
SELECTED = "selected strategy: named"
SELECTED_AGAINST = "selected strategy: against"
SELECTED_OPEN = "selected strategy: open"
MORE_LINES = "and {count} more boundaries"
LEAVE = Forms("{names} leaves", "{names} leave")
ENTER = Forms("{names} enters", "{names} enter")
SOME = "for some profiles"
TABLE_TITLE = "The decision table"
TABLE_REST = (
    "{count} more strategies are independent of the profile and stand in no row. "
    "An empty cell: no condition on that field."
)
TABLE_OVERLAPS = "Several of one kind at once — {kinds}."
TABLE_OVERLAP = "{kinds}: for {count} profiles"
TABLE_UNCOVERED = "Nothing specific: for {count} of {of} profiles no strategy is named."
TABLE_STRATEGY = "Strategy"
TABLE_ALTERNATIVE = "{name}, alternative {number}"
TABLE_AGAINST = "{name}: reason against"
TABLE_ANY = "any"
TABLE_OUTSIDE = "Not asked here"
TABLE_PROFILES = "Profiles"
TABLE_PROFILES_TIP = "For how many profiles it is named, over all its alternatives"
TABLE_BESIDE = "Overlaps with, of its kind"
TABLE_NOTHING = "nothing is named"
TABLE_CAVEAT = "unknown: a caveat"
TABLE_NAME = "The decision table: strategies by fields, with the conditions in words"
TABLE_COPY = "Copy"
TABLE_COPY_ALL = "Copy the whole table"


def slot_label(field: Field, value: Value, last: int | None, known: bool) -> str:
    """A place on an axis: *mutated*, *3*, *11–19*, *> 10*, *unknown*."""
    option = field.option(value)
    if not known:
        unknown = [o for o in field.options if not o.known]
        return unknown[0].short_label if len(unknown) == 1 else common.UNKNOWN
    if option:
        return option.label
    if last is None:
        return BEYOND.format(number=int(value) - 1)
    return f"{value}" if last == value else f"{value}–{last}"


def slot_phrase(field: Field, value: Value, last: int | None, known: bool) -> str:
    """A place on an axis as a phrase: *EGFR mutated*, *3 lesions*, *EGFR unknown*."""
    label = slot_label(field, value, last, known)
    if not known and sum(not o.known for o in field.options) > 1:
        return f"{field.label} {label}"
    if known and not field.option(value) and last != value:
        return f"{label} {field.plural}"
    return value_phrase(field, value)


def short_name(name: str, also_called: Sequence[str]) -> str:
    """A strategy's abbreviation where its name ends in one that the pack gives: *SRS*."""
    tail = name.rpartition("(")[2].rstrip(")")
    return tail if tail.isupper() and tail in also_called else name


def boundary_line(
    before: str,
    after: str,
    leaving: Sequence[tuple[str, str]],
    entering: Sequence[tuple[str, str]],
) -> str:
    """*3 | 4: a and b leave; c enters (our interpretation)*, of names and remarks."""
    sides = ((LEAVE, leaving), (ENTER, entering))
    parts = [_crossing(forms, who) for forms, who in sides if who]
    return f"{before} | {after}: {'; '.join(parts)}"


def _crossing(forms: Forms, who: Sequence[tuple[str, str]]) -> str:
    """A remark that is true of all stands behind the verb, else behind each name."""
    remarks = {remark for _, remark in who}
    of_all = remarks.pop() if len(remarks) == 1 else ""
    names = [name if of_all else name + remark for name, remark in who]
    return form_for(len(who), forms).format(names=listed(names, 4)) + of_all


def boundary_remark(interpreted: bool, everywhere: bool) -> str:
    """What stands in brackets behind what enters or leaves, or nothing."""
    said = [*([common.OUR_INTERPRETATION] if interpreted else []), *([] if everywhere else [SOME])]
    return f" ({', '.join(said)})" if said else ""


def table_condition(field: Field, test: Criterion) -> str:
    """A cell of the decision table: *mutated*, *at most 3 (usually)*, *our interpretation* too."""
    asked = short_condition(field, test)
    remarks = [
        *([test.hedge] if test.hedge else []),
        *([common.OUR_INTERPRETATION] if test.basis == "interpretation" else []),
        *([TABLE_CAVEAT] if test.when_unknown == "caveat" else []),
    ]
    return f"{asked} ({'; '.join(remarks)})" if remarks else asked
