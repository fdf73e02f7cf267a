"""Each style of the sheet is a real Word style that says the same for Latin and for Thai."""

import pytest
from docx_reading import Opened, cell, paper, text

from pipeline.document.style import ParagraphStyle, TabStop
from pipeline.document.tree import Paragraph, Row, Table, Text
from pipeline.render.docx.formatting import tab_stops
from pipeline.render.docx.oxml import markup

STYLES = "word/styles.xml"


@pytest.fixture
def opened(written) -> Opened:
    return written(paper(text("ข้อความ", "body")))


def test_every_style_of_the_sheet_is_a_named_word_style(opened, docx_sheet):
    ids = set(opened.find("//w:style[@w:customStyle='1']/@w:styleId", STYLES))
    assert ids == (
        set(docx_sheet.paragraphs)
        | {f"{name}-char" for name in docx_sheet.characters}
        | {f"{name}-table" for name in docx_sheet.tables}
    )
    assert opened.style("body", "w:name/@w:val") == ["เนื้อความ"]
    assert opened.style("strong-char", "w:name/@w:val") == ["เน้น"]
    assert opened.style("three-table", "w:name/@w:val") == ["สามช่อง"]


def test_no_two_styles_have_the_same_name(opened):
    names = [name.casefold() for name in opened.find("//w:style/w:name/@w:val", STYLES)]
    assert len(names) == len(set(names))


def test_one_family_serves_all_scripts(opened):
    (fonts,) = opened.find("//w:docDefaults//w:rFonts", STYLES)
    assert set(fonts.attrib.values()) == {"TH SarabunPSK"}
    assert {name.rpartition("}")[2] for name in fonts.attrib} == {"ascii", "hAnsi", "cs", "eastAsia"}
    assert opened.find("//w:style//w:rFonts", STYLES) == []


def test_thai_is_the_language_of_complex_script_everywhere(opened):
    assert opened.find("//w:docDefaults//w:lang/@w:bidi", STYLES) == ["th-TH"]
    assert opened.find("//w:themeFontLang/@w:bidi", "word/settings.xml") == ["th-TH"]
    assert not [name for name, part in opened.parts.items() if b"ar-SA" in part]


def test_the_defaults_bring_no_spacing(opened):
    assert opened.find("//w:docDefaults//w:spacing | //w:style[@w:styleId='Normal']//w:spacing", STYLES) == []


def test_word_opens_the_file_in_its_own_mode(opened):
    mode = "//w:compatSetting[@w:name='compatibilityMode']/@w:val"
    assert opened.find(mode, "word/settings.xml") == ["15"]


@pytest.mark.parametrize(
    ("style", "size"), [("body", "32"), ("title", "58"), ("cell", "28"), ("label-char", "40")]
)
def test_sizes_hold_for_thai_too(opened, style, size):
    assert opened.style(style, "w:rPr/w:sz/@w:val") == [size]
    assert opened.style(style, "w:rPr/w:szCs/@w:val") == [size]


@pytest.mark.parametrize(("style", "twins"), [("title", ["b", "bCs"]), ("red", ["i", "iCs"]), ("body", [])])
def test_bold_and_italic_hold_for_thai_too(opened, style, twins):
    path = "w:rPr/*[self::w:b or self::w:bCs or self::w:i or self::w:iCs]"
    assert [element.tag.rpartition("}")[2] for element in opened.style(style, path)] == twins


def test_a_line_is_at_least_its_leading_unless_it_is_exact(opened):
    assert opened.style("body", "w:pPr/w:spacing/@w:line") == ["420"]  # 21 pt
    assert opened.style("body", "w:pPr/w:spacing/@w:lineRule") == ["atLeast"]
    assert opened.style("title", "w:pPr/w:spacing/@w:line") == ["700"]  # 35 pt
    assert opened.style("title", "w:pPr/w:spacing/@w:lineRule") == ["exact"]


def test_prose_is_spread_as_thai_is(opened):
    assert opened.style("body", "w:pPr/w:jc/@w:val") == ["thaiDistribute"]
    assert opened.find("//w:jc[@w:val='both']", STYLES) == []


def test_indents_are_those_of_the_sheet(opened):
    assert opened.style("body", "w:pPr/w:ind/@w:firstLine") == ["1417"]  # 2.5 cm
    (hanging,) = opened.style("item", "w:pPr/w:ind")
    assert sorted(hanging.attrib.values(), key=int) == [
        "283",
        "567",
        "1134",
    ]  # 0.5, 1 and 2 cm


def test_the_text_after_a_marker_has_a_stop_of_its_own(opened):
    assert opened.style("item", "w:pPr/w:tabs/w:tab/@w:pos") == ["1134"]  # 2 - 1 + 1 cm


def test_a_leader_of_one_line_is_word_s_underscore():
    style = ParagraphStyle(tabs=(TabStop(at=6), TabStop(at=10, leader="line")))
    assert [markup(stop).count('w:leader="underscore"') for stop in tab_stops(style)] == [0, 1]


def test_tab_stops_stand_in_order_with_their_leaders(opened):
    assert opened.style("field", "w:pPr/w:tabs/w:tab/@w:pos") == ["4535", "9071"]  # 8 and 16 cm
    assert opened.style("field", "w:pPr/w:tabs/w:tab/@w:leader") == ["dot", "dot"]
    assert opened.style("field", "w:pPr/w:tabs/w:tab/@w:val") == ["left", "right"]


def test_a_heading_stays_with_its_text_and_shows_in_the_outline(opened):
    assert opened.style("heading", "w:pPr/w:outlineLvl/@w:val") == ["1"]  # Word counts from 0
    assert len(opened.style("heading", "w:pPr/*[self::w:keepNext or self::w:keepLines]")) == 2


def test_a_table_style_holds_borders_and_padding(opened):
    assert set(opened.style("three-table", "w:tblPr/w:tblBorders/*/@w:sz")) == {"4"}  # 0.5 pt in eighths
    assert opened.style("bare-table", "w:tblPr/w:tblBorders") == []
    assert opened.style("three-table", "w:tblPr/w:tblCellMar/w:left/@w:w") == ["85"]  # 0.15 cm


@pytest.mark.parametrize(("style", "says"), [("strong", ""), ("light", "0")])
def test_bold_in_bold_does_not_cancel_out(written, style, says):
    """Word takes bold of both styles together as exclusive or, so the run must say it."""
    opened = written(paper(Paragraph((Text("ก", style),), "heading")))
    assert [opened.find(f"string(//w:r/w:rPr/w:{name}/@w:val)") for name in ("b", "bCs")] == [says, says]
    assert len(opened.find("//w:r/w:rPr/*[self::w:b or self::w:bCs]")) == 2


def test_bold_in_plain_text_is_the_styles_alone(written):
    opened = written(paper(Paragraph((Text("ก", "strong"),), "body")))
    assert opened.find("//w:r/w:rPr/w:rStyle/@w:val") == ["strong-char"]
    assert opened.find("//w:r/w:rPr/w:b") == []


def test_only_styles_of_the_file_are_used(written):
    table = Table((Row((cell("ก"), cell("ข"), cell("ค")), "header"),), "three")
    opened = written(paper(text("ก", "body"), table, Paragraph((Text("ข", "label"),), "item", (Text("๑)"),))))
    used = set(opened.find("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"))
    assert used <= set(opened.find("//w:style/@w:styleId", STYLES))
