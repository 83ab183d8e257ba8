"""One thing to be exported: which view of what, how large, and whom to tell how far it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import resolve
from nanoexplorer.core.screen import Intent, Screen
from nanoexplorer.core.shown.strategies import choosing, in_full, only_dependent
from nanoexplorer.core.teaching.seminar_cases import Seminar
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.render.rows.rendering import Rendering
from nanoexplorer.render.seminar_case import PlacedCase, less, with_case
from nanoexplorer.words.teaching import seminar as seminar_words

Progress = Callable[[int, int], None]
"""Called with how many of how many parts are done; raises Cancelled to stop."""
Agree = Callable[[Sequence[Path]], None]
"""Called with several files before the first is written; raises Cancelled where they may not be."""


class Cancelled(Exception):
    """The person asked to stop; nothing has been written."""


class ExportError(Exception):
    """It can't be written; the message is the one line that says what, where and why."""


PARTS: Final = 100
"""Into which each of several things to do is divided."""


SEPARATORS: Final = {"comma": ",", "semicolon": ";", "tab": "\t"}
"""Between the columns of a CSV: a spreadsheet of a language that writes 0,5 wants the semicolon."""


def unheard(done: int, of: int) -> None:
    """Nobody wants to know."""


def replace_all(paths: Sequence[Path]) -> None:
    """Whoever names the first of several files means them all."""


def share(progress: Progress, place: int, of: int) -> Progress:
    """How far all of it is, told from how far one of so many things to do is."""
    return lambda done, parts: progress(place * PARTS + done * PARTS // max(1, parts), of * PARTS)


@dataclass(frozen=True)
class Job:
    """What every writer is handed. `size`: px of a picture, None for the view's own size.

    `scale` multiplies the view's own size; `dpi` is written into pictures. `view` is one of
    `views.NAMES`, `separator` one of SEPARATORS. `placed_case`: the case that is shown as its
    teacher wants it. `whole`: a handout with all that the sources say of what it names.
    """

    pack: Pack
    intent: Intent
    theme: Theme
    view: str = "strategies"
    size: tuple[int, int] | None = None
    scale: float = 1.0
    dpi: int = 96
    progress: Progress = unheard
    placed_case: PlacedCase | None = None
    agree: Agree = replace_all
    separator: str = "comma"
    slide: Rendering | None = None
    """What stands on a slide of a seminar, in place of what the view shows."""
    whole: bool = False

    @cached_property
    def screen(self) -> Screen:
        """All that is shown for the intent."""
        tab = self.intent.tab if self.view == "card" else self.view
        screen = resolve(replace(self.intent, tab=tab), self.pack)
        if self.placed_case is None:
            return screen
        return less(screen, self.placed_case.case.hidden)

    @cached_property
    def rendering(self) -> Rendering:
        """What the view puts on the page."""
        if self.slide is not None:
            return self.slide
        from nanoexplorer.render.rows.render_view import render_view

        made = render_view(self.pack, self.screen, self.theme, self.view)
        if self.placed_case is None:
            return made
        return with_case(made, self.placed_case.case)


def seminar_jobs(job: Job, seminar: Seminar) -> list[Job]:
    """A job for every case of a seminar, in its order; all else is as in the job given."""
    count, chosen = len(seminar.cases), job.intent.options
    options = choosing((), only=only_dependent(chosen), full=in_full(chosen))
    return [
        replace(
            job,
            intent=Intent(case.profile, options=options),
            view="strategies",
            placed_case=PlacedCase(
                case, seminar_words.CASE_OF.format(number=place, of=count), seminar.title
            ),
        )
        for place, case in enumerate(seminar.cases, start=1)
    ]
