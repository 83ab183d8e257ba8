"""What is remembered goes with what it was worked out of."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.remembering import remembered
from nanoexplorer.core.resolve import resolve
from nanoexplorer.core.screen import Intent
from nanoexplorer.documents.card import card_words
from nanoexplorer.documents.finding import find
from nanoexplorer.documents.terms import terms_of
from nanoexplorer.views import NAMES
from tests.packs import mini_pack

ASKED: list[tuple[str, int]] = []


@remembered(2)
def worked_out(pack: Pack, number: int) -> list[int]:
    ASKED.append((pack.id, number))
    return [number]


def test_it_is_worked_out_once_for_each_pack_and_begins_anew_where_there_is_too_much() -> None:
    ASKED.clear()
    one, other = replace(mini_pack()), replace(mini_pack(), id="other")
    assert worked_out(one, 1) is worked_out(one, 1)
    assert worked_out(one, 1) is not worked_out(other, 1)
    assert [(one.id, 1), ("other", 1)] == ASKED
    worked_out(one, 2)
    worked_out(one, 1)
    assert len(ASKED) == 3
    worked_out(one, 3)
    worked_out(one, 1)
    assert ASKED[3:] == [(one.id, 3), (one.id, 1)]


def test_a_pack_that_was_left_is_let_go_with_all_that_was_worked_out_of_it() -> None:
    pack = replace(mini_pack())
    intent = Intent(pack.blank_profile, pack.blank_profile, pack.ordered[0].id, search="moka")
    for name in NAMES:
        resolve(replace(intent, tab=name), pack)
    screen = resolve(intent, pack)
    assert screen.inspector is not None
    card_words(pack, screen.inspector.card)
    find(pack, pack.blank_profile, "felt")
    terms_of(pack)
    left = weakref.ref(pack)
    del pack, intent, screen
    gc.collect()
    assert left() is None
