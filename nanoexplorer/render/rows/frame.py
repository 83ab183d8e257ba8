"""Where everything stands around a body: title, profile, remarks, provenance; on every slide, and
on every sheet of a picture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

from nanoexplorer.documents.blocks import Count, Tally
from nanoexplorer.render.provenance import BETWEEN, Provenance, first_line, second_line
from nanoexplorer.render.rows.cells import INDENT, MARK
from nanoexplorer.render.rows.flow import Page, flow
from nanoexplorer.render.rows.rendering import Columns, Picture, Rendering, Span
from nanoexplorer.render.rows.wrapping import LEADING, Sizes, height_of, width_of, wrapped
from nanoexplorer.words import common
from nanoexplorer.words import export as words

EDGE, TOP, END = 48.0, 24.0, 14.0
CODE: Final = 84.0
"""Px of the side of the code to be scanned, on a slide."""
BESIDE_CODE: Final = 16.0
BESIDE: Final = 24.0
"""Between a title and what stands beside it, and between the foot and the code."""
VALUE_PAD: Final = 10.0
VALUE_GAP: Final = 8.0
GLYPH: Final = 10.0
"""Px of the glyph of a status that is counted, of what stands before and after it, and before the
next kind.
"""
BEFORE_GLYPH, AFTER_GLYPH, BEFORE_KIND = 8.0, 4.0, 12.0
LONGEST: Final = 99
"""Pages that a title's number is measured for."""


class Faces(NamedTuple):
    """The sizes of type: titles, from the largest that one is set in down, and the rest.

    `exact` where it is sure to be set in our own font.
    """

    titles: tuple[Sizes, ...]
    body: Sizes
    value: float
    exact: bool

    @property
    def foot(self) -> Sizes:
        """As large as what is small in the body."""
        return Sizes(self.body.small, self.body.small, self.exact)

    @property
    def values(self) -> Sizes:
        """Of the profile's values."""
        return Sizes(self.value, self.value, self.exact)


def faces(*titles: float, body: float, small: float, value: float, exact: bool) -> Faces:
    """Sizes in px."""
    made = tuple(Sizes(size, size, exact) for size in titles)
    return Faces(made, Sizes(body, small, exact), value, exact)


class Value(NamedTuple):
    """A value of the profile in its box."""

    rect: QRectF
    text: str
    known: bool


class Placed(NamedTuple):
    """Words, or the glyph of a count, in their place on the line of what is only counted."""

    rect: QRectF
    span: Span | None
    counted: Count | None = None


class Frame(NamedTuple):
    """Where everything stands; what is not there has no height.

    `inside`: the first line of the provenance, where a figure has it within its own edges; `mark`:
    of the verdict of what is only counted.
    """

    size: QSizeF
    title_sizes: Sizes
    title: QRectF
    values: tuple[Value, ...]
    subtitle: QRectF
    body: QRectF
    inside: QRectF
    tally: QRectF
    tallied: tuple[Placed, ...]
    mark: QRectF
    remarks: QRectF
    foot: QRectF
    case: QRectF
    code: QRectF


class Around(NamedTuple):
    """What is said around a body."""

    title: list[Span]
    values: tuple[tuple[str, bool], ...]
    subtitle: list[Span]
    remarks: list[Span]
    inside: list[Span]
    foot: list[Span]
    case: list[Span]
    tallies: tuple[Tally, ...]


def around(rendering: Rendering, provenance: Provenance, page: str = "", more: str = "") -> Around:
    """What stands around a rendering's body. `page` such as "(2 of 3)", `more`: a remark of the
    medium's own.
    """
    figure = isinstance(rendering.body, Picture)
    line = provenance.profile_line or rendering.subtitle or BETWEEN  # a pack may have no field
    before, profile, after = rendering.subtitle.partition(line)
    rest = BETWEEN.join(part for part in (before.strip(" ·\n"), after.strip(" ·\n")) if part)
    first, second = first_line(provenance), second_line(provenance, shown=bool(profile))
    title = words.TITLE_PAGE.format(title=rendering.title, page=page) if page else rendering.title
    remarks = [*provenance.remarks, *([more] if more else [])]
    return Around(
        title=[Span(title, bold=True)],
        values=provenance.values if profile else (),
        subtitle=[Span(rest, "ink-muted")] if rest else [],
        remarks=[Span("\n".join(remarks), "ink-muted", small=True)] if remarks else [],
        inside=first if figure else [],
        foot=second if figure else [*first, Span("\n", small=True), *second],
        case=[
            Span(provenance.case_code, "ink", small=True),
            Span(f"\n{words.REOPENS}", "ink-muted", small=True),
        ],
        tallies=rendering.tallies,
    )


def framed(size: QSizeF, said: Around, type_: Faces, side: float = CODE) -> Frame:
    """From the top down to the body, and from the bottom up to it; `side`: of the code, beside
    which all below the body stands.
    """
    room = size.width() - 2 * EDGE
    sizes = _title_sizes(said, room, type_)
    title, values = _title(said, room, sizes, type_)
    under = max([title.bottom(), *(value.rect.bottom() for value in values)])
    subtitle = QRectF(EDGE, under + 2, room, _high(said.subtitle, room, type_.body))
    start = (subtitle.bottom() if said.subtitle else under) + 12
    end = size.height() - END
    code = QRectF(EDGE + room - side, end - side, side, side)
    low = _low(said, QRectF(EDGE, 0, room - side - BESIDE_CODE, end), type_)
    inside = QRectF(EDGE, 0, room, _high(said.inside, room, type_.foot))
    inside.moveBottom(min(low.top, code.top()) - (10 if said.inside else 4))
    return Frame(
        size=size,
        title_sizes=sizes,
        title=title,
        values=values,
        subtitle=subtitle,
        body=QRectF(EDGE, start, room, inside.top() - 4 - start),
        inside=inside,
        code=code,
        **low._asdict(),
    )


class _Low(NamedTuple):
    """What stands below a body, beside the code."""

    tally: QRectF
    tallied: tuple[Placed, ...]
    mark: QRectF
    remarks: QRectF
    foot: QRectF
    case: QRectF

    @property
    def top(self) -> float:
        return self.tally.top() - (0 if self.tallied else 8)


def _low(said: Around, area: QRectF, type_: Faces) -> _Low:
    """From the bottom of an area up: the foot, remarks, and what is only counted."""
    left, room = area.left(), area.width()
    wide = max(_wide([span._replace(text=span.text.strip())], type_.foot) for span in said.case)
    beside = room - wide - BESIDE
    high = _high(said.foot, beside, type_.foot)
    tall = _high(said.case, wide + 1, type_.foot)
    top = area.bottom() - max(high, tall)
    remarks = QRectF(left, 0, room, _high(said.remarks, room, type_.foot))
    remarks.moveBottom(top - 8 - (8 if said.remarks else 0))
    tallied, counted = _tallied(said.tallies, room, type_)
    tally = QRectF(left, remarks.top() - counted, room, counted)
    shifted = tuple(one._replace(rect=one.rect.translated(left, tally.top())) for one in tallied)
    middle = shifted[0].rect.center().y() if shifted else 0.0
    return _Low(
        tally,
        shifted,
        QRectF(left, middle - MARK / 2, MARK, MARK),
        remarks,
        QRectF(left, top, beside, high),
        QRectF(left + room - wide, top, wide + 1, tall),
    )


def paged(
    body: Columns, at: Callable[[str], Frame], sizes: Sizes
) -> tuple[Frame, list[tuple[str, Page]]]:
    """Columns on as many pages as they take, each with which of how many it is; `at` frames them
    under a title with such a number. One alone has none.
    """
    frame = at("")
    pages = flow(body, frame.body, sizes)
    if len(pages) == 1:
        return frame, [("", pages[0])]
    frame = at(words.SLIDE_OF.format(page=LONGEST, of=LONGEST))
    pages = flow(body, frame.body, sizes)
    numbers = (words.SLIDE_OF.format(page=n, of=len(pages)) for n in range(1, len(pages) + 1))
    return frame, list(zip(numbers, pages, strict=True))


def _title_sizes(said: Around, room: float, type_: Faces) -> Sizes:
    """The first with which a title is one line, or else two."""
    for most in (1, 2):
        for sizes in type_.titles[: -most or None]:
            if len(wrapped(said.title, room, sizes)) <= most:
                return sizes
    return type_.titles[-1]


def _title(
    said: Around, room: float, sizes: Sizes, type_: Faces
) -> tuple[QRectF, tuple[Value, ...]]:
    """The title with the profile's values beside it, or below it where there is no room."""
    boxes = [
        _wide([Span(text, bold=True)], type_.values) + 2 * VALUE_PAD for text, _ in said.values
    ]
    asked = sum(boxes) + VALUE_GAP * (len(boxes) - 1) if boxes else 0.0
    title = QRectF(EDGE, TOP, room, _high(said.title, room, sizes))
    high = type_.value * LEADING + 7
    if boxes and _wide(said.title, sizes) + BESIDE + asked <= room:
        title.setWidth(room - BESIDE - asked)
        left, top = EDGE + room - asked, title.center().y() - high / 2
        return title, tuple(_in_lines(said, boxes, QPointF(left, top), asked + 1, high))
    start = QPointF(EDGE, title.bottom() + 6)
    return title, tuple(_in_lines(said, boxes, start, room, high))


def _in_lines(
    said: Around, boxes: Sequence[float], start: QPointF, room: float, high: float
) -> Iterator[Value]:
    at = QPointF(start)
    for (text, known), wide in zip(said.values, boxes, strict=True):
        if at.x() > start.x() and at.x() + wide > start.x() + room:
            at = QPointF(start.x(), at.y() + high + 5)
        yield Value(QRectF(at.x(), at.y(), wide, high), text, known)
        at.setX(at.x() + wide + VALUE_GAP)


def _tallied(
    tallies: Sequence[Tally], room: float, type_: Faces
) -> tuple[tuple[Placed, ...], float]:
    """What is only counted, from the origin: under its heading one kind after the other, and how
    high that is. A kind begins a line of its own where it has no room on the last.
    """
    if not tallies:
        return (), 0.0
    sizes, line = type_.body, type_.body.body * LEADING
    heading = Span(tallies[0].said[0].text, bold=True)
    x, y = float(INDENT), 6.0
    made = [Placed(QRectF(x, y, _wide([heading], sizes), line), heading)]
    x = made[0].rect.right() + BEFORE_KIND
    for tally in tallies:
        parts = list(_counted(tally, type_))
        wide = parts[-1].rect.right()
        if x + wide > room:
            x, y = float(INDENT), y + line
        made += (part._replace(rect=part.rect.translated(x, y)) for part in parts)
        x += wide + BEFORE_KIND
    return tuple(made), y + line + 2


def _counted(tally: Tally, type_: Faces) -> Iterator[Placed]:
    """Of how many, and how many have each status; from the origin, on one line."""
    line = type_.body.body * LEADING
    x = 0.0
    whole = Span(tally.of, bold=True, small=True)
    for span, count in ((whole, None), *_numbers(tally)):
        if count is not None:
            x += BEFORE_GLYPH
            yield Placed(QRectF(x, (line - GLYPH) / 2, GLYPH, GLYPH), None, count)
            x += GLYPH + AFTER_GLYPH
        elif x:
            x += BEFORE_GLYPH
        wide = _wide([span], type_.body)
        yield Placed(QRectF(x, 0, wide, line), span)
        x += wide


def _numbers(tally: Tally) -> Iterator[tuple[Span, Count | None]]:
    for count in tally.counts:
        said = common.NUMBER_OF.format(number=count.number, what=count.mark.short)
        yield Span(said, "ink-muted", small=True), count
    if tally.disputed:
        said = common.DISPUTED_NUMBER.format(number=tally.disputed)
        yield Span(said, "ink-muted", small=True), None


def _wide(spans: Iterable[Span], sizes: Sizes) -> float:
    return sum(width_of(span, sizes) for span in spans)


def _high(spans: Sequence[Span], room: float, sizes: Sizes) -> float:
    return height_of(wrapped(spans, room, sizes)) if spans else 0.0
