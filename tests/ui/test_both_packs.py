"""Each pack that ships, shown and drawn, says nothing of the other one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSizeF
from PySide6.QtWidgets import QApplication, QWidget

from nanoexplorer.app.command_line import main
from nanoexplorer.app.controller import Controller
from nanoexplorer.core.teaching.questions import Setup
from nanoexplorer.core.teaching.seminar_cases import seminar_of
from nanoexplorer.core.teaching.seminar_steps import plan_of
from nanoexplorer.documents.strategy import TABS as PAGES
from nanoexplorer.drawing.seminar.layout import lay_out
from nanoexplorer.render.job import Job
from nanoexplorer.render.kinds import kind_of, write
from nanoexplorer.render.terminal import match_text
from nanoexplorer.ui.seminar.requests import Act
from nanoexplorer.views import names_for, tabs_for
from tests.controllers import act, inspector_body, session
from tests.shipped import SHIPPED, both_packs, shipped, words_of_another
from tests.ui.seminar.test_stage import PlacedCase, every_showing
from tests.ui.speaking import shown_by, written_in

SUFFIXES = (".svg", ".pptx", ".csv", ".json")


def path_of(controller: Controller) -> Path:
    id_ = session(controller).pack.id
    return next(path for path in SHIPPED if path.name == id_)


def wrong_in(controller: Controller, texts: Iterator[str]) -> set[str]:
    """What is said, and is another pack's."""
    another = words_of_another(path_of(controller))
    return {f"{found.group()} in {text[:80]}" for text in texts if (found := another.search(text))}


def visible() -> Iterator[str]:
    """All that every window says."""
    QCoreApplication.processEvents()
    for window in QApplication.topLevelWidgets():
        for part in (window, *window.findChildren(QWidget)):
            if window.isVisible() and part.isVisible():
                yield from shown_by(part)


def texts_in(file: Path) -> Iterator[str]:
    """The texts of what has left."""
    if file.suffix in (".svg", ".pptx"):
        return written_in(file)
    return iter(file.read_text("utf-8-sig").splitlines())


def tabs_of(controller: Controller) -> Iterator[str]:
    """All that each view says."""
    for name in tabs_for(session(controller).pack):
        session(controller).change(tab=name)
        yield from visible()


@both_packs
def test_no_view_says_a_word_of_the_other_pack(controller: Controller) -> None:
    pack = session(controller).pack
    session(controller).change(
        profile=pack.cases[1].profile, second_profile=pack.cases[2].profile, selection=""
    )
    assert wrong_in(controller, tabs_of(controller)) == set()


@both_packs
def test_the_inspector_says_no_word_of_the_other_pack(controller: Controller) -> None:
    pack = session(controller).pack
    body = inspector_body(controller)
    for group in {strategy.group: strategy.id for strategy in pack.strategies}.values():
        session(controller).change(selection=group)
        texts = (body.page(name).toPlainText() for name in PAGES)
        assert wrong_in(controller, chain(texts, visible())) == set()


@both_packs
@pytest.mark.parametrize(
    "name", ["reading", "glossary", "cite", "about", "export", "seminar_edit", "start_page"]
)
def test_no_page_and_no_dialog_says_a_word_of_the_other_pack(
    controller: Controller, name: str
) -> None:
    act(controller, name)
    said = set(visible())
    assert said
    assert wrong_in(controller, iter(said)) == set()


@both_packs
def test_a_seminar_says_no_word_of_the_other_pack(controller: Controller) -> None:
    act(controller, "seminar_start")
    stage = controller.seminars.running
    assert stage
    said = set[str]()
    for _ in range(4):
        said |= set(visible())
        stage.handle(Act.FORWARD)
    controller.seminars.leave()
    assert said
    assert wrong_in(controller, iter(said)) == set()


@pytest.mark.parametrize("size", [(1920, 1028), (1280, 670)])
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_every_page_of_a_packs_seminar_fits_the_room(
    app: QApplication, path: Path, size: tuple[int, int]
) -> None:
    pack = shipped(path)
    seminar = seminar_of(pack)
    placed = PlacedCase(pack, seminar, plan_of(pack, seminar))
    for place in range(min(len(pack.cases), 6)):
        for showing in every_showing(placed.plan, place, pack.statuses[-2].id):
            sheet = lay_out(placed.page(showing), QSizeF(*size))
            assert sheet.fits, showing
            assert sheet.smallest > size[1] / 55, showing


@both_packs
def test_practice_says_no_word_of_the_other_pack(controller: Controller) -> None:
    pack = session(controller).pack
    act(controller, "practice")
    controller.practice.start(Setup(tuple(case.id for case in pack.cases[:2]), 3, 7))
    assert wrong_in(controller, visible()) == set()


@both_packs
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_leaves_says_no_word_of_the_other_pack(
    controller: Controller, suffix: str, tmp_path: Path
) -> None:
    pack = session(controller).pack
    session(controller).change(selection=pack.ordered[0].id, second_profile=pack.cases[2].profile)
    for name in names_for(pack):
        file = tmp_path / f"{name}{suffix}"
        job = Job(pack, session(controller).intent, controller.theme, name)
        texts = chain(*map(texts_in, write(job, file, kind_of(file))))
        assert wrong_in(controller, texts) == set()


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_the_terminal_says_no_word_of_the_other_pack(path: Path) -> None:
    pack = shipped(path)
    for case in pack.cases:
        said = match_text(pack, case.profile)
        assert pack.sources[0].label in said
        assert not words_of_another(path).search(said)


@pytest.mark.parametrize("command", ["match", "export", "questions", "references"])
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_help_on_the_command_line_says_no_word_of_the_other_pack(
    path: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([command, "--pack", str(path), "--help"])
    said = capsys.readouterr().out
    assert command in said
    assert not words_of_another(path).search(said.replace(str(path), ""))
