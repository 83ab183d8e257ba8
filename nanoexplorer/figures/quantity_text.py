"""Figures side by side, as prose: what is measured, every value with its population and place."""

from __future__ import annotations

from collections.abc import Sequence

from nanoexplorer.core.evidence import Quantity
from nanoexplorer.core.pack import Pack
from nanoexplorer.figures import fonts
from nanoexplorer.figures.prose import Prose, Run
from nanoexplorer.figures.strategy_text import LINE, small, where_cited
from nanoexplorer.figures.terms import explained
from nanoexplorer.strings import sources as words

VALUE_WIDTH = 16.0


def write_measure(
    prose: Prose, pack: Pack, measure: str, rows: Sequence[Quantity], *, said: bool = False
) -> None:
    """Write a measure with all figures given for it; `said` adds the statement behind each."""
    tensions = {row.tension for row in rows} - {"none"}
    lead = [Run(measure, weight=fonts.SEMIBOLD)]
    lead += [small(f"  {words.TENSION[tension]}", "caution") for tension in sorted(tensions)]
    prose.line(lead, above=1)
    for row in rows:
        prose.pair(Run(_value(row)), _given(pack, row, said), VALUE_WIDTH)


def _value(row: Quantity) -> str:
    return f"{row.value} {row.unit}".strip()


def _given(pack: Pack, row: Quantity, said: bool) -> list[Run]:
    """For whom the figure is given, what is remarked, and where it stands."""
    statement = pack.statement[row.statement]
    runs = [*explained(pack, row.population)]
    if said:
        runs.append(small(f"{LINE}{statement.text}", "ink"))
    if row.remark:
        runs.append(small(f"{LINE}{row.remark}"))
    return [*runs, small(f"{LINE}{where_cited(pack, statement)}")]
