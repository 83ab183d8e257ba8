"""A pack goes through all its forms and loses nothing."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nanoexplorer.core.cells import PLAIN, Column
from nanoexplorer.core.signs import fault_in, trimmed
from nanoexplorer.pack.folder import Folder
from nanoexplorer.pack.forms.contents import Contents, contents_of, folder_files, table_text
from nanoexplorer.pack.forms.making import write_pack
from nanoexplorer.pack.loader import files_at, load_pack
from nanoexplorer.pack.schema import TABLES
from nanoexplorer.places import bundled_pack
from nanoexplorer.words.packs.columns import hints
from tests.packs import MINI_PACK

SUFFIXES = ("", ".xlsx", ".nxpack")
ODD = st.sampled_from(
    ["=1+1", "@a", "+b", "-c", "-5", "007", "1e5", "TRUE", "3,5", "# a", "_x0041_", "'a", "a; b"]
)
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=20
)
TEXTS = (ODD | WORDS).map(trimmed).filter(lambda text: text and fault_in(text) == ("", ""))


def is_free(column: Column) -> bool:
    """Whether a column takes any text, so that a pack stays valid with another in it."""
    name = column.name
    return column.type == "text" and not column.many and name != "id" and column.cell in FREE


FREE = (PLAIN, PLAIN._replace(required=False))
# What another table looks for, or what belongs to a certain row.
TIED = {
    ("search_words", "word"), ("search_words", "finds"), ("statements", "text"),
    ("statements", "disease_named"), ("evidence", "scope_named"), ("retired", "table"),
    ("fields", "unit"), ("statements", "section"), ("criteria", "hedge"),
}  # fmt: skip
PLACES = [
    (table.name, row, column.name)
    for table in TABLES.values()
    for column in table.columns
    if is_free(column) and (table.name, column.name) not in TIED
    for row in range(1, len((MINI_PACK / table.file).read_text("utf-8").splitlines()))
]


def through(contents: Contents, suffixes: tuple[str, ...]) -> Contents:
    with TemporaryDirectory() as folder:
        for number, suffix in enumerate(suffixes):
            path = Path(folder) / f"{number}{suffix}"
            write_pack(path, contents, hints())
            contents = contents_of(files_at(path))
    return contents


def read(files: dict[str, bytes], folder: Path) -> object:
    for name, data in files.items():
        (folder / name).write_bytes(data)
    pack = load_pack(folder)
    return {name: getattr(pack, name) for name in pack.__dataclass_fields__}


def said(contents: Contents) -> object:
    """All that a form may not lose: cells by column, entries and manifest by key."""
    cells = {
        name: [{c: trimmed(cell) for c, cell in zip(rows[0], row, strict=True)} for row in rows[1:]]
        for name, rows in contents.tables.items()
    }
    manifest = {key: str(value) for key, value in contents.manifest.items()}
    return cells, json.dumps(contents.entries, sort_keys=True), manifest, contents.licence


@settings(max_examples=15, deadline=None)
@given(
    st.dictionaries(st.sampled_from(PLACES), TEXTS, max_size=12),
    st.permutations(SUFFIXES).map(tuple),
)
def test_nothing_is_lost_between_the_forms(
    changes: dict[tuple[str, int, str], str], suffixes: tuple[str, ...]
) -> None:
    contents = contents_of(Folder(MINI_PACK))
    for (table, row, column), text in changes.items():
        rows = contents.tables[table]
        rows[row][rows[0].index(column)] = text
    assert said(through(contents, suffixes)) == said(contents)


@pytest.mark.parametrize("folder", sorted(bundled_pack().parent.iterdir()), ids=lambda f: f.name)
def test_the_packs_that_ship_go_through_all_forms(folder: Path) -> None:
    contents = contents_of(Folder(folder))
    assert contents.licence
    assert said(through(contents, (".xlsx", "", ".nxpack"))) == said(contents)


def test_a_key_that_has_no_column_is_kept() -> None:
    contents = contents_of(Folder(MINI_PACK))
    contents.entries[0]["note"] = "Kept."
    assert through(contents, (".xlsx", "")).entries[0]["note"] == "Kept."


def test_no_cell_of_a_folder_begins_as_a_formula_does() -> None:
    text = table_text([["a", "b", "c", "d"], ["=1+1", "@x", "-cmd", "-5"]])
    assert text == "a,b,c,d\n =1+1, @x, -cmd,-5\n"


def test_what_was_left_to_us_is_written_down() -> None:
    contents = contents_of(Folder(MINI_PACK))
    rows = contents.tables["notes"]
    place = rows[0].index("id")
    made = [row[place] for row in rows]
    rows[1][place] = ""
    with TemporaryDirectory() as folder:
        read(folder_files(contents), Path(folder))
        again = contents_of(Folder(Path(folder))).tables["notes"]
    assert again[1][place] not in ("", *made)
    assert [row[place] for row in again[2:]] == made[2:]
