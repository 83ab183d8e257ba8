"""What kinds of publication stand behind each strategy: how much rests on reviews of reviews."""

from __future__ import annotations

from typing import Final, NamedTuple

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.remembering import remembered

SOURCE_ITSELF: Final = "source-itself"
KINDS_SHOWN: Final = (
    "primary-clinical",
    "primary-preclinical",
    "guideline",
    "review",
    "book-chapter",
    "thesis",
    "label",
    "unclear",
    SOURCE_ITSELF,
)
"""In the order in which they are drawn: what was found out first, then what was written of it."""


class Behind(NamedTuple):
    """How many publications of each of KINDS_SHOWN a strategy's statements cite, each once.

    A source that is its own citation counts as `SOURCE_ITSELF`, whatever its kind.
    """

    strategy: str
    counts: tuple[int, ...]

    @property
    def publications(self) -> int:
        """How many publications there are, of all kinds."""
        return sum(self.counts)

    def of(self, kind: str) -> int:
        """How many are of a kind. Raises ValueError for a kind that is not shown."""
        return self.counts[KINDS_SHOWN.index(kind)]


@remembered()
def kinds_behind(pack: Pack) -> tuple[Behind, ...]:
    """One row a strategy, in the pack's order."""
    return tuple(Behind(s.id, _counted(pack, cited_for(pack, s.id))) for s in pack.ordered)


@remembered()
def kinds_behind_all(pack: Pack) -> Behind:
    """The same for all strategies together, each publication once; its strategy is empty."""
    cited = {reference for s in pack.strategies for reference in cited_for(pack, s.id)}
    return Behind("", _counted(pack, cited))


def cited_for(pack: Pack, strategy: str) -> set[str]:
    """The ids of all references that a strategy's statements cite."""
    return {r for s in pack.statements_of.get(strategy, ()) for r in pack.cites(s)}


def _counted(pack: Pack, references: set[str]) -> tuple[int, ...]:
    sources = {source.reference for source in pack.sources}
    kinds = [SOURCE_ITSELF if r in sources else pack.reference[r].kind for r in references]
    return tuple(kinds.count(kind) for kind in KINDS_SHOWN)
