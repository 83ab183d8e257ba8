"""The inspector: one strategy in full, with everything that leads on from it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QUrl, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QWidget,
)

from nanoexplorer import strings
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Inspected
from nanoexplorer.core.standing import Rung, shown_rungs
from nanoexplorer.figures.ladder import HEIGHT, draw_ladder
from nanoexplorer.figures.prose import Prose
from nanoexplorer.figures.strategy_text import (
    LINK_DOI,
    LINK_NEAREST,
    LINK_REPORT,
    write_evidence,
    write_why,
)
from nanoexplorer.palette import Theme
from nanoexplorer.ui.prose_view import ProseView
from nanoexplorer.ui.widgets import column, frame, give_tip, label, row


class Inspector(QFrame):
    """Sends wishes: show the nearest profile, open a DOI, report a statement, copy references."""

    nearest_wished = Signal()
    link_wished = Signal(str)
    report_wished = Signal(str)
    references_wished = Signal(str)

    def __init__(self, pack: Pack, theme: Theme, zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "inspector")
        self.setObjectName("inspector")
        self._pack = pack
        self._theme, self._zoom = theme, zoom
        self._shown: Inspected | None = None
        self._body: _Body | None = None  # built for the first strategy, which a start lacks
        self.empty = label(strings.INSPECTOR_EMPTY, "muted", wraps=True, name="inspector.empty")
        self._nothing = padded(self.empty)
        self._lines = column(self, gap=0)
        self._lines.addWidget(self._nothing)
        self._lines.addStretch(0)

    @property
    def body(self) -> _Body:
        """Everything that is shown of a strategy."""
        if self._body is None:
            self._body = _Body(self._pack, self._theme, self._zoom)
            self._body.text.anchorClicked.connect(self._follow)
            self._body.references_wished.connect(self.references_wished)
            self._lines.insertWidget(1, self._body, 1)
        return self._body

    def show_part(self, shown: Inspected | None) -> None:
        """Draw a strategy, or say that none is selected."""
        self._shown = shown
        self._nothing.setVisible(shown is None)
        if shown is not None:
            self.body.show_strategy(self._pack, shown)
        if self._body is not None:
            self._body.setVisible(shown is not None)

    def dress(self, theme: Theme, zoom: int) -> None:
        """Take another theme or zoom."""
        self._theme, self._zoom = theme, zoom
        if self._body is not None:
            self._body.dress(theme, zoom)
            self.show_part(self._shown)

    def _follow(self, link: QUrl) -> None:
        target = link.toString()
        if target == LINK_NEAREST:
            self.nearest_wished.emit()
        elif target.startswith(LINK_REPORT):
            self.report_wished.emit(target.removeprefix(LINK_REPORT))
        elif target.startswith(LINK_DOI):
            self.link_wished.emit(target)


class _Body(QFrame):
    """Title and ladder, the text, and the buttons that copy its references."""

    references_wished = Signal(str)

    def __init__(self, pack: Pack, theme: Theme, zoom: int) -> None:
        super().__init__()
        self.setProperty("role", "inspector")
        self.setObjectName("inspector.body")
        self.kind = label("", "small", wraps=True, name="inspector.kind")
        self.title = label("", "title", wraps=True, name="inspector.title")
        self.ladder = Ladder(pack, theme, zoom)
        self.text = _Text(theme, zoom, self)
        self.text.setObjectName("inspector.text")
        lines = column(self, gap=0)
        lines.addWidget(padded(self.kind, self.title, self.ladder))
        lines.addWidget(self.text, 1)
        lines.addWidget(self._buttons())

    def _buttons(self) -> QWidget:
        box = frame("inspector", "inspector.buttons")
        line = row(box, gap=8)
        line.setContentsMargins(20, 8, 16, 12)
        line.addWidget(label(strings.COPY_REFERENCES, "small"))
        for name, text in strings.COPY_FORMATS.items():
            button = QPushButton(text)
            button.setObjectName(f"inspector.copy_{name}")
            give_tip(button, strings.COPY_REFERENCES_AS.format(format=text))
            button.clicked.connect(lambda _=False, name=name: self.references_wished.emit(name))
            line.addWidget(button)
        line.addStretch(1)
        return box

    def show_strategy(self, pack: Pack, shown: Inspected) -> None:
        strategy = shown.card.strategy
        group = pack.label("group", strategy.group)
        self.kind.setText(f"{strings.KIND[strategy.kind]} · {group}")
        self.title.setText(strategy.name)
        self.ladder.show_rungs(shown.card.rungs)
        self.text.rewrite(pack, shown)

    def dress(self, theme: Theme, zoom: int) -> None:
        self.ladder.dress(theme, zoom)
        self.text.dress(theme, zoom)


def padded(*widgets: QWidget) -> QWidget:
    """Widgets below each other with the inspector's margins."""
    box = frame("inspector")
    lines = column(box, gap=2)
    lines.setContentsMargins(20, 16, 16, 4)
    for widget in widgets:
        lines.addWidget(widget)
    return box


class _Text(ProseView):
    """The strategy's text; where only the profile changes, only what follows from it is new."""

    def __init__(self, theme: Theme, zoom: int, parent: QWidget) -> None:
        super().__init__(theme, zoom, parent)
        self.setViewportMargins(20, 0, 16, 0)
        self.setAccessibleName(strings.INSPECTOR_TEXT)
        self._why_ends = 0
        self._written: tuple[object, ...] = ()

    def rewrite(self, pack: Pack, shown: Inspected) -> None:
        """Write a strategy."""
        unchanging = (shown.card.strategy, shown.notes, self.theme, self.zoom)
        same = unchanging == self._written

        def write(prose: Prose) -> None:
            write_why(prose, pack, shown)
            self._why_ends = prose.position
            if not same:
                write_evidence(prose, pack, shown)

        self.write(write, self._why_ends if same else None)
        self._written = unchanging


class Ladder(QWidget):
    """All rungs, the strategy's own marked; a screen reader hears which."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int) -> None:
        super().__init__()
        self.setObjectName("inspector.ladder")
        self._pack = pack
        self._theme, self._zoom = theme, zoom
        self._rungs: tuple[Rung, ...] = ()
        self._fix_height()

    def show_rungs(self, rungs: tuple[Rung, ...]) -> None:
        self._rungs = rungs
        said = [(strings.rung_label(rung), rung.status) for rung in shown_rungs(rungs)]
        self.setAccessibleName(strings.STATUS_IS.format(status=", ".join(s for s, _ in said)))
        give_tip(self, "\n".join(f"{words}: {status.definition}" for words, status in said))
        self.update()

    def dress(self, theme: Theme, zoom: int) -> None:
        self._theme, self._zoom = theme, zoom
        self._fix_height()

    def _fix_height(self) -> None:
        self.setFixedHeight((HEIGHT + 10) * self._zoom // 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._rungs:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        above = 6 * self._zoom / 100
        box = QRectF(0, above, self.width(), HEIGHT * self._zoom / 100)
        draw_ladder(painter, box, self._pack.statuses, self._rungs, self._theme, self._zoom)
