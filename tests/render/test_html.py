"""Web pages: one file that asks for nothing, says what the screen says, and leads back."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise, product
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from PySide6.QtQml import QJSEngine

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Intent
from nanoexplorer.formats.questions import QuestionSet
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import resources
from nanoexplorer.render.html.answers import SCRIPT, SIGNS, answers
from nanoexplorer.render.job import Job
from nanoexplorer.render.kinds import BY_NAME, write
from nanoexplorer.render.reopening.opening import opened
from nanoexplorer.words import common
from nanoexplorer.words import export as words
from tests.boundary_packs import boundary_pack
from tests.packs import copy_of_mini_pack, edit_cell, mini_pack, packs
from tests.render.renderings import bundled
from tests.render.views import ALL_VIEWS, view_job

pytestmark = pytest.mark.usefixtures("app")


class Page(HTMLParser):
    """What a browser's parser finds in a page: tags with their attributes, and the words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._silent = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._silent += tag in ("style", "script")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("style", "script")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for found, attributes in self.tags if found == tag]

    @property
    def said(self) -> str:
        return " ".join(" ".join(self.words).split())


def page(job: Job, folder: Path, kind: str = "html") -> Page:
    path = folder / "page.html"
    assert write(job, path, BY_NAME[kind]) == (path,)
    return Page(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("view", ALL_VIEWS)
def test_a_page_says_what_every_part_says_that_leaves(view: str, tmp_path: Path) -> None:
    job = view_job(view)
    made = page(job, tmp_path)
    for said in (
        common.disclaimer(),
        job.rendering.title,
        job.screen.profile.case_code,
        *(source.label for source in job.pack.sources),
        *(remark for remark in job.rendering.remarks),
    ):
        assert " ".join(said.split()) in made.said
    assert [a["lang"] for a in made.all("html")] == [job.pack.language]


@pytest.mark.parametrize("view", ALL_VIEWS)
def test_a_page_has_its_headings_in_order_and_names_that_are_unique(
    view: str, tmp_path: Path
) -> None:
    made = page(view_job(view), tmp_path)
    levels = [int(tag[1]) for tag, _ in made.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    names = [attributes["id"] for _, attributes in made.tags if attributes.get("id")]
    assert len(set(names)) == len(names)
    leads = {a["href"] for a in made.all("a") if str(a.get("href", "")).startswith("#")}
    assert {str(lead)[1:] for lead in leads} <= set(names)


@pytest.mark.parametrize("view", ALL_VIEWS)
def test_a_page_asks_nobody_for_anything(view: str, tmp_path: Path) -> None:
    made = page(view_job(view), tmp_path)
    policy = next(a for a in made.all("meta") if a.get("http-equiv"))
    assert str(policy["content"]).startswith("default-src 'none';")
    assert "unsafe" not in str(policy["content"])
    assert not [tag for tag, a in made.tags if "src" in a or tag in ("link", "img", "iframe")]
    assert not [tag for tag, a in made.tags if "style" in a or any(n.startswith("on") for n in a)]
    away = {str(a["href"]) for a in made.all("a") if not str(a["href"]).startswith("#")}
    assert all(lead.startswith("https://") for lead in away)


@pytest.mark.parametrize("view", [view for view in ALL_VIEWS if view != "card"])
def test_a_page_leads_back_to_its_view(view: str, tmp_path: Path) -> None:
    job = view_job(view)
    page(job, tmp_path)
    found = opened(job.pack, tmp_path / "page.html")
    assert not isinstance(found, QuestionSet)
    intent, shown, _ = found
    assert shown == view
    assert intent.profile == job.intent.profile


HOSTILE = "<script>alert(1)</script> & \"'{{ 7*7 }}"


@pytest.mark.parametrize("view", ["strategies", "card", "evidence-map"])
def test_what_a_pack_says_is_never_taken_for_markup(view: str, tmp_path: Path) -> None:
    folder = copy_of_mini_pack(tmp_path / "pack")
    edit_cell(folder, "strategies.csv", 2, "name", HOSTILE.replace('"', "”"))
    pack = load_pack(folder)
    job = view_job(view, pack)
    job = replace(job, intent=replace(job.intent, selection=pack.strategies[0].id))
    made = page(job, tmp_path)
    # As data and as our own script, where the page answers: no third one.
    assert len(made.all("script")) == (2 if view == "strategies" else 0)
    assert "alert(1)" in made.said or view == "evidence-map"
    assert "{{ 7*7 }}" in made.said or view == "evidence-map"


def test_disputed_statuses_interpretations_and_hedges_go_with_a_page(tmp_path: Path) -> None:
    pack = bundled()
    case = next(case for case in pack.cases if case.profile["lesions"] == 4)
    made = page(replace(view_job("strategies", pack), intent=Intent(case.profile)), tmp_path)
    assert common.DISPUTED_SIGN in made.said
    assert common.DISPUTED in made.said
    assert common.OUR_INTERPRETATION in made.said
    assert "typically" in made.said


def test_a_handout_is_a_page_too(tmp_path: Path) -> None:
    made = page(view_job(), tmp_path, "handout-html")
    assert common.disclaimer() in made.said
    assert words.PAGE_ANSWERS not in made.said


def looked_up(data: dict[str, Any], values: tuple[object, ...]) -> str:
    """The signs as the page's script looks them up."""
    fields = data["fields"]
    at: list[int] = []
    sizes: list[int] = []
    for field, value in zip(fields, values, strict=True):
        starts, options = field["from"], field["options"]
        sizes.append(len(starts) + len(options))
        at.append(
            len(starts) + options.index(value)
            if value in options
            else max(place for place, start in enumerate(starts) if start <= value)
        )
    signs = []
    for one in data["strategies"].values():
        place = 0
        for field in one["on"]:
            place = place * sizes[field] + at[field]
        signs.append(one["is"][place])
    return "".join(signs)


@settings(max_examples=25)
@given(packs())
def test_every_verdict_of_the_page_is_that_of_the_app(pack: Pack) -> None:
    data = answers(pack)
    assert data is not None
    choices = [pack.table.representatives(field) for field in pack.fields]
    for _, values in zip(range(60), product(*choices), strict=False):
        found = dict(zip((field.id for field in pack.fields), values, strict=True))
        profile = pack.blank_profile.replace(found)
        expected = "".join(SIGNS[pack.table.verdict(profile, s.id)] for s in pack.ordered)
        assert looked_up(data, values) == expected


PAGE = """
    const boxes = {};
    const found = {elements: boxes, addEventListener: () => 0};
    const document = {
        getElementById: (id) => id === "answers-form" ? found : {textContent: DATA},
        querySelectorAll: () => [],
    };
    for (const [name, options] of Object.entries(OPTIONS)) {
        boxes[name] = options.map(([value, alone]) => (
            {value, name, type: "checkbox", checked: false, dataset: alone ? {alone: ""} : {}}
        ));
        boxes[name].value = "";
    }
    const setTimeout = () => 0;
"""
"""What the script of a page finds around it, with a check box for every option."""


def said(run: Any, text: str) -> str:
    """What a piece of script comes to."""
    found = run.call([text])
    assert not found.isError(), found.toString()
    return str(found.toString())


def test_the_script_of_a_page_ticks_and_answers_several_at_once(tmp_path: Path) -> None:
    pack = load_pack(boundary_pack(tmp_path / "pack", "co-mutations"))
    genes = pack.field["genes"]
    alone = [[option.id, option.id not in genes.together] for option in genes.options]
    every = {field.id: alone if field is genes else [] for field in pack.fields}
    script = (resources() / "templates" / SCRIPT).read_text("utf-8").replace('"use strict";', "")
    data = json.dumps(json.dumps(answers(pack)))
    engine = QJSEngine()
    around = PAGE.replace("OPTIONS", json.dumps(every)).replace("DATA", data)
    script = script.replace("\nshow();", "")  # which wants the lists of a whole page
    run: Any = engine.evaluate(f"(() => {{ {around}{script}; return (text) => eval(text); }})()")
    at = pack.fields.index(genes)
    value = genes.default
    for option in Random(7).choices([option.id for option in genes.options], k=80):
        value = genes.toggled(value, option)
        place = [option.id for option in genes.options].index(option)
        clicked = f"boxes.genes[{place}].checked = !boxes.genes[{place}].checked"
        said(run, f"{clicked}; settle(boxes.genes[{place}])")
        assert said(run, "ticked('genes').map((box) => box.value).join('+')") == value
        profile = pack.blank_profile.replace({"genes": value})
        values = ", ".join(
            f"chosen()[{at}]" if field is genes else json.dumps(profile[field.id])
            for field in pack.fields
        )
        assert said(run, f"answer([{values}])") == "".join(
            SIGNS[pack.table.verdict(profile, s.id)] for s in pack.ordered
        )


def test_the_data_of_all_answers_is_small() -> None:
    assert len(json.dumps(answers(bundled()))) < 400_000


def test_the_form_begins_with_the_profile_of_the_page(tmp_path: Path) -> None:
    pack = mini_pack()
    job = Job(pack, Intent(pack.cases[0].profile), view_job().theme)
    made = page(job, tmp_path)
    checked = {str(a["name"]): a["value"] for a in made.all("input") if "checked" in a}
    for field in pack.fields:
        value = job.intent.profile[field.id]
        assert checked[field.id] == (field.default if isinstance(value, int) else value)
