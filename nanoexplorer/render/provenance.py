"""Provenance: what whatever leaves the app says of itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from nanoexplorer import __version__
from nanoexplorer.core.pack import Pack
from nanoexplorer.documents.citations.cited import cited
from nanoexplorer.documents.citations.numbers import list_of, number
from nanoexplorer.documents.citations.vancouver import short_name
from nanoexplorer.formats.view_code import view_code
from nanoexplorer.render.job import Job
from nanoexplorer.render.rows.rendering import Span
from nanoexplorer.words import common
from nanoexplorer.words import export as words

MOST_NAMED: Final = 200
"""Signs that authors' names may take; where they would take more, numbers stand alone."""
BETWEEN: Final = " · "


class Provenance(NamedTuple):
    """Ready words, each a sentence or a line of its own. `keys`: the references shown."""

    disclaimer: str
    sources: str
    keys: str
    reach: tuple[str, ...]
    profile: str
    version: str
    case_code: str
    remarks: tuple[str, ...]
    scanned: str = ""
    """What the code to be scanned says: the view with all that shapes it."""

    @property
    def inside(self) -> str:
        """The line within a figure's own edges, which stays when the rest is cropped off."""
        return words.PROVENANCE_INSIDE.format(disclaimer=self.disclaimer, sources=self.sources)


def provenance_of(job: Job) -> Provenance:
    """The provenance of what a job shows. Nothing in it is left out for want of room."""
    pack, screen = job.pack, job.screen
    assert screen.profile
    return Provenance(
        disclaimer=common.DISCLAIMER_LEAD,
        sources=_sources(pack),
        keys=keys_line(pack, job.rendering.keys),
        reach=tuple(
            words.PROVENANCE_REACH.format(source=source.called, reach=source.search_reach)
            for source in pack.sources
            if source.search_reach
        ),
        profile=words.PROVENANCE_PROFILE.format(
            profile=common.profile_line(pack.fields, screen.profile.profile)
        ),
        version=words.PROVENANCE_VERSION.format(
            app=common.APP, version=__version__, pack=pack.id, pack_version=pack.version
        ),
        case_code=screen.profile.case_code,
        remarks=job.rendering.remarks,
        scanned=view_code(pack, job.intent, job.view),
    )


def provenance_spans(provenance: Provenance, page: str = "") -> list[Span]:
    """The provenance as it stands at the foot; `page` such as "2 of 3". Remarks stand elsewhere."""
    lines = [" ".join(provenance.reach), provenance.profile]
    last = [provenance.version, provenance.case_code, *([page] if page else [])]
    return [
        Span(f"{provenance.disclaimer} ", "caution", bold=True, small=True),
        Span(f"{provenance.sources} {provenance.keys}", "ink-muted", small=True),
        *(
            Span(f"\n{line}", "ink-muted", small=True)
            for line in (*lines, BETWEEN.join(last))
            if line
        ),
    ]


def _sources(pack: Pack) -> str:
    one, several = words.PROVENANCE_SOURCES
    shape = one if len(pack.sources) == 1 else several
    return shape.format(sources="; ".join(source.label for source in pack.sources))


def keys_line(pack: Pack, keys: Sequence[str]) -> str:
    """Numbers with authors and years while they fit, else numbers alone, runs joined."""
    if not keys:
        return words.PROVENANCE_NO_KEYS
    named = BETWEEN.join(_named(pack, keys))
    return words.PROVENANCE_KEYS.format(
        keys=named if len(named) <= MOST_NAMED else cited(pack, keys)
    )


def _named(pack: Pack, keys: Sequence[str]) -> Iterator[str]:
    itself = {source.reference: source.called for source in pack.sources}
    for key in keys:
        name = itself.get(key) or short_name(pack.reference[key])
        yield f"{number(key)} {name}" if list_of(key) and key not in itself else name
