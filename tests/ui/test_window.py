from __future__ import annotations

from nanoexplorer.bootstrap import Desk


def test_opens(desk: Desk) -> None:
    assert desk.content


def test_opens_mini(mini_desk: Desk) -> None:
    assert mini_desk.content
