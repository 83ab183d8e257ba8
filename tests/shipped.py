"""The packs that ship, and what each says that the other does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from nanoexplorer.core.pack import Pack
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack

SHIPPED = tuple(sorted(path for path in bundled_pack().parent.iterdir() if path.is_dir()))
both_packs = pytest.mark.parametrize(
    "controller", SHIPPED, indirect=True, ids=[path.name for path in SHIPPED]
)
"""Of a test of the window: once with each pack that ships."""

ALSO_OURS = {
    "another disease": "what a hollow mark is for",
    "approved": "the state of an agency's approval",
    "drug": "strategies carry drugs, and the search finds them",
    "effect": "a column of criteria",
    "indication": "a column of approvals",
    "now": "of time",
    "not stated": "a model, an interpretation, and an answer of practice",
    "practice": "where one trainee is asked alone",
    "status": "what a source places a strategy at",
}
"""Words of a pack that the app says for itself."""


SHORT = 4
"""Letters of a word that says little by itself."""


@cache
def shipped(path: Path) -> Pack:
    """The pack in this folder."""
    return load_pack(path)


def said_by(pack: Pack) -> Iterator[str]:
    """What a pack is about, in its own words."""
    yield from (pack.title, pack.profile_name, pack.gate)
    yield from (word for word in f"{pack.title} {pack.profile_name}".split() if len(word) > SHORT)
    for kind in pack.kinds:
        yield from (kind.label, kind.plural, kind.short)
    for status in pack.statuses:
        yield from (status.label, status.short_label, status.definition)
    for strategy in pack.strategies:
        yield from (strategy.name, *strategy.drugs, *strategy.also_called)
    for field in pack.fields:
        yield from (field.label, field.tag, field.help)
        yield from (option.phrase for option in field.options)
    yield from (aspect.label for aspect in pack.aspects)
    yield from (scope.label for scope in pack.scopes)
    yield from (topic.name for topic in pack.topics)
    yield from (term.label for term in pack.vocabulary)
    yield from (case.title for case in pack.cases)
    yield from (text for source in pack.sources for text in (source.label, source.called))


@cache
def words_of_another(path: Path) -> re.Pattern[str]:
    """What another pack that ships says and this one does not, anywhere in a text."""
    own = texts_of(path)
    said = {text for other in SHIPPED if other != path for text in said_by(shipped(other)) if text}
    foreign = [text for text in said if text.lower() not in ALSO_OURS and not _has(own, text)]
    any_of = "|".join(sorted(map(re.escape, foreign), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{any_of})(?![\w-])", re.IGNORECASE)


@cache
def texts_of(path: Path) -> str:
    """All that stands in a pack's files."""
    return "\n".join(file.read_text("utf-8") for file in sorted(path.iterdir()))


def _has(texts: str, text: str) -> bool:
    return bool(re.search(rf"(?<![\w-]){re.escape(text)}(?![\w-])", texts, re.IGNORECASE))
