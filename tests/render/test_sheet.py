from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from nanoexplorer.core.pack import Pack
from nanoexplorer.drawing import fonts
from nanoexplorer.render.job import ExportError, Job
from nanoexplorer.render.pictures.sheet import Sheet, faces_of, sheets
from nanoexplorer.render.rows.frame import EDGE
from nanoexplorer.render.rows.rendering import Picture
from tests.render.jobs import DRAWN, SHORT, job
from tests.render.renderings import bundled

SIZES = (None, (1280, 720), (640, 360), (1000, 1000), (1080, 1920), (2000, 400))


def with_long_names() -> Pack:
    pack = bundled()
    names = [
        "Nanoparticulate conjugates " * 4 if n % 2 else "N" * 120
        for n, _ in enumerate(pack.strategies)
    ]
    return replace(
        pack,
        strategies=tuple(
            strategy._replace(name=name.strip())
            for strategy, name in zip(pack.strategies, names, strict=True)
        ),
        sources=tuple(source._replace(label=f"{source.label} " * 8) for source in pack.sources),
    )


def parts(sheet: Sheet) -> list[QRectF]:
    """What stands below each other, from the top."""
    frame = sheet.frame
    shown = [frame.title, frame.subtitle, frame.body, frame.inside, frame.remarks, frame.foot]
    return [rect for rect in shown if rect.height() > 0]


def margins(sheet: Sheet) -> QImage:
    """The sheet drawn at its own size, all but its margins painted over."""
    size = sheet.size.toSize()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(sheet.theme["paper"]))
    painter = QPainter(image)
    sheet.draw(painter)
    room = QRectF(0, 0, size.width(), size.height())
    painter.fillRect(room.adjusted(EDGE - 8, 20, 8 - EDGE, -10), image.pixelColor(0, 0))
    painter.end()
    return image


@pytest.mark.parametrize("long", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_stands_on_anything_else_or_beyond_the_edge(
    app: QApplication, size: tuple[int, int] | None, long: bool
) -> None:
    pack = with_long_names() if long else bundled()
    for view in ("strategies", "card", "compare", *DRAWN):
        for sheet in sheets(job(view, size, pack=pack)):
            below = parts(sheet)
            for upper, lower in pairwise(below):
                assert upper.bottom() <= lower.top() + 0.01
            assert below[-1].bottom() <= sheet.size.height()
            assert sheet.frame.code.right() <= sheet.size.width() - EDGE + 0.01
            assert sheet.frame.code.left() > sheet.frame.foot.right()
            for block in sheet.page or ():
                for row in block.rows:
                    assert row.rect.bottom() <= sheet.frame.body.bottom() + 0.01


@pytest.mark.parametrize("view", SHORT)
def test_nothing_is_drawn_in_the_margins(app: QApplication, view: str) -> None:
    sheet = sheets(job(view, (1280, 720), pack=with_long_names()))[0]
    image = margins(sheet)
    ground = image.pixelColor(0, 0).rgb()
    blank = QImage(image.size(), image.format())
    blank.fill(ground)
    assert image == blank


def test_a_view_of_its_own_size_is_one_sheet_however_long(app: QApplication) -> None:
    for view in SHORT:
        assert len(sheets(job(view))) == 1


def test_a_long_list_flows_over_sheets_that_say_which_they_are(app: QApplication) -> None:
    made = sheets(job("references", (1280, 720)))
    assert len(made) > 1
    assert [sheet.number for sheet in made] == [
        f"{n} of {len(made)}" for n in range(1, len(made) + 1)
    ]


def test_the_aspect_asked_for_is_kept(app: QApplication) -> None:
    for wide, tall in ((1280, 720), (640, 360), (1080, 1920), (2000, 400)):
        size = sheets(job("card", (wide, tall)))[0].size
        assert size.width() / size.height() == pytest.approx(wide / tall)


def test_a_figure_whose_words_are_small_says_so(app: QApplication) -> None:
    assert sheets(job("barrier-routes", (2000, 400)))[0].warning
    assert not sheets(job("barrier-routes", (1000, 1000)))[0].warning
    assert not sheets(job("barrier-routes"))[0].warning


def test_a_figure_has_the_disclaimer_right_below_it_and_a_list_at_its_foot(
    app: QApplication,
) -> None:
    for view in SHORT:
        for sheet in sheets(job(view, (1280, 720))):
            frame = sheet.frame
            if isinstance(sheet.rendering.body, Picture):
                assert 0 <= frame.inside.top() - frame.body.bottom() < 12
                assert frame.inside.bottom() < frame.foot.top()
            else:
                assert frame.inside.height() == 0


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", DRAWN)
def test_the_words_of_a_figure_are_no_smaller_than_those_at_its_foot(
    app: QApplication, view: str, size: tuple[int, int] | None
) -> None:
    [sheet] = sheets(job(view, size))
    body = sheet.rendering.body
    assert isinstance(body, Picture)
    assert body.zoom is not None
    words_of_it = fonts.SMALL * body.zoom(sheet.frame.body.size()) / 100
    assert words_of_it >= faces_of(sheet.rendering).foot.body


def test_a_card_without_a_selection_is_refused_in_one_line(app: QApplication) -> None:
    made = job("card")
    nothing = Job(made.pack, replace(made.intent, selection=""), made.theme, "card")
    with pytest.raises(ExportError) as refused:
        sheets(nothing)
    assert "\n" not in str(refused.value)
