"""`nanoexplorer check`: everything that is wrong with a pack, in lines or as JSON."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from nanoexplorer.app.options import PACK, BadInput, unread
from nanoexplorer.app.packs import Packs, refused
from nanoexplorer.core.pack import Pack
from nanoexplorer.pack.loader import ReadPack, files_at, read_pack
from nanoexplorer.pack.problems import PackError
from nanoexplorer.words import commands as words
from nanoexplorer.words import common

if TYPE_CHECKING:
    from nanoexplorer.pack.folder import Files
    from nanoexplorer.pack.sources.comparing import Coverage

JSON, SOURCES = "--json", "--sources"
MOST_TEXT: Final = 20_000_000
"""Bytes of a source's text."""


def add_arguments(parser: argparse.ArgumentParser, packs: Packs) -> tuple[str, ...]:
    """Add what `check` takes; returns the names of all arguments.

    Raises BadInput where a pack was named otherwise: this is given the pack as it is.
    """
    if packs.asked is not None:
        raise BadInput(
            words.UNKNOWN_ARGUMENT.format(
                command=f"{common.APP} check", found=PACK, allowed=words.FOLDER_NAME
            )
        )
    parser.add_argument("folder", metavar=words.FOLDER_NAME, help=words.FOLDER)
    parser.add_argument(JSON, action="store_true", help=words.CHECK_JSON)
    parser.add_argument(SOURCES, nargs="+", metavar=words.SOURCE_FILE, help=words.CHECK_SOURCES)
    return (words.FOLDER_NAME, JSON, SOURCES)


def run(options: argparse.Namespace) -> None:
    """Say what is wrong with the pack, or that nothing is; raises BadInput."""
    path = Path(options.folder)
    lines: list[str] = []
    try:
        files = files_at(path)
        read = read_pack(files)
        if options.sources:
            lines = _compared(read, files, options.sources)
    except PackError as error:
        if options.json:
            _write_json(path, error)
        raise refused(path, error, listed=not options.json) from None
    if options.json:
        _write_json(path, remarks=_remarks(read))
    else:
        for line in (_valid(path, read.pack), *_remarks(read), *lines):
            print(common.one_line(line))


def _compared(read: ReadPack, files: Files, named: list[str]) -> list[str]:
    """How the sources are covered; raises PackError for what does not fit their texts."""
    from nanoexplorer.pack.problems import gathered
    from nanoexplorer.pack.sources.comparing import compared, coverage, source_texts

    texts = source_texts(read, dict(_text_of(read.pack, part) for part in named))
    found = gathered(compared(read, texts))
    if found:
        raise PackError([files.placed(problem) for problem in found])
    return [covered_line(one) for one in coverage(read, texts)]


def _text_of(pack: Pack, part: str) -> tuple[str, str]:
    """A source's id and its text, of `id=FILE`; raises BadInput."""
    from nanoexplorer.files import ReadError, read_whole

    source, equals, name = part.partition("=")
    if not equals or source not in pack.source:
        allowed = ", ".join(f"{id_}=FILE" for id_ in pack.source)
        raise BadInput(words.NOT_A_SOURCE.format(found=part, allowed=allowed))
    try:
        return source, read_whole(Path(name), MOST_TEXT).decode("utf-8-sig")
    except ReadError as error:
        raise unread(Path(name), error) from None
    except UnicodeDecodeError:
        raise BadInput(words.TEXT_NOT_UTF_8.format(path=name)) from None


def covered_line(coverage: Coverage) -> str:
    """How many sections of a source have statements, and which have none."""
    bare = [heading for heading, number in coverage.sections if not number]
    of = len(coverage.sections)
    said = common.counted(of, words.COVERED, source=coverage.source, have=of - len(bare))
    return f"{said} {words.NOTHING_FROM.format(headings=', '.join(bare))}" if bare else said


def _write_json(path: Path, error: PackError | None = None, remarks: Sequence[str] = ()) -> None:
    from nanoexplorer.render.records.packs import check_json

    sys.stdout.write(check_json(path, error.problems if error else (), remarks))


def _remarks(read: ReadPack) -> list[str]:
    """What is valid, and may have been forgotten."""
    made = [words.CODES_MADE] if read.codes_made else []
    pack = read.pack
    noted = {topic for note in pack.notes for topic in note.topics}
    bare = [t.name for t in pack.topics if t.id not in noted and not pack.statements_on.get(t.id)]
    return [*made, *([words.BARE_TOPICS.format(topics=", ".join(bare))] if bare else [])]


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
