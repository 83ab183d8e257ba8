"""A zip is read within bounds, and nothing in it leads out of it."""

from __future__ import annotations

import os
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from nanoexplorer.pack.folder import Folder
from nanoexplorer.pack.forms import zipped
from nanoexplorer.pack.forms.contents import contents_of
from nanoexplorer.pack.forms.making import bundle_of
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.words.packs.problems import problem_line
from tests.pack.breaking import problems_in
from tests.pack.forms.forms import as_pack_file
from tests.packs import MINI_PACK


def packed(tmp_path: Path) -> Path:
    return as_pack_file(MINI_PACK, tmp_path / "mini.nxpack")


def added(path: Path, entry: ZipInfo | str, data: bytes = b"x") -> Path:
    with ZipFile(path, "a") as changed:
        changed.writestr(entry, data)
    return path


def line(path: Path) -> str:
    problems = problems_in(path)
    assert len(problems) == 1
    return problem_line(problems[0])


@pytest.mark.parametrize(
    "name", ["../out", "/etc/passwd", "a/../../out", "C:\\out", "a\\b", "c:out", "a\x1bb"]
)
def test_a_path_that_leads_out_is_named(tmp_path: Path, name: str) -> None:
    entry = ZipInfo("x")
    entry.filename = name
    assert "leads out of the file" in line(added(packed(tmp_path), entry))


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    link = ZipInfo("notes.csv.link")
    link.external_attr = 0o120777 << 16
    assert "leads out of the file" in line(added(packed(tmp_path), link, b"/etc/passwd"))


def test_too_much_in_a_zip_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "UNPACKED_SIZE", 1_000_000)
    path = packed(tmp_path)
    with ZipFile(path, "a", ZIP_DEFLATED) as bomb:
        bomb.writestr("zeros", bytes(1_000_000))
    assert "too large; allowed: 1,000,000 bytes" in line(path)


def test_one_file_that_is_too_large_is_named(tmp_path: Path) -> None:
    path = tmp_path / "big.nxpack"
    with ZipFile(path, "w", ZIP_DEFLATED) as bomb:
        bomb.writestr("pack.toml", bytes(2_000_000))
    assert ("pack.toml", "too-large") in {(p.file, p.code) for p in problems_in(path)}


def test_too_many_files_are_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "MOST_FILES", 5)
    assert "too many files" in line(packed(tmp_path))


def test_a_name_that_stands_twice_is_named(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = added(packed(tmp_path), "notes.csv")
    assert "“notes.csv” is in it twice" in line(path)


def test_another_compression_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "other.nxpack"
    with ZipFile(path, "w", ZIP_BZIP2) as other:
        other.writestr("pack.toml", "x")
    assert "damaged" in line(path)


def test_a_password_is_named(tmp_path: Path) -> None:
    path = packed(tmp_path)
    data = bytearray(path.read_bytes())
    place = data.index(b"PK\x01\x02")
    data[place + 8] |= 1
    path.write_bytes(data)
    assert "locked with a password" in line(path)


def test_a_flipped_byte_is_a_line_and_no_traceback(tmp_path: Path) -> None:
    path = packed(tmp_path)
    data = bytearray(path.read_bytes())
    data[100] ^= 255
    path.write_bytes(data)
    assert [p.code for p in problems_in(path)] == ["damaged"]


def test_what_does_not_belong_to_the_pack_is_left_alone(tmp_path: Path) -> None:
    path = added(packed(tmp_path), "__MACOSX/._pack.toml")
    assert load_pack(added(path, "LICENSE")).title


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.nxpack")
    assert "no ordinary file" in line(tmp_path / "pipe.nxpack")


def bundled(tmp_path: Path, **changes: bytes | None) -> Path:
    """A pack file with some files changed after it was bundled, or gone."""
    made = tmp_path / "made.nxpack"
    made.write_bytes(bundle_of(contents_of(Folder(MINI_PACK))))
    path = tmp_path / "changed.nxpack"
    with ZipFile(made) as old, ZipFile(path, "w") as new:
        for name in old.namelist():
            data = changes.get(name.partition(".")[0], old.read(name))
            if data is not None:
                new.writestr(name, data)
    return path


def test_a_bundle_is_read(tmp_path: Path) -> None:
    assert load_pack(bundled(tmp_path)).title


def test_a_file_that_was_changed_after_bundling_is_named(tmp_path: Path) -> None:
    path = bundled(tmp_path, topics=b"id,name,help\n")
    assert ("topics.csv", "hash") in {(p.file, p.code) for p in problems_in(path)}


def test_a_file_that_is_gone_after_bundling_is_named(tmp_path: Path) -> None:
    path = bundled(tmp_path, search_words=None)
    assert [(p.file, p.code) for p in problems_in(path)] == [("search_words.csv", "no-file")]


@pytest.mark.parametrize("listed", [b"", b"[]", b"{}", b"[" * 100_000, b'{"files": 3}'])
def test_a_list_that_is_none_lists_nothing(tmp_path: Path, listed: bytes) -> None:
    assert load_pack(bundled(tmp_path, manifest=listed)).title
