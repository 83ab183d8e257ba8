"""Tables: the same rows to the csv module, to pandas and to a workbook's reader."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from nanoexplorer.core import case_code
from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.resolve import resolve
from nanoexplorer.core.screen import Intent
from nanoexplorer.documents.citations.numbers import list_of
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.render.job import SEPARATORS, Job
from nanoexplorer.render.tables.files import (
    FORMULA,
    LEAST_WIDTH,
    MOST_SIGNS,
    MOST_TOGETHER,
    NUMBERS,
    fitting,
    harmless,
)
from nanoexplorer.render.tables.strategies import strategies as strategies_table
from nanoexplorer.render.tables.table import Cell, provenance_cells, table_of
from nanoexplorer.words import common
from nanoexplorer.words import export_tables as words
from tests.packs import copy_of_mini_pack, edit_cell, mini_pack
from tests.render.jobs import write_csv, write_xlsx
from tests.render.views import ALL_VIEWS, view_job

pytestmark = pytest.mark.usefixtures("app")


def csv_lines(job: Job, folder: Path) -> list[list[str]]:
    path = folder / "table.csv"
    assert write_csv(job, path) == (path,)
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.reader(lines, strict=True))


def as_text(table: tuple[tuple[Cell, ...], ...]) -> list[list[str]]:
    return [["" if cell is None else str(harmless(cell)) for cell in row] for row in table]


@pytest.mark.parametrize("view", ALL_VIEWS)
def test_a_csv_has_every_row_and_its_provenance(view: str, tmp_path: Path) -> None:
    job = view_job(view)
    head, *rows = csv_lines(job, tmp_path)
    table, provenance = table_of(job), provenance_cells(job)
    assert table.rows
    assert head == [*table.heads, *(words.PROVENANCE_COLUMNS[name] for name in provenance)]
    width = len(table.columns)
    assert [row[:width] for row in rows] == as_text(table.rows)
    assert {tuple(row[width:]) for row in rows} == {tuple(provenance.values())}
    assert provenance["disclaimer"] == common.disclaimer()
    assert case_code.decode(job.pack, provenance["case_code"])[0] == job.intent.profile


@pytest.mark.parametrize("view", ALL_VIEWS)
def test_pandas_reads_a_csv_without_being_told_anything(view: str, tmp_path: Path) -> None:
    job = view_job(view)
    write_csv(job, tmp_path / "table.csv")
    frame = pd.read_csv(tmp_path / "table.csv")
    table = table_of(job)
    assert tuple(frame.columns[: len(table.columns)]) == table.heads
    assert len(frame) == len(table.rows)


def test_a_csv_opens_in_a_spreadsheet_as_utf_8_with_line_ends_of_the_standard(
    tmp_path: Path,
) -> None:
    write_csv(view_job(), tmp_path / "table.csv")
    raw = (tmp_path / "table.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\n") == raw.count(b"\r\n")


@given(st.text(max_size=20))
def test_no_cell_of_a_csv_is_a_formula(text: str) -> None:
    cell = str(harmless(text))
    assert not cell.startswith(FORMULA)
    assert cell in (text, f"'{text}")


def hostile(folder: Path, name: str) -> Job:
    """A job for a pack whose first strategy has that name."""
    pack = copy_of_mini_pack(folder / "pack")
    edit_cell(pack, "strategies.csv", 2, "name", name)
    return view_job("strategies", load_pack(pack))


@pytest.mark.parametrize("name", ["=1+1", "+SUM(A1)", "-2", "@cmd", "https://example.org/x"])
def test_a_name_that_looks_like_a_formula_or_a_link_stays_text(name: str, tmp_path: Path) -> None:
    job = hostile(tmp_path, name)
    write_xlsx(job, tmp_path / "table.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "table.xlsx")[common.TABS["strategies"]]
    found = [cell for row in sheet.iter_rows() for cell in row if cell.value == name]
    assert len(found) == 1
    assert (found[0].data_type, found[0].hyperlink) == ("s", None)
    cells = {cell for row in csv_lines(job, tmp_path) for cell in row}
    assert (f"'{name}" if name.startswith(FORMULA) else name) in cells


@pytest.mark.parametrize("view", ALL_VIEWS)
def test_a_workbook_has_every_row_its_provenance_and_its_state(view: str, tmp_path: Path) -> None:
    job = view_job(view)
    path = tmp_path / "table.xlsx"
    assert write_xlsx(job, path) == (path,)
    book = openpyxl.load_workbook(path)
    sheet, about = book[common.TABS.get(view, words.SHEET_CARD)], book[words.SHEET_ABOUT]
    head, *rows = sheet.iter_rows(values_only=True)
    table, provenance = table_of(job), provenance_cells(job)
    width = len(table.columns)
    assert head[:width] == table.heads
    shown = [
        tuple(as_held(column, cell) for column, cell in zip(table.columns, row, strict=True))
        for row in table.rows
    ]
    assert [row[:width] for row in rows] == shown
    assert {row[width:] for row in rows} == {tuple(provenance.values())}
    assert sheet.freeze_panes == "A2"
    said = " ".join(str(cell) for row in about.iter_rows(values_only=True) for cell in row)
    assert common.disclaimer() in said
    assert provenance_cells(job)["case_code"] in said
    assert book.properties.subject == common.disclaimer()
    assert provenance_cells(job)["case_code"] in str(book.properties.keywords)
    assert json.loads(str(book.properties.description))


def as_held(column: str, cell: Cell) -> Cell:
    """A cell as a workbook holds it: nothing for no text, and a number where it is one."""
    number = column in NUMBERS and isinstance(cell, str) and cell.isdecimal()
    return int(str(cell)) if number else None if cell == "" else cell


def test_numbers_of_references_are_numbers_and_a_doi_leads_to_its_resolver(tmp_path: Path) -> None:
    job = view_job("references", load_pack(bundled_pack()))
    write_xlsx(job, tmp_path / "table.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "table.xlsx")[common.TABS["references"]]
    heads = [str(cell.value) for cell in sheet[1]]
    number, doi = (heads.index(words.COLUMNS[name]) for name in ("number", "doi"))
    rows = list(sheet.iter_rows(min_row=2))
    in_a_list = [reference for reference in job.pack.references if list_of(reference.id)]
    assert sum(row[number].data_type == "n" for row in rows) == len(in_a_list)
    links = {row[doi].value: row[doi].hyperlink for row in rows if row[doi].value}
    assert len(links) == sum(reference.doi != "" for reference in job.pack.references)
    assert {link.target for link in links.values() if link} == {
        f"https://doi.org/{found}" for found in links
    }


@pytest.mark.parametrize("view", ALL_VIEWS)
def test_a_sheet_is_printed_one_page_across_with_heads_and_disclaimer(
    view: str, tmp_path: Path
) -> None:
    job = view_job(view)
    write_xlsx(job, tmp_path / "table.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "table.xlsx")[common.TABS.get(view, words.SHEET_CARD)]
    assert sheet.page_setup.fitToWidth in (None, 1)  # one, where nothing is said
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"
    own = len(table_of(job).columns)
    assert str(sheet.print_area).endswith(f"${get_column_letter(own)}${sheet.max_row}")
    assert common.DISCLAIMER_LEAD in sheet.oddFooter.left.text
    assert provenance_cells(job)["case_code"] in sheet.oddFooter.left.text
    alike = sheet.column_dimensions.values()  # neighbours of one width stand together
    wide = sum(one.width * max(0, min(one.max, own) - one.min + 1) for one in alike)
    assert wide <= max(MOST_TOGETHER, LEAST_WIDTH * own) + own


@pytest.mark.parametrize("separator", SEPARATORS)
def test_a_csv_has_the_separator_that_was_asked_for(separator: str, tmp_path: Path) -> None:
    job = replace(view_job("references"), separator=separator)
    write_csv(job, tmp_path / "table.csv")
    frame = pd.read_csv(tmp_path / "table.csv", sep=SEPARATORS[separator])
    assert tuple(frame.columns[: len(table_of(job).columns)]) == table_of(job).heads
    assert len(frame) == len(table_of(job).rows)


def test_a_cell_too_long_for_a_workbook_is_cut_and_ends_in_dots() -> None:
    most = "x" * MOST_SIGNS
    assert fitting(most) == most
    assert fitting(f"{most}x") == f"{most[:-1]}…"
    assert fitting(None) is None


def test_the_strategies_are_those_that_a_search_leaves_with_their_verdicts() -> None:
    pack = mini_pack()
    job = view_job(search="cold brew")
    shown = [row[2] for row in table_of(job).rows]
    assert shown == [pack.strategy["cold-brew"].name]
    job = view_job()
    verdicts = {row[2]: row[3] for row in table_of(job).rows}
    answer = {s.name: pack.table.verdict(job.intent.profile, s.id) for s in pack.strategies}
    assert verdicts == {name: common.VERDICT[verdict] for name, verdict in answer.items()}


def test_the_references_are_those_that_the_filter_leaves_in_its_order() -> None:
    job = view_job("references", options=(("references.sort", "-year"),))
    years = [row[2] for row in table_of(job).rows if isinstance(row[2], int)]
    assert years == sorted(years, reverse=True)
    job = view_job("references", options=(("references.filter", "cork"),))
    assert len(table_of(job).rows) == 1


def test_every_gap_of_the_evidence_map_is_a_row_without_statements() -> None:
    job = view_job("evidence-map", load_pack(bundled_pack()))
    rows = table_of(job).rows
    assert len({row[:2] for row in rows}) == len(rows)
    gaps = [row for row in rows if row[2] == 0]
    assert gaps
    assert all(row[3] == "" for row in gaps)


def test_the_cell_of_the_profile_counts_what_the_screen_names() -> None:
    job = view_job("decision-map", load_pack(bundled_pack()))
    table = table_of(job)
    here = [row for row in table.rows if row[table.columns.index("here")] == words.YES]
    assert len(here) == 1
    matches = job.pack.table.answer(job.intent.profile).matches
    assert here[0][table.columns.index("named")] == matches.bit_count()


def test_a_decision_map_of_one_strategy_has_its_verdicts() -> None:
    pack = load_pack(bundled_pack())
    option = (("decision-map.strategy", "osimertinib"),)
    table = table_of(view_job("decision-map", pack, options=option))
    verdicts = {str(row[table.columns.index("verdict")]) for row in table.rows}
    assert common.VERDICT[Verdict.MATCHES] in verdicts
    assert common.VERDICT[Verdict.NO_MATCH] in verdicts


def test_a_table_of_two_profiles_carries_both() -> None:
    job = view_job("compare")
    provenance = provenance_cells(job)
    assert (
        case_code.decode(job.pack, provenance["second_case_code"])[0] == job.intent.second_profile
    )
    assert provenance["case_code"] != provenance["second_case_code"]
    assert "second_profile" not in provenance_cells(view_job("strategies"))


def test_a_table_of_topics_has_the_topic_that_is_shown() -> None:
    pack = mini_pack()
    for place, options in enumerate(((), (("topics.shown", pack.topics[1].id),))):
        rows = table_of(view_job("topics", options=options)).rows
        assert {row[0] for row in rows} == {pack.topics[place].name}


def test_what_no_strategy_of_a_pack_has_is_no_column() -> None:
    pack = mini_pack()
    none = {"carrier", "purpose", "barrier_routes", "drugs"}
    without = tuple(
        s._replace(carrier="", purpose="", barrier_routes=(), drugs=()) for s in pack.strategies
    )
    bare = replace(pack, strategies=without)
    for found, there in ((pack, none), (bare, set())):
        screen = resolve(Intent(found.blank_profile), found)
        table = strategies_table(found, screen)
        assert there == none & {*table.columns}
        assert {len(row) for row in table.rows} == {len(table.columns)}
