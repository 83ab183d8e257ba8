"""What changed from one version of a pack to another."""

from __future__ import annotations

from nanoexplorer.words.language import Forms

TITLE = "What differs: {old} → {new}"
VERSION = "{id} {version}"
SIDE_OLD, SIDE_NEW = "Before", "Now"
SIDE = "{pack}, {date}"
SAME = "Nothing differs."
NOTHING_OF_THIS = "Nothing of this kind differs."
SAME_VERSION = (
    "Both say that they are version {version}. What is handed on with a change should have a "
    "version of its own."
)
OTHER_PACK = (
    "These are two packs, {old} and {new}, not two versions of one: an id that both have may mean "
    "something else in each. Verdicts are compared for the strategies and answers that both have."
)
COUNTS = "In numbers"
CHANGE = {"added": "added", "changed": "changed", "removed": "gone", "retired": "retired"}
NUMBER_OF = "{number} {change}"
TABLE = {
    "pack": "The pack itself",
    "sources": "Sources",
    "references": "References",
    "fields": "Fields of a profile",
    "field_options": "Answers",
    "kinds": "Kinds of strategy",
    "scopes": "Scopes",
    "aspects": "Aspects",
    "statuses": "The scale of statuses",
    "vocabulary": "Words of the lists",
    "strategies": "Strategies",
    "topics": "Topics",
    "statements": "Statements",
    "criteria": "Conditions and reasons against",
    "evidence": "Statuses",
    "approvals": "Approvals",
    "notes": "Notes",
    "citation_checks": "Citation checks",
    "quantities": "Figures",
    "cases": "Cases",
    "glossary": "Glossary",
    "search_words": "Search words",
}
"""What the rows of each table are."""
HEADING = "{title} (table {table})"
VERDICTS_TITLE = "Verdicts"
VERDICTS = "Verdicts that differ, of {number} profiles"
NO_VERDICT = "No verdict differs in any of {number} profiles."
VERDICT = "{before} → {after}"
PROFILES = Forms("{number} profile", "{number} profiles")
VERDICT_WHERE = "{profiles}: {where}"
ALL = "whatever the profile"
OR_ELSE = " · or "
SIDE_OF_BOX = "{field}: {values}"
AND = ", "
MORE = "and {number} more"
MORE_ROWS = "and {number} more: Export… has all of them"
BECAUSE_NEW = "because it is new: {criterion}"
BECAUSE_GONE = "because it is gone: {criterion}"
BECAUSE_ANSWERS = "because other answers of a field count as known"
ALTERNATIVE = "{said} (alternative {alternative})"
UNCOUNTED = "not counted: it asks too many fields"
STATUS_OF = "{strategy}: {status}, {source}"
PART_OF = "{whole}: {part}"
BEFORE, NOW = "{column} before: ", "{column} now: "
SET, EMPTIED = "{column} is new: ", "{column} is gone: "
DIFFERS = "differs: {differences}"
BECAME = "“{old}” became “{new}”"
CAME = "“{new}” came"
WENT = "“{old}” went"
WINDOW = "Compare two versions"
LEAD = "“{title}”, version {version}, is open. Compared with: {other}"
NOTHING_CHOSEN = "nothing yet"
CHOOSE = (
    "Choose the other version: a pack file, a workbook or a folder, or one that is known here. Or "
    "drop it on this window."
)
CHOOSE_HELP = (
    "What differs stands here then: statements, statuses, conditions and references that were "
    "added, changed, retired or are gone, and for which profiles which verdict is another one, "
    "and why."
)
OTHER = "Other version"
OTHER_TIP = "Choose what the open pack is compared with"
FILE = "A pack file or a workbook…"
FOLDER = "A folder…"
FOLDER_TITLE = "The folder of the other version"
FILE_TITLE = "The other version"
FILE_FILTER = "Packs (*.nxpack *.xlsx)"
OTHER_PACKS = "Other packs"
KNOWN = "{title} — {name}"
SWAP = "Swap before and now"
SWAP_TIP = "Read it the other way round: what is added becomes gone"
SHOW = "Show"
SHOWN = {
    "everything": "Everything that differs",
    "verdicts": "Verdicts that differ",
    "added": "What was added",
    "changed": "What was changed",
    "gone": "What was retired or is gone",
}
TEXT = "What differs"
COPY = "Copy"
COPIED = "Copied: what is shown, as text."
UNREAD = "{path} can’t be read: {count}. They stand in a list."
ONE_ONLY = "One version at a time: drop one file or one folder."
NOT_A_PACK = "{name} is no pack; allowed: a folder, a workbook (.xlsx) or a pack file (.nxpack)"
SWAPPED = "Before and now are swapped."
EXPORT = "Export…"
EXPORT_TIP = "Save what is shown as pages, a web page, text, a table or data"
KINDS = {
    "pdf": "Pages (PDF)",
    "html": "Web page (HTML)",
    "text": "Text",
    "csv": "Table (CSV)",
    "json": "Data (JSON)",
}
SHOWN_ONLY = "Shown: {only}."
MADE_BY = "{app} {version}"
COLUMNS = {
    "table": "Table",
    "key": "Row",
    "called": "Called",
    "change": "Change",
    "column": "Column",
    "before": "Before",
    "now": "Now",
    "profiles": "Profiles",
    "where": "Which profiles",
    "why": "Why",
    "old": "Old pack",
    "new": "New pack",
    "disclaimer": "Disclaimer",
}
VERDICT_COLUMN = "verdict"
WHY_JOINT = "; "
