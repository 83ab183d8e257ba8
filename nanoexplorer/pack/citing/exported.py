"""An entry of CSL-JSON as a reference manager exports it, as one of ours: nothing of it is lost.

What we have no use for is kept under `custom.more`, and written again where references leave.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from nanoexplorer.pack.naming import is_slug, slug_of, without_address
from nanoexplorer.pack.problems import near

Entry = dict[str, Any]
TEXTS: Final = {
    "title": "title",
    "container-title": "container",
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "publisher": "publisher",
    "DOI": "doi",
    "URL": "url",
}
"""CSL's name of a plain text, and ours."""
KEYS: Final = ("id", "type", "author", "issued", "accessed", "custom", "note", *TEXTS)
_OURS: Final = frozenset(KEYS)
TYPES: Final = {
    "article-magazine": "article-newspaper",
    "entry": "chapter",
    "entry-dictionary": "chapter",
    "entry-encyclopedia": "chapter",
    "pamphlet": "report",
    "post": "webpage",
    "post-weblog": "webpage",
    "periodical": "article-journal",
    "review": "article-journal",
    **dict.fromkeys(
        (
            *("bill", "broadcast", "classic", "collection", "dataset", "event", "figure"),
            *("graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map"),
            *("motion_picture", "musical_score", "patent", "performance", "personal_communication"),
            *("regulation", "review-book", "software", "song", "speech", "standard", "treaty"),
        ),
        "document",
    ),
}
"""CSL's types that we have no word of our own for."""
_OF_MANAGERS: Final = frozenset(
    (
        "source",
        "language",
        "abstract",
        "ISSN",
        "ISBN",
        "PMID",
        "PMCID",
        "event",
        "genre",
        "shortTitle",
    )
)
"""Keys of CSL that one of ours is near to."""
_REPLACED: Final = ("id", "type", "author")
"""What is kept as it was written, where ours says less."""

UNCLEAR: Final = "unclear"
MORE: Final = "more"
_PMID = re.compile(r"\bPMID:?\s*([0-9]{1,9})\b")
_YEAR = re.compile(r"[0-9]{4}\b")
_NUMBERS = ("volume", "issue", "page")


def is_ours(entry: Mapping[str, object]) -> bool:
    """Whether an entry says all that we ask for, and nothing else."""
    custom = entry.get("custom")
    return isinstance(custom, dict) and "kind" in custom and _OURS.issuperset(entry)


def ours(exported: Mapping[str, Any]) -> Entry:
    """The entry as ours; what can't be made of it stays, to be named."""
    entry = {k: v for k, v in exported.items() if k == "custom" or v not in ("", [], {}, None)}
    more = {key: entry.pop(key) for key in list(entry) if key not in _OURS and _is_kept(key, entry)}
    changed = dict(_changes(entry, more))
    more |= {key: entry[key] for key in changed if _says_more(key, entry)}
    custom = entry.get("custom")
    if custom is not None and not isinstance(custom, dict):
        return {**entry, **changed}
    own: Entry = {"kind": UNCLEAR, **(custom or {})}
    if pmid := _pmid({**entry, **more}):
        own.setdefault("pmid", pmid)
        more.pop("PMID", None)
    if more:
        own[MORE] = {**more, **own.get(MORE, {})}
    return {**entry, **changed, "custom": own}


def _says_more(key: str, entry: Entry) -> bool:
    """Whether what is replaced said more than ours does."""
    match entry.get(key):
        case None:
            return False
        case {"date-parts": [[_, _, *_], *_]}:
            return True
    return key in _REPLACED


def _is_kept(key: str, entry: Mapping[str, object]) -> bool:
    """Whether a key is one that we have no use for, and not one of ours with a slip in it."""
    meant = near(key, _OURS - entry.keys())
    return key in _OF_MANAGERS or "-" in key or not meant


def _changes(entry: Entry, more: Entry) -> Iterator[tuple[str, object]]:
    """The keys that ours words in another way."""
    if id_ := _made_id(entry, more):
        yield "id", id_
    if TYPES.get(str(entry.get("type"))):
        yield "type", TYPES[entry["type"]]
    if isinstance(entry.get("author"), list):
        people = [_author(author) for author in entry["author"]]
        if people != entry["author"]:
            yield "author", people
    yield from _dates(entry)
    for key in _NUMBERS:
        if isinstance(entry.get(key), int) and not isinstance(entry[key], bool):
            yield key, str(entry[key])
    doi = entry.get("DOI")
    if isinstance(doi, str) and without_address(doi) != doi:
        yield "DOI", without_address(doi)


def _made_id(entry: Entry, more: Entry) -> str:
    """The id of one that has none of our form: of its key, or of who wrote it when."""
    written = entry.get("id")
    if isinstance(written, str) and is_slug(written):
        return ""
    key = more.get("citation-key") or written
    if not isinstance(key, str | int):
        return slug_of(" ".join(_author_and_year(entry)))
    return slug_of(str(key).rstrip("/").rpartition("/")[2])


def _author_and_year(entry: Entry) -> Iterator[str]:
    match entry.get("author"):
        case [{"family": str(name)}, *_] | [{"literal": str(name)}, *_]:
            yield name
    year = _year(entry.get("issued"))
    yield "" if year is None else str(year)
    yield " ".join(str(entry.get("title", "")).split()[:2])


def _dates(entry: Entry) -> Iterator[tuple[str, object]]:
    year = _year(entry.get("issued"))
    if year is not None and entry["issued"] != (made := {"date-parts": [[year]]}):
        yield "issued", made
    match entry.get("accessed"):
        case {"date-parts": [[*parts]]} if any(isinstance(part, str) for part in parts):
            whole = [int(part) for part in parts if str(part).isdecimal()]
            yield "accessed", {"date-parts": [whole]}


def _year(issued: object) -> int | None:
    match issued:
        case {"date-parts": [[int(year), *_], *_]} if not isinstance(year, bool):
            return year
        case {"date-parts": [[str(text), *_], *_]} | {"raw": str(text)} | {"literal": str(text)}:
            found = _YEAR.search(text)
            return int(found[0]) if found else None
    return None


def _author(author: object) -> object:
    """A person of family and given name, with what stands before or behind them; or a body."""
    if not isinstance(author, dict) or "family" not in author:
        return author
    before = str(author.get("non-dropping-particle", ""))
    after = str(author.get("dropping-particle", ""))
    family = " ".join(part for part in (before, str(author["family"])) if part)
    given = " ".join(part for part in (str(author.get("given", "")), after) if part)
    if suffix := author.get("suffix"):
        family = f"{family} {suffix}"
    return {"family": family, "given": given} if given.strip() else {"literal": family}


def _pmid(said: Mapping[str, object]) -> str:
    written = said.get("PMID")
    if isinstance(written, str | int) and str(written).isdecimal():
        return str(written)
    note = said.get("note")
    found = _PMID.search(note) if isinstance(note, str) else None
    return found[1] if found else ""
