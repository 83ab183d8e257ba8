"""A file is written whole or not at all, whatever its target is."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from nanoexplorer.words.files import UNWRITTEN, why_unwritten
from nanoexplorer.writing import (
    LEFT,
    LONGEST_TITLE,
    WholeFiles,
    WriteError,
    name_from,
    sweep,
    target_of,
    write_atomically,
)

posix = pytest.mark.skipif(os.name == "nt", reason="links, pipes and modes are a matter of POSIX")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_is_written_is_there_and_nothing_else(tmp_path: Path) -> None:
    for content in (b"one", b"two", b""):
        write_atomically(tmp_path / "file", content)
        assert (tmp_path / "file").read_bytes() == content
    assert names(tmp_path) == ["file"]


@pytest.mark.parametrize("step", ["fsync", "replace", "write"])
def test_a_failure_leaves_the_old_file_and_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    write_atomically(tmp_path / "file", b"old")

    def fails(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as broken:
        broken.setattr(os, step, fails)
        with pytest.raises(OSError, match="Input/output"):
            write_atomically(tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"old"
    assert names(tmp_path) == ["file"]


@posix
@pytest.mark.parametrize("kind", ["loop", "fifo", "fifo behind a link", "device", "protected"])
def test_a_target_that_is_not_to_be_replaced_is_refused_in_one_line(
    tmp_path: Path, kind: str
) -> None:
    target = tmp_path / "target.csv"
    if kind == "loop":
        target.symlink_to("target.csv")
    elif kind == "device":
        target.symlink_to("/dev/null")
    elif kind == "protected":
        target.write_bytes(b"old")
        target.chmod(0o444)
    else:
        pipe = target if kind == "fifo" else tmp_path / "pipe"
        os.mkfifo(pipe)
        if pipe != target:
            target.symlink_to(pipe)
    before = names(tmp_path)
    for write in (write_atomically, lambda path, content: _one_of_two(path, content)):
        with pytest.raises(WriteError) as refused:
            write(target, b"new")
        assert why_unwritten(refused.value) in UNWRITTEN.values()
    assert [name for name in names(tmp_path) if name != "other"] == before
    if kind == "protected":
        assert target.read_bytes() == b"old"


def _one_of_two(path: Path, content: bytes) -> None:
    with WholeFiles() as files:
        files.add(path.with_name("other"), content)
        files.add(path, content)


def test_a_name_as_long_as_the_disk_allows_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 251 + ".csv")
    write_atomically(path, b"x")
    _one_of_two(path, b"y")
    assert path.read_bytes() == b"y"


def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WriteError):
        target_of(tmp_path / "a\0b")
    with pytest.raises(OSError, match=r"[Tt]oo long"):
        write_atomically(tmp_path / ("n" * 5000), b"x")


_KILLED = """
import os, signal, sys
from nanoexplorer import writing
from pathlib import Path
step, folder, count = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
done = getattr(os, step)
calls = [0]
def killing(*given, **named):
    calls[0] += 1
    if calls[0] > count:
        os.kill(os.getpid(), signal.SIGKILL)
    return done(*given, **named)
setattr(os, step, killing)
with writing.WholeFiles() as files:
    for n in range(3):
        files.add(folder / f"a-{n}", b"new")
"""


@posix
@pytest.mark.parametrize(
    ("step", "count"), [(s, n) for s in ("fsync", "link", "replace", "chmod") for n in range(3)]
)
def test_what_a_killed_write_has_left_is_swept_and_no_set_stays_mixed(
    tmp_path: Path, step: str, count: int
) -> None:
    for n in range(3):
        (tmp_path / f"a-{n}").write_bytes(b"old")
    made = subprocess.run(
        [sys.executable, "-c", _KILLED, step, str(tmp_path), str(count)], check=False
    )
    assert made.returncode == -signal.SIGKILL
    assert any(name.startswith(LEFT) for name in names(tmp_path))
    write_atomically(tmp_path / "b", b"another day")
    assert names(tmp_path) == ["a-0", "a-1", "a-2", "b"]
    assert len({(tmp_path / f"a-{n}").read_bytes() for n in range(3)}) == 1


@posix
def test_what_is_being_written_elsewhere_is_left_alone(tmp_path: Path) -> None:
    with WholeFiles() as files:
        files.add(tmp_path / "a", b"one")
        sweep(tmp_path)
        assert len(names(tmp_path)) == 1
    assert names(tmp_path) == ["a"]


@posix
def test_a_plan_of_somebody_else_moves_nothing_out_of_its_folder(tmp_path: Path) -> None:
    victim, folder = tmp_path / "victim", tmp_path / "share"
    folder.mkdir()
    victim.write_bytes(b"mine")
    machine = names_of_a_write(tmp_path).partition("-")[0]
    part = folder / f"{LEFT}{machine}-999999999-1-0.part"
    part.write_bytes(b"theirs")
    plan = folder / f"{LEFT}{machine}-999999999-1-0.plan"
    plan.write_text(json.dumps([[str(part), str(victim)], [str(victim), str(folder / "x")]]))
    write_atomically(folder / "a", b"x")
    assert victim.read_bytes() == b"mine"
    assert names(folder) == ["a"]


def names_of_a_write(folder: Path) -> str:
    """What a name of ours says of its machine and process."""
    with WholeFiles() as files:
        files.add(folder / "probe", b"")
        [name] = [name for name in names(folder) if name.startswith(LEFT)]
    (folder / "probe").unlink()
    return name.removeprefix(LEFT)


def test_a_name_is_made_of_titles_without_what_no_system_allows() -> None:
    assert name_from("Approved, but for what?", "a/b: c\n") == "Approved, but for what – a b c"
    assert name_from("", "..hidden. ") == "hidden"
    assert name_from("", "?") == ""
    assert len(name_from("word " * 80)) <= LONGEST_TITLE
