"""The profile: cases, a control for every field of the pack, and the case code."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from nanoexplorer.core.evidence import Case
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Field
from nanoexplorer.core.screen import ProfilePart
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.ui.base.focus import enter
from nanoexplorer.ui.base.requests import Act, EditField, OpenCase
from nanoexplorer.ui.base.scrolling import scrolled
from nanoexplorer.ui.base.view import Part
from nanoexplorer.ui.base.widgets import (
    STRETCH,
    button,
    column,
    frame,
    give_tip,
    label,
    put,
    row,
)
from nanoexplorer.ui.controls.buttons import GlyphButton, UnfoldButton
from nanoexplorer.ui.controls.choices import ChoiceBox
from nanoexplorer.ui.controls.elided import elided
from nanoexplorer.ui.profile.case_code_box import CaseCodeBox
from nanoexplorer.ui.profile.fields import ChoiceControl, FieldControl, NumberControl
from nanoexplorer.words import window as words

LONGEST_WORD = 12
"""Letters of a word that has room in the title; with a longer one it is one line and elides."""
SCROLL_BAR_ROOM = 3
"""Px at 100 % between the fields and the place of the scroll bar, 10 px wide."""


def field_control(field: Field, zoom: int) -> FieldControl:
    """The control that fits the kind of field."""
    if field.together:  # few packs have such a field
        from nanoexplorer.ui.profile.several import SeveralControl

        return SeveralControl(field)
    return NumberControl(field, zoom) if field.has_numbers else ChoiceControl(field)


class ProfilePanel(Part):
    """Built from the pack's fields. Sends requests; draws what it is handed."""

    def __init__(self, pack: Pack, zoom: int) -> None:
        super().__init__("side", "profile")
        self.pack, self._zoom = pack, zoom
        self.fields: dict[str, FieldControl] = {}
        spoken, tip = words.FOLD_PROFILE, words.FOLD_PROFILE_TIP
        self.folds = GlyphButton("chevron-left", "profile.fold", spoken, tip, zoom)
        self.cases = self._cases()
        self.fold = self._fold_button()
        self.folded = frame("side", "profile.folded")
        self.folded.hide()
        self.fold.toggled.connect(self.folded.setVisible)
        self.notes = label("", "caution", wraps=True, name="profile.notes")
        self.notes.hide()
        self.case_objective = CaseObjective()
        self.code = CaseCodeBox()
        self.code.requested.connect(self.requested)
        put(column(self, gap=0), scrolled(self._inside(), "profile.scroll", bar_stays=True))

    def _cases(self) -> ChoiceBox:
        texts = {"": words.CASE_CHOOSE} | {case.id: case.title for case in self.pack.cases}
        box = ChoiceBox(texts, "profile.cases", spoken=words.CASE_NAME, letters=12)
        box.activated.connect(self._choose_case)
        return box

    def _choose_case(self, place: int) -> None:
        case = self.cases.itemData(place)
        if case:
            self.requested.emit(OpenCase(case))

    def _fold_button(self) -> UnfoldButton:
        names = ", ".join(field.label for field in self.pack.fields if field.folded)
        made = UnfoldButton(words.MORE_FIELDS, "profile.more", self._zoom)
        give_tip(made, names)
        made.setVisible(bool(names))
        return made

    def _inside(self) -> QFrame:
        reset = button(
            words.RESET,
            "profile.reset",
            kind="link",
            tip=words.RESET_TIP,
            does=lambda: self.requested.emit(Act.RESET),
        )
        title = elided(self.pack.profile_name, "caps", name="profile.title")
        title.setWordWrap(max(map(len, self.pack.profile_name.split())) <= LONGEST_WORD)
        inside, foot = frame("side", "profile.fields"), frame("side", "profile.foot")
        put(column(foot, gap=2), self.code)
        margin = tuple(scaled(px, self._zoom) for px in (16, 16, SCROLL_BAR_ROOM, 12))
        lines = column(inside, gap=14, margin=margin)
        put(lines, put(row(), (title, 1), reset, self.folds), self.cases)
        self._add_fields(lines, folded=False)
        put(lines, self.fold, self.folded)
        self._add_fields(column(self.folded, gap=14), folded=True)
        put(lines, self.notes, self.case_objective, STRETCH, foot)
        return inside

    def _add_fields(self, lines: QVBoxLayout, *, folded: bool) -> None:
        for field in self.pack.fields:
            if field.folded == folded:
                lines.addLayout(self._field(field))

    def _field(self, field: Field) -> QVBoxLayout:
        control = self.fields[field.id] = field_control(field, self._zoom)
        control.edited.connect(lambda value: self.requested.emit(EditField(field.id, value)))
        name = elided(field.label, "strong")
        give_tip(name, field.help)
        beside = (name, elided(field.unit, "small"), STRETCH) if field.unit else ((name, 1),)
        return put(column(gap=4), put(row(), *beside, elided(field.tag, "small")), control)

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


class CaseObjective(QFrame):
    """What a ready-made case teaches. Hidden where the profile is no case; the teaching point is
    folded, for one to think first.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("profile.case_objective")
        self.objective = label("", "muted", wraps=True, name="profile.objective")
        self.point = label("", "muted", wraps=True, name="profile.teaching_point")
        self.fold = button(words.TEACHING_POINT, "profile.show_teaching_point", kind="link")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self.point.setVisible)
        heading = label(words.OBJECTIVE, "caps")
        put(column(self, gap=4), heading, self.objective, self.fold, self.point)
        self._case = ""
        self.show_case(None)

    def show_case(self, case: Case | None) -> None:
        """Show what a case is there to teach; another case starts with its point folded."""
        self.setVisible(case is not None)
        if case is None or case.id == self._case:
            return
        self._case = case.id
        self.objective.setText(case.objective)
        self.point.setText(case.teaching_point)
        self.fold.setChecked(False)
        self.point.setVisible(False)
