"""`pack.toml`: what the pack is, and the sources that it distils."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import NamedTuple

from nanoexplorer.core.evidence import Source
from nanoexplorer.core.pack import VERSION
from nanoexplorer.pack.problems import Problem
from nanoexplorer.pack.tables import ID_LENGTH, SLUG, has_unseen, read_text

FILE = "pack.toml"
FILE_SIZE = 1_000_000
"""Bytes: TOML is read slowly."""
KEYS = ("id", "title", "version", "date", "language", "licence", "sources")
SOURCE_KEYS = ("id", "label", "called", "reference", "covers", "search_reach")


class Manifest(NamedTuple):
    """The pack's own data; every value is empty where it was wrong."""

    id: str
    title: str
    version: str
    date: str
    language: str
    licence: str
    sources: tuple[Source, ...]


def read_manifest(folder: Path, problems: list[Problem]) -> Manifest:
    """The manifest, with every problem of it added to the list."""
    data = _toml(folder / FILE, problems)
    if data is None:
        return Manifest("", "", "", "", "", "", ())
    _unknown_keys(data, KEYS, "", problems)
    values = {key: _text(data, key, "", problems) for key in KEYS if key != "sources"}
    _shapes(values, problems)
    entries = data.get("sources")
    if not isinstance(entries, list) or not entries:
        problems.append(Problem(FILE, "", "sources", "no-sources"))
        entries = []
    return Manifest(**values, sources=_sources(entries, problems))


def _toml(path: Path, problems: list[Problem]) -> dict[str, object] | None:
    text = read_text(path, problems, FILE_SIZE)
    if text is None:
        return None
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # numbers of thousands of digits, deep nests
        problems.append(Problem(FILE, "", "", "not-toml", str(error)))
        return None


def _shapes(values: dict[str, str], problems: list[Problem]) -> None:
    if values["id"] and not (SLUG.fullmatch(values["id"]) and len(values["id"]) <= ID_LENGTH):
        problems.append(Problem(FILE, "", "id", "not-a-slug", values["id"], str(ID_LENGTH)))
    if values["version"] and not VERSION.fullmatch(values["version"]):
        problems.append(Problem(FILE, "", "version", "not-a-version", values["version"]))


def _sources(entries: list[object], problems: list[Problem]) -> tuple[Source, ...]:
    sources: list[Source] = []
    known: set[str] = set()
    for place, entry in enumerate(entries, start=1):
        row = f"sources {place}"
        if not isinstance(entry, dict):
            problems.append(Problem(FILE, row, "", "not-a-table"))
            continue
        _unknown_keys(entry, SOURCE_KEYS, row, problems)
        source = Source(**{key: _text(entry, key, row, problems) for key in SOURCE_KEYS})
        if source.id in known:
            problems.append(Problem(FILE, row, "id", "duplicate", source.id))
        known.add(source.id)
        sources.append(source)
    return tuple(sources)


def _unknown_keys(
    data: dict[str, object], allowed: tuple[str, ...], row: str, problems: list[Problem]
) -> None:
    for key in data:
        if key not in allowed:
            problems.append(Problem(FILE, row, key, "unknown-key", key, ", ".join(allowed)))


def _text(data: dict[str, object], key: str, row: str, problems: list[Problem]) -> str:
    value = data.get(key)
    if key == "date" and isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, str) and value.strip() and not has_unseen(value) and key != "date":
        return value.strip()
    found = "" if value is None else _shown(value)
    code = "missing" if value is None else "not-a-date" if key == "date" else "not-a-line-of-text"
    problems.append(Problem(FILE, row, key, code, found))
    return ""


def _shown(value: object) -> str:
    try:
        return str(value)[:200]
    except ValueError:  # a number of thousands of digits
        return type(value).__name__
