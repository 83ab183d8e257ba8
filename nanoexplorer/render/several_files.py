"""Several files that belong together: their names, and whether old ones may be replaced."""

from __future__ import annotations

from pathlib import Path

from nanoexplorer.render.job import Job


def numbered(path: Path, count: int) -> tuple[Path, ...]:
    """`name.png`, `name-2.png`, … for so many files."""
    more = (path.with_name(f"{path.stem}-{n}{path.suffix}") for n in range(2, count + 1))
    return (path, *more)


def places(job: Job, path: Path, count: int) -> tuple[Path, ...]:
    """Where so many files go. Raises Cancelled where several are not wanted."""
    paths = numbered(path, count)
    if len(paths) > 1:
        job.agree(paths)
    return paths
