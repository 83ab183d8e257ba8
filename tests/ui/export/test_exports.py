"""Views that leave the app, and files that come back: from the menu to what is said of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from nanoexplorer.app.controller import Controller
from nanoexplorer.core import case_code
from nanoexplorer.core.screen import Intent
from nanoexplorer.core.shown.strategies import CHOSEN, IN_FULL
from nanoexplorer.core.shown.topics import SHOWN
from nanoexplorer.core.teaching.seminar import current
from nanoexplorer.core.teaching.seminar_cases import Seminar, seminar_of
from nanoexplorer.formats.seminar import seminar_text
from nanoexplorer.formats.view import STEP, state_json
from nanoexplorer.formats.view_code import intent_of_code
from nanoexplorer.render.job import Job, Progress
from nanoexplorer.render.kinds import BY_NAME, write
from nanoexplorer.render.provenance import provenance_of
from nanoexplorer.render.seminar_deck import deck_jobs
from nanoexplorer.ui.base.theme import chosen_theme
from nanoexplorer.ui.export.choices import choices_from
from nanoexplorer.ui.export.dialog import ExportDialog
from nanoexplorer.ui.export.run import ExportRun
from nanoexplorer.words import common, export_tables
from nanoexplorer.words import export as words
from tests.controllers import act, activate, click, dialog, find, let_go, said, session
from tests.dropping import drop_files, let_it_read

REOPENING = (".png", ".svg", ".pdf", ".pptx")


def answering(answer: Path | None, asked: list[str] | None = None) -> Callable[..., Path | None]:
    """A file dialog that gives an answer at once, and remembers what it was asked."""

    def ask(parent: QWidget, title: str, name: str, filter: str) -> Path | None:
        if asked is not None:
            asked.extend([title, name, filter])
        return answer

    return ask


def open_dialog(
    controller: Controller, answer: Path | None, asked: list[str] | None = None
) -> ExportDialog:
    controller.exports.ask_save = answering(answer, asked)
    act(controller, "export")
    shown = dialog()
    assert isinstance(shown, ExportDialog)
    return shown


def save(controller: Controller, qtbot: QtBot, path: Path, kind: str, view: str = "") -> None:
    """Export through the dialog, and wait until it is over."""
    shown = open_dialog(controller, path)
    shown.kind.setCurrentIndex(shown.kind.findData(kind))
    if view:
        shown.view.setCurrentIndex(shown.view.findData(view))
    click(shown, "export.save")
    qtbot.waitUntil(lambda: controller.exports.under_way is None)


def test_the_menu_exports_what_is_on_screen_and_says_where(
    mini_controller: Controller, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "shown.csv"
    save(mini_controller, qtbot, path, "csv")
    assert export_tables.COLUMNS["strategy"] in path.read_text(encoding="utf-8-sig").splitlines()[0]
    assert said(mini_controller) == words.SAVED.format(name="shown.csv", folder=tmp_path)


def test_the_folder_can_be_shown_until_something_else_is_said(
    mini_controller: Controller, qtbot: QtBot, tmp_path: Path
) -> None:
    assert mini_controller.commands is not None
    assert mini_controller.content is not None
    opened: list[str] = []
    mini_controller.commands.open_link = opened.append
    save(mini_controller, qtbot, tmp_path / "x.csv", "csv")
    click(mini_controller, "export.show_in_folder")
    assert opened == [QUrl.fromLocalFile(str(tmp_path)).toString()]
    mini_controller.commands.say("something else")
    bar = mini_controller.content.status
    button = find(bar, QPushButton, "export.show_in_folder")
    qtbot.waitUntil(button.isHidden)


def test_a_second_export_leaves_one_button(
    mini_controller: Controller, qtbot: QtBot, tmp_path: Path
) -> None:
    save(mini_controller, qtbot, tmp_path / "x.csv", "csv")
    save(mini_controller, qtbot, tmp_path / "y.csv", "csv")
    find(mini_controller, QPushButton, "export.show_in_folder")


def test_the_dialog_proposes_a_name_of_the_view_in_the_last_folder(
    mini_controller: Controller, qtbot: QtBot, tmp_path: Path
) -> None:
    save(mini_controller, qtbot, tmp_path / "x.csv", "csv")
    session(mini_controller).change(tab="topics")
    asked: list[str] = []
    shown = open_dialog(mini_controller, None, asked)
    click(shown, "export.save")
    first = session(mini_controller).pack.topics[0].name
    proposed = tmp_path / f"{first}.csv"
    assert asked == [words.SAVE_TITLE, str(proposed), f"{words.KINDS['csv']} (*.csv)"]


def test_a_proposed_name_is_the_title_of_the_case_and_what_of_it(controller: Controller) -> None:
    one = session(controller).pack.cases[0]
    session(controller).change(profile=one.profile, selection="osimertinib")
    name = controller.exports._name
    assert name("strategies") == one.title
    assert name("evidence-map") == f"{common.TABS['evidence-map']} – {one.title}"
    assert name("card") == f"EGFR inhibitor (osimertinib) – {one.title}"
    session(controller).change_profile({"lesions": 7})
    assert name("strategies") == "EGFR mutated, ALK not rearranged, 7 lesions"
    session(controller).change(profile=session(controller).pack.blank_profile)
    assert name("evidence-map").startswith(common.TABS["evidence-map"])


def test_who_thinks_better_of_a_name_is_back_in_the_dialog(mini_controller: Controller) -> None:
    shown = open_dialog(mini_controller, None)
    click(shown, "export.save")
    assert shown.isVisible()
    assert mini_controller.exports.under_way is None
    assert mini_controller.settings.current.export == ""


def test_the_choices_are_remembered(
    mini_controller: Controller, qtbot: QtBot, tmp_path: Path
) -> None:
    save(mini_controller, qtbot, tmp_path / "x.xlsx", "xlsx")
    assert choices_from(mini_controller.settings.current.export).kind == "xlsx"
    assert mini_controller.settings.current.export_folder == str(tmp_path)
    assert open_dialog(mini_controller, None).chosen.kind == "xlsx"


@pytest.mark.parametrize(
    ("typed", "written"), [("a", "a.csv"), ("a.v2", "a.v2.csv"), ("a.json", "a.json")]
)
def test_a_name_gets_the_suffix_of_its_kind_unless_it_names_another_kind(
    typed: str, written: str, mini_controller: Controller, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    save(mini_controller, qtbot, folder / typed, "csv")
    assert [path.name for path in folder.iterdir()] == [written]


def choosing(answer: str, asked: list[str]) -> Callable[..., str]:
    """A question that is answered at once; `asked` are the texts of all questions."""

    def ask(parent: QWidget, title: str, text: str, choices: Sequence[str]) -> str:
        asked.append(text)
        assert answer in choices
        assert choices[-1] == common.CANCEL  # what Escape does
        return answer

    return ask


def test_a_file_that_the_file_dialog_did_not_ask_about_is_asked_about(
    mini_controller: Controller, qtbot: QtBot, tmp_path: Path
) -> None:
    asked: list[str] = []
    path = tmp_path / "a.csv"
    path.write_text("old", encoding="utf-8")
    mini_controller.exports.ask_choice = choosing(common.CANCEL, asked)
    shown = open_dialog(mini_controller, tmp_path / "a")
    shown.kind.setCurrentIndex(shown.kind.findData("csv"))
    click(shown, "export.save")
    assert mini_controller.exports.under_way is None
    assert path.read_text(encoding="utf-8") == "old"
    assert shown.isVisible()
    assert asked == [words.REPLACE_ONE.format(name="a.csv", folder=tmp_path)]
    mini_controller.exports.ask_choice = choosing(words.REPLACE, asked)
    click(shown, "export.save")
    qtbot.waitUntil(lambda: mini_controller.exports.under_way is None)
    assert path.read_text(encoding="utf-8") != "old"


def test_slides_of_a_seminar_ask_before_they_replace_a_file(
    mini_controller: Controller, qtbot: QtBot, tmp_path: Path
) -> None:
    asked: list[str] = []
    path = tmp_path / "deck.pptx"
    path.write_bytes(b"old")
    mini_controller.exports.ask_save = answering(tmp_path / "deck")
    mini_controller.exports.ask_preset = choosing(words.DECK_AS_GIVEN, [])
    mini_controller.exports.ask_choice = choosing(common.CANCEL, asked)
    act(mini_controller, "seminar_slides")
    assert mini_controller.exports.under_way is None
    assert path.read_bytes() == b"old"
    assert len(asked) == 1


def test_pictures_beside_the_first_are_asked_about_once_by_name(
    controller: Controller, qtbot: QtBot, tmp_path: Path
) -> None:
    asked: list[str] = []
    old = [tmp_path / "x-2.png", tmp_path / "x-3.png"]
    for path in old:
        path.write_bytes(b"old")
    session(controller).choose_option(IN_FULL, CHOSEN)
    pack, intent = session(controller).pack, session(controller).intent
    job = Job(pack, intent, chosen_theme("light"), "strategies", (1280, 720))
    exports = controller.exports
    for answer in (common.CANCEL, words.REPLACE):
        exports.ask_choice = choosing(answer, asked)
        exports.export(job, tmp_path / "x.png", BY_NAME["png"])
        qtbot.waitUntil(lambda: exports.under_way is None)
        replaced = answer == words.REPLACE
        assert (tmp_path / "x.png").exists() == replaced
        assert [path.read_bytes() != b"old" for path in old] == [replaced] * 2
        assert (said(controller) == words.CANCELLED) == (not replaced)
    assert len(asked) == 2
    wanted = words.replace_question(["x-2.png", "x-3.png"], str(tmp_path))
    for question in asked:
        assert question.startswith("This takes 4 files, x.png to x-4.png")
        assert question.endswith(wanted)


def test_of_many_files_the_first_few_are_named() -> None:
    text = words.replace_question([f"x-{n}.png" for n in range(2, 40)], "folder")
    assert text.startswith("38 files")
    assert "x-7.png and 32 more" in text


def test_the_dialog_names_the_topic_that_would_leave(mini_controller: Controller) -> None:
    topic = session(mini_controller).pack.topics[1]
    session(mini_controller).change(tab="topics", options=((SHOWN, topic.id),))
    shown = open_dialog(mini_controller, None)
    assert topic.name in shown.view.currentText()


@pytest.mark.parametrize("suffix", REOPENING)
def test_a_topic_reopens_as_the_one_that_was_on_screen(
    suffix: str, mini_controller: Controller, qtbot: QtBot, tmp_path: Path
) -> None:
    session(mini_controller).change(tab="topics")
    shown = screen_words(mini_controller)
    job = Job(
        session(mini_controller).pack,
        session(mini_controller).intent,
        chosen_theme("light"),
        "topics",
    )
    path = write(job, tmp_path / f"x{suffix}")[0]
    assert job.rendering.title == shown
    other = session(mini_controller).pack.topics[1]
    session(mini_controller).change(tab="strategies", options=((SHOWN, other.id),))
    mini_controller.exports.open_file(path)
    let_it_read()
    assert session(mini_controller).screen.tab == "topics"
    assert screen_words(mini_controller) == shown != other.name


def screen_words(controller: Controller) -> str:
    """The topic on screen."""
    return find(controller, QLabel, "topics.title").text()


def test_a_place_that_is_not_there_is_said_in_one_line(
    mini_controller: Controller, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "nowhere" / "x.csv"
    save(mini_controller, qtbot, path, "csv")
    assert said(mini_controller) == words.NO_FOLDER.format(path=path, folder=path.parent)


def test_what_is_changed_while_a_file_is_written_is_not_in_it(
    mini_controller: Controller, qtbot: QtBot, tmp_path: Path
) -> None:
    before = session(mini_controller).intent
    shown = open_dialog(mini_controller, tmp_path / "x.json")
    shown.kind.setCurrentIndex(shown.kind.findData("json"))
    click(shown, "export.save")
    session(mini_controller).edit_profile("cups", 9)
    qtbot.waitUntil(lambda: mini_controller.exports.under_way is None)
    theme = chosen_theme("light")
    write(Job(session(mini_controller).pack, before, theme), tmp_path / "y.json")
    assert (tmp_path / "x.json").read_bytes() == (tmp_path / "y.json").read_bytes()


@pytest.mark.usefixtures("clipboard")
@pytest.mark.parametrize("name", ["copy_picture", "copy_card"])
def test_a_picture_can_be_copied(name: str, mini_controller: Controller, qtbot: QtBot) -> None:
    session(mini_controller).change(selection="moka-pot")
    act(mini_controller, name)
    qtbot.waitUntil(lambda: said(mini_controller) == words.PICTURE_COPIED)
    picture = QGuiApplication.clipboard().image()
    assert picture.width() == 2 * 1280
    assert not picture.hasAlphaChannel() or picture.pixelColor(0, 0).alpha() == 255


def test_copying_the_card_wants_a_selected_strategy(
    mini_controller: Controller, qtbot: QtBot
) -> None:
    act(mini_controller, "copy_card")
    qtbot.waitUntil(lambda: said(mini_controller) == words.NO_STRATEGY)


def marked(path: Path, text: str) -> Path:
    """A picture of nothing that holds a state."""
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    picture.fill(0)
    picture.setText("nanoexplorer", text)
    assert picture.save(str(path))
    return path


def elsewhere(controller: Controller) -> Intent:
    """An intent that differs from what is on screen in everything."""
    pack = session(controller).pack
    return Intent(
        profile=pack.cases[0].profile,
        second_profile=pack.cases[1].profile,
        selection="moka-pot",
        search="pot",
        tab="references",
        options=(("references.filter", "cork"),),
    )


@pytest.mark.parametrize("suffix", REOPENING)
def test_a_file_reopens_exactly_the_view_it_shows(
    suffix: str, mini_controller: Controller, qtbot: QtBot, tmp_path: Path
) -> None:
    intent = elsewhere(mini_controller)
    job = Job(session(mini_controller).pack, intent, chosen_theme("light"), "references")
    path = write(job, tmp_path / f"x{suffix}")[0]
    mini_controller.exports.open_file(path)
    let_it_read()
    assert session(mini_controller).intent == intent
    assert mini_controller.content is not None
    assert mini_controller.content.tabs.currentWidget().findChild(QWidget, "references") is not None
    assert said(mini_controller) == words.VIEW_OPENED.format(name=path.name)


def test_a_file_that_was_opened_can_be_undone(mini_controller: Controller, tmp_path: Path) -> None:
    before = session(mini_controller).profile
    state = state_json(session(mini_controller).pack, elsewhere(mini_controller), "references")
    mini_controller.exports.open_file(marked(tmp_path / "x.png", state))
    let_it_read()
    assert session(mini_controller).profile != before
    act(mini_controller, "undo")
    assert session(mini_controller).profile == before


def test_a_card_reopens_with_its_strategy_selected(
    mini_controller: Controller, tmp_path: Path
) -> None:
    intent = replace(elsewhere(mini_controller), tab="topics")
    state = state_json(session(mini_controller).pack, intent, "card")
    mini_controller.exports.open_file(marked(tmp_path / "x.png", state))
    let_it_read()
    assert session(mini_controller).intent == intent


def test_the_menu_asks_for_a_file(mini_controller: Controller, tmp_path: Path) -> None:
    state = state_json(session(mini_controller).pack, elsewhere(mini_controller), "references")
    mini_controller.exports.ask_open = answering(marked(tmp_path / "x.png", state))
    act(mini_controller, "open")
    let_it_read()
    assert session(mini_controller).intent == elsewhere(mini_controller)


def test_the_menu_opens_a_seminar_too(mini_controller: Controller, tmp_path: Path) -> None:
    pack, path, asked = session(mini_controller).pack, tmp_path / "x.nxseminar", list[str]()
    seminar = seminar_of(pack)._replace(title="Tuesday")
    path.write_text(seminar_text(seminar, pack), encoding="utf-8")
    mini_controller.exports.ask_open = answering(path, asked)
    act(mini_controller, "open")
    let_it_read()
    assert mini_controller.seminars.seminar == seminar
    assert "*.nxseminar" in asked[2]


def test_a_file_may_be_dropped_on_the_window(mini_controller: Controller, tmp_path: Path) -> None:
    state = state_json(session(mini_controller).pack, elsewhere(mini_controller), "references")
    drop_files(
        find(mini_controller, QWidget, "strategies.cup-sleeve"), marked(tmp_path / "x.png", state)
    )
    assert session(mini_controller).intent == elsewhere(mini_controller)


def test_two_files_at_once_are_too_many(mini_controller: Controller, tmp_path: Path) -> None:
    before = session(mini_controller).intent
    drop_files(mini_controller.window, tmp_path / "a.png", tmp_path / "b.png")
    assert said(mini_controller) == words.ONE_FILE_ONLY
    assert session(mini_controller).intent == before


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("gone.png", None),
        ("damaged.png", b"\x89PNG\r\n\x1a\n and then nothing"),
        ("empty.png", b""),
        ("damaged.pdf", b"%PDF-1.7\nnothing"),
        ("damaged.pptx", b"PK nothing"),
        ("plain.svg", b"<svg/>"),
        ("other.txt", b"words"),
        ("no suffix", b"words"),
    ],
)
def test_what_cannot_be_opened_is_one_line_and_changes_nothing(
    name: str, content: bytes | None, mini_controller: Controller, tmp_path: Path
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    before = session(mini_controller).intent
    mini_controller.exports.open_file(path)
    let_it_read()
    assert session(mini_controller).intent == before
    assert name in said(mini_controller)
    assert said(mini_controller).isprintable()


def test_a_folder_cannot_be_opened(mini_controller: Controller, tmp_path: Path) -> None:
    (tmp_path / "x.png").mkdir()
    mini_controller.exports.open_file(tmp_path / "x.png")
    let_it_read()
    assert "x.png" in said(mini_controller)


def test_a_view_of_another_pack_is_refused(mini_controller: Controller, tmp_path: Path) -> None:
    state = state_json(session(mini_controller).pack, elsewhere(mini_controller), "references")
    path = marked(tmp_path / "x.png", state.replace("coffee-brewing", "tea-brewing"))
    before = session(mini_controller).intent
    mini_controller.exports.open_file(path)
    let_it_read()
    assert session(mini_controller).intent == before
    assert "tea-brewing" in said(mini_controller)


def test_a_view_of_another_pack_version_says_that_verdicts_may_differ(
    mini_controller: Controller, tmp_path: Path
) -> None:
    state = state_json(session(mini_controller).pack, elsewhere(mini_controller), "references")
    path = marked(tmp_path / "x.png", state.replace('"version":"1.2"', '"version":"1.1"'))
    mini_controller.exports.open_file(path)
    let_it_read()
    assert session(mini_controller).intent == elsewhere(mini_controller)
    assert said(mini_controller) == words.VIEW_OPENED_OLDER.format(
        name="x.png", found="1.1", ours="1.2"
    )


def test_all_cases_of_a_seminar_leave_as_slides_of_one_file(
    mini_controller: Controller, qtbot: QtBot, tmp_path: Path
) -> None:
    from pptx import Presentation

    path = tmp_path / "deck.pptx"
    mini_controller.exports.ask_save = answering(path)
    asked: list[str] = []
    mini_controller.exports.ask_preset = choosing(words.DECK_AS_GIVEN, asked)
    act(mini_controller, "seminar_slides")
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: "deck.pptx" in said(mini_controller))
    deck = Presentation(str(path))
    codes = deck.core_properties.keywords
    assert len(mini_controller.seminars.current.cases) > 1
    for case in mini_controller.seminars.current.cases:
        assert case_code.encode(session(mini_controller).pack, case.profile) in codes
    assert len(deck.slides) >= len(mini_controller.seminars.current.cases)
    for line in (said(mini_controller), asked[0]):
        assert common.counted(len(deck.slides), words.SLIDES) in line


def test_a_seminar_leaves_as_a_web_page_where_that_is_chosen(
    mini_controller: Controller, qtbot: QtBot, tmp_path: Path
) -> None:
    asked: list[str] = []
    mini_controller.exports.ask_save = answering(tmp_path / "evening.html", asked)
    act(mini_controller, "seminar_slides")
    qtbot.waitUntil(lambda: "evening.html" in said(mini_controller))
    text = (tmp_path / "evening.html").read_text("utf-8")
    for case in mini_controller.seminars.current.cases:
        assert case_code.encode(session(mini_controller).pack, case.profile) in text
    proposed, filters = asked[1:3]
    assert not Path(proposed).suffix
    assert filters.index("*.pptx") < filters.index("*.html")


def test_slides_of_a_seminar_follow_the_teachers_file(
    mini_controller: Controller, qtbot: QtBot, tmp_path: Path
) -> None:
    from pptx import Presentation

    path = tmp_path / "deck.pptx"
    mini_controller.exports.ask_save = answering(path)
    mini_controller.exports.ask_preset = choosing(words.DECK_EVERYTHING, [])
    pack = session(mini_controller).pack
    case = seminar_of(pack).cases[0]._replace(own_title="Mine", hidden=(pack.ordered[0].id,))
    mini_controller.exports.choose_deck(Seminar("Tuesday", (case,)))
    qtbot.waitUntil(lambda: "deck.pptx" in said(mini_controller))
    deck = Presentation(str(path))
    assert common.counted(len(deck.slides), words.SLIDES) in said(mini_controller)
    assert deck.core_properties.title == "Tuesday"
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert titles[:2] == ["Tuesday", "Mine"]
    assert len(set(titles)) == len(titles)
    runs = deck.slides[1].element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}t")
    assert words.case_hidden(1) in "".join(text.text for text in runs)


def test_slides_that_nobody_wants_are_not_made(mini_controller: Controller, tmp_path: Path) -> None:
    asked: list[str] = []
    mini_controller.exports.ask_save = answering(tmp_path / "x.pptx")
    mini_controller.exports.ask_preset = choosing(common.CANCEL, asked)
    act(mini_controller, "seminar_slides")
    [line] = asked
    counts = [int(number) for number in re.findall(r"(\d+) slides", line)]
    assert line == words.deck_asked(*counts)
    assert 1 < counts[0] < counts[1]
    assert mini_controller.exports.under_way is None


def test_a_slide_leads_back_to_its_step_of_the_seminar(
    mini_controller: Controller, qtbot: QtBot, tmp_path: Path
) -> None:
    pack = session(mini_controller).pack
    job = Job(pack, Intent(pack.blank_profile), chosen_theme("light"))
    mini_controller.seminars.screens = lambda: QApplication.screens()[:1]
    for made in deck_jobs(job, seminar_of(pack))[1:4]:
        step = dict(made.intent.options)[STEP]
        code = provenance_of(made).scanned
        intent, view, _ = intent_of_code(pack, code)
        mini_controller.exports._show(tmp_path / "x.png", (intent, view, pack.version))
        assert words.STEP_FOUND in said(mini_controller)
        assert STEP not in dict(session(mini_controller).intent.options)
        act(mini_controller, "seminar_start_here")
        room = mini_controller.seminars.running
        assert room
        assert room.seminar.cases[room.showing.place].profile == made.intent.profile
        assert current(room.plan, room.showing).stage == step
        room.leave()
        let_go()


def test_slides_of_no_cases_are_refused_in_one_line(mini_controller: Controller) -> None:
    mini_controller.exports.choose_deck(Seminar("none", ()))
    assert said(mini_controller) == words.DECK_EMPTY


@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_the_dialog_stays_inside_a_small_window_with_its_buttons_in_sight(
    mini_controller: Controller, zoom: int
) -> None:
    mini_controller.window.resize(1024, 700)
    mini_controller.dress(zoom=zoom)
    shown = open_dialog(mini_controller, None)
    assert shown.width() <= 1024 - 48
    assert shown.height() <= 700 - 48
    for name in ("cancel", "save", "view"):
        part = find(shown, QWidget, f"export.{name}")
        assert part.visibleRegion().boundingRect() == part.rect(), name
    last = find(shown, QWidget, "export.theme")
    last.setFocus(Qt.FocusReason.TabFocusReason)
    find(shown, QScrollArea, "export.scroll").ensureWidgetVisible(last)
    assert last.visibleRegion().boundingRect().height() > 0.9 * last.height()
    shown.close()


def test_the_dialog_needs_no_scrolling_where_there_is_room(mini_controller: Controller) -> None:
    shown = open_dialog(mini_controller, None)
    bar = find(shown, QScrollArea, "export.scroll").verticalScrollBar()
    assert bar.maximum() == bar.minimum()
    shown.close()


def keyboard_on(controller: Controller, name: str) -> QWidget:
    wanted = find(controller, QWidget, name)
    wanted.setFocus()
    assert QApplication.focusWidget() is wanted
    return wanted


def has_keyboard(controller: Controller, widget: QWidget) -> bool:
    return controller.window.isActiveWindow() and QApplication.focusWidget() is widget


@pytest.mark.parametrize("stopped", [False, True])
def test_an_export_that_had_the_keyboard_gives_it_back(
    mini_controller: Controller, qtbot: QtBot, stopped: bool
) -> None:
    before = keyboard_on(mini_controller, "profile.cups.number")

    def work(progress: Progress) -> object:
        run.progress.show()
        activate(qtbot, run.progress)
        if stopped:
            run.progress.cancel()
        progress(1, 1)
        return None

    run = ExportRun("x", lambda: None, work, mini_controller.window)
    with qtbot.waitSignal(run.cancelled if stopped else run.done):
        run.start()
    qtbot.waitUntil(lambda: has_keyboard(mini_controller, before))


def test_the_export_dialog_gives_the_keyboard_back(
    mini_controller: Controller, qtbot: QtBot, tmp_path: Path
) -> None:
    before = keyboard_on(mini_controller, "profile.cups.number")
    save(mini_controller, qtbot, tmp_path / "x.csv", "csv")
    qtbot.waitUntil(lambda: has_keyboard(mini_controller, before))
    click(open_dialog(mini_controller, None), "export.cancel")
    qtbot.waitUntil(lambda: has_keyboard(mini_controller, before))
