"""What every kind of file is made from: the questions in words, and what they were drawn from."""

from __future__ import annotations

from typing import NamedTuple

from nanoexplorer.core.pack import Pack
from nanoexplorer.documents.questions import Asked


class Sheet(NamedTuple):
    """Questions in words. `about`: what makes the set again; `foot`: the provenance in lines."""

    pack: Pack
    title: str
    about: str
    asked: tuple[Asked, ...]
    foot: tuple[str, ...]
