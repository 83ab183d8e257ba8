"""Compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nanoexplorer.words.language import Forms

if TYPE_CHECKING:
    from collections.abc import Sequence

TITLE = "Two profiles side by side"
EMPTY = (
    "Set a second profile to see what changes: which strategies it gains and loses, which come to "
    "depend on an unknown, which no longer do, and the condition that made the difference."
)
EMPTY_HOW = (
    "Begin with the same as the first and change a field, step through the values of one field, "
    "choose a case, or paste a case code."
)
EQUAL = "Both profiles say the same; change a field of the second."
ALIKE = "The profiles differ, and no verdict does."
FIRST = "First profile"
SECOND = "Second profile"
NO_SECOND = "not set yet"
VALUE = "{profile}: {value}"
VALUE_DIFFERS = "{value}; differs"
VALUE_TIP = "Choose another value of {field} for this profile"
DIFFERS = "Δ differs"
DIFFERS_TIP = "The two profiles have different values here."
REST = Forms("{number} more, unknown in both", "{number} more, unknown in both")
UNKNOWN = "Unknown in both"
REST_TIP = "Show or fold away the fields of which neither profile knows anything"
HEADING_TIPS = {
    "first": "The profile that is set in all other views",
    "second": "The profile that it is compared with, here alone",
}
COLUMNS_NAME = "Both profiles, field by field"
FIELD = "Field"
DIFFERENCE = "Difference"
SWAP = "Swap"
SWAP_TIP = "The second profile becomes the first, and the first the second"
SAME = "Same as first"
SAME_TIP = "Set the second profile to the first, to change it from there"
CLEAR = "Clear"
CLEAR_TIP = "Take the second profile away"
CASE = "Case for the second profile"
CASE_CHOOSE = "Second from a case…"
COPY_CODE = "Copy code"
PASTE = "Paste code…"
PASTE_HERE = "Paste a case code, then Enter"
CODE_TIP = "Set the second profile from a case code, the short text that reopens a profile offline"
COPY = {
    "first": "Copy the case code of the first profile",
    "second": "Copy the case code of the second profile",
}
STEP = "Step"
STEP_FIELD = "Field to step through"
STEP_BACK = "Previous value"
STEP_ON = "Next value"
STEP_TIP = "Left and Right step through the values of the field in the second profile"
STEP_SAID = "{field} in the second profile: {value}"
TABLE_NAME = "Strategies under both profiles, differences first"
GROUP = {
    "gained": "Gained: named for the second profile, not for the first",
    "lost": "Lost: named for the first profile, not for the second",
    "opened": "Turned open: depends on an unknown in the second profile only",
    "settled": "Settled: depended on an unknown in the first profile only",
    "against": "Turned against: reasons against are met in the second profile only",
    "cleared": "No longer against: reasons against were met in the first profile only",
    "same": "Unchanged",
}
SHORT = {
    "gained": "gained",
    "lost": "lost",
    "opened": "turned open",
    "settled": "settled",
    "against": "turned against",
    "cleared": "no longer against",
    "same": "unchanged",
}
COLUMN_TIPS = (
    "What the sources describe",
    "Which kind of strategy it is",
    "Its verdict for the first profile",
    "Its verdict for the second profile",
    "The condition that is met for one of the profiles and not for the other",
    "What that condition rests on",
)
SUMMARY_TIP = "How many strategies have another verdict for the second profile than for the first"
COLUMNS = (
    "Strategy",
    "Kind",
    "First profile",
    "Second profile",
    "What made the difference",
    "Cited",
)


def heading(change: str, count: int) -> str:
    """A change and how many strategies have it, as a heading."""
    return f"{GROUP[change]} — {count}"


def summary(counts: Sequence[tuple[str, int]]) -> str:
    """How many verdicts changed, and how: *2 gained · 1 lost*."""
    return " · ".join(f"{count} {SHORT[change]}" for change, count in counts)
