"""`pack.toml`: what the pack is, and the sources that it distils."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from nanoexplorer.core.evidence import Source
from nanoexplorer.core.pack import VERSION
from nanoexplorer.core.signs import fault_in, trimmed
from nanoexplorer.pack.folder import Files
from nanoexplorer.pack.naming import ID_LENGTH, is_slug
from nanoexplorer.pack.problems import Problem, near, shown
from nanoexplorer.pack.sheets import read_text

FILE = "pack.toml"
FILE_SIZE = 1_000_000
"""Bytes: TOML is read slowly."""
MOST_APART = 2
"""Missing keys that have a line each."""


class Manifest(NamedTuple):
    """The pack's own data; every value is empty where it was wrong."""

    id: str
    title: str
    version: str
    date: str
    language: str
    licence: str
    curators: str
    citation: str
    profile_name: str
    gate: str
    sources: tuple[Source, ...]


KEYS, SOURCE_KEYS = Manifest._fields, Source._fields


def read_manifest(files: Files, problems: list[Problem]) -> Manifest:
    """The manifest, with every problem of it added to the list."""
    data = _toml(files, problems)
    if data is None:
        return Manifest("", "", "", "", "", "", "", "", "", "", ())
    _unknown_keys(data, KEYS, "", problems)
    values = _texts(data, [key for key in KEYS if key != "sources"], "", problems)
    _shapes(values, problems)
    entries = data.get("sources")
    if not isinstance(entries, list) or not entries:
        problems.append(Problem(FILE, "", "sources", "no-sources"))
        entries = []
    return Manifest(**values, sources=_sources(entries, problems))


def _toml(files: Files, problems: list[Problem]) -> dict[str, object] | None:
    text = read_text(files, FILE, problems, FILE_SIZE)
    if text is None:
        return None
    if not text.strip():
        problems.append(Problem(FILE, "", "", "empty-file", "", ", ".join(KEYS)))
        return None
    try:
        return tomllib.loads(text)
    except RecursionError:
        problems.append(Problem(FILE, "", "", "too-deep"))
    except ValueError as error:  # numbers of thousands of digits, too
        problems.append(Problem(FILE, "", "", "not-toml", _why(error)))
    return None


def _why(error: ValueError) -> str:
    return str(error) if isinstance(error, tomllib.TOMLDecodeError) else "9…9"


def _shapes(values: dict[str, str], problems: list[Problem]) -> None:
    if values["id"] and not is_slug(values["id"]):
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
        source = Source(**_texts(entry, SOURCE_KEYS, row, problems))
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
            name, meant = shown(key), near(key, allowed)
            problems.append(
                Problem(FILE, row, name, "unknown-key", name, ", ".join(allowed), meant)
            )


def _texts(
    data: dict[str, object], keys: Sequence[str], row: str, problems: list[Problem]
) -> dict[str, str]:
    """The texts under keys; many that are missing are one line, but for the id of a source, which
    is what others point at.
    """
    missing = [key for key in keys if data.get(key) is None and not (row and key == "id")]
    if len(missing) <= MOST_APART:
        missing = []
    else:
        problems.append(Problem(FILE, row, "", "missing-keys", ", ".join(missing)))
    return {k: "" if k in missing else _text(data, k, row, problems) for k in keys}


def _text(data: dict[str, object], key: str, row: str, problems: list[Problem]) -> str:
    value = data.get(key)
    if key == "date" and isinstance(value, date):
        return value.isoformat()[:10]
    code, found = "not-a-line-of-text", shown(value)
    if value is None:
        code, found = "missing", ""
    elif key == "date":
        code = "not-a-date"
    elif isinstance(value, str) and value.strip():
        wrong, sign = fault_in(trimmed(value))
        if not wrong:
            return trimmed(value)
        code, found = wrong, sign
    problems.append(Problem(FILE, row, key, code, found))
    return ""
