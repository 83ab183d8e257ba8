"""Settings, crashes, About, and the desktop."""

from __future__ import annotations

SETTINGS_DAMAGED = "The settings in {path} are damaged. They were set aside as {aside}."
SETTINGS_NEWER = "The settings in {path} are of a newer version. They were set aside as {aside}."
SETTINGS_NOT_ASIDE = (
    "The settings in {path} can’t be used, nor set aside: {why}. Defaults replace them."
)
SETTINGS_UNREADABLE = "The settings in {path} can’t be read: {why}. Defaults are used."
SETTINGS_NOT_WRITTEN = "The settings can’t be written to {path}: {why}."
LANGUAGE_UNKNOWN = "There is no language “{code}” here; English is used."
LANGUAGE_UNREAD = "The language “{code}” can’t be used: {why}. English is used."
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
KEYS_HELP = "Everything can be reached with the keyboard; Tab goes from part to part."
KEYS_ELSEWHERE = (
    ("Up, Down", "walk through cards, and through the options of a list"),
    ("Left, Right", "choose an option of a field; fold or unfold a group"),
    ("Enter", "open what is marked; in the case code, open the code"),
    (
        "Esc",
        "from what was found to the search box; empty it; close a dialog; from a view that stands "
        "alone back to all of the window",
    ),
    ("F10, Alt+M", "open the menu"),
    ("Ctrl+1–5", "choose a tab of the inspector, wherever the keyboard is"),
    ("Alt+Left", "from a reference back to where it was followed"),
    ("1–5, A–F", "in practice, choose the verdict and the status; Enter goes on, Esc leaves"),
    (
        "Letters and digits",
        "on a keyboard without Latin letters: the key in the same place; a digit also without "
        "Shift where it is typed with it",
    ),
    ("Tab, Shift+Tab", "next and previous part; in the inspector, next and previous link"),
)
ABOUT_APP = "nanoexplorer {version}. Code: MIT licence."
ABOUT_PACK = "Pack: {title} ({id}), version {version}, {date}. Curators: {curators}."
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
