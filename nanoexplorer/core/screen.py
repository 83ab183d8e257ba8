"""What the user asked for, and a frozen snapshot of all that is shown for it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final, NamedTuple

from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.core.evidence import Approval, Case, CitationCheck, Note, Statement, Strategy
from nanoexplorer.core.explaining import Branch, Reason
from nanoexplorer.core.profile import Profile, Value
from nanoexplorer.core.statuses import GivenStatus


class Place(NamedTuple):
    """Where somebody was before they followed a reference; `reference`: which was shown then."""

    tab: str
    selection: str
    reference: str = ""


@dataclass(frozen=True)
class Intent:
    """All that the user has chosen; everything on screen follows from it and the pack."""

    profile: Profile
    second_profile: Profile | None = None
    selection: str = ""
    search: str = ""
    tab: str = "strategies"
    options: tuple[tuple[str, str], ...] = ()
    """What was chosen in views: pairs of `view.option` and a value, by name."""
    back: Place | None = None
    """Where one goes back to; nothing where one has come here by oneself."""


class Totals(NamedTuple):
    """How many strategies have each verdict, whatever is searched for."""

    matches: int
    against: int
    open: int
    no_match: int
    any_profile: int


class ProfilePart(NamedTuple):
    """The profile panel: values, its case code, the case it is, and the notes it calls for."""

    profile: Profile
    case_code: str
    case: Case | None
    totals: Totals
    notes: tuple[Note, ...]

    @property
    def remarks(self) -> tuple[str, ...]:
        """What these notes say: it stands beside whatever is shown for the profile."""
        return tuple(note.text for note in self.notes)


class Card(NamedTuple):
    """What a strategy's card says for one profile; `statements`: ids of those it rests on.

    `notes`: how many of the pack's apply.
    """

    profile: Profile
    strategy: Strategy
    verdict: Verdict
    reasons: tuple[Reason, ...]
    statuses: tuple[GivenStatus, ...]
    statements: tuple[str, ...]
    references: tuple[str, ...]
    notes: int


class Inspected(NamedTuple):
    """The inspector: one strategy in full; `changes`: what another value would make of it."""

    card: Card
    changes: tuple[Branch, ...]
    nearest: tuple[tuple[str, Value], ...] | None
    statements: tuple[Statement, ...]
    approvals: tuple[Approval, ...]
    notes: tuple[Note, ...]
    checks: tuple[CitationCheck, ...]
    references: tuple[str, ...]


@dataclass(frozen=True)
class Screen:
    """All that is shown. `resolve` makes it; panels draw their part of it."""

    profile: ProfilePart
    inspector: Inspected | None = None
    part: object = None
    """What the active view shows, as the function that its row of `views` names makes it."""
    selection: str = ""
    search: str = ""
    tab: str = ""
    second_profile: Profile | None = None
    options: tuple[tuple[str, str], ...] = ()
    back: Place | None = None

    def changed_since(self, other: Screen) -> frozenset[str]:
        """The names of the parts in which two screens differ."""
        names = (field.name for field in fields(self))
        return frozenset(n for n in names if getattr(self, n) != getattr(other, n))


EMPTY: Final = Screen(ProfilePart(Profile((), ()), "", None, Totals(0, 0, 0, 0, 0), ()))
"""What is shown before the first one."""
