from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from nanoexplorer import __version__
from nanoexplorer.render.job import Job
from nanoexplorer.render.provenance import MOST_NAMED, provenance_of
from nanoexplorer.render.rows.frame import around
from nanoexplorer.render.rows.rendering import Picture
from nanoexplorer.words import common
from tests.render.jobs import VIEWS, job
from tests.render.renderings import bundled


def said(view: str) -> str:
    """All that stands around the body of a view."""
    made = job(view)
    around_it = around(made.rendering, provenance_of(made))
    spans = (*around_it.subtitle, *around_it.inside, *around_it.foot, *around_it.case)
    values = (value for value, _ in around_it.values)
    return "\n".join(["".join(span.text for span in spans), common.AND_ALSO.join(values)])


def test_the_provenance_of_every_view_says_all_that_must_leave_with_it(app: QApplication) -> None:
    for view in VIEWS:
        text = said(view)
        assert text.count(common.DISCLAIMER_LEAD) == 1
        assert common.DISCLAIMER_ABSENCE in text
        assert __version__ in text
        assert bundled().version in text
        profile = bundled().cases[0].profile
        assert common.profile_line(bundled().fields, profile) in text
        assert provenance_of(job(view)).case_code in text
        for source in bundled().sources:
            assert source.label in text


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


def test_a_page_says_which_it_is_in_its_title(app: QApplication) -> None:
    made = job("strategies")
    [title] = around(made.rendering, provenance_of(made), "2 of 3").title
    assert title.text == f"{made.rendering.title} (2 of 3)"


def test_the_foot_has_two_lines_and_the_profile_where_no_other_line_has_it(
    app: QApplication,
) -> None:
    for view in VIEWS:
        made = job(view)
        provenance = provenance_of(made)
        foot = "".join(span.text for span in around(made.rendering, provenance).foot)
        drawn = isinstance(made.rendering.body, Picture)
        assert foot.count("\n") == (0 if drawn else 1)
        assert (provenance.profile in foot) is (provenance.profile_line not in said_above(made))


def said_above(made: Job) -> str:
    return made.rendering.subtitle


def test_of_many_notes_cited_a_slide_says_how_many(app: QApplication) -> None:
    keys = job("references").rendering.keys
    numbers = provenance_of(job("references")).numbers
    of_notes = sum(key.startswith("note-") for key in keys)
    assert f"{of_notes} of notes" in numbers
    assert "1–134" in numbers


def test_a_source_that_does_not_say_how_far_it_searched_has_no_such_line(app: QApplication) -> None:
    pack = bundled()
    silent = replace(pack, sources=tuple(s._replace(search_reach="") for s in pack.sources))
    made = provenance_of(job(pack=silent))
    assert made.reach == ()


def test_the_line_inside_a_figure_has_disclaimer_and_sources(app: QApplication) -> None:
    inside = provenance_of(job("evidence-map")).inside
    assert common.DISCLAIMER_LEAD in inside
    assert all(source.label in inside for source in bundled().sources)
