"""The state of a view, as files carry it: its shape, its text, and the intent that it reopens.

What comes back is data of unknown origin: every part is looked at before it becomes an intent.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from nanoexplorer.core.case_code import pack_mark
from nanoexplorer.core.pack import VERSION, Pack
from nanoexplorer.core.profile import SEVERAL, Field, Profile, Value
from nanoexplorer.core.screen import Intent
from nanoexplorer.core.shown.topics import SHOWN, topic_of
from nanoexplorer.formats.reader import FormatError, parsed, schema_problem, shaped
from nanoexplorer.formats.shapes import Anything, Items, Keys, Shape, Text, shown, whole_signs
from nanoexplorer.views import NAMES

FAMILY: Final = "nanoexplorer/view/"
SCHEMA: Final = f"{FAMILY}1"
MOST_SIGNS: Final = 200_000
"""In a state; a longer one is none of ours."""
MOST_WORDS: Final = 2_000
"""Signs in a text that somebody typed."""
MOST_OPTIONS: Final = 200
STEP: Final = "strategies.step"
"""The option that says of which step of a seminar a slide is."""
CARD: Final = "card"
"""The view that is no tab."""
TOPICS: Final = "topics"
"""The one that shows something of which nothing need have been chosen."""

TYPED: Final = Text(MOST_WORDS, plain=False, like=whole_signs)
PROFILE: Final = Anything()
PACK: Final = Keys({"id": TYPED, "version": TYPED}, open=True)
SHAPE: Final = Keys(
    {
        "schema": TYPED,
        "view": TYPED,
        "profile": PROFILE,
        "selection": TYPED,
        "search": TYPED,
        "tab": TYPED,
        "options": Items(Items(TYPED, 2, least=2), MOST_OPTIONS),
    },
    {"pack": PACK, "second_profile": PROFILE},
    open=True,
)


class StateError(ValueError):
    """Why a text is no state for this pack: a reason (`code`) and what it is about.

    The reasons are the keys of `strings.export.STATE_ERROR`.
    """

    def __init__(self, code: str, **about: str) -> None:
        super().__init__(code)
        self.code = code
        self.about = about


def state_json(pack: Pack, intent: Intent, view: str) -> str:
    """All that reopens a view, in ASCII on one line."""
    second = intent.second_profile
    state = {
        "schema": SCHEMA,
        "pack": {"id": pack.id, "version": pack.version},
        "view": view,
        "profile": intent.profile.as_dict(),
        "second_profile": second.as_dict() if second else None,
        "selection": intent.selection,
        "search": intent.search,
        "tab": intent.tab,
        "options": [list(pair) for pair in settled(pack, intent, view)],
    }
    return json.dumps(state, ensure_ascii=True, separators=(",", ":"))


def settled(pack: Pack, intent: Intent, view: str) -> tuple[tuple[str, str], ...]:
    """What was chosen, with what is shown where nothing was: a later pack may begin otherwise."""
    if view != TOPICS:
        return intent.options
    topic = topic_of(pack, intent)
    if topic is None:
        return intent.options
    return tuple(sorted({**dict(intent.options), SHOWN: topic.id}.items()))


def intent_of(pack: Pack, text: str) -> tuple[Intent, str, str]:
    """The intent and view that a state reopens, and the pack version it was made with.

    Of another version of the pack: opened if every field and value still exists; a field that is
    new is unknown then. Raises StateError.
    """
    state, version = state_of(pack, text, FAMILY, SHAPE)
    older = version != pack.version
    second = state.get("second_profile")
    selection = state["selection"]
    intent = Intent(
        profile=read_profile(pack, state["profile"], older),
        second_profile=None if second is None else read_profile(pack, second, older),
        # A strategy that another version of the pack may no longer have.
        selection=selection if selection in pack.strategy else "",
        search=state["search"],
        tab=state["tab"],
        options=tuple((name, value) for name, value in state["options"]),
    )
    if intent.tab not in NAMES or intent.tab == CARD or state["view"] not in NAMES:
        raise StateError("damaged")
    return intent, state["view"], version


def said_to_be(text: str) -> str:
    """The schema that a state names. Raises StateError."""
    data = _parsed(text)
    return str(data.get("schema", ""))


def state_of(pack: Pack, text: str, family: str, shape: Shape) -> tuple[dict[str, Any], str]:
    """The parts of a state of that shape, and the version of the pack that it was made with.

    Raises StateError, also where it was made with another pack.
    """
    data = _parsed(text)
    foreign = schema_problem(data, family, 1)
    if foreign:
        raise StateError("newer" if foreign.found.startswith(family) else "damaged")
    try:
        version = _version(pack, shaped(data.get("pack"), PACK))
        return shaped(data, shape), version
    except FormatError as error:
        raise StateError("damaged") from error


def _parsed(text: str) -> dict[str, Any]:
    try:
        data = parsed(text, MOST_SIGNS)
    except FormatError as error:
        raise StateError("damaged") from error
    if not isinstance(data, dict):
        raise StateError("damaged")
    return data


def _version(pack: Pack, about: Mapping[str, str]) -> str:
    if about["id"] != pack.id:
        id_ = about["id"]
        raise StateError("other-pack", pack=_short(id_), mark=pack_mark(id_))
    if not VERSION.fullmatch(about["version"]):  # it is told in a line
        raise StateError("damaged")
    return about["version"]


def read_profile(pack: Pack, found: object, older: bool) -> Profile:
    """A profile of a state; `older`: of another version of the pack. Raises StateError."""
    if not isinstance(found, dict):
        raise StateError("damaged")
    for name in found:
        if name not in pack.field:
            raise StateError("field", field=_short(name))
    values = tuple(_value(field, found, older) for field in pack.fields)
    return Profile(tuple(field.id for field in pack.fields), values)


def _value(field: Field, found: Mapping[str, object], older: bool) -> Value:
    if field.id not in found:
        if older:
            return field.default
        raise StateError("missing", field=field.label)
    value = found[field.id]
    written = isinstance(value, str | int | float) and not isinstance(value, bool)
    known = field.parse(str(value)) if written and len(str(value)) <= MOST_WORDS else None
    if known is None or (known != value and field.kind != SEVERAL):  # in another pack's order
        raise StateError("value", field=field.label, value=_short(shown(value)))
    return known


def _short(text: str) -> str:
    """What somebody's file says, as far as it goes into one line."""
    return text if len(text) <= 40 else f"{text[:39]}…"
