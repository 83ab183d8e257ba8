"""A date that a spreadsheet made of two numbers is told from what people write."""

from __future__ import annotations

import pytest

from nanoexplorer.core.signs import is_date


@pytest.mark.parametrize(
    "text",
    [
        *("3-Apr", "03-Apr", "04-Mar", "Apr-03", "Mar 04", "3. Apr", "03. Apr.", "3. März"),
        *("2026-04-03", "2026-04-03 00:00:00", "03/04/2026", "3.4.26", "12 Dez", "3-avr."),
    ],
)
def test_a_date_is_known(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize(
    "text",
    [
        *("3-4", "3–4", "10-16", "2026.1", "1996", "1–2 months", "May", "May 2020", "3/4", "0.80"),
        *("5 marbles a day", "12-month survival", "4.5.6", "10.1016/x", "March 3 patients", ""),
    ],
)
def test_what_people_write_is_none(text: str) -> None:
    assert not is_date(text)
