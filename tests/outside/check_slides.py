"""Every view of every case, and seminars, as slides: no validator finds a fault in any.

Needs what the extra `export-test` brings; `make export-test` installs it and runs this folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from ooxml_integrity import ERROR, check_pptx
from openxml_audit import validate_pptx
from pptx import Presentation

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.seminar_cases import seminar_of
from nanoexplorer.render.job import Job, seminar_jobs
from nanoexplorer.render.kinds import write, write_deck
from nanoexplorer.ui.base.theme import chosen_theme
from nanoexplorer.views import NAMES, names_for
from tests.packs import example, mini_pack
from tests.render.renderings import bundled
from tests.render.views import view_job

pytestmark = pytest.mark.usefixtures("app")
THEMES = ("light", "dark")


def faults(path: Path) -> Iterator[str]:
    """What validators find in a deck, and whether its own library opens it again."""
    yield from (str(error) for error in validate_pptx(path).errors)
    yield from (str(found) for found in check_pptx(path) if found.severity is ERROR)
    if not len(Presentation(str(path)).slides):
        yield f"{path.name}: no slide"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("case", [case.id for case in bundled().cases])
def test_no_validator_finds_a_fault_in_any_view(case: str, theme: str, tmp_path: Path) -> None:
    pack = bundled()
    profile = next(one.profile for one in pack.cases if one.id == case)
    found = {}
    for view in NAMES:
        made = replace(view_job(view, pack), theme=chosen_theme(theme))
        made = replace(made, intent=replace(made.intent, profile=profile))
        [path] = write(made, tmp_path / f"{view}.pptx")
        found[view] = list(faults(path))
    assert found == {view: [] for view in NAMES}


@pytest.mark.parametrize("pack", [example(), mini_pack()], ids=lambda pack: pack.id)
def test_nor_in_any_of_another_pack(pack: Pack, tmp_path: Path) -> None:
    found = {}
    for view in names_for(pack):
        [path] = write(view_job(view, pack), tmp_path / f"{view}.pptx")
        found[view] = list(faults(path))
    assert found == {view: [] for view in names_for(pack)}


@pytest.mark.parametrize("pack", [bundled(), example(), mini_pack()], ids=lambda pack: pack.id)
def test_nor_in_a_seminar(pack: Pack, tmp_path: Path) -> None:
    made = view_job("strategies", pack)
    seminar = seminar_of(made.pack)
    own = [
        case._replace(own_title="Ours: <&> \u201cone\u201d", note="Say\nthis", hidden=case.also[:1])
        for case in seminar.cases
    ]
    jobs: list[Job] = seminar_jobs(made, seminar._replace(title="A seminar", cases=tuple(own)))
    [path] = write_deck(jobs, tmp_path / "seminar.pptx", "A seminar")
    assert list(faults(path)) == []
