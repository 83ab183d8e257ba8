"""Watches the pack that is open: a save in a spreadsheet is one change in however many steps."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

QUIET: Final = 120
"""Milliseconds without a further step after which a save is over."""


class PackWatch(QObject):
    """A file that is written anew has another identity, so all are looked up again each time."""

    saved = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._path: Path | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET)
        self._quiet.timeout.connect(self._over)
        self._watcher.fileChanged.connect(lambda _: self._quiet.start())
        self._watcher.directoryChanged.connect(lambda _: self._quiet.start())
        self._known: object = None

    def watch(self, path: Path | None) -> None:
        """Watch the pack at a path, and none that was watched before."""
        self._quiet.stop()
        self._path = path
        if watched := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(watched)
        if path is not None:
            self._watcher.addPaths([str(path.parent if path.is_file() else path), *_files(path)])
            self._known = _state(path)

    def _over(self) -> None:
        """A folder also stirs when something else in it does, such as a spreadsheet's own lock."""
        path, known = self._path, self._known
        if path is None:
            return
        self.watch(path)
        if self._known != known:
            self.saved.emit()


def _files(path: Path) -> list[str]:
    with suppress(OSError):
        inside = path.iterdir() if path.is_dir() else (path,)
        return [str(file) for file in inside if file.suffix in _READ and file.is_file()]
    return []


_READ: Final = (".csv", ".toml", ".json", ".ris", ".bib", ".xlsx", ".nxpack")


def _state(path: Path) -> object:
    with suppress(OSError):
        found = (Path(file).stat() for file in sorted(_files(path)))
        return [(one.st_ino, one.st_size, one.st_mtime_ns) for one in found]
    return None
