"""The list of a seminar's cases, large enough for a room."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.seminar_cases import Seminar
from nanoexplorer.drawing import fonts
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.widgets import column, label, put
from nanoexplorer.ui.seminar.requests import Act
from nanoexplorer.words import common
from nanoexplorer.words.teaching import seminar as words


def case_titles(pack: Pack, seminar: Seminar) -> list[str]:
    """What each case is called; one that has no title is called after its profile."""
    return [
        case.shown_title or common.profile_line(pack.fields, case.profile) for case in seminar.cases
    ]


class CaseList(QFrame):
    """Marks a case; the keys are the window's, so that they work from both screens."""

    requested = Signal(object)
    """A click takes a case."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("seminar.cases")
        self.setProperty("role", "paper")
        self.lead = label("", "title", wraps=True, name="seminar.cases_lead")
        help_ = label(words.LIST_HELP, "muted", wraps=True, name="seminar.cases_help")
        self.list = _List()
        self.list.itemClicked.connect(lambda _: self.requested.emit(Act.TAKE))
        self.setFocusProxy(self.list)
        put(column(self, margin=32, gap=12), self.lead, help_, (self.list, 1))

    def show_cases(self, pack: Pack, seminar: Seminar, place: int) -> None:
        """List the cases and mark one."""
        self.lead.setText(seminar.title or words.LIST_LEAD)
        self.list.clear()
        for number, title in enumerate(case_titles(pack, seminar), start=1):
            self.list.addItem(f"{number}.  {title}")
        self.list.setCurrentRow(place)

    def enlarge(self, zoom: int) -> None:
        """Take a size, in percent."""
        self.list.setStyleSheet(f"font-size: {scaled(fonts.LEAD, zoom)}px;")

    @property
    def place(self) -> int:
        """The place of the marked case, 0 where none is."""
        return max(0, self.list.currentRow())

    @property
    def title(self) -> str:
        """The marked case."""
        return self.list.item(self.place).text() if self.list.count() else ""

    def walk(self, act: Act) -> None:
        """Mark another case: the next, the one before, the first or the last."""
        last = self.list.count() - 1
        to = {Act.LIST_DOWN: self.place + 1, Act.LIST_UP: self.place - 1, Act.LIST_LAST: last}
        self.list.setCurrentRow(min(max(to.get(act, 0), 0), last))


class _List(QListWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("seminar.case_list")
        self.setAccessibleName(words.LIST_LEAD)
        self.setWordWrap(True)
        self.setSpacing(4)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
