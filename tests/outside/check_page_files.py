"""Every view of every case, handouts and question sheets as PDF: a checker of PDF/UA-1 and WCAG
finds no error and no warning.

Needs what the extra `export-test` brings; `make export-test` installs it and runs this folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from outloud import check

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.teaching.practice import Answered, Given
from nanoexplorer.core.teaching.questions import Setup, draw_questions
from nanoexplorer.pack.difference import difference
from nanoexplorer.pack.opened import open_pack, read_at
from nanoexplorer.places import bundled_pack, example_pack
from nanoexplorer.render import difference_files
from nanoexplorer.render.job import Job
from nanoexplorer.render.kinds import BY_NAME, HANDOUT, write
from nanoexplorer.render.pages.questions import write_questions, write_round
from nanoexplorer.ui.base.theme import chosen_theme
from nanoexplorer.views import NAMES, names_for
from tests.drawing.drawing import theme
from tests.packs import example, mini_pack
from tests.render.renderings import bundled
from tests.render.views import view_job

pytestmark = pytest.mark.usefixtures("app")
PACKS = {"bundled": bundled, "example": example, "mini": mini_pack}
LONG = "references"
"""It shows the same of every case."""
FOOTERS = "PAG-001"
"""It takes for a footer what stands equally high on three pages, as answers to choose from may."""
LANDSCAPE = (1600, 900)


def faults(path: Path, besides: str = "") -> list[str]:
    """What the checker finds, a rule left out where it errs, and whether it could look at all."""
    result = check(str(path))
    crashed = [run.rule for run in result.runs if run.status == "crashed"]
    found = [str(one) for one in result.findings if one.severity != "info" and one.rule != besides]
    return [*([result.error] if result.error else []), *crashed, *found]


def jobs(case: str) -> Iterator[tuple[str, Job]]:
    """The kind and the job of every view, and of handouts in brief and whole, of one case."""
    pack = bundled()
    profile = next(one.profile for one in pack.cases if one.id == case)
    for view in NAMES:
        made = view_job(view, pack)
        if view != LONG or profile is pack.cases[0].profile:
            yield "pdf", replace(made, intent=replace(made.intent, profile=profile))
    made = view_job("strategies", pack)
    made = replace(made, intent=replace(made.intent, profile=profile))
    yield HANDOUT, made
    yield HANDOUT, replace(made, whole=True)


@pytest.mark.parametrize("case", [case.id for case in bundled().cases])
def test_a_checker_finds_nothing_in_any_view_or_handout(case: str, tmp_path: Path) -> None:
    for kind, job in jobs(case):
        [path] = write(job, tmp_path / "a.pdf", BY_NAME[kind])
        assert faults(path) == [], (kind, job.view)


@pytest.mark.parametrize("name", PACKS)
def test_nor_in_the_dark_or_on_pages_of_a_size_that_is_asked_for(name: str, tmp_path: Path) -> None:
    pack = PACKS[name]()
    for view in names_for(pack):
        job = replace(view_job(view, pack), theme=chosen_theme("dark"), size=LANDSCAPE)
        for path in write(job, tmp_path / "a.pdf", BY_NAME["pdf"]):
            assert faults(path) == [], view


@pytest.mark.parametrize("pack", PACKS)
def test_nor_in_questions_their_answers_and_a_summary(pack: str, tmp_path: Path) -> None:
    made = PACKS[pack]()
    setup = Setup((), 6, 4711)
    given = Given(next(iter(Verdict)), made.statuses[0].id)
    asked = draw_questions(made, setup)
    paths = [
        *write_questions(made, setup, "apart", theme(), tmp_path / "apart.pdf"),
        *write_questions(made, setup, "behind", theme(), tmp_path / "behind.pdf"),
    ]
    answered = [Answered(one, given) for one in asked]
    paths.append(write_round(made, setup, answered, theme(), tmp_path / "round.pdf"))
    assert {p.name: faults(p, FOOTERS) for p in paths} == {p.name: [] for p in paths}


def test_nor_in_what_differs_between_two_packs(tmp_path: Path) -> None:
    changed = difference(open_pack(example_pack()), read_at(bundled_pack()))
    [path] = difference_files.write(changed, "everything", tmp_path / "a.pdf", theme())
    assert faults(path, FOOTERS) == []
