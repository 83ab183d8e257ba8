"""The dialog that asks what is to leave the app, as what, how large, and in which colours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontInfo, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QLineEdit, QWidget

from nanoexplorer.core.screen import Screen
from nanoexplorer.core.shown.strategies import CHOSEN
from nanoexplorer.drawing import fonts
from nanoexplorer.render.kinds import HANDOUTS
from nanoexplorer.render.pictures import sizes
from nanoexplorer.ui.base.scrolling import scrolled
from nanoexplorer.ui.base.widgets import STRETCH, column, label, put, row
from nanoexplorer.ui.controls.buttons import form_button
from nanoexplorer.ui.controls.choices import CheckBox, ChoiceBox
from nanoexplorer.ui.controls.dialogs import fit
from nanoexplorer.ui.export.choices import OWN, SCALES, Choices
from nanoexplorer.views import NAMES
from nanoexplorer.words import common
from nanoexplorer.words import export as words
from nanoexplorer.words import window as window_words

WIDTH = 480
CARD, COMPARE, TOPICS = "card", "compare", "topics"


class ExportDialog(QDialog):
    """Sends what was chosen; what a kind of file can't heed is disabled."""

    requested = Signal(str, object)
    """A view, and the Choices for it."""
    changed = Signal()
    """Something else is chosen."""

    def __init__(
        self,
        screen: Screen,
        view: str,
        chosen: Choices,
        parent: QWidget | None = None,
        topic: str = "",
        views: Sequence[str] = NAMES,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("export")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.DIALOG_TITLE)
        self.view = _box("view", _views(screen, topic, views))
        texts = {
            "kind": words.KINDS,
            "size": words.SIZES,
            "dpi": words.DPIS,
            "theme": words.THEMES,
            "separator": words.SEPARATORS,
        }
        self.boxes = {field: _box(field, named) for field, named in texts.items()}
        self.kind, self.size_box = self.boxes["kind"], self.boxes["size"]
        self.own = _own_line(chosen.own)
        ticks = {
            "only_dependent": window_words.ONLY_DEPENDENT,
            "in_full": words.IN_FULL,
            "whole": words.WHOLE,
        }
        self.ticks = {field: CheckBox(text, f"export.{field}") for field, text in ticks.items()}
        self.length = label("", "muted", name="export.length")
        self.said = label("", "caution", wraps=True, name="export.said")
        self.save = form_button(common.SAVE, "export.save", primary=True, does=self._request)
        self._lay_out()
        _disable(self.view, CARD, screen.inspector is None)
        _disable(self.view, COMPARE, screen.second_profile is None)
        self._show(view, chosen)
        self._connect()
        self._follow()
        self._take_room()

    def _take_room(self) -> None:
        """As large as everything in it asks for, and no larger than the window below it."""
        wide = round(WIDTH * QFontInfo(self.font()).pixelSize() / fonts.BODY)
        fit(self, (wide, self._lines.totalHeightForWidth(wide)), 100)
        self.setMinimumWidth(self.width())

    def _lay_out(self) -> None:
        lines = self._lines = column(self, margin=20, gap=12)
        fields = QWidget()
        grid = QGridLayout(fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        controls = {"view": self.view, **self.boxes, "own": self.own}
        for place, (name, text) in enumerate(words.DIALOG_FIELDS.items()):
            grid.addWidget(label(text, name=f"export.{name}_label"), place, 0)
            grid.addWidget(controls[name], place, 1)
        for place, tick in enumerate(self.ticks.values(), len(controls)):
            grid.addWidget(tick, place, 1)
        cancel = form_button(common.CANCEL, "export.cancel", does=self.reject)
        cancel.setAutoDefault(False)
        put(
            lines,
            label(words.DIALOG_TITLE, "lead", name="export.title"),
            label(words.DIALOG_LEAD, "muted", wraps=True, name="export.lead"),
            scrolled(fields, "export.scroll"),
            self._notices(),
            STRETCH,
            put(row(), STRETCH, cancel, self.save),
        )

    def _notices(self) -> QWidget:
        """What is said of the choices; there is room for two lines, so that nothing moves."""
        notices = QWidget()
        notices.setMinimumHeight(2 * self.said.fontMetrics().lineSpacing())
        self.length.hide()
        self.said.hide()
        put(column(notices), self.length, self.said, STRETCH)
        return notices

    def tell_length(self, text: str) -> None:
        """Say how many pages a handout has; nothing of what is none."""
        self.length.setText(text)
        self.length.setVisible(bool(text))

    def _show(self, view: str, chosen: Choices) -> None:
        """Show a view, the first one where it can't be shown, and the choices of the last time."""
        _choose(self.view, view if _allows(self.view, view) else NAMES[0])
        for field, box in self.boxes.items():
            _choose(box, getattr(chosen, field))
        for field, tick in self.ticks.items():
            tick.setChecked(getattr(chosen, field) == CHOSEN)

    def _connect(self) -> None:
        self.own.textChanged.connect(self._follow)
        for field in ("only_dependent", "whole"):
            self.ticks[field].toggled.connect(self._follow)
        for box in (self.view, self.kind, self.size_box):
            box.currentIndexChanged.connect(self._follow)

    @property
    def chosen(self) -> Choices:
        """What the controls say."""
        boxes = {field: str(box.currentData()) for field, box in self.boxes.items()}
        ticks = {field: CHOSEN if tick.isChecked() else "" for field, tick in self.ticks.items()}
        return Choices(**boxes, **ticks, own=self.own.text().strip())

    def _follow(self) -> None:
        """Enable what the chosen kind of file heeds, and say what is wrong with a size."""
        takes = self.chosen.of_kind.takes
        self.view.setEnabled(self.chosen.kind not in HANDOUTS)
        _disable(self.size_box, max(SCALES), "scale" not in takes)
        if not _allows(self.size_box, self.chosen.size):
            _choose(self.size_box, min(SCALES))
        for field in ("size", "dpi", "theme", "separator"):
            self.boxes[field].setEnabled(field in takes)
        self.own.setEnabled("size" in takes and self.chosen.size == OWN)
        self.ticks["whole"].setEnabled("whole" in takes)
        self._follow_listed(takes)
        wrong = self.chosen.own and not self.chosen.is_complete
        self.said.setText(sizes.complaint(self.chosen.own) if wrong else "")
        self.said.setVisible(bool(wrong))
        self.save.setEnabled(self.chosen.is_complete)
        self.changed.emit()

    def _follow_listed(self, takes: frozenset[str]) -> None:
        """What is independent of the profile stands in one view and on handouts."""
        listed = self.view.currentData() == NAMES[0] or self.chosen.kind in HANDOUTS
        only = self.ticks["only_dependent"]
        only.setEnabled(listed and "only-dependent" in takes)
        self.ticks["in_full"].setEnabled(listed and "in-full" in takes and not only.isChecked())

    def _request(self) -> None:
        view = NAMES[0] if self.chosen.kind in HANDOUTS else self.view.currentData()
        self.requested.emit(str(view), self.chosen)


def _views(screen: Screen, topic: str, views: Sequence[str]) -> dict[str, str]:
    """Views with their names; a card names its strategy, and what is about a topic the topic."""
    shown = screen.inspector
    card = words.view_card(shown.card.strategy.name) if shown else words.VIEW_CARD_NONE
    named = {**common.TABS, CARD: card}
    if topic:
        named[TOPICS] = words.view_topic(named[TOPICS], topic)
    if screen.second_profile is None:
        named[COMPARE] = words.VIEW_COMPARE_NONE
    return {view: named[view] for view in views}


def _box(name: str, options: Mapping[str, str]) -> ChoiceBox:
    # A long name of a strategy must not make the dialog wider than the window.
    return ChoiceBox(options, f"export.{name}", spoken=words.DIALOG_FIELDS[name], letters=24)


def _own_line(text: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setObjectName("export.own")
    line.setAccessibleName(words.DIALOG_FIELDS["own"])
    line.setPlaceholderText(words.OWN_SIZE_HINT)
    line.setMaxLength(20)
    return line


def _choose(box: QComboBox, id_: str) -> None:
    box.setCurrentIndex(max(0, box.findData(id_)))


def _disable(box: QComboBox, id_: str, disabled: bool) -> None:
    """Leave an option in the list, and let nobody choose it."""
    model = box.model()
    if isinstance(model, QStandardItemModel):
        model.item(box.findData(id_)).setEnabled(not disabled)


def _allows(box: QComboBox, id_: str) -> bool:
    model, place = box.model(), box.findData(id_)
    return place >= 0 and bool(model.flags(model.index(place, 0)) & Qt.ItemFlag.ItemIsEnabled)
