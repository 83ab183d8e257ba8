"""The views in the order of their tabs; each is imported when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable

from nanoexplorer.ui.view import View


def _topics() -> type[View]:
    from nanoexplorer.ui.panels.topics_panel import TopicsPanel

    return TopicsPanel


VIEWS: dict[str, Callable[[], type[View]]] = {"topics": _topics}
"""Name -> what imports the view. The strategies stand before them and are always there."""
