"""Every problem that the loader can name: file, row, column, what was found, what is allowed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nanoexplorer.pack.loader import load_pack
from nanoexplorer.pack.problems import PackError
from nanoexplorer.words.packs.problems import PROBLEM, problem_line
from tests.boundary_packs import change, co_mutations
from tests.pack.breaking import (
    Broken,
    Edit,
    a_folder,
    a_pipe,
    all_options,
    cell,
    cells,
    content,
    entry,
    garbled,
    header,
    header_alone,
    linked_to,
    missing,
    problems_in,
    renamed,
    row,
    text,
    text_in,
    without_rows,
)
from tests.packs import MINI_PACK, add_row, copy_of_mini_pack, read_rows, write_rows

EVIDENCE = (MINI_PACK / "evidence.csv").read_bytes().split(b"\n")[0]

# What is wrong with the form of a pack itself is provoked in forms/, beside texts in sources/.
OF_OTHER_FORMS = {
    *("no-folder", "not-a-pack", "one-table", "other-workbook", "damaged", "password"),
    *("too-many-files", "path-in-zip", "twice-in-zip", "hash", "not-edited"),
    *("too-many-cells", "no-sheet"),
    *(
        "no-such-section",
        "not-cited-in-section",
        "number-not-there",
        "number-not-said",
        "label-not-there",
        "copied",
    ),
}


def without_column(file: str, column: str, line: int, **texts: str) -> Edit:
    """A table that lacks a column that a row needs."""

    def edit(pack: Path) -> None:
        cells(file, line, **texts)(pack)
        head, *rows = read_rows(pack / file)
        place = head.index(column)
        write_rows(pack / file, [[*r[:place], *r[place + 1 :]] for r in (head, *rows)])

    return edit


def co_mutated(edit: Edit) -> Edit:
    """A pack with a field of several values at once, broken."""

    def both(pack: Path) -> None:
        co_mutations(pack)
        edit(pack)

    return both


def all_alone(pack: Path) -> None:
    change(
        pack,
        "field_options",
        lambda row: row | {"alone": "yes"} if row["field"] == "genes" else row,
    )


def more_genes(named: int, *, others: int = 0) -> Edit:
    """So many options more that can be held together, of which a criterion each names some."""

    def edit(pack: Path) -> None:
        for n, code in enumerate("FHJKMPRWY"[: named + others]):
            add_row(pack, "field_options.csv", "genes", f"g{n}", code, f"G{n}", "", "yes")
        for n in range(named):
            head = ("paper-filter", str(20 + n), "genes", "for", "is")
            add_row(pack, "criteria.csv", *head, f"g{n}", "stated", "", "open", "s-paper-light")

    return co_mutated(edit)


# fmt: off
CASES = [
    # files
    Broken("no-file", missing("strategies.csv"), "strategies.csv", "", ""),
    Broken("no-file", missing("topics.csv"), "topics.csv", "", ""),
    Broken("no-file", missing("fields.csv"), "fields.csv", "", ""),
    Broken("no-file", missing("field_options.csv"), "field_options.csv", "", ""),
    Broken("no-rows", content("evidence.csv", EVIDENCE), "evidence.csv", "", ""),
    Broken("no-rows", content("references.json", b"[]"), "references.json", "", ""),
    Broken("no-file", missing("pack.toml"), "pack.toml", "", ""),
    Broken("no-file", missing("references.json"), "references.json", "", ""),
    Broken("unreadable", linked_to("notes.csv", "notes.csv"), "notes.csv", "", ""),
    Broken("folder", a_folder("notes.csv"), "notes.csv", "", ""),
    Broken("not-a-file", a_pipe("notes.csv"), "notes.csv", "", ""),
    Broken("not-a-file", linked_to("references.json", "/dev/zero"), "references.json", "", ""),
    Broken("too-large", content("pack.toml", b"#" * 1_000_001), "pack.toml", "", ""),
    Broken("too-many-rows", content("topics.csv", b"id,name,help\n" + b"a,b,c\n" * 100_001),
           "topics.csv", "", ""),
    Broken("too-many-rows", content("references.json", b"[" + b"{}," * 100_000 + b"{}]"),
           "references.json", "", ""),
    Broken("line-too-long", content("topics.csv", b"id,name,help\n" + b"a," * 500_001),
           "topics.csv", "2", ""),
    Broken("not-utf8", content("topics.csv", b"id,name,help\nx,\xff,\n"), "topics.csv", "2", "",
           "ÿ"),
    Broken("not-utf8", text_in("latin-1", "cases.csv", "roast", "röstung"), "cases.csv", "2", "",
           "röstung=light"),
    Broken("not-utf8", content("pack.toml", b'id = "a"\ntitle = "\xfc"'), "pack.toml",
           "line 2", ""),
    Broken("utf16", content("pack.toml", b"\xfe\xff"), "pack.toml", "", ""),
    Broken("utf16", text_in("utf-16", "cases.csv", "", ""), "cases.csv", "", ""),
    Broken("utf16", text_in("utf-16-le", "cases.csv", "", ""), "cases.csv", "", ""),
    Broken("workbook", content("cases.csv", b"PK\x03\x04\x14\x00"), "cases.csv", "", ""),
    Broken("garbled-file", garbled("statements.csv"), "statements.csv", "2", "text"),
    Broken("open-quote", content("topics.csv", b'id,name,help\nx,"y,\n'), "topics.csv", "2", ""),
    Broken("not-csv", content("topics.csv", b'id,name,help\nx,"y"z,\n'), "topics.csv", "2", ""),
    Broken("not-toml", content("pack.toml", b"id = "), "pack.toml", "", ""),
    Broken("not-toml", content("pack.toml", b"id = " + b"9" * 5000), "pack.toml", "", ""),
    Broken("too-deep", content("pack.toml", b"id = " + b"[" * 5000), "pack.toml", "", ""),
    Broken("not-json", content("references.json", b"[{]"), "references.json", "line 1", ""),
    Broken("not-a-list", content("references.json", b"{}"), "references.json", "", "", "{}"),
    Broken("too-deep", content("references.json", b"[" * 5000), "references.json", "", ""),
    Broken("empty-file", content("references.json", b" "), "references.json", "", ""),
    Broken("empty-file", content("pack.toml", b"\n"), "pack.toml", "", ""),
    Broken("unknown-table", content("topic.csv", b"id,name,help\n"), "topic.csv", "", ""),
    # columns and lines
    Broken("unknown-column", text("topics.csv", "id,name,help", "id,name,help,colour"),
           "topics.csv", "1", "colour"),
    Broken("repeated-column", header("topics.csv", lambda cells: [*cells, cells[1]]), "topics.csv",
           "1", "name"),
    Broken("missing-column", header("topics.csv", lambda cells: cells[::2]), "topics.csv", "1",
           "name"),
    Broken("wrong-header", text("topics.csv", "id,name", "id,nmae"), "topics.csv", "1", "nmae",
           "name"),
    Broken("no-header", content("topics.csv", b"a|b\nc|d\n"), "topics.csv", "1", "", "a|b"),
    Broken("empty-file", content("topics.csv", b""), "topics.csv", "", ""),
    Broken("empty-file", content("topics.csv", b"\xef\xbb\xbf\r\n"), "topics.csv", "", ""),
    Broken("cell-count", text("topics.csv", "spills,Spills,", "spills,Spills"), "topics.csv", "3",
           "", "2"),
    Broken("cell-count", text("topics.csv", "spills,Spills,", "spills,Spills,,x"), "topics.csv",
           "3", "", "4"),
    Broken("cell-counts", header_alone("vocabulary.csv"), "vocabulary.csv", "2", "", "1"),
    # cells
    Broken("empty-text", cell("strategies.csv", 2, "name", " "), "strategies.csv", "2", "name"),
    Broken("empty-text", cell("fields.csv", 4, "plural", ""), "fields.csv", "4", "plural"),
    Broken("not-said-when-unknown", cell("criteria.csv", 2, "when_unknown", ""),
           "criteria.csv", "2", "when_unknown"),
    Broken("empty", cell("statuses.csv", 2, "stated", ""), "statuses.csv", "2", "stated"),
    Broken("empty-id", cell("retired.csv", 2, "id", ""), "retired.csv", "2", "id"),
    Broken("empty-pointer", cell("notes.csv", 2, "references", ""), "notes.csv", "2", "references"),
    Broken("empty-part", cell("strategies.csv", 7, "drugs", "milk;;tea"), "strategies.csv", "7",
           "drugs"),
    Broken("too-long", cell("topics.csv", 2, "help", "x" * 2001), "topics.csv", "2", "help"),
    Broken("control-character", cell("topics.csv", 2, "help", "a\u202eb"), "topics.csv", "2",
           "help"),
    Broken("control-character", cell("topics.csv", 2, "name", "a\x1b[31m"), "topics.csv", "2",
           "name"),
    Broken("too-long", cell("strategies.csv", 2, "name", "x" * 201), "strategies.csv", "2", "name"),
    Broken("line-break", cell("topics.csv", 2, "name", "two\nlines"), "topics.csv", "2", "name"),
    Broken("garbled", cell("topics.csv", 2, "help", "a naÃ¯ve one"), "topics.csv", "2", "help",
           "naÃ¯ve"),
    Broken("spreadsheet-error", cell("topics.csv", 2, "help", "#NAME?"), "topics.csv", "2", "help",
           "#NAME?"),
    Broken("spreadsheet-date", cell("quantities.csv", 2, "value", "04-Mar"), "quantities.csv", "2",
           "value", "04-Mar"),
    Broken("spreadsheet-date", entry(0, page="2026-03-04"), "references.json", "handbook", "page",
           "2026-03-04"),
    Broken("renamed-field", cell("fields.csv", 2, "id", "toast"), "fields.csv", "2", "id", "toast"),
    # the one answer of a field may be what is wrong
    Broken("points-nowhere", cell("field_options.csv", 9, "field", "mugs"), "field_options.csv",
           "9", "field", "mugs"),
    Broken("stray-quote", cell("topics.csv", 2, "help", 'a 5" pot'), "topics.csv", "2", "help"),
    Broken("not-allowed", cell("statements.csv", 2, "marker", "word"), "statements.csv", "2",
           "marker", "word"),
    Broken("points-nowhere", cell("strategies.csv", 2, "kind", "sleeve"), "strategies.csv", "2",
           "kind", "sleeve"),
    Broken("points-nowhere", cell("statements.csv", 2, "aspect", "poured"), "statements.csv", "2",
           "aspect", "poured"),
    Broken("points-nowhere", cell("evidence.csv", 3, "scope", "lungs"), "evidence.csv", "3",
           "scope", "lungs"),
    Broken("points-nowhere", cell("statuses.csv", 3, "id", "approved"), "evidence.csv", "9",
           "status", "blessed"),
    Broken("not-allowed", cell("fields.csv", 2, "code", "B"), "fields.csv", "2", "code", "B"),
    Broken("not-allowed", cell("fields.csv", 2, "code", "J"), "fields.csv", "2", "code", "J"),
    Broken("not-allowed", cell("retired.csv", 2, "table", "teapots"), "retired.csv", "2", "table",
           "teapots"),
    Broken("not-a-number", cell("statuses.csv", 2, "rank", "first"), "statuses.csv", "2", "rank",
           "first"),
    Broken("not-a-number", cell("criteria.csv", 2, "alternative", "-1"), "criteria.csv", "2",
           "alternative", "-1"),
    Broken("not-a-number", cell("approvals.csv", 2, "year", "١٩٩٩"), "approvals.csv", "2", "year",
           "١٩٩٩"),
    Broken("not-a-slug", cell("glossary.csv", 2, "id", "Crema"), "glossary.csv", "2", "id",
           "Crema"),
    Broken("not-a-slug", cell("glossary.csv", 2, "id", "x" * 65), "glossary.csv", "2", "id", "x" *
           65),
    Broken("not-a-slug", text("pack.toml", '"coffee-brewing"', '"Coffee brewing"'), "pack.toml", "",
           "id", "Coffee brewing"),
    Broken("too-many-words", cell("evidence.csv", 2, "label", "a b c d e f g h i"), "evidence.csv",
           "2", "label", "a b c d e f g h i"),
    Broken("repeated-value", cell("strategies.csv", 7, "drugs", "milk; milk"), "strategies.csv",
           "7", "drugs", "milk; milk"),
    # pack.toml
    Broken("unknown-key", text("pack.toml", "language", 'colour = "red"\nlanguage'), "pack.toml",
           "", "colour", "colour"),
    Broken("unknown-key", text("pack.toml", "covers", 'colour = "red"\ncovers'), "pack.toml",
           "sources 1", "colour", "colour"),
    Broken("missing-keys", content("pack.toml", b'title = "Coffee"\n'), "pack.toml", "", "",
           "id, version, date, language, licence, curators, citation, profile_name, gate"),
    Broken("missing", text("pack.toml", 'licence = "CC0-1.0"', ""), "pack.toml", "", "licence"),
    Broken("not-a-version", text("pack.toml", '"1.2"', '"1.2-beta"'), "pack.toml", "", "version",
           "1.2-beta"),
    Broken("not-a-date", text("pack.toml", "2020-02-29", '"2020-02-29"'), "pack.toml", "", "date",
           "2020-02-29"),
    Broken("not-a-line-of-text", text("pack.toml", '"en"', "7"), "pack.toml", "", "language", "7"),
    Broken("not-a-line-of-text", text("pack.toml", '"en"', '" "'), "pack.toml", "", "language",
           " "),
    Broken("no-sources", lambda pack: (pack / "pack.toml").write_text("sources = []"), "pack.toml",
           "", "sources"),
    Broken("not-a-table", lambda pack: (pack / "pack.toml").write_text("sources = [1]"),
           "pack.toml", "sources 1", ""),
    Broken("duplicate", text("pack.toml", 'id = "leaflet"', 'id = "handbook"'), "pack.toml",
           "sources 2", "id", "handbook"),
    Broken("not-in-file", text("pack.toml", 'reference = "leaflet"', 'reference = "brochure"'),
           "pack.toml", "sources 2", "reference", "brochure"),
    # ids
    Broken("duplicate", row("topics.csv", "spills", "Again"), "topics.csv", "4", "id", "spills"),
    Broken("duplicate", row("vocabulary.csv", "carrier", "felt", "F"), "vocabulary.csv", "12",
           "list, id", "carrier, felt"),
    Broken("duplicate", cell("statuses.csv", 3, "rank", "3"), "statuses.csv", "3", "rank", "3"),
    Broken("duplicate", cell("fields.csv", 3, "code", "R"), "fields.csv", "3", "code", "R"),
    Broken("duplicate", cell("field_options.csv", 3, "code", "A"), "field_options.csv", "3", "code",
           "A"),
    Broken("retired-id", row("statements.csv", "s-percolator"), "statements.csv", "14", "id",
           "s-percolator"),
    Broken("points-nowhere", cell("criteria.csv", 2, "strategy", "teapot"), "criteria.csv", "2",
           "strategy", "teapot"),
    Broken("points-nowhere", cell("criteria.csv", 2, "field", "grind"), "criteria.csv", "2",
           "field", "grind"),
    Broken("points-nowhere", cell("criteria.csv", 2, "statement", "s-none"), "criteria.csv", "2",
           "statement", "s-none"),
    Broken("points-nowhere", cell("statements.csv", 2, "references", "handbook-1; handbook-9"),
           "statements.csv", "2", "references", "handbook-9"),
    Broken("points-nowhere", cell("strategies.csv", 7, "purpose", "felt"), "strategies.csv", "7",
           "purpose", "felt"),
    Broken("points-nowhere", cell("evidence.csv", 2, "status", "brewd"), "evidence.csv", "2",
           "status", "brewd"),
    Broken("points-nowhere", cell("statements.csv", 2, "source", "radio"), "statements.csv", "2",
           "source", "radio"),
    # rules that tie tables together
    Broken("name-with-other-only", cell("statements.csv", 2, "disease_named", ""), "statements.csv",
           "2", "disease_named"),
    Broken("name-with-other-only", cell("evidence.csv", 4, "scope_named", "thirst"), "evidence.csv",
           "4", "scope_named", "thirst"),
    Broken("also-a-strategy", row("topics.csv", "cold-brew", "Cold brew"), "topics.csv", "4", "id",
           "cold-brew"),
    Broken("empty-pointer", cell("statements.csv", 12, "subjects", ""), "statements.csv", "12",
           "subjects"),
    Broken("points-nowhere", cell("statements.csv", 13, "subjects", "spills; teapot"),
           "statements.csv", "13", "subjects", "teapot"),
    Broken("with-map-order-only", cell("kinds.csv", 2, "map_rows", ""), "kinds.csv", "2",
           "map_rows"),
    Broken("not-one-subject", cell("scopes.csv", 2, "means", ""), "scopes.csv", "", "means", "0"),
    Broken("not-stated-above", cell("statuses.csv", 5, "rank", "9"), "statuses.csv", "5", "rank",
           "9"),
    Broken("marker-none", cell("statements.csv", 2, "marker", "none"), "statements.csv",
           "2", "marker", "none"),
    Broken("marked", cell("statements.csv", 5, "marker", "sentence"),
           "statements.csv", "5", "references", "sentence"),
    Broken("for-the-map-only", cell("strategies.csv", 2, "carrier", "felt"), "strategies.csv", "2",
           "carrier", "felt"),
    Broken("for-the-map-only", cell("strategies.csv", 7, "purpose", ""), "strategies.csv", "7",
           "purpose"),
    Broken("no-statement", row("strategies.csv", "teapot", "Teapot", "brewing-method",
           "steeping"), "strategies.csv", "10", "id", "teapot"),
    Broken("no-status", without_rows("evidence.csv", "cork-coaster"), "strategies.csv", "9", "id",
           "cork-coaster"),
    Broken("statement-about-another", cell("criteria.csv", 2, "statement", "s-cork"),
           "criteria.csv", "2", "statement", "s-cork"),
    Broken("statement-about-another", cell("evidence.csv", 2, "statement", "s-cork"),
           "evidence.csv", "2", "statement", "s-cork"),
    Broken("statement-of-another-source", cell("evidence.csv", 2, "source", "leaflet"),
           "evidence.csv", "2", "statement", "handbook"),
    Broken("no-such-alternative", cell("evidence.csv", 2, "alternative", "7"), "evidence.csv", "2",
           "alternative", "7"),
    Broken("not-cited-there", cell("citation_checks.csv", 2, "reference", "handbook-1"),
           "citation_checks.csv", "2", "reference", "handbook-1"),
    Broken("finds-nothing", cell("search_words.csv", 2, "finds", "tea pot"), "search_words.csv",
           "2", "finds", "tea pot"),
    Broken("not-a-status-there", cell("notes.csv", 2, "disputes", "felt-sleeve handbook roasted"),
           "notes.csv", "2", "disputes", "felt-sleeve handbook roasted"),
    Broken("not-a-status-there", cell("notes.csv", 2, "disputes", "moka-pot handbook brewed"),
           "notes.csv", "2", "disputes", "moka-pot handbook brewed"),
    Broken("not-a-status-there", cell("notes.csv", 2, "disputes", "felt-sleeve leaflet silent"),
           "notes.csv", "2", "disputes", "felt-sleeve leaflet silent"),
    # fields, criteria, conditions and profiles
    Broken("no-unknown-option", all_options("roast", "yes"), "fields.csv", "2", "id", "roast"),
    Broken("no-known-option", all_options("water", "no"), "fields.csv", "3", "id", "water"),
    Broken("count-with-known-option", row("field_options.csv", "cups", "many", "M", "Many", "many",
           "yes", "many cups"), "fields.csv", "4", "id", "cups"),
    Broken("count-with-known-option", cell("field_options.csv", 9, "id", "7"), "fields.csv", "4",
           "id", "cups"),
    Broken("not-above-minimum", cell("fields.csv", 4, "maximum", "1"), "fields.csv", "4", "maximum",
           "1"),
    Broken("not-a-number", cell("fields.csv", 4, "maximum", "20.5"), "fields.csv", "4", "maximum",
           "20.5"),
    Broken("not-a-decimal", cell("fields.csv", 4, "step", "half"), "fields.csv", "4", "step",
           "half"),
    Broken("one-kind-only", cell("fields.csv", 4, "step", "0.5"), "fields.csv", "4", "step", "0.5"),
    Broken("one-kind-only", cell("fields.csv", 2, "unit", "g"), "fields.csv", "2", "unit", "g"),
    Broken("no-step", cell("fields.csv", 4, "kind", "decimal"), "fields.csv", "4", "step"),
    Broken("add-column", without_column("fields.csv", "step", 4, kind="decimal"), "fields.csv", "4",
           "step", "step"),
    Broken("not-in-steps", cells("fields.csv", 4, kind="decimal", step="0.3"), "fields.csv", "4",
           "minimum", "1"),
    Broken("not-allowed", cells("criteria.csv", 3, test="below", value="41"), "criteria.csv", "3",
           "value", "41"),
    Broken("not-this-test", cell("criteria.csv", 2, "test", "above"), "criteria.csv", "2", "test",
           "above"),
    Broken("field-unless-outside", cell("criteria.csv", 4, "field", "roast"), "criteria.csv", "4",
           "field", "roast"),
    Broken("field-unless-outside", cell("criteria.csv", 2, "field", ""), "criteria.csv", "2",
           "field"),
    Broken("not-allowed", cell("criteria.csv", 2, "value", "soft"), "criteria.csv", "2", "value",
           "soft"),
    Broken("not-allowed", cell("criteria.csv", 2, "value", "unclear"), "criteria.csv", "2", "value",
           "unclear"),
    Broken("not-this-test", cell("criteria.csv", 2, "test", "at-most"), "criteria.csv", "2", "test",
           "at-most"),
    Broken("not-allowed", cell("criteria.csv", 13, "effect", "maybe"), "criteria.csv", "13",
           "effect", "maybe"),
    Broken("open-against", cell("criteria.csv", 13, "when_unknown", "open"), "criteria.csv", "13",
           "when_unknown", "open"),
    Broken("not-this-test", cell("criteria.csv", 2, "test", "at-least"), "criteria.csv", "2",
           "test", "at-least"),
    Broken("repeated-value", cells("criteria.csv", 2, test="one-of", value="light; light"),
           "criteria.csv", "2", "value", "light; light"),
    Broken("not-allowed", cells("criteria.csv", 2, test="one-of", value="light; unclear"),
           "criteria.csv", "2", "value", "unclear"),
    Broken("not-allowed", cells("criteria.csv", 3, test="one-of", value="12; 41"),
           "criteria.csv", "3", "value", "41"),
    Broken("not-allowed", cell("criteria.csv", 14, "value", "lukewarm"), "criteria.csv", "14",
           "value", "lukewarm"),
    Broken("mixed-effects", cell("criteria.csv", 7, "effect", "against"), "criteria.csv", "7",
           "effect", "against"),
    Broken("not-this-test", cell("notes.csv", 3, "when", "roast one-of dark"), "notes.csv", "3",
           "when", "one-of"),
    Broken("not-allowed", cell("criteria.csv", 3, "value", "41"), "criteria.csv", "3", "value",
           "41"),
    Broken("not-allowed", cell("criteria.csv", 3, "value", "unknown"), "criteria.csv", "3", "value",
           "unknown"),
    Broken("not-a-condition", cell("notes.csv", 3, "when", "cups>3"), "notes.csv", "3", "when",
           "cups>3"),
    Broken("not-this-test", cell("notes.csv", 3, "when", "cups > 3"), "notes.csv", "3", "when",
           ">"),
    Broken("not-allowed", cell("notes.csv", 3, "when", "roast is unclear"), "notes.csv", "3",
           "when", "unclear"),
    Broken("no-such-field", cell("notes.csv", 3, "when", "grind is fine"), "notes.csv", "3", "when",
           "grind"),
    Broken("no-such-field", cell("cases.csv", 2, "profile", "roast=light; grind=fine"), "cases.csv",
           "2", "profile", "grind"),
    Broken("not-a-value", cell("cases.csv", 2, "profile", "roast light"), "cases.csv", "2",
           "profile", "roast light"),
    Broken("not-of-field", cell("cases.csv", 2, "profile", "roast=soft"), "cases.csv", "2",
           "profile", "roast=soft"),
    Broken("not-of-field", cell("cases.csv", 2, "profile", "cups=0"), "cases.csv", "2",
           "profile", "cups=0"),
    Broken("field-twice", cell("cases.csv", 2, "profile", "cups=2; cups=3"), "cases.csv", "2",
           "profile", "cups=3"),
    # several values at once
    Broken("too-few-together", co_mutated(all_alone), "fields.csv", "6", "id", "genes"),
    Broken("too-many-together", more_genes(0, others=9), "fields.csv", "6", "id", "13"),
    Broken("too-many-named", more_genes(4), "criteria.csv", "25", "value", "genes"),
    Broken("one-kind-only", co_mutated(cell("field_options.csv", 2, "alone", "yes")),
           "field_options.csv", "2", "alone", "yes"),
    Broken("one-each", co_mutated(cell("criteria.csv", 15, "value", "egfr+tp53")), "criteria.csv",
           "15", "value", "egfr+tp53"),
    Broken("a-condition-each", co_mutated(cell("notes.csv", 3, "when", "genes is egfr+tp53")),
           "notes.csv", "3", "when", "egfr+tp53"),
    Broken("listed-otherwise", co_mutated(cells("criteria.csv", 15, test="one-of",
           value="egfr, tp53")), "criteria.csv", "15", "value", "egfr, tp53"),
    Broken("not-this-test", co_mutated(cell("criteria.csv", 15, "test", "at-least")),
           "criteria.csv", "15", "test", "at-least"),
    Broken("not-of-several", co_mutated(cell("cases.csv", 2, "profile", "genes=egfr,tp53")),
           "cases.csv", "2", "profile", "genes=egfr,tp53"),
    Broken("not-of-several", co_mutated(cell("cases.csv", 2, "profile", "genes=egfr+none")),
           "cases.csv", "2", "profile", "genes=egfr+none"),
    # references.json
    Broken("missing", entry(2, title=None), "references.json", "handbook-1", "title"),
    Broken("not-a-slug", entry(2, id="Handbook 1"), "references.json", "entry 3", "id",
           "Handbook 1"),
    Broken("duplicate", entry(3, id="handbook-1"), "references.json", "entry 4", "id",
           "handbook-1"),
    Broken("unknown-key", entry(2, publiser="red"), "references.json", "handbook-1", "publiser",
           "publiser"),
    Broken("not-allowed", entry(2, custom={"kind": "poem"}), "references.json", "handbook-1",
           "custom.kind", "poem"),
    Broken("not-a-year", entry(2, issued={"date-parts": [[20199]]}), "references.json",
           "handbook-1", "issued"),
    Broken("not-a-date", entry(7, accessed={"date-parts": [[2020, 13]]}), "references.json",
           "note-guild", "accessed"),
    Broken("not-an-export", renamed("references.json", "references.ris"), "references.ris", "", ""),
    Broken("not-an-object", entry(2, custom="review"), "references.json", "handbook-1", "custom"),
    Broken("not-an-author", entry(2, author=["Filter"]), "references.json", "handbook-1",
           "author 1"),
    Broken("not-a-doi", entry(2, DOI="doi:10.1/x"), "references.json", "handbook-1", "DOI",
           "doi:10.1/x"),
    Broken("not-a-web-address", entry(2, URL="example.org"), "references.json", "handbook-1", "URL",
           "example.org"),
]
# fmt: on


@pytest.mark.parametrize("broken", CASES, ids=lambda broken: f"{broken.file}-{broken.code}")
def test_a_problem_is_named_with_its_place(broken: Broken, tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    broken.edit(pack)
    problems = problems_in(pack)
    where = (broken.file, broken.row, broken.column, broken.code)
    named = [problem for problem in problems if problem[:4] == where]
    assert len(named) == 1, problems
    assert not broken.found or named[0].found == broken.found


@pytest.mark.parametrize("broken", CASES, ids=lambda broken: f"{broken.file}-{broken.code}")
def test_a_problem_is_worded_in_one_line_with_what_is_allowed(
    broken: Broken, tmp_path: Path
) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    broken.edit(pack)
    for problem in problems_in(pack):
        line = problem_line(problem)
        assert line.isprintable(), line
        assert line.startswith(problem.file)
        assert not problem.row.isdigit() or f", row {problem.row}" in line
        assert not problem.column or f", column {problem.column}: " in line
        template = PROBLEM[problem.code]
        assert "{found}" not in template or (" ".join(problem.found.split()) or "nothing") in line
        assert not re.search(r"\{(allowed|one_of)\}", template) or problem.allowed
        assert "{allowed}" not in template or problem.allowed in line


def test_every_problem_that_has_words_is_provoked_here() -> None:
    assert {broken.code for broken in CASES} | OF_OTHER_FORMS == set(PROBLEM)


def test_every_problem_that_has_words_is_named_by_the_loader() -> None:
    room = Path(load_pack.__code__.co_filename).parent
    files = [*room.rglob("*.py"), room.parent / "core" / "signs.py"]
    written = "".join(file.read_text(encoding="utf-8") for file in files)
    assert [code for code in PROBLEM if f'"{code}"' not in written] == []


@pytest.mark.parametrize(
    "name",
    [
        *("strategies.csv", "statements.csv", "fields.csv", "field_options.csv", "topics.csv"),
        *("evidence.csv", "references.json", "pack.toml", "vocabulary.csv"),
        "statuses.csv",
        "kinds.csv",
        "scopes.csv",
        "aspects.csv",
    ],
)
def test_a_missing_file_is_one_line_and_not_one_for_every_cell_that_points_at_it(
    tmp_path: Path, name: str
) -> None:
    folder = copy_of_mini_pack(tmp_path / "pack")
    (folder / name).unlink()
    with pytest.raises(PackError) as caught:
        load_pack(folder)
    assert [(p.file, p.code) for p in caught.value.problems] == [(name, "no-file")]


def test_beside_a_missing_file_what_is_wrong_in_a_cell_of_its_own_is_still_said(
    tmp_path: Path,
) -> None:
    folder = copy_of_mini_pack(tmp_path / "pack")
    (folder / "topics.csv").unlink()
    table = folder / "strategies.csv"
    table.write_text(table.read_text(encoding="utf-8") + "extra\n", encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load_pack(folder)
    assert {(p.file, p.code) for p in caught.value.problems} == {
        ("topics.csv", "no-file"),
        ("strategies.csv", "cell-count"),
    }
