"""The shades of the decision map, one teal scale from little to much, every step legible."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from nanoexplorer.drawing.palette import STATUS_ROLES, Theme, contrast_ratio, mixed

LEGIBLE: Final = 4.5
_STEPS: Final = 10
_ANCHORS: Final = tuple(f"{role}-fill" for role in reversed(STATUS_ROLES[:-1]))
_INKS: Final = ("ink", "on-accent", "paper", "focus")


class Step(NamedTuple):
    """A fill and the ink that is read on it, each a `#rrggbb`."""

    fill: str
    ink: str


def step_for(theme: Theme, count: int, most: int) -> Step:
    """The step of a count from 1 to `most`; a count beyond it has the last one."""
    steps = ramp(theme)
    share = (count - 1) / (most - 1) if most > 1 else 1.0
    return steps[round(min(max(share, 0.0), 1.0) * (len(steps) - 1))]


@lru_cache(maxsize=4)
def ramp(theme: Theme) -> tuple[Step, ...]:
    """The scale through the fills of the statuses, without the tones on which no ink is legible."""
    return tuple(
        Step(fill, ink)
        for fill in _tones(theme)
        if contrast_ratio(ink := best_ink(theme, fill), fill) >= LEGIBLE
    )


def best_ink(theme: Theme, fill: str) -> str:
    """The theme's ink with the most contrast on a fill."""
    return max((theme[role] for role in _INKS), key=lambda ink: contrast_ratio(ink, fill))


def _tones(theme: Theme) -> Iterator[str]:
    anchors = [theme[role] for role in _ANCHORS]
    for one, other in pairwise(anchors):
        for step in range(_STEPS):
            yield mixed(one, other, step / _STEPS)
    yield anchors[-1]
