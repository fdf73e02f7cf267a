"""The DOCX says what the tree says, in runs that Word can break Thai in."""

import pytest
from docx_reading import Opened, cell, paper, text
from hypothesis import given
from hypothesis import strategies as st

from pipeline.document.text import document_text
from pipeline.document.tree import Cell, Group, LineBreak, Paragraph, Row, Tab, Table, Text
from pipeline.extraction.docx.numbering import Numbering
from pipeline.render.docx import write_docx


def said(opened: Opened) -> tuple[str, ...]:
    """The body's text: runs joined, tabs, line ends and held spaces as spaces, empty ones left out."""
    numbering = Numbering(opened.xml("word/styles.xml"), opened.numbering)
    texts = (
        f"{numbering.marker(paragraph)} ".lstrip()
        + "".join(
            (piece.text or "") if piece.tag.endswith("}t") else " "
            for piece in paragraph.xpath("w:r/w:t | w:r/w:tab | w:r/w:br", namespaces=paragraph.nsmap)
        )
        for paragraph in opened.find("//w:p")
    )
    return tuple(plain(text.rstrip()) for text in texts if text.rstrip())


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_text_is_that_of_the_tree_in_order(written):
    table = Table(
        (
            Row((cell("ช่อง ๑", rowspan=2), cell("ช่อง ๒"), cell("")), "header"),
            Row((Cell((text("บน"), Paragraph((Text("ข้อ"),), "item", (Text("๑)"),)))), cell("ขวา"))),
        ),
        "three",
    )
    document = paper(
        text("ก <ข> & \"ค\" 'ง'", "body"),
        Group((text("ลงนาม", "plain"), text("", "plain"))),
        Paragraph(
            (Text("ที่", "label"), Text(" อก ๑"), Tab(), Text("วันที่", "label"), LineBreak(), Text("จบ")), "field"
        ),
        table,
    )
    assert said(written(document)) == tuple(map(plain, document_text(document)))


XML_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=30)


@given(XML_TEXT, XML_TEXT, st.sampled_from(["", "strong"]))
def test_any_text_that_xml_holds_comes_back(docx_sheet, first, second, style):
    document = paper(Paragraph((Text(first), Text(second, style)), "body", (Text("๑."),)))
    assert said(Opened(write_docx(document, docx_sheet, ()))) == tuple(map(plain, document_text(document)))


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\ufffe"])
def test_a_character_that_xml_cannot_hold_is_refused(written, character):
    with pytest.raises(ValueError, match="XML"):
        written(paper(text(f"ก{character}ข", "body")))


def test_equal_format_is_one_run(written):
    parts = (Text("ตามที่"), Text("สำนักงาน "), Text("PMQA "), Text("4.0"), Text("เน้น", "strong"), Text("จบ"))
    opened = written(paper(Paragraph(parts, "body")))
    assert opened.find("//w:r/w:t/text()") == ["ตามที่สำนักงาน PMQA\u00a04.0", "เน้น", "จบ"]


def test_a_line_end_does_not_end_a_run(written):
    opened = written(paper(Paragraph((Text("บน", "strong"), LineBreak(), Text("ล่าง", "strong")), "body")))
    (run,) = opened.find("//w:r")
    assert [piece.tag.rpartition("}")[2] for piece in run] == ["rPr", "t", "br", "t"]


def test_only_runs_with_thai_are_complex_script(written):
    parts = (Text("Covid-19 (2020)"), Text("ก", "strong"), Text(" 12.50"), Text("๑๒", "underline"))
    opened = written(paper(Paragraph(parts, "body")))
    assert opened.find("//w:r[w:rPr/w:cs]/w:t/text()") == ["ก", "๑๒"]


def test_spaces_at_the_ends_of_a_run_are_kept(written):
    opened = written(paper(Paragraph((Text(" ความ "), Text("เน้น", "strong")), "body")))
    assert set(opened.find("//w:t/@xml:space")) == {"preserve"}
    assert opened.find("//w:t/text()") == [" ความ ", "เน้น"]


def test_a_label_stands_before_a_tab_in_its_own_look(written):
    opened = written(paper(Paragraph((Text("ข้อความ"),), "item", (Text("ป้าย", "strong"),))))
    tags = [piece.tag.rpartition("}")[2] for piece in opened.find("//w:r/*[not(self::w:rPr)]")]
    assert tags == ["t", "tab", "t"]
    assert opened.find("//w:r[w:rPr/w:rStyle]/w:t/text()") == ["ป้าย"]


def test_a_marker_too_wide_for_its_place_is_followed_by_one_space(written):
    """1 cm holds `๑)` but not a word of 2 cm; a tab would jump to the next stop."""
    opened = written(paper(Paragraph((Text("ข้อความ"),), "item", (Text("หมายเหตุประกอบ"),))))
    assert opened.find("//w:r/w:tab") == []
    assert opened.find("//w:t/text()") == ["หมายเหตุประกอบ ข้อความ"]


def test_a_tab_in_a_paragraph_without_marker_passes_over_the_markers_stop(written):
    opened = written(paper(Paragraph((Text("ก"), Tab(), Text("ข")), "item")))
    assert opened.find("//w:pPr/w:tabs/w:tab[@w:val='clear']/@w:pos") == ["1134"]
