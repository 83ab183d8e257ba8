"""The inspector's body, which a start has no use for: it comes with the first strategy."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Inspected
from nanoexplorer.documents.strategy import counts, head, tab
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import hair, scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.requests import ChooseOption, CopyReferences
from nanoexplorer.ui.base.session import INSPECTOR_TAB
from nanoexplorer.ui.base.view import Part
from nanoexplorer.ui.base.widgets import SIDE, STRETCH, button, column, frame, put, row
from nanoexplorer.ui.controls.elided import elided
from nanoexplorer.ui.controls.prose_view import ProseView
from nanoexplorer.ui.inspector.head import TEXT_SIZE, Head
from nanoexplorer.ui.inspector.tabs import Tabs
from nanoexplorer.words import actions as actions_words
from nanoexplorer.words import inspector as words

LEAST_TEXT, TEXT = 48, 96
"""Px at 100 % that a text has at least, or the buttons go, and then the scale; and that it has, or
what stands over the tabs goes into it."""
WITH_HEAD = ("why", "status")
"""The tabs whose text has the head's where that has no room."""


class InspectorBody(Part):
    """Title, scale and what it is for; the tabs, and the buttons that copy the references.

    Requests another tab, what a link leads to, or a copy of the references.
    """

    def __init__(self, pack: Pack, theme: Theme, zoom: int) -> None:
        super().__init__("inspector", "inspector.body")
        self._pack, self._theme, self._zoom = pack, theme, zoom
        self._shown: Inspected | None = None
        self._written: set[str] = set()
        self._low = False
        self.head = Head(pack, theme, zoom)
        self.head.requested.connect(self.requested)
        self.tabs = Tabs(zoom)
        self.tabs.chosen.connect(self._turn)
        self.pages = QStackedWidget()
        self.pages.setMinimumHeight(scaled(LEAST_TEXT, zoom))
        self._texts: dict[str, _Text] = {}
        self.foot = frame("foot", "inspector.foot")
        self._buttons = row(self.foot)
        self._add_buttons(self._buttons)
        side = scaled(SIDE, zoom)
        tabs = put(row(gap=0, margin=(side, 0, side, 0)), self.tabs)
        put(column(self, gap=0), self.head, tabs, frame("rule"), (self.pages, 1), self.foot)

    def _add_buttons(self, line: QHBoxLayout) -> None:
        put(line, elided(actions_words.COPY_REFERENCES, "small"), STRETCH)
        for name, text in actions_words.COPY_FORMATS.items():
            tip = actions_words.COPY_REFERENCES_AS.format(format=text)
            made = button(text, f"inspector.copy_{name}", tip=tip)
            made.clicked.connect(
                lambda _=False, name=name: self.requested.emit(CopyReferences(name))
            )
            line.addWidget(made)

    @property
    def text(self) -> ProseView:
        """What stands under the chosen tab."""
        return self.page(self.tabs.name)

    def page(self, name: str) -> ProseView:
        """What stands under a tab; it is built and written when it is first looked at."""
        if name not in self._texts:
            made = self._texts[name] = _Text(name, self._theme, self._zoom, self)
            made.requested.connect(self.requested)
            self.pages.addWidget(made)
        if name not in self._written and self._shown is not None:
            self._written.add(name)
            first, *others = tab(self._pack, self._shown, name)
            over = head(self._pack, self._shown) if self._low and name in WITH_HEAD else ()
            self._texts[name].show_sections((first, *over, *others))
        return self._texts[name]

    def _turn(self, name: str) -> None:
        self.pages.setCurrentWidget(self.page(name))
        self.requested.emit(ChooseOption(INSPECTOR_TAB, name))

    def choose(self, name: str) -> None:
        """Turn to a tab."""
        self.tabs.choose(name)

    def reveal(self, text: str, tab: str) -> None:
        """Bring what a tab says into sight, and give it the keyboard."""
        self.choose(tab)
        self.text.reveal(text)
        self.text.setFocus()

    def show_strategy(self, shown: Inspected) -> None:
        """Show all that is known of a strategy; another one is read from its beginning."""
        old, self._shown = self._shown, shown
        self._written.clear()
        self.head.show_strategy(self._pack, shown)
        self.tabs.show_counts(counts(shown))
        self._seat_head()
        self.pages.setCurrentWidget(self.text)
        if old is None or old.card.strategy != shown.card.strategy:
            for text in self._texts.values():
                text.verticalScrollBar().setValue(0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Below the columns there is width and no height."""
        super().resizeEvent(event)
        flat = self.width() > self.height()
        self.head.arrange(flat, self.width())
        above, below = (4, 4) if flat else (8, 12)
        margins = (scaled(px, self._zoom) for px in (SIDE, above, SIDE, below))
        self._buttons.setContentsMargins(*margins)
        self._seat_head()

    def _seat_head(self) -> None:
        """Keep some text: what stands over the tabs goes into it, then buttons and scale go."""
        foot, z = self.foot.sizeHint().height(), self._zoom
        left = self.height() - self.tabs.sizeHint().height() - self.head.height_in(self.width())
        scale = self.head.height_of_scale
        self.head.scale.setVisible(left - scale >= scaled(LEAST_TEXT, z))
        self.foot.setVisible(left - scale - foot >= scaled(LEAST_TEXT, z))
        low = left - scale - foot - self.head.height_of_text(self.width()) < scaled(TEXT, z)
        self.head.text.setVisible(not low)
        if low is not self._low:
            self._low = low
            self._written -= set(WITH_HEAD)
            if self._shown is not None:
                self.page(self.tabs.name)

    def dress(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme


class _Text(ProseView):
    """What stands under one of the tabs."""

    text_size = TEXT_SIZE

    def __init__(self, name: str, theme: Theme, zoom: int, parent: QWidget) -> None:
        super().__init__(f"inspector.{name}", words.TABS[name], theme, zoom, parent)
        ring = 2 * hair(zoom)  # unseen without the focus, and there
        side = scaled(SIDE, zoom) - ring
        self.setViewportMargins(side, scaled(12, zoom) - ring, side, 0)
