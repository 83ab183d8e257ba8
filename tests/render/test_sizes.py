"""Sizes of pictures, as they are typed."""

from __future__ import annotations

import pytest

from nanoexplorer.render.pictures.sizes import complaint, size_of


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("3840x2160", (3840, 2160)),
        (" 1920 × 1080 ", (1920, 1080)),
        ("640X480", (640, 480)),
        ("240x240", (240, 240)),
    ],
)
def test_a_size_is_read(text: str, size: tuple[int, int]) -> None:
    assert size_of(text) == size


@pytest.mark.parametrize(
    "text",
    ["", "x", "1920", "1920x", "-1920x1080", "1920x1080x2", "0x0", "239x500", "16385x300",
     "16000x16000", "1e3x1e3", "٣٨٤٠x٢١٦٠", "9999999999x1"],
)  # fmt: skip
def test_what_is_no_size_or_too_large_is_none(text: str) -> None:
    assert size_of(text) is None


def test_the_complaint_names_what_was_found_and_what_is_allowed_in_one_line() -> None:
    said = complaint("12\nx12")
    assert said.isprintable()
    assert "12 x12" in said
    assert "240 to 16384" in said
