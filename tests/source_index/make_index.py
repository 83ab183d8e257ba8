"""Makes the index and the hashed runs anew; only where the sources' text is at hand.

    .venv/bin/python tests/source_index/make_index.py wu=review.txt overview=abstract.txt

What is written are facts (headings, numbers, DOIs, years, labels of a few words that the pack
quotes) and hashes, never a sentence. A label that the sources do not have is named.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tests.source_index.facts import INDEX, PACK, RUNS, hedges, numbers, rows
from tests.source_index.parsing import Entry, Section, Source, parse
from tests.source_index.runs import dump, runs

_LABEL_WORDS = 8
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


def source_lines(name: str, source: Source, labels: Iterable[str]) -> str:
    """One line a section and one an entry, so that a change can be read."""
    parts = {
        "sections": [section_facts(section, labels) for section in source.sections],
        "list": [entry_facts(entry) for entry in source.entries],
    }
    blocks = [f'  "{part}": [\n{_block(facts)}  ]' for part, facts in parts.items()]
    return f' "{name}": {{\n' + ",\n".join(blocks) + "\n }"


def _block(facts: Sequence[dict[str, Any]]) -> str:
    lines = ",\n".join(f"   {json.dumps(fact, ensure_ascii=False)}" for fact in facts)
    return f"{lines}\n" if lines else ""


def hashed(source: Source) -> set[bytes]:
    """The runs of a source: every section by itself, and every caption."""
    texts = [*(section.text for section in source.sections), *source.captions]
    return {hash_ for text in texts for hash_, _ in runs(text)}


def main(arguments: Sequence[str]) -> int:
    """Write both files; 2 where the arguments are wrong, 1 where a label is not in the sources."""
    named = dict(argument.partition("=")[::2] for argument in arguments)
    if not named or not all(Path(path).is_file() for path in named.values()):
        print("usage: make_index.py SOURCE-ID=TEXT-FILE ...", file=sys.stderr)
        return 2
    sources = {name: parse(Path(path).read_text("utf-8")) for name, path in named.items()}
    labels = quoted_labels(PACK)
    lines = ",\n".join(source_lines(name, source, labels) for name, source in sources.items())
    INDEX.write_text(f"{{\n{lines}\n}}\n", "utf-8")
    RUNS.write_text(dump(set().union(*map(hashed, sources.values()))), "ascii")
    texts = [section.text for source in sources.values() for section in source.sections]
    missing = [label for label in sorted(labels) if not any(label in text for text in texts)]
    for label in missing:
        print(f"not in the sources as it stands: {label}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
