"""Our own writing of PNG, as the toolkit reads it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from nanoexplorer.render.job import Cancelled
from nanoexplorer.render.pictures.png import LINES, Png


def speckled(wide: int, tall: int) -> QImage:
    """A picture in which every px tells where it is."""
    image = QImage(wide, tall, QImage.Format.Format_RGB32)
    for x in range(wide):
        for y in range(tall):
            image.setPixelColor(x, y, QColor(x % 256, y % 256, (x * y) % 256))
    return image


def read(content: bytes) -> QImage:
    return QImage.fromData(QByteArray(content), "png")  # type: ignore[arg-type]


@pytest.mark.parametrize("wide", [1, 2, 3, 7])
@pytest.mark.parametrize("bands", [(1,), (LINES,), (LINES + 1, 3), (5, 5, 5)])
def test_bands_of_any_width_and_height_become_one_picture(
    app: QApplication, wide: int, bands: tuple[int, ...]
) -> None:
    whole = speckled(wide, sum(bands))
    made, top = Png(wide, sum(bands), 5000, {}), 0
    for tall in bands:
        made.add(whole.copy(0, top, wide, tall))
        top += tall
    found = read(made.content())
    assert found.convertToFormat(QImage.Format.Format_RGB32) == whole
    assert found.dotsPerMeterX() == found.dotsPerMeterY() == 5000
    assert not found.hasAlphaChannel()


@pytest.mark.parametrize(
    "said", ["plain", "", "one line\nand another", "€ – ≤ 日本語", "x" * 90_000]
)
def test_words_in_it_are_read_as_they_were_written(app: QApplication, said: str) -> None:
    made = Png(2, 2, 3780, {"Title": said, "Other": "kept"})
    made.add(speckled(2, 2))
    found = read(made.content())
    assert found.text("Title").strip() == said
    assert found.text("Other") == "kept"


def test_it_can_be_stopped_on_the_way(app: QApplication) -> None:
    told: list[tuple[int, int]] = []

    def stop(done: int, of: int) -> None:
        told.append((done, of))
        if done:
            raise Cancelled

    tall = 3 * LINES
    with pytest.raises(Cancelled):
        Png(2, tall, 3780, {}).add(speckled(2, tall), stop)
    assert told == [(0, tall), (LINES, tall)]
