"""Packs at the edge of what is valid leave the app as every kind of file, whatever the view."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from nanoexplorer.core.case_code import decode, encode
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Intent
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.render.job import ExportError, Job
from nanoexplorer.render.kinds import KINDS, write
from nanoexplorer.render.records.match_json import match_json
from nanoexplorer.render.terminal import match_text
from nanoexplorer.ui.base.theme import chosen_theme
from nanoexplorer.views import NAMES, names_for
from nanoexplorer.words import export as words
from tests.boundary_packs import EDITS, boundary_pack

QUICK = ("csv", "xlsx", "json", "ris", "bib")
NOTHING = words.NOTHING_FOR.split("{")[0]
DRAWN = ("the least there can be",)
"""Drawing takes long; this one leaves out all that can be."""


def job(pack: Pack, view: str) -> Job:
    first = pack.cases[0].profile if pack.cases else pack.blank_profile
    intent = Intent(
        first,
        second_profile=pack.blank_profile,
        selection=pack.ordered[0].id,
        tab="strategies" if view == "card" else view,
    )
    return Job(pack, intent, chosen_theme("light"), view)


@pytest.mark.parametrize("name", EDITS)
def test_every_view_leaves_as_every_kind(name: str, app: QApplication, tmp_path: Path) -> None:
    pack = load_pack(boundary_pack(tmp_path / "pack", name))
    for kind in KINDS:
        if kind.name not in QUICK and name not in DRAWN:
            continue
        for view in NAMES:
            path = tmp_path / f"{view}{kind.suffix}"
            if view not in names_for(pack):
                with pytest.raises(ExportError, match=f"{NOTHING}|{words.NO_TOPIC}"):
                    write(job(pack, view), path, kind)
            else:
                assert all(file.is_file() for file in write(job(pack, view), path, kind))


@pytest.mark.parametrize("name", EDITS)
def test_match_and_case_code_hold(name: str, tmp_path: Path) -> None:
    pack = load_pack(boundary_pack(tmp_path / "pack", name))
    profile = pack.blank_profile
    assert match_json(pack, profile).startswith("{")
    assert pack.ordered[0].name[:20] in " ".join(match_text(pack, profile).split())
    assert decode(pack, encode(pack, profile)) == (profile, pack.version)
