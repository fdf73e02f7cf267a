"""Where Word must not end a line: a no-break space, unless the column is too narrow for it."""

import pytest
from docx_reading import Opened, cell, paper, text

from pipeline.document.tree import Paragraph, Row, Tab, Table
from pipeline.render.docx.no_break import NO_BREAK_SPACE
from pipeline.thai.breaks import Names


def said(opened: Opened) -> str:
    return "".join(opened.find("//w:t/text()"))


@pytest.mark.parametrize(
    "phrase",
    ["พ.ศ. ๒๕๖๓", "๒๐ พฤษภาคม ๒๕๖๓", "จำนวน ๑๔ หลักสูตร", "ร้อยละ ๘๕.๗๑", "มิติที่ ๓", "นายมนู เลียวไพโรจน์"],
)
def test_what_belongs_together_is_held_by_no_break_spaces(written, phrase):
    made = said(written(paper(text(f"แก่ {phrase} ทราบ", "body"))))
    held = phrase.replace(" ", NO_BREAK_SPACE)
    assert made == f"แก่ {held} ทราบ"


def test_names_of_the_document_are_held(written):
    names = Names.of(people=[("พระ", "ธรรม", "ดี")])
    made = said(written(paper(text("เรียน พระธรรม ดี ทราบ", "body"), names=names)))
    assert f"พระธรรม{NO_BREAK_SPACE}ดี" in made


def test_names_of_one_paper_are_held_in_no_other(written):
    """In the body as in a cell, whichever paper is written first."""
    phrase = "เรียน พระธรรม ดี ทราบ"
    blocks = text(phrase, "body"), Table((Row((cell("ก"), cell("ข"), cell(phrase))),), "three")
    names = Names.of(people=[("พระ", "ธรรม", "ดี")])
    for known, held in ((names, 2), (Names.of(), 0), (names, 2)):
        assert said(written(paper(*blocks, names=known))).count(f"พระธรรม{NO_BREAK_SPACE}ดี") == held


def test_other_spaces_stay(written):
    made = said(written(paper(text("ให้ถูกต้อง ครบถ้วน และเป็นปัจจุบัน", "body"))))
    assert NO_BREAK_SPACE not in made


def test_a_stretch_wider_than_half_its_column_stays_loose(written):
    """A column of about 5 cm: the date is wider than half of it, the year with its พ.ศ. is not."""
    table = Table((Row((cell("๒๐ พฤษภาคม พ.ศ. ๒๕๖๓"), cell("พ.ศ. ๒๕๖๓"), cell(""))),), "three")
    date, year = written(paper(table)).find("//w:t/text()")
    assert NO_BREAK_SPACE not in date
    assert year == f"พ.ศ.{NO_BREAK_SPACE}๒๕๖๓"


def test_the_same_words_are_held_in_a_wide_column_and_loose_in_a_narrow_one(written):
    date = "๒๐ พฤษภาคม พ.ศ. ๒๕๖๓"
    narrow, wide = (Table((Row((cell(date), cell(""))),), "three", widths) for widths in ((1, 3), (3, 1)))
    in_narrow, in_wide = written(paper(narrow, wide)).find("//w:t/text()")
    assert NO_BREAK_SPACE not in in_narrow
    assert in_wide == date.replace(" ", NO_BREAK_SPACE)


def test_a_line_of_tabs_alone_holds_a_space_that_gives_it_its_height(written):
    opened = written(paper(Paragraph((Tab(),), "field")))
    assert said(opened) == NO_BREAK_SPACE
    assert len(opened.find("//w:r/w:tab")) == 1
