"""A job as a test asks for it, and what stands on its sheets."""

from __future__ import annotations

from functools import partial

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.screen import Intent
from nanoexplorer.render.job import Job, Progress
from nanoexplorer.render.kinds import BY_NAME, write
from nanoexplorer.views import NAMES
from tests.drawing.drawing import theme
from tests.render.renderings import bundled, case

VIEWS = NAMES
SHORT = tuple(view for view in VIEWS if view != "references")
"""Without the longest view, which differs from the others in nothing but its length."""
DRAWN = ("evidence-map", "decision-map", "barrier-routes")


write_png, write_svg, write_outlines, write_pdf, write_handout, write_slides = (
    partial(write, kind=BY_NAME[name])
    for name in ("png", "svg", "svg-outlines", "pdf", "handout", "pptx")
)
write_csv, write_xlsx, write_json, write_ris, write_bib = (
    partial(write, kind=BY_NAME[name]) for name in ("csv", "xlsx", "json", "ris", "bib")
)


def first_case() -> Profile:
    return case(bundled().cases[0].id)


def job(
    view: str = "strategies",
    size: tuple[int, int] | None = None,
    *,
    pack: Pack | None = None,
    colours: str = "light",
    scale: float = 1.0,
    dpi: int = 96,
    progress: Progress | None = None,
    selection: str = "",
) -> Job:
    """A view of the first case, compared with the second, with a strategy selected."""
    pack = pack or bundled()
    intent = Intent(
        pack.cases[0].profile,
        second_profile=pack.cases[1].profile if len(pack.cases) > 1 else pack.blank_profile,
        selection=selection or pack.ordered[0].id,
        tab="strategies" if view == "card" else view,
    )
    made = Job(pack, intent, theme(colours), view, size, scale, dpi)
    return (
        made
        if progress is None
        else Job(pack, intent, theme(colours), view, size, scale, dpi, progress)
    )
