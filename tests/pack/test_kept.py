"""A kept pack is the pack that was read, and is used for nothing else."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from nanoexplorer.core.pack import Pack
from nanoexplorer.pack import kept as rooms
from nanoexplorer.pack.folder import Folder
from nanoexplorer.pack.forms.contents import contents_of
from nanoexplorer.pack.forms.making import write_pack
from nanoexplorer.pack.kept import KeptPack
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.words.packs.columns import hints
from tests.packs import MINI_PACK, copy_of_mini_pack, edit_cell


def kept(folder: Path, file: Path) -> Pack:
    KeptPack(folder, file).keep(load_pack(folder))
    pack = KeptPack(folder, file).pack()
    assert pack
    return pack


@pytest.mark.parametrize("folder", [bundled_pack(), MINI_PACK], ids=lambda folder: folder.name)
def test_it_is_what_was_read_to_the_type_of_each_value(folder: Path, tmp_path: Path) -> None:
    read, back = load_pack(folder), kept(folder, tmp_path / "kept")
    for field in dataclasses.fields(Pack):
        there, here = getattr(read, field.name), getattr(back, field.name)
        assert (here, repr(here)) == (there, repr(there)), field.name


def test_nothing_is_kept_before_something_was_read(tmp_path: Path) -> None:
    assert KeptPack(MINI_PACK, tmp_path / "kept").pack() is None


def test_a_changed_table_is_read_anew(tmp_path: Path) -> None:
    folder, file = copy_of_mini_pack(tmp_path / "pack"), tmp_path / "kept"
    kept(folder, file)
    edit_cell(folder, "topics.csv", 2, "name", "Another name")
    assert KeptPack(folder, file).pack() is None
    (folder / "more.csv").touch()
    assert KeptPack(folder, file).pack() is None


@pytest.mark.parametrize("suffix", [".nxpack", ".xlsx"])
def test_a_pack_in_one_file_is_kept_as_well(tmp_path: Path, suffix: str) -> None:
    path, file = tmp_path / f"pack{suffix}", tmp_path / "kept"
    write_pack(path, contents_of(Folder(MINI_PACK)), hints())
    assert kept(path, file).id == load_pack(path).id
    path.write_bytes(path.read_bytes() + b"\n")
    assert KeptPack(path, file).pack() is None


def test_what_is_too_large_for_a_pack_is_not_looked_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rooms, "MOST_BYTES", 10)
    KeptPack(MINI_PACK, tmp_path / "kept").keep(load_pack(MINI_PACK))
    assert not (tmp_path / "kept").exists()


def test_what_changes_while_it_is_read_is_read_at_the_next_start(tmp_path: Path) -> None:
    folder, file = copy_of_mini_pack(tmp_path / "pack"), tmp_path / "kept"
    keeping = KeptPack(folder, file)
    pack = load_pack(folder)
    edit_cell(folder, "topics.csv", 2, "name", "Another name")
    keeping.keep(pack)
    assert KeptPack(folder, file).pack() is None


def test_other_code_reads_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(MINI_PACK, tmp_path / "kept")
    monkeypatch.setattr(rooms, "_state", lambda module: (module.name, 0, 0))
    assert KeptPack(MINI_PACK, tmp_path / "kept").pack() is None
    monkeypatch.undo()
    monkeypatch.setattr(rooms, "__version__", "0.0.0")
    assert KeptPack(MINI_PACK, tmp_path / "kept").pack() is None


def test_a_damaged_copy_is_no_copy(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    kept(MINI_PACK, file)
    whole = file.read_bytes()
    for at in range(0, len(whole), 997):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert KeptPack(MINI_PACK, file).pack() is None
        file.write_bytes(whole[:at])
        assert KeptPack(MINI_PACK, file).pack() is None


def test_where_nothing_can_be_written_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    nowhere = tmp_path / "file" / "kept"
    KeptPack(MINI_PACK, nowhere).keep(load_pack(MINI_PACK))
    assert KeptPack(MINI_PACK, nowhere).pack() is None
    KeptPack(tmp_path / "no folder", tmp_path / "kept").keep(load_pack(MINI_PACK))
    assert not (tmp_path / "kept").exists()
