"""What is wrong with a pack or a case code. {found} and {allowed} come from the Problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nanoexplorer.strings import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

PROBLEM = {
    "no-folder": "no such folder",
    "no-file": "the file is missing",
    "unreadable": "the file can’t be read: {found}",
    "folder": "found a folder; allowed: a file",
    "not-a-file": "found a pipe, a device or the like; allowed: an ordinary file",
    "too-large": "the file is too large; allowed: {allowed} bytes",
    "not-utf8": "the file is not UTF-8 text",
    "not-csv": "the line is not CSV: {found}",
    "not-toml": "the file is not TOML: {found}",
    "not-json": "the file is not JSON: {found}",
    "not-a-list": "found {found}; allowed: a list",
    "not-a-table": "found something else; allowed: a table of keys",
    "not-an-object": "found “{found}”; allowed: an object with keys",
    "not-an-author": "found “{found}”; allowed: the keys {allowed}",
    "not-a-doi": "found “{found}”; allowed: a DOI, which begins with 10.",
    "not-a-web-address": "found “{found}”; allowed: an address that begins with https:// or http://",
    "unknown-column": "unknown column “{found}”; allowed: {allowed}",
    "repeated-column": "column “{found}” stands twice; allowed, once each: {allowed}",
    "missing-column": "the column is missing; allowed: {allowed}",
    "unknown-key": "unknown key “{found}”; allowed: {allowed}",
    "missing": "nothing found; allowed: a value",
    "cell-count": "the line has {found} cells; allowed: {allowed}",
    "empty": "the cell is empty; allowed: {allowed}",
    "too-long": "the cell is too long; allowed: {allowed} characters",
    "control-character": "the cell has a control or invisible character; allowed: plain text",
    "not-allowed": "found “{found}”; allowed: {allowed}",
    "not-a-number": "found “{found}”; allowed: a whole number",
    "not-a-slug": "found “{found}”; allowed: a–z, 0–9 and single hyphens, {allowed} characters",
    "not-a-version": "found “{found}”; allowed: numbers separated by dots, such as 2026.1",
    "not-a-date": "found “{found}”; allowed: a date such as 2026-11-21, without quotes",
    "not-a-year": "found “{found}”; allowed: a year",
    "not-a-line-of-text": "found “{found}”; allowed: one line of text",
    "too-many-words": "found “{found}”; allowed: {allowed} words",
    "repeated-value": "“{found}” has a value twice; allowed: each once",
    "duplicate": "“{found}” stands more than once; allowed: each once",
    "retired-id": "“{found}” was retired in version {allowed}; allowed: an id never used before",
    "points-nowhere": "“{found}” does not exist; allowed: {allowed}",
    "name-with-other-only": "found “{found}”; allowed: a name with “{allowed}”, and only there",
    "one-of-two": "found both or neither; allowed: one of {allowed}",
    "no-subject": "“{found}” is about nothing; allowed: a row in statement_subjects.csv",
    "references-and-marker": "marker “{found}”; allowed: references unless the marker is “none”",
    "for-nanocarriers": "found “{found}”; allowed: a value for nanocarrier strategies, only there",
    "no-statement": "“{found}” has no statement; allowed: at least one in statement_subjects.csv",
    "no-status": "“{found}” has no status; allowed: at least one row in evidence.csv",
    "statement-about-another": "“{found}” is not about this strategy; allowed: one that is",
    "statement-of-another-source": "the statement is of “{found}”; allowed: one of this source",
    "not-cited-there": "the statement does not cite “{found}”; allowed: a reference it cites",
    "no-unknown-option": "“{found}” has no unknown option; allowed: at least one with known = no",
    "no-known-option": "“{found}” has no known option; allowed: at least one with known = yes",
    "count-with-known-option": "“{found}” is a count; allowed: unknown options, named in words",
    "not-above-minimum": "found {found}; allowed: a number above the minimum",
    "field-unless-outside": "found “{found}”; allowed: a field, and none where the test is outside",
    "mixed-effects": "found “{found}”; allowed: “{allowed}”, as in the alternative’s first row",
    "not-a-condition": "found “{found}”; allowed: field, test, value ({allowed})",
    "not-a-value": "found “{found}”; allowed: field=value, each field once ({allowed})",
    "no-sources": "no source is given; allowed: at least one [[sources]]",
}


def problem_line(problem: Sequence[str]) -> str:
    """A Problem in one line: file, row, column, what is wrong, what is allowed."""
    file, row, column, code, found, allowed = problem
    where = file
    if row:
        where += f", row {row}" if row.isdigit() else f", {row}"
    if column:
        where += f", column {column}"
    line = f"{where}: {PROBLEM[code].format(found=found, allowed=allowed or 'a value')}"
    return one_line(line)


def problem_count(number: int) -> str:
    return "1 problem" if number == 1 else f"{number} problems"


CASE_CODE_ERROR = {
    "not-a-code": "“{text}” is not a case code; allowed: a code such as {example}.",
    "check": "The case code “{text}” has a typing error; its check character does not fit.",
    "other-pack": "The case code “{text}” belongs to another pack than {pack}.",
    "field": "The case code “{text}” has other fields than this pack.",
    "value": "The case code “{text}” has a value for {field} that this pack does not have.",
}
CASE_CODE_OLDER = "Made with pack version {found}, opened with {ours}: verdicts may differ."
