from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtWidgets import QApplication

from nanoexplorer.formats.view import intent_of
from nanoexplorer.render.job import PARTS, Cancelled, ExportError, Job, Progress
from nanoexplorer.render.pictures import picture
from nanoexplorer.render.pictures.picture import image_of
from nanoexplorer.render.pictures.sheet import sheets
from nanoexplorer.render.reopening.reopen import read_state
from nanoexplorer.words import common
from tests.drawing.drawing import theme
from tests.render.jobs import DRAWN, SHORT, job, write_png
from tests.render.renderings import bundled


@pytest.mark.parametrize("size", [(1280, 720), (640, 360), (777, 1033)])
def test_a_picture_has_exactly_the_size_and_resolution_asked_for(
    app: QApplication, tmp_path: Path, size: tuple[int, int]
) -> None:
    [path] = write_png(job("evidence-map", size, dpi=300), tmp_path / "a.png")
    image = QImage(str(path))
    assert image.size().toTuple() == size
    assert image.dotsPerMeterX() == image.dotsPerMeterY() == round(300 / 0.0254)


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_a_picture_is_never_transparent(app: QApplication, tmp_path: Path, colours: str) -> None:
    [path] = write_png(job("decision-map", colours=colours), tmp_path / "a.png")
    image = QImage(str(path))
    assert not image.hasAlphaChannel()
    assert image.pixelColor(0, 0).name() == theme(colours)["paper"]


def test_a_scale_enlarges_the_own_size_of_a_view(app: QApplication) -> None:
    one, two = (image_of(job("card", scale=scale)) for scale in (1.0, 2.0))
    assert two.size() == one.size() * 2


@pytest.mark.parametrize("view", SHORT)
def test_a_picture_reopens_the_view_it_shows(app: QApplication, tmp_path: Path, view: str) -> None:
    made = job(view)
    [path] = write_png(made, tmp_path / "a.png")
    intent, found, version = intent_of(bundled(), read_state(path))
    assert (found, version) == (view, bundled().version)
    assert replace(intent, options=()) == made.intent
    again = Job(made.pack, intent, made.theme, view)
    assert image_of(again) == image_of(made)


def test_a_picture_says_in_its_text_what_it_is(app: QApplication, tmp_path: Path) -> None:
    made = job("barrier-routes", (640, 360))
    [path] = write_png(made, tmp_path / "a.png")
    reader = QImageReader(str(path))
    assert reader.text("CaseCode") == made.screen.profile.case_code
    assert reader.text("Title") == made.rendering.title
    assert reader.text("Description") == common.disclaimer()
    assert reader.text("Software").startswith(common.APP)


def test_several_sheets_are_several_pictures_or_none(app: QApplication, tmp_path: Path) -> None:
    asked = job("references", (1280, 720))
    paths = write_png(asked, tmp_path / "a.png")
    assert [path.name for path in paths[:2]] == ["a.png", "a-2.png"]
    assert sorted(tmp_path.iterdir()) == sorted(paths)

    def stop(done: int, of: int) -> None:
        if done == of // len(paths):
            raise Cancelled

    other = tmp_path / "b.png"
    with pytest.raises(Cancelled):
        write_png(job("references", (1280, 720), progress=stop), other)
    assert sorted(tmp_path.iterdir()) == sorted(paths)


def test_progress_is_told_to_the_end(app: QApplication, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    made = job("card", (1280, 720), progress=lambda done, of: told.append((done, of)))
    paths = write_png(made, tmp_path / "a.png")
    of = PARTS * len(paths)
    assert told == sorted(told)
    assert (told[0], told[-1]) == ((0, of), (of, of))


def test_a_tall_sheet_tells_of_every_row_and_can_be_stopped_within(
    app: QApplication, tmp_path: Path
) -> None:
    told: list[int] = []
    path = tmp_path / "a.png"
    path.write_bytes(b"old")
    write_png(job("references", progress=lambda done, of: told.append(done)), tmp_path / "b.png")
    [sheet] = sheets(job("references"))
    assert sheet.page
    assert len(told) > sum(len(block.rows) for block in sheet.page)
    assert len(set(told)) > 80

    for moment in (0.1, 0.6, 1.0):
        stop = stopping_at(moment)
        with pytest.raises(Cancelled):
            write_png(job("references", progress=stop), path)
        assert path.read_bytes() == b"old"
        assert sorted(file.name for file in tmp_path.iterdir()) == ["a.png", "b.png"]


def stopping_at(moment: float) -> Progress:
    def stop(done: int, of: int) -> None:
        if done >= moment * of:
            raise Cancelled

    return stop


@pytest.mark.parametrize("view", ["strategies", "references", *DRAWN])
def test_a_picture_in_bands_is_the_one_that_is_drawn_whole(
    app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, view: str
) -> None:
    whole = image_of(job(view))
    monkeypatch.setattr(picture, "BAND", whole.width() * 211)
    [path] = write_png(job(view), tmp_path / "a.png")
    found = QImage(str(path)).convertToFormat(whole.format())
    has_dashes = view in ("barrier-routes", "evidence-map")
    dashed = whole.width() * whole.height() // 1000 if has_dashes else 0
    assert differing(found, whole) <= dashed  # of a line that is cut, dashes begin elsewhere


def differing(one: QImage, other: QImage) -> int:
    """In how many px two pictures differ."""
    assert one.size() == other.size()
    pairs = zip(*(memoryview(image.constBits()).cast("I") for image in (one, other)), strict=True)
    return sum(a != b for a, b in pairs)


def test_a_picture_that_is_too_large_is_refused_in_one_line(
    app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture, "MOST_SIDE", 1000)
    with pytest.raises(ExportError) as refused:
        write_png(job("evidence-map", (1280, 720)), tmp_path / "a.png")
    assert "\n" not in str(refused.value)
    assert "1280" in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def ink(image: QImage) -> int:
    """How much darkness there is in a picture, once it is small."""
    small = image.scaled(320, 180, mode=Qt.TransformationMode.SmoothTransformation)
    grey = small.convertToFormat(QImage.Format.Format_Grayscale8)
    ground = grey.pixelColor(0, 0).red()
    return sum(abs(ground - grey.pixelColor(x, y).red()) for x in range(320) for y in range(180))


@pytest.mark.parametrize("view", DRAWN)
def test_a_figure_grows_with_the_picture(app: QApplication, view: str) -> None:
    """What is drawn in px of the device would be specks in a large picture."""
    small, large = (ink(image_of(job(view, size))) for size in ((1280, 720), (3840, 2160)))
    assert large == pytest.approx(small, rel=0.1)
