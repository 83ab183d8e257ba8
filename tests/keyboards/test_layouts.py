"""Every command of a single key, typed on real keyboard layouts under X."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from typing import Final

import pytest

from tests.monkey.monkey import display, surroundings

LAYOUTS: Final = ("us", "fr", "de", "ru", "gr", "il", "ara", "tr")
WANTED: Final = ("Xvfb", "openbox", "xdotool", "setxkbmap")
pytestmark = pytest.mark.skipif(
    not all(shutil.which(name) for name in WANTED), reason=f"needs {', '.join(WANTED)}"
)

DIGITS: Final = tuple(str(place) for place in range(10, 19))
"""Keys by their place, as X counts them: what a finger finds, whatever is printed there."""
A, B, C, D, E, F, G, N, R, T = "38", "56", "54", "40", "26", "41", "42", "57", "27", "28"
S, V, P, K = "39", "55", "33", "45"
STOP: Final = "60"
ZERO, SLASH = "19", "61"
END: Final = "F12"


class Typing:
    """The app under X, and hands on its keyboard."""

    def __init__(self, app: subprocess.Popen[str], surroundings: dict[str, str]) -> None:
        self.app, self.surroundings = app, surroundings

    def show(self, what: str) -> None:
        assert self.app.stdin
        self.app.stdin.write(f"{what}\n")
        self.app.stdin.flush()
        said, window = self._line().split()
        assert said == "shown"
        # Qt calls a window active before the server sends keys there.
        self._do("xdotool", "windowfocus", "--sync", window)

    def lay(self, layout: str) -> None:
        self._do("setxkbmap", layout)

    def typed(self, *keys: str) -> list[str]:
        """What the keys have asked for."""
        self._do("xdotool", "key", "--delay", "1", *keys, END)
        said = []
        while (line := self._line()) != "end":
            said.append(line)
        return said

    def _line(self) -> str:
        assert self.app.stdout
        line = self.app.stdout.readline()
        assert line, "the app has ended"
        return line.strip()

    def _do(self, *command: str) -> None:
        subprocess.run(command, env=self.surroundings, check=True, stderr=subprocess.DEVNULL)


@pytest.fixture(scope="module")
def typing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Typing]:
    home = tmp_path_factory.mktemp("home")
    with display() as name:
        own = surroundings(home, DISPLAY=name, QT_QPA_PLATFORM="xcb")
        command = [sys.executable, "-m", "tests.keyboards.app", str(home)]
        pipe = subprocess.PIPE
        app = subprocess.Popen(command, env=own, stdin=pipe, stdout=pipe, text=True)
        made = Typing(app, own)
        assert made._line() == "ready"
        yield made
        app.kill()
        app.communicate()


@pytest.fixture(params=LAYOUTS)
def layout(typing: Typing, request: pytest.FixtureRequest) -> str:
    typing.lay(request.param)
    return str(request.param)


def test_the_seminars_keys_work_where_they_are(typing: Typing, layout: str) -> None:
    typing.show("seminar")
    assert typing.typed(*DIGITS) == [f"ChooseNumber(number={digit})" for digit in range(1, 10)]
    asked = ["reveal_all", "choose", "blank", "blank", "timer", "timer_zero", "notes"]
    assert typing.typed(R, G, B, STOP, T, f"shift+{T}", N) == asked
    said = ["status", "card", "map", "forward", "countdown", "countdown_stop", "forward", "back"]
    assert typing.typed(S, C, P, "Right", K, f"shift+{K}", "Next", "Prior") == said
    hands = typing.typed("Next", V, *DIGITS[:2], "space", DIGITS[4], "Return", "Escape", "Prior")
    assert hands == ["forward", "votes", "CountVotes(text='12 5')", "back"]


def test_practice_takes_its_digits_and_letters(typing: Typing, layout: str) -> None:
    typing.show("practice")
    verdicts = [line.split()[0] for line in typing.typed(*DIGITS[:5])]
    assert len(set(verdicts)) == 5
    a = "24" if layout == "fr" else A  # a letter is where the keyboard has it
    stages = [line.split()[1] for line in typing.typed(a, B, C, D, E, F)]
    assert len(set(stages)) == 6


OTHER_SLASH: Final = {"de": "shift+16", "fr": "shift+60", "tr": "shift+16"}


@pytest.mark.parametrize("at", ["profile.cases", "header.search", "content.tabs", "strategies"])
def test_the_windows_keys_work_wherever_the_keyboard_is(
    typing: Typing, layout: str, at: str
) -> None:
    typing.show(at)
    slash = OTHER_SLASH.get(layout, SLASH)
    asked = typing.typed("ctrl+45", "ctrl+33", f"ctrl+{ZERO}", f"ctrl+{slash}", "F5", "F7")
    assert asked == ["search", "print", "zoom_reset", "keys", "seminar_start", "practice"]
