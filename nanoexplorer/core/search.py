"""One search over a pack: strategies, statements, notes, topics, references, the glossary.

Every word that is typed must be found in what is looked at. A word is found where a word begins
with it or holds it, where it stands for another (an abbreviation, its expansion, a trade name), and
where one letter is wrong. What is found by a name comes first, what is found by a guess last.

Sets are plain integers, a bit for each thing that can be found, as in the decision table.
"""

from __future__ import annotations

from bisect import bisect_left as bisect
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, reduce
from itertools import accumulate, islice
from operator import and_, or_
from typing import Any, Final, NamedTuple

from nanoexplorer.core.evidence import GlossaryEntry, Reference
from nanoexplorer.core.folding import fold, joined, word_forms, words
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.word_places import WordPlaces, bits_of, places_in

GROUPS: Final = ("strategies", "statements", "notes", "topics", "references", "glossary")
"""What can be found, in the order in which it is shown."""
_INSIDE: Final = 3
"""Letters from which on a word is looked for within words too."""
_GUESSED: Final = 5
"""Letters from which on a word may have a wrong one; one of four only if nothing has it."""
_LONG: Final = 9
"""Letters from which on two may be wrong, if nothing is found otherwise."""
_NEAREST: Final = 3
_LAST: Final = "\U0010ffff"
"""Comes after every letter."""
_ALIKE: Final = 0.6
"""Of one, from which on a word is near to one that nothing has."""

Phrase = tuple[str, ...]
Said = Sequence[tuple[frozenset[str], int]]
"""What a profile adds to strategies: words, folded, and the strategies of which they are said."""


class Tiers(NamedTuple):
    """What is found, from what is sure to what is guessed: each a set of places."""

    name: int = 0
    text: int = 0
    inside: int = 0
    meant: int = 0
    """By what the word is short for, or another name for."""
    behind: int = 0
    """Strategies, by a statement on them or an author whom it cites."""
    guessed: int = 0
    far: int = 0
    """Strategies, by what was guessed of a statement or an author."""


_MEANT: Final = Tiers._fields.index("meant")
_BEHIND: Final = Tiers._fields.index("behind")


class _Clause(NamedTuple):
    """One word that was typed, or several that stand for one thing."""

    tiers: Tiers
    marked: frozenset[str]
    phrases: tuple[Phrase, ...]
    meant: tuple[str, ...]
    respelt: tuple[str, ...]


class Found:
    """What a search has found: ids group by group, the best first, and what to mark in a text."""

    def __init__(self, index: Index, clauses: Sequence[_Clause]) -> None:
        self._index = index
        up_to = [accumulate(clause.tiers, or_) for clause in clauses]
        self._tiers = tuple(reduce(and_, sets) for sets in zip(*up_to, strict=True))
        self._marked = frozenset().union(*(clause.marked for clause in clauses))
        self._phrases = tuple(p for clause in clauses for p in clause.phrases)
        self.meant = tuple(dict.fromkeys(m for clause in clauses for m in clause.meant))
        """What was searched for besides what was typed."""
        self.respelt = tuple(dict.fromkeys(r for clause in clauses for r in clause.respelt))
        """Words that were found with another spelling."""
        self.silent = tuple(n for n, clause in enumerate(clauses) if not any(clause.tiers))
        """The places of the clauses that nothing has."""

    @property
    def everything(self) -> int:
        """What is found in any way, a bit for each entry of the index."""
        return self._tiers[-1] if self._tiers else 0

    def count(self, group: str) -> int:
        """How many of a group are found."""
        return (self.everything & self._index.masks[group]).bit_count()

    def ids(self, group: str, most: int = 0) -> tuple[str, ...]:
        """The ids of a group, the best first and else in the pack's order; `most` of them."""
        found: list[str] = []
        done = 0
        for tier in self._tiers:
            for place in places_in(tier & ~done & self._index.masks[group]):
                if most and len(found) == most:
                    return tuple(found)
                found.append(self._index.ids[place])
            done |= tier
        return tuple(found)

    @cached_property
    def strategies(self) -> frozenset[str]:
        """The ids of the strategies that are found."""
        bits = self.everything & self._index.masks["strategies"]
        return frozenset(self._index.ids[place] for place in places_in(bits))

    def marks(self, text: str) -> tuple[tuple[int, int], ...]:
        """The stretches of a text in which the search is found."""
        found = words(text)
        spans = [(w.start, w.end) for w in found if w.text in self._marked]
        spans += [(w.start, w.end) for w in joined(text, found) if w.text in self._marked]
        folded = tuple(word.text for word in found)
        for phrase in self._phrases:
            for n in range(len(folded) - len(phrase) + 1):
                if folded[n : n + len(phrase)] == phrase:
                    spans.append((found[n].start, found[n + len(phrase) - 1].end))
        return tuple(_merged(sorted(spans)))


class Index:
    """A pack as it is searched in. `said` gives what else is printed of a strategy, whatever the
    profile; `glossary` is the pack's, with terms that are not its own.
    """

    def __init__(
        self,
        pack: Pack,
        said: Callable[[str], Iterable[str]] = lambda _: (),
        glossary: Sequence[GlossaryEntry] = (),
    ) -> None:
        self.ids: list[str] = []
        self.masks: dict[str, int] = {}
        self._names: defaultdict[str, list[int]] = defaultdict(list)
        self._texts: defaultdict[str, list[int]] = defaultdict(list)
        self._authors: defaultdict[str, set[str]] = defaultdict(set)
        self.written: dict[str, str] = {}
        self._folded: dict[str, str] = {}
        self._fill(pack, said, glossary or pack.glossary)
        self._place = {id_: place for place, id_ in enumerate(self.ids[: len(pack.strategies)])}
        self._name = WordPlaces(self._names, len(self.ids))
        self._text = WordPlaces(self._texts, len(self.ids))
        self._subjects = tuple(self._places_of(s.strategies) for s in pack.statements)
        self._citing = WordPlaces(self._places_of_citing(pack), len(pack.strategies))
        self._vocabulary = sorted({*self._name, *self._text})
        self._listed = "\n".join(["", *self._vocabulary, ""])
        self._forms = _forms(pack)
        self._longest = max(map(len, self._forms), default=1)
        called = (words(word.word) for word in pack.search_words)
        self._called = sorted({found[0].text for found in called if len(found) == 1})
        self._respelling: dict[int, list[str]] = {}
        del self._names, self._texts, self._authors, self._folded

    def _fill(
        self,
        pack: Pack,
        said: Callable[[str], Iterable[str]],
        glossary: Sequence[GlossaryEntry],
    ) -> None:
        """Take all that can be found in, group by group."""
        rows: dict[str, Iterator[tuple[str, Iterable[str], Iterable[str]]]] = {
            "strategies": self._strategies(pack, said),
            "statements": ((s.id, (), (s.text, s.section)) for s in pack.statements),
            "notes": ((n.id, (), (n.text,)) for n in pack.notes),
            "topics": ((t.id, (t.name,), (t.help,)) for t in pack.topics),
            "references": self._references(pack),
            "glossary": (_entry(entry) for entry in glossary),
        }
        for group in GROUPS:
            first = len(self.ids)
            for id_, names, texts in rows[group]:
                self._take(self._names, names)
                self._take(self._texts, texts)
                self.ids.append(id_)
            self.masks[group] = (1 << len(self.ids)) - (1 << first)

    def _take(self, level: defaultdict[str, list[int]], texts: Iterable[str]) -> None:
        place = len(self.ids)
        for text in texts:
            for word, written in word_forms(text, self._folded):
                places = level[word]
                if not places or places[-1] != place:
                    places.append(place)
                    self.written.setdefault(word, written)

    def _strategies(
        self, pack: Pack, said: Callable[[str], Iterable[str]]
    ) -> Iterator[tuple[str, Iterable[str], Iterable[str]]]:
        for s in pack.ordered:
            labels = [pack.label(n, getattr(s, n)) for n in ("group", "carrier", "purpose")]
            labels += [pack.label("barrier-route", route) for route in s.barrier_routes]
            yield s.id, (s.name, *s.drugs, *s.also_called), (*labels, *said(s.id))

    def _references(self, pack: Pack) -> Iterator[tuple[str, Iterable[str], Iterable[str]]]:
        for r in pack.references:
            people = authors_of(r)
            for name in people:
                for word in words(name):
                    self._authors[word.text].add(r.id)
            year = "" if r.year is None else str(r.year)
            yield r.id, (*people, r.title), (r.id, r.container, r.publisher, year, r.doi)

    def bits_of(self, strategies: Iterable[str]) -> int:
        """Strategies as a set of places."""
        return bits_of(self._places_of(strategies))

    def _places_of(self, strategies: Iterable[str]) -> tuple[int, ...]:
        return tuple(self._place[s] for s in strategies if s in self._place)

    def _places_of_citing(self, pack: Pack) -> dict[str, list[int]]:
        """A word of an author's name -> the strategies on which a statement cites a work."""
        return {
            word: sorted(
                {
                    place
                    for work in works
                    for statement in pack.cited_by.get(work, ())
                    for place in self._places_of(statement.strategies)
                }
            )
            for word, works in self._authors.items()
        }

    def find(self, text: str, said: Said = ()) -> Found:
        """What has every word of a text; nothing for a text without a word."""
        return Found(self, list(self._clauses([word.text for word in words(text)], said)))

    def _clauses(self, typed: Sequence[str], said: Said) -> Iterator[_Clause]:
        done = 0
        while done < len(typed):
            longest = min(self._longest, len(typed) - done)
            sizes = (
                n for n in range(longest, 1, -1) if tuple(typed[done : done + n]) in self._forms
            )
            size = next(sizes, 1)
            yield self._clause(tuple(typed[done : done + size]), said)
            done += size

    def _clause(self, run: Phrase, said: Said) -> _Clause:
        """What a run of words finds by itself, or by another form of what it stands for."""
        each = [self._word(word, said) for word in run]
        tiers = list(_all_of([one.tiers for one in each]))
        forms = list(self._forms.get(run, ()))
        for called in self._called_like(run[0]) if len(run) == 1 else ():
            forms += self._forms[(called,)]
        meant = reduce(or_, (self._phrase(tokens) for tokens, _ in forms), 0)
        tiers[_MEANT] |= meant
        tiers[_BEHIND] |= self._behind(meant)
        return _Clause(
            Tiers(*tiers),
            frozenset().union(*(one.marked for one in each)),
            tuple(tokens for tokens, _ in forms),
            tuple(written for tokens, written in forms if self._phrase(tokens)),
            tuple(r for one in each for r in one.respelt),
        )

    def _called_like(self, typed: str) -> Iterator[str]:
        """Names of the pack's search words that are being typed, or typed with a wrong letter."""
        if (typed,) in self._forms or typed in self._name or typed in self._text:
            return
        for word in self._called:
            begun = len(typed) > _INSIDE and word.startswith(typed)
            if begun or (len(typed) >= _GUESSED and _distance(typed, word) <= 1):
                yield word

    def _phrase(self, tokens: Phrase) -> int:
        """Where all words of a phrase stand."""
        return reduce(and_, (self._name.any_of((t,)) | self._text.any_of((t,)) for t in tokens))

    def _behind(self, found: int) -> int:
        """The strategies of the statements among what was found."""
        first = len(self._place)
        said = (found & self.masks["statements"]) >> first
        return bits_of([about for n in places_in(said) for about in self._subjects[n]])

    def _word(self, typed: str, said: Said) -> _Clause:
        """What one word finds by itself."""
        begun = self._begun_with(typed)
        within = list(self._within(typed)) if len(typed) >= _INSIDE else []
        name, text = self._name.any_of(begun), self._text.any_of(begun)
        inside = self._name.any_of(within) | self._text.any_of(within)
        spoken: set[str] = set()
        for heard, strategies in said:
            if any(w.startswith(typed) for w in heard):
                text |= strategies
            elif len(typed) >= _INSIDE and any(typed in w for w in heard):
                inside |= strategies
            spoken.update(w for w in heard if typed in w)
        behind = self._behind(text | inside) | self._citing.any_of([*begun, *within])
        meant: list[str] = []
        guessed = far = 0
        if typed not in self._name and typed not in self._text and typed not in spoken:
            meant, guessed, far = self._guess(typed, said, bool(begun or within or spoken))
        marked = frozenset((*begun, *within, *spoken, *meant))
        written = tuple(self.written.get(word, word) for word in meant)
        tiers = Tiers(name, text, inside, 0, behind, guessed, far)
        return _Clause(tiers, marked, (), (), () if begun or within else written)

    def _begun_with(self, typed: str) -> list[str]:
        vocabulary = self._vocabulary
        return vocabulary[bisect(vocabulary, typed) : bisect(vocabulary, f"{typed}{_LAST}")]

    def _within(self, typed: str) -> Iterator[str]:
        """The words that have something in them, but do not begin with it."""
        listed, place = self._listed, 0
        while (place := listed.find(typed, place)) >= 0:
            start, end = listed.rfind("\n", 0, place) + 1, listed.find("\n", place)
            if not listed.startswith(typed, start):
                yield listed[start:end]
            place = end

    def _guess(self, typed: str, said: Said, found: bool) -> tuple[list[str], int, int]:
        """The words that were meant if a letter is wrong, what has them, and what that stands
        behind.
        """
        heard = {word for words_, _ in said for word in words_}
        near = self._alike(typed, heard, found)
        places = self._name.any_of(near) | self._text.any_of(near)
        far = self._behind(places) | self._citing.any_of(near)
        wanted = set(near)
        for words_, strategies in said:
            if not wanted.isdisjoint(words_):
                places |= strategies
        return near, places, far

    def _alike(self, typed: str, heard: Iterable[str], found: bool) -> list[str]:
        size = len(typed)
        if size < _GUESSED - 1 or (size < _GUESSED and found):
            return []
        near = [w for n in (size - 1, size, size + 1) for w in _near(typed, self._sized(n), 1)]
        near += _near(typed, heard, 1)
        if not near and not found:
            longer = {w[:size] for w in self._vocabulary if len(w) > size}
            begun = set(_near(typed, longer, 1)) if size >= _GUESSED else set()
            near = [w for w in self._vocabulary if w[:size] in begun]
        if not near and not found and size >= _LONG:
            near = _near(typed, self._vocabulary, 2)
        return list(dict.fromkeys(near))

    def _sized(self, letters: int) -> list[str]:
        if not self._respelling:
            for word in self._vocabulary:
                self._respelling.setdefault(len(word), []).append(word)
        return self._respelling.get(letters, [])

    def nearest(self, text: str) -> tuple[str, ...]:
        """Other searches that find something, for one that finds nothing: all of it with one word
        replaced, then a word of it, the rarest first, then a word that is like one of it.
        """
        typed = [text[w.start : w.end] for w in words(text)]
        count = {word: self.find(word).everything.bit_count() for word in typed}
        whole, alone = [], []
        for place, word in enumerate(typed):
            for like in _most_alike(fold(word), self._vocabulary) if not count[word] else ():
                alone.append(self.written.get(like, like))
                whole.append(" ".join([*typed[:place], alone[-1], *typed[place + 1 :]]))
        known = sorted((word for word in typed if len(typed) > 1), key=count.__getitem__)
        finding = (t for t in dict.fromkeys((*whole, *known, *alone)) if self.find(t).everything)
        return tuple(islice(finding, _NEAREST))


def authors_of(reference: Reference) -> tuple[str, ...]:
    """The names of a reference's authors, of a body its own."""
    return tuple(a.literal or f"{a.family} {a.given}".strip() for a in reference.authors)


def _entry(entry: GlossaryEntry) -> tuple[str, Iterable[str], Iterable[str]]:
    return entry.id, (entry.term, entry.expansion, *entry.also), (entry.definition,)


def _forms(pack: Pack) -> Mapping[Phrase, tuple[tuple[Phrase, str], ...]]:
    """What is another form of what: a phrase -> the phrases that are searched for as well."""
    forms: defaultdict[Phrase, dict[Phrase, str]] = defaultdict(dict)
    for entry in pack.glossary:
        own = [form for form in (entry.term, entry.expansion) if form]
        for form in own:
            _add(forms, form, [*own, *entry.also])
        for form in entry.also:
            if _is_short(form) or (_is_short(entry.term) and " " in form):
                _add(forms, form, own)
    for word in pack.search_words:
        _add(forms, word.word, [word.finds])
    return {phrase: tuple(others.items()) for phrase, others in forms.items()}


def _add(forms: defaultdict[Phrase, dict[Phrase, str]], form: str, others: Iterable[str]) -> None:
    """Let a form, and what it ends with, find others: a brain barrier is a blood–brain barrier."""
    whole = tuple(word.text for word in words(form))
    for start in range(max(1, len(whole) - 1)):
        for other in others:
            phrase = tuple(word.text for word in words(other))
            if phrase and whole and phrase != whole[start:]:
                forms[whole[start:]].setdefault(phrase, other)


def _is_short(form: str) -> bool:
    """Whether a form is an abbreviation."""
    return " " not in form and sum(sign.isupper() for sign in form) > 1


def _all_of(each: Sequence[Tiers]) -> Iterator[int]:
    """What has all of several words, in the tier of the one that is least sure."""
    done = 0
    for tier in zip(*(accumulate(tiers, or_) for tiers in each), strict=True):
        every = reduce(and_, tier)
        yield every & ~done
        done |= every


def _merged(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches without overlaps."""
    start = end = -1
    for first, last in spans:
        if first > end:
            if end > 0:
                yield start, end
            start, end = first, last
        end = max(end, last)
    if end > 0:
        yield start, end


# The library comes with the first word that may be misspelt: a start needs none of it.


def _distance(one: str, other: str) -> int:
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other)


def _near(typed: str, among: Iterable[str], most: int) -> list[str]:
    """The words that differ in at most so many letters; two that changed places are one."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    # Its stubs know only scorers that count in parts.
    far: Any = OSA.distance
    found = extract(typed, among, scorer=far, score_cutoff=most, limit=None)
    return [word for word, _, _ in found]


def _most_alike(typed: str, among: Iterable[str]) -> list[str]:
    from rapidfuzz.distance import Indel
    from rapidfuzz.process import extract

    alike = Indel.normalized_similarity
    found = extract(typed, among, scorer=alike, score_cutoff=_ALIKE, limit=_NEAREST)
    return [word for word, _, _ in found]
