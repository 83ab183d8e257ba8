"""What a claim rests on, in words: *refs 60–62; the abstract*."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from nanoexplorer.core.pack import Pack
from nanoexplorer.documents.citations.numbers import compress, list_of
from nanoexplorer.documents.citations.vancouver import short_name
from nanoexplorer.words import common
from nanoexplorer.words import desktop as words
from nanoexplorer.words import references as reference_words


def cited(pack: Pack, references: Iterable[str]) -> str:
    """Numbers of the sources' lists, the sources themselves, and the references of notes."""
    ids = tuple(references)
    numbered = [id_ for id_ in ids if list_of(id_)]
    sources = [s.called for s in pack.sources if s.reference in ids]
    itself = {source.reference for source in pack.sources}
    others = [short_name(pack.reference[i]) for i in ids if not list_of(i) and i not in itself]
    numbers = common.refs(compress(numbered), len(numbered) > 1) if numbered else ""
    return "; ".join(part for part in (numbers, *sources, *others) if part)


def label(pack: Pack, reference: str) -> str:
    """The name of a reference at the head of its entry: its number, or what it is called."""
    called = next((s.called for s in pack.sources if s.reference == reference), "")
    return called or (compress([reference]) if list_of(reference) else words.NOTE_REFERENCE)


def lists(pack: Pack) -> dict[str, int]:
    """What each source is called -> how many references its list has, if it has one."""
    counts = Counter(list_of(reference.id) for reference in pack.references)
    return {source.called: counts[source.id] for source in pack.sources if counts[source.id]}


def whose(pack: Pack) -> str:
    """Whose the references of a pack are: *134 of the review, 36 of notes, 2 sources*."""
    itself = sum(source.reference in pack.reference for source in pack.sources)
    in_lists = lists(pack)
    added = len(pack.references) - sum(in_lists.values()) - itself
    return reference_words.whose(in_lists, added, itself)
