"""Words of what leaves the app: provenance, slides, handouts, what can go wrong, the dialog."""

from __future__ import annotations

from collections.abc import Sequence

from nanoexplorer.words import common
from nanoexplorer.words.common import counted, listed
from nanoexplorer.words.language import Forms, form_for

# The provenance on every picture, slide, page and table.
PROVENANCE_SOURCES = ("Source: {sources}.", "Sources: {sources}.")
"""Of one source, and of several."""
PROVENANCE_REACH = "Literature search of {source}: {reach}"
PROVENANCE_KEYS = "References shown: {keys}."
PROVENANCE_NO_KEYS = "No references are shown."
NO_REFERENCES = "no references"
KEYS_OF_NOTES = Forms("{number} of a note", "{number} of notes")
PROVENANCE_VERSION = "{app} {version}, pack {pack}"
PROVENANCE_PROFILE = "Profile: {profile}"
PROVENANCE_LINE = "{sources} {absence}"
PROVENANCE_SMALL = "The words in the figure are small here; in the view’s own size they are not."
MAP_SPOKEN = "{title}. {held} {rows} rows by {columns} columns. {here} {boundaries}"
MAP_COUNT = "{count} profiles."

# Pictures that reopen the view they show: why one does not. `about` fills the braces.
STATE_ERROR = {
    "none": "“{name}” can’t be opened: it holds no view and no questions of this app.",
    "damaged": "“{name}” can’t be opened: what it holds is damaged.",
    "other-code": "“{name}” can’t be opened: the code in it is none of this app.",
    "too-large": "“{name}” can’t be opened: the picture is too large; allowed: {most} million px.",
    "too-many": (
        "“{name}” can’t be opened: it has too many pictures to look at all of them closely; save "
        "the slide as a picture, and open that."
    ),
    "selection-gone": "“{name}” can’t be opened: this pack has not the strategy that it shows.",
    "newer": "“{name}” can’t be opened: it was made with another version of the app.",
    "other-pack": "“{name}” can’t be opened: it is of another pack, “{pack}”.",
    "not-of-this-pack": "“{name}” can’t be opened: it is of another pack than “{pack}”.",
    "field": "“{name}” can’t be opened: this pack has no field “{field}”.",
    "missing": "“{name}” can’t be opened: its profile lacks “{field}”.",
    "strategy": "“{name}” can’t be opened: this pack has no strategy “{strategy}”.",
    "value": "“{name}” can’t be opened: “{field}” can’t be “{value}” in this pack.",
}
TOO_LARGE = "There is not enough memory for a picture of {width} × {height} px."

# Slides and handouts.
TITLE_PAGE = "{title} ({page})"
REOPENS = "reopens this profile"
TALLY_LEGEND = "a strategy counts at each of its statuses"
LISTED_NOT = "{heading}; not listed here"
FOUND_BY = "Limited to what is found by “{search}”: {found} of {of} strategies."
NO_SELECTION = "There is no card to show: no strategy is selected."
NOTHING_FOR = "There is nothing to show under “{view}”: this pack has nothing for it."
NO_TOPIC = "There is no topic to show: this pack has none."
ONE_PROFILE = "Only one profile is chosen: there is no second one to compare it with."
COMPARE_PAIR = "{first} → {second}"
REFERENCES_LIMIT = "Limited to {limits}."
REFERENCES_SORTED = "Sorted by {column}."
REFERENCES_FALLING = "Sorted by {column}, the last first."
LIMIT_WORDS = "what is found by “{words}”"
LIMIT_KIND = "the kind “{kind}”"
LIMIT_CHECKED = "what has a citation check"
LIMIT_SELECTED = "what “{name}” cites"
REFERENCE_HEAD = ("No.", "Reference", "Kind", "Cited by")
BEHIND_HEAD = ("Strategy", "Publications cited")
CONTINUED = "{heading}, continued"
SLIDE_OF = "{page} of {of}"
SHAPE_PROFILE = "Profile"
SHAPE_PROVENANCE = "Provenance"
SHAPE_SUBTITLE = "Subtitle"
SHAPE_REMARKS = "Remarks"
SHAPE_CODE = "Case code"
SHAPE_SCANNED = "Code to be scanned"
SHAPE_FIGURE = "Figure"
SHAPE_STATUS = "Status: {status}"
SHAPE_TABLE = "{name}. Table, {rows}; columns: {columns}"
CODE_SPOKEN = "A code to be scanned, which reopens this view. Case code: {code}"
ROWS = Forms("{number} row", "{number} rows")
HANDOUT_SELECTED = "The selected strategy"
NOTES_STATEMENTS = "What the sources say"
NOTES_STATEMENT = "• {text} ({where})"
NOTES_NOTE = "• {text} ({cited})"
NOTES_REFERENCE = "{label}. {reference}"
SEMINAR_TITLE = "Title of the seminar: the teacher’s own, not from the sources"
CASE_SEMINAR = "Seminar “{title}” (the teacher’s title, not from the sources)"
CASE_TITLE = "Title: the teacher’s own, not from the sources"
CASE_TITLE_OF = "Title: the teacher’s own, not from the sources. {said}"
CASE_OBJECTIVE = "Learning objective of the pack"

CASE_HIDDEN = "Left out by the teacher: {strategies}; the counts are without what was left out"
FINDING_BLANK = Forms(
    "What {sources} reports for this profile", "What {sources} report for this profile"
)


def finding_title(values: Sequence[str], names: Sequence[str]) -> str:
    """*EGFR mutated, 3 lesions*; of no value: that the sources report for the profile."""
    if values:
        return ", ".join(values)
    return form_for(len(names), FINDING_BLANK).format(sources=listed(names))


def case_hidden(count: int) -> str:
    """How many strategies a teacher left out of a case."""
    return CASE_HIDDEN.format(strategies=counted(count, common.STRATEGIES))


# What can go wrong when a file is written or read.
NO_SECOND = "There is no second profile to compare with."
NO_STRATEGY = "No strategy is selected whose card could be shown."
UNKNOWN_KIND = "“{name}” names no kind of file; allowed: {allowed}."
HANDOUT_IS_PDF = "“{name}” can’t be a handout; allowed: .pdf, .html."
OUTLINES_ARE_SVG = "“{name}” can’t have its letters as outlines; allowed: .svg."
NO_FOLDER = "{path} can’t be written: there is no folder {folder}."
NO_ACCESS = "{path} can’t be written: nothing may be written into the folder {folder}."
WRITE_ERROR = {
    "folder": "{path} can’t be written: it is a folder.",
    "not-allowed": "{path} can’t be written: it is write-protected, or open in another program.",
    "disk-full": "{path} can’t be written: the disk is full.",
    "name-too-long": "{path} can’t be written: the name is too long.",
    "read-only": "{path} can’t be written: this place is read-only.",
}
NO_MEMORY = "{path} can’t be written: there is not enough memory for this size."
NOT_READ = "{path} can’t be read: {why}."

# The kinds of files, in the dialog and in the file dialog.
KINDS = {
    "png": "Picture (PNG)",
    "svg": "Drawing (SVG)",
    "svg-outlines": "Drawing (SVG, letters as outlines)",
    "pdf": "Drawing or pages (PDF)",
    "pptx": "Slides (PowerPoint)",
    "handout": "Handout (PDF)",
    "html": "Web page (HTML)",
    "handout-html": "Handout (HTML)",
    "csv": "Table (CSV)",
    "xlsx": "Table (Excel)",
    "json": "Data (JSON)",
    "ris": "References (RIS)",
    "bib": "References (BibTeX)",
}
KIND_FILTER = "{label} (*{suffix})"

# The dialog.
DIALOG_TITLE = "Export"
DIALOG_LEAD = (
    "Whatever leaves the app says that it is educational, which sources it shows, and for which "
    "profile."
)
DIALOG_FIELDS = {
    "view": "What",
    "kind": "As",
    "size": "Size",
    "own": "Own size",
    "dpi": "Resolution",
    "theme": "Colours",
    "separator": "Separator",
}
SEPARATORS = {
    "comma": "Comma, as the standard has it",
    "semicolon": "Semicolon, for spreadsheets that write 0,5",
    "tab": "Tab",
}
IN_FULL = "List what is independent"
WHOLE = "Handout with all that the sources say"
COUNTING = "Counting the pages…"
LENGTH = Forms("The handout has {number} page", "The handout has {number} pages")
VIEW_CARD_NONE = "The selected strategy (none is selected)"
VIEW_CARD = "Selected: {name}"
VIEW_TOPIC = "{view}: {name}"
NAME_SHOWN = 36
VIEW_COMPARE_NONE = "Compare (no second profile is set)"


def view_card(name: str) -> str:
    """The selected strategy as a choice, a long name cut."""
    return VIEW_CARD.format(name=_short(name))


def view_topic(view: str, name: str) -> str:
    """The topic that is shown as a choice, a long name cut."""
    return VIEW_TOPIC.format(view=view, name=_short(name))


def _short(name: str) -> str:
    return name if len(name) <= NAME_SHOWN else f"{name[:NAME_SHOWN]}…"


SIZES = {
    "1x": "The view’s own size",
    "2x": "The view’s own size, twice as sharp",
    "1920x1080": "1920 × 1080, a slide",
    "3840x2160": "3840 × 2160, a large slide",
    "own": "Another size…",
}
OWN_SIZE_HINT = "width × height, such as 2560x1440"
BAD_SIZE = "found “{found}”; allowed: width x height in px, {least} to {most} each, {area} in all"
AREA = "{number} million px"
DPIS = {"96": "96 dpi, screens", "150": "150 dpi", "300": "300 dpi, print"}
THEMES = {"window": "As in the window", "light": "Light", "dark": "Dark"}
SAVE_TITLE = "Save as"
SEVERAL_TITLE = "Several files"
SEVERAL = "This takes {count} files, {first} to {last}, in {folder}."
WRITE = "Write them"
REPLACE_TITLE = "Replace?"
REPLACE = "Replace"
REPLACE_ONE = "{name} exists already in {folder}. Replace it?"
REPLACE_SEVERAL = "{count} files exist already in {folder}: {names}. Replace them?"
MOST_NAMED = 6


def several(names: Sequence[str], folder: str) -> str:
    """How many files one export takes, before they are written."""
    return SEVERAL.format(count=len(names), first=names[0], last=names[-1], folder=folder)


def several_question(names: Sequence[str], old: Sequence[str], folder: str) -> str:
    """The same, and which of them would be replaced."""
    said = several(names, folder)
    return f"{said} {replace_question(old, folder)}" if old else said


def replace_question(names: Sequence[str], folder: str) -> str:
    """Whether to replace files, each by name; of many the first few and how many more."""
    if len(names) == 1:
        return REPLACE_ONE.format(name=names[0], folder=folder)
    said, more = ", ".join(names[:MOST_NAMED]), len(names) - MOST_NAMED
    said = common.AND_MORE.format(names=said, count=more) if more > 0 else said
    return REPLACE_SEVERAL.format(count=len(names), names=said, folder=folder)


OPEN_TITLE = "Open a pack, picture, slide or seminar"
OPEN_FILTER = (
    "Packs, pictures, slides and seminars of nanoexplorer "
    "(*.nxpack *.xlsx pack.toml *.png *.pdf *.pptx *.svg *.html *.nxseminar)"
)
READING_TITLE = "Open"
READING = "Reading {name}…"
PROGRESS = "Writing {name}…"
PROGRESS_COPY = "Drawing the picture…"
SAVED = "{name} saved in {folder}"
SAVED_SLIDES = "{name}, {slides}, saved in {folder}"
SLIDES = Forms("{number} slide", "{number} slides")
SAVED_SEVERAL = "{count} files, {name} and on, saved in {folder}"
DECK_NAME = "Seminar"
DECK_EMPTY = "There is no case to export: add one to the seminar first."
DECK_TITLE = "Slides of the seminar"
DECK_ASK = (
    "What was taught, {given}: for each case profile, question, prediction, reveal, nearest "
    "profile, take-away and references. Everything, {everything}: also all that the sources say "
    "for each profile."
)
DECK_AS_GIVEN = "What was taught"
DECK_EVERYTHING = "Everything"
STEP_FOUND = "Shift+F5 goes to its step of the seminar."
CANCELLED = "Cancelled; nothing was written."
COPY_CANCELLED = "Cancelled; nothing was copied."
PICTURE_COPIED = "Copied as a picture."
SHOW_IN_FOLDER = "Show in folder"
VIEW_OPENED = "Opened as {name} shows it."
VIEW_OPENED_OLDER = (
    "Opened as {name} shows it; made with pack version {found}, opened with {ours}: "
    "verdicts may differ."
)
ONE_FILE_ONLY = "Drop one file at a time."
NO_SUCH_KIND = "“{name}” can’t be opened; allowed: {allowed}."

# A web page.
PAGE_SKIP = "Skip to the content"
PAGE_DISCLAIMER = "Disclaimer"
PAGE_PROVENANCE = "Where this page comes from"
PAGE_REMARKS = "Beside it"
PAGE_CASES = "The cases"
PAGE_DRAWING = "The drawing in words"
PAGE_ANSWERS = "Another profile"
PAGE_ANSWERS_LEAD = (
    "What stands above is for one profile. Here every profile is answered, with the verdict alone: "
    "what the sources name it for, and what stands behind that, is in the app."
)
PAGE_ANSWERS_RESET = "Back to the profile of this page"
PAGE_ANSWERS_END = "A verdict says what the sources report; it advises nobody."
PAGE_CODE = "Case code: {code}"


def deck_asked(given: int, everything: int) -> str:
    """Which slides of a seminar are wanted, and how many there are of either."""
    return DECK_ASK.format(given=counted(given, SLIDES), everything=counted(everything, SLIDES))


def saved(name: str, folder: str, files: int, slides: int) -> str:
    """What was written, and where; of a seminar's slides how many they are."""
    if slides:
        return SAVED_SLIDES.format(name=name, folder=folder, slides=counted(slides, SLIDES))
    return (SAVED_SEVERAL if files > 1 else SAVED).format(count=files, name=name, folder=folder)
