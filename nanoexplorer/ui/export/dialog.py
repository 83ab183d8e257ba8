"""The dialog that asks what is to leave the app, as what, how large, and in which colours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontInfo, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from nanoexplorer.core.screen import Screen
from nanoexplorer.core.shown.strategies import CHOSEN
from nanoexplorer.drawing import fonts
from nanoexplorer.render.kinds import HANDOUTS
from nanoexplorer.render.pictures import sizes
from nanoexplorer.ui.base.scrolling import scrolled
from nanoexplorer.ui.base.widgets import column, label, row
from nanoexplorer.ui.controls.choices import CheckBox, ChoiceBox
from nanoexplorer.ui.controls.dialogs import fit
from nanoexplorer.ui.export.choices import OWN, SCALES, Choices
from nanoexplorer.views import NAMES
from nanoexplorer.words import common
from nanoexplorer.words import export as words

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
        self.kind = _box("kind", words.KINDS)
        self.size_box = _box("size", words.SIZES)
        self.own = _own_line(chosen.own)
        self.dpi = _box("dpi", words.DPIS)
        self.theme = _box("theme", words.THEMES)
        self.separator = _box("separator", words.SEPARATORS)
        self.only_dependent = _tick("only_dependent", words.ONLY_DEPENDENT)
        self.in_full = _tick("in_full", words.IN_FULL)
        self.whole = _tick("whole", words.WHOLE)
        self.length = label("", "muted", name="export.length")
        self.said = label("", "caution", wraps=True, name="export.said")
        self.save = _button("save", words.DIALOG_SAVE, primary=True)
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
        lines.addWidget(label(words.DIALOG_TITLE, "lead", name="export.title"))
        lines.addWidget(label(words.DIALOG_LEAD, "muted", wraps=True, name="export.lead"))
        fields = QWidget()
        grid = QGridLayout(fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        controls = (
            self.view,
            self.kind,
            self.size_box,
            self.own,
            self.dpi,
            self.theme,
            self.separator,
        )
        for place, (name, control) in enumerate(zip(words.DIALOG_FIELDS, controls, strict=True)):
            title = label(words.DIALOG_FIELDS[name], name=f"export.{name}_label")
            grid.addWidget(title, place, 0)
            grid.addWidget(control, place, 1)
        for place, tick in enumerate(
            (self.only_dependent, self.in_full, self.whole), len(controls)
        ):
            grid.addWidget(tick, place, 1)
        lines.addWidget(scrolled(fields, "export.scroll"))
        lines.addWidget(self._notices())
        lines.addStretch(1)
        lines.addLayout(self._buttons())

    def _notices(self) -> QWidget:
        """What is said of the choices; there is room for two lines, so that nothing moves."""
        notices = QWidget()
        notices.setMinimumHeight(2 * self.said.fontMetrics().lineSpacing())
        lines = column(notices)
        for said in (self.length, self.said):
            said.hide()
            lines.addWidget(said)
        lines.addStretch(1)
        return notices

    def tell_length(self, text: str) -> None:
        """Say how many pages a handout has; nothing of what is none."""
        self.length.setText(text)
        self.length.setVisible(bool(text))

    def _buttons(self) -> QHBoxLayout:
        cancel = _button("cancel", words.DIALOG_CANCEL)
        cancel.clicked.connect(self.reject)
        line = row()
        line.addStretch(1)
        line.addWidget(cancel)
        line.addWidget(self.save)
        return line

    def _show(self, view: str, chosen: Choices) -> None:
        """Show a view, the first one where it can't be shown, and the choices of the last time."""
        _choose(self.view, view if _allows(self.view, view) else NAMES[0])
        _choose(self.kind, chosen.kind)
        _choose(self.size_box, chosen.size)
        _choose(self.dpi, chosen.dpi)
        _choose(self.theme, chosen.theme)
        _choose(self.separator, chosen.separator)
        self.only_dependent.setChecked(chosen.only_dependent == CHOSEN)
        self.in_full.setChecked(chosen.in_full == CHOSEN)
        self.whole.setChecked(chosen.whole == CHOSEN)

    def _connect(self) -> None:
        self.save.clicked.connect(self._request)
        self.own.textChanged.connect(self._follow)
        for tick in (self.only_dependent, self.whole):
            tick.toggled.connect(self._follow)
        for box in (self.view, self.kind, self.size_box):
            box.currentIndexChanged.connect(self._follow)

    @property
    def chosen(self) -> Choices:
        """What the controls say."""
        return Choices(
            kind=str(self.kind.currentData()),
            size=str(self.size_box.currentData()),
            own=self.own.text().strip(),
            dpi=str(self.dpi.currentData()),
            theme=str(self.theme.currentData()),
            separator=str(self.separator.currentData()),
            only_dependent=CHOSEN if self.only_dependent.isChecked() else "",
            in_full=CHOSEN if self.in_full.isChecked() else "",
            whole=CHOSEN if self.whole.isChecked() else "",
        )

    def _follow(self) -> None:
        """Enable what the chosen kind of file heeds, and say what is wrong with a size."""
        takes = self.chosen.of_kind.takes
        self.view.setEnabled(self.chosen.kind not in HANDOUTS)
        _disable(self.size_box, max(SCALES), "scale" not in takes)
        if not _allows(self.size_box, self.chosen.size):
            _choose(self.size_box, min(SCALES))
        self.size_box.setEnabled("size" in takes)
        self.own.setEnabled("size" in takes and self.chosen.size == OWN)
        self.dpi.setEnabled("dpi" in takes)
        self.theme.setEnabled("theme" in takes)
        self.separator.setEnabled("separator" in takes)
        self.whole.setEnabled("whole" in takes)
        self._follow_listed(takes)
        wrong = self.chosen.own and not self.chosen.is_complete
        self.said.setText(sizes.complaint(self.chosen.own) if wrong else "")
        self.said.setVisible(bool(wrong))
        self.save.setEnabled(self.chosen.is_complete)
        self.changed.emit()

    def _follow_listed(self, takes: frozenset[str]) -> None:
        """What is independent of the profile stands in one view and on handouts."""
        listed = self.view.currentData() == NAMES[0] or self.chosen.kind in HANDOUTS
        self.only_dependent.setEnabled(listed and "only-dependent" in takes)
        whole = listed and "in-full" in takes and not self.only_dependent.isChecked()
        self.in_full.setEnabled(whole)

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
    box = ChoiceBox()
    box.setObjectName(f"export.{name}")
    box.setAccessibleName(words.DIALOG_FIELDS[name])
    # A long name of a strategy must not make the dialog wider than the window.
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(24)
    for id_, text in options.items():
        box.addItem(text, id_)
    return box


def _tick(name: str, text: str) -> CheckBox:
    box = CheckBox(text)
    box.setObjectName(f"export.{name}")
    return box


def _own_line(text: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setObjectName("export.own")
    line.setAccessibleName(words.DIALOG_FIELDS["own"])
    line.setPlaceholderText(words.OWN_SIZE_HINT)
    line.setMaxLength(20)
    return line


def _button(name: str, text: str, *, primary: bool = False) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(f"export.{name}")
    button.setDefault(primary)
    button.setAutoDefault(primary)
    if primary:
        button.setProperty("kind", "primary")
    return button


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
