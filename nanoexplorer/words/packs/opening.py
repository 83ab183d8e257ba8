"""Opening a pack, and working on one while it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nanoexplorer.words.common import one_line

if TYPE_CHECKING:
    from nanoexplorer.core.pack import Pack

GATE_OPEN = "Open it"
GATE_BACK = "Don’t open it"
ABOUT = "Pack “{id}”, version {version} of {date}, by {curators}. Licence: {licence}."
NOT_CHECKED = (
    "Nobody of nanoexplorer’s developers has checked this pack. It is text and tables alone: it "
    "runs nothing, and opens nothing but the DOI that you follow."
)
THIS_IS_NEWER = "You know version {version} of this pack. What is not the same in this one:"
THIS_IS_OLDER = (
    "You know version {version} of this pack, which is newer. What is not the same in this one:"
)
CHANGES_NAME = "What is not the same as in the version that you know"
OPENED = "Pack opened: {title}, version {version}."
READ_AGAIN = "The pack has changed, and was read again."
NOT_NOW = (
    "The pack has changed. It is read again once the seminar or the practice that is open is left."
)
GONE = "The pack {path} is no longer there. The bundled pack is shown."
OTHER_TITLE = "Another pack"
OTHER = "This is of the pack “{title}”. Open that pack, and this with it?"
OTHER_STAYED = "Not opened: it is of the pack “{title}”, and another one is open."
OTHER_OPEN = "Open both"
OTHER_NOT = "Stay here"
FOLDER_TITLE = "Open the folder of a pack"
PROBLEMS_TITLE = "Problems of the pack"
PROBLEMS_OPENED = "{path} can’t be opened: {count}. What is open stays as it is."
PROBLEMS_LIVE = "{path} was saved with {count}. What is shown is its last good state."
PROBLEMS_SHOW = "{path} was saved with {count}: show the list"
PROBLEMS_HELP = "Pick a line to see where it is."
SOLVED = "The pack is valid again, and was read again."
PLACE = "File: {file}"
PLACE_SHEET = "File: {file} · sheet {sheet}"
PLACE_ROW = "{place} · row {row}"
PLACE_COLUMN = "{place} · column {column}"


def about(pack: Pack) -> str:
    """Who made a pack, which version it is, and its licence."""
    said = ABOUT.format(
        id=pack.id,
        version=pack.version,
        date=pack.date,
        curators=pack.curators,
        licence=pack.licence,
    )
    return one_line(said)


def gone(path: str) -> str:
    """That the pack which was open last is not there."""
    return one_line(GONE.format(path=path))


def place(file: str, sheet: str, row: str, column: str) -> str:
    """Where a problem is: *File: …/criteria.csv · row 12 · column value*."""
    said = (PLACE_SHEET if sheet else PLACE).format(file=file, sheet=sheet)
    said = PLACE_ROW.format(place=said, row=row) if row else said
    return one_line(PLACE_COLUMN.format(place=said, column=column) if column else said)
