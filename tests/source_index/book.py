"""A chapter of an open textbook in CNXML -> its sections, what each cites, and its references.

A section is named by its heading; where several have the same one, the heading above comes first
(`Orlistat: Adverse Effects and Contraindications`). A table is named by its caption. The list of
references has no numbers: a reference's number is its place in it, author and year cite it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.etree import ElementTree

from tests.source_index.parsing import Entry, Section, Source

_NAMESPACE = "{http://cnx.rice.edu/cnxml}"
# What tells a reader how to learn from the chapter, and claims nothing of its own.
_BESIDE_THE_POINT = (
    "learning-objectives",
    "single-casestudy",
    "chapter-summary",
    "review-questions",
    "references",
)
_TEXT = ("para", "list", "table", "equation")
_DATE = re.compile(r"\(([^()]*?((?:19|20)\d\d[a-z]?|n\.d\.)[^()]*)\)")
_DOI = re.compile(r"10\.\d{4,9}/[^\s%]+")


class _Part(NamedTuple):
    heading: str
    above: str
    texts: list[str]


def parse_book(modules: Sequence[str]) -> Source:
    """The chapter that these files make, in their order; the last one ends with the references."""
    roots = [ElementTree.fromstring(module) for module in modules]
    parts = [part for root in roots for part in _parts(root)]
    listed = [entry for root in roots for entry in _listed(root)]
    entries = tuple(_entry(place, text) for place, text in enumerate(listed, start=1))
    names = _Names(entries, " ".join(text for part in parts for text in part.texts))
    times = Counter(part.heading for part in parts)
    sections = tuple(_section(part, times[part.heading] > 1, names) for part in parts)
    captions = tuple(_text(caption) for root in roots for caption in root.iter(_tag("caption")))
    return Source(sections, captions, entries)


def _tag(name: str) -> str:
    return f"{_NAMESPACE}{name}"


def _text(element: ElementTree.Element) -> str:
    return " ".join(" ".join(element.itertext()).split()).replace(" ,", ",").replace(" .", ".")


def _parts(root: ElementTree.Element) -> list[_Part]:
    title, content = root.find(_tag("title")), root.find(_tag("content"))
    first = _Part(_text(title) if title is not None else "", "", [])
    parts = [first]
    if content is not None:
        _gather(content, first, parts)
    return [part for part in parts if part.texts]


def _gather(element: ElementTree.Element, part: _Part, parts: list[_Part]) -> None:
    """Add what stands in an element to its part, and what has a heading of its own as a part."""
    for child in element:
        name = child.tag.removeprefix(_NAMESPACE)
        caption = child.find(_tag("caption")) if name == "table" else None
        if caption is not None:
            heading = _text(caption).partition(" (source")[0]
            parts.append(_Part(heading, part.heading, [_text(child)]))
        elif name in _TEXT:
            part.texts.append(_text(child))
        elif name in ("section", "note") and child.get("class") not in _BESIDE_THE_POINT:
            title = child.find(_tag("title"))
            heading = _text(title) if title is not None else ""
            inner = _Part(heading, part.heading, []) if heading else part
            if heading:
                parts.append(inner)
            _gather(child, inner, parts)


def _section(part: _Part, shared: bool, names: _Names) -> Section:
    heading = f"{part.above}: {part.heading}" if shared and part.above else part.heading
    text = " ".join(part.texts)
    return Section(heading, text, tuple(names.cited(text)))


def _listed(root: ElementTree.Element) -> Iterator[str]:
    for section in root.iter(_tag("section")):
        if section.get("class") == "references":
            yield from (_text(para) for para in section.iter(_tag("para")))


def _entry(place: int, text: str) -> Entry:
    doi, year = _DOI.search(text), re.search(r"\(([^()]*)((?:19|20)\d\d)[a-z]?[^()]*\)", text)
    return Entry(place, doi[0].rstrip(".") if doi else "", int(year[2]) if year else None, text)


class _Names:
    """By which words the entries of a list are cited; `text` may shorten the name of a body."""

    def __init__(self, entries: Sequence[Entry], text: str) -> None:
        keys = {entry.number: _key(entry.text) for entry in entries}
        shared = Counter(keys.values())
        self.patterns = {
            entry.number: _pattern(keys[entry.number], entry, text, shared[keys[entry.number]] > 1)
            for entry in entries
        }

    def cited(self, text: str) -> Iterator[int]:
        return (number for number, pattern in self.patterns.items() if pattern.search(text))


def _pattern(key: tuple[str, str], entry: Entry, text: str, shared: bool) -> re.Pattern[str]:
    """Name and year, and between them the first word of the title where others have both too."""
    name, year = key
    short = re.search(rf"{re.escape(name)} \(([A-Z]{{2,5}})\b", f"{entry.text} {text}")
    if not name:
        return re.compile(r"(?!)")
    names = "|".join(re.escape(n) for n in (name, short[1] if short else "") if n)
    title = re.escape(_title(entry.text)) + r"[^()]{0,20}" if shared else ""
    return re.compile(rf"\b(?:{names})\b[^();]{{0,60}}\(?{title}{re.escape(year)}")


def _key(text: str) -> tuple[str, str]:
    date = _DATE.search(text)
    before = text[: date.start()] if date else text
    name = re.sub(r"\s*\([^()]*\)", "", before).strip(" .,")
    person = re.match(r"([^,]+), [A-Z]\b", name)
    return (person[1] if person else name).replace("Daily Med", "DailyMed"), date[2] if date else ""


def _title(text: str) -> str:
    """The first word of what follows the date."""
    date = _DATE.search(text)
    return text[date.end() :].strip(" .").split(" ")[0] if date else ""
