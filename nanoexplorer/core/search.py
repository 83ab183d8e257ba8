"""The search box: every word must occur somewhere in what is known of a strategy."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import combining, normalize

from nanoexplorer.core.evidence import Strategy
from nanoexplorer.core.pack import Pack

_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))


def fold(text: str) -> str:
    """Text without case and accents, and with one kind of hyphen."""
    plain = text.translate(_DASHES).casefold()
    if plain.isascii():
        return plain
    return "".join(c for c in normalize("NFKD", plain) if not combining(c))


def haystacks(pack: Pack) -> dict[str, str]:
    """Strategy id -> all words that it is found by, folded."""
    return {s.id: fold("\n".join(_words(pack, s))) for s in pack.strategies}


def hits(found_by: dict[str, str], text: str) -> frozenset[str] | None:
    """The strategies in whose words every word of the text occurs; None for an empty search."""
    words = fold(text).split()
    if not words:
        return None
    return frozenset(s for s, words_of in found_by.items() if all(w in words_of for w in words))


def _words(pack: Pack, strategy: Strategy) -> Iterator[str]:
    yield from (strategy.name, *strategy.drugs, *strategy.also_called)
    for name in ("group", "carrier", "purpose"):
        yield pack.label(name, getattr(strategy, name))
    yield from (pack.label("barrier-route", route) for route in strategy.barrier_routes)
    statements = pack.statements_of.get(strategy.id, ())
    yield from (statement.text for statement in statements)
    for id_ in dict.fromkeys(r for statement in statements for r in pack.cites(statement)):
        yield from (a.family or a.literal for a in pack.reference[id_].authors)
