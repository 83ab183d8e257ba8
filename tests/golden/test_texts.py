"""Slides, drawings, pages and tables say what they said: lines of each, kept beside this test.

Where a change is meant, `make golden` writes them anew; read the difference before committing it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QApplication

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Intent
from nanoexplorer.core.teaching.seminar_cases import seminar_of
from nanoexplorer.render.job import Job, seminar_jobs
from nanoexplorer.render.kinds import BY_NAME, write, write_deck
from tests.drawing.drawing import theme
from tests.golden.reading import read
from tests.packs import mini_pack
from tests.render.renderings import bundled

TEXTS = Path(__file__).parent / "texts"
SELECTED = "felt-sleeve"
MOST = 120
"""Lines of a difference that are shown."""
HINT = "If this is meant: make golden, and read the difference (see CONTRIBUTING)."
WHOLE = "-whole"
VIEWS = ("strategies", "card", "evidence-map", "compare")
KINDS = ("pptx", "svg", "pdf", "csv", "html")
PACKS: dict[str, Callable[[], Pack]] = {"mini": mini_pack, "bundled": bundled}


class Golden(NamedTuple):
    """A file that is made, and the one that keeps its lines. `view`: or handout, or seminar."""

    pack: str
    view: str
    kind: str

    @property
    def name(self) -> str:
        return ".".join(("-".join(self[:2]), self.kind, "txt"))


GOLDEN = (
    *(Golden("mini", view, kind) for view in VIEWS for kind in KINDS),
    *(Golden("bundled", "strategies", kind) for kind in KINDS if kind != "html"),
    Golden("mini", "handout", "pdf"),
    Golden("mini", f"handout{WHOLE}", "pdf"),
    Golden("mini", "handout-html", "html"),
    Golden("mini", "seminar", "pptx"),
)


def job(golden: Golden, pack: Pack) -> Job:
    """Its first case, compared with the second, with a strategy selected that says a lot."""
    first, second = (case.profile for case in pack.cases[:2])
    view = golden.view if golden.view in VIEWS else VIEWS[0]
    selection = SELECTED if SELECTED in pack.strategy else ""
    intent = Intent(first, second_profile=second, selection=selection)
    return Job(pack, intent, theme(), view, whole=golden.view.endswith(WHOLE))


def made(golden: Golden, pack: Pack, folder: Path) -> list[str]:
    """The lines of the file as it is made today; of a long deck, those of the first slide."""
    path, made_of = folder / f"made.{golden.kind}", job(golden, pack)
    if golden.view == "seminar":
        seminar = seminar_of(pack)
        made_of = seminar_jobs(made_of, seminar)[1]
        write_deck([made_of], path, seminar.title)
    else:
        write(made_of, path, BY_NAME.get(golden.view.removesuffix(WHOLE)))
    lines = read(path, made_of)
    return lines[: lines.index("slide 2")] if "slide 2" in lines else lines


def difference(kept: list[str], found: list[str], name: str) -> str:
    """What differs, ready to be read; nothing where nothing does."""
    lines = list(unified_diff(kept, found, f"{name}, kept", f"{name}, made now", lineterm=""))
    left = [f"… and {len(lines) - MOST} lines more"] if len(lines) > MOST else []
    return "\n".join([*lines[:MOST], *left, "", HINT]) if lines else ""


@pytest.mark.skipif(sys.platform != "linux", reason="the lines were broken there")
@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: golden.name)
def test_a_file_says_what_it_said(
    app: QApplication, tmp_path: Path, golden: Golden, renew_golden: bool
) -> None:
    file, found = TEXTS / golden.name, made(golden, PACKS[golden.pack](), tmp_path)
    if renew_golden:
        file.write_text("\n".join(found) + "\n", "utf-8", newline="\n")
    kept = file.read_text("utf-8").splitlines() if file.exists() else []
    if differs := difference(kept, found, file.name):
        pytest.fail(differs, pytrace=False)


def test_no_file_is_kept_that_nothing_is_compared_with(renew_golden: bool) -> None:
    left = {file.name for file in TEXTS.iterdir()} - {golden.name for golden in GOLDEN}
    if renew_golden:
        for name in left:
            (TEXTS / name).unlink()
    else:
        assert left == set()


@pytest.mark.parametrize("kind", KINDS)
def test_other_versions_change_no_line(
    app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    golden = Golden("mini", "compare", kind)
    before = made(golden, mini_pack(), tmp_path)
    for name, module in list(sys.modules.items()):
        if name.startswith("nanoexplorer") and hasattr(module, "__version__"):
            monkeypatch.setattr(module, "__version__", "9.8.7")
    assert made(golden, replace(mini_pack(), version="9.9"), tmp_path) == before


def test_what_differs_is_told_line_by_line_and_not_without_end() -> None:
    told = difference(["same", "old"], ["same", "new"], "a")
    assert [line for line in told.splitlines() if line[1:] in ("old", "new")] == ["-old", "+new"]
    assert told.endswith(HINT)
    assert len(difference([], ["line"] * 3 * MOST, "a").splitlines()) == MOST + 3
    assert difference(["same"], ["same"], "a") == ""
