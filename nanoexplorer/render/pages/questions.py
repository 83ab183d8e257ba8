"""A set of questions as a handout, with and without answers, and the summary of a round."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from io import StringIO
from pathlib import Path
from textwrap import wrap
from typing import Final, Literal, NamedTuple

from PySide6.QtGui import QTextDocument

from nanoexplorer.core import case_code
from nanoexplorer.core.explaining import decisive_first
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.practice import Answered, behind, misses
from nanoexplorer.core.teaching.questions import Question, Setup, draw_questions
from nanoexplorer.documents import reasons
from nanoexplorer.documents.blocks import Document
from nanoexplorer.documents.citations.cited import cited
from nanoexplorer.documents.evidence import NO_BREAK
from nanoexplorer.documents.practice import (
    answer_to,
    asked_of,
    case_title,
    cited_for,
    key_document,
    questions_document,
    set_line,
    summary_document,
    summary_sections,
)
from nanoexplorer.documents.statuses import statuses_line
from nanoexplorer.drawing.palette import Theme
from nanoexplorer.drawing.typesetting import NEXT_LINE
from nanoexplorer.formats.questions import questions_json
from nanoexplorer.formats.view import MOST_SIGNS
from nanoexplorer.render.job import ExportError, Progress, share, unheard
from nanoexplorer.render.pages.pages import Foot
from nanoexplorer.render.pages.pdf import about, pdf_of
from nanoexplorer.render.provenance import lines_of_pack
from nanoexplorer.render.screen.prose import Prose
from nanoexplorer.render.screen.text import write_sections
from nanoexplorer.render.tables.files import harmless
from nanoexplorer.words import common
from nanoexplorer.words import files as file_words
from nanoexplorer.words.files import why_unwritten
from nanoexplorer.words.teaching import practice as words
from nanoexplorer.writing import WholeFiles

Answers = Literal["behind", "apart", "none"]
WIDTH: Final = 100
"""Of a text, in letters."""


def write_questions(
    pack: Pack,
    setup: Setup,
    answers: Answers,
    theme: Theme,
    path: Path,
    progress: Progress = unheard,
) -> tuple[Path, ...]:
    """Write a set of questions as PDF; answers behind them, in a second file, or none.

    Returns the files written, both or none. Raises Cancelled and ExportError, also where the second
    file is there already: nobody was asked about that one.
    """
    beside = path.with_name(words.APART.format(stem=path.stem, suffix=path.suffix))
    apart = answers == "apart"
    if apart and beside.exists():
        raise ExportError(words.APART_THERE.format(path=beside))
    questions = draw_questions(pack, setup)
    document = questions_document(pack, setup, questions, with_key=answers == "behind")
    make = partial(_pdf, pack, setup, questions, theme)
    sheets = {path: make(document, share(progress, 0, 1 + apart))}
    if apart:
        sheets[beside] = make(key_document(pack, setup, questions), share(progress, 1, 2))
    _write(sheets)
    return tuple(sheets)


def _pdf(
    pack: Pack,
    setup: Setup,
    asked: Sequence[Question],
    theme: Theme,
    document: Document,
    progress: Progress,
) -> bytes:
    """Pages, with what asks these questions again in the file's properties: no answers.

    Of more questions than a reader takes, the number of the set has to do.
    """
    lead, *lines = foot_lines(pack, setup, len(asked), document.keys)
    codes = dict.fromkeys(case_code.encode(pack, question.profile) for question in asked)
    state = questions_json(pack, setup, asked)
    state = state if len(state) <= MOST_SIGNS else ""
    return pdf_of(document, Foot(lead, tuple(lines)), about(pack, codes), theme, state, progress)


def foot_lines(pack: Pack, setup: Setup, number: int, keys: Sequence[str]) -> tuple[str, ...]:
    """What stands on every page: the provenance, and what makes the set again."""
    *lines, version = lines_of_pack(pack, keys)
    return *lines, f"{version} · {set_line(pack, setup, number)}"


def write_round(
    pack: Pack,
    setup: Setup,
    answered: Sequence[Answered],
    theme: Theme,
    path: Path,
    progress: Progress = unheard,
) -> Path:
    """Write the summary of a round; the suffix chooses PDF, CSV or text.

    Raises Cancelled and ExportError.
    """
    makers = {".pdf": _round_pdf, ".csv": _round_csv, ".txt": _round_text}
    make = makers.get(path.suffix.lower())
    if make is None:
        allowed = ", ".join(makers)
        raise ExportError(file_words.NO_FORMAT.format(name=path.name, allowed=allowed))
    _write({path: make(_Round(pack, setup, tuple(answered), theme), progress)})
    return path


class _Round(NamedTuple):
    pack: Pack
    setup: Setup
    answered: tuple[Answered, ...]
    theme: Theme

    @property
    def foot(self) -> tuple[str, ...]:
        asked = asked_of(self.answered)
        return foot_lines(self.pack, self.setup, len(asked), cited_for(self.pack, asked))


def _round_pdf(made: _Round, progress: Progress) -> bytes:
    asked = asked_of(made.answered)
    document = summary_document(made.pack, made.setup, made.answered)
    return _pdf(made.pack, made.setup, asked, made.theme, document, progress)


def _round_text(made: _Round, _progress: Progress) -> bytes:
    document = QTextDocument()
    shown = summary_sections(made.pack, made.setup, made.answered)
    write_sections(Prose(document, made.theme), shown, links=False)
    said = document.toPlainText().replace(NEXT_LINE, "\n").replace("\t", "  ").split("\n")
    lines = [common.disclaimer(), "", *said, "", *made.foot[1:]]
    wrapped = ("\n".join(wrap(line.replace(NO_BREAK, " "), WIDTH)) for line in lines)
    return ("\n".join(wrapped) + "\n").encode()


def _round_csv(made: _Round, _progress: Progress) -> bytes:
    """A row for each answer, each with the provenance in columns of its own."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(words.COLUMNS)
    for number, one in enumerate(made.answered, 1):
        cells = [str(number), *_cells(made.pack, one), *made.foot]
        writer.writerow(harmless(cell) for cell in cells)
    return text.getvalue().encode("utf-8-sig")


def _cells(pack: Pack, answered: Answered) -> Iterator[str]:
    question, given = answered
    shown = answer_to(pack, question)
    yield case_title(pack, question)
    yield common.profile_line(pack.fields, question.profile)
    yield case_code.encode(pack, question.profile)
    yield shown.card.strategy.name
    yield common.VERDICT[given.verdict]
    yield common.VERDICT[shown.card.verdict]
    yield pack.status[given.status].label
    yield statuses_line(shown.card)
    rows = pack.evidence_of.get(question.strategy, ())
    yield "; ".join(common.quoted(row.label) for row in rows if row.label)
    yield "; ".join(words.MISS[miss] for miss in misses(pack, answered))
    decisive = decisive_first(shown.card.verdict, shown.card.reasons)
    yield "; ".join(reasons.line_cited(pack, reason) for reason in decisive)
    statements = behind(pack, shown.card)
    yield cited(pack, dict.fromkeys(r for s in statements for r in pack.cites(s)))


def _write(sheets: Mapping[Path, bytes]) -> None:
    try:
        with WholeFiles() as files:
            for path, content in sheets.items():
                files.add(path, content)
    except OSError as error:
        why = why_unwritten(error)
        raise ExportError(
            file_words.NOT_WRITTEN.format(path=next(iter(sheets)), why=why)
        ) from error
