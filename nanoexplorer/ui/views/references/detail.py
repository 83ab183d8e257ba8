"""One reference in full: what it is, and beside it what cites it."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QResizeEvent

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.shown.reference_list import Listed
from nanoexplorer.documents.reference_list import in_full
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.overriding import override
from nanoexplorer.render.screen.text import Bands
from nanoexplorer.ui.base.view import Part
from nanoexplorer.ui.base.widgets import row
from nanoexplorer.ui.controls.columns_view import ColumnsView
from nanoexplorer.ui.controls.prose_view import ProseView
from nanoexplorer.words import references as words

BESIDE: Final = 760
"""Px at 100 %; with less, what it is and what cites it are one text."""
LEAST: Final = 110
SHARES: Final = (36, 64)


class ReferenceDetail(Part):
    """Two texts side by side where there is width, else one."""

    def __init__(self, pack: Pack, theme: Theme, zoom: int) -> None:
        super().__init__("foot")
        self._pack, self._zoom = pack, zoom
        self._shown: tuple[Listed | None, str] = (None, "")
        self._beside = True
        self.facts = ProseView("references.facts", words.FACTS_NAME, theme, zoom)
        self.text = ColumnsView("references.text", words.IN_FULL, theme, zoom)
        margin = tuple(scaled(px, zoom) for px in (14, 10, 2, 2))
        line = row(self, gap=scaled(24, zoom), margin=margin)
        for part, share in zip((self.facts, self.text), SHARES, strict=True):
            part.requested.connect(self.requested)
            line.addWidget(part, share)
        self.setMinimumHeight(scaled(LEAST, zoom))

    def show_reference(self, row: Listed | None, selected: str) -> None:
        """Show a reference; another one from its beginning."""
        again = row == self._shown[0]
        self._shown = row, selected
        places = [text.verticalScrollBar().value() * again for text in (self.facts, self.text)]
        self._write()
        for text, place in zip((self.facts, self.text), places, strict=True):
            text.verticalScrollBar().setValue(place)

    def _write(self) -> None:
        row, selected = self._shown
        self.facts.setVisible(self._beside)
        if self._beside:
            self.facts.show_sections(in_full.facts(self._pack, row))
            self.text.show_bands(self._cited)
        else:
            whole = in_full.sections(self._pack, row, selected)
            self.text.show_bands(lambda _: ((whole,),))

    def _cited(self, columns: int) -> Bands:
        """What cites it below its heading, in columns where there are several statements."""
        found = in_full.cited_by(self._pack, *self._shown)
        if columns < 2 or not found or len(found[0].blocks) < columns:
            return ((found,),)
        lead, rest = in_full.parted(found[0])
        notes = ((found[1:],),) if found[1:] else ()
        return (((lead,),), in_full.halves(rest, columns), *notes)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= scaled(BESIDE, self._zoom)
        if beside is not self._beside:
            self._beside = beside
            self._write()
