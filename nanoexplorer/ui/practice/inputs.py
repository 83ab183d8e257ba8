"""What practice asks of the desktop and of chance; a test replaces it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import SystemRandom

from nanoexplorer.core.teaching.questions import MOST_SEED
from nanoexplorer.ui.base.ask import AskOpenPath, AskSavePath, ask_open_path, ask_save_path


def draw_seed() -> int:
    """A seed that nobody knows beforehand."""
    return SystemRandom().randint(1, MOST_SEED)


@dataclass
class Inputs:
    """What goes out of practice and back into the desktop; a test replaces it."""

    ask_path: AskSavePath = ask_save_path
    ask_open: AskOpenPath = ask_open_path
    seed: Callable[[], int] = draw_seed
    today: Callable[[], date] = date.today
