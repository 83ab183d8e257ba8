"""What a curator leaves empty is made: ids and codes from names; a name stands for its id."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from nanoexplorer.pack.loader import files_at, load_pack, read_pack
from nanoexplorer.pack.naming import ID_LENGTH, complete, is_slug, slug_of, unmistaken
from nanoexplorer.pack.schema import TABLES, Table
from nanoexplorer.pack.sheets import Sheet
from nanoexplorer.places import bundled_pack
from nanoexplorer.words.packs.problems import problem_line
from tests.pack.breaking import header, problems_in
from tests.packs import MINI_PACK, copy_of_mini_pack, edit_cell, mini_pack, read_rows, write_rows


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Surgical resection", "surgical-resection"),
        ("Stereotactic radiosurgery (SRS)", "stereotactic-radiosurgery-srs"),
        ("  Žluťoučký kůň / 2 ", "zlutoucky-kun-2"),
        ("Maß", "mass"),
        ("手術", ""),
    ],
)
def test_a_name_makes_an_id(name: str, id_: str) -> None:
    assert slug_of(name) == id_
    assert not id_ or is_slug(id_)


def test_a_long_name_makes_an_id_that_is_none_too_long() -> None:
    assert is_slug(slug_of("many words " * 20))
    assert len(slug_of("many words " * 20)) <= ID_LENGTH


def column_emptied(pack: Path, file: str, column: str) -> None:
    rows = read_rows(pack / file)
    place = rows[0].index(column)
    write_rows(pack / file, [rows[0], *([*r[:place], "", *r[place + 1 :]] for r in rows[1:])])


@pytest.mark.parametrize("table", [t for t in TABLES.values() if t.named])
def test_ids_are_made_in_every_table_that_names_its_rows(table: Table[object]) -> None:
    head, *rows = read_rows(MINI_PACK / table.file)
    place = head.index("id")
    emptied = [[*row[:place], "", *row[place + 1 :]] for row in rows]
    sheet = Sheet(head, list(enumerate(emptied, start=2)))
    complete({table.name: sheet}, {})
    keys = [tuple(cells[head.index(c)] for c in table.unique) for _, cells in sheet.rows]
    assert len(set(keys)) == len(rows)
    assert all(is_slug(cells[place]) for _, cells in sheet.rows)


def test_an_id_is_made_once_where_names_are_alike(tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    rows = read_rows(pack / "notes.csv")
    again = [["" if head == "id" else cell for head, cell in zip(rows[0], rows[1], strict=True)]]
    write_rows(pack / "notes.csv", [*rows, *again, *again])
    ids = [note.id for note in load_pack(pack).notes]
    assert len(set(ids)) == len(ids) == len(mini_pack().notes) + 2


def test_codes_are_made_of_ids_wherever_their_rows_stand(tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    assert not read_pack(files_at(pack)).codes_made
    for file in ("fields.csv", "field_options.csv"):
        column_emptied(pack, file, "code")
    read = read_pack(files_at(pack))
    assert read.codes_made
    fields = read.pack.fields
    assert len({field.code for field in fields}) == len(fields)
    for field in fields:
        assert len({option.code for option in field.options}) == len(field.options)
    for file in ("fields.csv", "field_options.csv"):
        head, *rows = read_rows(pack / file)
        write_rows(pack / file, [head, *reversed(rows)])
    turned = load_pack(pack)
    for field in fields:
        assert turned.field[field.id].code == field.code
        codes = {option.id: option.code for option in turned.field[field.id].options}
        assert codes == {option.id: option.code for option in field.options}


def test_another_option_above_takes_no_code_that_it_can_leave() -> None:
    """So an old case code opens the same profile in a version that says more."""
    head = ["field", "id", "code", "label"]
    ids = ["kras-g12c", "tp53", "keap1", "not-tested"]
    before = made_codes(head, ids)
    kept = [before == {**before, **subset(made_codes(head, [new, *ids]), ids)} for new in NEWER]
    assert sum(kept) >= len(NEWER) - 2
    assert made_codes(head, ids[::-1]) == before


NEWER = ("tmb-high", "stk11", "met", "alk", "ros1", "braf", "egfr", "ret", "her2", "ntrk")


def made_codes(head: list[str], ids: list[str]) -> dict[str, str]:
    rows = [(n, ["f", id_, "", id_]) for n, id_ in enumerate(ids, start=2)]
    assert complete({"field_options": Sheet([*head], rows)}, {})
    return {cells[1]: cells[2] for _, cells in rows}


def subset(codes: dict[str, str], ids: list[str]) -> dict[str, str]:
    return {id_: codes[id_] for id_ in ids}


@pytest.mark.parametrize("folder", [MINI_PACK, *bundled_pack().parent.iterdir()])
@pytest.mark.parametrize("by_name", [False, True])
def test_an_empty_phrase_is_the_field_and_its_answer(
    tmp_path: Path, folder: Path, by_name: bool
) -> None:
    """So that no chip says *yes* or *unknown* and nothing of what."""
    pack = Path(shutil.copytree(folder, tmp_path / "pack"))
    column_emptied(pack, "field_options.csv", "phrase")
    fields = {field.id: field for field in load_pack(folder).fields}
    if by_name:
        head, *rows = read_rows(pack / "field_options.csv")
        named = [[fields[row[0]].label, *row[1:]] for row in rows]
        write_rows(pack / "field_options.csv", [head, *named])
    for field in load_pack(pack).fields:
        for option in field.options:
            assert option.phrase == f"{field.label}: {option.label}"


def test_a_column_that_may_be_empty_may_be_missing(tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    header("topics.csv", lambda cells: [cells[0], cells[1]])(pack)
    assert [topic.help for topic in load_pack(pack).topics] == [""] * len(mini_pack().topics)


def test_a_cell_that_is_like_another_is_filled_from_it(tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    column_emptied(pack, "field_options.csv", "short_label")
    for field in load_pack(pack).fields:
        assert all(option.short_label == option.label for option in field.options)


def test_a_name_stands_for_its_id(tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    strategy = mini_pack().strategies[0]
    rows = read_rows(pack / "evidence.csv")
    line = next(n for n, row in enumerate(rows, start=1) if row[0] == strategy.id)
    edit_cell(pack, "evidence.csv", line, "strategy", strategy.name.upper())
    assert load_pack(pack).evidence == mini_pack().evidence


def test_a_name_of_several_stands_for_none() -> None:
    assert unmistaken([("a", "1"), ("a", "2"), ("b", "3"), ("", "4")]) == {"b": "3"}


def test_a_near_miss_of_a_name_gets_its_id_named(tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    name = mini_pack().strategies[0].name
    edit_cell(pack, "evidence.csv", 2, "strategy", name[:-1] + "X")
    lines = map(problem_line, problems_in(pack))
    assert any(f"did you mean “{mini_pack().strategies[0].id}”" in line for line in lines)


@pytest.mark.parametrize("folder", [MINI_PACK, *bundled_pack().parent.iterdir()])
def test_a_name_stands_for_a_field_and_its_answer_wherever_they_are_named(
    tmp_path: Path, folder: Path
) -> None:
    """In a case's profile, in the condition of a note, in the value of a criterion."""
    pack, whole = Path(shutil.copytree(folder, tmp_path / "pack")), load_pack(folder)
    labels = {field.id: field.label for field in whole.fields}
    options = {f.id: {o.id: o.label for o in f.options} for f in whole.fields}

    def named(field: str, value: str, signs: str) -> str:
        parts = value.split(signs)
        return signs.join(options[field].get(part.strip(), part) for part in parts)

    for file, column in (("cases.csv", "profile"), ("notes.csv", "when")):
        head, *rows = read_rows(pack / file)
        place = head.index(column)
        for row in rows:
            said = []
            for part in filter(None, (part.strip() for part in row[place].split(";"))):
                sign = "=" if column == "profile" else part.split()[1]
                field, _, value = (text.strip() for text in part.partition(sign))
                said.append(f"{labels[field]} {sign} {named(field, value, '+')}")
            row[place] = ";".join(said)
        write_rows(pack / file, [head, *rows])
    head, *rows = read_rows(pack / "criteria.csv")
    asked, asks = head.index("field"), head.index("value")
    for row in rows:
        if row[asked]:
            row[asks] = named(row[asked], row[asks], ";")
            row[asked] = labels[row[asked]]
    write_rows(pack / "criteria.csv", [head, *rows])
    read = load_pack(pack)
    assert [case.profile for case in read.cases] == [case.profile for case in whole.cases]
    assert [note.when for note in read.notes] == [note.when for note in whole.notes]
    assert read.criteria == whole.criteria


def test_known_names_with_commas_between_are_asked_to_have_semicolons(tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    names = [strategy.name for strategy in mini_pack().strategies][:2]
    edit_cell(pack, "statements.csv", 2, "subjects", ", ".join(names))
    [line] = [problem_line(p) for p in problems_in(pack) if p.column == "subjects"]
    assert f"did you mean “{'; '.join(names)}”" in line


@pytest.mark.parametrize(
    "written",
    [
        "10.1000/Felt.1",
        "10.1000/FELT.1",
        "https://doi.org/10.1000/FELT.1",
        "HTTP://DX.DOI.ORG/10.1000/felt.1",
        "doi.org/10.1000/felt.1",
        "DOI: 10.1000/felt.1",
    ],
)
def test_a_doi_stands_for_its_reference_however_it_is_written(tmp_path: Path, written: str) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    entries = json.loads((pack / "references.json").read_text("utf-8"))
    work = next(entry for entry in entries if entry["id"] == "handbook")
    work["DOI"] = "10.1000/Felt.1"
    (pack / "references.json").write_text(json.dumps(entries), "utf-8")
    toml = (pack / "pack.toml").read_text("utf-8")
    said = toml.replace('reference = "handbook"', f'reference = "{written}"')
    assert said != toml
    (pack / "pack.toml").write_text(said, "utf-8")
    head, *rows = read_rows(pack / "notes.csv")
    rows[0][head.index("references")] = f"leaflet; {written}"
    write_rows(pack / "notes.csv", [head, *rows])
    read = load_pack(pack)
    assert read.source["handbook"].reference == "handbook"
    assert read.notes[0].references == ("leaflet", "handbook")


def test_a_unit_behind_a_number_says_no_more_than_the_number(tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    edit_cell(pack, "criteria.csv", 3, "value", "12 cups")
    edit_cell(pack, "cases.csv", 3, "profile", "cups=14 Cups")
    edit_cell(pack, "notes.csv", 3, "when", "Cups at-least 4 cups; cups at-most 11 cups")
    read, plain = load_pack(pack), mini_pack()
    assert read.criteria == plain.criteria
    assert read.cases == plain.cases
    assert read.notes == plain.notes


def test_an_empty_name_is_named_once(tmp_path: Path) -> None:
    """And not as an id that nobody has to write."""
    pack = copy_of_mini_pack(tmp_path / "pack")
    edit_cell(pack, "cases.csv", 2, "id", "")
    edit_cell(pack, "cases.csv", 2, "title", "")
    (line,) = map(problem_line, problems_in(pack))
    assert "column title: the cell is empty" in line
    edit_cell(pack, "cases.csv", 2, "title", "手術")
    (line,) = map(problem_line, problems_in(pack))
    assert "column id: the cell is empty" in line
