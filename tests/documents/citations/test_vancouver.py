from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from nanoexplorer.core.evidence import Reference
from nanoexplorer.documents.citations import dump
from nanoexplorer.documents.citations.vancouver import short_name, vancouver
from tests.documents.citations.examples import (
    ARTICLE,
    CHAPTER,
    LABEL,
    THESIS,
    TITLE_ALONE,
    UNTITLED,
    any_reference,
    bundled,
)


@pytest.mark.parametrize(
    ("reference", "text"),
    [
        (
            ARTICLE,
            "Diehl CD, Grosu A-L, et al. Opportunities of carriers: where do they stand? "
            "J Made Up Sci. 2023;15(14):3670–3682. doi:10.9999/made.up_15-14",
        ),
        (
            CHAPTER,
            "Yılmaz Ü. History of a disorder. In: Handbook of Disorders. "
            "Springer & Sons; 2021:1–32.",
        ),
        (THESIS, "Kudari CS. Imaging of tumours. University of Somewhere; 2020."),
        (TITLE_ALONE, "Overview of trials of particles."),
        (
            LABEL,
            "Food and Drug Administration. Prescribing information of a liposome. 2019. "
            "Accessed May 31, 2024. https://example.org/label?id=1&part=2",
        ),
    ],
    ids=lambda value: value.id if isinstance(value, Reference) else "",
)
def test_each_form_is_written_as_in_a_medical_list(reference: Reference, text: str) -> None:
    assert vancouver(reference) == text


@pytest.mark.parametrize(
    ("known", "text"),
    [
        ({"year": 2021, "volume": "22"}, "2021;22."),
        ({"year": 2021, "issue": "2", "page": "5"}, "2021;(2):5."),
        ({"volume": "22", "page": "5"}, "22:5."),
        ({"page": "5"}, "5."),
        ({"publisher": "P"}, "P."),
        ({"accessed": "2024-05-31"}, ""),
        ({"url": "http://a", "accessed": "2024-05"}, "Accessed May 2024. http://a"),
        ({"url": "http://a", "accessed": "2024"}, "Accessed 2024. http://a"),
        ({"url": "http://a", "accessed": "2024-13-01"}, "Accessed 2024-13-01. http://a"),
        ({"et_al": True}, ""),
    ],
)
def test_what_is_unknown_leaves_no_trace(known: dict[str, Any], text: str) -> None:
    reference = UNTITLED._replace(**known)
    assert vancouver(reference) == text


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        (ARTICLE, "Diehl 2023"),
        (LABEL, "Food and Drug Administration 2019"),
        (TITLE_ALONE, "Overview of trials…"),
        (ARTICLE._replace(year=None), "Diehl"),
        (ARTICLE._replace(authors=(), title="Two words"), "Two words 2023"),
        (UNTITLED, ""),
    ],
)
def test_a_short_name_is_the_first_author_and_the_year(reference: Reference, name: str) -> None:
    assert short_name(reference) == name


@given(any_reference)
def test_whatever_the_text_a_reference_is_one_line(reference: Reference) -> None:
    text = vancouver(reference)
    assert text == " ".join(text.split())
    assert len(text.splitlines()) <= 1
    text.encode()


def test_the_list_as_text_has_a_line_for_each_reference_headed_by_its_id() -> None:
    references = bundled()
    lines = dump(references, "text").splitlines()
    assert [line.split(". ")[0] for line in lines] == [reference.id for reference in references]
    assert not [line for line in lines if ".." in line or " ;" in line or "None" in line]
