"""Questions in GIFT, the text format that Moodle and others read."""

from __future__ import annotations

import re
from typing import Final

from nanoexplorer.documents.questions import Asked, Option
from nanoexplorer.render.questions.markup import elements, html, one_line, text_element
from nanoexplorer.render.questions.question_sheet import QuestionSheet

_MEANT: Final = re.compile(r"[\\~=#{}:]")
"""The signs that mean something in GIFT."""


def gift(sheet: QuestionSheet) -> bytes:
    """All questions; a remark above each gives its id and is read by nobody."""
    head = [f"// {one_line(line)}" for line in (sheet.title, sheet.about, *sheet.foot)]
    category = f"$CATEGORY: {one_line(sheet.pack.title).replace('/', '//')}"
    parts = ["\n".join(head), category, *(_question(one) for one in sheet.asked)]
    return ("\n\n".join(parts) + "\n").encode()


def _question(one: Asked) -> str:
    answers = [_answer(option) for option in one.options]
    why = _escaped(html(elements(one.why)))
    name, asks = _escaped(one_line(one.name)), _escaped(html(elements(one.alone)))
    lines = (f"// {one.id}", f"::{name}::[html]{asks}{{", *answers, f"####{why}", "}")
    return "\n".join(lines)


def _answer(option: Option) -> str:
    said, why = (_escaped(html([text_element("span", t)])) for t in (option.said, option.why))
    return f"\t{'=' if option.right else '~'}{said}#{why}"


def _escaped(text: str) -> str:
    return _MEANT.sub(r"\\\g<0>", " ".join(text.split()))
