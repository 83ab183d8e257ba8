"""The house rules that a machine can check; CONTRIBUTING says why they are there."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from nanoexplorer.drawing.palette import ROLES
from nanoexplorer.drawing.shapes import SHAPES

ROOT = Path(__file__).resolve().parent.parent
APP = ROOT / "nanoexplorer"
TESTS = ROOT / "tests"
HEAVY = ("pandas", "numpy", "pyqtgraph")
# Folders of the tests that mirror no package of the app.
EXTRA_PACKAGES = {
    "bench",
    "golden",
    "keyboards",
    "listen",
    "mini_pack",
    "source_index",
    "tour",
    "network",
    "packaging",
    "monkey",
    "outside",
}
LONG_FILE, LONG_FUNCTION = 300, 50
MOST = 24
"""Modules in a folder."""

# What one thing was called beside its one name; the second is the name.
OLD_NAMES = {
    "rung": "status", "rungs": "statuses", "ladder": "scale", "standing": "statuses",
    "lesson": "seminar", "lessons": "seminars", "taught": "seminar", "exhibit": "rendering",
    "exhibits": "renderings", "listing": "columns", "listings": "columns", "stamp": "provenance",
    "stamps": "provenance", "stamped": "provenance", "wish": "request", "wished": "requested",
    "prewarm": "preload", "desk": "controller", "desks": "controllers",
    "door": "dialog", "doors": "dialogs",
}  # fmt: skip
PARTS_OF_A_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
PAUSES = {"sleep", "qSleep", "qWait", "wait_ms", "msleep", "usleep"}
# PySide makes what these return, or are given, the Python child of whom they are asked of: when
# that goes, the other is "already deleted". What is dangerous shows in tests/ui/test_wrappers.py.
KEEPERS = {
    "nextInFocusChain", "previousInFocusChain", "focusProxy", "buddy", "setBuddy",
    "topLevelWidget", "labelForField", "checkedButton", "defaultAction", "setDefaultAction",
    "activeAction", "actionGroup", "setCompleter", "setDocument",
}  # fmt: skip
TEXT_BOXES = {"QTextEdit", "QTextBrowser", "QPlainTextEdit"}
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b")
COLOUR_NAMES = (
    "black|white|red|green|blue|yellow|cyan|magenta|gr[ae]y|orange|teal|amber|pink|purple|brown"
)
COLOUR_IN_A_STYLE = re.compile(
    rf"(?:color|background|border)[a-z-]*\s*:[^;]*\b(?:{COLOUR_NAMES})\b"
)
QT_COLOUR = re.compile(rf"(?:dark|light)?(?:{COLOUR_NAMES})", re.IGNORECASE)

WORDED_PACKAGES = ("app", "ui", "render", "drawing")
WORDS = re.compile(r"[^\W\d_] [^\W\d_]")
DRAWN_PATH = re.compile(r"[MLHVCSQTAZmlhvcsqtaz0-9 .,-]+")
# A style sheet is written in words; what a system says when it can't load a library is read by its
# words; and the name of a font is written in words too. A font that is none is our fault.
STYLE_SHEETS = {"ui/base/qss.py", "ui/base/start_faults.py"}
NO_WORDS = {
    "Source Sans Pro",
    ": not a font",
    "Arial Narrow",
    "Liberation Sans Narrow",
    "Nimbus Sans Narrow",
    "Open Sans Condensed",
    "DejaVu Sans Mono",
    "a table",  # what a palette wants, as a test of ours reads it
    "Inside it:",  # as the file of licences says it
}
WORDS_PACKAGE = "nanoexplorer.words"
RECASING = {"lower", "upper", "capitalize", "title", "casefold", "swapcase"}
GLUE = re.compile(r"[^\W\d_]|[:;,(]")
PROSE = re.compile(r"[^\W\d_]{2}")
# Errors that only a programmer sees; cli.BadInput is none of them.
PROGRAMMERS_ERRORS = {"AssertionError", "KeyError", "RuntimeError", "TypeError", "ValueError"}
SHOWING = {
    "QAction", "QCheckBox", "QGroupBox", "QLabel", "QMenu", "QPushButton", "QRadioButton",
    "addAction", "addItem", "addMenu", "addTab", "drawText", "setAccessibleDescription",
    "setAccessibleName", "setPlaceholderText", "setPlainText", "setStatusTip", "setText",
    "setToolTip", "setWhatsThis", "setWindowTitle",
}  # fmt: skip

# The letters in brackets keep this file from naming what it looks for. X11's sockets have their
# place on every machine.
NOT_TO_BE_NAMED = re.compile(
    r"py[p]i\.(?:org|python)|python[h]osted\.org|npm[j]s\.|crates[.]io|registry[.]|anaconda[.]org"
    r"|index-url[= ]+http"
    r"|(?<![\w./*-])/(?:tm[p](?!/[.]X11)|wor[k]|roo[t]|home/\w+)(?:/|\b(?=[\s\"'`)]|$))",
    re.MULTILINE,
)
NOT_TEXT = {".otf", ".ttf", ".png", ".ico", ".icns", ".pdf", ".pptx", ".xlsx"}
NOT_OURS = {".git", ".venv", "build", "dist", "__pycache__", "screenshots", "bench-results"}

Found = Iterator[tuple[int, str]]


def python_files(*packages: Path) -> list[Path]:
    return sorted(file for package in packages for file in package.rglob("*.py"))


@cache
def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def offences(files: list[Path], find: Callable[[ast.Module], Found]) -> list[str]:
    """`file:line: what` of everything that a search finds in files."""
    return [
        f"{file.relative_to(ROOT).as_posix()}:{line}: {what}"
        for file in files
        for line, what in find(tree_of(file))
    ]


def name_of(node: ast.expr) -> str:
    """The last part of a dotted name."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def docstrings(tree: ast.AST) -> set[int]:
    """The ids of the nodes that are a string standing alone."""
    return {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def texts(tree: ast.AST) -> Iterator[ast.Constant]:
    """All string constants, those in f-strings too, without docstrings."""
    alone = docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node


def pauses(tree: ast.Module) -> Found:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name_of(node.func) in PAUSES:
            yield node.lineno, ast.unparse(node)
        if isinstance(node, ast.ImportFrom) and PAUSES & {name.name for name in node.names}:
            yield node.lineno, ast.unparse(node)


def keepers(tree: ast.Module) -> Found:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in KEEPERS:
            yield node.lineno, ast.unparse(node)


def names(tree: ast.AST) -> Found:
    """Every name that is used or given, imported modules too."""
    for node in ast.walk(tree):
        for field in ("id", "attr", "arg", "name", "asname", "module"):
            if isinstance(name := getattr(node, field, None), str):
                yield getattr(node, "lineno", 0), name


def old_names(tree: ast.AST) -> Found:
    """A name for something that has another: one thing, one name."""
    for line, name in names(tree):
        for part in PARTS_OF_A_NAME.findall(name):
            if part.lower() in OLD_NAMES:
                yield line, f"{name}: {OLD_NAMES[part.lower()]}"


def zooming_texts(tree: ast.Module) -> Found:
    """A text box of the toolkit's: Ctrl and the wheel would shrink what it shows to 1 pt."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name_of(node.func) in TEXT_BOXES:
            yield node.lineno, ast.unparse(node)
        if not isinstance(node, ast.ClassDef) or not TEXT_BOXES & set(map(name_of, node.bases)):
            continue
        if "wheelEvent" not in {getattr(part, "name", "") for part in node.body}:
            yield node.lineno, node.name


def colours(tree: ast.Module) -> Found:
    for text in texts(tree):
        if COLOUR.search(str(text.value)) or COLOUR_IN_A_STYLE.search(str(text.value)):
            yield text.lineno, repr(text.value)[:80]
    for node in ast.walk(tree):
        if isinstance(node, ast.expr) and (is_literal_colour(node) or is_qt_colour(node)):
            yield node.lineno, ast.unparse(node)


def is_literal_colour(node: ast.expr) -> bool:
    if isinstance(node, ast.Call) and name_of(node.func) in ("QColor", "fromRgb", "qRgb"):
        return any(isinstance(argument, ast.Constant) for argument in node.args)
    return False


def is_qt_colour(node: ast.expr) -> bool:
    if isinstance(node, ast.Attribute) and name_of(node.value) in ("Qt", "GlobalColor"):
        return bool(QT_COLOUR.fullmatch(node.attr))
    return False


def words(tree: ast.Module) -> Found:
    unseen = {id(text) for error in programmers_errors(tree) for text in texts(error)}
    for text in texts(tree):
        value = str(text.value)
        drawn = value in NO_WORDS or DRAWN_PATH.fullmatch(value)
        if WORDS.search(value) and not drawn and id(text) not in unseen:
            yield text.lineno, repr(value)[:80]


def programmers_errors(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        error = node.exc if isinstance(node, ast.Raise) else None
        if isinstance(error, ast.Call) and name_of(error.func) in PROGRAMMERS_ERRORS:
            yield error


def shown_words(tree: ast.Module) -> Found:
    """A word, however short, that is handed to a widget as it stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name_of(node.func) in SHOWING:
            for argument in node.args:
                text = argument.value if isinstance(argument, ast.Constant) else None
                if isinstance(text, str) and any(sign.isalpha() for sign in text):
                    yield node.lineno, ast.unparse(node)


def packages_of_words(tree: ast.Module) -> set[str]:
    """The names under which a file knows modules of texts."""
    return {
        one.asname or one.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for one in node.names
        if f"{node.module}.{one.name}".startswith(WORDS_PACKAGE) and not one.name.isupper()
    }


def is_worded(node: ast.AST, packages: set[str]) -> bool:
    """Whether it looks a text up in a module of texts; the app's name is none."""
    if not isinstance(node, ast.Attribute) or node.attr == "APP":
        return False
    return node.attr.isupper() and name_of(node.value) in packages


def worded(tree: ast.AST, packages: set[str]) -> bool:
    return any(is_worded(node, packages) for node in ast.walk(tree))


def run_at_import(tree: ast.Module) -> Iterator[ast.AST]:
    """What runs when a module is imported: no body of a function, but its defaults."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            given = [*node.args.defaults, *node.args.kw_defaults]
            waiting += [one for one in given if one]
            waiting += getattr(node, "decorator_list", [])
        else:
            yield node
            waiting += ast.iter_child_nodes(node)


def is_of_words(module: str) -> bool:
    """Whether a module has texts; those that exchange the texts have none."""
    return module.startswith(WORDS_PACKAGE) and ".language" not in module


def early_words(tree: ast.Module) -> Found:
    """A text that is copied when a module is imported, and stays in the language of then."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and is_of_words(str(node.module)):
            for one in node.names:
                if one.name.isupper():
                    yield node.lineno, one.name
    packages = packages_of_words(tree)
    for node in run_at_import(tree):
        if is_worded(node, packages):
            yield getattr(node, "lineno", 0), ast.unparse(node)


def early_own_words(tree: ast.Module) -> Found:
    """In a module of texts: one made of another at import."""
    names = [node for node in run_at_import(tree) if isinstance(node, ast.Name)]
    own = {name.id for name in names if isinstance(name.ctx, ast.Store)}
    for name in names:
        if name.id in own and isinstance(name.ctx, ast.Load):
            yield name.lineno, name.id


def recased_words(tree: ast.Module) -> Found:
    """A label put into small letters or capitals: a language has words of its own for it."""
    packages = packages_of_words(tree)
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Attribute)
            and node.attr in RECASING
            and worded(node.value, packages)
        ):
            yield node.lineno, ast.unparse(node)


def glued_words(tree: ast.Module) -> Found:
    """A sentence put together around a text; only separators and spaces may stand between."""
    packages = packages_of_words(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = node.values
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            parts = [node.left, node.right]
        else:
            continue
        between = "".join(str(part.value) for part in parts if isinstance(part, ast.Constant))
        if GLUE.search(between) and worded(node, packages):
            yield node.lineno, ast.unparse(node)


def own_prose(tree: ast.Module) -> Found:
    """In a module of texts: words in a function's body, where no other language finds them."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            compared = {
                id(text)
                for node in ast.walk(function)
                if isinstance(node, ast.Compare | ast.FormattedValue)
                for text in texts(node)
            }
            for body in function.body:
                for text in texts(body):
                    if PROSE.search(str(text.value)) and id(text) not in compared:
                        yield text.lineno, repr(text.value)


def files_of_words() -> list[Path]:
    """All but those that exchange the words."""
    files = python_files(APP / "words")
    return [file for file in files if not file.stem.startswith("language")]


def worded_files() -> list[Path]:
    packages = [APP / package for package in WORDED_PACKAGES]
    files = [*python_files(*packages), *(package for package in packages if package.is_file())]
    return [file for file in files if file.relative_to(APP).as_posix() not in STYLE_SHEETS]


def committed_files() -> list[Path]:
    """Every file that is in the repository or about to be; all files where git is not there."""
    if (ROOT / ".git").exists() and shutil.which("git"):
        found = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT,
            capture_output=True,
            check=True,
        )
        named = (ROOT / name for name in found.stdout.decode().split("\0") if name)
        return sorted(file for file in named if file.is_file())
    return sorted(
        file
        for file in ROOT.rglob("*")
        if file.is_file() and not NOT_OURS & set(file.relative_to(ROOT).parts)
    )


def test_nothing_waits_by_the_clock() -> None:
    assert offences(python_files(APP, TESTS), pauses) == []


def test_no_widget_is_asked_for_another_that_would_die_with_it() -> None:
    assert offences(python_files(APP, TESTS / "tour", TESTS / "bench"), keepers) == []


def test_one_thing_has_one_name() -> None:
    files = python_files(APP, TESTS)
    assert offences(files, old_names) == []
    assert not {part for file in files for part in file.stem.split("_")} & set(OLD_NAMES)


def test_no_text_box_zooms_by_itself() -> None:
    assert offences(python_files(APP), zooming_texts) == []


def test_colours_are_in_the_palette_and_the_themes_alone() -> None:
    files = [file for file in python_files(APP) if file != APP / "drawing/palette.py"]
    assert offences(files, colours) == []


def own_looks(tree: ast.Module) -> Found:
    """A table from a verdict, an outcome or a change to a mark or a colour role, a role of a
    verdict by name, and a glyph that is asked after by name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            keys = [k for k in node.keys if isinstance(k, ast.Attribute)]
            told = any(name_of(key.value) in ("Verdict", "Outcome", "Change") for key in keys)
            said = {leaf.value for value in node.values for leaf in constants(value)}
            if told and said & {*SHAPES, *ROLES}:
                yield node.lineno, "a table of looks"
        elif isinstance(node, ast.Constant) and str(node.value).startswith("verdict-"):
            yield node.lineno, str(node.value)
        elif isinstance(node, ast.Compare) and name_of(node.left) == "glyph":
            yield from ((node.lineno, str(c.value)) for c in constants(node))


def own_type(tree: ast.Module) -> Found:
    """Words broken into lines by something else than the one type-setter."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in ("TextWordWrap", "TextWrapAnywhere"):
            yield node.lineno, node.attr
        elif isinstance(node, ast.Call) and name_of(node.func) == "QTextLayout":
            yield node.lineno, "QTextLayout"


def test_type_is_set_in_one_place() -> None:
    setter = APP / "drawing/typesetting.py"
    assert not offences([file for file in python_files(APP) if file != setter], own_type)


def constants(node: ast.AST) -> Iterator[ast.Constant]:
    return (leaf for leaf in ast.walk(node) if isinstance(leaf, ast.Constant))


def test_looks_are_in_one_table() -> None:
    files = python_files(APP)
    tables = [APP / "drawing/looks.py", APP / "drawing/palette.py"]
    assert not offences([file for file in files if file not in tables], own_looks)


def test_words_that_can_be_read_are_in_words_alone() -> None:
    assert offences(worded_files(), words) == []


def test_words_are_looked_up_when_they_are_shown() -> None:
    assert offences(python_files(APP), early_words) == []
    assert offences(files_of_words(), early_own_words) == []


def test_no_label_is_put_into_other_letters() -> None:
    assert offences(python_files(APP), recased_words) == []


def test_no_sentence_is_glued_from_parts() -> None:
    files = [file for file in python_files(APP) if APP / "words" not in file.parents]
    assert offences(files, glued_words) == []
    assert offences(files_of_words(), own_prose) == []


def test_no_widget_is_handed_a_word_as_it_stands() -> None:
    assert offences(worded_files(), shown_words) == []


@pytest.mark.parametrize(
    ("find", "code"),
    [
        (pauses, "import time\ntime.sleep(1)"),
        (pauses, "from time import sleep"),
        (pauses, "QTest.qWait(5)"),
        (keepers, "part.nextInFocusChain()"),
        (keepers, "title.setBuddy(control)"),
        (old_names, "from tests.desks import Desk"),
        (old_names, "self.shown_rungs = STAMP_PAGE"),
        (zooming_texts, "QPlainTextEdit('')"),
        (zooming_texts, "class Page(QTextBrowser):\n    pass"),
        (colours, "x = '#aabbcc'"),
        (colours, "x = f'a {b} #fff'"),
        (colours, "QColor('red')"),
        (colours, "QColor(1, 2, 3)"),
        (colours, "Qt.red"),
        (colours, "Qt.GlobalColor.darkGray"),
        (colours, "x = 'QLabel { color: white; }'"),
        (own_looks, "X = {Verdict.OPEN: 'question'}"),
        (own_type, "painter.drawText(box, Qt.TextFlag.TextWordWrap, text)"),
        (own_type, "layout = QTextLayout(text, font)"),
        (own_looks, "X = {decision_table.Outcome.MET: ('tick', 'ink')}"),
        (own_looks, "role = f'verdict-{verdict}'"),
        (own_looks, "dashed = chip.glyph == 'dashed-ring'"),
        (words, "x = 'two words'"),
        (words, "x = f'{n} two words'"),
        (words, "raise BadInput('two words')"),
        (early_words, "from nanoexplorer.words.common import CLOSE"),
        (early_words, "from nanoexplorer.words.starting import QUIT"),
        (early_words, "from nanoexplorer.words import common\nX = common.CLOSE"),
        (
            early_words,
            "from nanoexplorer.words import starting as w\nclass A:\n    x = [w.QUIT]",
        ),
        (early_words, "from nanoexplorer.words import starting\ndef f(a=starting.QUIT): ..."),
        (early_own_words, "A = 'two words'\nB = A + '.'"),
        (recased_words, "from nanoexplorer.words import common\ndef f(): common.KIND[k].lower()"),
        (glued_words, "from nanoexplorer.words import common\ndef f(): f'{common.CLOSE}: {x}'"),
        (glued_words, "from nanoexplorer.words import common\ndef f(): x + (common.CLOSE + ', ')"),
        (own_prose, "def f():\n    return f'{n} words'"),
        (shown_words, "label.setText('Copy')"),
        (shown_words, "QPushButton('Copy', parent)"),
    ],
)
def test_an_offence_is_found(find: Callable[[ast.Module], Found], code: str) -> None:
    assert list(find(ast.parse(code)))


@pytest.mark.parametrize(
    ("find", "code"),
    [
        (pauses, "timer.start(5)"),
        (keepers, "part.focusWidget()"),
        (old_names, "desktop.timestamp(outstanding=1)"),
        (colours, "QColor(theme['ink'])"),
        (colours, "Qt.GlobalColor.transparent"),
        (colours, "x = 'color: @ink; border: none'"),
        (own_looks, "X = {Verdict.OPEN: 2}"),
        (own_type, "layout: QTextLayout"),
        (own_looks, "glyph = look.mark"),
        (words, "def f():\n    'two words'"),
        (words, "raise ValueError('two words')"),
        (words, "x = 'M 1 2 L 3 4 Z'"),
        (words, "x = 'one-word'"),
        (early_words, "from nanoexplorer.words import common\ndef f(): common.CLOSE"),
        (early_words, "from nanoexplorer.words.common import listed"),
        (early_own_words, "A: Final = 'two words'\ndef f(): return A"),
        (recased_words, "from nanoexplorer.words import common\ndef f(): name.lower()"),
        (glued_words, "from nanoexplorer.words import common\ndef f(): f'{common.CLOSE} · {x}'"),
        (own_prose, "def f(kind):\n    return A if kind == 'choice' else ', '"),
        (shown_words, "label.setText(words.COPY)"),
        (shown_words, "label.setText('')"),
    ],
)
def test_what_is_no_offence_is_left_alone(find: Callable[[ast.Module], Found], code: str) -> None:
    assert not list(find(ast.parse(code)))


def imports(tree: ast.Module, modules: Collection[str]) -> set[str]:
    """Which of the modules one imports anywhere in it, for a type alone too."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            whole = [f"{node.module}.{name.name}" for name in node.names]
            found |= {name if name in modules else str(node.module) for name in whole}
    return found & set(modules)


def circle(graph: Mapping[str, Collection[str]]) -> str:
    """Modules that import each other in turn, if any do."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return " -> ".join(reversed(error.args[1]))
    return ""


def test_no_modules_import_each_other() -> None:
    files = {
        ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): file
        for file in python_files(APP)
    }
    graph = {name: imports(tree_of(file), files) for name, file in files.items()}
    assert graph["nanoexplorer.core.resolve"]
    assert circle(graph) == ""


@pytest.mark.parametrize("inside", ["", "def f():\n    ", "if TYPE_CHECKING:\n    "])
def test_a_circle_of_imports_is_found(inside: str) -> None:
    code = {"app.a": "import app.b", "app.b": "from app import c", "app.c": "from app.a import X"}
    graph = {name: imports(ast.parse(inside + line), code) for name, line in code.items()}
    assert circle(graph).count("->") == 3
    graph["app.c"] = set()
    assert circle(graph) == ""


def signals(tree: ast.Module) -> Found:
    """Signals of one kind of request each, which somebody would have to hand on one by one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and ast.unparse(node.value).startswith("Signal("):
            name = ast.unparse(node.targets[0])
            if name.endswith(("wished", "strategy_chosen", "_edited")):
                yield node.lineno, name


def test_what_is_asked_for_is_a_typed_request() -> None:
    assert offences(python_files(APP / "ui"), signals) == []


def test_the_tests_have_the_packages_of_the_app() -> None:
    folders = {
        folder.relative_to(TESTS)
        for folder in TESTS.rglob("*")
        if folder.is_dir() and folder.name != "__pycache__"
    }
    own = {folder for folder in folders if folder.parts[0] not in EXTRA_PACKAGES}
    assert own
    assert sorted(str(folder) for folder in own if not (APP / folder).is_dir()) == []


def test_nothing_committed_names_a_registry_or_a_path_of_one_machine() -> None:
    named = []
    for file in committed_files():
        if file.suffix not in NOT_TEXT:
            for found in NOT_TO_BE_NAMED.finditer(file.read_text(encoding="utf-8")):
                named.append(f"{file.relative_to(ROOT).as_posix()}: {found.group()}")
    assert named == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("https://py" + "pi.org/simple", True),
        ("--extra-index-url " + "https://example.org", True),
        ("cd /tm" + "p/x", True),
        ('folder = "/wor' + 'k"', True),
        ("/home/" + "somebody/app", True),
        ("resources/work/x", False),
        ("http://example.org/home/", False),
        ("tests/tmp/x", False),
        ("tmp_path / 'work'", False),
    ],
)
def test_a_registry_or_a_path_of_one_machine_is_known(text: str, named: bool) -> None:
    assert bool(NOT_TO_BE_NAMED.search(text)) == named


WATCH = f"""
import sys
asked = []
class Watch:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {HEAVY!r}:
            asked.append(name)
            return None
sys.meta_path.insert(0, Watch())
import {{module}}
print(*asked)
"""


@pytest.mark.parametrize("module", ["nanoexplorer.app.command_line", "nanoexplorer.app.start"])
def test_starting_asks_for_no_heavy_library(module: str) -> None:
    """Asks, installed or not: a heavy library would delay the first painted window."""
    done = subprocess.run(
        [sys.executable, "-c", WATCH.format(module=module)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []


def test_the_first_content_asks_for_no_flowing_text() -> None:
    """Qt makes a hundred enumerations for it, and a first start has no strategy to write."""
    code = (
        "import sys, nanoexplorer.app.controller\n"
        "import nanoexplorer.ui.shell.content, nanoexplorer.ui.shell.commands\n"
        "print(*(m for m in sys.modules if m == 'nanoexplorer.render.screen.prose'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []


def test_the_command_line_asks_for_no_qt() -> None:
    code = "import sys, nanoexplorer.app.command_line\n"
    code += "print(*(m for m in sys.modules if m == 'PySide6'))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []


def long_functions(file: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONG_FUNCTION:
                place = f"{file.relative_to(ROOT).as_posix()}:{node.lineno}"
                yield f"{place} {node.name}: {length} lines"


def test_no_folder_is_too_full_to_be_looked_through() -> None:
    """Modules beside each other, without the package's own `__init__`."""
    full = Counter(file.parent for file in python_files(APP) if file.name != "__init__.py")
    crowded = {
        f"{folder.relative_to(ROOT)}: {count}" for folder, count in full.items() if count > MOST
    }
    assert crowded == set(), "rethink the folder"


def test_what_has_grown_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    """A report, not a limit: a class that reads as one thing stays in one file."""
    files = python_files(APP)
    lengths = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in files}
    long = [
        f"{file.relative_to(ROOT).as_posix()}: {length} lines"
        for file, length in lengths.items()
        if length > LONG_FILE
    ]
    long += [line for file in files for line in long_functions(file)]
    assert APP / "core" / "pack.py" in lengths
    with capsys.disabled():
        print(f"\n{sum(lengths.values())} lines in {len(files)} files; longer than usual:")
        print("\n".join(f"  {line}" for line in long) or "  none")


def test_the_picture_of_the_packages_is_what_the_code_draws(tmp_path: Path) -> None:
    made = tmp_path / "architecture.svg"
    draw = ROOT / "docs" / "draw_architecture.py"
    subprocess.run([sys.executable, str(draw), str(made)], check=True, capture_output=True)
    kept = (ROOT / "docs" / "architecture.svg").read_text(encoding="utf-8")
    assert made.read_text(encoding="utf-8") == kept, "run docs/draw_architecture.py"
