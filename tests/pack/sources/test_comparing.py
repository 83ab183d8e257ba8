"""A pack is compared with the texts of its sources: what does not fit is named by its cell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nanoexplorer.app.check_command import covered_line
from nanoexplorer.app.command_line import main
from nanoexplorer.pack.loader import files_at, read_pack
from nanoexplorer.pack.sources.comparing import compared, coverage, source_texts
from tests.packs import add_row, copy_of_mini_pack, edit_cell, mini_pack, read_rows

SOURCE = "handbook"


def text_of_source() -> str:
    """An invented text that the mini pack's statements fit, in no words of theirs."""
    sections: dict[str, list[str]] = {}
    pack = mini_pack()
    for statement in pack.statements:
        if statement.source == SOURCE:
            marks = "".join(f"[{id_.rpartition('-')[2]}]" for id_ in statement.references)
            digits = " ".join(
                word for word in statement.text.split() if any(map(str.isdigit, word))
            )
            sections.setdefault(statement.section, []).append(f"so {digits} {marks}.")
    quotes = [(row.statement, row.label) for row in pack.evidence]
    quotes += [(row.statement, row.hedge) for row in pack.criteria]
    for id_, quoted in quotes:
        said = pack.statement[id_]
        if said.source == SOURCE:
            sections[said.section].append(f"it is {quoted}.")
    for quantity in pack.quantities:
        said = pack.statement[quantity.statement]
        if said.source == SOURCE:
            sections[said.section].append(f"it is {quantity.value}.")
    body = "\n".join(f"{heading}\n{' '.join(lines)}" for heading, lines in sections.items())
    return f"{body}\nBare section\nnothing is made of this.\nReferences\n" + "\n".join(
        f"{number}. Somebody. Something." for number in range(1, 9)
    )


def found(pack: Path, text: str) -> list[tuple[str, str, str, str]]:
    read = read_pack(files_at(pack))
    problems = compared(read, source_texts(read, {SOURCE: text}))
    return [(p.file, p.row, p.column, p.code) for p in problems]


@pytest.fixture(name="pack")
def _pack(tmp_path: Path) -> Path:
    return copy_of_mini_pack(tmp_path / "pack")


def line_of(pack: Path, *, cites: bool = False) -> int:
    """The first statement of the source, or the first that cites."""
    head, *rows = read_rows(pack / "statements.csv")
    source, references = head.index("source"), head.index("references")
    lines = (n for n, row in enumerate(rows, 2) if row[source] == SOURCE)
    return next(n for n in lines if not cites or rows[n - 2][references])


def test_what_fits_is_no_problem(pack: Path) -> None:
    assert found(pack, text_of_source()) == []


def test_a_section_that_is_not_there_is_named(pack: Path) -> None:
    line = line_of(pack)
    edit_cell(pack, "statements.csv", line, "section", "Nowhere")
    wrong = [one for one in found(pack, text_of_source()) if one[3] == "no-such-section"]
    assert wrong == [("statements.csv", str(line), "section", "no-such-section")]


def test_a_number_that_is_not_there_is_named(pack: Path) -> None:
    line = line_of(pack)
    edit_cell(pack, "statements.csv", line, "text", "It is 987.6 in all.")
    wrong = ("statements.csv", str(line), "text", "number-not-there")
    assert wrong in found(pack, text_of_source())


def test_a_reference_that_is_not_cited_there_is_named(pack: Path) -> None:
    line = line_of(pack, cites=True)
    text = text_of_source().replace("[", "(").replace("]", ")") + "\n"
    text = text.replace("Bare section\n", "Bare section\nmarks are like [99].\n")
    wrong = ("statements.csv", str(line), "references", "not-cited-in-section")
    assert wrong in found(pack, text)


def numbered(pack: Path, said: str, text: str) -> bool:
    """Whether a number of a statement is missed in a text without headings."""
    line = line_of(pack)
    edit_cell(pack, "statements.csv", line, "text", said)
    return ("statements.csv", str(line), "text", "number-not-there") in found(pack, text)


@pytest.mark.parametrize("written", ["20000", "20,000", "20 000", "20\N{NARROW NO-BREAK SPACE}000"])
@pytest.mark.parametrize("read", ["20000", "20,000", "20 000", "20\N{NO-BREAK SPACE}000"])
def test_a_number_is_the_same_with_its_thousands_apart(pack: Path, written: str, read: str) -> None:
    assert not numbered(pack, f"It is {written} in all.", f"there were {read} of them.")
    assert numbered(pack, f"It is {written} in all.", "there were 10,000 of them.")


def test_numbers_side_by_side_are_theirs_too(pack: Path) -> None:
    assert not numbered(pack, "In 5 300 people stood, 1,5 m apart.", "300 stood 1.5 from 5.")


def test_without_a_list_only_the_id_that_is_the_sources_with_a_number_tells(pack: Path) -> None:
    line = line_of(pack, cites=True)
    wrong = ("statements.csv", str(line), "references", "not-cited-in-section")
    rows = read_rows(pack / "statements.csv")
    (id_,) = rows[line - 1][rows[0].index("references")].split(";")
    number = id_.removeprefix(f"{SOURCE}-")
    assert wrong in found(pack, "so it is said [99].")
    assert wrong not in found(pack, f"so it is said [{number}–99].")
    for file in pack.iterdir():
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(id_, f"own-{number}"), encoding="utf-8")
    assert wrong not in found(pack, "so it is said [99].")


def test_a_label_that_does_not_stand_there_is_named(pack: Path) -> None:
    rows = read_rows(pack / "evidence.csv")
    line = next(n for n, row in enumerate(rows[1:], 2) if row[rows[0].index("source")] == SOURCE)
    edit_cell(pack, "evidence.csv", line, "label", "made up by us")
    wrong = ("evidence.csv", str(line), "label", "label-not-there")
    assert wrong in found(pack, text_of_source())


def test_ten_words_in_a_row_are_a_copy(pack: Path) -> None:
    text = text_of_source().replace(
        "nothing is made of this", "One two three four five six x y z a b"
    )
    line = line_of(pack)
    edit_cell(
        pack, "statements.csv", line, "text", "He says: one, two three FOUR five six x-y z a."
    )
    assert ("statements.csv", str(line), "text", "copied") in found(pack, text)


def test_a_stated_number_is_one_that_its_statement_has(pack: Path) -> None:
    """Or the one beside it: *at most 3* is *fewer than four*. A reading of ours may differ."""
    [head, *rows] = read_rows(pack / "criteria.csv")
    place = next(n for n, row in enumerate(rows) if row[head.index("test")] == "at-least")
    statement = rows[place][head.index("statement")]
    texts = [row[0] for row in read_rows(pack / "statements.csv")]
    edit_cell(pack, "statements.csv", texts.index(statement) + 1, "text", "From thirteen, or 13.")
    wrong = ("criteria.csv", str(place + 2), "value", "number-not-said")
    for value, basis, fits in (
        ("13", "stated", True),
        ("12", "stated", True),
        ("14", "stated", True),
        ("40", "stated", False),
        ("40", "interpretation", True),
    ):
        edit_cell(pack, "criteria.csv", place + 2, "value", value)
        edit_cell(pack, "criteria.csv", place + 2, "basis", basis)
        assert (wrong in found(pack, text_of_source())) is not fits


def test_coverage_counts_statements_by_section(pack: Path) -> None:
    read = read_pack(files_at(pack))
    (one,) = coverage(read, source_texts(read, {SOURCE: text_of_source()}))
    counts = dict(one.sections)
    assert counts["Bare section"] == 0
    assert sum(counts.values()) == sum(s.source == SOURCE for s in read.pack.statements)


def test_a_text_without_headings_is_counted_as_the_one_section_that_it_is(pack: Path) -> None:
    """Whatever the statements call it, and however many names they have for it."""
    line = line_of(pack)
    edit_cell(pack, "statements.csv", line, "section", "Results")
    read = read_pack(files_at(pack))
    text = "Without any heading, and with a full stop at its end."
    (one,) = coverage(read, source_texts(read, {SOURCE: text}))
    [(_, count)] = one.sections
    assert count == sum(s.source == SOURCE for s in read.pack.statements)
    assert covered_line(one) == f"{SOURCE}: 1 of 1 section has statements."


def test_a_topic_on_which_nothing_stands_is_named(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(pack)]) == 0
    assert "Saucers" not in capsys.readouterr().out
    add_row(pack, "topics.csv", "saucers", "Saucers")
    assert main(["check", str(pack)]) == 0
    assert "No statement and no note stands on: Saucers" in capsys.readouterr().out
    assert main(["check", str(pack), "--json"]) == 0
    assert "Saucers" in json.loads(capsys.readouterr().out)["remarks"][0]


def test_the_command_names_what_does_not_fit_and_what_is_bare(
    pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "text.txt").write_text(text_of_source(), encoding="utf-8")
    named = f"{SOURCE}={tmp_path / 'text.txt'}"
    assert main(["check", str(pack), "--sources", named]) == 0
    assert "Nothing from: Bare section" in capsys.readouterr().out
    edit_cell(pack, "statements.csv", line_of(pack), "section", "Nowhere")
    assert main(["check", str(pack), "--json", "--sources", named]) == 2
    assert json.loads(capsys.readouterr().out)["problems"][0]["column"] == "section"


@pytest.mark.parametrize("named", ["nobody=x", "x", f"{SOURCE}=nowhere.txt", f"{SOURCE}="])
def test_a_source_that_is_none_is_one_line(
    pack: Path, named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(pack), "--sources", named]) == 2
    assert capsys.readouterr().err.count("\n") == 1
