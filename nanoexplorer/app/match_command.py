"""`nanoexplorer match`: what the sources name for a profile, as text or JSON."""

from __future__ import annotations

import argparse
import sys

from nanoexplorer.app.options import add_fields, add_pack, changed_fields, with_examples
from nanoexplorer.app.packs import Packs
from nanoexplorer.core.pack import Pack
from nanoexplorer.words import commands as words


def add_arguments(parser: argparse.ArgumentParser, packs: Packs) -> tuple[str, ...]:
    """Add the pack's fields, and in which form it is printed; returns the names."""
    parser.set_defaults(pack=packs.pack)
    parser.epilog = with_examples(parser.epilog or "", packs.pack)
    fields = add_fields(parser, packs.pack)
    pack = add_pack(parser)
    parser.add_argument("--json", action="store_true", help=words.JSON)
    return (*fields, pack, "--json")


def run(options: argparse.Namespace) -> None:
    """Print it; raises BadInput."""
    pack: Pack = options.pack
    profile = pack.blank_profile.replace(changed_fields(pack, options))
    if options.json:
        from nanoexplorer.render.records.match_json import match_json

        sys.stdout.write(match_json(pack, profile))
    else:
        from nanoexplorer.render.terminal import match_text

        sys.stdout.write(match_text(pack, profile))
