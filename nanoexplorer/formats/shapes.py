"""The shapes that data may have, and what is wrong with data that has another one.

A shape is data too. Its `read` hands back what fits; for what does not it reports a problem and
hands back `WRONG`, so that everything that is wrong is found in one go.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from types import MappingProxyType
from typing import Any, Final, NamedTuple, Protocol

from nanoexplorer.core.signs import unseen_in
from nanoexplorer.overriding import override

Path = tuple[str | int, ...]
"""The keys and places that lead to a part."""
SHOWN: Final = 80
"""Signs of what was found."""
_BREAKS: Final = {ord("\n"): " ", ord("\t"): " "}


class Problem(NamedTuple):
    """One thing that is wrong: where, what (a code), what was found and what is allowed."""

    path: Path
    code: str
    found: str = ""
    allowed: str = ""


class _Wrong:
    """In the place of what has not the shape that it should have."""

    @override
    def __repr__(self) -> str:
        return "WRONG"


WRONG: Final = _Wrong()


Data = Any
"""What a shape has read: of which type, the shape says."""


class Problems:
    """The problems of one file, in the order in which they are found."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def add(self, path: Path, code: str, found: object = "", allowed: str = "") -> Data:
        """Add one; returns WRONG."""
        self.found.append(Problem(path, code, shown(found), allowed))
        return WRONG


class Shape(Protocol):
    """What data may be."""

    def read(self, value: object, path: Path, problems: Problems) -> Data:
        """The value as data; what is wrong goes to `problems`, and None stands for it."""


def shown(value: object) -> str:
    """The beginning of any value, on one line, however long or deep it is."""
    text = value if isinstance(value, str) else "".join(_written(value))
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text[:SHOWN])


def _written(value: object) -> Iterator[str]:
    """Part by part, so that no more is gone into than is shown."""
    try:
        yield from islice(json.JSONEncoder(ensure_ascii=False).iterencode(value), SHOWN)
    except (ValueError, TypeError):  # a number of thousands of digits; what JSON can't say
        yield type(value).__name__


def has_unseen(text: str, *, lines: bool) -> bool:
    """Whether there are signs in it that nobody sees; line breaks and tabs may be allowed."""
    return unseen_in(text.translate(_BREAKS) if lines else text) != ""


def whole_signs(text: str) -> bool:
    """Whether no half of a sign is in a text, which nothing can write."""
    return text.isprintable() or not any("\ud800" <= sign <= "\udfff" for sign in text)


class Text(NamedTuple):
    """A text of so many signs at most: one line, or several; `like` says what else it must be.

    Not `plain`: any signs, as the names of files may have, or what somebody typed.
    """

    most: int
    lines: bool = False
    plain: bool = True
    like: Callable[[str], object] | None = None

    def read(self, value: object, path: Path, problems: Problems) -> Data:
        if not isinstance(value, str):
            return problems.add(path, "not-text", value)
        if len(value) > self.most:
            return problems.add(path, "text-too-long", str(len(value)), str(self.most))
        if self.plain and has_unseen(value, lines=self.lines):
            return problems.add(path, "unseen-sign", value)
        if self.like and not self.like(value):
            return problems.add(path, "not-allowed", value)
        return value


class Whole(NamedTuple):
    """A whole number between two, both allowed."""

    least: int
    most: int

    def read(self, value: object, path: Path, problems: Problems) -> Data:
        if type(value) is int and self.least <= value <= self.most:
            return value
        return problems.add(path, "not-a-number", value, f"{self.least}–{self.most}")


class OneOf(NamedTuple):
    """One of some texts or numbers."""

    allowed: tuple[str | int, ...]

    def read(self, value: object, path: Path, problems: Problems) -> Data:
        for one in self.allowed:
            if type(value) is type(one) and value == one:
                return value
        return problems.add(path, "not-allowed", value, ", ".join(map(str, self.allowed)))


class Anything(NamedTuple):
    """What somebody else looks at."""

    def read(self, value: object, path: Path, problems: Problems) -> Data:  # noqa: ARG002
        return value


class OrNone(NamedTuple):
    """A shape, or null."""

    of: Shape

    def read(self, value: object, path: Path, problems: Problems) -> Data:
        return None if value is None else self.of.read(value, path, problems)


class Items(NamedTuple):
    """A list of at most so many of one shape; of exactly so many where `least` says so too."""

    of: Shape
    most: int
    least: int = 0

    def read(self, value: object, path: Path, problems: Problems) -> Data:
        if not isinstance(value, list):
            return problems.add(path, "not-a-list", value)
        if not self.least <= len(value) <= self.most:
            code = "too-many" if len(value) > self.most else "too-few"
            allowed = self.most if len(value) > self.most else self.least
            return problems.add(path, code, str(len(value)), str(allowed))
        return [self.of.read(one, (*path, place), problems) for place, one in enumerate(value)]


class Keys(NamedTuple):
    """An object with these keys, needed or not; others only where they are `open`."""

    needed: Mapping[str, Shape]
    optional: Mapping[str, Shape] = MappingProxyType({})
    open: bool = False

    def read(self, value: object, path: Path, problems: Problems) -> Data:
        if not isinstance(value, dict):
            return problems.add(path, "not-an-object", value)
        known = {**self.needed, **self.optional}
        for key in value:
            if key not in known and not self.open:
                problems.add((*path, shown(key)), "unknown-key", key, ", ".join(known))
        for key in self.needed:
            if key not in value:
                problems.add((*path, key), "missing")
        found = (
            (k, s.read(value[k], (*path, k), problems)) for k, s in known.items() if k in value
        )
        return {key: one for key, one in found if one is not WRONG}


class Named(NamedTuple):
    """An object whose keys are any names, or some of `allowed`, each with the same shape."""

    of: Shape
    most: int
    allowed: tuple[str, ...] | None = None

    def read(self, value: object, path: Path, problems: Problems) -> Data:
        if not isinstance(value, dict):
            return problems.add(path, "not-an-object", value)
        if len(value) > self.most:
            return problems.add(path, "too-many", str(len(value)), str(self.most))
        made: dict[str, Any] = {}
        for key, one in value.items():
            here = (*path, shown(key))
            if self.allowed is not None and key not in self.allowed:
                problems.add(here, "unknown-key", key, ", ".join(self.allowed))
            made[key] = self.of.read(one, here, problems)
        return made
