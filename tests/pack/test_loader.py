"""The loader reads what a spreadsheet writes, and names all that is wrong in one list."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from nanoexplorer.pack.loader import load_pack
from nanoexplorer.pack.problems import Problem
from nanoexplorer.pack.schema import TABLES
from tests.pack.breaking import header, problems_in
from tests.packs import MINI_PACK, add_row, copy_of_mini_pack, edit_cell, mini_pack, read_rows


def test_no_folder_is_one_problem(tmp_path: Path) -> None:
    assert [problem.code for problem in problems_in(tmp_path / "nowhere")] == ["no-folder"]


def test_a_file_that_is_no_pack_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert [problem.code for problem in problems_in(tmp_path / "file")] == ["not-a-pack"]


def test_an_empty_folder_lacks_every_file_that_a_pack_needs(tmp_path: Path) -> None:
    problems = problems_in(tmp_path)
    assert {problem.code for problem in problems} == {"no-file"}
    assert {problem.file for problem in problems} == {
        *("pack.toml", "references.json"),
        *(table.file for table in TABLES.values() if table.needed),
    }


def test_problems_come_in_one_list_causes_first_then_by_file_and_row(
    tmp_path: Path,
) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    edit_cell(pack, "topics.csv", 3, "name", "")
    edit_cell(pack, "topics.csv", 2, "name", "")
    edit_cell(pack, "criteria.csv", 11, "value", "grey")
    edit_cell(pack, "criteria.csv", 3, "basis", "guessed")
    (pack / "vocabulary.csv").unlink()
    problems = problems_in(pack)
    assert [(p.file, p.row, p.column, p.code) for p in problems] == [
        ("vocabulary.csv", "", "", "no-file"),
        ("criteria.csv", "3", "basis", "not-allowed"),
        ("criteria.csv", "11", "value", "not-allowed"),
        ("topics.csv", "2", "name", "empty-text"),
        ("topics.csv", "3", "name", "empty-text"),
    ]


def test_one_wrong_cell_is_one_problem(tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    edit_cell(pack, "strategies.csv", 2, "group", "teapots")
    assert problems_in(pack) == (
        Problem(
            "strategies.csv",
            "2",
            "group",
            "points-nowhere",
            "teapots",
            "filter, pressure, sleeve, steeping",
        ),
    )


def test_all_that_the_tables_say_is_read() -> None:
    pack = mini_pack()
    assert (pack.id, pack.version, pack.date) == ("coffee-brewing", "1.2", "2020-02-29")
    assert [len(rows) for rows in (pack.strategies, pack.statements, pack.criteria)] == [8, 12, 13]
    assert pack.strategy["felt-sleeve"].drugs == ("milk", "oat milk")
    assert pack.statement["s-felt-light"].model == ("human", "animal")
    assert pack.approvals[0].year == 1999
    assert pack.cases[0].profile.as_dict() == {
        "roast": "light",
        "water": "not-tested",
        "cups": 2,
        "hurry": "no",
    }


def test_every_test_on_a_field_is_read(tmp_path: Path) -> None:
    folder = copy_of_mini_pack(tmp_path / "pack")
    for place, (field, test, value) in enumerate(
        [("roast", "is-not", "dark"), ("roast", "one-of", "light; dark"), ("cups", "one-of", "1;3")]
    ):
        cells = (str(place + 2), field, "for", test, value, "stated", "", "open", "s-cork")
        add_row(folder, "criteria.csv", "cork-coaster", *cells)
    edit_cell(folder, "notes.csv", 3, "when", "roast is-not dark; cups at-least 4")
    pack = load_pack(folder)
    found = [(c.effect, c.test, c.value) for c in pack.criteria if c.strategy == "cork-coaster"]
    assert found == [
        ("against", "is-not", "soft"),
        ("for", "is-not", "dark"),
        ("for", "one-of", ("light", "dark")),
        ("for", "one-of", (1, 3)),
    ]
    assert [c.test for note in pack.notes for c in note.when][:2] == ["is-not", "at-least"]


@pytest.mark.parametrize("change", ["bom", "crlf", "bom and crlf", "quoted", "blank lines"])
def test_what_a_spreadsheet_makes_of_a_table_is_read_alike(change: str, tmp_path: Path) -> None:
    folder = copy_of_mini_pack(tmp_path / "pack")
    for file in folder.glob("*.csv"):
        rows = read_rows(file)
        if change == "quoted":
            lines = [",".join(f'"{c.replace(chr(34), 2 * chr(34))}"' for c in r) for r in rows]
            file.write_text("\n".join(lines), encoding="utf-8")
        data = file.read_bytes()
        data = data.replace(b"\n", b"\r\n") if "crlf" in change else data
        data = b"\xef\xbb\xbf" + data if "bom" in change else data
        data = data + b"\n" + b"," * (len(rows[0]) - 1) + b"\n" if change == "blank lines" else data
        file.write_bytes(data)
    read = load_pack(folder)
    for name in mini_pack().__dataclass_fields__:
        assert getattr(read, name) == getattr(mini_pack(), name)


def test_the_order_of_the_columns_is_free(tmp_path: Path) -> None:
    folder = copy_of_mini_pack(tmp_path / "pack")
    header("criteria.csv", lambda cells: cells[::-1])(folder)
    assert load_pack(folder).criteria == mini_pack().criteria


@pytest.mark.parametrize("formula", ["=1+1", "@SUM(A1)", "+1", "-1", '=HYPERLINK("x")', "{found}"])
def test_a_cell_that_looks_like_a_formula_stays_text(formula: str, tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    edit_cell(pack, "strategies.csv", 2, "name", formula)
    assert load_pack(pack).strategy["paper-filter"].name == formula


def test_a_retired_id_of_one_table_is_free_in_another(tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    add_row(pack, "topics.csv", "percolator", "Percolators")
    assert load_pack(pack).topics[-1].id == "percolator"


def test_a_wrong_field_is_named_once_and_not_echoed(tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    edit_cell(pack, "fields.csv", 2, "id", "toast")
    assert [(p.file, p.code, p.found, p.allowed) for p in problems_in(pack)] == [
        ("fields.csv", "renamed-field", "toast", "roast")
    ]


def test_the_worst_file_comes_first(tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    edit_cell(pack, "cases.csv", 2, "title", "")
    edit_cell(pack, "topics.csv", 2, "name", "")
    edit_cell(pack, "topics.csv", 3, "name", "")
    (pack / "vocabulary.csv").unlink()
    assert [problem.file for problem in problems_in(pack)] == [
        *("vocabulary.csv", "topics.csv", "topics.csv", "cases.csv")
    ]


def test_a_table_of_ones_own_begins_with_a_line(tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    (pack / "_mine.csv").write_text("anything")
    assert load_pack(pack).title


@pytest.mark.parametrize(
    ("file", "column"),
    [("criteria.csv", "basis"), ("statements.csv", "marker"), ("fields.csv", "kind")],
)
def test_a_word_of_a_list_is_read_in_any_case(file: str, column: str, tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    rows = read_rows(pack / file)
    written = rows[1][rows[0].index(column)].capitalize().replace("-", " ")
    edit_cell(pack, file, 2, column, written)
    assert load_pack(pack).criteria == mini_pack().criteria
    assert load_pack(pack).statements == mini_pack().statements


def test_whoever_waits_is_told_how_far_it_is_and_may_stop() -> None:
    told: list[tuple[int, int]] = []
    load_pack(MINI_PACK, lambda done, of: told.append((done, of)))
    assert told[0] == (1, len(TABLES))
    assert told[-1] == (len(TABLES), len(TABLES))

    def stop(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load_pack(MINI_PACK, stop)


def test_a_reason_against_needs_no_word_on_what_is_unknown(tmp_path: Path) -> None:
    folder = copy_of_mini_pack(tmp_path / "pack")
    whole = load_pack(folder).criteria
    line = next(n for n, row in enumerate(whole, 2) if row.effect == "against" and row.field)
    edit_cell(folder, "criteria.csv", line, "when_unknown", "")
    assert load_pack(folder).criteria == whole


def test_a_field_at_fault_hides_nothing_that_is_wrong_elsewhere(tmp_path: Path) -> None:
    folder = copy_of_mini_pack(tmp_path / "pack")
    edit_cell(folder, "fields.csv", 4, "plural", "")
    edit_cell(folder, "criteria.csv", 2, "when_unknown", "")
    edit_cell(folder, "cases.csv", 2, "profile", "nothing=dark")
    found = {(p.file, p.row, p.code) for p in problems_in(folder)}
    assert ("fields.csv", "4", "empty-text") in found
    assert ("criteria.csv", "2", "not-said-when-unknown") in found
    assert ("cases.csv", "2", "no-such-field") in found


@pytest.mark.parametrize("on", [True, False])
def test_garbage_is_collected_afterwards_as_it_was_before(tmp_path: Path, on: bool) -> None:
    broken = copy_of_mini_pack(tmp_path / "pack")
    edit_cell(broken, "strategies.csv", 2, "group", "teapots")
    was = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        load_pack(MINI_PACK)
        assert gc.isenabled() == on
        problems_in(broken)
        assert gc.isenabled() == on
    finally:
        (gc.enable if was else gc.disable)()


def test_what_a_search_word_finds_stands_in_one_text_and_not_in_two(tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    names = [row[1] for row in read_rows(pack / "strategies.csv")[1:3]]
    edit_cell(pack, "search_words.csv", 2, "finds", names[0])
    load_pack(pack)
    edit_cell(pack, "search_words.csv", 2, "finds", " ".join(names))
    assert [problem.code for problem in problems_in(pack)] == ["finds-nothing"]
