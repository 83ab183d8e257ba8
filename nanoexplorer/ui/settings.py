"""What the app remembers, declared as data; kept in one small file, written whole or not at all."""

from __future__ import annotations

import json
from binascii import a2b_base64, b2a_base64
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple
from zlib import crc32

from nanoexplorer.files import write_atomically
from nanoexplorer.strings import desktop as desktop_words
from nanoexplorer.strings import gate as gate_words

FORMAT: Final = 1
THEMES: Final = ("system", "light", "dark")
ZOOMS: Final = (80, 90, 100, 110, 125, 150, 175, 200)
TEXT_LENGTH: Final = 4000


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


_VALID: Final[dict[str, Callable[[Any], bool]]] = {
    "theme": lambda value: value in THEMES,
    "zoom": lambda value: value in ZOOMS,
}


def gate_mark() -> str:
    """Changes whenever a text of the disclaimer does, so that the gate asks again."""
    return f"{crc32(chr(10).join(gate_words.TEXTS).encode()):08x}"


def as_text(state: bytes | bytearray | memoryview) -> str:
    """The toolkit's bytes, such as a window's geometry, as text that can be remembered."""
    return b2a_base64(state, newline=False).decode()


def as_bytes(text: str) -> bytes:
    """The bytes that were made text; none where it isn't such a text."""
    try:
        return a2b_base64(text)
    except ValueError:
        return b""


class SettingsFile:
    """Reads and writes the settings. A file that can't be used is set aside, never deleted."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.complaint = ""
        self.unwritten: OSError | None = None
        self.current = self._read()

    def change(self, **changes: Any) -> None:
        """Remember something; raises nothing: `unwritten` is why it couldn't be written."""
        changed = self.current._replace(**changes)
        if changed == self.current:
            return
        self.current = changed
        text = json.dumps({"format": FORMAT, **changed._asdict()}, indent=1) + "\n"
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self.path, text.encode())
            self.unwritten = None
        except OSError as error:
            self.unwritten = error
            self.complaint = desktop_words.SETTINGS_NOT_WRITTEN.format(
                path=self.path, why=error.strerror or error
            )

    def _read(self) -> Settings:
        try:
            data = json.loads(self.path.read_bytes())
        except FileNotFoundError:
            return Settings()
        except OSError as error:
            self.complaint = desktop_words.SETTINGS_UNREADABLE.format(
                path=self.path, why=error.strerror or error
            )
            return Settings()
        except (ValueError, RecursionError):
            return self._set_aside(desktop_words.SETTINGS_DAMAGED)
        if not isinstance(data, dict) or not isinstance(data.get("format"), int):
            return self._set_aside(desktop_words.SETTINGS_DAMAGED)
        if data["format"] > FORMAT:
            return self._set_aside(desktop_words.SETTINGS_NEWER)
        known = {name: type(value) for name, value in Settings()._asdict().items()}
        found = {name: value for name, value in data.items() if name != "format"}
        if all(name in known and _fits(name, value, known[name]) for name, value in found.items()):
            return Settings(**found)
        return self._set_aside(desktop_words.SETTINGS_DAMAGED)

    def _set_aside(self, line: str) -> Settings:
        aside = _free_name(self.path)
        with suppress(OSError):
            self.path.rename(aside)
        self.complaint = line.format(path=self.path, aside=aside.name)
        return Settings()


def _fits(name: str, value: object, kind: type) -> bool:
    if type(value) is not kind:
        return False
    if isinstance(value, str) and len(value) > TEXT_LENGTH:
        return False
    return _VALID.get(name, lambda _: True)(value)


def _free_name(path: Path) -> Path:
    """A name beside the file that nothing has yet."""
    number = 1
    while (aside := path.with_name(f"{path.stem}.aside-{number}{path.suffix}")).exists():
        number += 1
    return aside
