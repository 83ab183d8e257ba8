"""Seminars and seminar files for tests."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

from nanoexplorer.core.pack import Pack
from nanoexplorer.core.signs import is_unseen
from nanoexplorer.core.teaching.seminar_cases import Seminar, SeminarCase, case_of, seminar_of
from nanoexplorer.formats.seminar import SeminarError, parse_seminar, seminar_text
from nanoexplorer.words.teaching.seminar import seminar_problem
from tests.packs import profiles

NAME = "lecture.nxseminar"
UNSEEN: Any = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def data_of(seminar: Seminar, pack: Pack) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(seminar_text(seminar, pack))
    return made


def content(data: object) -> bytes:
    return json.dumps(data).encode()


def sample(pack: Pack) -> dict[str, Any]:
    """A file with the pack's cases, the first of them worked on."""
    seminar = seminar_of(pack)
    first = seminar.cases[0]._replace(own_title="My title", note="A note", hidden=(), also=())
    return data_of(Seminar("A lecture", (first, *seminar.cases[1:])), pack)


def complaints(found: bytes, pack: Pack) -> list[str]:
    """What is said of a file: a line per problem; none where it can be read."""
    try:
        parse_seminar(found, NAME, pack)
    except SeminarError as error:
        return [seminar_problem(error.file, problem) for problem in error.problems]
    return []


def seen(most: int, *, lines: bool = False) -> st.SearchStrategy[str]:
    signs = st.characters(exclude_categories=UNSEEN).filter(lambda sign: not is_unseen(sign))
    return st.text(signs | st.sampled_from("\n\t") if lines else signs, max_size=min(most, 60))


def cases(pack: Pack) -> st.SearchStrategy[SeminarCase]:
    """A profile or a case of the pack, with anything that a teacher may add."""
    plain = profiles(pack).map(SeminarCase) | st.sampled_from(pack.cases).map(
        lambda c: case_of(pack, c)
    )
    ids = st.lists(st.sampled_from(sorted(pack.strategy)), unique=True, max_size=4).map(tuple)

    def worked(drawn: tuple[SeminarCase, dict[str, Any]]) -> SeminarCase:
        case, own = drawn
        also = tuple(id_ for id_ in own["also"] if id_ not in own["hidden"])
        return case._replace(**own)._replace(also=also)

    long = seen(2000, lines=True)
    own = {"own_title": seen(200), "own_objective": seen(400), "question": seen(300)}
    more = {"minutes": st.integers(0, 600), "only_dependent": st.booleans()}
    rest = {"note": long, "aside": long, "hidden": ids, "also": ids}
    return st.tuples(plain, st.fixed_dictionaries({**own, **more, **rest})).map(worked)


def seminars(pack: Pack) -> st.SearchStrategy[Seminar]:
    return st.builds(
        Seminar, seen(200), st.lists(cases(pack), max_size=5).map(tuple), st.booleans()
    )
