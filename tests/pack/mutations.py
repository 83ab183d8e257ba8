"""Ways in which a pack goes wrong in a spreadsheet or an editor, drawn by a seed."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from nanoexplorer.core.cells import Column
from nanoexplorer.pack.schema import TABLES, Table
from tests.packs import read_rows


class Mutation(NamedTuple):
    """A file's new bytes (None: it is gone); `row` and `column` where one cell is at fault.

    `harmless`: it says the same in another form.
    """

    what: str
    file: str
    data: bytes | None
    row: int = 0
    column: str = ""
    harmless: bool = False


Rows = list[list[str]]

UNSEEN = [
    *("\u061c", "\u180e", "\u200b", "\u202e", "\u2066", "\u2069", "\u206a", "\u206f", "\u00ad"),
    *("\ufeff", "\ufffe", "\uffff", "\ue000", "\U000f0000", "\U000e0041", "\U000e0001", "\u3164"),
    *("\u115f", "\u034f", "\ufe0f", "\u2800", "\u2028", "\x00", "\x1b", "\x85", "\U0001d173"),
]
GARBLED = ["Ã©", "â€™", "Â°", "Î±", "â‰¥", "\ufffd", "√©", "‚Äô", "├⌐", "ΓÇÖ", "ï»¿", "Ð¸Ð·"]
ERRORS = ["#NAME?", "#REF!", "#VALUE!", "#N/A", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#BEZUG!",
          "#¿NOMBRE?", "#NV", "Err:502", "########"]  # fmt: skip
DATES = ["03-Apr", "3. Apr", "Apr-03", "2026-04-03", "03/04/2026", "3.4.26", "12 Dez."]
FLAGS = {c.name for table in TABLES.values() for c in table.columns if c.type == "flag"}
NEVER = "zzz-no-such-zzz"


def written(rows: Rows, separator: str = ",", end: str = "\n") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator=end).writerows(rows)
    return text.getvalue()


def in_cells(random: Random, pack: Path) -> Iterator[Mutation]:
    """One cell of each table at fault, in every way that its column knows."""
    for table in TABLES.values():
        rows = read_rows(pack / table.file)
        for column in table.columns:
            place = rows[0].index(column.name)
            filled = [n for n, row in enumerate(rows) if n and row[place]]
            if filled:
                line = random.choice(filled)
                for what, text in _faults(random, table, column, rows[line][place]):
                    changed = [list(row) for row in rows]
                    changed[line][place] = text
                    data = written(changed).encode()
                    yield Mutation(what, table.file, data, line + 1, column.name)


def _faults(
    random: Random, table: Table[object], column: Column, text: str
) -> Iterator[tuple[str, str]]:
    middle = random.randint(1, max(1, len(text) - 1))
    sign = random.choice(UNSEEN)
    yield f"unseen {ord(sign):04X}", text[:middle] + sign + text[middle:]
    yield "garbled", f"{text} {random.choice(GARBLED)}x"
    yield "a spreadsheet's error", random.choice(ERRORS)
    yield "a spreadsheet's date", random.choice(DATES)
    yield "stray quote", text[:middle] + '"' + text[middle:]
    yield "line break", f"{text}\n{text}"
    yield "too long", "x" * 2001
    cell = column.cell
    if column.name in table.needed_columns:
        yield "empty", ""
    if cell.points_at or cell.allowed or column.type != "text" or cell.form == "profile":
        yield "unknown", NEVER
        yield "near miss", text[:-1] + ("q" if text[-1:] != "q" else "y")
    if column.type == "number":
        yield "no whole number", random.choice(["1.5", "1e3", "-1", "²", "１", "1000000000"])
    if cell.form in ("id", "slug"):
        yield "no slug", random.choice(["²", "Ä", text.upper() + "A", text + " 1", text + "-"])
    if column.many:
        yield "ends with a semicolon", text + ";"
        yield "twice", f"{text}; {text}"


def of_files(random: Random, pack: Path) -> Iterator[Mutation]:
    """A whole table in another form, or wrong as a whole."""
    others = list(TABLES.values())
    for table in TABLES.values():
        rows = read_rows(pack / table.file)
        other = random.choice([one for one in others if one is not table])
        for what, data in _forms(random, rows):
            yield Mutation(what, table.file, data, harmless=True)
        for what, data in _wrecks(random, table, rows):
            yield Mutation(what, table.file, data)
        yield Mutation(f"it is {other.file}", table.file, (pack / other.file).read_bytes())
    yield from _other_files(random, pack)


def _forms(random: Random, rows: Rows) -> Iterator[tuple[str, bytes]]:
    head, *body = rows
    plain = written(rows)
    for separator in ";\t":
        yield f"separated by {separator!r}", written(rows, separator).encode()
    yield "byte order mark", b"\xef\xbb\xbf" + plain.encode()
    yield "two byte order marks", 2 * b"\xef\xbb\xbf" + plain.encode()
    yield "CR LF", written(rows, end="\r\n").encode()
    yield "CR", written(rows, end="\r").encode()
    yield "loud header", written([[name.upper() for name in head], *body]).encode()
    spaced = [f" {name.replace('_', ' ').title()} " for name in head]
    yield "spaced header", written([spaced, *body]).encode()
    empty = [""] * random.randint(1, 4)
    yield "empty columns", written([[*row, *empty] for row in rows]).encode()
    yield "blank rows", written([*rows, [], [""] * len(head), [" "]]).encode()
    yield "sep line", ("sep=;\n" + written(rows, ";")).encode()
    order = random.sample(range(len(head)), len(head))
    yield "another order", written([[row[n] for n in order] for row in rows]).encode()
    yield (
        "TRUE and 1.0",
        written(
            [head, *([_spelt(*cell) for cell in zip(head, row, strict=True)] for row in body)]
        ).encode(),
    )


def _spelt(column: str, text: str) -> str:
    """As a spreadsheet would write it."""
    if column in FLAGS:
        return {"yes": "TRUE", "no": "False", "": ""}[text]
    return f"{text}.0" if column in ("rank", "alternative", "year") and text else text


def _wrecks(random: Random, table: Table[object], rows: Rows) -> Iterator[tuple[str, bytes]]:
    head, *body = rows
    plain = written(rows)
    yield "empty", b""
    yield "blank", b"\n \n"
    yield "separated by bars", written(rows, "|").encode()
    yield "separated by blanks", written(rows, " ").encode()
    yield "UTF-16", plain.encode("utf-16")
    yield "UTF-16 without a mark", plain.encode("utf-16-le")
    yield "a workbook", b"PK\x03\x04" + random.randbytes(500)
    yield "noise", b"\xff" + random.randbytes(500)
    yield "no header", written(body).encode()
    column = head.index(random.choice(table.needed_columns))
    yield "a column gone", written([row[:column] + row[column + 1 :] for row in rows]).encode()
    twice = [[*row, row[column]] for row in rows]
    yield "a column twice", written(twice).encode()
    yield "a column more", written([[*row, "x"] for row in rows]).encode()
    renamed = [*head[:column], head[column] + "s", *head[column + 1 :]]
    yield "a column renamed", written([renamed, *body]).encode()
    if body:
        line = random.randrange(len(body))
        spoiled = [list(row) for row in body]
        spoiled[line][0] = "Köln" + spoiled[line][0]
        yield "Latin-1", written([head, *spoiled]).encode("latin-1", "replace")
        spoiled = [[*row[:-1], row[-1] + " Ã¶Ã¤"] for row in body]
        yield "garbled all over", written([head, *spoiled]).encode()
        lines = plain.splitlines()
        lines[line + 1] = '"' + lines[line + 1].replace('"', "")
        yield "a quote is never closed", "\n".join(lines).encode()
        if len(head) > 1:
            short = [row[:-1] for row in body]
            yield "a cell less in every row", written([head, *short]).encode()
            mixed = written(rows[:1]) + written(body, "|")
            yield "a header apart", mixed.encode()


def _other_files(random: Random, pack: Path) -> Iterator[Mutation]:
    json_, toml = "references.json", "pack.toml"
    entries = (pack / json_).read_text(encoding="utf-8")
    head = (pack / toml).read_text(encoding="utf-8")
    for what, text in (
        *(("empty", ""), ("no list", "{}"), ("cut off", entries[: len(entries) // 2])),
        *(("a comma more", entries.rstrip().removesuffix("]") + ",]"), ("rows", "id,title\na,b\n")),
        *((f"{depth} deep", "[" * depth + "]" * depth) for depth in (900, 985, 990, 995, 5000)),
    ):
        yield Mutation(what, json_, text.encode())
    for encoding in ("utf-16", "utf-16-le"):
        yield Mutation(encoding, json_, entries.encode(encoding))
        yield Mutation(encoding, toml, head.encode(encoding))
    for what, text in (
        *(
            ("empty", ""),
            ("cut off", head[: head.index("]")]),
            ("a quote", head.replace('"', "", 1)),
        ),
        *((f"{depth} deep", head + "x=" + "[" * depth + "]" * depth) for depth in (300, 980, 5000)),
        ("dotted", "title." + ".".join("a" * 990) + " = 1\n"),
    ):
        yield Mutation(what, toml, text.encode())
    yield Mutation("byte order marks", json_, 2 * b"\xef\xbb\xbf" + entries.encode(), harmless=True)
    yield Mutation("byte order mark", toml, b"\xef\xbb\xbf" + head.encode(), harmless=True)
    yield from _entries(random, json.loads(entries))


def _entries(random: Random, entries: list[dict[str, object]]) -> Iterator[Mutation]:
    """One key of one entry at fault."""
    changes: list[tuple[str, str, object]] = [
        ("id", "no slug", "²"),
        ("title", "unseen", f"a{random.choice(UNSEEN)}b"),
        ("title", "half a sign", "\ud800"),
        ("title", "garbled", random.choice(GARBLED) + "x"),
        ("title", "an error", random.choice(ERRORS)),
        ("title", "stray quote", 'a "b'),
        ("title", "a number", 3),
        ("type", "unknown", NEVER),
        ("volume", "a number", 12),
        ("issued", "no year", {"date-parts": [["2019"]]}),
        ("URL", "no address", "example.org"),
        ("custom", "unknown key", {"kind": "review", "colour": "red"}),
    ]
    for key, what, value in changes:
        changed = [dict(entry) for entry in entries]
        changed[random.randrange(len(changed))][key] = value
        yield Mutation(what, "references.json", json.dumps(changed).encode(), column=key)
    for depth in (970, 980, 985, 990):
        deep = json.dumps(entries).replace('"title": "', '"title": @, "x": "', 1)
        text = deep.replace("@", "[" * depth + "]" * depth)
        yield Mutation(f"a title {depth} deep", "references.json", text.encode())
    twice = json.dumps([*entries, {**entries[0], "id": "²"}])
    twice = twice.replace('"id": "\\u00b2"', '"id": "\\u00b2", "title": "b"')
    yield Mutation("a key twice", "references.json", twice.encode())


ALL: tuple[Callable[[Random, Path], Iterator[Mutation]], ...] = (in_cells, of_files)


def mutations(seed: int, pack: Path) -> Iterator[Mutation]:
    """Every way, each drawn anew by the seed."""
    random = Random(seed)
    for some in ALL:
        yield from some(random, pack)
