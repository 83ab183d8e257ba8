"""A file is written whole or not at all."""

from __future__ import annotations

import os
import socket
from contextlib import chdir
from pathlib import Path

import pytest

from nanoexplorer.files import ReadError, ReadStopped, read_whole
from nanoexplorer.words.files import why_unread
from nanoexplorer.writing import WholeFiles, write_atomically


@pytest.mark.skipif(os.name == "nt", reason="links want rights of their own there")
@pytest.mark.parametrize("several", [False, True])
def test_a_link_stays_a_link_and_what_it_leads_to_is_written(tmp_path: Path, several: bool) -> None:
    (tmp_path / "share").mkdir()
    meant, link = tmp_path / "share" / "lecture", tmp_path / "link"
    meant.write_bytes(b"old")
    link.symlink_to(meant)
    if several:
        with WholeFiles() as files:
            files.add(link, b"new")
            files.add(tmp_path / "other", b"too")
    else:
        write_atomically(link, b"new")
    assert link.is_symlink()
    assert meant.read_bytes() == b"new"
    assert [path.name for path in meant.parent.iterdir()] == ["lecture"]


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        write_atomically(tmp_path / "nowhere" / "file", b"x")


@pytest.mark.skipif(os.name == "nt", reason="modes are a matter of POSIX")
def test_a_new_file_may_be_read_as_others_are_and_an_old_one_as_before(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    write_atomically(tmp_path / "file", b"one")
    assert (tmp_path / "file").stat().st_mode == usual.stat().st_mode
    (tmp_path / "file").chmod(0o640)
    write_atomically(tmp_path / "file", b"two")
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o640


def test_a_file_is_read_whole_up_to_what_is_allowed(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(bytes(200_000))
    assert read_whole(path, 200_000) == bytes(200_000)
    with pytest.raises(ReadError) as refused:
        read_whole(path, 199_999)
    assert (refused.value.code, refused.value.most) == ("too-large", 199_999)


def test_what_is_no_ordinary_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "pipe-link").symlink_to("pipe")
    (tmp_path / "loop").symlink_to("loop")
    with socket.socket(socket.AF_UNIX) as made, chdir(tmp_path):
        made.bind("socket")
    cases = {
        "pipe": "not-a-file",
        "pipe-link": "not-a-file",
        "socket": "not-a-file",
        ".": "folder",
        "loop": "unreadable",
        "none": "no-file",
        "a\0b": "no-file",
        "half\ud800": "no-file",
        "n" * 5000: "unreadable",
    }
    for name, code in cases.items():
        with pytest.raises(ReadError) as refused:
            read_whole(tmp_path / name, 10)
        assert refused.value.code == code, name
        assert why_unread(refused.value)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device")
def test_a_device_without_end_is_refused_behind_a_link_too(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/dev/zero")
    for path in (Path("/dev/zero"), tmp_path / "link"):
        with pytest.raises(ReadError) as refused:
            read_whole(path, 10)
        assert refused.value.code == "not-a-file"


def test_a_file_that_grows_while_it_is_read_is_not_read_without_end(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x")

    def grow() -> None:
        with path.open("ab") as file:
            file.write(bytes(100_000))

    with pytest.raises(ReadError) as refused:
        read_whole(path, 500_000, grow)
    assert refused.value.code == "too-large"


def test_reading_stops_where_nobody_waits_any_longer(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x")

    def stop() -> None:
        raise ReadStopped

    with pytest.raises(ReadStopped):
        read_whole(path, 10, stop)
