"""The references, as they leave: filtered and sorted as on screen, or what stands behind each."""

from __future__ import annotations

from collections.abc import Iterator

from nanoexplorer import strings
from nanoexplorer.citations import vancouver
from nanoexplorer.citations.cited import label, whose
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.reference_kinds import (
    KINDS_SHOWN,
    SOURCE_ITSELF,
    Behind,
    kinds_behind,
    kinds_behind_all,
)
from nanoexplorer.core.reference_list import Listed, listed
from nanoexplorer.core.screen import Screen
from nanoexplorer.documents.evidence import in_order
from nanoexplorer.figures.exhibit import Block, Cell, Exhibit, Listing, Row, Span
from nanoexplorer.figures.listing_cells import MUTED, under, words
from nanoexplorer.figures.reference_columns import Filters, filtered, filters_from
from nanoexplorer.palette import Theme
from nanoexplorer.strings import actions as actions_words
from nanoexplorer.strings import export as ours
from nanoexplorer.strings import references as references_words

LIST = (0.08, 0.66, 0.16, 0.10)
BEHIND = (0.42, 0.58)
_PAGE_BEHIND = "behind"


def exhibit(pack: Pack, screen: Screen, theme: Theme) -> Exhibit:
    """The page of the references that is shown."""
    behind = dict(screen.options).get("references.page", "") == _PAGE_BEHIND
    return _behind(pack, screen) if behind else _list(pack, screen)


def _list(pack: Pack, screen: Screen) -> Exhibit:
    filters = filters_from(dict(screen.options))
    of = frozenset(screen.inspector.references) if screen.inspector else None
    everything = listed(pack)
    rows = filtered(pack, everything, filters, of)
    made = tuple(_row(pack, row) for row in rows) or (_none(),)
    return Exhibit(
        view="references",
        title=f"{pack.title}: {_counted(pack, len(rows), len(everything))}",
        subtitle=_profile(pack, screen),
        body=Listing(((Block("", LIST, made, ours.REFERENCE_HEAD),),)),
        keys=in_order(pack, (row.reference.id for row in rows)),
        remarks=tuple(_limits(pack, screen, filters)),
    )


def _counted(pack: Pack, shown: int, of: int) -> str:
    return references_words.references_counted(shown, of, whose(pack))


def _none() -> Row:
    return Row((words(references_words.NONE, MUTED),), lead=True)


def _profile(pack: Pack, screen: Screen) -> str:
    assert screen.profile
    return strings.profile_line(pack.fields, screen.profile.profile)


def _limits(pack: Pack, screen: Screen, filters: Filters) -> Iterator[str]:
    """What the list leaves out, and by what it is sorted if not by its numbers."""
    limits = []
    if filters.text.strip():
        limits.append(ours.LIMIT_WORDS.format(words=filters.text.strip()))
    if filters.kind:
        limits.append(ours.LIMIT_KIND.format(kind=strings.REFERENCE_KIND[filters.kind]))
    if filters.of_selected and screen.inspector:
        name = screen.inspector.card.strategy.name
        limits.append(ours.LIMIT_SELECTED.format(name=name))
    if limits:
        yield ours.REFERENCES_LIMIT.format(limits=strings.listed(limits))
    if filters.by != Filters().by or filters.down:
        column = references_words.COLUMNS[filters.by]
        said = ours.REFERENCES_FALLING if filters.down else ours.REFERENCES_SORTED
        yield said.format(column=column)


def _row(pack: Pack, row: Listed) -> Row:
    reference = row.reference
    checks = tuple(Span(f"\n{check.text}", "caution", small=True) for check in row.checks)
    return Row(
        (
            words(label(pack, reference.id), MUTED, small=True),
            Cell((Span(vancouver(reference), small=True), *under(reference.remark), *checks)),
            words(strings.REFERENCE_KIND[reference.kind], MUTED, small=True),
            words(str(len(row.statements) or actions_words.NO_NUMBER), MUTED, small=True),
        )
    )


def _behind(pack: Pack, screen: Screen) -> Exhibit:
    """What kinds of publication stand behind each strategy, in words."""
    everything = kinds_behind_all(pack)
    publications = everything.publications - everything.of(SOURCE_ITSELF)
    rows = tuple(_bar(pack, behind) for behind in kinds_behind(pack))
    cited = (
        r
        for s in pack.strategies
        for st in pack.statements_of.get(s.id, ())
        for r in pack.cites(st)
    )
    return Exhibit(
        view="references",
        title=references_words.kinds_title(publications, everything.of("review")),
        subtitle=_profile(pack, screen),
        body=Listing(((Block("", BEHIND, rows, ours.BEHIND_HEAD),),)),
        keys=in_order(pack, cited),
    )


def _bar(pack: Pack, behind: Behind) -> Row:
    kinds = zip(KINDS_SHOWN, behind.counts, strict=True)
    said = "; ".join(
        f"{count} {references_words.kind_shown(kind)}" for kind, count in kinds if count
    )
    return Row((words(pack.strategy[behind.strategy].name), words(said, MUTED, small=True)))
