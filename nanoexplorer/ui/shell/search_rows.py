"""The rows of what a search found: headings, hits with what was found in them marked, and ways on.

Text of a pack is painted as text, letter by letter as it stands there: nothing reads markup in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QAbstractListModel, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.search import GROUPS, Found
from nanoexplorer.documents.finding import find, index_of
from nanoexplorer.documents.found_hits import Hit, Marked, hits
from nanoexplorer.drawing import fonts, typesetting
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.overriding import override
from nanoexplorer.ui.controls.cells import NO_INDEX, Cells, Index
from nanoexplorer.words import search as words

AT_FIRST: Final = 4
"""Hits of a group that are shown until all of them are asked for."""
_SIDE: Final = 12
_TEXT_ROLES: Final = (
    Qt.ItemDataRole.DisplayRole.value,
    Qt.ItemDataRole.AccessibleTextRole.value,
)
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter.value | Qt.AlignmentFlag.AlignLeft.value


class Heading(NamedTuple):
    """The head of a group."""

    text: str


class Line(NamedTuple):
    """A remark on the search."""

    text: str


class All(NamedTuple):
    """The way to all hits of a group."""

    group: str
    text: str


class Instead(NamedTuple):
    """Another search, which finds something."""

    search: str
    text: str


Words = Heading | Line | All | Instead
Row = Words | Hit


class FoundModel(QAbstractListModel):
    """What a search found, group by group."""

    def __init__(self, pack: Pack, parent: QObject) -> None:
        super().__init__(parent)
        self._pack = pack
        self._asked: tuple[Profile, str] | None = None
        self._whole: set[str] = set()
        self.rows: tuple[Row, ...] = ()
        self.counts: tuple[tuple[str, int], ...] = ()

    def show(self, profile: Profile, text: str) -> None:
        """Search anew."""
        if self._asked != (profile, text):
            self._asked = profile, text
            self._whole.clear()
            self._fill()

    def show_all(self, group: str) -> None:
        """Show every hit of a group."""
        self._whole.add(group)
        self._fill()

    def _fill(self) -> None:
        if self._asked is None:
            return
        self.beginResetModel()
        profile, text = self._asked
        found = find(self._pack, profile, text)
        self.counts = tuple((group, found.count(group)) for group in GROUPS)
        self.rows = tuple(self._made(profile, text, found))
        self.endResetModel()

    def _made(self, profile: Profile, text: str, found: Found) -> Iterator[Row]:
        if not found.everything:
            yield from self._nothing(text)
            return
        if found.meant:
            yield Line(words.meant(found.meant))
        if found.respelt:
            yield Line(words.RESPELT.format(words=", ".join(found.respelt[: words.MOST_WORDS])))
        for group, count in self.counts:
            whole = group in self._whole or count <= AT_FIRST + 1
            if count:
                yield Heading(words.heading(group, count))
                yield from hits(self._pack, profile, found, group, 0 if whole else AT_FIRST)
            if not whole:
                yield All(group, words.ALL.format(count=count))

    def _nothing(self, text: str) -> Iterator[Row]:
        yield Line(words.LOOKED_IN.format(text=text.strip()))
        nearest = index_of(self._pack).nearest(text)
        if nearest:
            yield Line(words.NEAREST)
        for search in nearest:
            yield Instead(search, words.INSTEAD.format(text=search))

    @property
    def first(self) -> int:
        """The first row that one can go to, or -1."""
        return next((n for n, row in enumerate(self.rows) if _leads_on(row)), -1)

    def row(self, place: int) -> Row | None:
        """The row at a place; None beyond the ends."""
        return self.rows[place] if 0 <= place < len(self.rows) else None

    @override
    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row())
        if role not in _TEXT_ROLES or row is None:
            return None
        return row.spoken if isinstance(row, Hit) else row.text

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Arrow keys pass by what leads nowhere."""
        never = Qt.ItemFlag.ItemNeverHasChildren
        if not _leads_on(self.row(index.row())):
            return never
        return never | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _leads_on(row: Row | None) -> bool:
    return isinstance(row, Hit | All | Instead)


class FoundCells(Cells):
    """Paints the rows."""

    def __init__(self, model: FoundModel, view: QListView, theme: Theme, zoom: int) -> None:
        super().__init__(view, theme, zoom)
        self._model = model

    def _font(self, size: int, weight: QFont.Weight = fonts.REGULAR) -> QFont:
        return fonts.font(size, weight, zoom=self.zoom)

    def height(self, place: int, width: int) -> int:
        """Px of a row in a list so wide."""
        row = self._model.row(place)
        if isinstance(row, Hit):
            lines = QFontMetrics(self._font(fonts.BODY)).height()
            if row.under.text:
                lines += QFontMetrics(self._font(fonts.SMALL)).height()
            return lines + self.px(8)
        if isinstance(row, Line):
            room = width - 2 * self.px(_SIDE)
            return typesetting.height(row.text, self._font(fonts.SMALL), room) + self.px(10)
        return self.px(28)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self.view.width()
        return QSize(width, self.height(index.row(), width))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row(index.row())
        box: QRect = option.rect
        if _leads_on(row) and option.state & QStyle.StateFlag.State_Selected:
            self.paint_ground(painter, option)
            edge = QRect(box.left(), box.top(), self.px(3), box.height())
            painter.fillRect(edge, QColor(self.theme["accent"]))
        inside = box.adjusted(self.px(_SIDE), 0, -self.px(_SIDE), 0)
        if isinstance(row, Hit):
            self._paint_hit(painter, inside, row)
        elif row is not None:
            self._paint_words(painter, inside, row)

    def _paint_words(
        self, painter: QPainter, box: QRect, row: Heading | Line | All | Instead
    ) -> None:
        heading, ways = isinstance(row, Heading), isinstance(row, All | Instead)
        painter.setFont(self._font(fonts.SMALL, fonts.SEMIBOLD if heading else fonts.REGULAR))
        painter.setPen(QColor(self.theme["accent-text" if ways else "ink-muted"]))
        if isinstance(row, Line):
            typesetting.draw(painter, QRectF(box).adjusted(0, self.px(5), 0, 0), row.text)
            return
        shown = painter.fontMetrics().elidedText(row.text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _MIDDLE, shown)

    def _paint_hit(self, painter: QPainter, box: QRect, hit: Hit) -> None:
        top = box.top() + self.px(4)
        top += self._paint_line(painter, box, top, hit.title, fonts.BODY, "ink")
        self._paint_line(painter, box, top, hit.under, fonts.SMALL, "ink-muted")

    def _paint_line(
        self, painter: QPainter, box: QRect, top: int, line: Marked, size: int, role: str
    ) -> int:
        """Paint a line until there is no room, what is found in it bold; returns its height."""
        height = QFontMetrics(self._font(size)).height()
        left, end = box.left(), box.right()
        for text, found in _pieces(line):
            painter.setFont(self._font(size, fonts.BOLD if found else fonts.REGULAR))
            painter.setPen(QColor(self.theme["accent-text" if found else role]))
            metrics = painter.fontMetrics()
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, end - left)
            painter.drawText(left, top + metrics.ascent(), shown)
            left += metrics.horizontalAdvance(shown)
            if shown != text:
                break
        return height


def _pieces(line: Marked) -> Iterator[tuple[str, bool]]:
    """A line in stretches: the text, and whether it is what is found."""
    done = 0
    for first, last in line.marks:
        if first > done:
            yield line.text[done:first], False
        yield line.text[first:last], True
        done = last
    if done < len(line.text):
        yield line.text[done:], False
