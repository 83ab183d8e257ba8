"""Every word that a person can read: on screen, on paper, on the command line.

Templates are filled with `str.format`; text from packs goes in as an argument, never as a template.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # words are there before the first paint; the model needn't be
    from collections.abc import Iterable, Sequence

    from nanoexplorer.core.decision_table import Verdict
    from nanoexplorer.core.evidence import Condition, Criterion, Evidence
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
    "matches": "Named for this profile",
    "open": "Depends on an unknown",
    "any-profile": "Named without a condition on the profile",
    "no-match": "Named for other profiles",
}
VERDICT_SHORT = {
    "matches": "named",
    "open": "depends on an unknown",
    "any-profile": "named without a condition",
    "no-match": "named for other profiles",
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
BOUND = {"is": "{}", "at-most": "at most {}", "at-least": "at least {}"}
OUR_READING = "our reading"
NO_CONDITION = "no condition on the profile"
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
    if test.test == "is":
        return value_phrase(field, test.value)
    return BOUND[test.test].format(value_phrase(field, test.value))


def hedged(phrase: str, hedge: str) -> str:
    return f"{phrase} ({hedge})" if hedge else phrase


def reason_phrase(fields: dict[str, Field], reason: Reason) -> str:
    """A reason as it stands on a card, without its basis."""
    criterion = reason.criterion
    if reason.outcome == "outside" or reason.found is None:
        return f"{OUTSIDE_LABEL.lower()}: {hedged(str(criterion.value), criterion.hedge)}"
    field = fields[criterion.field]
    asked = hedged(condition_phrase(field, criterion), criterion.hedge)
    found = value_phrase(field, reason.found)
    if reason.outcome == "unmet":
        return f"{NAMED_FOR.format(asked=asked)}; {PROFILE_SAYS.format(found=found)}"
    if reason.outcome == "met" and criterion.test == "is":
        return asked
    if reason.outcome == "met":
        return f"{found}, {NAMED_FOR.format(asked=short_condition(criterion))}"
    return f"{found}; {NAMED_FOR.format(asked=asked)}"


def short_condition(criterion: Criterion) -> str:
    """The condition on a count, the unit left out: *at most 3 (usually)*."""
    return hedged(BOUND[criterion.test].format(criterion.value), criterion.hedge)


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
    return f"{branch_values(field, branch.values)}: {VERDICT_SHORT[branch.verdict]}"


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


def rung_scopes(rows: Iterable[Evidence]) -> str:
    return "; ".join(dict.fromkeys(scope(row.scope, row.scope_named) for row in rows))


def refs(numbers: str, several: bool) -> str:
    return f"{'refs' if several else 'ref'} {numbers}"


def one_line(text: str) -> str:
    """Text without line breaks and control characters, for a terminal."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


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
PROFILE_SAYS = "profile: {found}"
NAMED_FOR = "named for {asked}"


def quoted(label: str) -> str:
    """The source's own words."""
    return f"“{label}”"


def group_heading(verdict: Verdict, count: int) -> str:
    return f"{VERDICT[verdict]} — {count}"


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


def listed(names: Sequence[str], most: int = 0) -> str:
    """Names in a sentence: *a, b and c*; beyond `most` only their number."""
    if most and len(names) > most:
        return f"{', '.join(names[:most])} {MORE.format(count=len(names) - most)}"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
