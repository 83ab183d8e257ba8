"""What the sources name for a profile, as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from nanoexplorer.core import case_code
from nanoexplorer.core.explaining import decisive_first
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.resolve import card
from nanoexplorer.core.screen import Card
from nanoexplorer.core.shown.strategies import Column, columns
from nanoexplorer.documents import reasons
from nanoexplorer.documents.groups import gap_line
from nanoexplorer.documents.statuses import statuses_cited
from nanoexplorer.words import commands as words
from nanoexplorer.words import common
from nanoexplorer.words.packs.whose import pack_said

WIDTH = 100
_INDENT = " " * 6


def match_text(pack: Pack, profile: Profile) -> str:
    """Profile, disclaimer, both columns in their groups with reasons, and the sources."""
    return "\n".join(line.rstrip() for line in _lines(pack, profile)) + "\n"


def _lines(pack: Pack, profile: Profile) -> Iterator[str]:
    yield from wrap(common.disclaimer(), WIDTH)
    yield ""
    yield words.LINE_PROFILE.format(profile=common.profile_line(pack.fields, profile))
    yield words.LINE_CODE.format(code=case_code.encode(pack, profile))
    for column in columns(pack, profile):
        yield ""
        yield common.in_capitals(column.kind.plural)
        yield from _column(pack, profile, column)
    yield ""
    sources = "; ".join(source.label for source in pack.sources)
    yield words.LINE_SOURCE.format(sources=sources, pack=pack_said(pack))


def _column(pack: Pack, profile: Profile, shown: Column) -> Iterator[str]:
    for group in shown.groups:
        yield f"  {common.group_size(group.verdict, len(group.strategies))}"
        for strategy in group.strategies:
            yield from _card(pack, card(pack, profile, strategy))
    for gap in shown.gaps:
        yield from wrap(gap_line(pack, shown, gap), WIDTH)


def _card(pack: Pack, shown: Card) -> Iterator[str]:
    yield f"    {shown.strategy.name} [{statuses_cited(pack, shown)}]"
    for reason in decisive_first(shown.verdict, shown.reasons):
        said = reasons.line_cited(pack, reason)
        yield from wrap(said, WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT + "  ")
