"""The files of a pack: what every form of it is read as, and the plainest form, a folder."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Collection
from pathlib import Path

from nanoexplorer.files import read_whole
from nanoexplorer.overriding import override
from nanoexplorer.pack.problems import Problem


class Files(ABC):
    """The files of a pack by name: a folder, a zip, a workbook as what its sheets would be."""

    @abstractmethod
    def names(self) -> Collection[str]:
        """The names of all files."""

    @abstractmethod
    def has(self, file: str) -> bool:
        """Whether something stands under a name, whatever it is."""

    @abstractmethod
    def data(self, file: str, most: int) -> bytes:
        """A file of at most so many bytes. Raises ReadError."""

    @abstractmethod
    def placed(self, problem: Problem) -> Problem:
        """A problem of a file, where whoever has this form looks for it."""


class Folder(Files):
    """A folder of tables."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @override
    def names(self) -> Collection[str]:
        try:
            return [file.name for file in self.path.iterdir()]
        except OSError:  # each file that is needed will be missed
            return ()

    @override
    def has(self, file: str) -> bool:
        return os.path.lexists(self.path / file)

    @override
    def data(self, file: str, most: int) -> bytes:
        return read_whole(self.path / file, most)

    @override
    def placed(self, problem: Problem) -> Problem:
        return problem
