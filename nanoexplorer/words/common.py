"""Every word that a person can read: on screen, on paper, on the command line.

Templates are filled with `str.format`; text from packs goes in as an argument, never as a template.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from nanoexplorer.words.language import Forms, form_for

if TYPE_CHECKING:  # words are there before the first paint; the model needn't be
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from nanoexplorer.core.decision_table import Verdict
    from nanoexplorer.core.evidence import Condition, Criterion, Kind
    from nanoexplorer.core.explaining import Span
    from nanoexplorer.core.profile import Field, Number, Profile, Value

APP = "nanoexplorer"
# The disclaimer. The gate asks again whenever one of these texts changes.
DISCLAIMER_LEAD = "Educational only — not for clinical use."
DISCLAIMER_REST = "Shows what the cited sources say; it is not advice for any patient."
DISCLAIMER_ABSENCE = "Absence here is not evidence of no effect."
VERDICT = {
    "matches": "The sources name it for this profile",
    "against": "Reasons against are met",
    "open": "Open: an unknown value decides",
    "no-match": "Named for other profiles",
    "any-profile": "Independent of the profile",
}
VERDICT_GROUP = {
    "matches": "The sources name for this profile",
    "against": "Reasons against are met",
    "open": "Open: an unknown value decides",
    "no-match": "Named for other profiles",
    "any-profile": "Independent of the profile",
}
"""At the head of a group."""
VERDICT_SAID = {
    "matches": "named",
    "against": "reasons against are met",
    "open": "still open",
    "no-match": "named for other profiles",
    "any-profile": "independent of the profile",
}
"""What would be said if a value were another; for chips and keys there is a shorter word."""
VERDICT_SHORT = {
    "matches": "named",
    "against": "against",
    "open": "open",
    "no-match": "other profile",
    "any-profile": "independent",
}
MODEL = {"human": "humans", "animal": "animals", "in-vitro": "cells", "not-stated": ""}
REFERENCE_KIND = {
    "guideline": "guideline",
    "review": "review",
    "primary-clinical": "primary, clinical",
    "primary-preclinical": "primary, preclinical",
    "book-chapter": "book chapter",
    "thesis": "thesis",
    "label": "product label",
    "unclear": "kind unclear",
}
STATE = {"approved": "approved", "discontinued": "discontinued", "withdrawn": "withdrawn"}
BOUND = {
    "is": "{}",
    "is-not": "not {}",
    "one-of": "{}",
    "at-most": "at most {}",
    "at-least": "at least {}",
    "below": "below {}",
    "above": "above {}",
}
BESIDE = " + "
TOO = "{value} too"
NOT = "not {value}"
ANY_KNOWN = "any known value"
NUMBER_OF = "{number} {what}"
DECIMAL = "{field} {number}"
THOUSANDS = "\u202f"
OUR_INTERPRETATION = "our interpretation"
THEIR_INTERPRETATION = "the curators’ interpretation"
NONE_AGAINST = "no reason against is met"
CITED_FOR_PASSAGE_HERE = "{cited}, cited for the passage"
SOURCE_ITSELF = "the source itself; no reference given"
AND_MORE = "{names} and {count} more"


def interpretation(ours: bool) -> str:
    """Whose a reading is: ours in a pack that comes with the app, else that of who made it."""
    return OUR_INTERPRETATION if ours else THEIR_INTERPRETATION


def disclaimer() -> str:
    """The disclaimer in full, as one line."""
    return f"{DISCLAIMER_LEAD} {disclaimer_rest()}"


def disclaimer_rest() -> str:
    """What follows on its first words."""
    return f"{DISCLAIMER_REST} {DISCLAIMER_ABSENCE}"


def value_phrase(field: Field, value: Value) -> str:
    """A value of a field as a phrase: *EGFR mutated*, *2 brain lesions*, *Depth 0.80 m*; of several
    at once *EGFR mutated and ALK rearranged*.
    """
    option = field.option(value)
    if option:
        return option.phrase
    if isinstance(value, str):
        return listed([value_phrase(field, part) for part in field.parts(value)])
    if field.kind == "decimal":
        return DECIMAL.format(field=field.label, number=value_beside(field, value))
    # The two forms are the pack's, whatever language the app speaks.
    what = field.singular if value == 1 else field.plural
    return NUMBER_OF.format(number=value_beside(field, value), what=what)


def value_beside(field: Field, value: Value) -> str:
    """A value beside the name of its field: *mutated*, *2*, *0.80 m*, *KRAS + TP53*."""
    if isinstance(value, str):
        found = (field.option(part) for part in field.parts(value))
        return BESIDE.join(option.label if option else value for option in found)
    number = grouped_number(value, field.digits)
    return NUMBER_OF.format(number=number, what=field.unit) if field.unit else number


def counted(number: int, forms: Forms, **also: object) -> str:
    """A number and what is counted, in the form that the number wants."""
    return form_for(number, forms).format(number=grouped_number(number), **also)


STRATEGIES = Forms("{number} strategy", "{number} strategies")
TOPICS = Forms("{number} topic", "{number} topics")
STATEMENTS = Forms("{number} statement", "{number} statements")
REFERENCES = Forms("{number} reference", "{number} references")
CASES = Forms("{number} case", "{number} cases")


def profile_values(
    fields: Iterable[Field], profile: Profile, *, known_only: bool = False, whole: bool = False
) -> Iterator[tuple[str, bool]]:
    """The values of a profile in words, and whether they are known; folded-away unknowns left
    out, or all of them, or none if `whole`.
    """
    for field in fields:
        known = field.is_known(profile[field.id])
        if whole or known or not (field.folded or known_only):
            yield value_phrase(field, profile[field.id]), known


def profile_line(fields: Iterable[Field], profile: Profile, *, known_only: bool = False) -> str:
    """The same in one line."""
    values = profile_values(fields, profile, known_only=known_only)
    return " · ".join(said for said, _ in values)


def condition_phrase(field: Field, test: Condition | Criterion) -> str:
    """What a criterion asks of a field: *EGFR mutated*, *at most 3 lesions*, *Depth below 2 m*."""
    if field.kind == "decimal":
        return DECIMAL.format(field=field.label, number=short_condition(field, test))
    return _condition(test, lambda value: value_phrase(field, value))


def _condition(test: Condition | Criterion, said: Callable[[Value], str]) -> str:
    values = test.value if isinstance(test.value, tuple) else (test.value,)
    return BOUND[test.test].format(listed([said(value) for value in values], joint=OR))


def hedged(phrase: str, hedge: str) -> str:
    """A phrase with its hedge in brackets, if it has one."""
    return f"{phrase} ({hedge})" if hedge else phrase


def short_condition(field: Field, criterion: Condition | Criterion) -> str:
    """The condition on a field that is named beside it: *mutated*, *at most 3*."""
    return _condition(criterion, partial(value_beside, field))


def values_beside(field: Field, values: Sequence[Span]) -> str:
    """Values that lead to one verdict, beside the name of their field: *unclear or not tested*."""
    return listed([_beside(field, one) for one in values], joint=OR)


def _beside(field: Field, span: Span) -> str:
    if not isinstance(span, tuple):
        return value_beside(field, span)
    ends: Any = span  # of a stretch, or of what is held: the kind of field says which
    return numbers_beside(field, *ends) if field.has_numbers else _holding(field, *ends)


def values_instead(field: Field, found: Value, values: Sequence[Span]) -> str:
    """The same, where another value was found; of several at once what comes to it, or goes."""
    held = set(field.parts(found)).intersection(field.together)
    return listed([_instead(field, held, one) for one in values], joint=OR)


def _instead(field: Field, held: Collection[Value], span: Span) -> str:
    if not (held and isinstance(span, tuple)):
        return _beside(field, span)
    ends: Any = span
    having, lacking = ends
    if having and having[0] not in field.together:
        return _beside(field, span)
    more = [value_beside(field, option) for option in having if option not in held]
    less = [value_beside(field, option) for option in lacking if option in held]
    gone = [NOT.format(value=said) for said in less]
    return listed([*([TOO.format(value=listed(more))] if more else []), *gone])


def _holding(field: Field, having: Sequence[str], lacking: Sequence[str]) -> str:
    """Several at once by what is there and what isn't: *KRAS and not TP53*."""
    there = [value_beside(field, option) for option in having]
    absent = [NOT.format(value=value_beside(field, option)) for option in lacking]
    return listed([*there, *absent]) or ANY_KNOWN


def numbers_beside(field: Field, first: Number, last: Number | None) -> str:
    """Numbers that follow each other, beside the name of their field: *0.50–0.79 m*."""
    if last is None:
        return OR_MORE.format(least=value_beside(field, first))
    if last == first:
        return value_beside(field, first)
    return f"{field.written(first)}–{value_beside(field, last)}"


def change_phrase(
    fields: dict[str, Field], profile: Profile, change: Iterable[tuple[str, Value]]
) -> str:
    """The fields in which the nearest profile differs."""
    return " · ".join(_changed(fields[field], profile[field], value) for field, value in change)


def _changed(field: Field, old: Value, new: Value) -> str:
    """What a value becomes; of several at once what comes to it, or goes."""
    was, now = (set(field.parts(value)) for value in (old, new))
    if was < now:
        return TOO.format(value=value_phrase(field, field.joined(now - was)))
    if now < was:
        return NOT.format(value=value_phrase(field, field.joined(was - now)))
    return value_phrase(field, new)


OR_MORE = "{least} or more"
STATUS_DISCONTINUED = "{status}, discontinued"
DISPUTED = "disputed by a note"
DISPUTED_SIGN = "≠"
DISPUTED_LABEL = "{label} ≠ disputed by a note"
DISPUTED_BY = "disputed by a note: {note}"
DISPUTED_COUNT = "{number} ≠ disputed by a note"
DISPUTED_NUMBER = "{number} ≠"
DISPUTED_KEY = "≠ disputed by a note"
DISPUTED_LEGEND = "≠ disputed by a note: a note of this pack contradicts or limits the status."


NAMED_WITH_NUMBERS = "{names} [{numbers}]"
"""References by author and year, their numbers behind."""
REFS = Forms("ref {numbers}", "refs {numbers}")


def one_line(text: str) -> str:
    """Text without line breaks and control characters, for a terminal.

    Of a word longer than any name that a disk allows the beginning and the end are left.
    """
    said = "".join(sign if sign.isprintable() else " " for sign in text)
    if len(said) <= LONGEST_NAME:
        return said
    return " ".join(_shortened(word) for word in said.split(" "))


def _shortened(word: str) -> str:
    return word if len(word) <= LONGEST_NAME else f"{word[:120]}…{word[-60:]}"


LONGEST_NAME = 400


OUTCOME = {
    "met": "met",
    "open": "open",
    "unmet": "not met",
    "caveat": "caveat",
    "outside": "outside the profile",
}
GAP = "{kinds}: none is named for {value} in these sources — a gap."


def gap_line(field: Field, value: Value, kind: Kind) -> str:
    """What the column of a kind says where a known biomarker has nothing in it."""
    return GAP.format(kinds=kind.plural, value=value_phrase(field, value))


CONDITION_NOT_ASKED = "Condition not asked here"
CONDITION_NOT_ASKED_SAID = "condition not asked here"
"""On a card; the condition itself stands where all is told."""
WITH_UNASKED = "{asked}, with a condition not asked here"
"""On a card, of what is named only together with it."""
BETWEEN_PLACES = "; "
CITED = "{said} — {cited}"
OUTSIDE_LABEL = "Not asked here"
OUTSIDE_AGAINST = "Not asked here, against"
OUTSIDE = "not asked here: {asked}"
OUTSIDE_SPEAKS_AGAINST = "not asked here, against: {asked}"
PROFILE_SAYS = "profile: {found}"
NAMED_FOR = "named for {asked}"
NAMED_AGAINST = "against: {asked}"
AGAINST_MET = "{asked}, a reason against"
ASKED_WITH = "{asked}, and: {beside} (not asked here)"
AGAINST_MET_WITH = "{asked}: a reason against"


def quoted(label: str) -> str:
    """The source's own words."""
    return f"“{label}”"


def in_group(said: str, verdict: Verdict) -> str:
    """What is heard of a strategy in a list: its card, and the group that it stands in."""
    return f"{said}. {VERDICT_GROUP[verdict]}"


def group_size(verdict: Verdict, count: int) -> str:
    """A group's name and how many it has, where several groups stand in a line."""
    return f"{VERDICT_GROUP[verdict]} ({count})"


def group_heading(verdict: Verdict, count: int) -> str:
    """A group's name and how many it has, as a heading."""
    return f"{VERDICT_GROUP[verdict]} — {count}"


TABS = {
    "strategies": "Strategies",
    "evidence-map": "Evidence map",
    "decision-map": "Decision map",
    "barrier-routes": "Barrier routes",
    "compare": "Compare",
    "references": "References",
    "sources": "Sources",
    "topics": "Topics",
}
UNKNOWN = "unknown"
CLOSE = "Close"
CANCEL = "Cancel"
SAVE = "Save…"
SAVE_AS = "Save as…"
AND_ALSO = " · "


def grouped_number(number: float, places: int = 0) -> str:
    """A number with its thousands set apart, and so many digits behind the dot."""
    return f"{number:,.{places}f}".replace(",", THOUSANDS)


AND = "and"
OR = "or"


def in_capitals(text: str) -> str:
    """A heading as a medium without small capitals sets it."""
    return text.upper()


LABELLED = "{label}: {said}"


def labelled(label: str, said: str) -> str:
    """Something and what it is called."""
    return LABELLED.format(label=label, said=said)


def listed(names: Sequence[str], most: int = 0, joint: str = "") -> str:
    """Names in a sentence: *a, b and c*; beyond `most` only their number."""
    if most and len(names) > most:
        return AND_MORE.format(names=", ".join(names[:most]), count=len(names) - most)
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {joint or AND} {names[-1]}"
