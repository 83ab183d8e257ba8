from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from nanoexplorer import __version__
from nanoexplorer.render.provenance import MOST_NAMED, provenance_of, provenance_spans
from nanoexplorer.words import common
from tests.render.jobs import VIEWS, job
from tests.render.renderings import bundled


def said(view: str, page: str = "") -> str:
    return "".join(span.text for span in provenance_spans(provenance_of(job(view)), page))


def test_the_provenance_of_every_view_says_all_that_must_leave_with_it(app: QApplication) -> None:
    for view in VIEWS:
        text = said(view)
        assert text.startswith(common.DISCLAIMER_LEAD)
        assert __version__ in text
        assert bundled().version in text
        profile = bundled().cases[0].profile
        assert common.profile_line(bundled().fields, profile) in text
        assert job(view).screen.profile
        assert provenance_of(job(view)).case_code in text
        for source in bundled().sources:
            assert source.label in text
            assert source.search_reach in text


def test_few_references_are_named_and_many_are_numbers(app: QApplication) -> None:
    pack = bundled()
    few = job("card", selection="osimertinib" if "osimertinib" in pack.strategy else "")
    assert len(few.rendering.keys) < 12
    many = provenance_of(job("references")).keys
    assert "1–134" in many
    assert len(provenance_of(few).keys) <= MOST_NAMED + 40


def test_every_reference_shown_is_in_the_provenance_by_number_or_by_name(app: QApplication) -> None:
    for view in VIEWS:
        made = job(view)
        keys = provenance_of(made).keys
        numbers: set[int] = set()
        for part in (
            keys.replace("References shown: ", "").replace("refs ", "").split(";")[0].split(", ")
        ):
            first, _, last = part.strip(" .").partition("–")
            if first.isdigit():
                numbers |= set(range(int(first), int(last or first) + 1))
        for key in made.rendering.keys:
            if key.startswith("wu-"):
                number = int(key.removeprefix("wu-"))
                assert number in numbers or f"{number} " in keys, (view, key)


def test_a_page_says_which_it_is(app: QApplication) -> None:
    assert said("strategies", "2 of 3").endswith("2 of 3")


def test_a_source_that_does_not_say_how_far_it_searched_has_no_such_line(app: QApplication) -> None:
    pack = bundled()
    silent = replace(pack, sources=tuple(s._replace(search_reach="") for s in pack.sources))
    made = provenance_of(job(pack=silent))
    assert made.reach == ()
    assert "\n\n" not in "".join(span.text for span in provenance_spans(made))


def test_the_line_inside_a_figure_has_disclaimer_and_sources(app: QApplication) -> None:
    inside = provenance_of(job("evidence-map")).inside
    assert common.DISCLAIMER_LEAD in inside
    assert all(source.label in inside for source in bundled().sources)
