"""Why a file is not read."""

from __future__ import annotations

from nanoexplorer.files import ReadError

UNREAD = {
    "no-file": "there is no such file",
    "folder": "it is a folder",
    "not-a-file": "it is no ordinary file",
    "too-large": "it is larger than {most} bytes",
}


def why_unread(error: OSError) -> str:
    """Why a file could not be read, as a part of a sentence."""
    if isinstance(error, ReadError) and error.code in UNREAD:
        return UNREAD[error.code].format(most=f"{error.most:,}")
    return error.strerror or type(error).__name__
