"""Colour roles, the themes that fill them, and how contrast is measured. No Qt, no files.

A theme file names its base colours once (`[base]`, `#rrggbb`) and points every role at one of
them (`[roles]`), so a colour is chosen in one place and a role never carries a number. The loader
is strict: a theme that lacks a role, or knows one that we do not, is not a theme.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from nanoexplorer.overriding import override

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


class ThemeProblem(NamedTuple):
    """One thing wrong with a theme file: where, what stands there, what may stand there."""

    code: str
    file: str
    key: str
    found: str
    allowed: str

    @override
    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.code}: {self.found!r}; allowed: {self.allowed}"


class ThemeError(ValueError):
    """A theme file that cannot be used; `problems` lists all of them, in file order."""

    def __init__(self, problems: list[ThemeProblem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)

    @property
    def code(self) -> str:
        """The code of the first problem."""
        return self.problems[0].code


def load_theme(text: str | bytes, file: str) -> Theme:
    """Read a theme from TOML; `file` is only for messages. Raises ThemeError."""
    data = _parse(text, file)
    problems = list(_problems(data, file))
    if problems:
        raise ThemeError(problems)
    base, roles, head = data["base"], data["roles"], data["theme"]
    colours = {role: base[roles[role]].lower() for role in ROLES}
    return Theme(head["name"], head["dark"], colours)


def _parse(text: str | bytes, file: str) -> dict[str, Any]:
    import tomllib  # here, because only a start reads a theme

    try:
        return tomllib.loads(text.decode("utf-8") if isinstance(text, bytes) else text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ThemeError([ThemeProblem("not-toml", file, "-", str(error), "TOML, UTF-8")]) from None


_HEAD = {"name": str, "dark": bool}
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def _problems(data: Mapping[str, object], file: str) -> Iterator[ThemeProblem]:
    """Everything wrong with a parsed theme; a table that is missing hides what is in it."""
    tables = ("theme", "base", "roles")
    yield from _wrong_keys("", data, tables, file)
    yield from (
        ThemeProblem("bad-value", file, name, str(table), "a table")
        for name, table in data.items()
        if not isinstance(table, Mapping)
    )
    head, base, roles = (_table(data, name) for name in tables)
    if head is not None:
        yield from _head_problems(head, file)
    for key, value in (base or {}).items():
        if not (isinstance(value, str) and _COLOUR.fullmatch(value)):
            yield ThemeProblem("bad-colour", file, f"base.{key}", str(value), "#rrggbb")
    if base is not None and roles is not None:
        yield from _role_problems(roles, base, file)


def _head_problems(head: Mapping[str, object], file: str) -> Iterator[ThemeProblem]:
    yield from _wrong_keys("theme.", head, tuple(_HEAD), file)
    for key, kind in _HEAD.items():
        if key in head and not isinstance(head[key], kind):
            yield ThemeProblem("bad-value", file, f"theme.{key}", str(head[key]), kind.__name__)


def _role_problems(
    roles: Mapping[str, object], base: Mapping[str, object], file: str
) -> Iterator[ThemeProblem]:
    yield from _wrong_keys("roles.", roles, ROLES, file)
    allowed = ", ".join(base)
    for key, value in roles.items():
        if not (isinstance(value, str) and value in base):
            yield ThemeProblem("unknown-base", file, f"roles.{key}", str(value), allowed)


def _table(data: Mapping[str, object], name: str) -> Mapping[str, object] | None:
    table = data.get(name)
    return table if isinstance(table, Mapping) else None


def _wrong_keys(
    where: str, found: Mapping[str, object], allowed: tuple[str, ...], file: str
) -> Iterator[ThemeProblem]:
    listed = ", ".join(allowed)
    for key in found:
        if key not in allowed:
            yield ThemeProblem("unknown-key", file, where + key, key, listed)
    for key in allowed:
        if key not in found:
            yield ThemeProblem("missing-key", file, where + key, "", listed)


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
