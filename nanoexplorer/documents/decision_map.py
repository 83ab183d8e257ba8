"""The words of the decision map: labels of its places, what a cell says, what enters or leaves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from nanoexplorer.core.decision_table import Answer, Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.profile_space import Slot
from nanoexplorer.core.screen import Screen
from nanoexplorer.core.shown.decision_map import Boundary, DecisionMap, DecisionMapPart
from nanoexplorer.documents.blocks import Document, Figure, Section
from nanoexplorer.documents.evidence import in_order
from nanoexplorer.words import common
from nanoexplorer.words import decision_map as decision_map_words
from nanoexplorer.words import export as export_words

MOST_NAMES: Final = 8
MOST_LINES: Final = 6


class CellWords(NamedTuple):
    """One cell: how many strategies are named, or the verdict on the one that is shown.

    `selected` is the verdict on the strategy that is selected elsewhere, if a profile can change
    it.
    """

    number: int
    verdict: Verdict | None
    selected: Verdict | None


class Crossing(NamedTuple):
    """A boundary: between which rows, or columns, it lies, what it says, and in short at its line.

    `places` are the rows (columns) after which it comes; `level` is its field's place among those
    that make the rows (columns).
    """

    down: bool
    level: int
    places: tuple[int, ...]
    text: str
    label: str


class MapWords(NamedTuple):
    """Everything that a map says, ready-made. `most` is the count at the end of its scale."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    axis: str
    axes: tuple[str, ...]
    columns: tuple[str, ...]
    apart: tuple[int, ...]
    cells: tuple[tuple[CellWords, ...], ...]
    here: tuple[int, int]
    most: int
    crossings: tuple[Crossing, ...]
    one: bool
    marked: str
    """The name of the selected strategy, where the cells have its marks."""
    helps: tuple[tuple[str, str], ...] = ()
    """What a heading of rows or columns means, by its words."""

    def tip(self, heading: str) -> str:
        """A heading and what the pack says of it."""
        return "\n".join(filter(None, (heading, dict(self.helps).get(heading, ""))))


def document(pack: Pack, screen: Screen) -> Document:
    """The map whole, where one is in it, and what is held."""
    part = screen.part
    assert isinstance(part, DecisionMapPart)
    words = words_of(pack, part, screen.selection)
    counted = export_words.MAP_COUNT
    heading, held = title(pack, part), held_line(pack, part, screen.profile.profile, counted)
    spoken = in_words(pack, part, words, export_words.MAP_SPOKEN, held)
    ids, keys = _behind(pack, part.chosen.strategy)
    return Document(
        view="decision-map",
        title=heading,
        subtitle=f"{held}\n{here_line(pack, part)}",
        sections=(Section("map", "", (Figure("decision-map", words, spoken, ids, keys),)),),
        keys=keys,
        remarks=screen.profile.remarks,
    )


def words_of(pack: Pack, part: DecisionMapPart, selection: str) -> MapWords:
    """The words of the map that is shown."""
    return map_words(pack, part.chart, part.most, part.chosen.strategy, selection)


def title(pack: Pack, part: DecisionMapPart) -> str:
    """The title of the map: of all strategies, or of the one that is chosen."""
    if not part.chosen.strategy:
        return decision_map_words.TITLE
    return decision_map_words.TITLE_ONE.format(name=pack.strategy[part.chosen.strategy].name)


def held_line(pack: Pack, part: DecisionMapPart, profile: Profile, counted: str) -> str:
    """How many profiles there are, said as `counted`, and what is the same in all of them."""
    varied = {field.id for field in (*part.chart.rows, *part.chart.columns)}
    rest = [field for field in pack.fields if field.id not in varied]
    said = [counted.format(count=common.grouped_number(part.size))]
    if held := common.profile_line(rest, profile):
        said.append(decision_map_words.HELD.format(profile=held))
    return " ".join(said)


def here_line(pack: Pack, part: DecisionMapPart) -> str:
    """What the profile's own cell says."""
    said = cell_text(pack, part.chart, *part.chart.here, part.chosen.strategy)
    return common.labelled(decision_map_words.HERE, said)


def in_words(pack: Pack, part: DecisionMapPart, words: MapWords, frame: str, held: str = "") -> str:
    """The whole map for someone who doesn't see it, in the sentences of `frame`."""
    return frame.format(
        title=title(pack, part),
        held=held,
        rows=len(part.chart.row_slots),
        columns=len(part.chart.column_slots),
        here=here_line(pack, part),
        boundaries=" ".join(f"{crossing.text}." for crossing in words.crossings),
    )


def _behind(pack: Pack, strategy: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The strategies that the map is of, and what their conditions rest on."""
    asked = [c for c in pack.criteria if c.field and strategy in ("", c.strategy)]
    cited = (r for c in asked for r in pack.cites(pack.statement[c.statement]))
    return tuple(dict.fromkeys(c.strategy for c in asked)), in_order(pack, cited)


def map_words(
    pack: Pack, chart: DecisionMap, most: int, strategy: str = "", selection: str = ""
) -> MapWords:
    """The words of a map of all strategies, or of the verdicts on one."""
    bit = 1 << pack.table.index[strategy] if strategy else 0
    mark = 1 << pack.table.index[selection] if selection in pack.table.index else 0
    if strategy or not any(deciding for deciding in _asked(pack, selection)):
        mark = 0  # of one strategy each cell is its verdict already
    cells = tuple(tuple(_cell(a, bit, mark) for a in line) for line in chart.answers)
    counts = max((cell.number for line in cells for cell in line), default=0)
    return MapWords(
        heads=tuple(field.label for field in chart.rows),
        rows=tuple(tuple(_label(pack, s) for s in line) for line in chart.row_slots),
        axes=tuple(field.label for field in chart.columns),
        axis=" · ".join(decision_map_words.AXIS.format(field=f.label) for f in chart.columns),
        columns=tuple(_column(pack, line) for line in chart.column_slots),
        apart=tuple(n for n, s in enumerate(chart.column_slots) if s and not s[-1].known),
        cells=cells,
        here=chart.here,
        most=max(most, counts),
        crossings=tuple(_crossings(pack, chart)),
        one=bool(strategy),
        marked=pack.strategy[selection].name if mark else "",
        helps=tuple((field.label, field.help) for field in (*chart.rows, *chart.columns)),
    )


def _asked(pack: Pack, strategy: str) -> list[str]:
    if strategy not in pack.table.index:
        return []
    row = pack.table.rows[pack.table.index[strategy]]
    return [c.field for criteria in row.values() for c in criteria if c.field]


def _cell(answer: Answer, bit: int, mark: int) -> CellWords:
    return CellWords(
        answer.matches.bit_count(),
        verdict_of(answer, bit) if bit else None,
        verdict_of(answer, mark) if mark else None,
    )


def verdict_of(answer: Answer, bit: int) -> Verdict:
    """What an answer says of the one strategy that has this bit."""
    return next(v for v, bits in zip(Verdict, answer, strict=True) if bits & bit)


def _label(pack: Pack, slot: Slot) -> str:
    return decision_map_words.slot_label(pack.field[slot.field], slot)


def _column(pack: Pack, line: Sequence[Slot]) -> str:
    if not line:
        return decision_map_words.NO_ROW
    counts = all(pack.field[s.field].has_numbers for s in line)
    words = (
        decision_map_words.MAP_UNKNOWN if counts and not s.known else _label(pack, s) for s in line
    )
    return " · ".join(words)


def _crossings(pack: Pack, chart: DecisionMap) -> Iterator[Crossing]:
    for boundary in chart.boundaries:
        name = boundary.before.field
        down = name in [field.id for field in chart.rows]
        line = chart.row_slots if down else chart.column_slots
        level = [s.field for s in line[0]].index(name)
        places = tuple(
            n
            for n, (one, other) in enumerate(pairwise(line))
            if one[level] == boundary.before and other[level] == boundary.after
        )
        text = boundary_text(pack, boundary)
        yield Crossing(down, level, places, text, _where(pack, boundary, decision_map_words.FROM))


def boundary_text(pack: Pack, boundary: Boundary) -> str:
    """*From 4 lesions: a leaves; b enters (our interpretation)*."""
    sides: dict[bool, list[tuple[str, str]]] = {False: [], True: []}
    for change in boundary.changes:
        strategy = pack.strategy[change.strategy]
        name = decision_map_words.short_name(strategy.name, strategy.also_called)
        whose = common.interpretation(pack.ours) if change.interpreted else ""
        remark = decision_map_words.boundary_remark(whose, change.everywhere)
        sides[change.enters].append((name, remark))
    where = _where(pack, boundary, decision_map_words.FROM_SAID)
    return decision_map_words.boundary_line(where, sides[False], sides[True])


def _where(pack: Pack, boundary: Boundary, frame: str) -> str:
    """A number from which on it holds, in the words of `frame`; else the values on both sides.

    On a line of the map, whose columns say what they are, a decimal stands alone.
    """
    field, after = pack.field[boundary.after.field], boundary.after
    if field.has_numbers:
        beside = field.kind == "decimal" and frame is decision_map_words.FROM
        said_ = field.written(after.value) if beside else common.value_phrase(field, after.value)
        return frame.format(value=said_)
    before = common.value_phrase(field, boundary.before.value)
    if boundary.before.alike:
        before = _label(pack, boundary.before)
    return decision_map_words.BETWEEN.format(before=before, after=_label(pack, after))


def cell_text(pack: Pack, chart: DecisionMap, row: int, column: int, strategy: str = "") -> str:
    """A cell in a sentence or two: its profile, and what is named for it."""
    profile = place_text(pack, chart.slots(row, column)) or decision_map_words.NO_ROW
    answer = chart.answers[row][column]
    if strategy:
        verdict = verdict_of(answer, 1 << pack.table.index[strategy])
        said = common.VERDICT_SAID[verdict]
        return decision_map_words.CELL_VERDICT.format(profile=profile, verdict=said)
    counted = decision_map_words.CELL.format(profile=profile, count=_count(answer))
    return f"{counted}{_named(pack, answer)}"


def place_text(pack: Pack, slots: Sequence[Slot]) -> str:
    """Places on axes as phrases: *EGFR mutated · 3 lesions*."""
    return " · ".join(decision_map_words.slot_phrase(pack.field[s.field], s) for s in slots)


def _count(answer: Answer) -> str:
    return common.grouped_number(answer.matches.bit_count())


def _named(pack: Pack, answer: Answer) -> str:
    names = [pack.strategy[id_].name for id_ in pack.table.names(answer.matches)]
    said = f" — {common.listed(names, MOST_NAMES)}" if names else ""
    unsure = answer.open.bit_count()
    more = common.counted(unsure, decision_map_words.CELL_OPEN)
    return f"{said}. {more}." if unsure else f"{said}."
