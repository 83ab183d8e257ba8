"""1,000 questions in each format through other people's programs, and each answer beside the app's.

Anki's own importer, gift-pegjs, a reader of Moodle XML and one of QTI packages; QTI's schemas too
where QTI_SCHEMAS names a folder with `imsqti_v2p1.xsd` and `imscp_v1p1.xsd` (their publisher lets
nobody hand them on). Moodle XML has no schema. GIFT wants node and npm.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from axe_playwright_python.sync_playwright import Axe
from lxml import etree
from moodle_xml_parser.parser import parse_bytes
from playwright.sync_api import sync_playwright
from qti_convert import upgrade_package

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import card
from nanoexplorer.core.teaching.questions import (
    Question,
    Setup,
    draw_questions,
    question_id,
    right_statuses,
)
from nanoexplorer.documents.questions import asked
from nanoexplorer.render.questions.anki import anki
from nanoexplorer.render.questions.question_sheet import QuestionSheet, sheet_of
from nanoexplorer.render.questions.writing import KINDS, write_set
from nanoexplorer.words import common
from nanoexplorer.words.teaching import questions as words
from tests.drawing.drawing import theme
from tests.outside.check_pages import ALONE, CHROMIUM, SCREENS, asked_nothing
from tests.render.renderings import bundled

pytestmark = pytest.mark.usefixtures("app")
NUMBER = 1000
SETUP = Setup((), NUMBER, 4711)
NODE = Path(__file__).parent / "node"
READ = """
const questions = require("gift-pegjs").parse(require("fs").readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(questions));
"""
ASKED = 2
"""Bytes a question at least in any format."""


@lru_cache(maxsize=1)
def questions() -> dict[str, Question]:
    """Every question by its id."""
    found = draw_questions(bundled(), SETUP)
    return {question_id(bundled(), question): question for question in found}


@lru_cache(maxsize=1)
def worded() -> QuestionSheet:
    return sheet_of(bundled(), SETUP, tuple(questions().values()))


@lru_cache(maxsize=8)
def written(suffix: str, folder: Path) -> bytes:
    path = folder / f"set{suffix}"
    assert write_set(bundled(), SETUP, path, theme()).number == NUMBER
    return path.read_bytes()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sets")


def text(markup: str) -> str:
    return " ".join(unescape(re.sub("<[^>]*>", "", markup)).split())


def wrong(answers: Iterable[tuple[str, str]]) -> list[str]:
    """Ids whose answer is not the app's verdict with a status that counts; and those missing."""
    found = dict(answers)
    bad = [id_ for id_, said in found.items() if said not in rights(bundled(), questions()[id_])]
    return [*bad, *(questions().keys() ^ found.keys())]


def rights(pack: Pack, question: Question) -> set[str]:
    """What the app says: asked of its table anew, not of what has been written."""
    verdict = pack.table.verdict(question.profile, question.strategy)
    shown = card(pack, question.profile, question.strategy)
    labels = (pack.status[id_].label for id_ in right_statuses(shown))
    return {words.OPTION.format(verdict=common.VERDICT[verdict], status=s) for s in labels}


class Deck:
    """A collection of Anki's that decks are imported into."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.collection = Collection(str(folder / "collection.anki2"))

    def take(self, content: bytes) -> dict[str, int]:
        """What Anki says of an import: how many notes are new, updated, the same or refused."""
        path = self.folder / "deck.apkg"
        path.write_bytes(content)
        options = ImportAnkiPackageOptions(with_scheduling=False, merge_notetypes=False)
        request = ImportAnkiPackageRequest(package_path=str(path), options=options)
        log = self.collection.import_anki_package(request).log
        return {
            field.name: len(value)
            for field, value in log.ListFields()
            if not isinstance(value, int)
        }


@pytest.fixture
def deck(tmp_path: Path) -> Iterator[Deck]:
    made = Deck(tmp_path)
    yield made
    made.collection.close()


def test_anki_takes_every_card_and_doubles_none(deck: Deck) -> None:
    first = anki(worded(), lambda: 1_800_000_000)
    assert deck.take(first) == {"new": NUMBER}
    assert deck.take(first) == {"duplicate": NUMBER}
    assert deck.take(anki(worded(), lambda: 1_800_000_001)) == {"updated": NUMBER}
    assert deck.collection.note_count() == deck.collection.card_count() == NUMBER


def test_a_newer_deck_changes_the_words_of_its_cards(deck: Deck) -> None:
    newer = worded()._replace(
        asked=tuple(one._replace(options=one.options[::-1]) for one in worded().asked[:50])
    )
    deck.take(anki(worded(), lambda: 1_800_000_000))
    before = cards(deck)
    assert deck.take(anki(newer, lambda: 1_800_000_001)) == {"updated": 50}
    after = cards(deck)
    assert before.keys() == after.keys()
    assert sum(before[id_] != after[id_] for id_ in before) == 50


def cards(deck: Deck) -> dict[str, dict[str, str]]:
    notes = (deck.collection.get_note(id_) for id_ in deck.collection.find_notes(""))
    return {note["Id"]: dict(note.items()) for note in notes}


def test_anki_shows_the_answer_that_the_app_gives(deck: Deck, folder: Path) -> None:
    deck.take(written(".apkg", folder))
    found = cards(deck)
    answers = ((id_, text(fields["Answer"])) for id_, fields in found.items())
    assert wrong((id_, said.partition(". ")[2]) for id_, said in answers) == []
    for id_ in list(found)[:50]:
        note = deck.collection.get_note(deck.collection.find_notes(f"Id:{id_}")[0])
        [shown] = note.cards()
        assert text(found[id_]["Options"]) in text(shown.question())
        assert text(found[id_]["Why"]) in text(shown.answer())
        for side in (shown.question(), shown.answer()):
            assert text(side).count(common.DISCLAIMER_LEAD) == 1


def test_a_list_in_anki_is_sorted_by_strategy_and_chosen_by_tag(deck: Deck) -> None:
    deck.take(anki(worded(), lambda: 1_800_000_000))
    collection = deck.collection
    rows = collection.db.all("SELECT id, sfld FROM notes")
    names = {asked(bundled(), q).brief for q in questions().values()}
    assert {name for _, name in rows} == names
    tagged = [len(collection.find_notes(f'"tag:{tag}"')) for tag in collection.tags.all()]
    assert max(tagged) == NUMBER
    topics = {topic for one in worded().asked for topic in one.topics}
    assert len(tagged) == len(topics) + 1


def test_gift_pegjs_reads_every_question(folder: Path) -> None:
    read = gift_of(written(".gift", folder))
    names = {" ".join(asked(bundled(), q).name.split()): id_ for id_, q in questions().items()}
    assert len(names) == NUMBER
    found = [one for one in read if one["type"] == "MC"]
    assert len(read) == NUMBER + 1
    assert wrong((names[one["title"]], right_choice(one)) for one in found) == []
    for one in found:
        assert len({choice["feedback"]["text"] for choice in one["choices"]}) == 4
        assert common.disclaimer() in text(one["globalFeedback"]["text"])


def right_choice(one: Any) -> str:
    [right] = (choice for choice in one["choices"] if choice["isCorrect"])
    return text(right["text"]["text"])


def gift_of(content: bytes) -> Any:
    npm, node = shutil.which("npm"), shutil.which("node")
    if not npm or not node:
        pytest.skip("no node and npm")
    if not (NODE / "node_modules").is_dir():
        subprocess.run([npm, "ci", "--no-fund", "--no-audit"], cwd=NODE, check=True)
    run = subprocess.run([node, "-e", READ], cwd=NODE, input=content, capture_output=True)
    assert run.returncode == 0, run.stderr.decode()[-2000:]
    return json.loads(run.stdout)


def test_a_reader_of_moodle_xml_reads_every_question(folder: Path) -> None:
    content = written(".xml", folder)
    read = parse_bytes(content)["multichoice"]
    assert len(read) == NUMBER
    root = etree.fromstring(content)
    ids = root.xpath("//question[@type='multichoice']/idnumber/text()")
    rights = (next(o for o in one.options if o.score_fraction == 100) for one in read)
    assert wrong(zip(ids, (text(o.answer) for o in rights), strict=True)) == []
    for one in root.findall("question[@type='multichoice']"):
        assert sorted(a.get("fraction") for a in one.findall("answer")) == ["0", "0", "0", "100"]
        assert common.disclaimer() in text(one.findtext("generalfeedback/text"))


def test_a_converter_of_qti_reads_every_item(folder: Path) -> None:
    written(".zip", folder)
    newer = folder / "newer.zip"
    upgrade_package(str(folder / "set.zip"), str(newer))
    with ZipFile(newer) as package:
        items = [etree.fromstring(package.read(n)) for n in package.namelist() if "items/" in n]
    assert len(items) == NUMBER
    assert wrong((item.get("identifier"), qti_right(item)) for item in items) == []


def qti_right(item: Any) -> str:
    [right] = item.xpath("//*[local-name()='qti-correct-response']/*/text()")
    [choice] = item.xpath(f"//*[local-name()='qti-simple-choice'][@identifier='{right}']")
    return text(choice.text)


def test_the_schemas_of_qti_take_every_file(folder: Path) -> None:
    schemas = os.environ.get("QTI_SCHEMAS")
    if not schemas:
        pytest.skip("QTI_SCHEMAS names no folder")
    of_items, of_manifest = (
        etree.XMLSchema(etree.parse(str(found)))
        for name in ("imsqti_v2p1.xsd", "imscp_v1p1.xsd")
        for found in [next(Path(schemas).rglob(name))]
    )
    refused = []
    with ZipFile(BytesIO(written(".zip", folder))) as package:
        for name in package.namelist():
            schema = of_manifest if "manifest" in name else of_items
            if not schema.validate(etree.fromstring(package.read(name))):
                refused.append((name, str(schema.error_log)[:300]))
    assert refused == []


def test_the_page_says_the_answer_that_the_app_gives(folder: Path) -> None:
    page = written(".html", folder).decode()
    found = re.findall(r'name="(\w+)" value="\d" data-right> <span>(.*?)</span>', page)
    assert wrong((id_, text(said)) for id_, said in found) == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.suffix)
def test_every_kind_holds_so_many(kind: Any, folder: Path) -> None:
    assert len(written(kind.suffix, folder)) > ASKED * NUMBER


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=list(ALONE))
        yield found
        found.close()


@pytest.mark.parametrize("scheme", SCREENS)
def test_a_browser_asks_on_a_narrow_screen_and_asks_nobody(
    browser: Any, scheme: str, tmp_path: Path
) -> None:
    path = tmp_path / "set.html"
    write_set(bundled(), Setup((), 8, 3), path, theme())
    page = browser.new_page(viewport={"width": 320, "height": 640}, color_scheme=scheme)
    assert asked_nothing(page, path.as_uri()) == []
    first, second = page.locator(".question").nth(0), page.locator(".question").nth(1)
    first.locator("input[data-right]").check()
    first.locator("summary").click()
    second.locator("input:not([data-right])").first.check()
    second.locator("summary").click()
    assert first.locator(".told:visible").all_inner_texts() == [words.RIGHT]
    [missed] = second.locator(".told:visible").all_inner_texts()
    assert missed.startswith(words.WRONG.partition("{")[0])
    assert page.locator("#score").inner_text() == words.PAGE_SCORE.format(right=1, of=8, left=6)
    unanswered = page.locator(".question").nth(2)
    unanswered.locator("summary").click()
    unanswered.locator(".told:visible").wait_for()
    assert unanswered.locator(".told:visible").all_inner_texts() == [words.PAGE_UNANSWERED]
    assert unanswered.locator("input:enabled").count() == 0
    marks = {0: [words.PAGE_RIGHT], 1: [words.PAGE_MISSED, words.PAGE_RIGHT], 2: [words.PAGE_RIGHT]}
    for place, wanted in marks.items():
        shown = page.locator(".question").nth(place).locator(".mark:visible")
        assert sorted(shown.all_inner_texts()) == sorted(wanted)
    assert page.get_by_text(words.PAGE_NO_SCRIPT).is_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.locator("#again").click()
    assert page.locator("input:checked").count() == page.locator(".told:visible").count() == 0
    assert page.locator(".mark:visible").count() == page.locator("input:disabled").count() == 0
    page.reload()
    assert page.locator("input:checked").count() == 0
    page.close()


def test_the_page_answers_without_a_script_too(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "set.html"
    write_set(bundled(), Setup((), 3, 3), path, theme())
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    question = page.locator(".question").first
    said = question.get_by_text(words.FOR_WHOM, exact=True)
    assert not said.is_visible()
    question.locator("summary").click()
    assert said.is_visible()
    assert page.get_by_text(words.PAGE_NO_SCRIPT).is_visible()
    context.close()


def test_a_printed_page_holds_no_answer_that_is_closed(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "set.html"
    write_set(bundled(), Setup((), 3, 3), path, theme())
    page = browser.new_page()
    page.goto(path.as_uri())
    opened, closed = page.locator(".question").nth(0), page.locator(".question").nth(1)
    for question in (opened, closed, closed):
        question.locator("summary").click()
    page.emulate_media(media="print")
    assert opened.get_by_text(words.FOR_WHOM, exact=True).is_visible()
    assert opened.get_by_text(common.DISCLAIMER_ABSENCE).is_visible()
    assert closed.locator("details").is_hidden()
    assert closed.locator(".mark:visible").count() == 0
    assert closed.locator("fieldset").is_visible()
    page.close()
