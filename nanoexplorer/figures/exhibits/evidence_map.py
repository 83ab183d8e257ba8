"""The evidence map, as it leaves: bubbles, gaps, legend and caption, nothing out of sight."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from nanoexplorer import strings
from nanoexplorer.core.evidence_map import EvidenceMap, evidence_map, map_kind
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.documents.evidence import in_order
from nanoexplorer.figures.evidence_sheet import make_sheet, map_labels
from nanoexplorer.figures.evidence_whole import draw_whole
from nanoexplorer.figures.exhibit import Exhibit, Picture
from nanoexplorer.figures.fitting import READS, fitting_zoom
from nanoexplorer.palette import Theme
from nanoexplorer.strings import evidence_map as words

OPTION = "evidence-map.kind"
WIDTH, HEIGHT = 1100.0, 420.0
"""Px in which it stands well at 100 %; more where it has more rows or columns."""
LARGEST = 150
"""Percent: bubbles grow with the room, words need not."""


def exhibit(pack: Pack, screen: Screen, theme: Theme) -> Exhibit:
    """The map that is chosen, for the screen's profile."""
    assert screen.profile
    profile = screen.profile.profile
    kind = map_kind(dict(screen.options).get(OPTION, ""))
    shown = evidence_map(pack, kind, profile)
    counts = words.evidence_map_counts(shown.statements, shown.gaps)
    title = words.TITLE[kind]

    def draw(painter: QPainter, rect: QRectF) -> None:
        _draw(painter, rect, shown, pack, theme, screen.selection)

    behind = {strategy for cell in shown.cells for strategy in cell.strategies}
    statements = (s for strategy in behind for s in pack.statements_of.get(strategy, ()))
    return Exhibit(
        view="evidence-map",
        title=title,
        subtitle=f"{strings.profile_line(pack.fields, profile)} · {counts}",
        body=Picture(
            draw,
            _least(shown, pack, theme),
            _spoken(pack, shown, title, counts),
            lambda size: _zoom(size, shown, pack, theme),
        ),
        keys=in_order(pack, (r for s in statements for r in pack.cites(s))),
        remarks=tuple(note.text for note in screen.profile.notes),
    )


def _least(shown: EvidenceMap, pack: Pack, theme: Theme) -> QSizeF:
    room = make_sheet(shown, pack, theme, 100, WIDTH, HEIGHT).room
    return QSizeF(max(WIDTH, room.width()), max(HEIGHT, room.height()))


def _draw(
    painter: QPainter,
    rect: QRectF,
    shown: EvidenceMap,
    pack: Pack,
    theme: Theme,
    selection: str,
) -> None:
    """At the largest zoom at which rows and columns find room."""
    if not (shown.rows and shown.columns):
        return
    chosen = ((cell.row, cell.column) for cell in shown.cells if selection in cell.strategies)
    zoom = _zoom(rect.size(), shown, pack, theme)
    sheet = make_sheet(shown, pack, theme, zoom, rect.width(), rect.height())
    shrink = min(1.0, rect.width() / sheet.room.width(), rect.height() / sheet.room.height())
    painter.save()
    painter.translate(rect.topLeft())
    painter.scale(shrink, shrink)
    draw_whole(painter, sheet, frozenset(chosen))
    painter.restore()


def _zoom(size: QSizeF, shown: EvidenceMap, pack: Pack, theme: Theme) -> int:
    """The largest zoom that fits; a smaller one that still reads well if it shows all labels."""

    def fits(zoom: int, whole: bool = False) -> bool:
        sheet = make_sheet(shown, pack, theme, zoom, size.width(), size.height())
        room = sheet.room
        fitting = room.width() <= size.width() + 1 and room.height() <= size.height() + 1
        return fitting and not (whole and sheet.grid.cut)

    largest = fitting_zoom(fits, LARGEST)
    whole = fitting_zoom(lambda zoom: fits(zoom, True), largest)
    return whole if whole >= READS and fits(whole, True) else largest


def _spoken(pack: Pack, shown: EvidenceMap, title: str, counts: str) -> str:
    rows, columns = map_labels(pack, shown)
    said = (
        f"{words.evidence_map_cell(rows[c.row], columns[c.column], c.statements)}."
        for c in shown.cells
    )
    return " ".join([f"{title}: {counts}.", *said])
