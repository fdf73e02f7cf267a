"""Pages of a PDF read back with pdfium: origin, size, font and colour of each text object."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium_c

MM = 72 / 25.4
CM = 10 * MM
NEAR = 0.2 * MM
A4 = (210 * MM, 297 * MM)


@dataclass(frozen=True)
class Run:
    """A stretch of text with its place: x from the left, y (baseline) from the top, size in pt."""

    text: str
    x: float
    y: float
    size: float
    bold: bool
    end: float = 0.0
    color: str = "000000"


@dataclass(frozen=True)
class Sheet:
    """One page read back."""

    runs: tuple[Run, ...]
    width: float
    height: float

    def find(self, text: str) -> Run:
        return next(run for run in self.runs if text in run.text)

    def lines(self) -> list[float]:
        return sorted({round(run.y, 2) for run in self.runs if run.text.strip()})


def read_back(path) -> list[Sheet]:
    """Every text object of each page, with pdfium: it gives origin, size and font of each."""
    document = pypdfium2.PdfDocument(path)
    sheets = []
    for page in document:
        width, height = page.get_size()
        text_page = page.get_textpage()
        runs = []
        for found in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_TEXT]):
            matrix = found.get_matrix()
            size = pdfium_c.c_float()
            pdfium_c.FPDFTextObj_GetFontSize(found.raw, size)
            right = found.get_bounds()[2]
            place = (matrix.e, height - matrix.f)
            runs.append(
                Run(text_of(found, text_page), *place, size.value, is_bold(found), right, color_of(found))
            )
        sheets.append(Sheet(tuple(runs), width, height))
    return sheets


def text_of(found, text_page) -> str:
    length = pdfium_c.FPDFTextObj_GetText(found.raw, text_page.raw, None, 0)
    buffer = (pdfium_c.c_ushort * (length // 2 + 1))()
    pdfium_c.FPDFTextObj_GetText(found.raw, text_page.raw, buffer, length)
    return bytes(buffer).decode("utf-16-le").split("\0")[0]


def is_bold(found) -> bool:
    font = pdfium_c.FPDFTextObj_GetFont(found.raw)
    length = pdfium_c.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = (pdfium_c.c_char * length)()
    pdfium_c.FPDFFont_GetBaseFontName(font, buffer, length)
    return b"Bold" in buffer.value


def color_of(found) -> str:
    """The fill colour, RRGGBB."""
    parts = [pdfium_c.c_uint() for _ in range(4)]
    pdfium_c.FPDFPageObj_GetFillColor(found.raw, *parts)
    return "".join(f"{part.value:02X}" for part in parts[:3])


def lines_of(page) -> list[tuple[float, float, float, float]]:
    """The straight lines that a page draws, as x0, y0, x1, y1 in pt from its upper left."""
    height = page.get_height()
    drawn = []
    for path in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_PATH], max_depth=1):
        before = (0.0, 0.0)
        for number in range(pdfium_c.FPDFPath_CountSegments(path.raw)):
            segment = pdfium_c.FPDFPath_GetPathSegment(path.raw, number)
            x, y = pdfium_c.c_float(), pdfium_c.c_float()
            pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
            here = (x.value, height - y.value)
            if pdfium_c.FPDFPathSegment_GetType(segment) == pdfium_c.FPDF_SEGMENT_LINETO:
                drawn.append((*before, *here))
            before = here
    return drawn


def emblem_of(page) -> tuple[float, float, float, float]:
    """Left, top, width and height of the page's picture: a form of a unit square, pt from the upper left."""
    (form,) = page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_FORM], max_depth=1)
    matrix = form.get_matrix()
    return matrix.e, page.get_height() - matrix.f - matrix.d, matrix.a, matrix.d
