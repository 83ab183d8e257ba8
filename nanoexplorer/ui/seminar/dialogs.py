"""What goes out to the person from the teacher's file; a test replaces it."""

from __future__ import annotations

from dataclasses import dataclass

from nanoexplorer.ui.base.ask import (
    AskChoice,
    AskSavePath,
    ask_choice,
    ask_save_path,
)


@dataclass
class Dialogs:
    """The questions that the desktop asks."""

    ask_save: AskSavePath = ask_save_path
    ask_choice: AskChoice = ask_choice
