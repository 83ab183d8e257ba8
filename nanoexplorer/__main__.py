"""``python -m nanoexplorer``: the same as the ``nanoexplorer`` command."""

from __future__ import annotations

from nanoexplorer.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
