"""An rendering as a test asks for it, and its words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.resolve import resolve
from nanoexplorer.core.screen import Intent
from nanoexplorer.documents.blocks import Block as Said
from nanoexplorer.documents.blocks import CardLine, Choices, Fact, Figure, Lead, Table, Tally, plain
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.render.rows.render_view import render_view
from nanoexplorer.render.rows.rendering import Block, Columns, Rendering, Row
from tests.drawing.drawing import theme


@lru_cache(maxsize=1)
def bundled() -> Pack:
    return load_pack(bundled_pack())


def case(id_: str) -> Profile:
    return next(case.profile for case in bundled().cases if case.id == id_)


def shown(
    pack: Pack,
    view: str,
    profile: Profile | None = None,
    second: Profile | None = None,
    selection: str = "",
    search: str = "",
    **options: str,
) -> Rendering:
    """The rendering of a view; options as `references_sort`."""
    chosen = tuple((name.replace("_", ".", 1), value) for name, value in options.items())
    intent = Intent(
        profile or pack.blank_profile,
        second_profile=second,
        selection=selection,
        search=search,
        tab=view,
        options=chosen,
    )
    return render_view(pack, resolve(intent, pack), theme(), view)


def columns(made: Rendering) -> Columns:
    assert isinstance(made.body, Columns)
    return made.body


def blocks(made: Rendering) -> list[Block]:
    return [block for column in columns(made).columns for block in column]


def rows(made: Rendering) -> Iterator[Row]:
    for block in blocks(made):
        yield from block.rows


def block(made: Rendering, heading: str) -> list[str]:
    """The rows under one heading, as words."""
    [found] = [block for block in blocks(made) if block.heading == heading]
    return [said(row) for row in found.rows]


def said(row: Row) -> str:
    """A row's words; what is on a line of its own is set apart by a bar."""
    return " | ".join(cell.text.replace("\n", " | ") for cell in row.cells)


def everything(made: Rendering) -> str:
    return "\n".join(said(row) for row in rows(made))


def text_of(block: Said) -> str:
    """A block as plain text, a line for each of its lines."""
    match block:
        case Figure():
            return block.spoken
        case CardLine():
            return block.spoken
        case Tally():
            return plain(block.phrase)
        case Choices():
            return "\n".join(f"☐\u00a0{option}" for option in block.options)
        case Table():
            return "\n".join(
                " · ".join(plain(cell.said) for cell in row.cells) for row in block.rows
            )
        case Fact():
            first = f"{plain(block.name)}: {plain(block.said)}"
        case _:
            first = plain(block.said)
    under = () if isinstance(block, Lead) else block.under
    return "\n".join([first, *(plain(phrase) for phrase in under)])
