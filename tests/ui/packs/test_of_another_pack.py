"""What was made from one of the packs that ship, opened while the other is: it is said of which it
is, and offered with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.core import case_code
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.screen import Intent
from nanoexplorer.core.teaching.questions import Setup
from nanoexplorer.core.teaching.seminar_cases import seminar_of
from nanoexplorer.formats.seminar import seminar_text
from nanoexplorer.render.job import Job, seminar_jobs
from nanoexplorer.render.kinds import DECKS, KINDS, write, write_deck
from nanoexplorer.render.questions.writing import write_set
from nanoexplorer.render.reopening.opening import OPENED
from nanoexplorer.words.packs import opening as words
from tests.controllers import find, open_controller, profile, put_away, said, session
from tests.drawing.drawing import theme
from tests.dropping import drop_files, let_it_read
from tests.shipped import SHIPPED, shipped

PAIRS = [(one, other) for one in SHIPPED for other in SHIPPED if one != other]
pairs = pytest.mark.parametrize(
    ("here", "there"), PAIRS, ids=[f"{one.name} open" for one, _ in PAIRS]
)
Make = Callable[[Pack, Profile, Path], Path]


def view(kind: str, pack: Pack, wanted: Profile, folder: Path) -> Path:
    found = next(one for one in KINDS if one.name == kind)
    path = folder / f"a{found.suffix}"
    write(Job(pack, Intent(wanted), theme()), path, found)
    return path


def deck(kind: str, pack: Pack, wanted: Profile, folder: Path) -> Path:
    suffix = next(one.suffix for one in KINDS if one.name == kind)
    jobs = seminar_jobs(Job(pack, Intent(wanted), theme()), seminar_of(pack))
    write_deck(jobs, folder / f"deck{suffix}", "Tuesday")
    return folder / f"deck{suffix}"


def questions(pack: Pack, _: Profile, folder: Path) -> Path:
    write_set(pack, Setup((pack.cases[0].id,), 2, 1), folder / "questions.pdf", theme())
    return folder / "questions.pdf"


def photo(pack: Pack, wanted: Profile, folder: Path) -> Path:
    """A picture of which only what it shows is left: its code."""
    picture = QImage(str(view("png", pack, wanted, folder)))
    for key in picture.textKeys():
        picture.setText(key, "")
    picture.save(str(folder / "photo.jpg"), quality=90)
    return folder / "photo.jpg"


def seminar(pack: Pack, _: Profile, folder: Path) -> Path:
    path = folder / "a.nxseminar"
    path.write_text(seminar_text(seminar_of(pack), pack), encoding="utf-8")
    return path


REOPENED = [kind.name for kind in KINDS if kind.suffix in OPENED]
MADE: dict[str, Make] = {
    **{kind: partial(view, kind) for kind in REOPENED},
    **{f"deck {kind}": partial(deck, kind) for kind in DECKS},
    "questions": questions,
    "photo": photo,
    "seminar": seminar,
}
STAYS_AT_ITS_PROFILE = ("questions", "seminar", *(name for name in MADE if "deck" in name))


class Asked:
    """Answers what is asked, and keeps the questions."""

    def __init__(self, choice: str) -> None:
        self.choice, self.questions = choice, list[str]()

    def __call__(self, *question: object) -> str:
        self.questions.append(str(question[2]))
        return self.choice


@pytest.fixture
def at(app: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[Path], Controller]]:
    opened: list[Controller] = []

    def open_(pack: Path) -> Controller:
        opened.append(open_controller(app, qtbot, tmp_path / "settings", pack))
        return opened[0]

    yield open_
    put_away(opened[0])


@pairs
@pytest.mark.parametrize("made", MADE)
def test_a_file_of_the_other_pack_is_offered_with_it(
    at: Callable[[Path], Controller], tmp_path: Path, here: Path, there: Path, made: str
) -> None:
    other = shipped(there)
    wanted = other.cases[0].profile
    path = MADE[made](other, wanted, tmp_path)
    controller = at(here)
    for choice, found in ((words.OTHER_NOT, here.name), (words.OTHER_OPEN, there.name)):
        controller.packs.ask_choice = asked = Asked(choice)  # type: ignore[assignment]
        drop_files(controller.window, path)
        let_it_read()
        assert other.title in asked.questions[0]
        assert session(controller).pack.id == found
        if choice == words.OTHER_NOT:
            assert other.title in said(controller)
    let_it_read()
    if made not in STAYS_AT_ITS_PROFILE:
        assert profile(controller) == wanted.as_dict()
    if made == "seminar":
        assert controller.seminar_file.path == path
    assert find(controller, QLabel, "header.pack").text().startswith(other.title[:10])


@pairs
@pytest.mark.parametrize("made", ["png", "photo", "seminar"])
def test_of_a_pack_that_is_not_known_here_as_much_is_said_as_there_is_to_say(
    at: Callable[[Path], Controller], tmp_path: Path, here: Path, there: Path, made: str
) -> None:
    other = replace(shipped(there), id="nobodys")
    path = MADE[made](other, other.cases[0].profile, tmp_path)
    controller = at(here)
    controller.packs.ask_choice = asked = Asked(words.OTHER_OPEN)  # type: ignore[assignment]
    drop_files(controller.window, path)
    assert asked.questions == []
    if made == "photo":  # its code has a mark of its pack alone
        assert f"another pack than “{shipped(here).title}”" in said(controller)
    else:
        assert "nobodys" in said(controller)


@pairs
def test_a_case_code_of_the_other_pack_is_offered_with_it(
    at: Callable[[Path], Controller], here: Path, there: Path
) -> None:
    other = shipped(there)
    wanted = other.cases[0].profile
    controller = at(here)
    assert controller.commands is not None
    for choice, found in ((words.OTHER_NOT, here.name), (words.OTHER_OPEN, there.name)):
        controller.packs.ask_choice = asked = Asked(choice)  # type: ignore[assignment]
        controller.commands.enter_code(case_code.encode(other, wanted))
        let_it_read()
        assert other.title in asked.questions[0]
        assert session(controller).pack.id == found
        assert (other.title in said(controller)) or choice == words.OTHER_OPEN
    assert profile(controller) == wanted.as_dict()
