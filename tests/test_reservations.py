"""What a claim is said with goes with it: ≠, our interpretation, a hedge, and what it is for.

One strategy of a changed mini pack has all four, and nothing else has any; every kind that leaves
the app is made of it.
"""

from __future__ import annotations

import json
import re
from html import unescape
from importlib import import_module
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtWidgets import QApplication

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Intent
from nanoexplorer.core.teaching.practice import Answered, Given
from nanoexplorer.core.teaching.questions import Question, Setup
from nanoexplorer.core.teaching.seminar_cases import Seminar, SeminarCase
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.render.job import Job, seminar_jobs
from nanoexplorer.render.kinds import BY_NAME, DECKS, HANDOUTS, KINDS, write, write_deck
from nanoexplorer.render.pages.questions import write_round
from nanoexplorer.render.questions.question_sheet import sheet_of
from nanoexplorer.render.questions.writing import KINDS as QUESTIONS
from nanoexplorer.render.questions.writing import Kind
from nanoexplorer.render.records.match_json import match_json
from nanoexplorer.render.terminal import match_text
from nanoexplorer.words import common
from tests.drawing.drawing import theme
from tests.packs import add_row, copy_of_mini_pack, read_rows, write_rows

STRATEGY, NOTE = "double-wall-glass", "note-feltomat"
HEDGE, SCOPE = "as a rule", "frosty fingers"
VIEWS = ("strategies", "card")
NO_CLAIMS = ("ris", "bib")
"""Kinds that hold references alone."""
SAME_DRAWING = {"png": "svg"}
"""Drawn by one sheet; of the picture no word can be read back."""
WANTED = {
    "dispute": common.DISPUTED_SIGN,
    "basis": common.OUR_INTERPRETATION,
    "hedge": HEDGE,
    "scope": SCOPE,
}


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    folder = copy_of_mini_pack(tmp_path_factory.mktemp("packs") / "reserved")
    file = folder / "criteria.csv"
    head, *rows = read_rows(file)
    basis = head.index("basis")
    write_rows(file, [head, *([*row[:basis], "stated", *row[basis + 1 :]] for row in rows)])
    asked = (STRATEGY, "1", "cups", "for", "at-most", "3", "interpretation", HEDGE, "open")
    add_row(folder, "criteria.csv", *asked, "s-glass-dark")
    file = folder / "notes.csv"
    head, *rows = read_rows(file)
    for row in rows:
        if row[0] == NOTE:
            row[head.index("strategies")] = STRATEGY
            row[head.index("disputes")] = f"{STRATEGY} handbook blessed"
    write_rows(file, [head, *rows])
    file = folder / "evidence.csv"
    head, *rows = read_rows(file)
    named = head.index("scope_named")
    for row in rows:
        if row[0] == STRATEGY and row[named]:
            row[named] = SCOPE
    write_rows(file, [head, *rows])
    return load_pack(folder)


def job_of(pack: Pack, view: str, **more: object) -> Job:
    profile = pack.blank_profile.replace({"roast": "dark", "cups": 2})
    intent = Intent(profile, selection=STRATEGY, tab="strategies")
    return Job(pack, intent, theme(), view, **more)  # type: ignore[arg-type]


def text_of(path: Path) -> str:
    """All that a file says in words, none of them cut by a space or a line."""
    if path.suffix in (".pptx", ".xlsx"):
        text = within(path.read_bytes())
    elif path.suffix == ".pdf":
        from pypdf import PdfReader

        text = "".join(page.extract_text() for page in PdfReader(path).pages)
    else:
        text = path.read_text(encoding="utf-8-sig")
    if path.suffix == ".json":
        text = json.dumps(json.loads(text), ensure_ascii=False)
    if path.suffix != ".json" and path.suffix != ".csv":
        text = unescape(re.sub(r"<[^>]*>", "", text))
    return packed(text)


def within(content: bytes) -> str:
    """What stands in the parts of a package."""
    with ZipFile(BytesIO(content)) as parts:
        return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def packed(text: str) -> str:
    return "".join(text.split())


def lacking(said: str, **instead: str) -> list[str]:
    """What a text does not say, `instead`: how a kind writes something."""
    wanted = {**WANTED, **instead}
    found = packed(said).replace(packed(common.DISPUTED), common.DISPUTED_SIGN)
    return [name for name, words in wanted.items() if packed(words) not in found]


def test_nothing_else_has_any_of_them(pack: Pack) -> None:
    others = [id_ for id_ in pack.strategy if id_ != STRATEGY]
    text = match_text(pack, pack.blank_profile.replace({"roast": "light"}))
    for line in text.splitlines():
        if any(line.strip().startswith(pack.strategy[id_].name) for id_ in others):
            assert sorted(lacking(line)) == sorted(WANTED)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", [kind.name for kind in KINDS if kind.name not in NO_CLAIMS])
def test_every_kind_says_what_a_claim_is_said_with(
    app: QApplication, tmp_path: Path, pack: Pack, name: str, view: str
) -> None:
    name = SAME_DRAWING.get(name, name)
    made, whole_json = BY_NAME[name], name == "json" and view == "strategies"
    for whole in (False, True) if name in HANDOUTS else (False,):
        paths = write(job_of(pack, view, whole=whole), tmp_path / f"a{made.suffix}", made)
        said = "".join(map(text_of, paths))
        instead = {"dispute": "disputed_by", "basis": '"interpretation"'} if whole_json else {}
        assert lacking(said, **instead) == []


@pytest.mark.parametrize("kind", DECKS)
def test_a_seminar_says_it_too(app: QApplication, tmp_path: Path, pack: Pack, kind: str) -> None:
    job = job_of(pack, "strategies")
    jobs = seminar_jobs(job, Seminar("Evening", (SeminarCase(job.intent.profile),)))
    paths = write_deck(jobs, tmp_path / f"a{BY_NAME[kind].suffix}", "Evening")
    assert lacking("".join(map(text_of, paths))) == []


def test_the_command_line_says_it_too(pack: Pack) -> None:
    profile = job_of(pack, "card").intent.profile
    assert lacking(match_text(pack, profile)) == []
    coded = {"dispute": "disputed_by", "basis": '"interpretation"'}
    assert lacking(match_json(pack, profile), **coded) == []


@pytest.mark.parametrize("kind", [one for one in QUESTIONS if one.maker], ids=lambda k: k.suffix)
def test_the_answer_to_a_question_says_it_too(pack: Pack, kind: Kind) -> None:
    """In every program that asks questions."""
    profile = job_of(pack, "card").intent.profile
    asked = (Question(strategy=STRATEGY, profile=profile, case=""),)
    made = getattr(import_module(f"nanoexplorer.render.questions.{kind.module}"), kind.maker)
    content: bytes = made(sheet_of(pack, Setup((), 1, 7), asked))
    text = within(content) if content.startswith(b"PK") else content.decode("utf-8")
    for _ in range(2):  # markup stands escaped in what is markup itself
        text = unescape(re.sub(r"<[^>]*>", "", text))
    assert lacking(text) == []


@pytest.mark.parametrize("suffix", [".pdf", ".csv", ".txt"])
def test_a_round_of_questions_says_it_too(
    app: QApplication, tmp_path: Path, pack: Pack, suffix: str
) -> None:
    profile = job_of(pack, "card").intent.profile
    given = Given(Verdict.MATCHES, pack.statuses[0].id)
    answered = [Answered(Question(strategy=STRATEGY, profile=profile, case=""), given)]
    path = write_round(pack, Setup((), 1, 7), answered, theme(), tmp_path / f"a{suffix}")
    assert lacking(text_of(path)) == []
