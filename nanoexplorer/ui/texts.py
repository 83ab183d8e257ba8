"""The longer texts of the menu: keys, how to cite, about; put together from data."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, metadata

import PySide6
from PySide6.QtCore import qVersion

from nanoexplorer import __version__, strings
from nanoexplorer.citations import vancouver
from nanoexplorer.core.pack import Pack
from nanoexplorer.ui.actions import ENTRIES, keys_of

LIBRARIES = ("PySide6-Essentials", "rispy", "bibtexparser")


def keys_text() -> str:
    """Every action that has keys, and the keys of lists and fields."""
    rows = [(keys_of(entry.name), strings.ACTIONS[entry.name]) for entry in ENTRIES if entry.keys]
    rows += list(strings.KEYS_ELSEWHERE)
    return "\n".join(f"{keys}\t{words}" for keys, words in rows)


def citation_text(pack: Pack) -> str:
    """How to cite the app, the pack, and the sources, which are what should be cited."""
    app = strings.CITE_APP.format(version=__version__)
    ours = strings.CITE_PACK.format(title=pack.title, version=pack.version, date=pack.date)
    sources = (vancouver(pack.reference[source.reference]) for source in pack.sources)
    return "\n\n".join((strings.CITE_SOURCES, *sources, strings.CITE_OURS, app, ours))


def about_text(pack: Pack) -> str:
    """Versions and licences, and what the pack covers of each source."""
    lines = [
        strings.ABOUT_APP.format(version=__version__),
        strings.ABOUT_PACK.format(
            title=pack.title, id=pack.id, version=pack.version, date=pack.date
        ),
        strings.ABOUT_LICENCES.format(licence=pack.licence),
        "",
    ]
    for source in pack.sources:
        lines.append(f"{source.label}: {source.covers} {source.search_reach}")
        remark = pack.reference[source.reference].remark
        lines += [remark, ""] if remark else [""]
    lines.append(strings.ABOUT_PARTS)
    lines += [f"{name} {_version(name)} — {_licence(name)}" for name in LIBRARIES]
    lines += [strings.ABOUT_QT.format(qt=qVersion(), pyside=PySide6.__version__)]
    lines += [strings.ABOUT_PYTHON.format(version=platform.python_version()), strings.ABOUT_FONT]
    return "\n".join(lines)


def _version(name: str) -> str:
    try:
        return str(metadata(name)["Version"])
    except PackageNotFoundError:
        return ""


def _licence(name: str) -> str:
    try:
        found = metadata(name)
    except PackageNotFoundError:
        return strings.NOT_INSTALLED
    named = [found[key] for key in ("License-Expression", "License") if key in found]
    return str(named[0]) if named else strings.SEE_PACKAGE
