"""Tooltips as plain text."""

from __future__ import annotations


def plain_tip(text: str) -> str:
    """A tooltip that shows its text as text: the toolkit would take markup in it for markup."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<qt>{escaped}</qt>".replace("\n", "<br>") if text else ""
