from __future__ import annotations

import inspect
import sys
from types import ModuleType

import pytest

from nanoexplorer.ui.base import unread_sources


def test_no_source_is_read_for_a_feature_that_nobody_uses(monkeypatch: pytest.MonkeyPatch) -> None:
    hook = sys.modules["shibokensupport.feature"]
    assert unread_sources.leave_sources_unread()

    def fail(module: ModuleType) -> str:
        raise AssertionError(module)

    monkeypatch.setattr(inspect, "getsource", fail)
    made = ModuleType("made_for_a_test")
    hook.feature_imported(made)
    hook.pyside_feature_dict.pop(made.__name__)


def test_a_toolkit_that_does_not_ask_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unread_sources, "_HOOK", "no.such.module")
    assert not unread_sources.leave_sources_unread()
