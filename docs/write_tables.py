"""Writes docs/tables.md: the reference of a pack's tables, from their declarations."""

from __future__ import annotations

import sys
from pathlib import Path

from nanoexplorer.words.packs.reference import reference_lines

HEAD = """\
# Tables of a pack

Made by docs/write_tables.py from the declarations in nanoexplorer/core; not for editing by hand.
"""


def main() -> None:
    """Write it to the file that is named, else to its place."""
    target = Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).with_name("tables.md")
    target.write_text("\n".join([HEAD, *reference_lines(), ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
