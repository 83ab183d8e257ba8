"""What differs as a file: each kind says of both packs whose they are, and is what is shown."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from nanoexplorer.documents.difference.page import KINDS as CHANGES
from nanoexplorer.documents.difference.page import Only
from nanoexplorer.drawing.palette import Theme, load_theme
from nanoexplorer.pack.difference import Difference
from nanoexplorer.places import resources
from nanoexplorer.render.difference_files import KINDS, Kind, import_libraries, write
from nanoexplorer.render.job import ExportError
from nanoexplorer.words import common
from nanoexplorer.words.packs import difference as words
from tests.documents.difference.changes import found
from tests.packs import add_row, copy_of_mini_pack, edit_cell


@pytest.fixture
def theme() -> Theme:
    return load_theme((resources() / "themes" / "dark.toml").read_bytes(), "dark.toml")


@pytest.fixture
def difference(tmp_path: Path) -> Difference:
    pack = copy_of_mini_pack(tmp_path / "pack")
    text = (pack / "pack.toml").read_text(encoding="utf-8")
    text = text.replace("Two baristas", "Three baristas").replace('"1.2"', '"1.3"')
    (pack / "pack.toml").write_text(text, encoding="utf-8")
    edit_cell(pack, "criteria.csv", 3, "value", "20")
    edit_cell(pack, "statements.csv", 2, "text", "The leaflet pours light roasts through paper.")
    edit_cell(pack, "notes.csv", 2, "text", "=HYPERLINK(1) <b>bold</b> & more.")
    add_row(pack, "topics.csv", "new-topic", "A new topic")
    return found(pack)


def text_of(path: Path) -> str:
    if path.suffix == ".pdf":
        pages = (page.extract_text() for page in PdfReader(path).pages)
        return " ".join(" ".join(pages).split())
    return path.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_says_whose_both_packs_are(
    difference: Difference, theme: Theme, tmp_path: Path, kind: Kind
) -> None:
    path = tmp_path / f"it{kind.suffix}"
    import_libraries(path)
    assert write(difference, "everything", path, theme) == (path,)
    text = text_of(path)
    for part in ("Two baristas", "Three baristas", "1.2", "1.3", common.DISCLAIMER_LEAD):
        assert part in text, part
    assert ("not checked by us" in text) != (kind.name == "json")
    for part in ("Office urn", "leaflet", "A new topic"):
        assert part in text or kind.name == "json", part
    again = tmp_path / f"again{kind.suffix}"
    write(difference, "everything", again, theme)
    assert again.read_bytes() == path.read_bytes()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("only", CHANGES)
def test_what_is_not_shown_does_not_leave(
    difference: Difference, theme: Theme, tmp_path: Path, kind: Kind, only: Only
) -> None:
    path = tmp_path / f"it{kind.suffix}"
    write(difference, only, path, theme)
    text = text_of(path)
    assert ("new-topic" in text) == (only in ("everything", "added"))
    if kind.name != "json":
        assert ("12–19" in text) == (only in ("everything", "verdicts"))
    if kind.name in ("text", "html", "pdf"):
        assert (words.SHOWN[only] in text) == (only != "everything")


def test_a_table_has_a_row_for_each_cell_and_no_formula(
    difference: Difference, theme: Theme, tmp_path: Path
) -> None:
    path = tmp_path / "it.csv"
    write(difference, "everything", path, theme)
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    [verdict] = [row for row in rows if row["Table"] == "verdict"]
    assert (verdict["Before"], verdict["Now"]) == ("named", "other profile")
    assert verdict["Profiles"] == "36"
    assert "at least 20 cups" in verdict["Why"]
    cells = [cell for row in difference.rows for cell in row.cells]
    assert len(rows) == len(cells) + 1
    [note] = [row for row in rows if row["Table"] == "notes"]
    assert note["Now"] == "'=HYPERLINK(1) <b>bold</b> & more."


def test_a_page_takes_no_text_for_markup(
    difference: Difference, theme: Theme, tmp_path: Path
) -> None:
    path = tmp_path / "it.html"
    write(difference, "everything", path, theme)
    page = path.read_text(encoding="utf-8")
    assert "<b>bold" not in page
    assert "<script" not in page
    body = page[page.index("<main") : page.index("</main>") + 7]
    ElementTree.fromstring(body)


def test_json_of_one_kind_has_no_other(
    difference: Difference, theme: Theme, tmp_path: Path
) -> None:
    path = tmp_path / "it.json"
    write(difference, "changed", path, theme)
    made = json.loads(path.read_text(encoding="utf-8"))
    assert {row["change"] for row in made["rows"]} == {"changed"}
    assert made["verdicts"] == []
    assert made["old"]["checked"] is False


def test_a_place_that_is_none_is_one_line(
    difference: Difference, theme: Theme, tmp_path: Path
) -> None:
    with pytest.raises(ExportError) as caught:
        write(difference, "everything", tmp_path / "no" / "it.txt", theme)
    assert "\n" not in str(caught.value)
