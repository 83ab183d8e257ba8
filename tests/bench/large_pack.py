"""A pack of very many strategies: the mini pack's rows again and again, under ids of their own."""

from __future__ import annotations

import csv
import json
import shutil
import sys
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from nanoexplorer.pack.folder import Folder
from nanoexplorer.pack.forms.contents import contents_of
from nanoexplorer.pack.forms.making import write_pack
from nanoexplorer.words.packs.columns import hints

MINI_PACK = Path(__file__).parents[1] / "mini_pack"
WORKS = 1_000
Row = dict[str, str]


def large(folder: Path, strategies: int, statements: int) -> Path:
    """The mini pack with so many strategies more, each like one of its own: of its kind and group,
    with its criteria and statuses; and with so many statements on them, which cite many works.
    """
    shutil.copytree(MINI_PACK, folder)
    works = cycle(_with_works(folder / "references.json"))
    old = {name: _read(folder / f"{name}.csv") for name in ("criteria", "evidence", "statements")}
    models = cycle(_read(folder / "strategies.csv"))
    new: dict[str, list[Row]] = {name: [] for name in ("strategies", *old)}
    for number, model in zip(range(strategies), models, strict=False):
        own = {"id": f"{model['id']}-{number}", "name": f"{model['name']} {number}"}
        new["strategies"].append(model | own | {"also_called": ""})
        said = [row for row in old["statements"] if model["id"] in row["subjects"].split("; ")]
        copies: dict[str, str] = {}
        for place, row in enumerate(islice(cycle(said), statements // strategies)):
            made = _said_again(row, f"said-{number}-{place}", own["id"], works)
            copies.setdefault(row["id"], made["id"])
            new["statements"].append(made)
        for name in ("criteria", "evidence"):
            new[name] += (
                row | {"strategy": own["id"], "statement": copies[row["statement"]]}
                for row in old[name]
                if row["strategy"] == model["id"]
            )
    for name, rows in new.items():
        _add(folder / f"{name}.csv", rows)
    return folder


def _said_again(row: Row, id_: str, strategy: str, works: Iterator[str]) -> Row:
    """A statement of another strategy, which cites as many works as this one."""
    cited = "; ".join(islice(works, row["references"].count(";") + 1)) if row["references"] else ""
    text = f"{row['text']} This is what {id_} says."
    return row | {"id": id_, "subjects": strategy, "references": cited, "text": text}


def _with_works(file: Path) -> list[str]:
    """Add works to a pack's references; their ids."""
    listed = json.loads(file.read_text(encoding="utf-8"))
    model = next(work for work in listed if work["id"] == "handbook-1")
    made = [
        model | {"id": f"work-{n}", "title": f"{model['title']}, part {n}"} for n in range(WORKS)
    ]
    file.write_text(json.dumps([*listed, *made], ensure_ascii=False), encoding="utf-8")
    return [work["id"] for work in made]


def _read(file: Path) -> list[Row]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _add(file: Path, rows: list[Row]) -> None:
    with file.open("a", encoding="utf-8", newline="") as lines:
        csv.DictWriter(lines, list(rows[0])).writerows(rows)


def main(folder: Path) -> None:
    """Write it as a folder and as a pack file."""
    folder.mkdir()
    pack = large(folder / "pack", 10_000, 50_000)
    write_pack(folder / "pack.nxpack", contents_of(Folder(pack)), hints())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
