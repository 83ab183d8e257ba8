"""What stands on a slide: words, chips, rules, tables and pictures, as things to edit.

To be imported when slides are made.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from io import BytesIO
from itertools import count
from typing import Final

from pptx.util import Emu
from PySide6.QtCore import QRectF

from nanoexplorer.core.signs import legible
from nanoexplorer.documents.blocks import Mark
from nanoexplorer.drawing.chips import mark_box, mark_room
from nanoexplorer.drawing.looks import VERDICT, glyph_role, is_line, mark_look
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.shapes import SHAPES, shape_of
from nanoexplorer.render.rows.cells import CHIP, chip_inset
from nanoexplorer.render.rows.flow import CELL_GAP, PAD
from nanoexplorer.render.rows.frame import Faces, Frame, Value
from nanoexplorer.render.rows.rendering import Cell, Span
from nanoexplorer.render.rows.wrapping import LEADING, Sizes
from nanoexplorer.render.slides.text_xml import Voice, note, text_body
from nanoexplorer.render.slides.xml import (
    Element,
    Pen,
    Slide,
    drawn,
    element,
    emu,
    fill,
    group,
    line,
    shape,
)
from nanoexplorer.words import common
from nanoexplorer.words import export as words

_GLYPHS: Final = {
    "disc": "ellipse",
    "diamond": "diamond",
    "triangle": "triangle",
    "square": "rect",
    "ring": "ellipse",
    "dashed-ring": "ellipse",
}
_NOT_EQUAL: Final = "mathNotEqual"
_GLYPH: Final = 0.72
_ONE_LINE: Final = 30
_RADIUS: Final = 4.0
_ROUND: Final = 14_000
"""Of a value's corner, in 1/100000 of its height."""
_NO_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # no style, no grid
_FIRST: Final = 1000  # the library counts what it adds itself from 1


class Canvas:
    """One slide to put things on, by px of 1/96 inch; what comes later lies above.

    `language`: of all that is said on it.
    """

    def __init__(self, slide: Slide, theme: Theme, language: str) -> None:
        self.slide, self.theme = slide, theme
        self._voice = Voice(language, slide.part)
        self._tree = slide.shapes._spTree
        self._numbers = count(_FIRST)

    def title(self, rect: QRectF, spans: Iterable[Span], sizes: Sizes) -> None:
        """The slide's title, which outlines and screen readers know it by."""
        made = self.slide.shapes.title
        made.left, made.top, made.width, made.height = _box(rect)
        old = made._element.txBody
        made._element.replace(old, text_body(spans, self.theme, sizes, self._voice, anchor="b"))

    def notes(self, text: str, dois: Collection[str]) -> None:
        """What only the speaker sees; those of the DOIs in it lead to their resolver."""
        page = self.slide.notes_slide
        voice = self._voice._replace(part=page.part)
        made = page.notes_text_frame._txBody
        for paragraph in list(made.p_lst):
            made.remove(paragraph)
        made.extend(note(line, voice, dois) for line in legible(text).split("\n"))

    def words(self, rect: QRectF, spans: Iterable[Span], sizes: Sizes, name: str = "") -> None:
        """A text box that neither grows nor shrinks."""
        number = next(self._numbers)
        body = text_body(spans, self.theme, sizes, self._voice)
        self._tree.append(shape(number, name or str(number), rect, "rect", "", None, body))

    def rule(self, rect: QRectF, role: str) -> None:
        """A line, as a filled rectangle: as a line it would be of another width everywhere."""
        number = next(self._numbers)
        self._tree.append(shape(number, str(number), rect, "rect", self.theme[role], None))

    def chip(self, rect: QRectF, chip: Mark) -> None:
        """A status: a rounded rectangle with its label, and its glyph as a shape; grouped, with
        the mark beside them where a note disputes it.
        """
        whole, rect = rect, rect.adjusted(0, 0, -mark_room(chip, CHIP), 0)
        colours = self.theme.status(chip.role, hollow=not chip.filled)
        look = mark_look(chip)
        one_line = rect.height() < _ONE_LINE
        label = text_body(
            [Span(chip.label, bold=True)],
            self.theme,
            Sizes(CHIP, CHIP),
            self._voice,
            anchor="ctr",
            indent=chip_inset(),
            wraps=not one_line,
            ink=colours.ink,
        )
        frame = shape(
            next(self._numbers),
            chip.label,
            rect,
            "roundRect",
            colours.fill,
            Pen(colours.line, 1.5 if look.hollow else 1.0, look.dashed),
            label,
            round(_RADIUS / min(rect.height(), rect.width()) * 100_000),
        )
        side = CHIP * _GLYPH
        box = QRectF(rect.left() + CHIP * 0.55, rect.center().y() - side / 2, side, side)
        sign = self._glyph(box, chip, colours.ink, 1.4)
        mark = (self._mark(whole, chip),) if chip.disputed else ()
        spoken = words.SHAPE_STATUS.format(status=chip.said)
        number, parts = next(self._numbers), (frame, sign, *mark)
        self._tree.append(group(number, chip.said, whole, parts, spoken))

    def _mark(self, rect: QRectF, chip: Mark) -> Element:
        """The mark of a disputed status, with what the note says for who cannot see it."""
        box = mark_box(rect, CHIP)
        inset = box.width() * 0.08
        inner = box.adjusted(inset, inset, -inset, -inset)
        ground, ink = self.theme["disputed"], self.theme["on-disputed"]
        parts = (
            shape(next(self._numbers), common.DISPUTED, box, "roundRect", ground, None),
            shape(next(self._numbers), common.DISPUTED_SIGN, inner, _NOT_EQUAL, ink, None),
        )
        return group(next(self._numbers), common.DISPUTED, box, parts, chip.disputed)

    def _glyph(self, box: QRectF, mark: Mark, ink: str, width: float) -> Element:
        """A status's glyph: drawn, not typed; a line of a width in px where it is one."""
        number, name, look = next(self._numbers), mark.glyph, mark_look(mark)
        if look.outlined and SHAPES[name].hollow:
            return drawn(number, name, box, ink, shape_of(name, hollow=True))
        lined = is_line(name) or look.outlined
        pen = Pen(ink, width, look.dashed) if lined else None
        return shape(number, name, box, _GLYPHS[name], "" if lined else ink, pen)

    def verdict(self, rect: QRectF, verdict: str) -> None:
        """The mark of a verdict, as a shape."""
        look = VERDICT[verdict]
        self._tree.append(drawn(next(self._numbers), look.mark, rect, self.theme[look.role]))

    def values(self, values: Sequence[Value], type_: Faces, name: str, spoken: str) -> None:
        """The values of the profile as chips, grouped; an unknown one is dashed."""
        whole = QRectF(values[0].rect)
        for value in values:
            whole = whole.united(value.rect)
        made = [self._value(value, type_) for value in values]
        self._tree.append(group(next(self._numbers), name, whole, made, spoken))

    def _value(self, value: Value, type_: Faces) -> Element:
        ground, ink = ("accent-soft", "accent-text") if value.known else ("paper", "caution")
        said = text_body(
            [Span(value.text, ink, bold=True)],
            self.theme,
            type_.values,
            self._voice,
            anchor="ctr",
            wraps=False,
            centred=True,
        )
        return shape(
            next(self._numbers),
            value.text,
            value.rect,
            "roundRect",
            self.theme[ground],
            Pen(self.theme[ink], 1.0, not value.known),
            said,
            _ROUND,
        )

    def tallied(self, frame: Frame, type_: Faces, verdict: str) -> None:
        """What is only counted, on its line: the verdict's mark, glyphs and numbers."""
        self.verdict(frame.mark, verdict)
        for placed in frame.tallied:
            if placed.counted:
                mark = placed.counted.mark
                ink = self.theme[glyph_role(mark.glyph)]
                self._tree.append(self._glyph(placed.rect, mark, ink, 1.2))
            if placed.span:
                high = type_.body.of(placed.span) * LEADING
                down = (placed.rect.height() - high) / 2
                box = QRectF(
                    placed.rect.left(), placed.rect.top() + down, placed.rect.width(), high
                )
                self.words(box, [placed.span], type_.body)

    def picture(self, rect: QRectF, png: bytes, name: str, spoken: str) -> None:
        """A picture, with what it shows in words for who cannot see it."""
        made = self.slide.shapes.add_picture(BytesIO(png), *_box(rect))
        about = made._element.nvPicPr.cNvPr
        about.set("name", legible(name))
        about.set("descr", legible(spoken))
        about.set("id", str(next(self._numbers)))  # the library counts by itself, from ours on

    def table(
        self,
        rect: QRectF,
        widths: Sequence[float],
        rows: Sequence[tuple[float, Sequence[Cell]]],
        sizes: Sizes,
        name: str,
    ) -> None:
        """A table of cells, each row with its height; a single cell reaches across.

        Its first row names the columns, as screen readers then say.
        """
        frame = self.slide.shapes.add_table(len(rows), len(widths), *_box(rect))
        frame.name = legible(name)
        about = frame._element.nvGraphicFramePr.cNvPr
        about.set("descr", legible(_table_spoken(name, [cells for _, cells in rows])))
        about.set("id", str(next(self._numbers)))
        table = frame.table
        _plain(table._tbl.tblPr)
        table.first_row = True
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Emu(emu(width))
        for row, (height, cells) in zip(table.rows, rows, strict=True):
            row.height = Emu(emu(height))
            made = row._tr.tc_lst
            if len(cells) == 1 and len(widths) > 1:
                _across(made)
            for place, cell in enumerate(cells):
                self._cell(made[place], cell, sizes, place < len(cells) - 1)

    def _cell(self, made: Element, cell: Cell, sizes: Sizes, gap: bool) -> None:
        body = text_body(cell.spans, self.theme, sizes, self._voice, tag="a:txBody")
        made.replace(made.txBody, body)
        about = made.get_or_add_tcPr()
        sides = {"marL": 0, "marR": emu(CELL_GAP if gap else 0), "marT": emu(PAD), "marB": emu(PAD)}
        for side, value in sides.items():
            about.set(side, str(value))
        below = line(Pen(self.theme["line"]))
        below.tag = below.tag.replace("}ln", "}lnB")
        about.append(below)
        about.append(fill(""))


def _box(rect: QRectF) -> tuple[Emu, Emu, Emu, Emu]:
    """A rectangle as the library takes one."""
    left, top = Emu(emu(rect.left())), Emu(emu(rect.top()))
    return left, top, Emu(emu(rect.width())), Emu(emu(rect.height()))


def _table_spoken(name: str, rows: Sequence[Sequence[Cell]]) -> str:
    """What a table is of, how long it is, and what its columns are called."""
    head, *others = rows
    count = common.counted(sum(len(row) > 1 for row in others), words.ROWS)
    columns = ", ".join(cell.text for cell in head if cell.text)
    return words.SHAPE_TABLE.format(name=name, rows=count, columns=columns)


def _plain(about: Element) -> None:
    """No bands, no grid: a table looks as its cells say."""
    for name in ("firstRow", "bandRow"):
        about.set(name, "0")
    for child in list(about):
        about.remove(child)
    style = element("a:tableStyleId")
    style.text = _NO_STYLE
    about.append(style)


def _across(cells: Sequence[Element]) -> None:
    cells[0].set("gridSpan", str(len(cells)))
    for cell in cells[1:]:
        cell.set("hMerge", "1")
