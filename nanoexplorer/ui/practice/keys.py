"""What can be chosen, as keys: each with its mark, its key, and what came of it once answered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QScrollArea, QSizePolicy

from nanoexplorer.drawing import fonts, typesetting
from nanoexplorer.drawing.marks import draw_glyph
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import hair, scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.rings import has_ring
from nanoexplorer.ui.base.theme import give_role
from nanoexplorer.ui.base.widgets import STRETCH, column, give_tip, label, put, row
from nanoexplorer.words.teaching import practice as words

GAP: Final = 12
"""Px at 100 % between keys beside each other, like all lengths here."""
LEAST: Final = 132
"""The width of a key beside others."""
PAD: Final = 12
MARK: Final = 18
CAP: Final = 22
LINE: Final = 20
FLAT: Final = 25
"""The height of a key that is one line of a list."""
RADIUS: Final = 4


class Option(NamedTuple):
    """What can be chosen: `key` chooses it, its mark is drawn in a colour role."""

    id: str
    key: str
    text: str
    mark: str
    role: str
    tip: str = ""


class Outcome(NamedTuple):
    """What came of a key: `right` or missed, and whose answer it is."""

    right: bool
    yours: bool

    @property
    def said(self) -> str:
        """Whose answer it is, in words."""
        return words.YOUR_ANSWER if self.yours else words.SOURCES_ANSWER

    @property
    def roles(self) -> tuple[str, str]:
        """Of the ground, and of the frame and what is said."""
        return ("right-soft", "right") if self.right else ("caution-soft", "caution")

    @property
    def mark(self) -> str:
        """What is drawn before these words."""
        return "tick" if self.right else "cross"


class Key(QRadioButton):
    """One option. It paints itself, as a card beside others or as one line of a list."""

    def __init__(self, name: str, option: Option, theme: Theme, zoom: int) -> None:
        super().__init__(option.text)
        self.setObjectName(name)
        self.option, self.outcome = option, None  # type: tuple[Option, Outcome | None]
        self._theme, self._zoom, self._flat = theme, zoom, False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if option.tip:
            give_tip(self, option.tip)

    def px(self, length: float) -> float:
        """Turn a length of 100 % into one of this zoom."""
        return length * self._zoom / 100

    def flatten(self, flat: bool) -> None:
        """Be a line of a list, or a card."""
        self._flat = flat

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Show what came of it, also to who cannot see it; there is nothing more to choose."""
        self.outcome = outcome
        self.setEnabled(False)
        if outcome:
            said = words.KEY_SPOKEN.format(option=self.text(), outcome=outcome.said)
            self.setAccessibleName(said)

    def _words(self) -> QFont:
        return fonts.font(fonts.BODY, fonts.SEMIBOLD, zoom=self._zoom)

    def _small(self) -> QFont:
        return fonts.font(fonts.SMALL, fonts.SEMIBOLD, zoom=self._zoom)

    def _room(self, width: float) -> float:
        """The px that its words have in a width."""
        if not self._flat:
            return width - 2 * self.px(PAD)
        said = typesetting.advance(self.outcome.said, self._small()) if self.outcome else 0.0
        after = said + self.px(MARK + 4) if said else 0.0
        return width - self.px(2 * PAD + MARK + 8 + CAP + 8) - after

    def height_in(self, width: float) -> int:
        """As high as its words are in a width, with room for what comes of it."""
        lines = len(typesetting.lines(self.text(), self._words(), self._room(width)))
        if self._flat:
            return round(self.px(max(FLAT, lines * LINE + 4)))
        return round(self.px(2 * PAD + MARK + 6 + lines * LINE + LINE))

    @override
    def sizeHint(self) -> QSize:
        """On one line of words."""
        about = PAD + MARK + 8 + CAP + 8 + PAD if self._flat else 2 * PAD
        wide = typesetting.advance(self.text(), self._words()) + self.px(about) + 1
        return QSize(round(wide), self.height_in(wide))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    @override
    def hitButton(self, pos: object) -> bool:
        """All of it answers a click."""
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._frame(painter)
        if self._flat:
            self._paint_line(painter)
        else:
            self._paint_card(painter)
        painter.end()

    def _frame(self, painter: QPainter) -> None:
        ground, line, width = "surface", "line-strong", hair(self._zoom)
        if self.underMouse() and self.isEnabled():
            ground = "hover"
        if self.outcome:
            (ground, line), width = self.outcome.roles, 2 * width
        elif self.isChecked():
            ground, line, width = "accent-soft", "accent", 2 * width
        if has_ring(self):
            line, width = "focus", 2 * hair(self._zoom)
        painter.setPen(QPen(QColor(self._theme[line]), width))
        painter.setBrush(QColor(self._theme[ground]))
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, self.px(RADIUS), self.px(RADIUS))

    def _paint_card(self, painter: QPainter) -> None:
        pad, mark, right = self.px(PAD), self.px(MARK), self.width() - self.px(10)
        self._mark(painter, QRectF(pad, pad, mark, mark))
        cap = self.px(CAP)
        self._cap(painter, QRectF(right - cap, self.px(9), cap, cap))
        top = pad + mark + self.px(6)
        self._said(painter, QRectF(pad, top, self.width() - 2 * pad, self.height()))
        if self.outcome:
            line = self.px(LINE)
            self._came(painter, QRectF(pad, self.height() - pad - line + self.px(2), 0, line))

    def _paint_line(self, painter: QPainter) -> None:
        pad, mark, cap = self.px(PAD), self.px(MARK - 2), self.px(CAP - 2)
        middle, right = self.height() / 2, self.width() - self.px(6)
        self._mark(painter, QRectF(pad, middle - mark / 2, mark, mark))
        self._cap(painter, QRectF(right - cap, middle - cap / 2, cap, cap))
        left, room = pad + mark + self.px(8), self._room(self.width())
        lines = len(typesetting.lines(self.text(), self._words(), room))
        high = lines * self.px(LINE)
        self._said(painter, QRectF(left, middle - high / 2, room, high))
        if self.outcome:
            wide = typesetting.advance(self.outcome.said, self._small()) + self.px(MARK + 4)
            line = self.px(LINE)
            at = right - cap - self.px(8) - wide
            self._came(painter, QRectF(at, middle - line / 2, wide, line))

    def _mark(self, painter: QPainter, box: QRectF) -> None:
        draw_glyph(painter, self.option.mark, box, self._theme[self.option.role])

    def _cap(self, painter: QPainter, box: QRectF) -> None:
        """The key that chooses it, filled once it is chosen."""
        if not self.option.key:
            return
        chosen = self.isChecked() and not self.outcome
        ground, ink = ("accent", "on-accent") if chosen else ("sunken", "ink-muted")
        painter.setPen(QPen(QColor(self._theme["accent" if chosen else "line-strong"]), 1.0))
        painter.setBrush(QColor(self._theme[ground]))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), self.px(3), self.px(3))
        painter.setFont(self._small())
        painter.setPen(QColor(self._theme[ink]))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.option.key)

    def _said(self, painter: QPainter, box: QRectF) -> None:
        font = self._words()
        painter.setFont(font)
        painter.setPen(QColor(self._theme["ink"]))
        down = self.px(LINE) * 0.74
        for place, line in enumerate(
            typesetting.lines(self.text(), font, self._room(self.width()))
        ):
            painter.drawText(box.topLeft() + QPointF(0, down + place * self.px(LINE)), line)

    def _came(self, painter: QPainter, box: QRectF) -> None:
        """Right or missed, by mark, colour and word."""
        assert self.outcome
        _, role = self.outcome.roles
        side = self.px(MARK - 5)
        mark = QRectF(box.left(), box.center().y() - side / 2, side, side)
        draw_glyph(painter, self.outcome.mark, mark, self._theme[role])
        painter.setFont(self._small())
        painter.setPen(QColor(self._theme[role]))
        at = QRectF(mark.right() + self.px(6), box.top(), self.width(), box.height())
        painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, self.outcome.said)


class Keys(QFrame):
    """Keys beside each other, all as high as the highest, or as a list below each other."""

    def __init__(self, keys: Iterable[Key], zoom: int) -> None:
        super().__init__()
        self.keys, self._zoom, self._flat = tuple(keys), zoom, False
        for key in self.keys:
            key.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def least(self) -> int:
        """The width that they take beside each other."""
        count = len(self.keys)
        return scaled(count * LEAST + (count - 1) * GAP, self._zoom)

    @property
    def listed(self) -> int:
        """The width that they take in a list without breaking a line."""
        return max(key.sizeHint().width() for key in self.keys)

    def flatten(self, flat: bool) -> None:
        """Stand in a list, or beside each other."""
        if flat is not self._flat:
            self._flat = flat
            for key in self.keys:
                key.flatten(flat)
            self.updateGeometry()
            self._place()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max((box.bottom() + 1 for box in self._boxes(width)), default=0)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.least, self.heightForWidth(self.least))

    def _boxes(self, width: int) -> list[QRect]:
        if self._flat:
            boxes, top = [], 0
            for key in self.keys:
                boxes.append(QRect(0, top, width, key.height_in(width)))
                top += boxes[-1].height() + scaled(2, self._zoom)
            return boxes
        gap, count = scaled(GAP, self._zoom), len(self.keys)
        each = (width - gap * (count - 1)) / count
        high = max(key.height_in(each) for key in self.keys)
        lefts = [round(place * (each + gap)) for place in range(count)]
        return [QRect(left, 0, round(each), high) for left in lefts]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        for key, box in zip(self.keys, self._boxes(self.width()), strict=True):
            key.setGeometry(box)
            key.update()


class Choices(QFrame):
    """A question with its keys, of which one is chosen: by its key, by arrow keys, or with the
    mouse.
    """

    chosen = Signal(str)

    def __init__(
        self, name: str, title: str, options: Iterable[Option], theme: Theme, zoom: int
    ) -> None:
        super().__init__()
        self.setObjectName(f"practice.{name}")
        self.setAccessibleName(title)
        self._group = QButtonGroup(self)
        made = {o.id: Key(f"practice.{name}.{o.id}", o, theme, zoom) for o in options}
        self.options: dict[str, Key] = made
        self.keys = {key.option.key: id_ for id_, key in made.items() if key.option.key}
        self.title = label(title, "lead", wraps=True, name=f"practice.{name}.title")
        signs = [*self.keys]
        hint = words.KEYS.format(first=signs[0], last=signs[-1]) if signs else ""
        self.hint = label(hint, "small", name=f"practice.{name}.keys")
        head = put(row(), (self.title, 1))
        head.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignBottom)
        self.row = Keys(made.values(), zoom)
        put(column(self, gap=scaled(6, zoom)), head, self.row, STRETCH)
        for id_, key in made.items():
            self._group.addButton(key)
            key.toggled.connect(lambda on, id_=id_: self.chosen.emit(id_) if on else None)

    def flatten(self, flat: bool) -> None:
        """As a list, or beside each other."""
        self.row.flatten(flat)
        self.hint.setVisible(not flat)
        give_role(self.title, "strong" if flat else "lead")

    def show_outcome(self, given: str, right: Iterable[str]) -> None:
        """Show what was answered, and what the sources say."""
        among = set(right)
        for id_, key in self.options.items():
            key.setChecked(id_ == given)
            shown = id_ == given or (id_ in among and given not in among)
            key.show_outcome(Outcome(id_ in among, id_ == given) if shown else None)

    def choose(self, id_: str) -> None:
        """Choose an option, give it the keyboard, and let it be seen."""
        option = self.options[id_]
        option.setChecked(True)
        option.setFocus()
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(option)
