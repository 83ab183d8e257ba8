"""What a hit of the search says: a title, and a line under it in which it is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from nanoexplorer.core.evidence import Note, Statement
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.resolve import card
from nanoexplorer.core.search import Found, authors_of
from nanoexplorer.documents.blocks import Weight
from nanoexplorer.documents.card import card_words
from nanoexplorer.documents.citations.plain import one_line
from nanoexplorer.documents.terms import glossary
from nanoexplorer.words import common
from nanoexplorer.words import search as words

_BEFORE: Final = 24
"""Signs of a text that stay before what is found, where its beginning is cut off."""
_ROOM: Final = 60
"""Signs from a text's beginning within which what is found is seen as it is."""

_NAMED: Final = 2
"""Subjects of a statement that are named."""

Marks = tuple[tuple[int, int], ...]


class Marked(NamedTuple):
    """A line of text, and the stretches of it that are found."""

    text: str
    marks: Marks = ()


class Hit(NamedTuple):
    """One thing that is found."""

    group: str
    id: str
    title: Marked
    under: Marked

    @property
    def spoken(self) -> str:
        """The hit as a screen reader says it: of what kind, its title, what stands below."""
        return words.spoken(self.group, self.title.text, self.under.text)


def hits(pack: Pack, profile: Profile, found: Found, group: str, most: int = 0) -> tuple[Hit, ...]:
    """What is found in a group, `most` of it, the best first."""
    say = _SAYS[group]
    made = []
    for id_ in found.ids(group, most):
        title, lines = say(pack, profile, id_)
        named = _marked(found, title)
        made.append(Hit(group, id_, named, _telling(found, named, lines)))
    return tuple(made)


def _marked(found: Found, text: str) -> Marked:
    """A text with what is found in it, from shortly before the first that is found."""
    plain = one_line(text)
    marks = found.marks(plain)
    if not marks or marks[0][1] <= _ROOM:
        return Marked(plain, marks)
    cut = plain.rfind(" ", 0, max(1, marks[0][0] - _BEFORE)) + 1
    lead = f"{words.CUT} " if cut else ""
    move = len(lead) - cut
    return Marked(lead + plain[cut:], tuple((first + move, last + move) for first, last in marks))


def _telling(found: Found, title: Marked, lines: Iterator[str]) -> Marked:
    """The line that tells most of why it is found; the first where the title says it all."""
    first = one_line(next(lines, ""))
    best = Marked(first, found.marks(first))
    if title.marks:
        return best
    for line in lines:
        marked = _marked(found, line)
        if _variety(marked) > _variety(best):
            best = marked
    return best


def _variety(line: Marked) -> int:
    return len({line.text[first:last].casefold() for first, last in line.marks})


def _strategy(pack: Pack, profile: Profile, id_: str) -> tuple[str, Iterator[str]]:
    strategy = pack.strategy[id_]

    def lines() -> Iterator[str]:
        labels = [pack.label(n, getattr(strategy, n)) for n in ("group", "carrier", "purpose")]
        labels += [pack.label("barrier-route", route) for route in strategy.barrier_routes]
        yield common.AND_ALSO.join(dict.fromkeys(label for label in labels if label))
        printed = card_words(pack, card(pack, profile, id_))
        yield common.AND_ALSO.join(p.text for p in printed.pieces if p.weight is not Weight.BEHIND)
        yield common.AND_ALSO.join(chip.label for chip in printed.chips)
        yield common.AND_ALSO.join((*strategy.drugs, *strategy.also_called))
        yield from (piece.text for piece in printed.pieces if piece.weight is Weight.BEHIND)
        about = pack.statements_of.get(id_, ())
        yield from (statement.text for statement in about)
        for work in dict.fromkeys(r for statement in about for r in pack.cites(statement)):
            yield words.CITES.format(authors=", ".join(authors_of(pack.reference[work])))

    return strategy.name, lines()


def _statement(pack: Pack, _: Profile, id_: str) -> tuple[str, Iterator[str]]:
    statement = pack.statement[id_]
    source = pack.source[statement.source].called
    where = words.WHERE.format(source=source, section=statement.section)
    subjects = _subjects(pack, statement)
    about = words.ABOUT.format(where=where, subjects=subjects) if subjects else where
    return statement.text, iter((about,))


def _note(pack: Pack, _: Profile, id_: str) -> tuple[str, Iterator[str]]:
    note = next(note for note in pack.notes if note.id == id_)
    return note.text, iter((_subjects(pack, note),))


def _subjects(pack: Pack, of: Statement | Note) -> str:
    """The first of the strategies and topics that something is about."""
    names = [pack.strategy[id_].name for id_ in of.strategies]
    names += [pack.topic[id_].name for id_ in of.topics]
    return common.AND_ALSO.join(names[:_NAMED])


def _topic(pack: Pack, _: Profile, id_: str) -> tuple[str, Iterator[str]]:
    topic = pack.topic[id_]
    return topic.name, iter((topic.help,))


def _reference(pack: Pack, _: Profile, id_: str) -> tuple[str, Iterator[str]]:
    reference = pack.reference[id_]
    year = "" if reference.year is None else str(reference.year)
    rest = (", ".join(authors_of(reference)), reference.container or reference.publisher, year)
    line = common.AND_ALSO.join(part for part in (*rest, reference.doi) if part)
    return reference.title, iter((line,))


def _term(pack: Pack, _: Profile, id_: str) -> tuple[str, Iterator[str]]:
    entry = next(entry for entry in glossary(pack) if entry.id == id_)
    term = words.TERM.format(term=entry.term, expansion=entry.expansion)
    also = common.AND_ALSO.join(entry.also)
    return term if entry.expansion else entry.term, iter((entry.definition, also))


_SAYS: Final[dict[str, Callable[[Pack, Profile, str], tuple[str, Iterator[str]]]]] = {
    "strategies": _strategy,
    "statements": _statement,
    "notes": _note,
    "topics": _topic,
    "references": _reference,
    "glossary": _term,
}
