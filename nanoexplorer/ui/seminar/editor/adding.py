"""Adding cases in the editor: from the list, or by typing a case code or a name.

A case of the pack is found by its name, any profile by its case code.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nanoexplorer.core import case_code
from nanoexplorer.core.evidence import Case
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.teaching.seminar_cases import SeminarCase, case_of, seminar_of
from nanoexplorer.drawing.scale import scaled
from nanoexplorer.formats.shapes import Problem
from nanoexplorer.ui.base.theme import give_role
from nanoexplorer.ui.base.widgets import column, give_tip, label, put, row
from nanoexplorer.ui.controls.buttons import form_button
from nanoexplorer.ui.controls.choices import ChoiceBox
from nanoexplorer.ui.seminar.editor.parts import line_box
from nanoexplorer.words.common import one_line
from nanoexplorer.words.packs import problems
from nanoexplorer.words.teaching import seminar as words

PROFILE, ALL = "", "all"
LINES = 3
"""Of what is to be said."""
LETTERS_SHOWN = 40
"""Of what was typed, in a line that repeats it."""
Take = Callable[[tuple[SeminarCase, ...]], bool]
"""Takes cases into the seminar; whether there was room for them."""


class AddPart(QWidget):
    """Hands on the cases to add. A code that is none stays as it was typed, with a line on it,
    until it is changed.
    """

    def __init__(self, pack: Pack, profile: Callable[[], Profile], take: Take, zoom: int) -> None:
        """`profile`: the one in the window."""
        super().__init__()
        self._profile, self._take = profile, take
        self._pack = pack
        self.choice = self._choice()
        self.add = form_button(
            words.ADD, "seminar.editor.add", spoken=words.ADD_NAME, does=self._add_chosen
        )
        self.code = line_box("seminar.editor.code", words.CODE)
        self.code.setPlaceholderText(words.CODE)
        give_tip(self.code, words.CODE_HELP)
        self.add_code = form_button(
            words.ADD, "seminar.editor.add_code", spoken=words.ADD_CODE_NAME, does=self._add_typed
        )
        self.said = label("", "muted", wraps=True, name="seminar.editor.said")
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        put(
            column(self, gap=scaled(6, zoom)),
            label(words.ADD_NAME, "caps"),
            put(row(), (self.choice, 1), self.add),
            put(row(), (self.code, 1), self.add_code),
            self.said,
        )
        self.code.returnPressed.connect(self._add_typed)
        self.code.textEdited.connect(lambda: self.say(""))
        self.say("")

    def _choice(self) -> ChoiceBox:
        texts: dict[object, str] = {PROFILE: words.ADD_THIS, ALL: words.ADD_ALL}
        texts |= {place: case.title for place, case in enumerate(self._pack.cases)}
        return ChoiceBox(texts, "seminar.editor.add_case", spoken=words.ADD_NAME, letters=8)

    def say(self, line: str) -> None:
        """Say what is wrong, or to be known; nothing: how adding goes."""
        self.said.setText(line or words.CODE_HELP)
        give_role(self.said, "caution" if line else "muted")
        self._keep_room()

    def _keep_room(self) -> None:
        """Always, so that nothing moves when there is something to say."""
        self.said.setMinimumHeight(LINES * self.said.fontMetrics().lineSpacing())

    def stand_as(self, other: AddPart) -> None:
        """Show what was chosen, typed and said in another one."""
        self.choice.setCurrentIndex(other.choice.currentIndex())
        self.code.setText(other.code.text())
        said = other.said.text()
        self.say("" if said == words.CODE_HELP else said)

    def _add_chosen(self) -> None:
        if self._take(self._chosen()) and not self.code.text():
            self.say("")

    def _chosen(self) -> tuple[SeminarCase, ...]:
        pack, chosen = self._pack, self.choice.currentData()
        if chosen == PROFILE:
            return (case_of_profile(pack, self._profile()),)
        return seminar_of(pack).cases[slice(None) if chosen == ALL else slice(chosen, chosen + 1)]

    def _add_typed(self) -> None:
        """Add what the text stands for; the text goes on standing there where it is nothing."""
        typed = self.code.text().strip()
        found = found_case(self._pack, typed) if typed else Found(None)
        if found.case is None:
            self.say(found.line)
        elif self._take((found.case,)):
            self.code.setText("")  # and not `clear`, which Ctrl+Z would undo
            self.say(found.line)


class Found(NamedTuple):
    """The case that a text stands for, or None; and what there is to say of it, if anything."""

    case: SeminarCase | None
    line: str = ""


def case_of_profile(pack: Pack, profile: Profile) -> SeminarCase:
    """A profile as a case: one that is a case of the pack is taken as that."""
    same = (case for case in pack.cases if case.profile == profile)
    case = next(same, None)
    return case_of(pack, case) if case else SeminarCase(profile)


def found_case(pack: Pack, text: str) -> Found:
    """The case that a name, an id or a case code stands for."""
    named = _named(pack, text.strip().casefold())
    if len(named) == 1:
        return Found(case_of(pack, named[0]))
    if named:
        titles = [case.title for case in named]
        return Found(None, words.several_cases(_shown(text), titles))
    try:
        profile, version = case_code.decode(pack, text)
    except case_code.CaseCodeError as error:
        return Found(None, _wrong(pack, text, error))
    older = problems.of_another_version(version, pack.version, codes_kept=pack.ours)
    return Found(case_of_profile(pack, profile), "" if version == pack.version else older)


def _named(pack: Pack, text: str) -> list[Case]:
    """The case whose id or title it is, else all whose title it is a part of."""
    exact = [case for case in pack.cases if text in (case.id.casefold(), case.title.casefold())]
    return exact or [case for case in pack.cases if text and text in case.title.casefold()]


def _wrong(pack: Pack, text: str, error: case_code.CaseCodeError) -> str:
    """What is wrong with it, and what is allowed."""
    if error.code == "not-a-code":
        example = case_code.encode(pack, pack.blank_profile)
        return words.ADD_UNKNOWN.format(text=_shown(text), example=example)
    problem = Problem((), f"code-{error.code}", _shown(text), error.about.get("field", ""))
    return words.seminar_problem(words.CODE, problem)


def _shown(text: str) -> str:
    line = one_line(text.strip())
    return line if len(line) <= LETTERS_SHOWN else f"{line[:LETTERS_SHOWN]}…"
