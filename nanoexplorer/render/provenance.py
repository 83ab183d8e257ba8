"""Provenance: what whatever leaves the app says of itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from nanoexplorer import __version__
from nanoexplorer.core.pack import Pack
from nanoexplorer.documents.citations.cited import cited, main_of
from nanoexplorer.documents.citations.numbers import list_of, number
from nanoexplorer.documents.citations.vancouver import short_name
from nanoexplorer.formats.view import settled
from nanoexplorer.formats.view_code import view_code
from nanoexplorer.render.job import Job
from nanoexplorer.render.rows.rendering import Span
from nanoexplorer.words import common
from nanoexplorer.words import export as words
from nanoexplorer.words.packs.whose import pack_said

MOST_NAMED: Final = 200
"""Signs that authors' names may take; where they would take more, numbers stand alone."""
MOST_OTHERS: Final = 2
"""References of notes that are named where there is one line for all; of more their number."""
BETWEEN: Final = " · "


class Provenance(NamedTuple):
    """Ready words, each a sentence or a line of its own. `keys`: the references shown, by name
    while there are few; `numbers`: their numbers alone. `values`: of the profile, and whether each
    is known.
    """

    disclaimer: str
    sources: str
    absence: str
    keys: str
    numbers: str
    reach: tuple[str, ...]
    profile: str
    profile_line: str
    values: tuple[tuple[str, bool], ...]
    version: str
    case_code: str
    remarks: tuple[str, ...]
    legend: tuple[str, ...] = ()
    scanned: str = ""
    """What the code to be scanned says: the view with all that shapes it."""

    @property
    def lines(self) -> tuple[str, ...]:
        """Sources and what is cited, how far they reach, the profile, and last what made it."""
        said = (f"{self.sources} {self.keys}", " ".join(self.reach), self.profile, self.version)
        return tuple(line for line in said if line)

    @property
    def inside(self) -> str:
        """The line within a figure's own edges, which stays when the rest is cropped off."""
        return "".join(span.text for span in first_line(self))


def provenance_of(job: Job) -> Provenance:
    """The provenance of what a job shows. Nothing in it is left out for want of room."""
    pack, screen = job.pack, job.screen
    profile = screen.profile.profile
    line = common.profile_line(pack.fields, profile)
    return Provenance(
        disclaimer=common.DISCLAIMER_LEAD,
        sources=_sources(pack),
        absence=common.DISCLAIMER_ABSENCE,
        keys=keys_line(pack, job.rendering.keys),
        numbers=_numbers(pack, job.rendering.keys),
        reach=_reach(pack),
        profile=words.PROVENANCE_PROFILE.format(profile=line),
        profile_line=line,
        values=tuple(common.profile_values(pack.fields, profile)),
        version=_version(pack),
        case_code=screen.profile.case_code,
        remarks=job.rendering.remarks,
        legend=job.rendering.legend,
        scanned=_scanned(job),
    )


def lines_of_pack(pack: Pack, keys: Sequence[str]) -> tuple[str, ...]:
    """What is of a pack and of no one profile says of itself: disclaimer, sources with what is
    cited and how far their searches reach, and versions.
    """
    said = [words.PROVENANCE_KEYS.format(keys=cited(pack, keys))] if keys else []
    about = " ".join([_sources(pack), *said, *_reach(pack)])
    return common.disclaimer(), about, _version(pack)


def _reach(pack: Pack) -> tuple[str, ...]:
    return tuple(
        words.PROVENANCE_REACH.format(source=source.called, reach=source.search_reach)
        for source in pack.sources
        if source.search_reach
    )


def _version(pack: Pack) -> str:
    return words.PROVENANCE_VERSION.format(
        app=common.APP, version=__version__, pack=pack_said(pack)
    )


def _scanned(job: Job) -> str:
    """What the code to be scanned says: with what is shown where nothing was chosen, too."""
    intent = replace(job.intent, options=settled(job.pack, job.intent, job.view))
    return view_code(job.pack, intent, job.view)


def first_line(provenance: Provenance) -> list[Span]:
    """What everything that leaves says first: that it is educational, from where, and no proof."""
    about = words.PROVENANCE_LINE.format(sources=provenance.sources, absence=provenance.absence)
    return [
        Span(f"{provenance.disclaimer} ", "caution", bold=True, small=True),
        Span(about, small=True),
    ]


def second_line(provenance: Provenance, shown: bool) -> list[Span]:
    """What made it, of what it is, and what signs in it mean. `shown`: the profile stands
    elsewhere.
    """
    profile = () if shown else (provenance.profile,)
    said = (*profile, provenance.version, provenance.numbers, *provenance.legend)
    return [Span(BETWEEN.join(said), "ink-muted", small=True)]


def _numbers(pack: Pack, keys: Sequence[str]) -> str:
    """The numbers of references, of many of notes how many; the sources stand before them."""
    itself = {source.reference for source in pack.sources}
    numbered = [key for key in keys if list_of(key) and key not in itself]
    others = [key for key in keys if not list_of(key) and key not in itself]
    parts = [cited(pack, numbered)] if numbered else []
    if len(others) > MOST_OTHERS:
        parts.append(common.counted(len(others), words.KEYS_OF_NOTES))
    elif others:
        parts.append(cited(pack, others))
    return "; ".join(parts) or words.NO_REFERENCES


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
        yield f"{number(key, main_of(pack))} {name}" if list_of(key) and key not in itself else name
