"""Opens a pack: read in a thread, asked about once where it is not ours, then handed on."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from nanoexplorer.core.pack import Pack
from nanoexplorer.files import carry_on
from nanoexplorer.pack.kept import KeptPack
from nanoexplorer.pack.opened import OtherVersion, kept_pack, open_pack, other_version
from nanoexplorer.pack.problems import PackError
from nanoexplorer.ui.base.file_reading import FileReading
from nanoexplorer.ui.base.preloading import made_ready
from nanoexplorer.ui.packs.gate import PackGate
from nanoexplorer.ui.packs.known import KnownPacks, gate_mark_of
from nanoexplorer.ui.shell.window import Window

KEEPING: Final = "keeping"
KEEP_AFTER: Final = 1000
"""Milliseconds after which nobody waits any more for what is opened."""


class PackOpening(QObject):
    """One at a time: who opens another one meanwhile wants that."""

    agreed = Signal(object, object)
    """A pack that may be shown, and its path."""
    declined = Signal()
    broken = Signal(object, object)
    """The problems of a pack, and its path."""

    def __init__(self, window: Window, known: KnownPacks, zoom: Callable[[], int]) -> None:
        super().__init__(window)
        self._window, self._known, self._zoom = window, known, zoom
        self.reading: FileReading | None = None
        self._to_keep: tuple[Pack, KeptPack] | None = None
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(KEEP_AFTER)
        self._keeping.timeout.connect(self._keep)

    def open(self, path: Path) -> FileReading:
        """Read the pack at a path, and go on with it once it is there."""
        if self.reading is not None and isValid(self.reading):
            self.reading.stop()
        reading = FileReading(path.name, lambda on: self.read(path, on), PackError, self._window)
        reading.done.connect(lambda found: self.offer(found[0], path, found[1]))
        reading.refused.connect(lambda error: self.broken.emit(error.problems, path))
        self.reading = reading
        reading.start()
        return reading

    def read(
        self, path: Path, on: Callable[[], None] = carry_on
    ) -> tuple[Pack, OtherVersion | None]:
        """The pack at a path, and what is not the same in the version that is known here."""
        pack = made_ready(lambda: self._kept_or_read(path, on))
        new = not pack.ours and self._is_new(pack, path)
        return pack, other_version(pack, path, self._known.with_id(pack.id, path)) if new else None

    def _kept_or_read(self, path: Path, on: Callable[[], None]) -> Pack:
        kept = KeptPack(path, self._known.copy)
        pack = kept_pack(kept, path)
        if pack is None:
            pack = open_pack(path, lambda *_: on())
            self._to_keep = pack, kept
        return pack

    def keep(self, pack: Pack) -> None:
        """Keep a pack that is open now, so that the next start with it reads no table.

        None of ours: one of these is read soon enough.
        """
        if pack.ours:
            with suppress(OSError):
                self._known.copy.unlink()
            self._to_keep = None
        elif self._to_keep is not None and self._to_keep[0] is pack:
            self._keeping.start()
        else:
            self._to_keep = None

    def _keep(self) -> None:
        if self._to_keep is not None:
            pack, kept = self._to_keep
            self._to_keep = None
            Thread(target=kept.keep, args=(pack,), name=KEEPING).start()

    def _is_new(self, pack: Pack, path: Path) -> bool:
        return self._known.of(path).gate != gate_mark_of(pack)

    def offer(self, pack: Pack, path: Path, other: OtherVersion | None = None) -> None:
        """Hand a pack on, after asking where it is not ours and was not asked about yet."""
        if pack.ours or not self._is_new(pack, path):
            self.agreed.emit(pack, path)
            return
        gate = PackGate(pack, self._zoom(), other)
        gate.accepted.connect(lambda: self._end(lambda: self.agreed.emit(pack, path)))
        gate.refused.connect(lambda: self._end(self.declined.emit))
        self._window.show_over(gate)
        (gate.leave if other is not None and other.newer else gate.proceed).setFocus()

    def _end(self, then: Callable[[], object]) -> None:
        self._window.show_content()
        then()
