"""Packs at the edge of what is valid, each made from the mini pack and read by the loader."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from nanoexplorer.core.profile import FIELD_CODES
from tests.packs import copy_of_mini_pack, read_rows, write_rows

Edit = Callable[[Path], None]
Change = Callable[[dict[str, str]], dict[str, str] | None]

OPTIONAL = ("approvals", "cases", "citation_checks", "criteria", "glossary", "notes", "quantities",
            "retired")  # fmt: skip
MOST_FIELDS = 24
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
ARABIC = "جسيمات نانوية ذهبية مستهدفة"
HEBREW = "ננו־חלקיקים של זהב 3 (EGFR)"


def change(pack: Path, table: str, each: Change) -> None:
    """Every row of a table changed, or left out where nothing comes back."""
    head, *rows = read_rows(pack / f"{table}.csv")
    changed = [each(dict(zip(head, row, strict=True))) for row in rows]
    write_rows(
        pack / f"{table}.csv", [head, *([row[name] for name in head] for row in changed if row)]
    )


def without(pack: Path, *tables: str) -> None:
    for table in tables:
        (pack / f"{table}.csv").unlink(missing_ok=True)


def emptied(pack: Path, *tables: str) -> None:
    for table in tables:
        change(pack, table, lambda row: None)


def no_fields(pack: Path) -> None:
    emptied(pack, "criteria", "cases", "fields", "field_options")
    change(pack, "notes", lambda row: row | {"when": ""})


def _subjects(pack: Path, kept: Callable[[str], bool], instead: str = "") -> None:
    """Statements with the subjects that are wanted; one without any has another or goes."""

    def each(row: dict[str, str]) -> dict[str, str] | None:
        subjects = "; ".join(filter(kept, row["subjects"].split("; "))) or instead
        return row | {"subjects": subjects} if subjects else None

    change(pack, "statements", each)


def no_topics(pack: Path) -> None:
    without(pack, "topics")
    ids = {row[0] for row in read_rows(pack / "strategies.csv")}
    _subjects(pack, lambda id_: id_ in ids, instead="paper-filter")
    change(pack, "notes", lambda row: row | {"topics": ""})


def bare(pack: Path) -> None:
    """Nothing that a pack can do without, but for fields and topics."""
    without(pack, *OPTIONAL)


def empty_tables(pack: Path) -> None:
    emptied(pack, *OPTIONAL)


def barest(pack: Path) -> None:
    no_topics(pack)
    without(pack, *OPTIONAL, "fields", "field_options")


def _only(pack: Path, kept: Callable[[dict[str, str]], bool]) -> None:
    """The strategies that are wanted, and what is about them."""
    head, *rows = read_rows(pack / "strategies.csv")
    without(pack, "search_words")
    ids = {row[0] for row in rows if kept(dict(zip(head, row, strict=True)))}
    change(pack, "strategies", lambda row: row if row["id"] in ids else None)
    topics = {row[0] for row in read_rows(pack / "topics.csv")}
    _subjects(pack, lambda id_: id_ in ids | topics)
    said = {row[0] for row in read_rows(pack / "statements.csv")}
    for table in ("criteria", "evidence", "approvals"):
        change(pack, table, lambda row: row if row["strategy"] in ids else None)
    change(pack, "citation_checks", lambda row: row if row["statement"] in said else None)
    change(pack, "quantities", lambda row: row if row["statement"] in said else None)
    change(
        pack,
        "notes",
        lambda row: (
            row
            | {
                "disputes": "",
                "strategies": "; ".join(s for s in row["strategies"].split("; ") if s in ids),
            }
        ),
    )


def one_strategy(pack: Path) -> None:
    _only(pack, lambda row: row["id"] == "paper-filter")


def modalities_alone(pack: Path) -> None:
    _only(pack, lambda row: row["kind"] == "brewing-method")
    change(pack, "vocabulary", lambda row: row if row["list"] == "group" else None)


def carriers_alone(pack: Path) -> None:
    _only(pack, lambda row: row["kind"] == "cup-sleeve")


def no_criteria(pack: Path) -> None:
    emptied(pack, "criteria")


def sources_alone(pack: Path) -> None:
    """No reference but the sources themselves."""
    without(pack, "approvals", "notes", "citation_checks")
    change(pack, "statements", lambda row: row | {"marker": "none", "references": ""})
    entries = json.loads((pack / "references.json").read_text(encoding="utf-8"))
    kept = [entry for entry in entries if entry["id"] in ("handbook", "leaflet")]
    (pack / "references.json").write_text(json.dumps(kept), encoding="utf-8")


def _named(pack: Path, name: Callable[[str], str]) -> None:
    for table, columns in {
        "strategies": ("name",), "topics": ("name", "help"), "fields": ("label",),
        "field_options": ("label", "short_label", "phrase"), "statuses": ("label", "short_label"),
        "vocabulary": ("label",), "statements": ("section", "text"), "cases": ("title",),
        "glossary": ("term", "definition"), "notes": ("text",), "approvals": ("product", "agency"),
        "quantities": ("measure", "value", "population"),
    }.items():  # fmt: skip
        change(
            pack,
            table,
            lambda row, columns=columns: (
                row
                | {  # type: ignore[misc]
                    column: name(row[column]) for column in columns
                }
            ),
        )
    entries = json.loads((pack / "references.json").read_text(encoding="utf-8"))
    for entry in entries:
        entry["title"] = name(entry["title"])
    (pack / "references.json").write_text(json.dumps(entries), encoding="utf-8")


def long_names(pack: Path) -> None:
    _named(pack, lambda text: f"{text} {LONG_WORD} {'and so on ' * 8}".strip())


def longest_names(pack: Path) -> None:
    change(pack, "strategies", lambda row: row | {"name": ("W" * 190) + row["id"][:9]})
    change(pack, "topics", lambda row: row | {"name": ("w " * 95) + row["id"][:9]})


def right_to_left(pack: Path) -> None:
    _named(pack, lambda text: f"{ARABIC} {text} {HEBREW}")


def most_fields(pack: Path) -> None:
    """As many fields as a pack may want."""
    head, *rows = read_rows(pack / "fields.csv")
    free = [code for code in FIELD_CODES if code not in {row[1] for row in rows}]
    more = free[: MOST_FIELDS - len(rows)]
    rows += [
        [f"more-{c.lower()}", c, f"More {c}", c, "choice", *[""] * 4, "yes", "no", *[""] * 3]
        for c in more
    ]
    write_rows(pack / "fields.csv", [head, *rows])
    head, *rows = read_rows(pack / "field_options.csv")
    for code in more:
        for letter, id_, known in (
            ("A", "high", "yes"),
            ("K", "low", "yes"),
            ("X", "unknown", "no"),
        ):
            name = f"more-{code.lower()}"
            rows.append([name, id_, letter, id_, id_, known, f"{id_} {code}", "", ""])
    write_rows(pack / "field_options.csv", [head, *rows])
    head, *rows = read_rows(pack / "criteria.csv")
    for code in more:
        cells = {"strategy": "cold-brew", "alternative": "7", "field": f"more-{code.lower()}",
                 "effect": "for", "test": "is", "value": "high", "basis": "stated",
                 "when_unknown": "open", "statement": "s-cold-fridge"}  # fmt: skip
        rows.append([cells.get(name, "") for name in head])
    write_rows(pack / "criteria.csv", [head, *rows])


def decimals(pack: Path) -> None:
    """The count made a decimal with a unit, in tests of every sort."""
    numbers = {"minimum": "0.5", "maximum": "20", "step": "0.25", "unit": "dL", "singular": "",
               "plural": "", "kind": "decimal"}  # fmt: skip
    change(pack, "fields", lambda row: row | numbers if row["kind"] == "count" else row)
    signs = iter(("at-least", "below", "above", "at-most") * 10)
    change(
        pack,
        "criteria",
        lambda row: row | {"test": next(signs), "value": "12.5"} if row["field"] == "cups" else row,
    )
    number = re.compile(r"(?<=cups.)(.*?)[0-9]+")
    for table, column in (("cases", "profile"), ("notes", "when")):

        def each(row: dict[str, str], column: str = column) -> dict[str, str]:
            return row | {column: number.sub(r"\g<1>7.25", row[column])}

        change(pack, table, each)


def co_mutations(pack: Path) -> None:
    """A field of which several are found at once, in tests of every sort, for and against."""

    def add(table: str, *rows: dict[str, str]) -> None:
        head, *there = read_rows(pack / f"{table}.csv")
        made = [[row.get(name, "") for name in head] for row in rows]
        write_rows(pack / f"{table}.csv", [head, *there, *made])

    add("fields", {"id": "genes", "code": "E", "label": "Genes", "tag": "found", "kind": "several",
                   "biomarker": "yes", "folded": "no"})  # fmt: skip
    for code, id_, known, alone in (
        ("A", "abl", "yes", ""),
        ("C", "kras", "yes", ""),
        ("E", "egfr", "yes", "no"),
        ("N", "none", "yes", "yes"),
        ("T", "tp53", "yes", ""),
        ("X", "not-tested", "no", ""),
    ):
        add("field_options", {"field": "genes", "id": id_, "code": code, "label": id_.upper(),
                              "short_label": id_, "known": known, "alone": alone,
                              "phrase": f"{id_.upper()} found"})  # fmt: skip
    criterion = {"field": "genes", "effect": "for", "test": "is", "value": "egfr",
                 "basis": "stated", "when_unknown": "open", "alternative": "7",
                 "strategy": "cold-brew", "statement": "s-cold-fridge"}  # fmt: skip
    paper = {"strategy": "paper-filter", "statement": "s-paper-light"}
    add(
        "criteria",
        criterion,
        criterion | {"value": "tp53"},
        criterion | {"alternative": "8", "effect": "against", "when_unknown": "", "value": "kras"},
        criterion | paper | {"test": "one-of", "value": "kras; tp53", "when_unknown": "caveat"},
        criterion | paper | {"alternative": "8", "test": "is-not", "value": "egfr"},
        criterion | paper | {"alternative": "8", "field": "roast", "value": "dark"},
        criterion | paper | {"alternative": "9", "value": "none"},
    )
    profile = {"sunday": "tp53 + egfr", "meeting": "none"}
    change(
        pack,
        "cases",
        lambda row: row | {"profile": f"{row['profile']}; genes={profile[row['id']]}"},
    )
    change(
        pack,
        "notes",
        lambda row: row | ({"when": "genes is tp53"} if row["id"] == "note-dark-soft" else {}),
    )


def odd(pack: Path) -> None:
    """One kind, no map, many fields, decimals among them."""
    modalities_alone(pack)
    decimals(pack)
    most_fields(pack)
    change(
        pack,
        "kinds",
        lambda row: (
            row | {"map_order": "", "map_rows": "", "map_columns": ""}
            if row["id"] == "brewing-method"
            else None
        ),
    )


def huge_counts(pack: Path) -> None:
    change(
        pack,
        "fields",
        lambda row: (
            row | ({"minimum": "0", "maximum": "999999999"} if row["kind"] == "count" else {})
        ),
    )


def one_field(pack: Path) -> None:
    """A count alone, with one unknown option, folded away."""
    change(pack, "fields", lambda row: row | {"folded": "yes"} if row["id"] == "cups" else None)
    change(pack, "field_options", lambda row: row if row["field"] == "cups" else None)
    change(pack, "criteria", lambda row: row if row["field"] in ("cups", "") else None)
    change(
        pack,
        "notes",
        lambda row: (
            row | {"when": "; ".join(w for w in row["when"].split("; ") if w.startswith("cups"))}
        ),
    )
    change(pack, "cases", lambda row: row | {"profile": "cups=14"})


def one_source_abstract(pack: Path) -> None:
    """No status is stated of anything."""
    change(pack, "evidence", lambda row: row | {"status": "silent", "label": ""})
    change(pack, "notes", lambda row: row | {"disputes": ""})
    head, *rows = read_rows(pack / "evidence.csv")
    seen, kept = set(), []
    for row in rows:
        if (row[0], row[1]) not in seen:
            seen.add((row[0], row[1]))
            kept.append(row)
    write_rows(pack / "evidence.csv", [head, *kept])


EDITS: dict[str, Edit] = {
    "no fields": no_fields,
    "no topics": no_topics,
    "no optional tables": bare,
    "empty optional tables": empty_tables,
    "the least there can be": barest,
    "one strategy": one_strategy,
    "modalities alone": modalities_alone,
    "carriers alone": carriers_alone,
    "no criteria": no_criteria,
    "sources alone": sources_alone,
    "long names": long_names,
    "longest names": longest_names,
    "right to left": right_to_left,
    "most fields": most_fields,
    "decimals": decimals,
    "co-mutations": co_mutations,
    "odd": odd,
    "huge counts": huge_counts,
    "one folded count": one_field,
    "no status stated": one_source_abstract,
}


def boundary_pack(folder: Path, name: str) -> Path:
    """One of them, in a folder that does not exist yet."""
    pack = copy_of_mini_pack(folder)
    EDITS[name](pack)
    return pack
