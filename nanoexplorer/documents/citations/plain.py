"""What every written form of a reference shares: one line of text, and the ends of a page range.

A pack's text is data: whatever it holds, it must not start a new line of a citation format.
"""

from __future__ import annotations

import re

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
