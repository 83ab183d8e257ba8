"""The command line: `nanoexplorer` opens the window, its commands print and exit.

Exit status 0: done; 2: bad usage or input, one clear line on stderr; 1: our fault. Machine output
goes to stdout alone. Options are built from the pack's fields; this module names none.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from nanoexplorer import __version__
from nanoexplorer.app.options import PACK, BadInput, add_pack, unread
from nanoexplorer.overriding import override
from nanoexplorer.words import commands as command_words
from nanoexplorer.words import common

if TYPE_CHECKING:  # a window that opens imports the pack's modules after it is painted
    from nanoexplorer.app.packs import Packs

DONE, OUR_FAULT, BAD_INPUT = 0, 1, 2
DEBUG = "--debug"
COMMANDS = ("match", "references", "export", "questions", "check", "pack")
"""Each is a module `NAME_command` here: `add_arguments` says what it takes, `run` does it."""


class _Parser(argparse.ArgumentParser):
    """An argument parser whose complaint is one line."""

    @override
    def error(self, message: str) -> NoReturn:
        raise BadInput(f"{self.prog}: {message}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if DEBUG in words:
        words.remove(DEBUG)
        from nanoexplorer import logs

        logs.begin()
    sys.stdout = sys.stdout or Path(os.devnull).open("w")  # noqa: SIM115  # none in a window of Windows
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a redirected file is UTF-8 on every system
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
    try:
        return _run(words)
    except BadInput as error:
        print(common.one_line(str(error)), file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:  # the reader of our output has gone: nothing to say to anyone
        sys.stderr.close()
        return DONE
    except KeyboardInterrupt:
        print(command_words.INTERRUPTED, file=sys.stderr)
        return BAD_INPUT
    except Exception as error:
        return _stopped(error, words) or _own_up(error)


def _stopped(error: Exception, words: list[str]) -> int:
    """Say what the system lacks, and return the status for it; 0 where it is our fault."""
    from nanoexplorer.ui.base import start_faults

    line = start_faults.line_of(error)
    if not line:
        return 0
    with suppress(OSError):  # what waits for a full disk would complain once more at the end
        sys.stdout.close()
    start_faults.report(line, in_a_dialog=not words or _names_a_file(words[0]))
    return BAD_INPUT


def _own_up(error: Exception) -> int:
    """Say that it is our fault: where it happened, and last a line for whoever is in a hurry."""
    import traceback

    traceback.print_exception(error, file=sys.stderr)
    said = common.one_line(str(error) or type(error).__name__)
    print(command_words.FAULT.format(error=said), file=sys.stderr)
    return OUR_FAULT


def _run(words: list[str]) -> int:
    if not words:
        return _open()
    from nanoexplorer.app.packs import packs_in

    packs = packs_in(words)
    if not words:
        return _open(pack=packs.asked)
    if _names_a_file(words[0]):
        return _open_file(words, packs)
    if words == ["--smoke"]:
        from nanoexplorer.app.start import smoke

        return smoke(packs.pack if packs.asked else None)
    options, unknown = _parser(words, packs).parse_known_args(words)
    if unknown:
        words_of = {"command": options.command, "found": unknown[0], "allowed": options.allowed}
        raise BadInput(command_words.UNKNOWN_ARGUMENT.format(**words_of))
    options.run(options)
    sys.stdout.flush()
    return DONE


def _open(to_open: Path | None = None, pack: Path | None = None) -> int:
    gc.disable()  # a start makes much and drops little; the controller turns it on again
    from nanoexplorer.app.start import open_window

    return open_window(to_open, pack)


def _names_a_file(word: str) -> bool:
    """Whether it is a file that somebody wants opened, and no command or option."""
    if word.startswith("-") or word in COMMANDS:
        return False
    return bool(Path(word).suffix) or os.path.exists(word)  # noqa: PTH110  # no error if too long


def _open_file(words: list[str], packs: Packs) -> int:
    """Open the window with a file or a pack: what a double click on one asks for."""
    from nanoexplorer.files import Bounded, ReadError
    from nanoexplorer.pack.opened import SUFFIXES, is_a_pack
    from nanoexplorer.render.reopening.opening import ALLOWED, OPENED

    path = Path(words[0])
    file = path.suffix.lower() in OPENED
    pack = packs.asked is None and not file and is_a_pack(path)
    if not file and not pack:
        allowed = f"{ALLOWED}, {', '.join(SUFFIXES)}"
        raise BadInput(command_words.FILE_OTHER.format(path=path, allowed=allowed))
    if len(words) > 1:
        raise BadInput(command_words.FILE_ONE_ONLY.format(path=path))
    if pack and path.is_dir():
        return _open(pack=path.absolute())
    try:
        Bounded(path, 0).close()  # looks whether it may be read, and reads nothing
    except ReadError as error:
        raise unread(path, error) from None
    return _open(pack=path.absolute()) if pack else _open(path.absolute(), packs.asked)


def _parser(words: list[str], packs: Packs) -> argparse.ArgumentParser:
    from nanoexplorer.words import export_command as export_words
    from nanoexplorer.words.packs import commands as pack_words
    from nanoexplorer.words.teaching import questions as question_words

    plain = argparse.RawDescriptionHelpFormatter
    parser = _Parser(
        prog=common.APP,
        description=f"{command_words.DESCRIPTION} {common.disclaimer()}",
        epilog=command_words.EPILOG,
        formatter_class=plain,
        allow_abbrev=False,
        add_help=False,
    )
    _add_help(parser)
    parser.add_argument("--version", action="store_true", help=command_words.VERSION_HELP)
    parser.add_argument("--smoke", action="store_true", help=command_words.SMOKE)
    parser.add_argument(DEBUG, action="store_true", help=command_words.DEBUG)
    add_pack(parser)
    allowed = ", ".join(("--version", "--smoke", PACK, DEBUG, "--help", *COMMANDS))
    parser.set_defaults(run=_version, command=common.APP, allowed=allowed, packs=packs)
    commands = parser.add_subparsers(metavar=command_words.COMMAND, parser_class=_Parser)
    described = (
        (command_words.MATCH, command_words.MATCH_EPILOG),
        (command_words.REFERENCES, command_words.REFERENCES_EPILOG),
        (export_words.EXPORT, export_words.EXPORT_EPILOG),
        (question_words.QUESTIONS, question_words.EPILOG),
        (command_words.CHECK, command_words.CHECK_EPILOG),
        (pack_words.PACK, pack_words.PACK_EPILOG),
    )
    for name, (said, epilog) in zip(COMMANDS, described, strict=True):
        command = commands.add_parser(
            name,
            help=said,
            description=said,
            epilog=epilog,
            formatter_class=plain,
            allow_abbrev=False,
            add_help=False,
        )
        _add_help(command)
        options: tuple[str, ...] = ()
        if name in words:  # so that `check` can look at a broken pack, the bundled one too
            module = import_module(f"nanoexplorer.app.{name}_command")
            options = module.add_arguments(command, packs)
            command.set_defaults(run=module.run)
        named = f"{common.APP} {name}"
        command.set_defaults(command=named, allowed=", ".join((*options, "--help")))
    return parser


def _add_help(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-h", "--help", action="help", help=command_words.HELP)


def _version(options: argparse.Namespace) -> None:
    pack = options.packs.pack
    print(command_words.VERSION.format(app=__version__, pack=pack.id, version=pack.version))
