"""Which pack it is, and of one that does not come with the app who made it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nanoexplorer.words.common import one_line

if TYPE_CHECKING:
    from nanoexplorer.core.pack import Pack

SAID = "{id} {version}"
FOREIGN = "“{title}” ({said}) by {curators}, not checked by us"
PACK_LINE = "Pack {pack}."
BANNER = "Pack by {curators}: not checked by us."


def pack_said(pack: Pack) -> str:
    """The pack as everything that leaves the app names it."""
    said = SAID.format(id=pack.id, version=pack.version)
    if pack.ours:
        return said
    foreign = FOREIGN.format(title=pack.title, said=said, curators=pack.curators)
    return one_line(foreign)


def banner(pack: Pack) -> str:
    """What the banner says beside the disclaimer; nothing for a pack of ours."""
    return "" if pack.ours else one_line(BANNER.format(curators=pack.curators))
