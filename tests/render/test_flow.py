"""Columns on slides: everything that is in them, in its order, nothing beyond the area."""

from __future__ import annotations

from functools import lru_cache
from random import Random

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from nanoexplorer.documents.blocks import Mark
from nanoexplorer.render.rows.cells import SIZES
from nanoexplorer.render.rows.flow import HEADING, PAD, Page, PlacedBlock, flow, heading_spans
from nanoexplorer.render.rows.rendering import Block, Cell, Columns, Row, Span
from nanoexplorer.render.rows.wrapping import Sizes, cut, height_of, width_of, wrapped
from nanoexplorer.words import export as words

AREA = QRectF(56, 150, 1168, 400)
SEEDS = range(12)
LETTERS = "abcdefghijklmnop"


def a_text(random: Random, most: int) -> str:
    return " ".join(
        "".join(random.choices(LETTERS, k=random.randint(1, 24)))
        for _ in range(random.randint(1, most))
    )


def a_cell(random: Random, most: int, chipped: bool) -> Cell:
    chips = tuple(
        Mark(a_text(random, 6), "ring", "status-preclinical", False)
        for _ in range(random.choice((0, 0, 1, 2)) if chipped else 0)
    )
    spans = [Span(a_text(random, most)), Span("\u00a012,13")]
    if random.random() < 0.5:
        spans.append(Span(f"\n{a_text(random, most)}", small=True))
    return Cell(tuple(spans), chips)


def some_columns(seed: int) -> Columns:
    """Blocks of one, two or three columns; some rows are far longer than a slide."""
    random = Random(seed)
    columns = []
    for _ in range(random.choice((1, 2))):
        blocks = []
        for _ in range(random.randint(1, 3)):
            widths = random.choice(((1.0,), (0.3, 0.7), (0.2, 0.5, 0.3)))
            rows = []
            for _ in range(random.randint(0, 12)):
                most = random.choice((3, 10, 30, 30, 150)) if len(widths) < 3 else 12
                if random.random() < 0.2:
                    rows.append(Row((Cell((Span(a_text(random, 6), bold=True),)),), lead=True))
                else:
                    rows.append(Row(tuple(a_cell(random, most, len(widths) == 1) for _ in widths)))
            head = tuple(a_text(random, 1) for _ in widths) if random.random() < 0.4 else ()
            blocks.append(Block(a_text(random, 3), widths, tuple(rows), head))
        columns.append(tuple(blocks))
    return Columns(tuple(columns))


@lru_cache(maxsize=len(SEEDS))
def laid_out(seed: int) -> tuple[Columns, tuple[Page, ...]]:
    columns = some_columns(seed)
    return columns, flow(columns, AREA)


def parts(pages: tuple[Page, ...]) -> list[PlacedBlock]:
    return [part for page in pages for part in page]


def said(rows: list[Row]) -> str:
    """The letters of rows, whatever breaks them."""
    spans = (span for row in rows for cell in row.cells for span in cell.spans)
    return "".join("".join(span.text.split()) for span in spans)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_row_leaves_the_area(app: QApplication, seed: int) -> None:
    for part in parts(laid_out(seed)[1]):
        for row in part.rows:
            assert AREA.adjusted(-0.1, -0.1, 0.1, 0.1).contains(row.rect), row


@pytest.mark.parametrize("seed", SEEDS)
def test_rows_stand_one_below_another(app: QApplication, seed: int) -> None:
    for page in laid_out(seed)[1]:
        rows = [row for part in page for row in part.rows]
        for place, one in enumerate(rows):
            for other in rows[place + 1 :]:
                shared = one.rect.intersected(other.rect)
                assert shared.width() < 0.1 or shared.height() < 0.1


@pytest.mark.parametrize("seed", SEEDS)
def test_words_and_chips_stand_in_their_row(app: QApplication, seed: int) -> None:
    for part in parts(laid_out(seed)[1]):
        for row in part.rows:
            room = row.rect.adjusted(-0.1, -0.1, 0.1, 0.1)
            for cell in row.cells:
                assert cell.rect.isEmpty() or room.contains(cell.rect)
                needed = height_of(wrapped(cell.cell.spans, cell.rect.width(), SIZES))
                assert not cell.cell.spans or needed <= cell.rect.height() + 0.1
                assert all(room.contains(rect) for rect, _ in cell.chips)


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_lost_and_nothing_said_twice(app: QApplication, seed: int) -> None:
    columns, pages = laid_out(seed)
    for column in columns.columns:
        for block in column:
            placed = [
                row.row
                for part in parts(pages)
                if part.block is block
                for row in part.rows
                if not row.head and not _again(row.row)
            ]
            leads = [row for row in placed if row.lead], [row for row in block.rows if row.lead]
            assert said(leads[0]) == said(leads[1])
            for place in range(len(block.widths)):
                assert said(_only(placed, place)) == said(_only(list(block.rows), place))


def _again(row: Row) -> bool:
    """A heading that is said again on the next slide."""
    return row.lead and row.cells[0].spans[0].text.endswith(words.CONTINUED.format(heading=""))


def _only(rows: list[Row], place: int) -> list[Row]:
    return [Row((row.cells[place],)) for row in rows if len(row.cells) > place and not row.lead]


@pytest.mark.parametrize("seed", SEEDS)
def test_chips_are_all_there(app: QApplication, seed: int) -> None:
    columns, pages = laid_out(seed)
    wanted = [
        chip.label
        for column in columns.columns
        for block in column
        for row in block.rows
        for cell in row.cells
        for chip in cell.chips
    ]
    found = [
        chip.label
        for part in parts(pages)
        for row in part.rows
        for cell in row.cells
        for _, chip in cell.chips
    ]
    assert sorted(found) == sorted(wanted)


def rows_of(count: int, text: str = "a row") -> tuple[Row, ...]:
    return tuple(Row((Cell((Span(f"{text} {n}"),)),)) for n in range(count))


def test_what_goes_on_says_so_with_its_headings(app: QApplication) -> None:
    heading = Row((Cell((Span("group", bold=True),)),), lead=True)
    block = Block("kind", (1.0,), (heading, *rows_of(40)))
    pages = flow(Columns(((block,),)), AREA)
    assert len(pages) > 1
    for page in pages[1:]:
        [part] = page
        assert part.heading == words.CONTINUED.format(heading="kind")
        assert part.rows[0].row.cells[0].text == words.CONTINUED.format(heading="group")


def test_no_slide_ends_with_a_heading_between_rows(app: QApplication) -> None:
    for before in range(4, 20):
        rows = [*rows_of(before), Row((Cell((Span("group"),)),), lead=True), *rows_of(5)]
        pages = flow(Columns(((Block("", (1.0,), tuple(rows)),),)), AREA)
        assert [page for page in pages if page[-1].rows[-1].row.lead] == []


def test_a_table_has_its_head_on_every_slide(app: QApplication) -> None:
    rows = tuple(Row((Cell((Span(f"{n}"),)), Cell((Span("said"),)))) for n in range(30))
    pages = flow(Columns(((Block("", (0.2, 0.8), rows, ("No.", "What")),),)), AREA)
    assert len(pages) > 1
    assert all(page[0].rows[0].head for page in pages)


def test_a_long_column_goes_on_where_the_other_has_ended(app: QApplication) -> None:
    short = (Block("short", (1.0,), rows_of(3)),)
    long = (Block("long", (1.0,), rows_of(60)),)
    pages = flow(Columns((short, long)), AREA)
    assert len(pages) < 5
    assert [part.block.heading for part in pages[1]] == ["long", "long"]
    left, right = (part.rows[0].row.cells[0].text for part in pages[1])
    assert int(left.rpartition(" ")[2]) < int(right.rpartition(" ")[2])


def test_a_little_too_much_goes_on_below_the_other_column(app: QApplication) -> None:
    lead = Row((Cell((Span("group"),), mark="open"),), lead=True)
    long = Block("long", (1.0,), (lead, *rows_of(13)))
    short = Block("short", (1.0,), rows_of(2))
    [page] = flow(Columns(((long,), (short,))), AREA)
    assert [part.heading for part in page] == [
        "long",
        "short",
        words.CONTINUED.format(heading="long"),
    ]
    first, _, rest = page
    assert rest.rect.left() > first.rect.right()
    placed = [row.row for part in (first, rest) for row in part.rows if not row.row.lead]
    assert placed == list(long.rows[1:])
    assert rest.rows[0].row.cells[0].mark == "open"


def test_what_is_spare_stands_where_there_is_room_and_nowhere_else(app: QApplication) -> None:
    spare = (Block("spare", (1.0,), rows_of(2)),)
    for count, stands in ((3, True), (12, False)):
        full = (Block("full", (1.0,), rows_of(count)),)
        pages = flow(Columns((full,), spare), AREA)
        assert len(pages) == len(flow(Columns((full,)), AREA))
        assert any(part.heading == "spare" for part in parts(pages)) is stands


def test_an_empty_list_is_one_empty_slide(app: QApplication) -> None:
    [page] = flow(Columns(((),)), AREA)
    assert page == []


def test_a_list_without_columns_is_one_empty_slide(app: QApplication) -> None:
    assert flow(Columns(()), AREA) == ([],)


def test_a_heading_of_two_lines_takes_the_room_of_two(app: QApplication) -> None:
    long = "how complete each of them is here, and how far the search reaches " * 2
    columns = Columns(((Block(long, (1.0,), rows_of(1)),),))
    [[part]] = flow(columns, QRectF(0, 0, 567, 400))
    sizes = Sizes(HEADING, HEADING)
    needed = height_of(wrapped(heading_spans(long), 567, sizes))
    assert part.heading_rect.height() >= needed > 2 * HEADING
    assert part.heading_rect.bottom() <= part.rows[0].rect.top()


def test_a_number_stays_with_the_word_before_it(app: QApplication) -> None:
    spans = (Span("nanoparticles"), Span("\u00a0120,121"))
    room = sum(width_of(span, SIZES) for span in spans) + 2
    _, line = wrapped((Span("some "), *spans), room, SIZES)
    assert "".join(span.text for span in line.spans) == "nanoparticles\u00a0120,121"


def test_cutting_leaves_both_parts_whole(app: QApplication) -> None:
    text = a_text(Random(1), 200)
    head, rest = cut(Cell((Span(text),)), 300, SIZES, 200)
    assert f"{head.text.strip()} {rest.text.strip()}" == text
    assert height_of(wrapped(head.spans, 300, SIZES)) <= 200


def test_slack_is_for_other_fonts_alone(app: QApplication) -> None:
    span = Span("Sixteen letters!")
    assert width_of(span, Sizes(17, 14)) > 1.2 * width_of(span, Sizes(17, 14, exact=True))


def test_rows_are_padded_above_and_below(app: QApplication) -> None:
    [[part]] = flow(Columns(((Block("", (1.0,), rows_of(1)),),)), AREA)
    [row] = part.rows
    assert row.rect.height() == pytest.approx(row.cells[0].rect.height() + 2 * PAD)
