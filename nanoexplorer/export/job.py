"""One thing to be exported: which view of what, how large, and whom to tell how far it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import resolve
from nanoexplorer.core.screen import Intent, Screen
from nanoexplorer.figures.exhibit import Exhibit
from nanoexplorer.palette import Theme

Tell = Callable[[int, int], None]
"""Called with how many of how many parts are done; raises Cancelled to stop."""


class Cancelled(Exception):
    """The person asked to stop; nothing has been written."""


class ExportError(Exception):
    """It can't be written; the message is the one line that says what, where and why."""


def _nobody(done: int, of: int) -> None:
    """Nobody wants to know."""


@dataclass(frozen=True)
class Job:
    """What every writer is handed. `size`: px of a picture, None for the view's own size.

    `scale` multiplies the view's own size; `dpi` is written into pictures. `view` is one of
    `figures.exhibits.EXHIBITS`.
    """

    pack: Pack
    intent: Intent
    theme: Theme
    view: str = "strategies"
    size: tuple[int, int] | None = None
    scale: float = 1.0
    dpi: int = 96
    tell: Tell = _nobody

    @cached_property
    def screen(self) -> Screen:
        """All that is shown for the intent."""
        tab = self.intent.tab if self.view == "card" else self.view
        return resolve(replace(self.intent, tab=tab), self.pack)

    @cached_property
    def exhibit(self) -> Exhibit:
        """What the view puts on the page."""
        from nanoexplorer.figures.exhibits import exhibit

        return exhibit(self.pack, self.screen, self.theme, self.view)
