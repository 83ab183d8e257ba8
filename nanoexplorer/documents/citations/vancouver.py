"""A reference as a line of text, in the Vancouver style that medical journals' lists use.

The words in here ("In", "et al", "doi", "PMID") are the style's, not the screen's. What a reference
does not hold is left out; nothing is filled in. It is on the way to the first painted window, so it
imports next to nothing.
"""

from __future__ import annotations

from nanoexplorer.core.evidence import Author, Reference
from nanoexplorer.documents.citations.plain import in_initials, one_line

PARTS_OF_A_BOOK = ("chapter", "paper-conference")
TITLE_WORDS = 3
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def vancouver(reference: Reference) -> str:
    """Authors. Title. Venue. Year;volume(issue):pages. doi:… PMID:…, all on one line."""
    who, venue, when = without_title(reference)
    sentences = (who, _sentence(one_line(reference.title)), venue, when)
    return " ".join([*filter(None, sentences), *_whereabouts(reference)])


def without_title(reference: Reference) -> tuple[str, str, str]:
    """What stands below a title: authors, venue, and year and pages, each a sentence or nothing."""
    venue = one_line(reference.container)
    if venue and reference.type in PARTS_OF_A_BOOK:
        venue = f"In: {venue}"
    who, when = authors(reference), _imprint(reference)
    return _sentence(who), _sentence(venue), _sentence(when)


def short_name(reference: Reference) -> str:
    """First author's family and the year ("Diehl 2023"); the title's first words if no author."""
    first = next((one_line(a.family or a.literal) for a in reference.authors), "")
    year = "" if reference.year is None else str(reference.year)
    return " ".join(part for part in (first or _first_words(reference.title), year) if part)


def _first_words(title: str) -> str:
    words = one_line(title).split(" ")
    return " ".join(words[:TITLE_WORDS]) + ("…" if len(words) > TITLE_WORDS else "")


def _sentence(text: str) -> str:
    ended = not text or text.rstrip("\"'”’)]").endswith((".", "?", "!", "…"))
    return text if ended else f"{text}."


def authors(reference: Reference, most: int = 0) -> str:
    """The authors, or only so many and *et al*."""
    names = [name for name in map(_name, reference.authors) if name]
    cut = 0 < most < len(names)
    shown = names[:most] if cut else names
    return ", ".join([*shown, "et al"] if names and (cut or reference.et_al) else names)


def _name(author: Author) -> str:
    return one_line(author.literal or f"{author.family} {in_initials(author.given)}")


def _imprint(reference: Reference) -> str:
    """Publisher; year;volume(issue):pages, as far as they are known."""
    year = "" if reference.year is None else str(reference.year)
    issue = one_line(reference.issue)
    number = one_line(reference.volume) + (f"({issue})" if issue else "")
    page = one_line(reference.page)
    dated = ";".join(part for part in (year, number) if part)
    place = ":".join(part for part in (dated, page) if part)
    return "; ".join(part for part in (one_line(reference.publisher), place) if part)


def _whereabouts(reference: Reference) -> list[str]:
    """The DOI, or else the web address and the day it was read; neither ends in a full stop."""
    doi, url = one_line(reference.doi), one_line(reference.url)
    day = _day(one_line(reference.accessed))
    if doi or reference.pmid:
        pmid = one_line(reference.pmid)
        return [*([f"doi:{doi}"] if doi else []), *([f"PMID:{pmid}"] if pmid else [])]
    return [part for part in (f"Accessed {day}." if day else "", url) if part] if url else []


def _day(accessed: str) -> str:
    """An ISO date as the style writes it; anything else as it is."""
    year, *rest = accessed.split("-")
    if not rest or not all(p.isascii() and p.isdigit() and 0 < int(p) <= 31 for p in rest):
        return accessed
    if len(rest) > 2 or int(rest[0]) > len(_MONTHS):
        return accessed
    month = _MONTHS[int(rest[0]) - 1]
    return f"{month} {int(rest[1])}, {year}" if rest[1:] else f"{month} {year}"
