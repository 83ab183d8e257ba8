"""What is wrong with a pack or a case code. {found} and {allowed} come from the Problem."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nanoexplorer.words.common import counted, one_line
from nanoexplorer.words.language import Forms

if TYPE_CHECKING:
    from collections.abc import Sequence

PROBLEM = {
    # a whole file
    "no-folder": "there is no such folder or file",
    "not-a-pack": "this is no pack; allowed: a folder, a workbook (.xlsx), a pack file (.nxpack)",
    "one-table": "this is one table of a pack; open the folder in which it stands",
    "other-workbook": "this is a workbook of another kind; save it as “Excel workbook” (.xlsx)",
    "damaged": "the file is damaged, or not what its name says; save or copy it anew",
    "password": "“{found}” is locked with a password; save it without one",
    "too-many-cells": "there is too much in it; allowed: {allowed} cells",
    "too-many-files": "there are too many files in it; allowed: {allowed}",
    "path-in-zip": "“{found}” leads out of the file; allowed: the pack’s own files",
    "twice-in-zip": "“{found}” is in it twice; allowed: each file once",
    "no-file": "the file is missing",
    "no-sheet": "the sheet is missing",
    "unreadable": "the file can’t be read: {found}",
    "folder": "the file can’t be read: it is a folder",
    "not-a-file": "the file can’t be read: it is no ordinary file",
    "too-large": "the file is too large; allowed: {allowed} bytes",
    "too-many-rows": "the file has too many rows; allowed: {allowed}",
    "line-too-long": "the row is too long; allowed: {allowed} characters",
    "hash": "the file was changed after the pack file was bundled; ask for it anew",
    "unknown-table": "this is no table of a pack; allowed: {allowed}, and names that begin with _ "
    "for what is yours",
    "no-rows": "nothing stands in it, and others point at it or need it",
    "empty-file": "the file is empty; it begins with {allowed}",
    "workbook": "this is a workbook under another name; save each sheet as “CSV UTF-8”",
    "utf16": "the file is “Unicode text” (UTF-16); save it as “CSV UTF-8”",
    "not-utf8": "“{found}” is not UTF-8; save the file as UTF-8 (“CSV UTF-8”)",
    "garbled-file": "“{found}”: letters were garbled when the file was opened or saved; import it "
    "again as UTF-8",
    "not-csv": 'a quotation mark stands inside a quoted cell; double it ("") or delete it',
    "open-quote": "a quotation mark opens here and is never closed; close it or delete it",
    "cell-counts": "the rows have {found} cells and the header {allowed}; save the table with one "
    "separator",
    "no-header": "this is not the header of the table: “{found}”; the first row is {allowed}, "
    "separated by comma, semicolon or tab",
    "wrong-header": "the header lacks {found}; its columns are {allowed}",
    "unknown-column": "no such column; the columns are {allowed}",
    "missing-column": "missing in the header; the columns are {allowed}",
    "repeated-column": "stands twice in the header; the columns are {allowed}",
    "not-toml": "the file is not TOML: {found}",
    "not-json": "the file is not JSON: {found}",
    "too-deep": "brackets within brackets, hundreds deep; a pack has at most five",
    "not-edited": "the workbook has pictures, charts or macros, which would be lost; make a folder "
    "of it (pack convert), or a workbook without them",
    "not-an-export": "the file can’t be read as its ending says ({found}); export it anew",
    "not-a-list": "found {found}; allowed: a list, [ … ]",
    # pack.toml and references.json
    "not-a-table": "found something else; allowed: a table of keys",
    "not-an-object": "found “{found}”; allowed: an object with keys",
    "not-an-author": "found “{found}”; allowed: the keys {allowed}",
    "not-a-doi": "found “{found}”; allowed: a DOI, which begins with 10.",
    "not-a-web-address": "found “{found}”; allowed: an address that begins with https:// or http://",
    "unknown-key": "unknown key “{found}”; allowed: {one_of}",
    "missing": "the key is missing",
    "missing-keys": "these keys are missing: {found}",
    "not-a-version": "found “{found}”; allowed: numbers separated by dots, such as 2026.1",
    "not-a-date": "found “{found}”; allowed: a date such as 2026-11-21, without quotes",
    "not-a-year": "found “{found}”; allowed: a year, {one_of}",
    "not-a-line-of-text": "found “{found}”; allowed: one line of text, in quotes",
    "no-sources": "no source is given; allowed: at least one [[sources]]",
    # a row, a cell
    "cell-count": "the row has {found} cells; allowed: {allowed}, as many as the header has",
    "empty": "the cell is empty; allowed: {one_of}",
    "add-column": "a row wants it, and the table has no such column; add a column “{found}”",
    "empty-text": "the cell is empty; it wants a text",
    "empty-id": "the cell is empty; it wants an id",
    "empty-pointer": "the cell is empty; it wants an id of {allowed}",
    "empty-part": "there is nothing between two semicolons, or after the last; delete one",
    "too-long": "the text is too long; allowed: {allowed} characters",
    "line-break": "the cell has a line break; allowed: one line",
    "control-character": "the text has a control or invisible character, {found}; delete it",
    "garbled": "“{found}” has garbled letters; type the word anew, and save as UTF-8",
    "spreadsheet-error": "found {found}, a spreadsheet’s error; type what belongs there",
    "spreadsheet-date": "found “{found}”, a date that a spreadsheet made of numbers such as 3-4; "
    "format the column as text and type it anew",
    "stray-quote": 'the text has a quotation mark (") without its partner; delete it or pair it',
    "not-allowed": "found “{found}”; allowed: {one_of}",
    "not-a-number": "found “{found}”; allowed: a whole number, {one_of}",
    "not-a-decimal": "found “{found}”; allowed: a number with at most four digits behind the dot, "
    "{one_of}",
    "not-a-slug": "found “{found}”; allowed: a–z, 0–9 and single hyphens, {allowed} characters",
    "too-many-words": "found “{found}”; allowed: at most {allowed} words",
    "repeated-value": "“{found}” has a value twice; allowed: each once",
    "duplicate": "“{found}” stands more than once; allowed: each once",
    "retired-id": "“{found}” was retired in version {allowed}; allowed: an id never used before",
    "points-nowhere": "“{found}” does not exist; allowed: {one_of}",
    "not-in-file": "“{found}” does not exist; allowed: an id of {allowed}",
    # rules that tie cells together
    "name-with-other-only": "found “{found}”; allowed: a name with “{allowed}”, and only there",
    "also-a-strategy": "“{found}” is the id of a strategy; allowed: an id of its own",
    "marker-none": "the marker is “none”, and there are references; say how they attach, sentence "
    "or passage, or take them out",
    "marked": "nothing is cited, and the marker is “{found}”; name references, or make the marker "
    "none",
    "for-the-map-only": (
        "found “{found}”; allowed: a value where {allowed} makes the map of the kind, only there"
    ),
    "with-map-order-only": "found “{found}”; allowed: rows and columns where map_order is filled",
    "not-one-subject": "found {found} rows with “{allowed}”; allowed: one",
    "not-stated-above": "found {found}; allowed: below {allowed}, the lowest that is stated",
    "no-statement": "“{found}” has no statement; allowed: as a subject of one at least",
    "no-status": "“{found}” has no status; allowed: at least one row in the table evidence",
    "statement-about-another": "“{found}” is not about this strategy; allowed: one that is",
    "statement-of-another-source": "the statement is of “{found}”; allowed: one of this source",
    "finds-nothing": "“{found}” finds nothing; allowed: words of a strategy's names, of a "
    "statement or of the glossary",
    "not-a-status-there": (
        "“{found}” is no status that a source states of a strategy that the note is on; allowed: "
        "strategy, source and status of a row of the table evidence"
    ),
    "no-such-alternative": "found {found}; allowed: an alternative for this strategy in criteria",
    "not-cited-there": "the statement does not cite “{found}”; allowed: a reference it cites",
    # beside the texts of the sources
    "no-such-section": "the text of “{allowed}” has no heading “{found}”",
    "not-cited-in-section": "“{found}” is not cited in “{allowed}”",
    "number-not-there": "the number {found} is not in “{allowed}”",
    "number-not-said": "the number {found} is not among those that the statement “{allowed}” has; "
    "what you read into it is an interpretation",
    "label-not-there": "“{found}” does not stand so in “{allowed}”",
    "copied": "{allowed} words in a row as they stand in a source: “{found}”; say it in your own "
    "words",
    # fields, criteria, conditions and profiles
    "no-unknown-option": "“{found}” has no unknown option; allowed: at least one with known = no",
    "renamed-field": "“{found}” has no options, and there are options of “{allowed}”, which is no "
    "field; use one id in both, and wherever else it stands",
    "no-known-option": "“{found}” has no known option; allowed: at least one with known = yes",
    "count-with-known-option": "“{found}” has numbers; allowed: unknown options, named in words",
    "not-above-minimum": "found {found}; allowed: a number above the minimum",
    "too-few-together": "“{found}” has fewer than two options that can be held together; allowed: "
    "at least two with known = yes and alone = no",
    "too-many-together": "found {found} options that can be held together; allowed: at most "
    "{allowed}",
    "too-many-named": "with this one criteria name too many options of “{found}” that can be held "
    "together; allowed: at most {allowed}",
    "one-each": "found “{found}”; allowed: one of {allowed}; several at once are a row each",
    "a-condition-each": "found “{found}”; allowed: one of {allowed}; several at once are a "
    "condition each, with semicolons between",
    "listed-otherwise": "found “{found}”; allowed: any of {allowed}, with semicolons between",
    "one-kind-only": "found “{found}”; allowed: only for a field of the kind {allowed}",
    "no-step": "the cell is empty; a decimal wants its smallest step, such as 0.1",
    "not-in-steps": "found {found}; allowed: a multiple of the step, {allowed}",
    "field-unless-outside": "found “{found}”; allowed: a field, and none where the test is outside",
    "not-said-when-unknown": "the cell is empty; allowed: open, where not knowing leaves it open, "
    "or caveat, where it is named all the same",
    "open-against": "found “open”; allowed with a reason against: caveat, or nothing, as what is "
    "not known is no reason against",
    "mixed-effects": "found “{found}”; allowed: “{allowed}”, as in the alternative’s first row",
    "not-this-test": "found “{found}”; allowed for this field: {one_of}",
    "no-such-field": "“{found}” is no field; allowed: {one_of}",
    "not-a-condition": "found “{found}”; allowed: field, test and value, with the test {one_of}",
    "not-a-value": "found “{found}”; allowed: field=value, with the field {one_of}",
    "not-of-field": "found “{found}”; allowed: {one_of}",
    "not-of-several": "found “{found}”; allowed: {allowed}, and with + between them those that can "
    "be held together",
    "field-twice": "“{found}”: the field has a value already; allowed: each field once",
}
QUOTED_FOUND = "“{found}”"
NOTHING = "nothing"
ROW = "row {row}"
AND_ROWS = Forms("{row} and {number} more row", "{row} and {number} more rows")
SHEET = "sheet {sheet}"
COLUMN = "column {column}"
RANGE = re.compile(r"(?<=\d)–(?=\d)")
FROM_TO = " to "
LAST_OF_LIST = "{first} or {last}"
PROBLEMS = Forms("{number} problem", "{number} problems")
NEAR = "; did you mean “{near}”?"


def problem_line(problem: Sequence[str | int]) -> str:
    """A Problem in one line: file, sheet, row, column, what is wrong, what is allowed."""
    file, row, column, code, found, allowed, near, more, sheet = map(str, problem)
    where = [file, SHEET.format(sheet=sheet)] if sheet else [file]
    if row:
        row = ROW.format(row=row) if row.isascii() and row.isdecimal() else row
        where.append(row if more == "0" else counted(int(more), AND_ROWS, row=row))
    if column:
        where.append(COLUMN.format(column=column))
    line = f"{', '.join(where)}: {problem_words(PROBLEM[code], found, allowed)}"
    return one_line(line + (NEAR.format(near=near) if near else ""))


def problem_words(template: str, found: str, allowed: str) -> str:
    """What is wrong and what is allowed; a list ends with “or”, a range says “to”."""
    if not found.strip():
        template = template.replace(QUOTED_FOUND, NOTHING)
    return template.format(found=found, allowed=allowed, one_of=_one_of(allowed))


def _one_of(allowed: str) -> str:
    first, comma, last = RANGE.sub(FROM_TO, allowed).rpartition(", ")
    return LAST_OF_LIST.format(first=first, last=last) if comma else last


def problem_count(number: int) -> str:
    """A number of problems, in the form that the number asks for."""
    return counted(number, PROBLEMS)


CASE_CODE_ERROR = {
    "not-a-code": "“{text}” is not a case code; allowed: a code such as {example}.",
    "check": "The case code “{text}” has a typing error; its check character does not fit.",
    "other-pack": "The case code “{text}” belongs to another pack than {pack}.",
    "field": "The case code “{text}” has other fields than this pack.",
    "value": "The case code “{text}” has a value for {field} that this pack does not have.",
}
CASE_CODE_OLDER = "Made with pack version {found}, opened with {ours}: verdicts may differ."
CODES_MAY_DIFFER = (
    "A case code may stand for another profile where the codes in the pack’s tables were not kept: "
    "compare it with the one that was meant."
)


def of_another_version(found: str, ours: str, *, codes_kept: bool) -> str:
    """What to know of a case code of another version; `codes_kept`: as in the pack of the app."""
    said = CASE_CODE_OLDER.format(found=found, ours=ours)
    return said if codes_kept else f"{said} {CODES_MAY_DIFFER}"
