"""Where the keyboard is: from part to part of the window, and back where it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

_BY_KEY = Qt.FocusReason.TabFocusReason


def give_back(root: QWidget, name: str) -> bool:
    """Give the keyboard to the widget of that name; False where none can have it.

    It may not be painted yet; one that is about to be deleted is hidden and passed over.
    """
    for found in root.findChildren(QWidget, name) if name else ():
        if _takes_keys(found):
            found.setFocus()
            return True
    return False


def go_on(parts: Sequence[QWidget], step: int) -> None:
    """Take the keyboard to the next part (1) or the one before (-1) that can have it; within the
    part to where it was last, or to its beginning."""
    here = QApplication.focusWidget()
    inside = [n for n, part in enumerate(parts) if here and part.isAncestorOf(here)]
    start = inside[0] if inside else -step if step < 0 else -1
    for distance in range(1, len(parts) + 1):
        part = parts[(start + distance * step) % len(parts)]
        wanted = next(_candidates(part), None)
        if wanted is not None:
            wanted.setFocus(_BY_KEY)
            return


def _candidates(part: QWidget) -> Iterator[QWidget]:
    """Where the keyboard was last in a part, then all of it in the order of Tab."""
    chain: list[QWidget | None] = [part.focusWidget(), part.nextInFocusChain()]
    while (last := chain[-1]) is not None and last is not part:
        chain.append(last.nextInFocusChain())
    for found in chain:
        if found is not None and part.isAncestorOf(found) and _takes_keys(found):
            yield found


def _takes_keys(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(by_tab) and widget.isEnabled() and widget.isVisibleTo(widget.window())
