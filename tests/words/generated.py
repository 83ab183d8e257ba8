"""A language that is made by machine: every text marked, in letters that English has not, longer.

Whatever is shown without the marks was not looked up; whatever is cut has no room to grow.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from nanoexplorer.words.language import texts
from nanoexplorer.words.language_file import SCHEMA

CODE: Final = "qaa"
"""ISO 639-2 keeps it for local use."""
BEGIN, END = "⟦", "⟧"
ACCENTED: Final = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "áƀćďéφğĥíĵķļḿñóþǫŕśťúѵŵχýžÁɃĆĎÉΦĞĤÍĴĶĻḾÑÓÞǪŔŚŤÚѴŴΧÝŽ",
)
NAMES: Final = {"APP", "window.BRAND"}
"""Names are the same in every language."""
KEPT: Final = re.compile(r"\{[^{}]*\}|\(\*[^)]*\)|\.[a-z]{3,9}(?=$|;)")
"""Braces, the patterns of a file dialog, and suffixes."""


def write_language(folder: Path) -> Path:
    """The file of the language."""
    said = {name: marked(text) for name, text in texts().items() if name not in NAMES}
    file = folder / f"{CODE}.json"
    data = {"schema": SCHEMA, "plural": "n != 1", "texts": said}
    file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return file


def marked(text: Any) -> Any:
    """A text, or all that it holds, in the language."""
    if isinstance(text, Mapping):
        return {key: marked(one) for key, one in text.items()}
    if isinstance(text, tuple):
        return [marked(one) for one in text]
    return _longer(text) if any(sign.isalpha() for sign in text) else text


def _longer(text: str) -> str:
    body, suffix = _split(text)
    letters = sum(sign.isalpha() for sign in KEPT.sub("", body))
    if not letters:
        return text
    said = KEPT.sub(lambda kept: f"\0{kept[0]}\0", body).split("\0")
    whole = "".join(part if KEPT.fullmatch(part) else part.translate(ACCENTED) for part in said)
    return f"{BEGIN}{whole}{'~' * -(-letters // 3)}{END}{suffix}"


def _split(text: str) -> tuple[str, str]:
    """A text and the suffix at its end, which says what kind of file it names."""
    found = re.search(r"(?:\.[a-z]{3,9}|\{suffix\})$", text)
    return (text[: found.start()], found[0]) if found else (text, "")
