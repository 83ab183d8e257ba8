"""Every verdict for every profile, as data that a page looks up without a server.

A strategy depends on few fields, and of each on few stretches of values: its verdicts are one sign
for every combination of these, worked out by the decision table itself, so that the page can't
disagree with it.
"""

from __future__ import annotations

import json
from itertools import product
from math import prod
from typing import Any, Final

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Field, Profile, Value
from nanoexplorer.core.statuses import statuses_of
from nanoexplorer.documents.statuses import marks_of
from nanoexplorer.drawing.looks import VERDICT
from nanoexplorer.places import resources
from nanoexplorer.words import common

SIGNS: Final = {
    Verdict.MATCHES: "m",
    Verdict.AGAINST: "a",
    Verdict.OPEN: "o",
    Verdict.NO_MATCH: "n",
    Verdict.ANY_PROFILE: "i",
}
MOST_SIGNS: Final = 200_000
"""Of all strategies together; a pack that wants more has no page that answers."""

SCRIPT: Final = "answers.js"

Data = dict[str, Any]


def answers(pack: Pack) -> Data | None:
    """Fields with the first values of their stretches, and for each strategy the places of the
    fields that it depends on with its verdicts, the last field changing fastest. None where that
    would be too much for a page.
    """
    stretches = [pack.table.representatives(field) for field in pack.fields]
    on = {strategy.id: _depends_on(pack, strategy.id) for strategy in pack.ordered}
    if sum(prod(len(stretches[place]) for place in places) for places in on.values()) > MOST_SIGNS:
        return None
    return {
        "fields": [
            _field(f, values, pack.table.named.get(f.id, ()))
            for f, values in zip(pack.fields, stretches, strict=True)
        ],
        "strategies": {
            id_: {"on": places, "is": _verdicts(pack, id_, places, stretches)}
            for id_, places in on.items()
        },
    }


def _field(field: Field, stretches: tuple[Value, ...], named: tuple[str, ...]) -> Data:
    """Where its stretches begin, and its values in words; of several at once those that stand for
    all, what a test names of them, the first of the others, and what nothing at all stands for.
    """
    others = [option for option in field.together if option not in named]
    several = {"named": named, "rest": "".join(others[:1]), "unknown": field.default}
    return {
        "id": field.id,
        "from": [value for value in stretches if not isinstance(value, str)],
        "options": [value for value in stretches if isinstance(value, str)],
        **(several if field.together else {}),
    }


def _depends_on(pack: Pack, strategy: str) -> list[int]:
    rows = pack.table.rows[pack.table.index[strategy]].values()
    asked = {criterion.field for criteria in rows for criterion in criteria}
    return [place for place, field in enumerate(pack.fields) if field.id in asked]


def _verdicts(
    pack: Pack, strategy: str, places: list[int], stretches: list[tuple[Value, ...]]
) -> str:
    signs = []
    for values in product(*(stretches[place] for place in places)):
        found = {pack.fields[p].id: value for p, value in zip(places, values, strict=True)}
        profile = pack.blank_profile.replace(found)
        signs.append(SIGNS[pack.table.verdict(profile, strategy)])
    return "".join(signs)


def answering(pack: Pack, profile: Profile) -> Data | None:
    """The form for another profile, every strategy in its group, and the data of all answers; None
    for a pack that wants too much.
    """
    from markupsafe import Markup

    data = answers(pack)
    if data is None:
        return None
    script = (resources() / "templates" / SCRIPT).read_text(encoding="utf-8")
    written = json.dumps(data, ensure_ascii=True).replace("<", "\\u003c")
    answer = pack.table.answer(profile)
    named = {
        id_: v for v, bits in zip(Verdict, answer, strict=True) for id_ in pack.table.names(bits)
    }
    return {
        "data": Markup(written),
        "script": Markup(script),
        "fields": [_control(field, profile[field.id]) for field in pack.fields],
        "groups": [
            {
                "sign": SIGNS[verdict],
                "label": common.VERDICT_GROUP[verdict],
                "mark": VERDICT[verdict].mark,
                "strategies": [
                    {"id": one.id, "name": one.name, "chips": marks_of(statuses_of(pack, one.id))}
                    for one in pack.ordered
                    if named[one.id] is verdict
                ],
            }
            for verdict in Verdict
        ],
    }


def _control(field: Field, value: Value) -> Data:
    """A field of the form; a number stands beside its unknown options."""
    known = not isinstance(value, str)
    return {
        "id": field.id,
        "label": field.label,
        "has_numbers": field.has_numbers,
        "number": field.plural or field.unit or field.label,
        "step": field.step or 1,
        "minimum": field.minimum,
        "maximum": field.maximum,
        "value": value,
        "several": bool(field.together),
        "checked": (field.default,) if known else field.parts(value),
        "options": [
            {"id": option.id, "label": option.label, "alone": option.id not in field.together}
            for option in field.options
        ],
    }
