"""The menu, its actions and what they answer."""

from __future__ import annotations

ACTIONS = {
    "undo": "Undo",
    "redo": "Redo",
    "reset": "Reset the profile",
    "search": "Search",
    "copy_code": "Copy the case code",
    "paste_code": "Paste a case code",
    "copy_summary": "Copy what is shown as text",
    "print": "Print…",
    "seminar_start": "Start the seminar, or go on with it",
    "seminar_start_here": "Start at the case that is shown",
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
    "open_picture": "Open a picture, slide or seminar…",
    "theme_system": "Follow the system",
    "theme_light": "Light",
    "theme_dark": "Dark",
    "zoom_in": "Larger",
    "zoom_out": "Smaller",
    "zoom_reset": "Actual size",
    "cite": "How to cite this",
    "project": "Show the view alone on the whole screen",
    "profile_panel": "Fold or unfold the profile",
    "inspector_panel": "Fold or unfold the inspector",
    "next_part": "Next part: profile, view, inspector",
    "last_part": "Part before",
    "keys": "Keyboard",
    "glossary": "Help: glossary",
    "teachers": "Help: for teachers",
    "about": "About nanoexplorer",
    "quit": "Quit",
    "report": "Report an error in this statement",
}
SUBMENUS = {
    "seminar": "Seminar",
    "export": "Export",
    "theme": "Appearance",
    "zoom": "Size",
}
MINUS = "−"
PLUS = "+"
NO_NUMBER = "–"
COPY_REFERENCES = "Copy references as"
COPY_REFERENCES_AS = "Copy all references of this strategy as {format}"
COPY_FORMATS = {"text": "Text", "ris": "RIS", "bibtex": "BibTeX"}
INSPECTOR_TEXT = "The strategy in full"
SELECT_ALL = "Select all"
NOT_REACHED = "No source states this of the strategy."
STATUS_IS = "Status: {status}"
COPY_ALL = "Copy all"
PACK_BROKEN = "This pack can’t be shown: {count}"
PACK_BROKEN_HELP = (
    "Each line says which file, row and column is wrong, what was found and what is allowed. "
    "Mend them and start again; nothing was changed."
)
