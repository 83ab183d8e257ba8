"""What stands beside a claim is the citation of that claim's own statement: of a condition beside a
reason, of the row of the evidence beside a status. Each statement of a pack is given a work of its
own, whose author tells in any text which statement is cited.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

import pytest
from hypothesis import given, settings

from nanoexplorer import views
from nanoexplorer.core.decision_table import Outcome, Verdict
from nanoexplorer.core.evidence import Author
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.resolve import card, inspect, resolve
from nanoexplorer.core.screen import Card, Intent
from nanoexplorer.core.shown.compare import ComparePart
from nanoexplorer.core.statuses import shown_statuses
from nanoexplorer.documents.blocks import (
    Block,
    CardLine,
    Entry,
    Fact,
    Paragraph,
    Piece,
    Status,
    Weight,
    plain,
)
from nanoexplorer.documents.card import card_words, line_words
from nanoexplorer.documents.citations import cited
from nanoexplorer.documents.compare import row as compare_row
from nanoexplorer.documents.feedback import for_whom, which_status
from nanoexplorer.documents.handout import handout, printed
from nanoexplorer.documents.seminar.told import told_of
from nanoexplorer.render.tables.strategies import strategies as strategies_table
from nanoexplorer.render.terminal import match_text
from nanoexplorer.words import common
from nanoexplorer.words import inspector as inspector_words
from tests.packs import example, mini_pack, packs_with_profiles
from tests.render.renderings import bundled

AUTHOR = re.compile(r"Signed([0-9]+)x")
PACKS = {"bundled": bundled, "example": example, "mini": mini_pack}


@pytest.fixture(autouse=True, scope="module")
def _named_all() -> Iterator[None]:
    """However many there are: none is hidden behind *and 4 more*."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(cited, "MOST_NAMED", 99)
        yield


def signed(pack: Pack) -> Pack:
    """The pack, each statement of which cites a work of its own."""
    like = mini_pack().references[0]
    works = [
        like._replace(id=f"signed-work-{n}x", authors=(Author(f"Signed{n}x", "A", ""),))
        for n in range(len(pack.statements))
    ]
    statements = (
        s._replace(references=(work.id,), marker="sentence")
        for s, work in zip(pack.statements, works, strict=True)
    )
    return replace(pack, statements=tuple(statements), references=(*pack.references, *works))


@lru_cache(maxsize=3)
def pack_of(name: str) -> Pack:
    return signed(PACKS[name]())


def cited_in(pack: Pack, text: str) -> set[str]:
    """The statements that a text cites."""
    return {pack.statements[int(n)].id for n in AUTHOR.findall(text)}


def behind_reasons(pack: Pack, strategy: str) -> set[str]:
    rows = pack.table.rows[pack.table.index[strategy]].values()
    return {criterion.statement for criteria in rows for criterion in criteria}


def behind_statuses(shown: Card) -> set[str]:
    return {row.statement for given in shown_statuses(shown.statuses) for row in given.rows}


def profiles_of(pack: Pack) -> list[Profile]:
    return [pack.blank_profile, *(case.profile for case in pack.cases)]


def cards(pack: Pack, profiles: Iterable[Profile]) -> Iterator[Card]:
    for profile in profiles:
        yield from (card(pack, profile, strategy) for strategy in pack.strategy)


def is_told(pack: Pack, shown: Card, pieces: list[Piece]) -> None:
    """A card, or a line: below what is said stands what this rests on, and nothing else."""
    above: set[str] = set()
    leading = [piece for piece in pieces if piece.weight is Weight.LEAD]
    assert pieces == [] or pieces[-1].weight is Weight.BEHIND
    for piece in pieces:
        if piece.weight is Weight.LEAD:
            assert set(piece.ids) <= behind_reasons(pack, shown.strategy.id)
            above |= set(piece.ids)
            for reason in shown.reasons:
                found = reason.found is not None and common.value_phrase(
                    pack.field[reason.criterion.field], reason.found
                )
                if reason.outcome is Outcome.MET and found and piece.text.startswith(f"{found}:"):
                    criteria = [r for r in shown.reasons if r.found == reason.found]
                    assert above & {r.criterion.statement for r in criteria}
        elif leading:
            assert cited_in(pack, piece.text) == above
            above = set()
        else:
            assert piece.text.startswith(tuple(c.label for c in card_words(pack, shown).chips))
            assert cited_in(pack, piece.text) == set(piece.ids)
            assert set(piece.ids) <= behind_statuses(shown)


def every_card_is_told(pack: Pack, profiles: Iterable[Profile]) -> None:
    for shown in cards(pack, profiles):
        is_told(pack, shown, [*card_words(pack, shown).pieces])
        is_told(pack, shown, [*line_words(pack, shown).pieces])


@pytest.mark.parametrize("name", PACKS)
def test_a_card_cites_below_a_reason_the_statement_of_that_reason(name: str) -> None:
    pack = pack_of(name)
    every_card_is_told(pack, profiles_of(pack))


@settings(max_examples=40)
@given(packs_with_profiles())
def test_a_card_of_any_pack_does(drawn: tuple[Pack, Profile]) -> None:
    every_card_is_told(signed(drawn[0]), [drawn[1]])


def blocks_with_ids(block: Block) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What cites, as text, and the statements that it says it shows."""
    match block:
        case Fact() | Entry() | Status() | Paragraph():
            name = plain(block.name) if isinstance(block, Fact) else ""
            yield " ".join([name, plain(block.said), *map(plain, block.under)]), block.ids
        case CardLine():
            ids: tuple[str, ...] = ()
            for piece in block.pieces:
                ids = (*ids, *piece.ids)
                yield piece.text, ids
        case _:
            pass


@pytest.mark.parametrize("name", PACKS)
def test_no_block_of_any_document_cites_for_a_claim_what_stands_for_another(name: str) -> None:
    pack = pack_of(name)
    profiles = profiles_of(pack)
    for place, profile in enumerate(profiles):
        strategy = pack.ordered[place % len(pack.ordered)].id
        documents = []
        for view in views.VIEWS:
            if not view.asks(pack):
                continue
            screen = resolve(Intent(profile, tab=view.name, selection=strategy), pack)
            documents.append(views.load(view.document)(pack, screen))
        screen = resolve(Intent(profile, selection=strategy), pack)
        documents += [handout(pack, screen), handout(pack, screen, whole=True)]
        documents += [printed(pack, screen)]
        for document in documents:
            for block in document.blocks:
                for text, ids in blocks_with_ids(block):
                    shown = set(ids) & pack.statement.keys()
                    assert not shown or cited_in(pack, text) <= shown, (document.view, text)


@pytest.mark.parametrize("name", PACKS)
def test_the_lines_of_a_terminal_cite_what_each_of_them_says(name: str) -> None:
    pack = pack_of(name)
    for profile in profiles_of(pack):
        text = re.sub(r"\n {8}", " ", match_text(pack, profile))
        shown: Card | None = None
        named = {f"    {s.name} [": s.id for s in pack.strategies}
        for line in text.splitlines():
            start = next((n for n in named if line.startswith(n)), "")
            if start:
                shown = card(pack, profile, named[start])
                assert cited_in(pack, line) == behind_statuses(shown)
            elif shown and line.startswith("      "):
                assert cited_in(pack, line) <= behind_reasons(pack, shown.strategy.id)
                assert cited_in(pack, line)


@pytest.mark.parametrize("name", PACKS)
def test_a_table_cites_beside_reasons_and_beside_statuses_their_own(name: str) -> None:
    pack = pack_of(name)
    for profile in profiles_of(pack):
        table = strategies_table(pack, resolve(Intent(profile), pack))
        for cells in table.rows:
            row = dict(zip(table.columns, map(str, cells), strict=True))
            one = next(s for s in pack.strategies if s.name == row["strategy"])
            shown = card(pack, profile, one.id)
            for said in row["reasons"].split("; ") if shown.reasons else ():
                assert cited_in(pack, said) <= behind_reasons(pack, one.id)
            assert cited_in(pack, row["reasons"]) == behind_reasons(pack, one.id)
            assert cited_in(pack, row["status_stands"]) == behind_statuses(shown)
            rest = [cell for column, cell in row.items() if column not in RESTING]
            assert cited_in(pack, " ".join(rest)) == set()


RESTING = ("reasons", "status_stands")


@pytest.mark.parametrize("name", PACKS)
def test_the_room_and_practice_are_told_the_same(name: str) -> None:
    pack = pack_of(name)
    for shown in cards(pack, profiles_of(pack)):
        lines = [line.text for line in told_of(pack, shown)]
        stands = lines.index(inspector_words.STANDS)
        reasons = behind_reasons(pack, shown.strategy.id)
        assert cited_in(pack, " ".join(lines[:stands])) <= reasons
        rows = {row.statement for row in pack.evidence_of.get(shown.strategy.id, ())}
        assert cited_in(pack, " ".join(lines[stands:])) == rows
        inspected = inspect(pack, shown.profile, shown.strategy.id)
        for paragraph in for_whom(pack, inspected):
            assert cited_in(pack, str(paragraph)) == set(paragraph.ids)
            assert set(paragraph.ids) <= reasons
        for paragraph in which_status(pack, inspected):
            assert cited_in(pack, str(paragraph)) == set(paragraph.ids)


@pytest.mark.parametrize("name", PACKS)
def test_what_two_profiles_differ_in_cites_the_conditions_that_flipped(name: str) -> None:
    pack = pack_of(name)
    first, *others = profiles_of(pack)
    for second in others:
        intent = Intent(first, second_profile=second, tab="compare")
        part = resolve(intent, pack).part
        assert isinstance(part, ComparePart)
        for _, group in part.groups:
            for found in group:
                cells = [plain(cell.said) for cell in compare_row(pack, found).cells]
                flipped = {reason.criterion.statement for reason in found.reasons}
                wanted = flipped or behind_reasons(pack, found.strategy)
                assert cited_in(pack, cells[-1]) == wanted
                for line in cells[-2].split("\n"):
                    assert cited_in(pack, line) <= flipped
                    assert len(flipped) < 2 or len(cited_in(pack, line)) == 1


def test_a_condition_that_goes_with_it_is_said_on_the_card() -> None:
    """The condition itself stands where all is told."""
    told = "with a condition not asked here"
    for name in PACKS:
        pack = pack_of(name)
        for shown in cards(pack, profiles_of(pack)):
            outside = {
                r.criterion.alternative
                for r in shown.reasons
                if r.outcome is Outcome.OUTSIDE and not r.is_against
            }
            alternatives = {
                r.criterion.alternative
                for r in shown.reasons
                if r.outcome is Outcome.MET and not r.is_against
            }
            if shown.verdict is Verdict.MATCHES and alternatives <= outside:
                text = " ".join(piece.text for piece in card_words(pack, shown).pieces)
                assert told in text
            if not outside:
                assert told not in str(card_words(pack, shown))
