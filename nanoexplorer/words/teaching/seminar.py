"""Words of the seminar: what the room sees, what the teacher sees, and the seminar file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nanoexplorer.words import common
from nanoexplorer.words.common import counted, one_line
from nanoexplorer.words.language import Forms
from nanoexplorer.words.packs import problems as problems_words
from nanoexplorer.words.packs.problems import problem_words

if TYPE_CHECKING:
    from nanoexplorer.formats.shapes import Problem

SEMINAR = "Seminar"

# What the room sees.
NONE_AGAINST = "The sources name no condition for it, and no reason against is met."
STAGE = {
    "profile": "Profile",
    "role": "Roles",
    "discuss": "Discussion",
    "predict": "Predict",
    "reveal": "Reveal",
    "nearest": "Nearest profile",
    "summary": "What the sources leave open",
    "point": "Take-away",
    "end": "The end",
}
QUESTION = {
    "predict": "What do the sources name for this profile — and how far has each come?",
    "discuss": "Both sides: which of these hold for this profile?",
    "summary": "What the sources name, leave open, and do not say",
    "nearest": "What would have to be different for the source to name it?",
    "point": "To take away",
    "end": "That was the last case",
}
NEAREST_ANSWERED = "The nearest profile that the source names it for"
NEAREST_HELP = "A question for the room, not a plan: most of a profile is nothing that one changes."
END_SOURCES = "What was shown is from"
END_FOOT = "← goes back. Esc shows the list of cases; once more: leave."
END_HARD = "What was hard"
END_NONE_HARD = "The room was right wherever it said something."
END_MISSED = "the room: {said} · the sources: {verdict} · {case}"
END_MORE = "→ shows what else was missed."
ROLE = "{role}: speak for {strategies}"
SPEAKS_FOR = "The sources say for it"
SPEAKS_AGAINST = "The sources say against it"
SIDE_SILENT = "No statement of the pack is on this side."
SOURCES_NAME = "The sources name for this profile"
SOURCES_AGAINST = "Reasons against are met"
SOURCES_OPEN = "They leave open"
SOURCES_SILENT = "They do not say"
NOTHING_OF_IT = "nothing of what was asked"
NO_ORDER = "which of what they name comes first"
NO_CONDITION = "a condition on the profile for: {strategies}"
NO_STAGE = "a stage of development for: {strategies}"
SUMMARY_FOOT = "No recommendation: this is what the sources say, and where they stop."
OPENING = "To begin with"
YOUR_TURN = "What do you take away from this case?"
FOUND = "What is known, and what is not"
CASE_OF = "Case {number} of {of}"
PAGE_OF = "{stage} {page} of {pages}"
CARD = "What the sources say of it"
ROOM_SAYS = "room: {said}"
ROOM = "the room said"
ANSWER = "the answer"
STATUS = "evidence status"
PREDICT_KEYS = "S: the status · V: count hands"
SCORE = "{right} of {of}"
SCORE_IS = "right by the room"
RIGHT = "right"
MISSED = "missed"
VOTES_SAID = "{votes} of {all}: {verdict}"
ANSWERS = {
    "matches": "The sources name it",
    "against": "Reasons against",
    "open": "Open",
    "no-match": "Other profiles",
    "any-profile": "Independent",
}
"""A verdict in a column."""
PACK_POINT = "From the pack, {version}"
OWN = "teacher’s"
OWN_NOTE = "The teacher’s take-away — not from the sources"
CASE_CODE_LINE = "Case code {code}"
ROUNDED_FROM = 20
"""Minutes from which on a sum is told by fives."""
MINUTES = Forms("{number} min", "{number} min")
MINUTES_IN_ALL = Forms("{cases}, about {number} minute", "{cases}, about {number} minutes")
DECK_REVEAL = "what the sources say"
MINUTES_LEFT = Forms("{number} minute left", "{number} minutes left")
MINUTES_OVER = Forms("{number} minute over", "{number} minutes over")
MAP_FAILED = "This map can’t be drawn for this profile."
MAP_BACK = "→ or Esc: back to the step"
BLANK = "The screen is blank; B or → brings it back."

# What the teacher sees.
NOTES = "Your notes"
NOTES_OVER = (
    "The room sees these notes too: its screen is this one. The page keeps its size below them; N "
    "puts them beside it. On a desktop that is extended, not mirrored, they are yours alone."
)
NOTES_BESIDE = (
    "The room sees these notes too: its screen is this one. The page is smaller beside them; N "
    "puts them away."
)
NOTES_BLANK = "the room’s screen is blank"
LIST_MARKED = "the room sees the list; marked: {case}"
NOTES_NEXT = "Next"
NOTES_ASIDE = "For you alone — not from the sources"
NOTES_NOTE = "Your take-away, shown to the room at the end of the case"
NOTES_POINT = "Teaching point of the pack"
NOTES_ANSWER = "Behind this page"
KEYS_TITLE = "Keys of the seminar"
NOTES_TEXT = "Notes for the teacher"
TIMER = "Time"
STAGE_HINT = {
    "profile": "→ goes on · Esc: all cases",
    "predict": "1–9 or a click: what the room says",
    "reveal": "→ or R reveals",
}
"""What to do at a step; at a reveal before anything is revealed."""
PRESENT_TITLE = "Present"
PRESENT_WHAT = "The profile in the window is no case of the seminar. What is to be shown?"
PRESENT_THIS = "This profile"
PRESENT_CASES = Forms("The seminar ({number} case)", "The seminar ({number} cases)")
TIMER_START = "Start"
TIMER_PAUSE = "Pause"
BUTTONS = {
    "back": "Back",
    "forward": "Next step",
    "blank": "Blank",
    "escape": "Cases",
    "leave": "Leave",
}
LEAVE_NAME = "Leave the seminar"
NEXT_ANSWERS = "the answers of this page"
NEXT_MISSED = "what else was missed"
NOTHING_NEXT = "nothing: this was the last case"
KEYS = (
    ("→, Page Down, Space, Enter", "next step; what waits on this page is answered first"),
    ("←, Page Up", "one step back"),
    (
        "1–9, click",
        "while the room predicts: what it says; then: reveal that one, and once more: its card",
    ),
    ("Up, Down and G", "the same without numbers: go to a strategy, mark or reveal it"),
    ("S", "while the room predicts: how far it says the strategy has come"),
    ("V", "count hands: type 12 5 3 0, one number a verdict; Enter goes on to the next strategy"),
    ("R", "reveal all of this page, also while the room predicts; → goes on with the next page"),
    ("C, P", "the card of a strategy, the maps; → or Esc comes back to the same step"),
    ("B or .", "blank the screen, and back; a key that goes on only brings it back"),
    ("T", "show the time that is left and start it; again: pause; Shift+T: from zero"),
    ("K", "count down a minute, again: one more; Shift+K: stop"),
    ("N", "your notes and the next step"),
    ("Home, End", "first and last case"),
    ("F5", "this case again; in the list of cases: take the marked one"),
    ("Esc", "the list of cases; once more: leave"),
    ("F1 or ?", "these keys, and away again"),
)

# Counting hands.
VOTES = "Hands for {strategy}: {verdicts}"
VOTES_NAME = "Hands that were counted"
VOTES_WRONG = (
    "“{found}” counts no hands; allowed: up to {most} whole numbers from 0 to {largest}, such as "
    "12 5 3 0."
)

# The list of cases.
LIST_LEAD = "Cases of this seminar"
LIST_HELP = "Enter or F5 takes the marked case; Esc leaves the seminar."

# The editor.
EDIT = "Edit the seminar"
EDIT_LEAD = (
    "Cases in the order in which they are taken. What you write is shown as yours, not as the "
    "sources’."
)
SEMINAR_TITLE = "Title of the seminar"
SEMINAR_CASES = "Cases in order"
BOARD = "As a case conference"
BOARD_TIP = (
    "Each case begins with a card a role, for and against; it ends with what the sources name, "
    "leave open, and do not say."
)
ADD = "Add"
ADD_NAME = "Case to add"
CODE = "Case code, or a case’s name"
ADD_CODE_NAME = "Add the case of this code or name"
CODE_HELP = "Enter adds it behind the marked case."
ADD_UNKNOWN = (
    "“{text}” is no case of this pack and no case code; allowed: a name in the list above, or a "
    "code such as {example}."
)
ADD_SEVERAL = "“{text}” stands in the names of {count} cases: {names}; allowed: one of them."
MORE_NAMES = "and {more} more"
ADD_THIS = "The profile in the window"
ADD_ALL = "All cases of the pack"
REMOVE = "Remove"
DUPLICATE = "Duplicate"
DUPLICATE_NAME = "Duplicate the marked cases"
CASE_ROW = "{number}.  {title}  ·  {minutes}"
PREVIEW_CASE = "The marked case"
PREVIEW = "What the room will see"
PREVIEW_STEP = "Step that is shown"
ASKED = Forms("{number} strategy is asked", "{number} strategies are asked")
UP = "Up"
DOWN = "Down"
UP_NAME = "Move the marked cases up"
DOWN_NAME = "Move the marked cases down"
REMOVE_NAME = "Remove the marked cases from the seminar"
CASE_TITLE = "Your own title (empty: the pack’s)"
CASE_OBJECTIVE = "Your own objective (empty: the pack’s)"
CASE_QUESTION = "Opening question, before the answers"
CASE_NOTE = "Your take-away, at the end of the case"
CASE_MINUTES = "Minutes"
MINUTES_OURS = "as a rule"
SPOILT = (
    "The pack’s teaching point names {names}, which you leave out here: the room and the deck do "
    "not show it. Write a take-away of your own."
)
NOTE_WANTED = "In place of the pack’s teaching point"
CASE_ASIDE = "Note for you alone"
STRATEGIES = "Strategies that the room sees"
STRATEGIES_HELP = (
    "Ticked at first: those with a condition on the profile, and what the case is about."
)
STRATEGIES_SEARCH = "Find a strategy"
SHOWN_OF = "{shown} of {of} strategies shown."
SEMINAR_FULL = "A seminar holds at most {most} cases."
NO_CASE_CHOSEN = "Add a case, or choose one."
START = "Start (F5)"
START_TIP = "Go on where the seminar was left, else begin with the first case"
START_HERE = "From the marked case (Shift+F5)"
START_HERE_TIP = "Begin at the case that is marked in the list"
SAVE = "Save"
CHANGED = "changed"

# Opening and saving.
UNTITLED = "seminar.nxseminar"
FILES = "Seminar (*.nxseminar)"
SAMPLE_BEGUN = "A copy of the sample: “{title}”. F5 starts it; saving asks for a file of your own."
NO_SAMPLE = "No sample seminar comes with the app for the pack “{pack}”."
BEGUN = "A new seminar: the cases of the pack."
SAVE_TITLE = "Save the seminar"
OPENED = "Seminar “{name}” opened: {cases}. F5 starts it."
OTHER_VERSION = (
    "Seminar “{name}” was made with pack version {found}, opened with {ours}: verdicts may differ."
)
IN_USE = (
    "Seminar “{name}” is open in another window of nanoexplorer: changes are saved under another "
    "name."
)
SAVED = "Seminar saved to {path}."
NOT_SAVED = "{path} can’t be written: {why}. The seminar is kept as it is."
CLASH_TITLE = "The file has changed"
CLASH = (
    "“{name}” was changed outside this window since it was opened: by another program, or by a "
    "folder that is kept in step. Which version is to stay in it?"
)
CLASH_AS = "Save mine as…"
CLASH_REPLACE = "Replace theirs"
CLASH_THEIRS = "Take theirs, drop mine"
THEIRS_TAKEN = "Seminar “{name}” opened as it is in the file now."
NAME_TAKEN = "{name} exists already; choose it in the list of files to replace it."
REFUSED_TARGET = (
    "{path} holds a seminar that can’t be read; it is left as it is. Choose another name."
)
TARGET_IN_USE = "{path} is open in another window of nanoexplorer. Choose another name."
NO_CASES = "This seminar has no cases yet: Menu, Seminar, Edit the seminar."
PACK_NO_CASES = "This pack has no cases: there is nothing to take through."

# Unsaved changes.
UNSAVED_TITLE = "The seminar has changed"
UNSAVED = "Save the changes of “{name}” first?"
DISCARD = "Discard"
RECOVER_TITLE = "Unsaved changes were found"
RECOVER = "Changes to “{name}” were not saved when nanoexplorer closed. Open them?"
RECOVER_YES = "Open"
RECOVER_NO = "Delete them"
RECOVER_LATER = "Later"
RECOVERED = "Unsaved changes of “{name}” opened; save them to keep them."
NOT_RECOVERED = "The unsaved changes in {path} can’t be read; the file is left as it is."
NOT_KEPT = "Unsaved changes can’t be kept aside in {path}: {why}."

NOT_ASKED = "Not asked: {number} more, independent of the profile"
LEFT_OUT = "{number} left out by the teacher"

# What is wrong with a seminar file.
A_VALUE = "a value"
CASE_PLACE = "case {number}"
AND_MORE = "{first} (and {number} more)"
SEMINAR_PROBLEM = {
    "not-json": "the file is damaged in line {found}; it was not opened and is left as it is",
    "not-utf8": "line {found} is not UTF-8 text; the file was not opened and is left as it is",
    "too-deep": "lists stand in lists without end; allowed: a seminar file of nanoexplorer",
    "no-file": "no such file",
    "foreign": "found “{found}”; allowed: a seminar file of nanoexplorer, schema {allowed}",
    "newer": "made by a newer nanoexplorer, schema {found}; allowed: {allowed}",
    "too-large": "the file is too large; allowed: {allowed} bytes",
    "duplicate": "“{found}” stands twice; allowed: each once",
    "other-pack": "made for the pack “{found}”; allowed: {allowed}",
    "too-many": "found {found}; allowed: at most {allowed}",
    "not-text": "found {found}; allowed: text",
    "text-too-long": "found {found} characters; allowed: {allowed}",
    "unseen-sign": "found a control or invisible character; allowed: plain text",
    "no-strategy": "found “{found}”; allowed: the id of a strategy of this pack",
    "hidden-and-also": "“{found}” is both hidden and shown; allowed: one of them",
    "code-not-a-code": "found “{found}”; allowed: a case code",
    "code-check": "“{found}” has a wrong character; allowed: a case code as it was copied",
    "code-other-pack": "“{found}” is of another pack; allowed: a case code of this pack",
    "code-field": "“{found}” has other fields; allowed: the fields of this pack",
    "code-value": "“{found}” has no value for {allowed}; allowed: one of its options",
}


def seminar_problem(file: str, problem: Problem) -> str:
    """A problem of a seminar file in one line: file, case, key, what is wrong, what is allowed."""
    where = ", ".join(part for part in (file, *_place(problem.path)) if part)
    found, allowed = problem.found, problem.allowed or A_VALUE
    words = {**problems_words.PROBLEM, **SEMINAR_PROBLEM}[problem.code]
    return one_line(f"{where}: {problem_words(words, found, allowed)}")


def _place(path: Sequence[str | int]) -> tuple[str, str]:
    """The case, counted from one, and the key; a place in a list of words says nothing."""
    case = ""
    if len(path) > 1 and isinstance(path[1], int):
        case, path = CASE_PLACE.format(number=path[1] + 1), path[2:]
    return case, ".".join(part for part in path if isinstance(part, str))


def seminar_problems(file: str, problems: Sequence[Problem]) -> str:
    """The first problem in one line, and how many more there are."""
    first = seminar_problem(file, problems[0])
    more = len(problems) - 1
    return AND_MORE.format(first=first, number=more) if more else first


def cases_counted(number: int) -> str:
    """A number of cases, in the form that the number asks for."""
    return counted(number, common.CASES)


def several_cases(text: str, titles: Sequence[str]) -> str:
    """That a name fits several cases: the first of them, and how many more there are."""
    names = [f"“{title}”" for title in titles[:2]]
    if len(titles) > len(names):
        names.append(MORE_NAMES.format(more=len(titles) - len(names)))
    return ADD_SEVERAL.format(text=text, count=len(titles), names=", ".join(names))


def spoilt(names: Sequence[str]) -> str:
    """That the pack's teaching point is not shown, for it names what is left out; else nothing."""
    return SPOILT.format(names=common.listed(names, 3)) if names else ""


def left_out(unconditioned: int, hidden: int) -> str:
    """What a page of predictions does not show."""
    said = []
    if unconditioned:
        said.append(NOT_ASKED.format(number=unconditioned))
    if hidden:
        said.append(LEFT_OUT.format(number=hidden))
    return " · ".join(said)


def clock(seconds: int) -> str:
    """Minutes and seconds: *4:05*."""
    return f"{seconds // 60}:{seconds % 60:02d}"


def owned(text: str) -> str:
    """A heading of what is the teacher's."""
    return common.AND_ALSO.join((text, OWN))


def asked(number: int, verdicts: Sequence[str]) -> str:
    """How many strategies the room is asked about, and how many have which verdict."""
    told = counted(number, ASKED)
    return common.labelled(told, ", ".join(verdicts)) if verdicts else told


def minutes(number: int) -> str:
    """A number of minutes where there is little room."""
    return counted(number, MINUTES)


def minutes_in_all(cases: int, number: int) -> str:
    """How many cases there are, and about how many minutes they take, by fives."""
    about = number if number < ROUNDED_FROM else 5 * round(number / 5)
    return counted(about, MINUTES_IN_ALL, cases=cases_counted(cases))


def minutes_left(seconds: int) -> str:
    """How many minutes are left, or how many it is over time."""
    minutes = -(-seconds // 60)
    return counted(abs(minutes), MINUTES_LEFT if minutes >= 0 else MINUTES_OVER)


def votes_asked(strategy: str) -> str:
    """Which hands are counted, and in which order."""
    return VOTES.format(strategy=strategy, verdicts=", ".join(common.VERDICT_SHORT.values()))


def votes_wrong(found: str, largest: int) -> str:
    """What of a text counts no hands, and what is allowed."""
    shown = one_line(found)[:40]
    return VOTES_WRONG.format(found=shown, most=len(common.VERDICT_SHORT), largest=largest)
