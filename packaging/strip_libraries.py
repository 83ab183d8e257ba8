"""Takes the symbols that only debuggers read out of a bundle's libraries.

usage: strip_libraries.py FOLDER

Libraries of some wheels were patched after they were linked, and `strip` leaves a few of them in a
state that the loader refuses; such a one is kept as it was.
"""

from __future__ import annotations

import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ELF_64 = b"\x7fELF\x02\x01"
LOAD = 1
PAGE = 4096


def is_library(file: Path) -> bool:
    if file.is_symlink() or not file.is_file():
        return False
    return ".so" in file.name and file.open("rb").read(len(ELF_64)) == ELF_64


def loaded_segments(elf: bytes) -> Iterator[tuple[int, int]]:
    """File offset and address of all that is mapped into memory."""
    (table,) = struct.unpack_from("<Q", elf, 32)
    size, count = struct.unpack_from("<HH", elf, 54)
    for place in range(table, table + size * count, size):
        kind, _, offset, address = struct.unpack_from("<IIQQ", elf, place)
        if kind == LOAD:
            yield offset, address


def can_be_loaded(file: Path) -> bool:
    """Whether the loader can map every segment to a whole page."""
    segments = list(loaded_segments(file.read_bytes()))
    return bool(segments) and all((address - offset) % PAGE == 0 for offset, address in segments)


def strip(file: Path, trial: Path) -> int:
    """Strip a library if that goes well; returns the bytes that were saved."""
    subprocess.run(["strip", "--strip-unneeded", "-o", str(trial), str(file)], check=True)
    saved = file.stat().st_size - trial.stat().st_size
    if saved <= 0 or not can_be_loaded(trial):
        return 0
    file.write_bytes(trial.read_bytes())
    return saved


def main(folder: Path) -> None:
    with TemporaryDirectory() as scratch:
        trial = Path(scratch) / "library"
        saved = sum(strip(file, trial) for file in sorted(folder.rglob("*")) if is_library(file))
    print(f"strip: {saved / 2**20:.1f} MiB of symbols taken out")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
