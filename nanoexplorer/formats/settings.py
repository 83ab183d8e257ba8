"""What the app remembers between two starts: its shape, read strictly, and as text."""

from __future__ import annotations

import json
from typing import Final, NamedTuple

from nanoexplorer.formats.reader import FormatError, parsed, shaped
from nanoexplorer.formats.shapes import Items, Keys, OneOf, Problem, Shape, Text, Whole, shown

FORMAT: Final = 1
THEMES: Final = ("system", "light", "dark")
ZOOMS: Final = (80, 90, 100, 110, 125, 150, 175, 200)
MOST_BYTES: Final = 1_000_000
TEXT_LENGTH: Final = 4000
MOST_PANELS: Final = 100
MOST_RECENT: Final = 8
MOST_PACKS: Final = 12
START_PAGE: Final = ("open", "closed")


class KnownPack(NamedTuple):
    """A pack that was opened from a path, and where somebody was in it."""

    path: str
    id: str = ""
    title: str = ""
    gate: str = ""
    """Of what it says at its gate, once that was agreed to."""
    case_code: str = ""
    selection: str = ""
    only_dependent: str = ""


class Settings(NamedTuple):
    """Everything that is remembered between two starts, with what it is at the first."""

    gate: str = ""
    theme: str = "system"
    zoom: int = 100
    case_code: str = ""
    selection: str = ""
    geometry: str = ""
    splitter: str = ""
    export: str = ""
    export_folder: str = ""
    language: str = "en"
    only_dependent: str = ""
    """Not empty: what is independent of the profile is left out."""
    panels: tuple[str, ...] = ()
    """Panels that were opened or folded beside a view, as `view.panel`."""
    recent: tuple[str, ...] = ()
    """Files that were opened or saved, the last first."""
    start_page: str = "open"
    pack: str = ""
    """The path of the pack that was open last; empty for the bundled one."""
    packs: tuple[KnownPack, ...] = ()
    """Packs that were opened, the last first; where one was in the bundled pack stands above."""


_NARROWER: Final[dict[str, Shape]] = {
    "theme": OneOf(THEMES),
    "zoom": OneOf(ZOOMS),
    "panels": Items(Text(TEXT_LENGTH), MOST_PANELS),
    "recent": Items(Text(TEXT_LENGTH, plain=False), MOST_RECENT),
    "start_page": OneOf(START_PAGE),
    "packs": Items(
        Keys(
            {"path": Text(TEXT_LENGTH, plain=False)},
            {name: Text(TEXT_LENGTH, plain=False) for name in KnownPack._fields[1:]},
        ),
        MOST_PACKS,
    ),
}
SHAPE: Final = Keys(
    {"format": Whole(0, FORMAT)},
    {name: _NARROWER.get(name, Text(TEXT_LENGTH, plain=False)) for name in Settings._fields},
)


def settings_of(content: bytes) -> Settings:
    """The settings in a file's content. Raises FormatError; its first code may be `newer`."""
    data = parsed(content, MOST_BYTES)
    number = data.get("format") if isinstance(data, dict) else None
    if type(number) is int and number > FORMAT:
        raise FormatError(Problem(("format",), "newer", shown(number), str(FORMAT)))
    found = shaped(data, SHAPE)
    values = {name: value for name, value in found.items() if name != "format"}
    lists = {name: tuple(value) for name, value in values.items() if isinstance(value, list)}
    packs = tuple(KnownPack(**known) for known in values.get("packs", ()))
    return Settings(**values | lists | {"packs": packs})


def settings_text(settings: Settings) -> str:
    """The text of a file with these settings."""
    packs = [known._asdict() for known in settings.packs]
    return json.dumps({"format": FORMAT, **settings._asdict(), "packs": packs}, indent=1) + "\n"
