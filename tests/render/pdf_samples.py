"""A document that has each kind of block, and PDF files of it and of others."""

from pipeline.document.style import FrameStyle, PageNumber, PageStyle, ParagraphStyle, StyleSheet, TableStyle
from pipeline.document.tree import Cell, Document, Frame, Image, Paragraph, Row, Section, Table, Text
from pipeline.render.pdf import write_pdf
from pipeline.typeset import typeset

DATA = '{"kind": "บันทึก"}'.encode()
SPACED = "น้ำ ป่ำ นำ ญู ก็ ทั้งนี้ ฟ้า ำ"


def sheet(font: str = "TH SarabunPSK") -> StyleSheet:
    cell = ParagraphStyle(size=14)
    table = TableStyle(columns=({"width": 4}, {"width": 4}, {"width": 6}), shade={"header": "C0C0C0"})
    return StyleSheet(
        name="t",
        font=font,
        pages={"portrait": PageStyle(number=PageNumber(on_first=True), catchword=True)},
        paragraphs={
            "body": ParagraphStyle(align="justify", first_line=2.5),
            "item": ParagraphStyle(indent=2, first_line=-1, marker_width=1),
            "chapter": ParagraphStyle(bold=True, outline=1),
            "deep": ParagraphStyle(bold=True, outline=4),
            "classification": ParagraphStyle(align="center", color="C00000"),
            "page-number": ParagraphStyle(align="center"),
            **dict.fromkeys(("cell", "cell-header", "cell-band", "cell-total"), cell),
        },
        characters={},
        tables={"three": table},
        frames={"stamp": FrameStyle(width=5, height=2.5, top=1)},
    )


def text(words: str, style: str = "body", marker: str = "") -> Paragraph:
    return Paragraph((Text(words),), style, (Text(marker),) if marker else ())


def cell(words: str, **spans: int) -> Cell:
    return Cell((text(words, ""),) if words else (Paragraph((), ""),), **spans)


TABLE = Table(
    (
        Row((cell("ก", rowspan=2), cell("ข และ ค", colspan=2)), "header"),
        Row((cell("ข"), cell("ค")), "header"),
        Row((cell("มิติที่ ๑", colspan=3),), "band"),
        *(Row((cell(f"แถว {n}"), cell(""), cell("คำ " * 40))) for n in range(30)),
        Row((cell(""), cell("รวม"), cell("๑๐")), "total"),
    ),
    "three",
)
BLOCKS = (
    Frame((text("รับที่ ๑"),), "stamp"),
    Image("garuda", 3, "ตราครุฑ", "center"),
    text("", "chapter"),
    text("บทนำ", "chapter"),
    text("ลึก", "deep"),
    text(SPACED * 60),
    text("ข้อแรก", "item", "๑."),
    text("● ผ่าน ✓ ☐ Σ “Covid-19” – fi", "item", "๒."),
    TABLE,
    text("จบ"),
)


def pdf_of(*blocks, font: str = "TH SarabunPSK", conformance="3a", **more) -> bytes:
    document = Document("memo", more.pop("title", "เรื่อง <ทดสอบ> & อื่น ๆ"), (Section(blocks),), **more)
    looks = sheet(font)
    return write_pdf(typeset(document, looks), document, looks, DATA, conformance)


WHOLE = {
    "author": "สปอ.",
    "unit": "กบค.",
    "subject": "รอบ ๖ เดือน",
    "keywords": ("ก", "ข"),
    "fiscal_year": 2563,
}
