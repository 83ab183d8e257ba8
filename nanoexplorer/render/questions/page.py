"""Questions as a web page that asks, answers and keeps nothing; read without a script too.

One file that asks for nothing from anywhere, which a policy in the page sees to.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from nanoexplorer.documents.blocks import plain
from nanoexplorer.documents.questions import Asked, meanings
from nanoexplorer.places import resources
from nanoexplorer.render.html.page import filled_in, policy_hash, style_sheet
from nanoexplorer.render.questions.markup import elements, html
from nanoexplorer.render.questions.question_sheet import QuestionSheet
from nanoexplorer.words import export as export_words
from nanoexplorer.words.teaching import questions as words

TEMPLATE: Final = "questions.html"
STYLE: Final = "questions.css"
SCRIPT: Final = "questions.js"


def page(sheet: QuestionSheet) -> bytes:
    """The page."""
    from markupsafe import Markup

    style, script = f"{style_sheet()}\n{_shipped(STYLE)}", _shipped(SCRIPT)
    made = filled_in(
        TEMPLATE,
        sheet.pack.language,
        style,
        title=sheet.title,
        about=sheet.about,
        meanings=Markup(html(elements(meanings(sheet.pack)))),
        asked=[_question(one) for one in sheet.asked],
        foot=sheet.foot,
        words=words,
        export_words=export_words,
        script=Markup(script),
        script_hash=policy_hash(script),
    )
    return made.encode()


@lru_cache(maxsize=2)
def _shipped(name: str) -> str:
    return (resources() / "templates" / name).read_text(encoding="utf-8")


def _question(one: Asked) -> dict[str, Any]:
    from markupsafe import Markup

    *before, ask = one.asks
    return {
        "id": one.id,
        "before": Markup(html(elements(before))),
        "ask": plain(ask.said),
        "options": one.options,
        "why": Markup(html(elements((*one.sources, one.about)))),
    }
