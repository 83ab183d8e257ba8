"""`nanoexplorer pack`: what a curator makes a pack with, and hands it on."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from nanoexplorer.app.options import BadInput, unread
from nanoexplorer.app.packs import Packs, refused
from nanoexplorer.pack.loader import ReadPack, files_at
from nanoexplorer.pack.problems import PackError
from nanoexplorer.places import resources
from nanoexplorer.words import commands as command_words
from nanoexplorer.words import common
from nanoexplorer.words import files as file_words
from nanoexplorer.words.packs import commands as words

if TYPE_CHECKING:
    from nanoexplorer.pack.forms.contents import Contents

EXAMPLE: Final = "new_pack"
JSON: Final = "--json"
WORKBOOK: Final = ".xlsx"
MOST_EXPORTED: Final = 20_000_000
"""Bytes of a file that a reference manager wrote."""
MOST_BESIDE: Final = 20
"""Pack files in a folder that are looked into."""
Run = Callable[[argparse.Namespace], None]


def add_arguments(parser: argparse.ArgumentParser, _: Packs) -> tuple[str, ...]:
    """Add the actions with what each takes; returns their names."""
    actions = parser.add_subparsers(metavar=words.ACTION, required=True)
    for name, (run, said, epilog, paths) in _actions().items():
        action = actions.add_parser(
            name,
            help=said,
            description=said,
            epilog=epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
            add_help=False,
        )
        action.add_argument("-h", "--help", action="help", help=command_words.HELP)
        for path in paths:
            action.add_argument(path.lower(), metavar=path)
        if run is _diff:
            action.add_argument(JSON, action="store_true", help=words.DIFF_JSON)
        action.set_defaults(act=run)
    return (*_actions(), JSON)


def _actions() -> dict[str, tuple[Run, str, str, tuple[str, ...]]]:
    """Each action: what it does, how it is described, and which paths it takes."""
    return {
        "new": (_new, words.NEW, words.NEW_EPILOG, (words.PATH,)),
        "convert": (_convert, words.CONVERT, words.CONVERT_EPILOG, (words.FROM, words.TO)),
        "bundle": (_bundle, words.BUNDLE, words.BUNDLE_EPILOG, (words.PACK_PATH, words.FILE)),
        "references": (
            *(_references, words.REFERENCES, words.REFERENCES_EPILOG),
            (words.PACK_PATH, words.EXPORT),
        ),
        "diff": (_diff, words.DIFF, words.DIFF_EPILOG, (words.OLD, words.NEW_PACK)),
    }


def run(options: argparse.Namespace) -> None:
    """Do what was asked for; raises BadInput."""
    options.act(options)


def _new(options: argparse.Namespace) -> None:
    from nanoexplorer.pack.folder import Folder
    from nanoexplorer.pack.forms.contents import contents_of
    from nanoexplorer.pack.forms.making import with_hints
    from nanoexplorer.words.packs.columns import column_line

    example = contents_of(Folder(resources() / EXAMPLE))
    path = Path(options.path)
    _write(path, with_hints(example, column_line))
    print(common.one_line(words.MADE.format(path=path)))


def _convert(options: argparse.Namespace) -> None:
    contents = read_contents(Path(getattr(options, "from")))
    path = Path(options.to)
    _write(path, contents)
    _say_written(path, contents)


def _bundle(options: argparse.Namespace) -> None:
    from nanoexplorer.pack.forms.making import PACK_FILE, bundle_of
    from nanoexplorer.writing import write_atomically

    path = Path(options.file)
    if path.suffix.lower() != PACK_FILE:
        raise BadInput(words.OTHER_SUFFIX.format(path=path, allowed=PACK_FILE))
    contents = read_contents(Path(options.pack))
    there = _bundles_beside(path)
    try:
        write_atomically(path, bundle_of(contents))
    except OSError as error:
        raise _unwritten(path, error) from None
    _say_written(path, contents)
    _say_versions(path, there)
    if contents.codes_made:
        print(common.one_line(command_words.CODES_MADE))


def _bundles_beside(path: Path) -> dict[str, dict[str, Any]]:
    """What the pack files of a folder say of themselves."""
    from nanoexplorer.pack.forms.zipped import list_in

    beside = sorted(path.parent.glob(f"*{path.suffix}"))[:MOST_BESIDE]
    return {other.name: list_in(other) for other in beside}


def _say_versions(path: Path, there: dict[str, dict[str, Any]]) -> None:
    """Name the first pack file that has the version of a new one, and something else in it."""
    from nanoexplorer.pack.forms.zipped import list_in

    made = list_in(path)
    for name, listed in there.items():
        same = all(listed.get(key) == made[key] for key in ("id", "version"))
        if same and listed.get("files") != made["files"]:
            said = words.SAME_VERSION.format(other=name, version=made["version"])
            print(common.one_line(said))
            return


def _references(options: argparse.Namespace) -> None:
    from nanoexplorer.pack.citing.merging import KINDS, entries_in, merged
    from nanoexplorer.pack.forms.reference_rows import column_of

    pack, export = Path(options.pack), Path(options.export)
    workbook = pack.is_file() and pack.suffix.lower() == WORKBOOK
    if not (pack.is_dir() or workbook):
        raise BadInput(words.NOT_TO_EDIT.format(path=pack))
    if export.suffix.lower() not in KINDS:
        raise BadInput(words.OTHER_SUFFIX.format(path=export, allowed=", ".join(KINDS)))
    try:
        found = merged(_entries(pack), entries_in(read_export(export), export.name))
    except PackError as error:
        raise refused(pack, error) from None
    except (ValueError, AttributeError, TypeError):
        raise BadInput(words.NO_EXPORT.format(path=export, pack=pack)) from None
    _put(pack, found.entries)
    counts = {"added": len(found.added), "changed": len(found.changed)}
    print(common.one_line(words.MERGED.format(path=pack, **counts)))
    for id_ in found.added:
        print(common.one_line(words.CITE_IT.format(id=id_)))
    for id_, keys in found.kept:
        columns = ", ".join(column_of(key) for key in keys)
        print(common.one_line(words.KEPT.format(id=id_, columns=columns)))


def _entries(pack: Path) -> list[dict[str, Any]]:
    """The references that are there; raises PackError, ValueError."""
    from nanoexplorer.files import ReadError
    from nanoexplorer.pack.forms.contents import written_entries

    try:
        return written_entries(files_at(pack))
    except ReadError:  # a pack that has none yet
        return []


def _put(pack: Path, entries: list[dict[str, Any]]) -> None:
    """Write references into a folder or a workbook; raises BadInput."""
    from nanoexplorer.pack.forms.contents import entries_text
    from nanoexplorer.pack.references import FILE
    from nanoexplorer.writing import write_atomically

    path = pack / FILE if pack.is_dir() else pack
    try:
        if pack.is_dir():
            data = entries_text(entries).encode("utf-8", "replace")
        else:
            from nanoexplorer.pack.forms.sheet_editing import with_entries

            data = with_entries(pack, entries)
        write_atomically(path, data)
    except PackError as error:
        raise refused(pack, error) from None
    except OSError as error:
        raise _unwritten(path, error) from None


def read_export(path: Path) -> str:
    """The text of a file that a reference manager wrote; raises BadInput."""
    from nanoexplorer.files import ReadError, read_whole

    try:
        return read_whole(path, MOST_EXPORTED).decode("utf-8-sig")
    except ReadError as error:
        raise unread(path, error) from None


def _diff(options: argparse.Namespace) -> None:
    from nanoexplorer.pack.difference import difference

    found = difference(_read(Path(options.old)).pack, _read(Path(options.new)))
    if options.json:
        from nanoexplorer.render.records.packs import difference_json

        sys.stdout.write(difference_json(found))
    else:
        from nanoexplorer.documents.difference.page import MOST_ROWS, document
        from nanoexplorer.render.plain_lines import lines_of

        for line in lines_of(document(found, most=MOST_ROWS)):
            print(line)


def _read(path: Path) -> ReadPack:
    from nanoexplorer.pack.opened import read_at

    try:
        return read_at(path)
    except PackError as error:
        raise refused(path, error) from None


def read_contents(path: Path) -> Contents:
    """What a pack says; raises BadInput after every problem has been printed."""
    from nanoexplorer.pack.forms.contents import contents_of

    try:
        return contents_of(files_at(path))
    except PackError as error:
        raise refused(path, error) from None


def _write(path: Path, contents: Contents) -> None:
    from nanoexplorer.pack.forms.making import write_pack
    from nanoexplorer.words.packs import columns

    try:
        write_pack(path, contents, columns.hints())
    except FileExistsError:
        raise BadInput(words.EXISTS.format(path=path)) from None
    except OSError as error:
        raise _unwritten(path, error) from None


def _unwritten(path: Path, error: OSError) -> BadInput:
    why = file_words.why_unwritten(error)
    return BadInput(words.NOT_WRITTEN.format(path=path, why=why))


def _say_written(path: Path, contents: Contents) -> None:
    said = {key: contents.manifest[key] for key in ("id", "version")}
    print(common.one_line(words.WRITTEN.format(path=path, **said)))
