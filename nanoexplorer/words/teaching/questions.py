"""Words of questions that leave the app for other programs, and of the command that writes them."""

from __future__ import annotations

# A question.
ASK = "What do the sources say of it for this profile, and which evidence status do they give it?"
PROFILE = "Profile"
STRATEGY = "Strategy"
OPTION = "{verdict} · {status}"
RIGHT = "Right."
WRONG = "Missed: {misses}."
FOR_WHOM = "For whom"
STATUS = "Evidence status"
REFERENCES = "References"
NAME = "{strategy} · {profile}"
ANSWER = "Answer: {letter}. {said}"
IF_CHOSEN = "If you chose {letter}: {missed}."
ABOUT = "{version} · case code {code}"

# Where they are asked for.
DIALOG = "Questions on paper or for another program"
DIALOG_LEAD = (
    "For print, a learning platform, flash cards or a browser; the number of the set makes the "
    "same questions again, here and in practice."
)
DIALOG_KIND = "As"
DIALOG_ANSWERS_TIP = "Of pages to print; the other kinds hold the answers, to be seen once answered"
ABOUT_CASES = "Cases of the pack"
ABOUT_RANDOM = "Random profiles"
EMPTY_SEMINAR = (
    "The open seminar has no case; allowed: another, cases of the pack, or random profiles."
)
SAVE_NAME = "Questions, set {seed}{suffix}"

# Kinds of files.
KINDS = {
    ".pdf": "Pages to print (PDF)",
    ".html": "A page that asks (HTML)",
    ".apkg": "Flash cards (Anki)",
    ".xml": "Moodle XML",
    ".gift": "GIFT (Moodle and others)",
    ".zip": "QTI 2.1 package (Canvas, ILIAS and others)",
}

# A page that asks.
PAGE_LEAD = (
    "Choose one answer to each question, then open what the sources say; once that is open, your "
    "choice is settled. Nothing that you choose is kept or sent: it is gone when you close the "
    "page."
)
PAGE_NO_SCRIPT = (
    "This page may run no script here, so it marks and counts nothing: compare what you chose with "
    "what the sources say for yourself."
)
PAGE_NUMBER = "Question {number} of {of}"
PAGE_SHOW = "See the answer"
PAGE_RIGHT = "✓ right"
PAGE_MISSED = "✗ missed"
PAGE_UNANSWERED = "Opened without an answer."
PAGE_SCORE = "{right} of {of} right, {left} not answered"
PAGE_AGAIN = "Begin again"

# What its words mean.
MEANINGS = "What the words mean"
RELATIONS = "What the sources say of a strategy for a profile"
STATUSES = "Evidence statuses, as each source states them; the furthest advanced first"

# The command.
QUESTIONS = "write questions for other programs to a file; the suffix chooses the kind"
EPILOG = """\
Kinds: .gift and .xml (Moodle), .zip (QTI 2.1), .apkg (Anki), .html and .pdf
Without --case, --seminar or --random the questions are about all cases of the pack. All but a .pdf
without --answers tell the answers, each with section and reference. Examples:
  nanoexplorer questions moodle.xml --random 40 --seed 7
  nanoexplorer questions cards.apkg --seminar lecture.nxseminar
  nanoexplorer questions sheet.pdf --case {case} --case {other_case} --answers
"""
CASE = "ask about a case of the pack, by its id; may be given several times"
SEMINAR = "ask about the cases of a seminar file"
RANDOM = "ask so many questions about random profiles, 1 to {most}"
SEED = "the number of the set, 1 to {most}: the same number asks the same questions (1 if left out)"
NUMBER = "how many questions about cases, 1 to {most} ({each} a case if left out)"
ANSWERS = "for .pdf: the answers behind the questions"
ONLY_DEPENDENT = "ask about nothing that is independent of the profile"
UNKNOWN_SUFFIX = "“{name}” names no kind of questions; allowed: {allowed}"
ONLY_PDF = "--answers: of no use for this; allowed with: .pdf (the others hold the answers)"
NOTHING = (
    "There is nothing to ask: found 0 questions; allowed: cases with a strategy that is shown."
)
WRITTEN = "{questions} written."
WITH_ANSWERS = "The file has the answers in it."
FEWER = "{found} questions written; there are no more that differ ({wanted} asked for)."
