"""`nanoexplorer references`: the pack's references in a form that other programs read."""

from __future__ import annotations

import argparse
import sys

from nanoexplorer.app.options import add_pack
from nanoexplorer.app.packs import Packs
from nanoexplorer.words import commands as words

FORMS = ("csl", "ris", "bibtex", "text")


def add_arguments(parser: argparse.ArgumentParser, _: Packs) -> tuple[str, ...]:
    """Add the form; returns the names of all options."""
    pack = add_pack(parser)
    parser.add_argument("--format", choices=FORMS, default="text", help=words.FORMAT)
    return (pack, "--format")


def run(options: argparse.Namespace) -> None:
    """Print all of them."""
    from nanoexplorer.documents.citations import dump

    sys.stdout.write(dump(options.packs.pack.references, options.format))
