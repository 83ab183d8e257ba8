"""A folder's files, as every form of a pack is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from nanoexplorer.files import ReadError
from nanoexplorer.pack.folder import Folder


def test_a_folder_has_what_stands_in_it(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"id\n")
    (tmp_path / "b").symlink_to("nowhere")
    folder = Folder(tmp_path)
    assert set(folder.names()) == {"a.csv", "b"}
    assert folder.has("b")
    assert folder.data("a.csv", 3) == b"id\n"
    with pytest.raises(ReadError):
        folder.data("a.csv", 2)


def test_a_folder_that_is_gone_has_nothing(tmp_path: Path) -> None:
    assert not Folder(tmp_path / "gone").names()
