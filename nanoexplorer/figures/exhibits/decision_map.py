"""The decision map, as it leaves: the map whole, its legend, where one is, and what is held."""

from __future__ import annotations

from math import prod

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from nanoexplorer import strings
from nanoexplorer.core.decision_map import DecisionMap, lay_map
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.profile_space import space_of
from nanoexplorer.core.screen import Screen
from nanoexplorer.documents.evidence import in_order
from nanoexplorer.figures.decision_map_choices import Choices, read_choices
from nanoexplorer.figures.decision_map_layout import lay_out
from nanoexplorer.figures.decision_map_text import MapWords, cell_text, map_words
from nanoexplorer.figures.exhibit import Exhibit, Picture
from nanoexplorer.figures.fitting import fitting_zoom
from nanoexplorer.palette import Theme
from nanoexplorer.strings import decision_map as decision_map_words
from nanoexplorer.strings import export as ours

WIDTH = 1100.0
"""Px in which everything stands at 100 %, unless it has more columns."""


def exhibit(pack: Pack, screen: Screen, theme: Theme) -> Exhibit:
    """The map that is chosen in the view's options."""
    assert screen.profile
    profile = screen.profile.profile
    space = space_of(pack.table)
    chosen = read_choices(pack, space, screen)
    chart = lay_map(space, profile, chosen.rows, chosen.columns, chosen.strategy)
    words = map_words(pack, chart, space.most, chosen.strategy, screen.selection)
    title, held = _title(pack, chosen), _held(pack, chart, profile, space.size)
    least = lay_out(words, WIDTH, 100)
    return Exhibit(
        view="decision-map",
        title=title,
        subtitle=f"{held}\n{_here(pack, chart, chosen)}",
        body=Picture(
            lambda painter, rect: _draw(painter, rect, words, theme),
            QSizeF(max(WIDTH, least.least), least.height),
            _spoken(pack, chart, words, chosen, title, held),
            lambda size: prod(_fitted(size, words)),
        ),
        keys=_keys(pack, chosen),
        remarks=tuple(note.text for note in screen.profile.notes),
    )


def _draw(painter: QPainter, rect: QRectF, words: MapWords, theme: Theme) -> None:
    from nanoexplorer.figures.decision_map import MapDrawing  # brings pyqtgraph

    zoom, shrink = _fitted(rect.size(), words)
    layout = lay_out(words, rect.width(), zoom)
    painter.save()
    painter.translate(rect.topLeft())
    painter.scale(shrink, shrink)
    drawing = MapDrawing(painter, words, layout, theme)
    drawing.draw(QRectF(0, 0, layout.width, layout.height))
    painter.restore()


def _fitted(size: QSizeF, words: MapWords) -> tuple[int, float]:
    """The largest zoom at which all rows and columns find room; how much to shrink if none is."""

    def fits(zoom: int) -> bool:
        layout = lay_out(words, size.width(), zoom)
        return layout.height <= size.height() and layout.width <= size.width() + 1

    zoom = fitting_zoom(fits)
    layout = lay_out(words, size.width(), zoom)
    return zoom, min(1.0, size.height() / layout.height, size.width() / layout.width)


def _title(pack: Pack, chosen: Choices) -> str:
    if not chosen.strategy:
        return decision_map_words.TITLE
    return decision_map_words.TITLE_ONE.format(name=pack.strategy[chosen.strategy].name)


def _held(pack: Pack, chart: DecisionMap, profile: Profile, size: int) -> str:
    """How many profiles there are, and what is the same in all that are shown."""
    varied = {field.id for field in (*chart.rows, *chart.columns)}
    rest = [field for field in pack.fields if field.id not in varied]
    said = [ours.MAP_COUNT.format(count=strings.grouped_number(size))]
    if held := strings.profile_line(rest, profile):
        said.append(decision_map_words.HELD.format(profile=held))
    return " ".join(said)


def _here(pack: Pack, chart: DecisionMap, chosen: Choices) -> str:
    said = cell_text(pack, chart, *chart.here, chosen.strategy)
    return strings.labelled(decision_map_words.HERE, said)


def _keys(pack: Pack, chosen: Choices) -> tuple[str, ...]:
    """What the conditions rest on that the map is made of."""
    wanted = {chosen.strategy} if chosen.strategy else set(pack.strategy)
    statements = {c.statement for c in pack.criteria if c.field and c.strategy in wanted}
    return in_order(pack, (r for s in statements for r in pack.cites(pack.statement[s])))


def _spoken(
    pack: Pack, chart: DecisionMap, words: MapWords, chosen: Choices, title: str, held: str
) -> str:
    return ours.MAP_SPOKEN.format(
        title=title,
        held=held,
        rows=len(chart.row_slots),
        columns=len(chart.column_slots),
        here=_here(pack, chart, chosen),
        boundaries=" ".join(f"{crossing.text}." for crossing in words.crossings),
    )
