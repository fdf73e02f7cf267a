"""Headers and footers of an office's Word file, in our papers."""

import io

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx_reading import Opened, paper, text

from pipeline.document.reference import apply_reference, read_reference
from pipeline.render.docx import write_docx
from pipeline.resources import resource


@pytest.fixture(scope="module")
def reference(tmp_path_factory):
    """A letterhead: emblem and name above, page number below, another header on the first page."""
    office = docx.Document()
    section = office.sections[0]
    section.different_first_page_header_footer = True
    section.left_margin = Cm(2.5)
    section.header_distance = Cm(0.7)
    office.styles["Header"].font.size = Pt(9)
    header = section.header.paragraphs[0]
    header.text = "สำนักงานตัวอย่าง"
    header.add_run().add_picture(str(resource("templates", "assets", "garuda.png")), height=Cm(1))
    section.first_page_header.paragraphs[0].text = "หน้าแรก"
    number = section.footer.paragraphs[0]._p
    number.append(number.makeelement(qn("w:fldSimple"), {qn("w:instr"): " PAGE "}))
    office.add_paragraph("เนื้อความของแฟ้มต้นแบบ ไม่เอา")
    path = tmp_path_factory.mktemp("office") / "office.docx"
    office.save(path)
    return read_reference(path)


@pytest.fixture(scope="module")
def data(docx_sheet, reference):
    sheet = apply_reference(docx_sheet, reference)
    return write_docx(paper(text("ก", "body")), sheet, (), reference=reference)


@pytest.fixture(scope="module")
def opened(data) -> Opened:
    return Opened(data)


def test_word_finds_their_headers_and_footers_in_our_paper(data):
    section = docx.Document(io.BytesIO(data)).sections[0]
    assert section.header.paragraphs[0].text == "สำนักงานตัวอย่าง"
    assert section.first_page_header.paragraphs[0].text == "หน้าแรก"
    assert section.different_first_page_header_footer
    assert (section.left_margin.cm, section.header_distance.cm) == pytest.approx((2.5, 0.7), abs=0.01)


def test_their_text_stays_behind(opened):
    assert opened.find("//w:t/text()") == ["ก"]


def test_a_picture_comes_along_unchanged(opened):
    (relation,) = opened.find("//a:blip/@r:embed", "word/office-header1.xml")
    rels = "word/_rels/office-header1.xml.rels"
    (target,) = opened.find(f"//rel:Relationship[@Id='{relation}']/@Target", rels)
    assert opened.parts[f"word/{target}"] == resource("templates", "assets", "garuda.png").read_bytes()


def test_their_styles_come_along_under_names_of_their_own(data, opened):
    header = docx.Document(io.BytesIO(data)).sections[0].header.paragraphs[0]
    assert header.style.name == "office-header"
    assert header.style.font.size == Pt(9)
    assert header.style.base_style.name == "office-Normal"
    names = [name.casefold() for name in opened.find("//w:style/w:name/@w:val", "word/styles.xml")]
    ids = opened.find("//w:style/@w:styleId", "word/styles.xml")
    assert len(names) == len(set(names))
    assert len(ids) == len(set(ids))
    assert set(opened.find("//w:basedOn/@w:val", "word/styles.xml")) <= set(ids)


def test_fonts_of_a_theme_are_named_for_what_they_are(opened):
    assert not any(b"Theme=" in part for name, part in opened.parts.items() if "styles" in name)


def test_a_secret_paper_keeps_our_header_for_its_mark(docx_sheet, reference):
    look = docx_sheet.paragraphs["title"]
    paragraphs = {**docx_sheet.paragraphs, "classification": look}
    sheet = apply_reference(docx_sheet.model_copy(update={"paragraphs": paragraphs}), reference)
    made = write_docx(paper(text("ก", "body"), classification="ลับ"), sheet, (), reference=reference)
    opened = Opened(made)
    assert not any("office" in name for name in opened.names)
    assert "ลับ" in opened.find("//w:t/text()", "word/header1.xml")


def test_the_same_file_gives_the_same_bytes(docx_sheet, reference, data):
    sheet = apply_reference(docx_sheet, reference)
    assert write_docx(paper(text("ก", "body")), sheet, (), reference=reference) == data
