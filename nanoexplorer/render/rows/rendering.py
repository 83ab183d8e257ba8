"""What a view puts on a slide or into a picture: a drawing, or lines that flow over pages.

A rendering says what stands there; how large, and with what around it, whoever draws it says.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from nanoexplorer.documents.blocks import Mark, Tally


class Span(NamedTuple):
    r"""A stretch of words in one style.

    A "\n" in the text begins a new line. `to`: the address in the web that it leads to.
    """

    text: str
    role: str = "ink"
    bold: bool = False
    italic: bool = False
    small: bool = False
    to: str = ""


class Cell(NamedTuple):
    """Words that wrap, and status chips after them: beside the words where there is room.

    `mark`: of which verdict a mark stands before them; `inset`: they begin where words after such
    a mark do.
    """

    spans: tuple[Span, ...] = ()
    chips: tuple[Mark, ...] = ()
    mark: str = ""
    inset: bool = False

    @property
    def text(self) -> str:
        """The words without their style, the chips' last."""
        said = "".join(span.text for span in self.spans)
        return " · ".join([said, *(chip.said for chip in self.chips)]).strip(" ·")


class Row(NamedTuple):
    """One line of a table; never broken over two pages unless it is longer than one.

    A single cell reaches across all columns.
    `lead`: a heading between rows, which stays with the row after it. `ids`: of the strategies,
    statements and notes that it shows; `keys`: of the references that it rests on.
    """

    cells: tuple[Cell, ...]
    lead: bool = False
    ids: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


def one_cell(*spans: Span, lead: bool = False, ids: tuple[str, ...] = ()) -> Row:
    """A row of words that reach across all columns."""
    return Row((Cell(spans),), lead, ids)


class Block(NamedTuple):
    """A table under a heading. `widths`: each column's share of the width, together 1."""

    heading: str
    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    head: tuple[str, ...] = ()


class Columns(NamedTuple):
    """Blocks one below another, in one column or in several side by side.

    `spare`: what stands at the end where there is room for it, and nowhere else.
    """

    columns: tuple[tuple[Block, ...], ...]
    spare: tuple[Block, ...] = ()


class Picture(NamedTuple):
    """A drawing into any rectangle, and what it shows in words.

    In `least` px it is drawn at 100 %; `zoom` says at how many percent it is in another size.
    """

    draw: Callable[[QPainter, QRectF], None]
    least: QSizeF
    spoken: str
    zoom: Callable[[QSizeF], float] | None = None


class Rendering(NamedTuple):
    """One view, ready to leave. `keys`: ids of the references shown, in the pack's order.

    `tallies`: what is only counted, a line for all kinds; `legend`: what signs mean.
    """

    view: str
    title: str
    subtitle: str
    body: Columns | Picture
    keys: tuple[str, ...]
    remarks: tuple[str, ...] = ()
    """What must stand beside it: notes that the profile calls for, a filter, a selection."""
    tallies: tuple[Tally, ...] = ()
    legend: tuple[str, ...] = ()
