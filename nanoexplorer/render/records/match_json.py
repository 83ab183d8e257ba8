"""`nanoexplorer/match/2`: every strategy of a pack and what a profile means for it, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable

from nanoexplorer.core import case_code
from nanoexplorer.core.decision_table import Outcome
from nanoexplorer.core.evidence import CitationCheck, Evidence, Note, Statement
from nanoexplorer.core.explaining import Reason
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.resolve import inspect
from nanoexplorer.core.screen import Inspected
from nanoexplorer.core.statuses import note_applies, status_of_row
from nanoexplorer.words import common

SCHEMA = "nanoexplorer/match/2"

Json = dict[str, object]


def match_json(pack: Pack, profile: Profile) -> str:
    """The document of design section 7, indented, with a newline at its end."""
    document = {
        "schema": SCHEMA,
        "disclaimer": common.disclaimer(),
        "pack": pack_json(pack),
        "case_code": case_code.encode(pack, profile),
        "profile": profile.as_dict(),
        "strategies": [_strategy(pack, inspect(pack, profile, s.id)) for s in pack.ordered],
        "topics": [_topic(pack, topic.id, topic.name) for topic in pack.topics],
        "quantities": [_quantity(pack, place) for place in range(len(pack.quantities))],
        "notes": _notes(
            n
            for n in pack.notes
            if not n.strategies and not n.topics and note_applies(pack, profile, n)
        ),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def pack_json(pack: Pack) -> Json:
    """Which pack it is, who made it, and whether it is one that comes with the app."""
    return {
        "id": pack.id,
        "version": pack.version,
        "title": pack.title,
        "curators": pack.curators,
        "checked": pack.ours,
    }


def _strategy(pack: Pack, shown: Inspected) -> Json:
    strategy = shown.card.strategy
    return {
        "id": strategy.id,
        "name": strategy.name,
        "kind": strategy.kind,
        "group": strategy.group,
        "verdict": shown.card.verdict,
        "reasons": [
            _reason(pack, one)
            for reason in shown.card.reasons
            for one in (reason, *(Reason(c, None, Outcome.OUTSIDE) for c in reason.beside))
        ],
        "evidence": [_evidence(pack, shown, row) for row in pack.evidence_of.get(strategy.id, ())],
        "approvals": [
            {
                "agency": a.agency,
                "product": a.product,
                "indication": a.indication,
                "year": a.year,
                "state": a.state,
                "references": [a.reference],
            }
            for a in shown.approvals
        ],
        "statements": [_statement(pack, statement) for statement in shown.statements],
        "notes": _notes(shown.notes),
        "citation_checks": _checks(shown.checks),
        "nearest_profile": dict(shown.nearest) if shown.nearest else None,
    }


def _cited(pack: Pack, statement: Statement) -> Json:
    """Where a claim stands in which source, and what that source cites for it."""
    return {
        "source": statement.source,
        "section": statement.section,
        "references": list(pack.cites(statement)),
    }


def _reason(pack: Pack, reason: Reason) -> Json:
    criterion = reason.criterion
    return {
        "field": criterion.field or None,
        "effect": criterion.effect,
        "test": criterion.test,
        "value": criterion.value,
        "found": reason.found,
        "outcome": reason.outcome,
        "basis": criterion.basis,
        "hedge": criterion.hedge or None,
        "alternative": criterion.alternative,
        **_cited(pack, pack.statement[criterion.statement]),
    }


def _evidence(pack: Pack, shown: Inspected, row: Evidence) -> Json:
    return {
        "status": row.status,
        "label_in_source": row.label or None,
        "scope": row.scope,
        "scope_named": row.scope_named or None,
        "alternative": row.alternative or None,
        "disputed_by": [n.id for n in status_of_row(shown.card.statuses, row).disputing(row)],
        **_cited(pack, pack.statement[row.statement]),
    }


def _statement(pack: Pack, statement: Statement) -> Json:
    return {
        "id": statement.id,
        "aspect": statement.aspect,
        "disease": statement.disease,
        "disease_named": statement.disease_named or None,
        "model": list(statement.model),
        "marker": statement.marker,
        "text": statement.text,
        **_cited(pack, statement),
    }


def _notes(notes: Iterable[Note]) -> list[Json]:
    return [{"id": n.id, "text": n.text, "references": list(n.references)} for n in notes]


def _checks(checks: Iterable[CitationCheck]) -> list[Json]:
    return [{"reference": check.reference, "text": check.text} for check in checks]


def _topic(pack: Pack, topic: str, name: str) -> Json:
    statements = pack.statements_on.get(topic, ())
    notes = (note for note in pack.notes if topic in note.topics)
    return {
        "id": topic,
        "name": name,
        "statements": [_statement(pack, statement) for statement in statements],
        "notes": _notes(notes),
        "citation_checks": _checks(c for s in statements for c in pack.checks_of.get(s.id, ())),
    }


def _quantity(pack: Pack, place: int) -> Json:
    quantity = pack.quantities[place]
    return {
        "id": quantity.id,
        "measure": quantity.measure,
        "value": quantity.value,
        "unit": quantity.unit or None,
        "population": quantity.population,
        "tension": quantity.tension,
        "remark": quantity.remark or None,
        **_cited(pack, pack.statement[quantity.statement]),
    }
