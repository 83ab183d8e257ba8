"""A job for every view, with all that any of them wants."""

from __future__ import annotations

from typing import Any

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Intent
from nanoexplorer.render.job import Job
from nanoexplorer.ui.base.theme import chosen_theme
from nanoexplorer.views import NAMES
from tests.packs import mini_pack

ALL_VIEWS = NAMES


def view_job(view: str = "strategies", pack: Pack | None = None, **intent: Any) -> Job:
    """A job for a view of the mini pack, with two profiles and a strategy that is selected."""
    pack = pack or mini_pack()
    first = pack.cases[0].profile
    known = {"second_profile": pack.blank_profile, "selection": pack.ordered[0].id}
    return Job(pack, Intent(first, **{**known, **intent}), chosen_theme("light"), view)
