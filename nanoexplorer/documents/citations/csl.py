"""References as CSL-JSON, as reference managers read it; a pack reads it back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nanoexplorer.core.evidence import Author, Reference
from nanoexplorer.documents.citations.plain import AUTHORS_CUT, initials_apart


def to_csl(reference: Reference) -> dict[str, object]:
    """One entry under CSL's names; what CSL has no name for is under `custom`. Loses nothing.

    `note` says again what a manager would not look for there.
    """
    whole: dict[str, object] = {
        "id": reference.id,
        "type": reference.type,
        "title": reference.title,
        "author": [_author(author) for author in reference.authors],
        "container-title": reference.container,
        "volume": reference.volume,
        "issue": reference.issue,
        "page": reference.page,
        "issued": {} if reference.year is None else _date([reference.year]),
        "publisher": reference.publisher,
        "DOI": reference.doi,
        "URL": reference.url,
        "accessed": _accessed(reference.accessed),
        "note": "\n".join(_notes(reference)),
        "custom": _custom(reference),
        "PMID": reference.pmid,
    }
    return {**_kept(reference), **{name: value for name, value in whole.items() if value}}


def _kept(reference: Reference) -> dict[str, object]:
    """What a manager had beside it, under the manager's own names."""
    if not reference.more:
        return {}
    import json  # not on the way to the first paint

    more: dict[str, object] = json.loads(reference.more)
    return {key: value for key, value in more.items() if key not in ("id", "type", "custom")}


def dump_csl(references: Iterable[Reference]) -> str:
    """A JSON array with a line end after it, in the order given."""
    import json  # not on the way to the first paint

    # Half of a character pair, which no file can hold, is written as its JSON escape.
    entries = [to_csl(reference) for reference in references]
    text = json.dumps(entries, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _author(author: Author) -> dict[str, str]:
    if author.literal:
        return {"literal": author.literal}
    return {"family": author.family, "given": initials_apart(author.given)}


def _notes(reference: Reference) -> Iterator[str]:
    if reference.et_al:
        yield AUTHORS_CUT
    if reference.remark:
        yield reference.remark


def _custom(reference: Reference) -> dict[str, object]:
    custom: dict[str, object] = {"kind": reference.kind}
    if reference.et_al:
        custom["et_al"] = True
    if reference.remark:
        custom["remark"] = reference.remark
    return custom


def _date(parts: list[int]) -> dict[str, object]:
    return {"date-parts": [parts]}


def _accessed(written: str) -> dict[str, object]:
    """An ISO date as its parts; anything else as CSL's `literal`."""
    parts = written.split("-")
    if all(part.isascii() and part.isdigit() for part in parts):
        return _date([int(part) for part in parts])
    return {"literal": written} if written else {}
