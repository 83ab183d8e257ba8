"""Prose in columns: as many side by side as there is width for lines of a readable measure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtGui import QResizeEvent

from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.render.screen.prose import GAP, UNIT
from nanoexplorer.render.screen.text import Bands, write_bands
from nanoexplorer.ui.controls.prose_view import ProseView

MOST: Final = 2
LEAST: Final = 360
MEASURE: Final = 680
"""Px at 100 % that a column has at least where there are several, and at most."""


class ColumnsView(ProseView):
    """Written by `make`, which is asked for the bands of so many columns."""

    def __init__(self, name: str, spoken: str, theme: Theme, zoom: int) -> None:
        super().__init__(name, spoken, theme, zoom)
        self._make: Callable[[int], Bands] = lambda _: ()
        self._bands: Bands = ()
        self._columns = 0

    def show_bands(self, make: Callable[[int], Bands]) -> None:
        """Show what there is in as many columns as there is room for."""
        self._make = make
        self._write()

    @override
    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        self._bands = ()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place where there are more columns now, or fewer."""
        bar, whole = self.verticalScrollBar(), self.document().size().height()
        share = bar.value() / max(1.0, whole)
        super().resizeEvent(event)
        if self._fitting() != self._columns:
            self._write()
            bar.setValue(round(share * self.document().size().height()))
        self._keep_measure()

    def _fitting(self) -> int:
        gap = round(GAP * UNIT)
        wide = self.viewport().width() * 100 / self.zoom
        return max(1, min(MOST, int((wide + gap) // (LEAST + gap))))

    def _write(self) -> None:
        self._columns = self._fitting()
        bands = self._make(self._columns)
        if bands != self._bands:
            self._bands = bands
            self._keep_measure()
            self.write(lambda prose: write_bands(prose, bands))

    def _keep_measure(self) -> None:
        """Leave empty what would make lines too long to read."""
        columns = max((len(band) for band in self._bands), default=1)
        most = columns * MEASURE + (columns - 1) * GAP * UNIT
        root = self.document().rootFrame()
        style = root.frameFormat()
        margin = max(0.0, self.viewport().width() - scaled(round(most), self.zoom))
        if style.rightMargin() != margin:
            style.setRightMargin(margin)
            root.setFrameFormat(style)
