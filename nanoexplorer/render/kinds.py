"""The kinds of files: the suffix chooses what makes one, which is imported when it is wanted."""

from __future__ import annotations

import errno
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Final, NamedTuple

from nanoexplorer.logs import log
from nanoexplorer.render.job import PARTS, ExportError, Job, Progress, share
from nanoexplorer.views import names_for
from nanoexplorer.words import common
from nanoexplorer.words import export as words
from nanoexplorer.words import files as file_words
from nanoexplorer.words.files import why_unwritten
from nanoexplorer.writing import LEFT, WholeFiles, WriteError, target_of, write_atomically


class Kind(NamedTuple):
    """A kind of file. `takes` names what of a job it heeds: `size`, `scale`, `dpi`, `theme`,
    `separator`, `only-dependent`, `in-full`, `whole`.

    `maker`: the function of `module` that makes a file's content, of a job and of whom to tell how
    far it is; of a kind of BY_SHEET, of a job, a sheet and that. `libraries`: what is slow to
    import, so that a window can have it done beforehand.
    """

    name: str
    suffix: str
    module: str
    maker: str
    takes: frozenset[str] = frozenset()
    libraries: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What the kind is called where one is chosen."""
        return words.KINDS[self.name]

    @property
    def filter(self) -> str:
        """The kind as a file dialog names it."""
        return words.KIND_FILTER.format(label=self.label, suffix=self.suffix)


_LISTED: Final = frozenset({"only-dependent"})
_PAPER: Final = _LISTED | {"whole"}
_SAID: Final = _LISTED | {"in-full"}
_DRAWN: Final = _SAID | {"size", "theme"}
KINDS: Final = (
    Kind("png", ".png", "pictures.picture", "make_png", _DRAWN | {"scale", "dpi"}, ("pyqtgraph",)),
    Kind("svg", ".svg", "pictures.vector", "make_svg", _DRAWN, ("pyqtgraph", "fontTools.subset")),
    Kind("svg-outlines", ".svg", "pictures.vector", "make_outlines", _DRAWN, ("pyqtgraph",)),
    Kind("pdf", ".pdf", "pages.pdf", "make_pdf", _DRAWN, ("pyqtgraph", "pypdf", "typst")),
    Kind(
        "pptx",
        ".pptx",
        "slides.slides",
        "make_slides",
        _SAID | {"theme"},
        ("pptx", "pyqtgraph"),
    ),
    Kind("handout", ".pdf", "pages.pdf", "make_handout", _PAPER, ("pypdf", "typst")),
    Kind("html", ".html", "html.page", "make_html", _SAID, ("jinja2", "pyqtgraph")),
    Kind("handout-html", ".html", "html.page", "make_handout", _PAPER, ("jinja2",)),
    Kind("csv", ".csv", "tables.files", "make_csv", _LISTED | {"separator"}, ("pandas",)),
    Kind("xlsx", ".xlsx", "tables.files", "make_xlsx", _LISTED, ("pandas", "xlsxwriter")),
    Kind("json", ".json", "records.records", "make_json"),
    Kind("ris", ".ris", "records.records", "make_ris", _LISTED, ("rispy",)),
    Kind("bib", ".bib", "records.records", "make_bib", _LISTED, ("bibtexparser.entrypoint",)),
)
BY_NAME: Final = {kind.name: kind for kind in KINDS}
BY_SHEET: Final = ("png", "svg", "svg-outlines")
"""The kinds of which each sheet is a file of its own."""
HANDOUT: Final = "handout"
OUTLINES: Final = "svg-outlines"
HANDOUTS: Final = (HANDOUT, "handout-html")
"""The kinds that are about a profile, whatever view is shown."""
SLIDES: Final = "pptx"
DECKS: Final = {"pptx": ("slides.slides", "make_deck"), "html": ("html.cases", "make_cases")}
"""The kinds that hold several cases, such as those of a seminar, and what makes them."""
SUFFIXES: Final = tuple(dict.fromkeys(kind.suffix for kind in KINDS))


def kind_of(path: Path, *, handout: bool = False, outlines: bool = False) -> Kind:
    """The kind that a path's suffix names; a handout is of a kind of its own, PDF or HTML.

    `outlines`: a drawing without text. Raises ExportError for a suffix that names none.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        allowed = ", ".join(SUFFIXES)
        raise ExportError(words.UNKNOWN_KIND.format(name=path.name, allowed=allowed))
    if handout and suffix not in {BY_NAME[name].suffix for name in HANDOUTS}:
        raise ExportError(words.HANDOUT_IS_PDF.format(name=path.name))
    if outlines and suffix != BY_NAME[OUTLINES].suffix:
        raise ExportError(words.OUTLINES_ARE_SVG.format(name=path.name))
    if outlines:
        return BY_NAME[OUTLINES]
    return next(k for k in KINDS if k.suffix == suffix and (k.name in HANDOUTS) == handout)


def import_libraries(kind: Kind) -> None:
    """Import what a kind wants; may run beside the window, in a thread."""
    for library in kind.libraries:
        import_module(library)


def write(job: Job, path: Path, kind: Kind | None = None) -> tuple[Path, ...]:
    """Write what a job shows; returns the paths written.

    Raises ExportError, whose message is one line, and Cancelled; an old file is untouched then.
    """
    kind = kind or kind_of(path)
    require(job)
    look_at(path)
    paths = in_one_line(lambda: _write_all(job, path, _makers(job, kind)), path)
    log("export", "written", view=job.view, kind=kind.name, files=len(paths))
    return paths


def _makers(job: Job, kind: Kind) -> list[Callable[[Progress], bytes]]:
    """What makes each of the files that a job takes."""
    maker = getattr(import_module(f"nanoexplorer.render.{kind.module}"), kind.maker)
    if kind.name not in BY_SHEET:
        return [partial(maker, job)]
    from nanoexplorer.render.pictures.sheet import sheets

    return [partial(maker, job, sheet) for sheet in sheets(job)]


def _write_all(
    job: Job, path: Path, makers: Sequence[Callable[[Progress], bytes]]
) -> tuple[Path, ...]:
    """Write all files or none, several once somebody agrees to them."""
    paths = numbered(path, len(makers))
    if len(paths) > 1:
        job.agree(paths)
    with WholeFiles() as files:
        for place, (make, to) in enumerate(zip(makers, paths, strict=True)):
            files.add(to, make(share(job.progress, place, len(paths))))
        job.progress(PARTS * len(paths), PARTS * len(paths))
    return paths


def numbered(path: Path, count: int) -> tuple[Path, ...]:
    """`name.png`, `name-2.png`, … for so many files."""
    more = (path.with_name(f"{path.stem}-{n}{path.suffix}") for n in range(2, count + 1))
    return (path, *more)


def write_deck(jobs: Sequence[Job], path: Path, title: str) -> tuple[Path, ...]:
    """Write several jobs into one file of a kind of DECKS, as its suffix says; returns its path.

    Raises ExportError, whose message is one line, and Cancelled; an old file is untouched then.
    """
    module, name = DECKS[kind_of(path).name]
    for job in jobs:
        require(job)
    maker = getattr(import_module(f"nanoexplorer.render.{module}"), name)
    return write_one(path, lambda: maker(jobs, title, jobs[0].progress))


def write_one(path: Path, make: Callable[[], bytes]) -> tuple[Path, ...]:
    """Write a file once it is made; returns its path. Raises ExportError, whose message is one
    line; an old file is untouched then.
    """
    look_at(path)

    def writing() -> tuple[Path, ...]:
        write_atomically(path, make())
        return (path,)

    return in_one_line(writing, path)


def in_one_line(writing: Callable[[], tuple[Path, ...]], path: Path) -> tuple[Path, ...]:
    """Write; what fails is raised as an ExportError, whose message is one line."""
    try:
        return writing()
    except OSError as error:
        raise ExportError(said(error, path)) from error
    except MemoryError as error:
        raise ExportError(words.NO_MEMORY.format(path=path)) from error


def require(job: Job) -> None:
    """Refuse a view that has nothing to show: no second profile, no strategy selected, no topic, a
    pack that has nothing for it.
    """
    if job.view == "compare" and job.intent.second_profile is None:
        raise ExportError(words.NO_SECOND)
    if job.view == "topics" and not job.pack.topics:
        raise ExportError(words.NO_TOPIC)
    if job.view == "card" and job.intent.selection not in job.pack.strategy:
        raise ExportError(words.NO_STRATEGY)
    if job.view not in names_for(job.pack):
        raise ExportError(words.NOTHING_FOR.format(view=common.TABS.get(job.view, job.view)))


def look_at(path: Path) -> None:
    """Refuse, before anything is drawn, a place where nothing can be written."""
    try:
        target = target_of(path)
        if not target.parent.is_dir():
            raise ExportError(words.NO_FOLDER.format(path=path, folder=target.parent))
    except OSError as error:
        raise ExportError(said(error, path)) from error


_WRONG: Final = {
    errno.EISDIR: "folder",
    errno.EACCES: "not-allowed",
    errno.EPERM: "not-allowed",
    errno.EBUSY: "not-allowed",
    errno.ENOSPC: "disk-full",
    errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC: "disk-full",
    errno.ENAMETOOLONG: "name-too-long",
    errno.EROFS: "read-only",
}


def said(error: OSError, path: Path) -> str:
    """Why a path, or the one of several files that the error names, can't be written: one line."""
    named = _named(error, path)
    if isinstance(error, WriteError):
        return file_words.NOT_WRITTEN.format(path=named, why=why_unwritten(error))
    if error.errno == errno.ENOENT:
        return words.NO_FOLDER.format(path=named, folder=_folder(error, named))
    if _is_ours(error) and error.errno in (errno.EACCES, errno.EPERM):
        return words.NO_ACCESS.format(path=named, folder=_folder(error, named))
    if error.errno in _WRONG:
        return words.WRITE_ERROR[_WRONG[error.errno]].format(path=named)
    return file_words.NOT_WRITTEN.format(path=named, why=why_unwritten(error))


def _folder(error: OSError, path: Path) -> Path:
    """The folder that an error is about: that of the file of ours that it names, if it does."""
    return Path(str(error.filename)).parent if _is_ours(error) else path.parent


def _is_ours(error: OSError) -> bool:
    """Whether it names a file that is there for the time of a write alone."""
    return bool(error.filename) and Path(str(error.filename)).name.startswith(LEFT)


def _named(error: OSError, path: Path) -> Path:
    """The file that an error is about, unless that has a name of our own making."""
    named = (Path(str(name)) for name in (error.filename2, error.filename) if name)
    ours = (one for one in named if (one.parent, one.suffix) == (path.parent, path.suffix))
    return next(ours, path)
