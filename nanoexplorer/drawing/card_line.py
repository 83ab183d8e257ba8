"""The lines of a list of strategies: headings, strategies in a line or two, counts of a group."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QLineF, QRectF

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.evidence import Status
from nanoexplorer.documents.blocks import NOTED, CardLine, Count, Mark, Phrase, Tally, Weight
from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.fonts import shared
from nanoexplorer.drawing.layout import Layout, Setter, Spot
from nanoexplorer.drawing.looks import SIGN, VERDICT
from nanoexplorer.drawing.typesetting import advance

_GLYPH: Final = 15
"""Px at 100 % from a status's glyph to its label, or to its number."""
_ICON: Final = 12
_GAP: Final = 8
_END: Final = 20
"""Px at 100 % at the right end for a note or the mark of a disputed status."""
_CHEVRON: Final = 16
_SIDE: Final = 6
"""Px at 100 % left free at both ends: the frame of what is selected cuts no word and no sign."""
_LEAST_NAME: Final = 0.4
"""The share of the width below which a name has the line for itself."""


def label_room(statuses: tuple[Status, ...], zoom: int) -> float:
    """The px that the widest short label of a pack's statuses takes in a line."""
    used = shared(zoom, fonts.META)
    return max((advance(status.short_label, used) for status in statuses), default=0.0)


@lru_cache(maxsize=32768)
def lay_out_line(words: CardLine, width: int, zoom: int, labels: float, *, row: bool) -> Layout:
    """A strategy with its statuses at the right, in lines of at least 20 px.

    `labels`: see `label_room`. `row`: in a table, where it is small and set in.
    """
    return _LineSetter(words, width, zoom, labels, row).set()


class _LineSetter(Setter):
    """Sets a line: the name beside its statuses, or above them; what else is said below."""

    def __init__(self, words: CardLine, width: int, zoom: int, labels: float, row: bool) -> None:
        super().__init__(width, zoom)
        self.line, self.labels, self.row = words, labels, row
        self.left = self.px(_CHEVRON if row else _SIDE)
        self.right = width - self.px(_SIDE)

    def set(self) -> Layout:
        self.rules.append(QLineF(self.left if self.row else 0, 0.5, self.width, 0.5))
        size = fonts.SMALL if self.row else fonts.ITEM
        top = self.px(1 if self.row else 4)
        taken = self._taken()
        room = self.right - taken - self.px(_GAP) - self.left
        beside = room >= max(_LEAST_NAME * self.width, self._widest(size))
        whole = self.right - self.left - (0 if beside else self.px(_END))
        below = self.put_lines(self.line.title, self.left, top, room if beside else whole, size)
        middle = top + self.px(size * 0.7) if beside else below + self.px(fonts.META * 0.7)
        self._statuses(middle)
        self._end(top + self.px(size * 0.7))
        top = below if beside else below + self.px(fonts.META * 1.5)
        for piece in self.line.pieces:
            if piece.weight is Weight.LEAD:
                top = self.put_phrase(
                    piece.said, self.left, top, self.right - self.left, fonts.SMALL
                )
        return self.laid_out(top + self.px(1 if self.row else 4))

    def _widest(self, size: int) -> float:
        """The px of the longest word of the name: a word is never broken to stand beside."""
        used = shared(self.zoom, size)
        return max(advance(word, used) for word in self.line.title.replace("-", "- ").split())

    def _cell(self, mark: Mark, *, last: bool) -> float:
        """How wide a status is; the labels of the last ones stand below each other."""
        label = self.labels if last else advance(mark.short, shared(self.zoom, fonts.META))
        beside = self.px(4 + _ICON) if mark.disputed and not last else 0.0
        return self.px(_GLYPH) + label + beside

    def _taken(self) -> float:
        marks = self.line.chips
        cells = (self._cell(mark, last=mark is marks[-1]) for mark in marks)
        return sum(cells) + self.px(_END) + self.px(_GAP) * max(0, len(marks) - 1)

    def _statuses(self, middle: float) -> None:
        x = self.right - self._taken()
        used, high = shared(self.zoom, fonts.META), self.px(18)
        for place, mark in enumerate(self.line.chips):
            last = place == len(self.line.chips) - 1
            self.put_status(x, middle, mark)
            end = self.put(x + self.px(_GLYPH), middle + self.px(4), mark.short, used, "ink-muted")
            if mark.disputed and not last:
                self._disputed(end + self.px(4), middle)
            wide = self._cell(mark, last=last)
            self.spots.append(Spot(QRectF(x, middle - high / 2, wide, high), "status", str(place)))
            x += wide + self.px(_GAP)

    def _disputed(self, x: float, middle: float) -> QRectF:
        side = self.px(_ICON)
        box = QRectF(x, middle - side / 2, side, side)
        self.disputed.append(box)
        return box

    def _end(self, middle: float) -> None:
        """At the right end: that a note disputes the status before it, or that there is a note."""
        side, marks = self.px(_ICON), self.line.chips
        x = self.right - side
        if marks and marks[-1].disputed:
            box = self._disputed(x, middle)
            self.spots.append(Spot(box, "status", str(len(marks) - 1)))
        elif self.line.notes:
            look = SIGN[NOTED]
            box = self.put_sign(x, middle, side, look.mark, look.role)
            self.spots.append(Spot(box, "notes"))


@lru_cache(maxsize=256)
def lay_out_heading(verdict: Verdict, said: Phrase, width: int, zoom: int) -> Layout:
    """What stands over a group, its mark before it."""
    setter = Setter(width, zoom)
    look, left, top = VERDICT[verdict], setter.px(24), setter.px(5)
    middle = top + setter.px(fonts.ITEM * 0.7)
    box = setter.put_sign(0, middle, setter.px(16), look.mark, look.role)
    below = setter.put_phrase(said, left, top, width - left, fonts.ITEM)
    setter.spots.append(Spot(box.united(QRectF(0, top, width, below - top)), "heading"))
    return setter.laid_out(below + setter.px(4))


@lru_cache(maxsize=1024)
def lay_out_tally(tally: Tally, width: int, zoom: int, *, opened: bool) -> Layout:
    """A group in one line that opens: its name, and how many have each status."""
    return _TallySetter(tally, width, zoom).set(opened)


class _TallySetter(Setter):
    """Sets the counts beside the name of a group, or below it where there is no room."""

    def __init__(self, tally: Tally, width: int, zoom: int) -> None:
        super().__init__(width, zoom)
        self.tally = tally

    def set(self, opened: bool) -> Layout:
        self.rules.append(QLineF(0, 0.5, self.width, 0.5))
        left, middle = self.px(_CHEVRON), self.px(10.5)
        chevron = "chevron-down" if opened else "chevron-right"
        self.put_sign(self.px(3), middle, self.px(11), chevron, "ink")
        counts = () if opened else self._counts()
        taken = sum(wide for _, wide in counts)
        right = self.width - self.px(_SIDE)
        beside = self._name() + taken + self.px(_GAP) + left <= right
        room = right - left - (taken + self.px(_GAP) if beside else 0)
        below = self.put_phrase(self.tally.said, left, self.px(2), room, fonts.META)
        if counts and not beside:
            middle, below = below + self.px(fonts.META * 0.7), below + self.px(fonts.META * 1.5)
        self._put_counts(counts, max(left, right - taken), middle)
        return self.laid_out(max(self.px(20), below + self.px(1)))

    def _name(self) -> float:
        said = self.tally.said
        return sum(advance(w.text, shared(self.zoom, fonts.META, w.strong)) for w in said)

    def _counts(self) -> tuple[tuple[Count | None, float], ...]:
        """Each count with the px that it takes; None: of those that a note disputes."""
        used = shared(self.zoom, fonts.META)
        found: list[Count | None] = [*self.tally.counts]
        found += [None] if self.tally.disputed else []
        return tuple(
            (one, self.px(_GLYPH + _GAP) + advance(str(self._number(one)), used)) for one in found
        )

    def _number(self, count: Count | None) -> int:
        return count.number if count else self.tally.disputed

    def _put_counts(
        self, counts: tuple[tuple[Count | None, float], ...], x: float, middle: float
    ) -> None:
        used, high = shared(self.zoom, fonts.META), self.px(18)
        for place, (count, wide) in enumerate(counts):
            at = x + self.px(_GAP)
            if count:
                self.put_status(at, middle, count.mark)
            else:
                side = self.px(_ICON)
                self.disputed.append(QRectF(at, middle - side / 2, side, side))
            number = str(self._number(count))
            self.put(at + self.px(_GLYPH), middle + self.px(4), number, used, "ink-muted")
            box = QRectF(x, middle - high / 2, wide, high)
            self.spots.append(Spot(box, "count" if count else "disputed", str(place)))
            x += wide


@lru_cache(maxsize=64)
def lay_out_more(said: str, width: int, zoom: int, *, opened: bool) -> Layout:
    """What opens all groups, or closes them."""
    setter = Setter(width, zoom)
    chevron, left, top = ("chevron-up" if opened else "chevron-down"), setter.px(_CHEVRON), 3
    setter.rules.append(QLineF(0, 0.5, width, 0.5))
    middle = setter.px(top + fonts.SMALL * 0.7)
    setter.put_sign(setter.px(3), middle, setter.px(11), chevron, "accent-text")
    below = setter.put_lines(
        said, left, setter.px(top), width - left, fonts.SMALL, heavy=True, role="accent-text"
    )
    return setter.laid_out(below + setter.px(3))


@lru_cache(maxsize=64)
def lay_out_text(said: str, width: int, zoom: int) -> Layout:
    """A remark between the groups."""
    setter = Setter(width, zoom)
    below = setter.put_lines(said, 0, setter.px(4), width, fonts.SMALL, role="ink-muted")
    return setter.laid_out(below + setter.px(4))
