"""What the app remembers, kept in one small file, written whole or not at all."""

from __future__ import annotations

from binascii import a2b_base64, b2a_base64
from pathlib import Path
from typing import Any
from zlib import crc32

from nanoexplorer.files import ReadError, read_whole
from nanoexplorer.formats.reader import FormatError
from nanoexplorer.formats.settings import MOST_BYTES, Settings, settings_of, settings_text
from nanoexplorer.words import desktop as desktop_words
from nanoexplorer.words import starting as starting_words
from nanoexplorer.words.files import why_unread, why_unwritten
from nanoexplorer.writing import write_atomically


def gate_mark() -> str:
    """Changes whenever a text of the disclaimer does, so that the gate asks again."""
    return f"{crc32(chr(10).join(starting_words.gate_texts()).encode()):08x}"


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

    def change(self, **changes: Any) -> None:  # noqa: ANN401  # as the fields are
        """Remember something; raises nothing: `unwritten` is why it couldn't be written."""
        changed = self.current._replace(**changes)
        if changed == self.current:
            return
        self.current = changed
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self.path, settings_text(changed).encode())
            self.unwritten = None
        except OSError as error:
            self.unwritten = error
            self.complaint = desktop_words.SETTINGS_NOT_WRITTEN.format(
                path=self.path, why=why_unwritten(error)
            )

    def _read(self) -> Settings:
        try:
            return settings_of(read_whole(self.path, MOST_BYTES))
        except ReadError as error:
            return self._unread(error)
        except FormatError as error:
            newer = error.problems[0].code == "newer"
            line = desktop_words.SETTINGS_NEWER if newer else desktop_words.SETTINGS_DAMAGED
            return self._set_aside(line)

    def _unread(self, error: ReadError) -> Settings:
        if error.code == "too-large":
            return self._set_aside(desktop_words.SETTINGS_DAMAGED)
        if error.code != "no-file":
            self.complaint = desktop_words.SETTINGS_UNREADABLE.format(
                path=self.path, why=why_unread(error)
            )
        return Settings()

    def _set_aside(self, line: str) -> Settings:
        aside = _free_name(self.path)
        try:
            self.path.rename(aside)
        except OSError as error:
            line, why = desktop_words.SETTINGS_NOT_ASIDE, why_unwritten(error)
            self.complaint = line.format(path=self.path, why=why)
        else:
            self.complaint = line.format(path=self.path, aside=aside.name)
        return Settings()


def _free_name(path: Path) -> Path:
    """A name beside the file that nothing has yet."""
    number = 1
    while (aside := path.with_name(f"{path.stem}.aside-{number}{path.suffix}")).exists():
        number += 1
    return aside
