"""What a pack holds: strategies, statements, where they stand, and what stands behind them."""

from __future__ import annotations

from typing import Literal, NamedTuple

from nanoexplorer.core.profile import Profile, Value

Kind = Literal["treatment-modality", "nanocarrier-strategy"]
KINDS: tuple[Kind, ...] = ("treatment-modality", "nanocarrier-strategy")
Test = Literal["is", "is-not", "one-of", "at-most", "at-least", "outside"]
Effect = Literal["for", "against"]
EFFECTS: tuple[Effect, ...] = ("for", "against")
BASES = ("stated", "interpretation")
ASPECTS = (
    "indication",
    "mechanism",
    "benefit",
    "limitation",
    "resistance",
    "toxicity",
    "status",
    "challenge",
    "source",
)
SCOPES = (
    "lung-brain-metastases",
    "brain-metastases-any-primary",
    "lung-cancer",
    "other",
    "not-stated",
)
MODELS = ("human", "animal", "in-vitro", "not-stated")
REFERENCE_KINDS = (
    "guideline",
    "review",
    "primary-clinical",
    "primary-preclinical",
    "book-chapter",
    "thesis",
    "label",
    "unclear",
)


class Source(NamedTuple):
    """A publication that the pack distils."""

    id: str
    label: str
    called: str
    reference: str
    covers: str
    search_reach: str


class Status(NamedTuple):
    """A rung: how far a source places a strategy; a higher `rank` is further advanced."""

    id: str
    rank: int
    label: str
    short_label: str
    definition: str
    glyph: str
    role: str


class Term(NamedTuple):
    """A word that the pack's tables may use in one of its lists (group, carrier, purpose, …)."""

    list: str
    id: str
    label: str
    help: str


class Strategy(NamedTuple):
    """A treatment modality or a nanocarrier strategy."""

    id: str
    name: str
    kind: Kind
    group: str
    carrier: str
    purpose: str
    barrier_routes: tuple[str, ...]
    drugs: tuple[str, ...]
    also_called: tuple[str, ...]


class Topic(NamedTuple):
    """What a statement can be about when it is about no strategy."""

    id: str
    name: str
    help: str


class Statement(NamedTuple):
    """One claim of one source, in the pack's own words; it may have several subjects."""

    id: str
    source: str
    section: str
    references: tuple[str, ...]
    marker: str
    aspect: str
    disease: str
    disease_named: str
    model: tuple[str, ...]
    text: str
    strategies: tuple[str, ...]
    topics: tuple[str, ...]


class Criterion(NamedTuple):
    """One row of the decision table; rows of one alternative are ANDed, alternatives ORed.

    `effect`: the source names the strategy for it, or as a reason against it; all rows of an
    alternative have the same. `value`: several where `test` is `one-of`; the words of the condition
    where it is `outside`, and `field` is empty then.
    """

    strategy: str
    alternative: int
    field: str
    effect: Effect
    test: Test
    value: Value | tuple[Value, ...]
    basis: str
    hedge: str
    when_unknown: str
    statement: str


class Evidence(NamedTuple):
    """Where one source places a strategy; `label` is the source's own, verbatim."""

    strategy: str
    source: str
    status: str
    label: str
    scope: str
    scope_named: str
    statement: str


class Approval(NamedTuple):
    """An agency's decision on a product, with a reference of its own."""

    id: str
    strategy: str
    agency: str
    product: str
    indication: str
    year: int | None
    state: str
    reference: str


class Condition(NamedTuple):
    """A test on the profile that decides whether a note is shown."""

    field: str
    test: Test
    value: Value | tuple[Value, ...]


class Note(NamedTuple):
    """The curator's remark, with references of its own; never part of what a source says."""

    id: str
    strategies: tuple[str, ...]
    topics: tuple[str, ...]
    when: tuple[Condition, ...]
    text: str
    references: tuple[str, ...]


class CitationCheck(NamedTuple):
    """A remark on how a reference fits the statement citing it, judged by title and venue alone."""

    id: str
    reference: str
    statement: str
    text: str


class Quantity(NamedTuple):
    """A figure as its source gives it; the same `measure` stands side by side."""

    id: str
    measure: str
    value: str
    unit: str
    population: str
    statement: str
    tension: str
    remark: str


class Case(NamedTuple):
    """A ready-made profile with what it teaches."""

    id: str
    title: str
    profile: Profile
    objective: str
    teaching_point: str


class GlossaryEntry(NamedTuple):
    """A term or an abbreviation, explained."""

    id: str
    term: str
    expansion: str
    definition: str
    also: tuple[str, ...]


class Author(NamedTuple):
    """A person (`family`, `given`) or a body (`literal`)."""

    family: str
    given: str
    literal: str


class Reference(NamedTuple):
    """A bibliographic entry: CSL-JSON's variables under their names, and what kind it is."""

    id: str
    type: str
    kind: str
    title: str
    authors: tuple[Author, ...]
    et_al: bool
    container: str
    volume: str
    issue: str
    page: str
    year: int | None
    publisher: str
    doi: str
    url: str
    accessed: str
    remark: str
