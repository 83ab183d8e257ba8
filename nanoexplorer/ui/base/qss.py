"""The style sheet, before a theme and a zoom fill it; see `theme.stylesheet`.

`@role` is a colour role, `@small` … `@title` a font size, `8px` is scaled by the zoom, `1hair` is
the thickness of a line. A focus ring is two hairs thick where the line was one; the padding gives
back what the ring takes (`8px-2hair`), so nothing moves. A spin box shows no buttons of its own
(ours stand beside it); `setButtonSymbols(NoButtons)` would squash its text to nothing. Selectors
name a type and at most one property, which keeps polishing cheap; where the keyboard is shows while
keys are used (`ring`, see `rings`), and always where something is written.
"""

from __future__ import annotations

from typing import Final

_SURFACES: Final = """
QMainWindow, QDialog { background: @paper; }
QFrame[role="paper"] { background: @paper; border: none; }
QFrame[role="header"] { background: @surface; border: none; border-bottom: 1hair solid @line; }
QFrame[role="banner"] {
  background: @caution-surface; border: none; border-bottom: 1hair solid @caution-line;
}
QFrame[role="side"] { background: @sunken; border: none; }
QFrame[role="inspector"] { background: @surface; border: none; }
QFrame[role="foot"] { background: @surface; border: none; border-top: 1hair solid @line; }
QFrame[role="card"] {
  background: @surface; border: 1hair solid @line-strong; border-radius: 12px;
}
QFrame[role="popup"] {
  background: @surface; border: 1hair solid @line-strong; border-radius: 6px;
}
QFrame[role="rule"] { background: @line; border: none; max-height: 1hair; min-height: 1hair; }
QScrollArea { background: transparent; border: none; }
QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1hair; }
QSplitter::handle:vertical { height: 1hair; }
QStatusBar {
  background: @sunken; color: @ink-muted; font-size: @small;
  border-top: 1hair solid @line;
}
QStatusBar[tone="caution"] { color: @caution-strong; font-weight: 600; }
QStatusBar::item { border: none; }
"""

_TEXT: Final = """
QLabel { background: transparent; color: @ink; }
QLabel:disabled { color: @disabled-ink; }
QLabel[role="title"] { font-size: @title; font-weight: 700; }
QLabel[role="lead"] { font-size: @lead; font-weight: 600; }
QLabel[role="lead-right"] { font-size: @lead; font-weight: 600; color: @right; }
QLabel[role="lead-caution"] { font-size: @lead; font-weight: 600; color: @caution; }
QLabel[role="question"] { font-size: @question; font-weight: 700; }
QLabel[role="value"], QLabel[role="value-open"],
QLabel[role="value-small"], QLabel[role="value-open-small"] {
  background: @accent-soft; color: @accent-text; border: 1hair solid @accent-text;
  border-radius: 4px; padding: 6px 14px; font-size: @lead; font-weight: 600;
}
QLabel[role="value-small"], QLabel[role="value-open-small"] {
  padding: 2px 8px; font-size: @small;
}
QLabel[role="value-open"], QLabel[role="value-open-small"] {
  background: transparent; color: @caution; border: 1hair dashed @caution;
}
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted"] { color: @ink-muted; }
QLabel[role="small"] { font-size: @small; color: @ink-muted; }
QLabel[role="caps"] {
  font-size: @small; font-weight: 600; color: @ink-muted;
  letter-spacing: 1px; text-transform: uppercase;
}
QLabel[role="caution"] { color: @caution; }
QLabel[role="disclaimer"] { color: @caution-strong; }
QLabel[role="disclaimer-lead"] { color: @caution-strong; font-weight: 600; }
QLabel[role="brand"] { font-size: @title; font-weight: 700; }
QLabel[role="rail-known"] { font-size: @small; color: @accent-text; font-weight: 600; }
QLabel[role="rail-unknown"] {
  background: @unknown; color: @on-unknown; font-size: @small; font-weight: 600;
  border-radius: 3px;
}
QTextBrowser {
  background: transparent; color: @ink; border: 2hair solid transparent; border-radius: 4px;
  selection-background-color: @selection; selection-color: @on-selection;
}
QTextBrowser[ring="keys"]:focus { border-color: @focus; }
QPlainTextEdit {
  background: @surface; color: @ink; border: 1hair solid @line-strong; border-radius: 6px;
  padding: 8px-1hair 4px-1hair 8px-1hair 8px-1hair;
  selection-background-color: @selection; selection-color: @on-selection;
}
QPlainTextEdit[readOnly="false"]:focus, QPlainTextEdit[ring="keys"]:focus {
  border: 2hair solid @focus; padding: 8px-2hair 4px-2hair 8px-2hair 8px-2hair;
}
QToolTip {
  background: @tooltip; color: @on-tooltip; border: none; padding: 4px 8px; font-size: @small;
}
"""

_BUTTONS: Final = """
QPushButton {
  background: @surface; color: @ink; border: 1hair solid @line-strong; border-radius: 6px;
  padding: 5px-1hair 12px-1hair; min-height: 22px;
}
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @pressed; }
QPushButton:checked { background: @accent; color: @on-accent; border-color: @accent; }
QPushButton[known="no"]:checked {
  background: @unknown; color: @on-unknown; border-color: @line-strong;
}
QPushButton:disabled { background: @sunken; color: @disabled-ink; border-color: @line; }
QPushButton[kind="primary"] { background: @accent; color: @on-accent; border-color: @accent; }
QPushButton[kind="primary"]:hover { background: @accent-hover; border-color: @accent-hover; }
QPushButton[kind="primary"]:disabled {
  background: @sunken; color: @disabled-ink; border-color: @line;
}
QPushButton[kind="link"], QPushButton[kind="fold"] {
  background: transparent; color: @accent-text; border-color: transparent; text-align: left;
  padding: 2px-1hair 4px-1hair; min-height: 20px;
}
QStatusBar QPushButton[kind="link"] { padding: 0 4px; min-height: 16px; font-size: @small; }
QPushButton[kind="glyph"] { background: transparent; border-color: transparent; padding: 3px; }
QPushButton[kind="glyph"]:hover { background: @hover; }
QPushButton[kind="glyph"]:checked { background: transparent; color: @accent-text; }
QPushButton[kind="glyph"][ring="keys"]:focus { border: 2hair solid @focus; padding: 3px-1hair; }
QPushButton[kind="rail"] {
  background: transparent; border-color: transparent; border-bottom-color: @line-strong;
  border-radius: 0;
}
QPushButton[kind="rail"]:hover { background: @hover; }
QPushButton[kind="rail"][ring="keys"]:focus { border: 2hair solid @focus; }
QPushButton[kind="fold"] { color: @ink-muted; padding-left: 20px-1hair; }
QPushButton[kind="menu"] { padding-right: 32px-1hair; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[kind="link"]:hover, QPushButton[kind="fold"]:hover { background: @hover; }
QPushButton[kind="step"] { padding: 5px-1hair 7px-1hair; }
QPushButton[ring="keys"]:focus {
  border: 2hair solid @focus; padding: 5px-2hair 12px-2hair;
}
QPushButton[kind="primary"][ring="keys"]:focus { border-color: @focus; }
QPushButton[kind="link"][ring="keys"]:focus, QPushButton[kind="fold"][ring="keys"]:focus {
  border-color: @focus; padding: 2px-2hair 4px-2hair;
}
QStatusBar QPushButton[kind="link"][ring="keys"]:focus { padding: 0 4px-1hair; }
QPushButton[kind="fold"][ring="keys"]:focus { padding-left: 20px-2hair; }
QPushButton[kind="menu"][ring="keys"]:focus { padding-right: 32px-2hair; }
QPushButton[kind="step"][ring="keys"]:focus { padding: 5px-2hair 7px-2hair; }
QToolButton {
  background: transparent; color: @ink; border: 2hair solid transparent; border-radius: 4px;
  padding: 2px;
}
QToolButton:hover { background: @hover; }
QToolButton:pressed, QToolButton:checked { background: @pressed; }
QToolButton[ring="keys"]:focus { border-color: @focus; }
QToolButton::menu-indicator { image: none; }
QCheckBox {
  color: @ink; spacing: 8px; border: 2hair solid transparent; border-radius: 4px;
  padding: 2px 6px 2px 2px;
}
QCheckBox[ring="keys"]:focus { border-color: @focus; }
QCheckBox:disabled { color: @disabled-ink; }
QCheckBox::indicator, QListWidget::indicator {
  background: @surface; border: 1hair solid @ink-muted; border-radius: 4px;
  width: 16px; height: 16px;
}
QCheckBox::indicator:checked, QListWidget::indicator:checked {
  background: @accent; border-color: @accent;
}
QCheckBox::indicator:disabled { background: @sunken; border-color: @line-strong; }
"""

_SEGMENTS: Final = """
QRadioButton {
  color: @ink; spacing: 8px; border: 2hair solid transparent; border-radius: 4px;
  padding: 2px 6px 2px 2px;
}
QRadioButton[ring="keys"]:focus { border-color: @focus; }
QRadioButton::indicator {
  background: @surface; border: 1hair solid @ink-muted; border-radius: 8px;
  width: 16px-2hair; height: 16px-2hair;
}
QRadioButton::indicator:checked {
  border: 5px solid @accent; width: 6px; height: 6px;
}
QRadioButton[segment] {
  background: @surface; color: transparent; spacing: 0;
  border: 1hair solid @line-strong; border-left: none; border-radius: 0;
  padding: 4px-1hair 4px-1hair 4px-1hair 4px; min-height: 20px;
  font-size: @small;
}
QCheckBox[segment], QPushButton[segment] { font-size: @small; }
QPushButton[segment]:checked { font-weight: 600; }
QRadioButton[segment]::indicator, QRadioButton[segment]::indicator:checked {
  width: 0; height: 0; border: none; background: transparent;
}
QRadioButton[segment]:hover { background: @hover; }
QRadioButton[segment="first"] {
  border-left: 1hair solid @line-strong; padding-left: 4px-1hair;
  border-top-left-radius: 6px; border-bottom-left-radius: 6px;
}
QRadioButton[segment="last"] {
  border-top-right-radius: 6px; border-bottom-right-radius: 6px;
}
QRadioButton[segment="only"] {
  border-left: 1hair solid @line-strong; padding-left: 4px-1hair; border-radius: 6px;
}
QRadioButton[segment]:checked { background: @accent; border-color: @accent; }
QRadioButton[known="no"]:checked { background: @unknown; border-color: @line-strong; }
QRadioButton[segment][ring="keys"]:focus {
  border: 2hair solid @focus; padding: 4px-2hair;
}
"""

_FIELDS: Final = """
QLineEdit, QSpinBox, QComboBox {
  background: @surface; color: @ink; border: 1hair solid @line-strong; border-radius: 6px;
  padding: 5px-1hair 10px-1hair; min-height: 22px;
  selection-background-color: @selection; selection-color: @on-selection;
}
QLineEdit:focus, QSpinBox:focus, QComboBox[ring="keys"]:focus {
  border: 2hair solid @focus; padding: 5px-2hair 10px-2hair;
}
QLineEdit:disabled, QSpinBox:disabled, QComboBox:disabled {
  background: @sunken; color: @disabled-ink; border-color: @line;
}
QSpinBox::up-button, QSpinBox::down-button { width: 0; height: 0; border: none; }
QSpinBox QLineEdit, QSpinBox QLineEdit:focus, QSpinBox QLineEdit:disabled {
  background: transparent; border: none; padding: 0 8px; min-height: 0;
}
QLineEdit[role="code"] { font-size: @small; padding: 5px-1hair 7px-1hair; }
QLineEdit[role="search"] { background: @paper; }
QSpinBox[role="count"] { font-size: @lead; font-weight: 600; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox QAbstractItemView {
  background: @surface; color: @ink; border: 1hair solid @line-strong; outline: 0;
  selection-background-color: @accent-soft; selection-color: @ink;
}
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 10px; }
QComboBox QAbstractItemView::item:selected { background: @accent-soft; color: @ink; }
QComboBox QAbstractItemView::item:disabled { color: @disabled-ink; }
"""

_LISTS: Final = """
QTabWidget::pane { border: none; border-top: 1hair solid @line; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab {
  background: transparent; color: @ink-muted; border: 2px solid transparent;
  padding: 6px 4px; margin-right: 4px;
}
QTabBar::tab:first { margin-left: 12px; }
QTabBar::tab:hover { color: @ink; }
QTabBar::tab:selected { color: @ink; font-weight: 600; border-bottom-color: @accent-text; }
QTabBar[ring="keys"]::tab:selected:focus { border-color: @focus; border-radius: 4px; }
QTabBar[role="inspector"]::tab { padding: 6px 2px; margin-right: 8px; }
QTabBar[role="inspector"]::tab:first { margin-left: 0; }
QTabBar[role="inspector"]::tab:last { margin-right: 0; }
QTabBar::tab:disabled { color: @disabled-ink; }
QTabBar::tear { width: 0; border: none; }
QTabBar::scroller { width: 0; }
QListView {
  background: transparent; color: @ink; border: none; outline: 0;
  selection-background-color: @accent-soft; selection-color: @ink;
}
QListWidget { border: 2hair solid transparent; border-radius: 4px; }
QListWidget[ring="keys"]:focus { border-color: @focus; }
QMenu {
  background: @surface; color: @ink; border: 1hair solid @line-strong; padding: 4px;
  menu-scrollable: 1;
}
QMenu::item { padding: 5px 24px 5px 16px; border-radius: 4px; }
QMenu::item:selected { background: @accent-soft; }
QMenu::item:disabled { color: @disabled-ink; }
QMenu::right-arrow { image: none; width: 0; }
QMenu::scroller { height: 20px; }
QMenu::separator { background: @line; height: 1hair; margin: 4px 8px; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: @line-strong; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @ink-muted; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

_TABLES: Final = """
QTableView {
  background: transparent; color: @ink; border: 2hair solid transparent; border-radius: 4px;
  outline: 0; gridline-color: @line; font-size: @small;
  selection-background-color: @accent-soft; selection-color: @ink;
}
QTableView[ring="keys"]:focus { border-color: @focus; }
QTableView::item { padding: 0 3px; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
  background: transparent; color: @ink-muted; border: none;
  border-bottom: 1hair solid @line-strong; padding: 4px 18px 4px 6px;
  font-size: @small; font-weight: 600;
}
QHeaderView::section:hover { color: @ink; background: @hover; }
"""

TEMPLATE: Final = _SURFACES + _TEXT + _BUTTONS + _SEGMENTS + _FIELDS + _LISTS + _TABLES
