"""Lists are Word's own: it counts them, in the digits and at the places of the paper."""

import pytest
from docx_reading import NS, Opened, paper

from pipeline.document.tree import Paragraph, Text
from pipeline.papers.parity import docx_text
from pipeline.render.docx import write_docx

PART = "word/numbering.xml"


def item(marker: str, style: str = "item") -> Paragraph:
    return Paragraph((Text("ข้อ"),), style, (Text(marker),))


@pytest.mark.parametrize(
    ("first", "second", "digits"), [("๑)", "๒)", "thaiNumbers"), ("1)", "2)", "decimal")]
)
def test_a_list_is_counted_in_its_own_digits(written, first, second, digits):
    opened = written(paper(item(first), item(second)))
    assert opened.find("//w:p/w:pPr/w:numPr/w:numId/@w:val") == ["1", "1"]
    assert opened.find("//w:t/text()") == ["ข้อ", "ข้อ"]
    assert opened.find("//w:lvl/w:numFmt/@w:val", PART) == [digits]
    assert opened.find("//w:lvl/w:lvlText/@w:val", PART) == ["%1)"]


def test_levels_quote_the_numbers_above_them(docx_sheet):
    looks = {
        f"item-{n}": docx_sheet.paragraphs["item"].model_copy(update={"indent": 2.0 + n}) for n in (1, 2)
    }
    sheet = docx_sheet.model_copy(update={"paragraphs": {**docx_sheet.paragraphs, **looks}})
    blocks = (item("๑)"), item("๒)"), item("(๑)", "item-1"), item("(๒)", "item-1"), item("(๒.๑)", "item-2"))
    docx = write_docx(paper(*blocks), sheet, ())
    assert Opened(docx).find("//w:lvlText/@w:val", PART) == ["%1)", "(%2)", "(%2.%3)"]
    assert docx_text(docx) == ("๑) ข้อ", "๒) ข้อ", "(๑) ข้อ", "(๒) ข้อ", "(๒.๑) ข้อ")


def test_each_list_begins_at_one(docx_sheet):
    docx = write_docx(paper(item("๑)"), item("๒)"), item("๑)"), item("๒)")), docx_sheet, ())
    opened = Opened(docx)
    assert opened.find("//w:num/w:lvlOverride/w:startOverride/@w:val", PART) == ["1", "1"]
    assert len(opened.find("//w:abstractNum", PART)) == 1
    assert docx_text(docx) == ("๑) ข้อ", "๒) ข้อ") * 2


def test_a_level_stands_where_its_paragraphs_stand(written):
    """2 cm, hanging 1 cm, the text after a tab at 2 cm: 1134 and 567 twips."""
    opened = written(paper(item("1)"), item("2)")))
    (indent,) = opened.find("//w:lvl/w:pPr/w:ind", PART)
    assert indent.xpath("@w:left | @w:hanging", namespaces=NS) == ["1134", "567"]
    assert opened.find("//w:lvl/w:pPr/w:tabs/w:tab/@w:pos", PART) == ["1134"]


def test_a_number_too_wide_for_its_place_has_a_stop_of_its_own_behind_it(written):
    """The place is 1 cm, the text from 1134 twips: `(๑)` has room there, `(๑๐๐)` has not."""
    opened = written(paper(*(item(f"({n})".translate(THAI)) for n in range(1, 101))))
    stops = [p.xpath("w:pPr/w:tabs/w:tab/@w:pos", namespaces=NS) for p in opened.find("//w:body/w:p")]
    assert stops[0] == []
    (behind,) = stops[-1]
    assert int(behind) > 1134


THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def test_bullets_are_bullets(written):
    opened = written(paper(item("-"), item("-")))
    assert opened.find("//w:lvl/w:numFmt/@w:val", PART) == ["bullet"]
    assert opened.find("//w:lvl/w:lvlText/@w:val", PART) == ["-"]


def test_levels_stand_in_schema_order(written):
    """CT_Lvl: start, numFmt, suff, lvlText, lvlJc, pPr, rPr; kinds of lists before lists."""
    opened = written(paper(item("1)"), item("2)")))
    tags = [child.tag.rpartition("}")[2] for child in opened.find("//w:lvl/*", PART)]
    assert tags == ["start", "numFmt", "suff", "lvlText", "lvlJc", "pPr"]
    assert [child.tag.rpartition("}")[2] for child in opened.xml(PART)] == ["abstractNum", "num"]


def test_a_paper_without_lists_has_no_numbering(written):
    assert PART not in written(paper(item("ข้อ ๑"))).names
