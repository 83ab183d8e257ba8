"""The state of a view as text, as files carry it: a versioned JSON of the intent; and back."""

from __future__ import annotations

import json
from typing import Final

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Intent
from nanoexplorer.formats import view as format_of
from nanoexplorer.views import NAMES

TOPICS: Final = "topics"
"""The one that shows something of which nothing need have been chosen."""


def state_json(pack: Pack, intent: Intent, view: str) -> str:
    """All that reopens a view, in ASCII on one line."""
    second = intent.second_profile
    state = {
        "schema": format_of.SCHEMA,
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
    from nanoexplorer.core.shown.topics import SHOWN, topic_of

    topic = topic_of(pack, intent)
    if topic is None:
        return intent.options
    return tuple(sorted({**dict(intent.options), SHOWN: topic.id}.items()))


def intent_of(pack: Pack, text: str) -> tuple[Intent, str, str]:
    """The intent and view that a state reopens, and the pack version. Raises StateError."""
    return format_of.intent_of(pack, text, NAMES)
