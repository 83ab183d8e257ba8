"""What a ready-made case teaches: its objective, and its teaching point when asked for."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from nanoexplorer.core.evidence import Case
from nanoexplorer.ui.base.widgets import button, column, label
from nanoexplorer.words import window as words


class CaseObjective(QFrame):
    """Hidden where the profile is no case; the teaching point is folded, for one to think first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("profile.case_objective")
        self.objective = label("", "muted", wraps=True, name="profile.objective")
        self.point = label("", "muted", wraps=True, name="profile.teaching_point")
        self.fold = button(words.TEACHING_POINT, "profile.show_teaching_point", kind="link")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self.point.setVisible)
        lines = column(self, gap=4)
        lines.addWidget(label(words.OBJECTIVE, "caps"))
        lines.addWidget(self.objective)
        lines.addWidget(self.fold)
        lines.addWidget(self.point)
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
