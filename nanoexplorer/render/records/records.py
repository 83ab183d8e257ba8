"""JSON of what is shown, and its references for reference managers."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Final

from nanoexplorer.core import case_code
from nanoexplorer.core.evidence import Reference
from nanoexplorer.core.shown.strategies import choosing, only_dependent
from nanoexplorer.documents.citations import LINE_ENDS, Format, dump
from nanoexplorer.render.job import Job, Progress
from nanoexplorer.render.records.match_json import match_json, pack_json
from nanoexplorer.render.tables.table import table_of
from nanoexplorer.words import common
from nanoexplorer.words import export_tables as words
from nanoexplorer.words.packs.whose import pack_said

SCHEMA: Final = "nanoexplorer/view-export/1"


def make_json(job: Job, _: Progress) -> bytes:
    """`match/2` of all strategies, whatever is searched for; of other views the table's rows."""
    whole = job.view == "strategies"
    text = match_json(job.pack, job.intent.profile) if whole else view_json(job)
    return text.encode()


def view_json(job: Job) -> str:
    """The head of `match/2`, and the rows of the view's table under the keys of its columns."""
    pack, second = job.pack, job.screen.second_profile
    table = table_of(job)
    document: dict[str, object] = {
        "schema": SCHEMA,
        "disclaimer": common.disclaimer(),
        "pack": pack_json(pack),
        "case_code": case_code.encode(pack, job.intent.profile),
        "profile": job.intent.profile.as_dict(),
        "view": job.view,
    }
    if job.view == "compare" and second is not None:
        document["second_case_code"] = case_code.encode(pack, second)
        document["second_profile"] = second.as_dict()
    document["rows"] = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    document["references"] = [reference.id for reference in shown_references(job)]
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def shown_references(job: Job) -> tuple[Reference, ...]:
    """The references of what is shown: those listed, or all that is cited, in the pack's order.

    What a page would only count has its references here.
    """
    only = only_dependent(job.intent.options)
    options = choosing(job.intent.options, only=only, full=True)
    whole = replace(job, intent=replace(job.intent, options=options))
    return tuple(job.pack.reference[key] for key in whole.rendering.keys)


def make_ris(job: Job, _: Progress) -> bytes:
    """The references alone: RIS has no place for a remark that a reader would not take for one of
    its records.
    """
    return _references(job, "ris")


def make_bib(job: Job, _: Progress) -> bytes:
    """The references, under a comment with disclaimer, profile, case code and pack version."""
    return _references(job, "bibtex", head=f"@comment{{{_head(job)}}}\n\n")


def _references(job: Job, form: Format, head: str = "") -> bytes:
    text = (head + dump(shown_references(job), form)).replace("\n", LINE_ENDS[form])
    return text.encode("utf-8", "backslashreplace")


def _head(job: Job) -> str:
    said = words.BIBTEX_HEAD.format(
        disclaimer=common.disclaimer(),
        title=common.one_line(job.rendering.title),
        profile=common.profile_line(job.pack.fields, job.intent.profile),
        code=case_code.encode(job.pack, job.intent.profile),
        pack=pack_said(job.pack),
    )
    return said.translate({ord(sign): " " for sign in "{}@"})
