"""Reads the app's tree over AT-SPI, as a screen reader does, and says what it would stumble on.

For the system's own Python, which has the bindings (python3-gi, gir1.2-atspi-2.0).
usage: python3 reader.py window|seminar, in a session bus of its own, the app started
"""

from __future__ import annotations

import sys
from typing import Any, Final

import gi  # type: ignore[import-not-found,unused-ignore]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found,unused-ignore] # noqa: E402

ROWS, DEPTH, TRIES, EVERY = 60, 30, 60, 500
GROUP: Final = "The sources name for this profile"
PARTS: Final = 6


def nodes(node: Any, depth: int = 0) -> list[Any]:
    """A node and all below it; of a long list the first rows."""
    found = [node]
    if depth < DEPTH:
        for place in range(min(node.get_child_count(), ROWS)):
            child = node.get_child_at_index(place)
            found += nodes(child, depth + 1) if child is not None else []
    return found


def nameless(found: list[Any]) -> list[str]:
    wanted = (Atspi.StateType.FOCUSABLE, Atspi.StateType.SHOWING)
    return [
        f"no name: {node.get_role_name()} in {node.get_parent().get_name()!r}"
        for node in found
        if all(map(node.get_state_set().contains, wanted)) and not node.get_name().strip()
    ]


def read(what: str) -> list[str] | None:
    """What is wrong; None while the app is not there yet."""
    desktop = Atspi.get_desktop(0)
    if not desktop.get_child_count():
        return None
    found = nodes(desktop.get_child_at_index(0))
    said = [(node.get_role_name(), node.get_name()) for node in found]
    if what == "seminar":
        stages = [node for node in found if node.get_child_count() >= PARTS]
        told = [n for n in stages if n.get_child_at_index(0).get_name().startswith("Case 1 of")]
        return nameless(found) if told else None
    cards = [name for role, name in said if role == "list item" and name.endswith(GROUP)]
    return nameless(found) if cards else None


def main() -> int:
    loop, tries, wrong = GLib.MainLoop(), iter(range(TRIES)), []

    def look() -> bool:
        found = read(sys.argv[1])
        if found is None and next(tries, None) is not None:
            return True
        wrong.extend(["what is looked for never came"] if found is None else found)
        loop.quit()
        return False

    GLib.timeout_add(EVERY, look)
    loop.run()
    print(f"{sys.argv[1]}: {len(wrong)} wrong", *wrong, sep="\n  ")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
