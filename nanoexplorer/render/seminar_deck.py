"""A seminar as a deck: a title, then each case as it was taught.

The slides say what the room's pages say. What is the teacher's is marked; each slide leads back to
its own step.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from nanoexplorer.core.evidence import Statement
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.resolve import card, rests_on
from nanoexplorer.core.screen import Intent
from nanoexplorer.core.teaching.board import roles_of, sides_of
from nanoexplorer.core.teaching.seminar import Showing
from nanoexplorer.core.teaching.seminar_cases import (
    Seminar,
    SeminarCase,
    all_minutes,
    planned_minutes,
)
from nanoexplorer.core.teaching.seminar_steps import Plan, Stage, plan_of
from nanoexplorer.documents.citations.cited import label
from nanoexplorer.documents.citations.vancouver import vancouver
from nanoexplorer.documents.evidence import in_order, where_cited
from nanoexplorer.documents.seminar import page as said
from nanoexplorer.documents.seminar.pages import page_of
from nanoexplorer.formats.view import STEP
from nanoexplorer.render.job import Job, seminar_jobs
from nanoexplorer.render.rows.columns import ONE, words_span
from nanoexplorer.render.rows.rendering import (
    Block,
    Cell,
    Columns,
    Rendering,
    Row,
    Span,
    one_cell,
)
from nanoexplorer.render.seminar_case import title_remarks
from nanoexplorer.words import common
from nanoexplorer.words import export as words
from nanoexplorer.words import inspector as inspector_words
from nanoexplorer.words.teaching import seminar as seminar_words

VIEW: Final = "strategies"
_ANSWER: Final = (0.68, 0.32)
_NEAREST: Final = (0.5, 0.5)


def deck_jobs(job: Job, seminar: Seminar, *, everything: bool = False) -> list[Job]:
    """A job for every slide of a seminar: what was taught, or `everything`, which lists after each
    reveal all that the sources say for the profile.
    """
    plan = plan_of(job.pack, seminar)
    made = [_title(job, seminar)]
    for place, whole in enumerate(seminar_jobs(job, seminar)):
        case = seminar.cases[place]
        pages = _Pages(job.pack, seminar, plan, place)
        made.append(_slide(whole, Stage.PREDICT, _asked(pages)))
        made += (_slide(whole, Stage.ROLE, slide) for slide in _roles(pages))
        made.append(_slide(whole, Stage.REVEAL, _revealed(pages)))
        if everything:
            made.append(_at(whole, Stage.REVEAL))
        made.append(_slide(whole, Stage.POINT, _closing(pages, case)))
    return made


def _slide(job: Job, stage: Stage, slide: Rendering) -> Job:
    return replace(_at(job, stage), slide=slide)


def _at(job: Job, stage: Stage) -> Job:
    """A job that leads back to a step."""
    options = (*job.intent.options, (STEP, str(stage)))
    return replace(job, intent=replace(job.intent, options=options))


class _Pages:
    """What the room sees of a case, everything answered."""

    def __init__(self, pack: Pack, seminar: Seminar, plan: Plan, place: int) -> None:
        self.pack, self.seminar, self.plan, self.place = pack, seminar, plan, place
        self.case: SeminarCase = seminar.cases[place]

    def of(self, stage: Stage) -> list[said.Page]:
        """The pages of a stage."""
        steps = self.plan[self.place]
        at = [place for place, step in enumerate(steps) if step.stage is stage]
        told = frozenset(id_ for step in steps for id_ in step.strategies)
        answered = frozenset(range(len(steps)))
        showings = (Showing(self.place, step, told, answered) for step in at)
        return [page_of(self.pack, self.seminar, self.plan, showing) for showing in showings]

    def rows(self, stage: Stage) -> Iterator[tuple[str, said.Row]]:
        """The rows of a stage, each after the heading of its kind."""
        heading = ""
        for page in self.of(stage):
            for row in page.rows:
                heading = row.heading or heading
                yield heading, row

    def rendering(
        self, of: str, columns: Sequence[Iterable[Block]], keys: Iterable[str] = ()
    ) -> Rendering:
        """A slide of the case; `of`: what its title says behind that of the case."""
        profile = common.profile_line(self.pack.fields, self.case.profile)
        title = self.case.shown_title or profile
        return Rendering(
            view=VIEW,
            title=common.labelled(title, of) if of else title,
            subtitle=profile,
            body=Columns(tuple(found for column in columns if (found := tuple(column)))),
            keys=in_order(self.pack, keys),
            remarks=tuple(title_remarks(self.case)),
        )


def _title(job: Job, seminar: Seminar) -> Job:
    """The title of the deck, its cases, and whose words they are."""
    pack = job.pack
    first = seminar.cases[0]
    minutes = seminar_words.minutes_in_all(len(seminar.cases), all_minutes(pack, seminar))
    own = bool(seminar.title)
    cases = [
        Row((Cell((Span(f"{number}.  {_called(pack, case)}"),)), _minutes(pack, case)))
        for number, case in enumerate(seminar.cases, start=1)
    ]
    sources = [
        one_cell(Span(vancouver(pack.reference[source.reference]))) for source in pack.sources
    ]
    body = Columns(
        (
            (
                Block(seminar_words.LIST_LEAD, (0.86, 0.14), tuple(cases)),
                Block(seminar_words.END_SOURCES, ONE, tuple(sources)),
            ),
        )
    )
    keys = tuple(source.reference for source in pack.sources)
    remarks = (words.SEMINAR_TITLE,) if own else ()
    slide = Rendering(VIEW, seminar.title or pack.title, minutes, body, keys, remarks)
    return _slide(replace(job, intent=Intent(first.profile)), Stage.PROFILE, slide)


def _called(pack: Pack, case: SeminarCase) -> str:
    return case.shown_title or common.profile_line(pack.fields, case.profile)


def _minutes(pack: Pack, case: SeminarCase) -> Cell:
    told = seminar_words.minutes(planned_minutes(pack, case))
    return Cell((Span(told, "ink-muted"),))


def _asked(pages: _Pages) -> Rendering:
    """Profile, objective and opening question; beside them what the room predicts."""
    [profile] = pages.of(Stage.PROFILE)
    rows = tuple(_numbered(pages))
    predicted = (Block(seminar_words.QUESTION[Stage.PREDICT], ONE, rows),) if rows else ()
    return pages.rendering("", ((*_lines(profile.left), *_lines(profile.right)), predicted))


def _marked(text: str, own: bool) -> str:
    return seminar_words.owned(text) if own else text


def _lines(lines: Sequence[said.Line]) -> Iterator[Block]:
    """Paragraphs under their headings; what is the teacher's says so beside its heading."""
    heading, rows, own = "", list[Row](), False
    for line in (*lines, said.Line("", "caps")):
        if line.kind != "caps":
            own = own or line.own
            rows.append(one_cell(Span(line.text, line.role)))
            continue
        if rows:
            yield Block(_marked(heading, own), ONE, tuple(rows))
        heading, rows, own = line.text, [], False


def _numbered(pages: _Pages) -> Iterator[Row]:
    last = ""
    for number, (heading, row) in enumerate(pages.rows(Stage.PREDICT), start=1):
        if heading != last:
            yield one_cell(Span(heading, bold=True), lead=True)
            last = heading
        yield one_cell(Span(f"{number}  ", "ink-muted"), Span(row.name))


def _roles(pages: _Pages) -> Iterator[Rendering]:
    """Of a tumour board: what the sources say for and against, a role a slide."""
    for role in roles_of(pages.pack, pages.case) if pages.seminar.board else ():
        sides = sides_of(pages.pack, role.strategies)
        keys = [key for side in sides for statement in side for key in pages.pack.cites(statement)]
        columns = (
            (_side(pages.pack, seminar_words.SPEAKS_FOR, sides.speaks_for),),
            (_side(pages.pack, seminar_words.SPEAKS_AGAINST, sides.against),),
        )
        yield pages.rendering(role.name, columns, keys)


def _side(pack: Pack, heading: str, statements: Sequence[Statement]) -> Block:
    rows = [
        one_cell(Span(s.text), _small(f"\n{where_cited(pack, s)}"), ids=(s.id,)) for s in statements
    ]
    silent = one_cell(Span(seminar_words.SIDE_SILENT, "ink-muted"))
    return Block(heading, ONE, tuple(rows) or (silent,))


def _revealed(pages: _Pages) -> Rendering:
    """The answers: each kind in a column of its own."""
    columns: dict[str, list[Row]] = {}
    keys: list[str] = []
    for heading, row in pages.rows(Stage.REVEAL):
        shown = card(pages.pack, pages.case.profile, row.strategy)
        keys += shown.references
        columns.setdefault(heading, []).append(_answer(pages.pack, row, shown.statements))
    blocks_ = ((Block(heading, _ANSWER, tuple(rows)),) for heading, rows in columns.items())
    return pages.rendering(seminar_words.DECK_REVEAL, tuple(blocks_), keys)


def _answer(pack: Pack, row: said.Row, statements: Sequence[str]) -> Row:
    because = (words_span(said_)._replace(small=True) for said_ in row.below)
    name = Cell((Span(row.name, bold=True), Span("\n", small=True), *because))
    assert row.verdict
    verdict = seminar_words.ANSWERS[row.verdict]
    answer = Cell((Span(verdict, bold=True, small=True),), row.chips, mark=row.verdict)
    ids = dict.fromkeys((row.strategy, *statements, *rests_on(pack, row.strategy)))
    return Row((name, answer), ids=tuple(ids))


def _closing(pages: _Pages, case: SeminarCase) -> Rendering:
    """The nearest profiles, what to take away, and the references."""
    near = [(heading, row) for heading, row in pages.rows(Stage.NEAREST)]
    keys = dict.fromkeys(
        key
        for _, row in pages.rows(Stage.REVEAL)
        for key in card(pages.pack, case.profile, row.strategy).references
    )
    left = [*_nearest(near)]
    right = [*_points(pages.of(Stage.POINT))]
    for page in pages.of(Stage.SUMMARY):
        left += _lines(page.left)
        right = [*_lines(page.right), *right]
    cited = _references(pages.pack, in_order(pages.pack, keys))
    (left if len(near) < len(keys) and left else right).append(cited)
    return pages.rendering(seminar_words.STAGE[Stage.POINT], (left, right), keys)


def _nearest(near: list[tuple[str, said.Row]]) -> Iterator[Block]:
    if near:
        rows = tuple(
            Row((Cell((Span(row.name),)), Cell(tuple(Span(w.text) for w in row.below))))
            for _, row in near
        )
        yield Block(seminar_words.NEAREST_ANSWERED, _NEAREST, rows)


def _points(pages: list[said.Page]) -> Iterator[Block]:
    """The pack's teaching point, and below it the teacher's take-away."""
    lines = [line for page in pages for line in page.left]
    for own in (False, True):
        rows = tuple(
            one_cell(Span(line.text, line.role, small=line.kind == "small"))
            for line in lines
            if line.own is own
        )
        if rows:
            yield Block(_marked(seminar_words.QUESTION[Stage.POINT], own), ONE, rows)


def _references(pack: Pack, keys: Sequence[str]) -> Block:
    said_ = (
        words.NOTES_REFERENCE.format(label=label(pack, key), reference=_short(pack, key))
        for key in keys
    )
    rows = tuple(one_cell(_small(text)) for text in said_)
    return Block(inspector_words.REFERENCES, ONE, rows)


def _small(text: str) -> Span:
    return Span(text, "ink-muted", small=True)


def _short(pack: Pack, key: str) -> str:
    """Who, when, and where it is found; all of it stands in the speaker notes."""
    from nanoexplorer.documents.citations.vancouver import short_name

    reference = pack.reference[key]
    where = reference.doi or reference.container or reference.title
    return common.AND_ALSO.join((short_name(reference), where))
