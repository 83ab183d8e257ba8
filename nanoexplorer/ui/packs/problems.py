"""What is wrong with a pack that somebody opens or works on, beside the last good state."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QWidget

from nanoexplorer.pack.problems import Problem
from nanoexplorer.ui.base.clipboard import copy_text
from nanoexplorer.ui.base.widgets import STRETCH, button, column, label, put, row
from nanoexplorer.ui.controls.dialogs import fit
from nanoexplorer.words import actions as actions_words
from nanoexplorer.words import common
from nanoexplorer.words.packs import opening as words
from nanoexplorer.words.packs import problems as problems_words

SIZE = (760, 420)


class PackProblems(QDialog):
    """A window beside the app's own; a line that is picked says where it is."""

    def __init__(self, zoom: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pack_problems")
        self.setWindowTitle(words.PROBLEMS_TITLE)
        fit(self, SIZE, zoom)
        self.lead = label("", wraps=True, name="pack_problems.lead")
        self.list = QListWidget()
        self.list.setObjectName("pack_problems.list")
        self.list.setAccessibleName(words.PROBLEMS_TITLE)
        self.list.setWordWrap(True)
        self.place = label(words.PROBLEMS_HELP, "muted", wraps=True, name="pack_problems.place")
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = button(actions_words.COPY_ALL, "pack_problems.copy", does=self._copy)
        close = button(common.CLOSE, "pack_problems.close", does=self.close)
        foot = put(row(), copy, STRETCH, close)
        put(column(self, margin=20, gap=12), self.lead, (self.list, 1), self.place, foot)
        self._problems: tuple[Problem, ...] = ()
        self._path = Path()
        self.list.currentRowChanged.connect(self._tell)

    @property
    def lines(self) -> list[str]:
        """The problems, a line each."""
        return [problems_words.problem_line(problem) for problem in self._problems]

    def _copy(self) -> None:
        copy_text("\n".join(self.lines))

    def show_problems(self, problems: Sequence[Problem], path: Path, *, live: bool) -> None:
        """Show what is wrong at a path; `live`: with the pack that is open. Who has closed the list
        of that sees it again once something else is wrong.
        """
        known = set(map(_kind, self._problems)) if live and not self.isVisible() else set()
        self._problems, self._path = tuple(problems), path
        said = words.PROBLEMS_LIVE if live else words.PROBLEMS_OPENED
        count = problems_words.problem_count(len(problems))
        self.lead.setText(common.one_line(said.format(path=path, count=count)))
        self.list.clear()
        self.list.addItems(self.lines)
        self.place.setText(words.PROBLEMS_HELP)
        if not known.issuperset(map(_kind, problems)):
            self.show()

    def bring(self) -> None:
        """Show the list as it is, before the window."""
        self.show()
        self.activateWindow()

    def solve(self) -> bool:
        """Nothing is wrong any longer; returns whether anything was."""
        was, self._problems = bool(self._problems), ()
        self.close()
        return was

    def _tell(self, place: int) -> None:
        if 0 <= place < len(self._problems):
            found = self._problems[place]
            file = self._path / found.file if self._path.is_dir() else self._path
            self.place.setText(words.place(str(file), found.sheet, found.row, found.column))


def _kind(problem: Problem) -> tuple[str, ...]:
    """What is wrong, in whatever row: rows move while somebody writes."""
    return problem.file, problem.sheet, problem.column, problem.code, problem.found
