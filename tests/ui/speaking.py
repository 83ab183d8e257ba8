"""Walks through the app in the generated language, and prints what stays English or is cut.

In a process of its own, as words are kept where they are drawn: `python -m tests.ui.speaking`.
Words after it choose scenes.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import chain, product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from xml.etree import ElementTree
from zipfile import ZipFile

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QTabBar,
    QTextEdit,
    QWidget,
)

from nanoexplorer.app import start as bootstrap
from nanoexplorer.app.controller import Controller
from nanoexplorer.documents.citations.vancouver import short_name, vancouver
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.render.job import Job
from nanoexplorer.render.kinds import kind_of, write
from nanoexplorer.ui.base.settings import SettingsFile, gate_mark
from nanoexplorer.ui.controls.elided import Elided
from nanoexplorer.ui.help import licences
from nanoexplorer.views import NAMES
from nanoexplorer.words.language_file import speak_language
from tests.render.svg_words import SVG
from tests.tour.pictures import Stillness, broken
from tests.tour.scenes import GATE, PROBLEMS, SCENES, SLIDE, Scene
from tests.words.generated import CODE, write_language

DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SIZE: Final = (1440, 900)
ROWS: Final = 80
BETWEEN: Final = re.compile(r"[^A-Za-z’' -]+|  +|(?<!\w)-|-(?!\w)")
ROLES: Final = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
NAMED: Final = (
    "nanoexplorer nano explorer Ctrl Shift Alt Esc Return PgUp PgDown Del Tab Home End Space "
    "Ask who would test PD-L1. Five minutes. xyzzy Brain metastases, spring.nxseminar "
    "seminar.nxseminar RIS BibTeX criteria.csv strategies.csv value kind kettle soft"
)
"""Names, keys, and what the scenes have a user write."""
NO_WORDS: Final = re.compile(r"</?\w+>|\bNX-[0-9A-Z.-]+|(?:/[\w.-]+){2,}\S*")
"""Tags, case codes, and where a file is."""
NO_TEXTS: Final = {"ScrollLeftButton", "ScrollRightButton"}
"""What Qt makes itself, for which it has translations of its own."""


class Known:
    """What is the pack's, or a name: it is the same in every language."""

    def __init__(self, *parts: object) -> None:
        texts = [" ".join(text.split()) for part in parts for text in _texts(part)]
        self.text = "\n".join(dict.fromkeys(texts))
        first = "\n".join(text[:1].upper() + text[1:] for text in texts)  # a sentence begins so
        self.text += f"\n{first}\n{self.text.upper()}"  # a heading may stand in capitals
        self.words = set(re.findall(r"[A-Za-z]+", self.text))

    def english_in(self, text: str) -> list[str]:
        """Stretches in the letters of English that nobody but the app can have said."""
        pieces = BETWEEN.split(NO_WORDS.sub("·", text))
        return [piece for piece in pieces if not self._has(piece.strip("’'- "))]

    def _has(self, piece: str) -> bool:
        if sum(sign.isalpha() for sign in piece) < 2:
            return True
        return piece in self.words if piece.isalpha() else piece in self.text


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, Mapping):
        for key, value in part.items():
            yield from _texts(key)
            yield from _texts(value)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _texts(getattr(part, field.name))
    elif isinstance(part, tuple | list | frozenset | set):
        for one in part:
            yield from _texts(one)


@cache
def of_the_pack() -> Known:
    pack = load_pack(bundled_pack())
    references = [(vancouver(r), short_name(r)) for r in pack.references]
    parts = licences.parts()
    others = [licences.notices(parts), [licences.line_of(part) for part in parts]]
    return Known(pack, references, others, NAMED)


def shown_by(widget: QWidget) -> Iterator[str]:
    """All that a widget says, to the eye or to a screen reader."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    yield from (widget.statusTip(), widget.whatsThis())
    if widget.isWindow():
        yield widget.windowTitle()
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(place) for place in range(widget.count()))
        case QTabBar():
            for place in range(widget.count()):
                yield from (widget.tabText(place), widget.tabToolTip(place))
        case QGroupBox():
            yield widget.title()
        case QTextEdit():
            yield widget.toPlainText()
        case QMenu():
            for action in widget.actions():
                yield from (action.text(), action.toolTip(), action.statusTip())
        case QAbstractItemView():
            yield from _in_rows(widget)


def _in_rows(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    columns = range(1 if isinstance(view, QListView) else model.columnCount(QModelIndex()))
    for column in columns:
        for role in ROLES[:2]:
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")
    for row in range(min(model.rowCount(QModelIndex()), ROWS)):
        for column in columns:
            for role in ROLES:
                said = model.index(row, column).data(role)
                yield said if isinstance(said, str) else ""


def cut_in(widget: QWidget) -> str:
    """The text of a widget that has no room for it and says it nowhere else, or nothing."""
    if not isinstance(widget, QLabel | QPushButton) or not widget.text():
        return ""
    if isinstance(widget, QLabel) and widget.wordWrap():
        is_cut = widget.heightForWidth(widget.width()) > widget.height() + 1
    elif isinstance(widget, Elided):
        is_cut = False  # says in full what it cuts where the mouse rests
    else:
        is_cut = widget.minimumSizeHint().width() > widget.width() + 1
    return widget.text() if is_cut or _is_outside(widget) else ""


def _is_outside(widget: QWidget) -> bool:
    """Whether it reaches beyond what it stands in, and can't be scrolled to."""
    parent = widget.parentWidget()
    while parent and not parent.isWindow():
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
            left = widget.mapTo(parent, QPoint(0, 0)).x()
            is_beside = left < 0 or left + widget.width() > parent.width()
            return is_beside and not area.horizontalScrollBar().isVisible()
        parent = area
    box = QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())
    return not widget.window().rect().contains(box)


def walk(app: QApplication, chosen: list[str]) -> Iterator[str]:
    """What is wrong, scene by scene."""
    still = Stillness(app)
    for name, scene in SCENES.items():
        if name.startswith(SLIDE) or not all(word in name for word in chosen):
            continue
        with TemporaryDirectory() as folder:
            yield from _look_at(app, still, name, scene, Path(folder))


def _look_at(
    app: QApplication, still: Stillness, name: str, scene: Scene, folder: Path
) -> Iterator[str]:
    settings = SettingsFile(folder / "settings.json")
    settings.change(gate="" if name == GATE else gate_mark(), theme="light")
    wrong = name.startswith(PROBLEMS)
    controller = Controller(app, settings, broken(folder) if wrong else bundled_pack())
    controller.window.resize(*SIZE)
    controller.open()
    bare = name == GATE or wrong
    still.wait(lambda: controller.window.isVisible() and (bare or bool(controller.content)))
    seen = scene(controller)
    still.wait(seen.isVisible)
    known = Known(NAMED) if wrong else of_the_pack()
    yield from _wrong_in(name, seen, known)
    seen.close()
    controller.window.close()
    controller.window.deleteLater()
    still.wait()


def _wrong_in(name: str, seen: QWidget, known: Known) -> Iterator[str]:
    for widget in (seen, *seen.findChildren(QWidget)):
        if not widget.isVisible() or widget.objectName() in NO_TEXTS:
            continue
        place = f"{name}: {type(widget).__name__} {widget.objectName()}"
        for text in shown_by(widget):
            for piece in known.english_in(text):
                yield f"{place}: English “{piece}” in “{text[:60]!r}”"
        cut = cut_in(widget)
        if cut:
            yield f"{place}: cut “{cut[:200]}”"


def drawn(app: QApplication) -> Iterator[str]:
    """What is English in drawings and slides that leave the app."""
    with TemporaryDirectory() as folder:
        settings = SettingsFile(Path(folder) / "settings.json")
        settings.change(gate=gate_mark())
        controller = Controller(app, settings, bundled_pack())
        controller.load()
        session = controller.session
        assert session is not None
        known = of_the_pack()
        session.change(selection="osimertinib", second_profile=session.pack.cases[0].profile)
        for name, suffix in product(NAMES, (".svg", ".pptx")):
            file = Path(folder) / f"{name}{suffix}"
            job = Job(session.pack, session.intent, controller.theme, name)
            for words in chain(*map(written_in, write(job, file, kind_of(file)))):
                for piece in known.english_in(words):
                    if piece not in known.text:  # a line may end within a word of the pack
                        yield f"{file.name}: English “{piece}” in “{words[:80]}”"
        controller.window.close()


def written_in(file: Path) -> Iterator[str]:
    """The texts of a drawing, or of slides and their notes."""
    if file.suffix == ".svg":
        for line in ElementTree.parse(file).iter(f"{SVG}text"):
            yield "".join(line.itertext())
        return
    with ZipFile(file) as parts:
        for name in parts.namelist():
            if re.fullmatch(r"ppt/(slides|notesSlides)/[^/]+\.xml", name):
                for line in ElementTree.fromstring(parts.read(name)).iter(f"{DRAWING}p"):
                    yield "".join(line.itertext())


def main(chosen: list[str]) -> int:
    app = bootstrap.make_app()
    app.setQuitOnLastWindowClosed(False)
    with TemporaryDirectory() as folder:
        write_language(Path(folder))
        problem = speak_language(CODE, Path(folder))
    assert not problem, problem
    found = set()
    for line in chain(walk(app, chosen), () if chosen else drawn(app)):
        if line not in found:
            print(line, flush=True)
            found.add(line)
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
