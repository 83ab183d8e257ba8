"""A list that lays out what is seen: its rows stand where they would if all were laid out."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QStringListModel, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nanoexplorer.overriding import override
from nanoexplorer.ui.controls.long_list import MANY, Index, LongList

ROWS = 10_000
HIGH = 300


class Painter(QStyledItemDelegate):
    """Takes note of the rows that are painted, and of those under the mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[int] = []
        self.over: list[int] = []

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.rows.append(index.row())
        if option.state & QStyle.StateFlag.State_MouseOver:
            self.over.append(index.row())


class Numbers(LongList):
    """Rows of five heights, none as the first one that is guessed from."""

    def __init__(self, rows: int = ROWS) -> None:
        super().__init__()
        self.laid_out: list[int] = []
        self.strings = QStringListModel([str(row) for row in range(rows)], self)
        self.setModel(self.strings)
        self.painter = Painter(self)
        self.setItemDelegate(self.painter)
        self.setMouseTracking(True)
        self.resize(200, HIGH)

    @override
    def height_of(self, row: int) -> int:
        self.laid_out.append(row)
        return 20 + 7 * (row % 5)

    @override
    def alike(self) -> Iterable[int]:
        return (1, self.model().rowCount() - 1) if self.model().rowCount() > 1 else ()

    def rect_of(self, row: int) -> tuple[int, int]:
        """Where a row begins in the view, and where it ends."""
        rect = self.visualRect(self.model().index(row, 0))
        return rect.top(), rect.top() + rect.height()

    def seen(self) -> list[int]:
        """The rows that are painted now."""
        self.painter.rows.clear()
        self.viewport().repaint()
        return list(self.painter.rows)


@pytest.fixture
def numbers(qtbot: QtBot) -> Numbers:
    made = Numbers()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: bool(made.painter.rows))
    return made


def assert_whole(shown: Numbers) -> None:
    """What is painted fills the view, each row as high as it is, below the one before."""
    rows = shown.seen()
    assert rows == list(range(rows[0], rows[-1] + 1))
    places = [shown.rect_of(row) for row in rows]
    assert places[0][0] <= 0
    assert places[-1][1] >= shown.viewport().height()
    assert all(one[1] == other[0] for one, other in pairwise(places))
    assert [end - top for top, end in places] == [20 + 7 * (row % 5) for row in rows]


def test_what_nobody_sees_is_not_laid_out(numbers: Numbers) -> None:
    assert_whole(numbers)
    assert len(set(numbers.laid_out)) < 20


def test_a_short_list_is_laid_out_whole(qtbot: QtBot) -> None:
    short = Numbers(MANY)
    qtbot.addWidget(short)
    short.show()
    qtbot.waitUntil(lambda: bool(short.painter.rows))
    whole = sum(20 + 7 * (row % 5) for row in range(MANY))
    bar = short.verticalScrollBar()
    assert bar.maximum() + short.viewport().height() == whole


@pytest.mark.parametrize("share", [0.3, 0.77, 1.0])
def test_wherever_the_scroll_bar_is_taken_rows_fill_the_view(
    numbers: Numbers, share: float
) -> None:
    bar = numbers.verticalScrollBar()
    bar.setValue(round(bar.maximum() * share))
    assert_whole(numbers)
    assert (numbers.seen()[-1] == ROWS - 1) == (share == 1.0)
    assert len(set(numbers.laid_out)) < 60


@pytest.mark.parametrize("step", [-130, -40, 40, 130])
def test_a_step_moves_what_is_seen_by_just_so_much(numbers: Numbers, step: int) -> None:
    bar = numbers.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    row = numbers.seen()[3]
    before = numbers.rect_of(row)[0]
    for steps in (1, 2, 3):
        bar.setValue(bar.value() + step)
        assert numbers.rect_of(row)[0] == before - steps * step
    assert_whole(numbers)


def test_the_keyboard_goes_to_both_ends_and_by_a_page(numbers: Numbers) -> None:
    numbers.setCurrentIndex(numbers.model().index(0, 0))
    for key, row in (
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_End, ROWS - 1),
        (Qt.Key.Key_Up, ROWS - 2),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Up, 0),
    ):
        QTest.keyClick(numbers, key)
        assert numbers.currentIndex().row() == row
        top, end = numbers.rect_of(row)
        assert top >= 0
        assert end <= numbers.viewport().height()
    last = numbers.seen()[-1]
    QTest.keyClick(numbers, Qt.Key.Key_PageDown)
    assert last - 1 <= numbers.currentIndex().row() <= last + 1
    QTest.keyClick(numbers, Qt.Key.Key_PageUp)
    assert numbers.currentIndex().row() <= 1


@pytest.mark.parametrize(
    ("hint", "asked"),
    [
        (QAbstractItemView.ScrollHint.PositionAtTop, 0),
        (QAbstractItemView.ScrollHint.PositionAtCenter, 1),
        (QAbstractItemView.ScrollHint.PositionAtBottom, 2),
    ],
)
def test_a_row_is_brought_where_it_is_asked_for(
    numbers: Numbers, hint: QAbstractItemView.ScrollHint, asked: int
) -> None:
    numbers.scrollTo(numbers.model().index(5000, 0), hint)
    top, end = numbers.rect_of(5000)
    free = numbers.viewport().height() - (end - top)
    assert abs(top - free * asked / 2) <= 1
    assert_whole(numbers)
    assert len(set(numbers.laid_out)) < 60


def test_a_click_picks_the_row_under_it(numbers: Numbers) -> None:
    numbers.scrollTo(numbers.model().index(777, 0))
    top, end = numbers.rect_of(775)
    place = QPoint(50, (top + end) // 2)
    assert numbers.indexAt(place).row() == 775
    QTest.mouseClick(numbers.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [index.row() for index in numbers.selectedIndexes()] == [775]
    assert not numbers.visualRegionForSelection(numbers.selectionModel().selection()).isEmpty()
    assert not numbers.indexAt(QPoint(50, 10**7)).isValid()


def test_the_row_under_the_mouse_is_marked_until_it_leaves(numbers: Numbers) -> None:
    top, end = numbers.rect_of(4)
    QTest.mouseMove(numbers.viewport(), QPoint(5, 1))
    QTest.mouseMove(numbers.viewport(), QPoint(50, (top + end) // 2))
    numbers.painter.over.clear()
    numbers.seen()
    assert set(numbers.painter.over) == {4}
    QApplication.sendEvent(numbers.viewport(), QEvent(QEvent.Type.Leave))
    numbers.painter.over.clear()
    numbers.seen()
    assert numbers.painter.over == []


def test_one_comes_back_to_the_row_where_one_was(numbers: Numbers) -> None:
    numbers.scrollTo(numbers.model().index(4000, 0))
    place, rows = numbers.place, numbers.seen()
    numbers.strings.setStringList([str(row) for row in range(ROWS)])
    numbers.come_back(place)
    assert numbers.seen() == rows


def test_a_list_that_got_shorter_shows_its_end(numbers: Numbers) -> None:
    numbers.scrollTo(numbers.model().index(ROWS - 1, 0))
    place = numbers.place
    numbers.strings.setStringList([str(row) for row in range(100)])
    numbers.come_back(place)
    assert numbers.seen()[-1] == 99
    numbers.strings.setStringList([])
    numbers.come_back(place)
    assert numbers.seen() == []
    assert not numbers.indexAt(QPoint(1, 1)).isValid()
