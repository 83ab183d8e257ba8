"""Signs that have no place in a text: unseen ones, and those that programs leave behind."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
# Letters, marks and symbols that draw nothing: fillers of Hangul, joiners, variation selectors.
_BLANK = (
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\ufe00-\ufe0f\uffa0"
    "\U000e0100-\U000e01ef]"
)
_SPREADSHEET = (
    r"(?<!\S)(?:#[¡¿]?[A-ZÀ-ÖØ-Þ_/0-9]{2,20}[!?]|#N/[A-Z]+|#N[VB]|#GETTING_DATA|#{2,}|Err:[0-9]{3})"
    r"(?![^\s,.;:)])"
)
_NEXT = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\x80-\xbf"
# UTF-8 that was read as Windows's, DOS's or the old Mac's letters; and what stands for no letter.
_GARBLED = (
    rf"[ÂÃ][{_NEXT}]|[ÄÅÎÏÐÑØÙ][€‚ƒ„†‡ˆ‰Š‹ŒŽ‘“•˜™šœžŸ\x80-\x9f\xa1-\xba\xbc-\xbf]"
    rf"|â[€‚„†‡ˆ‰Š‹][{_NEXT}]|ï[»¼½][{_NEXT}]|ð[{_NEXT}]{{3}}|[à-ï][{_NEXT}]{{2}}[à-ï][{_NEXT}]{{2}}"
    r"|√[©®†°¢£§•¶ß≥±]|‚Ä.|[├┬][^\s─-╿]|ΓÇ.|\ufffd"
)


_MONTH = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mrz|mai|okt|dez|janv|févr|mars|avr|juin"
    "|juil|août|déc|ene|abr|ago|dic|gen|mag|giu|lug|set|ott|mrt|mei|maj"
)
_DATE = (
    rf"[0-9]{{1,2}}[-./ ]{{1,2}}(?:{_MONTH})[a-zé]{{0,6}}\.?|(?:{_MONTH})[-. ]{{1,2}}[0-9]{{2}}"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[ T][0-9:]+)?|[0-9]{1,2}([./-])[0-9]{1,2}\1(?:[0-9]{2}){1,2}"
)
_LONGEST_DATE = 20
_NO_XML = "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"


@cache
def _compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern, when it is first asked for: a start asks for none, and compiling takes 1.5 ms."""
    return re.compile(pattern, flags)


def is_date(text: str) -> bool:
    """Whether a text is a date and nothing else, as a spreadsheet makes one of "3-4"."""
    return (
        len(text) <= _LONGEST_DATE and _compiled(_DATE, re.IGNORECASE).fullmatch(text) is not None
    )


def trimmed(text: str) -> str:
    """Without the blanks around it; other signs that nobody sees stay, to be named."""
    return text.strip(" \t\r\n\xa0\u202f")


def legible(text: str) -> str:
    """Text without the signs that no XML can hold; what somebody typed may have some."""
    return _compiled(_NO_XML).sub("", text)


def is_unseen(sign: str) -> bool:
    """Whether a sign controls, hides or reorders others, or can't be seen itself."""
    return unicodedata.category(sign) in _UNSEEN or _compiled(_BLANK).match(sign) is not None


def unseen_in(text: str) -> str:
    """The first sign of a text that nobody sees; the empty string for none."""
    if text.isprintable() and (text.isascii() or not _compiled(_BLANK).search(text)):
        return ""
    return next((sign for sign in text if is_unseen(sign)), "")


def fault_in(text: str) -> tuple[str, str]:
    """The code of what is wrong with the signs of a text, and the sign or word; or nothing."""
    if not text.isprintable() and ("\n" in text or "\r" in text):
        return "line-break", ""
    if not (text.isascii() and text.isprintable()):
        if sign := unseen_in(text):
            return "control-character", f"U+{ord(sign):04X}"
        if garbled := _compiled(_GARBLED).search(text):
            return "garbled", _word_around(text, garbled)
    if ("#" in text or "Err:" in text) and (error := _compiled(_SPREADSHEET).search(text)):
        return "spreadsheet-error", error[0]
    if '"' in text and text.count('"') % 2:
        return "stray-quote", ""
    return "", ""


def _word_around(text: str, found: re.Match[str]) -> str:
    start = text.rfind(" ", 0, found.start()) + 1
    end = text.find(" ", found.end())
    return text[start : end if end >= 0 else None][:40]
