"""A seminar as one page: every case, whose words are whose, one list of references."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Intent
from nanoexplorer.core.teaching.seminar_cases import Seminar, seminar_of
from nanoexplorer.documents.citations.vancouver import vancouver
from nanoexplorer.render.job import Cancelled, ExportError, Job, seminar_jobs
from nanoexplorer.render.kinds import write_deck
from nanoexplorer.render.reopening.opening import opened
from nanoexplorer.words import common
from nanoexplorer.words import export as words
from nanoexplorer.words.teaching import seminar as seminar_words
from tests.packs import mini_pack
from tests.render.renderings import bundled
from tests.render.test_html import Page
from tests.render.views import view_job

pytestmark = pytest.mark.usefixtures("app")
TITLE = "Ours: <b>Tuesday</b> & more"


def seminar(pack: Pack) -> Seminar:
    """The pack's cases; the first is under a title of the teacher's and with a note."""
    first, *others = seminar_of(pack).cases
    mine = first._replace(own_title="My <i>case</i>", note="Note it.\nTwice.", aside="Never told.")
    return Seminar(TITLE, (mine, *others))


def page(pack: Pack, folder: Path, made: Seminar | None = None) -> Page:
    path = folder / "seminar.html"
    jobs = seminar_jobs(view_job("strategies", pack), made or seminar(pack))
    assert write_deck(jobs, path, TITLE) == (path,)
    return Page(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("pack", [mini_pack(), bundled()], ids=lambda pack: pack.id)
def test_it_holds_every_case_with_its_code_and_what_its_view_shows(
    pack: Pack, tmp_path: Path
) -> None:
    made = page(pack, tmp_path)
    assert TITLE in made.said
    for job in seminar_jobs(view_job("strategies", pack), seminar(pack)):
        assert job.rendering.title in made.said
        assert job.screen.profile.case_code in made.said
        for key in job.rendering.keys:
            assert made.said.count(vancouver(pack.reference[key])) == 1


def test_what_the_teacher_says_is_marked_and_the_aside_stays_at_home(tmp_path: Path) -> None:
    said = page(mini_pack(), tmp_path).said
    assert f"{seminar_words.OWN_NOTE} Note it. Twice." in said
    assert said.count(words.CASE_TITLE) == 2
    assert "Never told" not in said
    assert "My <i>case</i>" in said


def test_what_the_teacher_hides_is_left_out_and_told(tmp_path: Path) -> None:
    pack = mini_pack()
    whole = seminar(pack)
    [job, *_] = seminar_jobs(view_job("strategies", pack), whole)
    shown = next(
        group.strategies[0]
        for column in job.screen.part.columns  # type: ignore[attr-defined]
        for group in column.groups
        if group.verdict != "any-profile"
    )
    less = whole.cases[0]._replace(hidden=(shown,))
    said = page(pack, tmp_path, Seminar(TITLE, (less,))).said
    assert pack.strategy[shown].name not in said
    assert words.case_hidden(1) in said


def test_headings_are_in_order_names_are_unique_and_links_lead_somewhere(tmp_path: Path) -> None:
    made = page(bundled(), tmp_path)
    levels = [int(tag[1]) for tag, _ in made.tags if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    names = [about["id"] for _, about in made.tags if about.get("id")]
    assert len(set(names)) == len(names)
    leads = [str(a["href"]) for a in made.all("a") if str(a.get("href", "")).startswith("#")]
    assert {lead[1:] for lead in leads} <= set(names)
    assert len([lead for lead in leads if lead.startswith("#section-")]) == len(bundled().cases)
    assert made.all("script") == []


def test_it_opens_its_first_case_again(tmp_path: Path) -> None:
    pack = mini_pack()
    page(pack, tmp_path)
    intent, view, _ = opened(pack, tmp_path / "seminar.html")
    assert isinstance(intent, Intent)
    assert (intent.profile, view) == (pack.cases[0].profile, "strategies")


def test_several_cases_without_a_seminar_are_counted(tmp_path: Path) -> None:
    pack = mini_pack()
    jobs = [Job(pack, Intent(c.profile), view_job().theme) for c in pack.cases]
    write_deck(jobs, tmp_path / "a.html", "")
    made = Page((tmp_path / "a.html").read_text("utf-8"))
    assert common.counted(len(jobs), common.CASES) in made.said
    assert words.CASE_TITLE not in made.said


def test_whoever_stops_or_asks_for_what_is_not_there_keeps_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("old")

    def stop(done: int, of: int) -> None:
        raise Cancelled

    jobs = seminar_jobs(view_job("strategies"), seminar(mini_pack()))
    with pytest.raises(Cancelled):
        write_deck([replace(job, progress=stop) for job in jobs], path, "")
    card = view_job("card", selection="")
    with pytest.raises(ExportError, match=words.NO_STRATEGY):
        write_deck([card], path, "")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
