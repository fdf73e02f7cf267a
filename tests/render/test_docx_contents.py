"""The table of contents is the one that Word makes: a filled field whose entries lead to their headings."""

import pytest
from docx_reading import NS, Opened, paper, text

from pipeline.document.contents import with_contents
from pipeline.document.style import ParagraphStyle, TabStop
from pipeline.document.tree import Contents, Entry, Paragraph, Text
from pipeline.render.docx import write_docx


@pytest.fixture(scope="module")
def sheet(docx_sheet):
    stop = (TabStop(at=16, align="right", leader="dots"),)
    styles = {f"contents-{level}": ParagraphStyle(title=f"toc {level}", tabs=stop) for level in (1, 2)}
    return docx_sheet.model_copy(update={"paragraphs": {**docx_sheet.paragraphs, **styles}})


@pytest.fixture(scope="module")
def opened(sheet):
    run_in = Paragraph((Text("แผน", "strong"), Text(" เนื้อความ")), "body", entry=Entry('แผน "ก"', 2))
    document = paper(Contents(2), text("หัวข้อ", "heading"), run_in)
    return Opened(write_docx(with_contents(document, sheet, {1: 4, 2: 12}), sheet, ()))


def said(paragraph):
    return "".join(paragraph.xpath(".//w:t/text()", namespaces=NS))


def test_the_field_is_filled_in_the_papers_digits(opened):
    assert [said(p) for p in opened.find("//w:sdtContent/w:p")] == ["หัวข้อ๔", 'แผน "ก"๑๒']


def test_word_finds_the_contents_and_can_fill_them_anew(opened):
    """By outline levels (`\\u`) and run-in headings (`\\f`), as links (`\\h`)."""
    assert opened.find("//w:docPartGallery/@w:val") == ["Table of Contents"]
    (instruction,) = opened.find("(//w:sdtContent//w:instrText)[1]/text()")
    assert instruction.split()[0] == "TOC"
    assert {"\\u", "\\f", "\\h"} <= set(instruction.split())
    assert opened.find("//w:p[not(ancestor::w:sdt)]//w:instrText/text()") == [' TC "แผน \\"ก\\"" \\l "2" ']


def test_each_entry_leads_to_the_bookmark_of_its_heading(opened):
    names = opened.find("//w:bookmarkStart/@w:name")
    assert opened.find("//w:hyperlink/@w:anchor") == names
    pages = [f" PAGEREF {name} \\h " for name in names]
    assert opened.find("//w:hyperlink//w:instrText/text()") == pages
    headings = opened.find("//w:p[w:bookmarkStart]")
    assert [said(heading) for heading in headings] == ["หัวข้อ", "แผน เนื้อความ"]
    assert opened.find("//w:bookmarkStart/@w:id") == opened.find("//w:bookmarkEnd/@w:id")


def test_fields_begin_and_end_in_pairs(opened):
    depth = 0
    for kind in opened.find("//w:fldChar/@w:fldCharType"):
        depth += {"begin": 1, "separate": 0, "end": -1}[kind]
        assert depth >= 0
    assert depth == 0


def test_no_reader_is_asked_to_update_fields_on_opening(opened):
    assert opened.find("//w:updateFields", "word/settings.xml") == []
    assert opened.find("//@w:dirty") == []


def test_entries_have_the_styles_that_word_gives_them(opened):
    """Word knows its own by name, and does so only where they are not called custom."""
    assert opened.find("//w:sdtContent/w:p/w:pPr/w:pStyle/@w:val") == ["contents-2", "contents-2"]
    assert opened.style("contents-2", "w:name/@w:val") == ["toc 2"]
    assert opened.style("contents-2", "@w:customStyle") == []


def test_contents_at_the_end_of_a_section_are_followed_by_a_paragraph(sheet):
    document = with_contents(paper(text("หัวข้อ", "heading"), Contents(2)), sheet, {})
    opened = Opened(write_docx(document, sheet, ()))
    assert [e.tag.rpartition("}")[2] for e in opened.find("//w:body/*")] == ["p", "sdt", "p", "sectPr"]


def test_contents_of_nothing_are_nothing(sheet):
    assert Opened(write_docx(paper(Contents(2), text("ก", "body")), sheet, ())).find("//w:sdt") == []
