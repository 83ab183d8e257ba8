"""A fault of ours: it is logged, shown as text that can be copied, and the profile is kept."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication

from nanoexplorer import __version__
from nanoexplorer.words import common
from nanoexplorer.words import desktop as words

LOG_SIZE: Final = 200_000


def log_path() -> Path:
    """Where faults are logged on this system."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(folder) / "crash.log"


def watch(remember: Callable[[], None]) -> None:
    """From now on, log and show every exception that nobody caught."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit(2)
            return
        with suppress(Exception):
            remember()
        report = describe(kind, error, trace)
        log = write_log(report)
        print(report, file=sys.stderr)
        show(report, log)

    sys.excepthook = hook


def describe(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """What happened, as text: when, which version, and the traceback."""
    import traceback  # with datetime 10 ms, which a start need not pay
    from datetime import datetime

    lines = "".join(traceback.format_exception(kind, error, trace))
    when = datetime.now().isoformat(timespec="seconds")
    return f"{common.APP} {__version__}, {when}\n{lines}"


def write_log(report: str) -> Path | None:
    """Append to the log, which is begun anew when it has grown large; None if it can't be."""
    path = log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():  # a pipe would wait for somebody who reads it
            return None
        fresh = path.exists() and path.stat().st_size > LOG_SIZE
        with path.open("w" if fresh else "a", encoding="utf-8") as log:
            log.write(report + "\n")
    except OSError:
        return None
    return path


def show(report: str, log: Path | None) -> None:
    """Show the report, unless one is on screen already: a fault can come with every paint."""
    from nanoexplorer.ui.controls.dialogs import TextDialog

    app = QApplication.instance()
    if app is None or app.property("crashed"):
        return
    app.setProperty("crashed", True)
    lead = words.CRASH_LOGGED.format(log=log) if log else words.CRASH_NOT_LOGGED
    dialog = TextDialog(words.CRASH_TITLE, lead, report, QApplication.activeWindow())
    dialog.finished.connect(lambda _: app.setProperty("crashed", False))
    dialog.open()
