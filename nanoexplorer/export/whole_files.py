"""Several files that belong together: their names, and whether old ones may be replaced."""

from __future__ import annotations

from pathlib import Path

from nanoexplorer.export.job import Job


def numbered(path: Path, count: int) -> tuple[Path, ...]:
    """`name.png`, `name-2.png`, … for so many files."""
    more = (path.with_name(f"{path.stem}-{n}{path.suffix}") for n in range(2, count + 1))
    return (path, *more)


def places(job: Job, path: Path, count: int) -> tuple[Path, ...]:
    """Where so many files go. Raises Cancelled where what stands there already is to stay."""
    paths = numbered(path, count)
    unnamed = [one for one in paths[1:] if one.exists()]
    if unnamed:
        job.agree(unnamed)
    return paths
