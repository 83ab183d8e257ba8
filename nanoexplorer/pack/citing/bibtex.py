"""BibTeX as reference managers export it, as CSL's entries."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

Entry = dict[str, Any]
TYPES: Final = {
    "article": "article-journal",
    "book": "book",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "techreport": "report",
    "report": "report",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "thesis": "thesis",
    "online": "webpage",
    "electronic": "webpage",
}
_PLAIN: Final = {
    "title": ("title",),
    "container-title": ("journal", "journaltitle", "booktitle"),
    "volume": ("volume",),
    "issue": ("number", "issue"),
    "page": ("pages",),
    "publisher": ("publisher", "institution", "school"),
    "DOI": ("doi",),
    "URL": ("url",),
    "PMID": ("pmid",),
    "note": ("note",),
    "abstract": ("abstract",),
    "language": ("language", "langid"),
    "ISSN": ("issn",),
}
_READ: Final = frozenset(
    (*("author", "year", "date"), *(name for names in _PLAIN.values() for name in names))
)
_AS_WRITTEN: Final = ("DOI", "URL")
"""Addresses, in which a percent sign begins no comment of LaTeX."""
_ESCAPED = re.compile(r"\\([_%&#~$])")
_BRACES = re.compile(r"[{}]")
_DOLLAR = re.compile(r"(?<!\\)\$")
_COMMENT = re.compile(r"(?<!\\)%")
_TILDE = re.compile(r"\\~(\{[^{}]*\}|[A-Za-z])")
"""An accent that would be taken for a blank between names."""
_SIGNS: Final = {
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textasciicircum": "^",
    "textbraceleft": "{",
    "textbraceright": "}",
    "url": "%s",
    "mbox": "%s",
}
"""What the library drops, or puts in brackets."""
_OTHERS: Final = "others"


def entries_in(text: str) -> list[Entry]:
    """The entries of a file; raises ValueError where it is none of BibTeX."""
    from bibtexparser import middlewares as steps  # only where a file of BibTeX is read
    from bibtexparser.entrypoint import parse_string

    try:
        stack = [steps.SeparateCoAuthors(), steps.SplitNameParts()]
        library = parse_string(_TILDE.sub(r"{\\~\1}", text), append_middleware=stack)
    except Exception as error:  # whatever the library meets in a file that is none of its kind
        raise ValueError(type(error).__name__) from error
    if library.failed_blocks:
        raise ValueError(f"line {(library.failed_blocks[0].start_line or 0) + 1}")
    if text.strip() and not library.entries:
        raise ValueError("@")
    return [_entry(entry) for entry in library.entries]


def _entry(read: Any) -> Entry:  # noqa: ANN401
    fields = {field.key.lower(): field.value for field in read.fields}
    entry: Entry = {"id": read.key, "type": TYPES.get(read.entry_type.lower(), "document")}
    for key, names in _PLAIN.items():
        written = next((str(fields[name]) for name in names if fields.get(name)), "")
        if value := _address(written) if key in _AS_WRITTEN else _plain(written):
            entry[key] = value
    entry["page"] = re.sub("–+", "-", entry.get("page", ""))
    people = [_author(name) for name in fields.get("author", ())]
    entry["author"] = [person for person in people if person != {"literal": _OTHERS}]
    if len(entry["author"]) < len(people):
        entry["custom"] = {"et_al": True}
    year = _plain(fields.get("year") or fields.get("date") or "")
    entry["issued"] = {"raw": year} if year else {}
    others = {f"bibtex-{n}": _plain(v) for n, v in fields.items() if n not in _READ}
    return {**entry, **others}


def _plain(value: object) -> str:
    """Words without their markup, each command as the sign that it stands for."""
    whole = _COMMENT.sub(r"\\%", str(value))  # BibTeX has no comments within a value
    if len(_DOLLAR.findall(whole)) % 2:  # money, and no mathematics
        whole = _DOLLAR.sub(r"\\$", whole)
    try:
        whole = _reader().latex_to_text(whole)
    except Exception:  # whatever the library meets: then as it is written
        whole = _BRACES.sub("", whole)
    return " ".join(whole.split())


@cache
def _reader() -> Any:  # noqa: ANN401
    from pylatexenc import latex2text  # only where a file of BibTeX is read

    known = latex2text.get_default_latex_context_db()
    more = [latex2text.MacroTextSpec(name, sign) for name, sign in _SIGNS.items()]
    known.add_context_category("more", prepend=True, macros=more)
    return latex2text.LatexNodes2Text(latex_context=known, math_mode="text")


def _address(value: str) -> str:
    return _ESCAPED.sub(r"\1", _BRACES.sub("", value)).strip()


def _author(name: Any) -> Entry:  # noqa: ANN401
    """A person; one without a first name is a body."""
    family = _plain(" ".join([*name.von, *name.last, *name.jr]))
    given = _plain(" ".join(name.first))
    return {"family": family, "given": given} if given else {"literal": family}
