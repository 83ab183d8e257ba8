"""Questions as a QTI 2.1 package: an item each, a test that holds them, and the manifest."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from nanoexplorer import __version__
from nanoexplorer.documents.questions import Asked
from nanoexplorer.render.questions.markup import document, elements, one_line, text_element
from nanoexplorer.render.questions.question_sheet import QuestionSheet
from nanoexplorer.words import common

QTI: Final = "http://www.imsglobal.org/xsd/imsqti_v2p1"
CONTENT: Final = "http://www.imsglobal.org/xsd/imscp_v1p1"
MANIFEST: Final = "imsmanifest.xml"
TEST: Final = "test.xml"
WHY: Final = "WHY"
_OLDEST: Final = (1980, 1, 1, 0, 0, 0)
"""The day that a zip begins with: the same questions make the same file."""


def qti(sheet: QuestionSheet) -> bytes:
    """The package."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as package:
        for name, root in _parts(sheet):
            package.writestr(ZipInfo(name, _OLDEST), document(root), ZIP_DEFLATED)
    return made.getvalue()


def _parts(sheet: QuestionSheet) -> Iterator[tuple[str, Element]]:
    yield MANIFEST, _manifest(sheet)
    yield TEST, _test(sheet)
    for one in sheet.asked:
        yield _file(one), item(one)


def _file(one: Asked) -> str:
    return f"items/{one.id}.xml"


def _manifest(sheet: QuestionSheet) -> Element:
    root = Element("manifest", {"xmlns": CONTENT, "identifier": "MANIFEST"})
    about = SubElement(root, "metadata")
    SubElement(about, "schema").text = "QTIv2.1 Package"
    SubElement(about, "schemaversion").text = "1.0.0"
    SubElement(root, "organizations")
    resources = SubElement(root, "resources")
    test = _resource(resources, "TEST", "imsqti_test_xmlv2p1", TEST)
    for one in sheet.asked:
        SubElement(test, "dependency", {"identifierref": one.id})
        _resource(resources, one.id, "imsqti_item_xmlv2p1", _file(one))
    indent(root, " ")
    return root


def _resource(parent: Element, id_: str, kind: str, file: str) -> Element:
    made = SubElement(parent, "resource", {"identifier": id_, "type": kind, "href": file})
    SubElement(made, "file", {"href": file})
    return made


def _test(sheet: QuestionSheet) -> Element:
    root = Element(
        "assessmentTest",
        {"xmlns": QTI, "identifier": "TEST", "title": one_line(sheet.title), **_TOOL},
    )
    part = SubElement(
        root,
        "testPart",
        {"identifier": "PART", "navigationMode": "nonlinear", "submissionMode": "individual"},
    )
    SubElement(part, "itemSessionControl", {"maxAttempts": "0", "showFeedback": "true"})
    section = SubElement(
        part,
        "assessmentSection",
        {"identifier": "SECTION", "title": one_line(sheet.about), "visible": "true"},
    )
    rubric = SubElement(section, "rubricBlock", {"view": "candidate"})
    rubric.extend(text_element("p", line) for line in sheet.foot)
    for one in sheet.asked:
        SubElement(section, "assessmentItemRef", {"identifier": one.id, "href": _file(one)})
    return root


_TOOL: Final = {"toolName": common.APP, "toolVersion": __version__}


def item(one: Asked) -> Element:
    """One question: four choices, what is said to each, and what the sources say to all."""
    root = Element(
        "assessmentItem",
        {
            "xmlns": QTI, "identifier": one.id, "title": one_line(one.name),
            "adaptive": "false", "timeDependent": "false", **_TOOL,
        },
    )  # fmt: skip
    right = next(place for place, option in enumerate(one.options) if option.right)
    answer = SubElement(root, "responseDeclaration", _declared("RESPONSE"))
    SubElement(SubElement(answer, "correctResponse"), "value").text = _choice(right)
    score = {"identifier": "SCORE", "cardinality": "single", "baseType": "float"}
    default = SubElement(SubElement(root, "outcomeDeclaration", score), "defaultValue")
    SubElement(default, "value").text = "0"
    for outcome in ("CHOSEN", WHY):
        SubElement(root, "outcomeDeclaration", _declared(outcome))
    body = SubElement(root, "itemBody")
    *before, asked = elements(one.alone)
    body.extend(before)
    _choices(body, asked, one)
    root.append(_processing())
    for place, option in enumerate(one.options):
        feedback = SubElement(root, "modalFeedback", _shown("CHOSEN", _choice(place)))
        feedback.append(text_element("p", option.why))
    SubElement(root, "modalFeedback", _shown(WHY, WHY)).extend(elements(one.why))
    return root


def _declared(id_: str) -> dict[str, str]:
    return {"identifier": id_, "cardinality": "single", "baseType": "identifier"}


def _choice(place: int) -> str:
    return f"CHOICE{place + 1}"


def _choices(body: Element, asked: Element, one: Asked) -> None:
    made = SubElement(
        body,
        "choiceInteraction",
        {"responseIdentifier": "RESPONSE", "shuffle": "true", "maxChoices": "1"},
    )
    SubElement(made, "prompt").text = asked.text
    for place, option in enumerate(one.options):
        made.append(text_element("simpleChoice", option.said, identifier=_choice(place)))


def _shown(outcome: str, id_: str) -> dict[str, str]:
    return {"outcomeIdentifier": outcome, "identifier": id_, "showHide": "show"}


def _processing() -> Element:
    """The score; then what is shown to the answer that was chosen, and to every answer."""
    made = Element("responseProcessing")
    condition = SubElement(made, "responseCondition")
    for branch, points in (("responseIf", "1"), ("responseElse", "0")):
        told = SubElement(condition, branch)
        if branch == "responseIf":
            match = SubElement(told, "match")
            SubElement(match, "variable", {"identifier": "RESPONSE"})
            SubElement(match, "correct", {"identifier": "RESPONSE"})
        value = SubElement(told, "setOutcomeValue", {"identifier": "SCORE"})
        SubElement(value, "baseValue", {"baseType": "float"}).text = points
    chosen = SubElement(made, "setOutcomeValue", {"identifier": "CHOSEN"})
    SubElement(chosen, "variable", {"identifier": "RESPONSE"})
    why = SubElement(made, "setOutcomeValue", {"identifier": WHY})
    SubElement(why, "baseValue", {"baseType": "identifier"}).text = WHY
    return made
