"""All that differs between two versions: told once, of each kind alone, cut where it is long."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from hypothesis import given

from nanoexplorer.core.pack import Pack
from nanoexplorer.documents.blocks import Document, Fact, Lead, Words
from nanoexplorer.documents.difference.page import KINDS, counts, document, heading_of
from nanoexplorer.documents.links import PLACE
from nanoexplorer.words.packs import difference as words
from tests.documents.difference.changes import between, in_words, said, two_packs
from tests.packs import add_row, copy_of_mini_pack, mini_pack


def test_nothing_is_said_to_be_nothing(tmp_path: Path) -> None:
    told = said(copy_of_mini_pack(tmp_path / "pack"))
    assert told[0] == "What differs: coffee-brewing 1.2 → coffee-brewing 1.2"
    assert told[-1] == "Nothing differs."
    for line in told[1:3]:
        assert "by Two baristas, not checked by us" in line


def test_no_verdict_is_said_too_and_many_rows_are_cut(tmp_path: Path) -> None:
    pack = copy_of_mini_pack(tmp_path / "pack")
    for number in range(50):
        add_row(pack, "topics.csv", f"topic-{number}", f"Topic {number}")
    told = said(pack, most=40)
    assert any("No verdict differs in any of " in line for line in told)
    assert told[-1] == "  and 10 more"
    assert len(said(pack)) == len(told) + 9


def test_two_packs_are_said_to_be_two() -> None:
    other = replace(mini_pack(), id="another")
    assert "two packs, coffee-brewing and another" in in_words(
        document(between(mini_pack(), other))
    )


def test_one_version_that_says_two_things_is_remarked() -> None:
    other = replace(mini_pack(), title="Another title")
    told = in_words(document(between(mini_pack(), other)))
    assert "Both say that they are version 1.2" in told
    assert "title now: Another title" in told


@given(two_packs())
def test_every_difference_is_told_under_everything_and_under_its_kind(
    both: tuple[Pack, Pack],
) -> None:
    found = between(*both)
    made = {kind: document(found, kind) for kind in KINDS}
    rows = list(told_rows(made["everything"]))
    assert rows == [row.key for table in tables(made["everything"]) for row in found.rows
                    if row.table == table]  # fmt: skip
    assert len(rows) == len(found.rows)
    apart = [key for kind in ("added", "changed", "gone") for key in told_rows(made[kind])]
    assert sorted(apart) == sorted(rows)
    changed = {change.strategy for change in found.verdicts.changes}
    for kind in ("everything", "verdicts"):
        leads = [b.ids[0] for b in made[kind].blocks if isinstance(b, Lead)]
        assert set(leads) == changed | set(found.verdicts.uncounted)
    assert list(told_rows(made["verdicts"])) == []
    assert found.is_empty == (words.SAME in in_words(made["everything"]))
    assert bool(list(counts(found))) == (not found.is_empty)


@given(two_packs())
def test_names_lead_only_where_the_open_pack_has_a_place(both: tuple[Pack, Pack]) -> None:
    found = between(*both)
    for here in both:
        for word in leading(document(found, here=here)):
            group, id_ = word.to.removeprefix(PLACE).split(":", 1)
            assert id_ in {one.id for one in getattr(here, group)}
    assert list(leading(document(found))) == []


def tables(made: Document) -> Iterator[str]:
    for section in made.sections:
        yield from (name for name in words.TABLE if section.heading == heading_of(name))


def told_rows(made: Document) -> Iterator[str]:
    headings = set(map(heading_of, words.TABLE))
    for section in made.sections:
        if section.heading in headings:
            yield from (b.ids[0] for b in section.blocks if isinstance(b, Fact))


def leading(made: Document) -> Iterator[Words]:
    for block in made.blocks:
        if isinstance(block, Fact | Lead):
            yield from (word for word in block.said if word.to)
