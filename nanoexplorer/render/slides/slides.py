"""Slides of 16:9 that can be edited, of one view or of several cases in one deck: title, profile,
body and provenance on each, nothing beyond its edge.

To be imported when slides are made.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from nanoexplorer import __version__
from nanoexplorer.core.decision_table import Verdict
from nanoexplorer.drawing.scale import READS
from nanoexplorer.formats.view import state_json
from nanoexplorer.render.job import PARTS, Job, Progress, share
from nanoexplorer.render.pictures.painting import draw_words
from nanoexplorer.render.pictures.qr import QUIET, qr_code
from nanoexplorer.render.pictures.sheet import rendering_of
from nanoexplorer.render.provenance import provenance_of
from nanoexplorer.render.rows.cells import SIZES
from nanoexplorer.render.rows.flow import (
    HEADING,
    Page,
    PlacedBlock,
    PlacedRow,
    heading_spans,
    line_above,
)
from nanoexplorer.render.rows.frame import EDGE, Around, Frame, around, faces, framed, paged
from nanoexplorer.render.rows.rendering import Picture, Row
from nanoexplorer.render.rows.wrapping import Sizes
from nanoexplorer.render.slides.canvas import Canvas
from nanoexplorer.render.slides.deck import HEIGHT, WIDTH, Deck
from nanoexplorer.render.slides.notes import notes_under
from nanoexplorer.words import common
from nanoexplorer.words import export as words

TYPE: Final = faces(104 / 3, 30, 26, 18, body=SIZES.body, small=SIZES.small, value=14, exact=False)
"""On a slide of 1920 px 52, 27 and 20."""
HEADING_SIZES: Final = Sizes(HEADING, HEADING)
_QR_SCALE: Final = 6
_COMPRESSION: Final = 40
"""Of 100: more makes it hardly smaller, and slower."""
_PICTURE_SCALE: Final = 2.5


def make_slides(job: Job, progress: Progress) -> bytes:
    """The slides of one view. Raises ExportError and Cancelled."""
    return make_deck([job], "", progress)


def make_deck(jobs: Sequence[Job], title: str, progress: Progress) -> bytes:
    """The slides of several jobs in one deck; its state is that of the first.

    Raises ExportError and Cancelled.
    """
    for job in jobs:
        rendering_of(job)  # refuses a view that has nothing to show before anything is made
    first = jobs[0]
    deck = Deck(first.theme["paper"], first.pack.language)
    for place, job in enumerate(jobs):
        SlidePainter(deck, job).paint(share(progress, place, len(jobs)))
    codes = [job.screen.profile.case_code for job in jobs]
    deck.describe(
        title=title or first.rendering.title,
        subject=_subject(first, title),
        keywords=dict.fromkeys(codes),
        comments=common.disclaimer(),
        author=f"{common.APP} {__version__}",
    )
    deck.keep_state(state_json(first.pack, first.intent, first.view))
    content = deck.content()
    progress(len(jobs) * PARTS, len(jobs) * PARTS)
    return content


def _subject(job: Job, title: str) -> str:
    """What the first slides are about, and whose title the deck has if it is a teacher's."""
    said = job.rendering.subtitle
    if job.placed_case and (title or job.placed_case.case.own_title):
        said = words.CASE_TITLE_OF.format(said=said)
    return common.one_line(said)


def slides_in(job: Job) -> int:
    """How many slides a job takes."""
    rendering, provenance = job.rendering, provenance_of(job)
    body = rendering.body
    if isinstance(body, Picture):
        return 1

    def frame(number: str) -> Frame:
        said = around(rendering, provenance, number, "")
        return framed(QSizeF(WIDTH, HEIGHT), said, TYPE)

    return len(paged(body, frame, SIZES)[1])


class SlidePainter:
    """Puts one job's rendering on as many slides as it takes."""

    def __init__(self, deck: Deck, job: Job) -> None:
        self.deck, self.job, self.theme = deck, job, job.theme
        self.rendering = job.rendering
        self.provenance = provenance_of(job)
        self.code = _qr(self.provenance.scanned)
        self.dois = {reference.doi for reference in job.pack.references} - {""}
        self.warning = ""
        self.warning = self._warning()

    def paint(self, progress: Progress) -> None:
        """Add the slides; `progress` is called before each and may raise Cancelled."""
        progress(0, 1)
        body = self.rendering.body
        if isinstance(body, Picture):
            frame = self._frame("")
            canvas = self._begin(frame, "", ())
            whole = frame.body.united(frame.inside)
            said = f"{self.provenance.inside} {body.spoken}"
            drawn = self._drawn(body, frame, whole)
            canvas.picture(whole, drawn, words.SHAPE_FIGURE, said)
            self._foot(canvas, frame)
            return
        frame, pages = paged(body, self._frame, SIZES)
        for place, (number, page) in enumerate(pages):
            progress(place, len(pages))
            rows = [row.row for block in page for row in block.rows]
            canvas = self._begin(frame, number, rows)
            self._page(canvas, page)
            self._foot(canvas, frame)

    def _said(self, number: str = "") -> Around:
        return around(self.rendering, self.provenance, number, self.warning)

    def _frame(self, number: str) -> Frame:
        return framed(QSizeF(WIDTH, HEIGHT), self._said(number), TYPE)

    def _warning(self) -> str:
        """That a figure's words are small in the room that it has here."""
        body = self.rendering.body
        if not isinstance(body, Picture) or body.zoom is None:
            return ""
        return words.PROVENANCE_SMALL if body.zoom(self._frame("").body.size()) < READS else ""

    def _begin(self, frame: Frame, number: str, rows: Iterable[Row]) -> Canvas:
        """A slide with all that stands above its body, and its notes.

        Things are added in the order in which a screen reader tells them: the foot comes last.
        """
        said, placed = self._said(number), self.job.placed_case
        places = (
            [placed.place, self.provenance.case_code] if placed else [self.provenance.case_code]
        )
        title = said.title[0]._replace(text=self.deck.unique(said.title[0].text, places))
        canvas = Canvas(self.deck.add(), self.theme, self.deck.language)
        canvas.title(frame.title, [title], frame.title_sizes)
        if frame.values:
            canvas.values(frame.values, TYPE, words.SHAPE_PROFILE, self.provenance.profile)
        if said.subtitle:
            canvas.words(frame.subtitle, said.subtitle, TYPE.body, words.SHAPE_SUBTITLE)
        canvas.notes(notes_under(self.job, rows), self.dois)
        return canvas

    def _foot(self, canvas: Canvas, frame: Frame) -> None:
        said = self._said()
        if frame.tallied:
            canvas.rule(QRectF(EDGE, frame.tally.top(), frame.tally.width(), 1), "line-strong")
            canvas.tallied(frame, TYPE, Verdict.ANY_PROFILE)
        if said.remarks:
            canvas.words(frame.remarks, said.remarks, TYPE.foot, words.SHAPE_REMARKS)
        canvas.rule(QRectF(EDGE, frame.foot.top() - 8, frame.tally.width(), 1), "line-strong")
        canvas.words(frame.foot, said.foot, TYPE.foot, words.SHAPE_PROVENANCE)
        canvas.words(frame.case, said.case, TYPE.foot, words.SHAPE_CODE)
        spoken = words.CODE_SPOKEN.format(code=self.provenance.case_code)
        canvas.picture(frame.code, self.code, words.SHAPE_SCANNED, spoken)

    def _page(self, canvas: Canvas, page: Page) -> None:
        for block in page:
            if block.heading:
                canvas.words(block.heading_rect, heading_spans(block.heading), HEADING_SIZES)
            if block.block.head:
                self._table(canvas, block)
            else:
                for row in block.rows:
                    self._row(canvas, row, line_above(block, row))

    def _row(self, canvas: Canvas, row: PlacedRow, above: str) -> None:
        """Words in boxes, marks and chips as shapes, and a line above them in a role, if any."""
        if above:
            canvas.rule(QRectF(row.rect.left(), row.rect.top(), row.rect.width(), 1), above)
        for cell in row.cells:
            if cell.mark:
                canvas.verdict(cell.mark, cell.cell.mark)
            if any(span.text for span in cell.cell.spans):
                canvas.words(cell.rect, cell.cell.spans, SIZES)
            for rect, chip in cell.chips:
                canvas.chip(rect, chip)

    def _table(self, canvas: Canvas, block: PlacedBlock) -> None:
        whole = block.rows[0].rect.united(block.rows[-1].rect)
        widths = [whole.width() * share for share in block.block.widths]
        rows = [(row.rect.height(), row.row.cells) for row in block.rows]
        name = block.heading or self.rendering.title
        canvas.table(whole, widths, rows, SIZES, name)

    def _drawn(self, picture: Picture, frame: Frame, whole: QRectF) -> bytes:
        """A picture of the figure, as fine as a large screen shows it, with the line that stays
        when the rest is cropped off.
        """
        scale = _PICTURE_SCALE
        size = (whole.size() * scale).toSize()
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(QColor(self.theme["paper"]))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        painter.translate(-whole.topLeft())
        painter.save()
        picture.draw(painter, frame.body)
        painter.restore()
        draw_words(painter, frame.inside, self._said().inside, self.theme, TYPE.foot)
        painter.end()
        return _png(image)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setCompression(_COMPRESSION)
    writer.write(image)
    return bytes(buffer.data().data())


def _qr(code: str) -> bytes:
    written = BytesIO()
    qr_code(code).save(written, kind="png", scale=_QR_SCALE, border=QUIET)
    return written.getvalue()
