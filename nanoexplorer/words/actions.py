"""The menu, its actions and what they answer."""

from __future__ import annotations

ACTIONS = {
    "open": "Open…",
    "recent": "Recent files",
    "pack_folder": "Open a pack’s folder…",
    "pack_example": "The example pack",
    "pack_bundled": "Back to the bundled pack",
    "pack_compare": "Compare with another version…",
    "seminar_new": "New seminar: the pack’s cases",
    "seminar_sample": "Sample seminar: 45 minutes",
    "seminar_save": "Save the seminar",
    "seminar_save_as": "Save the seminar as…",
    "quit": "Quit",
    "undo": "Undo",
    "redo": "Redo",
    "reset": "Reset the profile",
    "search": "Search",
    "copy_code": "Copy the case code",
    "paste_code": "Paste a case code",
    "copy_summary": "Copy what is shown as text",
    "seminar_start": "Present",
    "seminar_start_here": "Present this profile",
    "seminar_edit": "Edit…",
    "seminar_slides": "Export all cases…",
    "practice": "Practice…",
    "questions": "Questions on paper or for another program…",
    "export": "Export…",
    "copy_picture": "Copy as picture",
    "copy_card": "Copy the selected strategy as picture",
    "print": "Print…",
    "theme_system": "Follow the system",
    "theme_light": "Light",
    "theme_dark": "Dark",
    "zoom_in": "Larger",
    "zoom_out": "Smaller",
    "zoom_reset": "Actual size",
    "project": "Show the view alone on the whole screen",
    "profile_panel": "Fold or unfold the profile",
    "inspector_panel": "Fold or unfold the inspector",
    "next_view": "Next view",
    "last_view": "View before",
    "next_part": "Next part: profile, view, inspector",
    "last_part": "Part before",
    "start_page": "Where to begin",
    "reading": "How to read this",
    "glossary": "Glossary",
    "teachers": "For teachers",
    "curators": "Your own review",
    "keys": "Keyboard",
    "cite": "How to cite this",
    "about": "About nanoexplorer",
    "report": "Report an error in this statement",
}
TIPS = {
    "open": "Open a pack, a seminar, or a picture, slide or page that left the app, as it was",
    "recent": "What was opened or saved last; a file that is gone leaves the list",
    "pack_folder": "Show your own review: a folder of tables, read again whenever you save one",
    "pack_example": "Show the small pack that comes with the app, on another subject",
    "pack_bundled": "Show the pack that comes with the app again, where you left it",
    "pack_compare": "What differs in statements, statuses and references, and in which verdicts",
    "seminar_new": "Begin a seminar of your own with all cases of the pack",
    "seminar_sample": "Begin with one that is ready to give: questions, take-aways and minutes",
    "seminar_save": "Save your seminar to its file, or ask for one",
    "seminar_save_as": "Save your seminar to another file",
    "quit": "Close the window; the profile is remembered",
    "undo": "Back to the profile before the last change",
    "redo": "Make the change that was undone again",
    "reset": "Back to the profile of which nothing is known",
    "search": "Look in strategies, statements, notes, topics, references and the glossary",
    "copy_code": "Copy the short text that opens this profile again",
    "paste_code": "Open the profile of a case code that was copied",
    "copy_summary": "Copy every strategy with its verdict and reasons, as plain text",
    "seminar_start": (
        "The room predicts case by case, you reveal; begins where it was left. Shift+F5 presents "
        "the profile in this window"
    ),
    "seminar_start_here": (
        "The profile in this window, as the seminar’s case where it is one, else by itself"
    ),
    "seminar_edit": "Choose cases, put them in order, and write titles and notes of your own",
    "seminar_slides": "Write every case into one file: slides, or a web page",
    "practice": "Answer for a case or a random profile; nothing is kept unless you ask for it",
    "questions": "About a seminar, cases or random profiles: print, Moodle, QTI, Anki, a browser",
    "export": "Save the view that is open as a picture, page, slide, handout or table",
    "copy_picture": "Put the view that is open on the clipboard, as a picture to paste",
    "copy_card": "Put the strategy of the inspector on the clipboard, as a picture to paste",
    "print": "Print the view that is open",
    "theme_system": "Light or dark, as the desktop is",
    "theme_light": "Dark words on light paper; easier to read in a bright room",
    "theme_dark": "Light words on a dark ground",
    "zoom_in": "Everything larger, up to 200 %",
    "zoom_out": "Everything smaller, down to 80 %",
    "zoom_reset": "Everything at 100 %",
    "project": "For a projector: the banner, the view and nothing else; Esc ends it",
    "profile_panel": "Leave more room for the view; each view keeps what was chosen",
    "inspector_panel": "Leave more room for the view; each view keeps what was chosen",
    "next_view": "Turn to the view after this one, from Strategies to Topics and round again",
    "last_view": "Turn to the view before this one",
    "next_part": "Take the keyboard to the next part of the window",
    "last_part": "Take the keyboard to the part before",
    "start_page": "Show the ways to begin, in place of what is selected",
    "reading": "What groups, statuses and marks mean; with a word marked, what it means",
    "glossary": "Terms and abbreviations of the sources, and the words that are ours",
    "teachers": "How to give a seminar, and what to ask",
    "curators": "How to make a pack of a review in an afternoon, and hand it on",
    "keys": "Every key that does something",
    "cite": "References of the sources, the app and the pack",
    "about": "Versions, licences, and what the pack covers of each source",
}
"""What an entry does, where the mouse rests."""
TIP_WITH_KEYS = "{tip} ({keys})"
SUBMENUS = {
    "file": "File",
    "begin": "New seminar",
    "pack": "Pack",
    "edit": "Edit",
    "seminar": "Seminar",
    "practice": "Practice",
    "export": "Export",
    "view": "View",
    "theme": "Appearance",
    "zoom": "Size",
    "go": "Go to",
    "help": "Help",
    "guides": "Guides",
}
RECENT_NONE = "No file was opened yet"
RECENT_FILE = "{name} — {folder}"
RECENT_GONE = "{name} is no longer there: it was moved, renamed or deleted. It has left the list."


def tip(name: str, keys: str) -> str:
    """What an entry does, with its keys if it has any."""
    said = TIPS[name]
    return TIP_WITH_KEYS.format(tip=said, keys=keys) if keys else said


MINUS = "−"
PLUS = "+"
NO_NUMBER = "–"
COPY_REFERENCES = "Copy references as"
COPY_REFERENCES_AS = "Copy all references of this strategy as {format}"
COPY_FORMATS = {"text": "Text", "ris": "RIS", "bibtex": "BibTeX"}
SELECT_ALL = "Select all"
NOT_REACHED = "No source states this of the strategy."
STATUS_IS = "Status: {status}"
COPY_ALL = "Copy all"
PACK_BROKEN = "This pack can’t be shown: {count}"
PACK_BROKEN_HELP = (
    "Each line says which file, row and column is wrong, what was found and what is allowed. "
    "Mend them and start again; nothing was changed."
)
