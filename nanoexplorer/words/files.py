"""Why a file is not read, or not written."""

from __future__ import annotations

from nanoexplorer.files import ReadError
from nanoexplorer.writing import WriteError

UNREAD = {
    "no-file": "there is no such file",
    "folder": "it is a folder",
    "not-a-file": "it is no ordinary file",
    "too-large": "it is larger than {most} bytes",
}
NOT_WRITTEN = "{path} can’t be written: {why}."
NO_FORMAT = "“{name}” names no format; allowed: {allowed}."
UNWRITTEN = {
    "not-a-file": "it is no ordinary file",
    "protected": "it is write-protected",
    "loop": "it is a link that leads back to itself",
    "no-name": "no file can have this name",
}


def why_unread(error: OSError) -> str:
    """Why a file could not be read, as a part of a sentence."""
    if isinstance(error, ReadError) and error.code in UNREAD:
        return UNREAD[error.code].format(most=f"{error.most:,}")
    return error.strerror or type(error).__name__


def why_unwritten(error: OSError) -> str:
    """Why a file could not be written, as a part of a sentence."""
    return UNWRITTEN[error.code] if isinstance(error, WriteError) else why_unread(error)
