"""What a claim rests on, in words: *refs 60–62; the abstract*, or *Angeli 2021 [67]*."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.remembering import remembered
from nanoexplorer.documents.blocks import Phrase, Words, joined, plain
from nanoexplorer.documents.citations.numbers import (
    compress,
    list_of,
    main_list,
    number,
    place_in_lists,
)
from nanoexplorer.documents.citations.vancouver import authors, short_name
from nanoexplorer.documents.links import REFERENCE
from nanoexplorer.words import common
from nanoexplorer.words import desktop as words
from nanoexplorer.words import references as reference_words
from nanoexplorer.words.language import form_for

MOST_NAMED: Final = 3
SEPARATOR: Final = "; "


def by_name(pack: Pack, references: Iterable[str]) -> str:
    """*Diehl 2023, Vadhavekar 2024, Broggi 2023 [60–62]*, as far as MOST_NAMED; beyond it *and 4
    more*. Sources are what they are called, and a number of a list that is not the main one says
    which: *Angeli 2021, Li 2020 [67, Lee 3]*.
    """
    return plain(leading(pack, references))


def named(pack: Pack, references: Iterable[str]) -> Phrase:
    """The same, each name leading to its reference and telling of it where one hovers."""
    ids = tuple(references)
    of = {REFERENCE + id_: hover(pack, id_) for id_ in ids}
    return tuple(words._replace(tip=of.get(words.to, "")) for words in leading(pack, ids))


def leading(pack: Pack, references: Iterable[str]) -> Phrase:
    """The same without what is told, for whom finds that when it is asked for."""
    return _named(pack, tuple(references))


@remembered(4096)
def _named(pack: Pack, ids: tuple[str, ...]) -> Phrase:
    itself = {source.reference: source.called for source in pack.sources}
    numbered = _by_number(pack, (id_ for id_ in ids if list_of(id_) and id_ not in itself))
    others = list(dict.fromkeys(i for i in ids if i not in itself and i not in numbered))
    parts = [_with_numbers(pack, numbered)] if numbered else []
    parts += [(_leading(id_, said),) for id_, said in itself.items() if id_ in ids]
    parts += [tuple(_names(pack, others))] if others else []
    return joined(parts, Words(SEPARATOR))


def _by_number(pack: Pack, ids: Iterable[str]) -> list[str]:
    """In the order in which their numbers are written: the main list's, then the others."""
    return sorted(dict.fromkeys(ids), key=lambda id_: place_in_lists(id_, main_of(pack)))


def _with_numbers(pack: Pack, ids: list[str]) -> Phrase:
    names, numbers = tuple(_names(pack, ids)), compress(ids, main_of(pack))
    alone = names[0].text if len(names) == 1 else ""  # all of it leads there
    said = common.NAMED_WITH_NUMBERS.format(names=alone, numbers=numbers)
    return (names[0]._replace(text=said),) if alone else (*names, Words(said))


def _names(pack: Pack, ids: list[str]) -> Iterator[Words]:
    """Authors and years; who published twice in a year is said once, the numbers tell apart."""
    called: dict[str, str] = {}
    for id_ in ids:
        called.setdefault(short_name(pack.reference[id_]), id_)
    for place, (name, id_) in enumerate(called.items()):
        if place == MOST_NAMED:
            yield Words(common.AND_MORE.format(names="", count=len(called) - place))
            return
        if place:
            yield Words(", ")
        yield _leading(id_, name)


def _leading(reference: str, name: str) -> Words:
    return Words(name, to=REFERENCE + reference)


@remembered(4096)
def hover(pack: Pack, reference: str) -> str:
    """What is told of a reference where one hovers over it: authors, year and title, where it
    appeared and as what, and what is remarked on its fit.
    """
    one = pack.reference[reference]
    who = authors(one, MOST_NAMED)
    first = " ".join(part for part in (who, "" if one.year is None else str(one.year)) if part)
    kind = common.REFERENCE_KIND[one.kind]
    checks = [check.text for check in pack.citation_checks if check.reference == reference]
    remark = reference_words.checked(checks, len(pack.cited_by.get(reference, ())))
    lines = (first, one.title, common.AND_ALSO.join(filter(None, (one.container, kind))), remark)
    return "\n".join(line for line in map(common.one_line, lines) if line)


@remembered()
def main_of(pack: Pack) -> str:
    """The list whose numbers stand alone, as `main_list` has it."""
    return main_list(reference.id for reference in pack.references)


def cited(pack: Pack, references: Iterable[str]) -> str:
    """Numbers of the sources' lists, the sources themselves, and the references of notes."""
    ids = tuple(references)
    numbered = [id_ for id_ in ids if list_of(id_)]
    sources = [s.called for s in pack.sources if s.reference in ids]
    itself = {source.reference for source in pack.sources}
    others = [short_name(pack.reference[i]) for i in ids if not list_of(i) and i not in itself]
    refs = form_for(len(numbered), common.REFS).format(numbers=compress(numbered, main_of(pack)))
    return "; ".join(part for part in (refs if numbered else "", *sources, *others) if part)


def label(pack: Pack, reference: str) -> str:
    """The name of a reference at the head of its entry: its number, or what it is called."""
    called = next((s.called for s in pack.sources if s.reference == reference), "")
    return called or (
        number(reference, main_of(pack)) if list_of(reference) else words.NOTE_REFERENCE
    )


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
