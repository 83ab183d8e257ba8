"""What every written form of a reference shares: one line of text, the ends of a page range,
initials, and what is said of a list of authors that was cut.

A pack's text is data: whatever it holds, it must not start a new line of a citation format.
"""

from __future__ import annotations

import re
from typing import Final

AUTHORS_CUT: Final = "The list used here ends the authors with et al."
"""English in every language of the app, as the formats are."""
MOST_INITIALS: Final = 4
# Compiled on first use: only the files that leave the app ask for it.
_RANGE = r"([^\s–—-]+)\s*[–—-]\s*([^\s–—-]+)"


def one_line(text: str) -> str:
    """The text with every run of white space, line ends of any script included, as one space.

    Characters that cannot be seen are dropped: control characters, and half of a character pair,
    which no file could hold.
    """
    line = " ".join(text.split())
    return line if line.isprintable() else " ".join("".join(filter(_is_seen, line)).split())


def _is_seen(character: str) -> bool:
    return character.isprintable() or character.isspace()


def page_ends(page: str) -> tuple[str, str]:
    """First and last page of a plain range ("139–162", "139-162"); else the text and nothing."""
    plain = one_line(page)
    ends = re.fullmatch(_RANGE, plain)
    return (ends[1], ends[2]) if ends else (plain, "")


def in_initials(given: str) -> str:
    """Give "RM" for "Robert M.", as lists of references have it. What is initials already stays,
    and so does a name in a script without capitals.
    """
    parts = given.replace(".", " ").replace("-", " ").split()
    if all(part.isupper() and len(part) <= MOST_INITIALS for part in parts):
        return "".join(parts) if "." in given else given
    capital = [part for part in parts if part[0].isupper()]
    return "".join(map(_initial, capital)) or given


def _initial(part: str) -> str:
    return part if part.isupper() and len(part) < MOST_INITIALS else part[0]


def initials_apart(given: str) -> str:
    """Give "M. E." for "ME": a reference manager would read one name of two letters.

    A given name that is written out stays, and so does one with stops.
    """
    parts = one_line(given).split("-")
    if all(part.isalpha() and part.isupper() and len(part) <= MOST_INITIALS for part in parts):
        return "-".join(" ".join(f"{initial}." for initial in part) for part in parts)
    return one_line(given)
