"""The PDF file: its fonts, its text as readers give it back, its bytes."""

import re
from io import BytesIO

import pypdf
import pypdfium2
import pytest

from pipeline.document.lengths import pt
from pipeline.document.style import PageNumber, PageStyle, ParagraphStyle, StyleSheet
from pipeline.document.tree import Document, Image, Paragraph, Section, Text
from pipeline.render.pdf import write_pdf
from pipeline.typeset import typeset

TEXTS = (
    "สำนักงานปลัดกระทรวงอุตสาหกรรม น้ำ ปี่ ผู้ ญู ฐุ ก่ำ ฟ้า ฝั่ง ป้ำ ๆ ฯลฯ",
    "ร้อยละ ๘๕.๗๑ ของแผนฯ (Covid-19) “วิสัยทัศน์” – ๑๐.๓๗ น.",
    "ผู้ที่ได้รับการพิจารณาให้ความเห็นชอบแผนกลยุทธ์การบริหารทรัพยากรบุคคล " * 6,
    "● ผ่าน ✓ ไม่ผ่าน ☐",
)


@pytest.fixture(scope="module")
def pdf():
    sheet = StyleSheet(
        name="t",
        pages={"portrait": PageStyle(number=PageNumber())},
        paragraphs={"body": ParagraphStyle(align="justify"), "page-number": ParagraphStyle(align="center")},
        characters={},
        tables={},
    )
    blocks = (Image("garuda", 3, "ตราครุฑ", "center"), *(Paragraph((Text(text),), "body") for text in TEXTS))
    document = Document("memo", "เรื่อง <ทดสอบ>", (Section(blocks),), author="กบค.", subject="ปี 2563")
    return write_pdf(typeset(document, sheet), document), document, sheet


def read_by_pypdf(data):
    return "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages)


def read_by_pdfium(data):
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))


@pytest.mark.parametrize("read", [read_by_pypdf, read_by_pdfium])
def test_readers_give_back_each_paragraph_as_written(pdf, read):
    text = re.sub(r" *[\r\n]+ *", "\0", read(pdf[0]))
    for written in TEXTS:
        pattern = "".join("[ \0]" if c == " " else re.escape(c) + "\0?" for c in written.strip())
        assert re.search(pattern, text), written


def test_all_fonts_are_embedded_subsets_and_no_standard_font_is_named(pdf):
    fonts = pypdf.PdfReader(BytesIO(pdf[0])).pages[0]["/Resources"]["/Font"]
    names = []
    for reference in fonts.values():
        font = reference.get_object()
        descendant = font["/DescendantFonts"][0].get_object()
        names.append(font["/BaseFont"].split("+")[1])
        assert "/FontFile2" in descendant["/FontDescriptor"].get_object()
        assert "/ToUnicode" in font
    assert sorted(names) == ["DejaVuSans", "THSarabunPSK"]
    assert b"Helvetica" not in pdf[0]


def test_the_same_pages_are_the_same_bytes(pdf):
    data, document, sheet = pdf
    assert write_pdf(typeset(document, sheet), document) == data


def test_the_file_says_what_it_is(pdf):
    reader = pypdf.PdfReader(BytesIO(pdf[0]))
    assert reader.metadata.title == "เรื่อง <ทดสอบ>"
    assert reader.metadata.author == "กบค."
    assert reader.trailer["/Root"]["/Lang"] == "th-TH"


def test_glyphs_stand_where_the_page_says(pdf):
    """Position of the first glyph of the second paragraph, in points from the page's foot."""
    data, document, sheet = pdf
    run = typeset(document, sheet)[0].paragraphs[1].runs[0]
    page = pypdfium2.PdfDocument(data)[0]
    text = page.get_textpage()
    at = text.get_text_range().index("ร้อยละ ๘๕")
    left, *_ = text.get_charbox(at, loose=True)
    assert left == pytest.approx(run.x, abs=0.1)
    assert run.x == pytest.approx(pt(3), abs=0.01)


def test_an_empty_document_is_a_sound_file(pdf):
    _, _, sheet = pdf
    document = Document("memo", "", (Section(()),))
    assert len(pypdf.PdfReader(BytesIO(write_pdf(typeset(document, sheet), document))).pages) == 1
