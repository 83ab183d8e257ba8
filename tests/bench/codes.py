"""`make bench-codes`: how many of 1,000 degraded pictures lead back to their view, and none else.

Each picture goes through what happens to pictures: another size, JPEG, blur, a camera that stands
aside (perspective and keystone), a crop to the part with the code, and print and scan at 150 dpi.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF, QTransform

from nanoexplorer.app import start
from nanoexplorer.core.screen import Intent
from nanoexplorer.formats.questions import QuestionSet
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.render.job import Job
from nanoexplorer.render.kinds import write
from nanoexplorer.render.reopening.opening import OpenError, opened
from nanoexplorer.ui.base.theme import chosen_theme
from nanoexplorer.views import NAMES

PICTURES: Final = 1000
SMOOTH: Final = Qt.TransformationMode.SmoothTransformation
GOAL: Final = 0.99


def smaller(image: QImage, random: Random) -> QImage:
    return image.scaledToWidth(random.randint(720, 1600), SMOOTH)


def blurred(image: QImage, random: Random) -> QImage:
    shrunk = image.scaledToWidth(round(image.width() * random.uniform(0.75, 0.95)), SMOOTH)
    return shrunk.scaledToWidth(image.width(), SMOOTH)


def aside(image: QImage, random: Random) -> QImage:
    """As a camera sees a projection that it does not stand straight before, on a dark wall."""
    wide, high = image.width(), image.height()
    far = QPolygonF([
        QPointF(x * wide + random.uniform(0, 0.08) * wide * (1 - 2 * x),
                y * high + random.uniform(0, 0.08) * high * (1 - 2 * y))
        for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))
    ])  # fmt: skip
    near = QPolygonF([QPointF(0, 0), QPointF(wide, 0), QPointF(wide, high), QPointF(0, high)])
    turned = QTransform()
    QTransform.quadToQuad(near, far, turned)
    seen = QImage(wide, high, QImage.Format.Format_RGB32)
    seen.fill(QColor("#303030"))
    painter = QPainter(seen)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    about = QTransform().translate(wide / 2, high / 2).rotate(random.uniform(-3, 3))
    painter.setTransform(turned * about.scale(0.9, 0.9).translate(-wide / 2, -high / 2))
    painter.drawImage(0, 0, image)
    painter.end()
    return seen


def cropped(image: QImage, random: Random) -> QImage:
    """To the part at the bottom right, where the code is, with some of the figure."""
    wide = round(image.width() * random.uniform(0.4, 0.9))
    high = round(image.height() * random.uniform(0.5, 0.9))
    return image.copy(image.width() - wide, image.height() - high, wide, high)


def printed(image: QImage, random: Random) -> QImage:
    """On A4 at 150 dpi, in greys, a little lighter or darker, and scanned a little aslant."""
    grey = image.scaledToWidth(1500, SMOOTH).convertToFormat(QImage.Format.Format_Grayscale8)
    page = QImage(1754, 1240, QImage.Format.Format_RGB32)
    page.fill(QColor("white"))
    painter = QPainter(page)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setOpacity(random.uniform(0.7, 1.0))
    painter.rotate(random.uniform(-2, 2))
    painter.drawImage(80, 90, grey)
    painter.end()
    return page


WAYS: Final = ((smaller,), (blurred,), (aside,), (cropped, smaller), (printed,), (aside, blurred))


def jobs() -> list[Job]:
    pack = load_pack(bundled_pack())
    made = []
    for place, view in enumerate(NAMES):
        profile, second = (pack.cases[(place + more) % len(pack.cases)].profile for more in (0, 3))
        selection = pack.ordered[place * 5].id
        tab = NAMES[0] if view == "card" else view
        theme = chosen_theme("dark" if place % 2 else "light")
        made.append(
            Job(pack, Intent(profile, second, selection, "", tab), theme, view, (1920, 1080))
        )
    return made


def main(seed: int) -> int:
    app, random = start.make_app(), Random(seed)
    back = wrong = 0
    taken: list[float] = []
    with TemporaryDirectory() as name:
        folder = Path(name)
        made = [(job, QImage(str(write(job, folder / f"{job.view}.png")[0]))) for job in jobs()]
        for place in range(PICTURES):
            job, image = made[place % len(made)]
            for way in WAYS[place % len(WAYS)]:
                image = way(image, random)
            path = folder / "degraded.jpg"
            image.save(str(path), "JPG", random.randint(40, 90))  # type: ignore[call-overload]
            began = time.perf_counter()
            try:
                found = opened(job.pack, path)
            except OpenError:
                continue
            finally:
                taken.append(time.perf_counter() - began)
            assert not isinstance(found, QuestionSet)
            right = (found[0].profile, found[1], found[0].selection) == (
                job.intent.profile, job.view, job.intent.selection,
            )  # fmt: skip
            back, wrong = back + right, wrong + (not right)
    print(f"{back} of {PICTURES} lead back (goal {GOAL:.0%}), {wrong} to another view (goal 0)")
    print(
        f"opened in {median(taken) * 1000:.0f} ms, at most {max(taken) * 1000:.0f} ms (<= 500 ms)"
    )
    del app
    return int(wrong > 0 or back < GOAL * PICTURES)


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1))
