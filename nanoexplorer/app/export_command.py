"""`nanoexplorer export`: what the window would write, without a window.

All that is asked for is checked before anything slow is imported.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from nanoexplorer.app.options import (
    PACK,
    BadInput,
    add_fields,
    add_pack,
    changed_fields,
    only,
    with_examples,
)
from nanoexplorer.app.packs import Packs
from nanoexplorer.core.case_code import CaseCodeError, decode, encode
from nanoexplorer.core.screen import Intent
from nanoexplorer.core.shown.strategies import Options, choosing
from nanoexplorer.core.shown.topics import SHOWN
from nanoexplorer.render.job import SEPARATORS, ExportError, Job, seminar_jobs
from nanoexplorer.render.kinds import (
    DECKS,
    HANDOUTS,
    KINDS,
    SLIDES,
    Kind,
    kind_of,
    write,
    write_deck,
)
from nanoexplorer.render.pictures import sizes
from nanoexplorer.views import NAMES, names_for
from nanoexplorer.words import commands as command_words
from nanoexplorer.words import common
from nanoexplorer.words import export as export_words
from nanoexplorer.words import export_command as words
from nanoexplorer.words.packs import problems as problems_words
from nanoexplorer.words.teaching import seminar as seminar_words

if TYPE_CHECKING:
    from nanoexplorer.core.pack import Pack
    from nanoexplorer.core.profile import Profile
    from nanoexplorer.drawing.palette import Theme
    from nanoexplorer.formats.seminar import Read

THEMES: Final = ("light", "dark")
FIRST_VIEW: Final = NAMES[0]
CARD: Final = "card"
COMPARE: Final = "compare"
TOPICS: Final = "topics"
_SECOND: Final = "--with-case, --with-code"
_ONLY, _FULL, _WHOLE = "--only-dependent", "--in-full", "--whole"
_OF_A_VIEW: Final = (
    "case", "code", "view", "select", "search", "topic", "with_case", "with_code",
)  # fmt: skip
_SHOWN: Final = 6
"""Ids that a complaint lists; a pack may have thousands."""
EVERYTHING: Final = "everything"
PRESETS: Final = ("taught", EVERYTHING)
"""How much of a seminar a deck has; the first where nothing is said."""
_PRESETS: Final = ", ".join(PRESETS)


def _options(pack: Pack) -> tuple[tuple[str, str, str], ...]:
    """Each option with a value: its name, what the value is called, and what it does."""
    return (
        ("--case", words.ID, words.CASE),
        ("--code", words.CODE, words.CASE_CODE),
        ("--view", command_words.VALUE, words.VIEW.format(views=", ".join(names_for(pack)))),
        ("--select", words.ID, words.SELECT),
        ("--search", words.TEXT, words.SEARCH),
        ("--topic", words.ID, words.TOPIC),
        ("--with-case", words.ID, words.WITH_CASE),
        ("--with-code", words.CODE, words.WITH_CODE),
        ("--seminar", words.SEMINAR_FILE, words.SEMINAR),
        ("--preset", command_words.VALUE, words.PRESET.format(presets=_PRESETS)),
        ("--size", words.WXH, words.SIZE),
        (
            "--scale",
            words.NUMBER,
            words.SCALE.format(least=sizes.LEAST_SCALE, most=sizes.MOST_SCALE),
        ),
        ("--dpi", words.NUMBER, words.DPI.format(least=sizes.LEAST_DPI, most=sizes.MOST_DPI)),
        ("--theme", command_words.VALUE, words.THEME),
        ("--separator", command_words.VALUE, words.SEPARATOR),
    )


def add_arguments(parser: argparse.ArgumentParser, packs: Packs) -> tuple[str, ...]:
    """Add the file, the pack's fields and all that shapes what is written; returns the names."""
    pack = packs.pack
    parser.epilog = with_examples(parser.epilog or "", pack)
    add_pack(parser)
    parser.set_defaults(pack=pack)
    parser.add_argument("file", metavar=words.FILE, help=words.FILE_HELP)
    fields = add_fields(parser, pack)
    options = _options(pack)
    for name, metavar, help_ in options:
        parser.add_argument(name, action="append", metavar=metavar, help=help_)
    parser.add_argument("--handout", action="store_true", help=words.HANDOUT)
    parser.add_argument(_WHOLE, action="store_true", help=words.WHOLE)
    parser.add_argument("--outlines", action="store_true", help=words.OUTLINES)
    parser.add_argument(_ONLY, action="store_true", help=words.ONLY_DEPENDENT)
    parser.add_argument(_FULL, action="store_true", help=words.IN_FULL)
    flags = ("--handout", _WHOLE, "--outlines", _ONLY, _FULL)
    return (words.FILE, *fields, *(name for name, _, _ in options), *flags, PACK)


def run(options: argparse.Namespace) -> None:
    """Write the file and print its path; raises BadInput, and nothing has been written."""
    path = Path(options.file)
    try:
        kind = kind_of(path, handout=options.handout, outlines=options.outlines)
        jobs, title = _jobs(options, kind)
        from nanoexplorer.app.start import offscreen_app

        app = offscreen_app()
        deck = len(jobs) > 1 or options.seminar
        job = replace(jobs[0], agree=_say_several)
        for written in write_deck(jobs, path, title) if deck else write(job, path, kind):
            print(common.one_line(str(written)))
        del app
    except ExportError as error:
        raise BadInput(str(error)) from error


def _say_several(paths: Sequence[Path]) -> None:
    """That more files are written than was named; stdout has their paths alone."""
    said = export_words.several([path.name for path in paths], str(paths[0].parent))
    print(common.one_line(said), file=sys.stderr)


def _jobs(options: argparse.Namespace, kind: Kind) -> tuple[list[Job], str]:
    """What goes into the file, one thing or slides of several, and the title of these."""
    cases: list[str] = options.case or []
    if kind.name not in DECKS and len(cases) > 1:
        several = words.SEVERAL.format(option="--case", count=len(cases))
        raise _useless(several, _suffixes(lambda one: one.name in DECKS))
    if options.seminar:
        return _seminar(options, kind)
    if options.preset:
        raise _useless("--preset", "--seminar")
    each = [{**vars(options), "case": [case]} for case in cases] or [vars(options)]
    return [_job(argparse.Namespace(**one), kind) for one in each], ""


def _seminar(options: argparse.Namespace, kind: Kind) -> tuple[list[Job], str]:
    """The cases of a teacher's file, which says itself what is shown of them."""
    pack: Pack = options.pack
    if kind.name not in DECKS:
        raise _useless("--seminar", _suffixes(lambda one: one.name in DECKS))
    fields = (field.id.replace("-", "_") for field in pack.fields)
    for name in (*fields, *_OF_A_VIEW):
        if getattr(options, name):
            raise BadInput(words.BOTH.format(one="--seminar", other=option_of(name)))
    path = Path(only(options, "seminar") or "")
    read = seminar_of_file(path, pack)
    preset = among("--preset", only(options, "preset"), PRESETS)
    if preset and kind.name != SLIDES:
        raise _useless("--preset", _suffixes(lambda one: one.name == SLIDES))
    job = _job(options, kind)
    if kind.name != SLIDES:
        return seminar_jobs(job, read.seminar), read.seminar.title
    from nanoexplorer.render.seminar_deck import deck_jobs

    jobs = deck_jobs(job, read.seminar, everything=preset == EVERYTHING)
    return jobs, read.seminar.title


def seminar_of_file(path: Path, pack: Pack) -> Read:
    """A teacher's file; one of another version of the pack is told. Raises BadInput for one that is
    none, or that has no case.
    """
    from nanoexplorer.formats.seminar import SeminarError, read_seminar

    try:
        read = read_seminar(path, pack)
    except SeminarError as error:
        raise BadInput(seminar_words.seminar_problems(error.file, error.problems)) from error
    if not read.seminar.cases:
        raise BadInput(common.labelled(path.name, export_words.DECK_EMPTY))
    if read.version != pack.version:
        about = {"name": path.name, "found": read.version, "ours": pack.version}
        print(common.one_line(seminar_words.OTHER_VERSION.format(**about)), file=sys.stderr)
    return read


def _job(options: argparse.Namespace, kind: Kind) -> Job:
    """All that was asked for, checked."""
    view = among("--view", only(options, "view"), names_for(options.pack)) or FIRST_VIEW
    if kind.name in HANDOUTS and options.view:
        raise BadInput(words.BOTH.format(one="--handout", other="--view"))
    intent = _intent(options, view)
    intent = replace(intent, options=(*intent.options, *_independent(options, view, kind)))
    size = _size(options, kind)
    scale = _number(options, kind, "scale", sizes.LEAST_SCALE, sizes.MOST_SCALE, 1.0)
    dpi = _number(options, kind, "dpi", sizes.LEAST_DPI, sizes.MOST_DPI, 96)
    if size and options.scale:
        raise BadInput(words.BOTH.format(one="--size", other="--scale"))
    theme = _theme(options, kind)
    made = Job(options.pack, intent, theme, view, size, scale, int(dpi))
    separator = only(options, "separator")
    _heeded(kind, "separator", separator)
    chosen = among("--separator", separator, SEPARATORS)
    _heeded(kind, "whole", _WHOLE if options.whole else None)
    return replace(made, separator=chosen or made.separator, whole=options.whole)


def _intent(options: argparse.Namespace, view: str) -> Intent:
    pack: Pack = options.pack
    profile = _profile(pack, options, "case", "code") or pack.blank_profile
    profile = profile.replace(changed_fields(pack, options))
    second = _profile(pack, options, "with_case", "with_code")
    if second and view != COMPARE:
        raise _useless(_SECOND, f"--view {COMPARE}")
    if view == COMPARE and not second:
        raise BadInput(words.WANTS.format(view=view, option=_SECOND))
    selection = among("--select", only(options, "select"), pack.strategy)
    if view == CARD and not selection:
        raise BadInput(words.WANTS.format(view=view, option="--select"))
    search = only(options, "search")
    if search is not None and view != FIRST_VIEW:
        raise _useless("--search", f"--view {FIRST_VIEW}")
    topic = among("--topic", only(options, "topic"), (topic.id for topic in pack.topics))
    if topic and view != TOPICS:
        raise _useless("--topic", f"--view {TOPICS}")
    shown = ((SHOWN, topic),) if topic else ()
    tab = FIRST_VIEW if view == CARD else view
    return Intent(profile, second, selection, search or "", tab, shown)


def _independent(options: argparse.Namespace, view: str, kind: Kind) -> Options:
    """Whether what is independent of the profile is left out, or listed."""
    only_, full = options.only_dependent, options.in_full
    if only_ and full:
        raise BadInput(words.BOTH.format(one=_ONLY, other=_FULL))
    for option, given in ((_ONLY, only_), (_FULL, full)):
        _heeded(kind, option.removeprefix("--"), option if given else None)
        if given and view != FIRST_VIEW:
            raise _useless(option, f"--view {FIRST_VIEW}")
    return choosing((), only=only_, full=full)


def _profile(pack: Pack, options: argparse.Namespace, case: str, code: str) -> Profile | None:
    """The profile of a case or of a case code, if either is given."""
    wanted, text = only(options, case), only(options, code)
    if wanted is not None and text is not None:
        raise BadInput(words.BOTH.format(one=option_of(case), other=option_of(code)))
    if wanted is not None:
        cases = {found.id: found.profile for found in pack.cases}
        return cases[among(option_of(case), wanted, cases)]
    return None if text is None else _decoded(pack, text)


def _decoded(pack: Pack, text: str) -> Profile:
    try:
        profile, version = decode(pack, text)
    except CaseCodeError as error:
        said = problems_words.CASE_CODE_ERROR[error.code]
        example = encode(pack, pack.blank_profile)
        raise BadInput(
            said.format(text=text.strip()[:60], example=example, **error.about)
        ) from None
    if version != pack.version:
        kept, ours = pack.ours, pack.version
        older = problems_words.of_another_version(version, ours, codes_kept=kept)
        print(common.one_line(older), file=sys.stderr)
    return profile


def option_of(name: str) -> str:
    """An option as it is typed."""
    return f"--{name.replace('_', '-')}"


def among(option: str, found: str | None, allowed: Iterable[str]) -> str:
    """What was found, if it is allowed; the empty string where nothing was given."""
    names = list(allowed)
    if found is None:
        return ""
    if found not in names:
        shown = common.one_line(found)[:60]
        listed = _listed(shown, names)
        raise BadInput(words.NOT_AMONG.format(option=option, found=shown, allowed=listed))
    return found


def _listed(found: str, names: Sequence[str]) -> str:
    """A few of many names, those most like what was found first."""
    if len(names) <= 2 * _SHOWN:
        return ", ".join(names)
    from difflib import get_close_matches

    close = get_close_matches(found, names, _SHOWN, 0.4) or names[:_SHOWN]
    return words.AND_MORE.format(some=", ".join(close), count=len(names) - len(close))


def _size(options: argparse.Namespace, kind: Kind) -> tuple[int, int] | None:
    text = only(options, "size")
    _heeded(kind, "size", text)
    if text is None:
        return None
    size = sizes.size_of(text)
    if size is None:
        raise BadInput(f"--size: {sizes.complaint(text)}")
    return size


def _number(
    options: argparse.Namespace, kind: Kind, name: str, least: float, most: float, default: float
) -> float:
    """A number within bounds; a whole one where the default is."""
    text = only(options, name)
    _heeded(kind, name, text)
    if text is None:
        return default
    try:
        number = type(default)(text)
    except ValueError:
        number = least - 1
    if not least <= number <= most:
        raise BadInput(
            words.BAD_NUMBER.format(
                option=f"--{name}", found=common.one_line(text)[:40], least=least, most=most
            )
        )
    return number


def _theme(options: argparse.Namespace, kind: Kind) -> Theme:
    from nanoexplorer.ui.base.theme import chosen_theme

    wanted = only(options, "theme")
    name = among("--theme", wanted, THEMES)
    _heeded(kind, "theme", wanted)
    return chosen_theme(name or THEMES[0])


def _heeded(kind: Kind, name: str, text: str | None) -> None:
    """Refuse an option that this kind of file could do nothing with."""
    if text is not None and name not in kind.takes:
        raise _useless(f"--{name}", _suffixes(lambda one: name in one.takes))


def _suffixes(holds: Callable[[Kind], bool]) -> str:
    return ", ".join(dict.fromkeys(one.suffix for one in KINDS if holds(one)))


def _useless(option: str, allowed: str) -> BadInput:
    return BadInput(words.ONLY_WITH.format(option=option, allowed=allowed))
