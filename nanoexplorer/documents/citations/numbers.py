"""How a reference is pointed at in running text: its number in a source's list, or its id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

# References of notes carry a name after this; a year at its end is no number of a list.
_NOTES = "note-"
_SHORTEST_RUN = 3


def list_of(reference_id: str) -> str:
    """The source whose list the reference is in ("wu" of "wu-60"); empty if it is in none."""
    name, _, place = reference_id.rpartition("-")
    numbered = place.isascii() and place.isdigit() and not place.startswith("0")
    return name if numbered and not reference_id.startswith(_NOTES) else ""


def main_list(reference_ids: Iterable[str]) -> str:
    """The list with the most references: the one whose numbers stand alone. Empty if none."""
    lists = Counter(name for name in map(list_of, reference_ids) if name)
    return lists.most_common(1)[0][0] if lists else ""


def number(reference_id: str, main: str = "") -> str:
    """As "60" of "wu-60"; the id itself for what is in no list, or in another list than `main`.

    Without `main` every list's numbers stand alone, which is right where a pack has one list.
    """
    name = list_of(reference_id)
    return reference_id[len(name) + 1 :] if name and main in ("", name) else reference_id


def compress(reference_ids: Iterable[str], main: str = "") -> str:
    """As "60–62, 67, overview": numbers in order, runs of three or more joined, then the others."""
    labels = dict.fromkeys(number(reference_id, main) for reference_id in reference_ids)
    numbers = sorted(int(label) for label in labels if label.isdigit())
    others = [label for label in labels if not label.isdigit()]
    return ", ".join([*(_written(run) for run in _runs(numbers)), *others])


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
