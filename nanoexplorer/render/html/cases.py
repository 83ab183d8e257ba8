"""Several cases on one page, such as those of a seminar, with one list of references at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from nanoexplorer import views
from nanoexplorer.documents import evidence
from nanoexplorer.documents.blocks import Document, Lead, Paragraph, Section, minor, said
from nanoexplorer.render.html.page import CASE, REFERENCES, page_of
from nanoexplorer.render.job import Job, Progress
from nanoexplorer.render.pictures.sheet import rendering_of
from nanoexplorer.render.seminar_case import told_of
from nanoexplorer.words import common
from nanoexplorer.words import export as words

VIEW: Final = "cases"
POINT: Final = "teaching-point"
WITHIN: Final = 3
"""The level of the headings within a case."""


def make_cases(jobs: Sequence[Job], title: str, progress: Progress) -> bytes:
    """A page of several jobs; its state is that of the first. Raises ExportError and Cancelled."""
    for job in jobs:
        rendering_of(job)  # refuses a view that has nothing to show before anything is made
    sections: list[Section] = []
    for place, job in enumerate(jobs):
        progress(place, len(jobs))
        sections += _case(job)
    page = page_of(jobs[0], _document(jobs, title, sections))
    progress(len(jobs), len(jobs))
    return page.encode()


def _document(jobs: Sequence[Job], title: str, sections: list[Section]) -> Document:
    keys = {key for job in jobs for key in job.rendering.keys}
    legends = dict.fromkeys(line for job in jobs for line in job.rendering.legend)
    count = common.counted(len(jobs), common.CASES)
    return Document(
        view=VIEW,
        title=title or count,
        subtitle=count if title else "",
        sections=tuple(sections),
        keys=evidence.in_order(jobs[0].pack, keys),
        remarks=(words.CASE_TITLE,) if title else (),
        legend=tuple(legends),
    )


def _case(job: Job) -> Iterator[Section]:
    """A case: its title, what is told of it, and below that what its view shows."""
    yield Section(CASE, job.rendering.title, tuple(_told(job)))
    made: Document = views.load(views.BY_NAME[job.view].document)(job.pack, job.screen)
    for section in made.sections:
        told_already = section.name == POINT and job.placed_case
        if section.name != REFERENCES and not told_already:
            yield section._replace(level=max(WITHIN, section.level + 1))


def _told(job: Job) -> Iterator[Paragraph | Lead]:
    code = words.PAGE_CODE.format(code=job.screen.profile.case_code)
    yield from (Paragraph(minor(line)) for line in (*job.rendering.subtitle.split("\n"), code))
    yield from (Paragraph(said(remark, "caution")) for remark in job.rendering.remarks)
    if job.placed_case:
        for heading, text in told_of(job.pack, job.placed_case.case):
            yield Lead(said(heading))
            yield from (Paragraph(said(line)) for line in text.split("\n") if line.strip())
