import io

import docx
import pytest

from pipeline.document.tree import Cell, Document, Paragraph, Row, Section, Tab, Table, Text
from pipeline.papers.parity import ParityDefect, check_docx, check_pages, docx_text
from pipeline.typeset.items import Glyph, GlyphRun, Page, PlacedParagraph


def paragraph(text: str, marker: str = "") -> Paragraph:
    return Paragraph((Text(text),), marker=(Text(marker),) if marker else ())


def document(*blocks: Paragraph | Table) -> Document:
    return Document("memo", "เรื่อง", (Section(blocks),))


def part(source: int, text: str) -> PlacedParagraph:
    glyphs = tuple(Glyph(1, letter, 5.0) for letter in text)
    return PlacedParagraph(source, (GlyphRun(0, 0, "regular", 16, "000000", glyphs),))


def page(*parts: PlacedParagraph) -> Page:
    return Page(595, 842, parts)


def docx_of(*texts: str) -> bytes:
    made = docx.Document()
    for text in texts:
        made.add_paragraph(text)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_pages_that_say_the_same_pass() -> None:
    tree = document(paragraph("หนึ่ง สอง", "๑)"), paragraph(""), paragraph("สาม"))
    check_pages(
        tree, [page(part(-1, "- ๑ -"), part(0, "๑) หนึ่ง ")), page(part(0, "สอง"), part(1, ""), part(2, "สาม"))]
    )


def test_a_row_that_goes_over_a_page_end_is_read_cell_by_cell() -> None:
    row = Row((Cell((paragraph("ก ข"),)), Cell((paragraph("ค ง"),))))
    pages = [page(part(0, "ก "), part(1, "ค ")), page(part(0, "ข"), part(1, "ง"))]
    check_pages(document(Table((row,), "results")), pages)


def test_a_cell_may_go_on_after_its_neighbour_ended_on_the_page_before() -> None:
    row = Row((Cell((paragraph("ก"), paragraph("ข"))), Cell((paragraph("ค"),))))
    check_pages(document(Table((row,), "results")), [page(part(0, "ก"), part(2, "ค")), page(part(1, "ข"))])


@pytest.mark.parametrize(
    "pages",
    [
        [page(part(0, "หนึ่ง"))],
        [page(part(0, "หนึ่ง"), part(1, "สองง"))],
        [page(part(1, "สอง"), part(0, "หนึ่ง"))],
        [page(part(0, "หนึ่ง"), part(1, "สอง"), part(2, "สาม"))],
    ],
)
def test_pages_that_lose_change_move_or_add_text_are_a_defect(pages: list[Page]) -> None:
    with pytest.raises(ParityDefect, match="PDF"):
        check_pages(document(paragraph("หนึ่ง"), paragraph("สอง")), pages)


def test_a_docx_that_says_the_same_passes() -> None:
    tree = document(Paragraph((Text("ที่"), Tab(), Text("วันที่"))), paragraph(""), paragraph("สอง"))
    check_docx(tree, docx_of("ที่\tวันที่", "", "สอง"))


def test_a_docx_that_differs_is_a_defect_that_quotes_the_paragraph() -> None:
    with pytest.raises(ParityDefect, match=r"(?s)paragraph 2.*สอง.*สาม"):
        check_docx(document(paragraph("หนึ่ง"), paragraph("สอง")), docx_of("หนึ่ง", "สาม"))


def test_tables_of_a_docx_are_read_row_by_row() -> None:
    made = docx.Document()
    table = made.add_table(2, 2)
    for cell, text in zip((c for row in table.rows for c in row.cells), "กขคง", strict=True):
        cell.text = text
    stream = io.BytesIO()
    made.save(stream)
    assert docx_text(stream.getvalue()) == ("ก", "ข", "ค", "ง")
