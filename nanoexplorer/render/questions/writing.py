"""Questions into a file: the suffix chooses the program that reads it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.questions import Question, Setup, draw_questions
from nanoexplorer.logs import log
from nanoexplorer.render.job import ExportError, Progress, unheard
from nanoexplorer.render.kinds import look_at, write_one
from nanoexplorer.render.questions.question_sheet import QuestionSheet, sheet_of
from nanoexplorer.words.teaching import questions as words

if TYPE_CHECKING:
    from nanoexplorer.drawing.palette import Theme
    from nanoexplorer.render.pages.questions import Answers

Maker = Callable[[QuestionSheet], bytes]


class Kind(NamedTuple):
    """A kind of file; `maker`: which function of which module makes its content."""

    suffix: str
    module: str = ""
    maker: str = ""
    libraries: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What it is called where one is chosen."""
        return words.KINDS[self.suffix]

    def import_libraries(self) -> None:
        """Import what it wants; may run beside the window, in a thread."""
        for library in self.libraries:
            import_module(library)


PDF: Final = ".pdf"
KINDS: Final = (
    Kind(PDF, libraries=("pypdf", "typst", "segno")),
    Kind(".html", "page", "page", ("jinja2",)),
    Kind(".apkg", "anki", "anki", ("sqlite3",)),
    Kind(".xml", "moodle", "moodle"),
    Kind(".gift", "gift", "gift"),
    Kind(".zip", "qti", "qti"),
)
BY_SUFFIX: Final = {kind.suffix: kind for kind in KINDS}


class Written(NamedTuple):
    """The files written, and how many questions are in them."""

    paths: tuple[Path, ...]
    number: int


def kind_of(path: Path) -> Kind:
    """The kind that a path's suffix names. Raises ExportError for a suffix that names none."""
    kind = BY_SUFFIX.get(path.suffix.lower())
    if kind is None:
        allowed = ", ".join(BY_SUFFIX)
        raise ExportError(words.UNKNOWN_SUFFIX.format(name=path.name, allowed=allowed))
    return kind


def write_set(
    pack: Pack,
    setup: Setup,
    path: Path,
    theme: Theme,
    answers: Answers = "none",
    progress: Progress = unheard,
) -> Written:
    """Write the questions of a setup; `answers` are for a PDF, the other kinds hold them.

    Raises Cancelled and ExportError, whose message is one line; an old file is untouched then.
    """
    kind = kind_of(path)
    look_at(path)
    questions = draw_questions(pack, setup)
    if not questions:
        raise ExportError(words.NOTHING)
    if kind.suffix == PDF:
        from nanoexplorer.render.pages.questions import write_questions

        return Written(write_questions(pack, setup, answers, theme, path, progress), len(questions))
    paths = write_one(path, lambda: _content(pack, setup, questions, kind, progress))
    log("export", "questions", kind=kind.suffix, number=len(questions))
    return Written(paths, len(questions))


def _content(
    pack: Pack, setup: Setup, questions: tuple[Question, ...], kind: Kind, progress: Progress
) -> bytes:
    maker: Maker = getattr(
        import_module(f"nanoexplorer.render.questions.{kind.module}"), kind.maker
    )
    made = maker(sheet_of(pack, setup, questions, progress))
    progress(1, 1)
    return made
