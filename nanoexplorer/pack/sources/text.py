"""The text of a source: its sections by their headings, what each cites, its list of references."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

ABSTRACT: Final = "Abstract"
TABLE_ROW: Final = re.compile(r"Table \S+: (.+)")
"""How a statement names a row of a table."""
_LISTS: Final = ("references", "bibliography", "literature cited", "literature")
_SIGNS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans(_SIGNS, "0123456789")
_RANGES = r"\d+(?:\s*[,;–-]\s*\d+)*"
_MARK = re.compile(rf"[{_SIGNS}]+(?:[,–⁻-]+[{_SIGNS}]+)*|\^\{{({_RANGES})\}}|\[({_RANGES})\]")
_ENTRY = re.compile(r"\[?(\d{1,4})[\].)]\s*(.+)")
_NUMBERED = re.compile(r"(?:\d+(?:\.\d+)*\.?|[IVX]+\.)\s+(?=\S)")
_HEADING_WORDS = 15
MOST_CITED: Final = 500
"""Numbers of a range, and the last of a source's references."""


class Section(NamedTuple):
    """What stands under a heading, without its marks, and the numbers that are cited there."""

    heading: str
    text: str
    cited: frozenset[int]


class SourceText:
    """The text of one source. `headings`: those that its statements name."""

    def __init__(self, text: str, headings: Sequence[str] = ()) -> None:
        lines = [" ".join(line.split(" ")).strip() for line in text.splitlines()]
        lines = [line.replace("**", "").lstrip("# ") for line in lines if line.strip()]
        end = next((n for n, line in enumerate(lines) if _same(line) in _LISTS), len(lines))
        self._body, self._known = lines[:end], {_same(heading) for heading in headings}
        self.entries = dict(_entries(lines[end:]))
        self.sections = self._sections()
        self.has_marks = any(True for _ in cited_in("\n".join(self._body)))
        self.whole = "\n".join(lines)

    def _sections(self) -> list[Section]:
        begins = [n for n, line in enumerate(self._body) if self._is_heading(line)]
        return [
            _section(self._body[begin], self._body[begin + 1 : end])
            for begin, end in pairwise([*begins, len(self._body)])
        ]

    def _is_heading(self, line: str) -> bool:
        return _same(line) in self._known or is_heading(line)

    def section(self, heading: str) -> Section | None:
        """All that stands under a heading; of `Abstract` and of a table's row what is meant. A text
        without headings is one section, whatever it is called.
        """
        if row := TABLE_ROW.fullmatch(heading):
            return self._joined(heading, [n for n in self._body if _begins(n, row[1])])
        wanted = _same(heading)
        parts = [section for section in self.sections if _same(section.heading) == wanted]
        if parts:
            cited = frozenset[int]().union(*(part.cited for part in parts))
            return Section(heading, "\n".join(part.text for part in parts), cited)
        if not self.sections:
            return self._joined(heading, self._body)
        return self._joined(heading, self._abstract()) if wanted == _same(ABSTRACT) else None

    def _joined(self, heading: str, lines: list[str]) -> Section | None:
        return _section(heading, lines) if lines else None

    def _abstract(self) -> list[str]:
        """What begins with the word, or else what stands before the first heading."""
        begun = [line for line in self._body if _same(line).startswith(_same(ABSTRACT))]
        first = (n for n, line in enumerate(self._body) if self._is_heading(line))
        return begun or self._body[: next(first, len(self._body))]


def is_heading(line: str) -> bool:
    """A short line that begins with a capital or a number and ends with no sign of a sentence."""
    plain = _NUMBERED.sub("", line)
    return (
        "\t" not in line
        and plain[:1].isupper()
        and (plain[-1:].isalpha() or plain.endswith(")"))
        and len(plain.split()) <= _HEADING_WORDS
    )


def _same(heading: str) -> str:
    """A heading as it is compared: without its number, case, blanks and a colon at its end."""
    return " ".join(_NUMBERED.sub("", heading).casefold().rstrip(" :.").split())


def _begins(line: str, name: str) -> bool:
    return _same(line).startswith(_same(name))


def _section(heading: str, lines: Sequence[str]) -> Section:
    text = "\n".join(lines)
    return Section(heading, _MARK.sub("", text), frozenset(cited_in(text)))


def cited_in(text: str) -> Iterator[int]:
    """The numbers of all marks in a text, ranges written out."""
    for mark in _MARK.finditer(text):
        plain = (mark[1] or mark[2] or mark[0]).translate(_PLAIN)
        for part in re.split("[,;]", plain):
            ends = [int(end) for end in re.findall(r"\d+", part)]
            if ends and 0 <= ends[-1] - ends[0] <= MOST_CITED:
                yield from range(ends[0], ends[-1] + 1)


def _entries(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    for line in lines:
        if found := _ENTRY.fullmatch(line):
            yield int(found[1]), found[2]
