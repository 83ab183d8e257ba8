"""Every word that a person can read: on screen, on paper, on the command line.

Templates are filled with `str.format`; text from packs goes in as an argument, never as a template.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # words are there before the first paint; the model needn't be
    from collections.abc import Callable, Iterable, Sequence

    from nanoexplorer.core.decision_table import Verdict
    from nanoexplorer.core.evidence import Condition, Criterion, Evidence, Note
    from nanoexplorer.core.explaining import Branch, Reason, Stretch
    from nanoexplorer.core.profile import Field, Profile, Value
    from nanoexplorer.core.standing import Rung

APP = "nanoexplorer"
# The disclaimer. The gate asks again whenever one of these texts changes.
DISCLAIMER_LEAD = "Educational only — not for clinical use."
DISCLAIMER_REST = (
    "Shows what the cited sources say; it is not advice for any patient. "
    "Absence here is not evidence of no effect."
)
DISCLAIMER = f"{DISCLAIMER_LEAD} {DISCLAIMER_REST}"
KIND = {
    "treatment-modality": "Treatment modality",
    "nanocarrier-strategy": "Nanocarrier strategy",
}
KIND_PLURAL = {
    "treatment-modality": "Treatment modalities",
    "nanocarrier-strategy": "Nanocarrier strategies",
}
VERDICT = {
    "matches": "The sources name it for this profile",
    "against": "Reasons against are met",
    "open": "Open: an unknown value decides",
    "no-match": "Named for other profiles",
    "any-profile": "Independent of the profile",
}
VERDICT_GROUP = {**VERDICT, "matches": "The sources name for this profile"}
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
ASPECT = {
    "indication": "What it is named for",
    "mechanism": "How it works",
    "benefit": "Benefit",
    "limitation": "Limitation",
    "resistance": "Resistance",
    "toxicity": "Toxicity",
    "status": "Status",
    "challenge": "Challenge",
    "source": "About the source itself",
}
SCOPE = {
    "lung-brain-metastases": "lung-cancer brain metastases",
    "brain-metastases-any-primary": "brain metastases, any primary tumour",
    "lung-cancer": "lung cancer",
    "not-stated": "disease not stated",
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
}
OUR_INTERPRETATION = "our interpretation"
NO_CONDITION = "no condition on the profile"
NONE_AGAINST = "no reason against is met"
CITED_FOR_PASSAGE = "cited for the passage"
SOURCE_ITSELF = "the source itself; no reference given"

MORE = "and {count} more"


def scope(scope_id: str, named: str) -> str:
    """A scope or a disease in words; `other` is given by its name."""
    return SCOPE.get(scope_id, named)


def value_phrase(field: Field, value: Value) -> str:
    """A value of a field as a phrase: *EGFR mutated*, *2 brain lesions*."""
    option = field.option(value)
    if option:
        return option.phrase
    return counted(int(value), field.singular, field.plural)


def counted(number: int, singular: str, plural: str) -> str:
    return f"{number:,} {singular if number == 1 else plural}".replace(",", "\u202f")


def profile_line(fields: Iterable[Field], profile: Profile, *, known_only: bool = False) -> str:
    """A profile in one line, folded-away unknowns left out."""
    shown = (
        value_phrase(f, profile[f.id])
        for f in fields
        if f.is_known(profile[f.id]) or not (f.folded or known_only)
    )
    return " · ".join(shown)


def condition_phrase(field: Field, test: Condition | Criterion) -> str:
    """What a criterion asks of a field: *EGFR mutated*, *at most 3 lesions*."""
    return _condition(test, lambda value: value_phrase(field, value))


def _condition(test: Condition | Criterion, said: Callable[[Value], str]) -> str:
    values = test.value if isinstance(test.value, tuple) else (test.value,)
    return BOUND[test.test].format(listed([said(value) for value in values], joint=OR))


def hedged(phrase: str, hedge: str) -> str:
    return f"{phrase} ({hedge})" if hedge else phrase


def reason_phrase(fields: dict[str, Field], reason: Reason) -> str:
    """A reason as it stands on a card, without its basis."""
    criterion = reason.criterion
    if reason.outcome == "outside" or reason.found is None:
        return outside_phrase((reason,))
    field = fields[criterion.field]
    named = NAMED_AGAINST if reason.is_against else NAMED_FOR
    asked = hedged(condition_phrase(field, criterion), criterion.hedge)
    found = value_phrase(field, reason.found)
    if reason.outcome == "unmet":
        return f"{named.format(asked=asked)}; {PROFILE_SAYS.format(found=found)}"
    if reason.outcome == "met" and criterion.test == "is":
        return AGAINST_MET.format(asked=asked) if reason.is_against else asked
    if reason.outcome == "met":
        short = hedged(short_condition(field, criterion), criterion.hedge)
        return f"{found}, {named.format(asked=short)}"
    return f"{found}; {named.format(asked=asked)}"


def outside_phrase(reasons: Sequence[Reason]) -> str:
    """Conditions of one effect that the profile does not ask, in one phrase."""
    label = OUTSIDE_AGAINST if reasons[0].is_against else OUTSIDE_LABEL
    said = (hedged(str(r.criterion.value), r.criterion.hedge) for r in reasons)
    return f"{label.lower()}: {'; '.join(said)}"


def short_condition(field: Field, criterion: Criterion) -> str:
    """The condition on a field that is named beside it: *mutated*, *at most 3*."""
    labels = {option.id: option.label for option in field.options}
    return _condition(criterion, lambda value: labels.get(str(value), str(value)))


def interpreted(phrase: str, criterion: Criterion) -> str:
    """What a criterion says, marked where we had to read it into the source's words."""
    is_ours = criterion.basis == "interpretation"
    return f"{phrase} ({OUR_INTERPRETATION})" if is_ours else phrase


def branch_values(field: Field, values: Sequence[Value | Stretch]) -> str:
    """Values that lead to one verdict: *mutated*, *1–3 lesions*, *4 lesions or more*."""
    return ", ".join(_branch_value(field, value) for value in values)


def _branch_value(field: Field, value: Value | Stretch) -> str:
    if not isinstance(value, tuple):
        return value_phrase(field, value)
    if value.last is None:
        return f"{value_phrase(field, value.first)} or more"
    if value.last == value.first:
        return value_phrase(field, value.first)
    return f"{value.first}–{value_phrase(field, value.last)}"


def branch_phrase(field: Field, branch: Branch) -> str:
    return f"{branch_values(field, branch.values)}: {VERDICT_SAID[branch.verdict]}"


def change_phrase(fields: dict[str, Field], change: Iterable[tuple[str, Value]]) -> str:
    """The fields in which the nearest profile differs."""
    return " · ".join(value_phrase(fields[field], value) for field, value in change)


def rung_label(rung: Rung) -> str:
    """A rung on a chip; an approval for something else names what it is for."""
    if not rung.hollow:
        return rung.status.label
    if rung.discontinued:
        return f"{rung.status.label}, discontinued"
    return f"{rung.status.label} ({rung_scopes(rung.rows)})"


DISPUTED = "disputed by a note"
DISPUTED_SIGN = "≠"
DISPUTED_LEGEND = (
    f"{DISPUTED_SIGN} {DISPUTED}: a note of this pack contradicts or limits the status."
)


def rung_said(rung: Rung) -> str:
    """A rung where nothing is drawn: its label, and whether a note disputes it."""
    return disputed_label(rung_label(rung), bool(rung.disputes))


def disputed_label(label: str, disputed: bool) -> str:
    """A status in words; the sign is the one that is drawn beside it elsewhere."""
    return f"{label} {DISPUTED_SIGN} {DISPUTED}" if disputed else label


def disputed_tip(notes: Iterable[Note]) -> str:
    """What the mark stands for: the notes in full."""
    return "\n".join(f"{DISPUTED}: {note.text}" for note in notes)


def rung_scopes(rows: Iterable[Evidence]) -> str:
    return "; ".join(dict.fromkeys(scope(row.scope, row.scope_named) for row in rows))


def refs(numbers: str, several: bool) -> str:
    return f"{'refs' if several else 'ref'} {numbers}"


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
GAP = "No {kind} is named for {value} in these sources: a gap."


def gap_line(field: Field, value: Value, kind: str) -> str:
    """What a column says where a known biomarker has nothing in it."""
    return GAP.format(kind=KIND[kind].lower(), value=value_phrase(field, value))


OUTSIDE_LABEL = "Not asked here"
OUTSIDE_AGAINST = "Not asked here, against"
PROFILE_SAYS = "profile: {found}"
NAMED_FOR = "named for {asked}"
NAMED_AGAINST = "against: {asked}"
AGAINST_MET = "{asked}, a reason against"


def quoted(label: str) -> str:
    """The source's own words."""
    return f"“{label}”"


def in_group(said: str, verdict: Verdict) -> str:
    """What is heard of a strategy in a list: its card, and the group that it stands in."""
    return f"{said}. {VERDICT_GROUP[verdict]}"


def group_heading(verdict: Verdict, count: int) -> str:
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
AND_ALSO = " · "


def grouped_number(number: int) -> str:
    """A number with its thousands set apart."""
    return f"{number:,}".replace(",", "\u202f")


AND = "and"
OR = "or"


def listed(names: Sequence[str], most: int = 0, joint: str = AND) -> str:
    """Names in a sentence: *a, b and c*; beyond `most` only their number."""
    if most and len(names) > most:
        return f"{', '.join(names[:most])} {MORE.format(count=len(names) - most)}"
    return f" {joint} ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
