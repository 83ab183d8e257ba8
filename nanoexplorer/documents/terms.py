"""What words and signs mean: the glossary, a pack's terms and the app's own, and how to read what
is shown. Marks a pack's terms in a text, to hover over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.evidence import GlossaryEntry
from nanoexplorer.core.folding import fold
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.remembering import remembered
from nanoexplorer.core.terms import Found, Terms
from nanoexplorer.documents.blocks import NOTED, Mark, Phrase, Words
from nanoexplorer.words import common
from nanoexplorer.words import help as help_words

KEPT: Final = 2048
"""Texts that are remembered with their terms."""


@remembered()
def glossary(pack: Pack) -> tuple[GlossaryEntry, ...]:
    """All that is explained: the pack's terms, its statuses, and the app's own words.

    What a pack explains itself is as the pack has it.
    """
    known = {fold(entry.term) for entry in pack.glossary}
    more = (entry for entry in _own(pack) if fold(entry.term) not in known)
    return (*pack.glossary, *more)


def _own(pack: Pack) -> Iterator[GlossaryEntry]:
    """An id of ours has a sign that none of a pack has."""
    for id_, term in help_words.TERM.items():
        heading = common.VERDICT_GROUP.get(id_, "")
        yield GlossaryEntry(f":{id_}", term, heading, help_words.MEANS[id_], ())
    for status in pack.statuses:
        yield GlossaryEntry(f":status:{status.id}", status.label, "", status.definition, ())


@remembered()
def terms_of(pack: Pack) -> Terms:
    """The glossary of a pack, ready to be looked up in."""
    return Terms(pack.glossary)


@remembered(KEPT)
def explained(pack: Pack, text: str) -> Phrase:
    """A text, the first occurrence of every term with an explanation."""
    said: list[Words] = []
    done = 0
    for found in terms_of(pack).find(text):
        if found.start > done:
            said.append(Words(text[done : found.start]))
        said.append(Words(text[found.start : found.end], tip=_tip(found)))
        done = found.end
    if done < len(text) or not said:
        said.append(Words(text[done:]))
    return tuple(said)


def _tip(found: Found) -> str:
    """What a tooltip says of a term, as plain text; of what is only related, where it leads."""
    entry = found.entry
    told = help_words.explanation(entry.term, entry.expansion, entry.definition)
    return told if found.named else help_words.SEE_TERM.format(explanation=told)


DISPUTED = "disputed"
INTERPRETATION = "interpretation"


class Key(NamedTuple):
    """A sign and what it stands for: in a few words, and in full.

    `sign`: a verdict, a remark, one of the marks above, or how a status is drawn.
    """

    sign: str | Mark
    name: str
    said: str
    tip: str

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return common.labelled(self.name, self.said) if self.said else self.name


class Keys(NamedTuple):
    """Keys of one sort under their heading; `aligned`: what they say begins in one column."""

    heading: str
    keys: tuple[Key, ...]
    aligned: bool


def reading(pack: Pack) -> tuple[Keys, ...]:
    """Everything that a reader of this pack meets."""
    return (
        Keys(help_words.GROUPS_READ, tuple(_groups()), aligned=False),
        Keys(help_words.STATUSES_READ, tuple(_statuses(pack)), aligned=True),
        Keys(help_words.MARKS_READ, tuple(_marks(pack)), aligned=True),
    )


def _groups() -> Iterator[Key]:
    for verdict in Verdict:
        said = help_words.GROUP_SAID[verdict]
        yield Key(verdict, common.VERDICT_GROUP[verdict], said, help_words.MEANS[verdict])


def _statuses(pack: Pack) -> Iterator[Key]:
    for status in sorted(pack.statuses, key=lambda status: -status.rank):
        sign = Mark(status.label, status.glyph, status.role, filled=True)
        brief = status.brief or status.definition
        yield Key(sign, status.label, brief, status.definition)


def _marks(pack: Pack) -> Iterator[Key]:
    signs: dict[str, str | Mark] = {
        "note": NOTED,
        DISPUTED: DISPUTED,
        INTERPRETATION: INTERPRETATION,
    }
    hollow = next((s for s in pack.statuses if s.approval), None)
    if hollow is not None:
        signs["hollow"] = Mark(hollow.label, hollow.glyph, hollow.role, filled=False, hollow=True)
    for name, sign in signs.items():
        is_reading = name == INTERPRETATION
        called = common.interpretation(pack.ours) if is_reading else help_words.TERM[name]
        yield Key(sign, called, help_words.MARK_SAID[name], help_words.MEANS[name])
