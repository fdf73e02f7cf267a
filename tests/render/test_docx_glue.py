"""Where Word must not end a line: a no-break space, unless the column is too narrow for it."""

import pytest
from docx_reading import cell, paper, text

from pipeline.document.tree import Document, Paragraph, Row, Section, Tab, Table, Text
from pipeline.render.docx.glue import NO_BREAK_SPACE, glued
from pipeline.thai.breaks import Names


def said(document: Document) -> str:
    (block,) = document.sections[0].blocks
    return "".join(inline.text for inline in block.content if isinstance(inline, Text))


@pytest.mark.parametrize(
    "phrase",
    ["พ.ศ. ๒๕๖๓", "๒๐ พฤษภาคม ๒๕๖๓", "จำนวน ๑๔ หลักสูตร", "ร้อยละ ๘๕.๗๑", "มิติที่ ๓", "นายมนู เลียวไพโรจน์"],
)
def test_what_belongs_together_is_held_by_no_break_spaces(docx_sheet, phrase):
    made = said(glued(paper(text(f"แก่ {phrase} ทราบ", "body")), docx_sheet))
    held = phrase.replace(" ", NO_BREAK_SPACE)
    assert made == f"แก่ {held} ทราบ"


def test_names_of_the_document_are_held(docx_sheet):
    names = Names.of(people=[("พระ", "ธรรม", "ดี")])
    document = Document("m", "t", (Section((text("เรียน พระธรรม ดี ทราบ", "body"),)),), names=names)
    assert f"พระธรรม{NO_BREAK_SPACE}ดี" in said(glued(document, docx_sheet))


def test_other_spaces_stay(docx_sheet):
    made = said(glued(paper(text("ให้ถูกต้อง ครบถ้วน และเป็นปัจจุบัน", "body")), docx_sheet))
    assert NO_BREAK_SPACE not in made


def test_a_stretch_wider_than_half_its_column_stays_loose(docx_sheet):
    """A column of about 5 cm: the date is wider than half of it, the year with its พ.ศ. is not."""
    table = Table((Row((cell("๒๐ พฤษภาคม พ.ศ. ๒๕๖๓"), cell("พ.ศ. ๒๕๖๓"), cell(""))),), "three")
    (made,) = glued(paper(table), docx_sheet).sections[0].blocks
    date, year, _ = (one.blocks[0].content for one in made.rows[0].cells)
    assert NO_BREAK_SPACE not in date[0].text
    assert year[0].text == f"พ.ศ.{NO_BREAK_SPACE}๒๕๖๓"


def test_a_line_of_tabs_alone_holds_a_space_that_gives_it_its_height(docx_sheet):
    (line,) = glued(paper(Paragraph((Tab(),), "field")), docx_sheet).sections[0].blocks
    assert line.content == (Text(NO_BREAK_SPACE), Tab())
