"""`nanoexplorer questions`: questions for learning platforms, flash cards, a browser or paper.

All that is asked for is checked before anything slow is imported.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from nanoexplorer.app.export_command import THEMES, among, seminar_of_file
from nanoexplorer.app.options import PACK, BadInput, add_pack, only, with_examples
from nanoexplorer.app.packs import Packs
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.teaching.questions import MOST_QUESTIONS, MOST_SEED, Setup
from nanoexplorer.render.job import ExportError
from nanoexplorer.render.questions.writing import PDF, kind_of, write_set
from nanoexplorer.words import common
from nanoexplorer.words import export_command as export_words
from nanoexplorer.words.teaching import practice as practice_words
from nanoexplorer.words.teaching import questions as words

if TYPE_CHECKING:
    from nanoexplorer.render.pages.questions import Answers

EACH: Final = 6
"""Questions on a case where no number is given."""
_FROM: Final = ("--case", "--seminar", "--random")


def _options() -> tuple[tuple[str, str, str], ...]:
    """Each option with a value: its name, what the value is called, and what it does."""
    return (
        ("--case", export_words.ID, words.CASE),
        ("--seminar", export_words.SEMINAR_FILE, words.SEMINAR),
        ("--random", export_words.NUMBER, words.RANDOM.format(most=MOST_QUESTIONS)),
        ("--number", export_words.NUMBER, words.NUMBER.format(most=MOST_QUESTIONS, each=EACH)),
        ("--seed", export_words.NUMBER, words.SEED.format(most=MOST_SEED)),
    )


def add_arguments(parser: argparse.ArgumentParser, packs: Packs) -> tuple[str, ...]:
    """Add the file and what to ask; returns the names."""
    parser.epilog = with_examples(parser.epilog or "", packs.pack)
    add_pack(parser)
    parser.set_defaults(pack=packs.pack)
    parser.add_argument("file", metavar=export_words.FILE, help=export_words.FILE_HELP)
    options = _options()
    for name, metavar, help_ in options:
        parser.add_argument(name, action="append", metavar=metavar, help=help_)
    flags = (("--answers", words.ANSWERS), ("--only-dependent", words.ONLY_DEPENDENT))
    for name, help_ in flags:
        parser.add_argument(name, action="store_true", help=help_)
    names = (*(name for name, _, _ in options), *(name for name, _ in flags))
    return (export_words.FILE, *names, PACK)


def run(options: argparse.Namespace) -> None:
    """Write the file and print its path, and beside it how much is in it.

    Raises BadInput, and nothing has been written.
    """
    path = Path(options.file)
    try:
        kind = kind_of(path)
        setup = _setup(options)
        if options.answers and kind.suffix != PDF:
            raise BadInput(words.ONLY_PDF)
        from nanoexplorer.app.start import offscreen_app

        app = offscreen_app()
        from nanoexplorer.ui.base.theme import chosen_theme

        answers: Answers = "behind" if options.answers else "none"
        written = write_set(options.pack, setup, path, chosen_theme(THEMES[0]), answers)
        del app
    except ExportError as error:
        raise BadInput(str(error)) from error
    with_answers = options.answers or kind.suffix != PDF
    for line in _told(written.number, setup.number, with_answers=with_answers):
        print(common.one_line(line), file=sys.stderr)
    for made in written.paths:
        print(common.one_line(str(made)))


def _told(found: int, wanted: int, *, with_answers: bool) -> Iterator[str]:
    """How many questions were written, and whether the answers stand in the file."""
    if found < wanted:
        yield words.FEWER.format(found=found, wanted=wanted)
    else:
        yield words.WRITTEN.format(questions=practice_words.questions_counted(found))
    if with_answers:
        yield words.WITH_ANSWERS


def _setup(options: argparse.Namespace) -> Setup:
    """What to ask, checked."""
    given = [name for name in _FROM if getattr(options, name.removeprefix("--"))]
    if len(given) > 1:
        raise BadInput(export_words.BOTH.format(one=given[0], other=given[1]))
    seed = _number(options, "seed", MOST_SEED) or 1
    number = _number(options, "number", MOST_QUESTIONS)
    random = _number(options, "random", MOST_QUESTIONS)
    if number and random:
        raise BadInput(export_words.BOTH.format(one="--random", other="--number"))
    made = Setup((), random, seed, options.only_dependent)
    if random:
        return made
    return _of_cases(options, made, number)


def _of_cases(options: argparse.Namespace, made: Setup, number: int) -> Setup:
    """Of a seminar's cases, of those named, or of all that the pack has."""
    pack: Pack = options.pack
    if options.seminar:
        path = Path(only(options, "seminar") or "")
        read = seminar_of_file(path, pack)
        each = EACH * len(read.seminar.cases)
        return made._replace(seminar=read.seminar, number=number or min(each, MOST_QUESTIONS))
    known = [case.id for case in pack.cases]
    cases = tuple(among("--case", case, known) for case in options.case or known)
    if not cases:
        raise BadInput(words.NOTHING)
    return made._replace(cases=cases, number=number or min(EACH * len(cases), MOST_QUESTIONS))


def _number(options: argparse.Namespace, name: str, most: int) -> int:
    """A whole number from 1; 0 where none is given."""
    text = only(options, name)
    if text is None:
        return 0
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
    if not 1 <= number <= most:
        found = common.one_line(text)[:40]
        bad = export_words.BAD_NUMBER.format(option=f"--{name}", found=found, least=1, most=most)
        raise BadInput(bad)
    return number
