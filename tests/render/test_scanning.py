"""Pictures that have lost what they carried lead back by their code; others lead nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import isqrt
from pathlib import Path
from zipfile import ZipFile

import pytest
import segno
from pptx import Presentation
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QTransform

from nanoexplorer.formats.questions import QuestionSet
from nanoexplorer.render.job import Job
from nanoexplorer.render.kinds import write
from nanoexplorer.render.reopening import scanning
from nanoexplorer.render.reopening.opening import OpenError, opened
from nanoexplorer.render.reopening.scanning import MOST_CLOSELY, MOST_PX, MOST_SHRUNK
from nanoexplorer.words import export as words
from tests.packs import mini_pack
from tests.render.views import ALL_VIEWS, view_job

pytestmark = pytest.mark.usefixtures("app")
SMOOTH = Qt.TransformationMode.SmoothTransformation


def picture(job: Job, folder: Path) -> QImage:
    """The first picture of a view, as a program shows it: what its file carried is lost."""
    return QImage(str(write(replace(job, size=(1920, 1080)), folder / "whole.png")[0]))


def leads_to(path: Path, job: Job) -> bool:
    found = opened(job.pack, path)
    assert not isinstance(found, QuestionSet)
    intent, view, _ = found
    return (intent.profile, view, intent.selection) == (
        job.intent.profile,
        job.view,
        job.intent.selection,
    )


@pytest.mark.parametrize("view", ALL_VIEWS)
def test_a_small_and_blurred_picture_leads_back_to_its_view(view: str, tmp_path: Path) -> None:
    job = view_job(view)
    small = picture(job, tmp_path).scaledToWidth(720, SMOOTH)
    assert small.save(str(tmp_path / "small.jpg"), "JPG", 40)  # type: ignore[call-overload]
    assert leads_to(tmp_path / "small.jpg", job)


def test_a_photo_that_is_aslant_leads_back(tmp_path: Path) -> None:
    job = view_job()
    turned = picture(job, tmp_path).transformed(QTransform().rotate(7).shear(0.08, 0.02), SMOOTH)
    assert turned.save(str(tmp_path / "photo.png"))
    assert leads_to(tmp_path / "photo.png", job)


def test_a_deck_into_which_our_slide_was_pasted_leads_back(tmp_path: Path) -> None:
    job = view_job("strategies")
    picture(job, tmp_path).save(str(tmp_path / "pasted.png"))
    deck = Presentation()
    for name in (None, "pasted.png"):
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        if name:
            slide.shapes.add_picture(str(tmp_path / name), 0, 0)
    deck.save(str(tmp_path / "own.pptx"))
    assert leads_to(tmp_path / "own.pptx", job)


def refusal(path: Path) -> str:
    with pytest.raises(OpenError) as caught:
        opened(mini_pack(), path)
    return str(caught.value)


def test_a_photo_with_somebody_elses_code_leads_nowhere(tmp_path: Path) -> None:
    segno.make("https://example.org/patient/1").save(str(tmp_path / "chart.png"), scale=6)
    assert refusal(tmp_path / "chart.png") == words.STATE_ERROR["other-code"].format(
        name="chart.png"
    )


@pytest.mark.parametrize("name", ["plain.png", "plain.jpg"])
def test_a_picture_without_a_code_is_said_to_hold_nothing(name: str, tmp_path: Path) -> None:
    plain = QImage(400, 300, QImage.Format.Format_RGB32)
    plain.fill(QColor("white"))
    assert plain.save(str(tmp_path / name))
    assert refusal(tmp_path / name) == words.STATE_ERROR["none"].format(name=name)


@pytest.mark.parametrize("suffix", [".jpg", ".jpeg", ".webp", ".bmp", ".png", ".pptx"])
def test_what_is_no_picture_is_one_line(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"no{suffix}"
    path.write_bytes(b"no picture at all" * 50)
    assert refusal(path).count("\n") == 0


def test_a_picture_far_too_large_is_not_decoded(tmp_path: Path) -> None:
    wide = QImage(MOST_PX // 1000 + 1000, 1000, QImage.Format.Format_Mono)
    wide.fill(1)
    assert wide.save(str(tmp_path / "wide.png"))
    allowed = MOST_PX // 1_000_000
    wanted = words.STATE_ERROR["too-large"].format(name="wide.png", most=allowed)
    assert refusal(tmp_path / "wide.png") == wanted


def said_to_be(px: int) -> bytes:
    """A JPEG whose head says that it has so many px; what would follow is cut off."""
    side = isqrt(px).to_bytes(2)
    frame = b"\xff\xc0\x00\x0b\x08" + side + side + b"\x01\x01\x11\x00"
    return b"\xff\xd8" + frame + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + bytes(100)


def test_a_photo_of_200_megapixels_is_refused_by_what_its_head_says(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(said_to_be(200_000_000))
    allowed = MOST_SHRUNK // 1_000_000
    wanted = words.STATE_ERROR["too-large"].format(name="photo.jpg", most=allowed)
    assert refusal(tmp_path / "photo.jpg") == wanted


def deck_of(pictures: Iterable[bytes], folder: Path) -> Path:
    """The pictures of somebody's deck, as they stand in its file."""
    with ZipFile(folder / "own.pptx", "w") as deck:
        for place, picture in enumerate(pictures):
            deck.writestr(f"ppt/media/image{place}.png", picture)
    return folder / "own.pptx"


def photo(folder: Path) -> bytes:
    """One without any code."""
    image = QImage(1000, 1000, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    assert image.save(str(folder / "photo.png"))
    return (folder / "photo.png").read_bytes()


def test_a_deck_of_500_slides_is_looked_at_within_bounds_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[bool] = []

    def codes(content: bytes, *, closely: bool = True) -> Iterator[str]:
        looked.append(closely)
        return iter(())

    path = deck_of([photo(tmp_path)] * 500, tmp_path)
    monkeypatch.setattr(scanning, "_codes", codes)
    assert refusal(path) == words.STATE_ERROR["too-many"].format(name="own.pptx")
    assert looked == [True] * MOST_CLOSELY


def test_our_slide_is_found_among_many_photos_by_its_own_code(tmp_path: Path) -> None:
    job = view_job("strategies")
    [ours] = write(job, tmp_path / "ours.pptx")
    shapes = Presentation(str(ours)).slides[0].shapes
    codes: list[bytes] = [shape.image.blob for shape in shapes if hasattr(shape, "image")]
    pictures = [*[photo(tmp_path)] * 3 * MOST_CLOSELY, codes[-1]]
    assert leads_to(deck_of(pictures, tmp_path), job)
