"""What is asked about: the profile in words and the strategy, the same over question and answer."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.questions import Question
from nanoexplorer.documents.practice import case_lead, kind_line, profile_line
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.ui.base.widgets import column, label


def asked(pack: Pack, question: Question, zoom: int) -> QVBoxLayout:
    """The case, if it is one, with its profile; then kind and name of the strategy."""
    lines = column(gap=scaled(2, zoom))
    said = case_lead(pack, question) + profile_line(pack, question.profile)
    lines.addWidget(label(said, wraps=True, name="practice.profile_line"))
    lines.addWidget(label(kind_line(pack, question.strategy), "small", wraps=True))
    name = pack.strategy[question.strategy].name
    lines.addWidget(label(name, "title", wraps=True, name="practice.strategy"))
    return lines
