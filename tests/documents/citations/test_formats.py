from __future__ import annotations

import subprocess
import sys

import pytest

from nanoexplorer.documents.citations import FORMATS, LINE_ENDS, Format, dump
from tests.documents.citations.examples import EXAMPLES

IMPORTED = (
    "import sys, nanoexplorer.documents.citations; "
    "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
)


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_is_written_in_lines_that_end_in_a_plain_newline(format: Format) -> None:
    text = dump(EXAMPLES, format)
    assert text.endswith("\n")
    assert "\r" not in text
    assert format in LINE_ENDS


@pytest.mark.parametrize("format", FORMATS)
def test_no_references_are_no_error(format: Format) -> None:
    assert dump((), format).strip() in ("", "[]")


def test_another_format_is_refused_with_what_is_allowed() -> None:
    with pytest.raises(ValueError, match="csl, ris, bibtex, text"):
        dump(EXAMPLES, "docx")  # type: ignore[arg-type]


def test_the_first_paint_waits_for_no_format_library() -> None:
    command = [sys.executable, "-c", IMPORTED]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert not {"rispy", "bibtexparser", "pyparsing", "json", "PySide6"} & set(run.stdout.split())
