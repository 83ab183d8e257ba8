"""Logging, a name for each package: `--debug` shows on stderr what each of them does.

Without it nothing is logged, and `logging`, which takes 5 ms of a start, is not imported. What is
logged are names, numbers and times: never a profile, and never what somebody answered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from logging import Logger

FORMAT = "%(relativeCreated)7.0f ms  %(name)s: %(message)s"
_logger: Logger | None = None


def begin() -> None:
    """Show from now on what the packages do; each line begins with milliseconds and the package."""
    import logging

    global _logger
    logging.basicConfig(format=FORMAT, level=logging.WARNING, force=True)
    _logger = logging.getLogger("nanoexplorer")
    _logger.setLevel(logging.DEBUG)


def log(package: str, event: str, **about: object) -> None:
    """Say what a package did, if anybody wants to know; `package` such as `pack` or `render`."""
    if _logger is not None:
        said = " ".join([event, *(f"{name}={value}" for name, value in about.items())])
        _logger.getChild(package).debug("%s", said)
