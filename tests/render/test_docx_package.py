"""The file as a whole: the same bytes each time, parts in order, fonts inside, elements in schema order."""

import datetime
import posixpath
import struct
import uuid
import zipfile
from io import BytesIO

import docx
import pytest
import uharfbuzz as hb
from docx_reading import Opened, cell, paper, text
from lxml import etree

from pipeline.document.tree import Group, Image, Paragraph, Row, Tab, Table, Text
from pipeline.render.docx import embedded_faces, write_docx
from pipeline.render.docx.fonts import obfuscate, subset
from pipeline.resources import resource

RICH = paper(
    Image("garuda", 1.5, "ตราครุฑ", beside=True),
    text("บันทึกข้อความ", "title"),
    Paragraph((Text("ที่", "label"), Text(" อก"), Tab()), "field"),
    Paragraph((Text("ข้อ"), Text("เน้น", "underline")), "item", (Text("๑)"),)),
    Paragraph((Text("ก"), Tab(), Text("หนา", "strong")), "heading"),
    Table(
        (
            Row((cell("ก", rowspan=2), cell("ข", colspan=2)), "header"),
            Row((cell("ค"), cell("ง")), "header"),
            Row((cell("แถบ", colspan=3),), "band"),
            Row((cell("๑"), cell("๒"), cell("๓"))),
        ),
        "three",
    ),
    Group((text("ลงชื่อ", "body"), text("ชื่อ", "body")), role="proposer"),
    author="กบค.",
    subject="ปีงบประมาณ ๒๕๖๓",
)

PPR = """
pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd
tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi
adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc
textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange
"""
RPR = """
rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText
vertAlign rtl cs em lang eastAsianLayout specVanish oMath
"""
TBLPR = """
tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing
tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription
"""
TCPR = """
cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign
hideMark
"""
SECTPR = """
headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType
pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid
printerSettings
"""
STYLE = """
name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat
locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr
"""
SETTINGS = """
writeProtection view zoom removePersonalInformation embedTrueTypeFonts embedSystemFonts
saveSubsetFonts mirrorMargins defaultTabStop autoHyphenation characterSpacingControl compat docVars
rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator
"""
FONT = """
altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic
embedBoldItalic
"""
ORDERS = {
    "pPr": PPR,
    "rPr": RPR,
    "tblPr": TBLPR,
    "tcPr": TCPR,
    "sectPr": SECTPR,
    "style": STYLE,
    "settings": SETTINGS,
    "font": FONT,
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
}
"""The sequences of wml.xsd (ISO/IEC 29500-4, transitional)."""


@pytest.fixture(scope="module")
def opened(docx_sheet) -> Opened:
    return Opened(write_docx(RICH, docx_sheet))


@pytest.mark.parametrize("name", ORDERS)
def test_elements_stand_in_schema_order(opened, name):
    order = {tag: place for place, tag in enumerate(ORDERS[name].split())}
    seen = 0
    for part in (part for part in opened.names if part.endswith(".xml") and part.startswith("word/")):
        for element in opened.find(f"//w:{name}", part):
            places = [order[child.tag.rpartition("}")[2]] for child in element]
            assert places == sorted(places), (part, etree.tostring(element))
            seen += 1
    assert seen


def test_two_runs_give_the_same_bytes(docx_sheet):
    assert write_docx(RICH, docx_sheet) == write_docx(RICH, docx_sheet)


def test_the_archive_bears_no_day_and_is_in_order(docx_sheet):
    with zipfile.ZipFile(BytesIO(write_docx(RICH, docx_sheet))) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_DEFLATED}
    names = [entry.filename for entry in entries]
    assert names == sorted(names)
    assert names[0] == "[Content_Types].xml"


def test_a_file_bears_the_date_of_its_source_if_there_is_one(docx_sheet, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1590000000")
    opened = Opened(write_docx(RICH, docx_sheet, ()))
    day = datetime.datetime.fromtimestamp(1590000000, datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert opened.find("//dcterms:created/text() | //dcterms:modified/text()", "docProps/core.xml") == [
        day,
        day,
    ]


def test_the_file_says_what_it_is(opened):
    core = "docProps/core.xml"
    assert opened.find("//dc:title/text()", core) == ["เรื่องทดสอบ"]
    assert opened.find("//dc:creator/text()", core) == ["กบค."]
    assert opened.find("//dc:subject/text()", core) == ["ปีงบประมาณ ๒๕๖๓"]
    assert opened.find("//dc:language/text()", core) == ["th-TH"]


def test_the_file_says_whose_paper_it_is_and_of_which_year(docx_sheet):
    document = paper(text("ก", "plain"), author="สปอ.", unit="กบค.", fiscal_year=2563, keywords=("แผน", "ผล"))
    opened = Opened(write_docx(document, docx_sheet, ()))
    said = opened.find("//cus:property/@name | //cus:property/*/text()", "docProps/custom.xml")
    assert said == ["หน่วยงาน", "กบค.", "ปีงบประมาณ", "2563"]
    assert opened.find("//vt:i4/text()", "docProps/custom.xml") == ["2563"]
    assert opened.find("//cp:keywords/text()", "docProps/core.xml") == ["แผน, ผล"]
    assert opened.find("//ap:Company/text()", "docProps/app.xml") == ["สปอ."]


def test_a_paper_of_no_unit_and_year_has_no_properties_of_its_own(docx_sheet):
    opened = Opened(write_docx(paper(text("ก", "plain")), docx_sheet, ()))
    assert "docProps/custom.xml" not in opened.names


def test_every_relationship_leads_to_a_part(opened):
    for rels in (name for name in opened.names if name.endswith(".rels")):
        folder = rels.replace("_rels/", "").rpartition("/")[0]
        targets = opened.find("//rel:Relationship/@Target", rels)
        assert {posixpath.join("/", folder, target).lstrip("/") for target in targets} <= set(opened.names)
    used = opened.find("//@r:id | //@r:embed")
    assert set(used) <= set(opened.find("//rel:Relationship/@Id", "word/_rels/document.xml.rels"))


def test_python_docx_reads_the_file(docx_sheet):
    document = docx.Document(BytesIO(write_docx(RICH, docx_sheet)))
    assert document.paragraphs[0].style.name == "saraban title"
    assert document.tables[0].rows[3].cells[2].text == "๓"
    assert document.sections[0].different_first_page_header_footer


def test_an_embedded_face_is_the_font_file(opened):
    """Undone as Word does it: the GUID's digits from the last to the first, over bytes 0-15 and 16-31."""
    table, rels = "word/fontTable.xml", "word/_rels/fontTable.xml.rels"
    for slot, file in (("embedRegular", "THSarabun-Regular.ttf"), ("embedBold", "THSarabun-Bold.ttf")):
        (guid,) = opened.find(f"//w:{slot}/@w:fontKey", table)
        (relation,) = opened.find(f"//w:{slot}/@r:id", table)
        (target,) = opened.find(f"//rel:Relationship[@Id='{relation}']/@Target", rels)
        digits = guid.strip("{}").replace("-", "")
        key = [int(digits[at : at + 2], 16) for at in range(30, -2, -2)]
        hidden = opened.parts[f"word/{target}"]
        shown = bytes(byte ^ key[at % 16] for at, byte in enumerate(hidden[:32])) + hidden[32:]
        assert shown == resource("fonts", file).read_bytes()
        assert struct.unpack(">I", hidden[:4]) != struct.unpack(">I", shown[:4])


def test_hiding_a_font_twice_shows_it():
    font, identity = bytes(range(100)), uuid.UUID("12345678-9abc-4def-8123-456789abcdef")
    assert obfuscate(obfuscate(font, identity), identity) == font


@pytest.mark.parametrize(
    ("paragraph", "slots"),
    [
        (text("ก", "plain"), ["embedRegular"]),
        (text("ก", "title"), ["embedRegular", "embedBold"]),
        (text("ก", "red"), ["embedRegular", "embedItalic"]),
        (Paragraph((Text("ก", "strong"),), "red"), ["embedRegular", "embedBoldItalic"]),
        (Paragraph((), "item", (Text("๑.", "strong"),)), ["embedRegular", "embedBold"]),
    ],
)
def test_only_faces_in_use_are_embedded(docx_sheet, paragraph, slots):
    assert [face.slot for face in embedded_faces(paper(paragraph), docx_sheet)] == slots


def test_fonts_can_be_left_out(docx_sheet):
    opened = Opened(write_docx(RICH, docx_sheet, ()))
    assert not [name for name in opened.names if name.endswith(".odttf")]
    assert opened.find("//w:embedTrueTypeFonts", "word/settings.xml") == []


def test_the_font_is_known_by_its_other_name_too(opened):
    assert opened.find("//w:font/@w:name", "word/fontTable.xml") == ["TH SarabunPSK"]
    assert opened.find("//w:altName/@w:val", "word/fontTable.xml") == ["THSarabunPSK"]


def test_nothing_of_python_docx_default_template_is_in_the_file(opened):
    assert not any(b"python-docx" in part for part in opened.parts.values())
    default = {style.name.casefold() for style in docx.Document().styles}
    ours = opened.find("//w:style[@w:customStyle]/w:name/@w:val", "word/styles.xml")
    assert not {name.casefold() for name in ours} & default


def shaped(font: bytes, said: str):
    """Advances and places of the glyphs that a text is set in."""
    buffer = hb.Buffer()
    buffer.add_str(said)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(hb.Face(font)), buffer)
    return [(place.x_advance, place.x_offset, place.y_offset) for place in buffer.glyph_positions]


def test_a_subset_sets_the_documents_text_as_the_whole_face_does_and_no_other():
    said = "ผู้ที่ได้รับ น้ำ ป้ำ ๒๕๖๓ (PMQA 4.0)"
    font = resource("fonts", "THSarabun-Regular.ttf").read_bytes()
    small = subset(font, frozenset(said))
    assert shaped(small, said) == shaped(font, said)
    assert len(small) < len(font) / 2
    assert hb.Font(hb.Face(small)).get_nominal_glyph(ord("ฬ")) is None
    assert subset(font, frozenset(said)) == small


def test_a_subset_holds_the_numbers_that_word_makes(docx_sheet):
    (face,) = embedded_faces(paper(text("ก", "plain")), docx_sheet, "subset")
    font = hb.Font(hb.Face(obfuscate(face.odttf, uuid.UUID(face.guid))))
    assert all(font.get_nominal_glyph(ord(digit)) for digit in "๐๑๒๓๔๕๖๗๘๙-0123456789")
