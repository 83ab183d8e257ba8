"""What differs between two versions of a pack as a file, which says of both whose they are."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Final, NamedTuple

from nanoexplorer import __version__
from nanoexplorer.documents.difference.page import (
    Only,
    document,
    limited,
    sides,
    title_of,
)
from nanoexplorer.documents.difference.rows import called_of
from nanoexplorer.documents.difference.verdicts import where, why
from nanoexplorer.drawing.palette import Theme, for_paper
from nanoexplorer.pack.difference import Difference
from nanoexplorer.render.kinds import write_one
from nanoexplorer.render.plain_lines import lines_of
from nanoexplorer.words import common
from nanoexplorer.words.packs import difference as words
from nanoexplorer.writing import name_from

Maker = Callable[[Difference, Only, Theme], bytes]


class Kind(NamedTuple):
    """A kind of file, what makes it, and the libraries that it imports."""

    name: str
    suffix: str
    make: Maker
    libraries: tuple[str, ...] = ()


def file_name(found: Difference) -> str:
    """What a file is called, without a suffix."""
    return name_from(title_of(found).replace("→", "–"))


def write(
    found: Difference, only: Only, path: Path, theme: Theme, made: bytes | None = None
) -> tuple[Path, ...]:
    """Write what is shown, all rows of it, as the suffix says, or what was `made` of it already.

    Raises ExportError, whose message is one line; an old file is untouched then.
    """
    return write_one(path, lambda: content(found, only, path, theme) if made is None else made)


def content(found: Difference, only: Only, path: Path, theme: Theme) -> bytes:
    """What a file holds; may be made beside the window, in a thread."""
    return kind_of(path).make(found, only, theme)


def kind_of(path: Path) -> Kind:
    """The kind that a path's suffix names, which is one of KINDS."""
    return next(kind for kind in KINDS if kind.suffix == path.suffix.lower())


def import_libraries(path: Path) -> None:
    """Import what a kind wants; may run beside the window, in a thread."""
    for library in kind_of(path).libraries:
        import_module(library)


def provenance(found: Difference, only: Only) -> list[str]:
    """Of which two packs it is, whose they are, what of it is shown, and what made it."""
    told = [common.labelled(name, text) for name, text in sides(found)]
    if only != "everything":
        told.append(words.SHOWN_ONLY.format(only=words.SHOWN[only]))
    return [*told, words.MADE_BY.format(app=common.APP, version=__version__)]


def _text(found: Difference, only: Only, _: Theme) -> bytes:
    lines = [common.disclaimer(), "", *lines_of(document(found, only))]
    return _encoded("\n".join([*lines, "", *provenance(found, only), ""]))


def _json(found: Difference, only: Only, _: Theme) -> bytes:
    from nanoexplorer.render.records.packs import difference_json

    return _encoded(difference_json(limited(found, only)))


def _html(found: Difference, only: Only, theme: Theme) -> bytes:
    from nanoexplorer.render.html.page import plain_page

    lines = provenance(found, only)
    return _encoded(plain_page(document(found, only), lines, found.new.language, theme))


def _pdf(found: Difference, only: Only, theme: Theme) -> bytes:
    from nanoexplorer.render.pages.pages import About, Foot, pdf

    told = provenance(found, only)
    foot = Foot(common.DISCLAIMER_LEAD, (common.disclaimer_rest(), *told))
    said = About(common.disclaimer(), (found.old.id, found.new.id), found.new.language)
    return pdf(document(found, only), foot, said, for_paper(theme))


def _csv(found: Difference, only: Only, _: Theme) -> bytes:
    from nanoexplorer.render.tables.files import harmless

    file = StringIO()
    table = csv.writer(file, lineterminator="\r\n")
    table.writerow(words.COLUMNS.values())
    ends = (*(text for _, text in sides(found)), common.disclaimer())
    for row in _table(limited(found, only)):
        table.writerow(harmless(cell) for cell in (*row, *ends))
    return file.getvalue().encode("utf-8-sig", "backslashreplace")


def _table(found: Difference) -> Iterator[Iterable[str | int]]:
    """A row for each verdict that is another one, and for each cell that differs."""
    for change in found.verdicts.changes:
        strategy = change.strategy
        before, after = (common.VERDICT_SHORT[v] for v in (change.before, change.after))
        yield (
            *(words.VERDICT_COLUMN, strategy, found.new.strategy[strategy].name),
            *(words.CHANGE["changed"], "", before, after, change.profiles),
            *(where(found, change.boxes), words.WHY_JOINT.join(why(found, strategy))),
        )
    for row in found.rows:
        pack = found.old if row.new is None else found.new
        for column, before, now in row.cells:
            head = (row.table, row.key, called_of(pack, row), words.CHANGE[row.change])
            yield (*head, column, before, now, "", "", "")


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


KINDS: Final = (
    Kind("pdf", ".pdf", _pdf, ("typst",)),
    Kind("html", ".html", _html, ("jinja2",)),
    Kind("text", ".txt", _text),
    Kind("csv", ".csv", _csv),
    Kind("json", ".json", _json),
)
