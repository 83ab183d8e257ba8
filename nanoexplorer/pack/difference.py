"""What is not the same in another version of a pack: its rows, and the verdicts that follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, Literal, NamedTuple

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.profile import Profile
from nanoexplorer.core.verdict_changes import Go, VerdictChanges, nobody, verdict_changes
from nanoexplorer.pack.loader import ReadPack
from nanoexplorer.pack.manifest import KEYS
from nanoexplorer.pack.schema import OPTIONS, RETIRED, TABLES, Table

Change = Literal["added", "changed", "removed", "retired"]
Version = Literal["newer", "older", "same", "another-pack"]
PACK, REFERENCES = "pack", "references"
ONE_ROW: Final = {
    "criteria": ("strategy", "alternative", "field", "effect"),
    "evidence": ("strategy", "source"),
}
"""Tables whose rows have no id, and by what one is known again whose key has changed."""
YES, NO, JOINT = "yes", "no", "; "


class RowChange(NamedTuple):
    """A row that came, went or changed; `columns`: which of its cells did.

    `old` and `new`: the row as each version has it; of PACK the pack itself.
    """

    table: str
    key: str
    change: Change
    columns: tuple[str, ...] = ()
    old: Any = None
    new: Any = None

    @property
    def row(self) -> Any:  # noqa: ANN401
        """The row as it is now, or was last."""
        return self.old if self.new is None else self.new

    @property
    def cells(self) -> Iterator[tuple[str, str, str]]:
        """What is not the same, as it stands in the table: each column, before and now."""
        for column in self.columns or _names(self.table, self.row):
            before, now = (_cell(row, column) for row in (self.old, self.new))
            if before != now:
                yield column, before, now


class Difference(NamedTuple):
    """From one version of a pack to another."""

    old: Pack
    new: Pack
    rows: tuple[RowChange, ...]
    verdicts: VerdictChanges

    @property
    def is_empty(self) -> bool:
        """Whether both say the same."""
        return not (self.rows or self.verdicts.changes)


def version_of(new: Pack, old: Pack) -> Version:
    """What a pack is beside another: a newer or an older version of it, the same, or another."""
    if new.id != old.id:
        return "another-pack"
    versions = [tuple(map(int, pack.version.split("."))) for pack in (new, old)]
    if versions[0] == versions[1]:
        return "same"
    return "newer" if versions[0] > versions[1] else "older"


def difference(old: Pack, new: ReadPack, go: Go = nobody) -> Difference:
    """What changed from the old pack to the new one; `go` is called on the way, and may raise."""
    rows = tuple(_rows(old, new.pack, _retired(new)))
    go()
    return Difference(old, new.pack, rows, verdict_changes(old, new.pack, go))


def _cell(row: object, column: str) -> str:
    return "" if row is None else written(getattr(row, column))


def written(value: object) -> str:
    """What a cell holds, as somebody writes it into a table."""
    match value:
        case None:
            return ""
        case bool():
            return YES if value else NO
        case Profile():
            return JOINT.join(f"{field}={written(v)}" for field, v in value.as_dict().items())
        case tuple() if hasattr(value, "_fields"):
            return " ".join(filter(None, map(written, value)))
        case tuple():
            return JOINT.join(map(written, value))
        case _:
            return str(value)


def _retired(read: ReadPack) -> set[tuple[str, str]]:
    sheet = read.sheets.get(RETIRED.name)
    if sheet is None:
        return set()
    places = [sheet.header.index(column) for column in ("table", "id")]
    return {(cells[places[0]].strip(), cells[places[1]].strip()) for _, cells in sheet.rows}


def _rows(old: Pack, new: Pack, retired: set[tuple[str, str]]) -> Iterator[RowChange]:
    for key in KEYS:
        if key != "sources" and getattr(old, key) != getattr(new, key):
            yield RowChange(PACK, key, "changed", (key,), old, new)
    for name in ("sources", REFERENCES):
        yield from _changes(name, _by_id(old, name), _by_id(new, name), retired)
    for table in TABLES.values():
        if table is not RETIRED:
            found = _changes(table.name, _by_key(old, table), _by_key(new, table), retired)
            yield from _paired(found, ONE_ROW[table.name]) if table.name in ONE_ROW else found


def _by_id(pack: Pack, name: str) -> dict[str, Any]:
    return {row.id: row for row in getattr(pack, name)}


def _by_key(pack: Pack, table: Table[Any]) -> dict[str, Any]:
    if table is OPTIONS:
        rows = [option for field in pack.fields for option in field.options]
    else:
        rows = getattr(pack, table.name)
    return {" ".join(_parts(row, table)): row for row in rows}


def _parts(row: Any, table: Table[Any]) -> Iterator[str]:  # noqa: ANN401
    for column in table.unique:
        value = getattr(row, column)
        text = "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)
        if text:
            yield text


def _changes(
    name: str, old: Mapping[str, Any], new: Mapping[str, Any], retired: set[tuple[str, str]]
) -> Iterator[RowChange]:
    for key in dict.fromkeys((*new, *old)):
        before, now = old.get(key), new.get(key)
        if before is None:
            yield RowChange(name, key, "added", new=now)
        elif now is None:
            change: Change = "retired" if (name, key) in retired else "removed"
            yield RowChange(name, key, change, old=before)
        elif (row := _changed(name, key, before, now)).columns:
            yield row


def _paired(rows: Iterable[RowChange], shared: tuple[str, ...]) -> Iterator[RowChange]:
    """Rows, one that went and the one that came in its place being one that changed."""
    groups: dict[tuple[object, ...], list[RowChange]] = {}
    for row in rows:
        groups.setdefault(tuple(getattr(row.row, column) for column in shared), []).append(row)
    for group in groups.values():
        came = [row for row in group if row.change == "added"]
        went = [row for row in group if row.change == "removed"]
        if len(came) == len(went) == 1:
            yield _changed(came[0].table, came[0].key, went[0].old, came[0].new)
            group = [row for row in group if row.change not in ("added", "removed")]
        yield from group


def _changed(table: str, key: str, old: object, new: object) -> RowChange:
    columns = tuple(column for column in _names(table, new) if _differs(column, old, new))
    return RowChange(table, key, "changed", columns, old, new)


def _names(table: str, row: Any) -> Iterator[str]:  # noqa: ANN401
    """The columns of a row, without what is made of others or stands in a table of its own."""
    if table in TABLES:
        return (column.name for column in TABLES[table].columns)
    return iter(row._fields)


def _differs(column: str, old: object, new: object) -> bool:
    return bool(getattr(old, column) != getattr(new, column))
