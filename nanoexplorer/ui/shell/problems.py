"""A pack that is not valid: every problem in one list that can be copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame

from nanoexplorer.pack.problems import Problem
from nanoexplorer.ui.base.clipboard import copy_text
from nanoexplorer.ui.base.widgets import STRETCH, button, column, label, put, row
from nanoexplorer.ui.controls.text_boxes import PlainText
from nanoexplorer.words import actions as actions_words
from nanoexplorer.words.packs import problems as problems_words


class ProblemsPage(QFrame):
    """Shown in place of the content; what is wrong, where, and what is allowed."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self.setProperty("role", "paper")
        self.setObjectName("problems")
        count = problems_words.problem_count(len(problems))
        title = label(actions_words.PACK_BROKEN.format(count=count), "title", wraps=True)
        self.list = PlainText("\n".join(problems_words.problem_line(p) for p in problems))
        self.list.setObjectName("problems.list")
        self.list.setReadOnly(True)
        self.list.setAccessibleName(count)
        text = self.list.toPlainText
        self.copy = button(actions_words.COPY_ALL, "problems.copy", does=lambda: copy_text(text()))
        put(
            column(self, margin=24, gap=12),
            title,
            label(actions_words.PACK_BROKEN_HELP, wraps=True),
            (self.list, 1),
            put(row(), self.copy, STRETCH),
        )
