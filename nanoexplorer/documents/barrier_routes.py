"""The routes past the barrier in words: what stands beside the picture, and all of it spoken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from nanoexplorer.core.evidence import Statement
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Screen
from nanoexplorer.core.shown.barrier_routes import BarrierPart, Route, Use
from nanoexplorer.core.statuses import shown_statuses
from nanoexplorer.documents import statuses as status_words
from nanoexplorer.documents.blocks import Document, Figure, Section
from nanoexplorer.documents.evidence import in_order, where_cited
from nanoexplorer.words import barrier as words
from nanoexplorer.words import common

MOST_IN_A_TIP: Final = 4


class Drawn(NamedTuple):
    """What the picture is drawn from."""

    routes: tuple[Route, ...]
    selection: str


def document(pack: Pack, screen: Screen) -> Document:
    """The picture with the words beside it; what is in the list alone, the picture says."""
    part = screen.part
    assert isinstance(part, BarrierPart)
    statements = dict.fromkeys(s for route in part.routes for s in route.statements)
    keys = in_order(pack, (r for s in statements for r in pack.cites(s)))
    ids = tuple(dict.fromkeys(use.strategy.id for route in part.routes for use in route.uses))
    drawn = Drawn(part.routes, screen.selection)
    title = common.labelled(words.TITLE, summary(part))
    figure = Figure("barrier-routes", drawn, _spoken(part, title), ids, keys)
    return Document(
        view="barrier-routes",
        title=title,
        subtitle=common.profile_line(pack.fields, screen.profile.profile),
        sections=(Section("picture", "", (figure,)),),
        keys=keys,
        remarks=screen.profile.remarks,
    )


def summary(part: BarrierPart) -> str:
    """How many routes have something on them that is named."""
    return words.LIT_OF.format(lit=part.lit, of=len(part.routes))


def _spoken(part: BarrierPart, title: str) -> str:
    said = [f"{title}."]
    for route in part.routes:
        names = [use.strategy.name for use in route.uses if use.named]
        said.append(words.route_line(route.term.label, names, route.lit))
    return " ".join(said)


def statuses(use: Use) -> tuple[str, ...]:
    """The statuses of a use that are drawn, each in words with its scope and dispute."""
    return tuple(map(status_words.said, shown_statuses(use.statuses)))


def use_line(use: Use) -> str:
    """A strategy, its verdict and where it stands, in one line."""
    return ", ".join([use.strategy.name, common.VERDICT_SHORT[use.verdict], *statuses(use)])


def row_words(pack: Pack, route: Route, use: Use | None, place: int = -1) -> tuple[str, str]:
    """A line of the list and the smaller words below it: a route, its strategy, its statement."""
    if use is None:
        return route.term.label, "" if route.uses else words.UNUSED
    if place < 0:
        return use.strategy.name, common.AND_ALSO.join(_stands(use))
    return use.statements[place].text, where_cited(pack, use.statements[place])


def _stands(use: Use) -> Iterator[str]:
    """What stands below a strategy's name in the list; its statements follow with their places."""
    yield common.VERDICT_SHORT[use.verdict]
    yield from statuses(use)


def use_tip(pack: Pack, use: Use) -> str:
    """What hovering over a strategy tells."""
    disputes = status_words.disputes(shown_statuses(use.statuses))
    told = [use_line(use), *filter(None, [disputes]), *_carried(use)]
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
        yield f"\n{statement.text}\n{where_cited(pack, statement)}"
    if len(statements) > MOST_IN_A_TIP:
        yield "\n" + words.MORE.format(count=len(statements) - MOST_IN_A_TIP)
    elif not statements:
        yield "\n" + words.SILENT


def picture_in_words(routes: Iterable[Route], most: int) -> str:
    """The whole picture for someone who doesn't see it."""
    lines = [
        words.route_line(route.term.label, [use_line(use) for use in route.uses[:most]], route.lit)
        for route in routes
    ]
    return " ".join([words.SCENE, *(lines or [words.NONE])])
