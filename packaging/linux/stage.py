"""Puts what a Linux desktop wants to know of the app into a tree, such as that of a package.

usage: stage.py TREE   (TREE/share/applications, …/icons, …/man; for a .deb TREE is …/usr)

Desktop entry, AppStream metainfo, MIME type, icons in all sizes, manual page. The version comes
from nanoexplorer/__init__.py, the date from SOURCE_DATE_EPOCH. Wants PySide6, to draw the icons.
"""

from __future__ import annotations

import gzip
import os
import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(HERE.parent)]

import icons  # noqa: E402
import man_page  # noqa: E402


def version() -> str:
    """The app's version, read rather than imported."""
    text = (ROOT / "nanoexplorer" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(.+)"$', text, re.MULTILINE)
    if not found:
        raise SystemExit("stage: nanoexplorer/__init__.py has no __version__")
    return found[1]


def put(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    path.chmod(0o644)


def metainfo() -> str:
    text = (HERE / "nanoexplorer.metainfo.xml").read_text(encoding="utf-8")
    return text.replace("@VERSION@", version()).replace("@DATE@", man_page.day())


def main(tree: Path) -> None:
    share = tree / "share"
    desktop = (HERE / "nanoexplorer.desktop").read_bytes()
    put(share / "applications" / "nanoexplorer.desktop", desktop)
    put(share / "metainfo" / "io.github.nanoexplorer.metainfo.xml", metainfo())
    put(
        share / "mime" / "packages" / "nanoexplorer.xml",
        (HERE / "nanoexplorer-mime.xml").read_bytes(),
    )
    manual = "\n".join(man_page.page()) + "\n"
    put(share / "man" / "man1" / "nanoexplorer.1.gz", gzip.compress(manual.encode(), 9, mtime=0))
    icons.write_theme(share / "icons" / "hicolor")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("usage: stage.py TREE")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(Path(sys.argv[1]))
