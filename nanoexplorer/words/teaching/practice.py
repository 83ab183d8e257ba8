"""Words of practice, and of questions as a handout."""

from __future__ import annotations

from collections.abc import Sequence

from nanoexplorer.words import common
from nanoexplorer.words.common import counted
from nanoexplorer.words.language import Forms, form_for

PRACTICE = "Practice"

# Where a round begins.
START_LEAD = (
    "A profile and a strategy: say what the sources say of it for that profile, and which evidence "
    "status they give it. Then see what they say, and where."
)
ASK_ABOUT = "Ask about"
ASK_CASES = "All cases, shuffled"
ASK_RANDOM = "Random profiles"
ASK_FILE = "Seminar file…"
ASK_SEMINAR = "The seminar: {title}"
ASK_UNTITLED = "The seminar, shuffled"
ASK_FILE_TITLE = "Practise with a seminar"
NO_CASE_IN = "{name}: found no case; allowed: a seminar with at least one."
NOTHING_ASKED = "There is nothing to ask about this; allowed: what has a strategy that is shown."
NUMBER = "How many"
NUMBER_NAME = "How many questions"
SEED = "Number of this set"
SEED_TIP = (
    "The same number asks the same questions again, here and on a handout, on any computer with "
    "this pack version."
)
SEED_NEW = "Another"
SEED_NEW_NAME = "Another number"
START = "Start"
BACK = "Back to the window"
LEAVE_TIP = "Escape leaves, too; a round that you have begun waits for you."
FORGET_NOTE = (
    "What you answer is forgotten when nanoexplorer is closed, unless you ask for it to be kept."
)
KEEP = "Keep my results on this computer"
KEEP_TIP = "Finished rounds are kept in {path}, nowhere else, until you delete them."
KEPT = "This round is kept."
NOTHING_KEPT = "Nothing is kept on this computer."
DELETE = "Delete my results"
DELETE_DAMAGED = "Delete the file that can’t be read"
DELETED = "Deleted: {what}, with the file {path}."
DELETED_DAMAGED = "Deleted: the file {path} that could not be read."
NOT_DELETED = "{path} can’t be deleted: {why}."
NOT_KEPT = "Your results can’t be kept in {path}: {why}."
KEPT_ERROR = {
    "unreadable": "The kept results in {path} can’t be read: {found}.",
    "damaged": "The kept results in {path} are damaged: {found}.",
    "newer": "The kept results in {path} are of a newer version ({found}); allowed: {allowed}.",
}
KEPT_REFUSED = "The file is left as it is and nothing is kept until you delete it."
DAMAGE_JSON = "no JSON"
DAMAGE_FOREIGN = "no practice file"
DAMAGE_ROUND = "round {number}, {key}: found “{found}”, allowed {allowed}"
DAMAGE_ALLOWED = {
    "when": "a date such as 2026-11-21",
    "pack": "text",
    "version": "text",
    "seed": "a whole number",
    "missed": "counts by kind of miss",
    "answers": "up to {most} answers",
    "round": "the keys {keys}",
}

# Asking.
QUESTION_OF = "Question {number} of {of}"
CASE = "{title} — "
ASK_VERDICT = "What do the sources say of it for this profile?"
ASK_STATUS = "Which evidence status do they give it?"
THE_PROFILE = "The profile"
KEYS = "keys {first}–{last}"
CHECK = "See the answer"
CHECK_TIP = "Choose one of each first. Keys: 1–5 for the verdict, {letters} for the status, Enter."
NEXT = "Next question"
TO_SUMMARY = "Summary"
TO_ANSWERS = Forms("See the answer again", "See all {number} answers")
SCORE = "{right} of {of} right"
ANSWERED_RIGHT = "{number}: right"
ANSWERED_WRONG = "{number}: missed"
PREVIOUS = "Previous"
END = "End here"
END_TIP = "To the summary of what you have answered so far"

# What the sources say.
YOUR_ANSWER = "your answer"
SOURCES_ANSWER = "what the sources say"
KEY_SPOKEN = "{option}: {outcome}"
JUDGED = {"right": "Right: {what}", "missed": "Missed: {what}"}
FOR_WHOM = "for whom"
WHICH_STATUS = "evidence status"
WHY = {
    "met": "It is named for {asked}; the profile: {found}.",
    "open": "It is named for {asked}; the profile: {found}. So it stays open.",
    "unmet": "It is named for {asked}; the profile: {found}.",
}
"""Of a condition, by what became of it."""
WHY_AS = "It is named for {asked}, which this profile has."
WHY_AGAINST = "A reason against it is {asked}; the profile: {found}."
WHY_AGAINST_AS = "A reason against it is {asked}, which this profile has."
WHY_ANY = "It is named without a condition on the profile."
WHY_NEAREST = "Nearest profile it is named for: {change}, all else as it is."
GIVEN_AS = "Given as {status} by {source}, for {scope}."
GIVEN_AS_UNSAID = "Given as {status} by {source}; {scope}."
NO_STAGE = "No stage of development is stated by {source}."
YOU_SAID = "You said"
SOURCES_SAY = "The sources"
RIGHT = "as the sources have it"
MISSED = "missed"
SOURCES_VERDICT = "{verdict} — {statuses}"
SEVERAL_STATUSES = "The sources give several statuses; any of them counts."
SEVERAL_GIVEN = "(several statuses are given; any of them counts)"
NOTE_DISPUTES = "{status} (≠ a note disputes it)"
SHOW_IN_WINDOW = "Show in the window"
SHOW_IN_WINDOW_TIP = "Open this profile with this strategy in the window; the round waits."

MISS = {
    "unknown-negative": "an unknown taken for a negative",
    "unknown-positive": "an unknown taken for a finding",
    "condition-overlooked": "a condition on the profile overlooked",
    "condition-invented": "a condition assumed that the sources do not give",
    "caveat-decided": "a caveat taken for a condition",
    "condition-misread": "a condition read otherwise than the sources give it",
    "against-overlooked": "a reason against overlooked",
    "hedge": "a hedge overlooked (a hedged condition decides here)",
    "interpretation": "an interpretation overlooked (no source states what decides here)",
    "rung-up": "a status guessed up (further advanced than the sources state)",
    "rung-down": "a status guessed down (less advanced than the sources state)",
    "stage-invented": "a status guessed where the sources state none",
    "stage-overlooked": "a stated status overlooked",
}
MISS_LINE = {
    "unknown-negative": "An unknown taken for a negative",
    "unknown-positive": "An unknown taken for a finding",
    "condition-overlooked": "A condition on the profile overlooked",
    "condition-invented": "A condition assumed that the sources do not give",
    "caveat-decided": "A caveat taken for a condition",
    "condition-misread": "A condition read otherwise than the sources give it",
    "against-overlooked": "A reason against overlooked",
    "hedge": "A hedge overlooked (a hedged condition decides here)",
    "interpretation": "An interpretation overlooked (no source states what decides here)",
    "rung-up": "A status guessed up (further advanced than the sources state)",
    "rung-down": "A status guessed down (less advanced than the sources state)",
    "stage-invented": "A status guessed where the sources state none",
    "stage-overlooked": "A stated status overlooked",
}
"""The same at the head of a line."""

# The summary.
SUMMARY = "What was missed, and why"
SUMMARY_TEXT = "Summary of the round"
SUMMARY_COUNTS = "What was missed, by kind"
SUMMARY_COUNTS_HELP = "An answer can be in several lines; they are not added up."
RIGHT_LATER = "Right when it came again."
TO_READ = "What to read: the statements behind what was missed"
COMES_AGAIN = "Once more: missed before in this round."
ALL_RIGHT = "Nothing was missed in"
NOTHING_MISSED = "Nothing was missed."
NOTHING_ANSWERED = "Nothing was answered."
SAVE_TITLE = "Save the summary"
SAVE_NAME = "What was missed, set {seed}.pdf"
SAVE_FILES = "PDF (*.pdf);;CSV (*.csv);;Text (*.txt)"
SAVING = "{name} is being written…"
SAVED = "Saved to {path}."
AGAIN = "The same again"
NEW_ROUND = "New round"

# A set of questions as a handout.
HANDOUT_CASES = "Cases"
HANDOUT_ALL = "All"
HANDOUT_NONE = "None"
HANDOUT_ANSWERS = "Answers"
ANSWERS = {
    "behind": "Behind the questions",
    "apart": "In a file of their own",
    "none": "Without answers",
}
APART = "{stem}-answers{suffix}"
APART_THERE = "{path} is there already. Nothing was written; choose another name."
HANDOUT_NO_CASE = "Choose a case, or random profiles."
PAPER_TITLE = "Questions on what the sources name, and with which evidence status"
PAPER_ANSWERS = "Answers"
PAPER_SET = "{questions}, {what} · set {seed} (the same number makes the same set again)"
PAPER_DEPENDENT = "{what}, only what depends on the profile"
PAPER_NAME = "Name:"
PAPER_ASK = "For each: tick one verdict and one status."
PAPER_CODE = "Case code {code}"
PAPER_ANSWER = "{number}. {strategy}"
FROM_RANDOM = "random profiles"
OPEN_SEMINAR = "The open seminar: {title}"
OPEN_UNTITLED = "The open seminar"
FROM_SEMINAR = "the seminar “{title}”"
FROM_A_SEMINAR = "a seminar"

# A table of a round.
COLUMNS = (
    "Question",
    "Case",
    "Profile",
    "Case code",
    "Strategy",
    "Said: verdict",
    "Sources: verdict",
    "Said: status",
    "Sources: status",
    "Sources: label",
    "Missed",
    "Why",
    "Cited",
    "Disclaimer",
    "Sources",
    "App and pack",
)

QUESTIONS = Forms("{number} question", "{number} questions")
ANSWERS_GIVEN = Forms("{number} answer", "{number} answers")
ROUNDS = Forms("{number} round with {answers}", "{number} rounds with {answers}")
KEPT_LINE = "Kept on this computer: {rounds}, the last of {last}."
KEPT_MISSES = "Missed so far: {misses}"
SUMMARY_LEAD = "{answers}: {verdicts}, {statuses}"
VERDICTS_MISSED = Forms("{number} verdict missed", "{number} verdicts missed")
STATUSES_MISSED = Forms("{number} status missed", "{number} statuses missed")
MISSED_IN = Forms("question {numbers}", "questions {numbers}")


def questions_counted(number: int) -> str:
    """A number of questions, in the form that the number asks for."""
    return counted(number, QUESTIONS)


def rounds_counted(rounds: int, answers: int) -> str:
    """How much is kept: *2 rounds with 16 answers*."""
    return counted(rounds, ROUNDS, answers=counted(answers, ANSWERS_GIVEN))


def kept_line(rounds: int, answers: int, last: str) -> str:
    """What is kept on this computer."""
    return KEPT_LINE.format(rounds=rounds_counted(rounds, answers), last=last)


def kept_misses(misses: Sequence[tuple[str, int]]) -> str:
    """What was missed most often in what is kept."""
    return KEPT_MISSES.format(misses="; ".join(f"{MISS[miss]} ({n})" for miss, n in misses))


def summary_lead(answered: int, verdicts: int, statuses: int) -> str:
    """How many verdicts and statuses were missed: two counts, never one."""
    return SUMMARY_LEAD.format(
        answers=counted(answered, ANSWERS_GIVEN),
        verdicts=counted(verdicts, VERDICTS_MISSED),
        statuses=counted(statuses, STATUSES_MISSED),
    )


def miss_line(miss: str, count: int, numbers: Sequence[int]) -> str:
    """*An unknown taken for a negative: 2 (questions 3, 7)*."""
    which = form_for(count, MISSED_IN).format(numbers=", ".join(map(str, numbers)))
    return f"{MISS_LINE[miss]}: {count} ({which})"


def missed_line(misses: Sequence[str]) -> str:
    """What was missed in one answer, or that nothing was."""
    if not misses:
        return RIGHT
    return f"{MISSED}: " + "; ".join(MISS[miss] for miss in misses)


def statuses_listed(statuses: Sequence[str]) -> str:
    """Statuses one after the other; a comma tells them apart where none is within one."""
    return ("; " if any("," in status for status in statuses) else ", ").join(statuses)


def said_line(verdict: str, status: str) -> str:
    """What a trainee said: *named for this profile · preclinical*."""
    return f"{YOU_SAID}: {common.VERDICT[verdict]} · {status}"


def cases_line(titles: Sequence[str]) -> str:
    """From what a set was drawn."""
    if not titles:
        return FROM_RANDOM
    return titles[0] if len(titles) == 1 else counted(len(titles), common.CASES)


def seminar_line(title: str) -> str:
    """That a set was drawn from a seminar, which may have no title."""
    return FROM_SEMINAR.format(title=title) if title else FROM_A_SEMINAR


def open_seminar(title: str) -> str:
    """The seminar that is open, among what can be asked about; it may have no title."""
    return OPEN_SEMINAR.format(title=title) if title else OPEN_UNTITLED


def seminar_asked(title: str) -> str:
    """A seminar among what can be practised with; it may have no title."""
    return ASK_SEMINAR.format(title=title) if title else ASK_UNTITLED
