"""Blocks of a question as elements that every learning platform takes, in HTML and in XML.

Only what QTI allows within a text is used, and no class or style: each program has its own look.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement, tostring

from nanoexplorer.core.signs import legible
from nanoexplorer.documents.blocks import Block, Fact, Lead, Paragraph, Phrase, Words
from nanoexplorer.documents.links import is_web


def elements(blocks: Iterable[Block]) -> Iterator[Element]:
    """A paragraph for each block; what is of less weight is small, and follows on lines."""
    for block in blocks:
        made = Element("p")
        match block:
            case Lead(said=said):
                _fill(SubElement(made, "strong"), said)
            case Fact(name=name, said=said, under=under):
                _fill(SubElement(made, "strong"), name)
                _fill(made, (Words(" "), *said))
                _below(made, under)
            case Paragraph(said=said, under=under):
                _fill(made, said)
                _below(made, under)
            case _:
                raise TypeError(type(block).__name__)
        yield made


def _below(made: Element, under: Iterable[Phrase]) -> None:
    for phrase in under:
        SubElement(made, "br")
        _fill(SubElement(made, "small"), [words._replace(minor=False) for words in phrase])


def _fill(made: Element, said: Iterable[Words]) -> None:
    """Words one after the other; those in a voice of their own in an element of their own."""
    for words in said:
        last = made
        for tag in _tags(words):
            last = SubElement(last, tag)
        if is_web(words.to):
            last = SubElement(last, "a", {"href": words.to})
        text = legible(words.text)
        if last is not made:
            last.text = text
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + text
        else:
            made.text = (made.text or "") + text


def _tags(words: Words) -> Iterator[str]:
    if words.strong:
        yield "strong"
    if words.slanted:
        yield "em"
    if words.minor:
        yield "small"


def text_element(tag: str, text: str, **attributes: str) -> Element:
    """An element that holds a text and nothing else."""
    made = Element(tag, attributes)
    made.text = legible(text)
    return made


def one_line(text: str) -> str:
    """A text on one line, as names and titles are."""
    return legible(" ".join(text.split()))


def html(found: Iterable[Element]) -> str:
    """Elements as HTML on one line."""
    return "".join(tostring(one, encoding="unicode", method="html") for one in found)


def document(root: Element) -> bytes:
    """A whole XML document."""
    made: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return made
