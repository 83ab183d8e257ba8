"""Decision map and its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nanoexplorer.words import common
from nanoexplorer.words.common import listed, short_condition, value_phrase
from nanoexplorer.words.language import Forms, form_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nanoexplorer.core.evidence import Criterion
    from nanoexplorer.core.profile import Field, Number
    from nanoexplorer.core.profile_space import Slot

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
MOST_ALIKE = 3
OR_OTHERS = "{first} or {count} others"
BEYOND = "> {number}"
BELOW = "< {number}"
FROM_ON = "≥ {number}"
NAME = "Decision map"
HELP = (
    "{title}. {rows} rows by {columns} columns. Arrow keys walk through the cells, Enter makes a "
    "cell the profile. {here} {boundaries}"
)
CELL = "{profile}: {count} named"
CELL_OPEN = Forms(
    "{number} more is open: an unknown value decides",
    "{number} more are open: an unknown value decides",
)
CELL_VERDICT = "{profile}: {verdict}"
HERE = "you are here"
LINE = "the answer changes"
CHANGES = "Where the answer changes"
FROM = "from {value}"
FROM_SAID = "From {value}"
BETWEEN = "{before} | {after}"
NOTHING = "nothing is named"
NAMED = "strategies named"
SELECTED = "{name}: named"
SELECTED_AGAINST = "against"
SELECTED_OPEN = "open"
MORE_LINES = Forms("and {number} more boundary", "and {number} more boundaries")
LEAVE = Forms("{names} leaves", "{names} leave")
ENTER = Forms("{names} enters", "{names} enter")
SOME = "for some profiles"
TABLE_TITLE = "The decision table"
TABLE_REST = Forms(
    "{number} more strategy is independent of the profile and stands in no row. "
    "{none}: no condition on that field.",
    "{number} more strategies are independent of the profile and stand in no row. "
    "{none}: no condition on that field.",
)
TABLE_OVERLAPS = "Several of one kind at once — {kinds}."
TABLE_OVERLAP = Forms("{kinds}: for {number} profile", "{kinds}: for {number} profiles")
TABLE_UNCOVERED = "Nothing specific: for {count} of {of} profiles no strategy is named."
TABLE_STRATEGY = "Strategy"
TABLE_ALTERNATIVE = "{name}, alternative {number}"
TABLE_AGAINST = "{name}: reason against"
TABLE_ANY = "any"
TABLE_NONE = "–"
TABLE_NONE_TIP = "no condition on this field"
TABLE_TIPS = {
    "strategy": "A row for each alternative under which it is named, and for each reason against",
    "field": "What the sources name it for; –: no condition on this field",
    "outside": "Conditions of the sources that the profile does not ask for; they decide nothing",
    "beside": "Others of its kind that are named for some of the same profiles",
}
TITLE_TIP = (
    "Number and colour of a cell: how many strategies the sources name for its profile. Those that "
    "are independent of the profile are not counted."
)
SIZE_TIP = (
    "Every combination of the values of all fields. Numbers between which nothing changes are one "
    "place at the end of the scale."
)
ENTRY_TIPS = {
    "nothing": "For these profiles the sources name no strategy; some may be open.",
    "named": "How many strategies the sources name: the more, the darker.",
    "here": "The cell of the profile that is set now.",
    "line": "Between these two values a strategy enters or leaves; which, is told in “{changes}”.",
    "selected": "The strategy that is selected, for the profile of the cell that has this sign.",
}
TABLE_PROFILES = "Profiles"
TABLE_PROFILES_TIP = "For how many profiles it is named, over all its alternatives"
TABLE_BESIDE = "Overlaps with, of its kind"
TABLE_CAVEAT = "unknown: a caveat"
TABLE_NAME = "The decision table: strategies by fields, with the conditions in words"
TABLE_COPY = "Copy"
TABLE_COPY_ALL = "Copy the whole table"


def slot_label(field: Field, slot: Slot) -> str:
    """A place on an axis: *mutated*, *3*, *11–19*, *> 10*, *≥ 0.80 m*, *unknown*; of several at
    once what is enough to be there: *KRAS or TP53*.
    """
    value, last = slot.value, slot.last
    if slot.alike:
        said = [common.value_beside(field, one) for one in slot.least(field)]
        return _any_of(said)
    option = field.option(value)
    if not slot.known:
        unknown = [o for o in field.options if not o.known]
        return unknown[0].short_label if len(unknown) == 1 else common.UNKNOWN
    if option:
        return option.label
    if isinstance(value, str):
        return value
    if field.kind == "decimal":
        return _decimals(field, value, last)
    if last is None:
        return BEYOND.format(number=field.written(field.on(value, -1)))
    return field.written(value) if last == value else f"{value}–{last}"


def _decimals(field: Field, first: Number, last: Number | None) -> str:
    """A stretch of decimals; from the least on or up to the most it has one end alone."""
    if first == field.minimum:
        if last is None:
            return common.numbers_beside(field, first, field.maximum)
        return BELOW.format(number=common.value_beside(field, field.on(last, 1)))
    if last is None:
        return FROM_ON.format(number=common.value_beside(field, first))
    return common.numbers_beside(field, first, last)


def _any_of(said: Sequence[str]) -> str:
    """What is enough to be at a place; of many the first, and how many more there are."""
    if len(said) > MOST_ALIKE:
        return OR_OTHERS.format(first=said[0], count=len(said) - 1)
    return listed(said, joint=common.OR)


def slot_phrase(field: Field, slot: Slot) -> str:
    """A place on an axis as a phrase: *EGFR mutated*, *3 lesions*, *EGFR unknown*."""
    value, last, known = slot.value, slot.last, slot.known
    if slot.alike:
        said = [value_phrase(field, one) for one in slot.least(field)]
        return _any_of(said)
    label = slot_label(field, slot)
    if not known and sum(not o.known for o in field.options) > 1:
        return f"{field.label} {label}"
    if known and field.kind == "decimal":
        return common.DECIMAL.format(field=field.label, number=label)
    if known and not field.option(value) and last != value:
        return f"{label} {field.plural}"
    return value_phrase(field, value)


def short_name(name: str, also_called: Sequence[str]) -> str:
    """A strategy's abbreviation where its name ends in one that the pack gives: *SRS*."""
    tail = name.rpartition("(")[2].rstrip(")")
    return tail if tail.isupper() and tail in also_called else name


def boundary_line(
    where: str,
    leaving: Sequence[tuple[str, str]],
    entering: Sequence[tuple[str, str]],
) -> str:
    """*From 4 lesions: a and b leave; c enters (our interpretation)*, of names and remarks."""
    sides = ((LEAVE, leaving), (ENTER, entering))
    parts = [_crossing(forms, who) for forms, who in sides if who]
    return common.labelled(where, "; ".join(parts))


def _crossing(forms: Forms, who: Sequence[tuple[str, str]]) -> str:
    """A remark that is true of all stands behind the verb, else behind each name."""
    remarks = {remark for _, remark in who}
    of_all = remarks.pop() if len(remarks) == 1 else ""
    names = [name if of_all else name + remark for name, remark in who]
    return form_for(len(who), forms).format(names=listed(names, 4)) + of_all


def boundary_remark(interpretation: str, everywhere: bool) -> str:
    """What stands in brackets behind what enters or leaves, or nothing; `interpretation`: whose."""
    said = ", ".join(filter(None, (interpretation, "" if everywhere else SOME)))
    return f" ({said})" if said else ""


def table_condition(field: Field, test: Criterion, interpretation: str) -> str:
    """A cell of the decision table: *mutated*, *at most 3 (usually)*, *our interpretation* too.

    That a reason against is a caveat where its field is unknown holds for each, and is not said.
    """
    asked = short_condition(field, test)
    is_caveat = test.when_unknown == "caveat" and test.effect != "against"
    remarks = [
        *([test.hedge] if test.hedge else []),
        *([interpretation] if test.basis == "interpretation" else []),
        *([TABLE_CAVEAT] if is_caveat else []),
    ]
    return f"{asked} ({'; '.join(remarks)})" if remarks else asked
