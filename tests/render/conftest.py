"""A small style sheet with round figures for the DOCX writer."""

import pytest
from docx_reading import Opened

from pipeline.document.style import (
    CharacterStyle,
    ColumnStyle,
    PageNumber,
    PageStyle,
    ParagraphStyle,
    StyleSheet,
    TableStyle,
    TabStop,
)
from pipeline.document.tree import Document
from pipeline.render.docx import write_docx


@pytest.fixture(scope="session")
def docx_sheet() -> StyleSheet:
    cell_look = ParagraphStyle(title="ช่องตาราง", size=14, leading=18.5)
    bold = cell_look.model_copy(update={"title": "ช่องตารางหนา", "bold": True})
    columns = (ColumnStyle(width=4), ColumnStyle(width=4, style="cell-prose"), ColumnStyle(width=8))
    return StyleSheet(
        name="test",
        pages={
            "portrait": PageStyle(top=3.5, first_top=1.5, number=PageNumber(top=2.5)),
            "landscape": PageStyle(width=29.7, height=21.0, left=2.0, top=2.5, number=PageNumber(top=1.5)),
            "plain": PageStyle(),
        },
        paragraphs={
            "body": ParagraphStyle(title="เนื้อความ", align="justify", first_line=2.5, before=6),
            "plain": ParagraphStyle(after=3),
            "title": ParagraphStyle(size=29, bold=True, leading=35, exact=True, align="center"),
            "heading": ParagraphStyle(title="หัวข้อ", bold=True, keep_next=True, keep_lines=True, outline=2),
            "item": ParagraphStyle(indent=2, first_line=-1, marker_width=1, right=0.5),
            "field": ParagraphStyle(
                tabs=(TabStop(at=16, align="right", leader="dots"), TabStop(at=8, leader="dots"))
            ),
            "red": ParagraphStyle(color="C00000", italic=True),
            "page-number": ParagraphStyle(align="center"),
            "cell": cell_look,
            "cell-prose": cell_look.model_copy(update={"align": "justify", "before": 6, "after": 4}),
            "cell-header": bold,
            "cell-band": bold,
            "cell-total": bold,
        },
        characters={
            "strong": CharacterStyle(title="เน้น", bold=True),
            "light": CharacterStyle(bold=False),
            "label": CharacterStyle(bold=True, size=20),
            "underline": CharacterStyle(underline=True, color="0000FF"),
        },
        tables={
            "three": TableStyle(title="สามช่อง", columns=columns, shade={"band": "D9D9D9"}),
            "bare": TableStyle(columns=columns[:2], border=0, splits=False, before=4, after=10, indent=1),
        },
    )


@pytest.fixture
def written(docx_sheet):
    """Writes a document without fonts in it, and opens the file."""

    def write(document: Document) -> Opened:
        return Opened(write_docx(document, docx_sheet, ()))

    return write
