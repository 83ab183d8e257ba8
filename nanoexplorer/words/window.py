"""The window: tabs, the strategies, profile, status line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nanoexplorer.words import common
from nanoexplorer.words.common import grouped_number
from nanoexplorer.words.language import ENGLISH, Forms

if TYPE_CHECKING:
    from nanoexplorer.core.evidence import Kind

BRAND = ("nano", "explorer")
TITLE = "{name} — {app}"
PACK_LINE = "{title} · pack {version}"
MENU = "Menu"
MENU_TIP = "Everything that the app does, with its keys ({keys})"
PRESENT = "Present"
EXPORT = "Export"
TABS_MORE = "Views"
TABS_MORE_TIP = "All views, those included that have no room here"
FOLD_PROFILE = "Fold the profile"
FOLD_PROFILE_TIP = "Fold the profile into a rail (F8); remembered for this view"
UNFOLD_PROFILE = "Unfold the profile"
UNFOLD_PROFILE_TIP = "Show the whole profile (F8); remembered for this view"
RAIL_SHOW = "Show"
RAIL_FIELD_TIP = "{said}: click to change it in the whole profile"
INSPECTOR = "Inspector"
INSPECTOR_TIP = "Show or fold away the selected strategy in full (F9); remembered for this view"
CASE_CHOOSE = "Choose a case…"
CASE_NAME = "Ready-made cases"
OBJECTIVE = "Learning objective"
TEACHING_POINT = "Teaching point"
MORE_FIELDS = "More that the sources mention"
RESET = "Reset"
RESET_TIP = "Back to the profile of which nothing is known (Ctrl+R)"
CASE_CODE = "Case code"
CASE_CODE_TIP = "Copy this code, or paste another here and press Enter to open its profile."
COPY = "Copy"
COPY_CODE = "Copy the case code (Ctrl+Shift+C)"
COUNT_FEWER = "One fewer"
COUNT_MORE = "One more"
STATUS_LINE = Forms("Source: {sources}", "Sources: {sources}")
STATUS_LINE_TIP = (
    "The publications that this pack distils. The view Sources says how complete each is here."
)
STATUS_REFERENCES_TIP = (
    "All that {called} lists, whether or not something here cites it. The view References shows "
    "them."
)
OFFLINE_TIP = "The app never goes online. Only a link that you follow opens your browser."
ZOOM_TIP = "How large everything is; Ctrl and + or − change it, Ctrl+0 sets it back."
STATUS_REFERENCES = Forms("{number} reference of {called}", "{number} references of {called}")
CAUTION_NAME = "Attention: {said}"
OFFLINE = "Offline"
VIEWS = "Views"
ZOOM_SHOWN = "{zoom} %"
COPIED = "Copied."
COLUMN_TIP = "How many strategies of this kind the pack has; while searching, how many are found"
FOUND_OF = "{found} of {of} found"


def column_count(of: int, found: int | None) -> str:
    """What stands at the head of a column: how many strategies, or how many of them are found."""
    if found is not None:
        return FOUND_OF.format(found=found, of=of)
    return grouped_number(of)


TOTALS = {
    "matches": "named",
    "against": "against",
    "open": "open",
    "no-match": "for other profiles",
    "any-profile": "independent",
}
"""What stands beside the totals of each verdict; against only where there is any."""
GROUP_TIPS = {
    "matches": "The sources name these for a value of this profile.",
    "against": "A source names a value of this profile as a reason against these.",
    "open": "Whether the sources name these hangs on a value that is unknown here.",
    "no-match": "The sources name these, but for another value than this profile has.",
    "any-profile": "The sources state no condition for these; what speaks against one stands with "
    "it.",
}
"""What it means to stand in a group, on its heading and its total."""
ONLY_DEPENDENT = "Only what depends on the profile"
ONLY_DEPENDENT_TIP = (
    "Leaves out what is independent of the profile, here, in exports, handouts and practice; its "
    "number stays."
)
LEFT_OUT = "{number} independent of the profile, left out"
SHOW_ALL = Forms("Show it", "Show all {number}")
SHOW_FEWER = "Show fewer"
GROUP_OPENED = "{said}, opened"
GROUP_FOLDED = "{said}, folded: {counted}"
NOTES = Forms("{number} note", "{number} notes")
NOTES_TIP = "Notes of this pack, not of the sources: the inspector shows them"
STATUS_FOR = "Stated for: {scopes}"
COUNT_TIP = "A strategy that has several statuses counts at each of them."
MARK_TIPS = {
    "met": "The profile has what the source names it for.",
    "open": "This value is unknown, and it decides.",
    "caveat": "Unknown; it would matter only if it were known, and decides nothing now.",
    "against": "The profile has what the source names as a reason against it.",
    "unmet": "The profile has another value than the source names it for.",
}
"""What the mark before a reason means."""
REASON_MET = "{found}: named for {asked}"
REASON_AGAINST = "{found}: against {asked}"
REASON_AGAINST_IT = "{found}: {asked}"
REASON_AGAINST_WITH = "{found}, and: {beside} (not asked here): {asked}"
IT = "it"
A_REASON_AGAINST = "a reason against"
REASON_OPEN = "{found} — named for {asked}"
REASON_IF = "{found} — if {asked}: {met}; if not: {unmet}"
BRANCH = {
    "matches": "named",
    "against": "against",
    "open": "open",
    "no-match": "other profiles",
    "any-profile": "independent",
}
"""What a value would mean, on a card."""
OR_ELSE = "or "
"""Before what would do as well as the conditions above it."""
CAVEATS = "unknown, might speak against it: {fields}"
DECIDED_BY = "decided by {reasons}"
BECAUSE = "because {reasons}"
UNMET = "{found}; {named}"
NAMED_FOR = "named for {asked}"
WITH_BASIS = " — {basis}"


def within(label: str, language: str) -> str:
    """A label within a line: in English a word begins small, an abbreviation stays."""
    if language.startswith(ENGLISH) and label[1:2].islower():
        return label[0].lower() + label[1:]
    return label


def kind_counted(kind: Kind, number: int, language: str) -> str:
    """How many strategies of a kind, in the pack's two forms: *1 way of brewing*, *4 methods*."""
    what = within(kind.label if number == 1 else kind.short, language)
    return common.NUMBER_OF.format(number=grouped_number(number), what=what)
