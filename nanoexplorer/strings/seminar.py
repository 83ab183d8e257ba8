"""Words of seminar."""

from __future__ import annotations
