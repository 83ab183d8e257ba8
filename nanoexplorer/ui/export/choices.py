"""What is to leave the app, and how: the choices of the dialog, remembered as one line of text."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from nanoexplorer.core.shown.strategies import CHOSEN, choosing, only_dependent
from nanoexplorer.render.job import Job
from nanoexplorer.render.kinds import BY_NAME, Kind
from nanoexplorer.render.pictures.sizes import size_of
from nanoexplorer.ui.base.session import Session
from nanoexplorer.ui.base.theme import chosen_theme
from nanoexplorer.words import export as words

WINDOW: Final = "window"
OWN: Final = "own"
TICKED: Final = ("", CHOSEN)
SCALES: Final = {"1x": 1.0, "2x": 2.0}
_BETWEEN: Final = ";"


class Choices(NamedTuple):
    """`own` is a size as it was typed, all others are keys of the words for them."""

    kind: str = "png"
    size: str = "1920x1080"
    own: str = ""
    dpi: str = "96"
    theme: str = WINDOW
    separator: str = "comma"
    only_dependent: str = ""
    in_full: str = ""
    whole: str = ""

    @property
    def text(self) -> str:
        """The choices as one line of the settings."""
        return _BETWEEN.join(self)

    @property
    def of_kind(self) -> Kind:
        """The kind of file that is chosen. Raises KeyError for one that there is not."""
        return BY_NAME[self.kind]

    @property
    def px(self) -> tuple[int, int] | None:
        """The size in px, None for the view's own, and for a size of one's own that is none."""
        return size_of(self.own if self.size == OWN else self.size)

    @property
    def is_complete(self) -> bool:
        """Whether the size that was typed, if it is wanted, is one."""
        return self.size != OWN or "size" not in self.of_kind.takes or self.px is not None


def choices_from(text: str) -> Choices:
    """The choices that were remembered; those at the first time where they can't be read."""
    parts = text.split(_BETWEEN)
    if len(parts) > len(Choices._fields):
        return Choices()
    found = Choices(*parts)  # what was not asked yet is as at the first time
    sizes, ticks = (words.SIZES, None, words.DPIS), (TICKED, TICKED, TICKED)
    allowed = (BY_NAME, *sizes, words.THEMES, words.SEPARATORS, *ticks)
    fits = all(among is None or part in among for part, among in zip(found, allowed, strict=True))
    return found if fits else Choices()


def as_switched(chosen: Choices, session: Session) -> Choices:
    """The choices, with what is independent of the profile left out where the window does so."""
    only = CHOSEN if only_dependent(session.intent.options) else ""
    return chosen._replace(only_dependent=only)


def job_of(session: Session, view: str, chosen: Choices, window_theme: str) -> Job:
    """The job that the choices make of what is on screen; `window_theme` is the window's name."""
    takes = chosen.of_kind.takes
    theme = chosen.theme if chosen.theme != WINDOW else window_theme
    only = chosen.only_dependent == CHOSEN and "only-dependent" in takes
    full = chosen.in_full == CHOSEN and "in-full" in takes
    options = choosing(session.intent.options, only=only, full=full)
    return Job(
        pack=session.pack,
        intent=replace(session.intent, options=options),
        theme=chosen_theme(theme if "theme" in takes else "light"),
        view=view,
        size=chosen.px if "size" in takes else None,
        scale=SCALES.get(chosen.size, 1.0) if "scale" in takes else 1.0,
        dpi=int(chosen.dpi) if "dpi" in takes else 96,
        separator=chosen.separator if "separator" in takes else "comma",
        whole=chosen.whole == CHOSEN and "whole" in takes,
    )
