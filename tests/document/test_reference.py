"""What our papers take from a Word file of an office."""

import io
import zipfile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from pipeline import kinds
from pipeline.diagnostics import InputError
from pipeline.document.reference import apply_reference, read_reference
from pipeline.document.sheets import load_sheet
from pipeline.document.tree import Document, Paragraph, Section, Text
from pipeline.kinds import SHIPPED
from pipeline.render.docx import write_docx

SHEETS = sorted({paper.style for kind in kinds.names() for paper in SHIPPED.of(kind).papers})


@pytest.fixture
def file(tmp_path):
    """Saves what python-docx made, or bytes, as the office's file; reads it."""

    def made(document):
        path = tmp_path / "office.docx"
        if isinstance(document, bytes):
            path.write_bytes(document)
        else:
            document.save(path)
        return read_reference(path)

    return made


@pytest.mark.parametrize("name", SHEETS)
def test_a_paper_of_ours_gives_back_its_own_looks(file, name):
    """So an office may render once, change styles in Word, and go on from that file."""
    sheet = load_sheet(name)
    document = Document("m", "t", (Section((Paragraph((Text("ก"),), "body"),)),))
    assert apply_reference(sheet, file(write_docx(document, sheet, ()))) == sheet


def test_a_style_matches_by_the_name_that_word_shows(file):
    office = docx.Document()
    style = office.styles.add_style("เนื้อความ", WD_STYLE_TYPE.PARAGRAPH)
    thai_size(style, 15)
    style.paragraph_format.space_after = Pt(4)
    style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    style.paragraph_format.line_spacing = Pt(20)
    style.paragraph_format.first_line_indent = Cm(2)
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    body = apply_reference(load_sheet("report"), file(office)).paragraphs["body"]
    assert (body.size, body.after, body.leading, body.exact) == (15, 4, 20, True)
    assert (body.first_line, body.align) == (pytest.approx(2, abs=0.01), "right")


def test_headings_match_by_words_own_name_and_inherit_from_their_base(file):
    """python-docx's Heading 1: 14 pt bold, 24 pt above, based on Normal."""
    heading = apply_reference(load_sheet("report"), file(docx.Document())).paragraphs["heading-1"]
    assert (heading.size, heading.bold, heading.before, heading.outline) == (14, True, 24, 1)


def thai_size(style, points):
    """The type size of Thai, which python-docx does not set."""
    run = style.element.get_or_add_rPr()
    run.append(run.makeelement(qn("w:szCs"), {qn("w:val"): str(2 * points)}))


def test_a_size_for_thai_counts_before_that_for_latin(file):
    office = docx.Document()
    style = office.styles.add_style("เนื้อความ", WD_STYLE_TYPE.PARAGRAPH)
    style.font.size = Pt(11)
    thai_size(style, 18)
    assert apply_reference(load_sheet("report"), file(office)).paragraphs["body"].size == 18


def test_styles_that_do_not_match_stay(file):
    sheet = load_sheet("memo")
    made = apply_reference(sheet, file(docx.Document()))
    assert made.paragraphs["memo-title"] == sheet.paragraphs["memo-title"]


def test_margins_go_into_the_sheet_and_so_into_both_files(file):
    office = docx.Document()
    section = office.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.5), Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(3), Cm(1.5)
    page = apply_reference(load_sheet("agreement"), file(office)).pages["portrait"]
    assert (page.left, page.right, page.bottom) == pytest.approx((2.5, 2.5, 1.5), abs=0.01)
    assert (page.top, page.first_top) == pytest.approx((3, 3), abs=0.01)
    assert page.number.top + 0.74 <= page.top


def test_what_fills_the_text_area_goes_on_to_fill_it(file):
    office = docx.Document()
    section = office.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(4)
    made = apply_reference(load_sheet("memo"), file(office))
    assert made.pages["portrait"].measure == pytest.approx(14, abs=0.01)
    assert made.tables["results"].width == pytest.approx(14, abs=0.02)
    assert made.paragraphs["memo-field"].tabs[-1].at == pytest.approx(14, abs=0.01)
    assert made.paragraphs["memo-number"].tabs[0].at == 8


def test_a_header_that_reaches_below_the_margin_pushes_the_text_down(file):
    """Header from 1 cm: 40 pt line and 20 pt after are 2.12 cm, so the text begins at 3.12 cm."""
    office = docx.Document()
    section = office.sections[0]
    section.top_margin, section.header_distance = Cm(2), Cm(1)
    paragraph = section.header.paragraphs[0]
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.paragraph_format.line_spacing = Pt(40)
    paragraph.paragraph_format.space_after = Pt(20)
    page = apply_reference(load_sheet("agreement"), file(office)).pages["portrait"]
    assert page.top == pytest.approx(1 + 60 / 72 * 2.54, abs=0.01)


def test_one_of_our_families_serves_both_files_and_another_only_word(file):
    office = docx.Document()
    fonts = office.styles["Normal"].element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:cs"), "TH SarabunNew")
    assert apply_reference(load_sheet("memo"), file(office)).font == "TH Sarabun New"
    fonts.set(qn("w:cs"), "Angsana New")
    sheet = apply_reference(load_sheet("memo"), file(office))
    assert (sheet.font, sheet.word_font) == ("TH SarabunPSK", "Angsana New")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-file"),
        (b"Dear office,", "docx-not-docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "docx-password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "docx-old-word"),
        (b"PK\x03\x04 cut short", "docx-damaged"),
    ],
)
def test_a_file_that_is_no_docx_is_refused_with_a_remedy(file, data, code):
    with pytest.raises(InputError) as refused:
        file(data)
    (fault,) = refused.value.diagnostics
    assert fault.code == code
    assert fault.location.file.endswith("office.docx")


def test_a_file_with_macros_is_refused(file):
    stream = io.BytesIO()
    docx.Document().save(stream)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"macro")
    with pytest.raises(InputError) as refused:
        file(stream.getvalue())
    assert refused.value.diagnostics[0].code == "docx-macro"


def test_margins_without_room_are_refused_with_a_remedy(file):
    office = docx.Document()
    office.sections[0].left_margin = office.sections[0].right_margin = Cm(9)
    with pytest.raises(InputError) as refused:
        apply_reference(load_sheet("memo"), file(office))
    assert [fault.code for fault in refused.value.diagnostics] == ["reference-margins"]


def test_a_gutter_widens_the_left_margin(file):
    office = docx.Document()
    office.sections[0].left_margin, office.sections[0].gutter = Cm(2), Cm(1)
    page = apply_reference(load_sheet("memo"), file(office)).pages["portrait"]
    assert page.left == pytest.approx(3, abs=0.01)


def test_a_style_of_a_size_that_no_paper_has_is_not_taken(file):
    office = docx.Document()
    thai_size(office.styles.add_style("เนื้อความ", WD_STYLE_TYPE.PARAGRAPH), 1)
    assert apply_reference(load_sheet("memo"), file(office)).paragraphs["body"].size == 16


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputError) as refused:
        read_reference(tmp_path / "none.docx")
    assert refused.value.diagnostics[0].code == "unreadable"
