"""Beside the editor: what the marked case is about, and what the room will see of it."""

from __future__ import annotations

from collections import Counter
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.seminar import Showing
from nanoexplorer.core.teaching.seminar_cases import (
    Seminar,
    SeminarCase,
    planned_minutes,
    shown_strategies,
    told_objective,
)
from nanoexplorer.core.teaching.seminar_steps import Stage, steps_of
from nanoexplorer.documents.seminar.pages import page_of
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.widgets import STRETCH, column, label, put
from nanoexplorer.ui.controls.choices import ChoiceBox
from nanoexplorer.ui.seminar.stage import StageView
from nanoexplorer.words import common
from nanoexplorer.words.teaching import seminar as words

STAGES: Final = tuple(stage for stage in Stage if stage is not Stage.END)
SHAPE: Final = 9 / 16


class PreviewPart(QWidget):
    """Shows one case: its profile, its objective and its verdicts in words, a page as drawn."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int) -> None:
        super().__init__()
        self._pack = pack
        self._shown: tuple[Seminar, int] | None = None
        self.about = label("", "body", wraps=True, name="seminar.editor.about")
        steps = {stage: words.STAGE[stage] for stage in STAGES}
        self.step = ChoiceBox(steps, "seminar.editor.step", spoken=words.PREVIEW_STEP)
        self.step.setCurrentIndex(STAGES.index(Stage.REVEAL))
        self.step.currentIndexChanged.connect(lambda _: self._draw())
        self.page = StageView(theme, 100)
        self.page.setObjectName("seminar.editor.page")
        put(
            column(self, gap=scaled(6, zoom)),
            label(words.PREVIEW_CASE, "caps"),
            self.about,
            label(words.PREVIEW, "caps"),
            self.step,
            self.page,
            STRETCH,
        )

    def show_case(self, seminar: Seminar, place: int) -> None:
        """Show the case at a place; nothing for -1."""
        self._shown = (seminar, place) if place >= 0 else None
        self.page.setVisible(self._shown is not None)
        self.about.setText(about(self._pack, seminar.cases[place]) if self._shown else "")
        self._draw()

    def stand_as(self, other: PreviewPart) -> None:
        """Show the same step as another one."""
        self.step.setCurrentIndex(other.step.currentIndex())

    def _draw(self) -> None:
        if self._shown is None:
            return
        seminar, place = self._shown
        steps = steps_of(self._pack, seminar.cases[place], seminar.board)
        stage = self.step.currentData()
        at = next((n for n, step in enumerate(steps) if step.stage == stage), len(steps) - 1)
        told = frozenset(id_ for step in steps for id_ in step.strategies)
        showing = Showing(place, at, told, frozenset(range(len(steps))))
        plan = tuple(steps if n == place else () for n in range(len(seminar.cases)))
        self.page.show_page(page_of(self._pack, seminar, plan, showing))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page keeps the shape of a screen."""
        super().resizeEvent(event)
        self.page.setFixedHeight(round(event.size().width() * SHAPE))


def about(pack: Pack, case: SeminarCase) -> str:
    """Profile, objective, what will be asked with which verdicts, and the minutes: a line each."""
    asked = shown_strategies(pack, case)
    counts = Counter(pack.table.verdict(case.profile, id_) for id_ in asked)
    verdicts = [
        common.NUMBER_OF.format(number=counts[verdict], what=common.VERDICT_SHORT[verdict])
        for verdict in Verdict
        if counts[verdict]
    ]
    lines = (
        common.profile_line(pack.fields, case.profile),
        told_objective(pack, case),
        words.asked(len(asked), verdicts),
        words.minutes(planned_minutes(pack, case)),
    )
    return "\n".join(line for line in lines if line)
