"""Tables are real tables: fixed widths, repeated headers, spans that are whole, rows that stay together."""

import sys

import pytest
from docx_reading import cell, paper, text

from pipeline.document.style import ColumnStyle, TableStyle
from pipeline.document.tree import Cell, Group, PageBreak, Row, Table
from pipeline.render.docx import write_docx
from pipeline.render.docx.flow import LayoutContext
from pipeline.render.docx.no_break import Column
from pipeline.render.docx.oxml import markup
from pipeline.render.docx.table_writer import table_element
from pipeline.thai.breaks import NO_NAMES


def row(*words: str, kind: str = "body") -> Row:
    return Row(tuple(cell(word) for word in words), kind)


TABLE = Table(
    (
        Row((cell("ตัวชี้วัด", rowspan=2), cell("เกณฑ์", colspan=2)), "header"),
        Row((cell("ก"), cell("ข")), "header"),
        Row((cell("มิติที่ ๑", colspan=3),), "band"),
        row("๑", "๒", "๓"),
        row("๔", "๕", "๖"),
        row("รวม", "๗", "๘", kind="total"),
    ),
    "three",
)


@pytest.fixture
def opened(written):
    return written(paper(text("ก่อน", "plain"), TABLE, text("หลัง", "plain")))


def test_widths_are_fixed_and_add_up(opened):
    assert opened.find("//w:tblLayout/@w:type") == ["fixed"]
    assert opened.find("//w:tblW/@w:w") == ["9071"]  # 16 cm
    assert sum(map(int, opened.find("//w:gridCol/@w:w"))) == 9071
    for tr in opened.find("//w:tr"):
        assert sum(map(int, tr.xpath("w:tc/w:tcPr/w:tcW/@w:w", namespaces=tr.nsmap))) == 9071


def test_columns_may_be_divided_anew(written):
    table = Table((row("ก", "ข"),), "three", widths=(1, 3))
    assert written(paper(table)).find("//w:gridCol/@w:w") == ["2268", "6803"]  # 4 and 12 of 16 cm


def test_all_header_rows_repeat_and_no_other(opened):
    repeated = [bool(tr.xpath("w:trPr/w:tblHeader", namespaces=tr.nsmap)) for tr in opened.find("//w:tr")]
    assert repeated == [True, True, False, False, False, False]


def test_only_body_rows_may_split(opened, written):
    whole = [bool(tr.xpath("w:trPr/w:cantSplit", namespaces=tr.nsmap)) for tr in opened.find("//w:tr")]
    assert whole == [True, True, True, False, False, True]
    assert len(written(paper(Table((row("ก", "ข"),), "bare"))).find("//w:cantSplit")) == 1


def test_a_covered_place_is_a_cell_that_goes_on(opened):
    second = opened.find("//w:tr[2]/w:tc")
    assert len(second) == 3
    assert opened.find("//w:tr[1]/w:tc[1]/w:tcPr/w:vMerge/@w:val") == ["restart"]
    assert opened.find("//w:tr[2]/w:tc[1]/w:tcPr/w:vMerge[not(@w:val)]")
    assert opened.find("//w:tr[1]/w:tc[2]/w:tcPr/w:gridSpan/@w:val") == ["2"]


def test_a_block_of_cells_is_covered_whole(written):
    table = Table((Row((cell("ก", 2, 3), cell("ข"))), Row((cell("ค"),)), Row((cell("ง"),))), "three")
    opened = written(paper(table))
    for number in (2, 3):
        assert opened.find(f"//w:tr[{number}]/w:tc[1]/w:tcPr/w:gridSpan/@w:val") == ["2"]
        assert opened.find(f"//w:tr[{number}]/w:tc[1]/w:tcPr/w:vMerge")
    assert opened.find("//w:t/text()") == ["ก", "ข", "ค", "ง"]


def test_every_cell_holds_a_paragraph(written):
    opened = written(paper(Table((Row((Cell(()), cell(""), cell("ก"))),), "three")))
    assert [len(tc.xpath("w:p", namespaces=tc.nsmap)) for tc in opened.find("//w:tc")] == [1, 1, 1]


def test_cells_take_the_look_of_their_row_and_column(opened):
    styles = [tr.xpath("w:tc/w:p/w:pPr/w:pStyle/@w:val", namespaces=tr.nsmap) for tr in opened.find("//w:tr")]
    assert styles[2:] == [
        ["cell-band"],
        ["cell", "cell-prose", "cell"],
        ["cell", "cell-prose", "cell"],
        ["cell-total"] * 3,
    ]


def test_prose_is_not_spread_in_a_cell(opened):
    assert opened.find("//w:tr[4]/w:tc[2]/w:p/w:pPr/w:jc/@w:val") == ["left"]


def test_the_padding_is_all_the_space_at_a_cells_ends(written):
    two = Cell((text("บน"), text("ล่าง")))
    opened = written(paper(Table((Row((cell("ก"), two, cell("ค"))),), "three")))
    first, last = opened.find("//w:tc[2]/w:p/w:pPr/w:spacing")
    assert list(first.attrib.values()) == ["0"]
    assert first.xpath("@w:before", namespaces=first.nsmap) == ["0"]
    assert last.xpath("@w:after", namespaces=last.nsmap) == ["0"]


def test_headings_stay_with_the_row_below_and_a_total_with_the_row_above(opened):
    kept = [
        bool(tr.xpath("w:tc[1]/w:p/w:pPr/w:keepNext", namespaces=tr.nsmap)) for tr in opened.find("//w:tr")
    ]
    assert kept == [True, True, True, False, True, False]


def test_rows_of_a_kind_are_shaded(opened):
    assert opened.find("//w:shd/@w:fill") == ["D9D9D9"]
    assert opened.find("//w:tr[3]//w:shd")


def test_the_space_around_a_table_is_that_of_its_neighbours(opened):
    """6 pt above and below the table, on top of the 3 pt that `plain` has after it."""
    assert opened.find("//w:body/w:p[1]/w:pPr/w:spacing/@w:after") == ["180"]
    assert opened.find("//w:body/w:p[2]/w:pPr/w:spacing/@w:before") == ["120"]


def test_two_tables_do_not_grow_together(written):
    opened = written(paper(Table((row("ก", "ข", "ค"),), "three"), Table((row("ง", "จ"),), "bare")))
    kinds = [block.tag.rpartition("}")[2] for block in opened.find("//w:body/*")]
    assert kinds == ["tbl", "p", "tbl", "p", "sectPr"]
    assert opened.find("//w:body/w:p[1]/w:pPr/w:spacing/@w:line") == ["200"]  # 6 + 4 pt, exactly


def test_a_group_keeps_its_table_whole(written):
    table = Table((row("ก", "ข"), row("ค", "ง")), "bare")
    opened = written(paper(Group((text("ลงนาม", "plain"), table)), text("จบ", "plain")))
    kept = [bool(p.xpath("w:pPr/w:keepNext", namespaces=p.nsmap)) for p in opened.find("//w:p")]
    assert kept == [True, True, True, False, False, False]


def test_a_table_after_a_page_break_begins_the_page(written):
    opened = written(paper(text("ก", "plain"), PageBreak(), Table((row("ข", "ค"), row("ง", "จ")), "bare")))
    assert opened.find("//w:p[w:pPr/w:pageBreakBefore]//w:t/text()") == ["ข"]


def test_the_work_on_a_table_grows_with_its_cells(docx_sheet):
    """Every cell is made once: twice the rows are twice the elements."""
    columns = tuple(ColumnStyle(width=1) for _ in range(10))
    sheet = docx_sheet.model_copy(update={"tables": {"wide": TableStyle(columns=columns)}})

    def elements(rows: int) -> int:
        table = Table((row(*"กขคงจฉชซฌญ"),) * rows, "wide")
        return markup(table_element(table, LayoutContext(), Column(sheet, NO_NAMES, 100.0))).count("<w:")

    assert elements(200) - elements(100) == elements(300) - elements(200)


CELLS = tuple(cell(f"ร้อยละ {number}") for number in range(10))
"""The same objects in every table: to find an equal one in a cache is one call more."""


def calls_to_write(sheet, rows: int) -> int:
    """How many functions are called to write a table of ten columns whose words are known already."""
    document = paper(Table(tuple(Row(CELLS) for _ in range(rows)), "three", (1.0,) * 10))
    write_docx(document, sheet, ())
    counted = 0

    def count(_frame, event, _argument):
        nonlocal counted
        counted += event == "call"

    sys.setprofile(count)
    try:
        write_docx(document, sheet, ())
    finally:
        sys.setprofile(None)
    return counted


def test_the_work_of_a_table_grows_with_its_rows_and_no_faster(docx_sheet):
    """200 x 10 cells: no more than twice the calls of 100 x 10, and less than 150 a cell."""
    half, whole = calls_to_write(docx_sheet, 100), calls_to_write(docx_sheet, 200)
    assert whole <= 2 * half
    assert whole < 2000 * 150


def test_a_caption_repeats_with_the_head_and_has_no_border_but_the_head_s(written):
    caption = Row((cell("บัญชีแนบท้าย", colspan=3),), "caption")
    opened = written(paper(Table((caption, *TABLE.rows), "three")))
    repeated = [bool(tr.xpath("w:trPr/w:tblHeader", namespaces=tr.nsmap)) for tr in opened.find("//w:tr")]
    assert repeated == [True, True, True, False, False, False, False]
    assert [side.tag.split("}")[1] for side in opened.find("//w:tcBorders/*[@w:val='nil']")] == [
        "top",
        "left",
        "right",
    ]
    assert len(opened.find("//w:tr[1]//w:tcBorders")) == len(opened.find("//w:tcBorders")) == 1
