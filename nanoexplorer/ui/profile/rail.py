"""The profile as a rail: every value in short, and one click from being changed."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Field, Value
from nanoexplorer.core.screen import ProfilePart
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.scrolling import scrolled
from nanoexplorer.ui.base.theme import restyle
from nanoexplorer.ui.base.widgets import STRETCH, button, column, frame, give_tip, label, put
from nanoexplorer.ui.controls.buttons import GlyphButton
from nanoexplorer.ui.controls.elided import elided
from nanoexplorer.words import common
from nanoexplorer.words import window as words

EDGE = 2
"""Px at 100 % on both sides of a value."""
LONGEST_WORD = 8
"""Letters of a word that has room in the heading; with a longer one it is one line and elides."""


class ProfileRail(QFrame):
    """What is not shown at once in the profile is here only where it is known."""

    unfolded = Signal(str)
    """The profile is wanted, at that field or at none."""

    def __init__(self, pack: Pack, zoom: int) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self.setObjectName("rail")
        self.setAccessibleName(pack.profile_name)
        self._pack = pack
        spoken, tip = words.UNFOLD_PROFILE, words.UNFOLD_PROFILE_TIP
        self.unfold = GlyphButton("chevron-right", "rail.unfold", spoken, tip, zoom, flat=False)
        self.unfold.clicked.connect(lambda: self.unfolded.emit(""))
        self.fields = {field.id: FieldButton(field, zoom) for field in pack.fields}
        for field, made in self.fields.items():
            made.clicked.connect(lambda _=False, id_=field: self.unfolded.emit(id_))
        heading = elided(pack.profile_name, "caps", name="rail.title")
        heading.setWordWrap(max(map(len, pack.profile_name.split())) <= LONGEST_WORD)
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside, above = frame("side", "rail.fields"), scaled(8, zoom)
        put(column(inside, gap=0), *self.fields.values(), STRETCH)
        lines = column(self, gap=above, margin=(0, above, 0, above))
        lines.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignHCenter)
        put(lines, heading, (scrolled(inside, "rail.scroll"), 1))
        lines.addWidget(self._show(), 0, Qt.AlignmentFlag.AlignHCenter)

    def _show(self) -> QPushButton:
        """The word for what the chevron does, where nothing else stands."""
        made = button(
            words.RAIL_SHOW,
            "rail.show",
            kind="link",
            tip=words.UNFOLD_PROFILE_TIP,
            does=lambda: self.unfolded.emit(""),
        )
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the chevron has the keyboard
        return made

    def show_part(self, part: ProfilePart) -> None:
        """Draw every value."""
        for field in self._pack.fields:
            value = part.profile[field.id]
            shown = self.fields[field.id]
            shown.show_value(value)
            shown.setVisible(not field.folded or field.is_known(value))


class FieldButton(QPushButton):
    """A field over its value; what is unknown is grey."""

    def __init__(self, field: Field, zoom: int) -> None:
        super().__init__()
        self.setObjectName(f"rail.{field.id}")
        self.setProperty("kind", "rail")
        self._field, self._said = field, ""
        self.value = label("", wraps=True, name=f"rail.{field.id}.value")
        self.name = name = label(field.label, "small", wraps=True)
        margin = tuple(scaled(px, zoom) for px in (EDGE, 6, EDGE, 8))
        put(column(self, gap=scaled(2, zoom), margin=margin), name, self.value)
        for line in (name, self.value):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_value(self, value: Value) -> None:
        """Draw a value in short, and say it whole."""
        known = self._field.is_known(value)
        self._said = said = common.value_beside(self._field, value)
        self.value.setProperty("role", "rail-known" if known else "rail-unknown")
        restyle(self.value)
        self._fit(self.value, said)
        self.setAccessibleName(common.value_phrase(self._field, value))
        give_tip(self, words.RAIL_FIELD_TIP.format(said=self.accessibleName()))
        self.updateGeometry()

    def _fit(self, line: QLabel, said: str) -> None:
        """Write words of which each has room in a line, or ends in an ellipsis."""
        metrics, lines = line.fontMetrics(), self.layout()
        room = self.width() - 2 * lines.contentsMargins().left() if lines else self.width()
        end = Qt.TextElideMode.ElideRight
        parts = re.split(r"(?<=[ -])", said)  # where a line may end
        line.setText("".join(metrics.elidedText(part, end, room) for part in parts))

    @override
    def sizeHint(self) -> QSize:
        """As high as its two lines of words; a button would ask for one."""
        inside: QWidget | None = self.parentWidget()
        width = inside.width() if inside else self.width()
        lines = self.layout()
        assert lines is not None
        return QSize(1, lines.totalHeightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words may break elsewhere, once a scroll bar has taken some width; one that is wider
        than the rail ends in an ellipsis.
        """
        super().resizeEvent(event)
        self._fit(self.name, self._field.label)
        self._fit(self.value, self._said)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
