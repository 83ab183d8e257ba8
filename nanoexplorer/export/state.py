"""The state of a view as text, as files carry it, and back: a versioned JSON of the intent.

What comes back is data of unknown origin: every part is looked at before it becomes an intent.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Field, Profile, Value
from nanoexplorer.core.screen import Intent
from nanoexplorer.figures.exhibits import EXHIBITS
from nanoexplorer.pack.manifest import VERSION

SCHEMA: Final = "nanoexplorer/view/1"
MOST_SIGNS: Final = 200_000
"""In a state; a longer one is none of ours."""
MOST_WORDS: Final = 2_000
"""Signs in a text that somebody typed."""
MOST_OPTIONS: Final = 200
CARD: Final = "card"
"""The exhibit that is no tab."""
TOPICS: Final = "topics"
"""The one that shows something of which nothing need have been chosen."""


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
        "options": [list(pair) for pair in _settled(pack, intent, view)],
    }
    return json.dumps(state, ensure_ascii=True, separators=(",", ":"))


def _settled(pack: Pack, intent: Intent, view: str) -> tuple[tuple[str, str], ...]:
    """What was chosen, with what is shown where nothing was: a later pack may begin otherwise."""
    if view != TOPICS:
        return intent.options
    from nanoexplorer.figures.exhibits.topics import SHOWN, topic_of

    topic = topic_of(pack, intent.options)
    if topic is None:
        return intent.options
    return tuple(sorted({**dict(intent.options), SHOWN: topic.id}.items()))


def intent_of(pack: Pack, text: str) -> tuple[Intent, str, str]:
    """The intent and view that a state reopens, and the pack version it was made with.

    Of another version of the pack: opened if every field and value still exists; a field that is
    new is unknown then. Raises StateError.
    """
    state = parsed(text)
    check_schema(state, SCHEMA)
    version = pack_version(pack, state)
    older = version != pack.version
    second = state.get("second_profile")
    intent = Intent(
        profile=read_profile(pack, _table(state, "profile"), older),
        second_profile=None if second is None else read_profile(pack, second, older),
        selection=_selection(pack, read_text(state, "selection")),
        search=read_text(state, "search"),
        tab=_view(read_text(state, "tab"), card=False),
        options=_options(state),
    )
    return intent, _view(read_text(state, "view"), card=True), version


def parsed(text: str) -> dict[str, Any]:
    """The parts of a state, not looked at yet. Raises StateError."""
    try:
        state = json.loads(text) if len(text) <= MOST_SIGNS else None
    except (ValueError, RecursionError):
        state = None
    if not isinstance(state, dict):
        raise StateError("damaged")
    return state


def check_schema(state: Mapping[str, Any], schema: str) -> None:
    """Raises StateError where the state is not of that schema, `family/version`."""
    found = read_text(state, "schema")
    if found != schema:
        family = schema.rpartition("/")[0]
        raise StateError("newer" if found.startswith(f"{family}/") else "damaged")


def pack_version(pack: Pack, state: Mapping[str, Any]) -> str:
    """The version of the pack that a state was made with. Raises StateError for another pack."""
    about = _table(state, "pack")
    id_, version = read_text(about, "id"), read_text(about, "version")
    if id_ != pack.id:
        raise StateError("other-pack", pack=_short(id_))
    if not VERSION.fullmatch(version):  # it is told in a line
        raise StateError("damaged")
    return version


def _table(state: Mapping[str, Any], name: str) -> dict[str, Any]:
    found = state.get(name)
    if not isinstance(found, dict):
        raise StateError("damaged")
    return found


def read_text(state: Mapping[str, Any], name: str) -> str:
    """A text of a state. Raises StateError."""
    return _checked(state.get(name))


def _checked(found: object) -> str:
    if not isinstance(found, str) or len(found) > MOST_WORDS:
        raise StateError("damaged")
    if any("\ud800" <= sign <= "\udfff" for sign in found):  # half a sign, which nothing can write
        raise StateError("damaged")
    return found


def _view(name: str, *, card: bool) -> str:
    if name not in EXHIBITS or (name == CARD and not card):
        raise StateError("damaged")
    return name


def _selection(pack: Pack, id_: str) -> str:
    """A strategy that another version of the pack may no longer have."""
    return id_ if id_ in pack.strategy else ""


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
    written = isinstance(value, str | int) and not isinstance(value, bool)
    known = field.parse(str(value)) if written and len(str(value)) <= MOST_WORDS else None
    if known is None or known != value:
        raise StateError("value", field=field.label, value=_short(str(value)[:MOST_WORDS]))
    return known


def _options(state: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    found = state.get("options")
    if not isinstance(found, list) or len(found) > MOST_OPTIONS:
        raise StateError("damaged")
    pairs = []
    for pair in found:
        if not isinstance(pair, list) or len(pair) != 2:
            raise StateError("damaged")
        pairs.append((_checked(pair[0]), _checked(pair[1])))
    return tuple(pairs)


def _short(text: str) -> str:
    """What somebody's file says, as far as it goes into one line."""
    return text if len(text) <= 40 else f"{text[:39]}…"
