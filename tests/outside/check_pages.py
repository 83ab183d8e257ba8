"""Web pages in a real browser: axe-core, no request, readable without a script, every answer.

Needs Chromium beside what the extra `export-test` brings; CHROMIUM names it where it is elsewhere.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Intent
from nanoexplorer.core.teaching.seminar_cases import Seminar, seminar_of
from nanoexplorer.pack.difference import difference
from nanoexplorer.pack.opened import open_pack, read_at
from nanoexplorer.places import bundled_pack, example_pack
from nanoexplorer.render import difference_files
from nanoexplorer.render.html.answers import SIGNS
from nanoexplorer.render.job import Job, seminar_jobs
from nanoexplorer.render.kinds import BY_NAME, write, write_deck
from nanoexplorer.views import NAMES, names_for
from nanoexplorer.words import common
from tests.drawing.drawing import theme
from tests.packs import example
from tests.render.renderings import bundled
from tests.render.views import view_job

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.usefixtures("app")
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ALONE = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
)  # fmt: skip
HANDOUT = "handout-html"
MOST = 27_648
"""Profiles of the bundled pack: every option, and every stretch of a number."""
SCREENS = ("light", "dark")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=list(ALONE))
        yield found
        found.close()


def jobs(pack: Pack) -> Iterator[Job]:
    """Every view of the first and the last case."""
    for case in (pack.cases[0], pack.cases[-1]):
        for view in NAMES:
            job = view_job(view, pack)
            yield replace(job, intent=replace(job.intent, profile=case.profile))


def written(job: Job, folder: Path, kind: str = "html") -> str:
    [path] = write(job, folder / "page.html", BY_NAME[kind])
    return path.as_uri()


def asked_nothing(page: Page, address: str) -> list[str]:
    """The addresses beside its own that a page asks for while it is opened, and complaints."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: asked.append(said.text))
    page.on("pageerror", lambda error: asked.append(str(error)))
    page.goto(address)
    return [one for one in asked if one != address]


@pytest.mark.parametrize("scheme", SCREENS)
def test_axe_finds_nothing_in_any_view(browser: Browser, scheme: str, tmp_path: Path) -> None:
    pack = bundled()
    strategies = view_job("strategies", pack)
    made = [(job, "html") for job in jobs(pack)]
    made += [(strategies, HANDOUT), (replace(strategies, whole=True), HANDOUT)]
    made += [(view_job(view, example()), "html") for view in names_for(example())]
    for job, kind in made:
        page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light")
        assert asked_nothing(page, written(job, tmp_path, kind)) == []
        found = Axe().run(page)
        assert found.violations_count == 0, (job.view, kind, found.generate_report())
        page.close()


@pytest.mark.parametrize("scheme", SCREENS)
def test_nor_in_a_seminar(browser: Browser, scheme: str, tmp_path: Path) -> None:
    pack = bundled()
    cases = [
        case._replace(own_title=f"Mine: {case.title}", note="Note it.", question="Which?")
        for case in seminar_of(pack).cases
    ]
    jobs = seminar_jobs(view_job("strategies", pack), Seminar("Tuesday", tuple(cases)))
    [path] = write_deck(jobs, tmp_path / "seminar.html", "Tuesday")
    page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light")
    assert asked_nothing(page, path.as_uri()) == []
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.set_viewport_size({"width": 360, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()


@pytest.mark.parametrize("scheme", SCREENS)
def test_nor_in_what_differs_between_two_packs(
    browser: Browser, scheme: str, tmp_path: Path
) -> None:
    changed = difference(open_pack(example_pack()), read_at(bundled_pack()))
    [path] = difference_files.write(changed, "everything", tmp_path / "a.html", theme())
    page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light")
    assert asked_nothing(page, path.as_uri()) == []
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.set_viewport_size({"width": 360, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()


@pytest.mark.parametrize("view", NAMES)
def test_a_page_fits_a_narrow_screen_and_the_disclaimer_stays(
    browser: Browser, view: str, tmp_path: Path
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 640})
    page.goto(written(view_job(view, bundled()), tmp_path))
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    box = page.locator("aside.disclaimer").bounding_box()
    assert box is not None
    assert box["y"] == 0
    page.close()


def test_a_page_is_read_whole_without_a_script(browser: Browser, tmp_path: Path) -> None:
    job = view_job("strategies", bundled())
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(written(job, tmp_path))
    said = page.locator("body").inner_text()
    for strategy in job.pack.strategies:
        assert strategy.name in said
    assert not page.locator("#answers-form").is_visible()
    context.close()


def test_the_page_answers_every_profile_as_the_app_does(browser: Browser, tmp_path: Path) -> None:
    pack = bundled()
    page = browser.new_page()
    page.goto(written(view_job("strategies", pack), tmp_path))
    fields = pack.fields
    choices = [
        (*(option.id for option in field.options), *range(1, 12 if field.kind == "count" else 1))
        for field in fields
    ]
    every = list(product(*choices))
    assert len(every) == MOST
    found = page.evaluate("(every) => every.map(answer)", every)
    for values, signs in zip(every, found, strict=True):
        profile = pack.blank_profile.replace(dict(zip((f.id for f in fields), values, strict=True)))
        verdicts = zip(SIGNS.values(), pack.table.answer(profile), strict=True)
        named = {id_: sign for sign, bits in verdicts for id_ in pack.table.names(bits)}
        assert signs == "".join(named[strategy.id] for strategy in pack.ordered), values
    page.close()


def test_a_choice_in_the_form_moves_the_strategies(browser: Browser, tmp_path: Path) -> None:
    pack = bundled()
    page = browser.new_page()
    job = replace(view_job("strategies", pack), intent=Intent(pack.blank_profile))
    page.goto(written(job, tmp_path))
    before = page.locator("#answers-m li").count()
    page.get_by_role("group", name="EGFR").get_by_label("mutated", exact=True).check()
    after = page.locator("#answers-m li").count()
    named = pack.blank_profile.replace({"egfr": "mutated"})
    assert before == pack.table.answer(pack.blank_profile).matches.bit_count()
    assert after == pack.table.answer(named).matches.bit_count() > before
    page.get_by_role("button").click()
    page.wait_for_function(f"document.querySelectorAll('#answers-m li').length === {before}")
    assert common.DISCLAIMER_LEAD in page.locator("aside.disclaimer").inner_text()
    page.close()
