"""What was worked out of a pack is kept in that pack, and goes when it does.

A cache beside the function would hold every pack that was ever open: one that is worked on, each
time it was saved.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

Given = ParamSpec("Given")
Found = TypeVar("Found")


def remembered(most: int = 1) -> Callable[[Callable[Given, Found]], Callable[Given, Found]]:
    """Keep what a pure function returns in its first argument, for so many others of the rest;
    where there are more, it begins anew.
    """

    def keeping(work: Callable[Given, Found]) -> Callable[Given, Found]:
        name = f"{work.__module__}.{work.__qualname__}"

        @wraps(work)
        def ask(of: Any, *rest: Any) -> Found:  # noqa: ANN401  # whatever the function takes
            kept: dict[tuple[Any, ...], Found] = of.__dict__.setdefault(name, {})
            try:
                return kept[rest]
            except KeyError:
                found = work(of, *rest)  # type: ignore[call-arg]
            if len(kept) >= most:
                kept.clear()
            kept[rest] = found
            return found

        return ask  # type: ignore[return-value]

    return keeping
