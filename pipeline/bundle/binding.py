"""All documents of a batch in one PDF to print and sign: control sheet, originals, copies.

The pages are those of the documents; what a PDF/A holds besides them (its tags, its record of data)
stays in the documents' own files and is not in the bundle, which is for paper.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas

from pipeline.bundle.control_sheet import Heading, control_sheet, marks
from pipeline.bundle.entries import Entry, RunMark
from pipeline.diagnostics import Diagnostic, InputError, Location, diagnose
from pipeline.output.ledger import digest
from pipeline.thai.digits import DigitPolicy

QR_SIZE = 1.4 * cm
QR_LEFT = 0.7 * cm
LABEL_LEFT = 2.3 * cm
MARKS_BOTTOM = 0.4 * cm
"""The corner below and left of the text area of our papers, in points from the lower left of the page."""

COPY_TOP = 0.6 * cm
"""The copy mark stands so far below the upper edge, in the middle (ระเบียบงานสารบรรณ ข้อ 30)."""

QR_TEXT = "saraban:{code}"


@dataclass(frozen=True, slots=True)
class BundleOptions:
    """Options of a bundle: copies of each document besides the original, digits, own templates."""

    copies: int = 1
    digits: DigitPolicy = "thai"
    folder: Path | None = None


def bundle(
    entries: Sequence[Entry], title: str, group: str, options: BundleOptions, run: RunMark | None = None
) -> bytes:
    """The PDF of these documents in order; `group` is the signer or unit that it is for, or empty.

    Each document begins on a front page when printed on both sides. The same bytes for the same documents of
    the same run. Raises `InputError` if a file is no more what it was when the entries were taken.
    """
    made = _Bundle(entries, options)
    made.add_control_sheet(title, group, run)
    for number, entry in enumerate(entries):
        made.add(number, entry)
    return made.file(title)


class _Bundle:
    """One PDF in the making."""

    def __init__(self, entries: Sequence[Entry], options: BundleOptions) -> None:
        self._pdf = pikepdf.new()
        self._entries = entries
        self._options = options
        of = max((entry.position for entry in entries), default=0)
        self._labels = _open_pdf(marks(entries, of, options.digits, options.folder))
        self._codes = _open_pdf(_qr_pages(entries))
        self._outline: list[tuple[str, int]] = []
        self._page_labels: list[tuple[int, str]] = []

    def add_control_sheet(self, title: str, group: str, run: RunMark | None) -> None:
        options = self._options
        heading = Heading(title, group, options.copies, run)
        sheet = control_sheet(self._entries, heading, options.digits, options.folder)
        self._begin("ใบคุมการลงนาม", "ค-")
        self._pdf.pages.extend(_open_pdf(sheet).pages)
        self._end_on_back()

    def add(self, number: int, entry: Entry) -> None:
        """The original, then the copies."""
        document = _open_pdf(_read(entry))
        for page in document.pages:
            _for_paper_alone(page)
        for copy in range(self._options.copies + 1):
            self._begin(_name(entry, copy), f"{entry.position}{'ส' if copy else ''}-")
            first = len(self._pdf.pages)
            self._pdf.pages.extend(document.pages)
            for page in list(self._pdf.pages)[first:] if copy else ():
                self._mark_copy(page)
            self._label(number)
            self._end_on_back()

    def file(self, title: str) -> bytes:
        """The whole PDF."""
        with self._pdf.open_outline() as outline:
            outline.root.extend(pikepdf.OutlineItem(name, page) for name, page in self._outline)
        self._pdf.Root.PageLabels = self._numbering()
        self._pdf.docinfo["/Title"] = f"เอกสารเสนอลงนาม {title}".strip()
        stream = io.BytesIO()
        self._pdf.save(stream, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return stream.getvalue()

    def _begin(self, name: str, prefix: str) -> None:
        self._outline.append((name, len(self._pdf.pages)))
        self._page_labels.append((len(self._pdf.pages), prefix))

    def _end_on_back(self) -> None:
        """A blank back, where the last page is a front."""
        if len(self._pdf.pages) % 2:
            _, _, width, height = (float(side) for side in self._pdf.pages[-1].mediabox)
            self._pdf.add_blank_page(page_size=(width, height))

    def _label(self, number: int) -> None:
        """The QR code and the name of a document, on its last page."""
        page = self._pdf.pages[-1]
        self._lay(self._codes.pages[number], page, "/SarabanCode", (QR_LEFT, MARKS_BOTTOM))
        self._lay(self._labels.pages[number], page, "/SarabanLabel", (LABEL_LEFT, MARKS_BOTTOM))

    def _mark_copy(self, page: pikepdf.Page) -> None:
        mark = self._labels.pages[-1]
        _, _, width, height = (float(side) for side in mark.mediabox)
        _, _, across, top = (float(side) for side in page.mediabox)
        self._lay(mark, page, "/SarabanCopy", ((across - width) / 2, top - COPY_TOP - height))

    def _lay(self, mark: pikepdf.Page, page: pikepdf.Page, name: str, at: tuple[float, float]) -> None:
        """Lays a small page over another at its own size, `at` its lower left corner in points.

        pikepdf's own overlay gives random names to what it adds; the same bundle is to be the same bytes.
        """
        form = self._pdf.copy_foreign(mark.as_form_xobject())
        page.add_resource(form, pikepdf.Name.XObject, pikepdf.Name(name))
        page.contents_add(b"q", prepend=True)
        page.contents_add(f"Q q 1 0 0 1 {at[0]:.2f} {at[1]:.2f} cm {name} Do Q".encode())

    def _numbering(self) -> pikepdf.Dictionary:
        """Page labels: `12-1`, `12-2`, the copy `12ส-1`."""
        numbers = pikepdf.Array()
        for page, prefix in self._page_labels:
            numbers.append(page)
            numbers.append(pikepdf.Dictionary(S=pikepdf.Name.D, P=pikepdf.String(prefix), St=1))
        return pikepdf.Dictionary(Nums=numbers)


def _name(entry: Entry, copy: int) -> str:
    """`12. กระบี่ เอกสารประกอบคำรับรอง`, as the outline shows it."""
    name = f"{entry.position}. {entry.unit} {entry.title}"
    return f"{name} (สำเนาคู่ฉบับ)" if copy else name


def _for_paper_alone(page: pikepdf.Page) -> None:
    """Takes off a page what needs the file it came from: links and form fields, and the hook of its tags."""
    for key in ("/Annots", "/StructParents", "/Tabs"):
        if key in page:
            del page[key]


def _read(entry: Entry) -> bytes:
    data = entry.path.read_bytes()
    if not entry.edited and not digest(data).startswith(entry.code):
        raise InputError([_diagnose_changed_file(entry)])
    return data


def _diagnose_changed_file(entry: Entry) -> Diagnostic:
    return diagnose("changed-meanwhile", Location(str(entry.path)))


def _open_pdf(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def _qr_pages(entries: Sequence[Entry]) -> bytes:
    """A PDF with the QR code of each document on a page of its own size."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(QR_SIZE, QR_SIZE), invariant=1)
    for drawing in _qr_codes(entries):
        renderPDF.draw(drawing, canvas, 0, 0)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _qr_codes(entries: Sequence[Entry]) -> Iterator[Drawing]:
    for entry in entries:
        code = QrCodeWidget(QR_TEXT.format(code=entry.code), barWidth=QR_SIZE, barHeight=QR_SIZE, barBorder=1)
        drawing = Drawing(QR_SIZE, QR_SIZE)
        drawing.add(code)
        yield drawing
