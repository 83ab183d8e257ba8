"""What is asked about: the profile in chips and the strategy, the same over question and answer."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.questions import Question
from nanoexplorer.documents.practice import kind_line
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.ui.base.flow import Flow
from nanoexplorer.ui.base.theme import give_role
from nanoexplorer.ui.base.widgets import column, label
from nanoexplorer.words import common
from nanoexplorer.words.teaching import practice as words

GAP = 8
"""Px at 100 % between values."""


class Asked(QFrame):
    """The profile, then the strategy, the largest thing there is."""

    def __init__(self, pack: Pack, question: Question, zoom: int) -> None:
        super().__init__()
        self._zoom = zoom
        values = common.profile_values(pack.fields, question.profile)
        roles = {True: "value", False: "value-open"}
        self._values = {label(said, roles[known]): roles[known] for said, known in values}
        lines = column(self, gap=scaled(2, zoom))
        lines.addWidget(self._chips(zoom))
        lines.addSpacing(scaled(8, zoom))
        name = pack.strategy[question.strategy].name
        self.name = label(name, "question", wraps=True, name="practice.strategy")
        lines.addWidget(self.name)
        lines.addWidget(label(kind_line(pack, question.strategy), "muted", wraps=True))

    def _chips(self, zoom: int) -> QFrame:
        """Every value of the profile that is shown; an unknown one looks and reads so."""
        chips = QFrame()
        chips.setObjectName("practice.profile")
        self._flow = Flow(chips, gap=scaled(GAP, zoom))
        self._lead = label(words.THE_PROFILE, "muted")
        self._flow.add(self._lead, *self._values)
        return chips

    def shorten(self, short: bool) -> None:
        """Take less room."""
        small = "-small" if short else ""
        give_role(self.name, "title" if short else "question")
        for chip, role in self._values.items():
            give_role(chip, f"{role}{small}")
        self._flow.setSpacing(scaled(GAP // 2 if short else GAP, self._zoom))
        self._lead.setVisible(not short)
