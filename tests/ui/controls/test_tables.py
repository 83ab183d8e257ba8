"""Tables and what paints their cells: rows under headings, a theme that reaches all of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame
from pytestqt.qtbot import QtBot

from nanoexplorer.overriding import override
from nanoexplorer.ui.base.theme import chosen_theme, dress
from nanoexplorer.ui.controls.cells import Cells
from nanoexplorer.ui.controls.tables import Table, TableModel

ROLES = Qt.ItemDataRole


class Cups(TableModel):
    rows = ("tea", "coffee")
    headings = ("cup", "size", "warmth")

    @override
    def heading_tip(self, column: int) -> str:
        return f"<{self.headings[column]}>"


def test_a_model_has_its_rows_and_headings_and_nothing_below_a_cell() -> None:
    cups = Cups()
    assert (cups.rowCount(), cups.columnCount()) == (2, 3)
    inside = cups.createIndex(0, 0)
    assert (cups.rowCount(inside), cups.columnCount(inside)) == (0, 0)
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert cups.headerData(1, across) == "size"
    assert cups.headerData(1, down) is None
    assert "&lt;size&gt;" in cups.headerData(1, across, ROLES.ToolTipRole)


def test_a_table_is_walked_through_by_rows_and_edits_nothing(
    app: QApplication, qtbot: QtBot
) -> None:
    table = Table("cups", "All cups", Cups())
    qtbot.addWidget(table)
    table.selectRow(1)
    chosen = table.selectionModel().selectedIndexes()
    assert {index.row() for index in chosen} == {1}
    assert table.editTriggers() == Table.EditTrigger.NoEditTriggers
    assert table.accessibleName() == "All cups"


def test_a_theme_reaches_whatever_paints_within_a_widget(app: QApplication, qtbot: QtBot) -> None:
    around = QFrame()
    qtbot.addWidget(around)
    table = Table("cups", "All cups", Cups())
    table.setParent(around)
    cells = Cells(table, chosen_theme("light"), 150)
    dress(around, chosen_theme("dark"))
    assert cells.theme is chosen_theme("dark")
    assert cells.px(10) == 15
