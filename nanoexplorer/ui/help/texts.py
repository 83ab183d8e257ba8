"""The longer texts of the menu: keys, how to cite, about; put together from data."""

from __future__ import annotations

import PySide6
from PySide6.QtCore import qVersion

from nanoexplorer import __version__
from nanoexplorer.core.pack import Pack
from nanoexplorer.documents.citations.vancouver import vancouver
from nanoexplorer.ui.help import licences
from nanoexplorer.ui.shell.actions import ENTRIES, keys_of
from nanoexplorer.words import actions as actions_words
from nanoexplorer.words import desktop as desktop_words
from nanoexplorer.words.packs import whose
from nanoexplorer.words.teaching import seminar as seminar_words


def keys_text() -> str:
    """Every action that has keys, and the keys of lists and fields."""
    rows = [
        (keys_of(entry.name), actions_words.ACTIONS[entry.name]) for entry in ENTRIES if entry.keys
    ]
    rows += list(desktop_words.KEYS_ELSEWHERE)
    rows += [("", ""), (seminar_words.KEYS_TITLE, ""), *seminar_words.KEYS]
    return "\n".join(f"{keys}\t{words}" if words else keys for keys, words in rows)


def citation_text(pack: Pack) -> str:
    """How to cite the app, the pack, and the sources, which are what should be cited."""
    app = desktop_words.CITE_APP.format(version=__version__)
    sources = (vancouver(pack.reference[source.reference]) for source in pack.sources)
    ours = desktop_words.CITE_OURS
    said = (desktop_words.CITE_SOURCES, *sources, ours, app, pack.citation, whose.banner(pack))
    return "\n\n".join(filter(None, said))


def about_text(pack: Pack) -> str:
    """Versions and licences, and what the pack covers of each source."""
    lines = [
        desktop_words.ABOUT_APP.format(version=__version__),
        desktop_words.ABOUT_PACK.format(
            title=pack.title,
            id=pack.id,
            version=pack.version,
            date=pack.date,
            curators=pack.curators,
        ),
        *filter(None, (whose.banner(pack),)),
        desktop_words.ABOUT_LICENCES.format(licence=pack.licence),
        "",
    ]
    for source in pack.sources:
        lines.append(f"{source.label}: {source.covers} {source.search_reach}")
        remark = pack.reference[source.reference].remark
        lines += [remark, ""] if remark else [""]
    lines.append(desktop_words.ABOUT_PARTS)
    parts = licences.parts()
    lines += [licences.line_of(part) for part in parts]
    lines += [desktop_words.ABOUT_QT.format(qt=qVersion(), pyside=PySide6.__version__)]
    lines += [
        desktop_words.ABOUT_FONT,
        "",
        desktop_words.ABOUT_NOTICES,
        "",
        licences.notices(parts),
    ]
    return "\n".join(lines)
