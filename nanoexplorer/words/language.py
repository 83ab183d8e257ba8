"""The language in which the app speaks: the texts of all modules of this package, swapped in place.

English stands in the modules themselves. Another language is one file, a JSON object: its
`schema`, its `plural` (which of a text's forms a number `n` takes, as gettext writes it), and its
`texts`: `module.NAME` to what stands there instead, in the same shape. What is not in it stays
English. So texts are looked up when they are shown and never copied, and no sentence is put
together from parts: a part is a text with braces.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from types import ModuleType
from typing import Any, Final, NamedTuple

ENGLISH: Final = "en"
_PACKAGE: Final = __name__.rpartition(".")[0]


class Forms(tuple[str, ...]):
    """One text with `{number}` in it, in each of the forms that a number gives it."""

    __slots__ = ()

    def __new__(cls, *texts: str) -> Forms:
        """From texts in the order of the language's plural forms."""
        return super().__new__(cls, texts)


def of_two(number: int) -> int:
    """The plural of English: one, or any other number."""
    return int(number != 1)


class Language(NamedTuple):
    """A language: which form a number takes, and texts by `module.NAME`."""

    plural: Callable[[int], int] = of_two
    texts: Mapping[str, Any] = {}


_spoken = Language()
_english: dict[str, object] = {}


def form_for(number: int, forms: Forms) -> str:
    """The form that a number takes in the language that is spoken."""
    return forms[min(_spoken.plural(number), len(forms) - 1)]


def speak(language: Language) -> None:
    """Swap the texts; an empty language is English. Before anything is shown: nothing follows."""
    global _spoken
    for name, text in _english.items():
        _put(name, text)
    _english.clear()
    for name, text in language.texts.items():
        _english[name] = _put(name, text)
    _spoken = language


def _put(name: str, text: object) -> object:
    """Put a text in its module; returns what stood there."""
    within, _, constant = name.rpartition(".")
    module = sys.modules[f"{_PACKAGE}.{within}"]
    before = getattr(module, constant)
    setattr(module, constant, text)
    return before


def texts() -> dict[str, Any]:
    """Every text of the app as it stands, by `module.NAME`."""
    return {
        f"{prefix}{name}": value
        for prefix, module in _modules()
        for name, value in vars(module).items()
        if name.isupper() and not name.startswith("_") and has_text(value)
    }


def _modules() -> Iterator[tuple[str, ModuleType]]:
    from pkgutil import walk_packages  # not with a start

    for found in walk_packages(import_module(_PACKAGE).__path__, f"{_PACKAGE}."):
        name = found.name.removeprefix(f"{_PACKAGE}.")
        if not name.startswith("language"):
            yield f"{name}.", import_module(found.name)


def has_text(value: object) -> bool:
    """Whether it is a text, or holds texts."""
    if isinstance(value, Mapping):
        return all(map(has_text, value.values()))
    return isinstance(value, str) or (isinstance(value, tuple) and all(map(has_text, value)))
