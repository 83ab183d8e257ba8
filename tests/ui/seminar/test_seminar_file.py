"""The teacher's file: opened, saved, and nothing lost or written over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nanoexplorer.app import command_line as cli
from nanoexplorer.app.controller import Controller
from nanoexplorer.core.teaching.seminar_cases import (
    Seminar,
    all_minutes,
    hidden_named,
    seminar_of,
)
from nanoexplorer.formats.seminar import mark_of, read_seminar, seminar_text
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack, sample_seminar
from nanoexplorer.ui.seminar.seminar_file import SeminarFile
from nanoexplorer.ui.seminar.unsaved import PATTERN, is_held, lock_of
from nanoexplorer.words import commands as command_words
from nanoexplorer.words import common
from nanoexplorer.words.files import UNREAD
from nanoexplorer.words.teaching import seminar as words
from tests.controllers import act, open_controller, put_away, session
from tests.dropping import drop_files, let_it_read
from tests.packs import MINI_PACK, mini_pack
from tests.ui.seminar.files import Answers, one_case, pack_of, said, seminar_file, write


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "teaching" / "lecture.nxseminar"


def opened(controller: Controller, target: Path) -> SeminarFile:
    file, _ = seminar_file(controller)
    file.open(write(target, pack_of(controller), one_case(pack_of(controller))))
    let_it_read()
    return file


def unsaved(controller: Controller) -> list[Path]:
    return list((controller.settings.path.parent / "unsaved").glob(PATTERN))


def test_what_is_saved_opens_again(mini_controller: Controller, tmp_path: Path) -> None:
    file, answers = seminar_file(mini_controller)
    answers.path = tmp_path / "my lecture"
    file.change(one_case(pack_of(mini_controller)))
    act(mini_controller, "seminar_save")
    saved = tmp_path / "my lecture.nxseminar"
    assert str(saved) in said(mini_controller)
    assert not file.dirty
    act(mini_controller, "seminar_new")
    assert [file.path, mini_controller.seminars.seminar] == [None, None]
    mini_controller.exports.ask_open = lambda *_: saved
    act(mini_controller, "open")
    let_it_read()
    assert mini_controller.seminars.seminar == one_case(pack_of(mini_controller))
    assert said(mini_controller) == words.OPENED.format(name=saved.name, cases="1 case")


def test_saving_asks_for_a_name_only_once(mini_controller: Controller, target: Path) -> None:
    file = opened(mini_controller, target)
    _, answers = seminar_file(mini_controller)
    file.change(one_case(pack_of(mini_controller), "Other"))
    assert file.save()
    assert answers.asked == []
    assert read_seminar(target, mini_pack()).seminar.title == "Other"


def test_thinking_better_of_it_saves_nothing(mini_controller: Controller) -> None:
    file, answers = seminar_file(mini_controller)
    file.change(one_case(pack_of(mini_controller), "Brain: spring"))
    assert not file.save()
    assert file.dirty
    assert answers.names == ["Brain spring.nxseminar"]


def test_a_file_that_cannot_be_read_changes_nothing_and_is_said_to_be(
    mini_controller: Controller, target: Path
) -> None:
    file = opened(mini_controller, target)
    bad = target.with_name("bad.nxseminar")
    bad.write_text("{", encoding="utf-8")
    file.open(bad)
    let_it_read()
    assert said(mini_controller).startswith("bad.nxseminar: the file is damaged")
    assert tone(mini_controller) == "caution"
    assert file.path == target
    file.say("All is well.")
    assert tone(mini_controller) == ""


def test_a_file_that_was_opened_begins_at_its_first_case(
    mini_controller: Controller, target: Path
) -> None:
    pack = pack_of(mini_controller)
    cases = seminar_of(pack).cases
    session(mini_controller).change(profile=cases[1].profile, second_profile=None)
    mini_controller.seminars.start(1)
    mini_controller.seminars.leave()
    assert begun_at(mini_controller) == 1
    seminar_file(mini_controller)[0].open(write(target, pack, Seminar("Mine", cases)))
    let_it_read()
    assert begun_at(mini_controller) == 0


def test_saving_does_not_forget_where_the_seminar_was_left(
    mini_controller: Controller, target: Path
) -> None:
    pack = pack_of(mini_controller)
    file, _ = seminar_file(mini_controller)
    file.open(write(target, pack, Seminar("Mine", seminar_of(pack).cases)))
    let_it_read()
    mini_controller.seminars.start(1)
    mini_controller.seminars.leave()
    file.change(file.seminar._replace(title="Ours"))
    assert file.save()
    assert begun_at(mini_controller) == 1


def tone(controller: Controller) -> str:
    assert controller.content
    return str(controller.content.status.property("tone") or "")


def begun_at(controller: Controller) -> int:
    controller.seminars.start()
    assert controller.seminars.running
    place = controller.seminars.running.showing.place
    controller.seminars.leave()
    return place


def test_a_file_that_cannot_be_read_is_never_written_over(
    mini_controller: Controller, target: Path
) -> None:
    file = opened(mini_controller, target)
    _, answers = seminar_file(mini_controller)
    file.change(one_case(pack_of(mini_controller), "Other"))
    target.write_text("damaged meanwhile", encoding="utf-8")
    assert not file.save()
    assert answers.asked == [words.SAVE_TITLE]
    assert "Choose another name" in said(mini_controller)
    answers.path = target
    assert not file.save_as()
    assert target.read_text(encoding="utf-8") == "damaged meanwhile"
    answers.path = target.with_name("another.nxseminar")
    assert file.save()
    assert file.path == answers.path


def changed_elsewhere(
    controller: Controller, target: Path, choice: str
) -> tuple[SeminarFile, Answers]:
    """A file that is open with changes, while another program has put a seminar into it."""
    file = opened(controller, target)
    _, answers = seminar_file(controller)
    answers.choice = choice
    file.change(one_case(pack_of(controller), "Ours"))
    write(target, pack_of(controller), one_case(pack_of(controller), "Theirs"))
    return file, answers


@pytest.mark.parametrize(
    ("choice", "saved", "in_file", "shown"),
    [
        (words.CLASH_REPLACE, True, "Ours", "Ours"),
        (words.CLASH_THEIRS, True, "Theirs", "Theirs"),
        (common.CANCEL, False, "Theirs", "Ours"),
    ],
)
def test_what_somebody_else_has_changed_is_not_written_over_without_asking(
    mini_controller: Controller, target: Path, choice: str, saved: bool, in_file: str, shown: str
) -> None:
    file, answers = changed_elsewhere(mini_controller, target, choice)
    assert file.save() is saved
    assert answers.asked == [words.CLASH.format(name=target.name)]
    assert read_seminar(target, mini_pack()).seminar.title == in_file
    assert (file.seminar.title, file.dirty) == (shown, not saved)
    answers.choice = words.DISCARD


def test_ours_may_be_saved_beside_what_somebody_else_has_changed(
    mini_controller: Controller, target: Path
) -> None:
    file, answers = changed_elsewhere(mini_controller, target, words.CLASH_AS)
    answers.path = target.with_name("ours.nxseminar")
    assert file.save()
    assert answers.names == [str(target.with_name("lecture 2.nxseminar"))]
    titles = [read_seminar(path, mini_pack()).seminar.title for path in (target, answers.path)]
    assert titles == ["Theirs", "Ours"]
    assert file.path == answers.path


def test_the_same_name_chosen_anew_is_asked_about_too(
    mini_controller: Controller, target: Path
) -> None:
    file, answers = changed_elsewhere(mini_controller, target, common.CANCEL)
    answers.path = target
    assert not file.save_as()
    assert read_seminar(target, mini_pack()).seminar.title == "Theirs"
    answers.choice = words.DISCARD


def test_a_file_written_anew_with_the_same_seminar_is_no_change(
    mini_controller: Controller, target: Path
) -> None:
    file, answers = changed_elsewhere(mini_controller, target, common.CANCEL)
    text = seminar_text(one_case(pack_of(mini_controller)), pack_of(mini_controller))
    target.write_text(text.replace("\n", "\n\n"), encoding="utf-8")
    assert file.save()
    assert answers.asked == []
    assert read_seminar(target, mini_pack()).seminar.title == "Ours"


def test_a_file_that_is_gone_is_written_anew(mini_controller: Controller, target: Path) -> None:
    file, answers = changed_elsewhere(mini_controller, target, common.CANCEL)
    target.unlink()
    assert file.save()
    assert (answers.asked, target.exists()) == ([], True)


def test_a_name_that_gets_its_suffix_replaces_no_file(
    mini_controller: Controller, target: Path
) -> None:
    file = opened(mini_controller, target)
    before = target.read_bytes()
    _, answers = seminar_file(mini_controller)
    file.change(one_case(pack_of(mini_controller), "Other"))
    answers.path = target.with_suffix("")
    assert not file.save_as()
    assert target.read_bytes() == before


def test_a_folder_that_is_not_there_is_said_to_be(
    mini_controller: Controller, tmp_path: Path
) -> None:
    file, answers = seminar_file(mini_controller)
    answers.path = tmp_path / "no folder" / "x.nxseminar"
    file.change(one_case(pack_of(mini_controller)))
    assert not file.save()
    assert "can’t be written" in said(mini_controller)
    assert file.dirty


def test_a_file_of_another_pack_version_opens_with_a_line(
    mini_controller: Controller, target: Path
) -> None:
    pack = pack_of(mini_controller)
    write(target, pack, one_case(pack))
    text = target.read_text(encoding="utf-8").replace(f'"{pack.version}"', '"0.9"')
    target.write_text(text, encoding="utf-8")
    file, _ = seminar_file(mini_controller)
    file.open(target)
    let_it_read()
    assert "pack version 0.9" in said(mini_controller)
    assert file.seminar == one_case(pack)


def test_a_file_in_use_opens_but_is_not_saved_to(mini_controller: Controller, target: Path) -> None:
    write(target, pack_of(mini_controller), one_case(pack_of(mini_controller)))
    other = lock_of(target)
    assert not is_held(other)
    file, answers = seminar_file(mini_controller)
    file.open(target)
    let_it_read()
    assert said(mini_controller) == words.IN_USE.format(name=target.name)
    answers.path = target
    file.change(one_case(pack_of(mini_controller), "Other"))
    assert not file.save()
    assert said(mini_controller) == words.TARGET_IN_USE.format(path=target)
    assert read_seminar(target, mini_pack()).seminar.title == "Mine"
    other.unlock()
    assert file.save()


def test_an_open_file_is_locked_until_the_window_closes(
    mini_controller: Controller, target: Path
) -> None:
    opened(mini_controller, target)
    assert is_held(lock_of(target))
    mini_controller.window.close()
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize(
    ("choice", "closes", "title"),
    [(words.SAVE, True, "Other"), (words.DISCARD, True, "Mine"), (common.CANCEL, False, "Mine")],
)
def test_closing_asks_about_unsaved_changes(
    mini_controller: Controller, target: Path, choice: str, closes: bool, title: str
) -> None:
    file = opened(mini_controller, target)
    _, answers = seminar_file(mini_controller)
    file.change(one_case(pack_of(mini_controller), "Other"))
    file.keep_unsaved()
    answers.choice = choice
    assert mini_controller.window.close() is closes
    assert answers.asked == [words.UNSAVED.format(name=target.name)]
    assert read_seminar(target, mini_pack()).seminar.title == title
    assert len(unsaved(mini_controller)) == (0 if closes else 1)


def test_opening_another_file_asks_too(mini_controller: Controller, target: Path) -> None:
    file, answers = seminar_file(mini_controller)
    file.change(one_case(pack_of(mini_controller), "Other"))
    answers.choice = common.CANCEL
    file.open(write(target, pack_of(mini_controller), one_case(pack_of(mini_controller))))
    let_it_read()
    assert file.seminar.title == "Other"


def test_a_change_taken_back_is_none(mini_controller: Controller) -> None:
    file, _ = seminar_file(mini_controller)
    file.change(one_case(pack_of(mini_controller)))
    file.keep_unsaved()
    assert len(unsaved(mini_controller)) == 1
    file.change(seminar_of(pack_of(mini_controller)))
    assert not file.dirty
    assert unsaved(mini_controller) == []
    assert mini_controller.seminars.seminar is None


def test_changes_are_kept_aside_after_a_while(mini_controller: Controller, qtbot: QtBot) -> None:
    file, _ = seminar_file(mini_controller)
    file._timer.setInterval(1)
    file.change(one_case(pack_of(mini_controller)))
    qtbot.waitUntil(lambda: len(unsaved(mini_controller)) == 1)
    assert read_seminar(unsaved(mini_controller)[0], mini_pack()).seminar == file.seminar


def crashed(folder: Path, target: Path) -> Path:
    """Unsaved changes that a crash has left in the folder of the app's data."""
    pack = mini_pack()
    write(target, pack, one_case(pack))
    left = folder / "unsaved" / "unsaved-1.nxseminar"
    return write(left, pack, one_case(pack, "Unsaved"), str(target))


@pytest.mark.parametrize("choice", [words.RECOVER_YES, words.RECOVER_NO, words.RECOVER_LATER])
def test_what_a_crash_has_left_is_offered(
    mini_controller: Controller, target: Path, choice: str
) -> None:
    left = crashed(mini_controller.settings.path.parent, target)
    file, answers = seminar_file(mini_controller)
    answers.choice = choice
    mini_controller._open_seminars()
    assert answers.asked == [words.RECOVER.format(name=target.name)]
    assert left.exists() == (choice != words.RECOVER_NO)
    if choice == words.RECOVER_YES:
        assert (file.seminar.title, file.path, file.dirty) == ("Unsaved", target, True)
        assert file.save()
        assert read_seminar(target, mini_pack()).seminar.title == "Unsaved"
        assert not left.exists()


@pytest.mark.parametrize(("before", "asks"), [("Mine", 1), ("Theirs", 0)])
def test_what_somebody_else_changed_before_a_crash_is_asked_about_after_it(
    mini_controller: Controller, target: Path, before: str, asks: int
) -> None:
    pack = mini_pack()
    left = crashed(mini_controller.settings.path.parent, target)
    since = mark_of(one_case(pack, before), pack)
    left.write_text(
        seminar_text(one_case(pack, "Ours"), pack, str(target), since), encoding="utf-8"
    )
    write(target, pack, one_case(pack, "Theirs"))
    file, answers = seminar_file(mini_controller)
    answers.choice = words.RECOVER_YES
    mini_controller._open_seminars()
    answers.choice = words.CLASH_REPLACE
    assert file.save()
    assert answers.asked[1:] == [words.CLASH.format(name=target.name)] * asks


def test_what_is_kept_aside_says_what_the_file_held(
    mini_controller: Controller, target: Path
) -> None:
    file = opened(mini_controller, target)
    pack = pack_of(mini_controller)
    file.change(one_case(pack, "Other"))
    file.keep_unsaved()
    (left,) = unsaved(mini_controller)
    assert read_seminar(left, pack).unsaved_since == mark_of(one_case(pack), pack)


def test_what_another_window_keeps_aside_is_not_offered(
    mini_controller: Controller, target: Path
) -> None:
    left = crashed(mini_controller.settings.path.parent, target)
    lock = lock_of(left)
    assert not is_held(lock)
    _, answers = seminar_file(mini_controller)
    mini_controller._open_seminars()
    assert answers.asked == []


def test_unsaved_changes_that_cannot_be_read_are_complained_of_once(
    mini_controller: Controller,
) -> None:
    folder = mini_controller.settings.path.parent / "unsaved"
    folder.mkdir()
    (folder / "unsaved-1.nxseminar").write_text("{", encoding="utf-8")
    seminar_file(mini_controller)
    mini_controller._open_seminars()
    assert "can’t be read" in said(mini_controller)
    assert (folder / "unsaved-1.nxseminar.unread").read_text(encoding="utf-8") == "{"
    assert unsaved(mini_controller) == []


def test_unsaved_changes_of_another_pack_wait_until_it_is_open(
    mini_controller: Controller,
) -> None:
    folder = mini_controller.settings.path.parent / "unsaved"
    folder.mkdir()
    pack = load_pack(bundled_pack())
    text = seminar_text(one_case(pack), pack, "")
    (folder / "unsaved-1.nxseminar").write_text(text, encoding="utf-8")
    _, answers = seminar_file(mini_controller)
    mini_controller._open_seminars()
    assert answers.asked == []
    assert (folder / "unsaved-1.nxseminar").read_text(encoding="utf-8") == text


def test_changes_to_a_file_that_is_gone_are_recovered_without_it(
    mini_controller: Controller, target: Path
) -> None:
    crashed(mini_controller.settings.path.parent, target)
    target.unlink()
    file, answers = seminar_file(mini_controller)
    answers.choice = words.RECOVER_YES
    mini_controller._open_seminars()
    assert (file.seminar.title, file.path) == ("Unsaved", None)
    answers.choice = words.DISCARD


def test_a_seminar_file_may_be_dropped_on_the_window(
    mini_controller: Controller, target: Path
) -> None:
    write(target, pack_of(mini_controller), one_case(pack_of(mini_controller)))
    drop_files(mini_controller.window, target)
    assert mini_controller.seminars.seminar == one_case(pack_of(mini_controller))


def test_a_file_that_the_start_names_opens_or_is_said_to_be_missing(
    app: QApplication, qtbot: QtBot, tmp_path: Path, target: Path
) -> None:
    write(target, mini_pack(), one_case(mini_pack()))
    for path, line in ((target, "1 case"), (tmp_path / "none.nxseminar", "no such file")):
        controller = open_controller(app, qtbot, tmp_path, MINI_PACK)
        Answers().stand_in(controller.seminar_file)
        controller.to_open = path
        try:
            controller._open_seminars()
            let_it_read()
            assert line in said(controller)
        finally:
            put_away(controller)


def test_the_command_line_takes_a_seminar_file_that_is_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken: list[Path | None] = []

    def open_window(to_open: Path | None = None, _: Path | None = None) -> int:
        taken.append(to_open)
        return 0

    monkeypatch.setattr("nanoexplorer.app.start.open_window", open_window)
    monkeypatch.setattr("gc.disable", lambda: None)
    monkeypatch.chdir(tmp_path)
    assert cli.main(["my lecture.NXSEMINAR"]) == 2
    said = capsys.readouterr().err
    assert (
        said
        == command_words.FILE_UNREAD.format(path="my lecture.NXSEMINAR", why=UNREAD["no-file"])
        + "\n"
    )
    Path("my lecture.NXSEMINAR").write_text("{}", encoding="utf-8")
    assert cli.main(["my lecture.NXSEMINAR"]) == 0
    assert taken == [tmp_path / "my lecture.NXSEMINAR"]


def test_the_command_line_takes_one_seminar_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["a.nxseminar", "b.nxseminar"]) == 2
    assert capsys.readouterr().err == command_words.FILE_ONE_ONLY.format(path="a.nxseminar") + "\n"


def test_a_seminar_file_without_a_display_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], target: Path
) -> None:
    monkeypatch.setattr("nanoexplorer.ui.base.display.there_is_one", lambda: False)
    monkeypatch.setattr("gc.disable", lambda: None)
    write(target, mini_pack(), one_case(mini_pack()))
    assert cli.main([str(target)]) == 2
    err = capsys.readouterr().err
    assert err == command_words.FILE_NO_DISPLAY.format(path=target) + "\n"


def test_what_is_no_file_among_the_unsaved_changes_is_put_by_and_not_waited_for(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "unsaved"
    folder.mkdir()
    os.mkfifo(folder / "unsaved-pipe.nxseminar")
    (folder / "unsaved-endless.nxseminar").symlink_to("/dev/zero")
    controller = open_controller(app, qtbot, tmp_path, MINI_PACK)
    try:
        qtbot.waitUntil(lambda: "can’t be read" in said(controller))
        assert sorted(path.suffix for path in folder.iterdir()) == [".unread", ".unread"]
    finally:
        put_away(controller)


def test_the_sample_is_a_copy_that_is_ready_to_give(controller: Controller) -> None:
    file, answers = seminar_file(controller)
    act(controller, "seminar_sample")
    seminar = controller.seminars.seminar
    assert seminar
    assert file.seminar == seminar
    assert said(controller) == words.SAMPLE_BEGUN.format(title=seminar.title)
    assert file.path is None  # what comes with the app is not written over
    assert not file.dirty
    assert file.may_go()
    assert answers.asked == []
    act(controller, "seminar_new")
    assert controller.seminars.seminar is None


def test_the_sample_fits_its_pack_and_its_time(controller: Controller) -> None:
    pack = pack_of(controller)
    path = sample_seminar(pack.id)
    assert path
    read = read_seminar(path, pack)
    assert read.version == pack.version
    assert 40 <= all_minutes(pack, read.seminar) <= 45
    for case in read.seminar.cases:
        assert case.case  # a case of the pack, with its objective and its teaching point
        assert all((case.question, case.note, case.aside, case.minutes))
        assert not hidden_named(pack, case, case.teaching_point)


def test_unsaved_changes_are_asked_about_before_the_sample(controller: Controller) -> None:
    file, answers = seminar_file(controller)
    file.change(one_case(pack_of(controller)))
    answers.choice = common.CANCEL
    act(controller, "seminar_sample")
    assert file.seminar == one_case(pack_of(controller))


def test_a_pack_without_a_sample_says_so(mini_controller: Controller) -> None:
    file, _ = seminar_file(mini_controller)
    before = file.seminar
    act(mini_controller, "seminar_sample")
    assert said(mini_controller) == words.NO_SAMPLE.format(pack=mini_pack().title)
    assert file.seminar == before
