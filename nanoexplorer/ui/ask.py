"""Questions to the desktop that a test must not be stopped by: each is one function to replace."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

AskSavePath = Callable[[QWidget, str, str, str], Path | None]
_SUFFIX: Final = re.compile(r"\*(\.\w+)")


def ask_save_path(parent: QWidget, title: str, name: str, filter: str) -> Path | None:
    """Where to save, `name` being proposed; None if the person thinks better of it.

    `filter` is the toolkit's ("RIS (*.ris);;Text (*.txt)"). A name without a suffix gets the one
    of the filter that was chosen.
    """
    chosen, kind = QFileDialog.getSaveFileName(parent, title, name, filter)
    return with_suffix(Path(chosen), kind) if chosen else None


def with_suffix(path: Path, kind: str) -> Path:
    """The path, with the suffix of a filter such as "RIS (*.ris)" if it has none."""
    suffix = _SUFFIX.search(kind)
    return path if path.suffix or not suffix else path.with_name(path.name + suffix[1])
