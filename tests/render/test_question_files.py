"""Questions as files of other programs: whole, right as the app has it, and harmless."""

from __future__ import annotations

import json
import re
import sqlite3
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import card
from nanoexplorer.core.statuses import shown_statuses
from nanoexplorer.core.teaching.options import right_answer
from nanoexplorer.core.teaching.questions import Question, Setup, draw_questions, question_id
from nanoexplorer.documents.blocks import plain
from nanoexplorer.documents.practice import right_line
from nanoexplorer.documents.questions import asked
from nanoexplorer.render.job import Cancelled, ExportError
from nanoexplorer.render.questions.anki import BETWEEN, FIELDS, anki
from nanoexplorer.render.questions.gift import gift
from nanoexplorer.render.questions.markup import elements, html
from nanoexplorer.render.questions.qti import MANIFEST, TEST, qti
from nanoexplorer.render.questions.question_sheet import QuestionSheet, sheet_of
from nanoexplorer.render.questions.writing import KINDS, PDF, write_set
from nanoexplorer.words import common
from nanoexplorer.words.teaching import practice as practice_words
from nanoexplorer.words.teaching import questions as words
from tests.drawing.drawing import theme
from tests.packs import mini_pack
from tests.render.renderings import bundled

SETUP = Setup((), 30, 11)
DATA = "<b>&amp; {right} = wrong ~ # : \\ </p><script>alert(1)</script> \x07 \ud800 {{x}} $CATEGORY"
SUFFIXES = [kind.suffix for kind in KINDS]


def sheet(pack: Pack | None = None, setup: Setup = SETUP) -> QuestionSheet:
    known = pack or bundled()
    return sheet_of(known, setup, draw_questions(known, setup))


def hostile() -> Pack:
    """A pack whose every name is what a format could take for its own."""
    pack = mini_pack()
    strategies = tuple(s._replace(name=f"{s.name} {DATA}") for s in pack.strategies)
    statuses = tuple(s._replace(label=f"{s.label} {DATA}") for s in pack.statuses)
    return replace(pack, title=DATA, strategies=strategies, statuses=statuses)


def said(text: str) -> str:
    return " ".join(re.sub(r"[\x00-\x08\x0b-\x1f\ud800-\udfff]", "", text).split())


class Text(HTMLParser):
    """What a reader of markup sees."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.tags: set[str] = set()
        self.feed(markup)

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)

    @property
    def text(self) -> str:
        return said("".join(self.parts))


# Each format read back: pairs of a question's id and the option that counts as right.
def from_gift(content: bytes) -> Iterator[tuple[str, str]]:
    for part in content.decode().split("\n\n")[2:]:
        id_ = re.match(r"// (\S+)", part)
        [right] = re.findall(r"(?m)^\t=((?:\\.|[^#])*)#", part)
        assert id_
        yield id_[1], Text(re.sub(r"\\(.)", r"\1", right)).text


def from_moodle(content: bytes) -> Iterator[tuple[str, str]]:
    for question in ET.fromstring(content).findall("question[@type='multichoice']"):
        [right] = question.findall("answer[@fraction='100']")
        yield question.findtext("idnumber", ""), Text(right.findtext("text", "")).text


def from_qti(content: bytes) -> Iterator[tuple[str, str]]:
    ns = {"q": "http://www.imsglobal.org/xsd/imsqti_v2p1"}
    with ZipFile(BytesIO(content)) as package:
        for name in package.namelist():
            if name.startswith("items/"):
                item = ET.fromstring(package.read(name))
                right = item.findtext(".//q:correctResponse/q:value", "", ns)
                choice = item.find(f".//q:simpleChoice[@identifier='{right}']", ns)
                assert choice is not None
                yield item.get("identifier", ""), said(choice.text or "")


def from_anki(content: bytes) -> Iterator[tuple[str, str]]:
    for fields in notes(content):
        lead, _, answer = Text(fields["Answer"]).text.partition(". ")
        assert re.fullmatch("Answer: [A-D]", lead)
        yield fields["Id"], answer


def from_page(content: bytes) -> Iterator[tuple[str, str]]:
    found = re.findall(r'name="(\w+)" value="\d" data-right> <span>(.*?)</span>', content.decode())
    yield from ((id_, said(unescape(text))) for id_, text in found)


def notes(content: bytes) -> list[dict[str, str]]:
    with ZipFile(BytesIO(content)) as package:
        collection = package.read("collection.anki2")
    connection = sqlite3.connect(":memory:")
    connection.deserialize(collection)
    rows = connection.execute("SELECT flds FROM notes").fetchall()
    connection.close()
    return [dict(zip(FIELDS, row[0].split(BETWEEN), strict=True)) for row in rows]


READERS = {
    ".gift": from_gift, ".xml": from_moodle, ".zip": from_qti, ".apkg": from_anki,
    ".html": from_page,
}  # fmt: skip


@pytest.mark.parametrize("suffix", READERS)
@pytest.mark.parametrize("pack", [bundled(), hostile()], ids=["bundled", "hostile"])
def test_each_question_is_there_once_with_the_answer_that_the_app_gives(
    suffix: str, pack: Pack, tmp_path: Path
) -> None:
    file = tmp_path / f"set{suffix}"
    written = write_set(pack, SETUP, file, theme())
    questions = draw_questions(pack, SETUP)
    found = list(READERS[suffix](file.read_bytes()))
    assert written.number == len(questions) == len(found)
    assert dict(found) == {question_id(pack, q): said(right_words(pack, q)) for q in questions}


def right_words(pack: Pack, question: Question) -> str:
    given = right_answer(pack, question)
    verdict, status = common.VERDICT[given.verdict], pack.status[given.status].label
    return words.OPTION.format(verdict=verdict, status=status)


def test_a_question_says_reason_section_reference_and_disclaimer() -> None:
    pack = bundled()
    for question in draw_questions(pack, SETUP):
        one = asked(pack, question)
        told = Text(html(elements(one.why))).text
        assert common.disclaimer() in told
        assert f"pack {pack.id} {pack.version}" in told
        rows = pack.evidence_of.get(question.strategy, ())
        for row in rows:
            statement = pack.statement[row.statement]
            assert said(statement.section) in told
            for key in pack.cites(statement):
                if doi := pack.reference[key].doi:
                    assert f"https://doi.org/{doi}" in html(elements(one.why))
        for option in one.options:
            assert (option.why == words.RIGHT) == option.right
        wrong = {option.why for option in one.options if not option.right}
        assert len(wrong) == len(one.options) - 1


@pytest.mark.parametrize("suffix", [".xml", ".zip", ".apkg", ".gift"])
def test_a_question_shown_by_itself_says_that_it_is_educational_only(
    suffix: str, tmp_path: Path
) -> None:
    file = tmp_path / f"set{suffix}"
    write_set(bundled(), SETUP, file, theme())
    content = file.read_bytes()
    if suffix == ".apkg":
        asked_ = [fields["Question"] for fields in notes(content)]
    elif suffix == ".zip":
        with ZipFile(BytesIO(content)) as package:
            items = [name for name in package.namelist() if name.startswith("items/")]
            asked_ = [package.read(name).decode().partition("<prompt>")[0] for name in items]
    elif suffix == ".xml":
        found = ET.fromstring(content).findall(".//questiontext/text")
        asked_ = [text.text or "" for text in found]
    else:
        asked_ = re.findall(r"\[html\](.*?)\{\n", content.decode())
    assert len(asked_) == SETUP.number
    assert all(common.DISCLAIMER_LEAD in text for text in asked_)


def test_what_is_disputed_or_ours_says_so() -> None:
    pack = bundled()
    told = [str(w) for q in draw_questions(pack, Setup((), 200, 1)) for w in asked(pack, q).why]
    assert any(common.DISPUTED_SIGN in text for text in told)
    assert any(common.OUR_INTERPRETATION in text for text in told)


def test_no_option_tells_by_a_mark_that_it_is_right() -> None:
    for question in draw_questions(bundled(), Setup((), 200, 1)):
        for option in asked(bundled(), question).options:
            assert common.DISPUTED_SIGN not in option.said


@pytest.mark.parametrize("suffix", [".xml", ".zip", ".html", ".apkg", ".gift"])
def test_what_a_pack_says_is_never_markup(suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"set{suffix}"
    write_set(hostile(), Setup((), 8, 1), file, theme())
    content = file.read_bytes()
    if suffix == ".apkg":
        parts = [text for fields in notes(content) for text in fields.values()]
    elif suffix == ".zip":
        with ZipFile(BytesIO(content)) as package:
            parts = [package.read(name).decode() for name in package.namelist()]
    elif suffix == ".xml":
        html_texts = ET.fromstring(content).findall(".//*[@format='html']/text")
        parts = [text.text or "" for text in html_texts]
    else:
        text = content.decode()
        body = text.partition("<body>")[2] if suffix == ".html" else text
        parts = re.findall(r"(?s)\[html\](.*?)\n\n", body) or [body]
    for part in parts:
        assert "<script>alert" not in part
        assert "\x07" not in part


def test_xml_is_read_by_another_parser_too() -> None:
    etree.fromstring(READ_MOODLE := _moodle())
    assert READ_MOODLE.startswith(b"<?xml")
    with ZipFile(BytesIO(qti(sheet(hostile(), Setup((), 8, 1))))) as package:
        for name in package.namelist():
            etree.fromstring(package.read(name))


def _moodle() -> bytes:
    from nanoexplorer.render.questions.moodle import moodle

    return moodle(sheet(hostile(), Setup((), 8, 1)))


def test_a_qti_manifest_names_every_file_and_no_other() -> None:
    with ZipFile(BytesIO(qti(sheet()))) as package:
        names = set(package.namelist())
        root = ET.fromstring(package.read(MANIFEST))
        test = ET.fromstring(package.read(TEST))
    hrefs = {file.get("href") for file in root.findall(".//{*}file")}
    assert hrefs == names - {MANIFEST}
    refs = [ref.get("href") for ref in test.findall(".//{*}assessmentItemRef")]
    assert set(refs) == hrefs - {TEST}
    assert len(refs) == SETUP.number


def test_the_same_set_makes_the_same_package_and_cards_but_for_when() -> None:
    assert qti(sheet()) == qti(sheet())
    one, later = (anki(sheet(), lambda when=when: when) for when in (1e9, 2e9))  # type: ignore[misc]
    assert notes(one) == notes(later)
    assert one != later


def test_a_card_keeps_its_id_when_the_pack_is_newer() -> None:
    newer = replace(bundled(), version="2099.1")
    old = {fields["Id"] for fields in notes(anki(sheet()))}
    new = {fields["Id"] for fields in notes(anki(sheet(newer)))}
    assert old == new


def test_a_deck_holds_what_anki_asks_of_it() -> None:
    with ZipFile(BytesIO(anki(sheet()))) as package:
        assert json.loads(package.read("media")) == {}
        connection = sqlite3.connect(":memory:")
        connection.deserialize(package.read("collection.anki2"))
    [(models, decks)] = connection.execute("SELECT models, decks FROM col").fetchall()
    [model] = json.loads(models).values()
    cards = connection.execute("SELECT did, nid FROM cards").fetchall()
    ids = connection.execute("SELECT guid, mid FROM notes").fetchall()
    connection.close()
    assert [field["name"] for field in model["flds"]] == list(FIELDS)
    assert {mid for _, mid in ids} == {model["id"]}
    assert {str(did) for did, _ in cards} == set(json.loads(decks)) - {"1"}
    assert len({nid for _, nid in cards}) == len(ids) == SETUP.number


def test_a_card_names_each_option_by_its_letter() -> None:
    cards = {fields["Id"]: fields for fields in notes(anki(sheet()))}
    for one in sheet().asked:
        fields = cards[one.id]
        right = one.options.index(one.right)
        assert Text(fields["Answer"]).text.startswith(f"Answer: {'ABCD'[right]}. ")
        missed = dict(zip("ABCD", one.options, strict=True))
        del missed["ABCD"[right]]
        told = [f"If you chose {letter}: {option.missed}." for letter, option in missed.items()]
        assert Text(fields["Missed"]).text == "".join(told)
        assert all(common.DISCLAIMER_LEAD not in fields[name] for name in FIELDS[1:])
        assert fields["Question"].count(common.disclaimer()) == 1


@pytest.mark.parametrize("pack", [bundled(), hostile()], ids=["bundled", "hostile"])
def test_cards_are_sorted_by_a_short_name_and_tagged_by_topic(pack: Pack) -> None:
    with ZipFile(BytesIO(anki(sheet(pack)))) as package:
        connection = sqlite3.connect(":memory:")
        connection.deserialize(package.read("collection.anki2"))
    rows = connection.execute("SELECT guid, sfld, tags FROM notes").fetchall()
    [(models, decks)] = connection.execute("SELECT models, decks FROM col").fetchall()
    connection.close()
    [model] = json.loads(models).values()
    assert FIELDS[model["sortf"]] == "Name"
    assert not any("set 11" in deck["desc"] for deck in json.loads(decks).values())
    known = {question_id(pack, q): q for q in draw_questions(pack, SETUP)}
    for id_, name, tags in rows:
        question = known[id_]
        values = common.profile_line(pack.fields, question.profile, known_only=True)
        assert said(name) == said(" · ".join(filter(None, (_name(pack, question), values))))
        app, verdict, kind = tags.split()
        short = common.VERDICT_SHORT[pack.table.verdict(question.profile, question.strategy)]
        assert app == common.APP
        assert verdict == f"{common.APP}::{short.replace(' ', '-')}"
        assert kind.startswith(f"{common.APP}::")


def _name(pack: Pack, question: Question) -> str:
    return pack.strategy[question.strategy].name


def test_gift_leaves_no_sign_of_its_own_unescaped() -> None:
    text = gift(sheet(hostile(), Setup((), 8, 1))).decode()
    for part in text.split("\n\n")[2:]:
        bare = re.sub(r"\\.", "", part)
        assert bare.count("{") == bare.count("}") == 1
        assert bare.count("~") == 3
        assert bare.count("=") == 1


def test_a_page_asks_for_nothing_and_keeps_nothing() -> None:
    from nanoexplorer.render.questions.page import page

    text = page(sheet()).decode()
    assert "default-src 'none'" in text
    assert not re.search(r"<(?:img|link|iframe|object)|\bsrc=|@import|url\(", text)
    assert not re.search(r"localStorage|sessionStorage|indexedDB|cookie|fetch\(|XMLHttp", text)
    assert text.count("<details>") == SETUP.number
    assert common.DISCLAIMER_LEAD in text
    assert "set 11 (the same number makes the same set again)" in text


def test_a_page_says_what_its_words_mean_and_the_disclaimer_once_on_screen() -> None:
    from nanoexplorer.render.questions.page import page

    text = page(sheet()).decode()
    assert text.count("caution on-paper") == SETUP.number
    head = unescape(text.partition('class="meanings"')[2].partition("</details>")[0])
    names = [common.VERDICT[verdict] for verdict in Verdict]
    names += [s.label for s in sorted(bundled().statuses, key=lambda s: -s.rank)]
    places = [head.index(f"<strong>{name}:</strong>") for name in names]
    assert places == sorted(places)
    assert all(status.definition in head for status in bundled().statuses)
    for one in sheet().asked:
        assert common.disclaimer() not in Text(html(elements((*one.sources, one.about)))).text


def test_statuses_are_told_apart_where_one_has_a_comma_within() -> None:
    assert practice_words.statuses_listed(["approved", "preclinical"]) == "approved, preclinical"
    listed = practice_words.statuses_listed(["approved, discontinued", "preclinical"])
    assert listed == "approved, discontinued; preclinical"


def test_the_line_of_the_sources_tells_relation_statuses_and_disputes_apart() -> None:
    pack, several, disputed = bundled(), 0, 0
    for question in draw_questions(pack, Setup((), 200, 1)):
        shown = card(pack, question.profile, question.strategy)
        found = plain(right_line(shown).said)
        given = shown_statuses(shown.statuses)
        verdict, _, statuses = found.partition(" — ")
        assert verdict.endswith(common.VERDICT[shown.verdict])
        assert common.AND_ALSO not in statuses
        assert (practice_words.SEVERAL_GIVEN in statuses) == (len(given) > 1)
        assert statuses.count("≠ a note disputes it") == sum(bool(s.disputes) for s in given)
        several += len(given) > 1
        disputed += any(s.disputes for s in given)
    assert several
    assert disputed


@pytest.mark.parametrize("suffix", [".xml", ".zip", ".html", ".apkg", ".gift"])
def test_one_who_cancels_finds_the_old_file(suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"set{suffix}"
    file.write_text("old")

    def stop(done: int, of: int) -> None:
        if done > 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_set(mini_pack(), Setup((), 9, 1), file, theme(), progress=stop)
    assert file.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_place_where_nothing_can_be_written_is_one_line(suffix: str, tmp_path: Path) -> None:
    file = tmp_path / "no" / f"set{suffix}"
    with pytest.raises(ExportError) as caught:
        write_set(mini_pack(), SETUP, file, theme())
    assert str(file) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_suffix_that_names_no_kind_is_refused_with_those_that_do(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        write_set(mini_pack(), SETUP, tmp_path / "set.docx", theme())
    assert all(suffix in str(caught.value) for suffix in SUFFIXES)
    assert list(tmp_path.iterdir()) == []


def test_nothing_to_ask_is_said(tmp_path: Path) -> None:
    empty = replace(mini_pack(), strategies=(), criteria=(), evidence=(), notes=(), approvals=())
    with pytest.raises(ExportError, match="0 questions"):
        write_set(empty, SETUP, tmp_path / "set.gift", theme())


def test_progress_is_told_for_every_question(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    write_set(mini_pack(), Setup((), 5, 1), tmp_path / "set.gift", theme(),
              progress=lambda done, of: told.append((done, of)))  # fmt: skip
    assert len(told) == 6
    shares = [done / of for done, of in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_every_kind_has_a_name_and_pdf_is_the_practised_sheet() -> None:
    assert set(words.KINDS) == set(SUFFIXES)
    assert SUFFIXES[0] == PDF
    assert sheet().title == practice_words.PAPER_TITLE
