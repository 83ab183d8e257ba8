"""PDF and printing: a view, a handout or questions as pages, what reopens them in the file."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Final

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageLayout, QPainter

from nanoexplorer import __version__, views
from nanoexplorer.core.pack import Pack
from nanoexplorer.core.screen import Intent, Screen
from nanoexplorer.documents.blocks import Document, Figure, Paragraph, Section, minor
from nanoexplorer.documents.handout import handout, printed
from nanoexplorer.drawing.palette import Theme, for_paper
from nanoexplorer.formats.view import state_json
from nanoexplorer.render.job import Job, Progress
from nanoexplorer.render.pages.pages import A4, About, Foot, Page, length, pdf, pictures
from nanoexplorer.render.pictures.sheet import Sheet, frame_of, rendering_of, sheets
from nanoexplorer.render.pictures.vector import drawn
from nanoexplorer.render.provenance import BETWEEN, Provenance, keys_line, provenance_of
from nanoexplorer.render.reopening.reopen import PDF_KEY
from nanoexplorer.render.rows.columns import document_of
from nanoexplorer.render.rows.rendering import Columns, Picture, Rendering
from nanoexplorer.words import common
from nanoexplorer.words import desktop as desktop_words
from nanoexplorer.words import export as words

POINTS: Final = 0.75
"""Of a px."""
SIZE: Final = 12.75
"""Points of the text on a page that is as wide as a sheet."""
EDGE: Final = 42.0
PAPER: Final = "paper"
MOST_POINTS: Final = 14_400.0
"""The longest side that readers of PDF take."""
PRINT_DPI: Final = 200
"""Fine enough to be read on paper; 300 take twice as long."""


def make_pdf(job: Job, progress: Progress) -> bytes:
    """A view: a drawing on a page of its own, a list on A4 or pages of the size asked for.

    Raises ExportError and Cancelled.
    """
    rendering, provenance = rendering_of(job), provenance_of(job)
    if isinstance(rendering.body, Picture):
        [sheet] = sheets(job)
        document, page = _figure(job, sheet, rendering.body, provenance), _page(sheet.size)
    else:
        document = _said(job, rendering, rendering.body)
        page = (
            _page(frame_of(job, rendering, provenance).size)
            if job.size
            else A4._replace(ground=PAPER)
        )
    return _made(job, document, provenance, job.theme, progress, page)


def make_handout(job: Job, progress: Progress) -> bytes:
    """A4 pages on white, whatever the theme. Raises ExportError and Cancelled."""
    rendering_of(job)  # refuses a view that has nothing to show
    document, provenance = _handout(job)
    return _made(job, document, provenance, for_paper(job.theme), progress)


def handout_length(job: Job) -> int:
    """How many pages a handout takes. May be asked for in a thread."""
    document, provenance = _handout(job)
    said = about(job.pack, (provenance.case_code,))
    return length(document, _foot(provenance), said, for_paper(job.theme))


def _handout(job: Job) -> tuple[Document, Provenance]:
    document = handout(job.pack, job.screen, whole=job.whole)
    return document, provenance_of(job)._replace(keys=keys_line(job.pack, document.keys))


def _made(
    job: Job,
    document: Document,
    provenance: Provenance,
    theme: Theme,
    progress: Progress,
    page: Page = A4,
) -> bytes:
    state = state_json(job.pack, job.intent, job.view)
    said = about(job.pack, (provenance.case_code,))
    return pdf_of(document, _foot(provenance), said, theme, state, progress, page)


def pdf_of(
    document: Document,
    foot: Foot,
    said: About,
    theme: Theme,
    state: str,
    progress: Progress,
    page: Page = A4,
) -> bytes:
    """The pages with what reopens them in the file; they are set in one go. May raise Cancelled."""
    progress(0, 2)
    made = pdf(document, foot, said, theme, page)
    progress(1, 2)
    made = described(made, state)
    progress(2, 2)
    return made


def described(pages: bytes, state: str) -> bytes:
    """The same pages, with what reopens what they show in the file's properties."""
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=BytesIO(pages))
    writer.pdf_header = pages[: len(b"%PDF-1.7")].decode()  # else it says an older version
    writer.add_metadata({"/Creator": f"{common.APP} {__version__}", PDF_KEY: state})
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def about(pack: Pack, codes: Iterable[str]) -> About:
    """What a file of pages says of itself in its properties."""
    labels = (source.label for source in pack.sources)
    return About(common.disclaimer(), (*codes, *labels), pack.language)


def print_screen_on(device: QPagedPaintDevice, pack: Pack, screen: Screen, theme: Theme) -> None:
    """Print what is shown on a device that is ready to be painted on, over its whole paper.

    Begins and ends the painting itself. Raises OSError where the device can't be used.
    """
    intent = Intent(screen.profile.profile, selection=screen.selection, search=screen.search)
    provenance = provenance_of(
        Job(pack, intent, theme, "card" if screen.selection else "strategies")
    )
    paper = device.pageLayout().fullRectPoints()
    page = A4._replace(width=float(paper.width()), height=float(paper.height()))
    said = about(pack, (provenance.case_code,))
    made = pictures(printed(pack, screen), _foot(provenance), said, theme, page, PRINT_DPI)
    layout = device.pageLayout()
    layout.setMode(QPageLayout.Mode.FullPageMode)
    device.setPageLayout(layout)
    painter = QPainter()
    if not painter.begin(device):
        raise OSError(desktop_words.PRINTER_REFUSES)
    try:
        for place, one in enumerate(made):
            if place:
                device.newPage()
            painter.drawImage(QRectF(painter.viewport()), QImage.fromData(one))
    finally:
        painter.end()


def _foot(provenance: Provenance) -> Foot:
    *lines, version = provenance.lines
    return Foot(
        provenance.disclaimer,
        (*lines, f"{version}{BETWEEN}{provenance.case_code}"),
        provenance.scanned,
        words.CODE_SPOKEN.format(code=provenance.case_code),
    )


def _page(size: QSizeF) -> Page:
    """A page as large as a sheet, or in its aspect as large as readers take."""
    shrink = POINTS * min(1.0, MOST_POINTS / POINTS / max(size.width(), size.height()))
    scale = shrink / POINTS
    return Page(size.width() * shrink, size.height() * shrink, EDGE * scale, SIZE * scale, PAPER)


def _said(job: Job, rendering: Rendering, columns: Columns) -> Document:
    """What a list says: its document where it has one."""
    row = views.BY_NAME[job.view]
    if row.document:
        made: Document = views.load(row.document)(job.pack, job.screen)
        return made._replace(
            title=rendering.title, subtitle=rendering.subtitle, remarks=rendering.remarks
        )
    return document_of(rendering, columns)


def _figure(job: Job, sheet: Sheet, picture: Picture, provenance: Provenance) -> Document:
    """A drawing with its words, and right below it the line that stays when the rest is cropped."""
    rendering = sheet.rendering
    remarks = [remark for remark in (*rendering.remarks, sheet.warning) if remark]
    blocks = (
        Figure(job.view, drawn(picture.draw, sheet.frame.body.size()), picture.spoken),
        Paragraph(minor(provenance.inside)),
    )
    section = Section("figure", "", blocks)
    return Document(
        job.view, rendering.title, rendering.subtitle, (section,), rendering.keys, tuple(remarks)
    )
