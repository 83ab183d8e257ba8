"""The window: tabs, profile, status line."""

from __future__ import annotations

BRAND = ("nano", "explorer")
TITLE = "{name} — {app}"
PACK_LINE = "{title} · pack {version}"
MENU = "Menu"
MENU_TIP = "Everything that the app does, with its keys ({keys})"
PRESENT = "Present"
EXPORT = "Export"
TABS_MORE = "Views"
TABS_MORE_TIP = "All views, those included that have no room here"
RAIL = "Profile"
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
THIS_PROFILE = "This profile"
RESET = "Reset"
RESET_TIP = "Back to the profile of which nothing is known (Ctrl+R)"
CASE_CODE = "Case code"
CASE_CODE_TIP = "Copy this code, or paste another here and press Enter to open its profile."
COPY = "Copy"
COPY_CODE = "Copy the case code (Ctrl+Shift+C)"
COUNT_FEWER = "One fewer"
COUNT_MORE = "One more"
STATUS_LINE = "Sources: {sources}"
BETWEEN_SOURCES = " · "
STATUS_LINE_TIP = (
    "The publications that this pack distils. The view Sources says how complete each is here."
)
STATUS_REFERENCES_TIP = (
    "All that {called} lists, whether or not something here cites it. The view References shows "
    "them."
)
OFFLINE_TIP = "The app never goes online. Only a link that you follow opens your browser."
ZOOM_TIP = "How large everything is; Ctrl and + or − change it, Ctrl+0 sets it back."
STATUS_REFERENCES = "{count} references of {called}"
CAUTION_NAME = "Attention: {said}"
OFFLINE = "Offline"
VIEWS = "Views"
ZOOM_SHOWN = "{zoom} %"
COPIED = "Copied."
FOUND_OF = "{found} of {of} found"
NAMED = "{named} named"


def column_count(named: int, of: int, found: int | None) -> str:
    """What stands at the head of a column."""
    if found is not None:
        return FOUND_OF.format(found=found, of=of)
    return NAMED.format(named=named)


TOTALS = {
    "matches": "named for this profile",
    "against": "with reasons against met",
    "open": "open: an unknown value decides",
    "no-match": "named for other profiles",
    "any-profile": "independent of the profile",
}
"""What the totals of each verdict count."""
