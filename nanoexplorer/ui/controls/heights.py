"""How high the rows of a list are, though most of them were never laid out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Heights:
    """A row that is not known yet is taken to be as high as others like it. All in px."""

    def __init__(self, guesses: Iterable[tuple[int, int]] = ()) -> None:
        """Stretches of rows that look alike: how many, and how high one of them is."""
        self._heights = [high for rows, high in guesses for high in [high] * rows]
        self._known = bytearray(len(self._heights))
        self._tops: list[int] = []

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, row: int) -> int:
        return self._heights[row]

    def knows(self, row: int) -> bool:
        """Whether the height of a row is no guess."""
        return bool(self._known[row])

    def learn(self, row: int, height: int) -> None:
        """Take note of the height that a row has."""
        self._known[row] = True
        if height != self._heights[row]:
            self._heights[row] = height
            self._tops = []

    @property
    def tops(self) -> list[int]:
        """Where each row begins, and where the last one ends."""
        if not self._tops:
            self._tops = list(accumulate(self._heights, initial=0))
        return self._tops

    def at(self, y: int) -> int:
        """The row at a height; the first or last one for what lies beyond."""
        return max(0, min(bisect_right(self.tops, y) - 1, len(self) - 1))
