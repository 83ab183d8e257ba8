"""Words for what keeps the app from starting or from keeping something; one line each."""

from __future__ import annotations

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
