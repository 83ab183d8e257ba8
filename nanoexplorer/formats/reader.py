"""The one reader of our own JSON: strict, within bounds, and with no error but its own."""

from __future__ import annotations

import codecs
import json
from typing import Final, NoReturn

from nanoexplorer.formats.shapes import Data, Problem, Problems, Shape, shown

MOST_DEPTH: Final = 32
"""Lists and objects in each other; none of our files has more than six."""


class FormatError(ValueError):
    """Data that is not of the shape it should have, with every problem that was found."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(problems[0].code)
        self.problems = problems


def parsed(content: bytes | str, most: int) -> Data:
    """What JSON says: UTF-8 with or without a byte order mark, at most so many bytes (or signs).

    Raises FormatError, whatever it is handed.
    """
    if len(content) > most:
        raise FormatError(Problem((), "too-large", allowed=f"{most:,}"))
    try:
        data = json.loads(_text(content), object_pairs_hook=_once, parse_constant=_no_number)
    except FormatError:
        raise
    except json.JSONDecodeError as error:
        raise FormatError(Problem((), "not-json", str(error.lineno))) from None
    except RecursionError:
        raise FormatError(Problem((), "too-deep", allowed=str(MOST_DEPTH))) from None
    except ValueError:  # a number of thousands of digits
        raise FormatError(Problem((), "not-json", "1")) from None
    if _deeper(data, MOST_DEPTH):
        raise FormatError(Problem((), "too-deep", allowed=str(MOST_DEPTH)))
    return data


def _text(content: bytes | str) -> str:
    if isinstance(content, str):
        return content
    try:
        return content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise FormatError(Problem((), "not-utf8", str(line))) from None


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    entry = dict(pairs)
    if len(entry) < len(pairs):
        known: set[str] = set()
        for name, _ in pairs:
            if name in known:
                raise FormatError(Problem((), "duplicate", shown(name)))
            known.add(name)
    return entry


def _no_number(name: str) -> NoReturn:
    """NaN and Infinity, which JSON does not know."""
    raise ValueError(name)


def _deeper(data: object, most: int) -> bool:
    """Whether lists and objects stand deeper in each other; level by level, so without a limit."""
    level = [data]
    for _ in range(most + 1):
        inner: list[object] = []
        for one in level:
            if isinstance(one, dict):
                inner += one.values()
            elif isinstance(one, list):
                inner += one
        if not inner:
            return False
        level = inner
    return True


def schema_problem(data: object, family: str, version: int) -> Problem | None:
    """What is wrong with what a file says it is, `family/version`; the rest is not ours then."""
    wanted = f"{family}{version}"
    found = data.get("schema") if isinstance(data, dict) else None
    if found == wanted:
        return None
    number = found.removeprefix(family) if isinstance(found, str) else ""
    newer = number.isascii() and number.isdigit() and len(number) < 9 and int(number) > version
    path = ("schema",) if isinstance(data, dict) else ()
    return Problem(path, "newer" if newer else "foreign", shown(found or ""), wanted)


def shaped(data: object, shape: Shape, problems: Problems | None = None) -> Data:
    """The data where it has that shape. Raises FormatError with everything that is wrong.

    Where `problems` are given they are added to instead, and what is wrong is left out.
    """
    found = Problems() if problems is None else problems
    made = shape.read(data, (), found)
    if problems is None and found.found:
        raise FormatError(*found.found)
    return made
