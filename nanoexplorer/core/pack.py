"""A pack, whole: its rows, and the look-ups that everything else asks for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeVar

from nanoexplorer.core import evidence as ev
from nanoexplorer.core.decision_table import DecisionTable
from nanoexplorer.core.profile import Field, Profile, blank_profile

VERSION: Final = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6}){0,3}")
"""The shape of a pack's version."""


@dataclass(frozen=True, eq=False)
class Pack:
    """Everything that was distilled from the sources. Compared by identity: it never changes."""

    id: str
    title: str
    version: str
    date: str
    language: str
    licence: str
    curators: str
    citation: str
    profile_name: str
    """What the profile is called: *Tumour profile*."""
    gate: str
    """What the pack is about, in a sentence at the gate."""
    sources: tuple[ev.Source, ...]
    fields: tuple[Field, ...]
    kinds: tuple[ev.Kind, ...]
    scopes: tuple[ev.Scope, ...]
    aspects: tuple[ev.Aspect, ...]
    statuses: tuple[ev.Status, ...]
    vocabulary: tuple[ev.Term, ...]
    strategies: tuple[ev.Strategy, ...]
    topics: tuple[ev.Topic, ...]
    statements: tuple[ev.Statement, ...]
    criteria: tuple[ev.Criterion, ...]
    evidence: tuple[ev.Evidence, ...]
    approvals: tuple[ev.Approval, ...]
    notes: tuple[ev.Note, ...]
    citation_checks: tuple[ev.CitationCheck, ...]
    quantities: tuple[ev.Quantity, ...]
    cases: tuple[ev.Case, ...]
    glossary: tuple[ev.GlossaryEntry, ...]
    references: tuple[ev.Reference, ...]
    search_words: tuple[ev.SearchWord, ...] = ()
    ours: bool = True
    """Whether it comes with the app; of another one all that leaves says who made it."""

    @cached_property
    def blank_profile(self) -> Profile:
        """The profile of which nothing is known."""
        return blank_profile(self.fields)

    @cached_property
    def ordered(self) -> tuple[ev.Strategy, ...]:
        """The strategies as they stand on screen: the pack's order of groups, then name."""
        places = {term.id: place for place, term in enumerate(self.terms("group"))}
        return tuple(
            sorted(self.strategies, key=lambda s: (places[s.group], s.name.casefold(), s.id))
        )

    @cached_property
    def table(self) -> DecisionTable:
        """The decision table, compiled; its rows are in the order of `ordered`."""
        return DecisionTable(self.fields, tuple(s.id for s in self.ordered), self.criteria)

    @cached_property
    def field(self) -> dict[str, Field]:
        """Fields by id."""
        return {field.id: field for field in self.fields}

    @cached_property
    def source(self) -> dict[str, ev.Source]:
        """Sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def kind(self) -> dict[str, ev.Kind]:
        """Kinds of strategy by id."""
        return {kind.id: kind for kind in self.kinds}

    @cached_property
    def aspect(self) -> dict[str, ev.Aspect]:
        """Aspects by id."""
        return {aspect.id: aspect for aspect in self.aspects}

    @cached_property
    def scope(self) -> dict[str, ev.Scope]:
        """Scopes by id."""
        return {scope.id: scope for scope in self.scopes}

    def scope_label(self, scope: str, named: str) -> str:
        """A scope or a disease in words: its name, where it has one of its own."""
        return named or self.scope[scope].label

    @cached_property
    def status(self) -> dict[str, ev.Status]:
        """Statuses by id."""
        return {status.id: status for status in self.statuses}

    @cached_property
    def strategy(self) -> dict[str, ev.Strategy]:
        """Strategies by id."""
        return {strategy.id: strategy for strategy in self.strategies}

    @cached_property
    def case(self) -> dict[str, ev.Case]:
        """Cases by id."""
        return {case.id: case for case in self.cases}

    @cached_property
    def topic(self) -> dict[str, ev.Topic]:
        """Topics by id."""
        return {topic.id: topic for topic in self.topics}

    @cached_property
    def statement(self) -> dict[str, ev.Statement]:
        """Statements by id."""
        return {statement.id: statement for statement in self.statements}

    @cached_property
    def reference(self) -> dict[str, ev.Reference]:
        """References by id, those of notes among them."""
        return {reference.id: reference for reference in self.references}

    @cached_property
    def statements_of(self) -> dict[str, tuple[ev.Statement, ...]]:
        """Strategy id -> its statements, in the pack's order."""
        return _grouped((s, strategy) for s in self.statements for strategy in s.strategies)

    @cached_property
    def statements_on(self) -> dict[str, tuple[ev.Statement, ...]]:
        """Topic id -> its statements, in the pack's order."""
        return _grouped((s, topic) for s in self.statements for topic in s.topics)

    @cached_property
    def evidence_of(self) -> dict[str, tuple[ev.Evidence, ...]]:
        """Rows of the evidence by strategy, in the table's order."""
        return _grouped((row, row.strategy) for row in self.evidence)

    @cached_property
    def approvals_of(self) -> dict[str, tuple[ev.Approval, ...]]:
        """Approvals by strategy, in the table's order."""
        return _grouped((row, row.strategy) for row in self.approvals)

    @cached_property
    def notes_of(self) -> dict[str, tuple[ev.Note, ...]]:
        """Notes by strategy; one of several strategies stands under each."""
        return _grouped((note, strategy) for note in self.notes for strategy in note.strategies)

    @cached_property
    def disputes_of(self) -> dict[str, tuple[ev.Note, ...]]:
        """Strategy id -> the notes that dispute one of its statuses, whatever the profile."""
        disputed = {row.key: row.strategy for row in self.evidence}
        pairs = ((n, disputed[key]) for n in self.notes for key in n.disputes if key in disputed)
        return {strategy: tuple(dict.fromkeys(ns)) for strategy, ns in _grouped(pairs).items()}

    @cached_property
    def checks_of(self) -> dict[str, tuple[ev.CitationCheck, ...]]:
        """Statement id -> the citation checks on the references it cites."""
        return _grouped((check, check.statement) for check in self.citation_checks)

    @cached_property
    def cited_by(self) -> dict[str, tuple[ev.Statement, ...]]:
        """Reference id -> the statements that cite it."""
        return _grouped((s, reference) for s in self.statements for reference in self.cites(s))

    @cached_property
    def _terms(self) -> dict[str, tuple[ev.Term, ...]]:
        return _grouped((term, term.list) for term in self.vocabulary)

    def terms(self, name: str) -> tuple[ev.Term, ...]:
        """One list of the vocabulary (`group`, `carrier`, …) in the pack's order."""
        return self._terms.get(name, ())

    @cached_property
    def _labels(self) -> dict[tuple[str, str], str]:
        return {(term.list, term.id): term.label for term in self.vocabulary}

    def label(self, name: str, id_: str) -> str:
        """The label of a word of one list; the empty string for none."""
        return self._labels.get((name, id_), "")

    def cites(self, statement: ev.Statement) -> tuple[str, ...]:
        """What a statement rests on; with the marker `none` the source itself is the citation."""
        return statement.references or (self.source[statement.source].reference,)

    def cited(self, statements: Iterable[str]) -> tuple[str, ...]:
        """What several statements, by their ids, rest on, each once."""
        found = (self.statement[id_] for id_ in statements)
        return tuple(dict.fromkeys(key for statement in found for key in self.cites(statement)))


_Row = TypeVar("_Row")


def _grouped(pairs: Iterable[tuple[_Row, str]]) -> dict[str, tuple[_Row, ...]]:
    groups: defaultdict[str, list[_Row]] = defaultdict(list)
    for item, key in pairs:
        groups[key].append(item)
    return {key: tuple(items) for key, items in groups.items()}
