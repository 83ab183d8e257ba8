"""Whose work is inside, and under which licences: from what is installed, or from the bundle."""

from __future__ import annotations

import json
import re
import sys
import sysconfig
from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Final, NamedTuple

from nanoexplorer.places import resources

APP: Final = "nanoexplorer"
LISTED: Final = "bundle.json"
"""Beside the licences that we ship; packaging/licences.py puts it into a bundle."""
RULE: Final = "=" * 78
_REQUIRED = re.compile(r"[A-Za-z0-9._-]+")
_LICENCE_FILE = re.compile(
    r"(?:licen[cs]e|copying|notice|copyright)[^/]*$|dist-info/licen[cs]es/", re.IGNORECASE
)
_BILL = re.compile(r"dist-info/sboms/[^/]+\.json$")
CARGO: Final = "pkg:cargo/"
_CODE = {".py", ".pyc", ".pyi"}


class Part(NamedTuple):
    """A project of others that the app is made with: name, version, licence, licence texts."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]


def parts() -> tuple[Part, ...]:
    """What the bundle lists of itself; outside a bundle what is installed."""
    listed = resources() / "licences" / LISTED
    if not listed.is_file():
        return installed_parts(_asked_for_by(APP))
    rows = json.loads(listed.read_text(encoding="utf-8"))
    return tuple(
        Part(name, version, licence, tuple(texts)) for name, version, licence, texts in rows
    )


def installed_parts(requirements: Iterable[str]) -> tuple[Part, ...]:
    """Python, and every installed package that is asked for, directly or not; by name."""
    found: dict[str, Distribution] = {}
    for requirement in requirements:
        _collect(requirement, found)
    packages = (part_of(found[name]) for name in sorted(found))
    return (python_part(), *packages)


def _asked_for_by(name: str) -> list[str]:
    try:
        return distribution(name).requires or []
    except PackageNotFoundError:  # run from a folder that is not installed
        return []


def _collect(requirement: str, found: dict[str, Distribution]) -> None:
    named = _REQUIRED.match(requirement)
    if not named or "extra ==" in requirement:
        return
    key = re.sub(r"[-_.]+", "-", named[0]).lower()
    if key in found:
        return
    try:
        found[key] = distribution(named[0])
    except PackageNotFoundError:  # asked for on another system only
        return
    for further in found[key].requires or ():
        _collect(further, found)


def part_of(package: Distribution) -> Part:
    """An installed package with its licence texts, and what its wheel says is inside it."""
    crates = [" — ".join((line_of(crate), *crate.texts)) for crate in crates_of(package)]
    texts = [*_licence_texts(package), *(["\n".join(("Inside it:", *crates))] if crates else [])]
    return Part(
        package.metadata["Name"],
        package.version,
        _licence(package),
        tuple(dict.fromkeys(texts)),
    )


def crates_of(package: Distribution) -> tuple[Part, ...]:
    """The Rust crates in a wheel, by the bill of materials that came with it; authors as texts."""
    bills = (f for f in package.files or () if _BILL.search(f.as_posix()))
    listed = (json.loads(_read(Path(str(bill.locate())))).get("components", ()) for bill in bills)
    rows = (row for rows in listed for row in rows if row.get("purl", "").startswith(CARGO))
    return tuple(
        Part(
            row["name"],
            row["version"],
            " AND ".join(
                one["expression"] for one in row.get("licenses", ()) if "expression" in one
            ),
            tuple(filter(None, [row.get("author", "")])),
        )
        for row in rows
    )


def _licence(package: Distribution) -> str:
    """What the package says of its licence in one line; nothing if it says nothing."""
    known = package.metadata
    for key in ("License-Expression", "License"):
        if key in known and 0 < len(known[key]) < 200:
            return str(known[key]).splitlines()[0]
    classifiers = known.get_all("Classifier") or []
    named = (c.rpartition(" :: ")[2] for c in classifiers if c.startswith("License ::"))
    return ", ".join(named)


def _licence_texts(package: Distribution) -> list[str]:
    files = [f for f in package.files or () if _LICENCE_FILE.search(f.as_posix())]
    paths = [Path(str(f.locate())) for f in files if f.suffix not in _CODE]
    return [_read(path) for path in paths if path.is_file()]


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace").strip().expandtabs()


def python_part() -> Part:
    """Python itself; its licence text stands beside the standard library, where it is there."""
    places = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    files = (place / name for place in places for name in ("LICENSE.txt", "LICENSE"))
    texts = [_read(file) for file in files if file.is_file()]
    return Part("Python", sys.version.split()[0], "PSF-2.0", tuple(texts[:1]))


def line_of(part: Part) -> str:
    """A part in one line: name, version, licence."""
    return " ".join(filter(None, (part.name, part.version, part.licence and f"— {part.licence}")))


def notices(of: tuple[Part, ...]) -> str:
    """All notices as one text: Qt's, every part's, the font's, and the licences that they share."""
    chapters = [_shipped("qt.txt")]
    chapters += ["\n\n".join((line_of(part), *part.texts)) for part in of]
    chapters.append(_read(resources() / "fonts" / "OFL.txt"))
    chapters += [
        _shipped(name)
        for name in ("qt-parts.txt", "typst-parts.txt", "LGPL-3.0.txt", "GPL-3.0.txt")
    ]
    return f"\n\n{RULE}\n\n".join(chapters) + "\n"


def _shipped(name: str) -> str:
    return _read(resources() / "licences" / name)
