"""The rows of a seminar's page: each kind under its heading, what the room said, the answer."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.teaching.seminar_cases import PAGE
from nanoexplorer.core.teaching.seminar_steps import Stage
from nanoexplorer.documents.blocks import Mark
from nanoexplorer.documents.seminar.page import Answer, Line, Page, Row, Vote
from nanoexplorer.drawing.chips import status_size
from nanoexplorer.drawing.layout import Sign
from nanoexplorer.drawing.looks import VERDICT
from nanoexplorer.drawing.seminar.picture import Ground, font_of
from nanoexplorer.drawing.seminar.typesetter import Typesetter
from nanoexplorer.words import common
from nanoexplorer.words.teaching import seminar as words

_NUMBER: Final = 52
"""Px for the number of a row, on a screen of 1920 px."""
_ROOM, _ANSWER, _STATUS = 0.545, 0.675, 0.84
"""Where the columns begin, as parts of the width."""
_NEAREST: Final = 0.5
_VOTE: Final = 46
"""Px of a column of votes."""
_BAR: Final = 30
"""Px of its highest bar."""


class TableSetter:
    """Sets rows at the scale of a type-setter; what was set is there, its chips and rows here."""

    def __init__(
        self, type_: Typesetter, page: Page, pointed: str, left: float, width: float
    ) -> None:
        self.type, self.page, self.pointed = type_, page, pointed
        self.left, self.width = left, width
        self.chips: list[tuple[QRectF, Mark]] = []
        self.rows: list[tuple[QRectF, str]] = []
        self.reveals = page.stage is Stage.REVEAL
        self.name = "name" if self.reveals else "strong"
        full = len(page.rows) == PAGE
        self.pad = type_.px((5 if full else 9) if self.reveals else (6 if full else 13))

    def set(self, top: float) -> float:
        """Set all rows from a height down; returns where the last one ends."""
        for row in self.page.rows:
            if row.heading:
                top = self._heading(row, top)
            top = self._row(row, top)
        return top

    def _at(self, part: float) -> float:
        return self.left + self.width * part

    def _heading(self, row: Row, top: float) -> float:
        """The kind, a strong line below it, and above the first rows what the columns are."""
        type_ = self.type
        bottom = type_.text(
            Line(row.heading, "heading"), self.left, top + type_.px(5), self.width / 2
        )
        if row is self.page.rows[0]:
            self._heads(bottom)
        bottom += type_.px(4)
        type_.grounds.append(Ground(QRectF(self.left, bottom, self.width, type_.px(2)), "ink"))
        return bottom + type_.px(2)

    def _heads(self, bottom: float) -> None:
        kind = "meta" if self.reveals else "small"
        heads = list(zip(self.page.heads, (_ROOM, _ANSWER, _STATUS), strict=False))
        voted = any(row.votes for row in self.page.rows)
        for head, part in heads[1 if voted else 0 :]:
            line = Line(head, kind, "ink-muted")
            room = self.width * (1 - part)
            top = bottom - self.type.height_of(line, room)
            at_end = part == _STATUS and self.reveals  # above the chips
            put = self.type.at_right if at_end else self.type.text
            put(line, self._at(part), top, room)
        if voted:
            side = self.type.px(26)
            for place, verdict in enumerate(Verdict):
                x = self._at(_ROOM) + self.type.px(_VOTE) * (place + 0.5) - side / 2
                look = VERDICT[verdict]
                self.type.signs.append(
                    Sign(QRectF(x, bottom - side, side, side), look.mark, look.role)
                )

    def _row(self, row: Row, top: float) -> float:
        """A number, the name and what stands below it; in columns what was said and what is so."""
        start, under = top + self.pad, len(self.type.grounds)
        inside = self.left + self.type.px(_NUMBER)
        ends = [self._name(row, inside, start)]
        if self.page.stage is Stage.NEAREST:
            ends.append(self._beside(row, start))
        else:
            ends.append(self._said(row, start))
            ends.append(self._answer(row, start))
            ends.append(self._statuses(row, start))
        bottom = max(ends) + self.pad
        box = QRectF(self.left, top, self.width, bottom - top)
        number = Line(str(row.number), self.name, "ink-muted")
        self.type.text(number, self.left, start, self.type.px(_NUMBER))
        line = QRectF(box.left(), bottom, box.width(), self.type.px(1.4))
        self.type.grounds.append(Ground(line, "line"))
        if row.strategy == self.pointed:
            out, low = self.type.px(12), self.type.px(2)
            around = box.adjusted(-out, low, out, -low)
            self.type.grounds.insert(under, Ground(around, "surface", "focus", self.type.px(10)))
        self.rows.append((box, row.strategy))
        return line.bottom()

    def _name(self, row: Row, left: float, top: float) -> float:
        share = _NEAREST if self.page.stage is Stage.NEAREST else _ROOM
        room = self.width * share - self.type.px(_NUMBER + 24)
        bottom = self.type.text(Line(row.name, self.name), left, top, room)
        if not self.reveals:
            return bottom
        return self.type.pieces(row.below or None, "reason", left, bottom, room)

    def _beside(self, row: Row, top: float) -> float:
        said = Line("".join(piece.text for piece in row.below), "body", "accent-text")
        return self.type.text(said, self._at(_NEAREST), top, self.width * (1 - _NEAREST))

    def _said(self, row: Row, top: float) -> float:
        """What the room said: hands as bars, or a verdict; below it the status beside answers."""
        left = self._at(_ROOM)
        room = self.width * ((_ANSWER if self.reveals else _STATUS) - _ROOM) - self.type.px(12)
        if row.votes:
            top = self._votes(row.votes, left, top)
        elif row.room:
            top = self._one(row.room, left, top, room)
        if row.room_status and self.reveals:
            top = self._one(row.room_status, left, top, room, "meta")
        return top

    def _one(self, said: Answer, left: float, top: float, room: float, kind: str = "") -> float:
        """One answer; once it is known, after a sign that says whether it is right."""
        kind = kind or ("verdict" if self.reveals else "strong")
        if said.right is None:
            return self.type.text(Line(said.text, kind, "ink"), left, top, room)
        role, glyph = ("right", "tick") if said.right else ("caution", "cross")
        return self.type.signed(Line(said.text, kind, role), glyph, left, top, room)

    def _votes(self, votes: tuple[Vote, ...], left: float, top: float) -> float:
        """A bar and a number for each verdict; the answer's are in its colour."""
        most = max(vote.number for vote in votes)
        step, high = self.type.px(_VOTE), self.type.px(_BAR)
        kind = "meta" if self.reveals else "small"
        bottom = top
        for place, vote in enumerate(votes):
            x = left + place * step
            tall = max(high * vote.number / most, self.type.px(2))
            bar = QRectF(x + step * 0.2, top + high - tall, step * 0.6, tall)
            role = "right" if vote.right else "ink-muted"
            self.type.grounds.append(Ground(bar, role))
            number = Line(common.grouped_number(vote.number), kind, role)
            bottom = self.type.centred(number, x, top + high + self.type.px(2), step)
        return bottom

    def _answer(self, row: Row, top: float) -> float:
        if not row.verdict:
            return top
        look, room = VERDICT[row.verdict], self.width * (_STATUS - _ANSWER) - self.type.px(12)
        said = Line(words.ANSWERS[row.verdict], "verdict", look.role)
        return self.type.signed(said, look.mark, self._at(_ANSWER), top, room)

    def _statuses(self, row: Row, top: float) -> float:
        """The chips of the sources; before they are revealed what the room says."""
        left, room = self._at(_STATUS), self.width * (1 - _STATUS)
        if row.room_status and not self.reveals:
            return self._one(row.room_status, left, top, room, "strong")
        font = font_of("chip", self.type.scale)
        for chip in row.chips:
            size = status_size(chip, font)
            wide = min(size.width(), room)
            self.chips.append((QRectF(left + room - wide, top, wide, size.height()), chip))
            top += size.height() + self.type.px(6)
        return top - (self.type.px(6) if row.chips else 0)
