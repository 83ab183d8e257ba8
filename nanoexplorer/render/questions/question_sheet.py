"""What every kind of file is made from: the questions in words, and what they were drawn from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.questions import Question, Setup
from nanoexplorer.documents.practice import cited_for, set_line
from nanoexplorer.documents.questions import Asked, asked
from nanoexplorer.render.job import Progress, unheard
from nanoexplorer.render.provenance import lines_of_pack
from nanoexplorer.words.teaching import practice as words


class QuestionSheet(NamedTuple):
    """Questions in words. `about`: what makes the set again; `foot`: the provenance in lines."""

    pack: Pack
    title: str
    about: str
    asked: tuple[Asked, ...]
    foot: tuple[str, ...]


def sheet_of(
    pack: Pack, setup: Setup, questions: Sequence[Question], progress: Progress = unheard
) -> QuestionSheet:
    """The questions in words, with what every kind of file says beside them."""
    worded = []
    for place, question in enumerate(questions):
        progress(place, len(questions) + 1)
        worded.append(asked(pack, question))
    keys = cited_for(pack, questions)
    return QuestionSheet(
        pack,
        words.PAPER_TITLE,
        set_line(pack, setup, len(questions)),
        tuple(worded),
        lines_of_pack(pack, keys),
    )
