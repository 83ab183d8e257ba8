"""The profile: cases, a control for every field of the pack, and the case code."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Field
from nanoexplorer.core.screen import ProfilePart
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.ui.base.focus import enter
from nanoexplorer.ui.base.requests import Act, EditField, OpenCase
from nanoexplorer.ui.base.scrolling import hide_idle_handle
from nanoexplorer.ui.base.widgets import button, column, frame, give_tip, label, row
from nanoexplorer.ui.controls.buttons import GlyphButton, UnfoldButton
from nanoexplorer.ui.profile.case_code_box import CaseCodeBox
from nanoexplorer.ui.controls.choices import ChoiceBox
from nanoexplorer.ui.controls.elided import elided
from nanoexplorer.ui.controls.fields import ChoiceControl, FieldControl, NumberControl
from nanoexplorer.ui.profile.case_objective import CaseObjective
from nanoexplorer.words import window as window_words

LONGEST_WORD = 12
"""Letters of a word that has room in the title; with a longer one it is one line and elides."""
SCROLL_BAR_ROOM = 3
"""Px at 100 % between the fields and the place of the scroll bar, 10 px wide."""


def field_control(field: Field, zoom: int) -> FieldControl:
    """The control that fits the kind of field."""
    if field.together:  # few packs have such a field
        from nanoexplorer.ui.controls.several import SeveralControl

        return SeveralControl(field)
    return NumberControl(field, zoom) if field.has_numbers else ChoiceControl(field)


class ProfilePanel(QFrame):
    """Built from the pack's fields. Sends requests; draws what it is handed."""

    requested = Signal(object)

    def __init__(self, pack: Pack, zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setObjectName("profile")
        self.pack = pack
        self.fields: dict[str, FieldControl] = {}
        spoken, tip = window_words.FOLD_PROFILE, window_words.FOLD_PROFILE_TIP
        self.folds = GlyphButton("chevron-left", "profile.fold", spoken, tip, zoom)
        self.cases = self._cases()
        self.fold = self._fold_button(zoom)
        self.folded = self._folded_fields()
        self.notes = label("", "caution", wraps=True, name="profile.notes")
        self.notes.hide()
        self.case_objective = CaseObjective()
        self.code = CaseCodeBox()
        outer = column(self, gap=0)
        outer.addWidget(self._scrolled(zoom))
        self.code.requested.connect(self.requested)

    def _cases(self) -> ChoiceBox:
        box = ChoiceBox("profile.cases", window_words.CASE_NAME, letters=12)
        box.addItem(window_words.CASE_CHOOSE, "")
        for case in self.pack.cases:
            box.addItem(case.title, case.id)
        box.activated.connect(self._choose_case)
        return box

    def _choose_case(self, place: int) -> None:
        case = self.cases.itemData(place)
        if case:
            self.requested.emit(OpenCase(case))

    def _fold_button(self, zoom: int) -> QPushButton:
        names = ", ".join(field.label for field in self.pack.fields if field.folded)
        made = UnfoldButton(window_words.MORE_FIELDS, "profile.more", zoom)
        give_tip(made, names)
        made.setVisible(bool(names))
        return made

    def _folded_fields(self) -> QWidget:
        inside = frame("side", "profile.folded")
        column(inside, gap=14)
        inside.hide()
        return inside

    def _scrolled(self, zoom: int) -> QScrollArea:
        inside = frame("side", "profile.fields")
        lines = column(inside, gap=14)
        lines.setContentsMargins(*(scaled(px, zoom) for px in (16, 16, SCROLL_BAR_ROOM, 12)))
        head = row()
        title = elided(self.pack.profile_name, "caps", name="profile.title")
        title.setWordWrap(max(map(len, self.pack.profile_name.split())) <= LONGEST_WORD)
        head.addWidget(title, 1)
        head.addWidget(
            button(
                window_words.RESET,
                "profile.reset",
                kind="link",
                tip=window_words.RESET_TIP,
                does=lambda: self.requested.emit(Act.RESET),
            )
        )
        head.addWidget(self.folds)
        lines.addLayout(head)
        lines.addWidget(self.cases)
        self._add_fields(lines, zoom, folded=False)
        lines.addWidget(self.fold)
        self.fold.toggled.connect(self.folded.setVisible)
        lines.addWidget(self.folded)
        inner = self.folded.layout()
        assert isinstance(inner, QVBoxLayout)
        self._add_fields(inner, zoom, folded=True)
        lines.addWidget(self.notes)
        lines.addWidget(self.case_objective)
        lines.addStretch(1)
        lines.addWidget(self._foot())
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        area.setObjectName("profile.scroll")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard goes to its parts
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # so nothing jumps
        hide_idle_handle(area)
        return area

    def _add_fields(self, lines: QVBoxLayout, zoom: int, *, folded: bool) -> None:
        for field in self.pack.fields:
            if field.folded == folded:
                lines.addLayout(self._field(field, zoom))

    def _field(self, field: Field, zoom: int) -> QVBoxLayout:
        control = field_control(field, zoom)
        control.edited.connect(
            lambda value, id_=field.id: self.requested.emit(EditField(id_, value))
        )
        self.fields[field.id] = control
        lines = column(gap=4)
        head = row()
        name = elided(field.label, "strong")
        give_tip(name, field.help)
        head.addWidget(name, 1)
        head.addWidget(elided(field.tag, "small"))
        lines.addLayout(head)
        lines.addWidget(control)
        return lines

    def _foot(self) -> QWidget:
        foot = frame("side", "profile.foot")
        lines = column(foot, gap=2)
        lines.addWidget(self.code)
        return foot

    def enter_field(self, field: str) -> None:
        """Give the keyboard to a field, unfolding it where it is one of those folded away."""
        if self.folded.isAncestorOf(self.fields[field]):
            self.fold.setChecked(True)
        enter(self.fields[field])

    def show_part(self, part: ProfilePart) -> None:
        """Draw the profile, its notes and its case code."""
        for field, control in self.fields.items():
            control.show_value(part.profile[field])
        place = self.cases.findData(part.case.id) if part.case else 0
        self.cases.setCurrentIndex(max(0, place))
        self.case_objective.show_case(part.case)
        self.notes.setText("\n".join(part.remarks))
        self.notes.setVisible(bool(part.notes))
        self.code.show_code(part.case_code)
        if any(f.folded and f.is_known(part.profile[f.id]) for f in self.pack.fields):
            self.fold.setChecked(True)
