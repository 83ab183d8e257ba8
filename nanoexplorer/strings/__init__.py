"""Every word that a person can read: on screen, on paper, on the command line.

Templates are filled with `str.format`; text from packs goes in as an argument, never as a template.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # words are there before the first paint; the model needn't be
    from collections.abc import Iterable, Sequence

    from nanoexplorer.core.decision_table import Verdict
    from nanoexplorer.core.evidence import Condition, Criterion, Evidence
    from nanoexplorer.core.explaining import Branch, Reason, Stretch
    from nanoexplorer.core.profile import Field, Profile, Value
    from nanoexplorer.core.standing import Rung

APP = "nanoexplorer"

# The disclaimer. The gate asks again whenever one of these texts changes.
DISCLAIMER_LEAD = "Educational only — not for clinical use."
DISCLAIMER_REST = (
    "Shows what the cited sources say; it is not advice for any patient. "
    "Absence here is not evidence of no effect."
)
DISCLAIMER = f"{DISCLAIMER_LEAD} {DISCLAIMER_REST}"
GATE_TITLE = "For learning, not for treating"
GATE_TEXT = (
    "This program shows what published sources report about lung-cancer brain metastases and "
    "nanocarriers. It gives no advice for any patient, ranks no treatment, and can be out of date "
    "or wrong."
)
GATE_POINTS = (
    "For many nanocarriers the sources state no stage of development.",
    "An approval shown may be for another disease; the scope says which.",
    "What is missing here is not shown to be without effect.",
)
GATE_PROMISE = "I will not use it to make decisions about a person’s care."
GATE_CONTINUE = "Continue"
GATE_QUIT = "Quit"
GATE_TEXTS = (DISCLAIMER, GATE_TITLE, GATE_TEXT, *GATE_POINTS, GATE_PROMISE)

KIND = {
    "treatment-modality": "Treatment modality",
    "nanocarrier-strategy": "Nanocarrier strategy",
}
KIND_PLURAL = {
    "treatment-modality": "Treatment modalities",
    "nanocarrier-strategy": "Nanocarrier strategies",
}
VERDICT = {
    "matches": "Named for this profile",
    "open": "Depends on an unknown",
    "any-profile": "Named without a condition on the profile",
    "no-match": "Named for other profiles",
}
VERDICT_SHORT = {
    "matches": "named",
    "open": "depends on an unknown",
    "any-profile": "named without a condition",
    "no-match": "named for other profiles",
}
ASPECT = {
    "indication": "What it is named for",
    "mechanism": "How it works",
    "benefit": "Benefit",
    "limitation": "Limitation",
    "resistance": "Resistance",
    "toxicity": "Toxicity",
    "status": "Status",
    "challenge": "Challenge",
}
SCOPE = {
    "lung-brain-metastases": "lung-cancer brain metastases",
    "brain-metastases-any-primary": "brain metastases, any primary tumour",
    "lung-cancer": "lung cancer",
    "not-stated": "disease not stated",
}
MODEL = {"human": "humans", "animal": "animals", "in-vitro": "cells", "not-stated": ""}
REFERENCE_KIND = {
    "guideline": "guideline",
    "review": "review",
    "primary-clinical": "primary, clinical",
    "primary-preclinical": "primary, preclinical",
    "book-chapter": "book chapter",
    "thesis": "thesis",
    "label": "product label",
    "unclear": "kind unclear",
}
STATE = {"approved": "approved", "discontinued": "discontinued", "withdrawn": "withdrawn"}
BOUND = {"is": "{}", "at-most": "at most {}", "at-least": "at least {}"}
OUR_READING = "our reading"
NO_CONDITION = "no condition on the profile"
CITED_FOR_PASSAGE = "cited for the passage"
SOURCE_ITSELF = "the source itself; no reference given"


def scope(scope_id: str, named: str) -> str:
    """A scope or a disease in words; `other` is given by its name."""
    return SCOPE.get(scope_id, named)


def value_phrase(field: Field, value: Value) -> str:
    """A value of a field as a phrase: *EGFR mutated*, *2 brain lesions*."""
    option = field.option(value)
    if option:
        return option.phrase
    return counted(int(value), field.singular, field.plural)


def counted(number: int, singular: str, plural: str) -> str:
    return f"{number:,} {singular if number == 1 else plural}".replace(",", "\u202f")


def profile_line(fields: Iterable[Field], profile: Profile, *, known_only: bool = False) -> str:
    """A profile in one line, folded-away unknowns left out."""
    shown = (
        value_phrase(f, profile[f.id])
        for f in fields
        if f.is_known(profile[f.id]) or not (f.folded or known_only)
    )
    return " · ".join(shown)


def condition_phrase(field: Field, test: Condition | Criterion) -> str:
    """What a criterion asks of a field: *EGFR mutated*, *at most 3 lesions*."""
    if test.test == "is":
        return value_phrase(field, test.value)
    return BOUND[test.test].format(value_phrase(field, test.value))


def hedged(phrase: str, hedge: str) -> str:
    return f"{phrase} ({hedge})" if hedge else phrase


def reason_phrase(fields: dict[str, Field], reason: Reason) -> str:
    """A reason as it stands on a card, without its basis."""
    criterion = reason.criterion
    if reason.outcome == "outside" or reason.found is None:
        return f"{OUTSIDE_LABEL.lower()}: {hedged(str(criterion.value), criterion.hedge)}"
    field = fields[criterion.field]
    asked = hedged(condition_phrase(field, criterion), criterion.hedge)
    found = value_phrase(field, reason.found)
    if reason.outcome == "unmet":
        return f"{NAMED_FOR.format(asked=asked)}; {PROFILE_SAYS.format(found=found)}"
    if reason.outcome == "met" and criterion.test == "is":
        return asked
    if reason.outcome == "met":
        return f"{found}, {NAMED_FOR.format(asked=short_condition(criterion))}"
    return f"{found}; {NAMED_FOR.format(asked=asked)}"


def short_condition(criterion: Criterion) -> str:
    """The condition on a count, the unit left out: *at most 3 (usually)*."""
    return hedged(BOUND[criterion.test].format(criterion.value), criterion.hedge)


def branch_values(field: Field, values: Sequence[Value | Stretch]) -> str:
    """Values that lead to one verdict: *mutated*, *1–3 lesions*, *4 lesions or more*."""
    return ", ".join(_branch_value(field, value) for value in values)


def _branch_value(field: Field, value: Value | Stretch) -> str:
    if not isinstance(value, tuple):
        return value_phrase(field, value)
    if value.last is None:
        return f"{value_phrase(field, value.first)} or more"
    if value.last == value.first:
        return value_phrase(field, value.first)
    return f"{value.first}–{value_phrase(field, value.last)}"


def branch_phrase(field: Field, branch: Branch) -> str:
    return f"{branch_values(field, branch.values)}: {VERDICT_SHORT[branch.verdict]}"


def change_phrase(fields: dict[str, Field], change: Iterable[tuple[str, Value]]) -> str:
    """The fields in which the nearest profile differs."""
    return " · ".join(value_phrase(fields[field], value) for field, value in change)


def rung_label(rung: Rung) -> str:
    """A rung on a chip; an approval for something else names what it is for."""
    if not rung.hollow:
        return rung.status.label
    if rung.discontinued:
        return f"{rung.status.label}, discontinued"
    return f"{rung.status.label} ({rung_scopes(rung.rows)})"


def rung_scopes(rows: Iterable[Evidence]) -> str:
    return "; ".join(dict.fromkeys(scope(row.scope, row.scope_named) for row in rows))


def refs(numbers: str, several: bool) -> str:
    return f"{'refs' if several else 'ref'} {numbers}"


# What is wrong with a pack. {found} and {allowed} come from the Problem.
PROBLEM = {
    "no-folder": "no such folder",
    "no-file": "the file is missing",
    "unreadable": "the file can’t be read: {found}",
    "not-utf8": "the file is not UTF-8 text",
    "not-csv": "the line is not CSV: {found}",
    "not-toml": "the file is not TOML: {found}",
    "not-json": "the file is not JSON: {found}",
    "not-a-list": "found {found}; allowed: a list",
    "not-a-table": "found something else; allowed: a table of keys",
    "not-an-object": "found “{found}”; allowed: an object with keys",
    "not-an-author": "found “{found}”; allowed: the keys {allowed}",
    "not-a-doi": "found “{found}”; allowed: a DOI, which begins with 10.",
    "not-a-web-address": "found “{found}”; allowed: an address that begins with https:// or http://",
    "unknown-column": "unknown column “{found}”; allowed: {allowed}",
    "repeated-column": "column “{found}” stands twice; allowed, once each: {allowed}",
    "missing-column": "the column is missing; allowed: {allowed}",
    "unknown-key": "unknown key “{found}”; allowed: {allowed}",
    "missing": "nothing found; allowed: a value",
    "cell-count": "the line has {found} cells; allowed: {allowed}",
    "empty": "the cell is empty; allowed: {allowed}",
    "too-long": "the cell is too long; allowed: {allowed} characters",
    "control-character": "the cell has a control or invisible character; allowed: plain text",
    "not-allowed": "found “{found}”; allowed: {allowed}",
    "not-a-number": "found “{found}”; allowed: a whole number",
    "not-a-slug": "found “{found}”; allowed: a–z, 0–9 and single hyphens, {allowed} characters",
    "not-a-version": "found “{found}”; allowed: numbers separated by dots, such as 2026.1",
    "not-a-date": "found “{found}”; allowed: a date such as 2026-11-21, without quotes",
    "not-a-year": "found “{found}”; allowed: a year",
    "not-a-line-of-text": "found “{found}”; allowed: one line of text",
    "too-many-words": "found “{found}”; allowed: {allowed} words",
    "repeated-value": "“{found}” has a value twice; allowed: each once",
    "duplicate": "“{found}” stands more than once; allowed: each once",
    "retired-id": "“{found}” was retired in version {allowed}; allowed: an id never used before",
    "points-nowhere": "“{found}” does not exist; allowed: {allowed}",
    "name-with-other-only": "found “{found}”; allowed: a name with “{allowed}”, and only there",
    "one-of-two": "found both or neither; allowed: one of {allowed}",
    "no-subject": "“{found}” is about nothing; allowed: a row in statement_subjects.csv",
    "references-and-marker": "marker “{found}”; allowed: references unless the marker is “none”",
    "for-nanocarriers": "found “{found}”; allowed: a value for nanocarrier strategies, only there",
    "no-statement": "“{found}” has no statement; allowed: at least one in statement_subjects.csv",
    "no-status": "“{found}” has no status; allowed: at least one row in evidence.csv",
    "statement-about-another": "“{found}” is not about this strategy; allowed: one that is",
    "statement-of-another-source": "the statement is of “{found}”; allowed: one of this source",
    "not-cited-there": "the statement does not cite “{found}”; allowed: a reference it cites",
    "no-unknown-option": "“{found}” has no unknown option; allowed: at least one with known = no",
    "no-known-option": "“{found}” has no known option; allowed: at least one with known = yes",
    "count-with-known-option": "“{found}” is a count; allowed: unknown options, named in words",
    "not-above-minimum": "found {found}; allowed: a number above the minimum",
    "field-unless-outside": "found “{found}”; allowed: a field, and none where the test is outside",
    "not-a-condition": "found “{found}”; allowed: field, test, value ({allowed})",
    "not-a-value": "found “{found}”; allowed: field=value, each field once ({allowed})",
    "no-sources": "no source is given; allowed: at least one [[sources]]",
}


def problem_line(problem: Sequence[str]) -> str:
    """A Problem in one line: file, row, column, what is wrong, what is allowed."""
    file, row, column, code, found, allowed = problem
    where = file
    if row:
        where += f", row {row}" if row.isdigit() else f", {row}"
    if column:
        where += f", column {column}"
    line = f"{where}: {PROBLEM[code].format(found=found, allowed=allowed or 'a value')}"
    return one_line(line)


def one_line(text: str) -> str:
    """Text without line breaks and control characters, for a terminal."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def problem_count(number: int) -> str:
    return "1 problem" if number == 1 else f"{number} problems"


CASE_CODE_ERROR = {
    "not-a-code": "“{text}” is not a case code; allowed: a code such as {example}.",
    "check": "The case code “{text}” has a typing error; its check character does not fit.",
    "other-pack": "The case code “{text}” belongs to another pack than {pack}.",
    "field": "The case code “{text}” has other fields than this pack.",
    "value": "The case code “{text}” has a value for {field} that this pack does not have.",
}
CASE_CODE_OLDER = "Made with pack version {found}, opened with {ours}: verdicts may differ."

# The command line.
CLI_DESCRIPTION = (
    "Which treatment modalities and nanocarrier strategies two published sources name for a tumour "
    "profile with brain metastases of lung cancer, why, and where each stands. " + DISCLAIMER
)
CLI_EPILOG = """\
Without a command the window opens. Examples:
  nanoexplorer
  nanoexplorer lecture.nxseminar
  nanoexplorer match --egfr mutated --lesions 2
  nanoexplorer match --alk rearranged --json > alk.json
  nanoexplorer references --format ris > references.ris
  nanoexplorer export slide.png --egfr mutated --size 3840x2160
  nanoexplorer check my-pack/

Exit status: 0 done; 2 bad usage or input, with one line on stderr; 1 our fault.
"""
CLI_MATCH = "print what the sources name for a profile"
CLI_MATCH_EPILOG = """\
A field that is left out is not tested or unknown; unknown is never negative. Examples:
  nanoexplorer match --egfr mutated --lesions 2
  nanoexplorer match --pdl1 expressed --lesions unknown --json
"""
CLI_REFERENCES = "print the list of references"
CLI_REFERENCES_EPILOG = """\
Example, for Zotero:
  nanoexplorer references --format ris > references.ris
"""
CLI_CHECK = "check the pack in a folder and name every problem"
CLI_CHECK_EPILOG = """\
Example:
  nanoexplorer check resources/packs/lung-brain-metastases
"""
CLI_HELP = "show this help and exit"
CLI_VERSION_HELP = "show the versions of app and pack and exit"
CLI_SMOKE = "open, resolve and draw every view once offscreen, print one line and exit"
CLI_JSON = "print JSON (schema nanoexplorer/match/1)"
CLI_FORMAT = "csl, ris, bibtex or text (text if left out)"
CLI_FOLDER = "the folder with pack.toml and the tables"
CLI_COMMAND = "command"
CLI_VERSION = "nanoexplorer {app} (pack {pack} {version})"
CLI_CHECK_OK = "{folder}: pack {id} {version} is valid: {counts}"
CLI_COUNTS = (
    "{strategies} strategies, {statements} statements, {criteria} criteria, {references} references"
)
CLI_CHECK_BAD = "{folder}: {count}"
CLI_NOT_A_VALUE = "--{field}: found “{found}”; allowed: {allowed}"
CLI_TWICE = "--{field}: given twice; allowed: once"
CLI_UNKNOWN_ARGUMENT = "{command}: found “{found}”; allowed: {allowed}"
CLI_FAULT = "nanoexplorer: this is our fault, not yours: {error}"
CLI_INTERRUPTED = "interrupted"
CLI_LINE_PROFILE = "Profile: {profile}"
CLI_LINE_CODE = "Case code: {code}"
CLI_LINE_SOURCE = "Sources: {sources} (pack {pack} {version})"


def allowed_values(field: Field) -> str:
    """What an option of the command line or a cell of a pack may say for a field."""
    options = ", ".join(option.id for option in field.options)
    if field.kind == "choice":
        return options
    return f"a whole number from {field.minimum} to {field.maximum}, {options}"


CLI_VALUE = "VALUE"
CLI_FOLDER_NAME = "FOLDER"
OUTCOME = {
    "met": "met",
    "open": "open",
    "unmet": "not met",
    "caveat": "caveat",
    "outside": "outside the profile",
}
GAP = "No {kind} is named for {value} in these sources: a gap."


def gap_line(field: Field, value: Value, kind: str) -> str:
    """What a column says where a known biomarker has nothing in it."""
    return GAP.format(kind=KIND[kind].lower(), value=value_phrase(field, value))


# The inspector and everything that tells of one strategy in full.
INSPECTOR_EMPTY = (
    "Select a strategy to see why it is here, what the sources say, and where it stands."
)
INSPECTOR_FOLD = "Fold the details away: {name}"
INSPECTOR_UNFOLD = "Details: {name}"
WHY = {
    "matches": "Why it is named for this profile",
    "open": "What it depends on",
    "any-profile": "No condition on the profile",
    "no-match": "Why not for this profile",
}
WHY_ANY_PROFILE = "The sources tie it to no field of the profile."
OUTSIDE_LABEL = "Not asked here"
PROFILE_SAYS = "profile: {found}"
NAMED_FOR = "named for {asked}"
STATED_IN = "stated in “{section}”"
READ_IN = "our reading of “{section}”"
IF_KNOWN = "If it were known"
NEAREST = "Nearest profile that the source names it for"
NEAREST_LINE = "{change}, all else as it is"
NEAREST_OPEN = "Show this profile"
STANDS = "Where it stands"
SAYS = "What the sources say"
APPROVALS = "Approvals (from notes, not from the sources)"
NOTES = "Notes of this pack, not of the sources"
CHECKS = "Citation checks"
REFERENCES = "References"
REPORT = "report an error"


def quoted(label: str) -> str:
    """The source's own words."""
    return f"“{label}”"


def models(ids: Sequence[str]) -> str:
    """In what something was seen, if the source says: *in animals and cells*."""
    words = [MODEL[id_] for id_ in ids if MODEL[id_]]
    return f"in {' and '.join(words)}" if words else ""


def approval_line(agency: str, product: str, indication: str, year: int | None, state: str) -> str:
    when = f", {year}" if year else ""
    ended = f" ({STATE[state]})" if state != "approved" else ""
    return f"{agency}: {product}{when}{ended} — {indication}"


def error_report(app: str, pack: str, statement: str, text: str, where: str) -> str:
    """What a reader sends who has found a mistake; there is nothing in it but the statement."""
    return (
        f"Error in a statement of {APP}\n"
        f"App {app}, pack {pack}\n"
        f"Statement: {statement}\n"
        f"It says: {text}\n"
        f"It gives as its source: {where}\n"
        f"What is wrong, and where the source says otherwise: "
    )


REMARKED = "remarks"
NOTHING_FOUND = "Nothing here is found by this search."
NOTHING_THERE = "This pack has nothing of this kind."


def group_heading(verdict: Verdict, count: int) -> str:
    return f"{VERDICT[verdict]} — {count}"


# The window.
BRAND = ("nano", "explorer")
PACK_LINE = "{title} · pack {version}"
MENU = "Menu"
SEARCH_HINT = "Search strategies, drugs, authors…  Ctrl+K"
SEARCH_NAME = "Search in strategies, drugs, carriers, statements and authors"
KIND_PANEL = {"treatment-modality": "treatments", "nanocarrier-strategy": "carriers"}
TABS = {
    "strategies": "Strategies",
    "evidence-map": "Evidence map",
    "decision-map": "Decision map",
    "barrier-routes": "Barrier routes",
    "compare": "Compare",
    "references": "References",
    "sources": "Sources",
    "topics": "Topics",
}
TABS_MORE = "Views"
TABS_MORE_TIP = "All views, those included that have no room here"
TUMOUR_PROFILE = "Tumour profile"
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
UNKNOWN = "unknown"
STATUS_LINE = "Sources: {sources}"
STATUS_REFERENCES = "{count} references"
OFFLINE = "Offline"
ZOOM_SHOWN = "{zoom} %"
COPIED = "Copied."


def column_count(named: int, of: int, found: int | None) -> str:
    """What stands at the head of a column."""
    if found is not None:
        return f"{found} of {of} found"
    return f"{named} named"


def totals(
    matches: int, open_: int, any_profile: int, no_match: int
) -> tuple[tuple[str, str], ...]:
    """The totals as pairs of a number and what it counts."""
    return (
        (str(matches), "named for this profile"),
        (str(open_), "depend on an unknown"),
        (str(any_profile), "named without a condition"),
        (str(no_match), "named for other profiles"),
    )


# The menu.
ACTIONS = {
    "undo": "Undo",
    "redo": "Redo",
    "reset": "Reset the profile",
    "search": "Search",
    "copy_code": "Copy the case code",
    "paste_code": "Paste a case code",
    "copy_summary": "Copy what is shown as text",
    "print": "Print…",
    "seminar_start": "Start the seminar",
    "seminar_edit": "Edit the seminar…",
    "seminar_new": "New: the pack’s cases",
    "seminar_open": "Open a seminar…",
    "seminar_save": "Save the seminar",
    "seminar_save_as": "Save the seminar as…",
    "seminar_slides": "Slides of all cases…",
    "practice": "Practice…",
    "questions": "Questions as a handout…",
    "export": "Export…",
    "copy_picture": "Copy as picture",
    "copy_card": "Copy the selected strategy as picture",
    "open_picture": "Open a picture or slide…",
    "theme_system": "Follow the system",
    "theme_light": "Light",
    "theme_dark": "Dark",
    "zoom_in": "Larger",
    "zoom_out": "Smaller",
    "zoom_reset": "Actual size",
    "cite": "How to cite this",
    "next_part": "Next part: profile, view, inspector",
    "last_part": "Part before",
    "keys": "Keyboard",
    "glossary": "Help: glossary",
    "teachers": "Help: for teachers",
    "about": "About nanoexplorer",
    "quit": "Quit",
    "report": "Report an error in this statement",
}
MENU_EXPORT = "Export"
MENU_SEMINAR = "Seminar"
MENU_THEME = "Appearance"
MENU_ZOOM = "Size"
MINUS = "−"
PLUS = "+"
NO_NUMBER = "–"
COPY_REFERENCES = "Copy references as"
COPY_REFERENCES_AS = "Copy all references of this strategy as {format}"
COPY_FORMATS = {"text": "Text", "ris": "RIS", "bibtex": "BibTeX"}
INSPECTOR_TEXT = "The strategy in full"
SELECT_ALL = "Select all"
STATUS_IS = "Status: {status}"
COPY_ALL = "Copy all"
PACK_BROKEN = "This pack can’t be shown: {count}"
PACK_BROKEN_HELP = (
    "Each line says which file, row and column is wrong, what was found and what is allowed. "
    "Mend them and start again; nothing was changed."
)

# Settings, crashes, and the desktop.
SETTINGS_DAMAGED = "The settings in {path} are damaged. They were set aside as {aside}."
SETTINGS_NEWER = "The settings in {path} are of a newer version. They were set aside as {aside}."
SETTINGS_UNREADABLE = "The settings in {path} can’t be read: {why}. Defaults are used."
SETTINGS_NOT_WRITTEN = "The settings can’t be written to {path}: {why}."
NO_DISPLAY = (
    "nanoexplorer: no display to open a window on. Start it from a desktop, or use the command "
    "line: nanoexplorer match --help"
)
CODE_COPIED = "Case code copied."
CODE_OPENED = "Profile opened from the case code."
REFERENCES_COPIED = "{count} references copied."
REPORT_HELP = "Copy this text, say what is wrong, and send it to whoever gave you the app."
CITE_HELP = "Cite the sources for what they say; cite the app and the pack for how it is shown."
CITE_SOURCES = "The sources:"
CITE_OURS = "The app and the pack:"
CITE_APP = "The nanoexplorer developers. nanoexplorer, version {version} [computer program]."
CITE_PACK = (
    "The nanoexplorer developers. {title}, pack version {version} [data set]. {date}. CC BY 4.0."
)
KEYS_HELP = "Everything can be reached with the keyboard; Tab goes from part to part."
KEYS_ELSEWHERE = (
    ("Up, Down", "walk through cards, and through the options of a list"),
    ("Left, Right", "choose an option of a field; fold or unfold a group"),
    ("Enter", "open what is marked; in the case code, open the code"),
    ("Esc", "empty the search; close a dialog"),
    ("F10, Alt+M", "open the menu"),
    ("1–4, A–F", "in practice, choose the verdict and the status; Enter goes on, Esc leaves"),
    ("Tab, Shift+Tab", "next and previous part; in the inspector, next and previous link"),
)
CLOSE = "Close"
ABOUT_APP = "nanoexplorer {version}. Code: MIT licence."
ABOUT_PACK = "Pack: {title} ({id}), version {version}, {date}."
ABOUT_LICENCES = "The pack’s own text: {licence}. The sources belong to their authors."
ABOUT_PARTS = "Made with:"
ABOUT_QT = "Qt {qt} and PySide {pyside}, used under the LGPL 3; their libraries can be replaced."
ABOUT_FONT = "Source Sans Pro — SIL Open Font Licence 1.1"
ABOUT_NOTICES = "Their notices and licences:"
CRASH_TITLE = "Something went wrong in nanoexplorer"
CRASH_LOGGED = (
    "It is our fault, not yours. Your profile is kept. The text below was also written to {log}."
)
CRASH_NOT_LOGGED = "It is our fault, not yours. Your profile is kept. Copy the text below."
SMOKE_NO_PACK = "the bundled pack is not valid"
SMOKE_DONE = "nanoexplorer {app}, pack {pack}: {views} views drawn"
PRINT_TITLE = "What the sources name for this profile"
PRINTER_REFUSES = "The printer can’t be used."
NOTE_REFERENCE = "note"

# Topics.
TOPIC_TEXT = "The topic in full"
TOPIC_SILENT = "The sources are silent here; these are notes of the pack."
FIGURES = "Figures, side by side"
TENSION = {
    "between-sources": "the sources differ",
    "within-source": "a source contradicts itself",
}

# References, sources side by side, glossary.
REFERENCE_NUMBER = "Reference {number}"
REFERENCE_PAGES = {"list": "List", "behind": "What stands behind"}
REFERENCE_PAGES_NAME = "How the references are shown"
REFERENCE_COLUMNS = {
    "number": "No.",
    "author": "First author",
    "year": "Year",
    "title": "Title",
    "venue": "Venue",
    "kind": "Kind",
    "doi": "DOI",
    "cited": "Cited by",
    "checks": "Checks",
}
REFERENCE_COLUMN_TIPS = {
    "cited": "How many statements cite it",
    "checks": "Citation checks: remarks on how its title and venue fit what cites it",
}
REFERENCE_TABLE = "References"
REFERENCE_TABLE_HELP = (
    "A table to sort by its columns; the reference that is chosen is shown in full beside it."
)
REFERENCE_IN_FULL = "The reference in full"
REFERENCE_NONE = "No reference is left by this filter."
REFERENCE_FILTER = "Filter by author, title…"
REFERENCE_FILTER_NAME = "Filter the references by author, title, venue, year or DOI"
REFERENCE_SORT_NAME = "Sorted by"
REFERENCE_SORT = {
    "number": "By number",
    "author": "By first author",
    "year": "By year",
    "title": "By title",
    "venue": "By venue",
    "kind": "By kind",
    "doi": "By DOI",
    "cited": "By citations",
    "checks": "By checks",
}
REFERENCE_ANY_KIND = "Any kind"
REFERENCE_KIND_NAME = "Kind of publication"
REFERENCE_OF_SELECTED = "Selected strategy only"
REFERENCE_OF_SELECTED_TIP = "Only the references that the inspector lists for the strategy"
REFERENCE_SAVE = "Save as…"
REFERENCE_SAVE_TITLE = "Save the references that are listed"
REFERENCE_FILE_NAME = "references.ris"
REFERENCE_COPY_FORMATS = {"text": "Text", "ris": "RIS", "bibtex": "BibTeX", "csl": "CSL-JSON"}
REFERENCE_COPY_TIP = "Copy the references that are listed as {format}"
REFERENCE_FILES = (
    "RIS (*.ris);;BibTeX (*.bib);;CSL-JSON (*.json);;Text (*.txt)"  # what the file dialog offers
)
REFERENCE_SAVED = "{count} saved to {path}"
REFERENCE_NOT_SAVED = "{path} can’t be written: {why}."
REFERENCE_NO_FORMAT = "“{name}” names no format; allowed: {allowed}."
REST_NOT_SHOWN = "and {count} more"
ABOUT = "On "
AND_ALSO = " · "


def references_counted(shown: int, of: int) -> str:
    """How many references are listed: *170 references*, *12 of 170 references*."""
    whole = counted(of, "reference", "references")
    return whole if shown == of else f"{shown} of {whole}"


def copy_counted(count: int) -> str:
    return f"Copy {counted(count, 'reference', 'references')} as"


def cited_by(count: int) -> str:
    """The heading over the statements that cite a reference."""
    if not count:
        return "Cited by no statement"
    return f"Cited by {counted(count, 'statement', 'statements')}"


KIND_SHOWN = {**REFERENCE_KIND, "source-itself": "the source itself, no reference given"}
KIND_LIST = "What kinds of publication stand behind each strategy"
KIND_LIST_HELP = (
    "Each bar counts the publications that the statements on a strategy cite, each once, by kind. "
    "Walk with the arrow keys; the strategy is selected everywhere."
)
KIND_AXIS = "publications cited"


def kinds_title(publications: int, reviews: int) -> str:
    """The finding over the bars; the sources themselves are not counted."""
    whole = counted(publications, "publication", "publications")
    verb = "is a review" if reviews == 1 else "are reviews"
    return f"{whole} cited for strategies, {reviews} of them {verb}"


def behind_end(publications: int, reviews: int) -> str:
    """What stands at the end of a bar; the source itself is not counted."""
    if not publications:
        return "nothing cited"
    if not reviews:
        return f"none of {publications} is a review" if publications > 1 else "no review"
    if reviews == publications:
        return f"all {reviews} are reviews" if reviews > 1 else "1 review"
    return f"{reviews} of {publications} {'is a review' if reviews == 1 else 'are reviews'}"


def behind_line(name: str, publications: int, kinds: Iterable[tuple[str, int]]) -> str:
    """A bar in words: *Dendrimers: 3 publications (3 review)*."""
    parts = "; ".join(f"{count} {KIND_SHOWN[kind]}" for kind, count in kinds if count)
    whole = counted(publications, "publication", "publications")
    return f"{name}: {whole} ({parts})" if parts else f"{name}: {whole}"


SOURCES_TEXT = "The sources side by side"
SOURCES_DIFFER = "Where they differ"
SOURCES_DIFFER_HELP = (
    "What the sources give beside each other, each with whom it is about; nothing is decided here."
)
SOURCES_AGREE = "Nothing in this pack is marked as a difference."
SOURCES_COVER = "What each covers alone"
SOURCES_REACH = "How complete each is here, and how far its search reaches"
SOURCE_COVERS = "Used here"
SOURCE_SEARCH = "Its search"
SOURCE_HERE = "In this pack"
SOURCE_REMARK = "Unknown"


def covered_by(names: Sequence[str], strategies: int, topics: int) -> str:
    """The heading over what some sources cover and no other does."""
    counts = (
        f"{counted(strategies, 'strategy', 'strategies')}, {counted(topics, 'topic', 'topics')}"
    )
    who = f"Only {names[0]}" if len(names) == 1 else f"Both {' and '.join(names)}"
    if len(names) > 2:
        who = f"{', '.join(names[:-1])} and {names[-1]}"
    return f"{who}: {counts}"


def source_here(statements: int, references: int) -> str:
    """What a pack has of a source."""
    said = counted(statements, "statement", "statements")
    if not references:
        return f"{said}; no list of its references here"
    return f"{said}; {counted(references, 'reference', 'references')} in its list"


GLOSSARY = "Glossary"
GLOSSARY_SEARCH = "Search terms and explanations…"
GLOSSARY_SEARCH_NAME = "Search in the glossary"
GLOSSARY_LIST = "Terms"
GLOSSARY_NONE = "No term is found by this search."
GLOSSARY_EMPTY = "This pack has no glossary."
GLOSSARY_RELATED = "Related: {terms}"
GLOSSARY_TEXT = "What the term means"
SEE_TERM = "See: {explanation}"


def explanation(term: str, expansion: str, definition: str) -> str:
    """A term of the glossary in a tooltip."""
    head = f"{term} — {expansion}" if expansion else term
    return f"{head}\n{definition}"


# Barrier routes.
BARRIER_TITLE = "Ways past the blood–brain barrier"
BARRIER_PARTS = {
    "blood": "Blood vessel",
    "endothelium": "Endothelium, tight junctions",
    "membrane": "Basement membrane",
    "end-feet": "Astrocyte end-feet",
    "brain": "Brain, with tumour",
}
BARRIER_LEGEND = (
    ("tick", "named for this profile"),
    ("dot", "named without a condition"),
    ("question", "depends on an unknown"),
    ("cross", "named for other profiles"),
    ("", "Dashed: how it passes is not said."),
    ("", "Faded: nothing on this route is named for this profile or without a condition."),
    ("", "A schematic, not to scale."),
)
BARRIER_MORE = "and {count} more in the list"
BARRIER_UNUSED = "No strategy of this pack takes this route."
BARRIER_NONE = "This pack names no routes past the barrier."
BARRIER_PICTURE = "Picture"
BARRIER_LIST = "List"
BARRIER_SHOW_PICTURE = "Show the picture of the barrier"
BARRIER_SHOW_LIST = "Show the routes as a list, with sections and references"
BARRIER_LIST_NAME = "Routes past the barrier, their strategies and what the sources say"
BARRIER_SCENE = (
    "A blood vessel on the left, the brain with a tumour on the right; between them the barrier: "
    "endothelium with tight junctions, basement membrane, astrocyte end-feet."
)
BARRIER_SILENT = "The sources say nothing of how it works."
BARRIER_DRUGS = "Drugs carried or given: {drugs}"
BARRIER_ALSO = "Also found as: {names}"
BARRIER_LIT = (
    "A route lights up where a strategy on it is named for this profile, or without a condition on "
    "the profile."
)
BARRIER_KEYS = "Up and Down walk through the strategies, Enter selects one."


def barrier_summary(lit: int, of: int) -> str:
    """How many routes have something on them that is named."""
    return f"{lit} of {of} light up for this profile"


def barrier_route_line(label: str, names: Sequence[str], lit: bool) -> str:
    """A route in words, for a screen reader."""
    state = "" if lit else ", faded"
    return f"{label}{state}: {'; '.join(names) or 'no strategy'}."


def barrier_use_line(name: str, verdict: Verdict, statuses: Sequence[str]) -> str:
    """A strategy on its route in words."""
    return ", ".join([name, VERDICT_SHORT[verdict], *statuses])


# Decision map.
MAP_TITLE = "How many strategies are named, for every profile there is"
MAP_TITLE_ONE = "For which profiles the sources name: {name}"
MAP_SIZE = "{count} profiles; pick one to go there."
MAP_HELD = "All else is held at this profile: {profile}."
MAP_ALL = "all strategies"
MAP_STRATEGY_NAME = "Count all strategies, or show the verdict on one of them"
MAP_ROWS = "rows: {fields}"
MAP_ROWS_NAME = "Choose the fields that make the rows"
MAP_NO_ROWS = "none"
MAP_COLUMNS = "columns: {field}"
MAP_COLUMNS_NAME = "Choose the field that makes the columns"
MAP_AXIS = "{field} →"
MAP_NO_ROW = "this profile"
MAP_UNKNOWN = "?"
MAP_BEYOND = "> {number}"
MAP_NAME = "Decision map"
MAP_HELP = (
    "{title}. {rows} rows by {columns} columns. Arrow keys walk through the cells, Enter makes a "
    "cell the profile. {here} {boundaries}"
)
MAP_CELL = "{profile}: {count} named"
MAP_CELL_OPEN = "{count} more depend on an unknown"
MAP_CELL_VERDICT = "{profile}: {verdict}"
MAP_HERE = "you are here"
MAP_LINE = "something enters or leaves"
MAP_NOTHING = "nothing is named"
MAP_NAMED = "strategies named"
MAP_SELECTED = "selected strategy: named"
MAP_SELECTED_OPEN = "selected strategy: open"
MAP_MORE = "and {count} more"
MAP_MORE_LINES = "and {count} more boundaries"
MAP_SOME = "for some profiles"
TABLE_TITLE = "The decision table"
TABLE_REST = (
    "{count} more strategies are named without a condition and stand in no row. "
    "An empty cell: no condition on that field."
)
TABLE_OVERLAPS = "Several of one kind at once: {kinds}."
TABLE_OVERLAP = "{kind}, for {count} profiles"
TABLE_UNCOVERED = "Nothing specific: for {count} of {of} profiles no strategy is named."
TABLE_STRATEGY = "Strategy"
TABLE_ALTERNATIVE = "{name}, alternative {number}"
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


def grouped_number(number: int) -> str:
    """A number with its thousands set apart."""
    return f"{number:,}".replace(",", "\u202f")


def slot_label(field: Field, value: Value, last: int | None, known: bool, short: bool) -> str:
    """A place on an axis: *mutated*, *3*, *11–19*, *> 10*, *unknown*."""
    option = field.option(value)
    if not known:
        unknown = [o for o in field.options if not o.known]
        return unknown[0].short_label if len(unknown) == 1 else UNKNOWN
    if option:
        return option.short_label if short else option.label
    if last is None:
        return MAP_BEYOND.format(number=int(value) - 1)
    return f"{value}" if last == value else f"{value}–{last}"


def slot_phrase(field: Field, value: Value, last: int | None, known: bool) -> str:
    """A place on an axis as a phrase: *EGFR mutated*, *3 lesions*, *EGFR unknown*."""
    label = slot_label(field, value, last, known, short=False)
    if not known and sum(not o.known for o in field.options) > 1:
        return f"{field.label} {label}"
    if known and not field.option(value) and last != value:
        return f"{label} {field.plural}"
    return value_phrase(field, value)


def short_name(name: str, also_called: Sequence[str]) -> str:
    """A strategy's abbreviation where its name ends in one that the pack gives: *SRS*."""
    tail = name.rpartition("(")[2].rstrip(")")
    return tail if tail.isupper() and tail in also_called else name


def listed(names: Sequence[str], most: int = 0) -> str:
    """Names in a sentence: *a, b and c*; beyond `most` only their number."""
    if most and len(names) > most:
        return f"{', '.join(names[:most])} {MAP_MORE.format(count=len(names) - most)}"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def boundary_line(
    before: str,
    after: str,
    leaving: Sequence[tuple[str, str]],
    entering: Sequence[tuple[str, str]],
) -> str:
    """*3 | 4: a and b leave; c enters (our reading)*, of names and remarks."""
    sides = [("leaves", "leave", leaving), ("enters", "enter", entering)]
    parts = [_crossing(one if len(who) == 1 else many, who) for one, many, who in sides if who]
    return f"{before} | {after}: {'; '.join(parts)}"


def _crossing(verb: str, who: Sequence[tuple[str, str]]) -> str:
    """A remark that is true of all stands behind the verb, else behind each name."""
    remarks = {remark for _, remark in who}
    if len(remarks) == 1:
        return f"{listed([name for name, _ in who], 4)} {verb}{remarks.pop()}"
    return f"{listed([name + remark for name, remark in who], 4)} {verb}"


def boundary_remark(reading: bool, everywhere: bool) -> str:
    """What stands in brackets behind what enters or leaves, or nothing."""
    said = [*([OUR_READING] if reading else []), *([] if everywhere else [MAP_SOME])]
    return f" ({', '.join(said)})" if said else ""


def table_condition(field: Field, test: Criterion) -> str:
    """A cell of the decision table: *mutated*, *at most 3 (usually)*, *our reading* too."""
    option = field.option(test.value)
    asked = option.label if option else BOUND[test.test].format(test.value)
    remarks = [
        *([test.hedge] if test.hedge else []),
        *([OUR_READING] if test.basis == "reading" else []),
        *([TABLE_CAVEAT] if test.when_unknown == "caveat" else []),
    ]
    return f"{asked} ({'; '.join(remarks)})" if remarks else asked


# Evidence map.
EVIDENCE_MAP_KIND = {"carriers": "Nanocarriers", "treatments": "Treatments"}
EVIDENCE_MAP_TITLE = {
    "carriers": "What the sources report, by carrier and purpose",
    "treatments": "What the sources report of treatment modalities",
}
EVIDENCE_MAP_CAPTION = (
    "Size and number: statements in the sources, each once in a cell. Fill: the least advanced "
    "stage stated; the signs beside it: all of them. Outline only: for another disease, or "
    "discontinued. Faded: named for other profiles. A dot: the sources say nothing — a gap."
)
EVIDENCE_MAP_AT = "Evidence map. {cell}"
AND_MORE = "… and {count} more"


def evidence_map_counts(statements: int, gaps: int) -> str:
    """What stands beside the title: how much is said, and of how much nothing."""
    return f"{counted(statements, 'statement', 'statements')}, {counted(gaps, 'gap', 'gaps')}"


def evidence_map_cell(row: str, column: str, statements: int) -> str:
    """A cell by its place: *Gold · Imaging: 6 statements*."""
    said = counted(statements, "statement", "statements") if statements else "a gap"
    return f"{row} · {column}: {said}"


def evidence_map_strategy(name: str, verdict: Verdict, rungs: Sequence[Rung]) -> str:
    """A strategy of a cell: its name, its rungs and its verdict."""
    return f"{name} — {'; '.join(map(rung_label, rungs))} — {VERDICT_SHORT[verdict]}"


def evidence_map_line(cell: str, rungs: Sequence[Rung], verdict: str) -> str:
    """A cell in one line, for a screen reader."""
    return "; ".join(filter(None, (cell, ", ".join(map(rung_label, rungs)), verdict)))


def evidence_map_hint(strategies: int, row: str) -> str:
    """What a click on a cell does."""
    click = "Click: the next of them" if strategies > 1 else "Click: select it"
    return f"{click}. Double click, Ctrl+Enter: list what is found by “{row}”."


# Compare.
COMPARE_TITLE = "Two profiles side by side"
COMPARE_EMPTY = (
    "Set a second profile to see what changes: which strategies it gains and loses, which come to "
    "depend on an unknown, which no longer do, and the condition that made the difference."
)
COMPARE_EMPTY_HOW = (
    "Begin with the same as the first and change a field, step through the values of one field, "
    "choose a case, or paste a case code."
)
COMPARE_EQUAL = "Both profiles say the same; change a field of the second."
COMPARE_ALIKE = "The profiles differ, and no verdict does."
COMPARE_FIRST = "First profile"
COMPARE_SECOND = "Second profile"
COMPARE_NO_SECOND = "not set yet"
COMPARE_BLANK = "nothing is known"
COMPARE_SWAP = "Swap"
COMPARE_SWAP_TIP = "The second profile becomes the first, and the first the second"
COMPARE_SAME = "Same as first"
COMPARE_SAME_TIP = "Set the second profile to the first, to change it from there"
COMPARE_CLEAR = "Clear"
COMPARE_CLEAR_TIP = "Take the second profile away"
COMPARE_FIELDS = "Fields"
COMPARE_FIELDS_TIP = "Show or hide the fields of the second profile"
COMPARE_FIELDS_NAME = "Fields of the second profile"
COMPARE_CASE = "Case for the second profile"
COMPARE_CASE_CHOOSE = "Second from a case…"
COMPARE_CODE_TIP = {
    "first": "The case code of the first profile, to copy",
    "second": "The case code of the second profile; paste another here and press Enter",
}
COMPARE_COPY = {
    "first": "Copy the case code of the first profile",
    "second": "Copy the case code of the second profile",
}
COMPARE_STEP = "Step"
COMPARE_STEP_FIELD = "Field to step through"
COMPARE_STEP_BACK = "Previous value"
COMPARE_STEP_ON = "Next value"
COMPARE_STEP_TIP = "Left and Right step through the values of the field in the second profile"
COMPARE_STEP_SAID = "{field} in the second profile: {value}"
COMPARE_TABLE_NAME = "Strategies under both profiles, differences first"
COMPARE_GROUP = {
    "gained": "Gained: named for the second profile, not for the first",
    "lost": "Lost: named for the first profile, not for the second",
    "opened": "Turned open: depends on an unknown in the second profile only",
    "settled": "Settled: depended on an unknown in the first profile only",
    "same": "Unchanged",
}
COMPARE_SHORT = {
    "gained": "gained",
    "lost": "lost",
    "opened": "turned open",
    "settled": "settled",
    "same": "unchanged",
}
COMPARE_COLUMNS = (
    "Strategy",
    "Kind",
    "First profile",
    "Second profile",
    "What made the difference",
    "Cited",
)


def compare_heading(change: str, count: int) -> str:
    return f"{COMPARE_GROUP[change]} — {count}"


def compare_summary(counts: Sequence[tuple[str, int]]) -> str:
    """How many verdicts changed, and how: *2 gained · 1 lost*."""
    return " · ".join(f"{count} {COMPARE_SHORT[change]}" for change, count in counts)
