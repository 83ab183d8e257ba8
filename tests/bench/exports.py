"""What leaves the app: a picture of each view at 3840 × 2160, a deck of eight cases, a handout, a
page, 1,000 questions in each kind of file; and a picture that leads back by its code alone.

Beside each stands how long the same takes with the libraries alone, or in the other way.
The libraries are there before, as in the app, which imports them while the dialog is open.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtGui import QImage

from nanoexplorer.app import start as bootstrap
from nanoexplorer.core.screen import Intent
from nanoexplorer.core.teaching.questions import MOST_QUESTIONS, Setup
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.render.job import Job
from nanoexplorer.render.kinds import import_libraries, kind_of, write, write_deck
from nanoexplorer.render.questions.writing import KINDS, write_set
from nanoexplorer.render.reopening.opening import opened
from nanoexplorer.ui.base.theme import chosen_theme
from nanoexplorer.views import NAMES
from tests.render.jobs import write_handout, write_png

SIZE = (3840, 2160)
CASES = 8
TIMES = 3
LONG = 5.0


def least(work: Callable[[], object]) -> float:
    """Seconds of the quickest of a few calls, others may be at work; of a long one, of one."""
    taken: list[float] = []
    while len(taken) < TIMES and sum(taken) < LONG:
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return min(taken)


def blank(path: Path) -> None:
    """As the toolkit writes a picture of that size with nothing on it."""
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(0)
    assert image.save(str(path))


def same_by_the_library(path: Path) -> None:
    """As many boxes with the same words on as many slides, as the library is asked for them."""
    from pptx import Presentation

    made = Presentation()
    for slide in Presentation(str(path)).slides:
        page = made.slides.add_slide(made.slide_layouts[5])
        for shape in slide.shapes:
            if shape.has_text_frame:
                box = page.shapes.add_textbox(shape.left, shape.top, shape.width, shape.height)
                box.text_frame.text = shape.text_frame.text
        page.notes_slide.notes_text_frame.text = slide.notes_slide.notes_text_frame.text
    made.save(str(path.with_name("alone.pptx")))


def measure(folder: Path) -> None:
    """Print the seconds for a picture of each view, and how many pictures it takes; for a deck."""
    app = bootstrap.make_app()
    pack = load_pack(bundled_pack())
    one, two = pack.cases[0].profile, pack.cases[1].profile
    intent = Intent(one, second_profile=two, selection=pack.ordered[0].id)
    job = Job(pack, intent, chosen_theme("light"), size=SIZE)
    for suffix in (".png", ".pptx"):
        import_libraries(kind_of(Path(f"a{suffix}")))
    for view in NAMES:
        path = folder / f"{view}.png"
        taken = least(lambda path=path, view=view: write_png(replace(job, view=view), path))  # type: ignore[misc]
        print(f"{view} {taken}")
        print(f"{view}-pictures {len(list(folder.glob(f'{view}*.png')))}", flush=True)
    print(f"png-alone {least(lambda: blank(folder / 'blank.png'))}")
    jobs = [replace(job, size=None, intent=Intent(case.profile)) for case in pack.cases[:CASES]]
    print(f"deck {least(lambda: write_deck(jobs, folder / 'deck.pptx', 'Cases'))}")
    paper = replace(job, size=None)
    print(f"handout {least(lambda: write_handout(paper, folder / 'handout.pdf'))}")
    print(f"page {least(lambda: write(paper, folder / 'strategies.html'))}")
    setup = Setup((), MOST_QUESTIONS, 1)
    for kind in KINDS[1:]:  # paper has its handout above
        kind.import_libraries()
        file = folder / f"set{kind.suffix}"
        taken = least(lambda file=file: write_set(pack, setup, file, job.theme))  # type: ignore[misc]
        print(f"questions{kind.suffix} {taken}", flush=True)
    print(f"page-as-pdf {least(lambda: write(paper, folder / 'strategies.pdf'))}")
    print(f"deck-alone {least(lambda: same_by_the_library(folder / 'deck.pptx'))}")
    write(replace(job, view=NAMES[0]), folder / "whole.png")
    assert QImage(str(folder / "whole.png")).scaledToWidth(1600).save(str(folder / "small.jpg"))
    print(f"by-code {least(lambda: opened(pack, folder / 'small.jpg'))}")
    print(f"by-state {least(lambda: opened(pack, folder / 'whole.png'))}")
    app.quit()


if __name__ == "__main__":
    with TemporaryDirectory() as made:
        measure(Path(made))
