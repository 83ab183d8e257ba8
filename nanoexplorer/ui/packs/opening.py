"""Opens a pack: read in a thread, asked about once where it is not ours, then handed on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from nanoexplorer.core.pack import Pack
from nanoexplorer.files import carry_on
from nanoexplorer.pack.opened import OtherVersion, open_pack, other_version
from nanoexplorer.pack.problems import PackError
from nanoexplorer.ui.base.file_reading import FileReading
from nanoexplorer.ui.base.preloading import make_ready
from nanoexplorer.ui.packs.gate import PackGate
from nanoexplorer.ui.packs.known import KnownPacks, gate_mark_of
from nanoexplorer.ui.shell.window import Window


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
        pack = make_ready(open_pack(path, lambda *_: on()))
        new = not pack.ours and self._is_new(pack, path)
        return pack, other_version(pack, path, self._known.with_id(pack.id, path)) if new else None

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
