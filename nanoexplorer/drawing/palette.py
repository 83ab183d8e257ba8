"""Colour roles, the themes that fill them, and how contrast is measured. No Qt.

A theme file names its base colours once (`[base]`, `#rrggbb`) and points every role at one of
them (`[roles]`), so a colour is chosen in one place and a role never carries a number. A theme
that lacks a role, or knows one that we do not, is not a theme.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from nanoexplorer.formats.reader import FormatError, shaped
from nanoexplorer.formats.shapes import Keys, Named, OneOf, Problem, Problems, Text
from nanoexplorer.overriding import override
from nanoexplorer.places import resources

SURFACE_ROLES = (
    "paper",  # behind everything in the middle
    "surface",  # cards, header, inspector, fields
    "surface-quiet",  # cards that are not named for this profile
    "sunken",  # side panel, status bar, disabled fields
    "hover",
    "pressed",
    "accent",
    "accent-hover",
    "accent-soft",
    "unknown",  # the calm fill of a chosen unknown
    "caution-surface",  # the banner
    "caution-soft",  # citation checks
    "right-soft",  # behind an answer that is right
    "note-surface",
    "selection",
    "tooltip",
    "disputed",  # the square behind the sign of what a note disputes
)
INK_ROLES = (
    "ink",
    "ink-muted",
    "disabled-ink",
    "on-accent",
    "on-unknown",
    "on-selection",
    "on-tooltip",
    "accent-text",
    "caution",  # amber text
    "caution-strong",  # the banner's text
    "right",  # an answer that is right; a missed one is in the role of caution
    "on-disputed",
    "status-unreached",  # a step of the scale that no source states: label and outline
)
LINE_ROLES = (
    "line",
    "line-strong",
    "caution-line",
    "right-line",
    "focus",
    "bar-says",
    "bar-caution",
    "bar-note",
)
VERDICT_ROLES = (
    "verdict-matches",
    "verdict-against",
    "verdict-open",
    "verdict-no-match",
    "verdict-any-profile",
)
STATUS_ROLES = (  # most advanced first, as in a pack's statuses.csv
    "status-in-practice",
    "status-approved",
    "status-clinical-trials",
    "status-investigational",
    "status-preclinical",
    "status-not-stated",
)
ROLES = (
    *SURFACE_ROLES,
    *INK_ROLES,
    *LINE_ROLES,
    *VERDICT_ROLES,
    *(f"{role}-{part}" for role in STATUS_ROLES for part in ("fill", "ink", "line")),
)

CODE_DARK, CODE_LIGHT = "#000000", "#ffffff"
"""Of a QR code, in every theme: a reader wants the most contrast there is."""


class StatusColours(NamedTuple):
    """How one status is drawn: each a `#rrggbb`."""

    fill: str
    ink: str
    line: str


class Theme:
    """A filled palette: `theme["ink"]` is a `#rrggbb`; an unknown role is a KeyError."""

    __slots__ = ("_colours", "dark", "name")

    def __init__(self, name: str, dark: bool, colours: Mapping[str, str]) -> None:
        self.name = name
        self.dark = dark
        self._colours = dict(colours)

    def __getitem__(self, role: str) -> str:
        return self._colours[role]

    def __iter__(self) -> Iterator[str]:
        return iter(self._colours)

    def status(self, role: str, hollow: bool = False) -> StatusColours:
        """The three colours of a status role such as `status-approved`; `hollow` keeps only its
        outline, for an approval that is for something else or has ended.
        """
        filled = StatusColours(*(self[f"{role}-{part}"] for part in StatusColours._fields))
        return StatusColours(self["surface"], self["ink"], filled.fill) if hollow else filled


class ThemeError(FormatError):
    """A theme file that cannot be used, with every problem that was found."""

    def __init__(self, file: str, *problems: Problem) -> None:
        super().__init__(*problems)
        self.file = file

    @override
    def __str__(self) -> str:
        return "\n".join(
            f"{self.file}: {'.'.join(map(str, path))}: {code}: {found!r}; allowed: {allowed}"
            for path, code, found, allowed in self.problems
        )


_COLOUR: Final = Text(7, like=re.compile(r"#[0-9a-fA-F]{6}").fullmatch)
SHAPE: Final = Keys(
    {
        "theme": Keys({"name": Text(40), "dark": OneOf((True, False))}),
        "base": Named(_COLOUR, 200),
        "roles": Keys({role: Text(40) for role in ROLES}),
    }
)


def load_theme(text: str | bytes, file: str) -> Theme:
    """Read a theme from TOML; `file` is only for messages. Raises ThemeError."""
    problems = Problems()
    found = shaped(_parsed(text, file), SHAPE, problems)
    base = found.get("base", {})
    for role, colour in found.get("roles", {}).items():
        if colour not in base:
            problems.add(("roles", role), "not-allowed", colour, ", ".join(base))
    if problems.found:
        raise ThemeError(file, *problems.found)
    colours = {role: base[found["roles"][role]].lower() for role in ROLES}
    return Theme(found["theme"]["name"], found["theme"]["dark"], colours)


def _parsed(text: str | bytes, file: str) -> dict[str, Any]:
    import tomllib  # here, because only a start reads a theme

    try:
        return tomllib.loads(text.decode("utf-8") if isinstance(text, bytes) else text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ThemeError(file, Problem((), "not-toml", str(error), "TOML, UTF-8")) from None


@cache
def shipped_theme(name: str) -> Theme:
    """A theme that comes with the app: `light` or `dark`."""
    path = resources() / "themes" / f"{name}.toml"
    return load_theme(path.read_bytes(), path.name)


def for_paper(theme: Theme) -> Theme:
    """The light theme in place of a dark one: nobody prints a dark page."""
    return shipped_theme("light") if theme.dark else theme


def relative_luminance(colour: str) -> float:
    """Relative luminance of a `#rrggbb`, 0 to 1, as WCAG 2.2 defines it (its glossary)."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_ratio(one: str, other: str) -> float:
    """Contrast of two `#rrggbb`, 1 to 21, as WCAG 2.2 defines it (success criterion 1.4.3)."""
    low, high = sorted((relative_luminance(one), relative_luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """A `#rrggbb` between two, `share` of the way."""
    pairs = ((int(one[n : n + 2], 16), int(other[n : n + 2], 16)) for n in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
