"""What a view shows as a table: the same rows for CSV, XLSX and the records of JSON."""

from __future__ import annotations

from typing import NamedTuple

from nanoexplorer import views
from nanoexplorer.core import case_code
from nanoexplorer.core.evidence import Source
from nanoexplorer.core.profile import Profile
from nanoexplorer.render.job import Job
from nanoexplorer.words import common
from nanoexplorer.words import export_tables as words
from nanoexplorer.words.packs.whose import pack_said

Cell = str | int | None


class Table(NamedTuple):
    """`columns` are keys of `words.COLUMNS`; every row has a cell for each."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def heads(self) -> tuple[str, ...]:
        """The columns as a person reads them."""
        return tuple(words.COLUMNS[column] for column in self.columns)


def table_of(job: Job) -> Table:
    """What the view of a job shows, filter included."""
    made: Table = views.load(views.BY_NAME[job.view].table)(job.pack, job.screen)
    return made


def provenance_cells(job: Job) -> dict[str, str]:
    """What every row of a table carries, so that a row that is copied elsewhere still says it."""
    pack, second = job.pack, job.screen.second_profile
    cells = {"profile": _line(job, job.intent.profile)}
    if job.view == "compare" and second is not None:
        cells["second_profile"] = _line(job, second)
    cells["case_code"] = case_code.encode(pack, job.intent.profile)
    if job.view == "compare" and second is not None:
        cells["second_case_code"] = case_code.encode(pack, second)
    return cells | {
        "pack": pack_said(pack),
        "sources": "; ".join(_reach(source) for source in pack.sources),
        "disclaimer": common.disclaimer(),
    }


def _reach(source: Source) -> str:
    """A source, and how far its search of the literature reaches, if it says."""
    return f"{source.label} ({source.search_reach})" if source.search_reach else source.label


def _line(job: Job, profile: Profile) -> str:
    return common.profile_line(job.pack.fields, profile)
