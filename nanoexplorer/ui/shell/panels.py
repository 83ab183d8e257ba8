"""Where profile, view and inspector stand: side by side, below each other, or folded away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QTabWidget, QWidget

from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.ui.base.focus import enter
from nanoexplorer.ui.base.settings import as_bytes, as_text
from nanoexplorer.ui.base.widgets import row, splitter
from nanoexplorer.ui.inspector.panel import Inspector
from nanoexplorer.ui.profile.panel import ProfilePanel
from nanoexplorer.ui.shell.side_panels import Panel, SidePanels

if TYPE_CHECKING:
    from nanoexplorer.core.screen import ProfilePart
    from nanoexplorer.ui.profile.rail import ProfileRail

PROFILE: Final = 260
RAIL: Final = 80
INSPECTOR: Final = 364
BESIDE: Final = 800
"""Px at 100 %; below this much room for tabs and inspector the inspector goes underneath."""
LOW: Final = 470
"""Px at 100 %; below this height an inspector underneath takes half of it also from a map."""

Sizes = tuple[int, list[int], list[int]]
"""The width of all, and what each splitter makes of it."""


class Panels(QFrame):
    """Profile, tabs and inspector, of which a wide view has the first as a rail and no last."""

    arranged = Signal()
    """Something may have been opened or folded away."""

    def __init__(
        self,
        panels: tuple[ProfilePanel, QTabWidget, Inspector],
        sides: SidePanels,
        zoom: int,
    ) -> None:
        super().__init__()
        self.setProperty("role", "paper")
        self.profile, self.tabs, self.inspector = panels
        self.sides, self._zoom = sides, zoom
        self._view, self._wide = "strategies", False
        self._selected = self._moved = self._laid = False
        self._part: ProfilePart | None = None
        self._before: Sizes | None = None
        self._after: Sizes | None = None
        self.rail: ProfileRail | None = None
        across = Qt.Orientation.Horizontal
        self.inner = splitter(across, "content.inner", (self.tabs, 1), (self.inspector, 0))
        self.outer = splitter(across, "content.splitter", (self.profile, 0), (self.inner, 1))
        self.outer.splitterMoved.connect(self._remember_move)
        self.profile.folds.clicked.connect(lambda: self.turn("profile"))
        self._line = row(self, gap=0)
        self._line.addWidget(self.outer)

    def show_view(self, name: str, *, wide: bool) -> None:
        """Stand around that view; a `wide` one leaves less to an inspector below it."""
        self._view, self._wide = name, wide
        self.arrange()

    def show_profile(self, part: ProfilePart) -> None:
        """Draw the profile, and its rail where there is one."""
        self._part = part
        self.profile.show_part(part)
        if self.rail is not None:
            self.rail.show_part(part)

    def show_selected(self, selected: bool) -> None:
        """Below a view the inspector takes no room while there is nothing to show in it."""
        turned, self._selected = self._selected is not selected, selected
        self.arrange()
        if turned:
            self._share_room()

    def is_open(self, panel: Panel) -> bool:
        """Whether a panel stands beside the view that is shown."""
        return self._before is None and self.sides.is_open(self._view, panel)

    def turn(self, panel: Panel) -> None:
        """Open a panel and give it the keyboard, or fold it away."""
        if self._before is not None:
            return
        opened = self.sides.turn(self._view, panel)
        self.arrange()
        if opened:
            enter(self.profile if panel == "profile" else self.inspector)

    def bring_inspector(self) -> None:
        """Open the inspector for what was chosen, unless the view stands alone."""
        if not self.sides.is_open(self._view, "inspector"):
            self.sides.bring(self._view, "inspector")
            self.arrange()

    def project(self, alone: bool) -> None:
        """Show the view alone, or again with all that stood around it."""
        bar = self.tabs.tabBar()
        bar.setVisible(not alone)
        if alone:
            self._before = (self.width(), self.outer.sizes(), self.inner.sizes())
            self.arrange()
        elif self._before is not None:
            self._after, self._before = self._before, None
            self.arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
        if self._after is not None and self._after[0] == self.width():
            self._take_back(self._after)
            self._after = None

    def _take_back(self, sizes: Sizes) -> None:
        """As wide as all was before a projection, once the window has its size again."""
        self.outer.setSizes(sizes[1])
        self.inner.setSizes(sizes[2])

    def arrange(self) -> None:
        """Show what is open, where there is room for it; the keyboard leaves what is folded."""
        here = self.window().focusWidget()
        self._arrange_profile()
        below = self._place_inspector()
        wanted = self._selected or not below or self._start_page > 0
        opened = self.is_open("inspector") and wanted
        folded = self.inspector.isHidden()
        self.inspector.setVisible(opened)
        if opened and folded:
            self._share_room()
        self._line.activate()  # or a view would be drawn in the room of the last one first
        self.outer.refresh()
        self.inner.refresh()
        if here is not None:
            self._leave_folded(here)
        self.arranged.emit()

    def _leave_folded(self, here: QWidget) -> None:
        """Give the keyboard to what stands now where it was."""
        rail = self.rail or self.profile
        others = ((self.profile, rail), (rail, self.profile), (self.inspector, self.tabs))
        for folded, instead in others:
            if folded.isHidden() and folded.isAncestorOf(here):
                enter(self.tabs if instead.isHidden() else instead)

    def _arrange_profile(self) -> None:
        opened = self.is_open("profile")
        railed = not opened and self._before is None
        if railed and self.rail is None:
            self._build_rail()
        if self.rail is not None:
            self.rail.setVisible(railed)
        # A splitter asks for the least width of what is hidden too.
        self.profile.setMinimumWidth(scaled(PROFILE, self._zoom) if opened else 0)
        self.profile.setVisible(opened)
        if opened and not self._moved:
            side = scaled(PROFILE, self._zoom)
            self.outer.setSizes([side, self.width() - side])

    def _build_rail(self) -> None:
        from nanoexplorer.ui.profile.rail import ProfileRail  # a start has no use for it

        self.rail = ProfileRail(self.profile.pack, self._zoom)
        self.rail.setFixedWidth(scaled(RAIL, self._zoom))
        self.rail.unfolded.connect(self._unfold)
        if self._part is not None:
            self.rail.show_part(self._part)
        self._line.insertWidget(0, self.rail)

    def _unfold(self, field: str) -> None:
        """Open the profile at one of its fields, or where the keyboard was in it."""
        self.turn("profile")
        if field:
            self.profile.enter_field(field)

    @property
    def _room(self) -> int:
        """The width that profile or rail leave."""
        if not self.profile.isHidden():
            return self.width() - self.outer.sizes()[0]
        railed = self.rail is not None and not self.rail.isHidden()
        return self.width() - (scaled(RAIL, self._zoom) if railed else 0)

    def _place_inspector(self) -> bool:
        """Beside the view where there is room; returns whether it is below."""
        beside = self._room >= scaled(BESIDE, self._zoom)
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self.inner.orientation() is not wanted or not self._laid:
            self._laid = True
            self.inner.setOrientation(wanted)
            self._share_room()
        return not beside

    def _share_room(self) -> None:
        """Divide the room between tabs and inspector; below a map it gets less, for it draws."""
        beside = self.inner.orientation() is Qt.Orientation.Horizontal
        low = self.height() < scaled(LOW, self._zoom)
        whole = self._room if beside else self.height()
        share = 0.45 if beside else 0.3 if self._wide and not low else 0.5
        far = min(scaled(INSPECTOR, self._zoom), round(whole * share))
        if not (beside or self._selected):
            far = self._start_page
        self.inner.setSizes([whole - far, far])

    @property
    def _start_page(self) -> int:
        """The px that the start page takes below the view, if it is wanted and has room there."""
        return self.inspector.nothing.height_below(QSize(self._room, self.height()))

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What the keyboard goes to with one key: profile or its rail, view, inspector."""
        profile = self.profile if self.rail is None or self.rail.isHidden() else self.rail
        return profile, self.tabs.currentWidget(), self.inspector

    def _remember_move(self, *_: object) -> None:
        self._moved = True

    def widths_text(self) -> str:
        """How wide the reader has made the profile, as text for the settings."""
        return as_text(self.outer.saveState().data()) if self._moved else ""

    def restore_widths(self, text: str) -> None:
        """Widths as they were; a text that says none leaves them."""
        if text and self.outer.restoreState(as_bytes(text)):
            self._moved = True
