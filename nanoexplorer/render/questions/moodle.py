"""Questions in Moodle XML."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent

from nanoexplorer.core.signs import legible
from nanoexplorer.documents.questions import Asked, Option
from nanoexplorer.render.questions.markup import document, elements, html, one_line, text_element
from nanoexplorer.render.questions.question_sheet import QuestionSheet

PENALTY = "0.3333333"


def moodle(sheet: QuestionSheet) -> bytes:
    """All questions in a category of their own, which says what they are from."""
    quiz = Element("quiz")
    category = SubElement(quiz, "question", {"type": "category"})
    _text(category, "category", f"$course$/top/{sheet.pack.title.replace('/', '//')}")
    about = [text_element("p", line) for line in (sheet.about, *sheet.foot)]
    _text(category, "info", html(about), "html")
    for one in sheet.asked:
        quiz.append(_question(one))
    indent(quiz, " ")
    return document(quiz)


def _text(parent: Element, tag: str, text: str, kind: str = "") -> Element:
    """What Moodle calls a text: an element with its format, and the text in another within it."""
    made = SubElement(parent, tag, {"format": kind} if kind else {})
    SubElement(made, "text").text = legible(text)
    return made


def _question(one: Asked) -> Element:
    made = Element("question", {"type": "multichoice"})
    _text(made, "name", one_line(one.name))
    _text(made, "questiontext", html(elements(one.alone)), "html")
    _text(made, "generalfeedback", html(elements(one.why)), "html")
    for tag, text in (
        ("defaultgrade", "1"),
        ("penalty", PENALTY),
        ("hidden", "0"),
        ("idnumber", one.id),
        ("single", "true"),
        ("shuffleanswers", "true"),
        ("answernumbering", "ABCD"),
    ):
        SubElement(made, tag).text = text
    for option in one.options:
        _answer(made, option)
    return made


def _answer(made: Element, option: Option) -> None:
    answer = _text(made, "answer", html([text_element("p", option.said)]), "html")
    answer.set("fraction", "100" if option.right else "0")
    _text(answer, "feedback", html([text_element("p", option.why)]), "html")
