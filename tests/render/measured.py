"""The boxes of a slide that its words would leave in the widest font that is allowed for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pptx.enum.shapes import MSO_SHAPE_TYPE
from PySide6.QtCore import QSizeF

from nanoexplorer.render.rows.rendering import Span
from nanoexplorer.render.rows.wrapping import Sizes, height_of, width_of, wrapped

EMU = 9525
PX = 75
"""Hundredths of a point."""
CLOSE = 0.6
"""Px: sizes are told in half points, places in whole units."""


class Box(NamedTuple):
    """Words in a box, read back from the file."""

    words: Any
    room: QSizeF

    @property
    def overflows(self) -> bool:
        spans, sizes = read(self.words)
        about = self.words._txBody.bodyPr
        width = self.room.width() - int(about.get("lIns", 0)) / EMU
        if about.get("wrap") == "none":
            return sum(width_of(span, sizes) for span in spans) > width + CLOSE
        needed = height_of(wrapped(spans, width + CLOSE, sizes))
        return needed > self.room.height() + CLOSE


def read(words: Any) -> tuple[list[Span], Sizes]:
    """The runs of a text as spans: what the file says, not what was meant to be in it."""
    runs = [
        (run, "" if place else "\n")
        for paragraph in words.paragraphs
        for place, run in enumerate(paragraph.runs)
    ]
    sizes = {int(run._r.rPr.get("sz")) / PX for run, _ in runs}
    assert len(sizes) <= 2
    large, small = max(sizes), min(sizes)
    spans = [
        Span(
            f"{before if place else ''}{run.text}",
            bold=run._r.rPr.get("b") == "1",
            italic=run._r.rPr.get("i") == "1",
            small=int(run._r.rPr.get("sz")) / PX < large,
        )
        for place, (run, before) in enumerate(runs)
    ]
    return spans, Sizes(large, small)


def boxes(shapes: Any) -> Iterator[Box]:
    """Every box that has words in it: text boxes, chips, the cells of tables."""
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from boxes(shape.shapes)
        elif getattr(shape, "has_table", False):
            yield from _cells(shape.table)
        elif shape.has_text_frame and shape.text_frame.text:
            yield Box(shape.text_frame, QSizeF(shape.width / EMU, shape.height / EMU))


def _cells(table: Any) -> Iterator[Box]:
    widths = [column.width for column in table.columns]
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            if cell.text:
                wide = sum(widths) if cell.is_merge_origin else width
                wide -= cell.margin_left + cell.margin_right
                high = row.height - cell.margin_top - cell.margin_bottom
                yield Box(cell.text_frame, QSizeF(wide / EMU, high / EMU))
