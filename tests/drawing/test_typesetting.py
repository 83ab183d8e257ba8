"""Words in lines: nothing is lost, nothing is wider than its line, words part where they may."""

from __future__ import annotations

from random import Random

import pytest
from PySide6.QtWidgets import QApplication

from nanoexplorer.documents.blocks import Words, plain
from nanoexplorer.drawing import fonts, typesetting

SAMPLE = "blood-brain-barrier and/or EGFR/ALK mutated Immunoradiotherapeutically, 12–15 signs"


def without_spaces(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("width", [1, 20, 60, 90, 200, 2000])
@pytest.mark.parametrize("text", [SAMPLE, "", "a", "𝛂𝛃 𝛄 🧪🧪🧪🧪🧪🧪 and more", "a\u2028b c"])
def test_no_sign_is_lost_however_narrow(app: QApplication, text: str, width: float) -> None:
    found = typesetting.lines(text, fonts.font(), width)
    assert without_spaces("".join(found)) == without_spaces(text)


def test_no_line_is_wider_than_its_room(app: QApplication) -> None:
    random, font = Random(11), fonts.font(fonts.SMALL)
    for _ in range(200):
        text = " ".join("w" * random.randint(1, 30) for _ in range(random.randint(1, 12)))
        width = random.randint(40, 300)
        found = typesetting.lines(text, font, width)
        assert all(typesetting.advance(line, font) <= width + 0.5 for line in found)


def test_words_part_after_hyphens_and_slashes(app: QApplication) -> None:
    found = typesetting.lines("blood-brain EGFR/ALK", fonts.font(), 45)
    assert found == ("blood-", "brain", "EGFR/", "ALK")


def test_the_last_of_so_many_lines_ends_in_an_ellipsis(app: QApplication) -> None:
    font = fonts.font()
    one, two = typesetting.lines(SAMPLE, font, 120, most=2)
    assert two.endswith("…")
    assert typesetting.advance(two, font) <= 120
    assert SAMPLE.startswith(one)
    assert typesetting.lines("short", font, 120, most=1) == ("short",)


def test_slack_makes_lines_shorter(app: QApplication) -> None:
    spans = [Words("some words here and "), Words("bold words", strong=True)]
    used = [fonts.font(), fonts.font(weight=fonts.BOLD)]
    tight = typesetting.broken(spans, used, 150, (1.0, 1.0))
    loose = typesetting.broken(spans, used, 150, (1.3, 1.3))
    assert len(plain(tuple(loose[0]))) < len(plain(tuple(tight[0])))
    for lines in (tight, loose):
        assert plain(tuple(words for line in lines for words in line)) == plain(tuple(spans))
        assert lines[-1][-1].strong
        assert not lines[0][0].strong


def test_a_paragraph_is_as_high_as_its_lines(app: QApplication) -> None:
    layout, high = typesetting.laid_out("one two three", fonts.font(), 40, 20)
    assert high == 20 * layout.lineCount() > 20
