"""Questions as a deck of flash cards that Anki imports: an SQLite collection in a zip.

A note is known by its question's id, so that importing a newer deck changes notes and doubles none:
Anki takes the note that was changed last. The collection is of the form that every Anki since 2.0
reads; sqlite3 is imported when a deck is made.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha1, sha256
from html import escape
from io import BytesIO
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any, Final
from xml.etree.ElementTree import Element
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from nanoexplorer.core.signs import legible
from nanoexplorer.documents.blocks import Paragraph, minor
from nanoexplorer.documents.questions import Asked, Option
from nanoexplorer.places import resources
from nanoexplorer.render.questions.markup import elements, html, text_element
from nanoexplorer.render.questions.question_sheet import QuestionSheet
from nanoexplorer.words import common
from nanoexplorer.words.teaching import questions as words

if TYPE_CHECKING:
    from sqlite3 import Connection

FIELDS: Final = ("Question", "Options", "Answer", "Why", "Missed", "Id", "Name")
SORTED_BY: Final = FIELDS.index("Name")
BETWEEN: Final = "\x1f"
"""Between the fields of a note."""
MODEL: Final = 1_764_374_400_002
"""The kind of note: another number where its fields change, else Anki would ask how to map them."""
MODEL_CHANGED: Final = 1_764_460_800
FRONT: Final = "{{Question}}{{Options}}"
BEHIND: Final = "{{Answer}}{{Missed}}{{Why}}"
CSS: Final = (
    ".card{font-family:sans-serif;font-size:18px;text-align:left;max-width:44rem;margin:0 auto}"
    "p,ol,ul{margin:.5em 0}small{font-size:80%}"
)
STATEMENTS: Final = "anki.sql"
_NEW: Final = -1
"""Of a thing that no server knows yet."""

Data = dict[str, Any]


def anki(sheet: QuestionSheet, now: Callable[[], float] = time.time) -> bytes:
    """The deck of a pack, changed now."""
    import sqlite3

    connection = sqlite3.connect(":memory:")
    try:
        _fill(connection, sheet, int(now()))
        connection.commit()
        collection = connection.serialize()
    finally:
        connection.close()
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as package:
        for name, content in (("collection.anki2", collection), ("media", b"{}")):
            package.writestr(ZipInfo(name, time.gmtime(now())[:6]), content, ZIP_DEFLATED)
    return made.getvalue()


def _fill(connection: Connection, sheet: QuestionSheet, changed: int) -> None:
    text = (resources() / "templates" / STATEMENTS).read_text(encoding="utf-8")
    *tables, collection, note, card = text.strip().removesuffix(";").split(";\n")
    for table in tables:
        connection.execute(table)
    deck = _number(f"deck {sheet.pack.id}")
    connection.execute(collection, _collection(sheet, deck, changed))
    for place, one in enumerate(sheet.asked, 1):
        row = {"id": _number(one.id), "deck": deck, "place": place, "changed": changed}
        connection.execute(note, {**row, **_note(one)})
        connection.execute(card, row)


def _collection(sheet: QuestionSheet, deck: int, changed: int) -> Data:
    parts: Data = {
        "conf": {},
        "models": {MODEL: _model(deck)},
        "decks": _decks(sheet, deck, changed),
        "dconf": {1: _PACE},
        "tags": {},
    }
    written = {name: json.dumps(part) for name, part in parts.items()}
    return {"changed": changed, "milliseconds": changed * 1000, **written}


def _note(one: Asked) -> Data:
    fields = _fields(one)
    return {
        "guid": one.id,
        "model": MODEL,
        "tags": f" {' '.join(_tags(one))} ",
        "fields": BETWEEN.join(fields),
        "sorted": legible(one.brief),
        "checksum": _checksum(fields[0]),
    }


def _tags(one: Asked) -> Iterator[str]:
    """The app, and under it each topic; a tag ends at a space."""
    from re import findall

    yield common.APP
    for topic in one.topics:
        if words_of := findall(r"\w+", topic):
            yield "::".join((common.APP, "-".join(words_of)))


def _number(name: str) -> int:
    """A number for a name, always the same, where Anki has milliseconds since 1970."""
    return 10**12 + int(sha256(name.encode()).hexdigest()[:10], 16)


def _checksum(field: str) -> int:
    """As Anki tells the first fields of notes apart: without markup."""
    from re import sub

    return int(sha1(sub("<[^>]*>", "", field).encode()).hexdigest()[:8], 16)


def _fields(one: Asked) -> tuple[str, ...]:
    """The front has the disclaimer, and stands on the back too, which has it once by that."""
    disclaimer = Paragraph(minor(common.disclaimer(), "caution"))
    found = (
        html(elements((disclaimer, *one.asks))),
        html([_listed(one.options)]),
        html([_answer(one)]),
        html(elements((*one.sources, one.about))),
        html(_missed(one.options)),
        one.id,
        escape(one.brief, quote=False),
    )
    return tuple(legible(field) for field in found)


def _listed(options: Iterable[Option]) -> Element:
    """With letters; there are never as many as the alphabet has."""
    made = Element("ol", {"type": "A"})
    made.extend(text_element("li", option.said) for option in options)
    return made


def _answer(one: Asked) -> Element:
    letter = ascii_uppercase[one.options.index(one.right)]
    made = Element("p")
    made.append(text_element("strong", words.ANSWER.format(letter=letter, said=one.right.said)))
    return made


def _missed(options: Iterable[Option]) -> Iterator[Element]:
    """What would be missed with each of the wrong answers."""
    for letter, option in zip(ascii_uppercase, options, strict=False):
        if not option.right:
            yield text_element("p", words.IF_CHOSEN.format(letter=letter, missed=option.missed))


def _model(deck: int) -> Data:
    fields = (
        {"name": name, "ord": place, "sticky": False, "rtl": False, "font": "Arial", "size": 20}
        for place, name in enumerate(FIELDS)
    )
    back = html([Element("hr", {"id": "answer"})])
    template = {
        "name": "1", "ord": 0, "did": None, "qfmt": FRONT, "bqfmt": "", "bafmt": "",
        "afmt": f"{{{{FrontSide}}}}{back}{BEHIND}",
    }  # fmt: skip
    return {
        "id": MODEL, "name": common.APP, "type": 0, "mod": MODEL_CHANGED, "usn": _NEW,
        "sortf": SORTED_BY,
        "did": deck, "tmpls": [template], "flds": list(fields), "css": CSS, "latexPre": "",
        "latexPost": "", "req": [[0, "any", [0, 1]]], "tags": [], "vers": [],
    }  # fmt: skip


def _decks(sheet: QuestionSheet, deck: int, changed: int) -> Data:
    """The pack's deck, which sets of any number go into, and the one that every collection has."""
    about = [text_element("p", line) for line in sheet.foot]
    said = " ".join(legible(sheet.pack.title).replace("::", ":").split())
    return {
        "1": _deck(1, "Default", "", changed),
        str(deck): _deck(deck, said, html(about), changed),
    }


def _deck(id_: int, name: str, about: str, changed: int) -> Data:
    today = {key: [0, 0] for key in ("newToday", "revToday", "lrnToday", "timeToday")}
    return {
        "id": id_, "name": name, "desc": about, "mod": changed, "usn": _NEW, "dyn": 0, "conf": 1,
        "collapsed": False, "browserCollapsed": False, "extendNew": 0, "extendRev": 0, **today,
    }  # fmt: skip


_PACE: Final = {
    "id": 1, "name": "Default", "mod": 0, "usn": 0, "maxTaken": 60, "autoplay": True, "timer": 0,
    "replayq": True, "dyn": False,
    "new": {
        "bury": False, "delays": [1, 10], "initialFactor": 2500, "ints": [1, 4, 0], "order": 1,
        "perDay": 20,
    },
    "rev": {"bury": False, "ease4": 1.3, "ivlFct": 1, "maxIvl": 36500, "perDay": 200},
    "lapse": {"delays": [10], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0},
}  # fmt: skip
"""How fast cards come, as in a new collection; whoever imports has a pace of their own."""
