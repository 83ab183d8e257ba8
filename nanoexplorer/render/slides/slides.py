"""Slides of 16:9 that can be edited: of one view, or of several cases in one deck."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from nanoexplorer import __version__
from nanoexplorer.render.job import PARTS, Job, share
from nanoexplorer.words import common
from nanoexplorer.words import export as words
from nanoexplorer.writing import write_atomically


def write_slides(job: Job, path: Path) -> tuple[Path, ...]:
    """Write the slides of one view; returns what was written.

    Raises ExportError, Cancelled and OSError; an old file is untouched then.
    """
    return write_deck([job], path, "")


def write_deck(jobs: Sequence[Job], path: Path, title: str) -> tuple[Path, ...]:
    """Write the slides of several jobs into one deck; its state is that of the first.

    Raises ExportError, Cancelled and OSError; an old file is untouched then.
    """
    from nanoexplorer.render.pictures.sheet import rendering_of
    from nanoexplorer.render.reopening.state import state_json
    from nanoexplorer.render.slides.deck import Deck
    from nanoexplorer.render.slides.paint import SlidePainter

    for job in jobs:
        rendering_of(job)  # refuses a view that has nothing to show before anything is made
    first = jobs[0]
    deck = Deck(first.theme["paper"], first.pack.language)
    for place, job in enumerate(jobs):
        SlidePainter(deck, job).paint(share(first.progress, place, len(jobs)))
    codes = [job.screen.profile.case_code for job in jobs if job.screen.profile]
    deck.describe(
        title=title or first.rendering.title,
        subject=_subject(first, title),
        keywords=dict.fromkeys(codes),
        comments=common.disclaimer(),
        author=f"{common.APP} {__version__}",
    )
    deck.keep_state(state_json(first.pack, first.intent, first.view))
    content = deck.content()
    first.progress(len(jobs) * PARTS, len(jobs) * PARTS)
    write_atomically(path, content)
    return (path,)


def _subject(job: Job, title: str) -> str:
    """What the first slides are about, and whose title the deck has if it is a teacher's."""
    said = job.rendering.subtitle
    if job.placed_case and (title or job.placed_case.case.own_title):
        said = words.CASE_TITLE_OF.format(said=said)
    return common.one_line(said)
