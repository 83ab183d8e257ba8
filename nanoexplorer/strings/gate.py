"""The gate, and the disclaimer it asks to be read."""

from __future__ import annotations

from nanoexplorer.strings import disclaimer

TITLE = "For learning, not for treating"
TEXT = "It gives no advice for any patient, ranks no treatment, and can be out of date or wrong."
POINTS = (
    "For many strategies the sources state no stage of development.",
    "An approval shown may be for another disease; the scope says which.",
    "What is missing here is not shown to be without effect.",
)
PROMISE = "I will not use it to make decisions about a person’s care."
CONTINUE = "Continue"
QUIT = "Quit"


def text(about: str) -> str:
    """What the pack is about, in its own sentence, and what the program is not."""
    return f"{about} {TEXT}".strip()


def gate_texts() -> tuple[str, ...]:
    """All of ours that is agreed to; the gate asks again whenever one of them changes."""
    return (disclaimer(), TITLE, TEXT, *POINTS, PROMISE)
