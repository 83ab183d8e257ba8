"""``python -m nanoexplorer``: the same as the ``nanoexplorer`` command."""

from __future__ import annotations

import os
import sys

from nanoexplorer.app.command_line import main


def _let_go_of_own_libraries() -> None:
    """A bundle's starter points the loader to its own folder; the browser must not look there."""
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
    if before:
        os.environ["LD_LIBRARY_PATH"] = before
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)


if __name__ == "__main__":
    if getattr(sys, "frozen", False) and sys.platform == "linux":
        _let_go_of_own_libraries()
    raise SystemExit(main())
