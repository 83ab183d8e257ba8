"""What stands in the groups of a column: a strategy's words, and what is counted or left out.

It is on the way to the first painted list, so it imports little.
"""

from __future__ import annotations

from collections import Counter

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.remembering import remembered
from nanoexplorer.core.resolve import card, statuses_shown
from nanoexplorer.core.shown.strategies import Column, Gap
from nanoexplorer.documents.blocks import CardLine, Count, Mark, Phrase, Tally, Words
from nanoexplorer.documents.card import card_words, line_words
from nanoexplorer.documents.statuses import status_mark
from nanoexplorer.words import common
from nanoexplorer.words import window as words


def words_of(
    pack: Pack, column: Column, strategy: str, verdict: Verdict, *, cited: bool = True
) -> CardLine:
    """What a column says of a strategy: a card's words where the profile decides or may.

    `cited`: also in a line with what it rests on.
    """
    shown = card(pack, column.profile, strategy, verdict)
    if is_card(column, verdict):
        return card_words(pack, shown)
    return line_words(pack, shown, cited=cited)


def is_card(column: Column, verdict: Verdict) -> bool:
    """Whether strategies of a group are cards: open ones only once something is known."""
    if verdict is Verdict.OPEN:
        return not column.is_blank
    return verdict in (Verdict.MATCHES, Verdict.AGAINST)


def called(pack: Pack, group: str, number: int) -> Phrase:
    """One of the pack's groups and how many strategies of it there are."""
    label = pack.label("group", group)
    return (
        Words(label, "muted", strong=True),
        Words(f"  {common.grouped_number(number)}", "muted"),
    )


def tally(pack: Pack, column: Column, strategies: tuple[str, ...], called: Phrase) -> Tally:
    """How many of these strategies have each status, the furthest advanced first."""
    given = [statuses_shown(pack, column.profile, strategy) for strategy in strategies]
    counts = Counter((one.status.id, one.hollow) for ours in given for one in ours)
    ranked = sorted(counts, key=lambda found: (-pack.status[found[0]].rank, found[1]))
    return Tally(
        called,
        tuple(Count(_mark(pack, *found), counts[found]) for found in ranked),
        sum(any(one.disputes for one in ours) for ours in given),
        ids=strategies,
    )


@remembered(32)
def _mark(pack: Pack, status: str, hollow: bool) -> Mark:
    return status_mark(pack.status[status], hollow)


def left_out(column: Column) -> str:
    """That a column leaves something out, and how much."""
    return words.LEFT_OUT.format(number=common.grouped_number(column.left_out))


def gap_line(pack: Pack, column: Column, gap: Gap) -> str:
    """That a column has nothing for a biomarker that is known."""
    return common.gap_line(pack.field[gap.field], gap.value, column.kind)
