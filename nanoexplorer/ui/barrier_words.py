"""The routes in words: for tooltips, the list beside the picture, and a screen reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from nanoexplorer import strings
from nanoexplorer.citations.cited import cited
from nanoexplorer.core.barrier_routes import Route, Use
from nanoexplorer.core.evidence import Statement
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.standing import shown_rungs
from nanoexplorer.documents.evidence import where_cited
from nanoexplorer.strings import barrier as words

MOST_IN_A_TIP: Final = 4


def statuses(use: Use) -> tuple[str, ...]:
    return tuple(strings.rung_said(rung) for rung in shown_rungs(use.rungs))


def use_line(use: Use) -> str:
    """A strategy, its verdict and where it stands, in one line."""
    return words.barrier_use_line(use.strategy.name, use.verdict, statuses(use))


def use_stands(pack: Pack, use: Use) -> str:
    """What stands below a strategy's name in the list: verdict, rungs, references."""
    references = dict.fromkeys(r for s in use.statements for r in pack.cites(s))
    parts = [strings.VERDICT_SHORT[use.verdict], *statuses(use)]
    return " · ".join([*parts, cited(pack, references)] if references else parts)


def said(pack: Pack, statement: Statement) -> str:
    """A statement, and below it the section and the references."""
    return f"{statement.text}\n{where_cited(pack, statement)}"


def use_tip(pack: Pack, use: Use) -> str:
    """What hovering over a strategy tells."""
    disputes = (strings.disputed_tip(rung.disputes) for rung in shown_rungs(use.rungs))
    told = [use_line(use), *filter(None, disputes), *_carried(use)]
    return "\n".join([*told, *_statements(pack, use.statements)])


def route_tip(pack: Pack, route: Route) -> str:
    """What hovering over a route tells."""
    helped = [route.term.help] if route.term.help else []
    return "\n".join([route.term.label, *helped, *_statements(pack, route.statements)])


def _carried(use: Use) -> Iterator[str]:
    if use.strategy.drugs:
        yield words.DRUGS.format(drugs=", ".join(use.strategy.drugs))
    if use.strategy.also_called:
        yield words.ALSO.format(names=", ".join(use.strategy.also_called))


def _statements(pack: Pack, statements: Sequence[Statement]) -> Iterator[str]:
    for statement in statements[:MOST_IN_A_TIP]:
        yield f"\n{said(pack, statement)}"
    if len(statements) > MOST_IN_A_TIP:
        yield "\n" + words.MORE.format(count=len(statements) - MOST_IN_A_TIP)
    elif not statements:
        yield "\n" + words.SILENT


def picture_in_words(routes: Iterable[Route], most: int) -> str:
    """The whole picture for someone who doesn't see it."""
    lines = [
        words.barrier_route_line(
            route.term.label, [use_line(use) for use in route.uses[:most]], route.lit
        )
        for route in routes
    ]
    return " ".join([words.SCENE, *(lines or [words.NONE])])
