"""Which panels stand beside a view: as it begins, or as its reader left it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

from nanoexplorer import views

Panel = Literal["profile", "inspector"]


class SidePanels:
    """A wide view begins without them. What the reader turns is remembered; what only comes with
    something that was chosen in a view stays until it is turned, or until the app is closed.
    """

    def __init__(
        self, turned: Iterable[str] = (), remember: Callable[[tuple[str, ...]], object] = tuple
    ) -> None:
        self._turned = set(turned)
        self._brought: set[str] = set()
        self._remember = remember

    def is_open(self, view: str, panel: Panel) -> bool:
        """Whether the panel stands beside the view."""
        begins_open = not views.BY_NAME[view].wide
        key = f"{view}.{panel}"
        return key in self._brought or begins_open is not (key in self._turned)

    def turn(self, view: str, panel: Panel) -> bool:
        """Open it or fold it away, and remember that; returns whether it is open now."""
        key = f"{view}.{panel}"
        opened = not self.is_open(view, panel)
        self._brought.discard(key)
        if opened is not self.is_open(view, panel):
            self._turned ^= {key}
        self._remember(tuple(sorted(self._turned)))
        return opened

    def bring(self, view: str, panel: Panel) -> None:
        """Open it for what was chosen."""
        self._brought.add(f"{view}.{panel}")
