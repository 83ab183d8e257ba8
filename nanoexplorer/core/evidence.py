"""What a pack holds: strategies, statements, where they stand, and what stands behind them.

The annotations of a row type declare its table's columns; they are read as they are, not as text.
"""

from typing import Annotated, Literal, NamedTuple

from nanoexplorer.core.cells import (
    NO_COLUMN,
    Cell,
    Id,
    MaybeText,
    MaybeTexts,
    Name,
    at,
    maybe_at,
    name_like,
    one_of,
)
from nanoexplorer.core.profile import Profile, Value

Test = Literal["is", "is-not", "one-of", "at-most", "at-least", "below", "above", "outside"]
Effect = Literal["for", "against"]
BASES = ("stated", "interpretation")
GLYPHS = ("disc", "diamond", "triangle", "square", "ring", "dashed-ring")
STATUS_ROLES = (
    "status-in-practice",
    "status-approved",
    "status-clinical-trials",
    "status-investigational",
    "status-preclinical",
    "status-not-stated",
)
VOCABULARY_LISTS = ("group", "carrier", "purpose", "barrier-route")
ASPECT = "aspect"
"""What a map's rows or columns can be beside the lists of the vocabulary."""
LABEL_WORDS = 8
FIRST_YEAR, LAST_YEAR = 1500, 2100
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


class Kind(NamedTuple):
    """A kind of strategy; `plural` heads its column, `short` its map.

    Its map, if it has one (`map_order` is its place among the maps), has as rows and columns what
    the strategies have of two lists of the vocabulary, or the aspects of what is said.
    """

    id: Id
    label: Name
    plural: Annotated[str, name_like("label")]
    short: Annotated[str, name_like("plural")]
    map_order: Annotated[int, Cell(required=False, most=99)]
    map_rows: Annotated[str, Cell(required=False, allowed=(*VOCABULARY_LISTS, ASPECT))]
    map_columns: Annotated[str, Cell(required=False, allowed=(*VOCABULARY_LISTS, ASPECT))]


class Scope(NamedTuple):
    """What a status or a statement is for. One is the pack's own `subject`; of one that is `named`
    the name stands beside it.
    """

    id: Id
    label: Name
    means: Annotated[str, Cell(required=False, allowed=("subject", "named", "not-stated"))]


class Aspect(NamedTuple):
    """What a statement says of its subjects, in the order in which it is shown.

    `against`: it speaks against them. `how`: it says how they work. `mapped`: it is a column of a
    map of aspects.
    """

    id: Id
    label: Name
    against: bool
    how: bool
    mapped: bool


class Status(NamedTuple):
    """How far a source places a strategy; a higher `rank` is further advanced.

    `brief`: the definition in a few words, where all are listed.

    `stated`: no where the source states none. `approval`: it ends with the approvals that the pack
    knows of. `hollow_elsewhere`: outside the pack's own subject it is not drawn as if it were.
    """

    id: Id
    rank: Annotated[int, Cell(most=999)]
    label: Name
    short_label: Annotated[str, name_like("label")]
    definition: str
    stated: bool
    approval: bool
    hollow_elsewhere: bool
    glyph: Annotated[str, one_of(*GLYPHS)]
    role: Annotated[str, one_of(*STATUS_ROLES)]
    brief: MaybeText = ""


class Term(NamedTuple):
    """A word that the pack's tables may use in one of its lists (group, carrier, purpose, …)."""

    list: Annotated[str, one_of(*VOCABULARY_LISTS)]
    id: Annotated[str, Cell("slug")]
    label: Name
    help: MaybeText


class Strategy(NamedTuple):
    """What the sources name for some profile, or for all."""

    id: Id
    name: Name
    kind: Annotated[str, at("kinds")]
    group: Annotated[str, at("vocabulary:group")]
    carrier: Annotated[str, maybe_at("vocabulary:carrier")]
    purpose: Annotated[str, maybe_at("vocabulary:purpose")]
    barrier_routes: Annotated[tuple[str, ...], maybe_at("vocabulary:barrier-route")]
    drugs: MaybeTexts
    also_called: MaybeTexts

    def terms(self, name: str) -> tuple[str, ...]:
        """What it has of a list of the vocabulary."""
        if name == "barrier-route":
            return self.barrier_routes
        one: str = getattr(self, name)
        return (one,) if one else ()


class Topic(NamedTuple):
    """What a statement can be about when it is about no strategy."""

    id: Id
    name: Name
    help: MaybeText


class Statement(NamedTuple):
    """One claim of one source, in the pack's own words; it may have several subjects."""

    id: Id
    source: Annotated[str, at("sources")]
    section: str
    references: Annotated[tuple[str, ...], maybe_at("references")]
    marker: Annotated[str, one_of("sentence", "passage", "none")]
    aspect: Annotated[str, at("aspects")]
    disease: Annotated[str, at("scopes")]
    disease_named: MaybeText
    model: Annotated[tuple[str, ...], one_of(*MODELS)]
    subjects: Annotated[tuple[str, ...], at("strategies", "topics")]
    text: str
    strategies: Annotated[tuple[str, ...], NO_COLUMN]
    topics: Annotated[tuple[str, ...], NO_COLUMN]


class Criterion(NamedTuple):
    """One row of the decision table; rows of one alternative are ANDed, alternatives ORed.

    `effect`: the source names the strategy for it, or as a reason against it; all rows of an
    alternative have the same. `value`: several where `test` is `one-of`; the words of the condition
    where it is `outside`, and `field` is empty then. `when_unknown` is a caveat of each against.
    """

    strategy: Annotated[str, at("strategies")]
    alternative: Annotated[int, Cell(least=1, most=99)]
    field: Annotated[str, maybe_at("fields")]
    effect: Effect
    test: Test
    value: Annotated[Value | tuple[Value, ...], Cell("text")]
    basis: Annotated[str, one_of(*BASES)]
    hedge: MaybeText
    when_unknown: Annotated[str, Cell(required=False, allowed=("open", "caveat"))]
    statement: Annotated[str, at("statements")]


class Evidence(NamedTuple):
    """Where one source places a strategy; `label` is the source's own, verbatim."""

    strategy: Annotated[str, at("strategies")]
    source: Annotated[str, at("sources")]
    status: Annotated[str, at("statuses")]
    label: Annotated[str, Cell(required=False, words=LABEL_WORDS)]
    scope: Annotated[str, at("scopes")]
    scope_named: MaybeText
    statement: Annotated[str, at("statements")]
    alternative: Annotated[int, Cell(required=False, most=99)] = 0
    """The alternative of the strategy's criteria that it is tied to; 0 for none."""

    @property
    def key(self) -> str:
        """How a note names the status that it disputes: *strategy source status*."""
        return f"{self.strategy} {self.source} {self.status}"


class Approval(NamedTuple):
    """An agency's decision on a product, with a reference of its own."""

    id: Id
    strategy: Annotated[str, at("strategies")]
    agency: Name
    product: Name
    indication: str
    year: Annotated[int | None, Cell(least=FIRST_YEAR, most=LAST_YEAR)]
    state: Annotated[str, one_of("approved", "discontinued", "withdrawn")]
    reference: Annotated[str, at("references")]


class Condition(NamedTuple):
    """A test on the profile that decides whether a note is shown."""

    field: str
    test: Test
    value: Value | tuple[Value, ...]


class Note(NamedTuple):
    """The curator's remark, with references of its own; never part of what a source says."""

    id: Id
    strategies: Annotated[tuple[str, ...], maybe_at("strategies")]
    topics: Annotated[tuple[str, ...], maybe_at("topics")]
    when: Annotated[tuple[Condition, ...], Cell("conditions", required=False)]
    text: str
    references: Annotated[tuple[str, ...], at("references")]
    disputes: Annotated[tuple[str, ...], Cell("evidence", required=False)] = ()
    """Keys of the evidence that it contradicts or limits."""


class CitationCheck(NamedTuple):
    """A remark on how a reference fits the statement citing it, judged by title and venue alone."""

    id: Id
    reference: Annotated[str, at("references")]
    statement: Annotated[str, at("statements")]
    text: str


class Quantity(NamedTuple):
    """A figure as its source gives it; the same `measure` stands side by side."""

    id: Id
    measure: Name
    value: str
    unit: MaybeText
    population: str
    statement: Annotated[str, at("statements")]
    tension: Annotated[str, one_of("none", "between-sources", "within-source")]
    remark: MaybeText


class Case(NamedTuple):
    """A ready-made profile with what it teaches."""

    id: Id
    title: Name
    profile: Annotated[Profile, Cell("profile")]
    objective: str
    teaching_point: str


class GlossaryEntry(NamedTuple):
    """A term or an abbreviation, explained."""

    id: Id
    term: Name
    expansion: MaybeText
    definition: str
    also: MaybeTexts


class SearchWord(NamedTuple):
    """What somebody may type, such as a trade name, and what is searched for then. It is the
    curator's, never shown as what a source says.
    """

    word: str
    finds: str


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
    pmid: str = ""
    more: str = ""
    """JSON of what a reference manager had beside it."""
