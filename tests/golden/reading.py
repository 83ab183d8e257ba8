"""What a file that leaves the app says, as lines that can be compared and read in a diff.

What changes with every release, or says nothing, is left out by one rule: the versions of app and
pack, and case codes, which are made with the pack's, stand as words in braces; the ids of shapes,
and names made of them, are dropped; places are told in whole px.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from itertools import compress
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree

from lxml import etree
from pptx import Presentation
from pypdf import PdfReader

import nanoexplorer
from nanoexplorer.render.job import Job
from nanoexplorer.words import common

EMU = 9525
WIDE = 140
"""Signs that an element of a slide may take on its line."""
PLACES = ("x", "y", "cx", "cy")
CASE_CODE = re.compile(r"\bNX(?:-[0-9A-Z.]*[0-9A-Z])+")
TEXT = "{http://www.w3.org/2000/svg}text"
SILENT = re.compile(r"<(style|script|svg|nanoexplorer-state)\b.*?</\1>", re.DOTALL)
POLICY = re.compile(r"default-src[^\"]*")
"""Which names the sums of styles and scripts."""


def read(path: Path, job: Job) -> list[str]:
    """The lines of a file that was made of a job."""
    return [_steady(line, job).rstrip() for line in _READERS[path.suffix](path)]


def _steady(line: str, job: Job) -> str:
    """A line without what every release changes."""
    line = CASE_CODE.sub("{case code}", line)
    for name, version in (
        (common.APP, nanoexplorer.__version__),
        (job.pack.id, job.pack.version),
    ):
        line = line.replace(f"{name} {version}", f"{name} {{version}}")
    return " | ".join(line.splitlines())


def _slides(path: Path) -> Iterator[str]:
    """The XML of each slide as an outline, then the words of its notes."""
    for number, slide in enumerate(Presentation(str(path)).slides, start=1):
        yield f"slide {number}"
        yield from _outline(etree.fromstring(slide.part.blob), 1)
        yield f"notes {number}"
        yield from (f" {line}" for line in slide.notes_slide.notes_text_frame.text.splitlines())


def _outline(element: Any, depth: int) -> Iterator[str]:
    """An element, on one line with all that is in it while that is short."""
    line = " " * depth + _whole(element)
    if not len(element) or len(line) <= WIDE:
        yield line
    else:
        yield " " * depth + _head(element)
        for part in element:
            yield from _outline(part, depth + 1)


def _whole(element: Any) -> str:
    inside = [_whole(part) for part in element]
    parts = f" {{ {', '.join(inside)} }}" if len(inside) > 1 else "".join(f" > {i}" for i in inside)
    return _head(element) + parts


def _head(element: Any) -> str:
    """Its name, what it says of itself but for ids, and its text."""
    said = [f"{element.prefix}:{etree.QName(element).localname}"]
    for key, value in element.attrib.items():
        name = etree.QName(key).localname
        if name in PLACES:
            said.append(f"{name}={round(int(value) / EMU)}")
        elif name not in ("id", "embed") and not (name == "name" and value.isdecimal()):
            said.append(f"{name}={value}")
    return " ".join([*said, *([repr(element.text)] if element.text else [])])


def _drawing(path: Path) -> Iterator[str]:
    """Every text in the order in which it is drawn, with its size, weight, slant and colour."""
    for text in ElementTree.parse(path).getroot().iter(TEXT):
        look = (text.get(key, "") for key in ("font-size", "font-weight", "font-style", "fill"))
        yield f"{' '.join(look)}  {''.join(text.itertext())}"


def _pages(path: Path) -> Iterator[str]:
    for number, page in enumerate(PdfReader(path).pages, start=1):
        yield f"page {number}"
        yield from (f" {line}" for line in page.extract_text().splitlines())


def _web_page(path: Path) -> Iterator[str]:
    """Its markup, an element a line, without what is in styles, scripts, drawings and its state."""
    markup = SILENT.sub(r"<\1>…</\1>", path.read_text("utf-8"))
    yield from re.sub(r">\s*<", ">\n<", POLICY.sub("…", markup)).splitlines()


def _table(path: Path) -> Iterator[str]:
    """A line a cell, with its column; what all rows have alike once, at the top."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        heads, *rows = csv.reader(lines, strict=True)
    differ = [len(set(column)) > 1 for column in zip(*rows, strict=True)]
    yield "all rows"
    yield from _cells(heads, rows[0], [not each for each in differ])
    for number, row in enumerate(rows, start=1):
        yield f"row {number}"
        yield from _cells(heads, row, differ)


def _cells(heads: list[str], row: list[str], wanted: list[bool]) -> Iterator[str]:
    for head, cell in compress(zip(heads, row, strict=True), wanted):
        yield f" {head}: {cell}"


_READERS: Final[dict[str, Callable[[Path], Iterator[str]]]] = {
    ".pptx": _slides,
    ".svg": _drawing,
    ".pdf": _pages,
    ".csv": _table,
    ".html": _web_page,
}
