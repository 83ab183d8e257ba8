"""How a reference is pointed at in running text: its number in a source's list, or its id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

# References of notes carry a name after this; a year at its end is no number of a list.
_NOTES = "note-"
_SHORTEST_RUN = 3
SEVERAL = "-"
"""No list is called that."""


def list_of(reference_id: str) -> str:
    """The source whose list the reference is in ("wu" of "wu-60"); empty if it is in none."""
    name, _, place = reference_id.rpartition("-")
    numbered = place.isascii() and place.isdigit() and not place.startswith("0")
    return name if numbered and not reference_id.startswith(_NOTES) else ""


def main_list(reference_ids: Iterable[str]) -> str:
    """The list whose numbers stand alone: the only one. Empty if there is none, and SEVERAL where
    each number has to say which list it is of.
    """
    lists = {name for name in map(list_of, reference_ids) if name}
    return SEVERAL if len(lists) > 1 else next(iter(lists), "")


def number(reference_id: str, main: str = "") -> str:
    """As "60" of "wu-60", or "Wu 60" where that is not the `main` list; the id itself for what is
    in no list.

    Without `main` every list's numbers stand alone, which is right where a pack has one list.
    """
    name = list_of(reference_id)
    if not name:
        return reference_id
    place = reference_id[len(name) + 1 :]
    return place if main in ("", name) else f"{_called(name)} {place}"


def place_in_lists(reference_id: str, main: str) -> tuple[bool, str, int]:
    """Sorts references as their numbers are written: the main list's first."""
    name = list_of(reference_id)
    place = int(reference_id[len(name) + 1 :]) if name else 0
    return name != main, name if main else "", place


def compress(reference_ids: Iterable[str], main: str = "") -> str:
    """As "60–62, 67, overview": numbers in order, runs of three or more joined, then the others.

    Each other list than `main` is named once: "60–62, Lee 7, 9".
    """
    ids = dict.fromkeys(reference_ids)
    lists: defaultdict[str, set[int]] = defaultdict(set)
    for id_ in sorted(filter(list_of, ids), key=lambda id_: place_in_lists(id_, main)):
        name = list_of(id_)
        own = "" if main in ("", name) else f"{_called(name)} "
        lists[own].add(int(id_[len(name) + 1 :]))
    runs = (own + ", ".join(map(_written, _runs(sorted(found)))) for own, found in lists.items())
    return ", ".join([*runs, *(id_ for id_ in ids if not list_of(id_))])


def _called(name: str) -> str:
    """A list by the id of its source: *Wu* of `wu`."""
    return name[:1].upper() + name[1:]


def _runs(numbers: list[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for value in numbers:
        if runs and value == runs[-1][-1] + 1:
            runs[-1].append(value)
        else:
            runs.append([value])
    return runs


def _written(run: list[int]) -> str:
    if len(run) >= _SHORTEST_RUN:
        return f"{run[0]}–{run[-1]}"
    return ", ".join(map(str, run))
