"""`references.json`: the bibliographic entries, as CSL-JSON, read strictly."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from datetime import date

from nanoexplorer.core.evidence import (
    FIRST_YEAR,
    LAST_YEAR,
    REFERENCE_KINDS,
    Author,
    Reference,
)
from nanoexplorer.core.signs import fault_in, is_date
from nanoexplorer.pack.citing.exported import KEYS, MORE, TEXTS, is_ours, ours
from nanoexplorer.pack.folder import Files
from nanoexplorer.pack.naming import ID_LENGTH, is_slug
from nanoexplorer.pack.problems import Problem, near, shown
from nanoexplorer.pack.sheets import MOST_ROWS, read_text
from nanoexplorer.pack.tables import CELL_LENGTH

FILE = "references.json"
EXPORTED = ("references.ris", "references.bib")
"""What may stand in its place, as a reference manager exports it."""
REFERENCE_TYPES = (
    "article",
    "article-journal",
    "article-newspaper",
    "book",
    "chapter",
    "document",
    "paper-conference",
    "report",
    "thesis",
    "webpage",
)
CUSTOM_KEYS = ("kind", "et_al", "remark", "pmid", MORE)
PERSON, BODY = ("family", "given"), ("literal",)
DOI = re.compile(r"10\.[0-9]{4,9}/[^\s<>\"{}|\\^`]+")
_APART = re.compile(r"(?:[^\W\d_]\.[\s-]*)+")
URL = re.compile(r"https?://[^\s<>\"{}|\\^`]+")

Entry = dict[str, object]
Report = Callable[..., None]


def read_references(
    files: Files, problems: list[Problem], keys: dict[str, str] | None = None
) -> tuple[Reference, ...]:
    """Every entry that has an id of its own; what is wrong in it is named and read as empty.
    `keys` is filled with what else an entry is called, and its id.
    """
    references: dict[str, Reference] = {}
    for place, entry in enumerate(_entries(files, problems), start=1):
        row = f"entry {place}"
        if not isinstance(entry, dict):
            problems.append(Problem(FILE, row, "", "not-an-object", shown(entry)))
            continue
        called = entry.get("id")
        entry = entry if is_ours(entry) else ours(entry)
        written = entry.get("id")
        if keys is not None and called != written:
            keys[str(called)] = str(written)
        # A number would be taken for a row.
        named = isinstance(written, str) and is_slug(written) and not written.isdecimal()
        report = _reporter(FILE, written if named else row, problems)
        reference = _reference(entry, report)
        if reference.id in references:
            problems.append(Problem(FILE, row, "id", "duplicate", reference.id))
        elif reference.id:
            references[reference.id] = reference
    return tuple(references.values())


def _entries(files: Files, problems: list[Problem]) -> list[object]:
    exported = next((file for file in EXPORTED if files.has(file)), "")
    if exported and not files.has(FILE):
        return _exported(files, exported, problems)
    text = read_text(files, FILE, problems)
    if text is None:
        return []
    data = _list_in(text, problems)
    if isinstance(data, Problem):
        problems.append(data)
        return []
    return data


def _list_in(text: str, problems: list[Problem]) -> list[object] | Problem:
    """The list that a text is, or why it is none; a key that stands twice is another problem."""

    def unrepeated(pairs: list[tuple[str, object]]) -> Entry:
        entry = dict(pairs)
        if len(entry) != len(pairs):
            name = entry.get("id")
            row = name if isinstance(name, str) and is_slug(name) else ""
            twice = [key for key, times in Counter(key for key, _ in pairs).items() if times > 1]
            problems.extend(
                Problem(FILE, row, shown(key), "duplicate", shown(key)) for key in twice
            )
        return entry

    if not text.strip():
        return Problem(FILE, "", "", "empty-file", "", "[ … ]")
    try:
        data = json.loads(text, object_pairs_hook=unrepeated)
    except RecursionError:
        return Problem(FILE, "", "", "too-deep")
    except json.JSONDecodeError as error:
        return Problem(FILE, f"line {error.lineno}", "", "not-json", error.msg)
    except ValueError:  # a number of thousands of digits
        return Problem(FILE, "", "", "not-json", "9…9")
    if not isinstance(data, list):
        return Problem(FILE, "", "", "not-a-list", shown(data))
    if len(data) > MOST_ROWS:
        return Problem(FILE, "", "", "too-many-rows", "", f"{MOST_ROWS:,}")
    return data


def _exported(files: Files, file: str, problems: list[Problem]) -> list[object]:
    from nanoexplorer.pack.citing.merging import entries_in

    text = read_text(files, file, problems)
    try:
        return list(entries_in(text, file)) if text is not None else []
    except ValueError as error:
        problems.append(Problem(file, "", "", "not-an-export", str(error)))
        return []


def _reporter(file: str, row: object, problems: list[Problem]) -> Report:
    def report(
        column: str, code: str, found: object = "", allowed: str = "", near: str = ""
    ) -> None:
        problems.append(Problem(file, str(row), shown(column), code, shown(found), allowed, near))

    return report


def _reference(entry: Entry, report: Report) -> Reference:
    _known_keys(entry, KEYS, "", report)
    texts = {name: _text(entry, key, key, report) for key, name in TEXTS.items()}
    _required(entry, ("id", "type", "title", "custom"), "", report)
    custom = _object(entry, "custom", report)
    _known_keys(custom, CUSTOM_KEYS, "custom.", report)
    if isinstance(entry.get("custom"), dict):
        _required(custom, ("kind",), "custom.", report)
    _shaped(texts, "DOI", "doi", DOI, "not-a-doi", report)
    _shaped(texts, "URL", "url", URL, "not-a-web-address", report)
    return Reference(
        id=_id(entry, report),
        type=_word(entry, "type", "type", REFERENCE_TYPES, report),
        kind=_word(custom, "kind", "custom.kind", REFERENCE_KINDS, report),
        authors=_authors(entry, report),
        et_al=_flag(custom, report),
        year=_year(entry, report),
        accessed=_accessed(entry, report),
        remark=_text(custom, "remark", "custom.remark", report),
        pmid=_text(custom, "pmid", "custom.pmid", report),
        more=json.dumps(custom[MORE], ensure_ascii=False) if custom.get(MORE) else "",
        **texts,
    )


def _known_keys(entry: Entry, allowed: tuple[str, ...], inside: str, report: Report) -> None:
    for key in entry:
        if key not in allowed:
            report(inside + key, "unknown-key", key, ", ".join(allowed), near(key, allowed))


def _required(entry: Entry, keys: tuple[str, ...], inside: str, report: Report) -> None:
    for key in keys:
        if key not in entry:
            report(inside + key, "missing")


def _text(entry: Entry, key: str, column: str, report: Report) -> str:
    if key not in entry:
        return ""
    value = entry[key]
    if not isinstance(value, str) or not value.strip():
        report(column, "not-a-line-of-text", value)
    elif (wrong := fault_in(value))[0]:
        report(column, *wrong)
    elif len(value) > CELL_LENGTH:
        report(column, "too-long", value, str(CELL_LENGTH))
    elif is_date(value.strip()):
        report(column, "spreadsheet-date", value)
    else:
        return value.strip()
    return ""


def _word(entry: Entry, key: str, column: str, allowed: tuple[str, ...], report: Report) -> str:
    written = entry.get(key)
    if isinstance(written, str) and written in allowed:
        return written
    word = _text(entry, key, column, report)
    if word and word not in allowed:
        report(column, "not-allowed", word, ", ".join(allowed), near(word, allowed))
        return ""
    return word


def _id(entry: Entry, report: Report) -> str:
    written = _text(entry, "id", "id", report)
    if written and not is_slug(written):
        report("id", "not-a-slug", written, str(ID_LENGTH))
        return ""
    return written


def _shaped(
    texts: dict[str, str], key: str, name: str, shape: re.Pattern[str], code: str, report: Report
) -> None:
    if texts[name] and not shape.fullmatch(texts[name]):
        report(key, code, texts[name])
        texts[name] = ""


def _object(entry: Entry, key: str, report: Report) -> Entry:
    value = entry.get(key, {})
    if isinstance(value, dict):
        return value
    report(key, "not-an-object", value)
    return {}


def _flag(custom: Entry, report: Report) -> bool:
    value = custom.get("et_al", False)
    if not isinstance(value, bool):
        report("custom.et_al", "not-allowed", value, "true, false")
    return value is True


def _authors(entry: Entry, report: Report) -> tuple[Author, ...]:
    people = entry.get("author", [])
    if not isinstance(people, list) or (not people and "author" in entry):
        report("author", "not-a-list", people)
        return ()
    return tuple(_author(person, f"author {n}", report) for n, person in enumerate(people, start=1))


def _author(person: object, column: str, report: Report) -> Author:
    if not isinstance(person, dict) or set(person) not in (set(PERSON), set(BODY)):
        report(column, "not-an-author", person, f"{', '.join(PERSON)}; {BODY[0]}")
        return Author("", "", "")
    parts = {key: _text(person, key, f"{column} {key}", report) for key in person}
    given = initials(parts.get("given", ""))
    return Author(parts.get("family", ""), given, parts.get("literal", ""))


def initials(given: str) -> str:
    """Give "ME" for "M. E.", as the pack keeps initials; a name that is written out stays."""
    return given if not _APART.fullmatch(given) else re.sub(r"[.\s]", "", given)


def _date_parts(entry: Entry, key: str) -> list[int]:
    """The numbers of CSL's `{"date-parts": [[2024, 5, 31]]}`; none if it is anything else."""
    match entry.get(key):
        case {"date-parts": [[*parts]], **more} if not more:
            whole = [part for part in parts if isinstance(part, int) and not isinstance(part, bool)]
            return whole if len(whole) == len(parts) else []
    return []


def _year(entry: Entry, report: Report) -> int | None:
    parts = _date_parts(entry, "issued")
    if len(parts) == 1 and FIRST_YEAR <= parts[0] <= LAST_YEAR:
        return parts[0]
    if "issued" in entry:
        report("issued", "not-a-year", entry["issued"], f"{FIRST_YEAR}–{LAST_YEAR}")
    return None


def _accessed(entry: Entry, report: Report) -> str:
    """An ISO date that stops where the entry stops: 2024, 2024-05 or 2024-05-31."""
    parts = _date_parts(entry, "accessed")
    try:
        written = date(*parts, *[1] * (3 - len(parts))).isoformat() if parts else ""
    except (ValueError, TypeError, OverflowError):
        written = ""
    if "accessed" in entry and not written:
        report("accessed", "not-a-date", entry["accessed"], "YYYY-MM-DD")
    return written[: 1 + 3 * len(parts)] if written else ""
