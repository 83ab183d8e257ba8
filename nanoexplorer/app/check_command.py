"""`nanoexplorer check`: everything that is wrong with a pack, in lines or as JSON."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Final

from nanoexplorer.app.options import BadInput
from nanoexplorer.core.pack import Pack
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.pack.problems import PackError
from nanoexplorer.words import commands as words
from nanoexplorer.words import common
from nanoexplorer.words.packs import problems as problems_words

JSON: Final = "--json"


def add_arguments(parser: argparse.ArgumentParser) -> tuple[str, ...]:
    """Add what `check` takes; returns the names of all arguments."""
    parser.add_argument("folder", metavar=words.FOLDER_NAME, help=words.FOLDER)
    parser.add_argument(JSON, action="store_true", help=words.CHECK_JSON)
    return (words.FOLDER_NAME, JSON)


def run(options: argparse.Namespace) -> None:
    """Say what is wrong with the pack, or that nothing is; raises BadInput."""
    path = Path(options.folder)
    try:
        pack = load_pack(path)
    except PackError as error:
        raise _refused(path, error, as_json=options.json) from None
    if options.json:
        _write_json(path)
    else:
        print(common.one_line(_valid(path, pack)))


def _refused(path: Path, error: PackError, *, as_json: bool) -> BadInput:
    if as_json:
        _write_json(path, error)
    else:
        for problem in error.problems:
            print(common.one_line(problems_words.problem_line(problem)))
    count = problems_words.problem_count(len(error.problems))
    return BadInput(words.CHECK_BAD.format(folder=path, count=count))


def _write_json(path: Path, error: PackError | None = None) -> None:
    from nanoexplorer.render.records.check_json import check_json

    sys.stdout.write(check_json(path, error.problems if error else ()))


def _valid(path: Path, pack: Pack) -> str:
    from nanoexplorer.documents.citations.cited import whose

    counts = words.COUNTS.format(
        strategies=len(pack.strategies),
        statements=len(pack.statements),
        criteria=len(pack.criteria),
        references=len(pack.references),
        whose=whose(pack),
    )
    return words.CHECK_OK.format(folder=path, id=pack.id, version=pack.version, counts=counts)
