"""Which pack it is, and of one that does not come with the app who made it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nanoexplorer.words.common import one_line

if TYPE_CHECKING:
    from nanoexplorer.core.pack import Pack

SAID = "{id} {version}"
FOREIGN = "“{title}” ({said}) by {curators}, not checked by us"
MOST = 120
"""Signs of a title, or of who made a pack, that a line has room for."""
PACK_LINE = "Pack {pack}."
BANNER = "Pack by {curators}: not checked by us."


def pack_said(pack: Pack) -> str:
    """The pack as everything that leaves the app names it."""
    said = SAID.format(id=pack.id, version=pack.version)
    if pack.ours:
        return said
    title, curators = _short(pack.title), _short(pack.curators)
    return one_line(FOREIGN.format(title=title, said=said, curators=curators))


def banner(pack: Pack) -> str:
    """What the banner says beside the disclaimer; nothing for a pack of ours."""
    return "" if pack.ours else one_line(BANNER.format(curators=_short(pack.curators)))


def remark(pack: Pack) -> str:
    """What stands under something short that is copied out of a pack that is not ours."""
    return "" if pack.ours else PACK_LINE.format(pack=pack_said(pack))


def _short(text: str) -> str:
    """As much of what a pack says of itself as a line has room for."""
    return text if len(text) <= MOST else f"{text[: MOST - 1]}…"
