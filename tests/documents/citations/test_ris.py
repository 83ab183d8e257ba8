from __future__ import annotations

import re

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st

from nanoexplorer.core.evidence import Reference
from nanoexplorer.documents.citations import dump
from nanoexplorer.documents.citations.plain import AUTHORS_CUT, initials_apart
from nanoexplorer.documents.citations.ris import TYPES
from nanoexplorer.pack.references import REFERENCE_TYPES
from tests.documents.citations.examples import ARTICLE, LABEL, TITLE_ALONE, any_reference, bundled

# The grammar of the format, as reference managers read it.
LINE = re.compile(r"(?P<tag>[A-Z][A-Z0-9])  - (?P<value>.*)")

Record = dict[str, list[str]]


def read(text: str) -> list[Record]:
    """The records, by the grammar alone; any line that breaks it fails the test."""
    records: list[Record] = []
    for line in filter(None, text.split("\n")):
        found = LINE.fullmatch(line)
        assert found, line
        assert len(line.splitlines()) == 1
        if found["tag"] == "TY":
            records.append({})
        records[-1].setdefault(found["tag"], []).append(found["value"])
    assert all(record["ER"] == [""] for record in records)
    return records


def test_an_article_is_written_tag_by_tag() -> None:
    assert dump([ARTICLE], "ris").splitlines() == [
        "TY  - JOUR",
        "ID  - rev-60",
        "AU  - Diehl, C. D.",
        "AU  - Grosu, A.-L.",
        "TI  - Opportunities of carriers: where do they stand?",
        "T2  - J Made Up Sci",
        "JO  - J Made Up Sci",
        "PY  - 2023",
        "VL  - 15",
        "IS  - 14",
        "SP  - 3670",
        "EP  - 3682",
        "DO  - 10.9999/made.up_15-14",
        f"N1  - {AUTHORS_CUT}",
        "ER  - ",
    ]


def test_a_web_page_has_its_address_and_the_day_it_was_read() -> None:
    (record,) = read(dump([LABEL], "ris"))
    assert record["AU"] == ["Food and Drug Administration"]
    assert record["UR"] == [LABEL.url]
    assert record["Y2"] == ["2024/05/31"]


def test_a_source_of_unknown_authors_and_year_gets_none() -> None:
    (record,) = read(dump([TITLE_ALONE], "ris"))
    assert record == {
        "TY": ["GEN"],
        "ID": ["overview"],
        "TI": [TITLE_ALONE.title],
        "ER": [""],
    }


def test_every_type_that_a_pack_may_use_has_one_in_ris() -> None:
    assert set(TYPES) == set(REFERENCE_TYPES)
    assert set(TYPES.values()) <= set(rispy.TYPE_OF_REFERENCE_MAPPING)


def _authors(reference: Reference) -> list[str]:
    return [a.literal or f"{a.family}, {initials_apart(a.given)}" for a in reference.authors]


def test_the_bundled_list_is_read_back_by_the_grammar() -> None:
    references = bundled()
    records = read(dump(references, "ris"))
    assert len(records) == len(references)
    for record, reference in zip(records, references, strict=True):
        assert record["ID"] == [reference.id]
        assert record["TI"] == [reference.title]
        assert record.get("AU", []) == _authors(reference)
        assert record.get("DO", [""]) == [reference.doi]
        assert record.get("PY", ["None"]) == [str(reference.year)]
        ends = record.get("SP", []) + record.get("EP", [])
        assert "–".join(ends) == reference.page
        assert (AUTHORS_CUT in record.get("N1", [])) == reference.et_al


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_bundled_list_is_read_back_by_another_reader(line_end: str) -> None:
    references = bundled()
    text = dump(references, "ris").replace("\n", line_end)
    records = rispy.loads(text, newline=line_end)
    assert [r["id"] for r in records] == [r.id for r in references]
    assert [r.get("doi", "") for r in records] == [r.doi for r in references]
    assert [r.get("authors", []) for r in records] == [_authors(r) for r in references]
    assert [r.get("year", "None") for r in records] == [str(r.year) for r in references]


@given(st.lists(any_reference, min_size=1, max_size=3))
def test_whatever_the_text_no_field_starts_another_line(references: list[Reference]) -> None:
    text = dump(references, "ris")
    text.encode()
    records = read(text)
    assert [record["ID"] for record in records] == [[r.id] for r in references]
    for record, reference in zip(records, references, strict=True):
        assert len(record.get("AU", [])) <= len(reference.authors)
        once = {tag for tag, values in record.items() if len(values) == 1}
        assert set(record) - once <= {"AU", "N1"}
