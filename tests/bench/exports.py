"""What leaves the app: a picture of each view at 3840 × 2160, a deck of eight cases, a handout,
1,000 questions in each kind of file.

The libraries are there before, as in the app, which imports them while the dialog is open.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from nanoexplorer.app import start as bootstrap
from nanoexplorer.core.screen import Intent
from nanoexplorer.core.teaching.questions import MOST_QUESTIONS, Setup
from nanoexplorer.pack.loader import load_pack
from nanoexplorer.places import bundled_pack
from nanoexplorer.render.job import Job
from nanoexplorer.render.kinds import import_libraries, kind_of, write
from nanoexplorer.render.pages.pdf import write_handout
from nanoexplorer.render.pictures.picture import write_png
from nanoexplorer.render.questions.writing import KINDS, write_set
from nanoexplorer.render.slides.slides import write_deck
from nanoexplorer.ui.base.dress import chosen_theme
from nanoexplorer.views import NAMES

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
    app.quit()


if __name__ == "__main__":
    with TemporaryDirectory() as made:
        measure(Path(made))
