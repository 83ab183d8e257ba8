r"""Makes a pack's index and hashed runs anew; only where its sources' text is at hand.

    .venv/bin/python tests/source_index/make_index.py resources/packs/lung-brain-metastases \
        wu=review.txt overview=abstract.txt

A chapter of a book is the CNXML files of its sections, in their order, with `+` between them; of a
book the pack has a part.

What is written are facts (headings, numbers, DOIs, years, labels of a few words that the pack
quotes) and hashes, never a sentence. A label that the sources do not have is named.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.source_index.book import parse_book
from tests.source_index.facts import INDEX, RUNS, facts_about, hedges, numbers, rows
from tests.source_index.parsing import Entry, Section, Source, parse
from tests.source_index.runs import dump, runs

_LABEL_WORDS = 8
PARTS, BOOK = "+", ".cnxml"
_NUMBER_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def quoted_labels(pack: Path) -> set[str]:
    """What the pack quotes as it stands: status labels and hedges, of at most eight words."""
    labels = {row["label"] for row in rows(pack, "evidence")}
    labels |= {row["hedge"] for row in rows(pack, "criteria")}
    return {label for label in labels if label and len(label.split()) <= _LABEL_WORDS}


def section_facts(section: Section, labels: Iterable[str]) -> dict[str, Any]:
    """A section as it stands in the index."""
    facts: dict[str, Any] = {
        "heading": section.heading,
        "references": list(section.references),
        "numbers": sorted(numbers(section.text) | _in_words(section.text), key=float),
        "labels": sorted(label for label in labels if label in section.text),
        "hedges": sorted(hedges(section.text)),
    }
    return {**facts, "status": section.status} if section.status else facts


def _in_words(text: str) -> set[str]:
    said = set(re.findall(r"[a-z]+", text.lower()))
    return {str(number) for number, word in enumerate(_NUMBER_WORDS, start=2) if word in said}


def entry_facts(entry: Entry) -> dict[str, Any]:
    """An entry of the list of references as it stands in the index."""
    facts = {"number": entry.number, "doi": entry.doi, "year": entry.year}
    return {name: fact for name, fact in facts.items() if fact}


def source_lines(name: str, source: Source, labels: Iterable[str], *, in_part: bool) -> str:
    """One line a section and one an entry, so that a change can be read."""
    parts = {
        "sections": [section_facts(section, labels) for section in source.sections],
        "list": [entry_facts(entry) for entry in source.entries],
    }
    blocks = [f'  "{part}": [\n{_block(facts)}  ]' for part, facts in parts.items()]
    flag = '  "in_part": true,\n' if in_part else ""
    return f' "{name}": {{\n{flag}' + ",\n".join(blocks) + "\n }"


def _block(facts: Sequence[dict[str, Any]]) -> str:
    lines = ",\n".join(f"   {json.dumps(fact, ensure_ascii=False)}" for fact in facts)
    return f"{lines}\n" if lines else ""


def hashed(source: Source) -> set[bytes]:
    """The runs of a source: every section by itself, and every caption."""
    texts = [*(section.text for section in source.sections), *source.captions]
    return {hash_ for text in texts for hash_, _ in runs(text)}


def read_source(files: str) -> tuple[Source, bool]:
    """The source in a text, or in the files of a chapter; and whether it is a part of a book."""
    texts = [Path(file).read_text("utf-8") for file in files.split(PARTS)]
    in_part = files.endswith(BOOK)
    return (parse_book(texts) if in_part else parse(texts[0])), in_part


def main(arguments: Sequence[str]) -> int:
    """Write both files; 2 where the arguments are wrong, 1 where a label is not in the sources."""
    folder, named = Path(arguments[0] if arguments else ""), dict(_named(arguments[1:]))
    files = [file for files in named.values() for file in files.split(PARTS)]
    if not (named and folder.is_dir() and all(Path(file).is_file() for file in files)):
        print("usage: make_index.py PACK SOURCE-ID=FILE[+FILE…] ...", file=sys.stderr)
        return 2
    sources = {name: read_source(files) for name, files in named.items()}
    labels = quoted_labels(folder)
    lines = ",\n".join(
        source_lines(name, source, labels, in_part=in_part)
        for name, (source, in_part) in sources.items()
    )
    about = facts_about(folder)
    about.mkdir(exist_ok=True)
    (about / INDEX).write_text(f"{{\n{lines}\n}}\n", "utf-8")
    (about / RUNS).write_text(
        dump(set[bytes]().union(*(hashed(s) for s, _ in sources.values()))), "ascii"
    )
    texts = [section.text for source, _ in sources.values() for section in source.sections]
    missing = [label for label in sorted(labels) if not any(label in text for text in texts)]
    for label in missing:
        print(f"not in the sources as it stands: {label}")
    return 1 if missing else 0


def _named(arguments: Sequence[str]) -> Iterator[tuple[str, str]]:
    for argument in arguments:
        name, _, files = argument.partition("=")
        yield name, files


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
