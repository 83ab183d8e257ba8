"""Draws docs/architecture.svg from the code: the packages, and which imports from which.

The rows are the layers of the import contract in pyproject.toml. A test fails where the picture
that is kept is not the one that this draws: run this again then.

usage: draw_architecture.py [FILE]
"""

from __future__ import annotations

import ast
import sys
import tomllib
from html import escape
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
APP: Final = ROOT / "nanoexplorer"
PICTURE: Final = ROOT / "docs" / "architecture.svg"
WIDE: Final = 900
EDGE: Final = 24
NAME: Final = 150
ROW: Final = 46
TOP: Final = 60
GAP: Final = 10
INK, MUTED, GROUND, PAPER = "#1d2329", "#5b6670", "#e6f1f1", "#fbfaf7"


def layers() -> list[list[str]]:
    """The packages of the import contract, the highest row first."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    rows = next(c["layers"] for c in contracts if c["type"] == "layers")
    return [[name.strip(" ()") for name in row.replace(":", "|").split("|")] for row in rows]


def package_of(module: str, packages: set[str]) -> str | None:
    """The package that a dotted name is in."""
    parts = module.split(".")
    return (
        parts[1] if len(parts) > 1 and parts[0] == "nanoexplorer" and parts[1] in packages else None
    )


def imports(packages: set[str]) -> set[tuple[str, str]]:
    """Pairs of packages of which the first imports from the second, for types alone too."""
    found = set()
    for file in sorted(APP.rglob("*.py")):
        here = file.relative_to(APP).parts[0].removesuffix(".py")
        if here not in packages:
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [f"{node.module}.{name.name}" for name in node.names]
                found |= {(here, there) for name in names if (there := package_of(name, packages))}
    return {pair for pair in found if pair[0] != pair[1]}


def turns(package: str) -> str:
    """What a package is for: the first sentence of its docstring."""
    place = APP / package
    file = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    said = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    return said.split("\n\n")[0].replace("\n", " ")


def picture() -> str:
    """The whole drawing as SVG text."""
    rows = layers()
    pairs = imports({package for row in rows for package in row})
    lines, top = [], float(TOP)
    for row in rows:
        lines.append(_band(top, len(row)))
        for package in row:
            below = sorted(other for one, other in pairs if one == package and other not in row)
            lines += _package(package, below, top)
            top += ROW
        top += GAP
    title = "The packages of nanoexplorer: each imports only from those below it"
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {top:.0f}" role="img"'
            ' font-family="Source Sans Pro, Source Sans 3, sans-serif">',
            f"<title>{title}</title>",
            f'<rect width="{WIDE}" height="{top:.0f}" fill="{PAPER}"/>',
            _text(EDGE, 36, title, 18, INK, bold=True),
            *lines,
            "</svg>",
            "",
        )
    )


def _band(top: float, packages: int) -> str:
    size = f'width="{WIDE - 2 * EDGE}" height="{packages * ROW}"'
    return f'<rect x="{EDGE}" y="{top:.0f}" {size} rx="5" fill="{GROUND}"/>'


def _package(package: str, below: list[str], top: float) -> list[str]:
    left = EDGE + 14 + NAME
    return [
        _text(EDGE + 14, top + 28, package, 15, INK, bold=True),
        _text(left, top + 20, turns(package), 13, INK),
        _text(left, top + 37, f"imports {', '.join(below) or 'nothing'}", 11, MUTED),
    ]


def _text(x: float, y: float, said: str, size: int, colour: str, *, bold: bool = False) -> str:
    weight = ' font-weight="600"' if bold else ""
    at = f'x="{x:.0f}" y="{y:.0f}" font-size="{size}" fill="{colour}"'
    return f"<text {at}{weight}>{escape(said)}</text>"


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURE
    target.write_text(picture(), encoding="utf-8")
    print(target)
