"""Words before the window: the gate and its disclaimer, and what keeps the app from starting."""

from __future__ import annotations

from nanoexplorer.words.common import disclaimer

STOPPED = "nanoexplorer: {why}"
NO_QT = (
    "Qt for Python is not installed where this was started. Run “pip install nanoexplorer” or, in "
    "a clone, “make run”."
)
LIBRARY_MISSING = "system libraries are missing: {libraries}. Install them, then start again{how}"
ON_DEBIAN = "; on Debian and Ubuntu: sudo apt install {packages}"
OLD_SYSTEM = (
    "this system’s C library is too old: version {wanted} or newer is wanted. Use a newer system, "
    "such as Debian 12 or Ubuntu 24.04, or install with pip, which takes what fits."
)
BROKEN = "a library of the program can’t be loaded ({error}). Install nanoexplorer again."
FILE_MISSING = "a file of the program is missing or damaged: {file}. Install nanoexplorer again."
DISK_FULL = "there is no room left on the disk{where}. Make some, then try again."
DISK_FULL_AT = " for {file}"
NO_PLATFORM = (
    "Qt can’t use this display ({platform}). If QT_QPA_PLATFORM is set, unset it, then start again."
)

NOT_KEPT_TITLE = "Nothing will be remembered"
NOT_KEPT = (
    "{complaint}\n\nYou can go on. Profile, appearance and window will be as new at the next "
    "start, until {remedy}."
)
NOT_KEPT_FULL = "there is room on the disk"
NOT_KEPT_LOCKED = "that folder can be written to"

TITLE = "For learning, not for treating"
TEXT = "It gives no advice for any patient, ranks no treatment, and can be out of date or wrong."
POINTS = (
    "For many strategies the sources state no stage of development.",
    "An approval shown may be for another disease; the scope says which.",
    "What is missing here is not shown to be without effect.",
)
PROMISE = "I will not use it to make decisions about a person’s care."
CONTINUE = "Continue"
QUIT = "Quit"


def text(about: str) -> str:
    """What the pack is about, in its own sentence, and what the program is not."""
    return f"{about} {TEXT}".strip()


def gate_texts() -> tuple[str, ...]:
    """All of ours that is agreed to; the gate asks again whenever one of them changes."""
    return (disclaimer(), TITLE, TEXT, *POINTS, PROMISE)
