"""The values of a seminar file: plain text of a length, and lists of strategies."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Container

from nanoexplorer.lessons.schema import LENGTHS, MANY_LINES, STRATEGIES
from nanoexplorer.pack.problems import Problem

Entry = dict[str, object]
Report = Callable[..., None]
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_BREAKS = str.maketrans("\r\u2028\u2029", "\n\n\n")


def reporter(file: str, row: str, problems: list[Problem]) -> Report:
    """Reports `(key, code, found, allowed)` of one part of a file."""

    def report(key: str, code: str, found: object = "", allowed: str = "") -> None:
        problems.append(Problem(file, row, key, code, _shown(found), allowed))

    return report


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text[:80])


def known_keys(entry: Entry, allowed: tuple[str, ...], inside: str, report: Report) -> None:
    """Report every key that is none of the allowed ones."""
    for key in entry:
        if key not in allowed:
            report(inside + key[:60], "unknown-key", key, ", ".join(allowed))


def is_text(value: object, most: int, *, lines: bool = False) -> bool:
    """Whether it is text that can be shown, and no longer than that."""
    return isinstance(value, str) and len(value) <= most and not has_unseen(value, lines=lines)


def has_unseen(text: str, *, lines: bool) -> bool:
    """Whether there are signs in it that nobody sees; line breaks and tabs may be allowed."""
    kept = "\n\t" if lines else ""
    return any(unicodedata.category(sign) in _UNSEEN and sign not in kept for sign in text)


def text_of(entry: Entry, key: str, most: int, report: Report) -> str:
    """The text under a key, or none; what is no text of that length is reported."""
    value = entry.get(key, "")
    if not isinstance(value, str):
        report(key, "not-text", value)
    elif len(value) > most:
        report(key, "text-too-long", str(len(value)), str(most))
    elif has_unseen(value, lines=key in MANY_LINES):
        report(key, "unseen-sign", value)
    else:
        return value
    return ""


def words(
    entry: Entry, key: str, known: Container[str], report: Report, older: bool
) -> tuple[str, ...]:
    """The ids under a key: a list of known ones, each once.

    With an older (or newer) pack one that this pack has not is left out: it can't be shown.
    """
    value = entry.get(key, [])
    if not isinstance(value, list):
        report(key, "not-a-list", type(value).__name__)
        return ()
    if len(value) > STRATEGIES:
        report(key, "too-many", str(len(value)), str(STRATEGIES))
        return ()
    for place, word in enumerate(value):
        if not isinstance(word, str) or (word not in known and not older):
            report(key, "no-strategy", word)
        elif word in value[:place]:
            report(key, "duplicate", word)
    return tuple(word for word in value if isinstance(word, str) and word in known)


def cleaned(text: str, key: str) -> str:
    """A text as it may stand under a key: no sign in it that nobody sees, and not too long."""
    text = text.replace("\r\n", "\n").translate(_BREAKS)
    if key not in MANY_LINES:
        text = text.replace("\n", " ").replace("\t", " ")
    kept = (s for s in text if s in "\n\t" or unicodedata.category(s) not in _UNSEEN)
    return "".join(kept)[: LENGTHS[key]]
